"""Mark text in another language than the page that it stands on, and figures among letters that run to the left.

HTML has an element that parts such a text from what is around it, and says its language; attributes and what scripts
show have characters for it (Unicode's annex 9). Where a text is made nobody knows where it will stand: so it is marked
there, and the marks become the one or the other in the finished HTML.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

from journeybook.language.direction import direction_of
from journeybook.text.figures import END, ISOLATE, part_figures

# Noncharacters: no text has a use for them.
_OPEN, _TAG, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_NO_MARKS = dict.fromkeys(map(ord, (_OPEN, _TAG, _CLOSE)))
_MARKS = re.compile(f"({_OPEN}[\\w\\\\-]*{_TAG}|{_CLOSE}|[{_OPEN}{_TAG}])")
_IN_JSON = re.compile(r"(?<!\\)((?:\\\\)*)\\u(fdd[012])")
# An attribute of ours that a script reads as JSON, which has marks as escapes. In any other, and in an address above
# all, the same letters are an author's.
_JSON_ATTRIBUTE = re.compile(r"(?<=\s)data-jb-[a-z-]+=(?:'[^']*'|\"[^\"]*\")")
_HTML_TAG = re.compile(r"(<[^<>]*>)")
# What holds characters only: browsers drop elements in them, or a script reads their text.
_BARE = re.compile(r"<(?:option|title|textarea|i data-say)\b")
_ALONE = re.compile(f"{_OPEN}([\\w-]+){_TAG}[^{_OPEN}{_TAG}{_CLOSE}]*{_CLOSE}")
_BEGIN = re.compile(f"(?:{_OPEN}[\\w-]*{_TAG})*")


def mark(text: str, language: str = "") -> str:
    """Mark a text as one in that language; without one, as figures that are read from left to right."""
    return f"{_OPEN}{language}{_TAG}{text}{_CLOSE}"


def unmarked(html: str) -> str:
    """Take marks out of an author's HTML.

    What templates write is sure to be escaped; an author's HTML could have signs that would be taken for marks.
    """
    return html.translate(_NO_MARKS)


def is_marked(text: str) -> bool:
    """Tell whether a text begins with one that is marked."""
    return text.startswith(_OPEN)


def mark_figures(text: str) -> str:
    """Mark ranges and signed numbers in a text: letters that run to the left would turn them round.

    What is marked already is left as it is.
    """
    depth, found = 0, []
    for piece in _MARKS.split(text):
        depth += piece.startswith(_OPEN) - (piece == _CLOSE)
        found.append(piece if depth else part_figures(piece, mark))
    return "".join(found)


def runs_left(text: str) -> bool:
    """Tell whether a text has a letter that runs to the left."""
    return any(bidirectional(character) in ("R", "AL") for character in text)


def begin(text: str) -> int:
    """Find where the letters of a text begin, behind its marks."""
    found = _BEGIN.match(text)
    return found.end() if found else 0


def is_same(one: str, other: str) -> bool:
    """Tell whether two tags name the same language, as `en` and `en-GB` do."""
    return _primary(one) == _primary(other)


def settle(html: str, page: str) -> str:
    """Put elements and characters in the place of the marks, in the HTML or Markdown of a page in that language."""
    if not any(sign in html for sign in (_OPEN, _TAG, _CLOSE, r"\ufdd")):
        return html
    parts = _HTML_TAG.split(html)
    for place, part in enumerate(parts):
        bare = place % 2 or (place and _BARE.match(parts[place - 1]))
        if bare and not place % 2:
            parts[place - 1] = _choice(parts[place - 1], part, page)
        parts[place] = _characters(part, page) if bare else _elements(part, page)
    return "".join(parts)


def _choice(tag: str, text: str, page: str) -> str:
    """Give the tag of an option the language of its text, in which no element can say it."""
    found = _ALONE.fullmatch(text.strip())
    if tag.startswith("<option") and found and not is_same(found[1], page):
        return tag.replace("<option", f'<option lang="{found[1]}"', 1)
    return tag


def _elements(text: str, page: str) -> str:
    """Give each marked part a `bdi`; whatever an author typed, no element is left open."""
    languages, found = [page], []
    for piece in _MARKS.split(text):
        if piece.startswith(_OPEN) and piece.endswith(_TAG):
            found.append(_element(piece[1:-1].replace("\\", ""), languages))
        elif piece == _CLOSE and len(languages) > 1:
            languages.pop()
            found.append("</bdi>")
        elif not _MARKS.fullmatch(piece):
            found.append(piece)
    return "".join(found) + "</bdi>" * (len(languages) - 1)


def _element(language: str, languages: list[str]) -> str:
    """Write the tag of a part in that language, inside of others; it says its language where that is another."""
    around = languages[-1]
    languages.append(language or around)
    return f'<bdi lang="{language}">' if language and not is_same(language, around) else "<bdi>"


def _characters(text: str, page: str) -> str:
    """Put each marked part between isolating characters, where any of them runs to the left."""
    text = _JSON_ATTRIBUTE.sub(lambda found: _IN_JSON.sub(_unescaped, found[0]), text)
    languages = [page, *(piece[1:-1] for piece in _MARKS.findall(text) if piece[-1] == _TAG)]
    leftward = any(direction_of(language) == "rtl" for language in languages)

    def character(found: re.Match[str]) -> str:
        if not leftward or found[0] in (_OPEN, _TAG):
            return ""
        return END if found[0] == _CLOSE else ISOLATE

    return _MARKS.sub(character, text)


def _unescaped(found: re.Match[str]) -> str:
    """Give the mark for its escape in JSON; backslashes before it are an author's."""
    return found[1] + chr(int(found[2], 16))


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
