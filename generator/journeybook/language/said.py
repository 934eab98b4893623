"""All that the program says of itself on pages, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.pofile import read_po

from journeybook.language.words import LOCALE_FOLDER, Words


def said_by_us(language: str) -> Iterator[str]:
    """Give every text of the message catalogue in a language, and in English, which stands in where it has none."""
    words = Words(language)
    with (LOCALE_FOLDER / "journeybook.pot").open("rb") as opened:
        ids = (message.id for message in read_po(opened))
        texts = [text for id in ids for text in ([id] if isinstance(id, str) else id)]
    for text in filter(None, texts):
        yield text
        yield words(text)
