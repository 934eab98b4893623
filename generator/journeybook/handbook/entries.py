"""The YAML files of a handbook, each read into its model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from journeybook.handbook.nearly_pages import copied
from journeybook.handbook.settings import Settings
from journeybook.handbook.strays import (
    YAML,
    documents,
    find_strays,
    in_wrong_folder,
    named_in,
    named_otherwise,
    problems_of,
)
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import EntryModel, Status
from journeybook.model.kinds import EntryKind, other_kind
from journeybook.model.types import is_id, slug
from journeybook.model.validate import validate
from journeybook.problems import Path as DataPath
from journeybook.problems import Problem, Text, say
from journeybook.source import Document, read_text
from journeybook.source.read import parse
from journeybook.store.dependencies import Results, depend_on
from journeybook.store.links import Found, walk

M = TypeVar("M", bound=EntryModel)
MOST_BYTES = 100
"""Bytes of an id in UTF-8: file systems allow 255 for a name, and names are made of ids."""
RESERVED = ("index", "workshops", "planner", "cards")
DEVICES = ("con", "prn", "aux", "nul", *(port + number for port in ("com", "lpt") for number in "0123456789¹²³"))
"""What Windows takes for a device, whatever the name's ending."""


def is_unfit(name: str) -> bool:
    """Tell whether a name, without its ending, is too long for a file, or a device on Windows (`con`, `lpt1`)."""
    return len(name.encode("utf-8", "surrogatepass")) > MOST_BYTES or name.strip().lower() in DEVICES


def is_yaml(name: str) -> bool:
    """Tell whether a file of that name is meant to be one of the handbook's."""
    return bool(YAML.search(name))


@dataclass(frozen=True, eq=False)
class Entry(Generic[M]):
    """One journey, activity or workshop: its id, its model, and the file that it came from."""

    id: str
    _model: M
    document: Document

    @property
    def model(self) -> M:
        """What the file says; it becomes a dependency of whatever is being made."""
        depend_on(self)
        return self._model

    @property
    def kind(self) -> type[M]:
        """Its kind: a journey, an activity or a workshop."""
        return type(self._model)

    @property
    def head(self) -> tuple[type[M], str, str, int | None]:
        """All that a link to it shows."""
        return self.kind, self.id, self._model.title, getattr(self._model, "number", None)

    @property
    def title(self) -> str:
        """The name that readers see; what shows it depends on no more of the file than the title and the number."""
        depend_on(self.head)
        return self._model.title

    @property
    def number(self) -> int | None:
        """An activity's number; others have none."""
        depend_on(self.head)
        return self.head[-1]

    @property
    def is_kept(self) -> bool:
        """Whether it tells who keeps it right, or when it was or is to be reviewed.

        What asks depends on no more than that: the handbook's structure has it.
        """
        return any(getattr(self._model, name) for name in ("owner", "reviewed_on", "review_by"))

    def problem(
        self, code: str, message: Text, hint: Text | None = None, *, path: DataPath = (), at_key: bool = False
    ) -> Problem:
        """Make a problem at a place of this entry's data."""
        return self.document.problem(code, message, hint, path=path, at_key=at_key)


@dataclass
class Shelf(Generic[M]):
    """All entries of one kind, by id, and the ids that are taken by files that are not shown.

    `closed`: their folder cannot be read, so that nobody knows what there is.
    """

    kind: str
    entries: dict[str, Entry[M]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    misnamed: dict[str, str] = field(default_factory=dict)
    closed: bool = False

    def __contains__(self, id: object) -> bool:
        return id in self.entries

    def __getitem__(self, id: str) -> Entry[M]:
        return self.entries[id]

    def __iter__(self) -> Iterator[Entry[M]]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, id: str | None) -> Entry[M] | None:
        """Give the entry with that id that is to be shown, or None."""
        return self.entries.get(id) if id else None

    def knows(self, id: str) -> bool:
        """Tell whether a file claims that id, shown or not, or may do so: then it is no mistake to name it."""
        return self.closed or id in self.files

    def current(self) -> list[Entry[M]]:
        """Give the entries that indexes list."""
        return [entry for entry in self if entry.model.status is not Status.RETIRED]


@dataclass
class Shelves:
    """The three kinds of entry, and what was wrong with their files."""

    journeys: Shelf[Journey]
    activities: Shelf[Activity]
    workshops: Shelf[Workshop]
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: EntryKind) -> Shelf[Any]:
        """Give the shelf of a kind."""
        if kind is Journey:
            return self.journeys
        return self.workshops if kind is Workshop else self.activities


_TWICE = re.compile(r"\.ya?ml\.ya?ml$", re.I)
_LOCK = "~$"
"""How office programs call the file that says that another one is open; it goes when that is closed."""


