"""Find a non-breaking or another odd space where YAML needs an ordinary one: nobody sees the difference."""

from __future__ import annotations

import re

from journeybook.problems import Problem, Text, say
from journeybook.source.document import Document

ODD = "\u00a0\u202f\u205f\u3000\u200b\u2060" + "".join(map(chr, range(0x2000, 0x200B)))
"""What word processors and web pages have for spaces: of fixed width, never broken, or of no width."""
NO_WIDTH = "\u200b\u2060"
_BEGIN = re.compile(rf"[ \t-]*(?P<odd>[{ODD}])[ \t{ODD}]*(?:[-#]|[^\s:{ODD}][^:]*:)")
_COLON = re.compile(
    rf"[ \t]*(?:-[ \t]+)*[^\s:#\"'\[{{|>&*!%@`{ODD}][^:#]*?"
    rf"(?:(?P<before>[{ODD}])[ \t{ODD}]*)?:(?P<after>[{ODD}])?"
)
_DASH = re.compile(rf"[ \t]*(?:-[ \t]+)*-(?P<odd>[{ODD}])")


def odd_space(document: Document, first: int = 0, last: int | None = None) -> Problem | None:
    """Tell the first odd space at the start of a line, after a dash, or beside the colon of a key; None without one.

    Lines from `first` to `last` are looked at, both from 0; without a last one, to the end.
    """
    lines = document.lines if re.search(f"[{ODD}]", document.text) else []
    for number, line in enumerate(lines):
        inside = first <= number and (last is None or number <= last)
        if inside and (column := _in_line(line)) is not None:
            return at_odd_space(document, number + 1, column + 1)
    return None


def odd_at(key: str) -> int | None:
    """Find the odd space at an end of a key, or behind a colon that it then hides; None without one."""
    if key[:1] in ODD and key:
        return 0
    hidden = re.search(f"(?<=:)[{ODD}]", key)
    bare = key.rstrip(ODD)
    return hidden.start() if hidden else len(bare) if bare != key else None


def odd_in_item(text: str) -> int | None:
    """Find the odd space behind the first word of a list's item and its colon, with which it is no key; None else."""
    found = re.match(rf"[\w-]+:(?=[{ODD}])", text)
    return found.end() if found else None


def at_odd_space(document: Document, line: int, column: int) -> Problem:
    """Say that there is an odd space at a place, from 1."""
    sign = document.lines[line - 1][column - 1 : column]
    if sign and sign in NO_WIDTH:
        message = say("there is a character of no width here (U+{code}), which nobody sees", code=f"{ord(sign):04X}")
        return document.problem_at(
            "JB104", message, _instead(document.lines[line - 1], column), line=line, column=column
        )
    message = say("there is a non-breaking space here, which looks like an ordinary one and is none")
    return document.problem_at("JB104", message, say("delete it and press the space bar"), line=line, column=column)


def _instead(line: str, column: int) -> Text:
    """Say what to do with what has no width: behind a dash or a colon, it stands where a space has to be."""
    needs_space = line[: column - 1].endswith(("-", ":")) and line[column : column + 1] not in ("", " ")
    return say("delete it and press the space bar") if needs_space else say("delete it")


def _in_line(line: str) -> int | None:
    for found in (_BEGIN.match(line), _DASH.match(line)):
        if found:
            return found.start("odd")
    found = _COLON.match(line)
    if found is None:
        return None
    return next((found.start(side) for side in ("before", "after") if found[side]), None)
