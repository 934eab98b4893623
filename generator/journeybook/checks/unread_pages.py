"""JB475 and JB476: files among the chapters that are meant as pages and are none, and those that nobody means."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath

from journeybook.handbook import Handbook, Settings
from journeybook.handbook.chapters import HOMES, generated_folders, nav_paths
from journeybook.handbook.nearly_pages import (
    OF_MKDOCS,
    OF_TEMPLATES,
    OTHER_THAN_TEMPLATES,
    copied,
    home_name,
    is_left_behind,
    page_name,
)
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.store.links import walk

CODES = (
    Code(
        "JB475",
        means=(
            "A file among the chapters is meant as a page, and is none, or not the one that is meant: its name ends "
            "in `.md.txt`, `.markdown` or `.MD`; it is called `Index.md` or `home.md`, so that it opens nothing; "
            "nothing is in it; or it lies in a folder `templates`, which MkDocs leaves out."
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


def check(book: Handbook) -> Iterator[Problem]:
    """Report such files of `content/` that the site would have."""
    settings = book.settings
    named = {*nav_paths(settings.nav or [])}
    yield from _templates(settings)
    for folder, paths in groupby(_files(settings), key=posixpath.dirname):
        names = {PurePosixPath(path).name: path for path in paths}
        for name, path in names.items():
            told = _told(name, names, is_home=not folder, is_named=path in named, has_editions=bool(book.editions))
            if told and not settings.is_left_out(path):
                code, message, hint = told
                yield Problem(settings.file(settings.content / path), 0, 0, code, message, hint)
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
    name: str, beside: dict[str, str], *, is_home: bool, is_named: bool, has_editions: bool
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
    return None


def is_followed(path: str, settings: Settings) -> bool:
    """Tell whether something of ours stands below a page: it is the home page, or opens a generated one."""
    parts = PurePosixPath(path).parts
    return path in HOMES or (parts[0].removesuffix(".md") in generated_folders(settings) and len(parts) <= 2)


def _empty(book: Handbook) -> Iterator[Problem]:
    """Report pages without a word; below what opens a generated page, and the home page, something stands."""
    for page in book.pages.values():
        if not is_followed(page.path, book.settings) and not page.document.text.strip():
            message = say("this page is empty: readers see its title alone")
            yield page.problem_at("JB475", message, say("write something, or delete the file"), 0)
