"""Boxes to tick that Markdown does not draw, since a blank lacks, or stands where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from journeybook.markdown.signs.items import NO_LIST
from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, as_typed, short
from journeybook.problems import Text, say

EXTENSION = "pymdownx.tasklist"
_BLANK = "[ \t\u00a0\u2002\u2003\u3000]"
_TICK = "xX✓✔✗✘☑"
_BOX = rf"[\[［](?P<box>{_BLANK}{{0,3}}[{_TICK}]?{_BLANK}{{0,3}})[\]］]"
_ITEM = re.compile(
    rf"(?P<sign>[-*+]|\d{{1,3}}\.)(?P<gap>{_BLANK}*){_BOX}(?P<space>{_BLANK}*)(?P<words>(?<=\s)[^\s(\[:].*|[^\W_].*)"
)
_RIGHT = re.compile(r"(?:[-*+]|\d{1,9}\.)[ \t]+\[[ xX]\][ \t]+\S")
_OTHER_TICK = re.compile(r"(?P<sign>[-*+]|\d{1,3}\.)(?P<gap>[ ]+)\[[-*+~/>ovyOVY!?•]\][ ]+(?P<words>\S.*)")
"""A box with a sign in it that other programs know; only beside one that is right."""
_FIRST_WORD = re.compile(r"[^\W_]*")
_ALONE = re.compile(r"\[[ xX]?\][ ]+(?P<words>[^\s(\[].*)")
"""A box with no dash before it; of these, two lines right below each other have to begin."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such boxes: `- [] so`, `- [ ]so`, `-[ ] so`, and lines that begin with a box and no dash."""
    if "[" not in text and "［" not in text:
        return
    has_right = any(_RIGHT.match(line) for level in levels(text) for _, line in _bare(level.lines))
    for level in levels(text):
        lines = [*_bare(level.lines)]
        for at, line in lines:
            found = _ITEM.match(line)
            if found and not _RIGHT.match(line):
                if found["gap"] or line.count("*") == (found["sign"] == "*"):  # `*[x] so*` may be slanted
                    yield _as_box(at, found, _hint(found, _is_ticked(found["box"]), extensions))
            elif has_right and (other := _OTHER_TICK.match(line)):
                yield _as_box(at, other, _hint(other, True, extensions))
        yield from _without_dashes(lines, extensions)


def _bare(lines: list[Line]) -> Iterator[Line]:
    return ((at, line.strip()) for at, line in lines)


def _without_dashes(lines: list[Line], extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find the first of lines that begin with a box and flow into one paragraph."""
    is_told = False
    for (at, line), (_, below) in pairwise([*lines, (0, "")]):
        found = _ALONE.match(line)
        if found and not is_told and _ALONE.match(below):
            hint = say("write `{item}`, and so the lines below it", item=f"- {short(line)}")
            if extensions is None:
                hint = say("write `{item}`, and so the lines below it", item=f"- {short(found['words'])}")
            yield Sign(at, line, NO_LIST, hint)
        is_told = bool(found)


def _as_box(at: int, found: re.Match[str], hint: Text) -> Sign:
    """Make the sign of a box, of which readers see the brackets; its words may have Markdown within."""
    seen = found[0][found.end("gap") : found.start("words")] + _FIRST_WORD.findall(found["words"])[0]
    return replace(as_typed(at, found[0], hint), seen=seen if found["gap"] else f"{found['sign']}{seen}")


def _is_ticked(box: str) -> bool:
    return bool(box.strip())


def _hint(found: re.Match[str], ticked: bool, extensions: frozenset[str] | None) -> Text:
    """Say what to write: in fields no box is drawn, and on pages an extension draws it."""
    sign, words = found["sign"], short(found["words"])
    if extensions is None:
        return say("write `{item}`: no box is drawn here", item=f"{sign} {words}")
    item = f"{sign} [{'x' if ticked else ' '}] {words}"
    if EXTENSION not in extensions:
        return say(
            "write `{item}`, and `- {extension}` below `markdown_extensions:` in mkdocs.yml",
            item=item,
            extension=EXTENSION,
        )
    return say("write `{item}`", item=item)
