"""Regular expressions mean the same on every Python that is supported."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generator/journeybook"
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\})\+(?!\+)")


def test_no_group_is_repeated_possessively() -> None:
    """`(?>(?:a|b)*)` instead: Python 3.11.2, Debian 12, matches `(?:a|b)*+` wrongly (cpython issue 106052)."""
    told = [
        f"{module.name}:{number}"
        for module in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(module.read_text(encoding="utf-8").splitlines(), 1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert told == []
