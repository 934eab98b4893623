"""Which folders and files `serve` is to look at besides the chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.project import Project
from journeybook.builders.config.settings import root_of, settings_of
from journeybook.ground.theme_dir import theme_dir
from journeybook.handbook.included import included_by
from journeybook.handbook.pictures import SHARED
from journeybook.handbook.settings import GLOSSARIES
from journeybook.markdown.audience_blocks import TAKES_IN
from journeybook.pages.books import FOLDER

_SNIPPETS = "pymdownx.snippets"
_IN_A_LINE = re.compile(r"-8<-+[ \t]+[\"']([^\"'\n]+)")
_IN_A_BLOCK = re.compile(r"^[ \t]*-+8<-+[ \t]*\n(.*?)^[ \t]*-+8<-+[ \t]*$", re.M | re.S)


def watch(project: Project) -> None:
    """Tell MkDocs what a change of builds the handbook again."""
    config, options, root = project.config, project.options, root_of(project.config)
    places = [Path(config.docs_dir), root / options.journeys, root / options.toolkit]
    places += [root / options.templates] if options.templates else []
    places += [root / FOLDER] if options.book else []
    places += [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    places += [theme_dir() / name for name in ("templates", "overrides", "assets")]
    places += [root / SHARED, *(root / name for name in GLOSSARIES)]
    places += [*_of_snippets(config), *included(project)]
    config.watch += list(dict.fromkeys(str(one) for one in places if one.exists() and str(one) not in config.watch))


def _of_snippets(config: MkDocsConfig) -> Iterator[Path]:
    """Give the folders of the handbook that snippets lie in; of others only what pages take in from them.

    The folder of the whole handbook often is one: there the chapters lie too, and what each build writes.
    """
    if _SNIPPETS not in config.markdown_extensions:
        return
    options, docs, root = config.mdx_configs.get(_SNIPPETS) or {}, Path(config.docs_dir), root_of(config)
    given = options.get("base_path") or ["."]
    taken_in = [*map(str, options.get("auto_append") or ()), *_taken_in(docs)]
    for base in (Path(str(one)).resolve() for one in ([given] if isinstance(given, str) else given)):
        if base.is_relative_to(root) and not docs.is_relative_to(base):
            yield base
        else:
            yield from (base / name for name in taken_in if (base / name).is_file())


def included(project: Project) -> Iterator[Path]:
    """Give the files beside the chapters that the plugin include-markdown takes in, as pages have it now."""
    if "include-markdown" not in project.config.plugins:
        return
    settings = settings_of(project.config, project.options)
    waiting, seen = [page for page in sorted(settings.content.rglob("*.md")) if page.is_file()], set[Path]()
    while waiting:
        page = waiting.pop()
        text = page.read_text("utf-8-sig", "replace")
        found = {file for _, file in included_by(text, settings.file(page), settings)} - seen
        seen |= found
        waiting += found
        yield from (file for file in found if not file.is_relative_to(settings.content))


def _taken_in(docs: Path) -> Iterator[str]:
    """Give the names of snippets that pages have, without the lines or the part of them."""
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text("utf-8", "replace") if page.is_file() else ""
        if TAKES_IN in text:
            blocks = (line for block in _IN_A_BLOCK.findall(text) for line in block.splitlines())
            names = (name.strip() for name in (*_IN_A_LINE.findall(text), *blocks))
            yield from (re.sub(r":[\w:,-]*$", "", name) for name in names if name)
