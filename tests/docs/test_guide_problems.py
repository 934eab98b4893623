"""The guide against the problems that journeybook can find."""

from __future__ import annotations

import os
import re

from docs.guide import FOLDER, PAGES, rows
from journeybook.assembly.codes import all_codes
from journeybook.problems.forms import all_forms
from reference import ROOT

PAGE = "problems.md"
SECTIONS = {
    "The file cannot be read": "JB1",
    "The data does not fit": "JB2",
    "The parts do not fit together": "JB3",
    "Advice": "JB4",
    "The handbook cannot be drawn": "JB5",
}


def generated(text: str) -> str:
    """The page with the tables that the facts of codes and forms make."""
    for heading, kind in SECTIONS.items():
        found = [code for code in all_codes().values() if code.code.startswith(kind)]
        table = [f"| {code.code} | {code.means} | {code.remedy} |" for code in found]
        text = _replaced(text, rf"(## {heading}\n\n\|.*\|\n\|[-|]+\|\n)", table)
    forms = [f"| `--format {name}` | {form.ABOUT} |" for name, form in all_forms().items()]
    return _replaced(text, r"(\| `--strict` \|.*\n)", forms)


def _replaced(text: str, head: str, table: list[str]) -> str:
    """A text with other rows after what `head` finds: up to an empty line, or to an option that is no form."""
    pattern = head + r"(?:\| (?:[A-Z]+\d{3}|`--format \w+`) \|.*\n)*"
    found, count = re.subn(pattern, lambda match: match[1] + "".join(f"{row}\n" for row in table), text)
    assert count == 1, head
    return found


def test_the_tables_are_what_the_facts_say() -> None:
    """Every code and every form of answers stands in the guide, in its words; JB_UPDATE=1 rewrites the tables."""
    wanted = generated(PAGES[PAGE])
    if os.environ.get("JB_UPDATE"):
        (FOLDER / PAGE).write_text(wanted, encoding="utf-8", newline="\n")
    assert wanted == (FOLDER / PAGE).read_text("utf-8")


def test_every_code_that_is_told_has_its_facts() -> None:
    """No code stands in the program that states nowhere what it means, and none is stated that nothing tells."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    told = set(re.findall(r'(?<!Code\(\n        )"(JB\d{3})"', sources))
    assert {name for name in all_codes() if name.startswith("JB")} == told


def test_codes_that_are_named_elsewhere_exist() -> None:
    """No page names a code that the tables lack."""
    told = {row[0] for row in rows(PAGES[PAGE])}
    named = {code for text in PAGES.values() for code in re.findall(r"\bJB\d{3}\b", text)}
    assert named - told == set()
