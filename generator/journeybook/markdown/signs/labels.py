"""Lines with labels, such as `**Time:** 9–12`, that are meant to stand below each other and flow into one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.html_blocks import crossed_out
from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign
from journeybook.problems import say

_LABELLED = re.compile(
    r"[ ]{0,3}(?:(?P<mark>\*\*|__|\*|_)[^*_\n:]{1,40}(?::(?P=mark)|(?P=mark):)"
    r"|[^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+){0,2}:)[ ]+\S"
)
_BROKEN = ("  ", "\\", "<br>", "<br/>", "<br />")
_FEWEST = 3
"""Lines of which nobody has broken a sentence so."""
_LONGEST = 100


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find the first of such lines of a page, where no extension keeps lines."""
    if extensions is None or "nl2br" in extensions or ":" not in text:
        return
    for level in levels(crossed_out(text)):
        for lines in level.paragraphs():
            yield from _flowing(lines)


def _flowing(lines: list[Line]) -> Iterator[Sign]:
    run: list[Line] = []
    for at, line in lines:
        run = [*run, (at, line)] if _LABELLED.match(line) and len(line) <= _LONGEST else []
        if len(run) == _FEWEST:
            if not any(above.endswith(_BROKEN) for _, above in run[:-1]):
                message = say("readers see these lines as one, right behind each other")
                hint = say("make them a list, with `- ` before each; or end each with two blanks")
                yield Sign(run[0][0], "", message, hint)
            return
