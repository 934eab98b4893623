"""Lines with labels or times, such as `**Time:** 9–12`, that are meant to stand below each other and flow into one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.html_blocks import crossed_out
from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign
from journeybook.problems import say

_UNTIL = r"(?:[ ]?[ap]m)?(?:[ ]?[-–—][ ]?\d{1,2}[:.]\d{2}(?:[ ]?[ap]m)?)?(?:[ ]?Uhr)?"
_LABELLED = re.compile(
    r"[ ]{0,3}(?:(?P<mark>\*\*|__|\*|_)[^*_\n:]{1,40}(?::(?P=mark)|(?P=mark):)"
    r"|[^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+){0,2}:"
    rf"|(?P<time>\d{{1,2}}(?::\d{{2}}|\.\d{{2}}(?=[ ]?Uhr))){_UNTIL}[ ]?[:–—-]?)"
    r"[ ]+(?(time)(?:\*{1,2}|__?|\[)?[^\W\d_]|\S)"
)
_BROKEN = ("  ", "\\", "<br>", "<br/>", "<br />")
_FEWEST, _SURE = 3, 2
"""Lines of which nobody has broken a sentence so; two where they begin with labels that stand out."""
_LONGEST = 100


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find the first of such lines of a page, where no extension keeps lines."""
    if extensions is None or "nl2br" in extensions or not (":" in text or "Uhr" in text):
        return
    for level in levels(crossed_out(text)):
        for lines in level.paragraphs():
            yield from _flowing(lines)


def _flowing(lines: list[Line]) -> Iterator[Sign]:
    run: list[Line] = []
    above = ":"
    for at, line in lines:
        if not run and not above.rstrip().endswith(":") and _is_time(line):  # in the middle of a sentence
            above = line
            continue
        above = line
        run = [*run, (at, line)] if _LABELLED.match(line) and len(line) <= _LONGEST else []
        if len(run) == (_SURE if _are_sure(run) else _FEWEST):
            if not any(above.endswith(_BROKEN) for _, above in run[:-1]):
                message = say("readers see these lines as one, right behind each other")
                hint = say("make them a list, with `- ` before each; or end each with two blanks")
                yield Sign(run[0][0], "", message, hint)
            return


def _is_time(line: str) -> bool:
    """Tell whether a line begins with a time."""
    found = _LABELLED.match(line)
    return bool(found and found["time"])


def _are_sure(run: list[Line]) -> bool:
    """Tell whether all lines begin with a label between stars."""
    return all((found := _LABELLED.match(line)) and found["mark"] for _, line in run)
