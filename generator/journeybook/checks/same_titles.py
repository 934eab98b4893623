"""JB485: two things of one kind with one title, or one text, which readers cannot tell apart; most are copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from journeybook.handbook import ContentPage, Entry, Handbook
from journeybook.handbook.chapters import GENERATED, HOMES
from journeybook.handbook.entries import Shelf
from journeybook.handbook.nearly_pages import copied, is_copy_of
from journeybook.model import Activity, Journey, Workshop
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB485",
        means=(
            "Two journeys, two activities of a chapter, two workshops, two chapters, two pages of a folder, two actors "
            "of a journey, two handouts of an activity, or two steps or blocks that follow each other have the same "
            "title: readers see both, and cannot tell them apart. Or two workshops are on the same day, at the same "
            "time and in the same place, with the same blocks; or two activities have the same steps, or two pages the "
            "same text, and only their titles differ. Most are copies that were left behind."
        ),
        remedy=(
            "Give one of them a title of its own, and a workshop the date on which it takes place; or delete the copy."
        ),
        example=Example(
            wrong="title: A walk\n",
            right="title: A longer walk\n",
            file="toolkit/walk-v2.yaml",
            beside={"toolkit/walk.yaml": "title: A walk\n"},
        ),
    ),
)

_OLD = ("old", "alt", "archive", "archiv", "backup", "bak", "copy", "kopie", "_drafts", "drafts")
"""Folders in which people keep a page of before."""
_LANGUAGE = re.compile(r"\.[a-z]{2}(?:[-_][A-Z]{2})?(?=\.md$)")
"""What plugins know the language of a page by: `talk.de.md`."""
_OWN_TEXT = say("write its own, or delete one of the two")
_TITLE = re.compile(r"\A\s*#[ \t][^\n]*\n|\A\s*[^\n]+\n=+[ \t]*\n")
_FEW_STEPS, _WHOLE_TEXT = 2, 200
"""So many steps, and letters of a page, nobody types twice."""
_LONG = 60
"""A text of more letters is not typed twice: it is copied."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report each title that something before it of its kind has, but for its capitals."""
    shelves: tuple[Shelf[Any], ...] = (book.journeys, book.activities, book.workshops)
    for shelf in shelves:
        yield from _entries(shelf)
    for journey in book.journeys:
        actors = journey.model.actors
        yield from _inside(journey, "actors", [(actor.key, actor.title) for actor in actors])
    for activity in book.activities:
        sheets = activity.model.handouts
        yield from _inside(activity, "handouts", [(sheet.id or "", sheet.title) for sheet in sheets])
        yield from _steps(activity)
    for workshop in book.workshops:
        yield from _blocks(workshop)
    yield from _at_once(book)
    yield from _with_its_steps(book)
    yield from _pages(book)
    yield from _with_its_text(book)


def _entries(shelf: Shelf[Any]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Entry[Any]] = {}
    for entry in shelf:
        if not entry.model.is_current:  # the version of before may well have the title of that of today
            continue
        other = first.setdefault(_shown_as(entry), entry)
        if other is not entry and not _same_number(entry, other):
            copy, original = (other, entry) if is_copy_of(other.id, entry.id) else (entry, other)
            message = say("‘{title}’ is the title of {file} as well", title=copy.title, file=original.document.file)
            hint = say("give one of the two a title of its own")
            if is_copy_of(copy.id, original.id):
                hint = looks_like_copy(original)
            yield copy.problem("JB485", message, hint, path=("title",))


def looks_like_copy(original: Entry[Any] | ContentPage) -> Text:
    """Say what to do with a file that is a copy of another one by its name."""
    return say(
        "this looks like a copy of {file}: delete it, or give it a title of its own", file=original.document.file
    )


def _shown_as(entry: Entry[Any]) -> tuple[object, ...]:
    """Give what readers tell an entry by: title and language, an activity's chapter, what state a journey shows."""
    model = entry.model
    beside: object = model.chapter if isinstance(model, Activity) else None
    if isinstance(model, Journey):
        beside = (model.state, model.compares)
    return _folded(entry.title), model.language, beside


