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
        return f"#{key}"

    def activity(self, id: str) -> tuple[str, str] | None:
        return id, f"../../toolkit/{id}/"

    def journey(self, id: str) -> tuple[str, str] | None:
        return id, f"../{id}/"


@dataclass(frozen=True)
class Recorder(Renderer):
    """A renderer that keeps the DOT that it is given."""

    seen: list[str] = field(default_factory=list)
    laid_out: list[str] = field(default_factory=list)

    def svg(self, dot: str, layout: tuple[str, ...] = PINNED) -> str:
        """What the renderer draws."""
        self.seen.append(dot)
        return Renderer.svg(self, dot, layout)

    def layout(self, dot: str) -> str:
        """The places that it finds."""
        self.laid_out.append(dot)
        return Renderer.layout(self, dot)


def dot_once(dot: str, *layout: str) -> None:
    """One `dot` process for one drawing; pinned, where no layout is given."""
    options = layout or PINNED
    subprocess.run(["dot", *options, "-Tsvg"], input=dot.encode(), capture_output=True, check=True)


def journeys(count: int) -> list[Journey]:
    """So many invented journeys."""
    texts = [text for path, text in handbook_files(Sizes(0, count, 0, 1), SEED) if path.startswith("journeys/")]
    return [Journey.model_validate(yaml.load(text, Loader=yaml.CBaseLoader)) for text in texts]
