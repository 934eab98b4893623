"""Names that are empty, figures and places to write in a text, lists in brackets, and other words for fields."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.source.read import parse

DAY = 'title: x\ndays:\n  - start: "9:30"\n    blocks:\n'
STAGE = "title: x\nstages:\n  - title: A\n    {}\n"
SHEET = "title: x\nhandouts:\n  - title: S\n    fields:\n      - {}\n"


def told(text: str, model: type[BaseModel]) -> list[str]:
    """What is told to write."""
    document, problems = parse(text, "a.yaml")
    found = problems + (validate(document, model)[1] if document else [])
    return [str(one.hint) for one in found]


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("- activity: ten\n      - break:\n        minutes: 15", "write `break: …` here"),
        ("- activity: ten\n      - {break: , minutes: 15}", "write `break: …` here"),
        ("- activity: ten\n      - activity:\n        minutes: 15", "write `activity: …` here"),
        (
            "- break:\n          minutes: 15",
            "write its text behind `break:`, and begin the lines below it in its column",
        ),
        (
            "- activity:\n          minutes: 15",
            "write its text behind `activity:`, and begin the lines below it in its column",
        ),
    ],
)
def test_an_item_whose_name_is_empty_has_no_dash_too_many(block: str, hint: str) -> None:
    """It lacks its name, and is told once."""
    assert told(f"{DAY}      {block}\n", Workshop) == [hint]


def test_a_step_or_a_stage_whose_name_is_empty_lacks_it() -> None:
    """Keys below a name belong beside it."""
    assert told("title: x\nsteps:\n  - title:\n    minutes: 5\n", Activity) == ["write `title: …` here"]
    below = "write its text behind `title:`, and begin the lines below it in its column"
    assert told("title: x\nmaterials:\n  - title:\n      quantity: 2\n", Activity) == [below]


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("{workshop: kick-off}", '{title: Kick off, minutes: 15, text: "[](workshop:kick-off)"}'),
        ("{handout: walk/map, minutes: 10}", '{title: Map, minutes: 10, text: "[](handout:walk/map)"}'),
        ("{break: {title: Soup, minutes: 25}}", "{break: Soup, minutes: 25}"),
        ("{activity: {id: walk, minutes: 20}, lead: Rosa}", "{activity: walk, lead: Rosa, minutes: 20}"),
        ("{workshop: kick-off, minutes: 20}", '{title: Kick off, minutes: 20, text: "[](workshop:kick-off)"}'),
        ("{journey: one-meeting}", '{title: One meeting, minutes: 15, text: "[](journey:one-meeting)"}'),
        ("{session: Goodbye}", "{title: Goodbye, minutes: 15}"),
    ],
)
def test_what_a_block_cannot_be_is_linked(block: str, hint: str) -> None:
    """What is offered is taken."""
    assert told(f"{DAY}      - {block}\n", Workshop) == [f"write `{hint}`"]
    assert told(f"{DAY}      - {hint}\n", Workshop) == []


def test_how_somebody_is_reached_is_not_lost() -> None:
    """It belongs into the text that names them."""
    block = "- {title: Talk, minutes: 5, lead: {name: Rosa, phone: 555 0101}}"
    assert told(f"{DAY}      {block}\n", Workshop) == ["write `Rosa, 555 0101`"]


def test_blocks_in_one_text_are_shown_each() -> None:
    """With a comma in a sentence they are one."""
    text = DAY.replace("blocks:\n", "blocks: Hello, coffee, ten-minutes\n")
    items = ("{title: Hello, minutes: 15}", "{break: coffee, minutes: 15}", "{activity: ten-minutes}")
    assert told(text, Workshop) == [f"write {', '.join(f'`- {item}`' for item in items)}"]
    assert told(DAY + "".join(f"      - {item}\n" for item in items), Workshop) == []
    text = DAY.replace("blocks:\n", "blocks: Hello, world and all that is in it\n")
    assert told(text, Workshop) == ['write `{title: "Hello, world and all that is in it", minutes: 15}`']


@pytest.mark.parametrize(
    ("measure", "hint"),
    [
        ("Kept: 70%", '{title: Kept, value: 70, unit: "%"}'),
        ("Kept: 70 of 85", "{title: Kept, value: 70, target: 85}"),
        ("Kept: 70 % of 85 %", '{title: Kept, value: 70, target: 85, unit: "%"}'),
        ("Kept: 70% (target 85%)", '{title: Kept, value: 70, target: 85, unit: "%"}'),
        ("Kept: from 70 to 85", "{title: Kept, value: 70, target: 85}"),
        ("Kept: 3,5 hours", "{title: Kept, value: 3.5, unit: hours}"),
    ],
)
def test_a_measure_in_one_text_has_its_figures(measure: str, hint: str) -> None:
    """What is offered is taken; words behind a colon are a text."""
    assert told(STAGE.format(f"measures: [{measure}]".replace("[", "\n      - ").replace("]", "")), Journey) == [
        f"write `{hint}`"
    ]
    assert told(STAGE.format(f"measures: [{hint}]"), Journey) == []
    assert told(STAGE.format("measures:\n      - Kept: at 9 am"), Journey) == [
        'put the whole text in quotes: "Kept: at 9 am"'
    ]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("value: 70 of 85", "write `value: 70`, `target: 85`"),
        ("value: 70/85, unit: x", "write `value: 70`, `target: 85`"),
        ("value: 70, target: 85 of 100", "write `target: 85`"),
        ("value: 70 of 85, target: 85", "write `value: 70`"),
    ],
)
def test_a_value_with_its_target_is_two_figures(fields: str, hint: str) -> None:
    """Those that are there are not offered again."""
    assert told(STAGE.format(f"measures: {{title: A, {fields}}}"), Journey) == [hint]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("My wish: 2 lines", "{label: My wish, lines: 2}"),
        ("My wish: three lines", "{label: My wish, lines: 3}"),
        ("My wish: large", "{label: My wish, box: large}"),
        ("My wish: 1-10", '{label: My wish, scale: "1–10"}'),
    ],
)
def test_a_field_in_one_text_has_its_place_to_write(field: str, hint: str) -> None:
    """What is offered is taken; other words are part of a text."""
    assert told(SHEET.format(field), Activity) == [f"write `{hint}`"]
    assert told(SHEET.format(hint), Activity) == []
    assert told(SHEET.format("My wish: for you"), Activity) == ['put the whole text in quotes: "My wish: for you"']


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        (
            "debrief: [What?, Why?]",
            "write `What? Why?`; or for a list `debrief: |`, and on the lines below, further in, `- What?`, `- Why?`",
        ),
        ("space: [A table, chairs]", "write `A table, chairs`"),
        ("summary: [One., 'Two: three']", 'write `"One. Two: three"`'),
        ("facilitator_notes: {text: [One., Two.]}", "write `One. Two.`"),
        (
            "debrief:\n  - What?\n  - Why?",
            "write `|` behind the colon of the line above; the list then is part of the text",
        ),
    ],
)
def test_texts_in_brackets_are_one_text(field: str, hint: str) -> None:
    """A bar behind the colon would not help: the list is in that line."""
    assert told(f"title: x\nquestions: Why?\n{field}\n", Activity) == [hint]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("questions:\n  - Ask yourself:\n    Which rung?", '"Ask yourself: Which rung?"'),
        ("questions:\n  - Ask:\n    Which rung?\n    And when?\n  - Why?", '"Ask: Which rung? And when?"'),
        ("summary: It helps.\n  Note: take care.\n  And rest.", '"It helps. Note: take care. And rest."'),
        ("summary: It helps:\n  take care", '"It helps: take care"'),
        ("steps:\n  - title: Draw\n    text: Draw it\n      Note: five rungs", '"Draw it Note: five rungs"'),
    ],
)
def test_a_text_with_a_colon_over_several_lines_is_quoted_as_a_whole(typed: str, hint: str) -> None:
    """No line of it is left out."""
    assert told(f"title: x\n{typed}\n", Activity) == [f"put the whole text in quotes: {hint}"]


@pytest.mark.parametrize("typed", ["summary: It helps\n  materials: x", "summary: It helps\n  purpose: Why"])
def test_a_field_that_is_indented_is_no_text(typed: str) -> None:
    """It begins where its neighbour does."""
    assert told(f"title: x\n{typed}\n", Activity) == ["begin it below ‘summary’, in column 1"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("location: outdoors", "space"),
        ("follow_up: ten-minutes", "related"),
        ("follow_up: [talk, walk]", "related"),
        ("follow_up: What stayed?", "debrief"),
        ("next: talk", "related"),
        ("instructions: [Talk]", "steps"),
        ("equipment: [Pens]", "materials"),
        ("people: 4", "group"),
        ("category: goals", "tags"),
        ("safeguarding: Stop.", "cautions"),
        ("for: mentor", "audience"),
    ],
)
def test_other_words_for_fields_of_an_activity(typed: str, field: str) -> None:
    """What is offered is read."""
    text = "title: x\nquestions: Why?\n"
    assert told(f"{text}{typed}\n", Activity) == [f"write `{field}: …` in its place"]
    assert told(f"{text}{field}:{typed.partition(':')[2]}\n", Activity) == []


@pytest.mark.parametrize(
    ("model", "text", "hint"),
    [
        (Activity, "title: x\nsteps: [{title: Talk, group: alone}]\n", "write `grouping: alone` in its place"),
        (Activity, "title: x\nquestions: Why?\nwhere: in person\n", "write `setting: in_person` in its place"),
        (Activity, "title: x\nquestions: Why?\nlocation: online\n", "write `setting: online` in its place"),
        (Activity, "title: x\nquestions: Why?\nplace: [outdoors]\n", "write `space: …` in its place"),
        (
            Activity,
            "title: x\nhandouts: [{title: S, fields: [a], answers: b}]\n",
            "write `solution: …` in its place",
        ),
        (
            Activity,
            "title: x\nquestions: Why?\nvideo: https://example.org/a\n",
            'write `resources: {title: …, url: "https://example.org/a"}`',
        ),
        (
            Activity,
            "title: x\ntags: [a]\nquestions: Why?\ncategory: b\n",
            "write it into `tags`, which stands in line 2",
        ),
        (Journey, "title: x\nstages:\n  - stage: Talk\n    actions: [a]\n", "write `title: …` in its place"),
        (Journey, "title: x\nstages:\n  - phase: Talk\n    actions: [a]\n", "write `title: …` in its place"),
        (
            Journey,
            "title: x\nactors: [a]\nstages: [{title: T, responsibilities: [{actor: a, text: b}]}]\n",
            "write `does: …` in its place",
        ),
        (Activity, "title: x\nsteps:\n  - Groups: share it\n", 'put the whole text in quotes: "Groups: share it"'),
    ],
)
def test_other_words_for_fields_of_items(model: type[BaseModel], text: str, hint: str) -> None:
    """Each is told once, and what it lacks is not."""
    assert told(text, model) == [hint]


@pytest.mark.parametrize("line", ["Guide: guide/", "Guide: guide/index.md"])
def test_a_title_of_the_navigation_is_no_text_that_goes_on(line: str) -> None:
    """It stands too far to the right."""
    document, problems = parse(f"nav:\n  - Home: index.md\n      {line}\n", "mkdocs.yml")
    assert document is None and [str(one.hint) for one in problems] == ["begin it below ‘Home’, in column 5"]
