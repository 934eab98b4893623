"""Guess why a bracket on a line above was not closed before the line in which the parser stopped."""

from __future__ import annotations

import re
from typing import Any

import yaml

from journeybook.problems import Text, say
from journeybook.source.document import Document
from journeybook.source.guess import Guess, indent_of
from journeybook.source.quotes import in_quotes, quoted, without_hash

_SCANNER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OPENS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_CLOSES = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NOTE = re.compile(r"(?<=[\s\[{,])#.*")
_TAG = re.compile(r"#[^\W_]")
_BEFORE = re.compile(r"(?:.*(?:[\[{,]|:(?=[ \t])))?[ \t]*")
"""What stands before a text between brackets: the last sign that begins one."""
_WORD = re.compile(r"#?[^\W\d][\w-]*")
_KEY = re.compile(r"[ \t]*[\w-]+:([ \t]|$)")


def not_closed(document: Document, line: int, column: int) -> Guess | None:
    """Explain brackets that are open where the parser stopped; columns and lines from 0.

    A # may have cut them before they close; a list with dashes may stand in them, or after brackets that nobody closed.
    """
    opened = _opened(document, line, column)
    if not opened:
        return None
    for place, at in reversed(opened):
        if note := _note(document.lines[place], at):
            message = say("what follows # is a note that nobody reads, and so are the brackets behind it")
            return Guess(place, note, message, _without_note(document.lines[place], at, note))
    for place in range(opened[0][0] + 1, min(line, len(document.lines) - 1) + 1):  # the items, one a line
        if note := _note(document.lines[place], 0):
            message = say("what follows # is a note that nobody reads, and so are the brackets behind it")
            return Guess(place, note, message, _without_note(document.lines[place], 0, note))
    return _dash(document, line, column, opened[-1]) if line < len(document.lines) else None


def _opened(document: Document, line: int, column: int) -> list[tuple[int, int]]:
    """Give the places of the brackets that are open at a place of the text, the outer ones first."""
    opened: list[tuple[int, int]] = []
    try:
        for token in yaml.scan(document.text, Loader=_SCANNER):
            mark = token.start_mark
            if (mark.line, mark.column) >= (line, column):
                break
            if isinstance(token, _OPENS):
                opened.append((mark.line, mark.column))
            elif isinstance(token, _CLOSES) and opened:
                opened.pop()
    except yaml.YAMLError:  # what is open where the scanner stops is open there, too
        pass
    return [(place, at) for place, at in opened if document.lines[place][at : at + 1] in ("[", "{")]


def _note(text: str, begin: int) -> int | None:
    """Find a note behind a place in a line that has a bracket which would close, or is a tag; None without one."""
    bare = _QUOTED.sub(lambda quote: "_" * len(quote[0]), text)
    found = _NOTE.search(bare, begin)
    if found is None:
        return None
    closes = sum(map(found[0].count, "]}")) > sum(map(found[0].count, "[{"))
    return found.start() if closes or _TAG.match(found[0]) else None


def _without_note(text: str, begin: int, note: int) -> Text:
    """Say what to write for a text that has lost its end to a note: the text in quotes, or a list of words."""
    behind = text[note:].rstrip().rstrip(",")
    if text[begin : begin + 1] != "[":
        start = _text_begins(text, note)
        return quoted(re.split(r"[,}\]]", text[start:])[0])
    inner = text[begin + 1 : len(text.rstrip())].rstrip("]}").strip()
    words = [word.strip() for word in re.split("[,;]", inner)]
    if text[begin + 1 : note].strip() and all(map(_WORD.fullmatch, words)):
        listed = ", ".join(word.lstrip("#") for word in words)
        shown = ", ".join(in_quotes(word) if word.startswith("#") else word for word in words)
        return say("write `[{words}]`, or with the sign in quotes: `[{shown}]`", words=listed, shown=shown)
    if not text[_text_begins(text, note) : note].strip():
        return without_hash(behind.rstrip("]}"))
    return quoted(re.split(r"[,}\]]", text[_text_begins(text, note) :])[0])


def _text_begins(text: str, note: int) -> int:
    """Find where the text begins that a note cuts."""
    found = _BEFORE.match(text[:note])
    return found.end() if found else 0


def _dash(document: Document, line: int, column: int, opened: tuple[int, int]) -> Guess | None:
    """Explain an item with a dash between brackets, or below brackets that are not closed."""
    place, at = opened
    text = document.lines[line]
    if text[column : column + 1] != "-" or text[column + 1 : column + 2].strip():
        return None
    sign = document.lines[place][at]
    close = "]" if sign == "[" else "}"
    if place == line:
        item = re.split(r"[,\]}]", text[column + 1 :])[0].strip()
        if not item or item[0].isdigit():  # a number below zero, and a blank
            return None
        return Guess(line, column, say("an item between brackets has no dash"), say("write `{item}`", item=item))
    margin = indent_of(document.lines[place])
    between = document.lines[place + 1 : line]
    if any(_KEY.match(one) and indent_of(one) <= margin for one in between):
        message = say("‘{sign}’ is opened here and not closed", sign=sign)
        return Guess(place, at, message, say("write `{close}` behind the last item", close=close))
    message = say("a list with dashes has no brackets around it")
    hint = say("take ‘{sign}’ out here, and ‘{close}’ behind the list", sign=sign, close=close)
    return Guess(place, at, message, hint)
