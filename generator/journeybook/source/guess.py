"""Guess from an author's own line what is wrong, where the parser only says what it had expected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.problems import Text, say
from journeybook.source.document import Document

QUOTE = say('put the whole text in quotes: "…"')
_MAX_SHOWN = 60
_BEFORE_VALUE = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#\"'\[\]{},&*!|>][^:#]*:[ \t]+)?")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[^\s:]+):(?P<value>\S.*)$")


_BOLD_KEY = re.compile(r"\*\*(?P<key>[\w-]+)(?:\*\*:|:\*\*)[ \t]*(?P<value>.*)")
_COMMENT_IN_LIST = re.compile(r"[\[,][ \t]*(?P<sign>#[\w-]+)")
_IN_BRACES = re.compile(r".*[{,][ \t]*[\w-]+:[ \t]+")
_UP_TO_NEXT = re.compile(r"[^,}\]]+")
_TWO_KEYS = re.compile(r".*:[ \t]+[^,{}:]*[^\s,{}:][ \t]+(?P<key>[a-z_]+)")
_TITLED_PAGE = re.compile(r"[ \t]*-[ \t]+(?P<title>\S.*\S):[ \t]+(?P<page>[^\s:]+\.md)[ \t]*$")
_BARE_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<name>[\w./-]+)[ \t]*$")
_NO_SPACE = re.compile(r"[ \t]*-(?P<item>[^\s-].*)$")
_HASH_IN_BRACKETS = re.compile(r"[\[{,:][ \t]+(?P<sign>#[\w-]+)|[\[{,](?P<near>#[\w-]+)")
_NOTED_TITLE = re.compile(r"[ \t]*-[ \t]+(?P<title>[^\s\"'#][^\"'#]*[ \t](?P<sign>#)[^\s#].*?):?[ \t]*")
_TEXT_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<text>[A-Z][^:]*:[ \t].*)")
_STAR = re.compile(r"\*[ \t]+(\S.*)")
_BULLET = re.compile(r"[•‣◦▪▫●○■□∙➢➤►✓✔❖·–—+]\s*(\S.*)")  # what word processors begin an item with
_MARKED = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#][^:#]*:[ \t]+)?(?P<text>[>|][ \t]*[^\s#|>].*)$")
_LINK = re.compile(r"\[(?P<title>[^\][]+)\]\((?P<url>[^\s()]+)\)")
_BRACES = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[a-z_]+)[ \t]+(?P<braces>\{[a-z_]+:[ \t].*\})[ \t]*")


_ITEM = re.compile(r"[ \t]*-[ \t]+[\"']")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ALL_QUOTED = re.compile(r"(?:\"[^\"]*\"|'[^']*')(?:[ \t]*[,;][ \t]*(?:\"[^\"]*\"|'[^']*'))+[ \t]*[,;]?")
_RULE = re.compile(r"([*=_~+#-])\1{2,}|(?:[*-] ){2,}[*-]")
_NOTE = re.compile(r"(?://+|<!--|--[ ]|;+|/\*+|REM[ ])[ \t]*(?P<note>.*?)(?:-->|\*/)?")
_KEYS = re.compile(r"\{|[a-z_]+:([ \t]|$)")
_PAIRS = re.compile(r"[a-z_]+:[ \t]+[^\s,:][^,:]*(?:,[ \t]*[a-z_]+:[ \t]+[^\s,:][^,:]*)+")
_WIDE_COLON = re.compile(r"(?:-[ \t]+)?(?P<key>[^\W\d][\w -]{0,40}?)[ \t]*(?P<sign>[：﹕∶︓])[ \t]*(?P<value>.*)")
_WHOLE_LINE = re.compile(r"([\"'])(?P<key>[\w -]{1,40}):[ \t](?P<value>.*)\1")


@dataclass(frozen=True)
class Guess:
    """A place, from 0, and what to say of it."""

    line: int
    column: int
    message: Text
    hint: Text


def begins(document: Document, line: int, column: int) -> Guess:
    """Explain a text that begins with a character which means something to YAML."""
    text = document.lines[line]
    found = text[column : column + 1]
    if found == "\t":
        return Guess(line, column, say("there is a tab here"), say("indent with spaces"))
    if not found:
        return Guess(line, column, say("something is missing here"), say("close the brackets, or write the text"))
    if found == ",":
        return Guess(line, column, say("nothing stands before this comma"), say("take it out, or quote the text"))
    if found == "*" and (item := _STAR.match(text, column)) and not text[:column].strip():
        return Guess(
            line, column, say("a list has dashes, not stars"), say("write `- {item}`", item=item[1][:_MAX_SHOWN])
        )
    if bold := _BOLD_KEY.fullmatch(text, column):
        hint = say("write `{key}: {value}`", key=bold["key"], value=bold["value"][:_MAX_SHOWN])
        return Guess(line, column, say("a key has no stars around it"), hint)
    if text.startswith("```"):
        return Guess(line, column, say("this line of backticks is no YAML"), say("take the line out"))
    return _unquoted(text, line, column)


def _unquoted(text: str, line: int, column: int) -> Guess:
    """Explain a text that lacks its quotes, alone or between braces; a minus has no blank behind it."""
    in_braces = _IN_BRACES.fullmatch(text[:column])
    value = (_UP_TO_NEXT.match(text[column:]) or [text[column:]])[0] if in_braces else text[column:]
    value = value.strip()
    if minus := re.fullmatch(r"[-–−]\s+(\d+(?:\.\d+)?)", value):
        message = say("a blank stands behind this minus")
        return Guess(line, column, message, say("write `-{number}`", number=minus[1]))
    message = say("a text cannot begin with {found} without quotes", found=text[column : column + 1])
    if re.fullmatch("!{1,5}", value):
        number, shown = len(value), in_quotes(value)
        return Guess(
            line, column, message, say("write `{number}` for a number, {shown} for a text", number=number, shown=shown)
        )
    return Guess(line, column, message, quoted(value) if in_braces or _BEFORE_VALUE.fullmatch(text[:column]) else QUOTE)


def marked(document: Document, line: int) -> Guess | None:
    """Explain a text that begins with > or |, such as `>50 people`; None where a text on the lines below is meant."""
    found = _MARKED.match(document.lines[line])
    if found is None:
        return None
    text, column = found["text"], found.start("text")
    if (
        text[1:2].isspace()
        and len(document.lines) > line + 1
        and _indent(document.lines[line + 1]) > _begin(document.lines[line])
    ):
        return None
    if text[1:2].isspace() and not text[1:].lstrip()[0].isdigit():  # `> 50 people` is a text
        hint = say("take `{sign}` out, or begin the text on the line below it", sign=text[0])
        return Guess(line, column + 2, say("something follows where the line should end"), hint)
    return Guess(line, column, say("a text cannot begin with {found} without quotes", found=text[0]), quoted(text))


def quoted(value: str) -> Text:
    """Advise to quote a text, and show it quoted where it is short."""
    value = value.strip()
    if not value or len(value) > _MAX_SHOWN:
        return QUOTE
    return say("put the whole text in quotes: {shown}", shown=in_quotes(value))


def without_hash(text: str) -> Text:
    """Advise on words that begin with a # each, as tags do elsewhere; on all else, to quote the text."""
    bare = text.strip().rstrip("]").strip()
    words = re.findall(r"#([\w-]+)", bare)
    if not re.fullmatch(r"#[^\W\d][\w-]*(?:[,;\s]+#[^\W\d][\w-]*)*", bare):
        return quoted(bare.split(",")[0])
    if len(words) > 1:
        return say(
            "for a list of words, write `[{words}]`; a text needs quotes: {shown}",
            words=", ".join(words),
            shown=in_quotes(bare),
        )
    return say("write `{word}`, or with the sign in quotes: {shown}", word=words[0], shown=in_quotes(bare))


