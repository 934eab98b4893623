"""Slips that YAML takes and readers would see: signs too many, things twice, keys apart, languages, names, sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.language.tags import is_tag, meant_tag
from journeybook.model.work import Source


def told(folder: Path, code: str, text: str, name: str = "toolkit/walk.yaml") -> list[tuple[int, int, str]]:
    """The line, the column and the hint of each piece of advice of one kind."""
    problems = checks.run(book_of(folder, {name: f"title: A walk\n{text}\n"}))
    assert checks.errors(problems) == []
    return [(one.line, one.column, str(one.hint)) for one in problems if one.code == code]


MARK = "take it out, or write one before the words that are quoted"
LINES = "write `|` behind the colon or the dash, and each line on a line of its own below"
SPACE = "write a space; this field is one line"


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ('summary: A first walk"', 2, 10, MARK),
        ('materials:\n  - Paper, 12"\n  - Cups"', 4, 5, MARK),
        ('steps:\n  - title: Walk\n    text: We walk."', 4, 11, MARK),
        ("summary: We walk.\\nWe rest.", 2, 18, SPACE),
        ('summary: “A walk"', 2, 17, "end it with ”"),
        ("summary: It''s a walk", 2, 10, "write `It's`"),
        ('facilitator_notes: "Take C:\\tea"', 2, 26, "use single quotes: '…'"),
        ("purpose: |\n  We walk\\nand rest", 3, 10, LINES),
    ],
)
def test_signs_too_many_are_told(tmp_path: Path, text: str, line: int, column: int, hint: str) -> None:
    """A quotation mark that ends what none begins, and the sign of programmers for a new line."""
    assert told(tmp_path, "JB465", text) == [(line, column, hint)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            'summary: The "long" way',
            'summary: A board of 12"',
            "summary: '\"Why\" is the word'",
            "questions: “A walk”",
        ),
        *("summary: the folder C:\\notes here", "summary: on \\\\server\\notes here", "purpose: write `a\\nb` here"),
        'steps:\n  - text: |\n      ```\n      say "\n      ```',
    ],
)
def test_signs_of_their_own_are_not_told(tmp_path: Path, text: str) -> None:
    """Inches, quotations, paths of files, code."""
    assert told(tmp_path, "JB465", text) == []


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("toolkit/x.yaml", "summary: One talks,", 2),
        ("toolkit/x.yaml", "source: {title: 'Tea;'}", 2),
        ("toolkit/x.yaml", "materials:\n  - title: Pens,\n    quantity: 2", 3),
        ("toolkit/x.yaml", "purpose: To talk.,", 2),
        ("journeys/x.yaml", "goal: To find a job,\nstages: [{title: A}, {title: B}]", 2),
        ("journeys/x.yaml", "stages:\n  - {title: A, feelings: {label: 'Nervous,', score: 1}}\n  - B", 3),
        ("toolkit/x.yaml", "summary: Dear &amp;", None),
        ("toolkit/x.yaml", "purpose: |\n  Dear mentor,", None),
        ("toolkit/x.yaml", "handouts: {title: A letter, fields: [{label: 'Dear mentor,', lines: 2}]}", None),
        ("journeys/x.yaml", "actors: {title: A, quote: 'Well,'}\nstages: [{title: A}, {title: B}]", None),
    ],
)
def test_a_comma_behind_a_text_is_told(tmp_path: Path, name: str, text: str, line: int | None) -> None:
    """Not in what somebody says, nor where people go on with a text on a sheet."""
    book = book_of(tmp_path, {name: f"title: X\n{text}\n"})
    found = [one for one in checks.run(book) if one.code == "JB465"]
    assert [one.line for one in found] == ([line] if line else [])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        *(("summary: Walk\u202eing", 14), ("summary: \u200bWalking", 10), ('summary: "Walking\u200b"', 18)),
    ],
)
def test_signs_that_nobody_sees_are_told(tmp_path: Path, text: str, column: int) -> None:
    """What turns letters round, and what has no width at the edge of a text."""
    assert told(tmp_path, "JB445", text) == [(2, column, "delete it and type the word again")]


def test_a_letter_that_was_lost_is_told(tmp_path: Path) -> None:
    """By the sign that stands for it."""
    hint = "type the word again, and look at the rest of this file"
    assert told(tmp_path, "JB445", "summary: The other\ufffds view") == [(2, 19, hint)]


@pytest.mark.parametrize("title", ["• A walk", "-A walk", "--- A walk", "A walk,", "– A walk"])
def test_signs_around_a_title_are_told(tmp_path: Path, title: str) -> None:
    """Which was taken out of a list."""
    problems = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": f"title: {title}\n"}))
    assert [str(one.hint) for one in problems if one.code == "JB465"] == ["take it out"]


def test_what_turns_letters_round_is_told_in_chapters(tmp_path: Path) -> None:
    """And what says where a word of Thai or Khmer may end is not."""
    text = "# ទស្សនៈ\u200bរបស់\n\nWalk\u202eing\n"
    problems = checks.run(book_of(tmp_path, {"content/index.md": text, "toolkit/a.yaml": "title: ទស្សនៈ\u200bរបស់\n"}))
    assert [(one.file, one.line, one.column) for one in problems if one.code == "JB445"] == [("content/index.md", 3, 5)]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("Online", "online", 1),
        ("large_group", "Large group", 1),
        ("LARGE-GROUP", "large_group", 1),
        ("online", "offline", 0),
        ("online", "online, in pairs", 0),
    ],
)
def test_variations_of_one_name_are_told(tmp_path: Path, first: str, second: str, number: int) -> None:
    """Readers see the name twice."""
    text = f"variations:\n  {first}: Use rooms.\n  {second}: Use chat."
    hint = "put the two texts together, or give this one another name"
    assert told(tmp_path, "JB466", text) == [(4, 3, hint)] * number


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("setting: [in_person, in_person]", (2, 22)),
        ("tags: [walk, Walk]", (2, 14)),
        ("materials:\n  - Cups\n  - Paper\n  - cups", (5, 5)),
        ("steps: [Walk, Rest, Walk]", None),
        ("handouts: {title: Map, fields: {label: Way, choices: [Left, Right, left]}}", (2, 68)),
        ("materials: [{title: Cups, quantity: 1}, {title: Cups, quantity: 2, per: person}]", None),
    ],
)
def test_what_stands_twice_is_told(tmp_path: Path, text: str, place: tuple[int, int] | None) -> None:
    """Of words, things and people; what people do, they may do again."""
    expected = [(*place, "take one of them out")] if place else []
    assert told(tmp_path, "JB466", text) == expected


@pytest.mark.parametrize(
    ("questions", "number"),
    [
        (("What do you need to begin?", "what do you need  to begin?", "What helps?"), 1),
        (("[What do you need to begin?, What helps?]", "What do you need to begin?"), 1),
        (("What do you need to begin?", "[What do you need to begin?, What helps?]"), 0),
        (("What do you need to begin?", "What helps?", "What do you need to begin?"), 0),
        (("What do you need to begin?", "What do you need to begin?", "What do you need to begin?"), 0),
        (("How are you?", "How are you?"), 0),
        (("[What do you need to begin?, What do you need to begin?]", "What?", "What?"), 1),
    ],
)
def test_a_question_of_two_stages_is_told(tmp_path: Path, questions: tuple[str, ...], number: int) -> None:
    """What is short, or is asked at each stage, may well be asked again; twice in one list it is told there."""
    stages = "".join(f"  - {{title: s{place}, questions: {text}}}\n" for place, text in enumerate(questions))
    problems = checks.run(book_of(tmp_path, {"journeys/way.yaml": f"title: A way\nstages:\n{stages}"}))
    assert [one.code for one in problems if one.code == "JB466"] == ["JB466"] * number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "steps:\n  - title: Walk\n  - text: Out.\n  - title: Rest\n  - text: There.",
            (4, 5, "write `text:` below `title:`, and no dash before it"),
        ),
        ("materials:\n  - {title: Cups, per: person}", (3, 24, "write `quantity: 1` beside `per: person`")),
        ("materials:\n  - {title: Cups, quantity: 1, per: person}", None),
        (
            "steps:\n  - Walk.\n  - title: Ask\n  - text: Ask one question.\n    minutes: 25\n  - Rest.",
            (5, 5, "write `text:` below `title:`, and no dash before it"),
        ),
        ("steps:\n  - title: Walk\n    minutes: 5\n  - text: There.\n    minutes: 5", None),
        ("steps:\n  - title: Walk\n  - title: Rest\n  - text: There.", None),
        ("steps:\n  - text: Walk\n  - text: Rest", None),
        ("steps:\n  - title: Walk\n    text: Out.\n  - text: Rest", None),
    ],
)
def test_keys_that_stand_apart_are_told(tmp_path: Path, text: str, expected: tuple[int, int, str] | None) -> None:
    """Each key with its dash, and a `per` of nothing."""
    assert told(tmp_path, "JB467", text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("en-UK", "en-GB"),
        ("gb", "en-GB"),
        ("jp", "ja-JP"),
        ("cz", "cs-CZ"),
        ("at", "de-AT"),
        ("en-XX", "en"),
        ("xx", None),
    ],
)
def test_languages_that_nobody_speaks_are_told(tmp_path: Path, tag: str, meant: str | None) -> None:
    """With the one that is meant, where that can be said."""
    assert not is_tag(tag) and meant_tag(tag) == meant
    hint = f"write `{meant}`" if meant else "write its short code, such as `ar` or `de`"
    assert told(tmp_path, "JB468", f"language: {tag}") == [(2, 11, hint)]


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "en_GB",
        "de-AT",
        "uk",
        "pt-BR",
        "zh-Hant-TW",
        "no",
        "nb",
        "iw",
        "sr-Latn",
        "es-419",
        "en-001",
        "fil",
        "pcm",
        "kmr-TR",
    ],
)
def test_languages_are_not_told(tag: str) -> None:
    """Old codes, scripts, regions, and languages that have only a code of three letters."""
    assert is_tag(tag)


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("https://example.org/tea", "https://example.org/tea", "https://example.org/tea"),
        ("www.example.org/tea", "www.example.org/tea", "https://www.example.org/tea"),
        ("The Tea Book, https://example.org.", "The Tea Book", "https://example.org"),
        ("The Tea Book (https://example.org/a)", "The Tea Book", "https://example.org/a"),
        ("[The Tea Book](https://example.org/tea)", "The Tea Book", "https://example.org/tea"),
        ("St.John’s book", "St.John’s book", None),
        ("https://[bad", "https://[bad", None),
        ("See https://example.org for more", "See https://example.org for more", None),
    ],
)
def test_the_address_of_a_source_is_a_link(text: str, title: str, url: str | None) -> None:
    """Alone, behind the title, or as a link of Markdown; also where other fields stand beside the title."""
    for given in (text, {"title": text, "authors": "Anna"}):
        source = Source.model_validate(given)
        assert (source.title, source.url) == (title, url)


def test_an_address_of_its_own_stays_the_address(tmp_path: Path) -> None:
    """Where `url` is given, nothing is taken out of the title."""
    source = Source.model_validate({"title": "Tea https://a.example", "url": "https://b.example"})
    assert (source.title, source.url) == ("Tea https://a.example", "https://b.example")


def test_a_name_that_its_comma_cuts_is_told(tmp_path: Path) -> None:
    """Initials are no author; those that stand in quotes with their name are."""
    text = "source: {title: Tea, authors: [Smith, J., Lee, K.]}"
    assert [place[:2] for place in told(tmp_path, "JB409", text)] == [(2, 32)]
    assert told(tmp_path, "JB409", 'source: {title: Tea, authors: ["Smith, J.", J. Lee]}') == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("participants: 12", "write `group: 12`"),
        ("participants: [13+]", "write `group: 13+`; an age is said in words, such as `aged 13+`"),
        (
            "participants: [13+]\ngroup: 4",
            "take it out: `group:` says how many; an age is said in words, such as `aged 13+`",
        ),
        ("participants: 4-12\ngroup: 4", "take it out: `group:` says how many"),
        ("participants: everyone", "write `participants: [mentor, mentee]`, or take the line out"),
        ("participants: [mentor, all participants]", "write `participants: [mentor, mentee]`, or take the line out"),
        ("participants: mentors and mentees", "write one a line, each with a dash: `- mentor` `- mentee`"),
    ],
)
def test_who_takes_part_is_no_number(tmp_path: Path, text: str, hint: str) -> None:
    """And two people are called as the handbook's roles are, whatever other activities call them."""
    other = {"toolkit/other.yaml": "title: B\nparticipants: [mentors, mentees]\n"}
    files = other | {"toolkit/walk.yaml": f"title: A\n{text}\n"}
    problems = checks.run(book_of(tmp_path, files, roles=("mentor", "mentee")))
    assert [str(one.hint) for one in problems if one.code == "JB443" and one.file.endswith("walk.yaml")] == [hint]


