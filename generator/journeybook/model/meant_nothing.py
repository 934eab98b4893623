"""Texts by which people say that a field has nothing, or that it has something, and not what."""

from __future__ import annotations

import re

_MARKS = frozenset(["-", "--", "---", "–", "—", "/", "//", ".", "..", "…", "...", "\\", "n/a", "n.a", "n-a", "n\\a"])
_NOTHING = frozenset(
    (
        *("none", "nothing", "nil", "no", "not applicable", "not needed", "not required", "none needed"),
        *("none required", "nothing needed", "nothing required", "nothing special", "no materials", "no material"),
        *("no materials needed", "no materials required", "null", "empty", "false"),
        *("keine", "keins", "nichts", "entfällt", "aucun", "aucune", "rien", "néant", "ninguno", "ninguna", "nada"),
        *("nessuno", "nessuna", "niente", "nenhum", "nenhuma", "geen", "niets", "ingen", "inga", "intet", "brak"),
        *("žádné", "нет", "немає", "无", "無", "没有", "なし", "없음", "لا شيء", "אין", "yok"),
    )
)
_SOMETHING = frozenset(("yes", "true", "x", "✓", "✔", "✅", "ja", "oui", "sí", "si", "sì", "sim", "да", "是", "はい"))


def _bare(text: str) -> str:
    said = " ".join(text.split()).casefold()
    return said.strip("()[]!. ") or said


def is_mark_of_nothing(text: str) -> bool:
    """Tell whether a text is only a sign such as `-` or `n/a`."""
    return " ".join(text.split()).casefold() in _MARKS or _bare(text) in _MARKS


def says_nothing(text: str) -> bool:
    """Tell whether a text says that there is nothing, as `none` and `-` do."""
    return is_mark_of_nothing(text) or _bare(text) in _NOTHING


_TO_WRITE = frozenset(
    (
        *("tbd", "tbc", "fixme", "to be defined", "to be written", "to be confirmed", "to be decided", "to be added"),
        *("untitled", "untitled page", "title of this page", "page title", "your title here", "title here"),
        *("to follow", "text follows", "text to follow", "coming soon", "your text here", "insert text here"),
        *(
            "lorem ipsum",
            "text folgt",
            "folgt",
            "folgt noch",
            "platzhalter",
            "à compléter",
            "à venir",
            "por definir",
            "da definire",
        ),
    )
)
_TO_FOLLOW = re.compile(
    r"(?:summary|description|text|content|picture|photo|video) (?:to follow|to come|follows|(?:will )?follow)"
)
"""What is still to be written by its own words, in small letters: `summary to follow`."""
_OPEN_QUESTION = re.compile(
    r"(?:what|who|whom|where|when|why|how|which|was|wer|wo|wann|warum|wie) ?(?:…|\.{3}) ?\?", re.I
)
_NO_TITLE = re.compile(
    r"new (?:activity|journey|workshop|stage|handout|step)(?: \d{1,2})?"
    r"|untitled(?: (?:activity|journey|workshop|\d{1,2}))?|title"
    r"|title here|ohne titel|neue (?:aktivität|reise)|sans titre|sin título|senza titolo"
)
"""Titles that programs and copies have, in small letters."""
_BY_PROGRAMS = (
    "click or tap here to enter text",
    "click here to enter text",
    "click to add text",
    "klicken oder tippen sie hier, um text einzugeben",
    "klicken sie hier, um text einzugeben",
    "cliquez ou appuyez ici pour entrer du texte",
    "haga clic o pulse aquí para escribir texto",
    "lorem ipsum dolor",
)
"""What programs, above all Word, put in the place of a text that is still to be written, in small letters."""
_LOST_REFERENCES = (
    "error! reference source not found",
    "error! bookmark not defined",
    "fehler! verweisquelle konnte nicht gefunden werden",
    "fehler! textmarke nicht definiert",
    "erreur ! source du renvoi introuvable",
    "¡error! no se encuentra el origen de la referencia",
)
"""What Word puts in the place of what a text refers to and is no longer there."""
_VERBS = (
    "add|ask|call|change|check|clarify|confirm|copy|decide|discuss|email|expand|fill|find|finish|fix|get|improve|insert"
    "|link|look|make|mention|move|remove|replace|review|rewrite|say|see|send|shorten|talk|tell|think|translate|update"
    "|write"
)
"""What a note of an author's tells him to do; in Spanish `TODO` says that all is meant."""
_BEGINS = re.compile(
    r"(?:TODO|FIXME|TBD|TBC|XXX)\s*[:–—-]\s*\S|\((?:TODO|[Tt]o ?do|TBD|TBC)\)"
    rf"|(?:TODO|FIXME|XXX) (?i:{_VERBS})\b"
)
_INSERT = re.compile(
    r"\[(?:insert|enter|add|type|fill in)\b[^\[\]\n]{0,60}\bhere\](?!\()|\{\{\s*[a-z][\w. -]{0,40}\s*\}\}"
    rf"|(?<=[.!?)…] )(?-i:TODO|FIXME)(?:: ?\S| (?:{_VERBS})\b)[^.!?\n]*",
    re.I,
)
"""What a template has in the place of a name: `[insert name here]`, `{{name}}`; and a note behind a sentence."""


def is_placeholder(text: str) -> bool:
    """Tell whether a text only marks that one is still to be written: TODO, TBD, xxx, `Click here to enter text`."""
    said = " ".join(text.split())
    folded, bare = said.casefold(), _bare(said).rstrip(":")
    if bare in _TO_WRITE or bare.startswith("lorem ipsum ") or any(words in folded for words in _BY_PROGRAMS):
        return True
    if is_lost_reference(folded) or _TO_FOLLOW.fullmatch(bare):
        return True
    is_sign = bool(re.fullmatch(r"x{3,}|\?{3,}", bare)) or said.strip(" .:!") == "TODO"  # `Todo` is a word
    return is_sign or bool(_BEGINS.match(said))


def is_no_title(text: str) -> bool:
    """Tell whether a title is one that nobody has written yet: `Untitled`, `New activity`."""
    return is_placeholder(text) or bool(_NO_TITLE.fullmatch(_bare(text)))


def is_open_question(text: str) -> bool:
    """Tell whether a question is only its first word, as `What …?` is; on a page, it may be one to go on with."""
    return bool(_OPEN_QUESTION.fullmatch(text.strip()))


def is_lost_reference(text: str) -> bool:
    """Tell whether Word has left in a text that it lacks what this refers to."""
    folded = " ".join(text.split()).casefold()
    return any(words in folded for words in _LOST_REFERENCES)


def to_fill_in(text: str) -> re.Match[str] | None:
    """Find what a template has in the place of a name, within a text."""
    return _INSERT.search(text)


def says_only_yes(text: str) -> bool:
    """Tell whether a text says that there is something, and not what."""
    return _bare(text) in _SOMETHING