def in_quotes(text: str) -> str:
    """Write a text as YAML has it in quotes, on one line."""
    text = " ".join(text.split())
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def colon(document: Document, line: int, column: int) -> Guess | None:
    """Explain a colon where none can be: in a text, too far indented, or below a line that lacks its own."""
    text = document.lines[line]
    if page := _TITLED_PAGE.fullmatch(text):
        message, title = say("this title has a colon, so it needs quotes"), in_quotes(page["title"])
        return Guess(line, column, message, say("write `- {title}: {page}`", title=title, page=page["page"]))
    if (before := re.search(r":[ \t]", text[:column])) is not None:
        item = _TEXT_ITEM.fullmatch(text)
        value = item["text"] if item else text[before.end() :]
        pairs = text.strip().removeprefix("- ").strip()
        if _PAIRS.fullmatch(pairs):
            hint = say("write each key on a line of its own")
            if text.lstrip().startswith("- "):
                hint = say("write each key on a line of its own, or all in braces: `- {{{pairs}}}`", pairs=pairs)
            return Guess(line, column, say("several keys stand in this line"), hint)
        return Guess(line, column, say("this text has a colon, so it needs quotes"), quoted(value))
    above = _above(document, line)
    if above is None:
        return None
    if told := slip(document, above):
        return told
    if not re.search(r":([ \t]|$)", document.lines[above]):
        return _no_space(document, above) or _below_an_item(document, above, line) or no_colon(document, above)
    here, there = _indent(text), _begin(document.lines[above])
    if here <= there:
        return None
    if key := _out_of(document, above):
        message = say("this line is indented less than the line below it")
        return Guess(
            above, there, message, say("begin it in column {column} if it belongs to ‘{key}’", column=here + 1, key=key)
        )
    if re.fullmatch(r"theme:[ \t]+\S+[ \t]*", document.lines[above]):
        message = say("‘theme’ has a value and lines below it, and can have but one of the two")
        hint = say("write `theme:` alone, and below it, indented, `name: material`")
        return Guess(above, there, message, hint)
    message = say("this line is indented further than the line above")
    word = re.match(r"[^\s:]*", document.lines[above][there:])
    hint = say("begin it below ‘{word}’, in column {column}", word=word[0] if word else "", column=there + 1)
    return Guess(line, here, message, hint)


