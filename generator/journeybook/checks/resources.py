"""JB310 and JB454: a file to download that is not there, and one with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from journeybook.handbook import Handbook
from journeybook.markdown.meant import whole
from journeybook.problems import Code, Example, Problem, say
from journeybook.store.files import is_file
from journeybook.store.links import stays, target_of

CODES = (
    Code(
        "JB310",
        means=(
            "The `file` of a resource is not there, or is a link that leads out of the handbook; or its name is "
            "that of the page itself (`index.html`); or no site has such a file, for it is Markdown, of which a page "
            "is made, or begins with a dot."
        ),
        remedy="Put it there, mend the path, or rename the file.",
        example=Example(
            wrong="title: A first talk\nresources: {title: Slides, file: slide.pdf}\n",
            right="title: A first talk\nresources: {title: Slides, file: slides.pdf}\n",
            file="toolkit/talk.yaml",
            beside={"toolkit/slides.pdf": "slides"},
        ),
    ),
)

_MOST_SHOWN = 3
_OWN = ("index.md", "index.html", "readme.md")
_MADE_INTO_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""Endings of files of which builders make pages, as MkDocs's `utils.is_markdown_file` has them."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report every `file:` of a resource that is not beside the YAML file, is empty, or leads out of the handbook."""
    named = _named(book)
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            folder = (book.settings.root / entry.document.file).parent
            for place, resource in enumerate(entry.model.resources):
                if resource.file is None:
                    continue
                path = ("resources", place, "file")
                if resource.file.casefold() in _OWN:
                    message = say("‘{file}’ would take the place of this page", file=resource.file)
                    yield entry.problem("JB310", message, say("rename the file"), path=path)
                elif resource.file.casefold().endswith(_MADE_INTO_PAGES):
                    message = say(
                        "‘{file}’ is Markdown, which nobody can download: it becomes a page", file=resource.file
                    )
                    text = PurePosixPath(resource.file).with_suffix(".txt")
                    hint = say("rename it, such as to `{path}`, or save it as a PDF", path=text)
                    yield entry.problem("JB310", message, hint, path=path)
                elif any(part.startswith(".") and part.strip(".") for part in PurePosixPath(resource.file).parts):
                    message = say("‘{file}’ is hidden by its dot: no site has such a file", file=resource.file)
                    yield entry.problem("JB310", message, say("rename it, without the dot"), path=path)
                elif not stays(folder / resource.file, book.settings.bounds):
                    target = target_of(folder / resource.file, book.settings.root).shown
                    message = say("‘{file}’ leads out of the handbook, to {target}", file=resource.file, target=target)
                    yield entry.problem("JB310", message, say("put a copy beside this file"), path=path)
                elif not is_file(folder / resource.file):
                    message = say("there is no file ‘{file}’ beside this one", file=resource.file)
                    address = whole(resource.file)
                    hint = say("put it there, or mend its path")
                    if meant := _of_that_name(folder, resource.file):
                        hint = say("write `file: {path}`", path=meant)
                    elif left := _left_above(book, folder, resource.file):
                        here = book.settings.file(folder / resource.file)
                        hint = say("move `{file}` to `{path}`", file=book.settings.file(left), path=here)
                        if left in named:
                            hint = say("copy `{file}` to `{path}`", file=book.settings.file(left), path=here)
                    hint = say("write `url: {address}`", address=address) if address else hint
                    if inside := _files_in(folder / resource.file):
                        message = say("‘{file}’ is a folder, and one file is expected here", file=resource.file)
                        forms = ", ".join(f"`- {{title: …, file: {resource.file}/{one}}}`" for one in inside)
                        hint = say("write an item for each of its files, such as {forms}", forms=forms)
                    yield entry.problem("JB310", message, hint, path=path)
                elif _is_empty(folder / resource.file):
                    message = say("‘{path}’ is an empty file", path=resource.file)
                    yield entry.problem("JB454", message, say("put the file there again"), path=path)


def _files_in(path: Path) -> list[str]:
    """Give the names of some files of a folder; none where a path leads to none, or nothing is in it."""
    try:
        names = sorted(one.name for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
    except OSError:
        return []
    return names[:_MOST_SHOWN]


def _named(book: Handbook) -> set[Path]:
    """Give the files that resources name and that are where they name them."""
    shelves = (book.journeys, book.activities, book.workshops)
    paths = (
        (book.settings.root / entry.document.file).parent / one.file
        for shelf in shelves
        for entry in shelf
        for one in entry.model.resources
        if one.file
    )
    return {path for path in paths if is_file(path)}


def _left_above(book: Handbook, folder: Path, file: str) -> Path | None:
    """Find the file in a folder above, where it was left when the YAML file was moved into one below."""
    roots = (book.settings.journeys, book.settings.toolkit)
    root = next((one for one in roots if folder != one and folder.is_relative_to(one)), None)
    above = [one for one in folder.parents if root and one.is_relative_to(root)]
    found = (one / file for one in above)
    return next((path for path in found if is_file(path) and stays(path, book.settings.bounds)), None)


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:  # builders tell of what is closed to us
        return False


def _of_that_name(folder: Path, path: str) -> str | None:
    """Find the one file of that name, but for capitals, beside the YAML file or in a folder there, by its path."""
    name = PurePosixPath(path).name.casefold()
    beside = _entries(folder)
    near = [*beside, *(inner for entry in beside if entry.is_dir() for inner in _entries(entry))]
    found = [entry for entry in near if entry.name.casefold() == name and entry.is_file()]
    return found[0].relative_to(folder).as_posix() if len(found) == 1 else None


def _entries(folder: Path) -> list[Path]:
    try:
        return [entry for entry in folder.iterdir() if not entry.is_symlink()]
    except OSError:  # closed to us
        return []
