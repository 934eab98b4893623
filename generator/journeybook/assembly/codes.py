"""The facts of every code of problems: those that checks state, and those of the rooms that read and draw."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from journeybook.checks import all_checks
from journeybook.diagrams import codes as diagrams
from journeybook.handbook import codes as handbook
from journeybook.model import codes as model
from journeybook.problems import Code
from journeybook.source import codes as source

_ROOMS = (source.CODES, model.CODES, handbook.CODES, diagrams.CODES)


@cache
def all_codes() -> dict[str, Code]:
    """Give every code with its facts, ours first, in the order of their names; a ValueError where two are one."""
    stated = (*_ROOMS, *(check.CODES for check in all_checks()))
    found = sorted((code for codes in stated for code in codes), key=_order)
    for code, following in pairwise(found):
        if code.code == following.code:
            raise ValueError(f"{code.code} is stated twice: give one of the two another number")
    return {code.code: code for code in found}


def _order(code: Code) -> tuple[bool, str]:
    return not code.code.startswith("JB"), code.code
