"""The navigation of an edition."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.builders.config.edition_nav import with_titles_of_their_own, without_entries
from journeybook.handbook.left_out import LeftOut

LEFT_OUT = LeftOut(
    {"secret.md", "mentors/index.md", "mentors/notes.md", "files/pairs.pdf"}, "https://www.example.com/hb/"
)


@pytest.mark.parametrize(
    ("nav", "kept"),
    [
        (["index.md", "secret.md"], ["index.md"]),
        (["index.md", {"A word": "./secret.md"}], ["index.md"]),
        ([{"For mentors": ["mentors/index.md", {"Notes": "mentors/notes.md"}]}, "index.md"], ["index.md"]),
        (
            [{"Guide": ["guide/index.md", {"Deep": [{"Pairs": "files/pairs.pdf"}]}]}],
            [{"Guide": ["guide/index.md"]}],
        ),
        ([{"One": "https://example.com/hb/secret/"}, {"Two": "/hb/Secret/"}, {"Three": "mentors/../secret.md#x"}], []),
        ([{"Four": "https://u@www.example.com:443/hb/./mentors/"}, {"Five": "mentors\\notes.md"}], []),
        ([{"Elsewhere": "https://example.org/secret.md"}], [{"Elsewhere": "https://example.org/secret.md"}]),
        (["secrets.md", {"Empty": []}, {}, None], ["secrets.md", {"Empty": []}, {}, None]),
    ],
)
def test_entries_go_with_what_they_lead_to(nav: list[Any], kept: list[Any]) -> None:
    """And a section with the last of them; everything else is as it was, and so is what was given."""
    before = repr(nav)
    assert without_entries(nav, lambda value: LEFT_OUT.leads_there(value, "")) == kept
    assert repr(nav) == before


def test_a_page_that_is_covered_has_not_its_title() -> None:
    """It may tell what was on it: what has its address is there by its own."""
    nav = [
        {"One": "./index.md"},
        {"In": [{"Two": "toolkit.md"}, "a.md", {"Deep": ["toolkit.md"]}]},
        {"B": "b.md"},
        None,
    ]
    kept = with_titles_of_their_own(nav, {"index.md": "index.md", "toolkit.md": "toolkit/index.md"})
    assert kept == [
        "index.md", {"In": ["toolkit/index.md", "a.md", {"Deep": ["toolkit/index.md"]}]}, {"B": "b.md"}, None
    ]  # fmt: skip
