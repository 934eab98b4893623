"""Artifacts, which builders are given: pages with placeholders for finished HTML, and plain files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import yaml

from journeybook.store.cache import digest

_LINES = re.compile(r'(?:<p>)?<div data-jb-slot="([\w-]+)"(?: id="[^"<>]*")?></div>(?:</p>)?')
_INSIDE = r'<span data-jb-slot="([\w-]+)"(?: id="[^"<>]*")?></span>'
_SLOT = re.compile(_INSIDE)
_BLANK = r"(?:\s|<br\s*/?>)*"
_PARAGRAPH = re.compile(rf"<p(?:\s[^>]*)?>({_BLANK}(?:{_INSIDE}{_BLANK})+)</p>")
_LATE = re.compile(r'<div data-jb-late="([\w-]+)"></div>')
_FIGURE = re.compile(r'(?:<p>)?<figure data-jb-figure="([\w-]+)"></figure>(?:</p>)?')


@dataclass
class Fills:
    """The finished HTML of one page, kept out of its Markdown: Markdown would cost time on it and could harm it.

    Blocks go in once Markdown has run. What search leaves out goes in late, once it has read the page: that costs less;
    so do figures, whose labels it does not index. `owner` marks what is of one page where other pages may show a part
    of its Markdown.
    """

    blocks: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    owner: str = ""

    def copy(self, owner: str = "") -> Fills:
        """Give a copy to add to."""
        return Fills(dict(self.blocks), dict(self.parts), dict(self.figures), owner)

    def clear(self) -> None:
        """Forget everything."""
        for found in (self.blocks, self.parts, self.figures):
            found.clear()

    def block(self, html: str, id: str = "") -> str:
        """Keep a block, and give the placeholder that stands for it in the Markdown, on a line of its own.

        `id` is that of the block, where links lead to it: builders look for it in the Markdown.
        """
        return f'<div data-jb-slot="{self._kept(html)}"{_id(id)}></div>'

    def inside(self, html: str, id: str = "") -> str:
        """Keep a block, and give the placeholder that stands for it within a line of the Markdown; `id` as above."""
        return f'<span data-jb-slot="{self._kept(html)}"{_id(id)}></span>'

    def _kept(self, html: str) -> str:
        key = f"b{len(self.blocks) + 1}{self.owner}"
        self.blocks[key] = html
        return key

    def late(self, html: str) -> str:
        """Keep a part of a block that search leaves out, and give the placeholder that stands for it in the block."""
        key = f"l{len(self.parts) + 1}"
        self.parts[key] = html
        return f'<div data-jb-late="{key}"></div>'

    def figure(self, html: str) -> str:
        """Keep a figure, and give the placeholder that stands for it in the Markdown or in a block."""
        key = f"f{len(self.figures) + 1}{self.owner}"
        self.figures[key] = html
        return f'<figure data-jb-figure="{key}"></figure>'

    def fill_blocks(self, text: str) -> str:
        """Put the blocks in the place of the placeholders in a page's HTML."""
        return self._fill_inside(self._fill_lines(text)) if self.blocks else text

    def _fill_lines(self, text: str) -> str:
        return _LINES.sub(lambda match: self.blocks.get(match[1], match[0]), text)

    def _fill_inside(self, html: str) -> str:
        html = _PARAGRAPH.sub(lambda match: match[1], html)  # no block can stand in a paragraph
        return _SLOT.sub(lambda match: self.blocks.get(match[1], match[0]), html)

    def inside_of(self, markdown: str) -> dict[str, str]:
        """Give the finished HTML for each placeholder within the lines of a Markdown text, by placeholder."""
        found = _SLOT.finditer(markdown)
        return {match[0]: self.fill(self.blocks[match[1]]) for match in found if match[1] in self.blocks}

    def fill_late(self, text: str) -> str:
        """Put the late parts of blocks in the place of a text's placeholders."""
        return _LATE.sub(lambda match: self.parts.get(match[1], match[0]), text) if self.parts else text

    def fill_figures(self, text: str) -> str:
        """Put the figures in the place of a text's placeholders."""
        return _FIGURE.sub(lambda match: self.figures.get(match[1], match[0]), text) if self.figures else text

    def fill(self, text: str) -> str:
        """Put everything in the place of the placeholders of a Markdown text, but those within its lines."""
        return self.fill_figures(self.fill_late(self._fill_lines(text)))


@dataclass
class PageArtifact:
    """A page: its path in the handbook's content, its front matter, its Markdown with placeholders, and their fills.

    `origin` is the source file from the handbook's root (None: no one file); `in_nav` tells whether it belongs in the
    navigation.
    """

    path: str
    meta: dict[str, Any]
    body: str
    fills: Fills
    origin: str | None = None
    in_nav: bool = False

    @property
    def title(self) -> str:
        """The page's title."""
        return str(self.meta["title"])

    @cached_property
    def markdown(self) -> str:
        """The whole page with its front matter; placeholders stand for the fills."""
        return front_matter(self.meta) + self.body

    @cached_property
    def digest(self) -> str:
        """A digest of all of the page."""
        fills = self.fills
        return digest(self.markdown, repr((fills.blocks, fills.parts, fills.figures, self.origin, self.in_nav)))


def _id(id: str) -> str:
    return f' id="{escape(id)}"' if id else ""


class _Dumper(yaml.SafeDumper):
    """Writes in quotes what is a text to PyYAML, and a number to readers of YAML 1.2, such as Zensical: 3e5910."""


_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+")
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", _NUMBER, list("-+.0123456789"))


def yaml_lines(meta: Mapping[str, Any]) -> str:
    """Write some keys as YAML of any version."""
    return yaml.dump(dict(meta), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def front_matter(meta: Mapping[str, Any]) -> str:
    """Write front matter as MkDocs reads it; empty for no keys."""
    return f"---\n{yaml_lines(meta)}---\n\n" if meta else ""


@dataclass(frozen=True)
class FileArtifact:
    """A file that is copied or written as it is."""

    path: str
    content: bytes | None = None
    source: Path | None = None

    def read(self) -> bytes:
        """Give the bytes of the file."""
        return self.source.read_bytes() if self.source else self.content or b""
