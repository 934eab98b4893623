"""Markers of a block for some are for chapters: in a text of YAML each is an error, with what to write there."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

IN_PLACE = "markers are for chapters: write `{{{key}: …, audience: mentor}}` in its place"
BESIDE = "markers are for chapters: take it out, and write `audience: mentor` on a line beside this text"
MOVE = "markers are for chapters: take it out, and write what is for some into a text of its own"
PAIR = "<!-- for: mentor -->\n  Secret.\n\n  <!-- end for -->\n"


def told(folder: Path, text: str) -> list[tuple[str, int, int, str]]:
    """The code, the place and the remedy of each problem of an activity, without advice on what it lacks."""
    book = book_of(
        folder, {"toolkit/talk.yaml": f"title: A talk\nduration: 30 min\n{text}", "content/index.md": "# A\n"}
    )
    found = (one for one in checks.run(book) if one.code in ("JB381", "JB444") or one.code[2] != "4")
    return [(one.code, one.line, one.column, str(one.hint)) for one in found]


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        (f"purpose: |\n  You learn.\n\n  {PAIR}", 6, 3, MOVE),
        ("summary: 'A talk <!-- for: mentor -->'\n", 3, 18, MOVE),
        ("summary: A talk <!-- for mentors -->\n", 3, 17, MOVE),
        ("purpose: Ask <!-- mentors only --> them\n", 3, 14, MOVE),
        (f"cautions: |\n  Mind.\n\n  {PAIR}", 6, 3, IN_PLACE.format(key="text")),
        (f"debrief: |\n  {PAIR}", 4, 3, IN_PLACE.format(key="text")),
        ("variations:\n  Short: 'Hello <!-- for: mentor -->'\n", 4, 17, IN_PLACE.format(key="text")),
        ("materials: ['Pens <!-- for: mentor -->']\n", 3, 19, IN_PLACE.format(key="title")),
        ("materials: 'Pens <!-- for: mentor -->'\n", 3, 18, IN_PLACE.format(key="title")),
        ("steps:\n  - title: One\n    text: 'Ask <!-- for: mentor -->'\n", 5, 16, BESIDE),
        ("variations:\n  'Long <!-- for: mentor -->': Hello\n", 4, 3, IN_PLACE.format(key="text")),
        ("purpose: 'Ask {# for: mentor #} them'\n", 3, 15, MOVE),
        ("purpose: 'Ask <!- for: mentor -> them'\n", 3, 15, MOVE),
    ],
)
def test_a_marker_in_yaml_is_an_error(tmp_path: Path, text: str, line: int, column: int, hint: str) -> None:
    """Once for a text, at its first one; no advice tells of it again."""
    ((code, *place, said),) = told(tmp_path, text)
    assert (code, *place) == ("JB381", line, column) and said.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "# <!-- for: mentor -->\npurpose: Ask.\n",
        "purpose: 'Write `<!-- for: mentor -->` above it.'\n",
        "purpose: |\n  Write:\n\n      <!-- for: mentor -->\n",
        "cautions: {text: Mind., audience: mentor}\n",
        "purpose: Only for mentors, and for nobody else.\n",
        "purpose: « for mentors » they say, and a < b.\n",
    ],
)
def test_what_is_no_marker_is_not_told(tmp_path: Path, text: str) -> None:
    """Comments of YAML, examples in code, an audience that is right, prose."""
    assert told(tmp_path, text) == []


def test_a_marker_in_front_matter_is_an_error(tmp_path: Path) -> None:
    """In the questions of a page and in its title; the page's own text is another matter."""
    front = "---\ntitle: 'A <!-- for: mentor -->'\nquestions:\n  - 'How? <!-- for: mentor -->'\n---\n# A\n\nB.\n"
    found = [one for one in checks.run(book_of(tmp_path, {"content/index.md": front})) if one.code == "JB381"]
    assert [one.line for one in found] == [2, 4]
    right = front.replace(" <!-- for: mentor -->", "") + "\n<!-- for: mentor -->\n\nC.\n\n<!-- end for -->\n"
    assert not [one for one in checks.run(book_of(tmp_path, {"content/index.md": right})) if one.code == "JB381"]
