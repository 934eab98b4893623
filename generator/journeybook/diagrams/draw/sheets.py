"""How a drawing is printed: as it is, in strips and panels that no sheet of paper cuts, or as its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from journeybook.diagrams.draw.gaps import cuts
from journeybook.diagrams.paint.strips import Cutter
from journeybook.diagrams.parts.chevrons import GAP, TIP
from journeybook.diagrams.parts.sheet import Extent, Sheet

PrintForm = Literal["portrait", "landscape", "table", "desk", "tablet"]

LEAST_TEXT = 7 * 96 / 72
"""Pixels: no text on paper is smaller than 7 pt."""
COLUMN = 642
"""Pixels: the column of text on A4."""
_WIDE, _HIGH = 695, 900
_PAGES: tuple[tuple[PrintForm, float, float], ...] = (("portrait", _WIDE, _HIGH), ("landscape", 950, 640))
"""The narrower and the lower of A4 and US Letter in CSS pixels: as wide as print.css makes drawings, less a heading."""
_SAVED = _HIGH / 5
"""Pixels that smaller letters have to save of a sheet."""
_BEYOND = TIP + 1
"""Pixels at the end of a column that its chevron's tip has for itself: the lanes end before."""
_CAPTION, _BETWEEN = 20, 24
"""Pixels that print.css gives to the line which says the stages of a panel, and to the air between two panels."""
_STEPS = 20
"""How many sizes of a drawing are tried."""
_LOW = _HIGH * 0.6
"""Pixels: lower drawings are not divided, for they find a sheet."""
_ALONE = 60
"""Pixels: a last strip that is lower stays with the one before it; below heads each does (diagram-paper.css)."""
_UPRIGHT = _HIGH * 0.75
"""Pixels: panels that are no higher together leave room on a sheet, and need not turn it."""


@dataclass(frozen=True, slots=True)
class PaperPanel:
    """The stages from `first` to `last`, counted from 1, as SVG texts.

    `head` is what stands on each sheet again, where there is such a thing; `strips` are the rest, from top to bottom.
    `part` is how wide it is beside the widest of its drawing, from 0 to 1.
    """

    first: int
    last: int
    part: float
    head: str
    strips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnPaper:
    """How a drawing is printed.

    One that scrolls is printed in panels on that paper, of which the widest is `width` pixels wide; or as its table,
    where no sheet of paper holds a lane. Of others the drawing of the size `desk` or `tablet` is printed, and has
    panels only where it is high. Where less than `least` pixels of a sheet are left, it begins on the next.
    """

    paper: PrintForm = "desk"
    width: float = 0.0
    least: float = 0.0
    panels: tuple[PaperPanel, ...] = ()


