"""Find what is meant as a marker of a block for some, and is none: in a handbook that has editions.

What nearly is a marker in any handbook is told by `nearly_markers`. Here the names of the handbook's roles and editions
are known, and that there are readers who must not see something: so more words, tags, fences and lists of attributes
cannot be meant otherwise. Pages, snippets, files and texts of YAML all ask `meant_markers`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from journeybook.markdown.attributes_for_some import (
    BESIDE,
    KEYS,
    SAY_FOR_WHOM,
    WHOLE_NAME,
    has_names_alone,
    is_keyed,
    says_in_attributes,
    takes_from_others,
)
from journeybook.markdown.audience_blocks import find_blocks, is_right
from journeybook.markdown.nearly_markers import COMMENT
from journeybook.markdown.other_programs import begins_in_another_program, fences_for_some
from journeybook.markdown.output import enclosing_code
from journeybook.markdown.role_words import is_name, says_for_whom
from journeybook.markdown.settings import DEFAULT, MarkdownSettings, render
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.markdown.words_of_hiding import hides_by_words, is_a_label, is_an_end

_LESS, _MORE = r"(?:\\?<|&lt;|&#0*60;|&#[xX]0*3[cC];)", r"(?:\\?>|&gt;|&#0*62;|&#[xX]0*3[eE];)"
_MEANT_LINE = re.compile(
    r"^[ \t>]{0,40}(?P<all><!--(?P<comment>[^<>\n]{1,100}?)--!?>"
    rf"|(?:{_LESS}[ \t]*\\?!?[ \t]*[-–—]{{1,4}}|<\?|\{{(?:[#%]|\{{[<%]?)|:::+|///+|\[(?=[^\]\n]*\][ \t]*$)|<div[ \t])"
    rf"(?P<spoilt>[^<>\n]{{1,100}}?)(?:[-–—]{{1,4}}[ \t]*{_MORE}|[#%]\}}|[>%]?\}}\}}|\?>|\]|>)?)[ \t]*$",
    re.M,
)
"""A line that is a comment, or looks like one: its signs are those of a word processor or of another program."""
_HIDDEN = re.compile(
    r"^[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}\.)[ \t]{1,4})?(?P<all><!--(?P<comment>[^<>]{1,400}?)--!?>"
    r"|\[[^\]\n]{1,40}\]:[ \t]*(?:#|<>)[ \t]*[\"'(](?P<link>[^\n]{1,200}?)[\"')]?(?=[ \t]*$)"
    r"|<\?[ \t]*[\w=]{0,20}[ \t]+(?P<instruction>[^<>\n]{1,200}?)\?>)",
    re.M,
)
"""What readers do not see at the beginning of a line: a comment, an address that is one, an instruction."""
_NAMED = re.compile(r"^[ \t>]{0,40}(?P<all>\[(?P<name>[^\]\n]{1,40})\]:[ \t]*(?:#|<>))[ \t]*$", re.M)
"""An address that leads nowhere and has a name, as `[mentor]: #`."""
_NAMED_END = re.compile(
    r"^[ \t>]{0,40}\[(?:/|end\b[ _-]?)[ \t]*(?P<name>[^\]\n]{0,40})\]:[ \t]*(?:#|<>)[ \t]*$", re.M | re.I
)
_NAME = re.compile(r"[^\W_][\w-]*")
_TAG = re.compile(r"<(?P<name>[a-z][\w-]{0,30}(?::[a-z][\w-]{0,30})?)(?P<attributes>[\s:=][^<>]{0,400})?>", re.I)
_LIST = re.compile(r"(?<![{%])\{:?(?P<attributes>[^{}\n]{1,400})\}(?!\})")
_ELEMENT = re.compile(rf"{KEYS}\Z", re.I)
_PLAIN = re.compile(
    r"^[ >]{0,3}(?P<all>[-–—=+~*_@;/%(\[]{0,6}[ \t]*(?P<key>for|audience|edition|only|only for|visible to)[ \t]*:[ \t]*"
    r"(?P<names>\w+(?:-\w+)*(?:[ \t]*,[ \t]*\w+(?:-\w+)*)*)[ \t]*[-–—=+~*_@;/%)\]]{0,6})[ \t]*$",
    re.M | re.I,
)
_PLAIN_END = re.compile(r"^[ >]{0,3}\W{0,3}(?:end[ _-]?for|/for)\W{0,3}$", re.M | re.I)
_WORDS = "internal|private|confidential|secret|restricted|hidden|hide"
_SECRET = re.compile(
    rf"(?:(?:begin|start) (?:of )?)?(?P<word>{_WORDS})(?: (?:only|notes?|texts?|parts?|sections?|blocks?|contents?))*"
)
_SECRET_END = re.compile(
    rf"(?:/ ?|end ?)(?:of )?(?P<word>{_WORDS})(?: \w+)?|(?P<first>{_WORDS}) ends?|/|end|(?P<other>show|unhide)"
)


def meant_markers(text: str, names: Collection[str], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Give the place of what is meant as a marker and is none, with what it says, each line once and in order.

    It names roles or editions (`names`), and otherwise has only words that say for whom something is; comments with a
    name alone are meant where there are several, to begin and to end, and so are those that another one ends. `text` is
    without its code; right markers are not among them.
    """
    yield from _meant(text, [*_surely(text, names, offset)], [*names_alone(text, names, offset)])


