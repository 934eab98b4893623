"""Comments that nearly are markers are told, in whatever signs and words; notes of an author are not."""

from __future__ import annotations

import pytest

from journeybook.handbook.settings import ROLES
from journeybook.markdown.audience_blocks import Slip, find_blocks, places_of_markers
from journeybook.markdown.role_words import names_only_roles
from journeybook.markdown.settings import MarkdownSettings

SITE = MarkdownSettings(("toc", "tables", "footnotes", "pymdownx.superfences"), {})
OWN = ("lehrkraft", "programme-team")


@pytest.mark.parametrize(
    "comment",
    [
        "<!--- for: mentor --->",
        "‹!— for: mentor —›",
        "‹!— for: mentor —>",
        "<!– for: mentor –>",
        "< !-- for: mentor -- >",
        "&lt;!-- for: mentor --&gt;",
        "<\\!-- for: mentor -->",
        "\\<!- for: mentor ->",
        "&#x3c;!-- for: mentor --&#x3e;",
        "&#X003C;!-- for: mentor --&#x3E;",
        "<!- for: mentor ->",
        "<!-- for: mentor ->",
        "<!-- for: mentor",
        "<!for: mentor>",
        "<-- for: mentor -->",
        "<!-- foor: mentor -->",
        "<!-- start for: mentor -->",
        "<!-- @for: mentor -->",
        "<!-- show: mentor -->",
        "<!-- to: mentors -->",
        "<!-- if: mentor -->",
        "<!-- readers: mentor, coordinator -->",
        "<!-- für: mentor -->",
        "<!-- mentor only -->",
        "<!-- only for mentors -->",
        "<!-- not for mentees -->",
        "<!-- hide from mentees -->",
        "<!-- For mentors and coordinators, and the facilitators only please -->",
        "<!-- for:mentor. -->",
        "<!-- for： mentor -->",
        '<!-- for: "mentor" -->',
        "<!-- for: [mentor, coordinator] -->",
        "<!-- for: mentors' eyes -->",
        "<!-- for mentors' eyes only -->",
        "<!-- role=mentor -->",
        "<!-- visible to mentors, coordinators -->",
        "[//]: # (for: mentor)",
        '[//]: # "for: mentor"',
        "[comment]: <> (for: mentor)",
        "[for: mentor]: #",
        "{# for: mentor #}",
        "%% for: mentor %%",
        "<!-- fоr: mentor -->",
        "<!-- nicht für mentoren -->",
        "<!-- Für Mentor:innen -->",
        "<!-- nur für Mentor*innen -->",
        "<!-- ausschließlich MentorInnen -->",
        "<!-- pour les mentors -->",
        "<!-- solo para mentores -->",
        "<!-- alleen voor mentoren -->",
        "<!-- för mentorer -->",
        "<!-- til mentorerne -->",
        "<!-- tylko dla mentorów -->",
        "<!-- for: lehrkraft & more! -->",
        "<!-- show to lehrkraft -->",
        "{# end for #}",
        "<!-- do not show this to mentees -->",
        "<!-- mentor-only -->",
        "<!-- audience = mentors -->",
    ],
)
def test_what_nearly_is_a_marker_is_told_once(comment: str) -> None:
    """At its place, on a line of its own and in a list; what shows it as code does not."""
    for before in ("Text.\n\n", "- A point\n\n    ", "> "):
        ((slip, marker),) = find_blocks(f"{before}{comment}\n\nMore.\n", SITE, roles=OWN).slips
        assert slip is Slip.NEARLY and marker.start == len(before)
    assert find_blocks(f"Text.\n\n```\n{comment}\n```\n", SITE, roles=OWN).slips == ()


@pytest.mark.parametrize(
    "note",
    [
        "<!-- TODO: ask a mentor -->",
        "<!-- to do: mentor cards -->",
        "<!-- TODO: mentor -->",
        "<!-- more -->",
        "<!-- mentors -->",
        "<!-- Mentoren -->",
        "<!-- per mentoring hour -->",
        "<!-- mentor or mentee? -->",
        "<!-- owner: coordinator -->",
        "<!-- written by a mentor -->",
        "<!-- image: mentor -->",
        "<!-- ask the mentor for a picture -->",
        "[//]: # (for later)",
        "{# for later #}",
        "<!--- for later --->",
        "<!-- form -->",
        "<!-- prettier-ignore -->",
        "<!-- markdownlint-disable MD033 -->",
        "[mentor]: #",
        "[mentor]: https://example.org",
        "{#for-mentors}",
        "<!-- the mentor meets the mentee for an hour -->",
        "<!-- mentoring: public speaking -->",
        "<!-- section 2: mentor -->",
        "This one <-- only for mentors",
        "# A {#mentor}",
        "<!DOCTYPE html>",
        "<!-- begin of the mentors' part, see the mail -->",
        "‹For mentors›",
        "« for mentors »",
        "a < b for: mentor",
        "`<!--- for: mentor --->`",
        "`{# for: mentor #}`",
    ],
)
def test_notes_of_an_author_are_not_told(note: str) -> None:
    """Nor what another program reads, nor prose."""
    assert find_blocks(f"Text.\n\n{note}\n\nMore.\n", SITE, roles=OWN).slips == ()


def test_roles_of_the_handbook_are_known_beside_the_usual_ones() -> None:
    """One or many, in any case; a role that is not theirs is a word like any other."""
    assert all(places_of_markers(f"<!-- only: {role}s -->") for role in ROLES)
    assert places_of_markers("<!-- show to buddies or Buddy -->") == []
    assert places_of_markers("<!-- show to a Buddy -->", ("buddy",)) == [(0, 24)]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("mentor", True),
        ("Mentors and coordinators", True),
        ("mentor, coordinator", True),
        ("only the programme team", True),
        ("mentoring", False),
        ("a mentor’s diary", False),
        ("2 mentors", False),
        ("and", False),
        ("", False),
    ],
)
def test_a_text_of_roles_alone(text: str, is_one: bool) -> None:
    """Joining words do not make it another one."""
    assert names_only_roles(text, OWN) is is_one


def test_much_that_begins_like_a_marker_takes_no_long_time() -> None:
    """Every pattern is bounded."""
    for sign in ("<!", "<!-- for", "[", " ", "{#", "%%", "&lt;", "<!-- for: " + " " * 300, "> ", "for "):
        places_of_markers(sign * 5000)
