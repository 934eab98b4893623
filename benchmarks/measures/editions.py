"""`journeybook build --all-editions` of three, and of six, against one edition: CPU, and whether memory grows.

Nothing is kept of an earlier build. The last edition has everything, as has the one that they are held against; each
of the others leaves out the facilitator's notes, and every second what is for mentors.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from frame.bench import Bench, forget_all
from frame.results import Result
from frame.runs import in_turns, python

TITLE = "All editions at once against one"
ONE, THREE, SIX = "one edition", "three editions", "six editions"


def measure(bench: Bench) -> Result:
    """Give the ratios of CPU and of memory."""
    sizes = bench.sizes()
    result = Result(TITLE, __doc__ or "", vars(sizes))
    books = {row: _with_editions(bench.book(sizes), number) for row, number in ((ONE, 1), (THREE, 3), (SIX, 6))}

    def built(row: str) -> None:
        forget_all(books[row])
        command = ("journeybook", "build", *(["--edition", "e0"] if row == ONE else ["--all-editions"]))
        result.add(row, python(*command, cwd=books[row]).columns)

    in_turns(bench.rounds, *(lambda row=row: built(row) for row in books))  # type: ignore[misc]  # mypy: no default
    result.claim(THREE, ONE, "CPU, s", 2.3)
    result.claim(THREE, ONE, "peak, MB", 1.1)
    result.claim(SIX, THREE, "peak, MB", 1.1)
    result.claim(SIX, ONE, "CPU, s")
    return result


def _with_editions(book: Path, number: int) -> Path:
    """Give a handbook its editions: `e0` has everything, each other is for a role, every second for mentors too."""
    roles = ["public", "mentor"]
    some = {f"e{n}": {"title": f"Edition {n}", "audience": roles[: 1 + n % 2]} for n in range(1, number)}
    file = book / "mkdocs.yml"
    config = yaml.safe_load(file.read_text("utf-8"))
    config["plugins"] = ["search", {"journeybook": {"editions": {**some, "e0": {"title": "All of it"}}}}]
    file.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    return book
