"""Put the figures of `make bench ONLY=scale` into the guide's page on limits.

    python benchmarks/limits.py

The table stands between two comments; all else on the page is written by hand.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from frame.report import number
from frame.results import Result

PAGE = Path(__file__).parent.parent / "content" / "authoring" / "limits.md"
FOUND = Path(__file__).parent / "results" / "scale.json"
_TABLE = re.compile(r"(<!-- figures -->\n).*?(\n<!-- end of figures -->)", re.S)
SHOWN = {
    "pages": "pages",
    "cold, CPU s": "a first build, seconds of CPU",
    "warm, CPU s": "a build with drawings kept, seconds of CPU",
    "warm, CPU ms a page": "the same for each page, milliseconds",
    "peak, MB": "most memory, MB",
    "site, MB": "the site, MB",
    "HTML, MB": "its HTML, MB",
    "search index, MB": "the search index, MB",
    "sitemap, MB": "the sitemap, MB",
    "catalogue, MB": "the catalogue’s page, MB",
    "question bank, MB": "the question bank’s page, MB",
    "planner, MB": "the planner’s page, MB",
}


def table(found: Result) -> str:
    """Write the figures as a table: a row for each, a column for each size and for what the line says."""
    rows = list(found.table)
    lines = [f"| | {' | '.join(rows)} |", "|---" * (len(rows) + 1) + "|"]
    for column, name in SHOWN.items():
        cells = [found.table[row].get(column) for row in rows]
        shown = " | ".join(number(values[0]) if values else "" for values in cells)
        lines.append(f"| {name} | {shown} |")
    return "\n".join(lines)


def with_figures(page: str, found: Result) -> str:
    """Write the page with the table of these figures."""
    return _TABLE.sub(lambda match: f"{match[1]}\n{table(found)}\n{match[2]}", page)


def main() -> None:
    """Write the page anew."""
    found = Result.from_json(json.loads(FOUND.read_text("utf-8")))
    PAGE.write_text(with_figures(PAGE.read_text("utf-8"), found), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
