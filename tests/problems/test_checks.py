"""Which checks look at a handbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes

TALK = {"toolkit/talk.yaml": "title: A talk\nquestions: Do you feel ready?\n"}


@pytest.mark.parametrize(("language", "told"), [("en", True), ("en-GB", True), ("de", False), ("enm", False)])
def test_a_check_looks_at_handbooks_in_its_languages(language: str, told: bool, tmp_path: Path) -> None:
    """Questions that yes or no answers are looked for where English is spoken, and nowhere else."""
    assert ("JB403" in codes(book_of(tmp_path, TALK, language=language))) is told
