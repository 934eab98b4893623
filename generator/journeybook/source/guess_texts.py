"""Guess what was meant by a text with a sign of YAML in it, such as a colon."""

from __future__ import annotations

import re

from journeybook.problems import say
from journeybook.source.document import Document
from journeybook.source.guess import BEFORE_VALUE, MAX_SHOWN, Guess, begin_of, indent_of, line_above
from journeybook.source.guess_lines import for_each, glued, no_colon, slip, text_with_keys
from journeybook.source.quotes import QUOTE, in_quotes, quoted

_BOLD_KEY = re.compile(r"\*\*(?P<key>[\w-]+)(?:\*\*:|:\*\*)[ \t]*(?P<value>.*)")
_IN_BRACES = re.compile(r".*[{,][ \t]*[\w-]+:[ \t]+")
_UP_TO_NEXT = re.compile(r"[^,}\]]+")
_TAG = re.compile(r"(?P<name>!!python/[\w.:/]{1,200})(?P<end>[}\],])")
"""A value that Python is to find, into which YAML takes the brace right behind it."""
_TITLED_PAGE = re.compile(r"[ \t]*-[ \t]+(?P<title>\S.*\S):[ \t]+(?P<page>[^\s:]+\.md)[ \t]*$")
_TITLED_SECTION = re.compile(r"[ \t]*-[ \t]+(?P<title>[A-Z][^:\"']*:[ \t]+[^:\"']*[^:\"'\s]):[ \t]*")
_FILE = re.compile(r"/|\.(?:md|markdown|html?|css|m?js)$", re.I)
"""What a file has in its name: `pymdownx.tabbed` is an extension."""
_BARE_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<name>[\w./-]+)[ \t]*$")
_TEXT_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<text>[A-Z][^:]*:[ \t].*)")
_IN_ONE_LINE = re.compile(
    r"[ \t]*(?:-[ \t]+)*(?P<key>path|funnel|cycle|vision|map|blueprint|duration|group|difficulty|source|scale|table"
    r"|theme|journeybook|toc|pymdownx\.\w+):[ \t]+(?P<inner>[a-z_]+):[ \t]+(?P<value>\S.*?)[ \t]*"
)
"""A key that has keys of its own, of which one stands in its line."""
_ITEM_IN_LINE = re.compile(
    r"[ \t]*(?:-[ \t]+)*(?P<key>views|stages|actors|steps|materials|handouts|fields|resources|days|blocks|touchpoints"
    r"|feelings|pains|opportunities|measures|responsibilities|next):[ \t]+(?P<item>(?:path|funnel|cycle|vision|map"
    r"|blueprint|id|title|text|label|actor|score|minutes|start|activity|break|url|file|to):(?:[ \t]+\S.*?)?)[ \t]*"
)
"""A key that has a list below it, with the keys of an item in its line."""
_OWNER = re.compile(r"(?P<before>[ \t]*(?:-[ \t]+)*(?:[a-z_]+:[ \t]+)?)(?P<text>[^\s\"'\[\]{}>|#&*!%@`-][^#]*)")
_OF_ONE_VALUE = re.compile(
    r"group (?:people|persons|participants|size|number|group_size)|duration (?P<unit>minutes|hours|days|weeks)"
)
"""Words of a value, typed as keys: `group: people: 12`."""
_STAR = re.compile(r"\*[ \t]+(\S.*)")
_MARKED = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#][^:#]*:[ \t]+)?(?P<text>[>|][ \t]*[^\s#|>].*)$")
_PAIRS = re.compile(r"[a-z_]+:[ \t]+[^\s,:][^,:]*(?:,[ \t]*[a-z_]+:[ \t]+[^\s,:][^,:]*)+")

_QUESTION_MARK = re.compile(r"[ \t]*(?:-[ \t]+)?\?(?=[ \t]+\Z)")
"""The sign before a text that makes it a key on a line of its own."""


