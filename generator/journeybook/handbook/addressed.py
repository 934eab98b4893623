"""What stands in a text where an address does; what it only mentions, such as a name in a sentence, is none.

A page, an entry and a shown file may say how something hidden is called. Only what leads there opens it to readers.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

import yaml

from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.signs.fences import fences

_ADDRESS = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?|\burl\([\"']?)(?P<address>[^\s\"'<>()]+)", re.M)
"""What stands where an address does, which any word is there."""
_ESCAPED = re.compile(r"(?<!\\)\\\[[^\[\]\n]*\]\(")
_PRE = re.compile(r"<pre\b.*?(?:</pre\s*>|\Z)", re.S | re.I)
_OUTSIDE = re.compile(r"(?:#{1,6} |(?!\d+[.)]\s)[^\W_])")
"""What begins a line that is in no list, box or note, so that four blanks below it make code."""
_APART = re.compile(
    r"<!--.*?(?:-->|\Z)|\{#.*?(?:#\}|\Z)"
    r"|(?P<script><script\b[^<>]*>)(?P<program>.*?)(?:</script\s*>|\Z)"
    r"|(?P<sheet><style\b[^<>]*>)(?P<style>.*?)(?:</style\s*>|\Z)",
    re.S | re.I,
)
"""Comments, and what is of another language."""
_TAGS = re.compile(
    r"<\??(?P<tag>[A-Za-z][\w:.-]*)(?P<inside>(?>(?:=\s*(?:\"[^\"]*\"|'[^']*')|[^<>=]+|=){0,800})(?=>)|[^<>]*)>|\{(?P<list>[^{}\n]*)\}"
)
"""Tags, and attributes in braces."""
_ATTRIBUTES = re.compile(r"([^\s\"'<>/={}]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>{}]+))")
_FOLLOWED = {"action", "background", "formaction", "href", "longdesc", "poster", "src", "xlink:href"}
"""Attributes that browsers follow, whatever they are in; any word is an address there."""
_FETCHED = {"data-data", "data-full", "data-large", "data-lazy", "data-original", "data-source", "data-zoom"}
"""Attributes from which the common scripts take what they show, besides those that are called as addresses are."""
_NO_ADDRESSES = {"class", "download", "id"}
_CALL = {"http-equiv", "itemprop", "key", "name", "property"}
"""Attributes that say what the `content` or the `value` beside them is."""
_TEMPLATES = re.compile(r"\{\{(.{0,2000}?)\}\}|\{%(.{0,2000}?)%\}", re.S)
_QUOTED = re.compile(r"([\"'`])(?=([^\"'`\n]{1,300})\1)")
"""What is in quotes; the next begins at the end of one, for a pattern in a program may have a single sign."""
_IN_PROGRAMS = re.compile(
    r"(?P<kept>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
    r"|(?<![\[\\/])/\*.*?(?:\*/|\Z)|(?:^|(?<=[\s;,{}()]))//[^\n]*",
    re.S | re.M,
)
_IN_PYTHON = re.compile(r"(?P<kept>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')|(?:^|(?<=\s))#[^\n]*", re.M)
"""Comments, and the strings in which their signs are none."""
_OF_SHEETS = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_IN_SHEETS = re.compile(
    r"(?:\burl\(|@(?:import|use|forward))\s*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s\"')]+))"
    r"|(?:image(?:-set)?|src)\((?P<set>[^;{}]*)",
    re.I,
)
"""What a style takes in; its other strings are shown, or name something of its own."""
_MAP = re.compile(r"[#@]\s*sourceMappingURL=([^\s*]+)")
_TAKEN_IN = re.compile(
    r"^[^\S\n]*(-+8<-+)(?:[^\S\n]+(?P<one>\S[^\n]*)|[^\S\n]*\n(?P<more>.*?)^[^\S\n]*\1)[^\S\n]*$", re.M | re.S
)
"""Lines that take a file in, and those between two of them."""
_DRAWN = re.compile(r" *\{? *\.?(?:mermaid|vega(?:-?lite)?|charts?|plotly|plantuml|puml|d2|graphviz|dot|kroki-\w+)\b")
"""What stands behind the signs of code that is drawn from what it names."""
_OF_DATA = re.compile(r" *\{? *\.?(?:vega(?:-?lite)?|charts?|plotly)\b")
_LEADS_OUT = re.compile(r"\b(?:click|href|icons?|include|images?|img|links?|src|sprite|url)\b", re.I)
"""What a line of a drawing that is no data says that leads somewhere; the others have words."""
_WHOLE = re.compile(r"https?://[^\s\"'<>()\[\]{}|`]+(?<![.,:;!?])")
_PART = re.compile(r"(?<!\S)[^\s#]++(?=#xywh=)")
"""A part of a picture, as players of recordings show them."""
_KEYED = re.compile(
    r"(?<![\w$.-])[\"']?([\w$.:-]+)[\"']?[ \t]*[:=][ \t]*"
    r"(?:\[([^\[\]]*)\]|\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"',;{}\[\]<>]+))"
)
"""A key of data, and its value or its list of values."""
_ELEMENT = re.compile(r"<([\w:.-]+)[^<>]*>[ \t]*([^\s<>]+)[ \t]*</")
_ITEMS = re.compile(r"^([ \t]*)(?:- )?([\w$.-]+):[ \t]*\n((?:\1[ \t]*-[ \t]+[^\n]*(?:\n|\Z))+)", re.M)
_ALONE = re.compile(r"^[ \t]*([^\s:=<>]+)[ \t]*$", re.M)
"""A line of data that is one value, as in a list of what is to be played."""
_ADDRESS_KEY = re.compile(
    r"(?:^|[_-])(?:audio|avatar|background|banner|cover|css|csv|doc|document|download|feed|file|geojson|gpx|hero|href|icon"
    r"|image|img|initialization|js|json|link|logo|media|movie|path|pdf|photo|pic|picture|poster|ref|script|slide|sound|src|(?:image)?srcset"
    r"|style|stylesheet|svg|template|thumb|thumbnail|track|ur[il]|video|vtt|xml)s?(?:$|[_-])"
    r"|[a-z](?:File|Image|Path|Src|Ur[il])$",
    re.I,
)
_TEXT_KEY = re.compile(
    r"^(?:site_)?(?:author|name)$|(?:^|[_-])(?:alt|caption|description|label|note|text|title|tooltip)s?$", re.I
)
_SAID = re.compile(
    r"(?:\b(?:(?:alert|confirm|prompt)|console\.\w+)\(|[\"']name[\"']\s*:"
    r"|(?:(?<![^\W_])(?:alt|caption|description|label|note|text|title|tooltip)s?"
    r"|(?<=[a-z])(?:Alt|Caption|Description|Label|Note|Text|Title|Tooltip|Content)s?)[\"']?\s*(?::|=(?!=)))"
    r"\s*(?:\[[^\[\]{}]*\]|\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`)"
)
"""Strings of a program that readers read."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s[^\n]*", re.M)
_DESCRIBES = re.compile(r"[\d.]+[wxh]")
_IS_NAME = re.compile(r"/|\.\w")


