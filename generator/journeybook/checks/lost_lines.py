"""JB464: lines that readers do not see as they stand in the file: a list that flows into one, a text as code."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any

from yaml import ScalarNode

from journeybook.handbook import Entry, Handbook
from journeybook.markdown.signs.items import flowing_items
from journeybook.markdown.signs.sign import short
from journeybook.model.keys_too_far_in import key_too_far_in
from journeybook.model.walk import markdown_fields, models, plain_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB464",
        means=(
            "Readers do not see lines as they stand in the file. A list, a table, a heading or the like below `>`, or "
            "without a `|`, flows into one line; so does a list in a field of one line, such as `summary`. A text that "
            "begins four spaces further in is shown as code. A key that begins in the column of the text above it is a "
            "line of that text."
        ),
        remedy="Do what the answer says: write `|`, or begin the line in the column that is named.",
        example=Example(
            wrong="title: A first talk\npurpose: >\n  You learn\n\n  - to ask\n  - to listen\n",
            right="title: A first talk\npurpose: |\n  You learn\n\n  - to ask\n  - to listen\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+\S")
_SIGN = re.compile(r"(?:[-*+•]|\d{1,2}[.)])(?<!\S[-*+•])\s+\S")
_OTHER_SIGN = re.compile(
    r"(?:^|\s)(?:[–—☐☑☒✅→⇒⇨▸➔➜👉⭐①-⑳•‣◦▪▫●○■□∙➢➤►✓✔❖·]|\(?[a-zA-Z0-9]{1,4}\)(?=\s)|[a-z]{1,4}\.(?=\s))"
)
"""How a list may begin that Markdown does not know."""
_BLOCKS = (
    (re.compile(r"\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?)?"), say("the lines of this table flow into one")),
    (re.compile(r"(?:```|~~~).*"), say("the lines of this code flow into one")),
    (re.compile(r"#{1,6}[ ]+\S.{0,60}"), say("this heading flows into one with the line beside it")),
    (re.compile(r">[ ]*\S.*"), say("the lines of this quotation flow into one, and readers see their signs")),
    (re.compile(r":[ ]+\S.*"), say("the lines of this definition flow into one")),
    (re.compile(r"-{3,}|={3,}|\*{3,}|_{3,}"), say("this line of signs flows into one with the line beside it")),
)
"""What Markdown knows by how a line looks, but lists, and what is said where such lines are none any more."""
_QUOTATION = _BLOCKS[3][0]
_MAY_BE_BLOCK = re.compile(r"(?:^|\s)(?:#{1,6}\s|>|```|~~~|\|?[ ]{0,3}:?-+:?[ ]{0,3}\||--|:\s|===|\*\*\*|___)")
_CODE = re.compile(r"(?: {4}|\t)")
_MAY_HAVE_KEY = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(?:#[^\r\n]*)?\r?\n")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.M)


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such place of each field."""
    told_of = ("audience", "facilitator_notes", "solution") if book.editions else ("audience",)  # by JB381
    for entry in book.written:
        may_have = _MAY_HAVE_KEY.search(entry.document.text)
        found = [*_keys(entry, told_of)] if may_have else []
        told = {problem.path for problem in found}
        yield from found
        for path, text in markdown_fields(entry.model):
            if not told or _written(entry.document, path) not in told:
                yield from _in_markdown(entry.document, path, text)
        for path, text in plain_fields(entry.model):
            if told and _written(entry.document, path) in told:
                continue
            if _may_be_items(text) and entry.document.has(path) and not isinstance(path[-1], int):
                yield from _in_one_line(entry.document, path)


def _written(document: Document, path: Path) -> Path:
    """Give the part of a path that stands in the file: a text may stand for an item, and that for a list."""
    return next((path[:end] for end in range(len(path), 0, -1) if document.has(path[:end])), ())


