"""JB484: a chapter's folder without a page that opens it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.chapters import Chapter, nav_paths
from journeybook.model.types import slug
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB484",
        means=(
            "A folder of the chapters has no `index.md`. Its first page opens the chapter: the chapter is called after "
            "it, and it has no number as a section."
        ),
        remedy="Write an `index.md` with the title of the chapter into the folder.",
        example=Example(
            wrong="content/visits/first.md\ncontent/visits/second.md",
            right="content/visits/index.md\ncontent/visits/first.md\ncontent/visits/second.md",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report chapters of several pages, all of one folder, of which none opens it; and of one, by its navigation."""
    names = dict(_sections(book.settings.nav or []))
    for chapter in book.chapters.values():
        folder = chapter.opening.path.partition("/")[0]
        is_named = slug(names.get(chapter.opening.path, chapter.title)) not in (slug(chapter.title), "")
        if not _is_opened(chapter, folder, is_named=is_named) and not _is_of_a_blog(book, chapter.opening):
            message = say(
                "the chapter is called ‘{title}’, after this page: its folder has no `index.md`", title=chapter.title
            )
            yield chapter.opening.problem_at("JB484", message, _hint(book, folder), 0)


def _sections(nav: list[Any]) -> Iterator[tuple[str, str]]:
    """Give each page that begins a section of the navigation, with the section's title."""
    for item in nav:
        for title, inside in item.items() if isinstance(item, dict) else ():
            if isinstance(inside, list):
                yield from ((path, str(title)) for path in islice(nav_paths(inside), 1))
                yield from _sections(inside)


def _is_opened(chapter: Chapter, folder: str, *, is_named: bool) -> bool:
    in_folder = all(page.path.startswith(f"{folder}/") for page in chapter.pages)
    return chapter.opening.is_index or not (chapter.sections or is_named) or not in_folder


def _is_of_a_blog(book: Handbook, page: ContentPage) -> bool:
    return any(page.path.startswith(blog.posts) for blog in book.settings.blogs)


def _hint(book: Handbook, folder: str) -> Text:
    if f"{folder}.md" in book.pages:
        return say("move `{page}` to `{index}`", page=f"{folder}.md", index=f"{folder}/index.md")
    return say("write `{index}`, which begins with the title of the chapter", index=f"{folder}/index.md")