def _no_space(document: Document, line: int) -> Guess | None:
    """Explain the first of some items, whose dash has no space after it, so that all of them are one text."""
    column = _indent(document.lines[line])
    while (above := _above(document, line)) is not None and _indent(document.lines[above]) == column:
        line = above
    return _glued(document, line)


def _below_an_item(document: Document, above: int, line: int) -> Guess | None:
    """Explain a key below an item of one word: options of that name, or an item of its own below a file."""
    item, text = _BARE_ITEM.fullmatch(document.lines[above]), document.lines[line].strip()
    if item is None or _indent(document.lines[line]) <= _indent(document.lines[above]):
        return None
    if re.search(r"\.\w+$", item["name"]):
        message = say("this line has no dash, and those above it have")
        hint = say("write `- {item}` below the dash above it", item=text[:_MAX_SHOWN])
        return Guess(line, _indent(document.lines[line]), message, hint)
    message = say("a colon is missing after ‘{name}’, which has options below it", name=item["name"])
    return Guess(above, item.end("name"), message, say("write `- {name}:`", name=item["name"]))


def _out_of(document: Document, line: int) -> str | None:
    """Give the key above a line that stands in its column and has no value, so that the line may belong to it."""
    above = _above(document, line)
    if above is None or _indent(document.lines[above]) != _indent(document.lines[line]):
        return None
    found = re.fullmatch(r"[ \t]*([\w-]+):[ \t]*", document.lines[above])
    return found[1] if found else None


def hash_in_brackets(document: Document, first: int, last: int) -> Guess | None:
    """Explain a sign such as `#0b5cab` between brackets: it begins a note, and so the brackets are not closed."""
    for line in range(first, min(last + 1, len(document.lines))):
        if found := _HASH_IN_BRACKETS.search(document.lines[line]):
            sign = "sign" if found["sign"] else "near"
            message = say("what follows # is a note that nobody reads, and so are the brackets behind it")
            return Guess(line, found.start(sign), message, quoted(found[sign]))
    return None


def begins_indented(document: Document) -> Guess | None:
    """Explain a first line that is indented, where those below it are not."""
    first = next((n for n, text in enumerate(document.lines) if not re.match(r"[ \t]*(#|$|---)", text)), None)
    if first is None or not _indent(document.lines[first]):
        return None
    message = say("this line is indented further than those below it")
    return Guess(first, _indent(document.lines[first]), message, say("begin it in column {column}", column=1))


def no_colon(document: Document, line: int) -> Guess:
    """Explain a line that should be `key: value` and has no colon, or no space after it."""
    if told := slip(document, line) or no_space(document, line) or _no_dash(document, line) or _glued(document, line):
        return told
    hint = say("write `key: value`; a text that goes on begins further to the right than its key")
    return Guess(line, _begin(document.lines[line]), say("a colon is missing in this line"), hint)


def _glued(document: Document, line: int) -> Guess | None:
    """Explain an item whose dash lacks its space, such as `-What I heard`."""
    found = _NO_SPACE.fullmatch(document.lines[line])
    if found is None:
        return None
    hint = say("write `- {item}`", item=found["item"].strip()[:_MAX_SHOWN])
    return Guess(line, found.start("item") - 1, say("a space is missing after the dash"), hint)


