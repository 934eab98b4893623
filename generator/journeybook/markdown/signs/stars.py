"""Stars and underscores of bold and slanted words that nothing closes, and stars within words that are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.paragraphs import paragraphs
from journeybook.markdown.signs.sign import Sign, Unseen, as_typed
from journeybook.problems import say

_TWO_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)")
_OPENS_BOLD = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])")
_TWO_UNDERSCORES = re.compile(r"(?<![_\\])__(?!_)")
_OPENS_UNDERSCORED = re.compile(r"(?<![\w\\])__(?P<seen>[^\W_]\w*(?![\w(]))")
_SLANTED = re.compile(r"(?<![*\\])(?P<stars>\*{1,3})(?=[^\s*])(?:(?!\n[ >\t]*\n)[^*]){1,1000}?(?<=\S)(?P=stars)(?!\*)")
_BULLET = re.compile(r"^[ >\t]*\*(?=[ \t])", re.M)
_OPENS_SLANTED = re.compile(
    r"(?:^[ >|]*|(?<=[\s(“„«‘\"'])(?<!\d[ ])(?<![=+/×<>][ ])(?<!\w[(])(?<!\b[^\W\d_][ ]))"
    r"(?P<seen>\*(?!(?:nix|bsd)\b)[^\W\d_][^\s*.;<>()=]*+(?!\.\w|[(=;]))",
    re.M | re.I,
)
_NOTE = re.compile(r"^[ >|]*\*[^\W\d_]", re.M)
"""A line that may say what a star in the text stands for."""
_WITHIN = re.compile(r"(?<![\w*\\])[^\W\d_]+\*[^\W\d_]+(?![\w*])")
_CLOSES_BOLD = re.compile(r"[^\W_]+[.:!?…]?\*\*(?![\w*])")
_BOLD_END = say("write two stars behind the words that are bold, as before them; or take these out")


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such signs of a page; of what is bold in fields, others tell."""
    if "*" in text:
        yield from _slanted(text)
    if extensions is None or ("*" not in text and "__" not in text):
        return
    yield from _closed_alone(text)
    for start, lines in paragraphs(text):
        if lines[0].lstrip().startswith("<"):  # a comment, or HTML
            continue
        one = "\n".join(lines)
        yield from _bold(start, one)
        yield from _underscored(start, one)
        yield from _within_words(start, one)


def _bold(start: int, one: str) -> Iterator[Sign]:
    """Find two stars that open what is bold, are the last ones of their paragraph, and have a single one below."""
    pairs = list(_TWO_STARS.finditer(one))
    if len(pairs) % 2 and _OPENS_BOLD.match(one, pairs[-1].start()) and "*" in one[pairs[-1].end() :]:
        message = say("two stars begin what is bold here, and none end it")
        yield Sign(start + pairs[-1].start(), "", message, _BOLD_END)


def _underscored(start: int, one: str) -> Iterator[Sign]:
    pairs = list(_TWO_UNDERSCORES.finditer(one))
    opening = _OPENS_UNDERSCORED.match(one, pairs[-1].start()) if len(pairs) % 2 else None
    if opening:
        hint = say("write `__` behind the words that are bold, as before them; or take these out")
        yield as_typed(start + opening.start(), opening[0], hint)


def _slanted(text: str) -> Iterator[Sign]:
    """Find stars that open what is slanted, each the only one of its paragraph that is no bullet and has no partner."""
    left = _BULLET.sub(_crossed_out, _SLANTED.sub(_crossed_out, text))
    if _NOTE.search(left) and left.count("*") > 1:
        return
    for start, lines in paragraphs(left):
        one = "\n".join(lines)
        found = _OPENS_SLANTED.search(one) if one.count("*") == 1 and not lines[0].lstrip().startswith("<") else None
        if found:
            hint = say("write a star behind the words that are slanted, as before them; or take it out")
            yield as_typed(start + found.start("seen"), found["seen"], hint)


def _closed_alone(text: str) -> Iterator[Sign]:
    """Find two stars behind a word that nothing opens; not where other stars of the page may lead to a note."""
    if text.count("**") % 2 == 0:
        return
    left = _BULLET.sub(_crossed_out, _SLANTED.sub(_crossed_out, text))
    found = _CLOSES_BOLD.search(left) if left.count("*") == 2 else None
    if found:
        hint = say("write two stars before the words that are bold, as behind them; or take these out")
        yield as_typed(found.start(), found[0], hint)


def _crossed_out(found: re.Match[str]) -> str:
    return re.sub(r"\S", "x", found[0])


def _within_words(start: int, one: str) -> Iterator[Sign]:
    """Find the first star within a word, such as that of `Mentor*innen`, which makes the words behind it slanted."""
    for found in _WITHIN.finditer(one):
        message = say("readers do not see the star of ‘{word}’: the words behind it are slanted", word=found[0])
        hint = say("write `{word}`, and so the others", word=found[0].replace("*", r"\*"))
        yield Unseen(start + found.start(), "", message, hint, found[0])
        return
