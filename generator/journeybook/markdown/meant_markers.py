"""Find what is meant as a marker of a block for some, and is none: in a handbook that has editions.

What nearly is a marker in any handbook is told by `nearly_markers`. Here the names of the handbook's roles and editions
are known, and that there are readers who must not see something: so more words, tags, fences and lists of attributes
cannot be meant otherwise. Pages, snippets, files and texts of YAML all ask `meant_markers`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from journeybook.markdown.audience_blocks import find_blocks, is_right
from journeybook.markdown.nearly_markers import COMMENT
from journeybook.markdown.output import enclosing_code
from journeybook.markdown.role_words import is_name, says_for_whom
from journeybook.markdown.settings import DEFAULT, MarkdownSettings, render
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused

_LESS, _MORE = r"(?:\\?<|&lt;|&#0*60;|&#[xX]0*3[cC];)", r"(?:\\?>|&gt;|&#0*62;|&#[xX]0*3[eE];)"
_MEANT_LINE = re.compile(
    r"^[ \t>]{0,40}(?P<all><!--(?P<comment>[^<>\n]{1,100}?)--!?>"
    rf"|(?:{_LESS}[ \t]*\\?!?[ \t]*[-–—]{{1,4}}|<\?|\{{(?:[#%]|\{{[<%]?)|:::+|///+|\[(?=[^\]\n]*\][ \t]*$)|<div[ \t])"
    rf"(?P<spoilt>[^<>\n]{{1,100}}?)(?:[-–—]{{1,4}}[ \t]*{_MORE}|[#%]\}}|[>%]?\}}\}}|\?>|\]|>)?)[ \t]*$",
    re.M,
)
"""A line that is a comment, or looks like one: its signs are those of a word processor or of another program."""
_SAY_FOR_WHOM = frozenset(
    (
        *(
            "for",
            "only",
            "not",
            "if",
            "unless",
            "except",
            "hide",
            "hidden",
            "show",
            "shown",
            "audience",
            "end",
            "endif",
        ),
        *("endunless", "restricted", "begin", "start", "für", "nur", "ende", "pour", "para", "solo", "fin"),
    )
)
_BESIDE = frozenset(
    (
        *("from", "to", "the", "and", "or", "role", "roles", "edition", "editions", "block"),
        *("section", "part", "markdown", "here"),
    )
)
"""Words that may stand beside those that say for whom something is."""
_JOIN = frozenset(("and", "or", "und", "oder", "et", "ou", "y", "the", "only"))
_NAME = re.compile(r"[^\W_][\w-]*")
_WHOLE_NAME = re.compile(r"[^\W_](?:[\w-]|[:*·/](?=\w))*")
"""A name with what German has within words, as in `Mentor:innen`."""
_KEYS = (
    r"(?:for|audiences?|editions?|unless|except|if|roles?|readers?|only(?:[ _-]for)?"
    r"|(?:seen|viewed|read)[ _-]by|(?:visible|shown?)[ _-](?:to|for|in)|hid(?:e|den)[ _-]from)"
)
"""What people write before a colon, or a sign of equality, and the names of those who see it."""
_KEYED = re.compile(
    rf"\W*(?:(?:note|nb|text|begin|start|block|section|part|content)\s+){{0,2}}{_KEYS}\s*[:=]+\s*(?P<names>[^\n]+)",
    re.I,
)
_TAG = re.compile(r"<(?P<name>[a-z][\w-]{0,30})(?P<attributes>[\s:=][^<>]{0,400})?>", re.I)
_LIST = re.compile(r"(?<![{%])\{:?(?P<attributes>[^{}\n]{1,400})\}(?!\})")
_ATTRIBUTE = re.compile(
    rf"(?<![\w-])(?:data-|jb-|x-)?(?P<key>{_KEYS})\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^\s\"'>}}]+))", re.I
)
_CLASS = re.compile(r"(?<![\w-])class\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^\s\"'>}]+))|\.(?P<dot>[\w-]+)")
_TAKE_FROM_OTHERS = frozenset(("only", "hide", "hidden", "not", "except", "unless", "nur", "seulement", "solo"))
_OF_THE_BROWSER = {"label": "for", "output": "for"}
"""Attributes of HTML that name another element, and not a role."""
_ARIA = frozenset(
    [
        "group",
        "list",
        "note",
        "form",
        "main",
        "search",
        "status",
        "timer",
        "table",
        "row",
        "cell",
        "tab",
        "menu",
        "feed",
        "figure",
        "term",
    ]
)
_ELEMENT = re.compile(rf"{_KEYS}\Z", re.I)
_FENCE = re.compile(
    r"^[ \t>]{0,40}(?P<all>(?P<sign>:{3,}|/{3,})[ \t]*(?:\{[ \t]*\.?)?"
    r"(?P<name>[^\W_][\w-]*)[ \t]*\}?[ \t]*(?:\|[^\n]*)?)$",
    re.M,
)
"""The begin of a block of another program, called after a role."""
_PLAIN = re.compile(
    r"^[ >]{0,3}(?P<all>[-–—=+~*_@;/%(\[]{0,6}[ \t]*(?P<key>for|audience|edition|only|only for|visible to)[ \t]*:[ \t]*"
    r"(?P<names>\w+(?:-\w+)*(?:[ \t]*,[ \t]*\w+(?:-\w+)*)*)[ \t]*[-–—=+~*_@;/%)\]]{0,6})[ \t]*$",
    re.M | re.I,
)
_PLAIN_END = re.compile(r"^[ >]{0,3}\W{0,3}(?:end[ _-]?for|/for)\W{0,3}$", re.M | re.I)
_SECRET = re.compile(r"<!--\s*(?P<word>internal|private|confidential|secret|restricted)\s*-->", re.I)


def meant_markers(text: str, names: Collection[str], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Give the place of what is meant as a marker and is none, with what it says, each line once and in order.

    It names roles or editions (`names`), and otherwise has only words that say for whom something is; comments with a
    name alone are meant where there are several, to begin and to end. `text` is without its code; right markers are
    not among them.
    """
    yield from _meant(text, [*_surely(text, names, offset)], [*names_alone(text, names, offset)])


