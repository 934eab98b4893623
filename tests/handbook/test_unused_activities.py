"""Activities that no journey uses: a few are told each, a whole toolkit at once."""

from __future__ import annotations

from pathlib import Path

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.checks.unused_activities import MOST_ONE_BY_ONE

WAY = "title: A way\nstages: [{title: Before, activities: [walk-0]}, After]\n"


def told(folder: Path, number: int) -> list[tuple[str, str, str]]:
    """What is said where a journey uses one activity, and not as many others."""
    files = {f"toolkit/walk-{n}.yaml": f"title: A walk {n}\n" for n in range(number + 1)}
    problems = checks.run(book_of(folder, files | {"journeys/way.yaml": WAY}))
    return [(one.file, str(one.message), str(one.hint)) for one in problems if one.code == "JB404"]


def test_a_few_are_told_one_by_one(tmp_path: Path) -> None:
    """As many as an author may have forgotten."""
    found = told(tmp_path, MOST_ONE_BY_ONE)
    assert [file for file, *_ in found] == [f"toolkit/walk-{n}.yaml" for n in range(1, MOST_ONE_BY_ONE + 1)]
    assert {message for _, message, _ in found} == {"no journey uses this activity"}


def test_a_toolkit_is_told_at_once(tmp_path: Path) -> None:
    """It was there before its journeys: hundreds of lines would hide what else there is to say."""
    assert told(tmp_path, MOST_ONE_BY_ONE + 1) == [
        (
            "toolkit/walk-1.yaml",
            "no journey uses this activity and 9 more (walk-10, walk-2, walk-3, …)",
            "add `walk-1` to the `activities:` of a stage, and others where they fit",
        )
    ]
