"""Handbooks for tests, read from files that are written where they are used."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from journeybook import checks
from journeybook.handbook import Handbook, Settings, load
from small import write


def book_of(folder: Path, files: dict[str, str], **settings: Any) -> Handbook:
    """The handbook of these files, on 22 November 2026."""
    write(folder, files)
    parts = {name: folder / name for name in ("content", "journeys", "toolkit")}
    return load(Settings(root=folder, **parts, **{"today": dt.date(2026, 11, 22), **settings}))


def codes(book: Handbook) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in checks.run(book)]


def page(title: str, front: str = "") -> str:
    """A chapter page."""
    return f"---\n{front}\n---\n# {title}\n" if front else f"# {title}\n"


def journey(*stages: str, more: str = "") -> str:
    """A journey of these stages, each in braces; a second one is added to a single one."""
    rest = [] if len(stages) > 1 else ["title: Last, questions: Why?"]
    return "title: A journey\n" + more + "stages:\n" + "".join(f"  - {{{stage}}}\n" for stage in [*stages, *rest])
