"""Keys that belong elsewhere are answered with where they stand."""

from __future__ import annotations

import pytest

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import EntryModel
from journeybook.model.validate import validate
from journeybook.source.read import parse

STAGE = "title: A way\nstages:\n  - title: One\n    {}\n  - Two\n"
JOURNEY = "title: A way\n{}\nstages: [One, Two]\n"
ACTOR = "title: A way\nactors:\n  - title: Mentee\n    {}\nstages: [One, Two]\n"
STEP = "title: A walk\nsteps:\n  - title: Walk\n    {}\n"
ACTIVITY = "title: A walk\n{}\n"
NOTES = "write them into the `text:` of a block, which only facilitators see"
SOURCE = "title: A walk\nsource:\n  title: Walks\n  {}\n"
HANDOUT = "take it out, and write `[](handout:{})` in a text, such as `description:`"
LINK = "write it into the `description:` of the stage as a link: `[]({})`"
VIEW = "write it below `views:`, in the view’s braces: `- {}`"
BLOCKS = "write each as a block of a day, below `blocks:`: `- activity: talk`, `- activity: walk`"
URL = 'write `resources: {title: Registration, url: "https://a.example/r"}`'
OF_ACTIVITY = "write `facilitator_notes:` at the start of a line: that is the activity’s"
LAST_STEP = "take it out, and write a last step: `- {title: Debrief, minutes: 10}`"
TABLE = "write it in an item of `fields:`: `fields: [{label: …, table: …}]`"
DATED = "write `- date: 2027-01-14`, and below it, further in, `start: …` and `blocks: …`"
FIRST = 'write `start: "18:00"` here, when its first block begins'
SHEET_WITH_TABLE = "handouts: {title: A, table: {columns: [B], rows: 2}}"
FIRST_BLOCK = "blocks: [{title: Talk, start: '18:00', minutes: 9}]"
JOIN = 'write `resources: {title: …, url: "https://a.example/j"}`'
SHEET = "write it below `handouts:` of an activity: `handouts: {title: …, fields: …}`"
DAY = "title: A day\n{}\ndays:\n  - start: '9:00'\n    blocks: [{{title: Talk, minutes: 9}}]\n"
BLOCK = "title: A day\ndays:\n  - start: '9:00'\n    blocks:\n      - title: Talk\n        minutes: 9\n        {}\n"
LATE = "title: A day\ndays:\n  - title: Evening\n    {}\n"
BEGUN = "title: A day\ndays:\n  - start: '18:00'\n    {}\n    blocks: [{{title: Talk, minutes: 9}}]\n"


@pytest.mark.parametrize(
    ("model", "frame", "field", "hint"),
    [
        (Journey, STAGE, "workshops: [day]", LINK.format("workshop:day")),
        (Journey, STAGE, "handouts: walk/map", LINK.format("handout:walk/map")),
        (Journey, STAGE, "number: 2", "take it out: stages are numbered in their order"),
        (Journey, STAGE, "icon: x", "take it out: a stage is drawn with its number"),
        (Journey, JOURNEY, "carries: a story", VIEW.format("cycle: {carries: a story}")),
        (Journey, JOURNEY, "lanes: [pains]", VIEW.format("map: {lanes: [pains]}")),
        (Journey, ACTOR, "description: New.", "write what they need below `needs:`, or what they say as `quote:`"),
        (Journey, ACTOR, "picture: a.png", "take it out: an actor has no picture"),
        (Workshop, DAY, "activities: [talk, walk]", BLOCKS),
        (Workshop, DAY, "registration: https://a.example/r", URL),
        (Workshop, DAY, "questions: Why?", "write them into its activities, or into the `text:` of a block"),
        (Activity, STEP, "materials: [Pens]", "write `materials:` at the start of a line: they are the activity’s"),
        (Activity, STEP, "optional: yes", "take it out, and say so in the step’s `text:`"),
        (Activity, ACTIVITY, "lead: Anna", "take it out: who leads it stands in the block of a workshop, as `lead: …`"),
        (Activity, ACTIVITY, "fields: [{label: A}]", SHEET),
        (Workshop, DAY, "facilitator_notes: Come early.", NOTES),
        (Workshop, DAY, "debrief: Why?", "write it into its activities, or into the `text:` of a block"),
        (Workshop, DAY, "handouts: [walk]", "take it out: a workshop has the handouts of the activities in its blocks"),
        (Activity, SOURCE, "doi: 10.1000/182", "write `url: https://doi.org/10.1000/182`"),
        (Activity, SOURCE, "doi: https://doi.org/10.1000/182", "write `url: https://doi.org/10.1000/182`"),
        (Activity, SOURCE, "year: 2019", "write it into the `title:`, such as `title: …, 2019`"),
        (Activity, ACTIVITY, "handouts: [walk/map]", HANDOUT.format("walk/map")),
        (Activity, ACTIVITY, 'related: ["https://a.example/g"]', 'write it as `resources: {title: …, url: "https://a.example/g"}`'),
        (Activity, ACTIVITY, 'related: ["[Goals](https://a.example/g)"]', 'write it as `resources: {title: Goals, url: "https://a.example/g"}`'),
        (Journey, STAGE, "quote: I was lost.", "write it below `thoughts:`, which says what people think here"),
        (Journey, STAGE, "channel: phone", "write it at a touchpoint: `touchpoints: {title: …, channel: …}`"),
        (Journey, JOURNEY, "related: [way]", "write it into the `description:` as a link: `[](journey:way)`"),
        (Workshop, DAY, "capacity: 16", "write `group_size: …` in its place"),
        (Workshop, DAY, "lead: Rosa", "write it at the blocks, as `lead: …`, or into `description:`"),
        (Workshop, DAY, "url: https://a.example/j", JOIN),
        (Activity, STEP, "break: Tea", "write `title: Tea`: a break is a step with a title"),
        (Activity, STEP, "facilitator_notes: Go.", OF_ACTIVITY),
        (Activity, ACTIVITY, "debrief: {text: Why?, minutes: 10}", LAST_STEP),
        (Activity, ACTIVITY, SHEET_WITH_TABLE, TABLE),
        (Workshop, BLOCK, "location: Upstairs", "write it into the block’s `text:`"),
        (Workshop, BLOCK, "grouping: pairs", "write it into the block’s `text:`"),
        (Workshop, BEGUN, "duration: 2 h 30 min", 'write `end: "20:30"`, or take it out'),
        (Workshop, BEGUN, "end: open end", "take the line out: without `end`, a day ends with its last block"),
        (Workshop, "title: A day\ndays: [{}]\n", "2027-01-14", DATED),
        (Workshop, LATE, "blocks: [{title: Talk, minutes: 9}]\n    start: 18:00 for 18:30", 'write "18:00"'),
        (Workshop, LATE, FIRST_BLOCK, FIRST),
        (Activity, STEP, "minutes: 2 x 10", "write `20`"),
        (Activity, ACTIVITY, "number: 2.3", "write `3`: the number within its chapter alone"),
    ],
)  # fmt: skip
def test_a_key_of_another_place_is_answered_with_that_place(
    model: type[EntryModel], frame: str, field: str, hint: str
) -> None:
    """In one answer, and not with the list of all fields."""
    document, _ = parse(frame.format(field), "a.yaml")
    assert document is not None
    (problem,) = validate(document, model)[1]
    assert str(problem.hint) == hint
    if "views" in hint:
        setting = hint.rpartition(": `- ")[2].rstrip("`")
        right, _ = parse(frame.format(f"views: [{setting}]"), "a.yaml")
        assert right is not None and validate(right, model)[1] == []
