"""JB415 and JB416: a workshop's activities that are for other numbers of people, or lack what comes before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.handbook.fit import UnfitBlock, Unfitness, unfit_blocks
from journeybook.model import Activity, Workshop
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Problem, say

_FILE = "toolkit/workshops/start.yaml"
_DAY = 'title: A day to begin\n{size}days:\n  start: "09:30"\n  blocks:\n{blocks}'
CODES = (
    Code(
        "JB415",
        means=(
            "A workshop’s `group_size` is more than the `max` of an activity’s `group`, or less than its `min`. An "
            "activity for exactly so many, such as `group: 2`, is for as many groups as there are."
        ),
        remedy=(
            "Where people form several groups, write `size:` in place of `max:` into the activity’s `group`; else "
            "change its `max`, or plan another activity."
        ),
        example=Example(
            wrong=_DAY.format(size="group_size: 60\n", blocks="    - {activity: talk, minutes: 30}\n"),
            right=_DAY.format(size="group_size: 12\n", blocks="    - {activity: talk, minutes: 30}\n"),
            file=_FILE,
            beside={"toolkit/talk.yaml": "title: A first talk\ngroup: 2–12\n"},
        ),
    ),
    Code(
        "JB416",
        means=(
            "A workshop has an activity whose prerequisite comes later, or is not in it and no text of the workshop "
            "links to it."
        ),
        remedy="Put it before; where people have done it earlier, say so in a text, and link to it.",
        example=Example(
            wrong=_DAY.format(size="", blocks="    - {activity: talk, minutes: 30}\n"),
            right=_DAY.format(
                size="", blocks="    - {activity: walk, minutes: 30}\n    - {activity: talk, minutes: 30}\n"
            ),
            file=_FILE,
            beside={
                "toolkit/talk.yaml": "title: A first talk\nprerequisites: [walk]\n",
                "toolkit/walk.yaml": "title: A walk\n",
            },
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report blocks whose activity is not for the people of the workshop, or comes before what it needs."""
    for workshop in book.workshops:
        texts = [text for _, text in markdown_fields(workshop.model)]
        for found in unfit_blocks(book, workshop.model):
            block = workshop.model.days[found.day].blocks[found.place]
            if found.kind is Unfitness.LATE and found.activity.id == block.activity:
                continue  # an activity that needs itself is told where it says so
            if found.kind is Unfitness.CROWD:
                yield _crowd(workshop, found)
            elif found.kind is Unfitness.LATE or not _is_told(found.activity.id, texts):
                yield _early(book, workshop, found)


def _is_told(id: str, texts: Iterable[str]) -> bool:
    """Tell whether a text links to an activity: then it says when people have done it."""
    link = re.compile(rf"activity:{re.escape(id)}(?![\w-])")
    return any(link.search(text) for text in texts)


def _crowd(workshop: Entry[Workshop], found: UnfitBlock) -> Problem:
    group, people = found.activity.model.group, workshop.model.group_size or 0
    title = found.activity.title
    if group and people < group.min:
        message = say(
            "‘{title}’ is for {least} people at least, and this workshop has {people}",
            title=title,
            least=group.min,
            people=people,
        )
        hint = say("plan another activity, or change its `group`")
    else:
        most = group.max if group else None
        message = say(
            "‘{title}’ is for {most} people at most, and this workshop has {people}",
            title=title,
            most=most,
            people=people,
        )
        hint = say("plan another activity, or change its `max`")
        if group and group.size is None:
            shown = f"{{min: {group.min}, size: {most}}}"
            hint = say("where people form several groups, write `group: {shown}`; or change its `max`", shown=shown)
    return workshop.problem("JB415", message, hint, path=_path(found))


def _early(book: Handbook, workshop: Entry[Workshop], found: UnfitBlock) -> Problem:
    needed = found.activity
    title = _title(book, workshop.model, found)
    if found.kind is Unfitness.MISSING:
        message = say("‘{title}’ needs ‘{first}’ first, which is not in this workshop", title=title, first=needed.title)
        hint = say(
            "write a block before it, - {block}; or say in a text when people have done it: {link}",
            block=f"{{activity: {needed.id}}}",
            link=f"[{needed.title}](activity:{needed.id})",
        )
    else:
        message = say("‘{title}’ needs ‘{first}’ first, which comes later", title=title, first=needed.title)
        hint = say("put the block with `{id}` before this one", id=needed.id)
    return workshop.problem("JB416", message, hint, path=_path(found))


def _title(book: Handbook, workshop: Workshop, found: UnfitBlock) -> str:
    block = workshop.days[found.day].blocks[found.place]
    entry: Entry[Activity] | None = book.activities.get(block.activity)
    return entry.title if entry else ""


def _path(found: UnfitBlock) -> tuple[str | int, ...]:
    return "days", found.day, "blocks", found.place, "activity"
