"""How a wide drawing is printed: whole on a page of A4, or as the table that says the same."""

from __future__ import annotations

from typing import Literal

Paper = Literal["portrait", "landscape", "table"]

_PAGES: tuple[tuple[Paper, float, float], ...] = (("portrait", 680, 950), ("landscape", 1000, 620))
"""The printable part of A4 in CSS pixels, less a heading and a caption."""
_LEAST = 0.8
"""The smallest scale at which labels of 13 px keep some 8 pt on paper."""


def paper_of(width: float, height: float) -> Paper:
    """Choose how a drawing of that size (pixels) is printed so that its labels can be read."""
    for page, wide, high in _PAGES:
        if min(wide / width, high / height) >= _LEAST:
            return page
    return "table"
