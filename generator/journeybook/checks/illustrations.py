"""JB350, JB351, JB352 and, with chapters, JB499: pictures of activities, steps, journeys and stages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from journeybook.handbook import Handbook, Settings
from journeybook.handbook.picture_files import PictureInfo, is_damaged, other_kind_of_file, picture_info
from journeybook.handbook.pictures import (
    MOST_BYTES,
    SHARED,
    PlacedPicture,
    Stamp,
    all_pictures,
    picture_stamp,
    read_picture,
)
from journeybook.handbook.svg_files import does_something
from journeybook.markdown.pictures import says_nothing
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.store.files import is_file
from journeybook.store.links import Bounds, stays, target_of, walk

CODES = (
    Code(
        "JB350",
        means=(
            "The `file` of a `picture` is not there, neither beside the YAML nor, for one that begins with `files/`, "
            "below that folder of the handbook; or it is a link that leads out of the handbook; or no site has such a "
            "file, for its name begins with a dot."
        ),
        remedy="Put it there, mend the path as the answer shows, or rename the file.",
        example=Example(
            wrong="title: A first talk\npicture: {file: chair.jpg, alt: Chairs in a circle}\n",
            right="title: A first talk\npicture: {file: chairs.svg, alt: Chairs in a circle}\n",
            file="toolkit/talk.yaml",
            beside={"toolkit/chairs.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>'},
        ),
    ),
    Code(
        "JB351",
        means=(
            "The `file` of a `picture` is none that browsers show: by its content it is something else, such as a PDF "
            "or a HEIC of a phone, whatever its name says, or its name says something else; or it is empty or "
            "damaged, or has more than 10 MB."
        ),
        remedy="Save it as JPEG, PNG, WebP or SVG, some 1600 pixels wide; a document stands under `resources`.",
        example=Example(
            wrong="title: A first talk\npicture: {file: chairs.png, alt: Chairs in a circle}\n",
            right="title: A first talk\npicture: {file: chairs.svg, alt: Chairs in a circle}\n",
            file="toolkit/talk.yaml",
            beside={
                "toolkit/chairs.png": "Chairs in a circle.\n",
                "toolkit/chairs.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>',
            },
        ),
    ),
    Code(
        "JB352",
        means=(
            "The SVG of a `picture` does more than to draw: it has a script, or loads something from elsewhere. Who "
            "opens it by itself would run that."
        ),
        remedy="Save it as plain SVG without scripts, with its pictures and fonts inside, or as PNG.",
        example=Example(
            wrong="title: A first talk\npicture: {file: board.svg, alt: A board}\n",
            right="title: A first talk\npicture: {file: plain.svg, alt: A board}\n",
            file="toolkit/talk.yaml",
            beside={
                "toolkit/board.svg": (
                    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><script>alert(1)</script></svg>'
                ),
                "toolkit/plain.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>',
            },
        ),
    ),
)

_LARGE, _MB = 5_000_000, 1_000_000
"""A photo as a phone takes it has more; JB499 tells of those in chapters too."""
_ENDINGS = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "gif": (".gif",),
    "webp": (".webp",),
    "avif": (".avif",),
    "svg+xml": (".svg",),
}
_MOST_LOOKED_AT = 2000


def check(book: Handbook) -> Iterator[Problem]:
    """Report pictures that are not there, that browsers do not show or should not, and words that say nothing."""
    told = set[Path]()
    for shown in all_pictures(book):
        yield from _words(shown)
        found = _lost(book.settings, shown)
        if found:
            yield _problem(shown, "JB350", *found)
            continue
        data = read_picture(shown.file, book.settings.bounds)
        if data is None:
            message = say("‘{file}’ cannot be read", file=shown.picture.file)
            yield _problem(shown, "JB350", message, say("allow that it is read, or put another file there"))
        elif wrong := _judged(shown, data, book.settings.bounds):
            yield _problem(shown, *wrong)
        elif len(data) > _LARGE and shown.file not in told:
            told.add(shown.file)
            message = say("this picture has {size} MB, for which all who open this page wait", size=len(data) // _MB)
            hint = say("save it anew, some 1600 pixels wide and as JPEG or WebP: that has less than 1 MB")
            yield _problem(shown, "JB499", message, hint)


def _problem(shown: PlacedPicture, code: str, message: Text, hint: Text, key: str = "file") -> Problem:
    return shown.entry.problem(code, message, hint, path=(*shown.path, key))


def _words(shown: PlacedPicture) -> Iterator[Problem]:
    alt = shown.picture.alt
    if alt is not None and says_nothing(alt):
        message = say("‘{words}’ says nothing to those who do not see this picture", words=alt)
        hint = say("write what it shows; or `decorative: true` in place of `alt`, where the text says the same")
        yield _problem(shown, "JB499", message, hint, "alt")


def _lost(settings: Settings, shown: PlacedPicture) -> tuple[Text, Text] | None:
    """Say what is wrong where no site could have a picture's file."""
    file = shown.picture.file
    if any(part.startswith(".") for part in PurePosixPath(file).parts):
        return say("‘{file}’ is hidden by its dot: no site has such a file", file=file), say(
            "rename it, without the dot"
        )
    if not stays(shown.file, settings.bounds):
        target = target_of(shown.file, settings.root).shown
        message = say("‘{file}’ leads out of the handbook, to {target}", file=file, target=target)
        return message, say("put a copy beside this file")
    if is_file(shown.file):
        return None
    meant = _meant(settings, shown)
    hint = say("write `file: {path}`", path=meant) if meant else say("put it there, or mend its path")
    if file.startswith(SHARED):
        message = say("there is no file ‘{file}’, neither beside this one nor at the handbook’s root", file=file)
        return message, hint
    return say("there is no file ‘{file}’ beside this one", file=file), hint


