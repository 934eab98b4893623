"""Cut text into what readers see as one character."""

from __future__ import annotations

import re
import unicodedata

import regex

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SIMPLE = re.compile(
    "[\0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e]*"
)  # scripts without marks: most texts
_LEADING_VOWELS = "เแโใไເແໂໃໄ"  # written before the consonant after which they are spoken; no line may end with them
_CLUSTER = regex.compile(rf"[{_LEADING_VOWELS}]*\X(?:(?<={_JOINER})\X)*")


def is_flag_letter(char: str) -> bool:
    """Tell whether this is one of the regional indicators that make a flag in pairs."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def is_mark(char: str) -> bool:
    """Tell whether this is drawn on or into the character before it, and takes no width of its own."""
    return unicodedata.category(char) in ("Mn", "Me") or char in (_JOINER, _EMOJI_STYLE, "\ufe0e", "\u200c")


def marks_in(text: str) -> int:
    """Count the characters that are drawn on or into the one before them."""
    return 0 if _SIMPLE.fullmatch(text) else sum(map(is_mark, text))


def clusters(text: str) -> list[str]:
    """Cut a text into its grapheme clusters; joined together they give the text again.

    They are those of Unicode's annex 29; beyond them, a leading vowel of Thai or Lao stays with its consonant, and so
    does what a joiner binds, such as the conjuncts of Sinhala.
    """
    return list(text) if _SIMPLE.fullmatch(text) else _CLUSTER.findall(text)


def shorten(text: str, limit: int) -> str:
    """Give a text, or its beginning and `…` where readers would count more than `limit` characters."""
    parts = clusters(text)
    return text if len(parts) <= limit else "".join(parts[: limit - 1]).rstrip(" ,;:·–-") + "…"
