"""Read lists of Markdown fields as they are typed in YAML: each level two blanks further in, right below a text.

Python-Markdown asks for four blanks, and for an empty line above a list. What is right for it stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from markdown.preprocessors import Preprocessor

_ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,9})\.)[ ]+(?=\S)")
_RULE = re.compile(r"(?:[-*_][ ]*){3,}$")
_NO_TEXT = re.compile(r"#{1,6}\s|[>|:]|</?[A-Za-z][\w-]*[\s>]")
"""What begins a line that is no text of a paragraph."""
_LEVEL = 4
_FURTHER_IN = 2
"""Blanks by which what belongs to an item is further in than the item, at least."""
_CODE = 8
"""Blanks by which code in an item is further in."""
_UNBROKEN = 50
"""Characters of a line that nobody has to break."""
_GOES_ON = (",", ";", ":", "(", "-", "–", "—", "/", "&", ".", "!", "?")
_STOPS = (".", "!", "?")
_FEWEST_ITEMS = 2
_MOST_FIGURES = 2
"""Of the number of an item; more are a year."""
_MOST_LEVELS = 30
"""How deep lists go: Python-Markdown calls itself for every level."""


class Odd(Enum):
    """What is odd about a line of a list, for Python-Markdown or at all."""

    BELOW_TEXT = "an item right below a text"
    ALONE = "such an item that may be none, for no other one follows it"
    LEVEL = "what is further in than its item, by less than four blanks"
    NUMBER = "a list that begins with another number than one"
    DRAWN_IN = "a text that begins right below an item"


@dataclass(frozen=True, slots=True)
class OddLine:
    """A line of a list that is odd, by its number from zero."""

    line: int
    odd: Odd


def odd_lines(lines: list[str]) -> list[OddLine]:
    """Find what is odd in the lists of a text, in order; of what is not far enough in, the first line of each list."""
    reader = _Reader(lines)
    reader.read()
    return reader.odd


def item_of(bare: str) -> re.Match[str] | None:
    """Match the sign of an item at the start of a line without its margin; a rule such as `* * *` is none."""
    return None if _RULE.match(bare) else _ITEM.match(bare)


class Lists(Preprocessor):
    """Gives lines the indentation that Python-Markdown asks for, and lists the empty line above them."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines of a text as Python-Markdown has to have them."""
        return _Reader(lines).read() if any(item_of(line.lstrip(" ")) for line in lines) else lines


def _begins(bare: str, above: str) -> bool:
    """Tell whether a line seems to begin a text of its own: nobody breaks a line as short as that above it.

    Below a whole sentence it may well be the next one of the item.
    """
    is_whole = len(above) <= _UNBROKEN and not above.endswith(_GOES_ON)
    words = bare.lstrip("*_[")  # a bold word, or a link, begins a text as well
    return words[:1].isupper() and is_whole and not re.match(r"I\b", words)


