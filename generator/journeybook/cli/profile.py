"""Print what `--profile` measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table

from journeybook.ground.stopwatch import REST, Stopwatch

PHASES = ("read", "link", "check", "diagrams", "pages", "builder", REST)
_SLOWEST = 5  # pages


def show(watch: Stopwatch, console: Console) -> None:
    """Print the seconds of each phase with its share of them all, then the pages that took most."""
    watch.stop()
    table = Table("phase", "seconds", "share", box=None)
    for name, seconds in _rows(watch.seconds):
        _row(table, name, seconds, watch.total)
    _row(table, "total", watch.total, watch.total)
    console.print(table)
    slowest = sorted(watch.pages.items(), key=lambda pair: -pair[1])[:_SLOWEST]
    pages = Table("slowest pages", "seconds", "share", box=None)
    for path, seconds in slowest:
        _row(pages, path, seconds, watch.total)
    console.print(pages)


def _row(table: Table, name: str, seconds: float, total: float) -> None:
    table.add_row(name, f"{seconds:.3f}", f"{seconds / total:.1%}")


def _rows(seconds: Mapping[str, float]) -> Iterable[tuple[str, float]]:
    """Give every phase with the seconds of all its parts, and below it each part, such as `builder: Markdown`."""
    for phase in PHASES:
        parts = {name: spent for name, spent in seconds.items() if name.startswith(f"{phase}: ")}
        yield phase, seconds.get(phase, 0.0) + sum(parts.values())
        for name, spent in sorted(parts.items(), key=lambda pair: -pair[1]):
            yield f"  {name.removeprefix(f'{phase}: ')}", spent
