"""The same content with all pages in Material's navigation: time and bytes.

Both are plain MkDocs on what `journeybook generate` writes; in the one, the lines that keep pages out of the navigation
are taken out. It grows with the square of the number of pages, so it is measured at a tenth and at a fifth of the size.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from frame.bench import Bench, generate, size_of
from frame.results import Result
from frame.runs import in_turns, python

TITLE = "All pages in Material’s navigation"


def in_navigation(folder: Path, copy: Path) -> Path:
    """Copy a folder that `generate` wrote, and put all pages into its navigation."""
    shutil.copytree(folder, copy)
    file = copy / "mkdocs.yml"
    config = yaml.safe_load(file.read_text("utf-8"))
    for key in ("nav", "not_in_nav"):
        config.pop(key, None)
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return copy


def measure(bench: Bench) -> Result:
    """Give the ratios at two sizes."""
    result = Result(TITLE, __doc__ or "")
    work = bench.folder("navigation")
    for tenth in (1, 2):
        sizes = bench.sizes(activities=100 * tenth, journeys=10 * tenth, workshops=2 * tenth, chapters=5 * tenth)
        slim = generate(bench.book(sizes), work / f"slim-{tenth}")
        full = in_navigation(slim, work / f"full-{tenth}")
        few, many = f"journeybook’s, {sizes.activities:,} activities", f"all pages, {sizes.activities:,} activities"

        def built(row: str, folder: Path) -> None:
            site = work / "site"
            took = python("mkdocs", "build", "--quiet", "-d", site, cwd=folder).columns
            pages = list(site.rglob("*.html"))
            result.add(row, took | {"site, MB": size_of(site) / 1e6, "pages": len(pages)})
            result.add(row, {"HTML, MB": size_of(site, "*.html") / 1e6})
            shutil.rmtree(site)

        in_turns(bench.rounds, lambda: built(few, slim), lambda: built(many, full))  # noqa: B023  # run at once
        for column in ("wall, s", "HTML, MB"):
            result.claim(few, many, column)
    return result
