"""Figures in a line of text: ranges and signed numbers, which letters that run to the left would turn round."""

from __future__ import annotations

import re
from collections.abc import Callable

ISOLATE, LEFTWARD, END = "\u2068", "\u2067", "\u2069"
"""Characters that part a text from what is around it, as it runs itself or to the left (Unicode's annex 9)."""
_FIGURE = r"\d(?:[\d.,:]*\d)?(?:\s?%)?"
_FIGURES = re.compile(rf"[+−-]?{_FIGURE}(?:\s?[–−→×-]\s?[+−-]?{_FIGURE})+|(?<![\w+−-])[+−-]{_FIGURE}")


def part_figures(text: str, part: Callable[[str], str] = lambda figures: f"{ISOLATE}{figures}{END}") -> str:
    """Apply `part` to the figures in a text that belong together, such as 2–12, −1 or 40 → 60."""
    return _FIGURES.sub(lambda found: part(found[0]), text)
