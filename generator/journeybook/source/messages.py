"""What libyaml says of a broken file, in an author's words, with what to write instead."""

from __future__ import annotations

import re

import yaml

from journeybook.problems import Problem, Text, say
from journeybook.source.document import Document

_QUOTE = say('put the whole text in quotes: "…"')
_KNOWN: tuple[tuple[str, Text, Text], ...] = (
    ("tab character", say("there is a tab here"), say("indent with spaces")),
    (
        "mapping values are not allowed",
        say("a colon is not expected here"),
        say('put a text that has a colon in quotes (title: "Goals: how and why"), or mend the indentation'),
    ),
    (
        "could not find expected ':'",
        say("a colon is missing here or on the line above"),
        say("write `key: value`, with a space after the colon; a longer text goes on with deeper indentation"),
    ),
    (
        "did not find expected '-' indicator",
        say("this line does not belong to the list above it"),
        say("begin it with a dash in the same column as the other items, or indent it by fewer or more spaces"),
    ),
    (
        "block sequence entries are not allowed",
        say("a list is not expected here"),
        say("begin the list on the line below the key, or put a text that begins with a dash in quotes"),
    ),
    (
        "did not find expected ',' or ']'",
        say("the list in brackets is not closed, or an item in it needs quotes"),
        say("write the list with dashes, one item a line"),
    ),
    (
        "did not find expected ',' or '}'",
        say("the braces are not closed, or a text in them needs quotes"),
        say("write the keys below each other, one a line"),
    ),
    (
        "found unknown escape character",
        say("a backslash means something else between double quotes"),
        say("use single quotes: '…'"),
    ),
    (
        "found undefined alias",
        say("a text cannot begin with * without quotes"),
        _QUOTE,
    ),
    (
        "did not find expected alphabetic or numeric character",
        say("a text cannot begin with * or & without quotes"),
        _QUOTE,
    ),
    (
        "undefined tag handle|did not find expected tag URI|did not find URI escaped octet|did not find expected '!'",
        say("a text cannot begin with ! without quotes"),
        _QUOTE,
    ),
    (
        "but found another document|did not find expected <document start>",
        say("this file goes on after its end"),
        say("keep one journey, activity or workshop in a file, and take the lines `---` and `...` out"),
    ),
    (
        "found unexpected end of stream",
        say("a quotation mark is opened and not closed"),
        say("close the text with the same quotation mark"),
    ),
    (
        "did not find expected key",
        say("this line does not fit the lines above it"),
        say("give keys of one level the same indentation; a text with quotation marks inside needs quotes around all"),
    ),
    (
        "did not find expected comment or line break",
        say("something follows where the line should end"),
        say("begin the text on the line below | or >"),
    ),
)


def explain(document: Document, error: yaml.MarkedYAMLError) -> Problem:
    """The problem for an error of the parser, at the place that the author has to change."""
    mark = error.problem_mark or error.context_mark
    said = str(error.problem or error.context or "")
    if "found unexpected end of stream" in said and error.context_mark is not None:
        mark = error.context_mark  # the end of the file is never the place to mend
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = min(line, len(document.lines) - 1)
    message, hint = _words(document, said, line, column)
    return document.problem_at("JB104", message, hint, line=line + 1, column=column + 1)


def _words(document: Document, said: str, line: int, column: int) -> tuple[Text, Text]:
    if "cannot start any token" in said:
        found = document.lines[line][column : column + 1]
        if found == "\t":
            return _KNOWN[0][1:]
        return say("a text cannot begin with {found} without quotes", found=found), _QUOTE
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return message, hint
    return say("this is not YAML: {said}", said=said), say("compare the line with the examples in the authoring guide")
