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


@pytest.mark.parametrize(
    "question",
    [
        "Is it fear, or is it respect?",
        "Do you lead, or do you follow?",
        "Would you rather call or write?",
        "Can you name three people, and what did they do?",
        "Are there moments when you laugh, and which ones?",
        "Have a look at your notes – what is missing?",
    ],
)
def test_a_question_that_goes_on_is_open(question: str, tmp_path: Path) -> None:
    """With a choice of two answers, or a question behind it."""
    assert "JB403" not in codes(book_of(tmp_path, {"toolkit/talk.yaml": f"title: A talk\nquestions: {question}\n"}))


@pytest.mark.parametrize("question", ["Do you feel ready, or not?", "When you look back, would you do it again?"])
def test_a_question_that_only_looks_as_if_it_went_on_is_closed(question: str, tmp_path: Path) -> None:
    """Not is no second answer, and a question word before it no second question."""
    assert "JB403" in codes(book_of(tmp_path, {"toolkit/talk.yaml": f"title: A talk\nquestions: {question}\n"}))
