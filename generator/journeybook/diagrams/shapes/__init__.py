"""The shapes that a journey can be drawn in: one module each, named like the view that it draws.

A shape is a module with three functions: `desk(scene, width)` and `phone(scene)` give a `Sheet`, `twin(scene)` the same
labels as data. Its view's facts stand in `journeybook.model.views`, its looks in `theme/assets/css/diagrams/`; a view
of another package names its module. A shape that is as wide as it needs to be and scrolls sets `SCROLLS`; it has no
`phone`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Protocol, cast

from journeybook.diagrams.paint.render import RenderError
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet
from journeybook.diagrams.parts.twin import Twin
from journeybook.model.view import View
from journeybook.model.views import VIEWS
from journeybook.problems import say

FALLBACK = "path"


class Shape(Protocol):
    """A module that draws one view."""

    def desk(self, scene: Scene, width: float) -> Sheet:
        """Draw the view for wide pages, `width` pixels wide."""
        ...

    def phone(self, scene: Scene) -> Sheet:
        """Draw the view for narrow pages, `PHONE_WIDTH` pixels wide."""
        ...

    def twin(self, scene: Scene) -> Twin:
        """Give the labels of both drawings, in their order."""
        ...


def scrolls(shape: Shape) -> bool:
    """Tell whether the shape has one drawing for all widths, which scrolls."""
    return bool(getattr(shape, "SCROLLS", False))


def available() -> tuple[str, ...]:
    """Give the names of all views, sorted."""
    return tuple(sorted(VIEWS))


def shape_for(view: str) -> str:
    """Give the name of the shape that draws a view; what has no shape of its own is drawn as a path."""
    return view if view in VIEWS else FALLBACK


def load(name: str) -> Shape:
    """Load the shape of that name, one of `available()`."""
    view = VIEWS[name]
    return _ForeignShape(view) if view.package else _module(f"{__name__}.{name}")


def _module(name: str) -> Shape:
    return cast(Shape, import_module(name))


class _ForeignShape:
    """A shape of another package, which may do whatever it likes: what goes wrong in it is a RenderError."""

    def __init__(self, view: View) -> None:
        self._package = view.package
        with self._told():
            self._shape = _module(view.shape)
        self.SCROLLS = scrolls(self._shape)

    def desk(self, scene: Scene, width: float) -> Sheet:
        with self._told():
            return self._shape.desk(scene, width)

    def phone(self, scene: Scene) -> Sheet:
        with self._told():
            return self._shape.phone(scene)

    def twin(self, scene: Scene) -> Twin:
        with self._told():
            return self._shape.twin(scene)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except RenderError:
            raise
        except (Exception, SystemExit) as error:
            reason = f"{type(error).__name__}: {error}"
            message = say("the package {package} cannot draw this: {reason}", package=self._package, reason=reason)
            raise RenderError(message, self._package) from error
