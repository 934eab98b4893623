"""Lists that readers see otherwise than they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.html_blocks import crossed_out
from journeybook.markdown.lists import Odd, OddLine, odd_lines
from journeybook.markdown.signs.items import NO_LIST
from journeybook.markdown.signs.sign import Sign
from journeybook.problems import say

_YEAR = re.compile(r"(\d{3,})\.")
_ITEM = re.compile(r" {0,3}(\d{1,9})\.[ ]+\S")
_LEAST_YEAR = 100
_BOX = re.compile(r"[ ]*(?:!!!|\?\?\?\+?|===[!+]{0,2})[ ]+\S")
_ANY_ITEM = re.compile(r"([-*+]|\d{1,9}\.)[ ]+\S")
_BOX_LEVEL = 4
_ODD = {
    Odd.BELOW_TEXT: (NO_LIST, say("leave the line above this empty")),
    Odd.ALONE: (NO_LIST, say("leave the line above this empty; if it is no list, take the sign out")),
    Odd.LEVEL: (
        say("this is not part of the item above it: readers see it one level higher"),
        say("begin it four blanks further in than the item that it belongs to, and so on in this list"),
    ),
    Odd.NUMBER: (
        say("readers see another number here: a list begins with 1 again"),
        say(
            "begin what belongs to an item four blanks further in, or write `- sane_lists` below `markdown_extensions:`"
        ),
    ),
    Odd.DRAWN_IN: (
        say("this line is drawn into the item above it"),
        say("leave the line above this empty; what belongs to the item begins further in"),
    ),
}
_RIGHT_IN_FIELDS = (Odd.BELOW_TEXT, Odd.LEVEL, Odd.NUMBER)


_Line = tuple[int, str]
"""A line without what is around it, tabs as blanks, and the place of its first letter."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find what is odd about lists, also in boxes and tabs; not in HTML, where none of it is a list."""
    for lines in _levels(_placed(text if extensions is None else crossed_out(text))):
        odd = odd_lines([line for _, line in lines])
        told = {found.line for found in odd}
        if extensions is not None and not {"sane_lists", "mdx_truly_sane_lists"} & extensions:
            yield from _other_signs(lines)
        for found in [*odd, *(OddLine(line, Odd.NUMBER) for line in _years(lines) if line not in told)]:
            is_right = found.odd in _RIGHT_IN_FIELDS if extensions is None else _is_read(found.odd, extensions)
            if not is_right:
                yield _sign(*lines[found.line], found.odd)


def _other_signs(lines: list[_Line]) -> Iterator[Sign]:
    """Find items that begin with another sign than those of the list above, of which they are a part to Markdown."""
    sign, above = "", ""
    for at, line in lines:
        found = _ANY_ITEM.match(line)
        kind = ("1" if found[1][0].isdigit() else "-") if found and not _YEAR.match(line) else ""
        if kind and sign and kind != sign and not above.strip():
            message = say("this is one list with the one above: readers see its signs")
            hint = say("write a line of text between the two, or `- sane_lists` below `markdown_extensions:`")
            yield Sign(at, "", message, hint)
        if kind or (line.strip() and not line.startswith((" ", "\t")) and not above.strip()):
            sign = kind
        above = line


def _years(lines: list[_Line]) -> Iterator[int]:
    """Give the lines that begin with a year, or a number like one, below an empty line: no list counts so far."""
    items = {number: int(item[1]) for number, (_, line) in enumerate(lines) if (item := _ITEM.match(line))}
    counted = {*items.values()}
    for number, year in items.items():
        above = lines[number - 1][1] if number else ""
        if year >= _LEAST_YEAR and year - 1 not in counted and not above.strip():
            yield number


def _sign(at: int, line: str, odd: Odd) -> Sign:
    message, hint = _ODD[odd]
    if odd is Odd.NUMBER and (year := _YEAR.match(line.strip())):
        hint = say("write `{code}`: it is no number of a list", code=rf"{year[1]}\.")
    return Sign(at, line.strip() if odd in (Odd.BELOW_TEXT, Odd.ALONE) else "", message, hint)


def _placed(text: str) -> list[_Line]:
    at = 0
    lines = []
    for line in text.split("\n"):
        lines.append((at + len(line) - len(line.lstrip()), line.replace("\t", " " * _BOX_LEVEL)))
        at += len(line) + 1
    return lines


def _levels(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Give the lines without what is in boxes and tabs, and the lines in each of those, without their margin."""
    outside: list[_Line] = []
    place = 0
    while place < len(lines):
        at, line = lines[place]
        place += 1
        if not _BOX.match(line):
            outside.append((at, line))
            continue
        outside.append((at, ""))
        end = _end_of_box(lines, place, margin := len(line) - len(line.lstrip()) + _BOX_LEVEL)
        yield from _levels([(at, inner[margin:]) for at, inner in lines[place:end]])
        place = end
    yield outside


def _end_of_box(lines: list[_Line], place: int, margin: int) -> int:
    while place < len(lines) and (not lines[place][1].strip() or lines[place][1].startswith(" " * margin)):
        place += 1
    return place


def _is_read(odd: Odd, extensions: frozenset[str]) -> bool:
    if odd is Odd.NUMBER:
        return "sane_lists" in extensions
    return odd in (Odd.LEVEL, Odd.BELOW_TEXT) and "mdx_truly_sane_lists" in extensions
