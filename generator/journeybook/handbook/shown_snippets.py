"""Texts of any ending that the pages of an edition take in as snippets, and that are for its readers."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook.book import Handbook
from journeybook.handbook.editions import entries_in_part, hidden_places
from journeybook.handbook.snippets import taken_in
from journeybook.markdown.audience_blocks import find_blocks, without_blocks
from journeybook.markdown.settings import DEFAULT
from journeybook.model.meant_audience import keys_at_top
from journeybook.source import read_text


def shown_snippets(book: Handbook) -> Iterator[str]:
    """Give what the pages of an edition take in, and what that takes in, each file once, without blocks for others.

    What is for others as a whole is none of it, for the edition is not made where a page takes that in.
    """
    assert book.whole and book.edition
    settings, edition = book.settings, book.edition
    names = {*settings.roles, *(one.name for one in book.editions)}
    is_hidden, content = hidden_places(book.whole, edition), settings.content.resolve()
    sources = [*entries_in_part(book), *filter(None, [book.whole.every_page.entry])]
    seen = {(settings.root / entry.document.file).resolve() for entry in sources}
    waiting = [page.document.text for page in book.pages.values()]
    while waiting:
        for _, name, file in taken_in(waiting.pop(), settings.markdown, settings.root):
            real = file.resolve()
            if real in seen or (real.is_relative_to(content) and is_hidden(real.relative_to(content).as_posix())):
                continue
            seen.add(real)
            text = read_text(real, name)[0] or ""
            roles, wrong = keys_at_top(text, settings.roles, names)
            if not wrong and edition.shows(roles):
                waiting.append(without_blocks(text, find_blocks(text, DEFAULT), edition.shows))
                yield waiting[-1]
