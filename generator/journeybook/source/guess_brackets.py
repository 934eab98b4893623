"""Guess what was meant by brackets, braces and quotation marks that YAML cannot read."""

from __future__ import annotations

import re

from journeybook.problems import say
from journeybook.source.document import Document
from journeybook.source.guess import BEFORE_VALUE, MAX_SHOWN, Guess, indent_of
from journeybook.source.quotes import QUOTE, in_quotes, quoted

_TWO_KEYS = re.compile(r".*:[ \t]+[^,{}:]*[^\s,{}:][ \t]+(?P<key>[a-z_]+)")
_PAGE = re.compile(
    r"[ \t]*-[ \t]+(?:(?P<before>[^\s\"'\[:][^\"'\[:]*):[ \t]+)?\[(?P<title>[^\][]*)\]\((?P<page>[^\s():]+\.md)\)[ \t]*"
)
_LINK = re.compile(r"\[(?P<title>[^\][]+)\]\((?P<url>[^\s()]+)\)")
_BRACES = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[a-z_]+)[ \t]+(?P<braces>\{[a-z_]+:[ \t].*\})[ \t]*")
_PAIRS = re.compile(
    r"[ \t]*(?P<dash>-[ \t]+)?(?P<pairs>[a-z_]+:[ \t]+(?:\"[^\"]*\"|'[^']*')"
    r"(?:[ \t]*,[ \t]*[a-z_]+:[ \t]+[^\s,][^,]*)+)"
)
"""Keys with commas between them, of which the first has its text in quotes."""
_ITEM = re.compile(r"[ \t]*-[ \t]+[\"']")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ALL_QUOTED = re.compile(r"(?:\"[^\"]*\"|'[^']*')(?:[ \t]*[,;][ \t]*(?:\"[^\"]*\"|'[^']*'))+[ \t]*[,;]?")


_SEVERAL = re.compile(r"\[[^\[\]]+\](?:\s*,\s*\[[^\[\]]+\])+")
"""Several lists in a row, such as `[path], [map]`."""


def no_comma(document: Document, line: int, column: int) -> Guess | None:
    """Explain a key between braces that lacks the comma before it, such as `{min: 45 max: 60}`."""
    text = document.lines[line]
    found = _TWO_KEYS.fullmatch(text[:column]) if text[column : column + 1] == ":" else None
    if found is None:
        return None
    message = say("a comma is missing before ‘{key}’, or this text needs quotes", key=found["key"])
    hint = say("write `, {key}: …` where that is a key; put a text that has a colon in quotes", key=found["key"])
    return Guess(line, found.start("key"), message, hint)


def two_items(document: Document, line: int, column: int) -> Guess | None:
    """Explain two texts, or two items in braces, between brackets without a comma between them; None of all else."""
    before, rest = document.lines[line][:column].rstrip(), document.lines[line][column:]
    pair = before[-1:] + rest[:1]
    if key := re.match(r"(?P<key>[a-z_]+):[ \t]", rest):
        message = say("a comma is missing before ‘{key}’, or this text needs quotes", key=key["key"])
        hint = say("write `, {key}: …` where that is a key; put a text that has a colon in quotes", key=key["key"])
        return Guess(line, column, message, hint) if pair[0] in "\"'" else None
    if pair not in ('""', "''", "}{", "]["):
        return None
    one, other = re.search(r"([\"'])[^\"']*\1$", before), re.match(r"([\"'])[^\"']*\1", rest)
    shown = f"{one[0]}, {other[0]}" if one and other else f"…{pair[0]}, {pair[1]}…"
    return Guess(line, column, say("a comma is missing before this"), say("write `{pair}`", pair=shown))


_ITEM_IN_BRACES = re.compile(r"\{[a-z_]+:[ \t][^{}]*\}")
_ITEMS_IN_BRACES = re.compile(rf"{_ITEM_IN_BRACES.pattern}(?:[ \t]*[,;]?[ \t]*{_ITEM_IN_BRACES.pattern})+[ \t]*[,;]?")
"""Items of a list in braces, side by side without brackets around them."""


