"""Comments of `html: trusted` in YAML are in no edition for some, as those of pages are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.model.editions import Edition
from small import journeybook, write

MENTEE, TEAM = Edition("mentee", "For mentees", frozenset({"mentee", "facilitator"})), Edition("team", "For all")
REMARK = "a <!-- Ask Maria --> b"
FILES = {
    "content/index.md": "# Home\n",
    "toolkit/talk.yaml": (
        f"title: A talk\npurpose: '{REMARK}'\ndebrief: '{REMARK}'\n"
        f"steps: [{{title: Begin, minutes: 5, text: '{REMARK}'}}]\n"
    ),
    "toolkit/code.yaml": "title: Code\npurpose: 'Type `<!-- a note -->` there.'\n",
    "toolkit/plain.yaml": "title: Plain\npurpose: a < b, and c -> d\n",
    "toolkit/workshops/day.yaml": (
        f"title: A day\ndays: {{start: 9:00, blocks: [{{title: One, minutes: 9, text: '{REMARK}'}}]}}\n"
    ),
    "journeys/way.yaml": (
        f"title: A way\nstages: [{{title: One, description: '{REMARK}', touchpoints: A call}}, {{title: Two}}]\n"
    ),
    "glossary.yaml": f"- {{term: pilot, definition: '{REMARK}'}}\n- {{term: kite, definition: A thing.}}\n",
}


def _texts(book: Handbook) -> list[str | None]:
    activity, day = book.activities["talk"].model, book.workshops["day"].model.days[0]
    block = day.blocks[0].text
    return [
        activity.purpose,
        activity.debrief.text if activity.debrief else None,
        activity.steps[0].text,
        block.text if block else None,
        book.journeys["way"].model.stages[0].description,
        next(iter(book.glossary)).definition,
    ]


def _editions(folder: Path, *, trusted: bool) -> tuple[Handbook, Handbook, Handbook]:
    book = book_of(folder, FILES, trusted=trusted)
    return book, edition_of(book, MENTEE), edition_of(book, TEAM)


def test_they_become_empty(tmp_path: Path) -> None:
    """In each kind of file; what has none stays the same, as does an example in code. The team has all."""
    book, mentee, team = _editions(tmp_path, trusted=True)
    assert _texts(mentee) == ["a <!-- --> b"] * 6
    assert _texts(team) == _texts(book) == [REMARK] * 6
    for id in ("code", "plain"):
        assert mentee.activities[id] is book.activities[id]


def test_what_readers_see_stays(tmp_path: Path) -> None:
    """Without `html: trusted` they are text."""
    book, mentee, _ = _editions(tmp_path, trusted=False)
    assert _texts(mentee) == [REMARK] * 6
    assert mentee.activities["talk"] is book.activities["talk"] and mentee.glossary is book.glossary


@pytest.mark.slow
def test_no_file_has_one(tmp_path: Path) -> None:
    """Neither a page's source nor data."""
    config = (
        "site_name: x\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n  - journeybook:\n"
        "      html: trusted\n      editions:\n"
        "        mentee: {title: For mentees, audience: [mentee]}\n        team: {title: For all}\n"
        f"      banner: '{REMARK}'\n"
    )
    write(tmp_path, {"mkdocs.yml": config, **FILES})
    for command in (["build"], ["generate", "out"], ["export", "o.json"]):
        done = journeybook(tmp_path, *command, "--edition", "mentee")
        assert done.returncode == 0, done.stderr
    texts = [
        path.read_text("utf-8", "replace") for path in tmp_path.rglob("*") if path.suffix in (".html", ".json", ".js")
    ]
    texts += [path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.md")]
    assert texts and not any("Maria" in text for text in texts)
