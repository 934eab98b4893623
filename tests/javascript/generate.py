"""Writes what scripts have from Python: `make javascript`. A test says when it has to be run again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from javascript.typescript import HEAD, declarations
from javascript.vectors import vectors
from journeybook.handbook.entries import DEVICES, MOST_BYTES, RESERVED
from journeybook.model.types import MOST_MINUTES, MOST_PEOPLE
from journeybook.pages.planmodel import PLAN_VERSION

ROOT = Path(__file__).parents[2]
RULES = {
    "PLAN_VERSION": PLAN_VERSION,
    "MOST_MINUTES": MOST_MINUTES,
    "MOST_PEOPLE": MOST_PEOPLE,
    "MOST_NAME_BYTES": MOST_BYTES,
    "RESERVED_NAMES": RESERVED,
    "DEVICE_NAMES": DEVICES,
}


def rules() -> str:
    """The module of what a plan, and the name of a file, may be."""
    head = HEAD.replace("models and the templates", "code")
    lines = [f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in RULES.items()]
    return "\n".join([head, *lines]) + "\n"


FILES: dict[str, Callable[[], str]] = {
    "tests/javascript/types/handbook.d.ts": declarations,
    "tests/javascript/vectors.json": vectors,
    "theme/assets/js/apps/planner/rules.js": rules,
}


def main() -> None:
    """Write every file anew."""
    for path, make in FILES.items():
        (ROOT / path).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
