"""Footnotes that readers do not find: those that nothing leads to, and those of which another takes the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from journeybook.markdown.signs.sign import Sign, as_typed
from journeybook.problems import say

_NOTE = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]{1,40})\]:", re.M)
_MARK = re.compile(r"\[\^(?P<name>[^\]\s]{1,40})\]")
_AS_IN_WORD = re.compile(r"^[ ]{0,3}\[(?P<name>\d{1,3})\]:[ \t]+(?P<first>[^\W\d_][\w’',-]*)[ \t]+(?![\"'(])\S", re.M)
_ODD_MARK = re.compile(r"\[(?:\^[ ]+|[ ]+\^[ ]*)(?P<name>[^\]\s^]{1,40})[ ]*\]")
_TYPED = re.compile(r"(?<![\]!\\])\[(?P<name>[^\]\[\s^]{1,40})\](?![(\[:])")
_UNBROKEN = 50
"""Characters of a line that nobody has to break."""
_BROUGHT_IN = ("8<", "{%", "{{", "{!")
"""What brings texts in, in which a mark may stand."""


_IN_LINE = re.compile(
    r"(?<![\\\]])(?:\^\[(?=[^\]\[\n]*\s)|\[\^(?=[^\W_][^\]\[\n]*\s[^\W_]))(?P<note>(?P<first>\S+)[^\]\[\n]*)\](?![(:])"
)
"""A note within its line, as Pandoc and Obsidian have it, `^[A note.]`, or with the note for its name."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such notes of a page, notes within lines, and marks that have a blank within."""
    yield from _in_lines(text, extensions)
    yield from _of_word(text, extensions)
    if "footnotes" not in (extensions or ()):
        return
    odd = {found["name"]: found for found in _ODD_MARK.finditer(text)}
    for name, found in odd.items():
        yield as_typed(found.start(), found[0], say("write `{code}`", code=f"[^{name}]"))
    notes = list(_NOTE.finditer(text))
    yield from _lost(notes)
    yield from _text_below(text, notes)
    if not any(sign in text for sign in _BROUGHT_IN):
        yield from _unmarked(text, notes, {*odd})


def _in_lines(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    names = {found["name"] for found in _MARK.finditer(text)}
    free = (str(number) for number in count(1) if str(number) not in names)
    for found in _IN_LINE.finditer(text):
        hint = say("write the note in brackets where it belongs, or tell it in a chapter")
        if extensions is not None:
            code = f"[^{next(free)}]"
            hint = say("write `{code}` in its place, and `{note}` below", code=code, note=f"{code}: {found['note']}")
            if "footnotes" not in extensions:
                hint = say(
                    "write `{code}` in its place, `{note}` below, and `- footnotes` below `markdown_extensions:` in "
                    "mkdocs.yml",
                    code=code,
                    note=f"{code}: {found['note']}",
                )
        typed = found[0][: found.end("first") - found.start()]
        yield replace(as_typed(found.start(), found[0], hint), seen=typed)


def _of_word(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find notes such as `[1]: Says everybody.`, with their mark above: to Markdown, an address would stand there."""
    for found in _AS_IN_WORD.finditer(text) if extensions is not None else ():
        mark, code = f"[{found['name']}]", f"[^{found['name']}]"
        if mark not in text[: found.start()]:
            continue
        hint = say("write `{code}: …`, and `{code}` in place of `{mark}` above", code=code, mark=mark)
        if "footnotes" not in (extensions or ()):
            hint = say(
                "write `{code}: …`, `{code}` in place of `{mark}` above, and `- footnotes` below "
                "`markdown_extensions:` in mkdocs.yml",
                code=code,
                mark=mark,
            )
        yield as_typed(found.start("name") - 1, f"{mark}: {found['first']}", hint)


def _lost(notes: list[re.Match[str]]) -> Iterator[Sign]:
    """Find notes below which another one of the same name stands, which takes their place."""
    known: dict[str, int] = {}
    for note in notes:
        if note["name"] in known:
            message = say("readers do not see this note: another one is called ‘{name}’, too", name=note["name"])
            yield Sign(known[note["name"]], "", message, say("give each note a name of its own"))
        known[note["name"]] = note.start()


def _text_below(text: str, notes: list[re.Match[str]]) -> Iterator[Sign]:
    """Find sentences right below a note of a short one, which seem to be a paragraph of the page."""
    for note in notes:
        begin = text.rfind("\n", 0, note.end()) + 1
        line, _, rest = text[begin:].partition("\n")
        if len(line) <= _UNBROKEN and line.rstrip().endswith((".", "!", "?")) and rest[:1].isupper():
            message = say("readers see this line in the note above it")
            yield Sign(begin + len(line) + 1, "", message, say("leave the line above this empty"))


def _unmarked(text: str, notes: list[re.Match[str]], marked: set[str]) -> Iterator[Sign]:
    """Find notes without a mark in the text; of one that is typed as `[1]`, that."""
    begins = {note.start() + note[0].index("[") for note in notes}
    marks = {found["name"] for found in _MARK.finditer(text) if found.start() not in begins}
    typed = {found["name"]: found.start() for found in reversed([*_TYPED.finditer(text)])}
    for name, begin in {note["name"]: note.start() for note in notes}.items():
        if name in marks | marked:
            continue
        code = f"[^{name}]"
        if name in typed:
            yield as_typed(typed[name], f"[{name}]", say("write `{code}`", code=code))
        else:
            message = say("nothing in the text leads to this note")
            yield Sign(begin, "", message, say("write `{code}` where it belongs, or take the note out", code=code))
