"""Findings as Markdown and as JSON files."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from frame.results import Ratio, Result

_MOST_COLUMNS = 8
_HEAD = """# What `make bench` found

Only the ratios mean anything on another machine: each compares two things that ran in turns, in one run, on one
machine. Medians of all rounds, with the least and the most in brackets.
"""


def number(value: float) -> str:
    """Write a number to three figures, and whole from a hundred on."""
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:#.3g}".rstrip(".")


def _cell(values: list[float] | None) -> str:
    if not values:
        return ""
    middle = number(statistics.median(values))
    spread = (number(min(values)), number(max(values)))
    return middle if spread == (middle, middle) else f"{middle} ({spread[0]}–{spread[1]})"


def _claim(ratio: Ratio) -> str:
    limit = f"{ratio.way} {ratio.limit:g}" if ratio.limit is not None else ""
    return f"| {ratio.says} | {_cell([ratio.low, ratio.value, ratio.high])} | {limit} | {ratio.verdict} |"


def _grid(result: Result) -> list[str]:
    """Write the values; columns that would not fit a screen become rows."""
    rows = list(result.table)
    columns = list(dict.fromkeys(column for cells in result.table.values() for column in cells))
    if not columns:
        return []
    cells = [["what", *columns], *([row, *(_cell(result.table[row].get(c)) for c in columns)] for row in rows)]
    if len(columns) > _MOST_COLUMNS:
        cells = [list(turned) for turned in zip(*cells, strict=True)]
    head, *body = (f"| {' | '.join(row)} |" for row in cells)
    return [head, "|---" * len(cells[0]) + "|", *body, ""]


def markdown(result: Result) -> str:
    """Write one measure as a section: its ratios first, then the values, then the notes."""
    lines = [f"## {result.title}", "", result.about.strip(), ""]
    if result.sizes:
        lines += [", ".join(f"{name}: {value}" for name, value in result.sizes.items()), ""]
    if result.ratios:
        lines += ["| ratio | found | wanted | held |", "|---|---|---|---|", *map(_claim, result.ratios), ""]
    lines += _grid(result)
    lines += [f"- {note}" for note in result.notes] + ([""] if result.notes else [])
    return "\n".join(lines)


def keep(result: Result, name: str, folder: Path) -> None:
    """Write a measure's findings as JSON, and all that the folder has as one page, in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(result.as_json(), ensure_ascii=False, indent=2)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    kept = [Result.from_json(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]
    page = "\n".join([_HEAD, *map(markdown, kept)])
    (folder / "README.md").write_text(page.rstrip() + "\n", encoding="utf-8")