def _same_number(entry: Entry[Any], other: Entry[Any]) -> bool:
    """Tell whether two activities have one number as well, of which JB303 tells."""
    number = getattr(entry.model, "number", None)
    return number is not None and number == other.model.number


def _inside(entry: Entry[Any], field: str, named: list[tuple[str, str]]) -> Iterator[Problem]:
    """Report a title that one before it has; where the ids are the same as well, JB302 tells of them."""
    first: dict[str, str] = {}
    for place, (id, title) in enumerate(named):
        if first.setdefault(_folded(title), id) != id:
            message = say("‘{title}’ is the title of two of these {field}", title=title, field=field)
            yield entry.problem("JB485", message, say("give one of the two a title of its own"), path=(field, place))


def _steps(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report a step with the title of the one before it, and one that is a copy of any before it, text and all.

    What people do, they may do again later: a title alone may well stand there again.
    """
    steps = activity.model.steps
    for place, step in enumerate(steps):
        title, text = _folded(step.title or ""), _folded(step.text or "")
        if not title or step.audience:  # one step told to each of two roles
            continue
        same = [one for one, other in enumerate(steps[:place]) if _folded(other.title or "") == title]
        is_copy = len(text) > _LONG and any(_folded(steps[one].text or "") == text for one in same)
        if same and (is_copy or same[-1] == place - 1):
            message = say("step {number} has this title as well", number=same[-1] + 1)
            hint = say("give one of the two a title of its own")
            if is_copy:
                message = say("step {number} has this title and this text as well", number=same[-1] + 1)
                hint = say("take the copy out, or say what is done otherwise")
            yield activity.problem("JB485", message, hint, path=("steps", place, "title"))


def _blocks(workshop: Entry[Workshop]) -> Iterator[Problem]:
    """Report a block with the activity of the one before it, and nothing that says what is another time."""
    for number, day in enumerate(workshop.model.days):
        for place, (before, block) in enumerate(pairwise(day.blocks), 1):
            same = block.activity is not None and block.activity == before.activity
            if same and block.model_dump(exclude={"start"}) == before.model_dump(exclude={"start"}):
                message = say("the block above it is this activity as well")
                hint = say("take one of them out, or give each a `title` that says what is done otherwise")
                yield workshop.problem("JB485", message, hint, path=("days", number, "blocks", place))


def _at_once(book: Handbook) -> Iterator[Problem]:
    """Report a workshop with the days, the place and the blocks of another one: of a copy, the title alone is new.

    One evening may be told in two languages, and to two kinds of readers; one that is given twice at a time in two
    rooms, or online, is right.
    """
    first: dict[tuple[object, ...], Entry[Workshop]] = {}
    for workshop in book.workshops:
        model = workshop.model
        if not model.is_current or not model.location or any(day.date is None for day in model.days):
            continue
        place = _folded(model.location)
        other = first.setdefault((place, model.language, model.audience, model.days), workshop)
        if other is workshop or _folded(other.title) == _folded(workshop.title) or "online" in place:
            continue
        copy, original = (other, workshop) if other.id.startswith(workshop.id) else (workshop, other)
        message = say("{file} is on the same day, in the same place, with the same blocks", file=original.document.file)
        hint = say("write its own `date:` or `location:`, or delete one of the two")
        yield copy.problem("JB485", message, hint, path=("days", 0, "date"))


def _with_its_steps(book: Handbook) -> Iterator[Problem]:
    """Report an activity with all the steps and questions of another one: of a copy, the title alone is new."""
    first: dict[tuple[object, ...], Entry[Activity]] = {}
    for activity in book.activities:
        model = activity.model
        words = sum(len(f"{step.title or ''}{step.text or ''}") for step in model.steps)
        if not model.is_current or len(model.steps) < _FEW_STEPS or words < _LONG:
            continue
        other = first.setdefault((model.language, model.audience, model.steps, model.questions), activity)
        if other is activity or _folded(other.title) == _folded(activity.title):
            continue
        copy, original = (other, activity) if other.id.startswith(activity.id) else (activity, other)
        message = say("{file} has the same steps and questions", file=original.document.file)
        yield copy.problem("JB485", message, _OWN_TEXT, path=("steps",), at_key=True)


def _with_its_text(book: Handbook) -> Iterator[Problem]:
    """Report a page with the whole text of another one below another title; what three have is a filling."""
    alike: dict[tuple[object, ...], list[ContentPage]] = {}
    for page in sorted(book.read_pages, key=lambda one: (len(one.path), one.path)):
        text = " ".join(_TITLE.sub("", page.body, count=1).split())
        if len(text) < _WHOLE_TEXT or book.settings.is_unlisted(page.path) or _is_told_by_name(book, page):
            continue
        alike.setdefault((text, frozenset(page.front.audience)), []).append(page)
    for original, *copies in alike.values():
        if len(copies) == 1 and _folded(original.title) != _folded(copies[0].title):
            message, page = say("{file} has the same text", file=original.document.file), copies[0]
            yield page.problem_at("JB485", message, _OWN_TEXT, max(page.document.text.find(page.title), 0))


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _pages(book: Handbook) -> Iterator[Problem]:
    """Report a page with the title of another one of its folder, and a chapter with that of another one beside it.

    What opens a folder may well be called as a page in it, a page in another language as that of this one, and what is
    for others as what is for some; where the navigation gives a title, readers tell the two by that.
    """
    menu = {path: (above, title) for path, above, title in _entries_of(book.settings.nav or (), ())}
    order = {path: number for number, path in enumerate(menu)}
    first: dict[tuple[object, ...], ContentPage] = {}
    for page in sorted(book.pages.values(), key=lambda one: (order.get(one.path, len(order)), len(one.path), one.path)):
        above, title = menu.get(page.path, ((), None))
        place = _place(book, page, above)
        if title or place is None or book.settings.is_unlisted(page.path):
            continue
        language = _LANGUAGE.search(page.path)
        key = place, _folded(page.title), language and language[0], frozenset(page.front.audience)
        other = first.setdefault(key, page)
        if other is page or _is_told_by_name(book, page):
            continue
        is_copy = not page.is_index and _is_called_as(PurePosixPath(page.path), PurePosixPath(other.path))
        is_beside = page.path in menu and other.path in menu and (page.is_index or menu[other.path][0] == above)
        if is_copy or is_beside or book.settings.nav is None:
            message = say("‘{title}’ is the title of {file} as well", title=page.title, file=other.document.file)
            hint = say("give one of the two a title of its own")
            if is_copy:
                hint = looks_like_copy(other)
            yield page.problem_at("JB485", message, hint, max(page.document.text.find(page.title), 0))


def _entries_of(nav: Iterable[Any], above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...], str | None]]:
    """Give each page that a navigation names, with the titles above it, and its own where the navigation has one."""
    for item in nav:
        for title, value in item.items() if isinstance(item, dict) else ((None, item),):
            if isinstance(value, list):
                yield from _entries_of(value, (*above, str(title)))
            elif isinstance(value, str):
                yield value, above, None if title is None else str(title)


def _place(book: Handbook, page: ContentPage, above: tuple[str, ...]) -> object:
    """Give what is beside a page in the menu: chapters, below the same titles, or a folder; None where it is alone."""
    path = PurePosixPath(page.path)
    if page.path in HOMES or path.parts[0] in GENERATED or "posts" in path.parts:
        return None
    if page.is_index:
        chapter = book.chapters.get(page.chapter or "")
        return ("chapters", above[:-1]) if chapter and chapter.opening is page else None
    return (path.parent.parent if path.parent.name.casefold() in _OLD else path.parent).as_posix()


def _is_told_by_name(book: Handbook, page: ContentPage) -> bool:
    """Tell whether JB476 tells a page, since its name is that of a copy."""
    folder, _, name = page.path.rpartition("/")
    return copied(name, {one.rpartition("/")[2] for one in book.pages if one.rpartition("/")[0] == folder}) is not None


def _is_called_as(path: PurePosixPath, other: PurePosixPath) -> bool:
    """Tell whether a page of this title is a copy by its name: `talk 2.md`, `talk-ANNA-PC.md` or `old/talk.md`."""
    if path.parent != other.parent:
        return path.name == other.name
    behind = path.stem.removeprefix(other.stem)
    return behind != path.stem and not behind[0].isalpha()
