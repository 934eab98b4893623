"""`journeybook check` of a small handbook against a Python that imports what it stands on, and does nothing.

What is left is the price of the command itself, whatever a handbook holds.
"""

from __future__ import annotations

import sys

from frame.bench import Bench
from frame.results import Result
from frame.runs import in_turns, python, run
from handbooks import Sizes

TITLE = "The command `check` on a small handbook"
CHECK, IMPORTS = "journeybook check", "imports alone"
NEEDED = "import mkdocs.commands.build, pydantic, babel, markdown"


def measure(bench: Bench) -> Result:
    """Give the ratio of both."""
    sizes = Sizes(activities=3, journeys=1, workshops=1, chapters=1, sections=1)
    result = Result(TITLE, __doc__ or "", vars(sizes))
    book = bench.book(sizes)
    in_turns(
        bench.rounds,
        lambda: result.add(CHECK, python("journeybook", "check", cwd=book).columns),
        lambda: result.add(IMPORTS, run(sys.executable, "-c", NEEDED, cwd=book).columns),
    )
    result.claim(CHECK, IMPORTS, "CPU, s", 4)
    result.claim(CHECK, IMPORTS, "wall, s")
    return result
