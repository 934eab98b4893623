"""Signs of which one half lacks: tildes, single underscores, and the blank behind the colon of a definition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.paragraphs import paragraphs
from journeybook.markdown.signs.sign import Sign, as_typed
from journeybook.problems import Text, say

_TILDE, _DEFINITIONS = "pymdownx.tilde", "def_list"
_UNEVEN = (
    (re.compile(r"(?<![\w~\\{])~~(?=[^\W_])(?P<words>[^~\n]{1,200})(?<=[^\s\\])~(?![\w~])"), "~{words}"),
    (re.compile(r"(?<![\w~\\{])~(?=[^\W\d_])(?P<words>[^~\n]{1,200})(?<=[^\s\\])~~(?![\w~])"), "{words}~"),
)
"""Struck words with more signs on one side than on the other, and what readers see of them with any extension."""
_OPENS_STRUCK = re.compile(r"(?<![\w~\\{])~~(?P<seen>[^\W_][^\s~]*)")
_OPENS_SLANTED = re.compile(r"(?:^[ >|]*|(?<=[\s(“„«‘\"']))(?P<seen>_[^\W\d_][^\s_.(=:/\\]*)(?=[ ,;]+[^\s_])", re.M)
"""An underscore before a word of a sentence; not before `_blank` and the like, whose letters are small."""
_CLOSES_SLANTED = re.compile(r"(?<=[ ])(?P<seen>[^\W\d_]{2,}(?:[.!?…]_(?=\s|$)|_$))")
"""An underscore behind the end of a sentence, or of a paragraph."""
_APART = re.compile(
    r"(?<![\w\\])_(?P<before>[ ]?)(?P<words>[^\W\d_]{3,}(?:[ ][^\W\d_]{3,}){0,2}[.!?]?)(?P<behind>[ ]?)_(?!\w)"
)
"""One to three words between underscores, of which a blank may part them."""
_BETWEEN_GAPS = frozenset(
    re.findall(
        r"\w+",
        "and but for from until till with than then the because when where while und oder bis von mit als dass weil "
        "pour avec mais que para con per och eller men van een het voor",
    )
)
"""Words that stand between two gaps to fill in: `from _ until _`."""
_DEFINED = re.compile(r"[ ]{0,3}:(?P<words>[^\W\d_]{2}[^:|]*)")
_TERM = re.compile(r"[ ]{0,3}[^\W_][^|]{0,80}(?<![.!?:,;|])")
"""A line that can be what a definition explains."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such signs, of pages and fields; what is in a field is no definition."""
    if "~~" in text:
        yield from _struck(text, extensions)
    if "_" in text:
        yield from _slanted(text)
    if extensions is not None and _DEFINITIONS in extensions and "\n:" in text:
        yield from _defined(text)


def _struck(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    left = text
    for pattern, seen in _UNEVEN:
        for found in pattern.finditer(left):
            sign = as_typed(found.start(), found[0], _struck_hint(found["words"], extensions))
            yield Sign(sign.start, seen.format(words=found["words"]), sign.message, sign.hint)
        left = pattern.sub(lambda found: "x" * len(found[0]), left)
    for start, lines in paragraphs(left):
        one = "\n".join(lines)
        if one.count("~~") == 1 and (opens := _OPENS_STRUCK.search(one)):
            hint = say("write `~~` behind the words that are struck out, as before them; or take these out")
            yield as_typed(start + opens.start(), opens[0], hint)


def _struck_hint(words: str, extensions: frozenset[str] | None) -> Text:
    if extensions is None or _TILDE not in extensions:
        return say("take the signs out")
    return say("write `{code}`", code=f"~~{words}~~")


def _slanted(text: str) -> Iterator[Sign]:
    """Find the only underscore of a paragraph, where it stands at one end of words; or two, with blanks inside."""
    for start, lines in paragraphs(text):
        one = "\n".join(lines)
        if lines[0].lstrip().startswith("<"):
            continue
        if one.count("_") == 2:
            yield from _with_blanks(start, one)
        if one.count("_") != 1:
            continue
        opens, closes = _OPENS_SLANTED.search(one), _CLOSES_SLANTED.search(one)
        if opens and opens["seen"][1].isupper() and not opens["seen"].isupper():
            hint = say("write an underscore behind the words that are slanted, as before them; or take it out")
            yield as_typed(start + opens.start("seen"), opens["seen"], hint)
        elif closes:
            hint = say("write an underscore before the words that are slanted, as behind them; or take it out")
            yield as_typed(start + closes.start("seen"), closes["seen"], hint)


def _with_blanks(start: int, one: str) -> Iterator[Sign]:
    """Find words with a blank inside of their underscores; not those between two gaps to fill in."""
    found = _APART.search(one)
    if not found or not (found["before"] or found["behind"]):
        return
    hint = say("write `{code}`, with no blank inside the signs", code=f"_{found['words']}_")
    if found["before"] and found["behind"]:
        words = found["words"].casefold().split()
        goes_on = re.match(r"[ ]\w", one[found.end() :])
        if not goes_on or not _BETWEEN_GAPS.isdisjoint((words[0], words[-1])):
            return
        hint = say(
            "write `{code}`, with no blank inside the signs; or `____` for a gap to fill in", code=f"_{found['words']}_"
        )
    yield as_typed(start + found.start(), found[0], hint)


def _defined(text: str) -> Iterator[Sign]:
    """Find the line of a definition whose colon has no blank behind it, below what it explains."""
    for start, lines in paragraphs(text):
        at = start + len(lines[0]) + 1
        found = _DEFINED.fullmatch(lines[1]) if len(lines) > 1 and _TERM.fullmatch(lines[0]) else None
        if found:
            hint = say("write `{code}`, with blanks behind the colon", code=f":   {found['words'].strip()}")
            yield as_typed(at, lines[1].strip(), hint)
