"""Pages with what the plugin `include-markdown` takes into them, as `{% include-markdown "../README.md" %}`.

The plugin reads files itself, when a site is made. What stands in blocks for others there is hidden as in the page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from journeybook.handbook.settings import Settings
from journeybook.markdown.audience_blocks import TAKES_IN
from journeybook.markdown.frontmatter import split_front_matter

_MARK = re.compile(r"\b(?:start|end)\s*=\s*(?:\"\s*<!--(?P<one>[^\"]*?)-->\s*\"|'\s*<!--(?P<other>[^']*?)-->\s*')")
"""A comment between which, or up to which, a file is taken in."""
_RELATIVE = re.compile(
    r"(?P<sign>\]\(<?|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?|\b(?:href|src)=[\"']?)"
    r"(?![a-z][a-z+.-]*:|[/#<])(?P<to>[^\s\"'<>()#?]+)",
    re.M | re.I,
)
"""Addresses in a file that are seen from its folder."""


def takes_in(text: str, settings: Settings) -> bool:
    """Tell whether a text takes others in: snippets, or files by that plugin."""
    return TAKES_IN in text or includes(text, settings)


def includes(text: str, settings: Settings) -> bool:
    """Tell whether a text takes files in by that plugin."""
    return next(_found(text, settings), None) is not None


def marks_in(text: str, settings: Settings) -> Iterator[str]:
    """Give what the comments say between which a text takes parts of files in."""
    for found in _found(text, settings):
        yield from ((mark["one"] or mark["other"] or "").strip() for mark in _MARK.finditer(found[0]))


def _found(text: str, settings: Settings) -> Iterator[re.Match[str]]:
    begins, ends = settings.include_tags
    yield from _pattern(begins, ends).finditer(text) if begins in text else ()


@lru_cache
def _pattern(begins: str, ends: str) -> re.Pattern[str]:
    """Make what finds a line that takes files in, between the signs that a handbook has for that."""
    begins, ends = re.escape(begins), re.escape(ends)
    name = r"(?:\"([^\"\n]+)\"|'([^'\n]+)')"
    return re.compile(rf"{begins}-?\s*include(?:-markdown)?\s+{name}(?:(?!{ends})[\s\S]){{0,2000}}{ends}")


def included_by(text: str, path: str, settings: Settings) -> Iterator[tuple[str, Path]]:
    """Give the files that a text takes in, each with how the text calls it; `path` is the text's, from the root."""
    for found in _found(text, settings):
        yield from ((found[1] or found[2], file) for file in _files(found, path, settings))


def with_included(text: str, page: str, settings: Settings) -> str:
    """Give the text of a page, by its path among the chapters, with all that the plugin takes into it."""
    if not includes(text, settings):
        return text
    path = f"{settings.file(settings.content)}/{page}"
    return _with_included(text, path, settings, frozenset({path}))


def _with_included(text: str, path: str, settings: Settings, seen: frozenset[str]) -> str:
    def taken(found: re.Match[str]) -> str:
        folder = posixpath.dirname(path)
        files = ((file.relative_to(settings.root).as_posix(), file) for file in _files(found, path, settings))
        texts = (
            _seen_from(folder, place, _with_included(_text(file), place, settings, seen | {place}))
            for place, file in files
            if place not in seen
        )
        return "\n".join(texts)

    return _pattern(*settings.include_tags).sub(taken, text)


def _seen_from(folder: str, place: str, text: str) -> str:
    """Write the addresses of a file as the plugin does, so that they lead from another folder to where they lead."""
    inside = posixpath.dirname(place)

    def led(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join("/", inside, found["to"]))
        return found["sign"] + posixpath.relpath(target, posixpath.join("/", folder))

    return text if inside == folder else _RELATIVE.sub(led, text)


def _files(found: re.Match[str], path: str, settings: Settings) -> list[Path]:
    name = found[1] or found[2]
    folder = posixpath.dirname(path) if name.startswith(("./", "../")) else settings.file(settings.content)
    target = posixpath.normpath(posixpath.join(folder, name))
    if target.startswith(("/", "..")):
        return []
    return sorted(file for file in settings.root.glob(target) if file.is_file())


def _text(file: Path) -> str:
    try:
        return split_front_matter(file.read_text("utf-8-sig", "replace"))[1]
    except OSError:  # others tell of what cannot be opened
        return ""
