"""What people type in place of YAML, or of a field’s value, is told with the line that they meant."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey
from journeybook.model.validate import validate
from journeybook.source.read import parse


def hints(text: str, model: type[BaseModel]) -> list[str]:
    """What is said to write, of each problem."""
    document, problems = parse(text, "a.yaml")
    return [str(one.hint) for one in problems + (validate(document, model)[1] if document else [])]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("materials:\n  - Water\n  -Pens", "write `- Pens`"),
        ("tags: {return, practice}", "write `[return, practice]`"),
        ("tags: [#return]", "write `return`, or with the sign in quotes"),
        ("tags: [#return, #start]\nsteps: |\n  x", "for a list of words, write `[return, start]`; a text needs"),
        ("tags: [#return it, #start]", 'put the whole text in quotes: "#return it"'),
        ("tags:\n  - #return", "write `return`, or with the sign in quotes"),
        ("tags:\n  - #12 screws", 'put the whole text in quotes: "#12 screws"'),
        ("tags: [return]]", "take `]` out"),
        ("materials:\n  - {title: Cups},\n  - Pens", "take `,` out"),
        (
            "materials:\n  - title: Cups, quantity: 1",
            "write each key on a line of its own, or all in braces: `- {",
        ),
        ("materials:\n  – {title: Cups, quantity: 1}", "write `- {title: Cups, quantity: 1}`"),
        ("materials:\n  – title: Cups\n    quantity: 1", "write `- title: Cups`"),
        ("materials:\n  - title: Cups\n    - quantity: 1", "take the dash out, and begin ‘quantity’ in column 5"),
        (
            "questions:\n  - text: Why?\n  - audience: mentor",
            "write `audience:` below `text:`, and no dash",
        ),
        ("questions:\n  - text: Why?\n  - audience: mentor\n    text:", "write `text: …` here"),
        ('summary: "It\\\'s"', "write ' alone, between double quotes"),
        ("summary: ! Stop", 'put the whole text in quotes: "! Stop"'),
        ("cautions: [Stop]", "take the brackets out: `Stop`"),
        ("cautions: * Stop", 'put the whole text in quotes: "* Stop"'),
        (
            "<<<<<<< HEAD\nsummary: x",
            "keep what is right, and delete the lines that begin with `<<<<<<<`",
        ),
        ("energy: low\u00a0", "delete it, and write `low`"),
        ("\u00a0\nenergy: low", "empty it"),
        ("\u200fenergy: low", "delete it"),
        ('tags: "return", "start"', 'for a list of texts, write ["return", "start"]; for one, put the whole'),
        ("tags:\n  - 'return', 'start'", "for a list of texts, write `- 'return'` `- 'start'`; for one, put the whole"),
        ("purpose: | To meet", "take `|` out, or begin the text on the line below it"),
        ("purpose: x\n***", "take the line out"),
        ("purpose: x\n=====\nsummary: y", "take the line out"),
        ("purpose：x\nsummary: y", "write `purpose: x`"),
        ("summary: y\nowner：Anna", "write `owner: Anna`"),
        ("purpose: x\n// a note\nsummary: y", "write `# a note`"),
        ("purpose: x\n<!-- a note -->", "write `# a note`"),
        ("purpose: x\n; a note", "write `# a note`"),
        ("materials:\n  - Water\n  - Pens:", "take the colon out: `- Pens`"),
        ("objectives:\n  - Pens:", "take the colon out: `- Pens`"),
        ("steps:\n  - Write:", "take the colon out: `- Write`"),
        ("space:\n  A room:", "take the colon out: `A room`"),
        ("materials:\n  - {title:Paper}", "write `title: Paper`"),
        ("materials:\n  - {title = Paper}", "write `title: Paper`"),
        ("materials:\n  - [title:Paper, quantity:1]", "write `- {title: Paper, quantity: 1}`"),
        ("handouts: {title: A, fields: [{label: B, options: [a, b]}]}", "write `choices: …` in its place"),
        ("purpose: x\n- energy: low", "take the dash out"),
        ("summary: x, owner: y", "write each key on a line of its own"),
        ("materials:\n  - - Pens", "write one dash: `- Pens`"),
        ("steps:\n  - - Write.", "write one dash: `- Write.`"),
        ("steps:\n  - - Write.\n    - Read.", "begin each in the column of the first dash: `- Write.` `- Read.`"),
        ("tags:\n  - [a, b]", "take the brackets out, and write one a line, each with a dash: `- a` `- b`"),
        ("materials:\n  - [Pens]", "take the brackets out: `- Pens`"),
        (
            "steps:\n  - Draw a tree:\n    - roots",
            "write `- title: Draw a tree`, below it `text: |`, and the list below",
        ),
        (
            "materials:\n  - For each:\n    - pens",
            "take the colon out, and begin the dashes below in the column of this",
        ),
        ("objectives:\n  - Know:\n    - why", "take the colon out, and begin the dashes below in the column of this"),
        ("materials:\n  mentor:\n    - Pens", "take this line out, and begin the dashes below in its column"),
        (
            "materials:\n  mentor:\n  - Pens\n  mentee:\n  - Paper",
            "take such lines out, and begin the dashes below in their column",
        ),
        ("foo:\n  bar:", "known here"),
        ("difficulty: {mentor: easy}", "write `{facilitator: easy}`"),
        ("difficulty: {facilitator easy}", "write `facilitator: easy`"),
        ("participants: {mentor: 1, mentee: 1}", "write `[mentor, mentee]`"),
        ("participants:\n  mentor: yes\n  mentee: yes", "write `[mentor, mentee]`"),
        ("owner: {name: Anna}", "write `Anna`"),
        ("objectives:\n  - title: Know each other", "write `Know each other`"),
        ("objectives:\n  - Today: we walk", 'put the whole text in quotes: "Today: we walk"'),
        ("draft: true", "write `status: draft`"),
        ("published: no", "write `status: draft`"),
        ("published: yes", "take the line out: without `status: draft`, everybody sees this"),
        ("archived: true", "write `status: retired`"),
        ("author: Anna", "write `authors: …` below `source:`, or `owner: …` for who keeps this page right"),
        ("reviewed_on: “2026-10-01”", "write `2026-10-01`"),
        ("reviewed_on: 2026‑10‑01", "write `2026-10-01`"),
        ("reviewed_on: 2026–10–01.", "write `2026-10-01`"),
        ("reviewed_on: 2026-1O-01", "write `2026-10-01`"),
        ("**summary**: Talk", "write `summary: Talk`"),
        ("**summary:** Talk", "write `summary: Talk`"),
        ("steps:\n  1: Write\n  2: Put", "begin each item with a dash, without a number: `- Write`"),
        ("steps:\n  step1: Write\n  step2: Put", "begin each item with a dash, without a number: `- Write`"),
        ("debrief:\n  - A\n  - B", "write `|` behind the colon of the line above"),
        ("variations:\n  - A\n  - B", "give each a name in place of its dash"),
        ("difficulty: {facilitator:easy, participant: hard}", "write `facilitator: easy`"),
        ("tags:\n  - Signed: ..... Date: .....", 'put the whole text in quotes: "Signed: ..... Date: ....."'),
        ("tags:\n  - title: A: b", 'put the whole text in quotes: "A: b"'),
        (
            "resources: {title: A, url: https://example.org/our rights.pdf}",
            "write `https://example.org/our%20rights.pdf`",
        ),
        ("audience: mentor & mentee", "write one a line, each with a dash: `- mentor` `- mentee`"),
        ("related: Hopes and fears", "write `hopes-and-fears`"),
        ("related:\n  • hopes\n  • first-talk", "write one a line, each with a dash: `- hopes` `- first-talk`"),
        ("related:\n  - hopes\n    audience: mentor", "write `audience: …` into the file of the activity"),
        (
            "steps:\n  audience: mentor\n  - Write.\n  - Read.",
            "take it out, and write `audience: mentor` into each item: `- {text: …, audience: mentor}`",
        ),
        (
            "materials:\n  audience: mentor\n  - Pens\n  - Paper",
            "take it out, and write `audience: mentor` into each item: `- {title: …, audience: mentor}`",
        ),
        (
            "cautions:\n  - {text: Stop., audience: mentor}\n  - {text: Go., audience: mentee}",
            "keep one, without its dash; what is for others is a step of its own, with its `audience`",
        ),
        (
            "cautions:\n  - {text: Stop., audience: mentor}",
            "take the dash out, and write its keys below the line above",
        ),
        ("group: {size: [2, 3]}", "write one of them, such as `2`"),
        ("duration: 45 min + break", 'write {min: 45 min, note: "+ break"} or'),
        ("duration: 45 min + per pair", 'write {min: 45 min, note: "+ per pair"} or'),
        ("space: title: A book, url: b.example", "put them in braces: `{title: A book, url: b.example}`"),
        ("summary: 'Til we meet", 'put the whole text in quotes: "\'Til we meet"'),
        ("summary: 'Til we meet\nspace: here", 'put the whole text in quotes: "\'Til we meet"'),
        ("summary: 'We meet", "close the text with the same quotation mark"),
    ],
)
def test_activities_are_told_the_line_that_is_meant(text: str, hint: str) -> None:
    """One problem each, with the line."""
    (said,) = hints(f"title: A\n{text}\n", Activity)
    assert said.startswith(hint)


@pytest.mark.parametrize(
    ("stage", "hint"),
    [
        ("text: Hello", "write `description: …` in its place"),
        ("next: Go on to Friday", "write `friday`"),
        ("next: Go on to the last one", "write `go-on-to-the-last-one`"),
        ("activities: [{title: First Monday, id: first-monday}]", "write `first-monday`"),
        (
            "touchpoints: {title: A, actors: returner and mentor}",
            "write one a line, each with a dash: `- returner` `- mentor`",
        ),
    ],
)
def test_stages_are_told_the_line_that_is_meant(stage: str, hint: str) -> None:
    """One problem each, with the line."""
    (said,) = hints(f"title: A\nstages:\n  - title: B\n    {stage}\n  - Friday\n", Journey)
    assert said == hint


def test_stages_as_keys_are_told_with_titles() -> None:
    """A key in small letters becomes a title."""
    (said,) = hints("title: A\nstages:\n  monday:\n    summary: B\n  friday:\n    summary: C\n", Journey)
    assert said.startswith("begin each item with a dash: `- title: Monday`")


@pytest.mark.parametrize("text", ["{\\rtf1 a}", "<!DOCTYPE html>\n<p>a", "<html><p>a", "\n<?xml version='1.0'?>"])
def test_what_is_no_plain_text_is_told_as_that(text: str) -> None:
    """A document of a word processor, or a page of the web, that was given our ending."""
    assert hints(text, Activity) == ["save it as plain text, with a name that ends in .yaml"]


def test_a_line_of_backticks_is_taken_out() -> None:
    """As it is copied with a block of code."""
    assert hints("```yaml\ntitle: A\n```\n", Activity) == ["take the line out"]


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ('"title: A walk"\npurpose: x\n', 1, 1, 'write `title: "A walk"`'),
        ('"title: A walk"\n', 1, 1, 'write `title: "A walk"`'),
        ("title：A walk\n", 1, 6, "write `title: A walk`"),
        ("title：A walk\npurpose: x\n", 1, 6, "write `title: A walk`"),
        ("# note\n  title: A walk\npurpose: x\n", 2, 3, "begin it in column 1"),
    ],
)
def test_a_first_line_that_is_no_key_is_told(text: str, line: int, column: int, hint: str) -> None:
    """At its own line: the parser stops at the second."""
    document, (problem,) = parse(text, "a.yaml")
    assert document is None
    assert (problem.line, problem.column, str(problem.hint)) == (line, column, hint)


def test_a_variation_may_be_left_empty() -> None:
    """Its name is a key, and so are those of other programs in the front matter of a page."""
    assert hints("title: A\nvariations:\n  Online:\n", Activity) == []
