"""The first use of each term of the glossary on a page: a way to what it means, which a script opens in place."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from journeybook.markdown.terms import first_uses_in_markdown, with_first_uses
from journeybook.pages.addresses import GLOSSARY
from journeybook.pages.artifact import Fills
from journeybook.pages.foreign import settle
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

_TAG, _BLANKS = re.compile(r"<[^<>]*>"), re.compile(r"\s+")
_SIGN = re.compile(r"[^\w\s]|_", re.A)
_BLOCK_END = re.compile(r"</(?:p|li|h\d|tr|td|dd|dt|blockquote|pre)>")
_BARE = ("cards", "glossary", "planner")
"""Kinds of pages without marks: cards are cut, the glossary has all terms, and a script writes the planner."""


class TermMarks:
    """Marks the terms on the pages of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._shelf = site.book.glossary
        self._means: dict[str, str] = {}

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
        return with_first_uses(html, self._shelf.finder, self._language, self._link(address), set())

    def mark_fills(self, fills: Fills, address: str, used: set[str] | None = None) -> None:
        """Mark terms in the blocks of a page; `used` are those that its Markdown has marked."""
        told, link = set[str]() if used is None else used, self._link(address)
        for key, html in fills.blocks.items():
            fills.blocks[key] = with_first_uses(html, self._shelf.finder, self._language, link, told)

    def mark_markdown(self, markdown: str, fills: Fills, address: str, render: Callable[[str], str]) -> str:
        """Give the Markdown of a page of a plain folder with its marks, as HTML within its lines; mark its blocks, too.

        `render` gives the HTML of a text.
        """
        uses = first_uses_in_markdown(markdown, self._shelf.finder, self._language, render)
        self.mark_fills(fills, address, {id for _, _, id in uses})
        parts, last, link = list[str](), 0, self._link(address, in_markdown=True)
        for begin, end, id in uses:
            parts += [markdown[last:begin], link(id, markdown[begin:end])]
            last = end
        return "".join([*parts, markdown[last:]])

    def _link(self, address: str, *, in_markdown: bool = False) -> Callable[[str, str], str]:
        links, words = self._site.links(address), self._site.on_page().words
        href, escaped = ("data-jb-href", _out_of_reach) if in_markdown else ("href", escape)

        def link(id: str, word: str) -> str:
            said = {"term": self._shelf.by_id[id].term, "means": self._meaning(id), "more": words("In the glossary")}
            data = "".join(f' data-jb-{name}="{escaped(text)}"' for name, text in said.items())
            tag = f'<a class="jb-term" {href}="{escape(links.to(GLOSSARY, id))}" data-jb-app="term"{data}>'
            return f"{settle(tag, words.page)}{word}</a>"

        return link

    def _meaning(self, id: str) -> str:
        """Say what a term means, as a text; of one without a meaning, which others tell it."""
        if id not in self._means:
            term, there = self._shelf.by_id[id], self._site.on_page()
            if term.definition:
                html = str(Scribe(there, GLOSSARY).field(term.definition))
                text = unescape(_TAG.sub("", _BLOCK_END.sub(" ", html)))
            else:
                text = f"{there.words('See:')} {' · '.join(other.term for other in self._shelf.see_of(term))}"
            self._means[id] = _BLANKS.sub(" ", text).strip()
        return self._means[id]


def _out_of_reach(text: str) -> str:
    """Escape a text for an attribute of HTML within Markdown, of which no builder's Markdown then changes a sign."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", text)
