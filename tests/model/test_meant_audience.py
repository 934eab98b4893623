"""Keys that are meant as `audience` are found; those that tell of something else are not."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.model.meant_audience import (
    hides_by_another_key,
    is_nearly_audience,
    keys_for_some,
    says_roles_alone,
)


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
        ("private", "false", False),
        ("public", "true", False),
        ("visibility", "public", False),
        ("comments", "true", False),
    ],
)
def test_keys_that_are_to_keep_a_page_back(key: str, value: str, hides: bool) -> None:
    """None of them does."""
    assert hides_by_another_key(key, value) is hides
