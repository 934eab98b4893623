"""JB331: marks that git leaves where two people have changed one place, which pages would show."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.output import without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.problems import Code, Example, Problem
from journeybook.source.read import BOTH_SIDES, MERGE_MARK

CODES = (
    Code(
        "JB331",
        means=(
            "A page has lines that begin with `<<<<<<<` or `>>>>>>>`: git has put them around what two people have "
            "changed in one place, and nobody has decided yet."
        ),
        remedy="Keep what is right of the two, and delete the marks and the line `=======` between them.",
        example=Example(
            wrong="# Welcome\n\n<<<<<<< HEAD\nCome in.\n=======\nCome in, all.\n>>>>>>> theirs\n",
            right="# Welcome\n\nCome in, all.\n",
            file="content/index.md",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such mark of each page that is no code; in YAML, JB104 tells them."""
    for page in book.read_pages:
        at = _first(page, book.settings.markdown)
        if at is not None:
            yield page.problem_at("JB331", *BOTH_SIDES, at)


def _first(page: ContentPage, markdown: MarkdownSettings) -> int | None:
    """Find the first mark that is not in code or a comment."""
    body = page.document.text[page.body_at :]
    found = list(MERGE_MARK.finditer(body))
    if not found:
        return None
    prefix = unused(body)
    ends = (one.end() - one[0].endswith("\r") for one in found)
    seen = without_code(render(tame(marked(body, ends, prefix)), markdown))
    return next((page.body_at + one.start() for n, one in enumerate(found) if f"{prefix}{n}z" in seen), None)
