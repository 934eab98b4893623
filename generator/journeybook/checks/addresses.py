"""JB321 and JB451: pages of `content/` that MkDocs would write to one address, so that readers see one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from journeybook.handbook import ContentPage, Handbook, Settings
from journeybook.handbook.chapters import INDEXES, index_of
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB321",
        means="Two pages have one address, so that a reader would see only one of them: `a.md` and `a/index.md`.",
        remedy="Keep one of them, or give one another name.",
        example=Example(
            wrong="content/tips.md and content/tips/index.md",
            right="content/tips.md and content/tips/more.md",
        ),
    ),
    Code(
        "JB451",
        means="A `README.md` or an `index.html` stands beside an `index.md`, and MkDocs shows only that.",
        remedy="Put the words of both into `index.md`, or give the other another name.",
        example=Example(
            wrong="content/README.md beside content/index.md",
            right="content/index.md",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report every page whose address another one has, by its path the first."""
    by_index: dict[str, ContentPage] = {}
    for page in sorted(book.pages.values(), key=lambda page: (_is_readme(page.path), page.path)):
        other = by_index.setdefault(index_of(page.path, book.settings), page)
        if other is page:
            continue
        if _is_readme(page.path) and PurePosixPath(other.path).name == INDEXES[0]:
            message = say("this page is not shown: ‘{other}’ has its address", other=other.document.file)
            hint = say("put the words of both into ‘{other}’, or rename this file", other=other.document.file)
            yield page.document.problem_at("JB451", message, hint, line=0, column=1)
        else:
            message = say("this page and ‘{other}’ have the same address", other=other.document.file)
            hint = say("keep one of them, or give one another name")
            yield page.document.problem_at("JB321", message, hint, line=0, column=1)
    for page in book.pages.values():
        yield from _html(page, book.settings)


def _html(page: ContentPage, settings: Settings) -> Iterator[Problem]:
    """Report a file of HTML that has the address of a page; MkDocs leaves out one in the page's own folder."""
    html = PurePosixPath(index_of(page.path, settings)).with_suffix(".html")
    if not (settings.content / html).is_file() or settings.is_left_out(html.as_posix()):
        return
    file, other = settings.file(settings.content / html), page.document.file
    if html.parent == PurePosixPath(page.path).parent:
        message = say("this page is not shown: ‘{other}’ has its address", other=other)
        yield Problem(file, 0, 0, "JB451", message, say("put its words into ‘{other}’, or rename it", other=other))
    else:
        message = say("this page and ‘{other}’ have the same address", other=other)
        yield Problem(file, 0, 0, "JB321", message, say("keep one of them, or give one another name"))


def _is_readme(path: str) -> bool:
    return PurePosixPath(path).name == INDEXES[1]
