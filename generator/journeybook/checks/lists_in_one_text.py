"""JB440: several items of a list that are read as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import ScalarNode, SequenceNode

from journeybook.handbook import Handbook
from journeybook.markdown.signs.sign import short
from journeybook.model.joined_actors import joined_actors
from journeybook.model.journey import Journey
from journeybook.model.walk import lists
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.source import Document
from journeybook.source.items import items_below, items_in_quotes, items_in_text, numbered, split, tags_in, unquoted
from journeybook.source.quotes import in_quotes

CODES = (
    Code(
        "JB440",
        means=(
            "Several items of a list are read as one text: they stand in one line with commas, below `|` or `>`, in "
            "quotation marks, have bullets or numbers in place of dashes or behind them, or lack a dash or the space "
            "behind it; or an item ends in a comma."
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

MOST_ITEMS = 200
"""Items of a list that are looked at: nobody types more by hand, and each is looked for in its file."""
_MOST_SHOWN = 4
_MOST_OF_LINE = 50
"""Characters of a line that nobody had to break."""
_MOST_WORDS = 150
"""Words of a text that is meant as items; a longer one is none of them."""
_THINGS = ("materials", "bring", "participants")
"""Lists of things and people, in which no item is a sentence."""
_WORDS = ("tags", "participants")
"""Lists by whose words readers filter."""
_NAMES = frozenset(("tags", "audience", "setting", "prerequisites", "related", "activities", "actors", "views", "next"))
"""Lists of single words and ids: what does not fit is told of each."""
_GO_ON = frozenset(("thoughts", "fields", "choices"))
"""Lists of what somebody says, or goes on with on a sheet: a comma may well stand behind it."""
_COUNTED = frozenset(
    ("steps", "stages", "objectives", "materials", "bring", "questions", "goals", "actions", "touchpoints", "cautions")
)
"""The lists that pages number, or show with dots."""


_FULL_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟")
_LEADS_ON = re.compile(
    r"\b(?:will|can|could|should|may|you|we|they|needs?|are|is|be|have|know|learn|learned|bring|how|to|with|the)$", re.I
)
"""The last word of what only leads to a list."""
_ENTITY = re.compile(r"&#?\w+;$")
_STEPS = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+\S[^\n]*\n\s*(?:[-*+•]|\d{1,2}[.)])\s")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s")
_NO_ITEM = re.compile(r"\s*(?:#{1,6}\s|</?[a-zA-Z]|```|~~~|\|)")


def check(book: Handbook) -> Iterator[Problem]:
    """Report lists that are read as one item, and items that are read as one with the item below."""
    for entry in book.written:
        joined = isinstance(entry.model, Journey) and joined_actors(entry.model, book.settings.roles)
        for path, is_markdown in lists(entry.model):
            if path == ("actors",) and joined:  # told as ids that nothing has
                continue
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


def is_told_at(document: Document, path: Path, place: int) -> bool:
    """Tell whether an item of a plain list, or the text in the list's place, is told as several."""
    return not {path, (*path, place)}.isdisjoint(one.path for one in _in_list(document, path, is_markdown=False))


def _in_list(document: Document, path: Path, is_markdown: bool) -> Iterator[Problem]:
    value = document.value(path)
    items = value[:MOST_ITEMS] if isinstance(value, list) else [value]
    key = str(path[-1])
    if key in _COUNTED and (first := _numbered(items)):
        yield _with_numbers(document, (*path, 0), first, items[0])
        return
    if key not in _NAMES | _GO_ON and (found := _with_comma(items, things=key in _THINGS)):
        yield _told_comma(document, path, *found)
        return
    told = list(_in_items(document, path, is_markdown, items))
    yield from told or (_in_tags(document, path, items) if key in _WORDS else ())


def _in_items(document: Document, path: Path, is_markdown: bool, items: list[object]) -> Iterator[Problem]:
    key, alone = str(path[-1]), isinstance(document.value(path), str)
    if key == "steps" and alone and _are_steps(document, path, str(items[0])):
        is_markdown = False
    texts = [text for text in items if isinstance(text, str)]
    alone = alone or (key in ("choices", "columns", "actors") and len(items) == 1)
    if not any(_may_be_several(document, text, key, is_markdown, alone=alone) for text in texts):
        return
    node = document.at(path)  # it knows of quotes, and where things are; few files have to be composed anew for it
    if isinstance(node, ScalarNode):
        yield from _in_text(document, path, node, is_markdown, alone=True)
    elif isinstance(node, SequenceNode) and (alone or not node.flow_style or key in _THINGS):
        for place, item in enumerate(node.value):
            if isinstance(item, ScalarNode):
                braced = bool(node.flow_style)
                yield from _in_text(document, (*path, place), item, is_markdown, alone=alone, in_brackets=braced)