def no_comma(document: Document, line: int, column: int) -> Guess | None:
    """Explain a key between braces that lacks the comma before it, such as `{min: 45 max: 60}`."""
    text = document.lines[line]
    found = _TWO_KEYS.fullmatch(text[:column]) if text[column : column + 1] == ":" else None
    if found is None:
        return None
    message = say("a comma is missing before ‘{key}’, or this text needs quotes", key=found["key"])
    hint = say("write `, {key}: …` where that is a key; put a text that has a colon in quotes", key=found["key"])
    return Guess(line, found.start("key"), message, hint)


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
    shown = say("write `{key}: {value}`", key=key["key"], value=key["value"][:_MAX_SHOWN])
    return Guess(line, key.end("key"), say("a space is missing after the colon"), shown)


def _no_dash(document: Document, line: int) -> Guess | None:
    """Explain a line that is meant as an item: it begins with a bullet, or in the column of the dashes above it."""
    text = document.lines[line]
    column = _indent(text)
    if bullet := _BULLET.match(text, column):
        return Guess(line, column, say("a list has dashes"), say("write `- {item}`", item=bullet[1][:_MAX_SHOWN]))
    above = _above(document, line)
    if above is None or not document.lines[above].startswith("- ", column) or _indent(document.lines[above]) != column:
        return None
    item = text.strip().lstrip("-").strip()[:_MAX_SHOWN]
    if not column:  # keys begin in this column, too
        hint = say("write `- {item}` if it is an item of the list above, else `key: value`", item=item)
        return Guess(line, column, say("a dash or a colon is missing in this line"), hint)
    hint = say("write `- {item}`, or begin it further to the right if it belongs to the line above", item=item)
    return Guess(line, column, say("this line has no dash, and those above it have"), hint)


def after_closing(document: Document, line: int, column: int) -> Guess | None:
    """Explain what follows the quotation mark or the bracket that closes a text or a list; None where it is neither."""
    before, rest = document.lines[line][:column].rstrip(), document.lines[line][column:].strip()
    last = before[-1:]
    if last in ("]", "}"):
        if told := _link(document, line, column) or _no_colon_before_braces(document, line):
            return told
        if re.fullmatch(r"[\]},.;]+", rest):
            signs = say("take `{signs}` out", signs=rest)
            return Guess(line, column, say("the brackets are closed before this"), signs)
        start = _BEFORE_VALUE.match(document.lines[line])
        hint = quoted(document.lines[line][start.end() :]) if start else QUOTE
        return Guess(line, column, say("the brackets are closed before this, so nothing can follow"), hint)
    if last not in ('"', "'") or not last:
        return None
    if before.count(last) % 2:
        message = say("a text that begins on a line above ends at the quotation mark before this")
        return Guess(line, column, message, say("close the quotation mark at the end of that line"))
    message = say("the text ends at the quotation mark before this")
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


def _no_colon_before_braces(document: Document, line: int) -> Guess | None:
    """Explain braces behind a key that lacks its colon, as in `- map {lanes: [goals]}`."""
    found = _BRACES.fullmatch(document.lines[line])
    if found is None:
        return None
    shown = f"{found['key']}: {found['braces']}"[:_MAX_SHOWN]
    message = say("a colon is missing after ‘{key}’", key=found["key"])
    return Guess(line, found.end("key"), message, say("write `{shown}`", shown=shown))


def _quoted_texts(line: str) -> list[str]:
    """Give the texts in quotes that a line has one behind the other, with commas; none where it has something else."""
    start = _BEFORE_VALUE.match(line)
    value = line[start.end() :].strip() if start else ""
    return _QUOTED.findall(value) if _ALL_QUOTED.fullmatch(value) else []


def cut_bracket(document: Document, line: int) -> Guess | None:
    """Explain a list in brackets on a line above, which a # cuts before its bracket closes; None without one."""
    above = _above(document, line)
    tag = _COMMENT_IN_LIST.search(document.lines[above]) if above is not None else None
    if above is None or tag is None:
        return None
    before = document.lines[above][: tag.start("sign")]
    if before.count("[") <= before.count("]"):
        return None
    message = say("what follows # is a note that nobody reads, and so are the brackets behind it")
    return Guess(above, tag.start("sign"), message, without_hash(document.lines[above][tag.start("sign") :]))


