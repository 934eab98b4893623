"""Guess how many people somebody meant: “12 pairs”, “3 groups of 4”, “4 (max)”, “24 (12 pairs)”, “6 + 6”."""

from __future__ import annotations

import re

from journeybook.model.amounts import all_figures, normal
from journeybook.model.group_forms import Headcount, people, size_of

_SETS = re.compile(r"(?P<n>\d{1,3}|one|[a-z-]+) (?P<sets>pairs|couples|duos|trios|triads|fours|fives|sixes)")
_GROUPS = re.compile(r"(?P<n>\d{1,3}) (?:small )?(?:groups|teams|tables) (?:of|with|à) (?P<each>\d{1,3})(?: each)?")
_APART = re.compile(r"\s*[,(]\s*(?:in |at )?|\s+(?:in|at)\s+")
_TABLES = re.compile(r"(?:at )?tables (?=of|with)")
_AND = re.compile(r"\s*(?:\+|&|,|\band\b|\bplus\b)\s*")
_WORDS = {
    "1": "individual|individually|individuals|solo|alone|one person|self|single|on your own|by yourself|einzeln|seul",
    "2": "pair|couple|duo|mentor and mentee|mentee and mentor|mentor + mentee|mentor, mentee|tandem",
    "any": "whole class|whole group|class|everyone|everybody|all|1-n|1-many|one-to-many|1 to many|1:n|plenary"
    "|large group|all sizes|anyone|open to all",
}
_MOST = 1000


def meant_group(text: str) -> str | Headcount | None:
    """Give the form that a text was most likely meant as, or the numbers; None where nothing is sure."""
    said = re.sub(r"\s*[–—−]\s*", "-", normal(text)).strip(" .")
    for form, words in _WORDS.items():
        if re.sub(r"^1 (?=pair|couple|duo)|^(?:the|a) ", "", said) in words.split("|"):
            return form
    if found := _divided(said):
        return found
    bare = re.sub(r"[()]", " ", said)
    counted = people(" ".join(bare.split())) if bare != said else None
    if counted and not counted.about:
        return _form(counted)
    total = sum_of(said)
    return str(total.max) if total and total.min == total.max else total


def _form(found: Headcount) -> str | Headcount:
    if found.size is None and found.max is None:
        return f"{found.min}+"
    if found.size is None and found.min == 1:
        return f"up to {found.max}"
    return found


def _divided(said: str) -> Headcount | None:
    """Read people in groups: so many groups of a size, or so many people and then their groups."""
    if sets := _sets(said):
        return sets
    if (size := size_of(_TABLES.sub("groups ", said))) and not size_of(said):
        return Headcount(size, None, size)
    parts = _APART.split(said.rstrip(")"))
    for one, other in ((parts[0], parts[1]), (parts[1], parts[0])) if len(parts) == 2 else ():
        counted, size = people(one), _size(other)
        if counted and counted.size is None and size:
            return counted._replace(size=size)
    return None


def _sets(said: str) -> Headcount | None:
    """Read `12 pairs` and `3 groups of 4` as all the people in them."""
    found = _GROUPS.fullmatch(said)
    if found:
        number, size = int(found["n"]), int(found["each"])
    elif (found := _SETS.fullmatch(said)) and (figures := all_figures(found["n"])).isdigit():
        number, size = int(figures), size_of("pairs" if found["sets"] in ("couples", "duos") else found["sets"]) or 0
    else:
        return None
    return Headcount(number * size, number * size, size) if 0 < number * size <= _MOST else None


def _size(said: str) -> int | None:
    sets = _sets(said)
    return sets.size if sets else size_of(_TABLES.sub("groups ", said))


def meant_people(text: str) -> int | None:
    """Give the one number of people that a text means: the most of a range, all in `8 pairs`, the sum of `6 + 6`."""
    found = meant_group(text) or people(text)
    if isinstance(found, str):
        found = people(found)
    if found and found.max is not None:
        return round(found.max / 1.25) if found.about else found.max
    total = sum_of(text)
    return total.max if total else None


def sum_of(text: str) -> Headcount | None:
    """Add `6 mentors + 6 mentees`, and `1 mentor and 6–8 mentees`; of `2, 12` nobody knows what they are."""
    texts = _AND.split(text)
    parts = [people(part) for part in texts]
    counted = [part for part in parts if part and part.max]
    is_clear = "+" in text or not any(part.strip().isdigit() for part in texts)
    if not is_clear or len(texts) < 2 or len(counted) < len(texts):
        return None
    return Headcount(sum(part.min for part in counted), sum(part.max or 0 for part in counted))
