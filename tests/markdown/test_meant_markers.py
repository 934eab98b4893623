"""Lines that are meant as markers of a block for some, and are none, are found; notes and examples are not."""

from __future__ import annotations

import pytest

from journeybook.markdown.html_blocks import parted_tag
from journeybook.markdown.meant_markers import meant_markers, names_alone

NAMES = {"mentor", "mentee", "team"}


@pytest.mark.parametrize(
    "line",
    [
        "<!-- mentor only -->",
        "<!-- not for: mentee -->",
        "<!-- for: [mentor, mentee] -->",
        "<!-- if: mentors -->",
        "<!-- für: mentor -->",
        "<!— for: mentor —>",
        "< !-- for: team -->",
        "&lt;!-- for: mentor --&gt;",
        "{# for: mentor #}",
        "::: for mentor",
        "[for mentors only]",
        '<div audience="mentor" markdown>',
        "> <!-- hide: mentee -->",
    ],
)
def test_what_is_meant_as_a_marker_is_found(line: str) -> None:
    """In its place; two comments that have a name alone are a pair."""
    ((at, said),) = meant_markers(f"Ask.\n\n{line}\n", NAMES)
    assert said == line.removeprefix("> ") and at == len("Ask.\n\n") + line.index(said)
    assert len([*meant_markers("<!-- mentor -->\nAsk.\n<!-- /mentor -->\n", NAMES)]) == 2


@pytest.mark.parametrize(
    "line",
    [
        "<!-- for: mentor -->",
        "<!-- ask the mentor -->",
        "<!-- mentor -->",
        "<!-- the mentor -->",
        "<!-- only here -->",
        '<div class="mentor">',
        '<div class="for mentor">',
        "[the mentor]",
        "- [mentor](activity:talk)",
        "A note <!-- mentor only -->",
    ],
)
def test_what_is_none_is_not_found(line: str) -> None:
    """A marker that is right, a note of one's own, HTML and links."""
    assert [*meant_markers(f"Ask.\n\n{line}\n", NAMES)] == []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        *((f"<!-- {name} -->", True) for name in ("mentor", "Mentors", "MENTOREN", "Mentor:innen", "mentor, mentee")),
        *(("> <!--team-->", True), ("<!-- mentoring -->", False), ("<!-- the mentor -->", False)),
        *(("Ask. <!-- mentor -->", False), ("<!-- mentor: Ann -->", False), ("<!-- -->", False)),
    ],
)
def test_a_comment_that_is_a_name_alone_is_found(line: str, is_found: bool) -> None:
    """Of a role or of an edition, in one or many, in a line of its own."""
    assert len([*names_alone(f"Ask.\n\n{line}\n", NAMES)]) == is_found


@pytest.mark.parametrize(
    ("text", "name"),
    [("<div>a</div>", None), ("<div>a", "div"), ("a</details>", "details"), ("<div><div></div>", "div"), ("a", None)],
)
def test_a_tag_of_which_one_end_lacks_is_found(text: str, name: str | None) -> None:
    """That which is only opened, or only closed."""
    assert parted_tag(text) == name