def on_paper(sheet: Sheet, names: str, rest: str) -> OnPaper:
    """Divide a drawing that scrolls so that its smallest text can be read and no lane has to be cut.

    `names` and `rest` are the prefixes of the ids of its slices on the page.
    """
    cutter = Cutter(names, rest, sheet.canvas.width, _columns(sheet)[0][0], sheet.canvas.mirrored)
    least = LEAST_TEXT / (sheet.canvas.smallest or LEAST_TEXT)
    plans: list[_Plan] = []
    for paper, wide, high in _PAGES:
        spans = _spans(_columns(sheet), wide / least - cutter.lead)
        width = cutter.lead + max(*(end - start for start, end in spans.values()), *_legends(sheet))
        largest = min(1, wide / width, high / _highest(sheet))
        if largest >= least:
            scale = _scale(sheet, len(spans), high, least, largest)
            panels = tuple(_panels(cutter, sheet, spans, width))
            caption = _CAPTION if len(panels) > 1 else 0
            plan = OnPaper(paper, width * scale, _least(sheet, high / scale) * scale + caption, panels)
            plans.append(_Plan(plan, _sheets(sheet, len(spans), high, scale), _down(sheet, len(spans), scale)))
    return _best(plans)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to print a drawing, how many sheets it takes, and how many pixels where no sheet ends in it."""

    paper: OnPaper
    sheets: int
    down: float


def _best(plans: Sequence[_Plan]) -> OnPaper:
    """Choose where a drawing is printed: upright where it is low, else in one piece, else on the fewest sheets."""
    low = [plan for plan in plans if plan.paper.paper == "portrait" and plan.down <= _UPRIGHT]
    whole = [plan for plan in plans if len(plan.paper.panels) == 1]
    few = [plan for plan in plans if plan.sheets == min(other.sheets for other in plans)]
    found = low or whole or few[-1:]
    return found[0].paper if found else OnPaper("table")


def narrowest(desk: Sheet, tablet: Sheet | None, prefix: str) -> OnPaper:
    """Choose which of two drawings is printed: the wide one where it can be read and saves much paper.

    `prefix` begins the ids of the drawings, before `-desk` or `-tablet`.
    """
    scale = _WIDE / desk.canvas.width
    readable = scale * desk.canvas.smallest >= LEAST_TEXT
    if not tablet:
        return _in_strips("desk", desk, min(1, COLUMN / desk.canvas.width), prefix)
    narrow = COLUMN / tablet.canvas.width
    if readable and tablet.height * narrow - desk.height * scale >= _SAVED:
        return _in_strips("desk", desk, scale, prefix)
    return _in_strips("tablet", tablet, narrow, prefix)


def _in_strips(paper: PrintForm, sheet: Sheet, scale: float, prefix: str) -> OnPaper:
    """Divide a drawing into strips where it may not find a sheet that holds it."""
    width, high = sheet.canvas.width, sheet.height
    places = _places(sheet, scale) if high * scale > _LOW else [0.0]
    if places == [0.0]:
        return OnPaper(paper)
    cutter = Cutter("", f"{prefix}-{paper}", width, 0, sheet.canvas.mirrored)
    head = cutter.strip((0, width), (0, places[0])) if places[0] else ""
    strips = tuple(cutter.strip((0, width), down) for down in pairwise((*places, high)))
    ends = (*places[1:], high)
    least = ends[1] if head and len(ends) == 2 and ends[1] * scale <= _HIGH else ends[0]
    return OnPaper(paper, width * scale, least * scale, (PaperPanel(1, 1, 1.0, head, strips),))


def _places(sheet: Sheet, scale: float) -> list[float]:
    """Give where the strips of a drawing begin: at its rows, and in the gaps of what is too high to find a sheet."""
    found: list[float] = []
    for top, end in pairwise((*(sheet.breaks or (0.0,)), sheet.height)):
        whole = len(sheet.breaks) > 1 and (end - top) * scale <= _LOW
        found += [top, *([] if whole else cuts(sheet.canvas, sheet.height, _HIGH / 3 / scale, (top, end)))]
    low = len(found) > 1 and not found[0] and (sheet.height - found[-1]) * scale < _ALONE
    return found[:-1] if low else found


def _columns(sheet: Sheet) -> Sequence[Extent]:
    """Give the columns; a drawing that does not say where it may be cut has one."""
    return sheet.columns or ((0, sheet.canvas.width),)


def _downs(sheet: Sheet) -> list[Extent]:
    """Give where the heads and each lane begin and end."""
    return list(pairwise((0, *(top for _, top, _ in sheet.rows), sheet.height)))


def _heights(sheet: Sheet) -> tuple[float, list[float]]:
    """Give the height of the heads, and of each lane."""
    heads, *lanes = (end - top for top, end in _downs(sheet))
    return heads, lanes


def _legends(sheet: Sheet) -> tuple[float, ...]:
    """Give how wide the legends are, which each panel has; 0 where there is none."""
    return (0, *(wide for _, _, wide in sheet.legends))


def _highest(sheet: Sheet) -> float:
    """Give the pixels that a sheet of paper needs at least: for the heads and the highest lane."""
    heads, lanes = _heights(sheet)
    return heads + max(lanes, default=0)


def _least(sheet: Sheet, high: float) -> float:
    """Give the pixels that the heads and the first lane need, and the second where it is the last.

    The last lane is on the sheet of the one before (diagram-paper.css), where a sheet `high` pixels high holds them.
    """
    heads, lanes = _heights(sheet)
    both = heads + sum(lanes)
    return both if len(lanes) == 2 and both <= high else heads + sum(lanes[:1])


def _down(sheet: Sheet, panels: int, scale: float) -> float:
    """Give the pixels from top to bottom that so many panels take, where no sheet ends in them."""
    more = panels * _CAPTION + (panels - 1) * _BETWEEN if panels > 1 else 0
    return panels * sheet.height * scale + more


def _sheets(sheet: Sheet, panels: int, high: float, scale: float) -> int:
    """Count the sheets, `high` pixels high, that hold so many panels, the heads on each of them again."""
    heads, lanes = _heights(sheet)
    heads = heads * scale + (_CAPTION if panels > 1 else 0)
    count, room = 0, 0.0
    for _ in range(panels):
        if heads + sum(lanes) * scale > room:
            count, room = count + 1, high
        room -= heads
        for lane in lanes:
            if lane * scale > room:
                count, room = count + 1, high - heads
            room -= lane * scale
        room -= _BETWEEN
    return count


def _scale(sheet: Sheet, panels: int, high: float, least: float, largest: float) -> float:
    """Choose the largest scale at which a drawing takes as few sheets as at the least that can be read."""
    steps = [largest - (largest - least) * step / _STEPS for step in range(_STEPS + 1)]
    fewest = _sheets(sheet, panels, high, least)
    return next((scale for scale in steps if _sheets(sheet, panels, high, scale) <= fewest), least)


def _spans(columns: Sequence[Extent], room: float) -> dict[range, Extent]:
    """Divide the stages, counted from 0, into as few even groups as fit into `room` pixels, at worst one by one."""
    for parts in range(1, len(columns) + 1):
        found = {group: (columns[group[0]][0], columns[group[-1]][1]) for group in _groups(len(columns), parts)}
        if all(end - start <= room for start, end in found.values()):
            break
    return found


def _groups(count: int, parts: int) -> list[range]:
    """Divide so many stages into even groups."""
    sizes = (count // parts + (part < count % parts) for part in range(parts))
    return [range(begin, end) for begin, end in pairwise(accumulate(sizes, initial=0))]


def _panels(cutter: Cutter, sheet: Sheet, spans: Mapping[range, Extent], width: float) -> Iterator[PaperPanel]:
    stages = len(_columns(sheet))
    for group, span in spans.items():
        heads, *downs = _downs(sheet)
        before, after = group[0] > 0, group[-1] + 1 < stages
        head = cutter.strip(span, heads, hidden=[*_beyond(sheet, span, heads, before=before, after=after)])
        end = span[1] - _BEYOND if after else None
        lanes = (cutter.strip(span, down, sheet.legends, end=end) for down in downs)
        part = (cutter.lead + span[1] - span[0]) / width
        yield PaperPanel(group[0] + 1, group[-1] + 1, part, head, tuple(lanes))


def _beyond(sheet: Sheet, span: Extent, heads: Extent, *, before: bool, after: bool) -> Iterator[list[Extent]]:
    """Outline what is seen in the heads of a panel of the stages before and after it: tips reach into the next."""
    top, end = sheet.tips
    middle = (top + end) / 2
    if before:
        x = span[0] - GAP / 2
        yield [(x, top - 1), (x + TIP, middle), (x, end + 1)]
    if after:
        x, edge, foot = span[1] - _BEYOND + GAP / 2, span[1] + _BEYOND, heads[1] + 2
        yield [
            (edge, heads[0]),
            (x, heads[0]),
            (x, top - 1),
            (x + TIP, middle),
            (x, end + 1),
            (x, foot),
            (edge, foot),
        ]
