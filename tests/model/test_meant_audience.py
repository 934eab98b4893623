"""Keys that are meant as `audience` are found; those that tell of something else are not."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.model import Activity
from journeybook.model.meant_audience import (
    hides_by_another_key,
    is_a_category_of_some,
    is_nearly_audience,
    is_of_the_theme_for_some,
    key_in_header,
    keys_at_top,
    keys_for_some,
    names_some,
    says_roles_alone,
)
from journeybook.model.validate import validate
from journeybook.source.read import parse

NAMES = {"mentor", "mentee", "public", "programme-team", "team"}


@pytest.mark.parametrize("key", ["audience", "Audience", "audiense", "audiance", " audience ", "for", "For", "readers"])
def test_keys_that_are_nearly_audience(key: str) -> None:
    """With a letter wrong, in capitals, or in another word."""
    assert is_nearly_audience(key)


@pytest.mark.parametrize(
    ("key", "value", "is_one"),
    [
        ("visible_to", "mentor", True),
        ("access", ["mentor", "coordinator"], True),
        ("roles", "Mentors, coordinators", True),
        ("seen_by", "mentor", True),
        ("scope", "buddy", True),
        ("tags", ["mentor"], False),
        ("nav_title", "Mentor", False),
        ("written_by", "coordinator", False),
        ("author", "mentor", False),
        ("role", "of a note", False),
        ("access", "public", False),
        ("layout", "mentor", False),
        ("access", {}, False),
        ("weight", "3", False),
    ],
)
def test_keys_whose_value_is_a_role(key: str, value: Any, is_one: bool) -> None:
    """And nothing else; the name of a person's part is none."""
    assert says_roles_alone(key, value, ("buddy",)) is is_one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("audience: mentor\n", [("audience", 1)]),
        ('tags: [a]\n"audience": mentor\n', [("audience", 2)]),
        ("{audience: mentor}\n", [("audience", 1)]),
        ("Audience: mentor\n", [("Audience", 1)]),
        ("audiense: mentor\n", [("audiense", 1)]),
        ("extra:\n  audience: mentor\n", [("audience", 2)]),
        ("visible_to: [mentor]\n", [("visible_to", 1)]),
        ("a: &a\n  audience: mentor\nb: *a\n", [("audience", 2)]),
        ("a: [\naudience: mentor\n", [("audience", 2)]),
        ("tags: [mentor, audience]\ndescription: An audience of mentors\n", []),
        ("# audience: mentor\ntags: [a]\n", []),
        ("", []),
        ("- a\n", []),
    ],
)
def test_keys_of_a_folder_that_say_for_whom_it_is(text: str, found: list[tuple[str, int]]) -> None:
    """However YAML writes them, at any level, each with its line."""
    assert keys_for_some(text) == found


@pytest.mark.parametrize(
    ("key", "value", "hides"),
    [
        ("private", "true", True),
        ("Internal", "yes", True),
        ("confidential", "true", True),
        ("public", "false", True),
        ("visibility", "internal", True),
        ("password", "geheim", True),
        ("login", "required", True),
        ("Protected", "true", True),
        ("password", "false", False),
        ("locked", "no", False),
        ("private", "false", False),
        ("public", "true", False),
        ("visibility", "public", False),
        ("comments", "true", False),
    ],
)
def test_keys_that_are_to_keep_a_page_back(key: str, value: str, hides: bool) -> None:
    """None of them does."""
    assert hides_by_another_key(key, value) is hides


@pytest.mark.parametrize(
    ("key", "value", "is_one"),
    [
        ("mentor_only", True, True),
        ("only-mentors", "yes", True),
        ("team", "true", True),
        ("mentee", False, True),
        ("programme_team", True, True),
        ("visibility", "team", True),
        ("edition", "team", True),
        ("restricted_to", ["mentor"], True),
        ("profile", "team", True),
        ("when", "mentor", True),
        ("when", "the mentor calls", False),
        ("publish", "team", True),
        ("published_to", ["mentor", "team"], True),
        ("share", "mentors, team", True),
        ("publish", "public", False),
        ("publish", [], False),
        ("publish", "2026-05-05", False),
        ("published", True, False),
        ("share", "mentoring", False),
        ("public", True, False),
        ("visibility", "public", False),
        ("visibility", "internal", False),
        ("mentor", "Ann", False),
        ("team_photo", True, False),
        ("comments", False, False),
        ("hide", ["toc"], False),
    ],
)
def test_keys_that_name_some_in_a_handbook_with_editions(key: str, value: Any, is_one: bool) -> None:
    """A role or an edition that is switched on or off, or the value of a key that says for whom something is."""
    assert names_some(key, value, NAMES) is is_one


