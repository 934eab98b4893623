"""JB454: what was meant to be a link, or to be shown in place, and is text to readers, or nothing at all."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.output import without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB454",
        means=(
            "What was meant to be a link, or to be shown in place, is none: readers see the letters that were typed, "
            "as where a blank too many stands before `(activity:talk)`, or nothing, as where a link has no text."
        ),
        remedy="Write it as the answer shows. If it is text indeed, put it in backticks.",
        example=Example(
            wrong="# Welcome\n\nBegin with [] (activity:talk).\n",
            right="# Welcome\n\nBegin with [](activity:talk).\n",
            file="content/index.md",
            beside={"toolkit/talk.yaml": "title: A first talk\n"},
        ),
    ),
)

_MEANT = re.compile(
    r"\b(activity|journey|workshop|chapter|handout|toolkit|questions):([^\s()\[\]<>\"'#?`|]+?)(?=[.,;:!?]?(?:[\s()\[\]<>\"'#?`|]|$))"
)
_INDENTED = re.compile(
    r"(?:^|\n)[ \t]*\n(?: {4}|\t)[ \t]*"
    r"(!\[[^\]\n]*\]\((journey|handout|toolkit|questions):([^\s()?#]+)[^)\n]*\))[ \t]*(?=\n[ \t]*\n|\n?$)"
)
"""What is shown in place, below an empty line and behind four blanks: but in lists and boxes, that makes it code."""
_FENCE = re.compile(r"\n[ \t]*(?:```|~~~)")
_TAG = re.compile(r"<(?!(?:activity|journey|workshop|chapter|handout):)/?[a-zA-Z][^<>]*>")


def check(book: Handbook) -> Iterator[Problem]:
    """Report, on pages, what has the form of an address of ours, names what is there, and is text to readers."""
    known: dict[str, Collection[str]] = {
        "activity": book.activities.entries.keys(),
        "journey": book.journeys.entries.keys(),
        "workshop": book.workshops.entries.keys(),
        "chapter": book.chapters.keys(),
        "toolkit": book.chapters.keys(),
        "handout": book.activities.entries.keys(),
        "questions": {"chapter", "activity", "journey"},
    }
    for page in book.pages.values():
        yield from _on(page, known, book.settings.markdown)


def _on(page: ContentPage, known: dict[str, Collection[str]], markdown: MarkdownSettings) -> Iterator[Problem]:
    text, begin = page.document.text, page.body_at
    spans = [(reference.start, reference.end) for reference in page.references]

    def is_left(kind: str, target: str, at: int) -> bool:
        is_made = any(start <= at < end for start, end in spans)
        return not is_made and target.partition("/")[0] in known[kind]

    found = [match for match in _MEANT.finditer(text, begin) if is_left(match[1], match[2], match.start())]
    if not found:
        return
    for embed in _INDENTED.finditer(text, begin):
        if is_left(embed[2], embed[3], embed.start(1)) and not len(_FENCE.findall(text, begin, embed.start(1))) % 2:
            yield _as_code(page, embed)
    seen = _seen(text[begin:], markdown)
    for match in {match[0]: match for match in reversed(found) if match[0] in seen}.values():
        yield _problem(page, match)


def _as_code(page: ContentPage, embed: re.Match[str]) -> Problem:
    message = say("‘{text}’ is shown as code, for four blanks stand before it", text=embed[1])
    return page.problem_at("JB454", message, say("begin it at the start of its line"), embed.start(1))


def _problem(page: ContentPage, match: re.Match[str]) -> Problem:
    message = say("‘{address}’ is no link here: readers see what is typed, or nothing", address=match[0])
    form = f"![]({match[0]})" if match[1] in ("toolkit", "questions") else f"[]({match[0]})"
    hint = say("write `{form}`, without blanks between the brackets; text goes in backticks", form=form)
    return page.problem_at("JB454", message, hint, match.start())


def _seen(body: str, markdown: MarkdownSettings) -> str:
    """Give the text of a page as readers see it, without code; what Markdown takes for a tag of its own stays."""
    return html.unescape(_TAG.sub("", without_code(render(tame(body), markdown))))
