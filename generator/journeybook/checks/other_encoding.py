"""JB445: signs of a text that was saved in one encoding and opened in another, and signs that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.source import Document
from journeybook.source.read import separator

CODES = (
    Code(
        "JB445",
        means=(
            "A text has signs that nobody has typed: `â€™` in place of an apostrophe, `Ã©` in place of é, as a text "
            "has that was saved in one encoding and opened in another, or U+FFFD for a letter that is lost; or signs "
            "that nobody sees: a line separator (U+2028), which word processors have within a paragraph, one that "
            "turns the letters behind it round (U+202E), or one of no width at the edge of a word (U+200B); or a page "
            "has one of Word’s own signs (U+F0E0), for which readers see an empty box."
        ),
        remedy="Write what is offered, and look at the rest of the file. Save it as UTF-8.",
        example=Example(
            wrong="title: The otherâ€™s view\n",
            right="title: The other’s view\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_HIGH = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0))
"""What Windows shows for the second and third bytes of a letter, besides Latin letters and signs."""
_AFTER_WORDS = "‘’“”…–—"
_SECOND = "".join(sign for sign in _HIGH if sign not in _AFTER_WORDS)
_WRONG = re.compile(
    rf"[ÃÅ][{_SECOND}\xa0-\xbf]|Â[\xa0-\xbf]|â[{_HIGH}\x80-\x9f][{_HIGH}\x80-\xbf]|ðŸ[{_HIGH}\x80-\xbf]{{2}}"
)
_REST = re.compile(r"[^\s:\"'\])},]{0,60}")
_SEPARATOR = re.compile("[\u2028\u2029]")
_UNSEEN = ("\u202d", "\u202e", "\u200b", "\u2060", "\ufeff")
_BULLETS = "\uf0a7\uf0b7\uf0d8"
_TURNING = re.compile("(?P<sign>[\u202d\u202e])")
_EDGES = "(?<=[\\s\"'])[\u200b\u2060](?=\\w)|(?<=\\w)[\u200b\u2060](?=[\"']*$)"
_NO_WIDTH = re.compile(f"(?P<sign>{_EDGES})", re.M)
"""Within words of some scripts, one of no width says where a line may end; at the edge of a text it says nothing."""
_NO_WIDTH_ON_PAGES = re.compile(f"(?P<sign>{_EDGES}|^[\u200b\u2060\ufeff](?=\\S))", re.M)
_OF_WORD = re.compile("(?<!>)(?P<sign>[\uf020-\uf0ff])")
"""A sign of Word’s fonts, which no other font has; within a tag of HTML, one of an icon font."""
_MEANT_IN_WORD = dict(
    zip(
        "\uf0df\uf0e0\uf0e1\uf0e2\uf0e8\uf04a\uf04c\uf0fc\uf0fb\uf0fe\uf0a8\uf0ab\uf028\uf02a",
        "←→↑↓➔☺☹✔✘☑☐★☎✉",
        strict=True,
    )
)
_MOST_SHOWN = 60


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such sign of each file."""
    for page in book.pages.values():
        yield from _wrong_letters(page.document)
        yield from _separators_on(page.document)
        yield from _unseen(page.document, _TURNING)
        yield from _unseen(page.document, _NO_WIDTH_ON_PAGES)
        yield from _signs_of_word(page.document)
        yield from _lost_letters(page.document)
    for entry in book.written:
        yield from _wrong_letters(entry.document)
        yield from _separators(entry.document)
        yield from _unseen(entry.document, _TURNING)
        yield from _unseen(entry.document, _NO_WIDTH)
        yield from _lost_letters(entry.document)


def _wrong_letters(document: Document) -> Iterator[Problem]:
    text = document.text
    signs = () if text.isascii() else _WRONG.finditer(text)
    found = next((one for one in signs if _read_again(one[0]) != one[0] and not _is_code(text, one.start())), None)
    if found:
        start = _begin_of_word(text, found.start())
        word = text[start : found.end()] + _rest(text, found.end())
        message = say("‘{word}’ comes from a text that was saved in another encoding", word=word)
        hint = say("write `{word}`, and look at the rest of this file", word=_mended(word))
        yield _at(document, found.start(), message, hint)


def _rest(text: str, start: int) -> str:
    found = _REST.match(text, start)
    return found[0] if found else ""


def _is_code(text: str, place: int) -> bool:
    """Tell whether a place is within backticks on its line."""
    return text.count("`", text.rfind("\n", 0, place) + 1, place) % 2 == 1


def _begin_of_word(text: str, end: int) -> int:
    before = text[max(end - _MOST_SHOWN, 0) : end]
    return end - len(before) + max(before.rfind(sign) for sign in " \t\n\r\"':[({-") + 1


def _separators(document: Document) -> Iterator[Problem]:
    if found := _SEPARATOR.search(document.text):
        yield separator(document, "JB445", found.start())


def _separators_on(document: Document) -> Iterator[Problem]:
    """Report a separator on a page, in whose rows and columns it ends no line."""
    if found := _SEPARATOR.search(document.text):
        message = say("there is a line separator (U+{code}) here, which nobody sees", code=f"{ord(found[0]):04X}")
        hint = say("delete it, and press the space bar; or leave a line empty, where a new paragraph is meant")
        yield _at(document, found.start(), message, hint)


def _signs_of_word(document: Document) -> Iterator[Problem]:
    """Report a sign of Word's fonts; of one that begins a line as a bullet does, JB444 tells."""
    text = document.text
    for found in _OF_WORD.finditer(text) if not text.isascii() else ():
        begins = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" \t>")
        if not (begins and found["sign"] in _BULLETS) and not _is_code(text, found.start()):
            yield _at(document, found.start(), *_of_word(found["sign"]))
            return


def _of_word(sign: str) -> tuple[Text, Text]:
    """Say what is wrong with a sign of Word's fonts, and what to write."""
    message = say("this sign (U+{code}) is of a font of Word’s: readers see an empty box", code=f"{ord(sign):04X}")
    if meant := _MEANT_IN_WORD.get(sign):
        return message, say("write `{code}`", code=meant)
    return message, say("paste the sign itself, such as an emoji, or take it out")


def _unseen(document: Document, signs: re.Pattern[str]) -> Iterator[Problem]:
    is_there = any(sign in document.text for sign in _UNSEEN)
    found = signs.search(document.text) if is_there else None
    if found:
        code = f"{ord(found['sign']):04X}"
        message = say("there is a sign here (U+{code}), which nobody sees", code=code)
        yield _at(document, found.start("sign"), message, say("delete it and type the word again"))


def _lost_letters(document: Document) -> Iterator[Problem]:
    """Report the sign that programs write for a letter that they could not read."""
    at = document.text.find("\ufffd")
    if at >= 0 and not _is_code(document.text, at):
        message = say("a letter was lost here (U+FFFD), where a program could not read it")
        yield _at(document, at, message, say("type the word again, and look at the rest of this file"))


def _at(document: Document, offset: int, message: Text, hint: Text) -> Problem:
    before = document.breaks.split(document.text[:offset])
    return document.problem_at("JB445", message, hint, line=len(before), column=len(before[-1]) + 1)


def _mended(word: str) -> str:
    return _WRONG.sub(lambda found: _read_again(found[0]), word)


def _read_again(signs: str) -> str:
    try:
        return b"".join(bytes([ord(s)]) if ord(s) < 256 else s.encode("cp1252") for s in signs).decode()
    except UnicodeError:
        return signs
