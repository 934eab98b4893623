"""YAML and Markdown in, pages out: each folder of `cases` is a handbook, and `expected` beside its files the pages.

A new case needs no Python. JB_UPDATE=1 writes the expected pages anew.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import build
from journeybook.handbook import Settings, load
from journeybook.language.words import Words
from journeybook.markdown.references import split_front_matter
from journeybook.pages import chapters
from journeybook.pages.artifact import front_matter
from journeybook.pages.chapters import PageSource
from journeybook.pages.site import Site

pytestmark = pytest.mark.slow

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def pages(case: Path) -> dict[str, str]:
    """Every page of a handbook by its path, complete but for the drawings."""
    settings = Settings(
        root=case,
        content=case / "content",
        journeys=case / "journeys",
        toolkit=case / "toolkit",
        name="Case",
        summary="A handbook for tests.",
        today=dt.date(2026, 11, 22),
    )
    book = load(settings)
    assert not checks.errors(checks.run(book))
    site = Site(book, Words("en"))
    made = {page.path: page for page in build.build(site)}
    found = {path: page.fills.fill_late(page.fills.fill_blocks(page.markdown)) for path, page in made.items()}
    for path, page in book.pages.items():
        front, body, _ = split_front_matter(page.document.text)
        written = chapters.written(site, PageSource(path, settings.markdown), body, made.get(path))
        head = front_matter(chapters.meta_of(site, path, {}, made.get(path))) or f"---\n{front}---\n"
        found[path] = head + written.fills.fill_late(written.fills.fill_blocks(written.body))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_handbook_gives_these_pages(case: Path) -> None:
    """Every page of a handbook is as it was when somebody last looked at it."""
    expected = case / "expected"
    made = pages(case)
    if os.environ.get("JB_UPDATE"):
        for old in expected.rglob("*.md"):
            old.unlink()
        for path, text in made.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, encoding="utf-8", newline="\n")
    kept = {path.relative_to(expected).as_posix(): path.read_text("utf-8") for path in expected.rglob("*.md")}
    assert made == kept


def test_materials_for_one_person_are_worked_out_for_one_person(tmp_path: Path) -> None:
    """And not for “1 people”."""
    files = {
        "content/index.md": "# Hello\n",
        "toolkit/talk.yaml": "title: A talk\nduration: 20 min\nmaterials: {title: Pens, quantity: 1, per: person}\n",
        "toolkit/workshops/day.yaml": (
            'title: A day\ngroup_size: 1\ndays: [{start: "9:00", blocks: [{activity: talk}]}]\n'
        ),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert "Worked out for 1 person." in pages(tmp_path)["toolkit/workshops/day/index.md"]
