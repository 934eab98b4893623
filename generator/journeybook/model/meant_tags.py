"""Find the tag that another one, with a letter more, fewer or changed about, was meant as."""

from __future__ import annotations

from collections import Counter

_SHORTEST = 6
"""Letters of the shortest tag that is looked at: of short words, many are near to another."""


def meant_tag(tag: str, used: Counter[str]) -> str | None:
    """Give the tag of `used`, which counts them, that was meant; None where this one is used more, or as often before.

    Its first and last letters are right, as `begining` has those of `beginning`: plan and plant are two words.
    """
    folded = tag.casefold()
    near = [other for other in used if other == tag or _is_slip(folded, other.casefold())]
    best = max(near, key=lambda other: used[other])  # of several, the first
    return best if best != tag else None


def _is_slip(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or short[0] != long[0] or short[-1] != long[-1]:
        return False
    at = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) == len(short) + 1:
        return short[at:] == long[at + 1 :]
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return len(long) == len(short) and swapped == long
