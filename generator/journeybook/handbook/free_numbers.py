"""Find the numbers that activities of a chapter can still have."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from journeybook.handbook.entries import Shelf
from journeybook.handbook.settings import Settings
from journeybook.model import Activity
from journeybook.problems import Problem, say

_CHAPTER = re.compile(r"^chapter:[ \t]*[\"']?(?P<id>[\w-]+)", re.M)


def free_number(taken: Collection[int]) -> int:
    """Give the least number from 1 that is not taken."""
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def with_free_numbers(problems: list[Problem], activities: Shelf[Activity], settings: Settings) -> list[Problem]:
    """Give the problems, those of a number that is none with one that is free: of `1a`, 1 may be taken."""
    return [_with_number(one, activities, settings) if one.path == ("number",) else one for one in problems]


def _with_number(problem: Problem, activities: Shelf[Activity], settings: Settings) -> Problem:
    if problem.code not in ("JB203", "JB205"):
        return problem
    chapter = _chapter_of(problem, settings)
    numbered = (entry.model for entry in activities if (entry.model.chapter or "") == chapter)
    taken = {model.number for model in numbered if model.number is not None}
    meant = dict(problem.hint.values).get("number") if problem.hint else None
    if not taken or (meant is not None and (not f"{meant}".isdecimal() or int(f"{meant}") not in taken)):
        return problem
    return replace(problem, hint=say("write `{free}`: the next free number of its chapter", free=free_number(taken)))


def _chapter_of(problem: Problem, settings: Settings) -> str:
    """Give the chapter of a file that cannot be read as an activity; empty for none."""
    try:
        text = (settings.root / problem.file).read_text("utf-8-sig", "replace")
    except OSError:
        return ""
    found = _CHAPTER.search(text)
    return found["id"] if found else ""
