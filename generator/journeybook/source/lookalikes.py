"""Letters of another script that look like Latin ones, in words that are Latin but for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from journeybook.problems import Problem, Severity, Text, say

_CYRILLIC = str.maketrans("аеорсухѕіјԁһԛԝАВЕКМНОРСТУХЅІЈ", "aeopcyxsijdhqwABEKMHOPCTYXSIJ")
_GREEK = str.maketrans("οανρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavpABEZHIKMNOPTYX")
_WORD = re.compile(r"[^\W\d_]{3,}")
_OF_CYRILLIC, _OF_GREEK = re.compile("[\u0400-\u052f]+"), re.compile("[\u0370-\u03ff]+")
_FEWEST_LATIN = 2
_AT = re.compile(r"[^\w\s]*[ \t]?(?P<words>[^\s\"'\[\](){},<>]+)")
LETTERS = "JB446"
"""What is told of such letters where nothing else is."""
_ADVICE = ("JB442", "JB452")
"""Advice that tells a word which nothing knows."""


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A word at its place in a text, the first letter of it that is not Latin, and the word with Latin letters."""

    start: int
    word: str
    letter: str
    is_greek: bool
    meant: str

    @property
    def message(self) -> Text:
        """What is wrong with the word."""
        letter, word = self.letter, self.word
        if self.is_greek:
            return say(
                "the letter ‘{letter}’ of ‘{word}’ is Greek, and looks like a Latin one", letter=letter, word=word
            )
        return say(
            "the letter ‘{letter}’ of ‘{word}’ is Cyrillic, and looks like a Latin one", letter=letter, word=word
        )

    @property
    def hint(self) -> Text:
        """What is wrong with the word, and what to type, for what has been told of it already."""
        letter, word, meant = self.letter, self.word, self.meant
        if self.is_greek:
            return say(
                "the letter ‘{letter}’ of ‘{word}’ is Greek: write `{meant}`", letter=letter, word=word, meant=meant
            )
        return say(
            "the letter ‘{letter}’ of ‘{word}’ is Cyrillic: write `{meant}`", letter=letter, word=word, meant=meant
        )


def lookalikes(text: str) -> Iterator[Lookalike]:
    """Find words of Latin letters, at least two of them, and others that only look like such; each word once."""
    if text.isascii():
        return
    told = set[str]()
    for found in _WORD.finditer(text):
        word = found[0]
        if word.isascii() or word in told:
            continue
        told.add(word)
        for table, other in ((_CYRILLIC, _OF_CYRILLIC), (_GREEK, _OF_GREEK)):
            meant = word.translate(table)
            if meant != word and not other.search(meant) and len(other.sub("", word)) >= _FEWEST_LATIN:
                yield Lookalike(found.start(), word, other.findall(word)[0][0], table is _GREEK, meant)


def writes_in(text: str, *, greek: bool) -> bool:
    """Tell whether a text has words of its own in Greek, or else in Cyrillic, letters."""
    other, table = (_OF_GREEK, _GREEK) if greek else (_OF_CYRILLIC, _CYRILLIC)
    return any(len(word) > 1 and other.search(word.translate(table)) for word in other.findall(text))


def naming_letters(problems: Iterable[Problem]) -> list[Problem]:
    """Give problems whose hints name the letter that makes a word unknown, which nobody can see.

    What is said of a letter alone is left out where it stands in such a hint.
    """
    found = [(problem, _first(problem)) for problem in problems]
    told = {(problem.file, problem.line, first.word) for problem, first in found if first}
    named = (replace(problem, hint=first.hint) if first else problem for problem, first in found)
    return [one for one in named if one.code != LETTERS or not any(word in told for word in _words(one))]


def _first(problem: Problem) -> Lookalike | None:
    line = problem.source_line
    if line.isascii() or (problem.severity is Severity.ADVICE and problem.code not in _ADVICE):
        return None
    found = _AT.match(line, max(problem.column - 1, 0))
    return next(lookalikes(found["words"]), None) if found else None


def _words(problem: Problem) -> Iterator[tuple[str, int, str]]:
    """Give the word that a problem is told of, with its file and line."""
    yield from ((problem.file, problem.line, str(value)) for name, value in problem.message.values if name == "word")
