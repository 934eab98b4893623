"""Show parts of a drawing again on paper, without drawing them again."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diagrams.paint.svg import ALL

_Extent = tuple[float, float]
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

    def strip(self, across: _Extent, down: _Extent) -> str:
        """Give SVG, in one line, of what lies between two places across and two down.

        What stands before the first stage, and the names of the lanes, come before these stages too: the names in a
        picture of their own where they have room there.
        """
        if not self.lead:
            return self._part(across, down, across[1] - across[0] + _LINE, names=True)
        whole = self.lead + across[1] - across[0] + 2 * _LINE
        return self._part((0, self.lead), down, whole, names=True) + self._part(across, down, whole, names=False)

    def _part(self, across: _Extent, down: _Extent, whole: float, *, names: bool) -> str:
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
        return f'<svg class="jd-strip" viewBox="{box}" direction="ltr" style="{part}">{shown}</svg>'


def _short(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
