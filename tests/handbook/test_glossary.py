"""The glossary as it is read, linked, checked, and carried by an edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes
from journeybook import checks
from journeybook.handbook.editions import edition_of
from journeybook.language.words import Words
from journeybook.model.editions import Edition
from journeybook.pages.catalogue import catalogue
from journeybook.pages.kinds.glossary import _values
from journeybook.pages.site import Site

GLOSSARY = """\
- term: pilot
  definition: A first group; see [](term:pairs).
  forms: [pilots, trial run]
  see: [pair, team]
- term: pair
  definition: A mentor and a mentee.
  forms: pairs
- term: team
  definition: Those who look after the programme.
  audience: coordinator
- term: écart
  see: pair
"""
PAGE = "# Welcome\n\nA pilot of one pair, by the team. See [](term:trial-run) and [it](term:Pilots).\n"


def test_a_glossary_is_read_and_right(tmp_path: Path) -> None:
    """Terms are named by themselves, their anchors and their forms; a term that leads to others needs no meaning."""
    book = book_of(tmp_path, {"glossary.yaml": GLOSSARY, "content/index.md": PAGE})
    assert codes(book) == []
    shelf = book.glossary
    assert [term.id for term in shelf] == ["pilot", "pair", "team", "écart"]
    assert [shelf.named(word).term for word in ("trial-run", "Pilots", "TRIAL run", "écart")] == [
        *["pilot"] * 3,
        "écart",
    ]
    assert shelf.named("pil") is None
    assert [one.term for one in shelf.see_of(shelf.by_id["pilot"])] == ["pair", "team"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n"])
def test_an_empty_glossary_is_none(tmp_path: Path, text: str) -> None:
    """Somebody has begun a file."""
    book = book_of(tmp_path, {"glossary.yaml": text, "content/index.md": "# Welcome\n"})
    assert codes(book) == [] and len(book.glossary) == 0


def test_while_it_is_broken_its_links_are_not(tmp_path: Path) -> None:
    """Nobody knows which terms there are: what is wrong is told once."""
    book = book_of(tmp_path, {"glossary.yaml": "pilot: A group.\n", "content/index.md": PAGE})
    assert codes(book) == ["JB346"]


def test_the_other_ending_will_do(tmp_path: Path) -> None:
    """As for every other YAML file."""
    assert codes(book_of(tmp_path, {"glossary.yml": GLOSSARY, "content/index.md": PAGE})) == []


def test_terms_are_used_in_yaml_and_in_other_terms(tmp_path: Path) -> None:
    """In no page alone: an activity, a snippet of another term; but not in their own meaning."""
    glossary = (
        "- {term: pilot, definition: A pilot.}\n- {term: pair, definition: Two.}\n- {term: duo, definition: A pair.}\n"
    )
    files = {"glossary.yaml": glossary, "content/index.md": "# Hello\n", "toolkit/talk.yaml": "title: A duo\n"}
    (problem,) = checks.run(book_of(tmp_path, files))
    assert (problem.code, problem.line) == ("JB434", 1)


def test_an_edition_has_its_own_terms(tmp_path: Path) -> None:
    """None that is for others, nor a way to it; where none is left, there is no glossary."""
    book = book_of(tmp_path, {"glossary.yaml": GLOSSARY, "content/index.md": PAGE})
    mentees = edition_of(book, Edition("mentee", "For mentees", frozenset({"mentee"}))).glossary
    assert [term.id for term in mentees] == ["pilot", "pair", "écart"]
    assert mentees.by_id["pilot"].see == ("pair",) and mentees.named("team") is None
    closed = GLOSSARY.replace("- term: ", "- audience: coordinator\n  term: ").replace("  audience: coordinator\n", "")
    book = book_of(tmp_path / "closed", {"glossary.yaml": closed, "content/index.md": "# Hello\n"})
    assert edition_of(book, Edition("mentee", "For mentees", frozenset({"mentee"}))).glossary.entry is None


def test_a_term_that_only_leads_to_what_is_left_out_goes_with_it(tmp_path: Path) -> None:
    """Nobody could learn there what it means; so does another that only leads to that one."""
    glossary = (
        "- {term: buddy, see: friend}\n- {term: friend, see: mentor}\n- {term: pair, definition: Two.}\n"
        "- {term: mentor, definition: One of two., audience: mentor}\n"
    )
    book = book_of(tmp_path, {"glossary.yaml": glossary, "content/index.md": "# A pair\n"})
    mentees = edition_of(book, Edition("mentee", "For mentees", frozenset({"mentee"}))).glossary
    assert [term.id for term in mentees.terms] == ["pair"]
    assert len(edition_of(book, Edition("team", "For all")).glossary.terms) == 4


def test_the_page_is_in_the_order_of_the_language(tmp_path: Path) -> None:
    """É stands with E; each letter once."""
    book = book_of(tmp_path, {"glossary.yaml": GLOSSARY, "content/index.md": PAGE})
    groups = _values(Site(book, Words("en")))["groups"]
    assert [(group.letter, [term.term for term in group.terms]) for group in groups] == [
        ("E", ["écart"]),
        ("P", ["pair", "pilot"]),
        ("T", ["team"]),
    ]


def test_forms_stand_for_each_other_in_the_catalogue(tmp_path: Path) -> None:
    """An activity that says “pilots” is found by “trial” and “run”, another is not."""
    files = {"toolkit/one.yaml": "title: Two pilots\n", "toolkit/two.yaml": "title: A talk\n"}
    book = book_of(tmp_path, {"glossary.yaml": GLOSSARY, **files})
    words = catalogue(Site(book, Words("en")), book.activities_in_order).words
    items = dict(zip(words["words"].split(), words["items"].split(";"), strict=True))
    numbers = [entry.id for entry in book.activities_in_order]
    assert items["trial"] == items["run"] == items["pilot"] == items["pilots"] == str(numbers.index("one"))


def test_a_folder_of_that_name_is_a_chapter_without_a_glossary(tmp_path: Path) -> None:
    """And introduces the page where there is one."""
    pages = {"content/glossary/index.md": "# Our words\n", "content/index.md": PAGE}
    assert "glossary" in book_of(tmp_path / "without", pages).chapters
    assert "glossary" not in book_of(tmp_path / "with", {**pages, "glossary.yaml": GLOSSARY}).chapters
