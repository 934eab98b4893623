"""Sort words as a language's own dictionaries do, and tell under which letter a word stands.

Letters that are letters of their own, such as Å behind Z in Swedish and Ñ behind N in Spanish, are listed here; all
others with a sign stand with the letter without it. After Unicode's CLDR, by hand: Python knows no such order.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SLAVIC = "c<č<ć d<dž<đ l<lj n<nj s<š z<ž"
_NORDIC = "z<å<ä<ö"
_DANISH = "z<æ<ø<å"
_TURKIC = "c<ç g<ğ h<ı o<ö s<ş u<ü"
OWN_LETTERS = {
    **dict.fromkeys(("sv", "fi"), _NORDIC),
    **dict.fromkeys(("da", "nb", "nn", "no"), _DANISH),
    **dict.fromkeys(("hr", "bs"), _SLAVIC),
    "tr": _TURKIC,
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü",
    "be": "е<ё і<й у<ў",
    "bg": "и<й",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fil": "n<ñ<ng",
    "gl": "n<ñ",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö s<sz t<ty u<ü z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö<å",
    "lt": "c<č i<y s<š z<ž",
    "lv": "c<č g<ģ i<y k<ķ l<ļ n<ņ r<ŗ s<š z<ž",
    "mk": "г<ѓ з<ѕ и<ј к<ќ л<љ н<њ ц<ч<џ",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș t<ț",
    "ru": "и<й",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sr": "д<ђ и<ј л<љ н<њ т<ћ ч<џ",
    "uk": "г<ґ е<є и<і<ї<й",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}
"""The letters of each language that are letters of their own, each behind the one that comes before it."""
_FOLDED = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ş": "ș", "ţ": "ț"}
)
_PARTS = re.compile(r"\d+|\s+|.", re.S)
_BEFORE_ITS_CONSONANT = re.compile("([เ-ไເ-ໄ])(.)")
"""Vowels of Thai and Lao that are written before the consonant that they are spoken after."""
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
Rank = tuple[int, int]


def alphabet_order(word: str, language: str) -> tuple[tuple[Rank, ...], str]:
    """Give the key by which a word is sorted in a language: by its letters, then by their signs and capitals."""
    return tuple(rank for rank, _ in _ranked(word, language)), word


def first_letter(word: str, language: str) -> str:
    """Give the letter under which a word stands in a language's dictionary; `0–9` for figures, `#` for all else."""
    for (code, _), letter in _ranked(word, language):
        if letter.isdigit():
            return "0–9"
        if code != _BLANK and unicodedata.category(letter[0])[0] == "L":
            return _capital(letter, language)
    return "#"


_BLANK = 32
_FIGURES = 48


def _ranked(word: str, language: str) -> list[tuple[Rank, str]]:
    """Give each letter of a word with its place in the alphabet; signs that are none have no place."""
    own = _own_letters(language)
    longest = max(map(len, own), default=1)
    text, found, at = _small(word, language), list[tuple[Rank, str]](), 0
    while at < len(text):
        letters = next((text[at : at + n] for n in range(longest, 0, -1) if text[at : at + n] in own), "")
        if letters:
            found.append((own[letters], letters))
            at += len(letters)
            continue
        part = _PARTS.match(text, at)
        assert part is not None
        at = part.end()
        found += _plain(part[0], own)
    return found


def _plain(part: str, own: dict[str, Rank]) -> list[tuple[Rank, str]]:
    if part.isdigit():
        return [((_FIGURES, int(part[:18])), part)]
    if part.isspace():
        return [((_BLANK, 0), " ")]
    base = part
    while base not in own and (parts := unicodedata.decomposition(base)) and not parts.startswith("<"):
        base = chr(int(parts.split()[0], 16))
    if base in own:
        return [(own[base], base)]
    letters = unicodedata.normalize("NFKD", base).translate(_FOLDED)
    kept = (one for one in letters if unicodedata.category(one)[0] in "LN")
    return [((ord(one), 0), one) for one in kept]


def _small(word: str, language: str) -> str:
    text = unicodedata.normalize("NFC", word)
    if language.split("-")[0].split("_")[0] in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    text = unicodedata.normalize("NFC", text.lower().replace("ß", "ss")).translate(_KATAKANA)
    return _BEFORE_ITS_CONSONANT.sub(r"\2\1", text)


def _capital(letter: str, language: str) -> str:
    if letter == "i" and language.split("-")[0].split("_")[0] in ("tr", "az"):
        return "İ"
    return letter[:1].upper() + letter[1:]


@cache
def _own_letters(language: str) -> dict[str, Rank]:
    chains = OWN_LETTERS.get(language.split("-")[0].split("_")[0], "").split()
    found: dict[str, Rank] = {}
    for first, *others in (chain.split("<") for chain in chains):
        found |= {letter: (ord(first), place) for place, letter in enumerate(others, 1)}
    return found
