"""Guess how many of a material an author means who has typed the number into its title."""

from __future__ import annotations

import re

_NUMBER = r"(?P<number>[1-9]\d{0,2})"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TITLE = r"(?P<title>[^\W\d_][^\n;:()]{0,80}?)"
_PER = r"(?:(?:per|for each|for every)[ ]|/[ ]?)(?P<per>person|group|participant|small group)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_NUMBER}[ ]?[x×][ ]{_TITLE}(?:[ ]{_PER})?",
        rf"{_TITLE}[ ][x×][ ]?{_NUMBER}(?:[ ]{_PER})?",
        rf"{_TITLE}[ ]\([x×][ ]?{_NUMBER}\)",
        rf"{_TITLE}[ ]\({_NUMBER}[ ]?[x×]?[ ]?{_PER}\)",
        rf"{_TITLE},?[ ]{_NUMBER}[ ]?{_PER}",
        rf"{_TITLE}(?:,[ ]|[ ]\(|[ ][–—-][ ])(?P<number>{'|'.join(_WORDS)})[ ]{_PER}\)?",
        rf"{_NUMBER}[ ]{_TITLE}[ ]{_PER}",
    )
)
_GOES_ON = re.compile(r"\w+[ ]?[x×]|.*(?:\d|[ ](?:x|×|by|for|of|with|in|at|and|or))$", re.I)
"""A title behind which a number is a part of a measure, or of the words: `paper 3 x 4`, `chairs for 4 per group`."""


def counted(text: str) -> tuple[str, int, str | None] | None:
    """Give the title, the quantity and what it is per of `2x Paper` or `Paper (2 per person)`; None of all else."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found and not _GOES_ON.match(found["title"]):
            per = (found.groupdict().get("per") or "").lower()
            title = found["title"].strip(" ,")
            named = {"participant": "person", "small group": "group"}.get(per, per) or None
            number = _WORDS.get(found["number"].lower()) or int(found["number"])
            return title[:1].upper() + title[1:], number, named
    return None
