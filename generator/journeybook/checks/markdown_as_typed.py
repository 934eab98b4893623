"""JB444: what is meant as Markdown, and is shown as it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from journeybook.checks.lists_in_one_text import is_item_told
from journeybook.checks.lost_lines import flows
from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.snippet_pages import notes_of_both
from journeybook.markdown.audience_blocks import places_of_markers
from journeybook.markdown.fields import render
from journeybook.markdown.output import visible
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.settings import render as render_page
from journeybook.markdown.signs import signs
from journeybook.markdown.signs.code import diagrams, lost_fences
from journeybook.markdown.signs.sign import Sign
from journeybook.markdown.signs.words import OTHER_PLUGINS
from journeybook.markdown.spans import word_at
from journeybook.markdown.tame import tame
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB444",
        means=(
            "A page, or a field that is Markdown, has what its Markdown does not know or reads otherwise, so that "
            "readers see the signs: a box (`!!! note`) or HTML in a field, a footnote, a snippet, an emoji in words, "
            "bullets and letters that make no list, a list in a page with no empty line above it, a table without its "
            "rule, code that is not closed, a sentence that hyphens below it make a heading."
        ),
        remedy="Do what the answer says. What only a chapter can have stands in a chapter.",
        example=Example(
            wrong="title: A first talk\npurpose: |\n  You learn\n\n  • to ask\n  • to listen\n",
            right="title: A first talk\npurpose: |\n  You learn\n\n  - to ask\n  - to listen\n",
            file="toolkit/talk.yaml",
        ),
    ),
)


_MOST_KEPT = 20_000
"""Texts of which it is remembered what is told of them: about as many as a thousand activities have."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such signs in fields and on pages."""
    for entry in book.written:
        for path, text in markdown_fields(entry.model):
            yield from _in_field(entry.document, path, text, book.settings.roles, trusted=book.settings.trusted)
    settings = book.settings
    others = {OTHER_PLUGINS} if settings.extended else set[str]()
    extensions = frozenset({name for name in settings.markdown.extensions if isinstance(name, str)} | others)
    yield from _around_snippets(book)
    for page in book.read_pages:
        yield from _on_page(page, settings.markdown, extensions, has_editions=bool(book.editions))
        if not settings.extended and not _draws(settings.markdown):
            yield from _diagrams(page, has_fences="pymdownx.superfences" in extensions)


def _around_snippets(book: Handbook) -> Iterator[Problem]:
    """Report front matter of snippets, which is text there, and notes of which the page takes the name."""
    for snippet in book.snippets:
        page = snippet.taker
        if snippet.is_whole and snippet.text.body_at:
            message = say("readers see the front matter of ‘{file}’: a snippet has none", file=snippet.name)
            hint = _instead_of_front_matter(snippet.text)
            yield page.problem_at("JB444", message, hint, snippet.at)
        for name, at in notes_of_both(snippet):
            message = say(
                "‘{file}’ takes this in, and has a note ‘{name}’ of its own: readers see one of the two",
                file=page.document.file,
                name=f"[{name}]",
            )
            yield snippet.text.problem_at("JB444", message, say("give each note a name of its own"), at)


def _instead_of_front_matter(page: ContentPage) -> Text:
    number = len(page.document.text[: page.body_at].rstrip().splitlines())
    if not page.front.audience:
        return say("take the first {number} lines of that file out", number=number)
    begin = f"<!-- for: {', '.join(page.front.audience)} -->"
    return say(
        "write `{begin}` in place of the first {number} lines of that file, and `<!-- end for -->` at its end",
        begin=begin,
        number=number,
    )


def _in_field(document: Document, path: Path, text: str, roles: tuple[str, ...], *, trusted: bool) -> Iterator[Problem]:
    if flows(document, path, text):  # JB464 tells of its lines, which have to be kept first
        return
    found = _signs_of_field(text, trusted=trusted)
    told = places_of_markers(text, roles) if found else []  # by JB381
    for sign in found if found and not is_item_told(document, path) else ():
        if any(start <= sign.start < end for start, end in told):
            continue
        needle, skip = word_at(text, sign.start)
        yield document.problem_in("JB444", sign.message, sign.hint, path=path, needle=needle, skip=skip)


def _on_page(
    page: ContentPage, markdown: MarkdownSettings, extensions: frozenset[str], *, has_editions: bool
) -> Iterator[Problem]:
    told = [(marker.start, marker.end) for _, marker in page.blocks.slips]  # by JB381
    told += [(marker.start, marker.end) for pair in page.blocks.in_code for marker in pair]
    if page.blocks.in_code and has_editions:  # which tells what to close: at the end of the page it would be too late
        told += [(fence.at, fence.at + 1) for fence in lost_fences(page.document.text)]
    for sign in _signs_of_page(page.body, markdown, extensions):
        if any(start <= page.body_at + sign.start < end for start, end in told):
            continue
        yield page.problem_at("JB444", sign.message, sign.hint, page.body_at + sign.start)


def _draws(markdown: MarkdownSettings) -> bool:
    """Tell whether an option of an extension, or one that nobody knows, may draw mermaid diagrams."""
    return "mermaid" in repr(markdown.configs) or any(not isinstance(name, str) for name in markdown.extensions)


def _diagrams(page: ContentPage, *, has_fences: bool) -> Iterator[Problem]:
    for sign in diagrams(page.document.text[page.body_at :], has_fences=has_fences):
        yield page.problem_at("JB444", sign.message, sign.hint, page.body_at + sign.start)


@lru_cache(maxsize=_MOST_KEPT)  # `serve` checks all texts again after each edit of one
def _signs_of_field(text: str, *, trusted: bool) -> list[Sign]:
    return signs(text, lambda: visible(render(text, trusted=trusted)))


@lru_cache(maxsize=_MOST_KEPT)
def _signs_of_page(body: str, markdown: MarkdownSettings, extensions: frozenset[str]) -> list[Sign]:
    return signs(body, lambda: visible(render_page(tame(body), markdown)), extensions)
