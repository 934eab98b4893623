"""JB475 and JB476: files among the chapters that are meant as pages and are none, and those that nobody means."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook, Settings
from journeybook.handbook.audiences import audiences_of
from journeybook.handbook.chapters import HOMES, INDEXES, WAYS_IN, generated_folders, is_way_in, nav_paths
from journeybook.handbook.entries import Shelf
from journeybook.handbook.nearly_pages import (
    OF_MKDOCS,
    OF_TEMPLATES,
    OTHER_THAN_TEMPLATES,
    copied,
    home_name,
    is_left_behind,
    page_name,
    translated,
)
from journeybook.handbook.ways_in import EVERYBODY
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.store.links import walk

CODES = (
    Code(
        "JB475",
        means=(
            "A file among the chapters is meant as a page, and is none, or not the one that is meant: its name ends "
            "in `.md.txt`, `.markdown` or `.MD`; it is called `Index.md` or `home.md`, so that it opens nothing; "
            "nothing is in it; it is called as the page beside it, with a language (`talk.de.md`); its name is nearly "
            "the id of what it is to introduce, or, below `for/` in a handbook with editions, a role, so that all see "
            "it; or it is, with `use_directory_urls: false`, no `index.md` of its folder; it lies in a folder "
            "`templates`, which MkDocs leaves out; or it is a "
            "`404.md`, which hosts do not show."
        ),
        remedy="Give it the name that is offered: pages end in `.md`, and what opens a folder is `index.md`.",
        example=Example(
            wrong="content/listening.md.txt",
            right="content/listening.md",
        ),
    ),
    Code(
        "JB476",
        means=(
            "A file among the chapters is published, and is a copy by its name, or what a program has left behind: "
            "`listening copy.md`, `listening.md~`, `Thumbs.db`. Old versions of a text are found there."
        ),
        remedy="Delete it, or name it under `exclude_docs:` in mkdocs.yml.",
        example=Example(
            wrong="content/listening.md.bak",
            right="There is no such file.",
        ),
    ),
)

_WRITTEN = 4
"""Of so many pages of a handbook that have a text, one that has none was forgotten; before that, it is begun."""
_HEADING = re.compile(r"#[ \t]+[^\n]+")
_NOT_THERE = ("404.md", "404/index.md", "404/README.md")
"""Pages that are meant for addresses of which there is none."""
_OWN_404 = '{% extends "journeybook/404.html" %}{% block content %}{{ super() }}<p>…</p>{% endblock %}'
_WORDS_OF_NAMES = re.compile(r"[-_ .]+")
_OF_LISTS = ("workshops", "planner", "cards", "questions")
"""Names below `toolkit/` of what is made there."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such files of `content/` that the site would have."""
    settings = book.settings
    named = {*nav_paths(settings.nav or [])}
    yield from _templates(settings)
    for folder, paths in groupby(_files(settings), key=posixpath.dirname):
        names = {PurePosixPath(path).name: path for path in paths}
        for name, path in names.items():
            told = _told(
                name,
                names,
                is_home=not folder,
                is_named=path in named,
                has_editions=bool(book.editions),
                has_others=settings.extended,
            )
            if told and not settings.is_left_out(path):
                code, message, hint = told
                yield Problem(settings.file(settings.content / path), 0, 0, code, message, hint)
    yield from _nearly_introductions(book, named)
    yield from _nearly_of_roles(book, named)
    yield from _beside_what_is_made(book, named)
    yield from _for_lost_readers(book, named)
    yield from _empty(book)


def _templates(settings: Settings) -> Iterator[Problem]:
    """Report a folder of pages that MkDocs takes for templates of its own, at the first of them."""
    pages = (path for path in _files(settings) if path.endswith(".md") and settings.is_templates(path))
    if settings.content / "templates" not in settings.others and (path := next(pages, None)):
        yield Problem(settings.file(settings.content / path), 0, 0, "JB475", OF_TEMPLATES, OTHER_THAN_TEMPLATES)


def _files(settings: Settings) -> list[str]:
    """Give the files of `content/` by their paths there, folder by folder."""
    root = settings.content
    inside = (Path(found.path) for found in walk(root, settings.bounds) if not (found.is_folder or found.lost))
    paths = (path.relative_to(root).as_posix() for path in inside if path != root)
    return sorted(paths, key=lambda path: (posixpath.dirname(path), path))


