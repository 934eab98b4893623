"""The cost of a handbook at 500, 1,000, 2,000 and 4,000 activities, and what that says of 100,000 pages.

Journeys and workshops grow with the activities (one journey for ten, one workshop for fifty); chapters stay as they
are. Each handbook is built once cold and once warm. The line is the straight one through all sizes. Where a page more
costs as much in the last step as in the first (1), the cost grows with the content and nothing else; where that is
more, what the line says of 100,000 pages is too little.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from frame.bench import Bench, build, forget_but_diagrams, size_of
from frame.results import Result

TITLE = "Cost by size"
ACTIVITIES = (500, 1_000, 2_000, 4_000)
FAR = 100_000
A_PAGE = ("warm, CPU ms a page", "bytes a page")


def weights(site: Path) -> dict[str, float]:
    """Give what a site weighs, and the files in it that have something of every page."""
    files = {
        "search index, MB": "search/index.json",
        "sitemap, MB": "sitemap.xml",
        "catalogue, MB": "toolkit/index.html",
        "question bank, MB": "questions/index.html",
        "planner, MB": "toolkit/planner/index.html",
        "home page, MB": "index.html",
        "list of journeys, MB": "journeys/index.html",
    }
    found = {"site, MB": size_of(site) / 1e6, "HTML, MB": size_of(site, "*.html") / 1e6}
    return found | {name: (site / path).stat().st_size / 1e6 for name, path in files.items() if (site / path).is_file()}


def line(xs: list[float], ys: list[float]) -> tuple[float, float]:
    """Give where the straight line through the points begins, and what it rises by for one more, by least squares."""
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - middle_x) ** 2 for x in xs)
    rise = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / across
    return middle_y - rise * middle_x, rise


def bend(xs: list[float], ys: list[float]) -> float | None:
    """Give what one more costs in the last step, as a multiple of the first: 1 on a line, None for nothing."""
    first, last = ((ys[b] - ys[a]) / (xs[b] - xs[a]) for a, b in ((0, 1), (-2, -1)))
    return last / first if first else None


def measure(bench: Bench) -> Result:
    """Give the table by size, and the line of every column by the number of pages."""
    result = Result(TITLE, __doc__ or "", {"sections": bench.sizes().sections})
    rows = []
    for count in ACTIVITIES:
        sizes = bench.sizes(activities=count, journeys=count // 10, workshops=count // 50)
        row = f"{sizes.activities:,} activities"
        if row in rows:
            continue  # smaller than one
        rows.append(row)
        book, site = bench.book(sizes), bench.folder("scale") / "site"
        cold = build(book, site)
        shutil.rmtree(site)
        forget_but_diagrams(book)
        warm = build(book, site)
        pages = len(list(site.rglob("*.html")))
        columns = {"pages": float(pages), "cold, s": cold["wall, s"], "warm, s": warm["wall, s"]}
        columns |= {"cold, CPU s": cold["CPU, s"], "warm, CPU s": warm["CPU, s"], "peak, MB": cold["peak, MB"]}
        columns |= dict(zip(A_PAGE, (warm["CPU, s"] / pages * 1000, size_of(site) / pages), strict=True))
        result.add(row, columns | weights(site))
        shutil.rmtree(book)
        shutil.rmtree(site.parent)
    _fit(result, rows)
    return result


def _fit(result: Result, rows: list[str]) -> None:
    """More rows: the line of each column by the number of pages, whether it bends, and where it leads."""
    pages = [result.table[row]["pages"][0] for row in rows]
    if len(rows) < 2:
        return
    for column in [name for name in result.table[rows[0]] if name not in ("pages", *A_PAGE)]:
        values = [result.table[row].get(column, [0])[0] for row in rows]
        begin, rise = line(pages, values)
        result.add("fixed", {column: begin})
        result.add("1,000 pages more", {column: 1000 * rise})
        if (bent := bend(pages, values)) is not None:
            result.add("a page more, last step ÷ first", {column: bent})
        result.add(f"{FAR:,} pages", {column: begin + rise * FAR})
