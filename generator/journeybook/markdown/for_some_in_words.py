"""Find words of a text that say for whom it is, and hide nothing: `[for mentors]`, `(mentors only)`."""

from __future__ import annotations

import re

from journeybook.markdown.role_words import AROUND, ROLE, TELLING, with_roles_marked

MAY_SAY = re.compile(r"[\[(]|\b(?:only|nur|seulement|uniquement|sólo|solo|alleen|bara|kun)\b", re.I)
"""What a text has that says so."""
_IN_BRACKETS = re.compile(r"(?P<open>[\[(])(?P<said>[^\[\]()\n]{1,60})[\])](?![\[(:{])")
_BEFORE_COLON = re.compile(r"[ \t]*(?P<said>[^\[\]():\n]{1,60}?)[ \t]*:(?=[ \t\n])", re.M)
_WORD = re.compile(r"[^\W\d_]+|\x01")
_FOR = frozenset(("for", "für", "pour", "para", "per", "voor", "för", "til", "dla"))
_ONLY = frozenset(
    (
        *("only", "exclusively", "internal", "private", "nur", "ausschliesslich", "seulement", "uniquement", "réservé"),
        *("solo", "sólo", "exclusivamente", "soltanto", "solamente", "só", "somente", "apenas", "alleen", "endast"),
        *("uitsluitend", "bara", "kun", "bare", "tylko"),
    )
)
"""Words that say that nobody else is meant; `(without the mentor)` tells what people do."""
_END = re.compile(r"[.!?…。？！؟]['\"’”»]?[ \t]*$")


def said_for_some(text: str, roles: tuple[str, ...]) -> tuple[int, str] | None:
    """Give the place of the first words that say for whom a text is, and the words; None where there are none.

    A role alone in brackets says so at the beginning of a text, or behind its last sentence; `your buddy (mentor)` is
    an explanation, and `Dear [mentor],` a place to fill in.
    """
    if not MAY_SAY.search(text):
        return None
    for one in _IN_BRACKETS.finditer(text):
        words = _words_beside_roles(one["said"], roles)
        if words is None:
            continue
        before, after = text[: one.start()], text[one.end() :]
        alone = not before.strip() or (not after.strip() and (one["open"] == "[" or _END.search(before)))
        told = _ONLY if one["open"] == "(" else {*_ONLY, *_FOR}  # a pen may be `(for the mentor)`
        if words & told or (alone and not words):
            return one.start(), one[0]
    for one in _BEFORE_COLON.finditer(text):
        at_start = not text[: one.start("said")].strip() or text[one.start("said") - 1 : one.start("said")] == "\n"
        words = _words_beside_roles(one["said"], roles)
        if at_start and words and words & _ONLY:
            return one.start("said"), f"{one['said']}:"
    return None


def _words_beside_roles(text: str, roles: tuple[str, ...]) -> set[str] | None:
    """Give the words beside the roles that a text names; None where it names none, or has other words or figures."""
    words = set(_WORD.findall(with_roles_marked(text, roles)))
    if ROLE not in words or re.search(r"\d", text) or not words <= {ROLE, *AROUND, *TELLING}:
        return None
    return words - {ROLE}
