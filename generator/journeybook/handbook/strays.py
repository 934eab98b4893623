"""Find what looks like a part of the handbook and lies where nothing reads it, or among parts of another kind."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from journeybook.handbook.nearly_pages import is_left_behind
from journeybook.handbook.settings import Settings
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.kinds import EntryKind, is_among_activities, kind_in_folder, kind_of_text, top_keys
from journeybook.model.types import slug
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document, read_text
from journeybook.store.links import walk
from journeybook.store.same_place import lies_in

YAML = re.compile(r"(\.ya?ml)+(\.txt)?$", re.I)  # Windows hides what its Notepad adds
_TEXTS = ("", ".txt", ".text", ".yam", ".ymal", ".md", ".json")
_TABLES = (".xlsx", ".xls", ".ods", ".csv", ".numbers", ".pptx", ".ppt", ".odp")
_DOCUMENTS = (".md", ".markdown", ".txt", ".rtf", ".doc", ".docx", ".odt", ".html", ".htm", ".pages", *_TABLES)
"""What people write an activity in who have not read that it is YAML."""
_KEPT = ("readme", "license", "licence", "contributing", "changelog", "notice")
"""Names of files that are there for those who keep the folder."""
OTHERS = ("activities", "workshops")
"""What else people call a folder in the root that belongs into the toolkit."""
_OF_ACTIVITIES = ("activities", "activity")
_LOOKS: dict[EntryKind, Text] = {
    Journey: say("this looks like a journey"),
    Activity: say("this looks like an activity"),
    Workshop: say("this looks like a workshop"),
}
_UNREAD: dict[EntryKind, Text] = {
    Journey: say("this looks like a journey, but journeys are not looked for here"),
    Activity: say("this looks like an activity, but activities are not looked for here"),
    Workshop: say("this looks like a workshop, but workshops are not looked for here"),
}


@dataclass(frozen=True)
class Stray:
    """A file that nothing reads, the kind that it looks like, and the `folder` in which it was found.

    `named` is the folder of ours that its folder is nearly named like.
    """

    path: Path
    kind: EntryKind
    folder: Path
    named: Path | None = None

    @property
    def id(self) -> str:
        """The id that it would have."""
        return slug(YAML.sub("", unicodedata.normalize("NFC", self.path.name)))


def home(kind: EntryKind, settings: Settings) -> Path:
    """Give the folder in which files of a kind are looked for."""
    homes: dict[EntryKind, Path] = {Journey: settings.journeys, Workshop: settings.toolkit / "workshops"}
    return homes.get(kind, settings.toolkit)


def in_wrong_folder(document: Document, kind: EntryKind, settings: Settings) -> Problem:
    """Say of a file among others of another kind where it belongs, in place of all that its keys lack there."""
    folder = settings.file(home(kind, settings))
    keys: dict[EntryKind, str] = {Journey: "stages", Workshop: "days"}
    key = keys.get(kind)
    message, hint = _LOOKS[kind], say("move the file into `{folder}/`", folder=folder)
    return document.problem("JB330", message, hint, path=(key,) if key else (), at_key=bool(key))


def find_strays(settings: Settings, read: Iterable[str]) -> list[Stray]:
    """Find YAML files that look like ours and are none of those `read`.

    Looked for in the root itself, in its folders whose names are nearly those of ours, and in all of the chapters'
    folder. What a link leads to from a folder of ours has been read. Where mkdocs.yml names a folder that is not there,
    that is told alone.
    """
    known = {os.path.realpath(path) for path in read}
    found: dict[str, Stray] = {}
    for path, folder, named in _places(settings):
        real = os.path.realpath(path)
        if real in known or real in found:
            continue
        kind = _kind(path, folder, named, settings)
        if kind and not _is_missing(kind, settings):
            found[real] = Stray(path, kind, folder, named)
    return list(found.values())


def _is_missing(kind: EntryKind, settings: Settings) -> bool:
    if kind is Journey:
        return settings.is_missing("journeys", settings.journeys)
    return settings.is_missing("toolkit", settings.toolkit)


def _places(settings: Settings) -> Iterator[tuple[Path, Path, Path | None]]:
    """Give the YAML files to look at, with their folder, and the folder of ours that it is named like."""
    yield from ((path, settings.root, None) for path in beside_mkdocs_yml(settings))
    for folder, named in alike(settings):
        yield from ((path, folder, named) for path in _files(folder, settings))
    yield from _renamed(settings)
    yield from ((path, path.parent, None) for path in _files(settings.content, settings))


def _renamed(settings: Settings) -> Iterator[tuple[Path, Path, Path | None]]:
    """Give the files of folders with another name that hold what a folder of ours would, which is not there."""
    gone = [folder for folder in (settings.journeys, settings.toolkit) if not folder.exists()]
    told = {folder for folder, _ in alike(settings)}
    others = (folder for folder in sorted(_inside(settings.root, folders=True)) if gone and folder not in told)
    for folder in others:
        if any(lies_in(folder, part) or lies_in(part, folder) for part in settings.parts):
            continue
        kinds = (kind_of_text(read_text(path, path.name)[0] or "") for path in _inside(folder, folders=False))
        homes = {settings.journeys if kind is Journey else settings.toolkit for kind in kinds if kind}
        found = list(_files(folder, settings)) if len(homes) == 1 and homes & {*gone} else []
        if found and _are_named([slug(path.stem) for path in found], settings):
            yield from ((path, folder, min(homes)) for path in found)


def _are_named(ids: Sequence[str], settings: Settings) -> bool:
    """Tell whether a link of a page, or a file of ours, names one of these ids."""
    one_of = "|".join(re.escape(id) for id in ids if id) or "(?!)"
    link = re.compile(rf"(?:activity|journey|workshop|handout):(?:{one_of})(?![\w-])")
    word = re.compile(rf"(?<![\w-])(?:{one_of})(?![\w-])")
    for folder, pattern, ending in (
        (settings.content, link, r"\.md$"),
        (settings.journeys, word, YAML.pattern),
        (settings.toolkit, word, YAML.pattern),
    ):
        files = (Path(found.path) for found in walk(folder, settings.bounds) if re.search(ending, found.path))
        if any(pattern.search(read_text(path, path.name)[0] or "") for path in files if path.is_file()):
            return True
    return False


def beside_mkdocs_yml(settings: Settings) -> list[Path]:
    """Give the YAML files of the root itself."""
    return sorted(_inside(settings.root, folders=False))


def alike(settings: Settings) -> Iterator[tuple[Path, Path | None]]:
    """Give the folders of the root that are named nearly like one of ours, such as `Journeys`, each with that one.

    `activities` and `workshops` are told as well; none of ours is called so.
    """
    ours: dict[str, Path | None] = dict.fromkeys(OTHERS)
    ours |= {folder.name: folder for folder in (settings.journeys, settings.toolkit)}
    for folder in sorted(_inside(settings.root, folders=True)):
        meant = nearest(folder.name, ours)
        if meant and not any(lies_in(folder, part) or lies_in(part, folder) for part in settings.parts):
            yield folder, ours[meant]


def named_otherwise(settings: Settings, is_named: Callable[[Path], bool]) -> Iterator[tuple[Problem, EntryKind, str]]:
    """Tell the texts in our own folders that look like ours, and whose names do not end in .yaml; with kind and id.

    What a file names (`named_in`) may be a resource, whatever it looks like.
    """
    for folder in (settings.journeys, settings.toolkit):
        for found in walk(folder, settings.bounds):
            path = Path(found.path)
            if found.is_folder or found.lost or path.suffix.lower() not in _TEXTS or YAML.search(path.name):
                continue
            if path.is_file() and (kind := _kind_among_ours(path, settings)) and not _is_resource(path, is_named):
                id = slug(path.stem)
                message = say("this file's name does not end in .yaml")
                hint = say("rename the file to {id}.yaml", id=id or "its-id")
                yield Problem(settings.file(path), 0, 0, "JB306", message, hint), kind, id


def _is_resource(path: Path, is_named: Callable[[Path], bool]) -> bool:
    """Tell whether a file is one that others name; a name without an ending is an id, too, and names no file."""
    return bool(path.suffix) and is_named(path)


def named_in(yaml: Sequence[str]) -> Callable[[Path], bool]:
    """Give what tells whether one of these files names another; they are read, once, when something asks."""

    @cache
    def texts() -> list[str]:
        return [read_text(Path(one), one)[0] or "" for one in yaml]

    return lambda path: any(path.name in text for text in texts())  # drafts name resources, too


def _kind_among_ours(path: Path, settings: Settings) -> EntryKind | None:
    """Give the kind of a text in one of our folders; one with two keys of that folder's kind is enough."""
    text = read_text(path, path.name)[0] or ""
    if kind := kind_of_text(text):
        return kind
    keys = _json_keys(text) if path.suffix.lower() == ".json" else top_keys(text)
    likely = _kind_of_folder(path, settings)
    is_lax = path.suffix.lower() != ".md"  # a page has such keys as front matter
    fits = len(keys) > 1 and "title" in keys and all(key in likely.model_fields for key in keys)
    return likely if is_lax and fits else None


