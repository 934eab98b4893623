"""The facts of a form in which drawings are files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """The facts of a form, whose name is the ending of its files.

    `make` gives the bytes of a picture whose SVG text it is given; `place` is the form's place among the links of a
    drawing, from 1; `kept` tells that making it takes so long that the cache keeps it, and `in_browsers` that
    `theme/assets/js/apps/download.js` can make it of the SVG file.
    """

    make: Callable[[str], bytes]
    place: int
    kept: bool = True
    in_browsers: bool = False
