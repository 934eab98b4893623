"""The shapes that a journey can be drawn in: one module each, found by its name.

A shape is a module with two functions, `desk(scene, width)` and `phone(scene)`, which give a `Sheet`. A new shape is
one new file here, named like the view that it draws.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from journeybook.diagrams.canvas import Canvas
from journeybook.diagrams.scene import Scene

FALLBACK = "path"
PHONE_WIDTH = 350
"""Pixels: the column of a page on a phone 390 pixels wide."""

Sheet = tuple[Canvas, float]
"""A drawing and its height in pixels."""


class Shape(Protocol):
    """What a module of this package offers."""

    def desk(self, scene: Scene, width: float) -> Sheet:
        """The drawing for wide pages, `width` pixels wide."""
        ...

    def phone(self, scene: Scene) -> Sheet:
        """The drawing for narrow pages, `PHONE_WIDTH` pixels wide."""
        ...


@cache
def available() -> tuple[str, ...]:
    """The names of all shapes, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def shape_for(view: str) -> str:
    """The name of the shape that draws a view; views without a shape of their own are drawn as a path."""
    return view if view in available() else FALLBACK


def load(name: str) -> Shape:
    """The shape of that name; one of `available()`."""
    return cast(Shape, import_module(f"{__name__}.{name}"))
