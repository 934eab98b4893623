"""Render Markdown fields of YAML (`description`, `debrief`, …) to clean HTML.

Fields have neither raw HTML (it shows as text) nor attribute lists, and what Python-Markdown makes of them is cleaned
as HTML: tags, attributes and addresses are those listed here and no others. What is judged is what is written: nothing
changes an address after that.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown.blockprocessors import ReferenceProcessor
from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from journeybook.markdown.addresses import bare, is_whole, safe_address
from journeybook.markdown.lists import Lists
from journeybook.markdown.output import tags
from journeybook.markdown.references import Edit, Reference, find, rewrite
from journeybook.markdown.scan import candidates_at, scan
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.settings import render as render_markdown
from journeybook.markdown.spans import destination_end
from journeybook.markdown.tame import tame
from journeybook.markdown.typed_addresses import MAY_BE, TypedAddresses

_INLINE = frozenset({"a", "br", "code", "em", "span", "strong"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd")
_TABLES = ("table", "thead", "tbody", "tr", "th", "td")
_BLOCK = frozenset({"p", "pre", "blockquote", "hr", *_HEADINGS, *_LISTS, *_TABLES})
_HIDDEN = "jb-sr"
"""The class of text that only screen readers say."""
_CLEANER = nh3.Cleaner(
    tags={*_INLINE, *_BLOCK},
    attributes={"*": set(), "a": {"href"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}},  # by default, titles
    attribute_filter=lambda tag, name, value: safe_address(value) if name == "href" else value,
    allowed_classes={"span": {_HIDDEN}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
_CONTROLS = {c: None for c in (*range(32), *range(127, 160)) if chr(c) not in "\t\n\r"}
_PROSE = re.compile(r"[^\W\d_][\w ,;:'\"’‘“”–—…%()/.?!-]*+(?<! )")
"""One line in which nothing can be Markdown or HTML: most fields are, and need nothing to read or to clean them."""
_MAY_LEAD = re.compile(rf"\]\(|\]:|<|{MAY_BE.pattern}", re.I)
"""One of these is in every field that has a link or an image."""
_LEVEL = 3
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
        """Register the processors; Python-Markdown calls this."""
        if not self.getConfig("raw"):
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
        md.preprocessors.register(Lists(md), "journeybook_lists", 15)  # once raw HTML is out of the way
        md.parser.blockprocessors.register(_Definitions(md.parser), "reference", 15)
        md.inlinePatterns.register(TypedAddresses(), "journeybook_addresses", 85)  # after code, links and raw HTML
        md.inlinePatterns.register(_Times(_Times.PATTERN, md), "journeybook_times", 78)
        md.treeprocessors.register(_Headings(int(self.getConfig("heading_level"))), "journeybook_headings", 5)
        md.treeprocessors.register(_Titles(), "journeybook_titles", 5)


class _Definitions(ReferenceProcessor):
    """Leaves footnotes alone, which are no addresses of links."""

    RE = re.compile(ReferenceProcessor.RE.pattern.replace(r"\[", r"\[(?!\^)", 1), re.MULTILINE)


class _Times(InlineProcessor):
    """Keeps the stars between figures, as in 2*3*4."""

    PATTERN = r"(?<=\d)\*(?=\d)"

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Give the star as text, and its place; Python-Markdown calls this."""
        return m[0], m.start(), m.end()


class _Headings(Treeprocessor):
    def __init__(self, level: int) -> None:
        super().__init__()
        self._down = level - 1

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS:
                element.tag = f"h{min(int(element.tag[1]) + self._down, 6)}"


class _Titles(Treeprocessor):
    """Turns the title of a link into hidden text: themes show what is in a `title` attribute as HTML."""

    def run(self, root: Element) -> None:
        for link in list(root.iter("a")):
            if title := link.attrib.pop("title", ""):
                SubElement(link, "span", {"class": _HIDDEN}).text = f" ({title})"


@cache
def _settings(heading_level: int, *, raw: bool = False) -> MarkdownSettings:
    extensions = ("tables", "fenced_code", "sane_lists", "def_list", _SELF)
    return MarkdownSettings(
        extensions, {"tables": {"use_align_attribute": True}, _SELF: {"heading_level": heading_level, "raw": int(raw)}}
    )