def _are_steps(document: Document, path: Path, text: str) -> bool:
    """Tell whether a text in place of the steps is several: a list, or lines that all begin a sentence.

    A list in one step is no list of steps; a text of paragraphs, or below `>`, is one text. So is a list with lists in
    it, or with headings, HTML or paragraphs below it: as steps, these would run into the items above them.
    """
    if _STEPS.match(text):
        return not _holds_more(text)
    lines = _found_lines(document, text)
    is_paragraph = text.strip().count("\n") in (0, len(lines) - 1)
    all_begin = len(lines) > 1 and all(line[0].isupper() and len(line) <= _MOST_OF_LINE for line in lines)
    return is_paragraph and all_begin and getattr(document.at(path), "style", None) != ">"


def _holds_more(text: str) -> bool:
    """Tell whether a list holds lists of its own, or is followed by what belongs to none of its items."""
    lines = text.strip("\n").splitlines()
    first, is_numbered = _indent(lines[0]), lines[0].lstrip()[0].isdigit()
    is_apart = False
    for line in lines:
        deeper, begins = _indent(line) - first, bool(_ITEM.match(line))
        if begins and line.lstrip()[0].isdigit() != is_numbered:
            return True
        if line.strip() and (
            (begins and deeper > 1) or _NO_ITEM.match(line) or (is_apart and not begins and deeper < 2)
        ):
            return True
        is_apart = not line.strip()
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _numbered(items: list[object]) -> str | None:
    """Give the first item without its number, where all are numbered; years of a school, `1. Klasse`, are not."""
    texts = [_first_text(item) for item in items]
    begins = numbered([text for text in texts if text]) if all(texts) and len(texts) > 1 else []
    bare = [text[begin:].strip() for text, (_, begin) in zip(texts, begins, strict=False)]
    is_whole = len(bare) == len(texts) and len(set(bare)) > 1
    return bare[0] if is_whole else None


def _with_comma(items: list[object], *, things: bool) -> tuple[int, str] | None:
    """Give the place of the first item that ends in a comma, and the item without it; None where none does.

    The items of a list may be the parts of a sentence; `things` are not, and no comma stands behind a full stop.
    """
    texts = [item.strip() if isinstance(item, str) else "" for item in items]
    may_end_so = not things and (len(texts) == 1 or _are_parts(texts))
    for place, text in enumerate(texts):
        bare = text.rstrip(",; ")
        is_told = bare != text and "\n" not in text and not _ENTITY.search(text)
        if is_told and (bare.endswith(_FULL_STOPS) or (bare and not may_end_so)):
            return place, bare
    return None


def _are_parts(texts: list[str]) -> bool:
    """Tell whether the items of a list go on with each other, as the parts of a sentence do."""
    begin_low = all(text[:1].islower() for text in texts[1:])
    return begin_low or (texts[-1].endswith(_FULL_STOPS) and texts[0].endswith((",", ";", ":")))


def _in_tags(document: Document, path: Path, items: list[object]) -> Iterator[Problem]:
    for place, item in enumerate(items):
        found = (tags_in(item) if path[-1] == "tags" else [unquoted(item)]) if isinstance(item, str) else []
        if found and found != [" ".join(str(item).split())]:
            yield _tags(document, (*path, place), found)


def _first_text(item: object) -> str:
    found = next((item[key] for key in ("title", "text") if key in item), "") if isinstance(item, dict) else item
    return found.strip() if isinstance(found, str) else ""


def _may_be_several(document: Document, text: str, key: str, is_markdown: bool, *, alone: bool) -> bool:
    lines, alone = _found_lines(document, text), alone or "\n" in text
    return bool(items_in_text(lines, key, is_markdown=is_markdown, alone=alone, in_brackets=True)) or (
        alone and bool(items_in_quotes(text, key))
    )


def _in_text(
    document: Document, path: Path, node: ScalarNode, is_markdown: bool, *, alone: bool, in_brackets: bool = False
) -> Iterator[Problem]:
    key = str(next(part for part in reversed(path) if isinstance(part, str)))
    if node.style == "|" or (node.style == ">" and alone):  # its lines would flow into one
        items = items_below(node.style, split(_lines(document, node, skip=1)), is_markdown=is_markdown)
    elif node.style:  # in quotes, or an item below >: it is meant as one text
        items = items_in_quotes(node.value, key) if alone else []
    else:
        lines = split(_lines(document, node))
        items = items_in_text(lines, key, is_markdown=is_markdown, alone=alone, in_brackets=in_brackets)
        if intro := _introduced(lines, items) if alone else "":
            yield _with_introduction(document, path, intro, items[1:])
            return
    if len(items) > 1:
        yield _several(document, path, items, node.style)
    elif items:
        yield _one(document, path, items[0], node.style)


