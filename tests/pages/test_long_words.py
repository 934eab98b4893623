"""Long words of headings are broken where a drawing would break them."""

from __future__ import annotations

import pytest

from journeybook.pages.long_words import narrow_with_soft_hyphens, with_soft_hyphens

LONG = "Wiedereinstiegsbegleitungsprogramm"
BROKEN = "Wieder-ein-stiegs-beglei-tungs-pro-gramm"


def shown(html: str, language: str = "de") -> str:
    """A page with its soft hyphens as hyphens."""
    return narrow_with_soft_hyphens(html, language).replace("\u00ad", "-")


@pytest.mark.parametrize("name", ["h1", "h2", "h3", "h4"])
def test_long_words_of_headings_have_soft_hyphens(name: str) -> None:
    """In the title, a section's heading and a card's title; the text between them stays as it is."""
    html = f'<p>{LONG}</p><{name} id="{LONG}">Das <a href="#{LONG}">{LONG}</a> &amp; mehr</{name}><p>{LONG}</p>'
    broken = f'<p>{LONG}</p><{name} id="{LONG}">Das <a href="#{LONG}">{BROKEN}</a> &amp; mehr</{name}><p>{LONG}</p>'
    assert shown(html) == broken


@pytest.mark.parametrize("tag", ['dl class="jb-glance"', 'nav class="jb-pn" aria-label="On"'])
def test_long_words_of_narrow_columns_have_soft_hyphens(tag: str) -> None:
    """Facts stand in two columns on a phone, and so do the ways to what is before and after."""
    name = tag.split()[0]
    html = f"<{tag}><div>{LONG}</div></{name}><{name}>{LONG}</{name}>"
    assert shown(html) == f"<{tag}><div>{BROKEN}</div></{name}><{name}>{LONG}</{name}>"


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Begleitungsprogr</h1>",
        f"<h2>Das <code>{LONG}</code></h2>",
        "<h2>Wieder\u00adeinstiegsbegleitungsprogramm</h2>",
        "<h2>ภาษาไทยภาษาไทยภาษาไทย</h2>",
        "<h5>" + LONG + "</h5>",
    ],
)
def test_what_fits_and_what_has_places_to_break_stays(html: str) -> None:
    """Words that fit a phone's line, code, words with an author's soft hyphens, and scripts without hyphens."""
    assert narrow_with_soft_hyphens(html, "de") == html


def test_words_of_a_language_that_nobody_knows_stay() -> None:
    """Without its syllables a word is not cut."""
    assert with_soft_hyphens(LONG, "tlh") == LONG
