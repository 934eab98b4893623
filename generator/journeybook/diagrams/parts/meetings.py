"""Touchpoints as one mark: by which channel, what happens, and who is there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count, takewhile

from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.icons import icon_class
from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.paint.styles import BODY, INITIALS, LABEL
from journeybook.diagrams.parts.blocks import Bullets, Paragraph
from journeybook.diagrams.parts.scene import LONGEST, Scene
from journeybook.diagrams.parts.twin import Label
from journeybook.model.channels import OTHER, channel_kind
from journeybook.model.journey import Responsibility, Stage, Touchpoint
from journeybook.text.font import SLACK, width
from journeybook.text.graphemes import clusters, shorten

_ICON, _INDENT, _GAP = 15, 21, 7
_APART = 4  # pixels between two badges: they have rings on paper and in forced colours
_LOWER = 2  # pixels: a line with badges, which are higher than it is, stands so much lower below another
_FILLER = "m"  # stands for the initials while a title is broken into lines


def said(scene: Scene, stage: Stage) -> list[Label]:
    """Say a stage's touchpoints in words, each with its channel and who is there."""
    return [Label(_said(scene, touchpoint), touchpoint.url) for touchpoint in stage.touchpoints]


def _said(scene: Scene, touchpoint: Touchpoint) -> str:
    actors = ", ".join(map(scene.journey.actor_title, touchpoint.actors))
    more = "; ".join(part for part in (touchpoint.channel, actors) if part)
    return f"{touchpoint.title} ({more})" if more else touchpoint.title


def initials(titles: Sequence[str]) -> list[str]:
    """Give a letter or two for each title, no two alike: the first letter, and where needed one that differs.

    “Mentor” and “Mentee” become Mo and Me; titles that are alike get numbers.
    """
    letters = [[char.upper() if not place else char for place, char in enumerate(_letters(t))] for t in titles]
    found: list[str] = []
    for own in letters:
        alike = [other for other in letters if other[0] == own[0]]
        shared = sum(1 for _ in takewhile(lambda same: len(set(same)) == 1, zip(*alike, strict=False)))
        options = own[:1] if len(alike) == 1 else [own[0] + char for char in own[max(1, shared) :]]
        numbers = (f"{own[0]}{number}" for number in range(1, len(titles) + 1))
        found.append(next(option for option in chain(options, numbers) if option not in found))
    return found


def _letters(title: str) -> list[str]:
    return [cluster for cluster in clusters(clean(title)) if cluster[0].isalnum()] or ["–"]


class Badges:
    """The actors of a journey's touchpoints, and a round mark with initials for each; none where there is one actor."""

    def __init__(self, scene: Scene) -> None:
        stages = scene.journey.stages
        met = [key for stage in stages for touchpoint in stage.touchpoints for key in touchpoint.actors]
        duties = [duty.actor for stage in stages for duty in stage.responsibilities] if met else []
        keys = list(dict.fromkeys([*met, *duties]))
        self.titles = list(map(scene.journey.actor_title, keys)) if len(keys) > 1 else []
        self._letters = dict(zip(keys, initials(self.titles), strict=False)) if self.titles else {}
        widest = max((width(letters, INITIALS) for letters in self._letters.values()), default=0)
        self.radius = max(10.0, widest / 2 + 2)

    @property
    def row(self) -> float:
        """The height of a row of them, in pixels."""
        return 2 * self.radius + _APART

    def of(self, keys: Sequence[str]) -> list[str]:
        """Give the initials of these actors."""
        return [self._letters[key] for key in dict.fromkeys(keys) if key in self._letters]

    def all(self) -> list[tuple[str, str]]:
        """Give all initials, each with whom it stands for."""
        return list(zip(self._letters.values(), self.titles, strict=True))

    def wide(self, letters: Sequence[str]) -> float:
        """Give the pixels that so many of them take, side by side."""
        return len(letters) * (2 * self.radius + _APART)

    def draw(self, canvas: Canvas, x: float, middle: float, letters: Sequence[str]) -> None:
        """Draw initials from x to the right, with their middle at `middle`."""
        for place, text in enumerate(letters):
            at = x + self.radius + place * (2 * self.radius + _APART)
            canvas.disc(at, middle, self.radius, "jd-badge", text, INITIALS)


class Meetings:
    """A stage's touchpoints under each other: the channel's icon, the title, the initials of those who are there."""

    def __init__(self, scene: Scene, badges: Badges, found: Sequence[Touchpoint], room: float, colour: str) -> None:
        self._colour = colour
        indent = _INDENT if channels(scene, known=True) else Bullets.indent  # where none has an icon, as other lists
        self._entries = [_Meeting(scene, badges, touchpoint, room, indent) for touchpoint in found]
        self.height = sum(entry.height for entry in self._entries) + _GAP * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for entry in self._entries:
            entry.draw(canvas, x, y, self._colour)
            y += entry.height + _GAP


