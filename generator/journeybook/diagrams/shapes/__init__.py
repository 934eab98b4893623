"""The shapes that a journey can be drawn in: one module each, found by its name.

A shape is a module with three functions: `desk(scene, width)` and `phone(scene)` give a `Sheet`, `twin(scene)` the same
labels as data. A new shape is one new file here, named like the view that it draws, and one for its looks in
`theme/assets/css/diagrams/`. A shape that is as wide as it needs to be and scrolls sets `SCROLLS`; it has no `phone`.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Twin

FALLBACK = "path"


class Shape(Protocol):
    """What a module of this package offers."""

    def desk(self, scene: Scene, width: float) -> Sheet:
        """The drawing for wide pages, `width` pixels wide."""
        ...

    def phone(self, scene: Scene) -> Sheet:
        """The drawing for narrow pages, `PHONE_WIDTH` pixels wide."""
        ...

    def twin(self, scene: Scene) -> Twin:
        """The labels of both drawings, in their order."""
        ...


def scrolls(shape: Shape) -> bool:
    """Whether the shape has one drawing for all widths, which scrolls."""
    return bool(getattr(shape, "SCROLLS", False))


@cache
def available() -> tuple[str, ...]:
    """The names of all shapes, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def shape_for(view: str) -> str:
    """The name of the shape that draws a view; what has no shape of its own is drawn as a path."""
    return view if view in available() else FALLBACK


def load(name: str) -> Shape:
    """The shape of that name; one of `available()`."""
    return cast(Shape, import_module(f"{__name__}.{name}"))
