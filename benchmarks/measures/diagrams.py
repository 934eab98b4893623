"""The drawings of 100 journeys in all views: cold, warm, and one `dot` process for each.

Cold is the whole way from journeys to finished SVG with an empty cache, on all cores. `dot` gets the DOT of the same
drawings, and is started once for each: one after the other, and on all cores. Nothing else is done for it. Where
branches are laid out, `dot` is started for that, too.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

from frame.bench import FULL, Bench
from frame.drawing import Links, Recorder, dot_once, journeys
from frame.results import Result
from frame.runs import in_turns, spent
from journeybook.diagrams import Cache, Request, draw_many
from journeybook.model.views import NAMED

TITLE = "All drawings"
COLD, WARM, ONE, ALL = "cold", "warm", "one dot each", "one dot each, on all cores"


def measure(bench: Bench) -> Result:
    """Give the ratios, and how many drawings are made with a warm cache."""
    drawn = journeys(bench.scaled(FULL.journeys))
    wanted = [Request(journey, view, Links(), f"j{n}") for n, journey in enumerate(drawn) for view in NAMED]
    folder = bench.folder("diagrams") / "cache"
    recorder = Recorder()
    draw_many(wanted, renderer=recorder)
    works = [(dot, ()) for dot in recorder.seen] + [(dot, ("-Kdot",)) for dot in recorder.laid_out]
    sizes = {"journeys": len(drawn), "drawings": len(recorder.seen), "layouts": len(recorder.laid_out)}
    result = Result(TITLE, __doc__ or "", sizes | {"cores": os.cpu_count()})

    def cold() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        result.add(COLD, spent(lambda: draw_many(wanted, cache=Cache(folder))) | {"drawn": len(works)})

    def warm() -> None:
        asked = Recorder()
        taken = spent(lambda: draw_many(wanted, renderer=asked, cache=Cache(folder)))
        result.add(WARM, taken | {"drawn": len(asked.seen) + len(asked.laid_out)})

    def dots(row: str, threads: int) -> None:
        with ThreadPoolExecutor(threads) as pool:
            taken = spent(lambda: list(pool.map(lambda work: dot_once(work[0], *work[1]), works)))
        result.add(row, taken | {"drawn": len(works)})

    in_turns(bench.rounds, cold, warm, lambda: dots(ONE, 1), lambda: dots(ALL, os.cpu_count() or 1))
    # Before the views were framed, the same 100 journeys gave 1.53 and 1.55, in the run that gave 1.52 and 1.58 now.
    result.claim(ONE, COLD, "CPU, s", 1.5, way="at least")
    result.claim(ONE, COLD, "wall, s")
    result.claim(ALL, COLD, "wall, s")
    result.compare("drawn with a warm cache", result.table[WARM]["drawn"], 0)
    return result
