"""Links between an author's pages, pictures and anchors: what MkDocs tells while it builds, `check` tells before.

MkDocs judges only what Markdown makes a link of, and knows no line; here raw HTML counts too.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urlsplit

from mkdocs.structure.files import Files

from journeybook.builders.config.leniency import Leniency
from journeybook.builders.config.meant_path import meant_file
from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.meant_links import meant_link
from journeybook.handbook.targets import EMBEDS
from journeybook.markdown import meant
from journeybook.markdown.anchors import anchors
from journeybook.markdown.references import line_starts, split_front_matter
from journeybook.markdown.scan import ScannedLink, scan
from journeybook.pages.addresses import PageLinks
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest

_WEB = re.compile(r"www\.|[^/]+@|[a-z]+:/|https?/", re.I)
"""How an address of the web begins that lacks something; `guide.md` could be one, too."""
_MADE = ("assets/", "search/")
"""Folders of the site into which the theme and MkDocs write."""


def _is_judged(scheme: str) -> bool:
    """Tell whether a link with that scheme is looked at: without one, of a disk, or nearly one of the web's."""
    known = scheme.casefold()
    near = nearest(known, ("http", "https")) is not None and known not in ("http", "https")
    return not scheme or len(scheme) == 1 or known == "file" or near


@dataclass(frozen=True)
class DeadLinks:
    """The links of one handbook's pages; `files` are MkDocs's, `generated` the paths of pages that are made."""

    files: Files
    book: Handbook
    generated: frozenset[str]
    leniency: Leniency
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    def problems(self) -> Iterator[Problem]:
        """Find every link, picture and anchor that leads nowhere."""
        for page in self.book.pages.values():
            text = page.document.text
            offset = split_front_matter(text)[2]
            for link in scan(text[offset:], self.book.settings.markdown, _is_judged):
                if found := self._wrong(page, link):
                    yield self._problem(page, text, offset + link.destination[0], *found)

    def _problem(self, page: ContentPage, text: str, at: int, kind: str, message: Text, hint: Text) -> Problem:
        lines = line_starts(text)
        line = bisect_right(lines, at)
        code = self.leniency.code(kind)
        return page.document.problem_at(code, message, hint, line=line, column=at - lines[line - 1] + 1)

    def _wrong(self, page: ContentPage, link: ScannedLink) -> tuple[str, Text, Text] | None:
        if odd := self._odd(page, link):
            return odd
        _, host, path, _, fragment = urlsplit(link.value)
        if host or path.startswith("/"):
            return None
        if link.form == "html" and path:
            if self._is_written(page, unquote(path)):
                return None
            message = say("nothing is at ‘{address}’, as seen from the address of this page", address=link.value)
            return (
                "not_found",
                message,
                say("write a link of Markdown, whose path is that of a file, or mend the address"),
            )
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path))) if path else page.path
        if not self._is_there(target):
            return self._missing(page, link, target)
        if found := self._anchor(target, unquote(fragment)) if fragment else None:
            return found
        unseen = link.form == "inline" and not link.embed and link.text[0] == link.text[1]
        return (
            ("text", say("this link has no text, so no reader sees it"), say("write its text in the first brackets"))
            if unseen
            else None
        )

    def _odd(self, page: ContentPage, link: ScannedLink) -> tuple[str, Text, Text] | None:
        """Judge what is the address of no page and no file of the handbook."""
        typed = link.value.strip()
        if typed in ("", "#"):
            return (
                "not_found",
                say("this link leads nowhere"),
                say("write an address between the brackets, or take it out"),
            )
        if meant.is_on_a_computer(typed):
            message = say("nobody else has ‘{address}’", address=typed)
            return "not_found", message, say("put a copy of the file into the folder of this page, and write its name")
        if typed.startswith("/") and not typed.startswith("//"):
            return self._from_the_top(page, typed)
        if _WEB.match(typed) and (whole := meant.whole(typed)) and whole != typed:
            return (
                "not_found",
                say("‘{address}’ is no address", address=typed),
                say("write `{code}` in its place", code=whole),
            )
        return None

    def _from_the_top(self, page: ContentPage, typed: str) -> tuple[str, Text, Text] | None:
        """Judge `/guide.md`, which is seen from the top of a server, wherever on it the handbook lies."""
        path = posixpath.normpath(urlsplit(typed).path.lstrip("/"))
        names = (path,) if posixpath.splitext(path)[1] else (f"{path}/index.md", f"{path}.md")
        there = next((name for name in names if self._is_there(name)), None)
        if there is None and not path.endswith(".md"):
            return None  # the server may have more than the handbook
        message = say("‘{address}’ begins with /, so it is seen from the top of the server", address=typed)
        hint = self._instead(page, there) if there else say("write it as seen from this page")
        return "absolute_links", message, hint

    def _is_written(self, page: ContentPage, path: str) -> bool:
        """Tell whether something has the address that raw HTML names: a browser sees it from the page's own."""
        links = PageLinks("", directories=self.book.settings.directories)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(links.written(page.path)), path))
        there = self._addresses
        return target in there or f"{target}/index.html" in there or self._may_be_made(target)

    @cached_property
    def _addresses(self) -> set[str]:
        links = PageLinks("", directories=self.book.settings.directories)
        shown = (file for file in self.files if not file.inclusion.is_excluded())
        return {*map(links.written, self.generated), *(file.dest_uri for file in shown)}

    def _is_there(self, target: str) -> bool:
        file = self.files.get_file_from_path(target)
        if file is not None:
            return not file.inclusion.is_excluded()
        return self.book.source_of(target) in self.generated or self._may_be_made(target)

    def _may_be_made(self, target: str) -> bool:
        """Tell whether a file may come from the theme, or stand beside a generated page, as drawings do."""
        beside = f"{posixpath.dirname(target)}/index.md"
        return target.startswith(_MADE) or (beside in self.generated and not target.endswith(".md"))

    def _missing(self, page: ContentPage, link: ScannedLink, target: str) -> tuple[str, Text, Text] | None:
        if not posixpath.splitext(target)[1] and not link.embed:
            return self._folder(page, link, target)
        message = say("there is no ‘{path}’", path=target)
        if link.embed:
            message = say("there is no picture ‘{path}’", path=target)
        hint = say("put the file there, or take the link out")
        if link.value in EMBEDS:
            hint = say("write `{code}` in its place", code=f"{link.value}:…")
        if found := meant_link(self.book, link.value):
            hint = say("write `{code}` in its place", code=found)
        known = [*self.generated, *(file.src_uri for file in self.files if not file.inclusion.is_excluded())]
        if other := meant_file(target, known):
            hint = self._instead(page, other)
        return "not_found", message, hint

    def _folder(self, page: ContentPage, link: ScannedLink, target: str) -> tuple[str, Text, Text] | None:
        """Judge an address like `guide/`, that of a page and not of its file: MkDocs leaves it as it is."""
        names = (f"{target}.md", f"{target}/index.md", f"{target}/README.md", f"{target}/{target}.md")
        there = next((name for name in names if self._is_there(posixpath.normpath(name))), None)
        message = say(
            "‘{address}’ is the address of no file, so nobody can tell whether it leads anywhere", address=link.value
        )
        hint = (
            self._instead(page, posixpath.normpath(there))
            if there
            else say("write the path of a Markdown file, such as `guide/index.md`")
        )
        return "unrecognized_links", message, hint

    def _instead(self, page: ContentPage, path: str) -> Text:
        return say("write `{path}`", path=posixpath.relpath(f"/{path}", f"/{posixpath.dirname(page.path)}"))

    def _anchor(self, target: str, fragment: str) -> tuple[str, Text, Text] | None:
        if target not in self.book.pages or not fragment:
            return None
        if target not in self._anchors:
            self._anchors[target] = anchors(self._body(target), self.book.settings.markdown)
        known = self._anchors[target]
        if fragment in known:
            return None
        message = say("‘{page}’ has no heading ‘#{fragment}’", page=target, fragment=fragment)
        near = nearest(fragment, known)
        if near is None and target in self.generated:
            return None  # it may be an id of the part that is generated below the author's words
        return (
            "anchors",
            message,
            say("write `#{meant}`", meant=near) if near else say("take `#{fragment}` out", fragment=fragment),
        )

    def _body(self, path: str) -> str:
        return split_front_matter(self.book.pages[path].document.text)[1]
