"""`journeybook build` a second time with nothing changed: its time against the first, and whether bytes are the same.

The first build is that of a new clone: nothing is kept of an earlier one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from frame.bench import Bench, forget_all
from frame.results import Result
from frame.runs import in_turns, python

TITLE = "A second build with nothing changed"
FIRST, SECOND = "first build", "second build"


def digest(site: Path) -> dict[str, str]:
    """Give the SHA-256 of every file of a site, by path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def measure(bench: Bench) -> Result:
    """Give the ratio of the second build to the first."""
    sizes = bench.sizes()
    result = Result(TITLE, __doc__ or "", vars(sizes))
    book = bench.book(sizes)
    same: list[float] = []

    def both() -> None:
        forget_all(book)
        result.add(FIRST, python("journeybook", "build", cwd=book).columns)
        before = digest(book / "site")
        result.add(SECOND, python("journeybook", "build", cwd=book).columns)
        after = digest(book / "site")
        same.append(float(before == after))
        differing = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
        if differing:
            result.notes.append(f"{len(differing)} files differ: {', '.join(differing[:5])}")

    in_turns(bench.rounds, both)
    result.claim(SECOND, FIRST, "wall, s", 0.1)
    result.claim(SECOND, FIRST, "CPU, s")
    result.compare("same bytes", same, 1, way="at least")
    return result