def _meant(settings: Settings, shown: PlacedPicture) -> str | None:
    """Give the path of the picture that was meant: one of that name elsewhere, or of nearly that name."""
    folder = (settings.root / shown.entry.document.file).parent
    beside = [path.relative_to(folder).as_posix() for path in _pictures(settings, folder)]
    shared = [path.relative_to(settings.root).as_posix() for path in _pictures(settings, settings.root / SHARED)]
    known = dict.fromkeys([*beside, *shared])
    name = posixpath.basename(shown.picture.file).casefold()
    stem = posixpath.splitext(name)[0]
    for of_it in (
        [one for one in known if posixpath.basename(one).casefold() == name],
        [one for one in known if posixpath.splitext(posixpath.basename(one).casefold())[0] == stem],
    ):
        if len(of_it) == 1:
            return of_it[0]
    return nearest(shown.picture.file, known)


def _pictures(settings: Settings, folder: Path) -> Iterator[Path]:
    """Give the pictures in a folder and below it, by their endings; not those of a handbook with thousands."""
    endings = {ending for those in _ENDINGS.values() for ending in those}
    for number, found in enumerate(walk(folder, settings.bounds)):
        if number > _MOST_LOOKED_AT:
            return
        if not (found.is_folder or found.lost) and Path(found.path).suffix.lower() in endings:
            yield Path(found.path)


def _judged(shown: PlacedPicture, data: bytes, bounds: Bounds) -> tuple[str, Text, Text] | None:
    """Say what is wrong with the content of a picture: its code, what is said, and what to do."""
    file = shown.picture.file
    if len(data) > MOST_BYTES:
        size = max(MOST_BYTES // _MB + 1, -(-picture_stamp(shown.file)[1] // _MB))
        message = say("this picture has {size} MB; {most} are the most", size=size, most=MOST_BYTES // _MB)
        return "JB351", message, say("save it anew, some 1600 pixels wide and as JPEG or WebP: that has less than 1 MB")
    if doing := does_something(data):
        message = say("‘{file}’ does more than to draw: it has ‘{part}’", file=file, part=doing)
        return "JB352", message, say("save it as plain SVG, with all that it shows inside, or as PNG")
    info, ending = picture_info(data), PurePosixPath(file).suffix.lower()
    if not data:
        message = say("‘{file}’ is empty: it has 0 bytes", file=file)
        return "JB351", message, say("copy or save it once more")
    if _is_damaged(picture_stamp(shown.file), bounds, info):
        message = say("‘{file}’ is damaged: browsers show a part of it, or nothing", file=file)
        return "JB351", message, say("copy or save it once more")
    if info is None:
        kind = other_kind_of_file(data)
        if kind == "Git LFS":
            message = say("‘{file}’ is no picture yet: Git LFS has left a line of text in its place", file=file)
            return "JB351", message, say("run `git lfs pull`")
        if ending == ".svg" and b"<svg" in data:
            message = say(
                "browsers do not show the SVG ‘{file}’: its tags do not fit, or `xmlns` is missing", file=file
            )
            return "JB351", message, say("save it once more as plain SVG, or as PNG")
        message = say("‘{file}’ is no picture that browsers show", file=file)
        if kind:
            message = say("‘{file}’ is a {kind}, which browsers do not show as a picture", file=file, kind=kind)
        hint = say("save it as JPEG, PNG, WebP or SVG; a document to download stands under `resources:`")
        return "JB351", message, hint
    if ending not in _ENDINGS[info.kind]:
        right = PurePosixPath(file).with_suffix(_ENDINGS[info.kind][0])
        message = say(
            "‘{file}’ is {kind} by its content, and its name says something else",
            file=file,
            kind=info.kind.removesuffix("+xml").upper(),
        )
        return "JB351", message, say("rename the file, and write `file: {path}`", path=right)
    return None


@lru_cache(maxsize=_MOST_LOOKED_AT)  # `serve` checks all pictures again after each change
def _is_damaged(stamp: Stamp, bounds: Bounds, info: PictureInfo | None) -> bool:
    data = read_picture(Path(stamp[0]), bounds)
    return data is not None and is_damaged(data, info)
