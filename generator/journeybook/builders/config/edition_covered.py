"""What an edition leaves out of pages whose addresses stay: a whole page, in whose place it has another, or headings.

So it is with an introduction of what journeybook makes, such as `toolkit/index.md`, and with the home page. Links lead
there all the same, but not to the headings of the page that is left out, and the navigation has not its title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig

from journeybook.assembly.build import page_of
from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import site_of
from journeybook.handbook import Handbook
from journeybook.handbook.editions import entries_in_part
from journeybook.handbook.hidden_ids import ids_for_all, ids_in_edition
from journeybook.handbook.left_out import at_addresses_of
from journeybook.markdown.anchors import anchors
from journeybook.pages.addresses import path_of

_ID = re.compile(r"""\b(?:id|name)=["']?([^"'\s>]+)""")


def covered_pages(book: Handbook, there: Collection[str]) -> dict[str, str]:
    """Give the paths of pages that an edition leaves out, each with the path of the page that has its address.

    `there` are the paths of all pages that the edition has, made ones included.
    """
    assert book.whole
    return at_addresses_of(book.whole.pages.keys() - book.pages.keys(), there)


def covered_ids(config: MkDocsConfig, options: Options, book: Handbook, covered: Mapping[str, str]) -> Iterator[str]:
    """Give the ids of what stands on covered pages alone, each behind the page's path and a `#`."""
    assert book.whole
    for path, other in covered.items():
        gone = ids_for_all(book.whole.pages[path], book)
        yield from (f"{path}#{id}" for id in (gone - _ids(config, options, book, other) if gone else ()))


def ids_of_parts(config: MkDocsConfig, options: Options, book: Handbook) -> Iterator[str]:
    """Give the ids of headings that pages of entries lack in an edition, each behind the page's path and a `#`.

    They are made of words, such as those of the notes for a facilitator. Pages that no text leads into are not asked.
    """
    assert book.whole
    texts = "\n".join(document.text for document, _ in book.sources())
    whole = site_of(config, options, book.whole)
    for entry in entries_in_part(book):
        path, id = book.source_of(path_of(entry)), re.escape(entry.id)
        into = rf"(?:/{id}(?![\w-])|(?<![\w-]){id}(?:/|\.md))[^\s#]{{0,200}}#"  # not `journey:id#stage`
        if re.search(into, texts) and (made := page_of(whole, path)):
            gone = anchors(made.body, book.settings.markdown) - _ids(config, options, book, path)
            yield from (f"{path}#{id}" for id in gone)


def _ids(config: MkDocsConfig, options: Options, book: Handbook, path: str) -> set[str]:
    """Give the ids on a page of an edition: those of the author's text, and of what is made there."""
    page = book.pages.get(path)
    found = set(ids_in_edition(page, book)) if page else set[str]()
    site = site_of(config, options, book)
    if made := page_of(site, path):
        found |= anchors(made.body, book.settings.markdown)
        kept = (*made.fills.blocks.values(), *made.fills.parts.values(), *made.fills.figures.values())
        found |= {id for html in kept for id in _ID.findall(html)}
        found |= {stage.key for entry in book.journeys for stage in entry.model.stages}  # in drawings, not drawn yet
    return found
