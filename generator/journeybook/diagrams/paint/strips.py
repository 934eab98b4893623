"""Show parts of a drawing again on paper, without drawing them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.paint.svg import ALL

_Extent = tuple[float, float]
_Legend = tuple[float, float, float]
_Outline = Sequence[tuple[float, float]]
_LINE = 2  # pixels: lines at the edges of a strip are drawn to both sides of it


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts strips out of a drawing that stands on the page; the names of lanes may stand there apart.

    `names` (empty: none apart) and `rest` are the prefixes of their ids; `width` is that of the whole in pixels, and
    `lead` what stands before the first stage. All places count from the start of the lines, which is on the right where
    it is `mirrored`.
    """

    names: str
    rest: str
    width: float
    lead: float
    mirrored: bool

    def strip(
        self,
        across: _Extent,
        down: _Extent,
        legends: Sequence[_Legend] = (),
        *,
        hidden: Sequence[_Outline] = (),
        end: float | None = None,
    ) -> str:
        """Give SVG, in one line, of what lies between two places across and two down.

        What stands before the first stage, and the names of the lanes, come before these stages too: the names in a
        picture of their own where they have room there. Of the `legends`, all is shown, wherever the strip begins and
        ends. What lies in the outlines `hidden` is not to be seen. A strip that shows less than its panel, up to `end`
        only, is drawn as large as the others.
        """
        whole = self.lead + across[1] - across[0] + _LINE
        shown = across if end is None else (across[0], min(across[1], end))
        if not self.lead:
            return self._part(shown, down, whole, names=True, hidden=hidden)
        moved = self._moved(shown, down, legends)
        rest = self._part(shown, down, whole, names=False, legends=moved, hidden=hidden)
        # What both parts showed would stand there twice: the edge of the first stage.
        return self._part((0, self.lead - _LINE), down, whole, names=True) + rest

    def _moved(self, across: _Extent, down: _Extent, legends: Sequence[_Legend]) -> list[_Legend]:
        """Choose the legends of a strip that does not show all of them as it is."""
        whole = self.lead + max((wide for _, _, wide in legends), default=0)
        if across[0] == self.lead and whole <= across[1]:
            return []
        return [legend for legend in legends if down[0] <= legend[0] and legend[1] <= down[1]]

    def _part(
        self,
        across: _Extent,
        down: _Extent,
        whole: float,
        *,
        names: bool,
        legends: Sequence[_Legend] = (),
        hidden: Sequence[_Outline] = (),
    ) -> str:
        """Show what lies there, in its part of a strip that is `whole` pixels wide.

        Material’s instant navigation sets the `href` of all that has one, which `use` does not let it.
        """
        (left, right), (top, end) = across, down
        x, wide = self.width - right if self.mirrored else left, right - left + _LINE
        box = " ".join(map(_short, (x - _LINE / 2, top, wide, end - top)))
        shown = f'<use xlink:href="#{self.rest}{ALL}"/>'
        if names and self.names:
            shown += f'<use x="{_short(-left if self.mirrored else left)}" xlink:href="#{self.names}{ALL}"/>'
        part = f"--part:{wide / whole:.4f}"
        if legends:
            shown = "".join(self._windows(across, down, legends, shown))
        shown += "".join(map(self._cover, hidden))
        beyond = " jd-beyond" if legends else ""
        return f'<svg class="jd-strip{beyond}" viewBox="{box}" direction="ltr" style="{part}">{shown}</svg>'

    def _cover(self, outline: _Outline) -> str:
        """Lie over what stands in an outline, in the colour of paper (diagram-paper.css)."""
        points = (f"{_short(self.width - x if self.mirrored else x)} {_short(y)}" for x, y in outline)
        return f'<path class="jd-cover" d="M{"L".join(points)}Z"/>'

    def _windows(self, across: _Extent, down: _Extent, legends: Sequence[_Legend], shown: str) -> Iterator[str]:
        """Show what lies there, and on it all of each legend, whose ground hides what it lies on."""
        air = _LINE / 2
        place = (self.width - across[1] if self.mirrored else across[0]) - air
        yield _window(place, place, down, across[1] - across[0] + _LINE, shown)
        for top, end, wide in legends:
            at, origin = (self.width - x - wide if self.mirrored else x - air for x in (across[0], self.lead))
            yield _window(at, origin, (top, end), wide + air, shown)


def _window(at: float, origin: float, down: _Extent, wide: float, shown: str) -> str:
    """Show at one place across what stands at another."""
    x, y, across_, high, first = map(_short, (at, down[0], wide, down[1] - down[0], origin))
    return (
        f'<svg x="{x}" y="{y}" width="{across_}" height="{high}" viewBox="{first} {y} {across_} {high}">{shown}</svg>'
    )


def _short(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
