"""Items, blocks and numbers that are nearly right: what is offered is read, and means what was typed."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.model.wrong_words import chosen
from journeybook.source.read import parse


def hints(text: str, model: type[BaseModel]) -> list[str]:
    """What is said to write, of each problem."""
    document, problems = parse(text, "a.yaml")
    return [str(one.hint or one.message) for one in problems + (validate(document, model)[1] if document else [])]


def stage(field: str) -> str:
    """A journey with a field in its first stage."""
    return f"title: x\nactors: [mentor, mentee]\nstages:\n  - title: a\n    {field}\n  - b\n"


def day(block: str) -> str:
    """A workshop with a block."""
    return f'title: x\ndays:\n  - start: "9:30"\n    blocks:\n      {block}\n'


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("feelings: [{Torn: -1}]", "write `{score: -1, label: Torn}`"),
        ("feelings: {Torn: -1, Glad: 2}", "write `- {score: -1, label: Torn}`, `- {score: 2, label: Glad}`"),
        ("feelings: {Torn: –1}", "write `{score: -1, label: Torn}`"),
        ("feelings: {score: -1, text: Torn}", "write `label: …` in its place"),
        ("feelings: {score: -1, feeling: Torn}", "write `label: …` in its place"),
        ("pains: [{Nobody to ask: 3}]", "write `{text: Nobody to ask, severity: 3}`"),
        ("pains: [{title: Nobody to ask, severity: 3}]", "write `text: …` in its place"),
        ("measures: [{Calls a month: 70}]", "write `{title: Calls a month, value: 70}`"),
        ("measures: {title: T, value: 1.000}", "write `1000` or `1`"),
        ("measures: {title: T, value: 12.400}", "write `12400` or `12.4`"),
        ("touchpoints: [{in person: Coffee}]", "write `{title: Coffee, channel: in person}`"),
        ("touchpoints: {By phone: A call}", "write `{title: A call, channel: By phone}`"),
        ("touchpoints: [{Meeting: who comes?}]", 'put the whole text in quotes: "Meeting: who comes?"'),
        ("next: {b: one says no}", "write `{to: b, condition: one says no}`"),
        ("next: [{b: one says no}]", "write `{to: b, condition: one says no}`"),
        ("next: [{yes: b}]", "write `{to: b, condition: yes}`"),
        ("next: [{no: b}]", "write `{to: b, condition: no}`"),
        ("next: [{otherwise: b}]", "write `{to: b, condition: otherwise}`"),
        ("next: {yes: a, no: b}", "write `- {to: a, condition: yes}`, `- {to: b, condition: no}`"),
        ("next: {yes: a, b: it rains}", "write `- {to: a, condition: yes}`, `- {to: b, condition: it rains}`"),
        ("next: [{yes: c}]", "write `{to: …, condition: c}`, with one of a, b"),
        ("responsibilities: [{mentor: Keeps Friday free}]", "write `{actor: mentor, does: Keeps Friday free}`"),
        ("responsibilities: [{mentro: Keeps time}]", "write `{actor: mentor, does: Keeps time}`"),
        ("responsibilities: [{boss: Keeps time}]", "write `{actor: …, does: Keeps time}`, with one of mentor, mentee"),
        ("feelings: [mentee: torn]", "write `{actor: mentee, label: torn}`"),
        ("feelings: [mente: torn]", "write `{actor: mentee, label: torn}`"),
        ("feelings: [Mentee: torn]", "write `{actor: mentee, label: torn}`"),
        (
            "feelings: {mentor: calm, mentee: torn}",
            "write `- {actor: mentor, label: calm}`, `- {actor: mentee, label: torn}`",
        ),
        (
            "feelings: [torn: to stay or to go]",
            'put a text that has a colon in quotes: "torn: to stay or to go"; the actors here are mentor, mentee',
        ),
        ("feelings: [Between two fires: torn]", 'put the whole text in quotes: "Between two fires: torn"'),
        ("next: [{b: if it rains}]", "write `{to: b, condition: if it rains}`"),
        ("next: [{inn: if it rains}]", "write `{to: …, condition: if it rains}`, with one of a, b"),
        ("responsibilities: Keeps Friday free", "write `{actor: …, does: Keeps Friday free}`"),
        ("effort: 3/5", "write a number from 1 to 5: 3 is nearest"),
        ("duration: 14", "write `14 days`, or weeks"),
        ("duration: 2–3", "write `2–3 days`, or weeks"),
        ("duration: P2", "write `2 weeks`, or `P2W`"),
        ("duration: PT", "write `2 weeks`, or `P2W`"),
        ("duration: PT45M", "write `45 min`"),
        ("duration: {min: 2 weeks, max: 3 weeks}", "write `2 weeks–3 weeks`"),
        ("date: {from: 2026}", "write `2026`"),
    ],
)
def test_a_stage_is_told_the_item_that_is_meant(field: str, hint: str) -> None:
    """One problem each."""
    assert hints(stage(field), Journey) == [hint]


@pytest.mark.parametrize(
    ("field", "word"),
    [("horizon: now", "today"), ("horizon: done", "achieved"), ("horizon: future", "vision")],
)
def test_other_words_for_a_horizon(field: str, word: str) -> None:
    """They are told with the one that is known here."""
    document, _ = parse(stage(field), "a.yaml")
    assert document is not None
    assert f"did you mean ‘{word}’?" in str(validate(document, Journey)[1][0].message)


WORDS = {
    "ActorKind": {"end_user": "customer", "service_provider": "staff"},
    "Better": {"higher": "highest", "lower": "lowest"},
    "Energy": {"low": "lowest", "medium": "normal", "high": "lively"},
    "FunnelWidth": {"count": "people", "even": "equal"},
    "Grade": {"easy": "easiest", "moderate": "medium", "hard": "difficult"},
    "Grouping": {"alone": "individual", "pairs": "two", "groups": "teams", "plenary": "everyone"},
    "Height": {"small": "short", "medium": "third", "large": "big"},
    "Horizon": {"achieved": "done", "today": "now", "next": "soon", "planned": "later", "vision": "goal"},
    "Lane": {
        "goals": "aims",
        "actions": "tasks",
        "thoughts": "thinking",
        "touchpoints": "contacts",
        "channels": "media",
        "actors": "people",
        "feelings": "emotions",
        "pains": "obstacles",
        "opportunities": "ideas",
        "responsibilities": "duties",
        "measures": "metrics",
        "activities": "tools",
        "effort": "work",
    },
    "Per": {"person": "participant", "group": "table", "session": "workshop"},
    "Period": {"before": "pre", "during": "while", "after": "post"},
    "Setting": {"in_person": "face to face", "online": "remote", "hybrid": "mixed"},
    "State": {"as_is": "today", "to_be": "target"},
    "Status": {"draft": "wip", "current": "published", "retired": "archived"},
    "TouchpointKind": {"action": "task", "communication": "message"},
}
"""Each closed list of words, with another word for each."""


def test_every_word_of_a_closed_list_is_known_by_another_one() -> None:
    """So that the nearest is offered, whatever its letters are."""
    parts = [part for model in (Journey, Activity, Workshop) for part in model.model_json_schema()["$defs"].items()]
    lists = {name: part["enum"] for name, part in parts if "enum" in part}
    assert {name: [*words] for name, words in WORDS.items()} == lists
    for words in WORDS.values():
        assert [chosen(other, [*words]) for other in words.values()] == [*words]


def test_what_is_better_is_told_with_its_nearest_word() -> None:
    """As people write it, of measures."""
    document, _ = parse(stage("measures: [{title: Calls, better: lowest}]"), "a.yaml")
    assert document is not None
    assert "did you mean ‘lower’?" in str(validate(document, Journey)[1][0].message)


@pytest.mark.parametrize(
    "field",
    [
        "measures: {title: T, value: 0.125}",
        "measures: {title: T, value: 4.125}",
        "measures: {title: T, value: 1.5}",
        "duration: spring",
        "duration: P2W",
        "duration: 2 weeks",
        "date: 2026",
        'feelings: ["Alone: and nobody there"]',
        "pains: [Nobody to ask]",
    ],
)
def test_a_stage_that_is_right_is_right(field: str) -> None:
    """Decimals, and texts with a colon in quotes."""
    assert hints(stage(field), Journey) == []


def test_no_views_are_told() -> None:
    """A journey is drawn somehow: an empty list leaves nothing to lead its page."""
    assert hints("title: x\nviews: []\nstages: [a, b]\n", Journey) == ["write at least one item, or take the line out"]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("materials: [{Pens: 12}]", "write `{title: Pens, quantity: 12}`"),
        ("steps: [{Talk: 10 min}]", "write `{text: Talk, minutes: 10}`"),
        ("questions: [{mentor: What stayed?}]", 'write `{text: "What stayed?", audience: [mentor]}`'),
        ("questions: {before: [What stays?], after: [What stayed?]}", "write `- What stays?`, `- What stayed?`"),
        ("questions: {mentor: [What stayed?]}", 'write `{text: "What stayed?", audience: [mentor]}`'),
        (
            "questions: [{Think of a client: what came?}]",
            'put the whole text in quotes: "Think of a client: what came?"',
        ),
    ],
)
def test_an_activity_is_told_the_item_that_is_meant(field: str, hint: str) -> None:
    """A figure behind a colon, a role before one; a text with a colon stays a text."""
    assert hints(f"title: x\n{field}\n", Activity) == [hint]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("scale: [1, 10]", ["write `1–10`"]),
        ("scale: 5 stars", ["write `5`"]),
        ("scale: 1/10", ["write `1–10`"]),
        ("scale: -2–2", ["write `{from: -2, to: 2}`"]),
        ("scale: 1–5 (bad–good)", ["write `{to: 5, least: bad, most: good}`"]),
        ("scale: {min: 1, max: 5}", ["write `from: …` in its place", "write `to: …` in its place"]),
        ("scale: {to: 5, low: bad, high: good}", ["write `least: …` in its place", "write `most: …` in its place"]),
        ('table: {columns: ["", Morning, ""]}', ["write a text, or take the line out"]),
        ('table: {columns: ["", ~]}', ["write a text, or take the line out"]),
        ('table: {columns: [""]}', ["write a text, or take the line out"]),
        ('table: {columns: [" ", Morning], rows: [Monday]}', []),
        ("table: {columns: 3}", ["write the headings, such as `columns: [Hour, What happens]`"]),
    ],
)
def test_a_handout_is_told_the_place_that_is_meant(place: str, told: list[str]) -> None:
    """Scales in words, a number of columns, and headings left empty elsewhere than in the corner."""
    assert hints(f"title: x\nhandouts: {{title: S, fields: [{{label: a, {place}}}]}}\n", Activity) == told


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("- break", "write `{break: Coffee, minutes: 15}`"),
        ("- Coffee break", "write `{break: Coffee break, minutes: 15}`"),
        ("- Lunch: 60", "write `{break: Lunch, minutes: 60}`"),
        ("- Welcome: 15", "write `{title: Welcome, minutes: 15}`"),
        ("- Welcome (20 min)", "write `{title: Welcome, minutes: 20}`"),
        ("- tea-talk: 40", "write `{activity: tea-talk, minutes: 40}`"),
        ("- tea-talk", "write `{activity: tea-talk}`"),
        ("- 9:30 Welcome", 'write `{title: Welcome, minutes: 15, start: "09:30"}`'),
        ("- 09:30: Welcome", 'write `{title: Welcome, minutes: 15, start: "09:30"}`'),
        ("- {09:30: Welcome, minutes: 15}", 'write `title: Welcome` and `start: "09:30"`'),
        ("- break: Coffee (20 min)", "write `break: Coffee` and `minutes: 20`"),
        ("- break: Coffee, 20 min", "write `break: Coffee` and `minutes: 20`"),
        ("- title: Welcome", "write `minutes: 15`"),
    ],
)
def test_a_workshop_is_told_the_block_that_is_meant(block: str, hint: str) -> None:
    """Lines of an agenda, as they stand in a letter."""
    assert hints(day(block), Workshop) == [hint]


@pytest.mark.parametrize(
    ("clock", "hint"),
    [
        ("“09:30”", 'write "09:30"'),
        ("09:30:00", 'write "09:30"'),
        ("9:30?", 'write "09:30"'),
        ("9 30", 'write "09:30"'),
        ("18 c.t.", 'write "18:15"'),
        ("18:00 Uhr (c. t.)", 'write "18:15"'),
        ("9 s.t.", 'write "09:00"'),
        ("9:30-13:00", 'write `start: "09:30"` and `end: "13:00"`'),
        ("9:30 to 13:00", 'write `start: "09:30"` and `end: "13:00"`'),
    ],
)
def test_a_time_of_day_that_is_nearly_one_is_offered(clock: str, hint: str) -> None:
    """Quotation marks of a word processor, seconds, a question, both ends."""
    text = f"title: x\ndays: [{{start: {clock}, blocks: [{{title: a, minutes: 5}}]}}]\n"
    assert hints(text, Workshop) == [hint]


def test_hours_at_the_end_of_a_day_are_how_long_it_is() -> None:
    """`3 h` would end it at three in the night."""
    text = 'title: x\ndays: [{{start: "9:30", end: {end}, blocks: [{{title: a, minutes: 5}}]}}]\n'
    assert hints(text.format(end="3 h"), Workshop) == ['write the time of day at which it ends, such as "16:30"']
    assert hints(text.format(end="18 h"), Workshop) == ['write "18:00"']


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Torn (-1)", "{score: -1, label: Torn}"),
        ("Glad +2", "{score: 2, label: Glad}"),
        ('":-("', "{score: -1}"),
        ("😟", "{score: -1}"),
        ("😀", "{score: 2}"),
        ("-1 Nervous", "{score: -1, label: Nervous}"),
        ('"+2 – Proud"', "{score: 2, label: Proud}"),
        ("(-1) Nervous", "{score: -1, label: Nervous}"),
        ("−3 Lost", "{score: -2, label: Lost}"),
        ("😟 Nervous", "{score: -1, label: Nervous}"),
        ("Nervous😟", "{score: -1, label: Nervous}"),
        ("Glad :-)", "{score: 1, label: Glad}"),
        ("Happy :D", "{score: 2, label: Happy}"),
        ("{label: -1 Nervous, actor: mentee}", "{score: -1, label: Nervous, actor: mentee}"),
    ],
)
def test_a_score_in_the_words_of_a_feeling_is_told(label: str, shown: str) -> None:
    """It would be drawn as neither good nor bad."""
    assert hints(stage(f"feelings: [{label}]"), Journey) == [f"write `{shown}`"]


@pytest.mark.parametrize(
    "feeling",
    [
        "Torn",
        "On cloud 9",
        "Back to square 1",
        "Torn – and glad",
        "😐",
        "{score: -1, label: 😟}",
        "Day 2",
        "2 steps ahead",
        "(1) Torn",
        "Proud 🎉",
        "Thankful ❤",
        "Done ✓",
        "Glad (5)",
        "{score: -1, label: 😟 Nervous}",
    ],
)
def test_a_feeling_in_words_is_one(feeling: str) -> None:
    """Numbers of ordinary texts, and a face that has its score."""
    assert hints(stage(f"feelings: [{feeling}]"), Journey) == []


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("GMT", "Europe/London"),
        ("CET", "Europe/Berlin"),
        ("EET", "Europe/Athens"),
        ("EST5EDT", "America/New_York"),
        ("Etc/GMT+5", "America/New_York"),
        ("Etc/GMT-1", "Europe/Berlin"),
    ],
)
def test_letters_are_no_time_zone(zone: str, place: str) -> None:
    """They have no place; of `Etc/GMT+5` the sign is the other way round than people read it."""
    text = f'title: x\ntimezone: {zone}\ndays: [{{start: "9:00", blocks: [{{title: a, minutes: 5}}]}}]\n'
    assert hints(text, Workshop) == [f"write a continent and a city, such as {place}"]


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("America/Boston", "write `America/New_York`, whose clocks that place has"),
        ("Europe/Milan", "write `Europe/Rome`, whose clocks that place has"),
        ("Asia/Mumbai", "write `Asia/Kolkata`, whose clocks that place has"),
        ("Europe/München", "write `Europe/Berlin`, whose clocks that place has"),
        ("America/Los Angeles", "write a continent and a city, such as Europe/London"),
        ("Asia/Singapur", "write a continent and a city, such as Europe/London"),
        ("America/Birmingham", "not every city has a name here: write the one whose clocks are yours, such as {0}"),
        ("America/Medford", "not every city has a name here: write the one whose clocks are yours, such as {0}"),
        ("Europe/Minks", "write a continent and a city, such as Europe/London"),
    ],
)
def test_a_city_has_the_clocks_of_its_zone(zone: str, hint: str) -> None:
    """The nearest spelling is another place, with other clocks, unless a letter or two are wrong."""
    text = f'title: x\ntimezone: {zone}\ndays: [{{start: "9:00", blocks: [{{title: a, minutes: 5}}]}}]\n'
    assert hints(text, Workshop) == [hint.format("Europe/London")]


@pytest.mark.parametrize(
    ("feeling", "hint"),
    [
        ("{score: -1 Nervous}", "write `score: -1`, `label: Nervous`"),
        ("{score: -1 Nervous, label: x}", "write a number from -2 to 2: -1 is nearest"),
        ("{score: -1 %}", "write a number from -2 to 2: -1 is nearest"),
        ("{score: quite low}", "write a number from -2 to 2"),
    ],
)
def test_words_behind_a_score_are_not_lost(feeling: str, hint: str) -> None:
    """Where the feeling has no label, they are it."""
    assert hints(stage(f"feelings: [{feeling}]"), Journey) == [hint]


def test_the_severity_before_the_words_of_a_pain_leaves_them() -> None:
    """As with scores."""
    assert "write `severity: 3`, `text: Nobody`" in hints(stage("pains: [{severity: 3 Nobody}]"), Journey)


def test_an_actor_with_a_score_and_words_is_told_all_three() -> None:
    """At once, and not the score after the actor."""
    text = "title: x\nactors: [Mentee]\nstages:\n  - {title: A, feelings: [{mentee: -1 Nervous}]}\n  - B\n"
    assert hints(text, Journey) == ["write `{actor: mentee, score: -1, label: Nervous}`"]


DAY = '  - title: Morning\n    start: "09:00"\n    blocks: [{title: a, minutes: 3}]\n'


@pytest.mark.parametrize(
    ("text", "model", "second"),
    [
        ("title: x\nquestions: Why?\nsteps:\n  - title: Talk\n    minutes: 5\n    title: Listen\n", Activity, "Listen"),
        (
            "title: x\nquestions: Why?\nsteps:\n  - title: Talk\n    minutes: 5\n\n    title: Listen\n    minutes: 9\n",
            Activity,
            "Listen",
        ),
        (
            "title: x\nstages:\n- title: Talk\n  questions: a?\n  title: Listen\n  questions: b?\n",
            Journey,
            "Listen",
        ),
        ("title: x\ndays:\n" + DAY + DAY.replace("  - ", "    ").replace("Morning", "Evening"), Workshop, "Evening"),
    ],
)
def test_a_second_item_without_its_dash_is_told_once(text: str, model: type[BaseModel], second: str) -> None:
    """Whoever kept one of two titles would lose an item; with its dash all are read."""
    document, problems = parse(text, "a.yaml")
    assert document is None and len(problems) == 1 and str(problems[0].hint).startswith(f"write `- title: {second}`")
    line = text.splitlines()[problems[0].line - 1]
    right = text.replace(line, line.replace("  title:", "- title:"))
    document, problems = parse(right, "a.yaml")
    assert not problems and document and validate(document, model)[1] == []
    assert right.count("- title: ") == 2


@pytest.mark.parametrize(
    "text",
    [
        "title: x\nsteps:\n  - title: Talk\n    title: Listen\n",
        "title: x\nsteps:\n  - title: Talk\n    minutes: 5\n    minutes: 6\n",
        "title: x\nsteps:\n  - {title: Talk, minutes: 5, title: Listen}\n",
        "title: x\nquestions: Why?\ntitle: y\n",
    ],
)
def test_a_key_that_stands_twice_begins_no_second_item(text: str) -> None:
    """Where one is right below the other, in braces, or no item."""
    assert hints(text, Activity)[:1] == ["keep one of them; for several values write a list"]


def test_a_second_entry_in_a_file_is_told_once() -> None:
    """Below an empty line, as people paste it."""
    text = "title: A\nquestions: Why?\n\ntitle: B\nquestions: Why not?\n"
    assert hints(text, Activity) == ["write it into a file of its own, from this line on"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Morning", "write `- title: Morning`, and what belongs to it below `title`"),
        ("Day 1", "write `- title: Day 1`, and what belongs to it below `title`"),
        ("day", "take this line out, and begin the lines below it in its column"),
    ],
)
def test_a_day_with_its_title_as_its_key(name: str, hint: str) -> None:
    """As actors, steps and stages have it: a title is not taken out."""
    text = f'title: x\ndays:\n  {name}:\n    start: "09:00"\n    blocks: [{{title: a, minutes: 3}}]\n'
    assert hints(text, Workshop) == [hint]
    assert hints(text.replace(f"  {name}:", f"  - title: {name}"), Workshop) == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("preparation: 10 min\nduration: 1 h", "write `duration: {preparation: 10 min, min: 1 h}`"),
        ("duration: 45\nprep: 5", "write `duration: {preparation: 5, min: 45}`"),
        ("duration: {min: 30, max: 40}\nsetup: 10 min", "write `duration: {preparation: 10 min, min: 30, max: 40}`"),
        ("duration: 30-45 min\nsetup: 10 min", "write `duration: {preparation: 10 min, min: …, max: …}`"),
        ("setup: Chairs", "write `duration: {preparation: …, min: …}`"),
    ],
)
def test_a_preparation_is_shown_with_the_times_that_are_there(typed: str, hint: str) -> None:
    """No number is invented."""
    assert hints(f"title: x\nquestions: Why?\n{typed}\n", Activity) == [hint]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("13-00", 'write "13:00"'),
        ("9-30", 'write "09:30"'),
        ("13;00", 'write "13:00"'),
        ("13:0", 'write "13:00"'),
        ("9:5", 'write "09:05"'),
        ("13_15", 'write "13:15"'),
        ("13-14", 'write `start: "13:00"` and `end: "14:00"`'),
        ("25-00", 'write hours and minutes, such as "09:30"'),
    ],
)
def test_a_time_with_another_sign_for_its_colon(typed: str, hint: str) -> None:
    """Second figures that are no hour are minutes."""
    text = f"title: x\ndays:\n  - start: {typed}\n    blocks: [{{title: a, minutes: 3}}]\n"
    assert hints(text, Workshop) == [hint]


@pytest.mark.parametrize(
    ("typed", "wrong", "right"),
    [
        ("title: x\ntags: [a, b\nquestions: Why?\n", "[a, b", "[a, b]"),
        ("title: x\nquestions: Why?\ntags: [a, b}  # ours\n", "[a, b}", "[a, b]"),
        ("title: x\nquestions: Why?\ntags: [a (now), b)\n", "[a (now), b)", "[a (now), b)]"),
        (
            "title: x\nquestions: Why?\nmaterials:\n  - {title: Pens, quantity: 1\n  - Paper\n",
            "{title: Pens, quantity: 1",
            "{title: Pens, quantity: 1}",
        ),
    ],
)
def test_brackets_that_are_left_open_are_shown_closed(typed: str, wrong: str, right: str) -> None:
    """Where no text in them needs quotes."""
    assert hints(typed, Activity) == [f"write `{right}`"]
    assert hints(typed.replace(wrong, right), Activity) == []


@pytest.mark.parametrize("typed", ["tags: [a: b, c", "tags: [a,\n  b", 'tags: [a "b", c', "tags: [a, b\n  c"])
def test_brackets_with_other_slips_are_not_shown_closed(typed: str) -> None:
    """A text with a colon or a mark needs quotes; of several lines, nobody knows where the list ends."""
    assert not any(hint.startswith("write `[") for hint in hints(f"title: x\nquestions: Why?\n{typed}\n", Activity))


def test_a_dash_before_the_first_key_of_a_file() -> None:
    """It is told where it is, and what is offered is read."""
    text = "# ours\n- title: Tiny\nquestions: Why?\nsteps:\n  - Talk\n"
    assert hints(text, Activity) == ["write `title: Tiny`"]
    assert hints(text.replace("- title", "title"), Activity) == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("-- Ending:", "write one dash: `- Ending:`"),
        ("-- Ending: ending.md", "write one dash: `- Ending: ending.md`"),
        ("-- ask Anna about this", "write `# ask Anna about this`"),
    ],
)
def test_two_dashes_before_a_title_of_the_navigation_are_no_note(line: str, hint: str) -> None:
    """As a note it would be gone from the menu."""
    text = f"nav:\n  - Home: index.md\n  {line}\n"
    document, problems = parse(text, "mkdocs.yml")
    assert document is None and [str(problem.hint) for problem in problems] == [hint]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("next: {to: [a, b]}", ["write `- a`, `- b`"]),
        (
            "next: {to: [a, b], condition: it rains}",
            ["write `- {to: a, condition: it rains}`, `- {to: b, condition: it rains}`"],
        ),
        (
            "next: https://example.org",
            ["take it out: `next` leads to stages of this journey, and a link is part of a text"],
        ),
        ("summary: ?", ["write a text, or take the line out"]),
        ("summary: {actor: mentor}", ["write `mentor`"]),
    ],
)
def test_values_of_a_stage_that_belong_elsewhere(field: str, told: list[str]) -> None:
    """What is offered is taken."""
    assert hints(stage(field), Journey) == told


def test_views_in_braces_are_told_once() -> None:
    """As a list; they lack no values."""
    assert hints("views: {path, map}\n" + stage("summary: x"), Journey) == ["write `[path, map]`"]


def test_several_dates_of_a_day_are_days_of_their_own() -> None:
    """And a review is on one of them."""
    text = 'title: x\ndays: [{date: [2027-06-12, 2027-06-13], start: "9:00", blocks: [{title: a, minutes: 3}]}]\n'
    right = "give each day an item of its own below `days:`, the first with `date: 2027-06-12`"
    assert hints(text, Workshop) == [right]
    text = "title: x\nquestions: Why?\nreviewed_on: [2027-06-12, 2027-06-13]\n"
    assert hints(text, Activity) == ["write one of them, such as `2027-06-12`"]


HANDOUT = "title: x\nhandouts: {title: S, fields: [%s]}\n"
DAY = 'title: x\n%sdays: [{start: "9:30", blocks: [%s]}]\n'
BLOCK = "{title: Hello, minutes: 15}"


@pytest.mark.parametrize(
    ("model", "text", "hint"),
    [
        (Activity, HANDOUT % "{image: map.png}", "write `resources: {title: …, file: map.png}` for a file to download"),
        (
            Activity,
            HANDOUT % "{text: Read this.}",
            "write `label: Read this.` for a place to write; what is only read is a part of `intro`",
        ),
        (
            Activity,
            HANDOUT % "{label: a, scale: {from: 1, to: 5, min: no, max: yes}}",
            "write `{from: 1, to: 5, least: no, most: yes}`",
        ),
        (
            Activity,
            HANDOUT % "{label: a, scale: {from: not at all, to: very much}}",
            "write `{to: 5, least: not at all, most: very much}`",
        ),
        (
            Activity,
            HANDOUT % '{label: a, scale: "1-5", least: bad, most: good}',
            "write `scale: {from: 1, to: 5, least: bad, most: good}`",
        ),
        (
            Activity,
            "title: x\nresources:\n  - List of departments: files/list.txt\n",
            'write `{title: List of departments, file: "files/list.txt"}`',
        ),
        (
            Activity,
            "title: x\njourney: six-months\n",
            "take it out: a stage of a journey names its activities, below `activities:`",
        ),
        (
            Activity,
            "title: x\nstages: [first-month]\n",
            "take it out: a stage of a journey names its activities, below `activities:`",
        ),
        (
            Activity,
            "title: x\ncontact: Ann\n",
            "write it into `description`, which readers see; who keeps this page right is `owner`",
        ),
        (
            Journey,
            "title: x\nstages: [{title: A, touchpoints: [The contract (channel: post)]}, B]\n",
            "write `{title: The contract, channel: post}`",
        ),
        (Journey, "title: x\nviews: [{path: feelings}]\nstages: [A, B]\n", "write `{feelings: true}`"),
        (Journey, "title: x\nviews: [{funnel: even}]\nstages: [A, B]\n", "write `{width: even}`"),
        (Journey, "title: x\nviews: [{funnel: wide}]\nstages: [A, B]\n", "known here: width"),
        (Workshop, DAY % ("group_size: {mentors: 10, mentees: 12}\n", BLOCK), "write `22`"),
        (
            Workshop,
            DAY % ("participants: [mentor, mentee]\n", BLOCK),
            "write how many there are, such as `group_size: 20`; who they are is told in `summary`",
        ),
        (
            Workshop,
            DAY % ("group_size: 9\nparticipants: [mentor]\n", BLOCK),
            "take it out: `group_size` says how many there are, and `summary` who they are",
        ),
        (
            Workshop,
            DAY % ("", "{title: Together, break: Soup, minutes: 20}"),
            "write `break: Together – Soup`, and take `title:` out",
        ),
        (
            Workshop,
            DAY % ("", "{title: Lunch, break: yes, minutes: 20}"),
            "write `break: Lunch`, and take `title:` out",
        ),
        (Workshop, DAY % ("", BLOCK + ", {activity: a, lead: Ann}, {break:Soup, minutes: 20}"), "write `break: Soup`"),
    ],
)
def test_what_stands_in_another_place_or_form_is_answered_with_what_is_meant(
    model: type[BaseModel], text: str, hint: str
) -> None:
    """Words and files as keys, keys of other entries, settings without their name."""
    assert hints(text, model) == [hint]


@pytest.mark.parametrize(
    "text",
    [
        HANDOUT % "{label: a, scale: {from: -2, to: 2, least: bad, most: good}}",
        HANDOUT % '{label: "Picture: what do you see?", lines: 2}',
        "title: x\nmaterials: [The contract (by post)]\n",
        "title: x\nresources: [{title: List, file: files/list.txt}]\n",
    ],
)
def test_such_words_in_their_place_are_right(text: str) -> None:
    """Scales in both ways, pictures in words, and brackets."""
    assert hints(text, Activity) == []
