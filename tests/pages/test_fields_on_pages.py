"""Markdown fields as a page has them: our links lead somewhere, and things stand in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.assembly import build
from journeybook.language.words import Words
from journeybook.pages.helpers import Helpers
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

FILES = {"toolkit/talk.yaml": "title: A talk\nquestions: [What now?]\n", "toolkit/two.yaml": "title: Two\n"}
PAGE = "toolkit/two/index.md"


@pytest.fixture
def scribe(tmp_path: Path) -> Scribe:
    """What writes a page of a small handbook."""
    site = Site(book_of(tmp_path, FILES), Words("en"))
    build.prepare(site)
    return Scribe(site, PAGE)


@pytest.mark.parametrize("mark", ["jbembed1z", "&#106;bembed1z", "JbEmbed1End", "jbembedq1z"])
def test_an_authors_word_is_no_mark_of_ours(scribe: Scribe, mark: str) -> None:
    """What stands for a thing until it is shown in place is a word that the text does not have, in entities neither."""
    html = scribe.field(f"{mark}\n\n![](questions:activity/talk)\n\n{mark}")
    assert html.count("What now?") == 1
    assert html.count(mark.replace("&#106;", "j")) == 2


@pytest.mark.parametrize("name", ["href=a", "src = 'a'", "<http://a", "a"])
def test_a_reference_may_have_any_name(scribe: Scribe, name: str) -> None:
    """A link of ours is found by a name that begins like an attribute or an address, as by any other."""
    assert scribe.field(f"See [it][{name}].\n\n[{name}]: activity:talk") == '<p>See <a href="../talk/">it</a>.</p>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The old hall, first floor", "The old hall, first floor"),
        ("https://meet.example.org/j/1", '<a href="https://meet.example.org/j/1">https://meet.example.org/j/1</a>'),
        (
            "Here <b>: www.example.org/a?b=1&c=2, or a@example.org.",
            'Here &lt;b&gt;: <a href="https://www.example.org/a?b=1&amp;c=2">www.example.org/a?b=1&amp;c=2</a>, '
            "or a@example.org.",
        ),
        ("javascript:alert(1) //example.org http:// a", "javascript:alert(1) //example.org http:// a"),
    ],
)
def test_addresses_of_the_web_in_a_plain_field_are_links(scribe: Scribe, text: str, shown: str) -> None:
    """So that a place of the web can be opened on a workshop’s page; all else is text, whatever signs it has."""
    assert Helpers(scribe.site.book, Words("en")).linked(text) == shown


def test_the_place_of_a_workshop_is_a_link_where_its_page_shows_it(tmp_path: Path) -> None:
    """On its page, its agenda and its run sheet."""
    days = 'days: {start: "9:00", blocks: [{title: Talk, minutes: 9}]}'
    workshop = f"title: Day\nlocation: https://meet.example.org/j/1\n{days}\n"
    site = Site(book_of(tmp_path, {"toolkit/workshops/day.yaml": workshop}), Words("en"))
    link = '<dd><a href="https://meet.example.org/j/1">https://meet.example.org/j/1</a></dd>'
    shown = {page.path for page in build.build(site) if link in page.fills.fill_blocks(page.markdown)}
    assert shown == {f"toolkit/workshops/day/{name}index.md" for name in ("", "agenda/", "run-sheet/")}
