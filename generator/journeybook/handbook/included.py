"""Pages with what the plugin `include-markdown` takes into them, as `{% include-markdown "../README.md" %}`.

The plugin reads files itself, when a site is made. What stands in blocks for others there is hidden as in the page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from journeybook.handbook.settings import Settings
from journeybook.markdown.audience_blocks import TAKES_IN
from journeybook.markdown.frontmatter import split_front_matter

_INCLUDED = re.compile(r"\{%-?\s*include(?:-markdown)?\s+(?:\"([^\"\n]+)\"|'([^'\n]+)')(?:[^%]|%(?!\}))*%\}")
_RELATIVE = re.compile(
    r"(?P<sign>\]\(<?|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?|\b(?:href|src)=[\"']?)"
    r"(?![a-z][a-z+.-]*:|[/#<])(?P<to>[^\s\"'<>()#?]+)",
    re.M | re.I,
)
"""Addresses in a file that are seen from its folder."""
_BEGINS = "{%"


def takes_in(text: str) -> bool:
    """Tell whether a text takes others in: snippets, or files by that plugin."""
    return TAKES_IN in text or includes(text)


def includes(text: str) -> bool:
    """Tell whether a text takes files in by that plugin."""
    return _BEGINS in text and bool(_INCLUDED.search(text))


def included_by(text: str, path: str, settings: Settings) -> Iterator[tuple[str, Path]]:
    """Give the files that a text takes in, each with how the text calls it; `path` is the text's, from the root."""
    for found in _INCLUDED.finditer(text) if _BEGINS in text else ():
        yield from ((found[1] or found[2], file) for file in _files(found, path, settings))


def with_included(text: str, page: str, settings: Settings) -> str:
    """Give the text of a page, by its path among the chapters, with all that the plugin takes into it."""
    if not includes(text):
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

    return _INCLUDED.sub(taken, text)


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
