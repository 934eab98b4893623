"""What measures of drawings share."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field

import yaml

from frame.bench import SEED
from handbooks import Sizes, handbook_files
from journeybook.diagrams import Renderer
from journeybook.diagrams.paint.render import PINNED
from journeybook.model import Journey


class Links:
    """Links as a page has them."""

    def stage(self, key: str) -> str:
        """Give the address of a stage on the same page."""
        return f"#{key}"

    def activity(self, id: str) -> tuple[str, str] | None:
        """Give an activity's id as its title, and its address."""
        return id, f"../../toolkit/{id}/"

    def journey(self, id: str) -> tuple[str, str] | None:
        """Give a journey's id as its title, and its address."""
        return id, f"../{id}/"


@dataclass(frozen=True)
class Recorder(Renderer):
    """A renderer that keeps the DOT that it is given."""

    seen: list[str] = field(default_factory=list)
    laid_out: list[str] = field(default_factory=list)

    def svg(self, dot: str, layout: tuple[str, ...] = PINNED) -> str:
        """Draw with the renderer, and record its input."""
        self.seen.append(dot)
        return Renderer.svg(self, dot, layout)

    def layout(self, dot: str) -> str:
        """Lay out with the renderer, and record its input."""
        self.laid_out.append(dot)
        return Renderer.layout(self, dot)


def dot_once(dot: str, *layout: str) -> None:
    """Run one `dot` process for one drawing; pinned, where no layout is given."""
    options = layout or PINNED
    subprocess.run(["dot", *options, "-Tsvg"], input=dot.encode(), capture_output=True, check=True)


def journeys(count: int) -> list[Journey]:
    """So many invented journeys."""
    texts = [text for path, text in handbook_files(Sizes(0, count, 0, 1), SEED) if path.startswith("journeys/")]
    return [Journey.model_validate(yaml.load(text, Loader=yaml.CBaseLoader)) for text in texts]