@pytest.mark.parametrize(
    ("others", "text"),
    [("everyone", "everyone"), ("mentor", "everyone in year 9"), ("mentor", "alle Eltern"), ("mentor", "Alla")],
)
def test_everyone_is_right_where_nobody_looks_for_others(tmp_path: Path, others: str, text: str) -> None:
    """Of all activities one is then not found; and so is a name that has more words, or is an actor's."""
    way = "title: A\nactors: [Alla]\nstages: [{title: B, questions: Why?}, {title: C, questions: How?}]\n"
    files = {"journeys/way.yaml": way, "toolkit/other.yaml": f"title: B\nparticipants: {others}\n"}
    problems = checks.run(book_of(tmp_path, files | {"toolkit/walk.yaml": f"title: A\nparticipants: {text}\n"}))
    assert [one.file for one in problems if one.code == "JB443"] == []


@pytest.mark.parametrize(
    ("day", "number"), [("0206-10-01", 1), ("1926-10-01", 1), ("1990-01-01", 0), ("1989-12-31", 1)]
)
def test_a_review_of_long_ago_is_told(tmp_path: Path, day: str, number: int) -> None:
    """Its year is mistyped."""
    assert len(told(tmp_path, "JB405", f"reviewed_on: {day}")) == number


@pytest.mark.parametrize(("day", "number"), [("2072-10-01", 1), ("2046-12-31", 0), ("2027-10-01", 0)])
def test_a_review_that_nobody_will_make_is_told(tmp_path: Path, day: str, number: int) -> None:
    """Its year is mistyped, too."""
    assert len(told(tmp_path, "JB405", f"review_by: {day}")) == number


