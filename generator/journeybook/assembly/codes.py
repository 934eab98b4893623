"""The facts of every code of problems: those that checks state, and those of the rooms that read and draw."""

from __future__ import annotations

from functools import cache

from journeybook.checks import all_checks
from journeybook.diagrams import codes as drawing
from journeybook.handbook import codes as places
from journeybook.model import codes as fields
from journeybook.problems import Code
from journeybook.source import codes as files

_ROOMS = (files.CODES, fields.CODES, places.CODES, drawing.CODES)


@cache
def all_codes() -> dict[str, Code]:
    """Give every code with its facts, ours first, in the order of their names."""
    stated = (*_ROOMS, *(check.CODES for check in all_checks()))
    found = [code for codes in stated for code in codes]
    return {code.code: code for code in sorted(found, key=lambda one: (not one.code.startswith("JB"), one.code))}
