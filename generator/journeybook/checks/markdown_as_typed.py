"""JB444: what is Markdown elsewhere, and is shown as it is typed in a field of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.checks.lost_lines import flows
from journeybook.handbook import Handbook
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB444",
        means=(
            "A field that is Markdown has what its Markdown does not know, so that readers see the signs: a box "
            "(`!!! note`), a footnote, a snippet, an emoji in words, a bullet, or a list with no empty line above it."
        ),
        remedy="Do what the answer says. What only a chapter can have stands in a chapter.",
        example=Example(
            wrong="title: A first talk\npurpose: |\n  You learn\n  - to ask\n  - to listen\n",
            right="title: A first talk\npurpose: |\n  You learn\n\n  - to ask\n  - to listen\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_CODE = re.compile(r"(`+)[^`].*?\1|^(?: {4}|\t).*", re.M)
_ITEM = re.compile(r"(?:[-*+]|1\.)\s+\S")
_ANY_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}\.)\s")
_NO_TEXT = re.compile(r"\s*(?:#{1,6}\s|>|\|)")
_BULLET = re.compile(r"^[•‣◦▪●○■\uf0a7\uf0b7][ \t]*(?P<item>\w.*)", re.M)
_SIGNS: tuple[tuple[re.Pattern[str], Text], ...] = (
    (re.compile(r"^(?:!!!|\?\?\?\+?)[ ]+\w+.*", re.M), say("write `**Note:** …`, or tell it in a chapter")),
    (re.compile(r'^===[+!]?[ ]+".*', re.M), say("write the title as `**…**`, or tell it in a chapter")),
    (re.compile(r"\[\^[^\]\s]{1,40}\]"), say("write the note in brackets where it belongs, or tell it in a chapter")),
    (re.compile(r"^-+8<-+.*", re.M), say("copy the text itself, or tell it in a chapter")),
    (re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])"), say("paste the emoji itself, or take it out")),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such sign of each field."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, text in markdown_fields(entry.model):
                if flows(entry.document, path, text):  # JB464 tells of its lines, which have to be kept first
                    continue
                if found := _found(_CODE.sub(_blank, text)):
                    signs, hint = found
                    message = say("‘{signs}’ is shown as it is typed here", signs=signs)
                    yield entry.document.problem_in("JB444", message, hint, path=path, needle=signs)


def _blank(code: re.Match[str]) -> str:
    return "." * len(code[0])


def _found(text: str) -> tuple[str, Text] | None:
    for pattern, hint in _SIGNS:
        if found := pattern.search(text):
            return found[0].strip(), hint
    if bullet := _BULLET.search(text):
        return bullet[0], say("write `- {item}`, with an empty line above the list", item=bullet["item"])
    item = _list_below_text(text)
    return (item, say("leave the line above this empty")) if item else None


def _list_below_text(text: str) -> str | None:
    """Find the first item of a list right below a line of text, where Markdown sees no list."""
    for part in re.split(r"\n\s*\n", text):
        lines = part.splitlines()
        while lines and _NO_TEXT.match(lines[0]):  # a list may follow a heading
            lines = lines[1:]
        is_text = bool(lines) and not _ANY_ITEM.match(lines[0]) and not lines[0].startswith(" ")
        found = next((line for line in lines[1:] if _ITEM.match(line)), None) if is_text else None
        if found:
            return found
    return None