@pytest.mark.parametrize(
    ("goal", "hints"),
    [
        ('"- To feel at home"', ["take it out"]),
        ('"• To feel at home"', ["take it out"]),
        ('"-5 degrees and warm"', []),
        ('"- 5 degrees"', []),
        ('"-"', []),
        ("|\n  - To feel at home\n  - To stay", []),
        ("To feel at home - and well", []),
    ],
)
def test_the_sign_of_a_list_before_a_text_is_told(tmp_path: Path, goal: str, hints: list[str]) -> None:
    """It was copied with its item."""
    found = checks.run(book_of(tmp_path, {"journeys/way.yaml": f"title: A way\ngoal: {goal}\nstages: [a, b]\n"}))
    assert [str(one.hint) for one in found if one.code == "JB465"] == hints


def test_signs_of_direction_around_a_field_are_told_and_in_names_are_not(tmp_path: Path) -> None:
    """A key with one is another key; the name of a variation may need one."""
    text = "\u200etitle: A walk\nvariations:\n  \u200fבחוץ: In the park.\n"
    found = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": text}))
    assert [(one.line, str(one.message)) for one in found if one.code == "JB104"] == [
        (1, "there is a sign here (U+200E), which nobody sees")
    ]
    assert checks.errors(checks.run(book_of(tmp_path, {"toolkit/walk.yaml": text[1:]}))) == []


