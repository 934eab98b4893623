"""How many people something is for, as people write it: “1–9 people”, “up to 12”, “pairs”, “1:1”, “any size”."""

from __future__ import annotations

import re
from typing import NamedTuple

from journeybook.model.amounts import Bound, all_figures, amount, normal

_PEOPLE = re.compile(
    r"\s*\b(?:(?:young |other )?(?:people|persons?|ppl|pax|participants?|users?|players?|peers?|members?|attendees?"
    r"|adults?|learners?|students?|mentors?|mentees?|teens|teenagers|children|kids|guests?"
    r"|personen|leute|teilnehmende|teilnehmer|personnes?|personas?)|tn)$|\s*(?:人|名|명)$"
)
_ONE_TO_ONE = re.compile(r"1(?: ?: ?|-2-|-to-| to |-on-| on | ?[-–—] ?)1")
_ANY = re.compile(r"(?:any(?: (?:group )?(?:size|number)(?: of people)?)?|unlimited|no limit|open)")
_NAMED_SIZES = {"pair": 2, "two": 2, "trio": 3, "triad": 3, "three": 3, "four": 4, "five": 5, "six": 6, "sixe": 6}
_NAMED_SIZE = re.compile(rf"(?:in )?({'|'.join(_NAMED_SIZES)})s")
_GROUPS_OF = re.compile(r"(?:in )?(?:small )?(?:groups|teams) of (.+)")
_PER_GROUP = re.compile(r"(.+) (?:per|in each|in a) (?:small )?(?:group|team|table)")
_LEAST_AND_MOST = re.compile(
    r"(?:min(?:imum)?\b\.?|at least):?\s*(\d{1,6})(?:\s*[,;/]|\s+and)?\s*(?:max(?:imum)?\b\.?|at most|up to):?\s*(.+)"
)
_REST = re.compile(r"(?P<head>[^(,;]*[^(,;\s])\s*[(,;]\s*(?P<rest>[^\s\d][^()]*?)\s*\)?")


class Headcount(NamedTuple):
    """The least and the most (None: open) number of people, those in each small group, and whether that is rough."""

    min: int
    max: int | None
    size: int | None = None
    about: bool = False


class Remark(NamedTuple):
    """A number of people and the author's words behind it, which say more."""

    people: Headcount
    text: str


def people(text: str) -> Headcount | None:
    """Read `12`, `1–9 people`, `8+`, `up to 12`, `<10`, `about 12`, `pairs`, `groups of 4`, `1:1`, `any`.

    What is rough is a quarter less to a quarter more. None for all else.
    """
    said = normal(text).removesuffix(".")
    if size := size_of(said):
        return Headcount(size, None, size)
    said = all_figures(said)
    if _ONE_TO_ONE.fullmatch(said):
        return Headcount(2, 2)
    if _ANY.fullmatch(said):
        return Headcount(1, None)
    both = _LEAST_AND_MOST.fullmatch(said)
    return _counted(f"{both[1]}-{both[2]}" if both else said)


def with_remark(text: str) -> Remark | None:
    """Read `6–8 people (max 10)`, `2–30, in pairs`, `groups of 3–5` and `3 per group`: people, and what else is said.

    Small groups of several sizes have the one in the middle: all of them can be divided so. Of `groups of up to 5`
    the most is the size that somebody has named.
    """
    said = normal(text).removesuffix(".")
    if (groups := _GROUPS_OF.fullmatch(said) or _PER_GROUP.fullmatch(said)) and (each := people(groups[1])):
        most = each.max or each.min
        return Remark(Headcount(each.min, None, most if each.min == 1 else (each.min + most) // 2), text)
    found = _REST.fullmatch(text)
    counted = people(found["head"]) if found else None
    if found is None or counted is None:
        return None
    size = size_of(normal(found["rest"]))
    if size:
        return Remark(counted._replace(size=size), "")
    return Remark(counted, text if counted.about else found["rest"])


def size_of(said: str) -> int | None:
    """Give, for a text in its normal form, how many are in each of `pairs`, `trios` and `groups of 4`."""
    if named := _NAMED_SIZE.fullmatch(said):
        return _NAMED_SIZES[named[1]]
    groups = _GROUPS_OF.fullmatch(said)
    each = _counted(all_figures(groups[1])) if groups else None
    return each.min if each and each.min == each.max and not each.about else None


def _counted(text: str) -> Headcount | None:
    said = amount(text)
    if said is None:
        return None
    ends = [_PEOPLE.sub("", end.strip()) for end in (said.low, said.high)]
    if not all(re.fullmatch("[0-9]{1,6}", end) for end in ends):
        return None
    low, high = map(int, ends)
    if said.about:
        low, high = low - low // 4, high + high // 4
    least, most = {
        Bound.NONE: (low, high),
        Bound.AT_LEAST: (low, None),
        Bound.OVER: (low + 1, None),
        Bound.AT_MOST: (1, high),
        Bound.UNDER: (1, high - 1),
    }[said.bound]
    return Headcount(least, most, about=said.about)