_KEYS_IN_LINE = re.compile(
    r"(?:title|text|label|id|audience|min|max|from|to|url|file|name):[ \t]+[^{}\"'#:]+?,[ \t]*"
    r"(?:title|text|label|id|audience|min|max|from|to|url|file|note|size|least|most|minutes):[ \t]+[^{}\"'#:]+"
)
"""What belongs to a key, in its line and without braces."""


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
            line, column, say("a list has dashes, not stars"), say("write `- {item}`", item=item[1][:MAX_SHOWN])
        )
    if bold := _BOLD_KEY.fullmatch(text, column):
        hint = say("write `{key}: {value}`", key=bold["key"], value=bold["value"][:MAX_SHOWN])
        return Guess(line, column, say("a key has no stars around it"), hint)
    if text.startswith("```"):
        return Guess(line, column, say("this line of backticks is no YAML"), say("take the line out"))
    if asked := _QUESTION_MARK.match(text[:column]):
        value = text[asked.end() - 1 :].strip()
        if value.endswith(":"):
            message = say("a text cannot begin with {found} without quotes", found="?")
            hint = say("put the title in quotes: {shown}", shown=f"{in_quotes(value[:-1])}:")
            return Guess(line, asked.end() - 1, message, hint)
        return _unquoted(text, line, asked.end() - 1)
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
    if re.fullmatch(r"\?+", value):
        return Guess(
            line, column, say("nothing is written here but a question mark"), say("write a text, or take the line out")
        )
    if tag := _TAG.match(text, column) if in_braces else None:
        hint = say("write a blank between them: `{shown}`", shown=f"{tag['name']} {tag['end']}")
        return Guess(line, column, say("a bracket follows a name of Python without a blank"), hint)
    if re.fullmatch("!{1,5}", value):
        number, shown = len(value), in_quotes(value)
        return Guess(
            line, column, message, say("write `{number}` for a number, {shown} for a text", number=number, shown=shown)
        )
    return Guess(line, column, message, quoted(value) if in_braces or BEFORE_VALUE.fullmatch(text[:column]) else QUOTE)


def marked(document: Document, line: int) -> Guess | None:
    """Explain a text that begins with > or |, such as `>50 people`; None where a text on the lines below is meant."""
    found = _MARKED.match(document.lines[line])
    if found is None:
        return None
    text, column = found["text"], found.start("text")
    if (
        text[1:2].isspace()
        and len(document.lines) > line + 1
        and indent_of(document.lines[line + 1]) > begin_of(document.lines[line])
    ):
        return None
    if text[1:2].isspace() and not text[1:].lstrip()[0].isdigit():  # `> 50 people` is a text
        hint = say("take `{sign}` out, or begin the text on the line below it", sign=text[0])
        return Guess(line, column + 2, say("something follows where the line should end"), hint)
    hint = quoted(text)
    if text[1:2].isalpha() and text.count(text[0]) == 1:
        hint = say("take `{sign}` out, or begin the text on the line below it", sign=text[0])
    return Guess(line, column, say("a text cannot begin with {found} without quotes", found=text[0]), hint)


_SEVERAL_KEYS = re.compile(
    r"[ \t]*(?:-[ \t]+)?(?P<first>(?:title|text|label|break|activity):[ \t]+[^:]*?[^:\s])[ \t]+[-–—|/][ \t]+"
    r"(?P<second>(?:minutes|start|quantity|lines|count|severity|score|duration):[ \t]+\d[\w–-]*)[ \t]*"
)
"""A key with its text, and behind a dash another one with a number."""
_TWO_WORDS = re.compile(
    r"[a-z_]+:[ \t]+[\w-]+(?:[ \t]+(?:activity|actor|chapter|count|duration|energy|grouping|horizon|minutes|number|per"
    r"|period|quantity|score|setting|severity|status):[ \t]+[\w–-]+)+"
)
"""A line of several keys with a word each, of which all but the first take a word or a number alone."""


