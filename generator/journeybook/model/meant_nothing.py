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


def is_placeholder(text: str) -> bool:
    """Tell whether a text only marks that one is still to be written: TODO, TBD, xxx."""
    bare = _bare(text).rstrip(":")
    is_sign = bare in ("tbd", "fixme", "to be defined", "to be written", "lorem ipsum") or bare.startswith(
        "lorem ipsum "
    )
    return is_sign or bool(re.fullmatch("x{3,}", bare)) or text.strip(" .:!") == "TODO"  # `Todo` is a word


def says_only_yes(text: str) -> bool:
    """Tell whether a text says that there is something, and not what."""
    return _bare(text) in _SOMETHING