def _keys(entry: Entry[Any], told_of: Collection[str]) -> Iterator[Problem]:
    """Report keys that are a line of the text above them; `told_of` are those of which another check tells."""
    document = entry.document
    owners = {path: type(model) for path, model in models(entry.model)}
    fields = (*markdown_fields(entry.model), *plain_fields(entry.model))
    for path in dict.fromkeys(_written(document, path) for path, _ in fields):
        node, around = document.at(path), document.value(path[:-1])
        owner, mark = owners.get(path[:-1]), document.mark(path, at_key=True)
        if not isinstance(node, ScalarNode) or node.style not in ("|", ">"):
            continue
        if owner is None or mark is None or not isinstance(around, dict):
            continue
        begin = node.start_mark.line + 1
        lines = document.lines[begin : node.end_mark.line + (node.end_mark.column > 0)]
        inside = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        if found := key_too_far_in(owner, (*around, *told_of), [line[inside:] for line in lines]):
            place, key = found
            message = say("‘{key}’ is a line of the text above it, because it begins so far in", key=key)
            hint = say("where it is a field of its own, begin it in column {column}", column=mark.column + 1)
            yield document.problem_at("JB464", message, hint, line=begin + place + 1, column=inside + 1, path=path)


def _may_be_items(text: str) -> bool:
    """Tell whether a text has signs of a list, two of them or one behind a colon; its lines may be one by now."""
    found = [one.start() for one in _SIGN.finditer(text)]
    return len(found) > 1 or any(text[:start].rstrip().endswith(":") for start in found)


def flows(document: Document, path: Path, text: str) -> bool:
    """Tell whether lines of a Markdown field flow into one that are a list or the like, as its text does not say."""
    return _list_flows(document, path, text) or _lost_block(document, path, text) is not None


def _list_flows(document: Document, path: Path, text: str) -> bool:
    if _people_see_items(document, path, text):
        return True
    if not _may_be_items(text):
        return False
    node = document.at(path)
    if not isinstance(node, ScalarNode) or node.style == "|":
        return False
    lines = _lines(document, node)
    items = [place for place, line in enumerate(lines) if _ITEM.match(line)]
    is_list = len(items) > 1 or any(place and lines[place - 1].rstrip().endswith(":") for place in items)
    return is_list and len(items) > sum(bool(_ITEM.match(line)) for line in text.splitlines())


def _people_see_items(document: Document, path: Path, text: str) -> list[str]:
    """Give the items of a list with signs that Markdown has not, such as `a)`, whose lines flow into one."""
    node = document.at(path) if len(_OTHER_SIGN.findall(text)) > 1 else None
    if not isinstance(node, ScalarNode) or node.style == "|":
        return []
    items = flowing_items(_lines(document, node))
    return items if len(items) > len(flowing_items(text.splitlines())) else []


def _lost_block(document: Document, path: Path, text: str) -> Text | None:
    """Say of a table, a heading or the like that its lines flow into one; None where all stand in the text."""
    node = document.at(path) if _MAY_BE_BLOCK.search(text) else None
    if not isinstance(node, ScalarNode) or node.style == "|":
        return None
    lines = [line.strip().strip("\"'") for line in _lines(document, node)]
    stand = {line.strip() for line in text.splitlines()}
    lost = [place for place, line in enumerate(lines) if line not in stand]
    for form, message in _BLOCKS if sum(map(bool, lines)) > 1 else ():
        found = [place for place in lost if form.fullmatch(lines[place])]
        if form is _QUOTATION and len(found) == 1:  # in a sentence it may be `more than`
            found = [place for place in found if place and lines[place - 1].endswith((".", ":", "!", "?"))]
        if found:
            return message
    return None


