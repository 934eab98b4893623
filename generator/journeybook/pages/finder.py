"""Filter a long list: the choices of a page, which of them fit each item, and its words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from journeybook.text.title_order import title_order

MOST, FIRST = 12, 8
"""More choices than MOST, and only FIRST are shown before the reader asks for all."""

_LINK = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Choice:
    """A box to tick: its word in the address, what it says, how many items it fits; a stage has a journey and a number.

    `place` is the choice's number on its page, by which items name it.
    """

    key: str
    label: str
    group: str = ""
    number: int = 0
    place: int = -1
    count: int = 0


@dataclass(frozen=True)
class FilterKind:
    """Choices of one kind, such as the settings; an item fits where it has one of those that are ticked.

    `ambiguous`: where a choice stands alone, its kind has to be told with it.
    """

    name: str
    label: str
    choices: Sequence[Choice]
    ambiguous: bool = False

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The choices by what they belong to."""
        return [(group, list(choices)) for group, choices in groupby(self.choices, key=lambda choice: choice.group)]

    @property
    def shown(self) -> int:
        """How many choices are shown at once; the rest folds."""
        return len(self.choices) if len(self.choices) <= MOST else FIRST


@dataclass(frozen=True)
class FilterItem:
    """An item of the list: the keys that it has of each kind, and the text that its words are found in."""

    keys: Mapping[str, Iterable[str]]
    text: str
    ranges: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Finder:
    """Everything that a page's filter needs: kinds with their choices, the facts of each item, the words' index."""

    kinds: list[FilterKind]
    facts: list[dict[str, str]]
    words: dict[str, str]


def finder(kinds: Iterable[FilterKind], items: Sequence[FilterItem]) -> Finder:
    """Make the filter of these items; a choice that fits none of them is left out."""
    counts = Counter((kind, key) for item in items for kind, keys in item.keys.items() for key in set(keys))
    places: dict[tuple[str, str], int] = {}
    kept: list[FilterKind] = []
    for kind in kinds:
        choices = []
        for choice in kind.choices:
            if count := counts[kind.name, choice.key]:
                place = places.setdefault((kind.name, choice.key), len(places))
                choices.append(replace(choice, place=place, count=count))
        if choices:
            kept.append(replace(kind, choices=choices))
    facts = []
    for item in items:
        found = sorted({places[kind, key] for kind, keys in item.keys.items() for key in keys if (kind, key) in places})
        facts.append({"in": " ".join(map(str, found)), **item.ranges})
    return Finder(kept, facts, word_index([item.text for item in items]))


def by_use(labels: Iterable[tuple[str, str]]) -> list[Choice]:
    """Give choices of keys and labels, those that come most often first."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for key, label in labels:
        found.setdefault(key, label)
        counts[key] += 1
    keys = sorted(found, key=lambda key: (-counts[key], title_order(found[key])))
    return [Choice(key, found[key]) for key in keys]


def word_index(texts: Sequence[str]) -> dict[str, str]:
    """List for each word the numbers of the texts that it is in, as small as a page can carry it.

    `words` are sorted and divided by spaces; `items` has as many parts, divided by semicolons. A part's numbers are
    those of the texts, each written as what it is more than the one before, in base 36.
    """
    found: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for word in set(words_of(text)):
            found.setdefault(word, []).append(number)
    words = sorted(found)
    return {"words": " ".join(words), "items": ";".join(_deltas(found[word]) for word in words)}


def words_of(text: str) -> list[str]:
    """Give the words of a text without accents and in lower case, as the browser folds what is typed."""
    folded = unicodedata.normalize("NFKD", _LINK.sub("]", text)).lower()
    kept = "".join(c for c in folded if unicodedata.category(c) != "Mn")
    return _WORD.findall(unicodedata.normalize("NFC", kept))


def _deltas(numbers: Sequence[int]) -> str:
    before = [0, *numbers]
    return " ".join(_base36(number - last) for number, last in zip(numbers, before, strict=False))


def _base36(number: int) -> str:
    digits = ""
    while number >= 36:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return _DIGITS[number] + digits
