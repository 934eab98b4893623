"""Words in the order of a language's own dictionaries, and the letter under which each stands."""

from __future__ import annotations

import random

import pytest

from journeybook.text.alphabet import OWN_LETTERS, alphabet_order, first_letter

ORDERS = {
    "en": ["2 days", "10 days", "élan", "elbow", "first aid", "first-aider", "Zebra", "zoo"],
    "de": ["Apfel", "Äpfel", "Arzt", "Öl", "Osten", "Straße", "Strauß", "Zug"],
    "sv": ["Apa", "Zebra", "Ånd", "Ärende", "Öl"],
    "nb": ["Zebra", "Ære", "Øl", "Å"],
    "es": ["nube", "nutria", "ñandú", "oso"],
    "cs": ["cena", "čaj", "hora", "chata", "jaro"],
    "hu": ["cukor", "csak", "dal", "zab", "zsák"],
    "pl": ["las", "łapa", "zero", "źródło", "żaba"],
    "tr": ["hal", "ısı", "İzmir", "kız", "su", "şu"],
    "uk": ["год", "ґанок", "еко", "єнот", "им", "інше", "їжа", "йод"],
    "vi": ["an", "ăn", "âm", "da", "đa"],
    "th": ["กา", "แก", "ขา", "โมง"],
    "ja": ["あき", "カード", "メンター"],
}


@pytest.mark.parametrize("language", ORDERS)
def test_words_are_in_the_order_of_their_language(language: str) -> None:
    """However they come."""
    words = ORDERS[language]
    mixed = random.Random(7).sample(words, len(words))
    assert sorted(mixed, key=lambda word: alphabet_order(word, language)) == words


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("élan", "fr", "E"),
        ("Äpfel", "de", "A"),
        ("ärende", "sv", "Ä"),
        ("chata", "cs", "Ch"),
        ("istanbul", "tr", "İ"),
        ("ısı", "tr", "I"),
        ("‘quoted’", "en", "Q"),
        ("360° view", "en", "0–9"),
        ("…", "en", "#"),
        ("æble", "en", "A"),
        ("แม่", "th", "ม"),
        ("カード", "ja", "か"),
        ("مرشد", "ar", "م"),
        ("ắn", "vi", "Ă"),
    ],
)
def test_each_stands_under_a_letter(word: str, language: str, letter: str) -> None:
    """A letter that is one of its own in the language, or the one without its sign."""
    assert first_letter(word, language) == letter


def test_the_letters_of_a_language_stand_together() -> None:
    """The groups of a page are made of neighbours: no letter comes twice."""
    for language, words in ORDERS.items():
        letters = [first_letter(word, language) for word in words]
        assert len(list(dict.fromkeys(letters))) == sum(a != b for a, b in zip(letters, ["", *letters], strict=False))


def test_the_lists_name_languages() -> None:
    """By their codes, in small letters, each with letters behind others."""
    for language, chains in OWN_LETTERS.items():
        assert language == language.lower() and all("<" in chain for chain in chains.split())
