"""Draw a journey that branches: stages as boxes, the ways between them as arrows, with the conditions beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.paint.arrow import head
from journeybook.diagrams.paint.canvas import Canvas, Point
from journeybook.diagrams.paint.styles import LABEL, NUMBER, TITLE
from journeybook.diagrams.parts.flow import Edge, Flow, Size, arrange
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.ways import Way, branches, ways
from journeybook.text.font import TextStyle, width

_MOST_WAYS = 40
"""More ways than these are a tangle that nobody reads."""
_DISC, _PAD, _TIP, _END = 11, 12, 12, 9
_LEAST = 44  # pixels: the smallest target on a phone
_CLEAR = 6  # pixels around a condition
_MOST_LINES, _MOST_WIDER = 4, 1.6
_PAD_TIGHT = 7
_GAP, _GAP_PHONE = (24, 24), (24, 14)  # pixels between boxes: along the way, and across it
_GAP_TIGHT = (16, 24)
_ROUNDED = 8  # pixels that rounding may take of a row of boxes
_MORE = 60  # pixels that wide pages may add to a gap


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to draw the boxes: room in pixels for titles and conditions; `stacked` puts numbers above titles.

    A `tight` one has less air in boxes and between them, and breaks no word.
    """

    title: float
    label: float
    down: bool = False
    stacked: bool = False
    tight: bool = False

    @property
    def pad(self) -> float:
        """The pixels between a box's edge and what is in it."""
        return _PAD_TIGHT if self.tight else _PAD


_DESK = (
    *(_Fit(130, 110), _Fit(110, 100), _Fit(120, 100, stacked=True), _Fit(92, 84, stacked=True)),
    *(
        _Fit(70, 76, stacked=True),
        _Fit(50, 64, stacked=True, tight=True),
        _Fit(220, 150, down=True),
        _Fit(150, 120, down=True),
        _Fit(104, 96, down=True),
    ),
)
_PHONE = (
    *(_Fit(190, 96, down=True), _Fit(130, 88, down=True), _Fit(100, 80, down=True)),
    *(_Fit(100, 80, down=True, stacked=True), _Fit(76, 70, down=True, stacked=True)),
)


def flowchart(scene: Scene, room: float, *, phone: bool = False) -> Flowchart | None:
    """Lay out the stages and the ways between them, at most `room` pixels wide.

    None where the journey does not branch, and where it branches too much, or says too much, to be read so.
    """
    found = ways(scene.journey)
    if not branches(scene.journey) or len(found) > _MOST_WAYS:
        return None
    fitting, spared = [], False
    for fit in _PHONE if phone else _DESK:
        if fit.tight and not (spared and _whole(scene, fit)):
            continue
        chart = Flowchart(scene, found, room, fit, phone=phone)
        if chart.fits and chart.neat:
            return chart
        fitting += [chart] if chart.fits else []
        spared = spared or not chart.laid_out
    return fitting[-1] if fitting and not phone else None


