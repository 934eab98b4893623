"""Break text into lines of even length that fit a width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from journeybook.text.font import TextStyle, width
from journeybook.text.graphemes import clusters

WidthOf = Callable[[str], float]

_SPACES = re.compile(r"[ \t\r\n\f\v\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_PREFIXES = frozenset({"be", "emp", "ent", "er", "ge", "ver", "zer"})  # German: a word broken behind one looks cut
_LONG_PREFIXES = frozenset({"hinter", "inter", "nieder", "unter", "wider", "wieder", "über"})  # nor in such a one
_SOFT_HYPHEN = "\u00ad"
_ZERO_SPACE = "\u200b"
_INVISIBLE = {ord(_SOFT_HYPHEN): None, ord(_ZERO_SPACE): None}
_AFTER_SIGN = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=\w)")
_LETTERS = re.compile(r"(?:(?![\u0590-\u1dff\u2c00-\uffff])[^\W\d_])+")  # the scripts that know the hyphen
_JAPANESE = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_NOT_FIRST = "、。，．・：；？！)]｝〕〉》」』】〙〗〟’”»%‰!?.,:;…ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ๆฯ"
_HYPHENATED = re.compile(r"[a-z\u00df-\u024f\u0370-\u052f\u1e00-\u1fff]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the text that stays on one line."""

    text: str
    gap: str = " "
    """What joins it to the next piece on the same line."""
    hyphen: str = ""
    """What it gets where the line ends after it."""


def wrap(text: str, room: float, style: TextStyle, *, language: str = "en") -> list[str]:
    """Break a text into lines of at most `room` pixels, as few as can be and then as even as can be.

    Lines end at spaces and after hyphens, dashes and slashes; Japanese, Chinese and Thai end at phrases. A word that is
    too long for a line is broken at its soft hyphens, else at the syllables of `language` (a hyphen is added), and at
    any character only where nothing else fits. Only a single character that is wider than `room` goes over it.
    """
    return list(_wrapped(text, room, style, language))


@lru_cache(maxsize=2_000)
def _wrapped(text: str, room: float, style: TextStyle, language: str) -> tuple[str, ...]:
    """Break a text as `wrap` does; cached, so that a drawing's page and its file have the same lines."""

    def measure(line: str) -> float:
        return width(line, style)

    whole = " ".join(_SPACES.split(text.strip())).translate(_INVISIBLE)
    if measure(whole) <= room:
        return (whole,) if whole else ()
    pieces = list(_pieces(text, room, measure, language))
    return tuple(_balanced(pieces, room, measure))


def _pieces(text: str, room: float, measure: WidthOf, language: str) -> Iterator[_Piece]:
    for word in _SPACES.split(text.strip()):
        phrases = [part for phrase in word.split(_ZERO_SPACE) for part in _phrases(phrase, language) if part]
        for number, phrase in enumerate(phrases, 1):
            gap = " " if number == len(phrases) else ""
            whole = phrase.replace(_SOFT_HYPHEN, "")
            if not whole:
                continue
            if measure(whole) <= room:
                yield _Piece(whole, gap)
            else:
                *first, last = _parts(phrase, room, measure, language)
                yield from first
                yield _Piece(last.text, gap)


@lru_cache(maxsize=2_000)
def _phrases(word: str, language: str) -> list[str]:
    if _THAI.search(word):
        return _phrase_parser("th")(word)
    if _JAPANESE.search(word) or (_HAN.search(word) and language.startswith("ja")):
        return _phrase_parser("ja")(word)
    if _HAN.search(word):
        return _phrase_parser("zh-hant" if re.search(r"hant|tw|hk|mo", language, re.IGNORECASE) else "zh-hans")(word)
    return _AFTER_SIGN.split(word)


@cache
def _phrase_parser(script: str) -> Callable[[str], list[str]]:
    import budoux

    load = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }[script]
    parse = load().parse
    return lambda text: _whole_clusters(parse(text))


def _whole_clusters(phrases: list[str]) -> list[str]:
    """Move every border between phrases to the next border between grapheme clusters."""
    borders, at = set(), 0
    for phrase in phrases:
        borders.add(at := at + len(phrase))
    found, last = [""], 0
    for cluster in clusters("".join(phrases)):
        found[-1] += cluster
        last += len(cluster)
        if last in borders:
            found.append("")
    return [phrase for phrase in found if phrase]


