"""Find where a link of the source begins and ends, once Python-Markdown has said that it is one."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

_BLANK = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n])")
_MARK = re.compile(r"\\.|`+|[\[\]]")
_TICKS = re.compile("`+")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);")
_SPACE = re.compile(r"[\s>]+")
_TITLE = re.compile(r""">?\s*(?:[\s>]*(["']).*?\1[\s>]*\)|[\s>]*\))""", re.DOTALL)
_DEFINITION_TITLE = re.compile(
    r""">*[ ]*(?:(?:\r\n|\n|\r)[ \t>]*)?(?:"[^\r\n]*"|'[^\r\n]*'|\([^\r\n]*\))[ \t]*(?=[\r\n]|\Z)"""
)
_TAG_START = re.compile(r"""<[A-Za-z](?>(?:[^>"']++|"[^"]*+"|'[^']*+')*)""")
_TAG_END = re.compile(r"""["']?(?>(?:[^>"']++|"[^"]*+"|'[^']*+')*)>""")
_MOST_LINK_TEXT = 5_000
_LINK_TAG = re.compile(r"<a[\s>]|(?P<end></a\s*>)", re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
_BANG = re.compile(r"(\\*)!\Z")
_LINE_REST = re.compile(r"[ \t]*(?=[\r\n]|\Z)")


class Brackets:
    """Pairs the square brackets of a text, paragraph by paragraph, as Python-Markdown's inline parser does."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.end() for match in _BLANK.finditer(text)]
        self._pairs: dict[tuple[int, int], dict[int, int]] = {}

    def paragraph(self, at: int) -> tuple[int, int]:
        """Give the start and end of the run of lines around `at` that has no blank line in it."""
        place = bisect_right(self._breaks, at)
        start = self._breaks[place - 1] if place else 0
        return start, self._breaks[place] if place < len(self._breaks) else len(self._text)

    def opening(self, closing: int, image: bool) -> int:
        """Find the `[` that the `]` at `closing` belongs to, in a link or in an image."""
        # A stray backtick elsewhere in a tight list or above a quote begins no code span here: then the line decides.
        for window in (self.paragraph, self._line):
            found = self._pairs_in(window(closing)).get(closing)
            if found is not None and self._is_image(found) == image:
                return found
        found = self._text.rfind("![" if image else "[", self.paragraph(closing)[0], closing)
        return closing if found < 0 else found + image

    def _line(self, at: int) -> tuple[int, int]:
        start, end = self.paragraph(at)
        end_of_line = _LINE_END.search(self._text, at, end)
        begin = max(self._text.rfind("\n", start, at), self._text.rfind("\r", start, at), start - 1) + 1
        return begin, end_of_line.start() if end_of_line else end

    def _pairs_in(self, window: tuple[int, int]) -> dict[int, int]:
        if window not in self._pairs:
            self._pairs[window] = _pairs(self._text, *window)
        return self._pairs[window]

    def _is_image(self, opening: int) -> bool:
        marks = _BANG.search(self._text, max(opening - 20, 0), opening)
        return marks is not None and len(marks[1]) % 2 == 0


def _pairs(text: str, start: int, end: int) -> dict[int, int]:
    """Pair closing with opening brackets between `start` and `end`; escapes and code spans have none."""
    ticks = _Ticks(text, start, end)
    stack: list[int] = []
    pairs: dict[int, int] = {}
    at = start
    while match := _MARK.search(text, at, end):
        at = match.end()
        mark = match[0]
        if mark[0] == "`":
            at = ticks.after(match.start(), len(mark)) or at
        elif mark == "[":
            stack.append(match.start())
        elif mark == "]" and stack:
            pairs[match.start()] = stack.pop()
    return pairs


class _Ticks:
    """Finds where code spans end, as Python-Markdown does.

    That is the next run of as many backticks, else the longest shorter one.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        runs = [(match.start(), len(match[0])) for match in _TICKS.finditer(text, start, end)]
        self._starts = [place for place, _ in runs]
        self._same: dict[int, list[int]] = {}
        for place, length in runs:
            self._same.setdefault(length, []).append(place)
        self._longest: list[tuple[int, int]] = [(0, 0)]
        for place, length in reversed(runs):
            longest = self._longest[-1]
            self._longest.append((length, place) if length >= longest[0] else longest)
        self._longest.reverse()

    def after(self, start: int, length: int) -> int | None:
        """Find the place after the code span that the run at `start` opens, or None where it opens none."""
        same = self._same.get(length, [])
        place = bisect_right(same, start + length - 1)
        if place < len(same):
            return same[place] + length
        longest, where = self._longest[bisect_right(self._starts, start + length - 1)]
        return where + longest if 0 < longest < length else None


def destination_end(text: str, at: int, value: str) -> int | None:
    """Find the place after `value`, written from `at` on with escapes and entities; None where it is not written there.

    `value` is what the output has; so the output decides which of several readings of the source is the right one.
    """
    done = 0
    while done < len(value):
        step = _step(text, at, value, done)
        if step is None:
            return None
        at, done = step
    return at


def _step(text: str, at: int, value: str, done: int) -> tuple[int, int] | None:
    if (entity := _ENTITY.match(text, at)) and value.startswith(decoded := html.unescape(entity[0]), done):
        return entity.end(), done + len(decoded)
    if text[at : at + 1] == "\\" and text[at + 1 : at + 2] == value[done]:
        return at + 2, done + 1
    if value[done].isspace() and (space := _SPACE.match(text, at)):
        return space.end(), done + len(value[done:]) - len(value[done:].lstrip())
    return (at + 1, done + 1) if text[at : at + 1] == value[done] else None


def link_end(text: str, destination: int, limit: int) -> int:
    """Find the place after the `)` of an inline link whose destination ends at `destination`."""
    match = _TITLE.match(text, destination, limit)
    return match.end() if match else destination


def definition_end(text: str, destination: int) -> int:
    """Find the place after a reference definition, its title included."""
    match = _DEFINITION_TITLE.match(text, destination)
    if match:
        return match.end()
    return destination + (text[destination : destination + 1] == ">")


def html_span(text: str, attribute: int, destination: int, image: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the span of a raw element that has its address at `attribute`, and the span of what is inside it.

    A link reaches to its `</a>` where it has one before the next link; of an attribute list only itself is taken.
    """
    start = text.rfind("<", 0, attribute)
    closing = _TAG_END.match(text, destination)
    if start < 0 or closing is None or not _TAG_START.fullmatch(text, start, attribute):
        return (attribute, destination), (destination, destination)
    end = closing.end()
    if image or not (after := _LINK_TAG.search(text, end, end + _MOST_LINK_TEXT)) or not after["end"]:
        return (start, end), (end, end)
    return (start, after.end()), (end, after.start())


def own_lines(text: str, span: tuple[int, int]) -> bool:
    """Tell whether the lines of `span` hold nothing else, before it not even blanks."""
    before = text[max(text.rfind("\n", 0, span[0]), text.rfind("\r", 0, span[0])) + 1 : span[0]]
    return not before.removeprefix("\ufeff") and _LINE_REST.match(text, span[1]) is not None


def word_at(text: str, at: int) -> tuple[str, int]:
    """Give what stands at a place up to the next blank, and how often it stands before; a file may fold its lines."""
    word = text[at : at + _MOST_LINK_TEXT].split(None, 1)[0]
    return word, sum(text.startswith(word, place) for place in range(at))