class Flowchart:
    """Stages and ways, laid out.

    `fits` tells whether they have the room they need, `neat` whether no text is taller than it is easy to read. What is
    plainly too wide is not `laid_out`: that starts a program.
    """

    def __init__(self, scene: Scene, found: Sequence[Way], room: float, fit: _Fit, *, phone: bool) -> None:
        self._scene, self._ways, self._fit, self._room = scene, found, fit, room
        stages = scene.journey.stages
        self._titles = [_lines(scene, stage.title, fit.title, TITLE) for stage in stages]
        self._labels = [_lines(scene, way.condition, fit.label, LABEL) if way.condition else [] for way in found]
        sizes = _even([_box(title, fit) for title in self._titles], down=fit.down)
        edges = [Edge(w.start, w.end, _around(lines)) for w, lines in zip(found, self._labels, strict=True)]
        if not stages[-1].next:
            edges.append(Edge(len(stages) - 1, len(stages)))
            sizes.append((2 * _END, 2 * _END))
        self._sizes, self._gap = sizes, _GAP_PHONE if phone else _GAP_TIGHT if fit.tight else _GAP
        self.laid_out = fit.down or _least(sizes, edges, self._gap[0]) <= room + _ROUNDED
        self.fits = self.neat = False
        if self.laid_out:
            self._lay_out(edges)

    def _lay_out(self, edges: Sequence[Edge]) -> None:
        scene, sizes, fit, room = self._scene, self._sizes, self._fit, self._room
        self._flow = arrange(scene.layout, sizes, edges, down=fit.down, gap=self._gap)
        self.fits = self._flow.width <= room and self._flow.clear(sizes, edges)
        if self.fits and not fit.down:
            self._flow = self._wider(edges)
        self.height = self._flow.height
        self.neat = all(len(lines) <= _MOST_LINES + 1 for lines in (*self._titles, *self._labels))

    def _wider(self, edges: Sequence[Edge]) -> Flow:
        """Widen the gaps between the boxes, so that the flowchart ends where the columns below it end."""
        gaps = max(1, len({round(x) for x, _ in self._flow.nodes}) - 1)
        more = min(_MORE, (self._room - self._flow.width) / gaps) // 2 * 2  # `dot` rounds halves of gaps
        found = arrange(self._scene.layout, self._sizes, edges, down=False, gap=(self._gap[0] + more, self._gap[1]))
        return found if found.width <= self._room and found.clear(self._sizes, edges) else self._flow

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y: the lines, then each stage with its conditions."""
        if self._fit.down:
            x += (self._room - self._flow.width) / 2
        flow = self._flow.moved(x, y)
        for route, start in zip(flow.routes, self._starts(), strict=True):
            colour = self._scene.colour(start)
            canvas.curve(route.curve, f"jd-way {colour}")
            canvas.outline(head(route.curve[-1], route.tip), f"jd-tip {colour}")
        for index, (at, size) in enumerate(zip(flow.nodes, self._sizes, strict=True)):
            if index == len(self._titles):
                canvas.disc(*at, _END - 1, "jd-end")
                canvas.disc(*at, 4, "jd-end-dot")
                continue
            self._stage(canvas, index, (at[0] - size[0] / 2, at[1] - size[1] / 2), size)
            for way, lines, route in zip(self._ways, self._labels, flow.routes, strict=False):
                if way.start == index and route.label:
                    _label(canvas, route.label, lines)

    def _starts(self) -> Iterator[int]:
        yield from (way.start for way in self._ways)
        yield from range(len(self._titles) - 1, len(self._sizes) - 1)

    def _stage(self, canvas: Canvas, index: int, corner: Point, size: Size) -> None:
        (x, y), (wide, high), title, fit = corner, size, self._titles[index], self._fit
        number, colour = str(self._scene.nth(index)), self._scene.colour(index)
        stage = self._scene.journey.stages[index]
        text_high = len(title) * TITLE.line
        if fit.stacked:
            top = y + 10  # numbers stand at one height
            disc, text = (x + fit.pad + _DISC, top + _DISC), (x + fit.pad, top + 2 * _DISC + 5)
        else:
            body = high - (_TIP if fit.down else 0)
            disc = (x + fit.pad + _DISC, y + body / 2)
            text = (x + fit.pad + 2 * _DISC + 8, y + (body - text_high) / 2)
        with canvas.link(self._scene.links.stage(stage.key), f"{number} {stage.title}"):
            canvas.outline(_pointed(x, y, wide, high, down=fit.down), f"jd-fill {colour}")
            canvas.disc(*disc, _DISC, f"jd-num {colour}", number, NUMBER)
            canvas.text(*text, title, TITLE, "jd-on")


def _least(sizes: Sequence[Size], edges: Sequence[Edge], gap: float) -> float:
    """Give the pixels that boxes take side by side at least, without a layout; 0 where that cannot be told.

    Where ways lead back and others pass over boxes, `dot` may turn one of the ways on.
    """
    on = [edge for edge in edges if edge.end > edge.start]
    back = any(edge.end < edge.start for edge in edges)
    if back and any(edge.end > edge.start + 1 for edge in on):
        return 0
    ends = [wide for wide, _ in sizes]  # how far from the first box each one ends
    for edge in sorted(on, key=lambda one: one.start):
        room = gap + (edge.label[0] if edge.label else 0) + sizes[edge.end][0]
        ends[edge.end] = max(ends[edge.end], ends[edge.start] + room)
    return max(ends)


def _whole(scene: Scene, fit: _Fit) -> bool:
    """Tell whether no word of a title has to be broken."""
    words = (word for stage in scene.journey.stages for word in stage.title.split())
    return all(width(word, TITLE) <= _MOST_WIDER * fit.title for word in words)


def _lines(scene: Scene, text: str, room: float, style: TextStyle) -> list[str]:
    """Break a text into lines, with more room where a word or the whole needs it."""
    most = _MOST_WIDER * room
    longest = max((width(word, style) for word in text.split()), default=0)
    room = longest if room < longest <= most else room
    lines = scene.lines(text, room, style)
    while len(lines) > _MOST_LINES and room < most:
        room += 20
        lines = scene.lines(text, room, style)
    return lines


def _box(title: list[str], fit: _Fit) -> Size:
    text = max(width(line, TITLE) for line in title)
    high = len(title) * TITLE.line
    if fit.stacked:
        wide, high = max(text, 2 * _DISC) + 2 * fit.pad, high + 2 * _DISC + 5 + 18
        return (wide, high + _TIP) if fit.down else (wide + _TIP - 4, high + 2)
    wide = fit.pad + 2 * _DISC + 8 + text + fit.pad
    return (wide, max(_LEAST, high + 20) + _TIP) if fit.down else (wide + _TIP - 2, max(_LEAST, high + 20))


def _even(sizes: list[Size], *, down: bool) -> list[Size]:
    """Give boxes under each other one width, and boxes side by side one height."""
    if down:
        wide = max(wide for wide, _ in sizes)
        return [(wide, high) for _, high in sizes]
    high = max(high for _, high in sizes)
    return [(wide, high) for wide, _ in sizes]


def _around(lines: list[str]) -> Size | None:
    if not lines:
        return None
    return max(width(line, LABEL) for line in lines) + 2 * _CLEAR, len(lines) * LABEL.line + 2 * _CLEAR


def _label(canvas: Canvas, middle: Point, lines: list[str]) -> None:
    wide, high = max(width(line, LABEL) for line in lines) + 4, len(lines) * LABEL.line
    canvas.box(middle[0] - wide / 2, middle[1] - high / 2, wide, high, "jd-paper")
    canvas.text(middle[0], middle[1] - high / 2, lines, LABEL, align="middle")


def _pointed(x: float, y: float, wide: float, high: float, *, down: bool) -> list[Point]:
    right, bottom = x + wide, y + high
    if down:
        return [(x, y), (right, y), (right, bottom - _TIP), (x + wide / 2, bottom), (x, bottom - _TIP)]
    return [(x, y), (right - _TIP, y), (right, y + high / 2), (right - _TIP, bottom), (x, bottom)]
