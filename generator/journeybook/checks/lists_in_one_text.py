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

_SIGNS = "•‣◦▪▫●○■□∙➢➤►✓✔❖\uf0a7\uf0b7\uf0d8"
"""What word processors begin an item with, Word also as signs of its own fonts; between items they stand nowhere."""
_BEFORE_SIGN = re.compile(rf"(?<=\s)(?=[{_SIGNS}])")
_MARKED = re.compile(
    rf"[{_SIGNS}–—][ \t{ODD}]*(?=\w)|[-*+·][ \t{ODD}]+|-(?=[^\W\d_])"
    rf"|--+[ \t{ODD}]*(?=\w)|o(?:\t[ \t]*|[ {ODD}]+)(?=[^\Wa-z_])"  # Word's round bullet, copied, is an o
)
_NUMBERED = re.compile(rf"(?:\d{{1,2}}[.)]|[A-Za-z]\))[ \t{ODD}]+")
_BRACKETED = re.compile(r"(?:\d{1,2}|[A-Za-z])\)\s")
"""A number or letter that makes no list in Markdown either."""
_BEFORE_NUMBER = re.compile(r"(?<=\s)(?=(?:\d{1,2}|[a-z])\)\s)")
_COMMAS = re.compile(r"(?<!\d)[,;，、；،]|[,;，、；،](?!\d)")  # not that of 1,5
_SENTENCE = re.compile(r"[.?!:。？！]")
_AFTER_QUESTION = re.compile(r"(?<=[?？؟])\s*(?=[^\s?？؟!)\"'”’])")
_AMOUNT = re.compile(r"\b(?:[x×]\s*)?\d+(?:\s*[x×])?(?:\s+(?:each|per \w+))?(?!\w)")
_ARROW = re.compile(r"->|=>|→|⇒|➔|➜")
_THINGS = ("materials", "bring")
_ASKS = ("?", "？", "؟", "!")
_GOES_ON = (",", ";", ":", "(", "-", "–", "—", "/", "&")
MOST_ITEMS = 200
"""Items of a list that are looked at: nobody types more by hand, and each is looked for in its file."""
_MOST_SHOWN = 4
_FEW_WORDS = 4
_MOST_WORDS = 150
"""Words of a text that is meant as items; a longer one is none of them."""
_UNBROKEN, _SHORT = 50, 3
"""Characters of a line that nobody has to break, and words of one that is an item by itself."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report lists that are read as one item, and items that are read as one with the item below."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, is_markdown in lists(entry.model):
                yield from _in_list(entry.document, path, is_markdown)
    for page in book.pages.values():
        for path, is_markdown in lists(page.front):
            yield from _in_list(page.document, path, is_markdown)


def is_told(document: Document, path: Path) -> bool:
    """Tell whether a plain list is told as one text: what else there is to say of it only follows from that."""
    return isinstance(document.value(path), str) and any(_in_list(document, path, is_markdown=False))


def is_item_told(document: Document, path: Path) -> bool:
    """Tell whether the Markdown of a list's item is told as several items, of which its signs only are a part."""
    place = next((place for place, part in enumerate(path) if isinstance(part, int)), None)
    return place is not None and any(_in_list(document, path[:place], is_markdown=True))


def _in_list(document: Document, path: Path, is_markdown: bool) -> Iterator[Problem]:
    value = document.value(path)
    alone = isinstance(value, str)
    items = value[:MOST_ITEMS] if isinstance(value, list) else [value]
    texts = [text for text in items if isinstance(text, str)]
    key = str(path[-1])
    if not any(_parts(_found_lines(document, text), key, is_markdown, alone=alone or "\n" in text) for text in texts):
        return
    node = document.at(path)  # it knows of quotes, and where things are; few files have to be composed anew for it
    if isinstance(node, ScalarNode):
        yield from _in_text(document, path, node, is_markdown, alone=True)
    elif isinstance(node, SequenceNode) and not node.flow_style:
        for place, item in enumerate(node.value):
            if isinstance(item, ScalarNode):
                yield from _in_text(document, (*path, place), item, is_markdown, alone=False)


def _in_text(document: Document, path: Path, node: ScalarNode, is_markdown: bool, *, alone: bool) -> Iterator[Problem]:
    if node.style == "|":  # its lines would flow into one
        items = _below_bar(_split(node.value.splitlines()), is_markdown)
    elif node.style:  # in quotes, or below >: it is meant as one text
        return
    else:
        key = str(next(part for part in reversed(path) if isinstance(part, str)))
        items = _parts(_lines(document, node), key, is_markdown, alone=alone)
    if len(items) > 1:
        yield _several(document, path, items)
    elif items:
        yield _one(document, path, items[0])


