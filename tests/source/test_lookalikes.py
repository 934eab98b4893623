"""Letters of another script in Latin words, and words in which such are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.source.lookalikes import lookalikes, writes_in


@pytest.mark.parametrize(
    ("text", "meant"),
    [("A wаlk", "walk"), ("tіtle: x", "title"), ("Αsk", "Ask"), ("httрs://x", "https"), ("ехamрle", "example")],
)
def test_a_letter_that_looks_like_a_latin_one_is_found(text: str, meant: str) -> None:
    """With the word as it was meant."""
    assert [one.meant for one in lookalikes(text)] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Встреча",
        "IT-компания",
        "5 μm and Δx",
        "the β-test",
        "naïve Café Zoë",
        "αβγ",
        "СМИ",
        "SMSка",
        "aб",
        "日本語 text",
    ],
)
def test_what_is_right_is_not(text: str) -> None:
    """Words of one script, letters of Latin with accents, signs of physics, and what looks like nothing Latin."""
    assert list(lookalikes(text)) == []


def test_a_page_that_writes_in_the_other_script_is_not_told(tmp_path: Path) -> None:
    """Names of Latin letters have endings there; told is a word of a page that does not."""
    assert writes_in("Встреча", greek=False) and not writes_in("аs", greek=False) and writes_in("Λόγος", greek=True)
    pages = {"content/a.md": "# Встреча в Zoomе\n", "content/b.md": "# A wаlk\n", "content/c.md": "# `wаlk`\n"}
    found = [one.file for one in checks.run(book_of(tmp_path, pages)) if one.code == "JB446"]
    assert found == ["content/b.md"]
