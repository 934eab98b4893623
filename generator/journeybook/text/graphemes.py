"""Text cut into what readers see as one character."""

from __future__ import annotations

import re
import unicodedata

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SIMPLE = re.compile(
    "[\0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e]*"
)  # scripts without marks: most texts
_VIRAMA = 9  # canonical combining class of the signs that bind two Indic consonants
_SPACING_VOWELS = "\u0e33\u0eb3"  # Thai and Lao AM: letters by category, but part of the consonant before them
_LEADING_VOWELS = "เแโใไເແໂໃໄ"  # written before the consonant after which they are spoken; no line may end with them


def is_flag_letter(char: str) -> bool:
    """Whether this is one of the regional indicators that make a flag in pairs."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def is_mark(char: str) -> bool:
    """Whether this is drawn on or into the character before it, and takes no width of its own."""
    return unicodedata.category(char) in ("Mn", "Me") or char in (_JOINER, _EMOJI_STYLE, "\ufe0e", "\u200c")


def clusters(text: str) -> list[str]:
    """The grapheme clusters of a text; joined together they give the text again.

    The rules are those of Unicode's annex 29 that matter in labels: combining marks, emoji sequences, flags, skin
    tones, Hangul letters and Indic conjuncts (GB9 to GB13); beyond them, a leading vowel of Thai or Lao stays with its
    consonant. Python's library has no such function.
    """
    if _SIMPLE.fullmatch(text):
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _continues(cluster: str, char: str) -> bool:
    last = cluster[-1]
    if is_mark(char) or unicodedata.category(char) == "Mc" or char in _SPACING_VOWELS:
        return True
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    if is_flag_letter(char):
        return is_flag_letter(last) and len(cluster) % 2 == 1
    if last == _JOINER or (last in _LEADING_VOWELS and unicodedata.category(char) == "Lo"):
        return True
    if unicodedata.combining(last) == _VIRAMA:
        return unicodedata.category(char) == "Lo"
    return _is_jamo(last) and "\u1160" <= char <= "\u11ff"


def _is_jamo(char: str) -> bool:
    return "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7a3"


def shorten(text: str, limit: int) -> str:
    """The text, or its beginning and `…` where it has more than `limit` characters as readers count them."""
    parts = clusters(text)
    return text if len(parts) <= limit else "".join(parts[: limit - 1]).rstrip(" ,;:·–-") + "…"
