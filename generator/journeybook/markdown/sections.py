"""Find the headings of a page below which an edition has nothing, where the whole page has something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journeybook.markdown.signs.code import without_code

_HEADING = re.compile(
    r"^(?:(?P<signs>#{1,6})(?!#)[ \t]*\S[^\n]*|(?P<text>[^\s#>|<-][^\n]*)\n(?P<line>={2,}|-{2,})[ \t]*)$", re.M
)
_NOTHING = re.compile(
    r"<!--.*?-->|^[ ]{0,3}\[[^\[\]\n]{1,100}\]:[^\n]*|^[ ]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.M | re.S
)
"""What readers do not see, or see as a line: comments, addresses and notes that a text may use, rules."""


def bare_headings(whole: str, hidden: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Give level, place and end of each heading below which all is hidden, though not all below it in the whole is.

    `hidden` are the places that an edition leaves out, whole lines of markers included. A heading that is in one, or
    below one that is given, is not given. It reaches up to the next one of its level.
    """
    text = without_code(whole)
    shown = without(text, hidden)
    headings = [(_level(one), one) for one in _HEADING.finditer(text)]
    done = 0
    for number, (level, heading) in enumerate(headings):
        below = headings[number + 1 :]
        end = next((other.start() for deeper, other in below if deeper <= level), len(text))
        is_told = heading.start() < done or not shown[heading.start() : heading.end()].strip()
        if is_told or not _words(text[heading.end() : end]) or _words(shown[heading.end() : end]):
            continue
        done = end
        yield level, heading.start(), end


def without(text: str, hidden: Iterable[tuple[int, int]]) -> str:
    """Give a text with blanks in the places that are hidden, so that all others stay where they are."""
    left = list(text)
    for start, end in hidden:
        left[start:end] = [sign if sign == "\n" else " " for sign in text[start:end]]
    return "".join(left)


def says_nothing(text: str) -> bool:
    """Tell whether readers see no more of a text than headings."""
    return not _words(without_code(text))


def _level(heading: re.Match[str]) -> int:
    if heading["signs"]:
        return len(heading["signs"])
    return 1 if heading["line"].startswith("=") else 2


def _words(text: str) -> str:
    return _NOTHING.sub("", _HEADING.sub("", text)).strip()
