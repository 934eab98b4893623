"""Books that were exported, and that the home page offers for download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeybook.language.words import Words
from journeybook.pages.artifact import FileArtifact

FOLDER = "book"
"""The folder beside mkdocs.yml in which books lie, and their folder in the site."""
FORMS = ("pdf", "epub")
_MEGABYTE, _KILOBYTE = 1_000_000, 1_000


@dataclass(frozen=True)
class Book:
    """A book: its form, its file, how many bytes that has, and its version mark."""

    form: str
    file: Path
    size: int
    mark: str

    @property
    def path(self) -> str:
        """Its path in the site."""
        return f"{FOLDER}/{self.file.name}"

    def said(self, words: Words) -> str:
        """Say its form, its size and its version."""
        mark = words("v {mark}", mark=self.mark)
        return words("{form}, {size}, {version}", form=self.form.upper(), size=_size(words, self.size), version=mark)


def book_files(books: tuple[Book, ...]) -> Iterator[FileArtifact]:
    """Give the files of books."""
    return (FileArtifact(book.path, source=book.file) for book in books)


def _size(words: Words, size: int) -> str:
    if size < _MEGABYTE:
        return words("{number} kB", number=words.number(max(1, round(size / _KILOBYTE))))
    return words("{number} MB", number=words.number(round(size / _MEGABYTE, 1)))
