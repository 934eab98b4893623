"""Guess what was meant by a line that is neither a key with its value nor an item."""

from __future__ import annotations

import re

from journeybook.problems import say
from journeybook.source.document import Document
from journeybook.source.guess import MAX_SHOWN, Guess, begin_of, indent_of, line_above
from journeybook.source.quotes import in_quotes, quoted

_MOST_ITEMS = 4
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[^\s:]+):(?P<value>\S.*)$")
_NO_SPACE = re.compile(r"[ \t]*-(?P<item>[^\s-].*)$")
_NOTED_TITLE = re.compile(
    r"[ \t]*-[ \t]+(?P<title>[^\s\"'#][^\"'#]*[ \t](?P<sign>#)(?:[^\s#].*?|[ \t][^#]*(?=:))):?[ \t]*"
)
_BULLET = re.compile(r"[•‣◦▪▫●○■□∙➢➤►✓✔❖·–—+]\s*(\S.*)")  # what word processors begin an item with
_OPENS_TEXT = re.compile(r"(?:^|:|-)[ \t]+[|>][+-]?[ \t]*(?:#.*)?$")
_RULE = re.compile(r"([*=_~+#-])\1{2,}|(?:[*-] ){2,}[*-]")
_NOTE = re.compile(r"(?://+|<!--|--[ ](?![a-z_]+:)|;+|/\*+|REM[ ])[ \t]*(?P<note>.*?)(?:-->|\*/)?")
_TWO_DASHES = re.compile(r"--+[ \t]*(?P<item>[^\s>-](?:.*:|.*\.md))")
"""A title of the navigation, or a page, with a dash too many."""
_KEYS = re.compile(r"\{|[a-z_]+:([ \t]|$)")
_WIDE_COLON = re.compile(r"(?:-[ \t]+)?(?P<key>[^\W\d][\w -]{0,40}?)[ \t]*(?P<sign>[：﹕∶︓])[ \t]*(?P<value>.*)")
_BEGINS_ITEM = re.compile(r"(?:(?:id|title|label|text):\s|(?:[A-Z][^:]*|\w+\.[\w.]+):(?:\s|$))")
"""A key that items begin with; in mkdocs.yml, the title of a section, or an extension with its options."""
_COLON_WITHIN = re.compile(r"[ \t]*(?:-[ \t]+)*([\"'])(?P<key>[\w -]{1,40}):[ \t]*\1[ \t]*(?P<value>[^\s:].*)")
_WHOLE_LINE = re.compile(r"([\"'])(?P<key>[\w -]{1,40}):[ \t](?P<value>.*)\1")


def begins_indented(document: Document) -> Guess | None:
    """Explain a first line that is indented, where those below it are not."""
    first = next((n for n, text in enumerate(document.lines) if not re.match(r"[ \t]*(#|$|---)", text)), None)
    if first is None or not indent_of(document.lines[first]):
        return None
    message = say("this line is indented further than those below it")
    return Guess(first, indent_of(document.lines[first]), message, say("begin it in column {column}", column=1))


def no_colon(document: Document, line: int) -> Guess:
    """Explain a line that should be `key: value` and has no colon, or no space after it."""
    if (
        told := _below_its_colon(document, line)
        or _colon_within(document, line)
        or text_with_keys(document, line)
        or slip(document, line)
        or no_space(document, line)
        or glued(document, line)
        or _no_dash(document, line)
        or (first_without_dash(document, line + 1) if line + 1 < len(document.lines) else None)
    ):
        return told
    hint = say("write `key: value`; a text that goes on begins further to the right than its key")
    above = line_above(document, line)
    if above is not None and document.lines[above].strip() == "theme:":
        hint = say("write `name: {theme}`", theme=document.lines[line].strip()[:MAX_SHOWN])
    return Guess(line, begin_of(document.lines[line]), say("a colon is missing in this line"), hint)