def after_closing(document: Document, line: int, column: int) -> Guess | None:
    """Explain what follows the quotation mark or the bracket that closes a text or a list; None where it is neither."""
    before, rest = document.lines[line][:column].rstrip(), document.lines[line][column:].strip()
    last = before[-1:]
    if last in ("]", "}"):
        if told := _link(document, line, column) or _page(document, line) or _no_colon_before_braces(document, line):
            return told
        if re.fullmatch(r"[\]},.;]+", rest):
            signs = say("take `{signs}` out", signs=rest)
            return Guess(line, column, say("the brackets are closed before this"), signs)
        start = BEFORE_VALUE.match(document.lines[line])
        braces = _ITEM_IN_BRACES.findall(value := document.lines[line][start.end() if start else 0 :].strip())
        if len(braces) > 1 and _ITEMS_IN_BRACES.fullmatch(value):
            shown = ", ".join(f"`- {item}`" for item in braces)
            message = say("the brackets are closed before this, so nothing can follow")
            return Guess(line, column, message, say("write one a line, each with a dash: {shown}", shown=shown))
        if start and _SEVERAL.fullmatch(value := document.lines[line][start.end() :].rstrip()):
            items = ", ".join(part.strip() for part in re.findall(r"\[([^\[\]]*)\]", value))
            hint = say("write one list: `[{items}]`", items=items)
            return Guess(line, column, say("the brackets are closed before this, so nothing can follow"), hint)
        hint = quoted(document.lines[line][start.end() :]) if start else QUOTE
        return Guess(line, column, say("the brackets are closed before this, so nothing can follow"), hint)
    if last not in ('"', "'") or not last:
        return None
    if before.count(last) % 2:
        message = say("a text that begins on a line above ends at the quotation mark before this")
        return Guess(line, column, message, say("close the quotation mark at the end of that line"))
    message = say("the text ends at the quotation mark before this")
    if pairs := _PAIRS.fullmatch(document.lines[line]):
        message, hint = say("several keys stand in this line"), say("write each key on a line of its own")
        if pairs["dash"]:
            hint = say(
                "write each key on a line of its own, or all in braces: `- {{{pairs}}}`", pairs=pairs["pairs"].strip()
            )
        return Guess(line, column, message, hint)
    if document.lines[line][column:].strip() in (",", ";"):
        return Guess(line, column, message, say("take the comma out, or the semicolon"))
    if texts := _quoted_texts(document.lines[line]):
        shown = f"[{', '.join(texts)}]" if not _ITEM.match(before) else " ".join(f"`- {text}`" for text in texts)
        several = say("for a list of texts, write {shown}; for one, put the whole in other quotes", shown=shown)
        return Guess(line, column, message, several)
    if last == "'":
        return Guess(line, column, message, say('put the whole text in double quotation marks: "…"'))
    return Guess(line, column, message, say("put the whole text in single quotation marks: '…'"))


def _link(document: Document, line: int, column: int) -> Guess | None:
    """Explain a Markdown link in the place of a resource; None elsewhere."""
    text = document.lines[line]
    found = _LINK.search(text)
    parents = (document.lines[above] for above in reversed(range(line + 1)))
    key = next((parent for parent in parents if not re.match(r"[ \t]*(?:-|#|$)|[ \t]{4}", parent)), "")
    if found is None or not key.lstrip().startswith("resources:"):
        return None
    shown = f'{{title: {in_quotes(found["title"])}, url: "{found["url"]}"}}'
    message = say("a resource has a title and an address as two keys")
    return Guess(line, found.start(), message, say("write `{shown}`", shown=shown))


def _page(document: Document, line: int) -> Guess | None:
    """Explain a Markdown link in the place of a page of the navigation; None of all else."""
    text = document.lines[line]
    found = _PAGE.fullmatch(text)
    owners = (one for one in reversed(document.lines[:line]) if re.match(r"[^\s#-]", one))
    if found is None or not next(owners, "").startswith("nav:"):
        return None
    title, page = (found["before"] or found["title"]).strip(), found["page"]
    shown = f"- {title if re.fullmatch(_PLAIN_TITLE, title) else in_quotes(title)}: {page}" if title else f"- {page}"
    message = say("the navigation has a title and a page, and no links")
    return Guess(line, text.index("["), message, say("write `{shown}`", shown=shown))


def _no_colon_before_braces(document: Document, line: int) -> Guess | None:
    """Explain braces behind a key that lacks its colon, as in `- map {lanes: [goals]}`."""
    found = _BRACES.fullmatch(document.lines[line])
    if found is None:
        return None
    shown = f"{found['key']}: {found['braces']}"[:MAX_SHOWN]
    message = say("a colon is missing after ‘{key}’", key=found["key"])
    return Guess(line, found.end("key"), message, say("write `{shown}`", shown=shown))


def _quoted_texts(line: str) -> list[str]:
    """Give the texts in quotes that a line has one behind the other, with commas; none where it has something else."""
    start = BEFORE_VALUE.match(line)
    value = line[start.end() :].strip() if start else ""
    return _QUOTED.findall(value) if _ALL_QUOTED.fullmatch(value) else []


_PLAIN_TITLE = re.compile(r"\w[^:#]*")
_PLAIN_ITEM = re.compile(r"[^\s\]\[{}\"':#|>&*!%@`-][^\]\[{}\"':#]*")
_PLAIN_PAIR = re.compile(r"[\w-]+:[ ]+[^\s\]\[{}\"':#|>&*!%@`][^\]\[{}\"':#]*")


def left_open(document: Document, line: int, column: int) -> Guess | None:
    """Explain brackets or braces of plain texts, in one line, of which the closing one is missing, or another one."""
    text = re.sub(r"[ \t]+#.*$", "", document.lines[line][column:]).rstrip()
    below = next((one for one in document.lines[line + 1 :] if one.strip()), "")
    if text[:1] not in ("[", "{") or indent_of(below) > indent_of(document.lines[line]):
        return None
    sign, item = ("]", _PLAIN_ITEM) if text[0] == "[" else ("}", _PLAIN_PAIR)
    inside = text[1:].rstrip("]})") if text[-1] != ")" or "(" not in text else text[1:]
    meant = f"{text[0]}{inside.strip()}{sign}"
    if len(meant) > MAX_SHOWN or not all(item.fullmatch(part.strip()) for part in inside.split(",")):
        return None
    message = say("the list in brackets is not closed") if sign == "]" else say("the braces are not closed")
    return Guess(line, column, message, say("write `{text}`", text=meant))
