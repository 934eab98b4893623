"""No page of an edition leads to what it leaves out, and words that look a little like an address stay."""

from __future__ import annotations

import pytest

from journeybook.builders.config.edition_addresses import refuse_addresses
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.handbook.left_out import LeftOut

LEFT_OUT = LeftOut(["mentors/index.md", "toolkit/talk/index.md", "\u00fc/index.md"], "https://example.org/hb/")


@pytest.mark.parametrize(
    "html",
    [
        "<option value='../mentors/'>", '<div hx-get="../mentors/a.png">', "<p x=../mentors/>", "<a :to='../mentors/'>",
        "<p title='see ../mentors/'>", "<p alt='mentors/' @click=\"go('../mentors/')\">",
        "<p class=x v='[\"../mentors/\"]'>",
        "<code>../mentors/index.md</code>", "/hb/mentors/", "x (../mentors)", "activity:talk", "<activity:talk>",
        "<a href='activity%3Atalk'>", "<a href=activity&#58;talk>",
        "<a href='https:///example.org/hb/mentors/'>", "<a href='../u\u0308/'>", "<a href=../%C3%BC/>",
        "<!-- ../mentors/ -->",
        "<script>a</script> <!-- b --> <b>../mentors/x.md</b>", "<a title='a > b' data='../mentors'>",
    ],
)  # fmt: skip
def test_an_address_is_found(html: str) -> None:
    """In any attribute, and in what is read."""
    with pytest.raises(EditionError, match="leads to what the edition leaves out"):
        refuse_addresses(f"<p>One {html} two</p>", "p.md", "p/", LEFT_OUT)


@pytest.mark.parametrize(
    "html",
    [
        "mentors/mentees", "mentors", "mentors.", "/mentors and/or mentees", "<img alt='for mentors/mentees'>",
        "<p class='mentors' id=mentors title='mentors/mentees'>", "activity: talk", "activity:talks", "journey:talk",
        "<a href='https://uni.example/mentors/'>x</a>", "https://uni.example/hb/mentors/", "../others/a.md",
        "<path d='M1/2 3.5'>", "talk.yaml",
    ],
)  # fmt: skip
def test_words_are_no_addresses(html: str) -> None:
    """A slash may stand between two of them, and other sites have such pages too."""
    refuse_addresses(f"<p>One {html} two</p>", "index.md", "", LEFT_OUT)


def test_what_a_note_leads_back_to_is_told_as_the_note() -> None:
    """Its address stands nowhere in the author's text."""
    with pytest.raises(EditionError, match=r"the note ‘\[\^plan\]’ stands in the page, and only what"):
        refuse_addresses("<a href='#fnref:plan'>x</a>", "p.md", "p/", LeftOut({"p.md#fnref:plan"}))


def test_a_page_below_an_index_that_is_gone() -> None:
    """One of the author's own is there; what lies below an activity that is gone is not."""
    gone = LeftOut({"toolkit/index.md", "toolkit/talk/index.md", "sec/index.md"})
    assert [gone.has(path) for path in ("toolkit/guide/", "toolkit", "toolkit/talk/x.pdf", "sec/x")] == [
        False, True, True, True
    ]  # fmt: skip
