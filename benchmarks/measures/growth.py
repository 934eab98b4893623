"""Twice the activities: how much longer a build takes, and how many more bytes the site has.

In the second pair journeys and workshops are doubled, too; chapters stay, as they are what the navigation has. The
drawings are kept, as they are between the builds of a handbook that grows.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial

from frame.bench import Bench, build, forget_but_diagrams, size_of
from frame.results import Result
from frame.runs import in_turns

TITLE = "Twice the activities"


def measure(bench: Bench) -> Result:
    """Give the ratios of time and of bytes."""
    once = bench.sizes()
    activities = replace(once, activities=2 * once.activities)
    all_kinds = replace(activities, journeys=2 * once.journeys, workshops=2 * once.workshops)
    books = {f"{s.activities:,} activities, {s.journeys} journeys": s for s in (once, activities, all_kinds)}
    folders = {row: bench.book(sizes) for row, sizes in books.items()}
    result = Result(TITLE, __doc__ or "", vars(once))
    site = bench.folder("growth") / "site"

    def built(row: str, *, keep: bool = True) -> None:
        forget_but_diagrams(folders[row])
        took = build(folders[row], site)
        if keep:
            result.add(row, took | {"site, MB": size_of(site) / 1e6})
        shutil.rmtree(site)

    for row in books:
        built(row, keep=False)  # draws
    in_turns(bench.rounds, *(partial(built, row) for row in books))
    first, *others = books
    for row in others:
        result.claim(row, first, "wall, s", 2.1)
        result.claim(row, first, "CPU, s")
        result.claim(row, first, "site, MB", 2.05)
    return result
