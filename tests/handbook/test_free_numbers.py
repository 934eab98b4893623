"""A number that is none is told with one that its chapter still has."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

NEXT = "write `{}`: the next free number of its chapter"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("number: 1a\nchapter: meeting", NEXT.format(3)),
        ("number: 0\nchapter: meeting", NEXT.format(3)),
        ("number: new\nchapter: meeting", NEXT.format(3)),
        ('number: 2b\nchapter: "meeting"', NEXT.format(3)),
        ("number: No. 9\nchapter: meeting", "write `9`"),
        ("number: 1a\nchapter: other", "write `1`"),
        ("number: 1a", "write `1`"),
    ],
)
def test_a_number_that_is_taken_is_not_offered(tmp_path: Path, typed: str, hint: str) -> None:
    """Who follows `1` for `1a` would be told at once that another activity has it."""
    files = {
        "content/meeting/index.md": "# Meeting\n",
        "content/other/index.md": "# Other\n",
        "toolkit/a.yaml": "title: A\nnumber: 1\nchapter: meeting\n",
        "toolkit/b.yaml": "title: B\nnumber: 2\nchapter: meeting\n",
        "toolkit/new.yaml": f"title: New\n{typed}\n",
    }
    found = checks.run(book_of(tmp_path, files))
    assert [str(one.hint) for one in found if one.path == ("number",)] == [hint]
