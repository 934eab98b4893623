"""JB381: a marker of a block that is for some alone, and is not right: what it hides would be seen by all."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.audience_blocks import Marker, Slip, find_blocks, meant_markers
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.signs.code import without_code
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB381",
        means=(
            "A comment begins or ends a block of a page that is for some alone, or nearly so: it is misspelt, names no "
            "role, shares its line with a text, or has no partner in the same list or quotation."
        ),
        remedy=(
            "Write `<!-- for: mentor -->` on a line of its own above the block and `<!-- end for -->` on one below it, "
            "with the same blanks before both. Begin a note of your own with another word."
        ),
        example=Example(
            wrong="# Welcome\n\n<!-- for mentor -->\n\nRead this before.\n\n<!-- end for -->\n",
            right="# Welcome\n\n<!-- for: mentor -->\n\nRead this before.\n\n<!-- end for -->\n",
            file="content/index.md",
        ),
    ),
)

_BEGIN = "<!-- for: mentor -->"
_END = "<!-- end for -->"


def check(book: Handbook) -> Iterator[Problem]:
    """Report each marker of the pages that is not right."""
    for page in book.pages.values():
        for slip, marker in page.blocks.slips:
            message, hint = _said(slip, _comment(page, marker))
            yield page.problem_at("JB381", message, hint, marker.start)
        if book.editions:
            yield from _meant(page, {*book.settings.roles, *(edition.name for edition in book.editions)})


def _meant(page: ContentPage, names: set[str]) -> Iterator[Problem]:
    """Report lines that name a role and are no marker, where a handbook has editions: everyone would see the block."""
    for at, said in meant_markers(without_code(page.document.text), names, page.body_at):
        yield page.problem_at("JB381", *_said(Slip.NEARLY, said), at)


def survived(file: str, text: str, markdown: MarkdownSettings) -> Iterator[Problem]:
    """Report markers in the text that a builder is given of a page: no file of the handbook has them there."""
    found = find_blocks(text, markdown)
    for marker in sorted({*found.markers, *(one for _, one in found.slips)}, key=lambda one: one.start):
        comment = " ".join(text[marker.start : marker.end].split())
        message = say(
            "‘{comment}’ is not one of a pair here, so that a block for some would be seen by all", comment=comment
        )
        hint = say("mend it where it comes from: a snippet, a hook or a plugin brings it into this page")
        yield Problem(file, 0, 1, "JB381", message, hint, source_line=comment)


def _comment(page: ContentPage, marker: Marker) -> str:
    return " ".join(page.document.text[marker.start : marker.end].split())


def _said(slip: Slip, comment: str) -> tuple[Text, Text]:
    match slip:
        case Slip.NEARLY:
            message = say("‘{comment}’ nearly begins or ends a block that is for some alone", comment=comment)
            hint = say(
                "write `{begin}` with the roles, or `{end}`; begin a note of your own with another word",
                begin=_BEGIN,
                end=_END,
            )
        case Slip.IN_LINE:
            message = say(
                "‘{comment}’ shares its line with a text, so that nobody knows what is for whom", comment=comment
            )
            hint = say("put it on a line of its own, above or below the block")
        case Slip.NOBODY:
            message = say("this block is for nobody")
            hint = say("write the roles it is for, such as `{begin}`", begin=_BEGIN)
        case Slip.OPEN:
            message = say("nothing ends this block, so that nobody knows what is for whom")
            hint = say("write `{end}` on a line of its own below the block, with the same blanks before it", end=_END)
        case Slip.ENDS_NOTHING:
            message = say("this ends a block that does not begin")
            hint = say("write `{begin}` with the roles above the block, or take this line out", begin=_BEGIN)
        case Slip.APART:
            message = say("this block ends in another list or quotation than it begins in")
            hint = say("write both lines with the same blanks, and the same signs of a quotation, before them")
    return message, hint
