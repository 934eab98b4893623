"""Measuring, wrapping and cutting text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from diagrams.diagram_samples import LABELS
from diagrams.scripts import SCRIPTS
from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.styles import BODY, STYLES
from journeybook.diagrams.parts.sheet import PHONE_WIDTH
from journeybook.text.font import TextStyle, width
from journeybook.text.graphemes import clusters, shorten
from journeybook.text.wrap import wrap

ALPHABET = "aäbcdefghil mnorstuy -/–ABCßéẞşđżñΑβγЖз1234.,;:!?’“”«»\u00ad\u200b\u00a0" + "".join(
    map("".join, LABELS.values())
)
TEXT = st.text(st.one_of(st.sampled_from(ALPHABET), st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))


def measured() -> Iterator[tuple[str, float, float, str]]:
    """Language, em in the widest regular and the widest bold font, and text: as measure_fonts.py wrote them."""
    for line in Path(__file__).with_name("widest.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, regular, bold, _, text = line.split("\t")
            yield language, float(regular), float(bold), text


MEASURED = list(measured())


def essence(text: str) -> str:
    """The text without what wrapping may take or add: spaces, soft hyphens, hyphens."""
    return "".join(text.translate(INVISIBLE).replace("-", "").split())


@given(TEXT, st.integers(20, 400), st.sampled_from(sorted(LABELS)))
@example("Datenschutzgrundverordnungsbeauftragter", 60, "de")
@example("00：", 20, "ar")  # the closing sign has no room beside what it is to follow
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


@pytest.mark.parametrize(("language", "regular", "bold", "text"), MEASURED, ids=lambda value: str(value)[:12])
def test_widths_of_what_the_font_lacks(language: str, regular: float, bold: float, text: str) -> None:
    """A text is counted as wide as the widest of the common fonts makes it, and wider by a fifth at most."""
    for weight, widest in ((400, regular), (500, regular), (600, bold), (700, bold)):
        counted = sum(width(word, TextStyle("a", 1, weight, 1)) for word in text.split())
        assert widest <= counted <= 1.25 * widest, (language, weight)


def test_every_script_is_measured() -> None:
    """There is a label and a sentence for each of the samples, in 25 languages and more."""
    assert [(language, text) for language, *_, text in MEASURED] == [
        (language, text) for language, texts in SCRIPTS.items() for text in texts
    ]
    assert len(SCRIPTS) >= 25


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("初", 1, 1.05),
        ("𠮷", 1, 1.05),
        ("한", 1, 1.05),
        ("⭐", 1.37, 1.5),
        ("✅", 1.37, 1.5),
        ("👩‍👩‍👧‍👦", 1.37, 1.5),
        ("🇩🇪", 0.9, 1.2),
        ("→", 0.84, 1.1),
        ("★", 0.84, 1.1),
        ("①", 0.84, 1.2),
    ],
)
def test_widths_of_signs(text: str, low: float, high: float) -> None:
    """Han and Hangul are as wide as high in every plane, emoji of every block are as wide as the widest draw them."""
    assert low <= width(text, TextStyle("a", 1, 400, 1)) <= high


def test_widths_of_shaped_text() -> None:
    """Marks add what they add, a joined letter is narrower, a bound one lies below; parted letters are not joined."""
    style = TextStyle("a", 1, 400, 1)
    assert width("ก่", style) == width("ก", style)
    assert width("مؤ", style) == width("م\u200d", style) + width("ؤ", style)
    assert width("بب", style) < width("ب\u200cب", style) == 2 * width("ب", style)
    assert width("دب", style) == width("د", style) + width("ب", style)
    assert width("మో", style) > width("మ", style) + 0.3
    assert width("ర్చ", style) < width("ర", style) + width("చ", style)


def test_cut() -> None:
    """A long text ends with `…` after as many characters as allowed, and a family of emoji stays together."""
    assert shorten("a" * 160, 160) == "a" * 160
    assert shorten("a" * 161, 160) == "a" * 159 + "…"
    assert shorten("one, two", 6) == "one…"
    assert shorten("👩‍👩‍👧‍👦" * 4, 3) == "👩‍👩‍👧‍👦" * 2 + "…"


def test_a_renderer_without_the_font_moves_no_text() -> None:
    """A text has room for a letter of the renderer's for each of its code points, the marks too, as it stands left."""
    canvas, text = Canvas(400), LABELS["th"][1]
    canvas.text(0, 0, [text], BODY)
    wide = re.search(r'fontsize=[^]]*width="([\d.]+)"', canvas.dot(40))
    assert wide and float(wide[1]) * 72 > len(text) * BODY.size


def test_no_small_text() -> None:
    """Nothing is drawn below 13 pixels."""
    assert min(style.size for style in STYLES.values()) >= 13


def test_letters_are_large_enough_on_the_narrowest_phone() -> None:
    """A screen of 320 px has a column of 280; the smallest letters of a drawing are 12 px there."""
    assert min(style.size for style in STYLES.values()) * 280 / PHONE_WIDTH >= 12
