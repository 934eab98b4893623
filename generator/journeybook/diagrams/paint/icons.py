"""Icons in drawings: Material Design Icons (Apache 2.0), as mkdocs-material ships them, and the same as on pages.

Graphviz knows no shapes with holes. It draws a square of the icon's class in its place, which becomes the icon when the
drawing is finished.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_SIDE = 24  # the icons' own units, each way
_PREFIX = "jd-icon-"
_FILES = {
    "email": "email-outline",
    "video": "video-outline",
    "phone": "phone-outline",
    "message": "message-text-outline",
    "social": "share-variant-outline",
    "web": "web",
    "room": "door-open",
    "handout": "file-document-outline",
    "talk": "account-voice",
    "channel": "swap-horizontal",
    "flag": "flag-variant-outline",
    "plus": "plus",
}

Command = tuple[str, tuple[tuple[float, float], ...]]
"""M, L, C or Z, and the points that belong to it, in the icon's own units."""


def icon_class(name: str) -> str:
    """Give the class of a square that becomes this icon; a KeyError where there is none of that name."""
    return f"{_PREFIX}{name}" if name in _FILES else _FILES[name]


def icon_of(classes: Iterable[str]) -> str | None:
    """Tell which icon a part of these classes becomes, if any."""
    return next((word.removeprefix(_PREFIX) for word in classes if word.startswith(_PREFIX)), None)


def outline(name: str, x: float, y: float, side: float) -> list[Command]:
    """Give the path of an icon in a square of so many pixels, whose left top corner is at x, y."""
    scale = side / _SIDE
    return [(letter, tuple((x + scale * a, y + scale * b) for a, b in points)) for letter, points in _path(name)]


@cache
def _path(name: str) -> list[Command]:
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    text = files("material").joinpath(f"templates/.icons/material/{_FILES[name]}.svg").read_text("utf-8")
    drawn = re.search(r'\bd="([^"]+)"', text)
    pen = RecordingPen()
    parse_path(drawn[1] if drawn else "", pen)
    letters = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z"}
    return [(letters[command], tuple(points)) for command, points in pen.value if command in letters]