class _Meeting:
    def __init__(self, scene: Scene, badges: Badges, touchpoint: Touchpoint, room: float, indent: float) -> None:
        self._channel, self._badges, self._indent = touchpoint.channel, badges, indent
        room -= indent
        who = badges.of(touchpoint.actors)
        filler = _filler(badges.wide(who) + 4) if who else ""
        inline = bool(who) and width(filler, BODY) <= room
        title = shorten(clean(touchpoint.title), LONGEST - len(filler) - 1)
        lines = scene.lines(f"{title} {filler}" if inline else title, room, BODY)
        last = lines[-1].removesuffix(filler).rstrip() if inline else ""
        self._lines = [*(lines[:-1] if inline else lines), *([last] if last else [])]
        self._beside = who if last else []
        self._lower = _LOWER if last and len(self._lines) > 1 else 0
        below = [] if last else who
        most = max(1, int(room // badges.wide(who[:1]))) if who else 1
        self._below = [below[start : start + most] for start in range(0, len(below), most)]
        self.height = len(self._lines) * BODY.line + self._lower + len(self._below) * badges.row

    def draw(self, canvas: Canvas, x: float, y: float, colour: str) -> None:
        if self._channel and channel_kind(self._channel) != OTHER:
            channel(canvas, x, y, self._channel, colour)
        else:
            canvas.disc(
                x + (_ICON / 2 if self._indent == _INDENT else 2.5), y + BODY.line / 2 + 0.5, 2.5, f"jd-dot {colour}"
            )
        foot = y + len(self._lines) * BODY.line + self._lower
        apart = len(self._lines) - bool(self._lower)
        canvas.text(x + self._indent, y, self._lines[:apart], BODY)
        if self._lower:
            canvas.text(x + self._indent, foot - BODY.line, self._lines[apart:], BODY)
        beside = x + self._indent + width(self._lines[-1], BODY) + 6
        self._badges.draw(canvas, beside, foot - BODY.line / 2, self._beside)
        for number, row in enumerate(self._below):
            self._badges.draw(canvas, x + self._indent, foot + (number + 0.5) * self._badges.row, row)


class Duties:
    """Who does what in a stage, each with the initials of the actor."""

    def __init__(self, scene: Scene, badges: Badges, found: Sequence[Responsibility], room: float) -> None:
        self._badges, self._indent = badges, 2 * badges.radius + 7
        self._entries = [(badges.of([duty.actor]), Paragraph(scene, duty.does, room - self._indent)) for duty in found]
        self.height = sum(text.height for _, text in self._entries) + _GAP * (len(found) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for who, text in self._entries:
            self._badges.draw(canvas, x, y + BODY.line / 2, who)
            text.draw(canvas, x + self._indent, y)
            y += text.height + _GAP


def _filler(wide: float) -> str:
    return _FILLER * next(number for number in count(1) if width(_FILLER * number, BODY) >= wide)


def channel(canvas: Canvas, x: float, y: float, words: str, colour: str) -> None:
    """Draw the icon of a channel beside a line of text with its top at y."""
    canvas.box(x, y + (BODY.line - _ICON) / 2, _ICON, _ICON, f"{icon_class(channel_kind(words))} {colour}")


class Legend:
    """What initials and icons stand for, once for all stages: those and then these, in at most `room` pixels across.

    They stand below each other in columns, where that takes no more rows than one after the other.
    """

    _row, _between = 24, 18

    def __init__(self, scene: Scene, badges: Badges, channels: Sequence[str], room: float) -> None:
        self._badges = badges
        self._placed: list[tuple[float, float, str, str, bool]] = []
        self.across = self.height = 0.0
        actors = [(letters, title, True) for letters, title in badges.all()]
        for group in (actors, [(words, words, False) for words in channels]):
            lines = [scene.line(text, min(240, room - self._indent(badge)), LABEL) for _, text, badge in group]
            wide = [
                self._indent(badge) + width(line, LABEL) * SLACK for line, (*_, badge) in zip(lines, group, strict=True)
            ]
            places = self._places(wide, room)
            for (x, row), (sign, _, badge), line in zip(places, group, lines, strict=True):
                self._placed.append((x, self.height + row * self._row, sign, line, badge))
            self.across = max([self.across, *(x + own for (x, _), own in zip(places, wide, strict=True))])
            self.height += self._row * (places[-1][1] + 1 if places else 0)

    def _places(self, wide: Sequence[float], room: float) -> list[tuple[float, int]]:
        """Give for each width where it begins, and its row."""
        found: list[tuple[float, int]] = []
        x, row = 0.0, 0
        for own in wide:
            if x and x + own > room:
                x, row = 0.0, row + 1
            found.append((x, row))
            x += own + self._between
        for parts in range(len(wide), 1, -1):
            columns = [max(wide[start::parts]) + self._between for start in range(parts)]
            if sum(columns) - self._between <= room and (len(wide) - 1) // parts <= row:
                return [(sum(columns[: n % parts]), n // parts) for n in range(len(wide))]
        return found

    def _indent(self, round_: bool) -> float:
        return 2 * self._badges.radius + 7 if round_ else _INDENT

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at x, y."""
        for left, top, sign, line, round_ in self._placed:
            middle = y + top + self._row / 2
            if round_:
                self._badges.draw(canvas, x + left, middle, [sign])
            else:
                channel(canvas, x + left, middle - BODY.line / 2, sign, "jd-quiet")
            canvas.text(x + left + self._indent(round_), middle - LABEL.line / 2, [line], LABEL, "jd-muted")


def channels(scene: Scene, *, known: bool) -> list[str]:
    """Give a journey's channels for which there is an icon, or else those for which there is none."""
    stages = scene.journey.stages
    found = dict.fromkeys(t.channel for stage in stages for t in stage.touchpoints if t.channel)
    return [words for words in found if (channel_kind(words) != OTHER) == known]


def legend(scene: Scene, badges: Badges, room: float, *, icons: bool) -> Legend | None:
    """Give the legend of a journey's touchpoints, with the `icons` where they are wanted; None where it is empty."""
    found = Legend(scene, badges, channels(scene, known=True) if icons else [], room)
    return found if found.height else None