def _found_lines(document: Document, text: str) -> list[str]:
    """Give the lines of a text as far as they can be told without its node: by where its words stand in the file."""
    if text in document.text:
        return split([text])
    words = text.split()
    found = re.search(r"\s+".join(map(re.escape, words)), document.text) if len(words) <= _MOST_WORDS else None
    return split(found[0].splitlines() if found else [])


def _lines(document: Document, node: ScalarNode, skip: int = 0) -> list[str]:
    """Give the lines of a text as they stand in the file, without the first ones where those are to be skipped."""
    start, end = node.start_mark, node.end_mark
    lines = document.lines[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    return lines[skip:]


def _several(document: Document, path: Path, items: list[str], style: str | None) -> Problem:
    shown = " ".join(f"`- {item}`" for item in items[:_MOST_SHOWN]) + (" …" if len(items) > _MOST_SHOWN else "")
    message = say("this is read as one text, and not as {number} items", number=len(items))
    if style in (">", "|"):
        hint = say("take the `{sign}` out, and write one a line, each with a dash: {shown}", sign=style, shown=shown)
    elif "columns" in path:
        hint = say("write `[{words}]`", words=", ".join(items))
    elif style:
        hint = say("take the quotation marks away, and write one a line, each with a dash: {shown}", shown=shown)
    elif "choices" in path:
        hint = say("write one a line, each with a dash and a space: {shown}", shown=shown)
    else:
        hint = say("write one a line, each with a dash and a space: {shown}; or put the text in quotes", shown=shown)
    return document.problem("JB440", message, hint, path=path)


def _introduced(lines: list[str], items: list[str]) -> str:
    """Give the words above a list that only lead to it: `At the end you will`; an empty text where they are an item."""
    if len(items) < 2 or items[0] != lines[0] or items[1] == lines[1]:  # the first has no sign, the second has one
        return ""
    return items[0] if items[0].endswith((":", "…")) or _LEADS_ON.search(items[0]) else ""


def _with_introduction(document: Document, path: Path, intro: str, items: list[str]) -> Problem:
    message = say("this is read as one text, and not as a list with ‘{intro}’ above it", intro=short(intro))
    shown = " ".join(f"`- {item}`" for item in items[:_MOST_SHOWN]) + (" …" if len(items) > _MOST_SHOWN else "")
    hint = say("take ‘{intro}’ out, and keep the dashes: {shown}", intro=short(intro), shown=shown)
    return document.problem("JB440", message, hint, path=path)


def _tags(document: Document, path: Path, tags: list[str]) -> Problem:
    if len(tags) == 1:
        message = say("the signs around this word are read as part of it")
        return document.problem("JB440", message, say("write `{text}`", text=tags[0]), path=path)
    message = say("this is read as one tag, and not as {number}", number=len(tags))
    shown = ", ".join(tag if re.fullmatch(r"[\w -]+", tag) else in_quotes(tag) for tag in tags)
    return document.problem("JB440", message, say("write `[{tags}]`", tags=shown), path=path)


def _told_comma(document: Document, path: Path, place: int, bare: str) -> Problem:
    message = say("readers see the comma at the end of this item")
    at = path if isinstance(document.value(path), str) else (*path, place)
    return document.problem("JB440", message, say("write `- {item}`, and no comma", item=bare), path=at)


def _with_numbers(document: Document, path: Path, first: str, item: object) -> Problem:
    message = say("the numbers before these items are shown to readers, beside the signs of the list")
    key = next((key for key in ("title", "text") if isinstance(item, dict) and key in item), None)
    hint = say("write `- {item}`, and no number", item=first)
    if key:
        hint = say("write `{key}: {item}`, and no number", key=key, item=first)
    return document.problem("JB440", message, hint, path=path)


def _one(document: Document, path: Path, text: str, style: str | None) -> Problem:
    message = say("the sign at the start of this text makes no list; readers see it")
    hint = say("write `- {item}`, with a dash and a space", item=text)
    if style in (">", "|"):
        hint = say("take the `{sign}` out, and write `- {item}` below", sign=style, item=text)
    return document.problem("JB440", message, hint, path=path)
