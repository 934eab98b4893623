"""Milliseconds a diagram, by view: journeybook against one `dot` process for each drawing, side by side in one run.

    make bench-diagrams

What is measured is the whole way from a journey to finished SVG, all sizes of a figure; the other column is what the
same DOT costs when `dot -Kneato -n2 -Tsvg` is started for each drawing and nothing else is done. Both run in one
thread, in turns, so that a busy machine is busy for both. Only the ratios mean anything elsewhere.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from journeybook.diagrams import Renderer, draw
from journeybook.diagrams.render import PINNED
from journeybook.model import Journey
from journeybook.model.views import View

JOURNEY = Path(__file__).parent.parent / "journeys" / "onboarding.yaml"


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

    def svg(self, dot: str, layout: tuple[str, ...] = PINNED) -> str:
        """What the renderer draws."""
        self.seen.append(dot)
        return Renderer.svg(self, dot, layout)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def dot_once(dot: str) -> None:
    """One `dot` process for one drawing."""
    subprocess.run(["dot", *PINNED, "-Tsvg"], input=dot.encode(), capture_output=True, check=True)


def measure(journey: Journey, view: View, rounds: int) -> dict[str, float | str]:
    """The medians of one view, in milliseconds for each drawing of its figure."""
    recorder = Recorder()
    draw(journey, view, Links(), name="x", renderer=recorder)
    dots = recorder.seen
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(timed(lambda: draw(journey, view, Links(), name="x")) / len(dots))
        theirs.append(timed(lambda: [dot_once(dot) for dot in dots]) / len(dots))
    mine, other = statistics.median(ours), statistics.median(theirs)
    return {"view": view.value, "drawings": len(dots), "journeybook": mine, "dot": other, "ratio": mine / other}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    journey = Journey.model_validate(yaml.load(JOURNEY.read_text("utf-8"), Loader=yaml.BaseLoader))
    found = [measure(journey, view, given.rounds) for view in View]
    if given.json:
        print(json.dumps(found, indent=2))
        return 0
    print("| view | drawings | journeybook, ms a drawing | one `dot` each, ms | ratio |\n|---|---|---|---|---|")
    for row in found:
        print(
            f"| {row['view']} | {row['drawings']} | {row['journeybook']:.1f} | {row['dot']:.1f} | {row['ratio']:.2f} |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
