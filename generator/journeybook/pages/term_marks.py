"""The first use of each term of the glossary on a page: a way to what it means, which a script opens in place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from html import escape, unescape

from journeybook.markdown.terms import TermFinder, first_uses_in_markdown, with_first_uses
from journeybook.model.glossary import Term
from journeybook.pages.addresses import GLOSSARY
from journeybook.pages.artifact import Fills
from journeybook.pages.foreign import settle
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

_TAG, _BLANKS = re.compile(r"<[^<>]*>"), re.compile(r"\s+")
_BLOCK_END = re.compile(r"</(?:p|li|h\d|tr|td|dd|dt|blockquote|pre)>")
_BARE = ("cards", "glossary", "planner")
"""Kinds of pages without marks: cards are cut, the glossary has all terms, and a script writes the planner."""


class TermMarks:
    """Marks the terms on the pages of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._shelf = site.book.glossary
        self._means: dict[str, str] = {}

    @cached_property
    def _finder(self) -> TermFinder:
        words = {word: term.id for term in reversed(self._shelf.terms) for word in reversed(term.words)}
        return TermFinder(words, self._language)

    @property
    def _language(self) -> str:
        return self._site.book.settings.language

    def are_on(self, path: str, kind: object, language: object) -> bool:
        """Tell whether terms are marked on a page of this path, its front matter’s kind (`jb`) and its language."""
        if not self._shelf.terms or kind in _BARE or self._site.book.source_of(GLOSSARY) == path:
            return False
        return not language or str(language).split("-")[0] == self._language.split("-")[0].split("_")[0]

    def marked(self, html: str, address: str) -> str:
        """Give the HTML of a page's content with its marks; `address` is the path of the page, or of its HTML."""
        return with_first_uses(html, self._finder, self._language, self._link(address), set())

    def mark_fills(self, fills: Fills, address: str, used: set[str] | None = None) -> None:
        """Mark terms in the blocks of a page; `used` are those that its Markdown has marked."""
        told, link = set[str]() if used is None else used, self._link(address)
        for key, html in fills.blocks.items():
            fills.blocks[key] = with_first_uses(html, self._finder, self._language, link, told)

    def mark_markdown(self, markdown: str, fills: Fills, address: str, render: Callable[[str], str]) -> str:
        """Give the Markdown of a page with placeholders for its marks, and put those and the marks of blocks into fills.

        `render` gives the HTML of a text.
        """
        uses, link = first_uses_in_markdown(markdown, self._finder, self._language, render), self._link(address)
        self.mark_fills(fills, address, {id for _, _, id in uses})
        parts, last = list[str](), 0
        for begin, end, id in uses:
            parts += [markdown[last:begin], fills.inside(link(id, markdown[begin:end]))]
            last = end
        return "".join([*parts, markdown[last:]])

    def _link(self, address: str) -> Callable[[str, str], str]:
        links = self._site.links(address)

        def link(id: str, word: str) -> str:
            term, more = self._shelf.by_id[id], self._site.on_page().words("In the glossary")
            page = self._site.on_page().words.page
            data = f'data-jb-term="{_attribute(term.term)}" data-jb-means="{_attribute(self._meaning(term))}"'
            way = f'class="jb-term" href="{escape(links.to(GLOSSARY, id))}" data-jb-app="term"'
            return settle(f'<a {way} {data} data-jb-more="{_attribute(more)}">', page) + f"{word}</a>"

        return link

    def _meaning(self, term: Term) -> str:
        """Say what a term means, as a text; of one without a meaning, which others tell it."""
        if term.id not in self._means:
            if term.definition:
                html = str(Scribe(self._site.on_page(), GLOSSARY).field(term.definition))
                text = unescape(_TAG.sub("", _BLOCK_END.sub(" ", html)))
            else:
                others = " · ".join(other.term for other in self._shelf.see_of(term))
                text = f"{self._site.on_page().words('See:')} {others}"
            self._means[term.id] = _BLANKS.sub(" ", text).strip()
        return self._means[term.id]


def _attribute(text: str) -> str:
    return escape(text.replace("\n", " "))
