"""Pair the items of two lists: what is in both, what in one alone, and the order of both together."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

Key = Callable[[Any], Hashable | None]
"""Gives what two items have to have in common to be the same; None where an item has it not."""
Spot = int | None
"""Where an item stands in its list, from 0; None where the list lacks it."""

_PLAIN = str.maketrans("‘’‚‛“”„‟–—−", "''''\"\"\"\"---")


def folded(text: str) -> str:
    """Give a text without what makes no difference to readers: case, spaces, kinds of quotes, a full stop."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    return " ".join(plain.split()).removesuffix(".")


def paired(was: Sequence[Any], now: Sequence[Any], keys: Iterable[tuple[Key, Key]]) -> dict[int, int]:
    """Pair the places in `now` with those in `was`, each once.

    Each of `keys` is a key for either list: what the first leaves alone, the next may pair. Of several items with one
    key, the first belongs to the first.
    """
    found: dict[int, int] = {}
    for key_was, key_now in keys:
        left: dict[Hashable, deque[int]] = defaultdict(deque)
        taken = set(found.values())
        for place, item in enumerate(was):
            if place not in taken:
                left[key_was(item)].append(place)
        left.pop(None, None)
        for place, item in enumerate(now):
            if place not in found and (places := left.get(key_now(item))):
                found[place] = places.popleft()
    return found


def merged(pairs: Mapping[int, int], was: int, now: int) -> list[tuple[Spot, Spot]]:
    """Give all places of both lists, which have `was` and `now` items, in the order of `now`.

    What is gone stands after what it followed.
    """
    found: list[tuple[Spot, Spot]] = [(pairs.get(place), place) for place in range(now)]
    kept = set(pairs.values())
    for place in range(was):
        if place not in kept:
            before = next((at for at, pair in enumerate(found) if pair[0] == place - 1), -1) if place else -1
            found.insert(before + 1, (place, None))
    return found


def moved(pairs: Mapping[int, int]) -> set[int]:
    """Give the places in `now` whose items do not follow the others as they did: as few as can be."""
    order = sorted(pairs.items())
    tails: list[int] = []  # the last place of the best run of each length, as patience sorting keeps them
    tops: list[int] = []
    before: list[int | None] = []
    for nth, (_, place) in enumerate(order):
        length = bisect_left(tops, place)
        before.append(tails[length - 1] if length else None)
        tops[length:] = [place] if length == len(tops) else [place, *tops[length + 1 :]]
        tails[length:] = [nth] if length == len(tails) else [nth, *tails[length + 1 :]]
    stays = set[int]()
    step = tails[-1] if tails else None
    while step is not None:
        stays.add(order[step][0])
        step = before[step]
    return set(pairs) - stays