def _told(
    name: str, beside: dict[str, str], *, is_home: bool, is_named: bool, has_editions: bool, has_others: bool
) -> tuple[str, Text, Text] | None:
    if is_left_behind(name):
        message = say("a program has left this file, and everybody can open it on the site")
        return "JB476", message, say("delete it, or name it under `exclude_docs:` in mkdocs.yml")
    if is_named and not (is_home and home_name(name, beside)):
        return None
    if right := page_name(name, beside):
        message = say("only `index.md` opens a folder, in small letters")
        if right != "index.md":
            message = say("this file’s name does not end in .md alone, so it is no page of the handbook")
            if name.endswith(OF_MKDOCS):
                message = say(
                    "this file’s name does not end in .md: MkDocs shows it as a page, and nothing checks or numbers it"
                )
                if has_editions:
                    message = say("this file’s name does not end in .md, so no edition has it as a page")
        if right in beside:
            return "JB475", message, say("`{name}` stands beside it: delete one of the two", name=right)
        return "JB475", message, say("rename it to `{name}`", name=right)
    if is_home and (right := home_name(name, beside)):
        return "JB475", say("this is not the home page, which is `index.md`"), say("rename it to `{name}`", name=right)
    if name.endswith(".md") and (original := copied(name, beside)):
        message = say("this looks like a copy of ‘{name}’, and readers find both", name=original)
        return "JB476", message, say("delete it, or give it a name of its own")
    if (original := translated(name, beside)) and not has_others:
        message = say("this looks like ‘{name}’ in another language, and readers find both in one menu", name=original)
        return "JB475", message, say("make a handbook of its own for each language, or give the page a name of its own")
    return None


def is_followed(path: str, settings: Settings) -> bool:
    """Tell whether something of ours stands below a page: it is the home page, or opens a generated one."""
    parts = PurePosixPath(path).parts
    return path in HOMES or (parts[0].removesuffix(".md") in generated_folders(settings) and len(parts) <= 2)


def introduced(book: Handbook, path: str) -> Entry[Any] | None:
    """Give the journey, activity or workshop to whose page a page of this path would belong; None of all others."""
    folder, name = _place(path)
    shelf = _shelves(book).get(folder)
    return shelf.get(name) if shelf else None


def _place(path: str) -> tuple[str, str]:
    """Give the folder of a page among those of entries, and the id that it is called by."""
    page = PurePosixPath(path)
    named = page.parent if page.name in INDEXES else page.with_suffix("")
    return named.parent.as_posix(), named.name


def _shelves(book: Handbook) -> dict[str, Shelf[Any]]:
    return {"journeys": book.journeys, "toolkit": book.activities, "toolkit/workshops": book.workshops}


def _nearly_introductions(book: Handbook, listed: Collection[str]) -> Iterator[Problem]:
    """Report pages among those of entries whose name is nearly an id: they stand above nothing, and in no menu."""
    for page in book.pages.values():
        folder, name = _place(page.path)
        shelf = _shelves(book).get(folder)
        if shelf is None or shelf.get(name) or name in shelf.files or name in _OF_LISTS or page.path in listed:
            continue
        if meant := nearest(name, shelf.entries):
            message = say("this introduces nothing: there is no {kind} ‘{id}’", kind=shelf.kind, id=name)
            hint = say("rename it to `{name}`", name=f"{folder}/{meant}.md")
            yield page.problem_at("JB475", message, hint, 0)


def _nearly_of_roles(book: Handbook, listed: Collection[str]) -> Iterator[Problem]:
    """Report pages below `for/` of which no edition knows for whom they are: their name is nearly that of a role.

    Of a folder it is the first page. One that says for whom it is, or that the navigation names, is meant as it is.
    """
    if not book.editions:
        return
    roles = [role for role in book.settings.roles if role != EVERYBODY]
    seen = set[str]()
    for page in book.pages.values():
        folder, _, rest = page.path.partition("/")
        name = rest.partition("/")[0].removesuffix(".md")
        if folder.casefold() != WAYS_IN or name in seen or page.path in listed or any(audiences_of(book, page)):
            continue
        meant = _role_meant(name, roles)
        if meant is None or (folder == WAYS_IN and meant == name):
            continue
        seen.add(name)
        right = f"{WAYS_IN}/{meant}.md" if book.settings.directories else f"{WAYS_IN}/{meant}/index.md"
        message = say("everyone sees this page: only `{name}` is for ‘{role}’ by its name", name=right, role=meant)
        hint = say(
            "rename it to `{name}`, or write `audience: {role}` at its top; if it is for all, let it lie in a folder "
            "of another name",
            name=right,
            role=meant,
        )
        if right in book.pages:
            hint = say(
                "write `audience: {role}` at its top; if it is for all, let it lie in a folder of another name",
                role=meant,
            )
        yield page.problem_at("JB475", message, hint, 0)


