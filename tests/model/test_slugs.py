"""Ids and the slugs that titles become."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeybook.model import Journey
from journeybook.model.types import is_id, slug
from journeybook.model.validate import validate
from journeybook.source.read import parse


@settings(max_examples=500)
@given(st.text(max_size=40))
@example("İstanbul")
@example("Straße & Öl")
@example("ß ẞ ŉ ǰ")
@example("Ω")
def test_a_slug_is_an_id_and_its_own_slug(title: str) -> None:
    """A slug has lower-case letters, digits and single hyphens, is NFC, and becomes itself; it may be empty."""
    made = slug(title)
    assert slug(made) == made
    assert is_id(made) == bool(made)
    assert made == unicodedata.normalize("NFC", made)
    assert "--" not in made
    assert made == made.strip("-")
    assert all(c == "-" or unicodedata.category(c)[0] in "LMN" for c in made)


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_a_title_has_one_slug_however_its_accents_are_stored(title: str) -> None:
    """macOS may store é as e and an accent: the id is the same."""
    assert slug(unicodedata.normalize("NFD", title)) == slug(unicodedata.normalize("NFC", title))


def _stages(*titles: str) -> tuple[str, ...]:
    document, _ = parse("title: x\nstages:\n" + "".join(f"  - {title}\n" for title in titles), "a.yaml")
    assert document is not None
    journey, problems = validate(document, Journey)
    assert journey is not None, problems
    return tuple(stage.key for stage in journey.stages)


def test_a_stage_without_an_id_is_called_after_its_title() -> None:
    """Letters of any script stay, a title of signs alone becomes its place, and a given id wins."""
    assert _stages("First contact", "Über uns", "最初の出会い", "'???'", "{id: d, title: Delivery}") == (
        "first-contact",
        "über-uns",
        "最初の出会い",
        "stage-4",
        "d",
    )
