"""The authoring guide, taken apart: its fences, tables and code spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reference import ROOT

FOLDER = ROOT / "content" / "authoring"
PAGES = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.md"))}
"""The text of each page by its file's name."""
ORDER = ("index.md", "journeys.md", "views.md", "activities.md", "workshops.md", "chapters.md")
ORDER += ("glossary.md", "yaml.md", "editions.md", "problems.md", "publishing.md", "limits.md")
"""The pages as readers go through them."""
README = (ROOT / "README.md").read_text("utf-8")
_FENCE = re.compile(r"^(?:`(?P<file>[^`\n]+)`:?\n\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$", re.M | re.S)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass(frozen=True)
class Fence:
    """A block of code: its page, its line there, its language, and the file that the line above says it is."""

    page: str
    line: int
    language: str
    text: str
    file: str | None

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def fences(pages: Mapping[str, str] = PAGES, language: str | None = None) -> list[Fence]:
    """The fences of pages, in order; those of one language where it is given."""
    found = [
        Fence(page, text.count("\n", 0, match.start()) + 1, match["language"], match["text"], match["file"])
        for page, text in pages.items()
        for match in _FENCE.finditer(text)
    ]
    return [fence for fence in found if language in (None, fence.language)]


def prose(text: str) -> str:
    """A page without its fences."""
    return _FENCE.sub("", text)


def codes(text: str) -> list[str]:
    """The code spans of a text."""
    return _CODE.findall(prose(text))


def section(page: str, heading: str) -> str:
    """What stands below a heading of a page, up to the next one of its level or above."""
    text = PAGES[page]
    match = re.search(rf"^(#+) {re.escape(heading)}$", text, re.M)
    assert match, f"{page} has no heading ‘{heading}’"
    rest = text[match.end() :]
    following = re.search(rf"^#{{1,{len(match[1])}}} ", rest, re.M)
    return rest[: following.start()] if following else rest


def rows(text: str) -> Iterator[list[str]]:
    """The rows of every table of a text, without heads and rules."""
    head = True
    for line in prose(text).split("\n"):
        if not line.startswith("|"):
            head = True
        elif head or set(line) <= set("|-"):
            head = False
        else:
            yield [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def files(*pages: str) -> dict[str, str]:
    """The files that the pages tell authors to write, later ones in place of earlier ones of that name."""
    return {fence.file: fence.text for page in pages for fence in fences({page: PAGES[page]}) if fence.file}


def write(folder: Path, handbook: Mapping[str, str]) -> Path:
    """Write a handbook's files exactly as the guide has them, and give the folder."""
    for name, text in handbook.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
