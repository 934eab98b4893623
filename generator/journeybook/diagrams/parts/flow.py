"""Find places for boxes and the ways between them with Graphviz's `dot`; it learns sizes and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from journeybook.diagrams.paint.arrow import LENGTH
from journeybook.diagrams.paint.canvas import Point
from journeybook.diagrams.paint.render import RenderError
from journeybook.problems import say

Size = tuple[float, float]
_INCH = 72
_HEAVY = 8  # how much straighter ways to the next box, and back, are than others
_ASIDE = 20  # pixels between the boxes and a loop beside them
_NUDGES = (0, 2, 4)  # pixels; `dot` rounds halves of gaps
_STRICT = 1  # pixels by which two parts may touch


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two boxes, by their places; `label` is the room that its label needs, in pixels."""

    start: int
    end: int
    label: Size | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """The way as drawn: a Bézier curve, the point of its arrow, and the middle of its label."""

    curve: list[Point]
    tip: Point
    label: Point | None

    def moved(self, x: float, y: float) -> Route:
        """Give the same route, so far to the right and down."""

        def move(point: Point) -> Point:
            return point[0] + x, point[1] + y

        return Route([*map(move, self.curve)], move(self.tip), move(self.label) if self.label else None)


@dataclass(frozen=True, slots=True)
class Flow:
    """A layout: its size, the middles of the boxes, and the routes in the order of the edges; pixels, y down."""

    width: float
    height: float
    nodes: list[Point]
    routes: list[Route]

    def moved(self, x: float, y: float) -> Flow:
        """Give the same layout, so far to the right and down."""
        nodes = [(at[0] + x, at[1] + y) for at in self.nodes]
        return Flow(self.width, self.height, nodes, [route.moved(x, y) for route in self.routes])

    def clear(self, sizes: Sequence[Size], edges: Sequence[Edge]) -> bool:
        """Tell whether no box and no label lies on another."""
        parts = [*zip(self.nodes, sizes, strict=True)]
        parts += [(r.label, e.label) for r, e in zip(self.routes, edges, strict=True) if r.label and e.label]
        return not any(_meet(*one, *other) for one, other in combinations(parts, 2))


def _meet(at: Point, size: Size, other: Point, other_size: Size) -> bool:
    return all(abs(at[i] - other[i]) < (size[i] + other_size[i]) / 2 - _STRICT for i in (0, 1))


def arrange(
    layout: Callable[[str], str], sizes: Sequence[Size], edges: Sequence[Edge], *, down: bool, gap: Size
) -> Flow:
    """Lay out boxes of these sizes, from the left to the right or, with `down`, from the top to the bottom.

    `gap` is the space between two boxes along the way and across it, in pixels. `layout` runs `dot`.
    """
    found = _laid_out(layout, sizes, edges, down, gap)
    try:
        flow = _read(json.loads(found), len(sizes), len(edges))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise RenderError(say("the ways of this journey were laid out in a form that cannot be read"), "") from error
    for number, edge in enumerate(edges if down else ()):
        if edge.label and edge.end == edge.start - 1:
            opened = _opened(flow, sizes, number, edge.start, edge.end, edge.label)
            flow = opened if opened.clear(sizes, edges) else flow
    return flow


def _laid_out(layout: Callable[[str], str], sizes: Sequence[Size], edges: Sequence[Edge], down: bool, gap: Size) -> str:
    """Lay out, with a little more space where `layout` finds no way, as Graphviz fails on single sizes."""
    for more in _NUDGES[:-1]:
        try:
            return layout(_dot(sizes, edges, down=down, gap=(gap[0] + more, gap[1])))
        except RenderError as error:
            if error.late or not error.detail:
                raise
    return layout(_dot(sizes, edges, down=down, gap=(gap[0] + _NUDGES[-1], gap[1])))


def _opened(flow: Flow, sizes: Sequence[Size], number: int, start: int, end: int, label: Size) -> Flow:
    """Give a loop to the box above more room: `dot` squeezes it between the boxes and its label."""
    (x1, y1), (x2, y2), at = flow.nodes[start], flow.nodes[end], flow.routes[number].label
    x1, x2 = x1 + sizes[start][0] / 2, x2 + sizes[end][0] / 2
    aside = max(x1, x2) + _ASIDE
    if not at or at[0] - label[0] / 2 >= aside:
        return flow
    bend = x1 + (aside - x1) * 4 / 3, x2 + (aside - x2) * 4 / 3  # so far reach the handles of a curve up to there
    curve = [(x1, y1), (bend[0], y1), (bend[1], y2), (x2 + LENGTH, y2)]
    routes = [*flow.routes]
    routes[number] = Route(curve, (x2, y2), (aside + label[0] / 2, at[1]))
    return replace(flow, width=max(flow.width, aside + label[0]), routes=routes)


def _dot(sizes: Sequence[Size], edges: Sequence[Edge], *, down: bool, gap: Size) -> str:
    along, across = (_inches(value) for value in gap)
    head = f'digraph{{graph[rankdir={"TB" if down else "LR"} ranksep="{along}" nodesep="{across}"]'
    head += 'node[shape=box fixedsize=true label=""]edge[arrowsize="0.8"]'
    boxes = (f'n{i}[width="{_inches(wide)}" height="{_inches(high)}"]' for i, (wide, high) in enumerate(sizes))
    return head + "".join(boxes) + "".join(_edges(edges, down=down)) + "}"


def _edges(edges: Sequence[Edge], *, down: bool) -> Iterable[str]:
    """Write the ways as DOT: ways on go from a box's end to another's beginning; loops back keep to the side."""
    for number, edge in enumerate(edges):
        shown = [f'id="e{number}"']
        if abs(edge.end - edge.start) == 1:
            shown.append(f"weight={_HEAVY}")
        if edge.end > edge.start:
            shown.append("tailport=s headport=n" if down else "tailport=e headport=w")
        elif edge.end < edge.start:
            shown.append("tailport=e headport=e" if down else "tailport=s headport=s")
        if edge.label:
            wide, high = (round(side) for side in edge.label)
            size = f'FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"'
            table = f'<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" {size}>'
            shown.append(f"label=<{table}<TR><TD {size}></TD></TR></TABLE>>")
        yield f"n{edge.start}->n{edge.end}[{' '.join(shown)}]"


def _inches(pixels: float) -> str:
    return f"{pixels / _INCH:.4f}"


def _read(found: dict[str, Any], nodes: int, edges: int) -> Flow:
    left, bottom, right, top = _floats(found["bb"])

    def point(text: str) -> Point:
        x, y = _floats(text)
        return x - left, top - y

    places = {item["name"]: point(item["pos"]) for item in found["objects"]}
    routes = {edge["id"]: _route(edge, point) for edge in found.get("edges", ())}
    boxes = [places[f"n{number}"] for number in range(nodes)]
    return Flow(right - left, top - bottom, boxes, [routes[f"e{number}"] for number in range(edges)])


def _route(edge: dict[str, Any], point: Callable[[str], Point]) -> Route:
    words = edge["pos"].partition(";")[0].split()
    tip = next((point(word[2:]) for word in words if word.startswith("e,")), None)
    curve = [point(word) for word in words if word[0] not in "es"]
    return Route(curve, tip or curve[-1], point(edge["lp"]) if "lp" in edge else None)


def _floats(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