def _paragraphs_flow(document: Document, path: Path, text: str) -> bool:
    """Tell whether paragraphs are one: below `>`, as in a plain text, an empty line is no more than an end of line."""
    if "\n" not in text:
        return False
    pairs = [pair for pair in pairwise(text.split("\n")) if all(map(_is_of_paragraph, pair))]
    if not any(not above.endswith(("  ", "\\")) for above, _ in pairs):
        return False
    node = document.at(path)
    return isinstance(node, ScalarNode) and node.style not in ("|", '"')


def _is_of_paragraph(line: str) -> bool:
    """Tell whether a line is of a paragraph of text, and not of a list or the like, or code."""
    forms = (form for form, _ in _BLOCKS)
    return bool(line) and not line[0].isspace() and not _ITEM.match(line) and not any(f.fullmatch(line) for f in forms)


def _lines(document: Document, node: ScalarNode) -> list[str]:
    """Give the lines of a text as they stand in the file, without its first where that has only a sign or a quote."""
    lines = document.lines[node.start_mark.line : node.end_mark.line + 1]
    first = lines[0][node.start_mark.column :]
    lines[-1] = lines[-1][: node.end_mark.column]
    return [first.lstrip("\"'"), *lines[1:]] if node.style != ">" else lines[1:]


def _in_markdown(document: Document, path: Path, text: str) -> Iterator[Problem]:
    if _list_flows(document, path, text):
        if _is_told_as_list(document, path):
            return
        hint = _kept(document, path, _people_see_items(document, path, text))
        yield document.problem("JB464", say("the lines of this list flow into one"), hint, path=path)
    elif lost := _lost_block(document, path, text):
        yield document.problem("JB464", lost, _kept(document, path), path=path)
    elif _paragraphs_flow(document, path, text):
        message = say("the paragraphs of this text flow into one")
        yield document.problem("JB464", message, _kept(document, path), path=path)
    elif "\n" in text and not _FENCE.search(text) and (found := _as_code(text)):
        message = say("this is shown as code, for it begins four spaces further in")
        hint = say("begin it in the column of the text above; code indeed stands between two lines of ```")
        yield document.problem_in("JB464", message, hint, path=path, needle=found)


def _is_told_as_list(document: Document, path: Path) -> bool:
    """Tell whether a text stands for an item, or for a list, that JB440 tells of."""
    node = document.at(path)
    alone = isinstance(document.value(path[:-2]), str)
    return not document.has(path) and isinstance(node, ScalarNode) and (alone or node.style != ">")


def _kept(document: Document, path: Path, items: Sequence[str] = ()) -> Text:
    """Say what keeps the lines; and how to begin `items`, whose signs Markdown does not know."""
    node = document.at(path)
    if items and isinstance(node, ScalarNode) and node.style == ">":
        item = short(items[0])
        return say("write `|` in place of `>`, and on the lines below it `{item}`, and so on", item=item)
    if items:
        item = short(items[0])
        return say("write `|` behind the colon or the dash, and on the lines below it `{item}`, and so on", item=item)
    if isinstance(node, ScalarNode) and node.style == ">":
        return say("write `|` in place of `>`, which keeps the lines")
    return say("write `|` behind the colon or the dash, and begin the text on the line below")


def _as_code(text: str) -> str | None:
    """Find the first line of a paragraph that is far in, below one that is no list."""
    is_list = True  # nothing stands above the first
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in part.splitlines() if line.strip()]
        if lines and all(_CODE.match(line) for line in lines):
            if not is_list:
                return lines[0].strip()
        elif lines:
            is_list = any(_ITEM.match(line) for line in lines) or lines[0].startswith(("!!!", "???", "===", ":", "[^"))
    return None


def _in_one_line(document: Document, path: Path) -> Iterator[Problem]:
    node = document.at(path)
    if isinstance(node, ScalarNode) and sum(bool(_ITEM.match(line)) for line in _lines(document, node)) > 1:
        message = say("this field is one line, so that readers see the signs of the list within it")
        hint = say("say it in a sentence, or tell it in a field that is Markdown, such as `description:`")
        yield document.problem("JB464", message, hint, path=path)
