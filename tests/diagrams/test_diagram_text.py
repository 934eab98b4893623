"""Measuring, wrapping and cutting text."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from diagrams.diagram_samples import LABELS
from journeybook.diagrams.font import SLACK, TextStyle, width
from journeybook.diagrams.graphemes import clusters, shorten
from journeybook.diagrams.styles import BODY, STYLES
from journeybook.diagrams.wrap import wrap

ALPHABET = "aäbcdefghil mnorstuy -/–ABCßéẞşđżñΑβγЖз1234.,;:!?’“”«»\u00ad\u200b\u00a0" + "".join(
    map("".join, LABELS.values())
)
TEXT = st.text(st.one_of(st.sampled_from(ALPHABET), st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))


def essence(text: str) -> str:
    """The text without what wrapping may take or add: spaces, soft hyphens, hyphens."""
    return "".join(text.translate(INVISIBLE).replace("-", "").split())


@given(TEXT, st.integers(20, 400), st.sampled_from(sorted(LABELS)))
@example("Datenschutzgrundverordnungsbeauftragter", 60, "de")
@settings(max_examples=300, deadline=None)
def test_fits(text: str, room: int, language: str) -> None:
    """No line is wider than the room, but for a line of one character as readers count them."""
    for line in wrap(text, room, BODY, language=language):
        assert width(line, BODY) <= room + 1e-6 or len(clusters(line.removesuffix("-"))) == 1


@given(TEXT, st.integers(20, 400), st.sampled_from(sorted(LABELS)))
@settings(max_examples=300, deadline=None)
def test_loses_nothing(text: str, room: int, language: str) -> None:
    """The lines together are the text, but for spaces at line ends and hyphens added."""
    assert essence("".join(wrap(text, room, BODY, language=language))) == essence(text)


@given(TEXT, st.integers(20, 400), st.sampled_from(sorted(LABELS)))
@settings(max_examples=200, deadline=None)
def test_keeps_characters_whole(text: str, room: int, language: str) -> None:
    """No line begins inside of what readers see as one character."""
    assume(not set(text) & {"\u00ad", "\u200b", "-"})
    words = "".join(text.split())
    ends, at = set(), 0
    for cluster in clusters(words):
        ends.add(at := at + len(cluster))
    at = 0
    for line in wrap(text, room, BODY, language=language):
        at += len("".join(line.replace("-", "").split()))
        assert at in ends


@given(st.text())
def test_clusters_join_to_the_text(text: str) -> None:
    """Cutting a text into characters as readers count them loses nothing."""
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [("👩‍👩‍👧‍👦🇩🇪🇫🇷👍🏽", 4), ("é", 1), ("क्षत्रिय", 3), ("กำ", 1), ("เก", 1), ("한국", 2), ("❤️", 1)],
)
def test_clusters(text: str, count: int) -> None:
    """Emoji families, flags, skin tones, accents, Indic conjuncts, Thai vowels and Hangul count as readers count."""
    assert len(clusters(text)) == count


def test_balanced() -> None:
    """Lines are as few as can be, and even: no last line with one word."""
    assert wrap("Onboarding checklist for the whole client team", 240, BODY) == [
        "Onboarding checklist for",
        "the whole client team",
    ]


@pytest.mark.parametrize(
    ("text", "room", "language", "lines"),
    [
        ("Datenschutzbeauftragter", 120, "de", ["Datenschutz-", "beauftragter"]),
        ("Superkali\u00adfragilistisch", 100, "xx", ["Superkali-", "fragilistisch"]),
        ("Input/Output", 60, "en", ["Input/", "Output"]),
        ("お客様が初めて相談窓口に", 90, "ja", ["お客様が", "初めて", "相談窓口に"]),
        ("AAAAAAAAAA", 50, "xx", ["AAAA-", "AAAA-", "AA"]),
        ("", 50, "en", []),
    ],
)
def test_breaks(text: str, room: int, language: str, lines: list[str]) -> None:
    """Words break at syllables, soft hyphens, slashes and phrases, and anywhere only where nothing else fits."""
    assert wrap(text, room, BODY, language=language) == lines


def test_widths_follow_the_font() -> None:
    """Widths are those of the served Inter: known advances of its default, and wider letters in heavier weights."""
    regular, bold = TextStyle("a", 2048, 400, 1), TextStyle("b", 2048, 700, 1)
    assert width("A", regular) == 1413
    assert width("AVÅЖΩ", bold) > width("AVÅЖΩ", regular)


def test_widths_of_what_the_font_lacks() -> None:
    """Wide characters count as 1 em, others as 0.65 em, marks as nothing; all with 12 % of slack."""
    style = TextStyle("a", 100, 400, 1)
    assert width("初", style) == pytest.approx(100 * SLACK)
    assert width("ع", style) == pytest.approx(65 * SLACK)
    assert width("ก่", style) == width("ก", style)


def test_cut() -> None:
    """A long text ends with `…` after as many characters as allowed, and a family of emoji stays together."""
    assert shorten("a" * 160, 160) == "a" * 160
    assert shorten("a" * 161, 160) == "a" * 159 + "…"
    assert shorten("one, two", 6) == "one…"
    assert shorten("👩‍👩‍👧‍👦" * 4, 3) == "👩‍👩‍👧‍👦" * 2 + "…"


def test_no_small_text() -> None:
    """Nothing is drawn below 13 pixels."""
    assert min(style.size for style in STYLES.values()) >= 13
