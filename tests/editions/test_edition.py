"""What an edition carries of a handbook: nothing that is for others, and the numbers and times of the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editions.planted import planted, unplanted
from handbook.handbooks import book_of
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.handbook.hidden_ids import hidden_ids
from journeybook.handbook.pictures import all_pictures
from journeybook.handbook.timetable import Totals, slots, workshop_totals
from journeybook.model.editions import Edition
from journeybook.source import Document

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee", "public"}))
TEAM = Edition("team", "For the team")
PLANTED = planted()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The planted handbook."""
    banner = Document("mkdocs.yml", "", {"banner": json.loads(PLANTED.banner)})
    book = book_of(tmp_path_factory.mktemp("book"), dict(PLANTED.files), banner=banner)
    assert [str(problem.message) for problem in book.problems] == []
    return book


@pytest.fixture(scope="module")
def mentees(whole: Handbook) -> Handbook:
    """The mentees' edition of it."""
    return edition_of(whole, MENTEE)


def _told(book: Handbook) -> str:
    """All that a handbook's parts say, and their ids."""
    entries = [*book.journeys, *book.activities, *book.workshops]
    pages = [f"{page.path} {page.title} {page.front} {page.document.text}" for page in book.pages.values()]
    chapters = [f"{one.id} {one.name}" for one in book.chapters.values()]
    terms = [f"{term.id} {term!r}" for term in book.glossary]
    drawn = [one.file.read_text("utf-8") for one in all_pictures(book)]
    banner = repr(book.every_page.banner)
    models = [f"{entry.id} {entry.model!r}" for entry in entries]
    return "\n".join([*drawn, *models, *pages, *chapters, *terms, banner])


def test_every_field_has_a_mark() -> None:
    """A field that a model gets, and nobody plants, is told here: add it to planted.py."""
    assert unplanted() == set()


def test_mentees_see_what_is_theirs_and_nothing_else(whole: Handbook, mentees: Handbook) -> None:
    """Every mark of a text for all is in the edition, none of a text for others; in the whole are both."""
    told, all_ = _told(mentees), _told(whole)
    assert {mark: place for mark, place in (PLANTED.shown | PLANTED.hidden).items() if mark not in all_} == {}
    assert {mark: place for mark, place in PLANTED.hidden.items() if mark in told} == {}
    assert {mark: place for mark, place in PLANTED.shown.items() if mark not in told} == {}


def test_nothing_of_what_is_left_out_is_named(mentees: Handbook) -> None:
    """Neither as an id nor as the end of a way."""
    assert "closed-" not in "\n".join(
        repr(one.model) for one in (*mentees.journeys, *mentees.activities, *mentees.workshops)
    )
    assert [stage.key for stage in mentees.journeys["open-journey"].model.stages] == ["open-one", "open-two"]
    assert mentees.journeys.get("closed-journey") is None and not mentees.activities.knows("closed-activity")


def test_the_team_has_everything(whole: Handbook) -> None:
    """An edition without an audience is the handbook as it is."""
    team = edition_of(whole, TEAM)
    assert (team.shelves, team.contents, team.edition, team.whole) == (whole.shelves, whole.contents, TEAM, None)


def test_numbers_are_those_of_the_whole(whole: Handbook, mentees: Handbook) -> None:
    """Stages, steps, days, chapters and sections keep theirs, though one before them is left out."""
    journey, activity, workshop = (
        mentees.journeys["open-journey"].model,
        mentees.activities["open-activity"].model,
        mentees.workshops["open-workshop"].model,
    )
    assert [stage.number for stage in journey.stages] == [1, 3]
    assert [(step.number, step.begins) for step in activity.steps] == [(1, 0), (3, 10)]
    assert [(day.place, day.number) for day in workshop.days] == [(1, 1), (3, 3)]
    assert mentees.contents.numbers == {path: whole.contents.numbers[path] for path in mentees.contents.numbers}
    assert "guide/two.md" not in mentees.contents.numbers


def test_times_are_those_of_the_whole(whole: Handbook, mentees: Handbook) -> None:
    """A block that is left out leaves its time: what comes after it begins when it does for all, and no sum has it."""
    day = whole.workshops["open-workshop"].model.days[0]
    left = mentees.workshops["open-workshop"].model.days[0]
    times = {slot.title: (slot.start, slot.minutes) for slot in slots(whole, day)}
    found = slots(mentees, left)
    assert len(found) == len(times) - 2  # own block for mentors, and the activity that has no title of its own
    assert all(times[slot.title] == (slot.start, slot.minutes) for slot in found)
    assert [slot.gap for slot in found] == [0, 0, 7, 20, 0]


@pytest.mark.parametrize("minutes", [5, 25, 40])
def test_free_time_tells_nothing_of_how_long_the_hidden_takes(tmp_path: Path, minutes: int) -> None:
    """Before a start that is fixed it is in no sum by itself: whoever takes it off would know the rest."""
    day = (
        "title: D\ndays:\n  - start: '09:00'\n    blocks:\n      - {title: X, minutes: 20}\n"
        f"      - {{title: Secret, minutes: {minutes}, audience: mentor}}\n"
        "      - {title: Y, minutes: 20, start: '10:00'}\n      - {title: Z, minutes: 20, start: '10:30'}\n"
    )
    book = edition_of(book_of(tmp_path, {"toolkit/workshops/d.yaml": day}), MENTEE)
    workshop = book.workshops["d"].model
    assert [(slot.gap, slot.free, slot.late) for slot in slots(book, workshop.days[0])] == [
        (0, 0, 0), (40, 0, 0), (0, 10, 0)
    ]  # fmt: skip
    assert workshop_totals(book, workshop) == Totals(60, 50, 0)


def test_what_is_called_like_something_shown_tells_nothing(tmp_path: Path) -> None:
    """A hidden stage, chapter or tag of its name keeps no link from it; another name does."""
    files = {
        "toolkit/talk.yaml": "title: Talk\n",
        "toolkit/closed.yaml": "title: Closed\naudience: mentor\ntags: [talk, secret]\n",
        "journeys/j.yaml": "title: J\nstages:\n  - {title: One}\n  - {title: Talk, audience: mentor}\n"
        "  - {title: Workshops, audience: mentor}\n  - {title: Gone, audience: mentor}\n",
        "journeys/talk.yaml": "title: Talk\naudience: mentor\nstages: [{title: One}]\n",
    }
    found = set(hidden_ids(edition_of(book_of(tmp_path, files), MENTEE)))
    assert not {"toolkit/planner#talk", "toolkit#talk", "toolkit#activity-talk", "toolkit#workshops"} & found
    assert {"toolkit#gone", "toolkit#secret", "journeys#journey-talk", "toolkit#closed", "journeys/j#talk"} <= found