class KindOfText(Enum):
    """How a text says where something is."""

    PAGE = "page"
    TABLE = "table"
    LIST = "list"
    MARKUP = "markup"
    SCRIPT = "script"
    PYTHON = "python"
    STYLE = "style"
    DATA = "data"


_FORMS = {
    **dict.fromkeys((".htm", ".html", ".xhtml", ".svg", ".j2", ".jinja", ".jinja2"), KindOfText.MARKUP),
    **dict.fromkeys((".js", ".mjs", ".cjs", ".ts", ".json", ".webmanifest", ".geojson", ".gltf"), KindOfText.SCRIPT),
    **dict.fromkeys((".css", ".scss", ".sass", ".less"), KindOfText.STYLE),
    **dict.fromkeys((".md", ".markdown", ".txt", ".text", ".rst", ".log", ".srt", ".vtt", ""), KindOfText.PAGE),
    **dict.fromkeys((".csv", ".tsv"), KindOfText.TABLE),
    **dict.fromkeys((".m3u", ".m3u8", ".lst", ".list"), KindOfText.LIST),
    ".py": KindOfText.PYTHON,
}


def form_of(path: str) -> KindOfText:
    """Give the form of a file by its ending."""
    return _FORMS.get(PurePosixPath(path.casefold()).suffix, KindOfText.DATA)


def is_address_key(key: str) -> bool:
    """Tell whether a key is called as those are whose values a theme takes for addresses."""
    called = re.sub(r"\W+", "-", key)
    return bool(_ADDRESS_KEY.search(called)) and not is_text_key(called)


def is_text_key(key: str) -> bool:
    """Tell whether a key is called as those are whose values readers read."""
    return bool(_TEXT_KEY.search(key))


