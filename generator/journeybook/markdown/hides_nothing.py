"""Find what is to keep a text from readers, in a handbook that has editions, and leaves it in the page for all.

Attributes of HTML hide a text from the eye alone, a class that no style knows from nobody, and so does a comment that
names people who are no role. What surely is meant as a marker is told by `meant_markers`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from journeybook.markdown.attributes_for_some import BOXES, classes_of, names_in_class, says_in_attributes
from journeybook.markdown.meant_markers import in_small, outside_code
from journeybook.markdown.nearly_markers import COMMENT
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.words_of_hiding import is_of_people

_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]{0,15})(?P<attributes>\s[^<>]{1,400})>", re.I)
_TEMPLATE = re.compile(r"^[ \t>]{0,40}(?P<all><template>)(?=\s*[^\s<])", re.M | re.I)
"""What browsers show only where a script takes it out, which finds it by an attribute; an element in it is a model."""
_LIST = re.compile(r"(?<![{%)\]])\{:?(?P<attributes>[^{}\n]{1,400})\}(?!\})")
"""A list of attributes, not one of a link or a picture."""
_LINE = re.compile(r"^[ \t>]{0,40}(?P<all>\{:?(?P<attributes>[^{}\n]{1,400})\})[ \t]*$", re.M)
"""A list of attributes of the paragraph above it; behind a heading, one often hides it where a page needs none."""
_HIDDEN = re.compile(
    r"(?<![\w-])(?:hidden(?:=[\"']?(?:hidden|true)?[\"']?)?|style=([\"'])\s*(?:display:\s*none|visibility:\s*hidden)"
    r"(?:\s*!important)?\s*;?\s*\1)(?![\w-])",
    re.I,
)
_MARKED = re.compile(r"(?<![\w-])markdown(?:=[\"']?[\w-]*[\"']?)?(?![\w-])", re.I)
_CLASSES = re.compile(r"(?<![\w-])class=(?:\"[^\"]*\"|'[^']*')|(?<![\w.])\.[\w-]+")
_UNPUBLISHED = re.compile(
    r"(?:internal|private|confidential)(?: use)? only|(?:do )?not (?:to be )?(?:publish(?:ed)?|for publication)"
)
_END = re.compile(r"(?:/ ?|end ?)(?:of )?(?P<of>.+)|(?P<first>.+) ends?")


def hidden_from_the_eye(
    text: str, names: Collection[str], markdown: MarkdownSettings, offset: int
) -> list[tuple[int, str]]:
    """Give the place of tags, and of lists of attributes, that hide a text which no script can show, with the signs.

    The text is in the source of the page.
    """
    typed = without_code(text)
    return outside_code(text, sorted(_hidden(typed, names, offset)), markdown, offset)


def _hidden(text: str, names: Collection[str], offset: int) -> Iterator[tuple[int, str]]:
    for tag in _TAG.finditer(text, offset):
        name, attributes = tag["name"].casefold(), tag["attributes"]
        if name not in (*BOXES, "span") or name == "template" or says_in_attributes(attributes, names, name):
            continue
        is_empty = re.match(rf"\s*</{name}", text[tag.end() : tag.end() + 40], re.I)
        if not is_empty and _hides(attributes, names, name):
            yield tag.start(), tag[0]
    if "<script" not in text:
        yield from ((one.start("all"), one["all"]) for one in _TEMPLATE.finditer(text, offset))
    for one in _LINE.finditer(text, offset):
        if _hides(one["attributes"], names, "") and not says_in_attributes(one["attributes"], names, ""):
            yield one.start("all"), one["all"]


def _hides(attributes: str, names: Collection[str], tag: str) -> bool:
    """Tell whether attributes hide an element, and say nothing else by which a script or a style could find it."""
    if not _HIDDEN.search(attributes):
        return False
    if any(not names_in_class(name, names) for name in classes_of(attributes, tag)):
        return False
    rest = _MARKED.sub("", _HIDDEN.sub("", attributes))
    return not _CLASSES.sub("", rest).strip(" \t\r\n/")


def classes_of_some(
    text: str, names: Collection[str], is_styled: Callable[[str], bool], markdown: MarkdownSettings, offset: int
) -> list[tuple[int, str]]:
    """Give the tags, and the lists of attributes, whose classes all name roles or editions; no style is for one."""
    typed = without_code(text)
    return outside_code(text, sorted(_classes(typed, names, is_styled, offset)), markdown, offset)


def _classes(
    text: str, names: Collection[str], is_styled: Callable[[str], bool], offset: int
) -> Iterator[tuple[int, str]]:
    tags = ((one, one["name"].casefold()) for one in _TAG.finditer(text, offset))
    for one, tag in (*tags, *((one, "") for one in _LIST.finditer(text, offset))):
        attributes = one["attributes"]
        if (tag and tag not in (*BOXES, "span")) or says_in_attributes(attributes, names, tag):
            continue
        found = classes_of(attributes, tag)
        if found and all(names_in_class(name, names) for name in found) and not any(map(is_styled, found)):
            yield one.start(), one[0]


def meant_comments(text: str, names: Collection[str], markdown: MarkdownSettings, offset: int) -> list[tuple[int, str]]:
    """Give the comments that name people and that another one ends, and those that are such as `internal only`."""
    comments = [(one, in_small(one["said"])) for one in COMMENT.finditer(without_code(text), offset)]
    ends = {end["of"] or end["first"]: one.start() for one, said in comments if (end := _END.fullmatch(said))}
    found = [
        (one.start(), one[0])
        for one, said in comments
        if _UNPUBLISHED.fullmatch(said) or (ends.get(said, -1) > one.start() and is_of_people(said, names))
    ]
    return outside_code(text, found, markdown, offset)
