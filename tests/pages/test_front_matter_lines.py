"""The front matter that we write means the same to readers of YAML 1.1, as MkDocs is, and of 1.2, as Zensical is."""

from __future__ import annotations

import pytest
import yaml

from journeybook.pages.artifact import front_matter


@pytest.mark.parametrize("text", ["3e5910", "1E5", ".5", "0o17", "12", "1.5", "no", "2027-01-01", "3e591g", "a: b"])
def test_a_text_stays_a_text(text: str) -> None:
    """Also one that is a number to YAML 1.2 alone: such a version mark was infinite, and was not printed."""
    written = front_matter({"mark": text})
    assert yaml.safe_load(written.split("---")[1]) == {"mark": text}
    assert text in ("3e591g",) or "'" in written


def test_numbers_stay_numbers() -> None:
    """They have no quotes."""
    assert front_matter({"a": 5, "b": 1.5, "c": True}) == "---\na: 5\nb: 1.5\nc: true\n---\n\n"


def test_of_nothing_there_is_none() -> None:
    """No empty block stands above a page."""
    assert front_matter({}) == ""