_COLON_AT_END = re.compile(r"[ \t]*-[ \t]+(?P<text>[A-Z][^:\"'\[\]{}]*:)[ \t]*")


def _below_its_colon(document: Document, line: int) -> Guess | None:
    """Explain an item such as `- Ask yourself:` whose text goes on in the line below: the whole needs quotes."""
    above = line_above(document, line)
    found = _COLON_AT_END.fullmatch(document.lines[above]) if above is not None else None
    if found is None or above is None or indent_of(document.lines[line]) != found.start("text"):
        return None
    last = line
    while last + 1 < len(document.lines) and indent_of(document.lines[last + 1]) == found.start("text"):
        last += 1
    texts = [one.strip() for one in document.lines[line : last + 1]]
    if any(re.search(r":(?:[ \t]|$)|^[-#\"']|\.md$", one) for one in texts):
        return None
    message = say("this text has a colon, so it needs quotes")
    return Guess(above, found.start("text"), message, quoted(" ".join([found["text"], *texts])))


def _colon_within(document: Document, line: int) -> Guess | None:
    """Explain a key with its colon in quotation marks, such as `"energy:" low`."""
    found = _COLON_WITHIN.fullmatch(document.lines[line])
    if found is None:
        return None
    hint = say("write `{key}: {value}`", key=found["key"], value=found["value"][:MAX_SHOWN])
    return Guess(line, found.end("key"), say("this colon stands inside of the quotation marks"), hint)


