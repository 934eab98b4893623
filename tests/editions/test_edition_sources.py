"""Copies of the YAML among the chapters go with no edition that is made for some; data of others do."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.builders.config.edition_sources import copies_of_sources
from journeybook.handbook.editions import edition_of
from journeybook.model.editions import Edition

HIDDEN = "title: Hidden\naudience: mentor\nsteps: [Ask]\n"
BOOK = {
    "content/index.md": "# Home\n",
    "toolkit/closed.yaml": HIDDEN,
    "toolkit/open.yaml": "title: Open\n",
    "toolkit/in-part.yaml": "title: In part\nfacilitator_notes: Breathe\n",
}
COPIES = {
    "old/closed.yaml": HIDDEN,
    "old/any.txt": HIDDEN,
    "old/any.yaml.bak": f"---\n{HIDDEN}",
    "old/any.json": '{"title": "Hidden", "audience": "mentor", "steps": ["Ask"]}',
    "old/in-part.json": '{"title": "In part", "purpose": "Ease", "steps": ["Ask"]}',
    "old/way.yml": "title: Way\nstages: [{title: One}]\nwrong_key: x\nviews: [map]\n",
    "old/days.yaml": "'title': Day\n\"days\": []\n",
    "#closed.yaml#": "",
    "x/closed.yaml_old": "title: [",
    "x/Closed (copy).YAML": "",
    "x/closed.yaml-2026": "",
    "x/in-part.yml.gz": "",
}
DATA = {
    "open.yaml": "openapi: 3.0.0\ninfo: {title: Open}\n",
    "enclosed.yaml": "a: b\n",
    "closed.pdf": "x",
    "chart.json": '{"title": "Chart", "source": "Us", "data": [1]}',
    "tour.json": '{"title": "Tour", "steps": ["Here"]}',
    "quiz.json": '{"title": "Quiz", "questions": 1, "duration": 2}',
    "recipe.json": '{"title": "Bread", "steps": ["Mix"], "materials": ["flour"]}',
    "data.yaml": "title: Data\ndescription: Of others\n",
    "cards.yaml": "- title: One\n  steps: [a]\n- title: Two\n",
    "notes.txt": "---\ntitle: Notes\naudience: mentee\nquestions: [Why]\n---\nText\n",
    "said.txt": "Steps:\ntitle: one\nand days: two\n",
    "film.bin": "title: a\0steps: b",
}


@pytest.mark.parametrize("path", [*COPIES, *DATA])
def test_copies_are_known_by_their_names_and_keys(tmp_path: Path, path: str) -> None:
    """What has our keys, or nearly the name of what is hidden, is one; what others write is none."""
    book = edition_of(book_of(tmp_path, BOOK), Edition("mentee", "For mentees", frozenset({"mentee"})))
    file = tmp_path / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((COPIES | DATA)[path], "utf-8")
    assert copies_of_sources(book, {path: file}) == ({path} if path in COPIES else set())


@pytest.mark.parametrize("name", ["#open.yaml#", "open.yaml_old", "open.yaml-2026", "open.yaml (copy)", "x.yml~"])
def test_what_lies_beside_the_sources_is_one(tmp_path: Path, name: str) -> None:
    """Whatever a program has called it."""
    book = edition_of(book_of(tmp_path, BOOK), Edition("mentee", "For mentees", frozenset({"mentee"})))
    file = tmp_path / "toolkit" / name
    file.write_text("", "utf-8")
    assert copies_of_sources(book, {name: file}) == {name}
