"""Every part of a handbook knows the parts that use it, and indexes have one order."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes, journey, page
from journeybook import checks

USED = {
    "content/b/index.md": page("Second chapter"),
    "content/a/index.md": page("First chapter"),
    "journeys/late.yaml": journey("title: Start, activities: [map, map]", more="chapter: b\n"),
    "journeys/early.yaml": journey(
        "title: Meet, activities: [line]", "title: Plan, activities: [map, line], journey: late", more="chapter: a\n"
    ),
    "journeys/plain.yaml": journey("title: Meet, questions: Why?"),
    "toolkit/map.yaml": "title: Vision map\nchapter: b\nnumber: 2\nprerequisites: [line]\n",
    "toolkit/line.yaml": "title: Life line\nchapter: b\nnumber: 10\nduration: 30 min\n",
    "toolkit/deep/er/ask.yaml": "title: Ask\nchapter: a\n",
    "toolkit/zero.yaml": "title: alone\n",
    "toolkit/workshops/kick-off.yaml": (
        "title: Kick-off\ndays:\n  - start: 9:00\n    blocks:\n"
        "      - {activity: map, minutes: 20}\n      - {break: Tea, minutes: 5}\n      - {activity: map, minutes: 9}\n"
    ),
}


def test_an_activity_knows_the_stages_that_use_it(tmp_path: Path) -> None:
    """Each use names the journey, the stage and its number, once a stage, in the order of the journeys' index."""
    book = book_of(tmp_path, USED)
    uses = {id: [(use.journey.id, use.stage.key, use.number) for use in found] for id, found in book.stage_uses.items()}
    assert uses == {
        "map": [("early", "plan", 2), ("late", "start", 1)],
        "line": [("early", "meet", 1), ("early", "plan", 2)],
    }


def test_numbers_in_titles_count_by_their_value(tmp_path: Path) -> None:
    """‘Evening 2’ comes before ‘Evening 10’, in capitals or not, whatever the files are called."""
    titles = ["Evening 10", "evening 2", "Evening 2 b", "Evening", "12", "9 lives", "Évening " + "9" * 60]
    activities = {f"toolkit/x{place}.yaml": f"title: '{title}'\n" for place, title in enumerate(titles)}
    block = "days:\n  - start: 9:00\n    blocks: [{title: One, minutes: 5}]\n"
    workshops = {f"toolkit/workshops/w{n}.yaml": f"title: Evening {n}\n{block}" for n in (10, 9, 1)}
    journeys = {f"journeys/j{n}.yaml": f"title: Part {n} of us\nstages: [One, Two]\n" for n in (10, 9, 1)}
    book = book_of(tmp_path, activities | workshops | journeys)
    assert [entry.id for entry in book.activities_in_order] == ["x5", "x4", "x3", "x1", "x2", "x0", "x6"]
    assert [entry.id for entry in book.workshops_in_order] == ["w1", "w9", "w10"]
    assert [entry.id for entry in book.journeys_in_order] == ["j1", "j9", "j10"]


def test_an_activity_knows_its_workshops_and_what_it_prepares_for(tmp_path: Path) -> None:
    """A workshop with two blocks of an activity is told once; prerequisites are known from both sides."""
    book = book_of(tmp_path, USED)
    assert {id: [shop.id for shop in found] for id, found in book.workshop_uses.items()} == {"map": ["kick-off"]}
    assert {id: [a.id for a in found] for id, found in book.prerequisite_of.items()} == {"line": ["map"]}


def test_a_journey_knows_the_stage_that_it_details(tmp_path: Path) -> None:
    """A nested journey leads back to the stage that names it."""
    book = book_of(tmp_path, USED)
    assert {id: [(use.journey.id, use.number) for use in found] for id, found in book.parents.items()} == {
        "late": [("early", 2)]
    }


def test_indexes_are_in_the_order_of_chapters_then_numbers_then_titles(tmp_path: Path) -> None:
    """Chapter order is the navigation's; number 2 is before 10; what has no chapter comes last, case aside."""
    nav = [{"Two": "b/index.md"}, {"One": "a/index.md"}]
    book = book_of(tmp_path, USED, nav=nav)
    assert [entry.id for entry in book.activities_in_order] == ["map", "line", "ask", "zero"]
    assert [entry.id for entry in book.journeys_in_order] == ["late", "early", "plain"]
    kits = [(chapter.id if chapter else None, [e.id for e in kit]) for chapter, kit in book.toolkits()]
    assert kits == [("b", ["map", "line"]), ("a", ["ask"]), (None, ["zero"])]
    assert [entry.id for entry in book.toolkit("b")] == ["map", "line"]
    assert [entry.id for entry in book.toolkit(None)] == ["zero"]


