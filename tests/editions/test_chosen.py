"""Which editions a handbook has, and which of them a command makes."""

from __future__ import annotations

import pytest

from journeybook.handbook.chosen_edition import VARIABLE, NoEditionError, choose
from journeybook.model.edition_options import read_editions
from journeybook.model.editions import Edition
from journeybook.source.read import parse

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee", "public"}))
TEAM = Edition("team", "For the team")
OPTIONS = "editions:\n  mentee: {title: For mentees, audience: [mentee, public]}\n  team: {title: For the team}\n"


def hints(text: str) -> list[str]:
    """What is wrong with the editions of a mkdocs.yml, each with its line."""
    document, problems = parse(text, "mkdocs.yml")
    assert document is not None
    found, more = read_editions(document)
    assert bool(found) is not bool(more)
    return [f"{one.line}: {one.message}: {one.hint}" for one in [*problems, *more]]


def test_editions_are_read() -> None:
    """With name, title and roles; one without an audience has everything."""
    document, _ = parse(OPTIONS, "mkdocs.yml")
    assert document is not None
    assert read_editions(document) == ((MENTEE, TEAM), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("editions: {}\n", "write `editions: {mentee: {title: For mentees, audience: [mentee]}}`"),
        ("editions: [mentee]\n", "write `editions: {mentee: {title: For mentees, audience: [mentee]}}`"),
        ("editions: mentee\n", "write `editions: {mentee: {title: For mentees, audience: [mentee]}}`"),
        ("editions:\n  mentee: {title: A, audience: }\n", "write the roles it is for"),
        ("editions:\n  mentee: {title: A, audience: []}\n", "write the roles it is for"),
        ("editions:\n  mentee: {audience: mentee}\n", "write `title: …` here"),
        (
            "editions:\n  mentee:\n  title: For us\n  audience: [mentee]\n",
            "write `mentee: {title: For us, audience: [mentee]}`",
        ),
        ("editions:\n  title: For us\n  audience: mentor\n", "write `mentor: {title: For us, audience: [mentor]}`"),
        ("editions:\n  mentee: {title: A, audience: {mentee: yes, mentor: no}}\n", "write `mentee`"),
        ("editions:\n  Mentee Book: {title: A}\n", "write `mentee-book`"),
        ("editions:\n  assets: {title: A}\n", "write another name, such as `assets-edition`"),
        ("editions:\n  journeys: {title: A}\n", "write another name, such as `journeys-edition`"),
        ("editions:\n  a: {title: A}\n  b: {title: a}\n", "give each a title of its own"),
    ],
)
def test_what_is_no_edition_is_told(text: str, said: str) -> None:
    """Once, with what to write instead."""
    (hint,) = hints(text)
    assert said in hint


@pytest.mark.parametrize(
    ("asked", "variable", "usual", "chosen"),
    [
        ("mentee", None, None, MENTEE),
        ("mentee", "team", "team", MENTEE),
        (None, "mentee", "team", MENTEE),
        (None, None, "team", TEAM),
        (None, " mentee\n", None, MENTEE),
    ],
)
def test_a_command_goes_before_the_variable_and_that_before_the_usual_one(
    asked: str | None, variable: str | None, usual: str | None, chosen: Edition
) -> None:
    """The nearest to whoever builds decides."""
    environment = {} if variable is None else {VARIABLE: variable}
    assert choose((MENTEE, TEAM), asked=asked, environment=environment, usual=usual) == chosen


@pytest.mark.parametrize(
    ("asked", "variable", "usual", "said"),
    [
        (None, None, None, "one of mentee, team"),
        ("mentees", None, "team", "did you mean ‘mentee’?"),
        ("", None, "team", "there is no edition ‘’"),
        ("x", None, "team", "it is one of mentee, team"),
        (None, "", "team", f"{VARIABLE} is set, and empty"),
        ("team", "", None, f"{VARIABLE} is set, and empty"),
        (None, "Team", "mentee", "did you mean ‘team’?"),
        (None, None, "tem", "did you mean ‘team’?"),
    ],
)
def test_it_fails_closed(asked: str | None, variable: str | None, usual: str | None, said: str) -> None:
    """Where nothing that there is has been chosen, nothing is made, whatever else is set."""
    environment = {} if variable is None else {VARIABLE: variable}
    with pytest.raises(NoEditionError) as error:
        choose((MENTEE, TEAM), asked=asked, environment=environment, usual=usual)
    assert said in str(error.value)


def test_a_handbook_without_editions_has_none() -> None:
    """A variable that a service sets to nothing does it no harm; a name is a mistake."""
    assert choose((), environment={}) is None
    assert choose((), environment={VARIABLE: ""}) is None
    with pytest.raises(NoEditionError, match="no editions"):
        choose((), asked="team", environment={})
    with pytest.raises(NoEditionError, match="no editions"):
        choose((), environment={VARIABLE: "team"})