def colon(document: Document, line: int, column: int) -> Guess | None:
    """Explain a colon where none can be: in a text, too far indented, or below a line that lacks its own."""
    text = document.lines[line]
    if page := _TITLED_PAGE.fullmatch(text):
        message, title = say("this title has a colon, so it needs quotes"), in_quotes(page["title"])
        return Guess(line, column, message, say("write `- {title}: {page}`", title=title, page=page["page"]))
    below = document.lines[line + 1] if line + 1 < len(document.lines) else ""
    if (section := _TITLED_SECTION.fullmatch(text)) and below.startswith("- ", indent_of(below) or 1):
        message, title = say("this title has a colon, so it needs quotes"), in_quotes(section["title"])
        return Guess(line, column, message, say("write `- {title}:`", title=title))
    if inner := _IN_ONE_LINE.fullmatch(text):
        message = say(
            "‘{inner}’ stands in the line of ‘{key}’, to which it belongs", inner=inner["inner"], key=inner["key"]
        )
        return Guess(line, column, message, say("write `{shown}`", shown=_in_braces(inner)))
    if listed := _ITEM_IN_LINE.fullmatch(text):
        message = say("an item of ‘{key}’ stands in its line", key=listed["key"])
        item = listed["item"][:MAX_SHOWN]
        return Guess(line, column, message, say("write `- {item}` below `{key}:`", item=item, key=listed["key"]))
    if told := _goes_on(document, line, column):
        return told
    if (before := re.search(r":[ \t]", text[:column])) is not None:
        item = _TEXT_ITEM.fullmatch(text)
        value = item["text"] if item else text[before.end() :]
        if (
            text.rstrip().endswith(":")
            and begin_of(below) > begin_of(text)
            and not re.search(r":(?:[ \t]|$)|^[ ]*- ", below)
        ):
            value = f"{value.strip()} {below.strip()}"
        if (several := _SEVERAL_KEYS.fullmatch(text)) is not None:
            lines = f"`{several['first']}`, `{several['second']}`"
            message = say("several keys stand in this line")
            return Guess(line, column, message, say("write each key on a line of its own: {lines}", lines=lines))
        pairs = text.strip().removeprefix("- ").strip()
        if _PAIRS.fullmatch(pairs) or _TWO_WORDS.fullmatch(pairs):
            hint = say("write each key on a line of its own")
            if text.lstrip().startswith("- ") and "," in pairs:
                hint = say("write each key on a line of its own, or all in braces: `- {{{pairs}}}`", pairs=pairs)
            return Guess(line, column, say("several keys stand in this line"), hint)
        if _KEYS_IN_LINE.fullmatch(value.strip()):
            message = say("several keys stand in this line")
            hint = say("put them in braces: `{shown}`", shown=f"{{{value.strip()}}}")
            return Guess(line, column, message, hint)
        return Guess(line, column, say("this text has a colon, so it needs quotes"), quoted(value))
    above = line_above(document, line)
    if above is None:
        return None
    if told := slip(document, above):
        return told
    if not re.search(r":([ \t]|$)", document.lines[above]):
        told = text_with_keys(document, above) or _no_space(document, above)
        return told or _below_an_item(document, above, line) or no_colon(document, above)
    here, there = indent_of(text), begin_of(document.lines[above])
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


_SENTENCE_KEY = re.compile(r"[A-Z][\w-]*:[ \t]+[^\s\[{|>](?!.*\.md\s*$).*")
"""A word in capitals with a text behind its colon, such as `Note: take care`: no field is written so."""


def _end_of_text(document: Document, line: int, margin: int) -> int:
    """Find the line below the last one that goes on with a text, of which all begin in one column or further in."""
    for below in range(line + 1, len(document.lines)):
        text = document.lines[below]
        if not text.strip() or indent_of(text) < margin or text.startswith("- ", indent_of(text)):
            return below
    return len(document.lines)


