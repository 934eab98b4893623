"""The plugin against plain MkDocs on the same pages, as `journeybook generate` writes them: time and peak memory.

Each build goes to a new folder. Cold: nothing is kept of earlier builds; warm: the drawings are, and nothing else.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from frame.bench import Bench, forget_all, forget_but_diagrams, generate, size_of
from frame.results import Result
from frame.runs import in_turns, python

TITLE = "A build with the plugin against plain MkDocs"
WARM, COLD, PLAIN = "plugin, warm", "plugin, cold", "plain MkDocs"


def measure(bench: Bench) -> Result:
    """Give the ratios of time for both states of the cache, and of memory."""
    sizes = bench.sizes()
    result = Result(TITLE, __doc__ or "", vars(sizes))
    book, work = bench.book(sizes), bench.folder("build")
    plain = generate(book, work / "plain")

    def built(row: str, book: Path) -> None:
        site = work / "site"
        took = python("mkdocs", "build", "--quiet", "-d", site, cwd=book).columns
        result.add(row, took | {"pages": len(list(site.rglob("*.html"))), "site, MB": size_of(site) / 1e6})
        shutil.rmtree(site)

    def warm() -> None:
        forget_but_diagrams(book)
        built(WARM, book)

    def cold() -> None:
        forget_all(book)
        built(COLD, book)

    in_turns(bench.rounds, cold, warm, lambda: built(PLAIN, plain))  # cold leaves the drawings for warm
    result.claim(WARM, PLAIN, "CPU, s", 0.7)
    result.claim(COLD, PLAIN, "CPU, s", 1.45)
    result.claim(WARM, PLAIN, "peak, MB", 1.25)
    result.claim(COLD, PLAIN, "peak, MB", 1.25)
    result.claim(WARM, PLAIN, "wall, s")
    result.claim(COLD, PLAIN, "wall, s")
    return result
