"""Lists, texts and items in a form that is nearly right: obeying what is told makes them right."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.source.read import parse

STAGE = "title: x\nactors: [mentor, mentee]\nstages:\n  - title: a\n    {field}\n  - b\n"
SHEET = "title: x\nhandouts:\n  - title: S\n    fields:\n      - {{label: q, {field}}}\n"
BLOCK = 'title: x\ndays: [{{start: "9:00", blocks: [{{title: a, {field}}}]}}]\n'
DAY = 'title: x\n{field}\ndays: [{{start: "9:00", blocks: [{{title: a, minutes: 5}}]}}]\n'


def hints(text: str, model: type[BaseModel]) -> list[str]:
    """What is said to write, of each problem."""
    document, problems = parse(text, "a.yaml")
    return [str(one.hint) for one in problems + (validate(document, model)[1] if document else [])]


@pytest.mark.parametrize(
    ("model", "text", "hint"),
    [
        (Activity, SHEET.format(field="table: {columns: What, When, rows: 3}"), "write `columns: [What, When]`"),
        (Activity, SHEET.format(field="choices: Yes, No"), "write `choices: [Yes, No]`"),
        (Journey, STAGE.format(field="touchpoints: {actors: mentor, mentee, title: A}"), "write `actors: [mentor, m"),
        (Journey, "title: x\nstages: [a, b]\nviews:\n  - map: {lanes: pains, feelings}\n", "write `lanes: [pains, fe"),
        (Journey, STAGE.format(field="measures: {title: T, value: 1,200}"), "write `value: 1200`, or `1.2`"),
        (Activity, "title: x\npurpose: Write two\n  and tell them: now\n", 'put the whole text in quotes: "Write two'),
        (Activity, "title: x\nsteps:\n  - Write two\n    and tell them: now\n", 'put the whole text in quotes: "Write'),
        (Activity, "title: x\nrelated:\n  - id: two-truths\n", "write `- two-truths`"),
        (Activity, "title: x\nprerequisites:\n  - activity: two-truths\n", "write `- two-truths`"),
        (Activity, "title: x\nvariations:\n  audience: mentor\n  Online: a\n", "give each variation its own"),
        (Activity, "title: x\nvariations:\n  online:\n    - Use a board\n    - Split\n", "write `|` behind `online:`"),
        (Workshop, DAY.format(field="materials: [Pens]"), "write them into the activities"),
        (Workshop, DAY.format(field="group_size: {min: 4, max: 8}"), "write `8`"),
        (Journey, "title: x\nactors:\n  - mentee: Mentee\nstages: [a, b]\n", "write `{id: mentee, title: Mentee}`"),
        (Journey, "title: x\nactors:\n  mentee:\n    title: Mentee\nstages: [a, b]\n", "begin each item with a dash"),
        (Journey, "title: x\nstages:\n  one:\n    title: One\n", "begin each item with a dash: `- id: one`"),
        (Journey, "title: x\nstages:\n  - stage: One\n", "write `{title: One}`"),
        (Journey, STAGE.format(field="feelings: [mentee: 1]"), "write `{actor: mentee, score: 1}`"),
        (Activity, "title: x\ndifficulty: facilitator: easy\n", "write `difficulty: {facilitator: easy}`"),
        (Journey, "title: x\nstages: [a, b]\nviews: map: {lanes: [pains]}\n", "write `- map: {lanes: [pains]}` below"),
        (Activity, 'title: x\nmaterials: ["Paper" "Pens"]\n', 'write `"Paper", "Pens"`'),
        (Activity, 'title: x\nmaterials: {title: Pens, quantity: "1" per: person}\n', "write `, per: …` where that is"),
        (Workshop, DAY.format(field='bring:\n  - title: "Pens", minutes: 15'), "write each key on a line of its own"),
        (Activity, "title: x\nlanguage: German\n", "write `de`"),
        (Activity, "title: x\nlanguage: Français\n", "write `fr`"),
        (Workshop, BLOCK.format(field="min: 15"), "write `minutes: …` in its place"),
        (Workshop, BLOCK.format(field='at: "10:00", minutes: 5'), "write `start: …` in its place"),
        (Workshop, BLOCK.format(field='start: "10:00", end: "10:30"'), "write `minutes: …`, which is how long"),
        (Activity, "title: x\nprep: 15 min\n", "write `duration: {preparation: 15 min"),
        (Activity, "title: x\nduration: {prep: 15 min, min: 5 min}\n", "write `preparation: …` in its place"),
        (Activity, "title: x\nlicense: CC BY\n", "write `licence: …` below `source:`"),
        (Activity, "title: x\nurl: https://example.org\n", "write `url: …` below `source:`"),
        (Activity, "title: x\nimage: a.png\n", 'write `picture: {file: a.png, alt: "…"}`, with what it shows'),
        (Activity, "title: x\ndownloads: a.pdf\n", "write `resources: …` in its place"),
        (Activity, "title: x\ngroup: {min: 4, size: pairs}\n", "write `2`"),
        (Activity, "title: x\nresources:\n  - slides.pdf\n", "write `{title: …, file: slides.pdf}`"),
        (Activity, "title: x\nhandouts: goals.pdf\n", "write `resources: {title: …, file: goals.pdf}`"),
    ],
)
def test_what_is_told_is_what_was_meant(model: type[BaseModel], text: str, hint: str) -> None:
    """One problem each."""
    (said,) = hints(text, model)
    assert said.startswith(hint)


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (Journey, "title: x\nstages:\n  - stage:\n      title: One\n"),
        (Activity, "title: x\n  summary: Why\n"),
        (Activity, SHEET.format(field="lines: 3, table")),
    ],
)
def test_other_slips_are_told_as_before(model: type[BaseModel], text: str) -> None:
    """What is not meant so is not said."""
    assert not any("[" in said or "- id" in said or "quotes: " in said for said in hints(text, model))


PER = "`- {title: Paper, quantity: 1, per: person}`, `- {title: pens, quantity: 2, per: person}`"
KNOWN = "write what is known, such as `{title: Afternoon, minutes: 180}`, or take the day out until then"
PLAN = 'title: x\ndays:\n  start: "9:00"\n  blocks: {}\n'


@pytest.mark.parametrize(
    ("model", "text", "hint"),
    [
        (Workshop, DAY.format(field="location: {building: Main Library, room: 2.04}"), "write `Main Library, 2.04`"),
        (Activity, "title: x\nspace: {rooms: [A, B]}\n", "write `A, B`"),
        (Activity, "title: x\nspace: {wall: bare, floor: none}\n", 'write `"wall: bare, floor: none"`'),
        (
            Activity,
            "title: x\ndebrief:\n  questions:\n    - Why?\n    - How?\n",
            "write `debrief: |`, and below it, further in and in place of ‘questions’, `- Why?`, `- How?`",
        ),
        (
            Activity,
            "title: x\npurpose: {first: Why, second: How}\n",
            "write `purpose: |`, and below it, further in, `- first: Why`, `- second: How`",
        ),
        (
            Activity,
            "title: x\nobjectives: {know: [A, B]}\n",
            "write each behind a dash, in place of this: `- A`, `- B`",
        ),
        (Activity, "title: x\nobjectives:\n  know:\n    - A\n", "take such lines out, and begin the dashes below in"),
        (
            Activity,
            "title: x\nobjectives:\n  know: A\n  do: B\n",
            'write each behind a dash, in place of this: `- "know: A"`, `- "do: B"`',
        ),
        (Activity, "title: x\ndebrief:\n  Ask: why they came\n", 'put the whole text in quotes: "Ask: why they came"'),
        (Activity, "title: x\nmaterials: {person: [Paper, 2 pens]}\n", f"write {PER}"),
        (Activity, "title: x\nmaterials:\n  each: Paper\n  per group: Tape\n", "write `- {title: Paper, quantity: 1, "),
        (
            Activity,
            "title: x\nmaterials: {big: [Paper], small: [Pen]}\n",
            "write each behind a dash, in place of this: ",
        ),
        (Activity, "title: x\nmaterials: {big: [Paper]}\n", "write each behind a dash, in place of this: `- Paper`"),
        (Activity, "title: x\ncredits: 1\n", "write `tags: [1 credit]`"),
        (Activity, "title: x\nects: 5\n", "write `tags: [5 ECTS]`"),
        (Activity, "title: x\ncredits: 5 ECTS\ntags: a\n", "take it out, and write `5 ECTS` as one more of the `tags`"),
        (Activity, "title: x\ncredits: Anna Weber\n", "write `source: …` in its place"),
        (Workshop, PLAN.format("tbd"), KNOWN),
        (Workshop, PLAN.format("to be announced"), KNOWN),
        (Workshop, PLAN.format("[none]"), KNOWN),
        (Workshop, PLAN.format("To begin"), "write `{title: To begin, minutes: 15}`"),
    ],
)
def test_keys_and_words_in_the_place_of_a_text_are_told_with_it(model: type[BaseModel], text: str, hint: str) -> None:
    """One problem each, and what to type has all that was typed."""
    (said,) = hints(text, model)
    assert said.startswith(hint)