class _Reader:
    """Goes through lines once, and keeps the columns of the items that are open."""

    def __init__(self, lines: list[str]) -> None:
        self.odd: list[OddLine] = []
        self._lines = lines
        self._made: list[str] = []
        self._open: list[int] = []
        self._numbered: list[bool] = []
        """Which of the items that are open have numbers."""
        self._shift = 0
        """How far the lines of this paragraph move."""
        self._in_text = False
        """Whether this paragraph has begun with a text, and not with an item."""
        self._is_told = False
        """Whether the list that is open has been told of."""
        self._block = 0
        """The column of the first line below an empty one: Python-Markdown takes less for more of the same."""

    def read(self) -> list[str]:
        above = ""
        for place, line in enumerate(self._lines):
            bare = line.lstrip(" ")
            if bare:
                self._line(place, bare, len(line) - len(bare), above)
            else:
                self._made.append(line)
            above = bare
        return self._made

    def _line(self, place: int, bare: str, column: int, above: str) -> None:
        if above and self._goes_on(place, bare, column, above):
            begins = _begins(bare, above) or self._ends_a_list(place, bare, above)
            if self._open and not column and not self._in_text and begins:
                self._tell(place, Odd.DRAWN_IN)
            self._made.append(" " * max(column + self._shift, 0) + bare if column else bare)
        elif not item_of(bare) or (not above and self._is_code(column)):
            self._paragraph(place, bare, column)
        else:
            is_in_text = bool(above) and self._in_text
            self._item(place, bare, column, is_below_text=is_in_text, is_below_item=bool(above) and not self._in_text)

    def _ends_a_list(self, place: int, bare: str, above: str) -> bool:
        """Tell whether a sentence right below a list seems to be a paragraph: items of one line are above it.

        Where another item follows, it may well be the next sentence of the one above.
        """
        if not above.endswith(_STOPS) or not _begins(bare, above.rstrip("".join(_STOPS)) or above):
            return False
        items = self._lines[max(place - 2, 0) : place]
        behind = takewhile(str.strip, self._lines[place + 1 :])
        are_items = len(items) == _FEWEST_ITEMS and all(item_of(line) for line in items)
        return are_items and not any(item_of(line.lstrip(" ")) for line in behind)

    def _goes_on(self, place: int, bare: str, column: int, above: str) -> bool:
        """Tell whether a line belongs to the paragraph of the line above it."""
        if not item_of(bare):
            return bool(column) or not (self._open and _NO_TEXT.match(bare))
        is_beside = bool(self._open) and column < self._open[-1] + _FURTHER_IN
        return self._in_text and not is_beside and not self._is_list_below(place, column, above)

    def _tell(self, place: int, odd: Odd) -> None:
        self.odd.append(OddLine(place, odd))

    def _is_list_below(self, place: int, column: int, above: str) -> bool:
        """Tell whether an item right below a text begins a list: below a colon, or where another one follows it."""
        if _NO_TEXT.match(above) or (not self._open and column >= _LEVEL):
            return False
        found = item_of(self._lines[place].lstrip(" "))
        if found is None or (found["number"] not in (None, "1") and not self._counts_on(place, column, found)):
            return False
        is_list = above.endswith(":") or self._is_followed(place, column, found)
        self._tell(place, Odd.BELOW_TEXT if is_list else Odd.ALONE)
        return is_list

    def _counts_on(self, place: int, column: int, first: re.Match[str]) -> bool:
        """Tell whether the next line has the next number, as in a list that goes on below a heading; years have not."""
        if len(first["number"]) > _MOST_FIGURES:
            return False
        below = self._lines[place + 1] if place + 1 < len(self._lines) else ""
        found = item_of(below.lstrip(" ")) if len(below) - len(below.lstrip(" ")) == column else None
        number = found["number"] if found else None
        return number is not None and int(number) == int(first["number"]) + 1

    def _is_followed(self, place: int, column: int, first: re.Match[str]) -> bool:
        for line in self._lines[place + 1 :]:
            bare = line.lstrip(" ")
            if not bare:
                return False
            found = item_of(bare) if len(line) - len(bare) == column else None
            if found and bool(found["number"]) == bool(first["number"]):
                return True
        return False

    def _is_code(self, column: int) -> bool:
        return column >= (self._open[-1] + _CODE if self._open else _LEVEL)

    def _item(self, place: int, bare: str, column: int, *, is_below_text: bool, is_below_item: bool) -> None:
        is_numbered = bare[0].isdigit()
        inside = self._column_of(bare, column, is_below_item=is_below_item)
        held = len(self._open)
        self._close(inside, is_item=True)
        if len(self._open) == held and not bare.startswith(("-", "*", "+", "1.")):
            self._tell(place, Odd.NUMBER)
        level = len(self._open)
        to = _LEVEL * level if level else column
        if is_below_text or to < self._block:
            self._made.append("")
        self._move(place, bare, column, to, in_text=False)
        if level < _MOST_LEVELS:
            self._open.append(inside)
            self._numbered = [*self._numbered[:level], is_numbered]

    def _column_of(self, bare: str, column: int, *, is_below_item: bool) -> int:
        """Give the column that an item is meant to have: right below one with a number, one with a bullet is in it."""
        if column not in self._open or self._numbered[at := self._open.index(column)] == bare[0].isdigit():
            return column
        is_in_list = column + _FURTHER_IN in self._open[at + 1 : at + 2]
        begins = is_below_item and not is_in_list and (bare.startswith("1.") or not bare[0].isdigit())
        return column + _FURTHER_IN if is_in_list or begins else column

    def _paragraph(self, place: int, bare: str, column: int) -> None:
        self._close(column)
        further = column - self._open[-1] if self._open else 0
        inside = _LEVEL * len(self._open) + (further - _LEVEL if further >= _CODE else 0)
        self._move(place, bare, column, inside if self._open else column, in_text=True)

    def _close(self, column: int, *, is_item: bool = False) -> None:
        while self._open and column < self._open[-1] + _FURTHER_IN:
            self._open.pop()
        if not self._open and not is_item:
            self._is_told = False

    def _move(self, place: int, bare: str, column: int, to: int, *, in_text: bool) -> None:
        if column // _LEVEL != to // _LEVEL and not self._is_told:
            self._is_told = True
            self._tell(place, Odd.LEVEL)
        if self._made and not self._made[-1].strip():
            self._block = to
        self._made.append(" " * to + bare)
        self._shift = to - column
        self._in_text = in_text
