"""Links whose words are the title or the number of another thing are told, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

FILES = {
    "content/index.md": "# Welcome\n",
    "content/start/index.md": "# Starting well\n",
    "content/end/index.md": "# Ending\n",
    "toolkit/wishes.yaml": "title: Three wishes\nnumber: 1\nchapter: start\n",
    "toolkit/ladder.yaml": "title: The goal ladder\nnumber: 2\nchapter: start\n",
    "toolkit/talk.yaml": "title: Talk\nnumber: 3\nchapter: start\n",
    "journeys/year.yaml": "title: A year\nstages: [The first talk, On the way, Goodbye]\n",
}


def told(folder: Path, link: str) -> list[str]:
    """The remedy of each piece of advice, where the link stands on a page; the same for a field."""
    problems = checks.run(book_of(folder, FILES | {"content/start/page.md": f"# A page\n\nSee {link}, and more.\n"}))
    on_page = [str(one.hint) for one in problems if one.code == "JB414"]
    more = {
        "content/start/page.md": "# A page\n",
        "toolkit/last.yaml": f"title: Last\npurpose: |\n  See {link}, too.\n",
    }
    problems = checks.run(book_of(folder, FILES | more))
    assert [str(one.hint) for one in problems if one.code == "JB414"] == on_page
    return on_page


@pytest.mark.parametrize(
    ("link", "right"),
    [
        ("[Three wishes](activity:ladder)", "[Three wishes](activity:wishes)"),
        ("[**three wishes**](activity:ladder)", "[**three wishes**](activity:wishes)"),
        ("[Talk](activity:ladder)", "[Talk](activity:talk)"),
        ("[Three wishes](journey:year)", "[Three wishes](activity:wishes)"),
        ("[Ending](chapter:start)", "[Ending](chapter:end)"),
        ("[On the way](journey:year#the-first-talk)", "[On the way](journey:year#on-the-way)"),
    ],
)
def test_a_link_with_the_title_of_another_thing_is_told(tmp_path: Path, link: str, right: str) -> None:
    """With the address of what has that title."""
    assert told(tmp_path, link) == [f"write `{right}`"]


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        (
            "[activity 3](activity:ladder)",
            "write `[activity 2](activity:ladder)`; or `[activity 3](activity:talk)` where that is meant",
        ),
        ("[Activity 8](activity:ladder)", "write `[Activity 2](activity:ladder)`"),
        (
            "[chapter 1](chapter:start)",
            "write `[chapter 2](chapter:start)`; or `[chapter 1](chapter:end)` where that is meant",
        ),
        ("[stage 7](journey:year#on-the-way)", "write `[stage 2](journey:year#on-the-way)`"),
    ],
)
def test_a_link_with_the_number_of_another_thing_is_told(tmp_path: Path, link: str, hint: str) -> None:
    """With its own number, and the address of what has the number that is typed."""
    assert told(tmp_path, link) == [hint]


@pytest.mark.parametrize(
    "link",
    [
        "[](activity:ladder)",
        "[Three wishes](activity:wishes)",
        "[the first talk](activity:talk)",
        "[talk](activity:ladder)",
        "[Ending](activity:ladder)",
        "[Starting](chapter:start)",
        "[goal ladder](activity:ladder)",
        "[activity 2](activity:ladder)",
        "[stage 2](journey:year)",
        "[Activity 2](journey:year)",
        "[what the three wishes were](activity:ladder)",
        "[On the way](journey:year)",
        "`[Three wishes](activity:ladder)`",
    ],
)
def test_a_link_in_words_of_its_own_is_not_told(tmp_path: Path, link: str) -> None:
    """Nor one with a short form of its title, or a word that is a title of another kind."""
    assert told(tmp_path, link) == []