def _goes_on(document: Document, line: int, column: int) -> Guess | None:
    """Explain a colon in a line with which the text of a line above goes on; a key has no blanks before its colon."""
    text = document.lines[line]
    margin = indent_of(text)
    if text.startswith("- ", margin) or not (
        re.search(r"\w[ \t]+\w", text[margin:column]) or _SENTENCE_KEY.fullmatch(text[margin:])
    ):
        return None
    first = line
    while (above := line_above(document, first)) == first - 1 and above is not None:
        first = above
        if indent_of(document.lines[first]) < margin:
            break
    owner = _OWNER.fullmatch(document.lines[first])
    if owner is None or first == line or not owner["before"].strip() or indent_of(document.lines[first]) >= margin:
        return None
    if owner["before"].rstrip().endswith(":") and begin_of(document.lines[first]) >= margin:
        return None  # the line is a key beside that of the line above, whose column is behind its dash
    if _SENTENCE_KEY.fullmatch(text[margin:]) and re.search(r":[ \t]", owner["text"]):
        return None  # a title with its page, as in the navigation
    whole = " ".join([owner["text"], *document.lines[first + 1 : _end_of_text(document, line, margin)]])
    message = say("this text goes on from the line above and has a colon, so it needs quotes")
    return Guess(line, column, message, quoted(" ".join(whole.split())))


def _in_braces(found: re.Match[str]) -> str:
    value = found["value"]
    if unit := _OF_ONE_VALUE.fullmatch(f"{found['key']} {found['inner']}"):  # no keys of theirs
        return f"{found['key']}: {value} {unit['unit'] or ''}".rstrip()
    is_list = "," in value and value[0] not in "[{\"'" and ":" not in value
    return f"{found['key']}: {{{found['inner']}: {f'[{value}]' if is_list else value}}}"


def _no_space(document: Document, line: int) -> Guess | None:
    """Explain the first of some items, whose dash is missing or has no space after it, so that all are one text."""
    column, last = indent_of(document.lines[line]), line
    while (above := line_above(document, line)) is not None and indent_of(document.lines[above]) == column:
        line = above
    item = document.lines[line].strip()
    if line < last and column and document.lines[last].startswith("- ", column) and not item.startswith("-"):
        if told := for_each(document, line):
            return told
        message = say("this line has no dash, and those below it have")
        return Guess(line, column, message, say("write `- {item}`", item=item[:MAX_SHOWN]))
    return glued(document, line)


def _below_an_item(document: Document, above: int, line: int) -> Guess | None:
    """Explain a key below an item of one word: options of that name, or an item of its own below a file."""
    item, text = _BARE_ITEM.fullmatch(document.lines[above]), document.lines[line].strip()
    if item is None or indent_of(document.lines[line]) <= indent_of(document.lines[above]):
        return None
    if _FILE.search(item["name"]):
        message = say("this line has no dash, and those above it have")
        hint = say("write `- {item}` below the dash above it", item=text[:MAX_SHOWN])
        return Guess(line, indent_of(document.lines[line]), message, hint)
    if text.startswith("audience:") and _owner_of(document, above) in ("activities", "prerequisites", "related"):
        message = say("an activity is named here by its id alone, and its own file says whom it is for")
        hint = say("write `audience: …` into the file of the activity")
        return Guess(line, indent_of(document.lines[line]), message, hint)
    message = say("a colon is missing after ‘{name}’, which has options below it", name=item["name"])
    return Guess(above, item.end("name"), message, say("write `- {name}:`", name=item["name"]))


def _owner_of(document: Document, item: int) -> str | None:
    """Give the key of the list that an item stands in."""
    column, above = indent_of(document.lines[item]), line_above(document, item)
    while above is not None and re.match(rf" {{{column}}}[ -]", document.lines[above]):
        above = line_above(document, above)
    found = re.fullmatch(r"[ \t]*(?:-[ \t]+)*([\w-]+):[ \t]*", document.lines[above]) if above is not None else None
    return found[1] if found else None


def _out_of(document: Document, line: int) -> str | None:
    """Give the key above a line that stands in its column and has no value, so that the line may belong to it."""
    above = line_above(document, line)
    if above is None or indent_of(document.lines[above]) != indent_of(document.lines[line]):
        return None
    found = re.fullmatch(r"[ \t]*([\w-]+):[ \t]*", document.lines[above])
    return found[1] if found else None
