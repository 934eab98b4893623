"""The page of the glossary: all terms in the order of the language, by their letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from journeybook.model.glossary import Term
from journeybook.pages.addresses import GLOSSARY
from journeybook.pages.page import Make, Page, index
from journeybook.pages.preview import is_preview
from journeybook.pages.site import Site
from journeybook.text.alphabet import alphabet_order, first_letter

NAV = 6


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give one page, where there is a term."""
    if site.book.glossary.terms:
        yield GLOSSARY, _page


def _page(site: Site) -> Page:
    return index("glossary", site.words("Glossary"), _values)


@dataclass(frozen=True)
class LetterGroup:
    """The terms that stand under one letter; `id` is the anchor of the letter."""

    letter: str
    id: str
    terms: tuple[Term, ...]


def _values(site: Site) -> dict[str, Any]:
    """Give the terms by letter, to which others each leads, and whether authors see for whom each is."""
    language, shelf = site.book.settings.language, site.book.glossary

    def order(term: Term) -> Any:
        return alphabet_order(term.term, language), term.id

    def letter(term: Term) -> str:
        return first_letter(term.term, language)

    found = ((name, tuple(terms)) for name, terms in groupby(sorted(shelf, key=order), key=letter))
    groups = [LetterGroup(name, f"letter_{place}", terms) for place, (name, terms) in enumerate(found, 1)]
    return {"groups": groups, "see_of": shelf.see_of, "preview": is_preview(site)}
