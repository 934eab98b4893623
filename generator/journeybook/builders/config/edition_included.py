"""Files beside the chapters' folder that pages take in, as `{% include-markdown "../README.md" %}` of a plugin does.

An edition's folder lies elsewhere, so that what pages name by a way out of it has to lie around that folder, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.edition_snippets import Guard
from journeybook.handbook import Handbook
from journeybook.handbook.included import included_by
from journeybook.markdown.audience_blocks import find_blocks, without_blocks
from journeybook.markdown.settings import DEFAULT


def chapters_in(top: Path, book: Handbook) -> Path:
    """Give the place of an edition's chapters in a folder of its own, as they lie in the handbook's."""
    root, content = book.settings.root, book.settings.content
    return top / (content.relative_to(root) if content.is_relative_to(root) and content != root else "content")


def top_of(chapters: Path, book: Handbook) -> Path:
    """Give the folder that `chapters_in` was given for the place of an edition's chapters."""
    below = chapters_in(Path(), book)
    return chapters.parents[len(below.parts) - 1]


def fill_around(top: Path, book: Handbook, guard: Guard) -> None:
    """Let what pages take in from beside their folder lie around it, without what is for others.

    An EditionError where one of them is for others itself, or nobody can say for whom it is.
    """
    chapters = chapters_in(top, book)
    texts = {path: text for path, text in _taken_in(book, guard) if not (top / path).is_relative_to(chapters)}
    for old in [*top.rglob("*")]:
        is_kept = old.is_relative_to(chapters) or old.relative_to(top).as_posix() in texts
        if not (is_kept or old.is_dir()):
            old.unlink()
    for path, text in texts.items():
        target = top / path
        if not target.is_file() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")


def _taken_in(book: Handbook, guard: Guard) -> Iterator[tuple[str, str]]:
    """Give the files that pages of an edition take in, and those that these take in, by their paths from the root."""
    root, content = book.settings.root, book.settings.file(book.settings.content)
    waiting = [(f"{content}/{path}", page.document.text) for path, page in book.pages.items()]
    seen = {path for path, _ in waiting}
    while waiting:
        path, text = waiting.pop()
        for name, file in included_by(text, path, book.settings):
            place = file.relative_to(root).as_posix()
            if place not in seen:
                seen.add(place)
                waiting.append((place, text_for(file, f"{path}: ‘{name}’", guard)))
                yield waiting[-1]


def text_for(file: Path, said: str, guard: Guard) -> str:
    """Give what an edition has of a file; an EditionError where it is for others, or nobody can say for whom."""
    real = file.resolve()
    if guard.leaves_out(real) or guard.unread_key(real):
        raise EditionError(
            f"{said} is for others, and the edition ‘{guard.edition.name}’ leaves it out. Put the line "
            "that takes it in between `<!-- for: … -->` and `<!-- end for -->`, with the roles that see it"
        )
    text = real.read_text("utf-8-sig", "replace")
    if wrong := guard.wrong_marker(file.name, text):
        raise EditionError(
            f"{said} has a marker that is not one of a pair: ‘{wrong}’. Write `<!-- for: mentor -->` with "
            "the roles above the block and `<!-- end for -->` below it"
        )
    return without_blocks(text, find_blocks(text, DEFAULT), guard.edition.shows)
