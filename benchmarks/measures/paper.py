"""`journeybook export FILE.pdf` beside Chromium's print of the same HTML: CPU and memory a page.

The HTML is the book's, with pictures and fonts in it. Chromium makes neither page numbers in the contents and the text,
nor the form, nor the index: it knows no such rules. WeasyPrint's memory counts beyond what it takes for a book of one
page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader

from browser import chromium_path
from frame.bench import Bench
from frame.results import Result
from frame.runs import Ran, in_turns, run
from journeybook import api
from journeybook.builders.mkdocs.finished import FinishedPages
from journeybook.builders.mkdocs.site import build_mkdocs
from journeybook.export.paper.book import book_html

TITLE = "A book on paper"
OURS, CHROMIUM = "WeasyPrint", "Chromium"
MOST_CPU, MOST_MEMORY = 4, 2.5
_ALONE = ("--no-zygote", "--single-process")  # else the CPU of its helpers is nobody's
_SET = """
import sys, weasyprint
from journeybook.export.paper.printed import printed
html = open(sys.argv[1], encoding="utf-8").read()
open(sys.argv[2], "wb").write(printed(weasyprint, html)[0])
"""
_EMPTY = "<!doctype html><html lang='en'><title>One page</title><p>One page"


def measure(bench: Bench) -> Result:
    """Give seconds of CPU and megabytes a page against the goals."""
    sizes = bench.sizes(activities=500)
    result = Result(TITLE, __doc__ or "", vars(sizes))
    folder = bench.folder("paper")
    html, empty = folder / "book.html", folder / "empty.html"
    _write(bench.book(sizes), html)
    empty.write_text(_EMPTY, "utf-8")
    base = _python(empty, folder / "empty.pdf").peak / 1e6

    def ours() -> None:
        ran = _python(html, folder / "ours.pdf")
        pages = _pages(folder / "ours.pdf")
        result.add(OURS, _a_page(ran.cpu, pages) | {"MB a page": (ran.peak / 1e6 - base) / pages})

    def chromium() -> None:
        target = folder / "chromium.pdf"
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", *_ALONE)
        ran = run(chromium_path() or "chromium", *quiet, f"--print-to-pdf={target}", html.as_uri())
        result.add(CHROMIUM, _a_page(ran.cpu, _pages(target)))

    in_turns(bench.rounds, ours, chromium)
    result.claim(OURS, CHROMIUM, "CPU a page, ms", MOST_CPU)
    memory = [one / MOST_MEMORY for one in result.table[OURS]["MB a page"]]
    result.compare(f"megabytes a page ÷ {MOST_MEMORY}", memory, 1)
    return result


def _write(book: Path, target: Path) -> None:
    """Write the HTML of a handbook's book."""
    project, finished = api.open_project(book / "mkdocs.yml"), FinishedPages()
    with TemporaryDirectory() as folder:
        build_mkdocs(project, api.Listener(), Path(folder), finished)
        target.write_text(book_html(finished.wanted(lambda _: (), Path(folder))), "utf-8")


def _python(html: Path, target: Path) -> Ran:
    return run(sys.executable, "-c", _SET, html, target)


def _pages(file: Path) -> int:
    return len(PdfReader(file).pages)


def _a_page(cpu: float, pages: int) -> dict[str, float]:
    return {"pages": pages, "CPU, s": cpu, "CPU a page, ms": 1000 * cpu / pages}