def addresses(text: str, form: KindOfText) -> Iterator[str]:
    """Give what stands where an address does in a text: in a link, a tag, a string of a program, a field for one.

    Some of it is none, and leads nowhere.
    """
    match form:
        case KindOfText.PAGE:
            yield from _of_page(text)
        case KindOfText.TABLE:
            yield from _of_columns(text)
            yield from _of_page(text)
        case KindOfText.MARKUP:
            yield from _of_markup(text)
        case KindOfText.SCRIPT:
            yield from _of_program(text, _IN_PROGRAMS)
        case KindOfText.PYTHON:
            yield from _of_program(text, _IN_PYTHON)
        case KindOfText.STYLE:
            yield from _of_style(text)
        case KindOfText.LIST | KindOfText.DATA:
            plain = _COMMENT.sub("", _without_comments(text, form))
            yield from _of_markup(text)
            yield from _of_keys(plain)
            yield from _ALONE.findall(plain) if form is KindOfText.LIST else ()


def links(text: str, form: KindOfText) -> Iterator[str]:
    """Give what stands in a link, a `src` or the like of a text, where any word leads, as `slides` of `[x](slides)`."""
    is_prose = form in (KindOfText.PAGE, KindOfText.TABLE)
    plain = _without_comments(_without_what_is_no_link(without_code(text)) if is_prose else text, form)
    yield from (found["address"] for found in _ADDRESS.finditer(plain))
    yield from (value for tag, name, value, _ in _attributes(plain) if _is_followed(tag, name))
    yield from _WHOLE.findall(plain)


