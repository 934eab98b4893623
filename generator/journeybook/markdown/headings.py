"""The title of a page: its first level-1 heading."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.markdown.settings import DEFAULT, MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import unused

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_UNDERLINE = re.compile(r"=+[ ]*\s*")
_BREAK = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PERMALINK = re.compile(r'<a\b[^>]*\bclass="[^"]*\bheaderlink\b[^"]*"[^>]*>.*?</a>', re.DOTALL)
_PICTURE = re.compile(r'<img\b[^<>]*?\balt="([^"]*)"')
_TAG = re.compile(r"""</?[A-Za-z](?>(?:[^>"']++|"[^"]*+"|'[^']*+')*)>""")


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    line: int
    start: int
    end: int


def title(body: str, markdown: MarkdownSettings = DEFAULT) -> tuple[str, int] | None:
    """Find the text of the first level-1 heading, without markup, and its line (from 1); None where there is none.

    Headings are `# …` and lines underlined with `=`, where Python-Markdown makes an `<h1>` of them.
    """
    heading = next(_all(body, markdown), None)
    return (heading.text, heading.line) if heading else None


def titles(body: str, markdown: MarkdownSettings = DEFAULT, fewest: int = 2) -> list[tuple[str, int]]:
    """Find the text of each level-1 heading at the start of a line, and the place in `body` where its line starts.

    `body` is read only where that many lines may be such headings.
    """
    if len(_candidates(body)) < fewest:
        return []
    return [(heading.text, heading.start) for heading in _all(body, markdown)]


def _all(body: str, markdown: MarkdownSettings) -> Iterator[_Heading]:
    places = _candidates(body)
    if not places:
        return iter(())
    token = unused(body)
    pieces, done = [], 0
    for number, (_, at, _) in enumerate(places):
        pieces += [body[done:at], f"{token}{number}z"]
        done = at
    output = render(tame("".join(pieces) + body[done:]), markdown)
    return _read(body, output, places, re.compile(token + "([0-9]+)z"))


def _candidates(body: str) -> list[tuple[int, int, int]]:
    """Give for each line that may be a level-1 heading its number, and where its text begins and the heading ends."""
    lines = [match for match in _LINE.finditer(body, 1 if body.startswith("\ufeff") else 0) if match[0]]
    found = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if line[0].startswith("#") and not line[0].startswith("##"):
            found.append((number + 1, line.start() + 1, line.end()))
        elif after and line[0].strip() and _UNDERLINE.fullmatch(after[0]):
            blanks = len(line[0]) - len(line[0].lstrip())
            found.append((number + 1, line.start() + blanks, after.end()))
    return found


def _read(body: str, output: str, places: list[tuple[int, int, int]], token: re.Pattern[str]) -> Iterator[_Heading]:
    """Find each `<h1>` of the output that begins with a token, outside comments."""
    output = _COMMENT.sub("", output)
    for opening in re.finditer(r"<h1\b[^>]*>", output):
        content = output[opening.end() : output.find("</h1>", opening.end())]
        plain = html.unescape(_TAG.sub("", _PERMALINK.sub("", content)))
        if match := token.match(plain.strip()):
            number, at, end = places[int(match[1])]
            start = max(body.rfind("\n", 0, at), body.rfind("\r", 0, at)) + 1
            blank = _BREAK.match(body, end)
            text = " ".join(plain.strip()[match.end() :].split()) or _of_pictures(content)
            yield _Heading(text, number, start, blank.end() if blank else end)


def _of_pictures(content: str) -> str:
    """Give the words of a heading's pictures, which are its title where it has no others."""
    return " ".join(html.unescape(" ".join(_PICTURE.findall(content))).split())