def test_an_unknown_chapter_is_one_error_and_its_activity_is_still_listed(tmp_path: Path) -> None:
    """A wrong `chapter:` is told, and the entry counts as one of no chapter."""
    book = book_of(tmp_path, {"toolkit/map.yaml": "title: Map\nchapter: gone\n"})
    assert codes(book) == ["JB301"]
    assert [entry.id for entry in book.toolkit(None)] == ["map"]


DRAFTS = {
    "journeys/a.yaml": journey("title: Start, activities: [new, old, live]"),
    "journeys/b.yaml": journey("title: Start, activities: live", more="status: draft\n"),
    "toolkit/new.yaml": "title: New\nstatus: draft\n",
    "toolkit/old.yaml": "title: Old\nstatus: retired\nprerequisites: live\n",
    "toolkit/live.yaml": "title: Live\n",
}


def test_a_draft_is_shown_by_serve_only(tmp_path: Path) -> None:
    """Without drafts, a draft has no entry and uses nothing; naming it is told. With drafts it is like others."""
    without = book_of(tmp_path / "build", DRAFTS)
    assert "new" not in without.activities
    assert without.activities.knows("new")
    assert [use.journey.id for use in without.stage_uses["live"]] == ["a"]
    assert codes(without) == ["JB408", "JB408"]  # so is naming what is retired
    served = book_of(tmp_path / "serve", DRAFTS, drafts=True)
    assert served.activities["new"].title == "New"
    assert [use.journey.id for use in served.stage_uses["live"]] == ["a", "b"]


def test_a_broken_draft_is_told_as_any_other_file(tmp_path: Path) -> None:
    """A draft that does not fit its model is an error: nobody sees it before it is published otherwise."""
    assert codes(book_of(tmp_path, {"toolkit/new.yaml": "title: New\nstatus: draft\nnumber: x\n"})) == ["JB203"]


def test_a_retired_entry_keeps_its_page_and_leaves_the_indexes(tmp_path: Path) -> None:
    """It can be read and linked; the indexes and the uses that others show leave it out."""
    book = book_of(tmp_path, DRAFTS)
    assert book.activities["old"].title == "Old"
    assert [entry.id for entry in book.activities_in_order] == ["live"]
    assert book.prerequisite_of == {}
    assert not book.activities["old"].model.is_current


def test_ids_come_from_file_names_whatever_their_folder(tmp_path: Path) -> None:
    """Sub-folders of the toolkit do not count, .yml is as good as .yaml, and accents in two parts are put together."""
    files = {
        "toolkit/a/b/über.yaml": "title: Over\n",
        "toolkit/cafe\u0301.yml": "title: Café\n",
        "toolkit/.git/x.yaml": "title: [\n",
    }
    book = book_of(tmp_path, files)
    assert sorted(entry.id for entry in book.activities) == ["café", "über"]
    assert codes(book) == []


PLANNED = "title: A day\ndays:\n  - start: 9:00\n    blocks:\n      - {activity: old, minutes: 20}\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"journeys/now.yaml": journey("title: Meet, activities: [old]")}, ["journeys/now.yaml"]),
        ({"toolkit/workshops/now.yaml": PLANNED}, ["toolkit/workshops/now.yaml"]),
        ({"toolkit/workshops/past.yaml": PLANNED.replace("start", "date: 2020-02-03\n    start")}, []),
        ({"toolkit/workshops/gone.yaml": f"status: retired\n{PLANNED}"}, []),
        ({"toolkit/new.yaml": "title: New\nrelated: [old]\n"}, []),
        ({"content/index.md": "# A\n\nBefore, there was [](activity:old).\n"}, []),
    ],
)
def test_what_is_in_use_and_names_what_is_retired_is_told(
    tmp_path: Path, files: dict[str, str], told: list[str]
) -> None:
    """Workshops of days that are over, and what only leads there, are right."""
    book = book_of(tmp_path, {"toolkit/old.yaml": "title: Old\nstatus: retired\n"} | files)
    assert [one.file for one in checks.run(book) if one.code == "JB408"] == told


def test_a_chapter_of_retired_activities_says_why_it_is_empty(tmp_path: Path) -> None:
    """Its activities name it: they need no `chapter`."""
    files = {"content/a/index.md": "# A\n\n![](toolkit:a)\n", "content/index.md": "# Home\n"}
    book = book_of(tmp_path, {"toolkit/old.yaml": "title: Old\nchapter: a\nstatus: retired\n"} | files)
    (hint,) = [str(one.hint) for one in checks.run(book) if one.code == "JB454"]
    assert hint.startswith("take this out; or write `status: current`")
