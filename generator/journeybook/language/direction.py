"""In which direction a language is written."""

from __future__ import annotations

from typing import Literal

Direction = Literal["ltr", "rtl"]
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"}


def direction_of(language: str) -> Direction:
    """Give the direction of a language, by its tag: `rtl` for Arabic, Hebrew, Persian, Urdu and their kin."""
    return "rtl" if language.replace("_", "-").split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
