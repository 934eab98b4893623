"""Find what is meant to be a page's front matter and is none, so that MkDocs prints it on the page."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from json import JSONDecoder

from journeybook.markdown.frontmatter import split_front_matter
from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest

_BREAK = re.compile("\r\n|[\r\n]")
_FENCE = re.compile(r"\s*(?:[-–—]+|\+{3,}|\*{3,}|_{3,}|={3,}|;{3,}|~{3}|(?:-[ ]){2,}-|---[ \t]+#.*)\s*")
_NOTED = re.compile(r"---[ \t]+#.*")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*[:=](?:\s|$)")
_AUDIENCE = "audience"
MOST_ABOVE = 20
"""Lines in which front matter is looked for that should have been on the first one."""
_CODE = re.compile(r" {0,3}(?:```|~~~)|(?: {4}|\t)\S|.*<pre")
_CODE_OF_YAML = re.compile(r"(?:`{3,}|~{3,})[ \t]*(?:ya?ml)?[ \t]*")
_CLOSES = re.compile(r"(?:(?:---|\.\.\.)[ \t]*\n)?(?:`{3,}|~{3,})[ \t]*(?:\n[^\n]*)?")
_INSIDE = re.compile(r"[ \t]+\S|- |#")
_ODD_BEHIND = re.compile(r"(?:---|\.\.\.)[ \t]*[^\S \t].*")
"""A line of signs with a non-breaking space behind it, as some keyboards make it."""
_THREE = say("write three hyphens, `---`, in place of `{shown}`", shown="")


@dataclass(frozen=True)
class LostFrontMatter:
    """The line, from 1, at which front matter stands that is none, why, and what to write."""

    line: int
    message: Text
    hint: Text


def lost_front_matter(text: str, known: Collection[str]) -> LostFrontMatter | None:
    """Find front matter that is none: not closed, after an empty line, with other signs than three hyphens, or without.

    It is taken for that only where one of its keys is `known`; on the first lines, in letters of any case.
    """
    bare = text.removeprefix("\ufeff")
    _, body, begin = split_front_matter(bare)
    if begin:
        return _second(body, len(_BREAK.findall(bare, 0, begin)), known)
    lines = _BREAK.split(bare)
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines):
        return None
    if lines[first].lstrip().startswith("{") and (json := _of_json(bare, first, known)):
        return json
    if shown := _shown_as_code(lines, first, known):
        return shown
    if not _FENCE.fullmatch(lines[first]):
        return _without_fence(lines, first, known) or _further_down(lines, first, known)
    if lines[first].rstrip() == "---" and first + 1 < len(lines) and lines[first + 1].rstrip() == "---":
        message = say("this front matter is empty, and readers see its hyphens")
        return LostFrontMatter(first + 1, message, say("take both lines out, or write keys between them"))
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    inside = [line.removeprefix(indent) for line in lines]
    last = _end_of_keys(inside, first + 1, known, any_case=True)
    return _fenced(lines, first, last) if last else None


def _shown_as_code(lines: list[str], first: int, known: Collection[str]) -> LostFrontMatter | None:
    """Find front matter that is a block of code at the top of a page; without an audience it may be an example."""
    if not _CODE_OF_YAML.fullmatch(lines[first]):
        return None
    begin = first + 1 + (lines[first + 1 : first + 2] == ["---"])
    last = _end_of_keys(lines, begin, known)
    keys = [found["key"].casefold() for line in lines[begin:last] if (found := _KEY.match(line))] if last else []
    if last is None or _AUDIENCE not in keys or not _CLOSES.fullmatch("\n".join(lines[last : last + 2])):
        return None
    message = say("this is code, and front matter only between two lines of three hyphens")
    return LostFrontMatter(first + 1, message, say("write `---` in place of the lines with backticks"))


def _of_json(text: str, first: int, known: Collection[str]) -> LostFrontMatter | None:
    """Find front matter that is JSON, as other programs have it."""
    try:
        read, _ = JSONDecoder().raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return None
    small = {str(key).casefold() for key in read}
    if not small & {*known} and not any(map(_is_nearly_audience, small)):
        return None
    message = say("this is front matter only between two lines of three hyphens")
    return LostFrontMatter(first + 1, message, say("write `---` on a line above it, and on a line below it"))


def _second(body: str, above: int, known: Collection[str]) -> LostFrontMatter | None:
    """Find more front matter right below that of a page, whose body begins below so many lines."""
    lines = _BREAK.split(body)
    last = _end_of_keys(lines, 1, known) if lines[0].rstrip() == "---" else None
    if last is None or last == len(lines) or lines[last].rstrip() not in ("---", "..."):
        return None
    message = say("a page has front matter once, and this is more of it")
    return LostFrontMatter(above + 1, message, say("write its keys into the first one, and take these lines out"))


def _end_of_keys(lines: list[str], first: int, known: Collection[str], *, any_case: bool = False) -> int | None:
    """Give the number of the line behind the keys that begin at a line; None where no known one is among them."""
    last, keys = first, set()
    while last < len(lines) and ((found := _KEY.match(lines[last])) or (last > first and _INSIDE.match(lines[last]))):
        keys |= {found["key"]} if found else set()
        last += 1
    small = {key.casefold() for key in keys}
    ours = (small if any_case else keys | (small & {_AUDIENCE})) & set(known)
    return last if ours or (any_case and any(map(_is_nearly_audience, small))) else None


def _is_nearly_audience(key: str) -> bool:
    return key in ("for", "readers") or nearest(key, [_AUDIENCE]) is not None


def _without_fence(lines: list[str], first: int, known: Collection[str]) -> LostFrontMatter | None:
    if _end_of_keys(lines, first, known, any_case=True) is None:
        return None
    message = say("this is front matter only between two lines of three hyphens")
    return LostFrontMatter(first + 1, message, say("write `---` on a line above it, and on a line below it"))


def _further_down(lines: list[str], first: int, known: Collection[str]) -> LostFrontMatter | None:
    """Find whole front matter below a heading or a comment; in a block of code it is shown on purpose."""
    for number in range(first + 1, min(first + MOST_ABOVE, len(lines))):
        if _CODE.match(lines[number - 1]):
            return None
        last = _end_of_keys(lines, number + 1, known) if lines[number].rstrip() == "---" else None
        if last and last < len(lines) and lines[last].rstrip() in ("---", "..."):
            return _below(number)
    return None


def _below(first: int) -> LostFrontMatter:
    message = say("this is front matter only on the first line of the file")
    return LostFrontMatter(first + 1, message, say("take out what stands above it, or put it below"))


def _fenced(lines: list[str], first: int, last: int) -> LostFrontMatter:
    """Say what is wrong with front matter that has a line of signs above it; `last` is the line behind its keys."""
    opening = lines[first].rstrip()
    if _NOTED.fullmatch(opening):
        message = say("nothing stands behind the hyphens of front matter")
        return LostFrontMatter(first + 1, message, say("write the note on the line below them"))
    if opening != "---" and opening.strip() == "---":
        message = say("front matter begins at the start of its line")
        return LostFrontMatter(first + 1, message, say("delete the blank before the three hyphens"))
    if opening != "---":
        return LostFrontMatter(
            first + 1, say("front matter begins with three hyphens"), say(_THREE.template, shown=opening.strip())
        )
    if first:
        return _below(first)
    for number in (first, last):
        if number < len(lines) and _ODD_BEHIND.fullmatch(lines[number]):
            message = say("a sign that looks like a blank and is none stands behind the hyphens")
            return LostFrontMatter(number + 1, message, say("delete what stands behind `---`"))
    closing = lines[last].rstrip() if last < len(lines) else ""
    if closing in ("---", "..."):
        message = say("the front matter is closed by the end of the file, without an end of the line")
        return LostFrontMatter(last + 1, message, say("press the Enter key behind it"))
    if _FENCE.fullmatch(closing):
        return LostFrontMatter(
            last + 1, say("front matter ends with three hyphens"), say(_THREE.template, shown=closing.strip())
        )
    return LostFrontMatter(
        1, say("this front matter is not closed"), say("write `---` on a line of its own below line {line}", line=last)
    )