_SHORT = {"next": "to", "feelings": "label", "fields": "label"}
_SHORT |= dict.fromkeys(("questions", "steps", "pains", "opportunities"), "text")
_SHORT |= dict.fromkeys(("materials", "touchpoints", "actors", "stages", "measures", "blocks"), "title")
"""The lists whose items may be texts, with the key that the text of an item then is."""
_LISTS = frozenset(
    (*_SHORT, "views", "handouts", "resources", "days", "responsibilities", "nav", "plugins", "markdown_extensions")
)
"""Keys that have a list of items with keys below them."""
_OWNER = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[^\s#\"'][^#\"']*?):[ \t]*(?:#.*)?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<text>[^\s\"'\[{:][^:]*?)[ \t]*")


def text_with_keys(document: Document, line: int) -> Guess | None:
    """Explain an item that is a text, and has keys below it, so that the text needs a key as well."""
    text = document.lines[line]
    found, below = _ITEM.fullmatch(text), document.lines[line + 1] if line + 1 < len(document.lines) else ""
    if found is None or indent_of(below) != found.start("text") or not re.match(r"[ \t]*[a-z_]+:(?:[ \t]|$)", below):
        return None
    above = line_above(document, line)
    while above is not None and (
        indent_of(document.lines[above]) > indent_of(text) or document.lines[above].startswith("- ", indent_of(text))
    ):
        above = line_above(document, above)
    owner = (
        re.match(r"[ \t]*(?:-[ \t]+)*(?P<key>[a-z_]+):[ \t]*$", document.lines[above]) if above is not None else None
    )
    key = _SHORT.get(owner["key"]) if owner else None
    if key is None:
        return None
    message = say("this text has keys below it, and needs one of its own")
    return Guess(
        line, found.start("text"), message, say("write `- {key}: {text}`", key=key, text=found["text"][:MAX_SHOWN])
    )


def glued(document: Document, line: int) -> Guess | None:
    """Explain an item whose dash lacks its space, such as `-What I heard`."""
    found = _NO_SPACE.fullmatch(document.lines[line])
    if found is None:
        return None
    hint = say("write `- {item}`", item=found["item"].strip()[:MAX_SHOWN])
    return Guess(line, found.start("item") - 1, say("a space is missing after the dash"), hint)


def no_space(document: Document, line: int) -> Guess | None:
    """Explain a line like `title:Tea`, which is a text; and `9:30 Welcome`, which has no keys."""
    key = _KEY.match(document.lines[line])
    if key is None:
        return None
    clock = re.fullmatch(r"(\d\d(?:\s*[-–—]\s*\d{1,2}:\d\d)?)\s+(\S.*)", key["value"])
    if clock and key["key"].isdigit():
        start = f"{int(key['key']):02}:{clock[1][:2]}"
        hint = say('write `title: {title}` and `start: "{start}"`, one a line', title=clock[2], start=start)
        return Guess(line, key.start("key"), say("this text has no key"), hint)
    shown = say("write `{key}: {value}`", key=key["key"], value=key["value"][:MAX_SHOWN])
    return Guess(line, key.end("key"), say("a space is missing after the colon"), shown)


def _no_dash(document: Document, line: int) -> Guess | None:
    """Explain a line that is meant as an item: it begins with a bullet, or in the column of the dashes above it."""
    text = document.lines[line]
    column = indent_of(text)
    if bullet := _BULLET.match(text, column):
        return Guess(line, column, say("a list has dashes"), say("write `- {item}`", item=bullet[1][:MAX_SHOWN]))
    above = line_above(document, line)
    while above is not None and indent_of(document.lines[above]) > column:  # what belongs to the item above
        above = line_above(document, above)
    if (
        above is None
        or not document.lines[above].startswith("- ", column)
        or indent_of(document.lines[above]) != column
    ):
        return None
    item = re.sub(r"^(?:o[ \t]+(?=[A-Z])|[-–—－﹣−‐‑]+)", "", text.strip()).strip()[
        :MAX_SHOWN
    ]  # Word’s round bullet is an o
    if not column:  # keys begin in this column, too
        hint = say("write `- {item}` if it is an item of the list above, else `key: value`", item=item)
        return Guess(line, column, say("a dash or a colon is missing in this line"), hint)
    hint = say("write `- {item}`, or begin it further to the right if it belongs to the line above", item=item)
    return Guess(line, column, say("this line has no dash, and those above it have"), hint)


def slip(document: Document, line: int) -> Guess | None:
    """Explain a line that is no YAML at all: a rule of signs, a note to oneself, a whole line in quotes."""
    text = document.lines[line] if line < len(document.lines) else ""
    column = indent_of(text)
    bare = text.strip()
    if text and not bare:
        return Guess(line, 0, say("this line looks empty, and has a space that is none for YAML"), say("empty it"))
    if _RULE.fullmatch(bare):
        return Guess(line, column, say("this line of signs is no YAML"), say("take the line out"))
    if (bullet := _BULLET.match(bare)) and _KEYS.match(bullet[1]):
        return Guess(line, column, say("a list has dashes"), say("write `- {item}`", item=bullet[1][:MAX_SHOWN]))
    if doubled := _TWO_DASHES.fullmatch(bare):
        hint = say("write one dash: {shown}", shown=f"`- {doubled['item'][:MAX_SHOWN]}`")
        return Guess(line, column, say("this item has two dashes"), hint)
    if note := _NOTE.fullmatch(bare):
        hint = say("write `# {note}`", note=note["note"].strip()[:MAX_SHOWN])
        return Guess(line, column, say("a note to yourself begins with #"), hint)
    if wide := _WIDE_COLON.match(bare):
        message = say("the colon ‘{sign}’ is not the one of YAML", sign=wide["sign"])
        hint = say("write `{key}: {value}`", key=wide["key"].strip(), value=wide["value"].strip()[:MAX_SHOWN])
        return Guess(line, column + wide.start("sign"), message, hint)
    if (whole := _WHOLE_LINE.fullmatch(bare)) and whole["key"].strip():
        message = say("this whole line is in quotation marks, so that it is no key and its value")
        hint = say("write `{key}: {value}`", key=whole["key"], value=in_quotes(whole["value"])[:MAX_SHOWN])
        return Guess(line, column, message, hint)
    return None


def first_line(document: Document) -> Guess | None:
    """Explain the first line of a file, where the file ends behind it, since it is no key."""
    place = next((n for n, text in enumerate(document.lines) if not re.match(r"[ \t]*(#|$)", text)), 0)
    return slip(document, place)


def dash_of_a_file(document: Document, line: int) -> Guess | None:
    """Explain a dash before the first key of a file, where the other keys begin at the margin as well."""
    found = re.match(r"[A-Za-z_]+:(?:[ \t]|$)", document.lines[line])
    texts = [n for n, text in enumerate(document.lines[:line]) if not re.match(r"[ \t]*(?:#|$|---)", text)]
    key = re.match(r"-[ \t]+(?P<rest>(?P<key>[a-z_]+):(?:[ \t]|$).*)", document.lines[texts[0]]) if texts else None
    if found is None or key is None or any(document.lines[n].startswith("- ") for n in texts[1:]):
        return None
    message = say("‘{key}’ has a dash before it, as an item of a list has", key=key["key"])
    return Guess(texts[0], 0, message, say("write `{text}`", text=key["rest"].strip()[:MAX_SHOWN]))


def dash_within(document: Document, line: int) -> Guess | None:
    """Explain a key with a dash of its own, in the column of the keys of the item above; None of all else."""
    text = document.lines[line]
    above = line_above(document, line)
    key = re.match(r" *- +(?P<key>[A-Za-z_]+):( |$)", text)
    if key is None or above is None or begin_of(document.lines[above]) != indent_of(text):
        return None
    if not indent_of(text):
        message = say("‘{key}’ has a dash before it, as an item of a list has", key=key["key"])
        return Guess(line, 0, message, say("take the dash out"))
    message = say("‘{key}’ belongs to the item above, and has a dash of its own", key=key["key"])
    hint = say("take the dash out, and begin ‘{key}’ in column {column}", key=key["key"], column=indent_of(text) + 1)
    return Guess(line, indent_of(text), message, hint)


def first_without_dash(document: Document, line: int) -> Guess | None:
    """Explain an item with a dash below one that lacks it, and is the first of its list; None of all else.

    What stands below `stages:`, or below a title of the navigation, has to be a list; below `source:`, the dash is
    wrong.
    """
    column = indent_of(document.lines[line])
    lines = [line]
    while (above := line_above(document, lines[-1])) is not None and indent_of(document.lines[above]) >= column:
        lines.append(above)
    entries = [n for n in reversed(lines[1:]) if indent_of(document.lines[n]) == column]
    owner = _OWNER.fullmatch(document.lines[above]) if above is not None else None
    is_item = document.lines[line].startswith("- ", column)
    have_dashes = any(document.lines[n].startswith("-", column) for n in entries)
    if above is None or owner is None or not entries or have_dashes or not is_item or not column:
        return None
    keys = [_first_key(document.lines[n]) for n in (entries[0], line)]
    titles = owner["key"] == "nav" or not re.fullmatch(r"[a-z_.\d-]+", owner["key"])
    if begin_of(document.lines[above]) >= column or not (titles or owner["key"] in _LISTS or keys[0] == keys[1]):
        return None
    items = [document.lines[n].strip()[:MAX_SHOWN] for n in entries]
    if told := for_each(document, entries[0]):
        return told
    message = say("this line has no dash, and those below it have")
    hint = say("write `- {item}`", item=items[0])
    if len(entries) > 1 and titles:
        hint = say("write a dash before each: {items}", items=" ".join(f"`- {item}`" for item in items[:_MOST_ITEMS]))
    elif len(entries) > 1:
        hint = say(
            "write `- {item}`, and begin what belongs to it in column {column}", item=items[0], column=column + 3
        )
    return Guess(entries[0], column, message, hint)


def for_each(document: Document, line: int) -> Guess | None:
    """Explain an `audience` above the items of a list, for which each of them has its own; None of all else."""
    text = document.lines[line].strip()
    if not re.match(r"audience:[ \t]+\S", text):
        return None
    message = say("‘audience’ stands above the items of a list, and each item has its own")
    above = line_above(document, line)
    owner = _OWNER.fullmatch(document.lines[above]) if above is not None else None
    short = _SHORT.get(owner["key"] if owner else "", "title" if owner and owner["key"] in _LISTS else "text")
    form = f"{{{short}: …, {text}}}"
    hint = say("take it out, and write `{item}` into each item: `- {form}`", item=text, form=form)
    return Guess(line, indent_of(document.lines[line]), message, hint)


def _first_key(text: str) -> str:
    return text[begin_of(text) :].partition(":")[0]


def bullet_above(document: Document, line: int) -> Guess | None:
    """Explain an item that stands below one with another sign, as `– Home: index.md`; None of all else."""
    above, column = line_above(document, line), indent_of(document.lines[line])
    if above is None or not document.lines[line].startswith("- ", column) or indent_of(document.lines[above]) != column:
        return None
    bullet = _BULLET.match(document.lines[above], column)
    if bullet is None:
        return None
    return Guess(above, column, say("a list has dashes"), say("write `- {item}`", item=bullet[1][:MAX_SHOWN]))


def ends_its_text(document: Document, line: int) -> Guess | None:
    """Explain a line of a text below `|` or `>` that begins less far in than the first one, whose column all have."""
    column = indent_of(document.lines[line])
    for above in reversed(range(line)):
        opening = document.lines[above]
        if opening.strip() and indent_of(opening) < column:
            break
    else:
        return None
    inside = [text for text in document.lines[above + 1 : line] if text.strip()]
    if not (_OPENS_TEXT.search(opening) and inside and indent_of(inside[0]) > column):
        return None
    message = say("this line begins less far in than the first line of its text, so that the text ends above it")
    hint = say("begin the first line of the text in column {column}, and no line of it before that", column=column + 1)
    return Guess(line, column, message, hint)


def noted_title(document: Document, line: int) -> Guess | None:
    """Explain what stands below a title such as `- Goals #1:`, which has lost its colon to a note."""
    above = line_above(document, line)
    found = _NOTED_TITLE.fullmatch(document.lines[above]) if above is not None else None
    if above is None or found is None:
        return None
    message = say("what follows # is a note that nobody reads, and so is the colon behind it")
    hint = say("write `- {title}:`", title=in_quotes(found["title"]))
    return Guess(above, found.start("sign"), message, hint)


def off_the_list(document: Document, line: int, column: int, list_column: int) -> Guess:
    """Explain a line that is neither an item of the list above it nor within one; columns from 0."""
    text = document.lines[line]
    if told := glued(document, line):
        return told
    if text.startswith("- ", column):
        message = say("this dash does not stand below those above it")
        return Guess(line, column, message, say("begin it in column {column}", column=list_column + 1))
    keys = _keys_column(document, line, list_column)
    if column == list_column and _BEGINS_ITEM.match(text, column):
        message = say("this line has no dash, and those above it have")
        item = text[column : column + MAX_SHOWN]
        hint = say("write `- {item}`, or begin it in column {column}, as the item above", item=item, column=keys + 1)
        return Guess(line, column, message, hint)
    message = say("this line does not belong to the list above it")
    hint = say(
        "begin an item with a dash in column {dash}, and what belongs to an item in column {key}",
        dash=list_column + 1,
        key=keys + 1,
    )
    return Guess(line, column, message, hint)


def _keys_column(document: Document, line: int, list_column: int) -> int:
    """Find the column, from 0, in which the keys of the item above stand."""
    dashes = (document.lines[n] for n in reversed(range(line)) if document.lines[n].startswith("- ", list_column))
    return next((begin_of(text) for text in dashes if indent_of(text) == list_column), list_column + 2)
