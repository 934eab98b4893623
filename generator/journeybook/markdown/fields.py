"""Markdown fields of YAML (`description`, `debrief`, …) as clean HTML.

Fields have neither raw HTML (it shows as text) nor attribute lists, and what Python-Markdown makes of them is cleaned
as HTML: tags, attributes and address schemes are those listed here and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import nh3
from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from journeybook.markdown.references import find, line_starts
from journeybook.markdown.scan import candidates_at, scan
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.settings import render as render_markdown
from journeybook.markdown.tame import tame

_INLINE = frozenset({"a", "br", "code", "em", "strong"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd")
_TABLES = ("table", "thead", "tbody", "tr", "th", "td")
_BLOCK = frozenset({"p", "pre", "blockquote", "hr", *_HEADINGS, *_LISTS, *_TABLES})
_ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
_SCHEMES = {"http", "https", "mailto"}
_PROSE = re.compile(r"[^\W\d_][\w ,;:'\"’‘“”–—…%()/.?!-]*+(?<! )")
"""One line in which nothing can be Markdown or HTML: most fields are, and need nothing to read or to clean them."""
_SELF = "journeybook.markdown.fields:FieldExtension"


class FieldExtension(Extension):
    """Python-Markdown without raw HTML, its headings from `heading_level` on, below those of the page."""

    def __init__(self, **options: int) -> None:
        self.config = {
            "heading_level": [1, "the level of a heading written with one #"],
            "raw": [0, "1 for raw HTML"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        if not self.getConfig("raw"):
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Headings(int(self.getConfig("heading_level"))), "journeybook_headings", 5)


class _Headings(Treeprocessor):
    def __init__(self, level: int) -> None:
        super().__init__()
        self._down = level - 1

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS:
                element.tag = f"h{min(int(element.tag[1]) + self._down, 6)}"


@cache
def _settings(heading_level: int, *, raw: bool = False) -> MarkdownSettings:
    extensions = ("tables", "sane_lists", "def_list", _SELF)
    return MarkdownSettings(
        extensions, {"tables": {"use_align_attribute": True}, _SELF: {"heading_level": heading_level, "raw": int(raw)}}
    )


FIELD_SETTINGS = _settings(1)
"""The Markdown of fields, for `references.find`."""


@lru_cache(maxsize=20_000)
def render(text: str, *, heading_level: int = 3, trusted: bool = False) -> str:
    """The HTML of a field, safe to put into any page; `trusted` lets raw HTML through, and cleans nothing.

    A heading `#` becomes `<h3>` by default, and so on down to h6. Links keep their destination where it is http, https,
    mailto or relative, else only their text: resolve our own kinds with `rewrite` first.
    """
    if _PROSE.fullmatch(text) and "_" not in text:
        return f"<p>{text}</p>"
    made = render_markdown(tame(text, r"\["), _settings(heading_level, raw=trusted))
    if trusted:
        return made.strip()
    html = nh3.clean(
        made,
        tags=set(_INLINE | _BLOCK),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    # Python-Markdown cuts through its own placeholders where quotes in a destination do not match.
    return html.translate({2: None, 3: None}).strip()


@dataclass(frozen=True, slots=True)
class FieldLink:
    """A link or image of a field that leads nowhere; `start`, `end`, `line` and `column` (from 1) are its destination's
    in the field's text."""

    destination: str
    embed: bool
    start: int
    end: int
    line: int
    column: int


def links(text: str) -> list[FieldLink]:
    """The links that are neither http, https, mailto, nor of our kinds (or a near miss of one), and all other images.

    A field is shown on several pages, so that what is relative has no base, and a picture from the web would tell
    another host who reads. `render` takes them out.
    """
    ours = {reference.destination for reference in find(text, FIELD_SETTINGS)}
    if candidates_at(text) <= {start for start, _ in ours}:
        return []
    starts = line_starts(text)
    found = []
    for link in scan(text, FIELD_SETTINGS, lambda scheme: True):
        start, end = link.destination
        if (start, end) not in ours and (link.embed or not _has_scheme(text[start:end])):
            line = sum(begin <= start for begin in starts)
            found.append(FieldLink(text[start:end], link.embed, start, end, line, start - starts[line - 1] + 1))
    return found


def _has_scheme(destination: str) -> bool:
    return destination.partition(":")[0].lower() in _SCHEMES


def plain(text: str) -> str:
    """The text of a field without its markup, on one line: for search results and descriptions."""
    reader = _Text()
    reader.feed(render(text))
    reader.close()
    return " ".join("".join(reader.pieces).split())


class _Text(HTMLParser):
    """Gathers the text; blocks are set apart by a space, inline markup is not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        self.pieces.append(" " if tag in _BLOCK or tag == "br" else "")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(" " if tag in _BLOCK else "")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