def read_entries(settings: Settings, results: Results) -> Shelves:
    """Read every YAML file of the handbook, in the order of their paths."""
    shelves = Shelves(Shelf("journey"), Shelf("activity"), Shelf("workshop"))
    workshops = settings.toolkit / "workshops"
    journeys, toolkit = (_yaml_files(folder, settings) for folder in (settings.journeys, settings.toolkit))
    for found in journeys:
        shelves.problems += _read(found, Journey, shelves, settings, results)
    for found in toolkit:
        kind = Workshop if Path(found.path).is_relative_to(workshops) else Activity
        shelves.problems += _read(found, kind, shelves, settings, results)
    strays = find_strays(settings, (found.path for found in (*journeys, *toolkit)))
    shelves.problems += problems_of(strays, settings)
    is_named = named_in([found.path for found in (*journeys, *toolkit) if not found.lost])
    for problem, of, id in named_otherwise(settings, is_named):
        shelves.problems.append(problem)
        if id:
            shelves.of(of).misnamed.setdefault(id, problem.file)
    shelves.problems += documents(settings, is_named)
    for stray in strays:
        if stray.id:
            shelves.of(stray.kind).misnamed.setdefault(stray.id, settings.file(stray.path))
    shelves.journeys.closed = settings.is_missing("journeys", settings.journeys)
    shelves.activities.closed = shelves.workshops.closed = settings.is_missing("toolkit", settings.toolkit)
    for shelf in (shelves.journeys, shelves.activities, shelves.workshops):
        for id in shelf.misnamed.keys() - shelf.files.keys():  # to name what it will be called is no mistake
            shelf.files[id] = shelf.misnamed[id]
            shelf.unreadable.add(id)
    return shelves


def _yaml_files(folder: Path, settings: Settings) -> list[Found]:
    """Find whatever is named like a YAML file, a folder too: reading it then tells what is wrong."""
    found_here = walk(folder, settings.bounds)
    named = (found for found in found_here if is_yaml(found.path) and not Path(found.path).name.startswith(_LOCK))
    once = (found for found in named if not (found.is_folder and found.lost))
    return sorted(once, key=lambda found: Path(found.path).as_posix())


def _read(found: Found, model: EntryKind, shelves: Shelves, settings: Settings, results: Results) -> list[Problem]:
    path, shelf = Path(found.path), shelves.of(model)
    name = unicodedata.normalize("NFC", path.name)  # macOS may give the parts of é
    stem, id = YAML.sub("", name), slug(YAML.sub("", name))
    file = settings.file(path)
    if not is_id(stem) or id in RESERVED or is_unfit(id):
        shelf.misnamed |= {id: file} if id else {}
        return [_bad_name(stem, file, path)]
    if not name.endswith((".yaml", ".yml")) or _TWICE.search(name):
        shelf.misnamed[id] = file
        message = say("this file's name does not end in .yaml")
        if _TWICE.search(name):
            message = say("this file's name ends in .yaml twice, which some systems hide")
        return [Problem(file, 0, 0, "JB306", message, say("rename the file to {id}.yaml", id=id))]
    if id in shelf.files:
        return [_same_id(id, file, shelf.files[id]), _same_id(id, shelf.files[id], file)]
    shelf.files[id] = file
    if found.lost:  # `checks.folders` tells why it is not read
        shelf.unreadable.add(id)
        return []
    text, problems = read_text(path, file)
    entry = None
    if text is not None:
        entry, problems, document = results.get(
            (model, file, text), lambda: _entry(id, text, file, model, settings.roles)
        )
        if entry is None and document and (kind := other_kind(document.data, model)):
            shelves.of(kind).misnamed[id] = file
            problems = [in_wrong_folder(document, kind, settings)]
    if entry is None:
        shelf.unreadable.add(id)
    elif entry.model.status is Status.DRAFT and not settings.drafts:
        shelf.drafts.add(id)
    else:
        shelf.entries[id] = entry
    return problems


def _entry(
    id: str, text: str, file: str, model: type[M], roles: tuple[str, ...]
) -> tuple[Entry[M] | None, list[Problem], Document | None]:
    document, problems = parse(text, file)
    if document is None:
        return None, problems, None
    found, more = validate(document, model, roles)
    return (Entry(id, found, document) if found is not None else None), problems + more, document


def _same_id(id: str, file: str, other: str) -> Problem:
    message = say("‘{id}’ is the id of two files; the other is {other}", id=id, other=other)
    return Problem(file, 0, 0, "JB302", message, say("give one of the files another name"))


def _bad_name(stem: str, file: str, path: Path) -> Problem:
    right = slug(stem)
    if original := copied(path.name, {other.name for other in path.parent.glob("*.y*ml")}):
        message = say("‘{name}’ looks like a copy of ‘{original}’", name=path.name, original=original)
        hint = say(
            "delete it; or rename it to {right}.yaml, with a title and a number of its own", right=right or "its-id"
        )
        return Problem(file, 0, 0, "JB306", message, hint)
    if right in RESERVED or not right or is_unfit(right):
        message = say("‘{name}’ cannot be a file's name here", name=stem)
        return Problem(file, 0, 0, "JB306", message, say("rename it after what it holds, such as vision-map.yaml"))
    message = say("‘{name}’ is not an id: ids have lower-case letters, digits and hyphens", name=stem)
    if stem.startswith("_"):  # as other programs have what nobody is to see
        hint = say(
            "begin its name with a dot for nobody to see it: .{right}.yaml; else call it {right}.yaml", right=right
        )
        return Problem(file, 0, 0, "JB306", message, hint)
    return Problem(file, 0, 0, "JB306", message, say("rename the file to {right}.yaml", right=right))
