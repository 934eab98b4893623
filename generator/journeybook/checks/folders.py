"""JB101, JB312 and JB313: what cannot be opened in the handbook's folders, and links that are not followed.

MkDocs follows every link to a folder and opens whatever it finds: two links to their own folder keep it busy for ever,
a pipe makes it wait for ever, and what a link leads to is published, whatever file of this machine it is.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from journeybook.handbook import Handbook, Settings
from journeybook.handbook.entries import is_yaml
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.store.links import MOST_FOLDERS, Found, Lost, target_of, walk
from journeybook.store.shared_folders import may_be_offered, with_folder

CODES = (
    Code(
        "JB312",
        means="A link leads to a folder that it is in itself, so that there is no end to the files.",
        remedy="Take the link out.",
        example=Example(
            wrong="content/all is a link to the folder content.",
            right="There is no such link.",
        ),
    ),
    Code(
        "JB313",
        means="A link to a file or a folder leads out of the handbook; the answer says where to.",
        remedy=(
            "Put a copy in its place, or name the folder in the [option](publishing.md#options) `links`, with "
            "the line that is offered. None is for folders that hold more than anybody shares: then take the "
            "link out. See [Links to files and folders](index.md#links-to-files-and-folders)."
        ),
        example=Example(
            wrong="content/slides.pdf is a link to a file in your folder of downloads.",
            right="content/slides.pdf is a copy of that file.",
        ),
    ),
)

OPENED = ("JB101", "JB310", "JB312", "JB313", "JB314")
"""What is wrong with files that MkDocs would open all the same, whatever handbook it is given."""
FOLLOWED = ("JB312", "JB313")
"""Links that MkDocs follows all the same, however far they lead."""
MOST_OF_A_LINK = 255
"""Bytes of what is taken for a link's text."""
_MEND = say("mend the link, or take it out")


def check(book: Handbook) -> Iterator[Problem]:
    """Report every folder and file of `content/` that cannot be read, and every link that is not followed."""
    settings = book.settings
    for name, folder in (("journeys", settings.journeys), ("toolkit", settings.toolkit)):
        if settings.is_missing(name, folder):  # `checks.option_folders` tells
            continue
        for found in walk(folder, settings.bounds):
            if _matters(found):
                yield _problem(settings, found)
            elif target := _link_as_text(found):
                yield _stand_in(settings, found.path, target)
    for folder in settings.others:
        if settings.is_missing("templates", folder):
            continue
        found_there = walk(folder, settings.bounds, hidden=True)
        yield from (_problem(settings, found) for found in found_there if found.lost and not _is_lock(found))
    yield from _content(settings)


def _matters(found: Found) -> bool:
    """Tell whether a file of journeys or toolkit would be read: of other files, only what a resource names is."""
    return bool(found.lost) and (found.lost is not Lost.OUT or is_yaml(found.path) or not Path(found.path).is_file())


def _link_as_text(found: Found) -> str | None:
    """Give where a link would lead that git has written as a file of text, as it does where links are switched off."""
    path = Path(found.path)
    try:
        if found.is_folder or found.lost or not path.is_file() or path.stat().st_size > MOST_OF_A_LINK:
            return None
        target = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    is_path = "/" in target and target.isprintable() and not target.startswith("/")
    return target if is_path and os.path.lexists(path.parent / target) else None


def _stand_in(settings: Settings, path: str, target: str) -> Problem:
    message = say(
        "this was a link to {target}, and is a file with that text: git was told to make no links", target=target
    )
    hint = say("put a copy of what it led to in its place, or check it out anew after `git config core.symlinks true`")
    return Problem(settings.file(Path(path)), 0, 0, "JB101", message, hint)


def _is_lock(found: Found) -> bool:
    """Tell whether a path may be what an editor leaves while a file is open: a hidden link to nothing."""
    return found.lost is Lost.DEAD and Path(found.path).name.startswith(".")


def _content(settings: Settings) -> Iterator[Problem]:
    """Report what MkDocs cannot open among the chapters.

    It goes through what is hidden, too, but opens it only where mkdocs.yml lets it into the site.
    """
    for found in walk(settings.content, settings.bounds, hidden=True):
        opened = settings.hidden or not _is_hidden(found.path, settings.content)
        if found.lost and (opened or found.lost in (Lost.ROUND, Lost.MANY)):
            yield _problem(settings, found)
        elif opened and (target := _link_as_text(found)):
            yield _stand_in(settings, found.path, target)
        elif opened and not (found.lost or found.is_folder or found.path.endswith(".md")):  # those have been read
            yield from _file(settings, found.path)


def _is_hidden(path: str, folder: Path) -> bool:
    return f"{os.sep}." in path[len(str(folder)) :]


def _file(settings: Settings, path: str) -> Iterator[Problem]:
    file = settings.file(Path(path))
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  # thousands of files
            yield Problem(file, 0, 0, "JB101", say("this is a pipe or a device, not a file"))
        elif not os.access(path, os.R_OK):
            yield Problem(file, 0, 0, "JB101", _cannot("Permission denied"))
    except OSError as error:
        yield Problem(file, 0, 0, "JB101", _cannot(error.strerror or str(error)))


def _problem(settings: Settings, found: Found) -> Problem:
    file = settings.file(Path(found.path))
    match found.lost:
        case Lost.OUT:
            return Problem(file, 0, 0, "JB313", *_out(settings, found.path))
        case Lost.DEAD:
            message = say("this link leads to {target}, which is not there", target=_shown(settings, found.path))
            return Problem(file, 0, 0, "JB101", message, _MEND)
        case Lost.ROUND:
            message = say("this link leads to a folder that it is in itself")
        case Lost.MANY:
            message = say("this is folder {number}; links to folders make them too many", number=MOST_FOLDERS + 1)
        case _:
            return Problem(file, 0, 0, "JB101", _cannot(found.reason))
    return Problem(file, 0, 0, "JB312", message, say("take the link out"))


def _out(settings: Settings, path: str) -> tuple[Text, Text]:
    target = target_of(path, settings.root)
    if target.is_secret:
        message = say("this link leads into a repository’s own folder: {target}", target=target.shown)
        return message, say("take the link out")
    if not target.is_there:
        message = say("this link leads out of the handbook, to {target}, which is not there", target=target.shown)
        return message, _MEND
    message = say("this link leads out of the handbook, to {target}", target=target.shown)
    if not may_be_offered(target.folder, settings.root):
        return message, say("take the link out, or put a copy of what it leads to in its place")
    hint = say(
        "put a copy here, or name the folder among the options of journeybook in mkdocs.yml: `links: {folders}`",
        folders=with_folder(_links(settings), target.named, settings.root),
    )
    return message, hint


def _shown(settings: Settings, path: str) -> str:
    return target_of(path, settings.root).shown


def _links(settings: Settings) -> list[object]:
    """Give the option `links`, as it is written by now."""
    written = settings.written.get("links")
    return written.data["links"] if written else []


def _cannot(reason: str) -> Text:
    return say("this file cannot be opened: {reason}", reason=reason)
