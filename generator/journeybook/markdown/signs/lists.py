"""Lists that readers see otherwise than they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from journeybook.markdown.html_blocks import crossed_out, reads_in_html
from journeybook.markdown.lists import Odd, OddLine, odd_lines
from journeybook.markdown.signs.headings import SHIFTED
from journeybook.markdown.signs.items import NO_LIST, is_glued
from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, as_read
from journeybook.problems import say

_YEAR = re.compile(r"(\d{3,})\.")
_ITEM = re.compile(r" {0,3}(\d{1,9})\.[ ]+\S")
_DATE = re.compile(
    r"(\d|[12]\d|3[01])\.[ ]+(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
)
"""A day that begins a sentence, in the languages that most often write it with a full stop."""
_LEAST_YEAR = 100
_ANY_ITEM = re.compile(r"([-*+]|\d{1,9}\.)[ ]+\S")
_TAB = 4
_A_TEXT = "…"
"""What stands for a box or a quotation among the lines around it."""
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


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find what is odd about lists, also in boxes, tabs and quotations; not in HTML, where none of it is a list."""
    for level in levels(text if extensions is None else crossed_out(text, reads=reads_in_html(extensions))):
        lines = _with_parts([(at, line.replace("\t", " " * _TAB)) for at, line in level.lines], level.parts)
        odd = odd_lines([line for _, line in lines])
        told = {found.line for found in odd}
        if extensions is not None and not {"sane_lists", "mdx_truly_sane_lists"} & extensions:
            yield from _other_signs(lines)
        for found in [*odd, *(OddLine(line, Odd.NUMBER) for line in _years(lines) if line not in told)]:
            at, line = lines[found.line]
            if extensions is not None and SHIFTED.fullmatch(line):  # it is no part of the list
                continue
            above = lines[found.line - 1][1] if found.line else ""
            if above and not above.strip():  # `spaces` tells of what makes one paragraph of these
                continue
            if found.line and is_glued(lines[found.line - 1][1], line):  # the line above is the one to mend
                continue
            if not _is_right(found.odd, extensions, is_quotation=level.is_quotation):
                is_quoted = level.is_quotation and ">" in text[text.rfind("\n", 0, at) + 1 : at]
                yield _sign(at, line, found.odd, is_quoted=is_quoted)


def _with_parts(lines: list[Line], parts: Mapping[int, int]) -> list[Line]:
    """Put a text where a box or a quotation stands apart: it ends the list above it, unless it belongs to an item."""
    empty = [True, *(not line.strip() for _, line in lines), True]
    return [
        (at, " " * (parts[at] // _TAB * _TAB) + _A_TEXT if at in parts and empty[place] and empty[place + 2] else line)
        for place, (at, line) in enumerate(lines)
    ]


def _other_signs(lines: list[Line]) -> Iterator[Sign]:
    """Find items that begin with another sign than those of the list above, of which they are a part to Markdown."""
    sign, above = "", ""
    for at, line in lines:
        found = _ANY_ITEM.match(line)
        kind = ("1" if found[1][0].isdigit() else "-") if found and not _YEAR.match(line) else ""
        if kind and sign and kind != sign and not above.strip():
            message = say("to Markdown this is one list with the one above, whose dots or numbers these items get")
            hint = say("write a line of text between the two, or `- sane_lists` below `markdown_extensions:`")
            if date := _DATE.match(line):
                hint = say("write `{code}`: it is no number of a list", code=rf"{date[1]}\.")
            yield Sign(at, "", message, hint)
        if kind or (line.strip() and not line.startswith((" ", "\t")) and not above.strip()):
            sign = kind
        above = line


def _years(lines: list[Line]) -> Iterator[int]:
    """Give the lines that begin with a year, or a number like one, below an empty line: no list counts so far."""
    items = {number: int(item[1]) for number, (_, line) in enumerate(lines) if (item := _ITEM.match(line))}
    counted = {*items.values()}
    for number, year in items.items():
        above = lines[number - 1][1] if number else ""
        if year >= _LEAST_YEAR and year - 1 not in counted and not above.strip():
            yield number


def _sign(at: int, line: str, odd: Odd, *, is_quoted: bool) -> Sign:
    message, hint = _ODD[odd]
    if odd is Odd.BELOW_TEXT and is_quoted:
        hint = say("write `>` alone on the line above this")
    if odd is Odd.NUMBER and (year := _YEAR.match(line.strip()) or _DATE.match(line.strip())):
        hint = say("write `{code}`: it is no number of a list", code=rf"{year[1]}\.")
    return Sign(at, as_read(line) if odd in (Odd.BELOW_TEXT, Odd.ALONE) else "", message, hint)


def _is_right(odd: Odd, extensions: frozenset[str] | None, *, is_quotation: bool) -> bool:
    """Tell whether a line is read as it is meant; below a quotation, `- Anna` may well say whose words they are."""
    if is_quotation and odd is Odd.ALONE:
        return True
    if extensions is None:  # fields put lists right, but those of quotations
        return odd in _RIGHT_IN_FIELDS and not (is_quotation and odd is Odd.BELOW_TEXT)
    if odd is Odd.NUMBER:
        return "sane_lists" in extensions
    return odd in (Odd.LEVEL, Odd.BELOW_TEXT) and "mdx_truly_sane_lists" in extensions