def slip(document: Document, line: int) -> Guess | None:
    """Explain a line that is no YAML at all: a rule of signs, a note to oneself, a whole line in quotes."""
    text = document.lines[line] if line < len(document.lines) else ""
    column = _indent(text)
    bare = text.strip()
    if text and not bare:
        return Guess(line, 0, say("this line looks empty, and has a space that is none for YAML"), say("empty it"))
    if _RULE.fullmatch(bare):
        return Guess(line, column, say("this line of signs is no YAML"), say("take the line out"))
    if (bullet := _BULLET.match(bare)) and _KEYS.match(bullet[1]):
        return Guess(line, column, say("a list has dashes"), say("write `- {item}`", item=bullet[1][:_MAX_SHOWN]))
    if note := _NOTE.fullmatch(bare):
        hint = say("write `# {note}`", note=note["note"].strip()[:_MAX_SHOWN])
        return Guess(line, column, say("a note to yourself begins with #"), hint)
    if wide := _WIDE_COLON.match(bare):
        message = say("the colon ‘{sign}’ is not the one of YAML", sign=wide["sign"])
        hint = say("write `{key}: {value}`", key=wide["key"].strip(), value=wide["value"].strip()[:_MAX_SHOWN])
        return Guess(line, column + wide.start("sign"), message, hint)
    if (whole := _WHOLE_LINE.fullmatch(bare)) and whole["key"].strip():
        message = say("this whole line is in quotation marks, so that it is no key and its value")
        hint = say("write `{key}: {value}`", key=whole["key"], value=in_quotes(whole["value"])[:_MAX_SHOWN])
        return Guess(line, column, message, hint)
    return None


def first_line(document: Document) -> Guess | None:
    """Explain the first line of a file, where the file ends behind it, since it is no key."""
    place = next((n for n, text in enumerate(document.lines) if not re.match(r"[ \t]*(#|$)", text)), 0)
    return slip(document, place)


def dash_within(document: Document, line: int) -> Guess | None:
    """Explain a key with a dash of its own, in the column of the keys of the item above; None of all else."""
    text = document.lines[line]
    above = _above(document, line)
    key = re.match(r" *- +(?P<key>[A-Za-z_]+):( |$)", text)
    if key is None or above is None or _begin(document.lines[above]) != _indent(text):
        return None
    if not _indent(text):
        message = say("‘{key}’ has a dash before it, as an item of a list has", key=key["key"])
        return Guess(line, 0, message, say("take the dash out"))
    message = say("‘{key}’ belongs to the item above, and has a dash of its own", key=key["key"])
    hint = say("take the dash out, and begin ‘{key}’ in column {column}", key=key["key"], column=_indent(text) + 1)
    return Guess(line, _indent(text), message, hint)


def noted_title(document: Document, line: int) -> Guess | None:
    """Explain what stands below a title such as `- Goals #1:`, which has lost its colon to a note."""
    above = _above(document, line)
    found = _NOTED_TITLE.fullmatch(document.lines[above]) if above is not None else None
    if above is None or found is None:
        return None
    message = say("what follows # is a note that nobody reads, and so is the colon behind it")
    hint = say("write `- {title}:`", title=in_quotes(found["title"]))
    return Guess(above, found.start("sign"), message, hint)


def off_the_list(document: Document, line: int, column: int, list_column: int) -> Guess:
    """Explain a line that is neither an item of the list above it nor within one; columns from 0."""
    text = document.lines[line]
    if told := _glued(document, line):
        return told
    if text.startswith("- ", column):
        message = say("this dash does not stand below those above it")
        return Guess(line, column, message, say("begin it in column {column}", column=list_column + 1))
    keys = _keys_column(document, line, list_column)
    if column == list_column and re.match(r"(?:id|title|label|text):\s", text[column:]):
        message = say("this line has no dash, and those above it have")
        item = text[column : column + _MAX_SHOWN]
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
    return next((_begin(text) for text in dashes if _indent(text) == list_column), list_column + 2)


def _above(document: Document, line: int) -> int | None:
    """Find the nearest line above that is neither empty nor a comment."""
    return next((n for n in reversed(range(line)) if not re.match(r"[ \t]*(#|$)", document.lines[n])), None)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _begin(text: str) -> int:
    """Find the column of a line's first word, after the dashes of a list."""
    found = re.match(r" *(?:- +)*", text)
    return found.end() if found else 0
