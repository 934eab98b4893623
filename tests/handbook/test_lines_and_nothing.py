"""Lines that do not reach readers as they stand are told, and fields that say that they have nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks


def told(folder: Path, code: str, text: str, name: str = "toolkit/walk.yaml") -> list[tuple[int, str]]:
    """The line and the hint of each piece of advice of one kind; there is no other list or Markdown to tell of."""
    problems = checks.run(book_of(folder, {name: f"title: A walk\n{text}\n"}))
    assert {one.code for one in problems} & {"JB440", "JB444"} == set()
    return [(one.line, str(one.hint)) for one in problems if one.code == code]


FOLDED = "write `|` in place of `>`, which keeps the lines"
PLAIN = "write `|` behind the colon or the dash, and begin the text on the line below"
DEEP = "begin it in the column of the text above; code indeed stands between two lines of ```"
FOLDED_ITEM = "write `|` in place of `>`, and on the lines below it `{}`, and so on"
PLAIN_ITEM = "write `|` behind the colon or the dash, and on the lines below it `{}`, and so on"
SENTENCE = "say it in a sentence, or tell it in a field that is Markdown, such as `description:`"


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("steps:\n  - text: >-\n      Take:\n      - roots\n      - fruit", 3, FOLDED),
        ("purpose: >\n  Take:\n\n  - roots\n  - fruit", 2, FOLDED),
        ("steps:\n  - >\n    - roots\n    - fruit", 3, FOLDED),
        ("variations:\n  Online: >\n    Take:\n    1. roots\n    2. fruit", 3, FOLDED),
        ("purpose: Take these\n  - roots\n  - fruit", 2, PLAIN),
        ('purpose: "Take:\n  - roots"', 2, PLAIN),
        ("purpose: |\n  Take roots.\n\n      And fruit.", 5, DEEP),
        ("summary: |\n  - roots\n  - fruit", 2, SENTENCE),
        (
            "handouts:\n  title: A\n  fields:\n    - label: B\n      hint: >\n        1. roots\n        2. fruit",
            6,
            SENTENCE,
        ),
    ],
)
def test_lines_that_are_lost_are_told(tmp_path: Path, text: str, line: int, hint: str) -> None:
    """Each once, with what keeps them."""
    assert told(tmp_path, "JB464", text) == [(line, hint)]


@pytest.mark.parametrize(
    "sign", ["a) {}|b) {}", "A) {}|B) {}", "(a) {}|(b) {}", "a. {}|b. {}", "1) {}|2) {}", "① {}|② {}"]
)
def test_items_with_letters_that_flow_into_one_are_told(tmp_path: Path, sign: str) -> None:
    """With numbers, as Markdown has them; that is a list."""
    first, second = (one.format(words) for one, words in zip(sign.split("|"), ("Roots", "Fruit"), strict=True))
    for begin, hint in ((" >-", FOLDED_ITEM), ("", PLAIN_ITEM)):
        text = f"purpose:{begin}\n  {first}\n  {second}"
        assert [one for _, one in told(tmp_path, "JB464", text)] == [hint.format("1. Roots")]
    assert told(tmp_path, "JB464", "purpose: |\n  1. Roots\n  2. Fruit") == []


@pytest.mark.parametrize("sign", "☐→✓–•➢👉")
def test_items_with_other_signs_that_flow_into_one_are_told(tmp_path: Path, sign: str) -> None:
    """With the dash that Markdown has for them."""
    for begin, hint in ((" >-", FOLDED_ITEM), ("", PLAIN_ITEM)):
        text = f"purpose:{begin}\n  Take these\n  {sign} Roots\n  {sign} Fruit"
        assert [one for _, one in told(tmp_path, "JB464", text)] == [hint.format("- Roots")]
    assert told(tmp_path, "JB464", "purpose: |\n  Take these\n  - Roots\n  - Fruit") == []


@pytest.mark.parametrize(
    "text",
    [
        "purpose: >\n  Take:\n\n    - roots\n    - fruit",
        "purpose: >\n  It is for you: a) in the morning,\n  b) in the evening.",
        "purpose: >\n  We walk (see plan b) and\n  a. m. we rest\n  – as long as we like – and\n  go on.",
        "purpose: >\n  Take this → then that\n  → and rest.",
        "purpose: >\n  We go at 3 and come back at\n  5. Then we eat.",
        "purpose: >\n  We meet 2 - 3 times\n  - and more - in the afternoon",
        "purpose: We meet\n  - as we like - outside",
        "purpose: |\n  - roots\n\n      Thick ones.\n\n  - fruit",
        "purpose: |\n  Take:\n\n  ```\n  roots\n\n      fruit\n  ```",
        "purpose: |\n  - roots\n      - thick\n      - thin\n  - fruit",
        "purpose: |\n  Take:\n\n   - roots\n   - fruit",
        "purpose: |\n  - roots\n    - thick\n  - fruit",
        "summary: We are 5 - 7 people\n  - or more",
        "summary: >\n  Roots - thick ones - and fruit\n  in autumn",
        'summary: "1. roots 2. fruit"',
    ],
)
def test_lines_that_stay_are_not_told(tmp_path: Path, text: str) -> None:
    """Dashes in sentences, lists that Markdown makes, code between lines of backticks."""
    assert told(tmp_path, "JB464", text) == []


def folded(text: str, head: str = ">-") -> str:
    """A purpose with these lines below a sign."""
    return f"purpose: {head}\n" + "\n".join(f"  {line}" if line else "" for line in text.split("\n"))


BLOCKS = [
    ("| A | B |\n|---|---|\n| 1 | 2 |", "the lines of this table flow into one"),
    ("Both:\n\n| A | B |\n|---|:-:|\n| 1 | 2 |", "the lines of this table flow into one"),
    ("## Why\nBecause it helps.", "this heading flows into one with the line beside it"),
    ("It helps.\n## Why", "this heading flows into one with the line beside it"),
    ("> Somebody said this.\n> And this.", "the lines of this quotation flow into one, and readers see their signs"),
    ("She said:\n> And this.", "the lines of this quotation flow into one, and readers see their signs"),
    ("```\nwish\nplan\n```", "the lines of this code flow into one"),
    ("Wish\n: What you want.", "the lines of this definition flow into one"),
    ("Before\n---\nAfter", "this line of signs flows into one with the line beside it"),
    ("Title\n=====\n\nText", "this line of signs flows into one with the line beside it"),
    ("One paragraph.\n\nAnd one more.", "the paragraphs of this text flow into one"),
]


@pytest.mark.parametrize(("text", "message"), BLOCKS)
def test_what_markdown_knows_by_its_lines_is_told_where_they_flow_into_one(
    text: str, message: str, tmp_path: Path
) -> None:
    """With the sign that is offered they stay, and nothing more is told but of what two lines of signs mean."""
    found = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": f"title: A walk\n{folded(text)}\n"}))
    assert [(one.code, str(one.message), str(one.hint)) for one in found if one.code == "JB464"] == [
        ("JB464", message, FOLDED)
    ]
    assert not {"JB444", "JB401"} & {one.code for one in found}
    assert told_below_a_bar(tmp_path, text) == []


def told_below_a_bar(folder: Path, text: str) -> list[str]:
    """What is told by JB464 of the same lines below `|`."""
    found = checks.run(book_of(folder, {"toolkit/walk.yaml": f"title: A walk\n{folded(text, '|')}\n"}))
    return [one.code for one in found if one.code == "JB464"]


@pytest.mark.parametrize(
    "text",
    [
        "## Why\n\nBecause it helps.",
        "> Somebody said this\nand that.",
        "Groups of\n> 3 people are good.",
        "## Why people wish for things, and why they say so only to those who\nlisten",
        "Plain text -- with dashes\n-- and more",
        "```\n  wish\n```",
        "In short: this\nis: good",
        "One paragraph\nof two lines.",
        "A | B and\nC | D",
        "We meet\n*often*, and\n**long**.",
        "Two spaces  \n\nend a line.",
    ],
)
def test_folded_lines_of_one_paragraph_are_right(text: str, tmp_path: Path) -> None:
    """And so is what stands on one line between empty ones."""
    assert told(tmp_path, "JB464", folded(text)) == []


LEAVE_OUT = "take the line out: what is left out is not shown"


@pytest.mark.parametrize(
    "text",
    [
        *("materials: none", "materials: [None needed]", 'materials: "-"', "materials:\n  - n/a", "space: no"),
        *("debrief: None.", "summary: N/A", "source: nothing", "questions: keine", "steps: …", "tags: 无"),
        "handouts: {title: A, intro: n/a}",
    ],
)
def test_what_says_nothing_is_told(tmp_path: Path, text: str) -> None:
    """Readers would see the word, and a workshop would count it."""
    assert [hint for _, hint in told(tmp_path, "JB463", text)] == [LEAVE_OUT]


@pytest.mark.parametrize("text", ["resources: none", "handouts: none", "duration: n/a", "energy: none", "group: none"])
def test_what_says_nothing_and_does_not_fit_is_to_be_left_out(tmp_path: Path, text: str) -> None:
    """Its forms would be no help."""
    (problem,) = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": f"title: A walk\n{text}\n"}))
    assert (problem.code[:4], str(problem.hint)) == ("JB20", LEAVE_OUT)


@pytest.mark.parametrize(
    "text",
    [
        "debrief: TBD",
        "steps: xxx",
        "summary: 'TODO:'",
        "materials: [FIXME]",
        "summary: (summary to follow)",
        "questions: [What …?, Who is there?]",
    ],
)
def test_what_is_still_to_be_written_is_told(tmp_path: Path, text: str) -> None:
    """A mark for the author, whom readers are not."""
    assert [hint for _, hint in told(tmp_path, "JB463", text)] == ["write it, or take the line out"]


def test_a_title_that_is_still_to_be_written_is_told(tmp_path: Path) -> None:
    """There is no page without one."""
    found = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": "title: TODO\n"}))
    assert [str(one.hint) for one in found if one.code == "JB463"] == ["write it"]


@pytest.mark.parametrize(
    ("title", "hints"),
    [
        ("Untitled", ["write it"]),
        ("New activity", ["write it"]),
        ("New activity for old friends", []),
        ("The first draft", []),
        ("Draft a letter", []),
        ("'Draft: a letter to myself'", []),
        ("Rafting - draft horses", []),
    ],
)
def test_a_title_of_nothing_is_told(tmp_path: Path, title: str, hints: list[str]) -> None:
    """What keeps it from readers is a line of its own; words of titles are right."""
    found = checks.run(book_of(tmp_path, {"toolkit/walk.yaml": f"title: {title}\n"}))
    assert [str(one.hint) for one in found if one.code == "JB463"] == hints


def test_yes_alone_is_told(tmp_path: Path) -> None:
    """It does not say what."""
    found = told(tmp_path, "JB463", "materials: yes\nparticipants: [Yes]\nspace: yes")
    assert found == [(line, "write what there is, or take the line out") for line in (2, 3, 4)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("materials: Nothing but time", "toolkit/walk.yaml"),
        ("materials: [Cups, none]", "toolkit/walk.yaml"),
        ("summary: What follows", "toolkit/walk.yaml"),
        ("questions: [What else …?, How much …?]", "toolkit/walk.yaml"),
        ("stages: [{title: A, thoughts: [Hm, …]}, B]", "journeys/walk.yaml"),
        ("owner: Nada", "toolkit/walk.yaml"),
        ("summary: Todo", "toolkit/walk.yaml"),
        ("tags: TODO", "toolkit/walk.yaml"),
        ("summary: What is TODO today", "toolkit/walk.yaml"),
        ("participants: Inga", "toolkit/walk.yaml"),
        ('handouts: {title: A, fields: [{label: "-", choices: ["-"], hint: "-"}]}', "toolkit/walk.yaml"),
        ("handouts: {title: A, fields: [{label: None, choices: [Yes, No, None]}]}", "toolkit/walk.yaml"),
        ("stages: [{title: A, thoughts: Nothing, pains: none}, {title: B, feelings: nothing}]", "journeys/walk.yaml"),
    ],
)
def test_words_that_are_what_they_say_are_not_told(tmp_path: Path, text: str, name: str) -> None:
    """Thoughts of a person, choices, one of several."""
    assert told(tmp_path, "JB463", text, name) == []


WHAT = "write what there is, or take the line out"


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("tested_with: 32", [(2, "say whom it was tried with, such as `32 students`")]),
        ("tested_with:\n  - 2024\n  - A class", [(3, "say whom it was tried with, such as `students in 2024`")]),
        ("materials: 3", [(2, WHAT)]),
        ("objectives: [2]", [(2, WHAT)]),
        ("tested_with: [32 students, class 7b]", []),
        ("materials: {title: Paper, quantity: 3}", []),
        ("tags: 2026", []),
    ],
)
def test_a_number_in_place_of_words_is_told(tmp_path: Path, text: str, hints: list[tuple[int, str]]) -> None:
    """It says how many, and nobody knows of what."""
    assert told(tmp_path, "JB463", text) == hints
