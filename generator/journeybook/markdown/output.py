"""Read the tags of rendered HTML, as a browser's tokenizer would."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

# What is read is not given back, which keeps this linear: a tag either closes or the text ends. Groups are atomic, not
# repeated possessively: Python before 3.11.5 matches those wrongly (github.com/python/cpython/issues/106052).
_VALUE = r""""(?P<d>[^"]*+)"|'(?P<s>[^']*+)'|(?>(?P<u>[^\s>"'][^\s>]*+)?)"""
_ATTRIBUTE = rf"(?P<name>=?[^\s/>=]++)(?>(?:\s*+=\s*+(?:{_VALUE}))?)"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
_TAG = re.compile(rf"<(?P<tag>[A-Za-z][^\s/>]*+)(?P<attributes>(?>(?:[\s/]++|{_UNNAMED})*))>")
_ENTITY = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?+|[A-Za-z][A-Za-z0-9]*+(?:;|(?!=)))")
_HIDDEN = re.compile(r"<(?:(pre|code|script|style)\b|!--)", re.I)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


@dataclass(frozen=True, slots=True)
class HtmlTag:
    """A start tag of the output, its attributes decoded, and its place there."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


def tags(text: str, needle: str) -> Iterator[HtmlTag]:
    """Find the start tags of `text` that contain `needle`; comments, scripts and styles have none."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            at = _after(text, "-->", at + 2)
            continue
        match = _TAG.match(text, at)
        if match is None:
            # What opens a tag that never closes swallows the rest, as it does in a browser.
            if text[at + 1 : at + 2].isascii() and text[at + 1 : at + 2].isalpha():
                return
            at += 1
            continue
        name = match["tag"].lower()
        if needle in match["attributes"]:
            yield HtmlTag(name, _attributes(match["attributes"]), match.start(), match.end())
        at = match.end()
        if name in _RAW:
            closing = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(text, at)
            at = closing.start() if closing else len(text)


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTES.finditer(text):
        value = match["d"] or match["s"] or match["u"] or ""
        found.setdefault(match["name"].lower(), _ENTITY.sub(_character, value))
    return found


def _character(entity: re.Match[str]) -> str:
    """Decode an entity of an attribute, where `&notify;` is no `&not;` with something behind it, as it is in text."""
    return html.unescape(entity[0]) if entity[0][1] == "#" or entity[0][1:] in html5 else entity[0]


def without_code(page: str) -> str:
    """Leave out code, scripts and comments; from one that never ends on, as a browser does, all."""
    kept, at = [], 0
    while opening := _HIDDEN.search(page, at):
        kept.append(page[at : opening.start()])
        closing = f"</{opening[1]}" if opening[1] else "--"
        end = page.find(closing, opening.end())
        at = page.find(">", end) + 1 if end >= 0 else 0
        if not at:
            return "".join(kept)
    return "".join([*kept, page[at:]])


def enclosing_code(page: str, place: int) -> int | None:
    """Give where the `<pre>` or the `<code>` begins that a place of the HTML is in; None where it is in none."""
    for name in ("pre", "code") if place >= 0 else ():
        begin, end = page.rfind(f"<{name}", 0, place), page.rfind(f"</{name}", 0, place)
        if begin > end:
            return begin
    return None


def visible(page: str, tag: re.Pattern[str] = re.compile(r"<[^<>]*>")) -> str:
    """Give the text of rendered HTML as readers see it, without code, with single blanks."""
    return " ".join(html.unescape(tag.sub("", without_code(page))).split())
