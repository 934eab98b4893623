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
        ("materials:\n  - Water\n  -Pens", "write `- Pens`, or begin it further to the right"),
        ("tags: {return, practice}", "write `[return, practice]`"),
        ("tags: [#return]", 'put the whole text in quotes: "#return"'),
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
