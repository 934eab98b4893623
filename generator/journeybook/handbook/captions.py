"""Number what has a caption: figures and tables, each within their chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeybook.markdown.captions import Captioned

if TYPE_CHECKING:
    from journeybook.handbook.book import Handbook


@dataclass(frozen=True)
class Numbered:
    """Something with a caption: the path of its page, and its number, as in `2.3`, which is empty outside chapters."""

    path: str
    what: Captioned
    number: str


def numbered_captions(book: Handbook) -> dict[str, list[Numbered]]:
    """Give what has a caption on each page, by the page's path.

    An edition has the numbers of the whole handbook. Journeys that are drafts are not shown, and have none.
    """
    if book.whole is not None:
        kept = {path: [one for one in found if _is_kept(book, one)] for path, found in book.whole.captions.items()}
        return {path: found for path, found in kept.items() if found}
    numbers = {path: _numbers(book, path) for path in book.pages}
    return {path: found for path, found in _counted(book, numbers).items() if found}


def _numbers(book: Handbook, path: str) -> list[Captioned]:
    return [one for one in book.pages[path].captions if not one.is_lost and _is_shown(book, one)]


def _is_shown(book: Handbook, one: Captioned) -> bool:
    return not one.journey or one.journey not in book.journeys.drafts


def _counted(book: Handbook, found: dict[str, list[Captioned]]) -> dict[str, list[Numbered]]:
    given: dict[str, list[Numbered]] = {}
    for chapter in book.chapters.values():
        count = Counter[str]()
        for page in chapter.pages:
            if page.path in book.contents.numbers:
                given[page.path] = list(_on_page(page.path, found[page.path], f"{chapter.number}.", count))
    return given | {
        path: [Numbered(path, one, "") for one in more] for path, more in found.items() if path not in given
    }


def _on_page(path: str, found: list[Captioned], chapter: str, count: Counter[str]) -> Iterator[Numbered]:
    for one in found:
        count[one.kind] += 1
        yield Numbered(path, one, f"{chapter}{count[one.kind]}")


def _is_kept(book: Handbook, one: Numbered) -> bool:
    """Tell whether an edition has something with a caption: its page, the blocks around it, and the journey shown."""
    assert book.edition
    return (
        one.path in book.pages
        and all(map(book.edition.shows, one.what.audiences))
        and (not one.what.journey or book.journeys.get(one.what.journey) is not None)
    )


class Given:
    """Hands out the captions of one page in order, to a text of it that may lack some: an edition's, say."""

    def __init__(self, found: list[Numbered]) -> None:
        self._left = list(found)

    def take(self, key: tuple[str, ...]) -> Numbered | None:
        """Give the next one of a key (see `Captioned`); None where the page has no more of it.

        A plugin may have written its words anew: then it goes by its name.
        """
        same = [place for place, one in enumerate(self._left) if one.what.key == key]
        named = [place for place, one in enumerate(self._left) if one.what.key[:2] == key[:2] and one.what.name]
        return self._left.pop((same or named)[0]) if same or named else None
