"""Files that say for whom they are, or nearly so, go with no edition for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.builders.config.edition_own import is_for_others
from journeybook.model.editions import Edition

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
KNOWN = ("mentor", "mentee", "board"), ["mentee", "team"]


@pytest.mark.parametrize(
    ("text", "is_hidden"),
    [
        ("---\naudience: mentor\n---\nx\n", True),
        ("---\naudience: [mentee, mentor]\n---\nx\n", False),
        ("---\naudience:\n---\nx\n", True),
        ("---\nAudience: mentee\n---\nx\n", True),
        ("---\nvisible_to: mentor\n---\nx\n", True),
        ("\n---\naudience: mentor\n---\nx\n", True),
        ("---\naudience: mentor\nx\n", True),
        ("<svg><!-- for: mentor --><text>x</text><!-- end for --></svg>", True),
        ("<svg><!-- for mentor --><text>x</text><!-- end for --></svg>", True),
        ("<svg><!-- board only --><text>x</text></svg>", True),
        ("<svg><!-- edition: team --><text>x</text></svg>", True),
        ("<svg>\n<!-- mentor -->\n<text>x</text>\n<!-- /mentor -->\n</svg>", True),
        ("foo: x\naudience: mentor\n", True),
        ('{"x": "q", "audience": "mentor"}', True),
        ('<html><meta name="audience" content="mentor"></html>', True),
        ("/* audience: mentor */\np {}\n", True),
        ("<svg>\n<!-- mentor notes -->\n<text>x</text>\n<!-- end mentor notes -->\n</svg>", True),
        ("<svg><!-- TODO: ask the mentors --></svg>", False),
        ('{"for": {"label": "Mentor"}}', False),
        ("<svg><!-- for: mentee --><text>x</text><!-- end for --></svg>", False),
        ("<svg><!-- for IE 6 --><!-- a mentor --><!-- end for --></svg>", False),
        ("For: mentors\n\nx\n", False),
        ("title,audience\na,mentor\n", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_says_for_whom_it_is(tmp_path: Path, text: str, is_hidden: bool, encoding: str) -> None:
    """At its top, or in a comment, in any encoding, with its sign or without."""
    (tmp_path / "x.txt").write_text(text, encoding)
    assert is_for_others(tmp_path / "x.txt", MENTEE, *KNOWN) is is_hidden


@pytest.mark.parametrize("content", [b"\x89PNG\0\0<!-- for mentor -->", b"\0---\naudience: mentor\n---\n", b"\xff\xd8"])
def test_a_picture_is_no_text(tmp_path: Path, content: bytes) -> None:
    """What is nearly something is looked for in texts alone."""
    (tmp_path / "x.png").write_bytes(content)
    assert not is_for_others(tmp_path / "x.png", MENTEE, *KNOWN)
