"""The numbers of a funnel: how many people reach a stage, which share of the first that is, and how many were lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import FIGURE, HEADING, LABEL, NOTE, TITLE
from journeybook.diagrams.parts.scene import Scene
from journeybook.problems import say
from journeybook.text.font import SLACK, TextStyle, width

_BETWEEN = 14  # pixels between the two columns
_LEAST_HEAD = 76  # pixels for “of stage 12”
_MOST_PART = 1000  # per cent: of a growth beyond tenfold, the numbers tell more
_TABULAR = 1.04  # figures of one width are wider than the 1 of others


@dataclass(frozen=True, slots=True)
class StageCount:
    """What there is to say of a stage's number; what is empty is not to be said.

    `share` is that of the first stage that has people, `change` how many there are more or less than in the stage
    counted before, `part` the same as a share of those, and `since` that stage where it is not the one right before.
    """

    number: str = ""
    share: str = ""
    change: str = ""
    part: str = ""
    since: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class FunnelCounts:
    """The numbers of all stages. `base` says of which stage the shares are: “of stage 1”; empty where of none."""

    told: Sequence[StageCount]
    base: str

    def texts(self, index: int) -> tuple[str, ...]:
        """Say a stage's numbers in words, for those who do not see the columns."""
        told = self.told[index]
        change = f"{told.change} ({told.part})" if told.part else told.change
        share = f"{told.share} {self.base}" if told.share else ""
        return tuple(text for text in (told.number, share, " ".join(filter(None, (change, told.since)))) if text)


def counts_of(scene: Scene) -> FunnelCounts:
    """Work out the numbers of all stages; stages that nobody counted say so, unless none is counted."""
    counts = [stage.count for stage in scene.journey.stages]
    if all(count is None for count in counts):
        return FunnelCounts([StageCount()] * len(counts), "")
    first = next((place for place, count in enumerate(counts) if count), None)
    base = scene.say(say("of stage {number}", number=scene.number(first + 1))) if first is not None else ""
    return FunnelCounts([_told(scene, counts, place, first) for place in range(len(counts))], base)


def _told(scene: Scene, counts: Sequence[int | None], place: int, first: int | None) -> StageCount:
    count = counts[place]
    if count is None:
        return StageCount(scene.say(say("not counted")), counted=False)
    share = _share(scene, count / (counts[first] or 1)) if first is not None and place >= first else ""
    before = next((back for back in range(place - 1, -1, -1) if counts[back] is not None), None)
    if before is None:
        return StageCount(scene.number(count), share)
    known = counts[before] or 0
    away = before < place - 1 and count != known
    since = scene.say(say("since stage {number}", number=scene.number(before + 1))) if away else ""
    change = _signed(scene.number(abs(count - known)), count - known) if count != known else ""
    return StageCount(scene.number(count), share, change, _part(scene, count, known), since)


def _signed(text: str, change: float) -> str:
    return f"{'−' if change < 0 else '+'}{text}"


def _share(scene: Scene, share: float) -> str:
    """Say a share; neither what is left of many nor what is lost of them is rounded to nothing."""
    if 0 < share < 0.01:
        return scene.say(say("<{share}", share=scene.percent(0.01)))
    return scene.percent(min(share, 0.99) if share < 1 else share)


def _part(scene: Scene, count: int, known: int) -> str:
    """Say how much less or more that is, in whole per cent; empty where the share is too small or too large to say."""
    part = floor(100 * abs(count - known) / known) if known else 0
    return _signed(scene.percent(part / 100), count - known) if 0 < part < _MOST_PART else ""


