"""Turn a journey into its figure: the drawings of one view for all widths, and the same labels as data."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from pydantic import TypeAdapter

from journeybook.diagrams.draw.cached import cached
from journeybook.diagrams.draw.request import DESK_WIDTH, Request
from journeybook.diagrams.draw.sheets import OnPaper, narrowest, on_paper
from journeybook.diagrams.paint.render import Renderer, RenderError
from journeybook.diagrams.paint.svg import Frame, Slice, finish
from journeybook.diagrams.parts.links import Links
from journeybook.diagrams.parts.sheet import TABLET_WIDTH, Sheet
from journeybook.diagrams.parts.twin import Twin
from journeybook.diagrams.shapes import load, scrolls
from journeybook.language.direction import Direction
from journeybook.model.journey import Journey
from journeybook.problems import say
from journeybook.store.cache import Cache, digest

TABLET_LEAST = 800
"""Pixels: figures that are no wider are shown on tablets as they are."""
MOST_LATE = 3
"""How many drawings of one run may take too long before the others are given up."""
_BUNDLED = Renderer()


@dataclass(frozen=True, slots=True)
class Figure:
    """A journey as drawn for one view.

    `drawings` are SVG texts, each in one line, by size: `desk`, `tablet` and `phone`, of which CSS shows the one that
    fits, or `head` and `desk` side by side, where `desk` scrolls and `head` stays in place. `twin` says the same in
    words.
    """

    view: str
    title: str
    description: str
    drawings: Mapping[str, str]
    twin: Twin
    paper: OnPaper = field(default_factory=OnPaper)
    """How it is printed."""

    @property
    def scrolls(self) -> bool:
        """Whether one drawing scrolls on every page that is too narrow for it."""
        return "phone" not in self.drawings

    @property
    def desk(self) -> str:
        """The drawing for wide pages."""
        return self.drawings["desk"]

    @property
    def phone(self) -> str:
        """The drawing for narrow pages."""
        return self.drawings["phone"]


_FIGURE = TypeAdapter(Figure)


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
    return _draw(Request(journey, view, links, name, words, language, direction, desk_width), renderer, cache)


def _draw(request: Request, renderer: Renderer, cache: Cache | None) -> Figure:
    def make(request: Request) -> Figure:
        return _drawn(request, renderer, cache)

    return cached(request, cache, _about(renderer) if cache else "", _FIGURE, make)


def _about(renderer: Renderer) -> str:
    return f"figure {renderer.version()}"


def _drawn(request: Request, renderer: Renderer, cache: Cache | None) -> Figure:
    scene = request.scene(cached_layout(renderer, cache))
    shape = load(request.view)

    def frame(size: str, cut: Slice | None = None) -> Frame:
        name, style = f"{request.name}-{size}", f"jd jd-{request.view} jd-{size}"
        again = bool(paper.panels) and (paper.paper == size or cut is not None)
        return Frame(name, style, scene.title, scene.description, request.language, cut, again)

    def svg(sheet: Sheet, *frames: Frame) -> list[str]:
        drawn = renderer.svg(sheet.canvas.dot(sheet.height))
        with renderer.reading():
            return [finish(drawn, frame) for frame in frames]

    desk = shape.desk(scene, request.desk_width)
    if scrolls(shape):
        paper = on_paper(desk, f"{request.name}-head", f"{request.name}-desk")
        head, body = svg(desk, frame("head", desk.head), frame("desk", desk.body))
        drawings = {"head": head, "desk": body}
    else:
        sheets = {"desk": desk, "phone": shape.phone(scene)}
        if request.desk_width > TABLET_LEAST:
            sheets["tablet"] = shape.desk(scene, TABLET_WIDTH)
        paper = narrowest(desk, sheets.get("tablet"), request.name)
        drawings = {size: svg(sheet, frame(size))[0] for size, sheet in sheets.items()}
    twin = shape.twin(replace(scene, words=request.told or scene.words))
    return Figure(request.view, scene.title, scene.description, drawings, twin, paper)


def draw_many(
    requests: Iterable[Request], *, renderer: Renderer = _BUNDLED, cache: Cache | None = None
) -> list[Figure]:
    """Draw several figures at once, and give them in the order of the requests; raise the first RenderError."""
    found = attempt_many(requests, renderer=renderer, cache=cache)
    for figure in found:
        if isinstance(figure, RenderError):
            raise figure
    return [figure for figure in found if isinstance(figure, Figure)]


def attempt_many(
    requests: Iterable[Request], *, renderer: Renderer = _BUNDLED, cache: Cache | None = None
) -> list[Figure | RenderError]:
    """Draw several figures at once, in the order of the requests; where one failed, the reason stands in its place.

    A renderer that has hung MOST_LATE times is not started again, so that many drawings do not wait for it one by one.
    """
    late: list[RenderError] = []
    requests = list(requests)

    def one(request: Request) -> Figure | RenderError:
        if len(late) >= MOST_LATE:
            return RenderError(say("this was not drawn, because other drawings took too long"), renderer.name)
        try:
            return _draw(request, renderer, cache)
        except RenderError as error:
            late.extend([error] * error.late)
            return error

    # The renderers are processes of their own, so threads are enough to keep every core busy.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(one, requests))


def cached_layout(renderer: Renderer, cache: Cache | None) -> Callable[[str], str]:
    """Give a function for the renderer's layouts, which makes none twice."""

    def laid_out(dot: str) -> str:
        key = digest("layout", renderer.version(), dot)
        stored = cache.take(key, _layout) if cache else None
        found = renderer.layout(dot) if stored is None else stored
        if cache and stored is None:
            cache.put(key, found)
        return found

    return laid_out


def _layout(text: str) -> str:
    """Check that a cached layout is one, as the renderer's own is checked; a ValueError where it is none."""
    match json.loads(text):
        case {"objects": _}:
            return text
    raise ValueError("this is no layout")