@pytest.mark.parametrize("text", ["[mentor mentee]", "mentor mentee", "Mentors mentees"])
def test_roles_in_a_row_lack_their_comma(text: str, tmp_path: Path) -> None:
    """Every word is a role, so that nobody is called so."""
    found = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": f"title: A\nparticipants: {text}\n"}))
    hint = "write one a line, each with a dash: `- mentor` `- mentee`"
    assert [str(one.hint) for one in found if one.code == "JB443"] == [hint]


@pytest.mark.parametrize(
    "text", ["[mentor coordinator]", "[peer mentor]", "[public mentor]", "[mentor, mentee]", "Mentor Mentor"]
)
def test_a_name_of_two_words_is_no_list(text: str, tmp_path: Path) -> None:
    """One who coordinates mentors is one, and a word that is no role makes another."""
    found = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": f"title: A\nparticipants: {text}\n"}))
    assert "JB443" not in [one.code for one in found]


def test_an_actor_of_two_words_is_one(tmp_path: Path) -> None:
    """Where a journey has somebody of that name."""
    journey = "title: A\nactors: [Mentor mentee]\nstages: [{title: B, questions: Why?}, {title: C, questions: How?}]\n"
    files = {"journeys/way.yaml": journey, "toolkit/walk.yaml": "title: A\nparticipants: [mentor mentee]\n"}
    assert "list is meant" not in "".join(str(one.message) for one in checks.run(book_of(tmp_path, files)))