def _role_meant(name: str, roles: Collection[str]) -> str | None:
    """Give the role that is meant by the name of a page; None where it is no role's, or that of several."""
    words = {*_WORDS_OF_NAMES.split(name.casefold())}
    if sum(role.casefold() in words or f"{role.casefold()}s" in words for role in roles) > 1:
        return None
    return name if name in roles else nearest(name, roles)


def _beside_what_is_made(book: Handbook, listed: Collection[str]) -> Iterator[Problem]:
    """Report introductions that stand beside the page which they mean: a site without folders has both."""
    if book.settings.directories:
        return
    roles = {way.role for way in book.ways_in}
    for page in book.pages.values():
        folder, name = _place(page.path)
        is_role = is_way_in(page.path, book.settings) and name in roles
        if page.is_index or page.path in listed or not page.is_introduction:
            continue
        if is_role or introduced(book, page.path):
            message = say("this introduces nothing: with `use_directory_urls: false` it is a page of its own")
            yield page.problem_at("JB475", message, say("rename it to `{name}`", name=f"{folder}/{name}/index.md"), 0)


def _for_lost_readers(book: Handbook, listed: Collection[str]) -> Iterator[Problem]:
    """Report a page that hosts are to show where there is none, and never do: their file is `404.html`.

    Without folders for pages it is that file; a hook or a plugin may make it so.
    """
    settings = book.settings
    pages = (book.pages.get(path) for path in _NOT_THERE if path not in listed)
    for page in pages if settings.directories and not settings.extended else ():
        if page is None or settings.is_left_out(page.path):
            continue
        own = settings.overrides and settings.overrides / "404.html"
        file = "overrides/404.html" if settings.overrides is None else settings.file(settings.overrides / "404.html")
        message = say("no host shows this page where there is none: it shows journeybook’s `404.html`")
        hint = say("write `{file}`, with its text in place of the dots: `{form}`", file=file, form=_OWN_404)
        if settings.overrides is None:
            hint = say(
                "write `{file}`, with its text in place of the dots: `{form}`; and below `theme:` in mkdocs.yml the "
                "line `custom_dir: overrides`",
                file=file,
                form=_OWN_404,
            )
        if own and own.is_file():
            message = say("no host shows this page where there is none: it shows `{file}`", file=file)
            hint = say("write its text there, and delete this page")
        yield page.problem_at("JB475", message, hint, 0)


def _empty(book: Handbook) -> Iterator[Problem]:
    """Report pages without a word; below what opens a generated page, and the home page, something stands.

    So are those with a title and nothing else where other pages are written, but for what opens a folder: the menu may
    well need such a page.
    """
    bare = [page for page in book.pages.values() if _is_bare(page)]
    are_others_written = len(book.pages) - len(bare) >= _WRITTEN
    for page in bare:
        is_nothing = not page.document.text.strip()
        is_stub = are_others_written and not (page.is_index or _may_be_filled(book, page))
        if not is_followed(page.path, book.settings) and (is_nothing or is_stub):
            message = say("this page is empty: readers see its title alone")
            yield page.problem_at("JB475", message, say("write something, or delete the file"), 0)


def _is_bare(page: ContentPage) -> bool:
    body = page.document.text[page.body_at :].strip()
    return not body or bool(_HEADING.fullmatch(body))


def _may_be_filled(book: Handbook, page: ContentPage) -> bool:
    """Tell whether a plugin, a template or front matter may put something onto a page that has a title alone."""
    settings = book.settings
    is_ours = bool(page.front.questions) or not page.is_introduction
    return is_ours or settings.extended or bool(settings.tag_keys) or "template" in page.document.data
