"""Diagrams of journeys: positions and text by us, drawn by Graphviz, looks by CSS.

`draw` gives a figure with two drawings of the same stages, one for wide and one for narrow pages; the stylesheet
`theme/assets/css/diagram.css` shows the one that fits.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from journeybook.diagrams.cache import Cache, digest
from journeybook.diagrams.links import Links
from journeybook.diagrams.render import Renderer, RenderError
from journeybook.diagrams.scene import Direction, Scene
from journeybook.diagrams.shapes import Sheet, available, load, shape_for
from journeybook.diagrams.svg import VERSION, Frame, finish
from journeybook.model.journey import Journey

__all__ = [
    "Cache",
    "Figure",
    "Links",
    "RenderError",
    "Renderer",
    "Request",
    "available",
    "draw",
    "draw_many",
    "right_to_left",
    "shape_for",
]

DESK_WIDTH = 960
"""Pixels: the column of a journey's page."""
_BUNDLED = Renderer()


@dataclass(frozen=True, slots=True)
class Figure:
    """A journey as drawn for one view: `desk` and `phone` are SVG texts, each in one line."""

    view: str
    title: str
    description: str
    desk: str
    phone: str


@dataclass(frozen=True, slots=True)
class Request:
    """A figure to be drawn; the fields are the arguments of `draw`."""

    journey: Journey
    view: str
    links: Links
    name: str
    words: Callable[[str], str] = str
    language: str = "en"
    direction: Direction = "ltr"
    desk_width: float = DESK_WIDTH


def draw(
    journey: Journey,
    view: str,
    links: Links,
    *,
    name: str,
    words: Callable[[str], str] = str,
    language: str = "en",
    direction: Direction = "ltr",
    desk_width: float = DESK_WIDTH,
    renderer: Renderer = _BUNDLED,
    cache: Cache | None = None,
) -> Figure:
    """Draw a journey.

    `name` begins every id (`name-desk-…`, `name-phone-…`) and must be unique on the page; `words` translates catalogue
    sentences; `language` (a tag such as `de`) decides where words break; `direction` `rtl` mirrors the drawing;
    `desk_width` is the width in pixels of the wide drawing. A RenderError says why a drawing failed.
    """
    scene = Scene(journey, links, words, language, direction)
    shape = load(shape_for(view))
    kind = shape_for(view)

    def svg(sheet: Sheet, size: str) -> str:
        frame = Frame(f"{name}-{size}", f"jd jd-{kind} jd-{size}", scene.title, scene.description, language)
        return _svg(sheet, frame, renderer, cache)

    desk, phone = svg(shape.desk(scene, desk_width), "desk"), svg(shape.phone(scene), "phone")
    return Figure(view, scene.title, scene.description, desk, phone)


def draw_many(
    requests: Iterable[Request], *, renderer: Renderer = _BUNDLED, cache: Cache | None = None
) -> list[Figure]:
    """Draw several figures at once, and give them in the order of the requests."""

    def one(request: Request) -> Figure:
        fields = {field: getattr(request, field) for field in request.__slots__}
        return draw(**fields, renderer=renderer, cache=cache)

    # The renderers are processes of their own, so threads are enough to keep every core busy.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(one, requests))


def right_to_left(language: str) -> Direction:
    """The direction in which a language is written, by its tag: Arabic, Hebrew, Persian, Urdu and their kin."""
    return "rtl" if language.replace("_", "-").split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"}


def _svg(sheet: Sheet, frame: Frame, renderer: Renderer, cache: Cache | None) -> str:
    canvas, height = sheet
    dot = canvas.dot(height)
    if cache is None:
        return finish(renderer.svg(dot), frame)
    key = digest(VERSION, renderer.version(), dot, repr(frame))
    kept = cache.get(key)
    if kept is None:
        kept = finish(renderer.svg(dot), frame)
        cache.put(key, kept)
    return kept