def _below_bar(lines: list[str], is_markdown: bool) -> list[str]:
    """Give the items below a bar, none where they are one: in Markdown, those that it makes no list of."""
    if not is_markdown:
        items = _by_lines(lines, alone=True)
    else:
        items = _by_marks(lines) if lines and _BRACKETED.match(lines[0]) else []
    return items if len(items) > 1 else []


def _parts(lines: list[str], key: str, is_markdown: bool, *, alone: bool) -> list[str]:
    """Give the items that a text seems to be: several, or one that has a sign before it; none where it is a text."""
    items = _by_marks(lines)
    if len(items) < 2 and not is_markdown:
        items = _by_lines(lines, alone=alone)
    if len(items) < 2 and key == "questions":
        items = _by_question_marks(" ".join(lines), alone=alone)
    if key == "choices" and alone and len(items) < 2 and re.fullmatch(r"\w[\w ]*(?:/\w[\w ]*)+", " ".join(lines)):
        items = [part.strip() for part in " ".join(lines).split("/")]
    if len(items) < 2 and not is_markdown and alone:
        items = _by_commas(" ".join(lines), things=key in _THINGS)
    if len(items) > 1:
        return items
    mark = _MARKED.match(lines[0]) if lines else None
    return [" ".join(lines)[mark.end() :]] if mark else []


def _found_lines(document: Document, text: str) -> list[str]:
    """Give the lines of a text as far as they can be told without its node: by where its words stand in the file."""
    if text in document.text:
        return _split([text])
    words = text.split()
    found = re.search(r"\s+".join(map(re.escape, words)), document.text) if len(words) <= _MOST_WORDS else None
    return _split(found[0].splitlines() if found else [])


def _lines(document: Document, node: ScalarNode) -> list[str]:
    """Give the lines of a text as they stand in the file."""
    start, end = node.start_mark, node.end_mark
    lines = document.lines[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    return _split(lines)


def _split(lines: list[str]) -> list[str]:
    """Give lines without their margins; of a line with several signs, each part."""
    parts = (part.strip() for line in lines for part in _apart(line.strip()))
    return [part for part in parts if part]


def _apart(line: str) -> list[str]:
    return _BEFORE_NUMBER.split(line) if _BRACKETED.match(line) else _BEFORE_SIGN.split(line)


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
    all_short = alone and all(len(line.split()) <= _SHORT and not line.endswith(_GOES_ON) for line in lines)
    for above, line in pairwise(lines):
        if all_short or _is_apart(above, line):
            items.append(line)
        else:
            items[-1] += f" {line}"
    return items


def _is_apart(above: str, line: str) -> bool:
    if line[0].islower() or above.endswith(_GOES_ON) or re.match(r"I\b", line):  # in English, no beginning
        return False
    return above.endswith(_ASKS) or (line[0].isupper() and len(above) <= _UNBROKEN)


def _by_question_marks(text: str, *, alone: bool) -> list[str]:
    """Part a text that is several questions; in a list, a question may well have a second one behind it."""
    parts = [part.strip() for part in _AFTER_QUESTION.split(text) if part.strip()]
    all_ask = all(part.endswith(_ASKS) and not part[0].islower() for part in parts)
    return parts if all_ask and len(parts) > (1 if alone else 2) else []


def _by_commas(text: str, *, things: bool) -> list[str]:
    """Part a text such as `Water, paper, pens`: short parts that are three, words or counted, and no sentence.

    Semicolons part two of them as well; `things` may have their number behind them, and a sign at the end.
    """
    text = text.rstrip("!. ") if things else text
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    arrows = [part.strip() for part in _ARROW.split(text)]
    if len(arrows) > 1 and all(part and len(part.split()) <= _FEW_WORDS for part in arrows):
        return arrows
    parts = [part.strip() for part in _COMMAS.split(text)]
    counted = all(part[:1].isdigit() for part in parts)
    most = _FEW_WORDS if len(parts) > 2 or counted or ";" in text else 1
    short = all(part and len(_words(part, things=things)) <= most for part in parts)
    return parts if len(parts) > 1 and short and not _SENTENCE.search(text) else []


def _words(part: str, *, things: bool) -> list[str]:
    return (_AMOUNT.sub("", part) if things else part).split()


def _several(document: Document, path: Path, items: list[str]) -> Problem:
    shown = " ".join(f"`- {item}`" for item in items[:_MOST_SHOWN]) + (" …" if len(items) > _MOST_SHOWN else "")
    message = say("this is read as one text, and not as {number} items", number=len(items))
    hint = say("write one a line, each with a dash and a space: {shown}; or put the text in quotes", shown=shown)
    return document.problem("JB440", message, hint, path=path)


def _one(document: Document, path: Path, text: str) -> Problem:
    message = say("the sign at the start of this text makes no list; readers see it")
    return document.problem("JB440", message, say("write `- {item}`, with a dash and a space", item=text), path=path)
