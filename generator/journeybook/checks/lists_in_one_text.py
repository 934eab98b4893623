"""JB440: several items of a list that are read as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yaml import ScalarNode, SequenceNode

from journeybook.handbook import Handbook
from journeybook.model.walk import lists
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document
from journeybook.source.spaces import ODD

CODES = (
    Code(
        "JB440",
        means=(
            "Several items of a list are read as one text: they stand in one line with commas, have bullets or numbers "
            "in place of dashes, or lack a dash or the space behind it."
        ),
        remedy=(
            "Write each on a line of its own, with a dash and a space. If it is one text indeed, put it in quotation "
            "marks."
        ),
        example=Example(
            wrong="title: A first talk\nmaterials: Water, paper, pens\n",
            right="title: A first talk\nmaterials:\n  - Water\n  - Paper\n  - Pens\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_SIGNS = "•‣◦▪▫●○■□∙➢➤►✓✔❖"
"""What word processors begin an item with; between items it stands nowhere else."""
_INSIDE = re.compile(rf"\s[{_SIGNS}]")
_MARKED = re.compile(rf"[{_SIGNS}–—][ \t{ODD}]*(?=\w)|[-*+·][ \t{ODD}]+|-(?=[^\W\d_])")
_NUMBERED = re.compile(rf"\d{{1,2}}[.)][ \t{ODD}]+")
_COMMAS = re.compile("[,;，、；،]")
_SENTENCE = re.compile(r"[.?!:。？！]")
_ASKS = ("?", "？", "؟", "!")
_GOES_ON = (",", ";", ":", "(", "-", "–", "—", "/", "&")
_MOST_SHOWN = 4
_FEW_WORDS = 4
_UNBROKEN, _SHORT = 50, 40
"""Characters of a line that nobody has to break, and of one that is an item by itself."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report lists that are read as one item, and items that are read as one with the item below."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, is_markdown in lists(entry.model):
                yield from _in_list(entry.document, path, is_markdown)
    for page in book.pages.values():
        for path, is_markdown in lists(page.front):
            yield from _in_list(page.document, path, is_markdown)


def _in_list(document: Document, path: Path, is_markdown: bool) -> Iterator[Problem]:
    texts = [text for text in _texts(document.value(path)) if _may_be_several(document, text)]
    node = document.at(path) if texts else None  # few files have to be composed anew
    if isinstance(node, ScalarNode):
        yield from _in_text(document, path, node, is_markdown, alone=True)
    elif isinstance(node, SequenceNode) and not node.flow_style:
        for place, item in enumerate(node.value):
            if isinstance(item, ScalarNode):
                yield from _in_text(document, (*path, place), item, is_markdown, alone=False)


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def _may_be_several(document: Document, text: str) -> bool:
    """Tell whether a text has signs or commas, or is folded: then it stands nowhere in the file as it is read."""
    return bool(_MARKED.match(text) or _COMMAS.search(text) or _INSIDE.search(text)) or text not in document.text


def _in_text(document: Document, path: Path, node: ScalarNode, is_markdown: bool, *, alone: bool) -> Iterator[Problem]:
    if node.style:  # in quotes, or below | or >: it is meant as one text
        return
    lines = _lines(document, node)
    items = _by_marks(lines)
    if len(items) < 2 and not is_markdown:
        items = _by_lines(lines, alone=alone)
    if len(items) < 2 and not is_markdown and alone:
        items = _by_commas(node.value)
    if len(items) > 1:
        yield _several(document, path, items)
    elif lines and (mark := _MARKED.match(lines[0])):
        yield _one(document, path, " ".join(lines)[mark.end() :])


def _lines(document: Document, node: ScalarNode) -> list[str]:
    """Give the lines of a text as they stand in the file, without margins; of a line with several signs, each part."""
    start, end = node.start_mark, node.end_mark
    lines = document.lines[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    parts = (part.strip() for line in lines for part in re.split(rf"(?<=\s)(?=[{_SIGNS}])", line.strip()))
    return [part for part in parts if part]


def _by_marks(lines: list[str]) -> list[str]:
    """Part lines at those that begin with a dash, a bullet or, from the first one on, a number."""
    numbered = bool(lines) and bool(_NUMBERED.match(lines[0]))
    items: list[str] = []
    for line in lines:
        mark = _MARKED.match(line) or (_NUMBERED.match(line) if numbered else None)
        if mark or not items:
            items.append(line[mark.end() :] if mark else line)
        else:
            items[-1] += f" {line}"
    return items


def _by_lines(lines: list[str], *, alone: bool) -> list[str]:
    """Part lines where one begins like an item: below a question, or in capitals below a line that was not full.

    Where the text stands alone, short lines are items, too.
    """
    items = lines[:1]
    all_short = alone and all(len(line) <= _SHORT and not line.endswith(_GOES_ON) for line in lines)
    for above, line in pairwise(lines):
        if all_short or _is_apart(above, line):
            items.append(line)
        else:
            items[-1] += f" {line}"
    return items


def _is_apart(above: str, line: str) -> bool:
    if line[0].islower() or above.endswith(_GOES_ON):
        return False
    return above.endswith(_ASKS) or (line[0].isupper() and len(above) <= _UNBROKEN)


def _by_commas(text: str) -> list[str]:
    """Part a text such as `Water, paper, pens`: three short parts, or two words, that make no sentence."""
    parts = [part.strip() for part in _COMMAS.split(text)]
    most = _FEW_WORDS if len(parts) > 2 else 1
    short = all(part and len(part.split()) <= most for part in parts)
    return parts if len(parts) > 1 and short and not _SENTENCE.search(text) else []


def _several(document: Document, path: Path, items: list[str]) -> Problem:
    shown = " ".join(f"`- {item}`" for item in items[:_MOST_SHOWN]) + (" …" if len(items) > _MOST_SHOWN else "")
    message = say("this is read as one text, and not as {number} items", number=len(items))
    hint = say("write one a line, each with a dash and a space: {shown}; or put the text in quotes", shown=shown)
    return document.problem("JB440", message, hint, path=path)


def _one(document: Document, path: Path, text: str) -> Problem:
    message = say("the sign at the start of this text makes no list; readers see it")
    return document.problem("JB440", message, say("write `- {item}`, with a dash and a space", item=text), path=path)
