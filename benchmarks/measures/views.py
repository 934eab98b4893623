"""Each view's drawing against one `dot` process for each drawing, in one thread.

Ours is the whole way from a journey to finished SVG, all sizes of a figure, with no cache; the other row is what the
same DOT costs when `dot -Kneato -n2 -Tsvg` is started for each drawing and nothing else is done.
"""

from __future__ import annotations

from functools import partial

from frame.bench import Bench
from frame.drawing import Links, Recorder, dot_once, journeys
from frame.results import Result
from frame.runs import in_turns, timed
from journeybook.diagrams import draw
from journeybook.model.views import NAMED

TITLE = "One view’s drawing"


def measure(bench: Bench) -> Result:
    """Give the ratio of each view."""
    result = Result(TITLE, __doc__ or "")
    journey = journeys(1)[0]
    for view in NAMED:
        recorder = Recorder()
        figure = partial(draw, journey, view, Links(), name="x")
        figure(renderer=recorder)
        dots = list(recorder.seen)

        def ours(row: str = view, figure: partial[object] = figure, count: int = len(dots)) -> None:
            result.add(row, {"a drawing, ms": timed(figure) / count * 1000, "drawings": count})

        def theirs(row: str = f"{view}, dot", dots: list[str] = dots) -> None:
            taken = timed(lambda: [dot_once(dot) for dot in dots])
            result.add(row, {"a drawing, ms": taken / len(dots) * 1000, "drawings": len(dots)})

        in_turns(bench.rounds, ours, theirs)
        result.claim(view, f"{view}, dot", "a drawing, ms")
    return result