def _kind_of_folder(path: Path, settings: Settings) -> EntryKind:
    if path.is_relative_to(settings.toolkit / "workshops"):
        return Workshop
    return Activity if path.is_relative_to(settings.toolkit) else Journey


def _json_keys(text: str) -> list[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [*data] if isinstance(data, dict) else []


def documents(settings: Settings, is_named: Callable[[Path], bool]) -> Iterator[Problem]:
    """Tell the pages and documents right in our folders that no file names: nothing reads them.

    So are pages in the folders of a chapter's activities; in others lies what these give to readers.
    """
    folders = dict.fromkeys((settings.journeys, settings.toolkit, settings.toolkit / "workshops"))
    found = [path for folder in folders for path in sorted(_plain_files(folder)) if _is_document(path)]
    inside = (folder for folder in folders_of_entries(settings) if folder not in folders)
    found += [path for folder in inside for path in sorted(_plain_files(folder)) if _is_page(path)]
    for path in found:
        if not _is_ours(path, settings) and not is_named(path):
            message = say("nothing reads this file: what stands here ends in .yaml")
            hint = say(
                "write it as {id}.yaml, which begins with `title: …`; or give it as `file:` under `resources:`",
                id=slug(path.stem) or "its-id",
            )
            yield Problem(settings.file(path), 0, 0, "JB306", message, hint)


def is_unread_document(path: Path, settings: Settings) -> bool:
    """Tell whether a file is one of which `documents` tells, should nothing name it."""
    folders = (settings.journeys, settings.toolkit, settings.toolkit / "workshops")
    return (path.parent in folders and _is_document(path)) or _is_page(path)


def folders_of_entries(settings: Settings) -> Iterator[Path]:
    """Give the folders in ours that hold files of YAML, or are called as a folder of the chapters."""
    for root in dict.fromkeys((settings.journeys, settings.toolkit)):
        inside = [Path(found.path) for found in walk(root, settings.bounds) if not (found.is_folder or found.lost)]
        holding = {path.parent for path in inside if YAML.search(path.name)}
        is_chapter = root == settings.toolkit
        for folder in sorted({path.parent for path in inside} - {root}):
            if folder in holding or (is_chapter and (settings.content / folder.relative_to(root)).is_dir()):
                yield folder


def _is_page(path: Path) -> bool:
    return path.suffix.lower() == ".md" and _is_document(path)


def _plain_files(folder: Path) -> list[Path]:
    try:
        files = (entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
        return [Path(entry.path) for entry in files if not entry.name.startswith(".")]
    except OSError:
        return []


def _is_document(path: Path) -> bool:
    is_kept = path.stem.casefold() in _KEPT or is_left_behind(path.name)
    return path.suffix.lower() in _DOCUMENTS and not is_kept


def _is_ours(path: Path, settings: Settings) -> bool:
    """Tell whether `named_otherwise` tells a file."""
    return path.suffix.lower() in _TEXTS and _kind_among_ours(path, settings) is not None


def _inside(folder: Path, *, folders: bool) -> list[Path]:
    try:
        entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
        return [Path(entry.path) for entry in entries if entry.is_dir() == folders and (folders or _is_file(entry))]
    except OSError:
        return []


def _is_file(entry: os.DirEntry[str]) -> bool:
    return bool(YAML.search(entry.name)) and entry.is_file()


def _files(folder: Path, settings: Settings) -> Iterator[Path]:
    inside = (found for found in walk(folder, settings.bounds) if not (found.is_folder or found.lost))
    return (Path(found.path) for found in inside if YAML.search(found.path) and Path(found.path).is_file())


def _kind(path: Path, folder: Path, named: Path | None, settings: Settings) -> EntryKind | None:
    text, _ = read_text(path, path.name)
    if text is None:
        return None
    if named is None:
        is_by_name = folder.parent == settings.root and folder.name.casefold() in _OF_ACTIVITIES
        return kind_of_text(text) or (Activity if is_by_name and is_among_activities(text) else None)
    return kind_in_folder(text, Journey if named == settings.journeys else Activity)


def problems_of(strays: Iterable[Stray], settings: Settings) -> Iterator[Problem]:
    """Say of each folder with strays of a kind, once, where they belong."""

    def of_a_folder(stray: Stray) -> tuple[str, str]:
        return str(stray.folder), stray.kind.__name__

    for _, group in groupby(sorted(strays, key=of_a_folder), key=of_a_folder):
        found = sorted(group, key=lambda stray: stray.path)
        copies = [stray for stray in found if _target(stray, settings).exists()]
        for first, *more in filter(None, ([stray for stray in found if stray not in copies], copies)):
            hint = _hint(first, len(more), settings) if first not in copies else _hint_of_copy(first, settings)
            yield Problem(settings.file(first.path), 0, 0, "JB330", _UNREAD[first.kind], hint)


def _target(stray: Stray, settings: Settings) -> Path:
    """Give the file that it would be, moved to where it is read."""
    if stray.named:
        return stray.named / stray.path.relative_to(stray.folder)
    return home(stray.kind, settings) / stray.path.name


def _hint_of_copy(stray: Stray, settings: Settings) -> Text:
    """Say what to do with one that would take the place of another, should it be moved."""
    return say(
        "`{file}` is there, too: keep one of the two; a copy lies outside of the handbook, or in a folder whose name "
        "begins with a dot",
        file=settings.file(_target(stray, settings)),
    )


def _hint(stray: Stray, more: int, settings: Settings) -> Text:
    if stray.named and not stray.named.exists():
        return say(
            "call the folder `{right}`, not `{wrong}`", right=settings.file(stray.named), wrong=stray.folder.name
        )
    folder = settings.file(home(stray.kind, settings))
    if more:
        return say("move it into `{folder}/`, and {more} more of this folder with it", folder=folder, more=more)
    return say("move it into `{folder}/`", folder=folder)
