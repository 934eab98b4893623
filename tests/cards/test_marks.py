"""The version mark: the same on card and page, and another one whenever the card is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cards.decks import ADDRESS
from journeybook.assembly import build
from journeybook.cards.deck import Decks
from journeybook.cards.prose import prose, sentences
from journeybook.handbook import Settings, load
from journeybook.language.words import Words
from journeybook.pages.site import Site
from small import SMALL, write

TALK = SMALL["toolkit/talk.yaml"] + "summary: Short.\npurpose: Why.\nmaterials: [Pen]\ngroup: 2–6\n"


def site_of(folder: Path, files: dict[str, str], *, name: str = "Small", address: str = ADDRESS) -> Site:
    """A handbook's site, as far as cards need it."""
    write(folder, files)
    settings = Settings(folder, folder / "content", folder / "journeys", folder / "toolkit", name=name)
    return Site(load(settings), Words("en"), address=address)


def mark(folder: Path, talk: str, more: dict[str, str] | None = None, **options: str) -> str:
    """The mark of the talk's card."""
    site = site_of(folder, SMALL | {"toolkit/talk.yaml": talk} | (more or {}), **options)
    return Decks(site).mark(site.book.activities["talk"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A talk", "title: The talk"),
        ("number: 1", "number: 2"),
        ("20 min", "25 min"),
        ("summary: Short.", "summary: Shorter."),
        ("purpose: Why.", "purpose: Why not."),
        ("[Pen]", "[Pens]"),
        ("2–6", "2–7"),
        ("title: Begin", "title: Start"),
        ("minutes: 5", "minutes: 6"),
        ("text: Say hello.", "text: Say hi."),
        ("text: Say hello.", "text: Say hello. "),
    ],
)
def test_what_is_printed_changes_the_mark(tmp_path: Path, old: str, new: str) -> None:
    """A new word on either side is a new mark; space that nobody sees is not."""
    assert old in TALK
    before, after = mark(tmp_path / "a", TALK), mark(tmp_path / "b", TALK.replace(old, new))
    assert re.fullmatch("[0-9a-f]{6}", before)
    assert (before == after) == (old == new.strip())


@pytest.mark.parametrize(
    "more", ["tags: [x]", "debrief: Talk.", "facilitator_notes: Mind.", "reviewed_on: 2026-01-01", "questions: [Why?]"]
)
def test_what_is_not_printed_leaves_it(tmp_path: Path, more: str) -> None:
    """What only the page shows does not make paper stale."""
    assert mark(tmp_path / "a", TALK) == mark(tmp_path / "b", f"{TALK}{more}\n")


def test_what_is_around_the_card_counts_where_it_is_printed(tmp_path: Path) -> None:
    """The handbook's name and address, the chapter's title and the stage's colour are on the card."""
    marks = [
        mark(tmp_path / "a", TALK),
        mark(tmp_path / "b", TALK, name="Other"),
        mark(tmp_path / "c", TALK, address="https://example.com/"),
        mark(tmp_path / "d", TALK, {"content/guide/index.md": "# Another guide\n"}),
        mark(
            tmp_path / "e",
            TALK,
            {"journeys/first-steps.yaml": "title: F\nstages: [{title: A, activities: [talk]}, B]\n"},
        ),
    ]
    assert len(set(marks)) == len(marks)


@pytest.mark.slow
def test_the_page_shows_the_mark_of_its_card(tmp_path: Path) -> None:
    """The activity's page and both sides of its card carry the same mark."""
    site = site_of(tmp_path, SMALL | {"toolkit/talk.yaml": TALK})
    pages = {page.path: page.fills.fill(page.markdown) for page in build.build(site)}
    wanted = f"v {Decks(site).mark(site.book.activities['talk'])}"
    assert wanted in pages["toolkit/talk/index.md"]
    assert pages["toolkit/cards/index.md"].count(wanted) == 2


def test_a_card_has_words_where_the_page_has_markdown(tmp_path: Path) -> None:
    """Links, lists, emphasis and code of a field become plain sentences; embeds are left out."""
    from journeybook.pages.scribe import Scribe

    scribe = Scribe(site_of(tmp_path, SMALL), "toolkit/talk/index.md")
    text = "Do *this* with `care` in [](activity:talk):\n\n- one & two\n- [three](https://x.org)\n\n![](journey:first-steps)"
    assert prose(scribe, text) == "Do this with care in toolkit activity 1, A talk: – one & two – three"
    assert prose(scribe, "Say “hello”.\nThen go.") == "Say “hello”. Then go."
    assert prose(scribe, None) == ""


def test_sentences_are_cut_at_their_ends() -> None:
    """A sentence ends at its mark and the quotes after it."""
    assert sentences("Ask “Why?” and wait. Then go… Stop! 3.5 is fine.") == [
        "Ask “Why?” and wait.", "Then go…", "Stop!", "3.5 is fine.",
    ]  # fmt: skip
    assert sentences("") == []
