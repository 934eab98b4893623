"""The guide against the problems that journeybook can find."""

from __future__ import annotations

import re

from docs.guide import PAGES, rows
from reference import ROOT

SECTIONS = {
    "The file cannot be read": "JB1",
    "The data does not fit": "JB2",
    "The parts do not fit together": "JB3",
    "Advice": "JB4",
    "The handbook cannot be drawn": "JB5",
}


def test_every_problem_is_explained_once() -> None:
    """The tables have every code that stands in the code, once and in order, and no code that does not."""
    sources = (ROOT / "generator").rglob("*.py")
    known = {code for path in sources for code in re.findall(r"\bJB\d{3}\b", path.read_text("utf-8"))}
    told = [row[0] for row in rows(PAGES["problems.md"]) if row[0].startswith("JB")]
    assert told == sorted(known)


def test_every_problem_stands_below_its_kind() -> None:
    """Each table has the codes of its heading, each with a meaning and a remedy."""
    parts = re.split(r"^## (.+)$", PAGES["problems.md"], flags=re.M)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    for heading, kind in SECTIONS.items():
        table = list(rows(found[heading]))
        assert table and all(row[0].startswith(kind) and len(row) == 3 and all(row) for row in table), heading


def test_codes_that_are_named_elsewhere_exist() -> None:
    """No page names a code that the tables lack."""
    told = {row[0] for row in rows(PAGES["problems.md"])}
    named = {code for text in PAGES.values() for code in re.findall(r"\bJB\d{3}\b", text)}
    assert named - told == set()