@pytest.mark.parametrize(("tag", "told"), [("wish start", True), ("start again", False), ("wish", False)])
def test_tags_in_a_row_lack_their_comma_where_others_have_each(tag: str, told: bool, tmp_path: Path) -> None:
    """A tag of two words is right where nobody filters by both."""
    files = {f"toolkit/{n}.yaml": f"title: A{n}\ntags: [wish, start]\n" for n in "ab"}
    found = checks.run(book_of(tmp_path, {**files, "toolkit/walk.yaml": f"title: A\ntags: [{tag}]\n"}))
    hints = [str(one.hint) for one in found if one.code == "JB443"]
    assert hints == (["write one a line, each with a dash: `- wish` `- start`"] if told else [])


BROKEN = ["Here the men-\ntor counts.", "> Here the men-\n> tor counts.", "- Here the Men-\n  tor counts."]


@pytest.mark.parametrize("text", BROKEN)
def test_a_word_that_print_has_broken_is_told(text: str, tmp_path: Path) -> None:
    """On pages and in fields, where the handbook has the word in one piece."""
    more = {"content/other.md": "# Mentors\n\nA mentor listens.\n"}
    book = book_of(tmp_path, {**more, "content/index.md": f"# Welcome\n\n{text}\n"})
    hints = [(one.line, str(one.hint).casefold()) for one in checks.run(book) if one.code == "JB465"]
    assert hints == [(3, "write `mentor`, on one line")]
    field = "title: Walk\npurpose: |\n  {0}\ncautions: >\n  {0}\n".format(text.replace("\n", "\n  "))
    found = checks.run(book_of(tmp_path, {"content/index.md": "# Welcome\n", "toolkit/walk.yaml": field}))
    assert [one.line for one in found if one.code == "JB465"] == [3, 6]


@pytest.mark.parametrize(
    "text",
    [
        "Of short-\nand long-term goals.",
        "The ones-\nor none.",
        "A well-\nknown mentor.",
        "men-\n- tor",
        "```\nmen-\ntor\n```",
        "Come in-\nto talk, into the room.",
        "Men-\nTor.",
        "the mentor-\nmentee pair",
    ],
)
def test_a_hyphen_at_the_end_of_a_line_may_be_meant(text: str, tmp_path: Path) -> None:
    """Where no other place has the word in one piece; and in code."""
    book = book_of(tmp_path, {"content/index.md": f"# A mentor\n\n{text}\n"})
    assert [one for one in checks.run(book) if one.code == "JB465"] == []
