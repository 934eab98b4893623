"""JB310: a file to download that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Problem, say


def check(book: Handbook) -> Iterator[Problem]:
    """Every `file:` of a resource is beside the YAML file, not a link that leads out of it."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            folder = (book.settings.root / entry.document.file).parent
            for place, resource in enumerate(entry.model.resources):
                if resource.file is None:
                    continue
                found = folder / resource.file
                inside = found.resolve().is_relative_to(folder.resolve())
                if not (found.is_file() and inside):
                    path = ("resources", place, "file")
                    message = say("there is no file ‘{file}’ beside this one", file=resource.file)
                    yield entry.problem("JB310", message, say("put it there, or mend its path"), path=path)