def _surely(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    yield from _told_of(text, names, offset)
    yield from _in_tags(text, names, offset)
    yield from _fences(text, names, offset)
    yield from _plain_lines(text, names, offset)
    yield from _secrets(text, offset)


def _meant(text: str, surely: list[tuple[int, str]], alone: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    lines = set[int]()
    for at, said in sorted([*surely, *(alone if len(alone) > 1 else ())]):
        line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))
        if line not in lines:
            lines.add(line)
            yield at, said


def meant_in(text: str, names: Collection[str], markdown: MarkdownSettings, offset: int = 0) -> list[tuple[int, str]]:
    """Give what `meant_markers` gives of a whole text, without what the site's Markdown takes for code."""
    typed = without_code(text)
    types = {f"/// {name}" for name in _types(markdown)}
    surely = [one for one in _surely(typed, names, offset) if one[1].partition("|")[0].strip() not in types]
    alone = [*names_alone(typed, names, offset)]
    shown = {*_outside_code(text, sorted({*surely, *alone}), markdown, offset)}
    return [*_meant(text, [one for one in surely if one in shown], [one for one in alone if one in shown])]


def alone_in(text: str, names: Collection[str], markdown: MarkdownSettings, offset: int = 0) -> list[tuple[int, str]]:
    """Give what `names_alone` gives of a whole text, without what the site's Markdown takes for code."""
    return _outside_code(text, [*names_alone(without_code(text), names, offset)], markdown, offset)


def _outside_code(
    text: str, found: list[tuple[int, str]], markdown: MarkdownSettings, offset: int
) -> list[tuple[int, str]]:
    if not found:
        return []
    body = text[offset:]
    prefix = unused(body)
    html = render(tame(marked(body, sorted(at - offset + len(said) for at, said in found), prefix)), markdown)
    ordered = sorted(found, key=lambda one: one[0] + len(one[1]))
    places = [html.find(f"{prefix}{number}z") for number in range(len(ordered))]
    return [one for one, place in zip(ordered, places, strict=True) if place < 0 or enclosing_code(html, place) is None]


def _types(markdown: MarkdownSettings) -> Iterator[str]:
    """Give the names of the boxes that a site has of its own, as `/// mentor` may be one."""
    for given in (markdown.configs.get("pymdownx.blocks.admonition") or {}).get("types") or ():
        yield str(given.get("name") if isinstance(given, dict) else given)


def wrong_marker(text: str, names: Collection[str], roles: tuple[str, ...]) -> str | None:
    """Give the first marker of a text that stands for itself, such as a snippet, which is none or not one of a pair."""
    blocks = find_blocks(text, DEFAULT, roles=roles)
    wrong = [*(marker for _, marker in blocks.slips), *(begin for begin, _ in blocks.in_code)]
    told = [(one.start, text[one.start : one.end]) for one in wrong] or meant_in(text, names, DEFAULT)
    return " ".join(min(told)[1].split()) if told else None


def nearly_in_comments(text: str, names: Collection[str]) -> int | None:
    """Give the place of the first comment of a file that names a role, says for whom something is, and is no marker.

    Of other files than pages comments alone are read: what else is in them is not ours.
    """
    told = tuple(sorted(names))
    for one in COMMENT.finditer(text):
        if not is_right(one) and (says_for_whom(one["said"], told) or _is_keyed(one["said"], names)):
            return one.start()
    alone = [*names_alone(text, names, 0)]
    return alone[0][0] if len(alone) > 1 else None