def _surely(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    yield from _told_of(text, names, offset)
    yield from _in_comments(text, names, offset)
    yield from _with_ends(text, names, offset)
    yield from _in_tags(text, names, offset)
    yield from begins_in_another_program(text, names, offset)
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
    shown = {*outside_code(text, sorted({*surely, *alone}), markdown, offset)}
    fences = [*fences_for_some(text, names, offset)]
    surely = [*fences, *(one for one in surely if one in shown)]
    return [*_meant(text, surely, [one for one in alone if one in shown])]


def alone_in(text: str, names: Collection[str], markdown: MarkdownSettings, offset: int = 0) -> list[tuple[int, str]]:
    """Give what `names_alone` gives of a whole text, without what the site's Markdown takes for code."""
    return outside_code(text, [*names_alone(without_code(text), names, offset)], markdown, offset)


def outside_code(
    text: str, found: list[tuple[int, str]], markdown: MarkdownSettings, offset: int
) -> list[tuple[int, str]]:
    """Give what has been found in a text, each with its place, without what the site's Markdown takes for code."""
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
        if not is_right(one) and (says_for_whom(one["said"], told) or _says_for_some(one["said"], names)):
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
        is_said = is_keyed(said, names)
        if named and {*words} - {*named} <= SAY_FOR_WHOM | BESIDE and SAY_FOR_WHOM & {*words}:
            is_said = True
        if is_said:
            yield found.start("all"), found["all"].strip()


def _in_comments(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    """Find comments, of one line or several, that say for whom, or for whom not, something is."""
    for found, said in _hidden(text, offset):
        if _says_for_some(said, names):
            yield found.start("all"), found["all"]


def _says_for_some(said: str, names: Collection[str]) -> bool:
    return hides_by_words(said, names) or any(is_keyed(line, names) for line in said.splitlines())


def _with_ends(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    """Find comments with a name alone, or with what is called after it, that a later one ends or says again."""
    comments = [*_hidden(text, offset)]
    last = max((found.start() for found, said in comments if is_an_end(said, names)), default=-1)
    labels = {found.start(): _on_one_line(said) for found, said in comments if is_a_label(said, names)}
    often = {label for label, number in Counter(labels.values()).items() if number > 1}
    for found, said in comments:
        label = labels.get(found.start())
        if label in often or (found.start() < last and (label is not None or _is_a_name(said, names))):
            yield found.start("all"), found["all"]
    ends = {one["name"].casefold(): one.start() for one in _NAMED_END.finditer(text, offset)}
    for one in _NAMED.finditer(text, offset):
        ended = max(ends.get(one["name"].casefold(), -1), ends.get("", -1))
        if one.start() < ended and _is_a_name(one["name"], names):
            yield one.start("all"), one["all"]


def _on_one_line(said: str) -> str:
    return " ".join(said.casefold().split())


def _hidden(text: str, offset: int) -> Iterator[tuple[re.Match[str], str]]:
    """Give what readers do not see and is no right marker, each with what it says."""
    for found in _HIDDEN.finditer(text, offset):
        comment = COMMENT.match(text, found.start("all"))
        if not (comment and is_right(comment)):
            yield found, found["comment"] or found["link"] or found["instruction"]


def names_alone(text: str, names: Collection[str], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Give the place of each comment that is a line, and has names of roles or editions and nothing else."""
    for found, said in _hidden(text, offset):
        behind = text[found.end() :].partition("\n")[0]
        if _is_a_name(said, names) and not behind.strip():
            yield found.start("all"), found["all"]


def _is_a_name(said: str, names: Collection[str]) -> bool:
    words = WHOLE_NAME.findall(said)
    return bool(words) and all(is_name(word, names) for word in words)


def _in_tags(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    """Find tags and lists of attributes that say for whom something is."""
    for tag in _TAG.finditer(text, offset):
        name, attributes = tag["name"].casefold(), tag["attributes"] or ""
        if says_in_attributes(attributes, names, name) or _is_element(text, name, attributes, names):
            yield tag.start(), " ".join(tag[0].split())
    for found in _LIST.finditer(text, offset):
        if says_in_attributes(found["attributes"], names, ""):
            yield found.start(), found[0]


def _is_element(text: str, name: str, attributes: str, names: Collection[str]) -> bool:
    """Tell whether a tag is `<for mentor>`, or a pair of `<mentor>`; one alone is a place to fill in."""
    if takes_from_others(name, names):
        return True
    if _ELEMENT.match(name):
        return has_names_alone(attributes, names)
    return is_name(name, names) and not attributes.strip(" /") and f"</{name}" in text.casefold()


def _plain_lines(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    """Find a marker without signs, a paragraph of its own; a capital begins a heading, unless a line tells the end."""
    is_ended = bool(_PLAIN_END.search(text, offset))
    for line in _PLAIN.finditer(text, offset):
        begins = not text[offset : line.start()].strip() or re.search(r"\n[ \t>]*\r?\n\Z", text[: line.start()])
        exact = line["key"].islower() and all(one.strip() in names for one in line["names"].split(","))
        if (is_ended or (begins and exact)) and has_names_alone(line["names"], names):
            yield line.start("all"), line["all"].strip()


def _secrets(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """Find comments that are to begin and to end something internal, or hidden, which name nobody."""
    comments = [(one, in_small(one["said"])) for one in COMMENT.finditer(text, offset)]
    ends = dict[str, int]()
    for one, said in comments:
        if end := _SECRET_END.fullmatch(said):
            ends["hide" if end["other"] else _secret(end["word"] or end["first"])] = one.start()
    for one, said in comments:
        if (begin := _SECRET.fullmatch(said)) and max(
            ends.get(_secret(begin["word"]), -1), ends.get("", -1)
        ) > one.start():
            yield one.start(), one[0]


def _secret(word: str | None) -> str:
    return "hide" if word == "hidden" else word or ""


def in_small(said: str) -> str:
    """Give the words of a comment in small letters, with single blanks in place of the signs that join them."""
    return " ".join(re.split(r"[\s_:.-]+", said.casefold())).strip()