def _parts(word: str, room: float, measure: WidthOf, language: str) -> list[_Piece]:
    """Cut a word that is wider than the line into syllables that fit, or characters where even these do not."""
    found = word.split(_SOFT_HYPHEN) if _SOFT_HYPHEN in word else syllables(word, language)
    parts: list[_Piece] = []
    for number, syllable in enumerate(found, 1):
        hyphen = "-" if number < len(found) else ""
        if measure(syllable + hyphen) <= room:
            parts.append(_Piece(syllable, "", hyphen))
        else:
            parts += _characters(syllable, hyphen, room, measure)
    return parts


def syllables(word: str, language: str) -> list[str]:
    """Give the parts of a word between which it may be broken with a hyphen; the word where nobody knows."""
    dictionary = _dictionary(language)
    if dictionary is None:
        return [word]
    cuts = [run.start() + position for run in _LETTERS.finditer(word) for position in dictionary.positions(run.group())]
    parts = [word[start:end] for start, end in pairwise([0, *cuts, len(word)])]
    return _whole_clusters(_with_prefixes(parts) if language[:2] == "de" else parts)


def _with_prefixes(parts: list[str]) -> list[str]:
    """Join German prefixes to what they begin, after the s that joins two words: Arbeits-ver-trag, Arbeits-vertrag.

    One of two syllables is not broken itself: Vereinbarungs-unter-zeichnung, not Vereinbarungsun-terzeichnung.
    """
    parts = _unbroken(parts)
    joined = parts[:1]
    begun = False
    for before, part in pairwise(parts):
        joined[len(joined) - begun :] = [joined[-1] + part] if begun else [part]
        begun = before.endswith("s") and part in _PREFIXES
    return joined


def _unbroken(parts: list[str]) -> list[str]:
    """Put together prefixes of two syllables, and a letter that the patterns part from its syllable: über-gabe."""
    found = parts[:1]
    for part in parts[1:]:
        whole = found[-1] + part
        if whole.lower() in _LONG_PREFIXES or len(found[-1]) == 1:
            found[-1] = whole
        else:
            found.append(part)
    return found


@cache
def _dictionary(language: str) -> Any:
    """Give the hyphenation patterns of a language, None where there are none."""
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None


def _characters(text: str, hyphen: str, room: float, measure: WidthOf) -> list[_Piece]:
    """Fill lines with characters; none begins with a closing sign where that can be helped."""
    lines: list[str] = []
    mark = "-" if _HYPHENATED.search(text) else ""
    for cluster in clusters(text):
        if lines and measure(lines[-1] + cluster + (mark or hyphen)) <= room:
            lines[-1] += cluster
        elif lines and cluster[0] in _NOT_FIRST and len(carried := clusters(lines[-1])) > 1:
            fits = measure(carried[-1] + cluster + (mark or hyphen)) <= room
            lines[-1:] = ["".join(carried[:-1]), carried[-1] + cluster] if fits else [lines[-1], cluster]
        else:
            lines.append(cluster)
    return [_Piece(line, "", mark) for line in lines[:-1]] + [_Piece(lines[-1], "", hyphen)]


def _balanced(pieces: list[_Piece], room: float, measure: WidthOf) -> list[str]:
    """Set pieces in the least number of lines that fit; of those, in the lines whose squared widths add up to least.

    With the number of lines given, least squares are most even. A hyphen, and a line that ends with a word of one or
    two letters, count as a fault that a far more even line outweighs.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # for the first n pieces: lines, cost, start of the last line
    for end in range(1, len(pieces) + 1):
        choices = []
        fault = _fault(pieces, end, room)
        for start, line in _lines_to(pieces, end):
            wide = measure(line)
            if wide > room and start < end - 1:
                break
            lines, cost, _ = best[start]
            choices.append((lines + 1, cost + wide**2 + fault, start))
        best.append(min(choices))
    lines_found: list[str] = []
    end = len(pieces)
    while end:
        start = best[end][2]
        lines_found.append(next(line for first, line in _lines_to(pieces, end) if first == start))
        end = start
    return lines_found[::-1]


def _fault(pieces: list[_Piece], end: int, room: float) -> float:
    last = pieces[end - 1]
    if end == len(pieces):
        return 0
    if last.hyphen:
        return (0.5 * room) ** 2
    return (0.15 * room) ** 2 if last.gap and len(last.text) <= 2 else 0


def _lines_to(pieces: list[_Piece], end: int) -> Iterator[tuple[int, str]]:
    """Give the lines that end before piece `end`, the shortest first, each with the number of its first piece."""
    line = pieces[end - 1].text + (pieces[end - 1].hyphen if end < len(pieces) else "")
    yield end - 1, line
    for start in range(end - 2, -1, -1):
        line = pieces[start].text + pieces[start].gap + line
        yield start, line