@pytest.mark.parametrize(
    ("key", "value", "is_one"),
    [
        ("hide", ["mentee"], True),
        ("hide", "toc, mentee", True),
        ("status", "mentor", True),
        ("hide", ["toc"], False),
        ("status", "new", False),
        ("status", "public", False),
        ("draft", "mentor", True),
        ("draft", True, False),
        ("template", "mentor", False),
    ],
)
def test_keys_of_the_theme_that_name_some(key: str, value: Any, is_one: bool) -> None:
    """The theme reads them, and hides the page from nobody."""
    assert is_of_the_theme_for_some(key, value, NAMES) is is_one


@pytest.mark.parametrize(
    ("key", "value", "is_one"),
    [
        ("category", "mentor", True),
        ("categories", ["mentor", "team"], True),
        ("category", "public", False),
        ("category", "Mentoring", False),
        ("tags", ["mentor"], False),
        ("category", [1], False),
    ],
)
def test_a_category_that_is_a_role(key: str, value: Any, is_one: bool) -> None:
    """And nothing else."""
    assert is_a_category_of_some(key, value, NAMES) is is_one


@pytest.mark.parametrize(
    ("text", "roles", "wrong"),
    [
        ("---\naudience: mentor\n---\nx\n", {"mentor"}, None),
        ("---\ntitle: a\naudience: [mentor, mentee]\n---\nx\n", {"mentor", "mentee"}, None),
        ("---\naudience:\n---\nx\n", set(), ("audience", 2)),
        ("---\ntitle: a\nAudience: mentor\n---\nx\n", set(), ("Audience", 3)),
        ("---\nvisible_to: mentor\n---\nx\n", set(), ("visible_to", 2)),
        ("---\nmentor_only: true\n---\nx\n", set(), ("mentor_only", 2)),
        ("---\naudience: mentor\nedition: team\n---\nx\n", {"mentor"}, ("edition", 3)),
        ("---\naudience: mentor\n\nx\n", set(), ("audience", 2)),
        ("\n---\naudience: mentor\n---\nx\n", set(), ("audience", 3)),
        ("----\naudience: mentor\n----\nx\n", set(), ("audience", 2)),
        ("--- # note\naudience: mentor\n---\nx\n", set(), ("audience", 2)),
        ("---\na: [\naudience: mentor\n---\nx\n", set(), ("audience", 3)),
        ("Audience: mentor\n\nx\n", set(), ("Audience", 1)),
        ("\n\naudience = [mentor]\n", set(), ("audience", 3)),
        ("Audience: everybody who reads\n", set(), None),
        ("For: mentors\n\nx\n", set(), None),
        ("---\n\nx\n", set(), None),
        ("---\ntitle: For mentors\n---\n\nAudience: mentor\n", set(), None),
        ("x\n---\naudience: mentor\n---\n", set(), None),
        ("", set(), None),
    ],
)
def test_what_stands_at_the_top_of_a_text(text: str, roles: set[str], wrong: tuple[str, int] | None) -> None:
    """The roles that it is for, and the first key that says so and is not read."""
    found, told = keys_at_top(text, ("mentor", "mentee"), ["team"])
    assert (set(found), told) == (roles, wrong)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("foo: x\naudience: mentor\n", ("audience", 2)),
        ('x = "q"\naudience = "mentor"\n', ("audience", 2)),
        ('{"x": "q", "audience": "mentor"}', ("audience", 1)),
        ('{\n  "x": 1,\n  "audience": ["mentor", "team"]\n}\n', ("audience", 3)),
        (":audience: mentor\n\nx\n", ("audience", 1)),
        ("#+TITLE: x\n#+AUDIENCE: mentor\n", ("AUDIENCE", 2)),
        ("% audience: mentor\n", ("audience", 1)),
        ("/* audience: mentor */ p {}\n", ("audience", 1)),
        ("/* for: mentor */ f() /* end for */\n", ("for", 1)),
        ("BEGIN:VCALENDAR\nX-AUDIENCE:mentor\n", ("AUDIENCE", 2)),
        ('<html>\n<meta name="audience" content="mentor">\n', ("audience", 2)),
        ('<p>x</p>\n<div data-audience="mentor">x</div>\n', ("audience", 2)),
        ("WEBVTT\n\nNOTE audience: mentor\n\nx\n", ("audience", 3)),
        ("<svg>\n<metadata>audience: mentor</metadata><text>x</text></svg>", ("audience", 2)),
        ("<svg><metadata><dc:audience>Mentors</dc:audience></metadata></svg>", ("audience", 1)),
        ("<svg><text>Audience: mentors</text><desc>The audience: mentors and guests</desc></svg>", None),
        ("WEBVTT\n\nNOTE The audience claps\n", None),
        ("---\naudience: mentor\n---\nx\n", None),
        ("Hello you,\naudience: mentor\n", None),
        ("Title: x\nAudience: mentors and all who like\n", None),
        ("audience,text\nmentor,x\n", None),
        ('<div class="audience">mentor</div>\n', None),
        ('{"a": {"for": "mentor"}}\n', None),
        ('const audience = "everyone";\n', None),
        (".audience:hover {}\n", None),
        ("", None),
    ],
)
def test_what_says_for_whom_a_file_is(text: str, found: tuple[str, int] | None) -> None:
    """In its first lines, in JSON and in HTML; a column, a class and prose do not."""
    assert key_in_header(text, NAMES) == found


