"""Turn a Markdown field of YAML into plain sentences: what a card has room for."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from journeybook.markdown import fields
from journeybook.markdown.references import Edit, Reference, find, rewrite
from journeybook.pages.scribe import Scribe

_PLAIN = re.compile(r"[^\\`*_{}\[\]<>#|~&:]*")
_BLOCK = re.compile(r"^(?: {4}|\t|\s*(?:[-+]|\d+[.)])\s)|\n\s*\n", re.M)
_BLOCKS = {"p", "li", "dt", "dd", "tr", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[”’\")]*\s+(?=\S)|(?<=[。！？])")


def prose(scribe: Scribe, text: str | None) -> str:
    """Give the words of a field: links by their text, list items after a dash, embeds left out."""
    if not text:
        return ""
    if _PLAIN.fullmatch(text) and not _BLOCK.search(text):  # most fields; Markdown would take a hundred times as long
        return " ".join(text.split())
    references = find(text, fields.FIELD_SETTINGS)
    markdown = rewrite(text, references, lambda reference: _shown(scribe, reference))
    reader = _Reader()
    reader.feed(fields.render(markdown))
    reader.close()
    return " ".join("".join(reader.found).split())


def sentences(text: str) -> list[str]:
    """Cut a text after each sentence; joined with spaces the parts give it again where it has spaces."""
    parts, start = [], 0
    for match in _SENTENCE.finditer(text):
        if text[match.end() : match.end() + 1].islower():  # He asks “Why?” and waits.
            continue
        parts.append(text[start : match.end()].strip())
        start = match.end()
    return [part for part in [*parts, text[start:].strip()] if part]


def _shown(scribe: Scribe, reference: Reference) -> str | Edit | None:
    if reference.embed:
        return ""
    return scribe.replacement(reference, lambda found, html: "", lambda found, path, fragment: "#")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "br":
            self.found.append(" ")
        if tag == "li":
            self.found.append("– ")
        if tag in ("td", "th"):
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.found.append(" ")

    def handle_data(self, data: str) -> None:
        self.found.append(data)
