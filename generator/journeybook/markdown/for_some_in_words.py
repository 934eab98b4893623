"""Find words that say for whom a text is, and hide nothing: `[for mentors]`, `(mentors only)`, `## Mentors only`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from journeybook.markdown.role_words import AROUND, ROLE, TELLING, with_roles_marked
from journeybook.markdown.signs.code import without_code

MAY_SAY = re.compile(
    r"[\[(]|\b(?:only|nur|seulement|uniquement|sólo|solo|alleen|bara|kun"
    r"|not for|nicht für|pas pour)\b",
    re.I,
)
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
_NOT = frozenset(("not", "nicht", "pas", "no", "non", "niet", "não", "inte", "ikke"))
"""Words that, with one of `_FOR`, say who does not see something."""
_CONTENT = frozenset(
    (
        *("answer", "answers", "background", "chapter", "guidance", "hint", "hints", "info", "information", "note"),
        *("notes", "instructions", "page", "part", "question", "questions", "section", "sections", "solution"),
        *("solutions", "text", "tip", "tips"),
    )
)
"""What a heading may call that which is below it: `Notes for facilitators only`; a `meeting` is no such thing."""
_END = re.compile(r"[.!?…。？！؟]['\"’”»]?[ \t]*$")
_LABEL = re.compile(
    r"""^[ \t>]*+(?:
        \#{1,6}[ \t]*(?P<heading>[^\n]*?)[ \t#]*(?:\{[^{}\n]*\})?[ \t]*$
        | (?:!!!|\?\?\?\+?|===[!+]{0,2}|///)[^"|\n]*["|](?P<box>[^"\n]*)
        | (?:<details\b[^<>\n]*>[ \t]*)?<(?:summary|h[1-6]|legend|caption)\b[^<>\n]*>(?P<html>[^<>\n]*)</
        | (?P<underlined>[^\s\-=][^\n]*?)[ \t]*\n[ ]{0,3}(?:={3,}|-{3,})[ \t]*$
        | (?P<item>(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<sign>\*{1,3}|_{1,3})(?P<bold>[^*_\n]+)(?P=sign)
          (?=(?P<behind>[ \t]*(?:$|[:.(–—-])?))
        | (?P<bullet>(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<plain>[^\s:*_+>#|\d-][^:*_\n]{0,60}):(?=[ \t\n])
        | (?:(?:[-*+]|\d{1,3}[.)])[ \t]+)(?P<bracket>\([^()\n]{1,60}\))[ \t]+\S[^\n]*[.!?…][ \t]*$
    )""",
    re.M | re.X,
)
"""What stands above a text, or at its beginning, and says what it is: in a page or another Markdown text."""
_CELL = re.compile(r"(?<=\|)[ \t]*(?P<said>[^|:*_\n]{1,60}):(?=[ \t])")
_LINK = re.compile(r"(?<!!)\[(?P<said>[^\[\]\n]{1,200})\]\((?P<file>[^\s():]+\.\w{1,5})\)")
_LABELLED = re.compile(r"[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\(|[*_]{1,3}[^*_\n]+[*_]|[^\s:][^:\n]{0,60}:(?:\s|$))")
_IN_LIST = re.compile(r"[ \t>]*$|[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]|[ \t]{2}")
_WAY_IN = re.compile(
    r"\((?P<said>[^()\n–—:]{1,60}?)\s*(?:[–—:]|\s-\s)[^()\n]*\b(?:code|pin|password|passwort|passcode)\b", re.I
)
"""A place with the words that let somebody in, and whom: `(facilitators only – code 4711)`."""
_SENTENCE = re.compile(r"[^\n.!?…]*(?:\.(?=\w)[^\n.!?…]*)*")
_SECRET = re.compile(
    r"\b(?:code|pin|password|passwort|passcode|combination|kennwort|kode|wifi|wi-fi)\b[^\n]*?(?:\d{3,}|(?:\bis|:|=)\s+[^\s(])"
    r"|(?<![\d:/.-])(?!\d\d?[/-]\d\d?[/-]\d)[+0]\d[\d /-]{5,}\d(?![\d:])",
    re.I,
)
"""What lets somebody in, and numbers of telephones: a sentence that says them is for nobody else."""
_APART = re.compile(r"\s(?:–|—|--?|\||/)\s")


@dataclass(frozen=True, slots=True)
class LabelForSome:
    """A heading, a title of a box or the words before a text, and where they begin; `is_title` tells of `# …`.

    `kind` is `cell` in a row of a table, `link` for the words of a link to a file, and `sentence` beside a secret.
    """

    start: int
    words: str
    is_title: bool
    kind: str = ""


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


def says_so_of_all(label: str, names: tuple[str, ...]) -> bool:
    """Tell whether a heading or a title says that what it stands above is for some alone: `Answers (mentors only)`.

    `For mentors` may be read by all, and `A meal for mentors only` is a meal.
    """
    label = label.strip().strip("*_`").strip()
    if label.endswith(("?", "؟", "？")):
        return False
    parts = [one["said"] for one in _IN_BRACKETS.finditer(label)]
    parts += [label, label.partition(":")[0], *_APART.split(label)]
    return any(map(_hides, (_words_beside_roles(part, names) for part in parts))) or _is_content(label, names)


def way_in_for_some(text: str, names: tuple[str, ...]) -> str | None:
    """Give the words of a place that say who alone has the code or the password behind them."""
    found = _WAY_IN.search(text)
    return found["said"] if found and _hides(_words_beside_roles(found["said"], names)) else None


def cells_and_links_for_some(text: str, names: tuple[str, ...]) -> Iterator[LabelForSome]:
    """Find cells of tables that begin with `For mentors only:`, and links and secrets beside which `(mentors only)` is.

    A cell `Mentors only: lunch` may well say who takes part.
    """
    if not MAY_SAY.search(text):
        return
    shown = without_code(text)
    for one in _CELL.finditer(shown):
        said = _words_beside_roles(one["said"], names) or set[str]()
        if said & _FOR and said & _ONLY:
            yield LabelForSome(one.start("said"), one["said"].strip(), is_title=False, kind="cell")
    for one in _IN_BRACKETS.finditer(shown):
        if one["open"] == "(" and _hides(_words_beside_roles(one["said"], names)) and _is_secret(shown, one.start()):
            yield LabelForSome(one.start(), one[0], is_title=False, kind="sentence")
    for one in _LINK.finditer(shown):
        if not one["file"].endswith((".md", ".html")) and says_so_of_all(one["said"], names):
            yield LabelForSome(one.start("said"), one["said"].strip(), is_title=False, kind="link")


def _is_secret(text: str, place: int) -> bool:
    """Tell whether the sentence around a place of a text has a code, a password or the number of a telephone."""
    line = text.rfind("\n", 0, place) + 1
    sentence = next((one[0] for one in _SENTENCE.finditer(text, line) if one.end() > place), "")
    return bool(_SECRET.search(sentence))


def labels_for_some(text: str, names: tuple[str, ...]) -> Iterator[LabelForSome]:
    """Find the headings, the titles of boxes and tabs, and the words in bold or before a colon that say so.

    A sentence may say it of what people do: `**Only mentors** see it`, and so may an item of a list, as one that begins
    with `**Mentors only:**` beside one with `**Both:**`.
    """
    if not MAY_SAY.search(text):
        return
    shown = without_code(text)
    for one in _LABEL.finditer(shown):
        kind = (one.lastgroup if one["bold"] is None else "bold") or "plain"
        words = one[kind]
        if not says_so_of_all(words, names):
            continue
        begins = not text[: one.start()].strip() or text[: one.start()].endswith(("\n\n", "\n\r\n"))
        said = _words_beside_roles(words.strip().rstrip(":."), names) or set[str]()
        if kind == "bold":
            ends = words.rstrip().endswith((":", ".")) or bool(one["behind"].strip()) or _is_a_line(text, one.end())
            if not ends or (one["item"] and not said & _FOR and _has_labels_around(shown, one.start())):
                continue
        if kind == "plain" and one["bullet"] and not (said & _FOR and said & _ONLY):
            continue
        if kind == "plain" and not one["bullet"] and (not begins or not said & _ONLY):
            continue
        if kind == "bracket" and _has_labels_around(shown, one.start()):
            continue
        yield LabelForSome(one.start(kind), words.strip(), kind == "heading" and not one[0].lstrip().startswith("##"))


def _has_labels_around(text: str, place: int) -> bool:
    """Tell whether another item of a list begins with words that say whose it is: then they tell who does what."""
    number, lines = text.count("\n", 0, place), text.split("\n")
    above = takewhile(_IN_LIST.match, reversed(lines[:number]))
    below = takewhile(_IN_LIST.match, lines[number + 1 :])
    return any(_LABELLED.match(line) for line in (*above, *below))


def _is_a_line(text: str, place: int) -> bool:
    return not text[place:].partition("\n")[0].strip()


def _hides(words: set[str] | None) -> bool:
    return bool(words and (words & _ONLY or (words & _NOT and words & _FOR)))


def _is_content(label: str, names: tuple[str, ...]) -> bool:
    """Tell whether a label names texts that are for some only, as `Notes for facilitators only` does."""
    words = set(_WORD.findall(with_roles_marked(label, names)))
    is_told = ROLE in words and bool(words & _CONTENT and words & _ONLY and words & _FOR)
    return is_told and words <= {ROLE, *AROUND, *TELLING, *_CONTENT}


def _words_beside_roles(text: str, roles: tuple[str, ...]) -> set[str] | None:
    """Give the words beside the roles that a text names; None where it names none, or has other words or figures."""
    words = set(_WORD.findall(with_roles_marked(text, roles)))
    if ROLE not in words or re.search(r"\d", text) or not words <= {ROLE, *AROUND, *TELLING}:
        return None
    return words - {ROLE}
