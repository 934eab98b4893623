"""What stands in a text where an address does; what it only mentions, such as a name in a sentence, is none.

A page, an entry and a shown file may say how something hidden is called. Only what leads there opens it to readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

import yaml

from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.signs.fences import fences

_ADDRESS = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?|\burl\([\"']?"
    r"|(?<![\w.-])(?P<attribute>(?:xlink:)?(?:action|data|formaction|href|poster|src)=)[\"']?)"
    r"(?P<address>[^\s\"'<>()]+)",
    re.M,
)
"""What stands where an address does, which any word is there."""
_OPENS, _TAG_LENGTH = re.compile(r"<[A-Za-z]|\{"), 2000
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
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
_TAGS = re.compile(r"<[A-Za-z][^<>]*>|\{[^{}\n]*\}")
"""Tags, and what stands in braces: of templates, macros and attributes."""
_WORDS_OF_TAGS = re.compile(
    r"(?<![\w-])(?:data-)?(?:alt|aria-\w+|caption|class|description|download|hint|id|label|name|note|placeholder|summary|tip|title|tooltip)"
    r"\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>}]+)",
    re.I,
)
"""Attributes that readers read, or that only say how something is called."""
_QUOTED = re.compile(r"([\"'`])(?=([^\"'`\n]{1,300})\1)")
"""What is in quotes; the next begins at the end of one, for a pattern in a program may have a single sign."""
_BARE = re.compile(r"=\s*([^\s\"'<>{}]+)")
_IN_PROGRAMS = re.compile(
    r"(?P<kept>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
    r"|(?<![\[\\/])/\*.*?(?:\*/|\Z)|(?:^|(?<=[\s;,{}()]))//[^\n]*",
    re.S | re.M,
)
_IN_PYTHON = re.compile(r"(?P<kept>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')|(?:^|(?<=\s))#[^\n]*", re.M)
"""Comments, and the strings in which their signs are none."""
_OF_SHEETS = re.compile(r"/\*.*?(?:\*/|\Z)|(?<![\w-])content\s*:\s*(?:\"[^\"\n]*\"|'[^'\n]*')", re.S | re.I)
"""What a style says to readers, or to its authors."""
_MAP = re.compile(r"[#@]\s*sourceMappingURL=([^\s*]+)")
_TAKEN_IN = re.compile(
    r"^[^\S\n]*(-+8<-+)(?:[^\S\n]+(?P<one>\S[^\n]*)|[^\S\n]*\n(?P<more>.*?)^[^\S\n]*\1)[^\S\n]*$", re.M | re.S
)
"""Lines that take a file in, and those between two of them."""
_DRAWN = re.compile(r" *\{? *\.?(?:mermaid|vega(?:-?lite)?|charts?|plotly|plantuml|puml|d2|graphviz|dot|kroki-\w+)\b")
"""What stands behind the signs of code that is drawn from what it names."""
_MERMAID = re.compile(r" *\{? *\.?mermaid\b")
_LEADS_OUT = re.compile(r"\b(?:click|href|icons?|images?|img|links?|src|sprite|url)\b", re.I)
"""What a line of a drawing in Mermaid’s language says that leads somewhere; the others have words."""
_WHOLE = re.compile(r"https?://[^\s\"'<>()\[\]{}|`]+(?<![.,:;!?])")
_PART = re.compile(r"(?<!\S)[^\s#]++(?=#xywh=)")
"""A part of a picture, as players of recordings show them."""
_CELL = re.compile(r"(?:^|[,;\t])\"?([^\s,;\t\"]*/[^,;\t\"\n]*)\"?(?=[,;\t]|\s*$)", re.M)
_VALUE = re.compile(
    r"^[ \t]*(?:-[ \t]+)?(?!(?:alt|caption|description|label|name|summary|title)\b)(?:[\w$.-]+[ \t]*[:=][ \t]*)?"
    r"(\S+)[ \t]*$|>[ \t]*([^\s<>]+)[ \t]*</",
    re.M | re.I,
)
"""Lines of data that are one value, and elements that have one."""
_ADDRESS_KEY = re.compile(
    r"(?:^|[_-])(?:audio|avatar|background|banner|cover|css|download|file|hero|href|icon|image|img|js|link|logo|path|pdf"
    r"|photo|pic|picture|poster|script|slide|src|style|stylesheet|template|thumb|thumbnail|ur[il]|video)s?(?:$|[_-])"
    r"|[a-z](?:File|Image|Path|Src|Ur[il])$",
    re.I,
)
_TEXT_KEY = re.compile(r"(?:^|[_-])(?:alt|caption|description|label|note|text|title|tooltip)s?$", re.I)
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s[^\n]*", re.M)
_DESCRIBES = re.compile(r"[\d.]+[wxh]")
_IS_NAME = re.compile(r"/|\.\w")


class KindOfText(Enum):
    """How a text says where something is."""

    PAGE = "page"
    TABLE = "table"
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
    ".py": KindOfText.PYTHON,
}


def form_of(path: str) -> KindOfText:
    """Give the form of a file by its ending."""
    return _FORMS.get(PurePosixPath(path.casefold()).suffix, KindOfText.DATA)


def is_address_key(key: str) -> bool:
    """Tell whether a key is called as those are whose values a theme takes for addresses."""
    return bool(_ADDRESS_KEY.search(key)) and not _TEXT_KEY.search(key)


def addresses(text: str, form: KindOfText) -> Iterator[str]:
    """Give what stands where an address does in a text: in a link, a tag, a string of a program, a field for one.

    Some of it is none, and leads nowhere.
    """
    match form:
        case KindOfText.PAGE:
            yield from _of_page(text)
        case KindOfText.TABLE:
            yield from _CELL.findall(text)
            yield from _of_page(text)
        case KindOfText.MARKUP:
            yield from _of_markup(text)
        case KindOfText.SCRIPT:
            yield from _of_program(text, _IN_PROGRAMS)
        case KindOfText.PYTHON:
            yield from _of_program(text, _IN_PYTHON)
        case KindOfText.STYLE:
            yield from _of_style(text)
        case KindOfText.DATA:
            yield from _of_markup(text)
            plain = _COMMENT.sub("", _without_comments(text, form))
            yield from _quoted(plain)
            yield from (one or other for one, other in _VALUE.findall(plain))


def links(text: str, form: KindOfText) -> Iterator[str]:
    """Give what stands in a link, a `src` or the like of a text, where any word leads, as `slides` of `[x](slides)`."""
    is_prose = form in (KindOfText.PAGE, KindOfText.TABLE)
    plain = _without_comments(_without_what_is_no_link(without_code(text)) if is_prose else text, form)
    for found in _ADDRESS.finditer(plain):
        if not (is_prose and found["attribute"]) or _is_in_a_tag(plain, found.start()):
            yield found["address"]
    yield from _WHOLE.findall(plain)


def _is_in_a_tag(text: str, place: int) -> bool:
    """Tell whether a tag, or a brace, may be open at a place of a text: one is begun in its paragraph."""
    before = text[max(0, place - _TAG_LENGTH) : place]
    return bool(_OPENS.search(_EMPTY_LINE.split(before)[-1]))


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
            if _MERMAID.match(body, fence.info):
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
    for tag in _TAGS.findall(_APART.sub(lambda found: found["script"] or found["sheet"] or " ", text)):
        said = _WORDS_OF_TAGS.sub(" ", tag)
        yield from _quoted(said)
        yield from _BARE.findall(said)


def _of_program(text: str, comments: re.Pattern[str]) -> Iterator[str]:
    yield from _MAP.findall(text)
    yield from (one.replace("\\/", "/") for one in _quoted(comments.sub(_kept, text)))


def _of_style(text: str) -> Iterator[str]:
    yield from _MAP.findall(text)
    yield from _quoted(_OF_SHEETS.sub(" ", text))


def _quoted(text: str) -> Iterator[str]:
    """Give what is in quotes, and its parts where it is nothing but a list of names, as that of `srcset`."""
    for _, value in _QUOTED.findall(text):
        yield value
        parts = re.split(r"[\s,]+", value.strip())
        if len(parts) > 1 and all(_IS_NAME.search(one) or _DESCRIBES.fullmatch(one) for one in parts):
            yield from parts
