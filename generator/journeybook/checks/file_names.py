"""JB311: names that some systems cannot hold, or cannot tell apart, so that a page would vanish there."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath

from journeybook.handbook import Handbook
from journeybook.handbook.chapters import generated_folders
from journeybook.handbook.entries import is_unfit
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.store.links import walk

CODES = (
    Code(
        "JB311",
        means=(
            "A name that some systems cannot hold, or cannot tell from another: capitals that differ, an accent "
            "that is stored in two ways, control characters, `?`, `:` and other signs that Windows keeps for itself, "
            "`con`, a handout’s title that is too long for an id."
        ),
        remedy="Rename the file, or give the handout a short `id`.",
        example=Example(
            wrong="content/con.md",
            right="content/contacts.md",
        ),
    ),
)

_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
"""What no file's name on Windows may have; a name there ends in no dot and no blank, either."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such names of files of `content/`, and of handouts, whose pages are files named after them."""
    yield from _content(book)
    for activity in book.activities:
        for place, handout in enumerate(activity.model.handouts):
            if is_unfit(handout.id or ""):
                message = say("‘{name}’ cannot be the name of a page’s folder", name=(handout.id or "")[:40])
                hint = say("give it a short `id:` of its own, such as `map`")
                yield activity.problem("JB311", message, hint, path=("handouts", place, "id"))


def _content(book: Handbook) -> Iterator[Problem]:
    root = book.settings.content
    first: dict[str, str] = {_folded(name): name for name in generated_folders(book.settings)}
    inside = (found.path for found in walk(root, book.settings.bounds) if found.path != str(root))
    for path in dict.fromkeys(inside):  # a folder that cannot be entered is found twice
        name = path[len(str(root)) + 1 :].replace(os.sep, "/")
        known = first.setdefault(_folded(name), name)
        wrong = _unfit(PurePosixPath(name).name)
        # What is in two such folders has been told by their names.
        if known != name and wrong is None and PurePosixPath(known).parent == PurePosixPath(name).parent:
            wrong = say("‘{name}’ and ‘{other}’ are the same name on some systems", name=name, other=known)
        if wrong:
            yield Problem(book.settings.file(Path(path)), 0, 0, "JB311", wrong, say("rename the file"))


def _unfit(name: str) -> Text | None:
    if is_unfit(PurePath(name).stem) or _FORBIDDEN.search(name) or name.endswith((".", " ")):
        return say("‘{name}’ cannot be the name of a file on every system", name=name[:40])
    if name.endswith(".md") and PurePath(name).stem.endswith((".", " ")):  # the page’s folder goes by the name
        return say("‘{name}’ cannot be the name of a file on every system", name=name[:40])
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        return say("this name has a control character, or is not UTF-8")
    return None


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