FIELD_SETTINGS = _settings(1)
"""The Markdown of fields, for `references.find`."""
TRUSTED_SETTINGS = _settings(1, raw=True)
"""That of a handbook which lets raw HTML through."""


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a link leads, or what an image loads (`embed`)."""

    bare: str
    embed: bool


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The HTML of a field, and all addresses that Markdown made of it; the HTML has only those that are kept."""

    html: str
    kept: frozenset[str]
    addresses: tuple[_Address, ...]


def render(text: str, *, heading_level: int = _LEVEL, trusted: bool = False) -> str:
    """Render a field to HTML that is safe to put into any page; `trusted` lets raw HTML through, and cleans nothing.

    A heading `#` becomes `<h3>` by default, and so on down to h6. Links keep their destination where it is http, https,
    mailto or relative, else only their text: resolve our own kinds with `rewrite` first.
    """
    if _PROSE.fullmatch(text) and "_" not in text and not MAY_BE.search(text):
        return f"<p>{text}</p>"
    return _trusted(text, heading_level) if trusted else _rendered(text, heading_level).html


@lru_cache(maxsize=20_000)
def _trusted(text: str, heading_level: int) -> str:
    return render_markdown(tame(text, r"\["), _settings(heading_level, raw=True)).strip()


@lru_cache(maxsize=20_000)
def _rendered(text: str, heading_level: int) -> _Rendered:
    made = render_markdown(tame(text, r"\["), _settings(heading_level))
    html = _cleaned(made)
    if not _MAY_LEAD.search(text):
        return _Rendered(html, frozenset(), ())
    return _Rendered(html, frozenset(address.bare for address in _addresses(html)), _addresses(made))


def _cleaned(made: str) -> str:
    """Clean Markdown's output as HTML, and of control characters, which an author may have written as `&#2;`.

    Python-Markdown's own marks are such characters. Leaving them out is the last change but for the second cleaning,
    which reads the addresses as a browser will.
    """
    html = _CLEANER.clean(made).translate(_CONTROLS)
    return (_CLEANER.clean(html) if "<a" in html else html).strip()


def _addresses(html: str) -> tuple[_Address, ...]:
    return tuple(
        _Address(bare(tag.attributes[name]), tag.name == "img")
        for tag in tags(html, "=")
        for name in ("href", "src")
        if name in tag.attributes
    )


@dataclass(frozen=True, slots=True)
class Refused:
    """An address of a field that leads nowhere, as its author wrote it, or an image (`embed`).

    `start` is its place in the field's text, None where it could not be found again.
    """

    destination: str
    embed: bool
    start: int | None


def refused(text: str, ours: Sequence[Reference] | None = None) -> list[Refused]:
    """Find what nobody can follow in a field: addresses that `render` takes out, relative ones, and all images.

    A field is shown on several pages, so that what is relative has no base, and a picture from the web would tell
    another host who reads. Links of our kinds (or near misses of one) are not listed: `ours`, where they are known.
    """
    if not _MAY_LEAD.search(text):
        return []
    ours = find(text, FIELD_SETTINGS) if ours is None else ours
    made = _rendered(rewrite(text, ours, _as_if_resolved), _LEVEL)
    wrong = dict.fromkeys(a for a in made.addresses if a.embed or a.bare not in made.kept or not is_whole(a.bare))
    return _placed(text, wrong, {reference.destination for reference in ours}) if wrong else []


def _as_if_resolved(reference: Reference) -> str | Edit:
    return "embed" if reference.embed else Edit("https://journeybook.invalid/")


def _placed(text: str, wrong: Collection[_Address], ours: Collection[tuple[int, int]]) -> list[Refused]:
    found = []
    missing = dict.fromkeys(wrong)
    for link in scan(text, FIELD_SETTINGS, lambda scheme: True):
        address = _Address(bare(link.value), link.embed)
        if link.destination not in ours and address in wrong:
            start, end = link.destination
            found.append(Refused(text[start:end], link.embed, start))
            missing.pop(address, None)
    return found + [_guessed(text, address) for address in missing]


def _guessed(text: str, address: _Address) -> Refused:
    """Find an address that the scanner does not see as a link, at the first place where it is written."""
    for start in candidates_at(text):
        if end := destination_end(text, start, address.bare):
            return Refused(text[start:end], address.embed, start)
    return Refused(address.bare, address.embed, None)


def plain(text: str) -> str:
    """Give the text of a field without its markup, on one line: for search results and descriptions."""
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
