"""Ids of stages, actors and activities that are nearly right: what is offered is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.handbook import Settings, load
from small import SMALL, write

STAGES = """
title: A year
actors: [The mentee, {id: mentor, title: Our mentor}]
stages:
  - title: The call
    FIELD
  - {id: meeting, title: First meeting}
  - {id: goodbye, title: The goodbye}
"""


def hints_of(folder: Path, name: str, text: str) -> list[str]:
    """What a file is told to write, of its errors."""
    write(folder, {**SMALL, "toolkit/tea.yaml": "title: A cup of tea\n", "toolkit/workshops/day.yaml": DAY, name: text})
    parts = {part: folder / part for part in ("content", "journeys", "toolkit")}
    book = load(Settings(root=folder, **parts))
    return [str(one.hint or one.message) for one in checks.run(book) if one.file == name and one.code < "JB4"]


DAY = 'title: A day\ndays: [{start: "9:00", blocks: [{title: Hello, minutes: 5}]}]\n'


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("next: meeting, goodbye", "write one a line, each with a dash: `- meeting` `- goodbye`"),
        ("next: meeting or goodbye", "write one a line, each with a dash: `- meeting` `- goodbye`"),
        ("next: First meeting / The goodbye", "write one a line, each with a dash: `- meeting` `- goodbye`"),
        ("next: meeting → goodbye", "write one a line, each with a dash: `- meeting` `- goodbye`"),
        ("next: goodbye if one says no", "write `{to: goodbye, condition: one says no}`"),
        ("next: The goodbye (one says no)", "write `{to: goodbye, condition: one says no}`"),
        ("next: stage 3", "write `goodbye`"),
        ("next: year#goodbye", "write `goodbye`"),
        ("next: first meeting", "write `meeting`"),
        ("next: end", "name the stage that follows: a journey ends at its last stage"),
        ("touchpoints: {title: T, actors: [The mentor]}", "write `mentor`"),
        ("touchpoints: {title: T, actors: [Our mentor]}", "write `mentor`"),
        (
            "touchpoints: {title: T, actors: [the-mentee mentor]}",
            "write one a line, each with a dash: `- the-mentee` `- mentor`",
        ),
        (
            "feelings: {label: T, actor: mentee and mentor}",
            "write an item of its own for each: `actor: the-mentee`, `actor: mentor`",
        ),
        (
            "feelings: {label: T, actor: [the-mentee, mentor]}",
            "write an item of its own for each: `actor: the-mentee`, `actor: mentor`",
        ),
    ],
)
def test_what_stands_for_a_stage_or_an_actor_is_told_with_its_id(tmp_path: Path, field: str, hint: str) -> None:
    """One problem each, and only ids that the journey has."""
    assert hints_of(tmp_path, "journeys/x.yaml", STAGES.replace("FIELD", field)) == [hint]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("related: talk and tea", "write one a line, each with a dash: `- talk` `- tea`"),
        ("related: talk tea", "write one a line, each with a dash: `- talk` `- tea`"),
        ("related: A talk / A cup of tea", "write one a line, each with a dash: `- talk` `- tea`"),
        ("related: [{talk: because it fits}]", "write `talk`"),
        ("related: [{title: A cup of tea}]", "write `tea`"),
        ("related: [{title: tea}]", "write `tea`"),
        ("related:\n  - title: A cup of tea", "write `- tea`"),
        ("related:\n  - title: tea", "write `- tea`"),
        ("related:\n  - title: teas", "write `- tea`"),
        ("related:\n  title: tea", "write `tea`"),
        ("chapter: [guide, Other]", "write one of them, such as `guide`"),
        ("chapter:\n  - Guide", "write `guide`"),
        ("prerequisites: none", "take the line out: what is left out is not shown"),
        ("related: [day]", "take it out, and link to it in a text: [](workshop:day)"),
        ("prerequisites: [first-steps]", "take it out, and link to it in a text: [](journey:first-steps)"),
        (
            "prerequisites: [talk or tea]",
            "write one of them, such as `talk`; the other belongs into a text, such as `space`",
        ),
        ("prerequisites: [talk and tea]", "write one a line, each with a dash: `- talk` `- tea`"),
        ("chapter: guide/index.md", "write `guide`"),
        ("chapter: guide/first-talk", "write `guide`"),
        ("chapter: guid", "unknown chapter ‘guid’; did you mean ‘guide’?"),
    ],
)
def test_what_stands_for_an_activity_or_a_chapter_is_told_with_its_id(tmp_path: Path, field: str, hint: str) -> None:
    """One problem each, and only ids that the handbook has."""
    assert hints_of(tmp_path, "toolkit/x.yaml", f"title: x\n{field}\n") == [hint]


def test_a_condition_of_trust_is_told_where_it_belongs(tmp_path: Path) -> None:
    """It is no activity that could come first."""
    (hint,) = hints_of(tmp_path, "toolkit/x.yaml", "title: x\nprerequisites: Trust in the group\n")
    assert hint.endswith("what is no activity belongs into `space` or `cautions`")


def test_a_link_to_a_title_is_told_with_its_id(tmp_path: Path) -> None:
    """As a field with a title is."""
    page = "# A page\n\nSee [](activity:A cup of tea) and [](journey:First steps).\n"
    assert hints_of(tmp_path, "content/page.md", page) == [
        "write `tea`, the id of what has this title",
        "write `first-steps`, the id of what has this title",
    ]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("slides.pdf", "write `file: files/slides.pdf`"),
        ("Files/Slides.pdf", "write `file: files/slides.pdf`"),
        ("old/slides.pdf", "write `file: files/slides.pdf`"),
        ("two.pdf", "put it there, or mend its path"),
        ("deep.pdf", "put it there, or mend its path"),
        ("away.pdf", "put it there, or mend its path"),
    ],
)
def test_a_file_that_lies_elsewhere_is_offered(tmp_path: Path, file: str, hint: str) -> None:
    """Beside the YAML file or in a folder there, where one alone has that name; a link is not followed."""
    names = ("files/slides.pdf", "files/two.pdf", "more/two.pdf", "files/in/deep.pdf")
    write(tmp_path, {f"toolkit/{name}": "x" for name in names} | {"away/away.pdf": "x"})
    (tmp_path / "toolkit/away").symlink_to("../away")
    text = f"title: A walk\nresources: {{title: T, file: {file}}}\n"
    assert hints_of(tmp_path, "toolkit/walk.yaml", text) == [hint]
