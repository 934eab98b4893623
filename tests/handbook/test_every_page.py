"""What stands on every page, as it is read, checked, and carried by an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbook.handbooks import book_of, codes
from journeybook import checks
from journeybook.handbook import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.language.words import Words
from journeybook.model.editions import Edition
from journeybook.pages.every_page import banner, on_every_page
from journeybook.pages.site import Site
from journeybook.source import Document

FILES = {"content/index.md": "# Welcome\n", "content/safe/index.md": "# Safe & fair\n\n## Call us\n"}
MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))


def _book(folder: Path, banner: object = None, feedback: object = None, **settings: Any) -> Handbook:
    given = {"banner": banner, "feedback": feedback}
    documents = {key: Document("mkdocs.yml", "", {key: one}) for key, one in given.items() if one is not None}
    return book_of(folder, FILES, **documents, **settings)


def test_a_banner_leads_from_the_top_of_the_site(tmp_path: Path) -> None:
    """Its links are those of the handbook; the templates fill in the way to the top."""
    book = _book(tmp_path, "**Call** 112, or [](chapter:safe), [home](https://example.org).")
    assert codes(book) == []
    assert on_every_page(Site(book, Words("en")))["banner"] == (
        '<p><strong>Call</strong> 112, or <a data-jb-top-href="safe/">chapter 1, Safe &amp; fair</a>, '
        '<a href="https://example.org">home</a>.</p>'
    )


def test_an_edition_has_the_texts_for_its_readers(tmp_path: Path) -> None:
    """Of several texts, and of one alone; authors see for whom each is."""
    texts = [
        {"text": "For all."},
        {"text": "Mentors.", "audience": "mentor"},
        {"text": "Mentees.", "audience": "mentee"},
    ]
    book = _book(tmp_path, texts)
    assert codes(book) == []
    carried = edition_of(book, MENTEE)
    assert [one.text for one in carried.every_page.banner] == ["For all.", "Mentees."]
    assert banner(Site(carried, Words("en"))) == "<p>For all.</p>\n<p>Mentees.</p>"
    alone = edition_of(_book(tmp_path, texts[1]), MENTEE)
    assert alone.every_page.entry is None and banner(Site(alone, Words("en"))) == ""
    book.editions = (MENTEE,)
    assert "for mentor" in banner(Site(book, Words("en")))


@pytest.mark.parametrize("nothing", ["", None, False, []])
def test_nothing_behind_the_colon_is_no_banner(tmp_path: Path, nothing: object) -> None:
    """An option that a script fills may be empty."""
    book = _book(tmp_path, nothing)
    assert codes(book) == [] and book.every_page.entry is None


@pytest.mark.parametrize("text", ["See banner.md.", "Call us.\n", "example.org", "Open 9.30"])
def test_a_text_that_is_no_name_of_a_file_is_right(tmp_path: Path, text: str) -> None:
    """A sentence that names one, an address, a time."""
    assert [one for one in checks.run(_book(tmp_path, text)) if one.code == "JB441"] == []


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("# Worried?\n\nCall.", "JB336", "write `**Worried?**`"),
        ("See ![the way](journey:way).", "JB336", "write [the way](journey:way), without the !"),
        ("See [](chapter:saf).", "JB301", None),
        ("See [it](safe/index.md).", "JB308", None),
        ({"text": "Hello", "audiences": "mentor"}, "JB202", None),
        ({"text": "Hello", "audience": "mentors"}, "JB307", None),
        ("banner.md", "JB441", "write the text itself"),
        ({"text": "notice.txt", "audience": "mentor"}, "JB441", "write the text itself"),
        ({"message": "Hello"}, "JB203", "write `text: …` in its place"),
    ],
)
def test_what_is_wrong_with_a_banner_is_told(tmp_path: Path, text: object, code: str, hint: str | None) -> None:
    """As with every text of YAML; and what cannot stand on every page."""
    found = [one for one in checks.run(_book(tmp_path, text)) if one.code == code]
    assert [one.file for one in found] == ["mkdocs.yml"]
    assert hint is None or str(found[0].hint) == hint


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("https://example.org/form", ["https://example.org/form"]),
        ("https://example.org/?p={title}&u={url}", ["https://example.org/?p=", "title", "&u=", "url"]),
        ("mailto:a@example.org", ["mailto:a@example.org?subject=Handbook%3A%20", "title", "&body=", "url"]),
        ("mailto:a@example.org?subject={title}&body=x", ["mailto:a@example.org?subject=", "title", "&body=x"]),
    ],
)
def test_feedback_is_filled_in(tmp_path: Path, given: str, parts: list[str]) -> None:
    """An address as it is written; a letter has the page's title for a subject."""
    book = _book(tmp_path, feedback=given)
    assert codes(book) == []
    found = on_every_page(Site(book, Words("en"), address="https://example.org/"))["feedback"]
    assert [next(iter(part.values())) for part in found] == parts


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("team@example.org", "write `mailto:team@example.org`"),
        ("example.org/form", "write `https://example.org/form`"),
        ("https://example.org/?p={name}", "known here: {title}, {url}"),
        ("https://{url}.example.org/", None),
        (["https://example.org"], None),
        ({"url": "https://example.org"}, "write `https://example.org`"),
        ("javascript:alert(1)", "write it whole: https://… or mailto:…"),
        ("mailto:team", "write the whole mailbox, such as `mailto:team@example.org`"),
        ("mailto:a@example.org?subject=On {title}", "write `mailto:a@example.org?subject=On%20{title}`"),
    ],
)
def test_what_is_wrong_with_feedback_is_told(tmp_path: Path, given: object, hint: str | None) -> None:
    """With the address that was meant."""
    found = list(checks.run(_book(tmp_path, feedback=given)))
    assert len(found) == 1 and found[0].file == "mkdocs.yml" and found[0].code.startswith("JB2")
    assert hint is None or str(found[0].hint) == hint