def _told_of(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    for found in _MEANT_LINE.finditer(text, offset):
        comment = COMMENT.match(text, found.start("all"))
        if comment and is_right(comment):
            continue
        said = found["comment"] or found["spoilt"]
        words = [word.casefold() for word in _NAME.findall(said)]
        named = [word for word in words if is_name(word, names)]
        is_said = _is_keyed(said, names)
        if named and {*words} - {*named} <= _SAY_FOR_WHOM | _BESIDE and _SAY_FOR_WHOM & {*words}:
            is_said = True
        if is_said:
            yield found.start("all"), found["all"].strip()


def _is_keyed(said: str, names: Collection[str]) -> bool:
    keyed = _KEYED.fullmatch(said)
    return keyed is not None and has_names_alone(keyed["names"], names)


def has_names_alone(text: str, names: Collection[str]) -> bool:
    """Tell whether a text has names of roles or editions, and nothing but joining words beside them."""
    words = [word.casefold() for word in _WHOLE_NAME.findall(text)]
    return any(is_name(word, names) for word in words) and all(is_name(word, names) or word in _JOIN for word in words)


def names_alone(text: str, names: Collection[str], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Give the place of each comment that is a line, and has names of roles or editions and nothing else."""
    for found in _MEANT_LINE.finditer(text, offset):
        words = _WHOLE_NAME.findall(found["comment"] or "")
        if words and all(is_name(word, names) for word in words):
            yield found.start("all"), found["all"].strip()


def _in_tags(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    """Find tags and lists of attributes that say for whom something is."""
    for tag in _TAG.finditer(text, offset):
        name, attributes = tag["name"].casefold(), tag["attributes"] or ""
        if _says_in_attributes(attributes, names, name) or _is_element(text, name, attributes, names):
            yield tag.start(), " ".join(tag[0].split())
    for found in _LIST.finditer(text, offset):
        if _says_in_attributes(found["attributes"], names, ""):
            yield found.start(), found[0]


def _says_in_attributes(attributes: str, names: Collection[str], tag: str) -> bool:
    for one in _ATTRIBUTE.finditer(attributes):
        value, key = one["d"] or one["s"] or one["u"] or "", one["key"].casefold()
        is_other = _OF_THE_BROWSER.get(tag) == key or (key == "role" and value.casefold() in _ARIA)
        if not is_other and has_names_alone(value, names):
            return True
    classes = (
        word
        for one in _CLASS.finditer(attributes)
        if one["dot"] is None or not tag
        for word in (one["d"] or one["s"] or one["u"] or one["dot"] or "").split()
    )
    return any(_takes_from_others(word, names) for word in classes)


def _takes_from_others(name: str, names: Collection[str]) -> bool:
    """Tell whether a class, such as `mentor-only`, is to keep something from others."""
    words = re.findall(r"[^\W_]+", name.casefold())
    named = {word for word in words if is_name(word, names)}
    rest = {*words} - named
    return bool(named and rest & _TAKE_FROM_OTHERS) and rest <= _SAY_FOR_WHOM | _BESIDE | _TAKE_FROM_OTHERS


def _is_element(text: str, name: str, attributes: str, names: Collection[str]) -> bool:
    """Tell whether a tag is `<for mentor>`, or a pair of `<mentor>`; one alone is a place to fill in."""
    if _takes_from_others(name, names):
        return True
    if _ELEMENT.match(name):
        return has_names_alone(attributes, names)
    return is_name(name, names) and not attributes.strip(" /") and f"</{name}" in text.casefold()


def _fences(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    for fence in _FENCE.finditer(text, offset):
        if is_name(fence["name"], names):
            yield fence.start("all"), fence["all"].strip()


def _plain_lines(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    """Find a marker without signs, a paragraph of its own; a capital begins a heading, unless a line tells the end."""
    is_ended = bool(_PLAIN_END.search(text, offset))
    for line in _PLAIN.finditer(text, offset):
        begins = not text[offset : line.start()].strip() or re.search(r"\n[ \t>]*\r?\n\Z", text[: line.start()])
        exact = line["key"].islower() and all(one.strip() in names for one in line["names"].split(","))
        if (is_ended or (begins and exact)) and has_names_alone(line["names"], names):
            yield line.start("all"), line["all"].strip()


def _secrets(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """Find comments that are to begin and to end something internal, which name nobody."""
    for one in _SECRET.finditer(text, offset):
        if re.search(rf"<!--\s*(?:/|end[ _-]?(?:of\s+)?){one['word']}\s*-->", text[one.end() :], re.I):
            yield one.start(), one[0]