SEEN_BY_OTHERS = "write the roles that see it: `[mentor, coordinator]`"
WITHOUT_KEYS = "write the roles that see this, without keys"
TAKE_OUT = "take it out: who is not named does not see this"


@pytest.mark.parametrize(
    ("typed", "hints"),
    [
        ("{mentor: yes, mentee: no}", ["write `mentor`"]),
        ("{Mentors: x, mentee: 0}", ["write `mentor`"]),
        ("{mentor: ✓, mentee: ✗}", ["write `mentor`"]),
        ("{mentor: true, mentee: false, coordinator: on}", ["write `[mentor, coordinator]`"]),
        ("{mentor: 1, mentee: 1}", ["write `[mentor, mentee]`"]),
        ("{mentor: yes}", ["write `mentor`"]),
        ("{mentee: no}", [SEEN_BY_OTHERS]),
        ("{all: yes, mentee: no}", [SEEN_BY_OTHERS]),
        ("{not: mentee}", [SEEN_BY_OTHERS]),
        ("{except: [mentee]}", [SEEN_BY_OTHERS]),
        ("{show: mentor}", ["write `mentor`"]),
        ("{mentor: no, mentee: no}", ["write the roles that see it: `[coordinator]`"]),
        ("{mentor: no, mentee: no, coordinator: no}", [WITHOUT_KEYS]),
        ("{mentor: maybe, mentee: never}", [WITHOUT_KEYS]),
        ("[{mentor: yes}, {mentee: no}]", ["write `mentor`", TAKE_OUT]),
        ("[mentor, mentee: no]", [TAKE_OUT]),
        ("[mentee: no]", ["write the roles that see it: mentor, coordinator"]),
        ("\n  mentor: yes\n  mentee: no", ["write `mentor`"]),
        ("\n  - mentor: yes\n  - mentee: no", ["write `- mentor`", TAKE_OUT]),
        (
            "\n  - {mentor: yes, coordinator: yes}",
            ["write one a line, each with a dash: `- mentor` `- coordinator`"],
        ),
        ("mentor", []),
        ("[mentor, mentee]", []),
    ],
)
def test_roles_that_are_keys_are_answered_with_those_that_see_it(typed: str, hints: list[str]) -> None:
    """A role with a no is never offered: what was kept from it would be shown; nor is `public`, which is everyone's."""
    document, problems = parse(f"title: x\nquestions: Why?\naudience: {typed}\n", "a.yaml")
    roles = ("public", "mentor", "mentee", "coordinator")
    found = problems + (validate(document, Activity, roles)[1] if document else [])
    assert [str(problem.hint) for problem in found] == hints


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("setting: {in_person: yes, online: no}", "write `in_person`"),
        ("participants: {mentor: yes, mentee: no}", "write `mentor`"),
        ("tags: {outdoors: yes, rain: no, talk: x}", "write `[outdoors, talk]`"),
        ("setting: {online: no}", "write one of in_person, online, hybrid"),
    ],
)
def test_words_that_are_keys_are_answered_with_those_that_have_a_yes(field: str, hint: str) -> None:
    """As roles are."""
    document, problems = parse(f"title: x\nquestions: Why?\n{field}\n", "a.yaml")
    found = problems + (validate(document, Activity)[1] if document else [])
    assert [str(problem.hint) for problem in found] == [hint]
