"""What a handbook is made of and made for, without a word of MkDocs."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from journeybook.markdown.references import DEFAULT, MarkdownSettings
from journeybook.markdown.role_words import USUAL_ROLES
from journeybook.problems import Problem
from journeybook.source import Document
from journeybook.store.same_place import lies_in

ROLES = USUAL_ROLES
FOLDERS = ("journeys", "toolkit", "templates", "links", "cache")
"""The options that name folders."""
GLOSSARIES = ("glossary.yaml", "glossary.yml")
"""The names that the glossary may have, beside mkdocs.yml."""


@dataclass(frozen=True)
class Outside:
    """An option with which pages load from another host: `font`, `mermaid` or `emoji`, and where it is set."""

    kind: str
    document: Document
    path: tuple[str, ...]


@dataclass(frozen=True)
class Blog:
    """A blog of Material's: the folder of its posts with a slash at the end, and its file of authors.

    Both are seen from the chapters' folder. `authors` are the names in that file, None where nobody looks for them;
    `inherits`: the plugin `meta` may give posts what they lack.
    """

    posts: str
    authors_file: str
    authors: frozenset[str] | None
    inherits: bool = False


def _no_page(path: str) -> bool:
    return False


@dataclass(frozen=True)
class Settings:
    """Where the parts of a handbook are and how it is to be made.

        `root` is the folder that file names in problems start from; `nav` is MkDocs's navigation (None: all pages, by
    path); `directories` is MkDocs's `use_directory_urls`: `a.md` is written to `a/index.html`. `drafts` tells whether
    drafts are shown; `today` is the date that review dates are held against;
    `palette`, `policy`, `editions`, `edition`, `banner`, `feedback` and `nav_audience` hold the keys `palette`, `csp`,
    `editions`, `edition`, `banner`, `feedback` and `nav_audience`, as they stand in mkdocs.yml;
    `overrides` is the folder of the handbook's own templates of the theme, `page_templates` that
    of pages; `asked` are the names of those that mkdocs.yml asks for, and `extended` tells whether plugins or hooks
    may add to what they can use. `links` are the folders outside that links may lead to, `others` those that only
    templates are read from; `outside` are options that load from other hosts; `hidden` tells whether the site may have
    files of the chapters' folder that begin with a dot; `trusted` whether HTML in the Markdown fields of YAML is let
    through.
    `site` is the folder that mkdocs.yml names for the site, where a cache has to keep out of it. `written` holds those
    of the options `FOLDERS` that stand in mkdocs.yml, `roles_given` the option `roles` where it does; `told` is what
    has been found wrong with that file.
    `tag_keys` are the keys of front matter that a plugin reads as tags, `statuses` those that `extra:` has words for;
    `include_tags` are the signs between which the plugin `include-markdown` takes files in.
    `styles` are the files of `extra_css`, None where one of them lies on another host.
    `is_left_out` tells whether the site lacks a page, by its path in `content`, and `is_unlisted` whether a navigation
    that is made of the files does. `is_templates` tells of a path whether the site lacks it for no other reason than
    that MkDocs keeps a folder of this name for templates.
    """

    root: Path
    content: Path
    journeys: Path
    toolkit: Path
    name: str = "Handbook"
    summary: str = ""
    nav: list[Any] | None = None
    language: str = "en"
    numbers: bool = True
    directories: bool = True
    drafts: bool = False
    roles: tuple[str, ...] = ROLES
    markdown: MarkdownSettings = DEFAULT
    today: dt.date = field(default_factory=dt.date.today)
    palette: Document | None = None
    policy: Document | None = None
    editions: Document | None = None
    nav_audience: Document | None = None
    roles_given: Document | None = None
    edition: Document | None = None
    banner: Document | None = None
    feedback: Document | None = None
    overrides: Path | None = None
    page_templates: Path | None = None
    asked: tuple[str, ...] = ()
    extended: bool = False
    links: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()
    outside: tuple[Outside, ...] = ()
    hidden: bool = False
    trusted: bool = False
    site: Path | None = None
    written: Mapping[str, Document] = field(default_factory=dict)
    told: tuple[Problem, ...] = ()
    tag_keys: tuple[str, ...] = ()
    include_tags: tuple[str, str] = ("{%", "%}")
    statuses: tuple[str, ...] = ()
    blogs: tuple[Blog, ...] = ()
    styles: tuple[Path, ...] | None = ()
    is_left_out: Callable[[str], bool] = field(default=_no_page, compare=False)
    is_unlisted: Callable[[str], bool] = field(default=_no_page, compare=False)
    is_templates: Callable[[str], bool] = field(default=_no_page, compare=False)

    @cached_property
    def has_glossary(self) -> bool:
        """Whether there is a glossary, so that the site has a page of it."""
        return any((self.root / name).is_file() for name in GLOSSARIES)

    @property
    def bounds(self) -> tuple[Path, ...]:
        """The folders that links may lead to. One that mkdocs.yml names by a path out of the handbook is no link."""
        named = (self.content, self.journeys, self.toolkit, *self.others)
        away = (folder for folder in named if not Path(os.path.normpath(folder)).is_relative_to(self.root))
        return (self.root, *self.links, *away)

    @property
    def parts(self) -> tuple[Path, ...]:
        """The folders of an author's files, and that of the site. One around the handbook counts only by its parts."""
        linked = (folder for folder in self.links if not lies_in(self.root, folder))
        site = (self.site,) if self.site else ()
        return (self.content, self.journeys, self.toolkit, *self.others, *linked, *site)

    def is_missing(self, option: str, folder: Path) -> bool:
        """Tell whether mkdocs.yml names a folder that is not there; one that it does not name need not be there."""
        given = option in self.written and not folder.is_symlink()  # a link is told as one
        return given and not os.path.isdir(folder)  # noqa: PTH112  # one closed to us is a folder

    def file(self, path: Path) -> str:
        """Give a path as problems show it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
