"""Built HTML as tests look at it: without a browser, by the standard library's parser alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_DRAWING = re.compile(r'<svg\b[^>]*\bclass="jd .*?</svg>', re.S)


@dataclass(eq=False)
class Element:
    """A start tag and all text inside of it, SVG texts included."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[Element, ...] = field(default=(), repr=False)
    text: str = ""

    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def words(self) -> str:
        """Its text with single blanks."""
        return " ".join(self.text.split())


@dataclass(eq=False)
class HtmlPage(HTMLParser):
    """All elements of a page, in order."""

    path: str
    html: str = field(repr=False)
    elements: list[Element] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open))
        self.elements.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as SVG's do."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of that name."""
        for place in reversed(range(len(self._open))):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Give the text to all that are open."""
        for element in self._open:
            element.text += data

    def all(self, tag: str = "", css_class: str = "") -> list[Element]:
        """The elements of a tag and a class."""
        return [e for e in self.elements if tag in ("", e.tag) and (not css_class or css_class in e.classes())]

    def one(self, tag: str = "", css_class: str = "") -> Element:
        """The only element of a tag and a class."""
        found = self.all(tag, css_class)
        assert len(found) == 1, f"{self.path}: {len(found)} × {tag}.{css_class}"
        return found[0]

    @property
    def ids(self) -> list[str]:
        """Every id, and the names of old-style anchors."""
        named = [e.attributes["name"] for e in self.all("a") if "name" in e.attributes]
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes] + named

    @property
    def drawings(self) -> list[str]:
        """The diagrams, as they are written."""
        return _DRAWING.findall(self.html)

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address with the tag and attribute that has it, xlink:href included."""
        for element in self.elements:
            for name in ("href", "src", "xlink:href", "action", "poster", "data"):
                if name in element.attributes:
                    yield f"{element.tag} {name}", element.attributes[name]
            for part in element.attributes.get("srcset", "").split(","):
                if part.strip():
                    yield f"{element.tag} srcset", part.split()[0]


@cache
def pages_of(site: Path) -> dict[str, HtmlPage]:
    """Every HTML file of a site by its address: `toolkit/vision-map/`, `404.html`, and nothing for the home page."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        found[address] = HtmlPage(address, file.read_text("utf-8"))
    return found
