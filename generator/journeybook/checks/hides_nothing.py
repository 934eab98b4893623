"""JB425: what is to keep a text from some readers, and keeps it from nobody, since nothing reads it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from journeybook.handbook import ContentPage, Handbook, Settings
from journeybook.handbook.chapters import is_way_in, nav_paths
from journeybook.handbook.own_styles import styles_class
from journeybook.handbook.ways_in import EVERYBODY
from journeybook.markdown.hides_nothing import classes_of_some, hidden_from_the_eye, meant_comments
from journeybook.markdown.role_words import audience_in
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB425",
        means=(
            "In a handbook with editions, a tag such as `<div hidden>` or `<template>` hides a text from the eye "
            "alone: it is in the source of every edition’s page. Or a class names a role or an edition, as `{ "
            ".mentor }` does, and no style is for it; or comments that name people, such as `<!-- staff -->` and "
            "`<!-- /staff -->`, stand around a text. In a handbook without editions, a page has an `audience`, which "
            "only says whose list below `for/` has it, or a block is for some: everyone sees them."
        ),
        remedy=(
            "Write `<!-- for: mentor -->` above the block and `<!-- end for -->` below it; without editions, write "
            "them into mkdocs.yml as the answer shows, or take the `audience` out. Where the lists are what you want, "
            "introduce one, as in `content/for/mentor.md`, or name `for/index.md` in `nav:`."
        ),
        example=Example(
            wrong="# Welcome\n\n<div hidden markdown>\n\nRead this before.\n\n</div>\n",
            right="# Welcome\n\n<!-- for: mentor -->\n\nRead this before.\n\n<!-- end for -->\n",
            file="content/index.md",
            beside={
                "mkdocs.yml": (
                    "site_name: Mentoring\ndocs_dir: content\ntheme: material\nmarkdown_extensions: [md_in_html]\n"
                    "plugins:\n  - search\n  - journeybook:\n      editions:\n"
                    "        mentor: {title: For mentors, audience: [mentor]}\n"
                )
            },
        ),
    ),
)

_END = "<!-- end for -->"
_EDITIONS = "editions: {mentee: {title: For mentees, audience: [mentee, public]}, team: {title: For the team}}"
_STYLE = re.compile(r"<style\b.*?</style", re.S | re.I)


def check(book: Handbook) -> Iterator[Problem]:
    """Report what hides nothing on each page; without editions, the first page that has something for some."""
    if not book.editions:
        if book.settings.editions is None:  # of those that are wrong, others tell
            yield from _without_editions(book)
        return
    names = {*book.settings.roles, *(edition.name for edition in book.editions)}
    for page in book.pages.values():
        yield from _on(page, book, names)


def _without_editions(book: Handbook) -> Iterator[Problem]:
    lists = _has_lists_by_role(book)
    for page in book.pages.values():
        roles = () if EVERYBODY in page.front.audience else page.front.audience
        if roles and not lists:
            message = say(
                "everyone sees this page, which `for/{role}/` lists: the handbook has no editions", role=roles[0]
            )
            hint = say(
                "to keep it from others, write below `journeybook:` in mkdocs.yml, such as `{editions}`; if the list "
                "is what you want, introduce it in `{file}`; or take it out",
                editions=_EDITIONS,
                file=_introduction(book.settings, roles[0]),
            )
            yield page.document.problem("JB425", message, hint, path=("audience",), at_key=True)
            return
        if page.blocks.blocks:
            message = say("this keeps nothing from anybody: the handbook has no editions")
            hint = say(
                "write them below `journeybook:` in mkdocs.yml, such as `{editions}`; or take it out",
                editions=_EDITIONS,
            )
            yield page.problem_at("JB425", message, hint, page.blocks.blocks[0].begin.start)
            return


def _introduction(settings: Settings, role: str) -> str:
    path = f"for/{role}.md" if settings.directories else f"for/{role}/index.md"
    return settings.file(settings.content / path)


def _has_lists_by_role(book: Handbook) -> bool:
    """Tell whether the author knows of the pages `for/…`, which list what has an audience: that is its use then."""
    named = (*book.pages, *nav_paths(book.settings.nav or []))
    return any(is_way_in(path, book.settings) for path in named)


def _on(page: ContentPage, book: Handbook, names: set[str]) -> Iterator[Problem]:
    text, begin, settings = page.document.text, page.body_at, book.settings
    if not any(sign in text for sign in "<{"):
        return
    for at, said in hidden_from_the_eye(text, names, settings.markdown, begin):
        message = say("‘{said}’ hides a text from the eye alone: it is in the source of the page, for all", said=said)
        hint = say(
            "for some alone, write `{begin}` above the text and `{end}` below it, in place of this",
            begin=_marker(said, book),
            end=_END,
        )
        yield page.problem_at("JB425", message, hint, at)
    styles = "\n".join(_STYLE.findall(text))
    is_styled = partial(styles_class, settings, styles)
    for at, said in classes_of_some(text, names, is_styled, settings.markdown, begin):
        message = say("‘{said}’ hides nothing, and no style is for it", said=said)
        hint = say(
            "for some alone, write `{begin}` above what it is for and `{end}` below it; or take it out",
            begin=_marker(said, book),
            end=_END,
        )
        yield page.problem_at("JB425", message, hint, at)
    for at, said in meant_comments(text, names, settings.markdown, begin):
        message = say("‘{comment}’ hides nothing: everyone sees the text below it", comment=said)
        hint = say(
            "write `{begin}` with the roles above what is for some, and `{end}` below it; or take it out",
            begin=_marker(said, book),
            end=_END,
        )
        yield page.problem_at("JB425", message, hint, at)


def _marker(said: str, book: Handbook) -> str:
    return f"<!-- for: {audience_in(said, book.settings.roles).strip('[]')} -->"
