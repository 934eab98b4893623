"""Divide a text that says more than a time: “1–2 h per interview”, “30 min prep, 60 min session”, “5 min + 40 min”."""

from __future__ import annotations

import re
from typing import NamedTuple

from journeybook.model.duration_forms import longest, parse_duration, parse_minutes, total, usual
from journeybook.model.meant_durations import multiplied

_PREPARATION = re.compile(
    r"(?:^|[,;+(]|\bplus\b)\s*(?P<time>(?:(?!\bplus\b)[^,;+()])+?)\s+(?:of |for |to )?"
    r"(?:prep|preparation|prepare|set-?up)\b(?:[,;+)\s]|plus\b)*(?:and\s+)?",
    re.I,
)
_JOINS = re.compile(r"(?:[-–—~+/&]|to\b|or\b|and\b|bis\b|à\s)", re.I)
_MARKS = ",;:."


class PartsOfTime(NamedTuple):
    """A time as it is written, the time to prepare, and what else is said; each may be empty."""

    time: str
    preparation: str = ""
    note: str = ""


def as_one_range(text: str) -> str | None:
    """Give the range that `30 min, 45 min` may mean, where the second time is longer; None for all else."""
    parts = re.split("[,;]", text)
    least, most = map(parse_minutes, map(str.strip, parts)) if len(parts) == 2 else (None, None)
    return usual(least, most) if least and most and least < most else None


def time_with_more(text: str) -> PartsOfTime | None:
    """Divide a text that has a time and says more; None where it has none, or what the time counts is not sure.

    A text that has only a time to prepare has dots for the other; of a range of
    them, the longest is given. Times that are added, or so many times, are given as their sum.
    """
    if added := total(text) or multiplied(text):
        return PartsOfTime(usual(added, added), note=text)
    if (found := _PREPARATION.search(text)) and (minutes := longest(found["time"])):
        rest = f"{text[: found.start()]}{text[found.end() :]}".strip(" ,;+()")
        left = _divided(rest) or PartsOfTime(rest or "…")
        one = found["time"] if parse_minutes(found["time"]) else usual(minutes, minutes)
        return left._replace(preparation=one) if left.time == "…" or parse_duration(left.time) else None
    return _divided(text)


def _divided(text: str) -> PartsOfTime | None:
    """Divide a text where the longest time that it begins with ends; not in the middle of a range or of a sum."""
    words = text.split()
    for place in range(len(words) - 1, 0, -1):
        time, rest = " ".join(words[:place]).rstrip(_MARKS), " ".join(words[place:])
        is_bare = words[place - 1][-1].isdigit()  # a number before a word may count anything
        if parse_duration(time) and not is_bare:
            if time.endswith(" +") and rest[:1].isalpha():  # `45 min + break`: no more time is meant
                return PartsOfTime(time.removesuffix(" +"), note=f"+ {rest}")
            return None if _JOINS.match(rest) or _is_added(time, rest) else PartsOfTime(time, note=_bare(rest))
    return None


def _is_added(time: str, rest: str) -> bool:
    return time.endswith("+") and rest[:1].isdigit()


def _bare(rest: str) -> str:
    """Take brackets away that stand around all of a text."""
    found = re.fullmatch(r"\(([^()]*)\)", rest)
    return found[1] if found else rest
