"""Exported books: where they lie, what they were made of, and which of them a home page may offer.

A book lies in the folder `book` beside mkdocs.yml and is named after its edition, or `handbook` where there are none.
Beside it `export` notes what it was made of. A build makes none: it offers what is there and is of its edition.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import root_of, site_of
from journeybook.export.form import Wanted
from journeybook.export.resolved import handbook_data
from journeybook.handbook import Handbook
from journeybook.pages.books import FOLDER, Book
from journeybook.pages.site import Site
from journeybook.problems import Text, say
from journeybook.store.cache import digest
from journeybook.store.files import content_digest, is_file, replace_file

_RECORD = "books.json"
_WHOLE = "handbook"


@dataclass(frozen=True)
class Offer:
    """The books that a home page offers, and what is to be told of them and of those that it does not."""

    books: tuple[Book, ...]
    told: tuple[Text, ...]


def book_site(config: MkDocsConfig, options: Options, book: Handbook, *, plain: bool = False) -> Site:
    """Make what writes the pages, with the books that the home page offers."""
    site = site_of(config, options, book, plain=plain)
    found = offer(config, options, site)
    site.books, site.notes = found.books, tuple(map(site.words.text, found.told))
    return site


def offer(config: MkDocsConfig, options: Options, site: Site) -> Offer:
    """Find the books that the handbook asks for; none of another edition, and none that nobody has noted."""
    if not options.book or (site.book.editions and site.book.edition is None):  # of the authors' preview there is none
        return Offer((), ())
    folder, made_of = root_of(config) / FOLDER, _made_of(site)
    found: list[Book] = []
    told: list[Text] = []
    for form in dict.fromkeys(options.book):
        file = folder / _name(site.book, form)
        record = _records(folder).get(file.name, {})
        is_new = record.get("made_of") == made_of
        told += [text] if (text := _lack(site.book, file, record, made_of)) else []
        if _is_of(site.book, file, record) and (is_new or _may_be_old(site.book)):
            found.append(Book(form, file, file.stat().st_size, str(record["mark"])))
    return Offer(tuple(found), tuple(told))


def note(config: MkDocsConfig, site: Site, target: Path, mark: str) -> None:
    """Note what a book was made of that has just been exported, where it is one that home pages offer."""
    folder = root_of(config) / FOLDER
    if target.resolve() not in {folder / _name(site.book, form) for form in ("pdf", "epub")}:
        return
    edition = site.book.edition
    record = {
        "edition": edition.name if edition else None,
        "audience": _audience(site.book),
        "file": content_digest(target),
        "made_of": _made_of(site),
        "mark": mark,
    }
    records = _records(folder) | {target.name: record}
    text = json.dumps(dict(sorted(records.items())), ensure_ascii=False, indent=2)
    replace_file(folder / _RECORD, f"{text}\n".encode())


def _name(book: Handbook, form: str) -> str:
    return f"{book.edition.name if book.edition else _WHOLE}.{form}"


def _lack(book: Handbook, file: Path, record: dict[str, object], made_of: str) -> Text | None:
    """Say why a book is not offered, or is not as new as the handbook; nothing where all is well."""
    name = f"{FOLDER}/{file.name}"
    command = f"journeybook export {name}" + (f" --edition {book.edition.name}" if book.edition else "")
    if not is_file(file):
        return say("there is no {name} to offer: run `{command}`", name=name, command=command)
    if not _is_of(book, file, record):
        return say("{name} is not offered: it is not as `{command}` wrote it; run that", name=name, command=command)
    if record.get("made_of") == made_of:
        return None
    if _may_be_old(book):
        return say("{name} is older than the handbook: run `{command}`", name=name, command=command)
    return say(
        "{name} is older than the handbook, and might have what this edition now leaves out, so it is not offered: "
        "run `{command}`",
        name=name,
        command=command,
    )


def _is_of(book: Handbook, file: Path, record: dict[str, object]) -> bool:
    """Tell whether a file is the one that was noted, and of this edition for the same roles."""
    name = book.edition.name if book.edition else None
    is_named = is_file(file) and "edition" in record and "mark" in record
    is_same = record.get("edition") == name and record.get("audience") == _audience(book)
    return is_named and is_same and record.get("file") == content_digest(file)


def _may_be_old(book: Handbook) -> bool:
    """Tell whether a book may be older than its handbook: what is made for some may not, for it could have more."""
    return book.edition is None or book.edition.audience is None


def _audience(book: Handbook) -> list[str] | None:
    audience = book.edition.audience if book.edition else None
    return None if audience is None else sorted(audience)


def _made_of(site: Site) -> str:
    """Give a digest of all that authors have written, as the edition has it, wherever that is on the web."""
    nowhere = copy(site)
    nowhere.address = ""
    data = handbook_data(Wanted(nowhere)).model_copy(update={"made_with": "", "title": ""})
    return digest("book", data.model_dump_json(), *(term.model_dump_json() for term in site.book.glossary))


def _records(folder: Path) -> dict[str, dict[str, object]]:
    """Read what was noted; nothing of a file that is none of ours."""
    try:
        found = json.loads((folder / _RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(_of_books(found))


def _of_books(found: object) -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(found, dict):
        yield from ((str(name), one) for name, one in found.items() if isinstance(one, dict))
