"""Lines that begin with a label or a time, and flow into one paragraph, are found where they are no sentence."""

from __future__ import annotations

import pytest

from journeybook.markdown.signs.labels import find

EXTENSIONS = frozenset(("toc", "tables"))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("18:00 Arrive\n18:30 Talk\n19:00 Soup\n", 0),
        ("18.00 Uhr Ankommen\n18.30 Uhr Reden\n19.00 Uhr Suppe\n", 0),
        ("The plan:\n18:00–18:30: Talk\n18:30–19:00: Soup\n19:00: End\n", 10),
        ("**When:** Friday\n**Where:** here\n", 0),
        ("When: Friday\nWhere: here\nWho: all\n", 0),
    ],
)
def test_lines_that_stand_for_themselves_are_found(text: str, start: int) -> None:
    """Two that begin with a label that stands out, and three with times or plain ones."""
    assert [one.start for one in find(text, EXTENSIONS)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "**When:** Friday  \n**Where:** here\n",
        "When: Friday\nWhere: here\n",
        "It begins at\n18:00 and ends at\n20:00 sharp.\n",
        "There were 3.50 left, and\n4.50 Euro paid\n5.20 Euro more\n",
        "18:00 Arrive\n\n18:30 Talk\n",
        "18:00 20:00\n18:30 21:00\n",
        "- 18:00 Arrive\n- 18:30 Talk\n",
    ],
)
def test_other_lines_are_left_alone(text: str) -> None:
    """Those with breaks, paragraphs, lists, and times within a sentence."""
    assert [*find(text, EXTENSIONS)] == []


def test_where_an_extension_keeps_lines_all_is_right() -> None:
    """As `nl2br` does."""
    assert [*find("18:00 Arrive\n18:30 Talk\n", EXTENSIONS | {"nl2br"})] == []
