"""Say in an author's words what libyaml says of a broken file, and what to write instead."""

from __future__ import annotations

import re

import yaml

from journeybook.problems import Problem, Text, say
from journeybook.source.document import Document
from journeybook.source.guess import Guess
from journeybook.source.guess_brackets import after_closing, left_open, no_comma, two_items
from journeybook.source.guess_lines import (
    begins_indented,
    bullet_above,
    dash_of_a_file,
    dash_within,
    ends_its_text,
    first_line,
    first_without_dash,
    no_colon,
    noted_title,
    off_the_list,
    slip,
)
from journeybook.source.guess_open import not_closed
from journeybook.source.guess_texts import begins, colon, marked
from journeybook.source.quotes import quoted

_BEGINS = (
    "cannot start any token|expected node content|expected the node content|undefined alias|alphabetic or numeric"
    "|undefined tag handle|expected whitespace or line break|expected tag URI"
    "|expected URI|URI escaped octet|expected '!'|mapping keys are not allowed"
)
_NEXT_DOCUMENT = "but found another document|expected <document start>"
_AFTER = "expected key|expected '-' indicator|expected <block end>|expected ',' or"
_KNOWN: tuple[tuple[str, Text, Text], ...] = (
    ("tab character", say("there is a tab here"), say("indent with spaces")),
    (
        "mapping values are not allowed",
        say("a colon is not expected here"),
        say('put a text that has a colon in quotes (title: "Goals: how and why"), or mend the indentation'),
    ),
    (
        "block sequence entries are not allowed",
        say("a list is not expected here"),
        say("begin the list on the line below the key, or put a text that begins with a dash in quotes"),
    ),
    (
        "expected ',' or ']'",
        say("the list in brackets is not closed, or an item in it needs quotes"),
        say("put each text with a colon, bracket or quotation mark in quotes, or write one item a line, with a dash"),
    ),
    (
        "expected ',' or '}'",
        say("the braces are not closed, or a text in them needs quotes"),
        say("put each text with a colon, comma or quotation mark in quotes, or write the keys one a line"),
    ),
    (
        "found unknown escape character",
        say("a backslash means something else between double quotes"),
        say("use single quotes: '…'"),
    ),
    (
        _NEXT_DOCUMENT,
        say("this file goes on after its end"),
        say("keep one journey, activity or workshop in a file, and take the lines `---` and `...` out"),
    ),
    (
        "found unexpected end of stream",
        say("a quotation mark is opened and not closed"),
        say("close the text with the same quotation mark"),
    ),
    (
        "expected key|expected <block end>",
        say("this line does not begin in the same column as the lines that it belongs to"),
        say("begin the keys of one level, or the dashes of one list, in the same column"),
    ),
    (
        "expected comment or line break|expected chomping",
        say("something follows where the line should end"),
        say("begin the text on the line below | or >"),
    ),
    (
        "directive|incompatible YAML document",
        say("a line cannot begin with % here"),
        say("indent it like the text above it; a line `%YAML …` is not needed"),
    ),
)


def explain(document: Document, error: yaml.MarkedYAMLError) -> Problem:
    """Make a problem of the parser's error, at the place that the author has to change."""
    said = str(error.problem or error.context or "")
    line, column = _place(error, said)
    line = min(line, len(document.lines) - 1)
    told = dash_of_a_file(document, line) if "expected '-' indicator" in said else None
    if "expected ',' or" in said and error.context_mark is not None:
        told = left_open(document, error.context_mark.line, error.context_mark.column)
    told = told or slip(document, line) or _guess(document, said, line, column)
    if re.search(_NEXT_DOCUMENT, said):
        told = begins_indented(document) or first_line(document)
    stop = error.problem_mark or error.context_mark
    told = (not_closed(document, stop.line, stop.column) if stop else None) or told
    if told is None and "expected '-' indicator" in said and error.context_mark is not None:
        told = noted_title(document, line) or off_the_list(document, line, column, error.context_mark.column)
    told = told or Guess(line, column, *_words(said))
    return document.problem_at("JB104", told.message, told.hint, line=told.line + 1, column=told.column + 1)


def _place(error: yaml.MarkedYAMLError, said: str) -> tuple[int, int]:
    """Find where the parser stopped or, if that is what to mend, where the thing that it could not finish begins."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return 0, 0
    context = str(error.context)
    begun = "end of stream" in said or "could not find expected ':'" in said or re.search("alias|anchor|tag", context)
    unclosed = "expected ',' or" in said and start is not None and mark.line > start.line
    chosen = start if start is not None and (begun or unclosed) else mark
    return chosen.line, chosen.column


def _guess(document: Document, said: str, line: int, column: int) -> Guess | None:
    if told := ends_its_text(document, line):
        return told
    if re.search(_BEGINS, said):
        return begins(document, line, column)
    if re.search("expected comment or line break|expected chomping", said) and (told := marked(document, line)):
        return told
    if "mapping values are not allowed" in said:
        return colon(document, line, column)
    if "expected ',' or '}'" in said and (told := no_comma(document, line, column)):
        return told
    if "expected ',' or" in said and (told := two_items(document, line, column)):
        return told
    if re.search("expected key|expected <block end>", said) and (told := bullet_above(document, line)):
        return told
    if re.search("expected key|expected <block end>", said) and (told := first_without_dash(document, line)):
        return told
    if re.search("expected key|expected <block end>", said) and (told := dash_within(document, line)):
        return told
    if "found unexpected end of stream" in said and (told := _apostrophe(document, line, column)):
        return told
    if "unknown escape character" in said and "\\'" in document.lines[line]:
        at = document.lines[line].find("\\'")
        message = say("an apostrophe needs no backslash")
        return Guess(line, at, message, say("write ' alone, between double quotes"))
    if "could not find expected ':'" in said:
        return no_colon(document, line)
    if "expected <document start>" in said:
        return begins_indented(document)
    return after_closing(document, line, column) if re.search(_AFTER, said) else None


_CLIPPED = re.compile(r"'(?:til|till|tis|twas|twere|cause|em|n|round|bout|cos|cuz|s|t|k|n|\d0s)\b", re.I)
"""Words that begin with an apostrophe."""


def _apostrophe(document: Document, line: int, column: int) -> Guess | None:
    """Explain a text that begins with an apostrophe, as `'Til we meet` does, which YAML takes for a quotation mark."""
    text = document.lines[line][column:] if line < len(document.lines) else ""
    if not _CLIPPED.match(text) or text.count("'") > 1:
        return None
    message = say("the apostrophe at the start of this text is read as a quotation mark")
    return Guess(line, column, message, quoted(text))


def _words(said: str) -> tuple[Text, Text]:
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return message, hint
    return say("this is not YAML: {said}", said=said), say("compare the line with the examples in the authoring guide")