def _attributes(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Give the attributes of tags and lists: the tag, the name, the value, and what the tag says that its value is."""
    for found in _TAGS.finditer(text):
        inside = found["inside"] or found["list"] or ""
        if "=" in inside:
            given = [(name.casefold(), a or b or c) for name, a, b, c in _ATTRIBUTES.findall(inside)]
            called = " ".join(value for name, value in given if name in _CALL)
            yield from ((str(found["tag"] or "").casefold(), name, value, called) for name, value in given)


def _is_followed(tag: str, name: str) -> bool:
    return name in _FOLLOWED or (name, tag) == ("data", "object")


def _of_attribute(tag: str, name: str, value: str, called: str) -> Iterator[str]:
    """Give the addresses in an attribute: browsers follow some, scripts those called so; the others only say a name."""
    if name == "style":
        yield from _of_style(value)
    elif re.match(r"on\w|@|x-on:|v-on:", name):
        yield from _of_program(value, _IN_PROGRAMS)
    elif _is_followed(tag, name) or name in _FETCHED or (name not in _NO_ADDRESSES and is_address_key(name)):
        yield from (value, *_listed(value), *_strings(value))
    elif name in ("content", "value") and (is_address_key(called) or called.casefold() == "refresh"):
        yield re.sub(r"^[\d.]+\s*[;,]\s*(?:url\s*=\s*)?", "", value, flags=re.I)
    elif "<" in value or "&lt;" in value:
        yield from _of_markup(html.unescape(value))
    elif "{" in value:
        yield from _of_keys(value)


def _of_keys(text: str) -> Iterator[str]:
    """Give the values of data whose keys say that they are addresses."""
    for key, many, *one in _KEYED.findall(text):
        if is_address_key(key):
            yield from (*filter(None, one), *_strings(many), *map(str.strip, many.split(",")))
            yield from _of_keys(";".join(one).strip(";")) if ";" in "".join(one) else ()  # as in `style="image=a.png;"`
    for _, key, items in _ITEMS.findall(text):
        if is_address_key(key):
            yield from (line.strip().removeprefix("-").strip().strip("\"'") for line in items.splitlines())
    yield from (value for name, value in _ELEMENT.findall(text) if is_address_key(name))


def _of_columns(text: str) -> Iterator[str]:
    """Give what a table has in columns that are called as addresses are."""
    first, *rows = text.splitlines() or [""]
    sign = max(",;\t", key=first.count)
    try:
        places = [place for place, name in enumerate(next(csv.reader([first], delimiter=sign))) if is_address_key(name)]
        for row in csv.reader(rows, delimiter=sign) if places else ():
            yield from (row[place].strip() for place in places if place < len(row))
    except (csv.Error, StopIteration):
        return


def _without_what_is_no_link(text: str) -> str:
    """Part the signs of links that Markdown does not read: behind a backslash, in a `<pre>`, and four blanks in."""
    if "](" not in text:
        return text
    text = _PRE.sub(lambda found: found[0].replace("](", "] ("), _ESCAPED.sub(" ", text))
    lines, paragraph, is_below_text = text.split("\n"), list[int](), False
    for place, line in enumerate([*lines, ""]):
        if line.strip():
            paragraph.append(place)
            continue
        if paragraph and all(lines[one].startswith(("    ", "\t")) for one in paragraph):
            for one in paragraph if is_below_text else ():
                lines[one] = lines[one].replace("](", "] (")
        elif paragraph:
            is_below_text = all(_OUTSIDE.match(lines[one]) for one in paragraph)
        paragraph = []
    return "\n".join(lines)


def _without_comments(text: str, form: KindOfText) -> str:
    match form:
        case KindOfText.SCRIPT:
            return _IN_PROGRAMS.sub(_kept, text)
        case KindOfText.PYTHON:
            return _IN_PYTHON.sub(_kept, text)
        case KindOfText.STYLE:
            return _OF_SHEETS.sub("", text)
        case _:
            return _APART.sub(_of_others, text)


def _kept(found: re.Match[str]) -> str:
    return found["kept"] or " "


def _of_others(found: re.Match[str]) -> str:
    """Give what is left of a comment, nothing, and of a program or a style in a page, without its own comments."""
    if found["script"]:
        return found["script"] + _IN_PROGRAMS.sub(_kept, found["program"])
    return found["sheet"] + _OF_SHEETS.sub("", found["style"]) if found["sheet"] else " "


def _of_page(text: str) -> Iterator[str]:
    front, body = _divided(text)
    yield from _of_fields(front)
    for found in _TAKEN_IN.finditer(body):
        for line in (found["one"] or found["more"]).splitlines():
            yield line.strip().strip("\"'").partition(":")[0]
    for fence in fences(body):
        if _DRAWN.match(body, fence.info):
            drawn = body[fence.code : fence.below]
            if not _OF_DATA.match(body, fence.info):
                drawn = "\n".join(line for line in drawn.splitlines() if _LEADS_OUT.search(line))
            yield from _of_program(drawn, _IN_PROGRAMS)
    yield from _PART.findall(body)
    yield from _of_markup(without_code(body))


def _divided(text: str) -> tuple[Any, str]:
    front, body, _ = split_front_matter(text)
    try:
        return yaml.safe_load(front or ""), body
    except (yaml.YAMLError, ValueError):  # others tell of it
        return None, body


def _of_fields(value: Any, *, leads: bool = False) -> Iterator[str]:
    if isinstance(value, str) and leads:
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _of_fields(one, leads=(leads or is_address_key(str(key))) and not _TEXT_KEY.search(str(key)))
    elif isinstance(value, list):
        for one in value:
            yield from _of_fields(one, leads=leads)


def _of_markup(text: str) -> Iterator[str]:
    for apart in _APART.finditer(text):
        if apart["script"]:
            yield from _of_program(apart["program"], _IN_PROGRAMS)
        elif apart["sheet"]:
            yield from _of_style(apart["style"])
    plain = _APART.sub(lambda found: found["script"] or found["sheet"] or " ", text)
    for attribute in _attributes(plain):
        yield from _of_attribute(*attribute)
    for printed, done in _TEMPLATES.findall(plain):
        yield from _strings(printed or done)


def _of_program(text: str, comments: re.Pattern[str]) -> Iterator[str]:
    yield from _MAP.findall(text)
    yield from (one.replace("\\/", "/") for one in _quoted(comments.sub(_kept, text)))


def _of_style(text: str) -> Iterator[str]:
    yield from _MAP.findall(text)
    for found in _IN_SHEETS.finditer(_OF_SHEETS.sub(" ", text)):
        yield from (found["double"] or found["single"] or found["bare"] or "", *_strings(found["set"] or ""))


def _quoted(text: str) -> Iterator[str]:
    """Give the strings of a program that may be addresses."""
    yield from _strings(_SAID.sub(" ", text))


def _strings(text: str) -> Iterator[str]:
    """Give what is in quotes, and its parts where it is nothing but a list of names."""
    for _, value in _QUOTED.findall(text):
        yield from (value, *_listed(value))


def _listed(value: str) -> list[str]:
    """Give the parts of what is nothing but a list of names, as that of `srcset`."""
    parts = re.split(r"[\s,]+", value.strip())
    return parts if len(parts) > 1 and all(_IS_NAME.search(one) or _DESCRIBES.fullmatch(one) for one in parts) else []