class CountColumns:
    """The numbers in two columns, in figures of one width: people, and beside them the share of the first stage.

    Between two stages stands what was lost or gained: people among the people, and before them which share of the stage
    before that is, in `lead` pixels of its own before x. `wide` pixels, with headings `head` pixels high.
    """

    def __init__(self, scene: Scene, room: float) -> None:
        self._counts = counts_of(scene)
        told = self._counts.told
        self._style = _largest([one.number for one in told if one.counted], room)
        self._heads = [scene.say(say("People"))]
        self._base = scene.lines(self._counts.base, _LEAST_HEAD, LABEL) if self._counts.base else []
        numbers = [width(one.number, self._of(one)) for one in told] + [width(one.change, NOTE) for one in told]
        numbers += [width(one.since, NOTE) for one in told if one.since] + [width(self._heads[0], LABEL)]
        shares = [width(one.share, NOTE) for one in told]
        parts = max(width(one.part, NOTE) for one in told) * _TABULAR
        self._numbers = max(numbers) * _TABULAR
        self._changes = max(width(one.change, NOTE) for one in told) * _TABULAR
        self._shares = max(*shares, *(width(line, LABEL) for line in self._base), 0) * _TABULAR
        self.wide = self._numbers + (_BETWEEN + self._shares if self._shares else 0)
        beside = self._numbers - self._changes if scene.direction == "ltr" else 0  # left free by shorter losses
        self.lead = max(0.0, parts + _BETWEEN - beside) if parts else 0.0
        self.head = max(1, len(self._base)) * LABEL.line
        self.line = self._style.line

    def _of(self, told: StageCount) -> TextStyle:
        return self._style if told.counted else NOTE

    def draw_heads(self, canvas: Canvas, x: float, bottom: float) -> None:
        """Draw the headings, which end at `bottom`; x is where the columns begin."""
        self._people(canvas, x, bottom - LABEL.line, self._heads, LABEL, "jd-muted")
        if self._base:
            self._share(canvas, x, bottom - len(self._base) * LABEL.line, self._base, LABEL, "jd-muted")

    def draw(self, canvas: Canvas, x: float, middle: float, index: int) -> None:
        """Draw a stage's number and share around the height `middle`."""
        told = self._counts.told[index]
        style = self._of(told)
        looks = "jd-count" if told.counted else "jd-muted"
        self._people(canvas, x, middle - style.line / 2, [told.number], style, looks)
        if told.share:
            self._share(canvas, x, middle - NOTE.line / 2 + 2, [told.share], NOTE, "jd-count")

    def change_height(self, index: int) -> float:
        """Give the pixels that the change from the stage before needs; 0 where nothing is to be said."""
        told = self._counts.told[index]
        return (NOTE.line if told.change else 0) + (NOTE.line if told.since else 0)

    def draw_change(self, canvas: Canvas, x: float, middle: float, index: int) -> None:
        """Draw what was lost or gained before a stage, around the height `middle`."""
        told = self._counts.told[index]
        if not told.change:
            return
        top = middle - self.change_height(index) / 2
        lines = [line for line in (told.change, told.since) if line]
        self._people(canvas, x, top, lines, NOTE, "jd-muted jd-change")
        if told.part:
            before = (x - self.lead, x + self._numbers - self._changes - _BETWEEN)
            _aligned(canvas, before, top, [told.part], NOTE, "jd-muted jd-change")

    def _people(self, canvas: Canvas, x: float, y: float, lines: Sequence[str], style: TextStyle, looks: str) -> None:
        _aligned(canvas, (x, x + self._numbers), y, lines, style, looks)

    def _share(self, canvas: Canvas, x: float, y: float, lines: Sequence[str], style: TextStyle, looks: str) -> None:
        _aligned(canvas, (x + self.wide - self._shares, x + self.wide), y, lines, style, looks)


def _aligned(
    canvas: Canvas, column: tuple[float, float], y: float, lines: Sequence[str], style: TextStyle, looks: str
) -> None:
    """Draw a column's text so that ones stand under ones: at the right, in drawings for either direction."""
    if canvas.mirrored:
        canvas.text(column[0], y, lines, style, looks, "start")
    else:
        canvas.text(column[1], y, lines, style, looks, "end")


def _largest(numbers: Sequence[str], room: float) -> TextStyle:
    """Choose the largest of three sizes in which all numbers fit into so many pixels, else the smallest."""
    for style in (FIGURE, HEADING, TITLE):
        if all(width(number, style) * SLACK <= room for number in numbers):
            break
    return style
