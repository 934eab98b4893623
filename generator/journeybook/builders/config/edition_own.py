"""Files of the chapters' folder that no edition has as they are: sources, and those with something for others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.edition_sources import copies_of_sources
from journeybook.handbook import Handbook
from journeybook.handbook.editions import hidden_places
from journeybook.handbook.text_files import text_of
from journeybook.markdown.meant_markers import nearly_in_comments
from journeybook.model.editions import Edition
from journeybook.model.meant_audience import key_in_header, keys_at_top

_NOBODY = "nobody"
_BLOCK = re.compile(r"<!--\s*for:([\w\s,-]*?)--")


def withheld(book: Handbook, edition: Edition, sources: Mapping[str, Path]) -> set[str]:
    """Give the files that do not go with an edition whatever leads to them, by their paths among the chapters.

    The journeys, activities and workshops themselves are among them, and copies of them. `book` is the edition's.
    """
    return copies_of_sources(book, sources) | marked_for_others(book, edition, sources)


def marked_for_others(book: Handbook, edition: Edition, sources: Mapping[str, Path]) -> set[str]:
    """Give the files that say that they, or a block of them, are for others, by their paths."""
    known = book.settings.roles, [one.name for one in book.editions]
    return {path for path, source in sources.items() if is_for_others(source, edition, *known)}


def refuse_resources(book: Handbook, files: Mapping[str, Path]) -> None:
    """Raise an EditionError where a file beside the YAML, by its path in the site, is for others than its item."""
    if book.whole and book.edition:
        is_hidden, content = hidden_places(book.whole, book.edition), book.settings.content.resolve()
        places = {path: file.resolve() for path, file in files.items()}
        inside = {
            path: real.relative_to(content).as_posix() for path, real in places.items() if real.is_relative_to(content)
        }
        hidden = {path for path, place in inside.items() if is_hidden(place)}
        for path in sorted(withheld(book, book.edition, files) | hidden):
            raise EditionError(
                f"{_named(files[path], book)}: this file is for others, or a source of the handbook, and the edition "
                f"‘{book.edition.name}’ would have it as ‘{path}’. Give the item that names it an `audience`"
            )


def refuse_other_pages(sources: Mapping[str, Path], edition: Edition) -> None:
    """Raise an EditionError where a page says for whom it is whose ending is one that only MkDocs reads.

    Nobody would know of a folder that it opens for whom that is.
    """
    for path, file in sorted(sources.items()):
        if path.endswith((".markdown", ".mdown", ".mkdn", ".mkd")):
            roles = roles_at_top(file.read_text("utf-8-sig", "replace"))
            if not edition.shows(roles):
                raise EditionError(
                    f"{file}: an `audience` is read on pages whose names end in `.md`. Call this one "
                    f"‘{PurePosixPath(path).with_suffix('.md').name}’, so that its folder and its links know of it too"
                )


def refuse_unread_openings(sources: Mapping[str, Path], book: Handbook, edition: Edition) -> None:
    """Raise an EditionError where a page opens a folder, says for whom that is, and is no page of the handbook.

    `exclude_docs` and `draft_docs` take such a page away, and with it what was to hold for the whole folder.
    """
    known = book.settings.roles, [one.name for one in book.editions]
    pages = (book.whole or book).pages
    for path, file in sorted(sources.items()):
        place = PurePosixPath(path)
        folder = place.parent if place.stem.casefold() in ("index", "readme") else place.with_suffix("")
        opens = folder.name and any(one != path and PurePosixPath(one).is_relative_to(folder) for one in sources)
        if place.suffix != ".md" or path in pages or not opens:
            continue
        if not edition.shows(roles_at_top(file.read_text("utf-8-sig", "replace"), *known)):
            raise EditionError(
                f"{_named(file, book)}: this page says for whom its folder is, and mkdocs.yml leaves the page out, so "
                f"that the rest of the folder would be for all. Write `{folder}/` in `exclude_docs` or `draft_docs` in "
                "place of the page, or take the page out of there"
            )


def _named(file: Path, book: Handbook) -> str:
    return file.relative_to(book.settings.root).as_posix() if file.is_relative_to(book.settings.root) else str(file)


def is_for_others(file: Path, edition: Edition, roles: tuple[str, ...], editions: Collection[str]) -> bool:
    """Tell whether a file says that it, or a block of it, is for others, in whatever part of it and encoding.

    What nearly says so is for others, too: `journeybook check` tells of it, and nobody would see what was meant.
    """
    content = file.read_bytes()
    text = text_of(content)
    if text is None:
        if b"for:" not in content:
            return False
        text = content.decode("utf-8", "replace")
    blocks = ([role for role in re.split(r"[\s,]+", told) if role] for told in _BLOCK.findall(text))
    told_at_top = {_NOBODY} if key_in_header(text, {*roles, *editions}) else roles_at_top(text, roles, editions)
    return any(not edition.shows(told) for told in (*blocks, told_at_top)) or (
        b"<!--" in content.replace(b"\0", b"") and nearly_in_comments(text, {*roles, *editions}) is not None
    )


def roles_at_top(text: str, roles: tuple[str, ...] = (), editions: Collection[str] = ()) -> Collection[str]:
    """Give the roles that a text says at its top it is for; none where it is for everyone.

    They are a role that nobody has where it says so in a way that nothing reads.
    """
    found, wrong = keys_at_top(text, roles, editions)
    return {_NOBODY} if wrong else found
