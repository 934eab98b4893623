"""What Python makes of clock times, workshops, names and texts: the scripts are held to the same."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from handbook.handbooks import book_of
from javascript.texts import texts_of
from journeybook.handbook import Handbook
from journeybook.handbook.entries import MOST_BYTES, RESERVED, is_unfit
from journeybook.handbook.fit import unfit_blocks
from journeybook.handbook.materials import materials
from journeybook.handbook.timetable import day_minutes, day_span, slots
from journeybook.language.words import Words
from journeybook.model.group import Group
from journeybook.model.types import Clock, plain, slug, time_zones
from journeybook.model.workshop import Day, Workshop
from journeybook.pages.finder import words_of
from journeybook.pages.plandata import plan_data, step_data
from journeybook.pages.site import Site

INPUTS: dict[str, list[str]] = json.loads((Path(__file__).parent / "inputs.json").read_text("utf-8"))
"""Clock times, titles of plans, texts that are typed, and words; a new case is a new line there."""
MINUTES = [1, 45, 59, 60, 61, 90, 119, 120, 6000]
PEOPLE = [(1, None), (12, None), (1, 12), (12, 12), (1, 1)]
LONG = ["a" * 300, "é" * 70, "研" * 70, "ab " * 60, "x" + "研" * 60, "e\N{COMBINING ACUTE ACCENT}" * 60]
FILES = {
    "toolkit/alone.yaml": """
title: Alone
duration: 20 min
materials: [{title: Pen, quantity: 1, per: person}, Chairs]
""",
    "toolkit/groups.yaml": """
title: In groups
duration: {min: 30 min, max: 45 min, preparation: 10 min}
group: {min: 4, max: 30, size: 4}
prerequisites: [alone]
materials:
  - {title: pen, quantity: 1, per: person}
  - {title: Flip chart, quantity: 1, per: group}
  - {title: STRASSE, quantity: 2, per: session}
  - {title: Straße, quantity: 2, per: session}
  - {title: Zebra, quantity: 2, per: session}
steps: [{title: Begin, minutes: 15, text: x}, {title: Go on, minutes: 30, text: y}]
""",
    "toolkit/more.yaml": """
title: More
duration: 1 h 30 min
group: {min: 2, size: 5}
materials: [{title: Flip chart, quantity: 1, per: group}, {title: 𝔸, quantity: 3}, {title: ﬀ, quantity: 3}, Ball]
""",
    "toolkit/pairs.yaml": """
title: In pairs
duration: about 25 min
group: 2
materials: [{title: Map, quantity: 1, per: group}]
""",
    "toolkit/long.yaml": """
title: Over days
duration: 2–3 days
group: up to 12
prerequisites: [pairs]
materials: [{title: Tent, quantity: 2, per: group}]
""",
    "toolkit/open.yaml": """
title: Open
duration: 2+ hours
group: 8+
materials: [{title: Rope, quantity: 1, per: group}]
""",
    "toolkit/noted.yaml": """
title: Noted
duration: {note: as long as it takes}
group: {note: two teams}
materials: [{title: Flag, quantity: 1, per: group}]
""",
}
BLOCKS = [
    "activity: alone",
    "activity: groups",
    "activity: more, minutes: 50",
    "break: Coffee, minutes: 15",
    "title: Own, minutes: 7",
    "activity: pairs",
    "activity: long, minutes: 90",
    "activity: open, minutes: 120",
    "activity: noted, minutes: 10",
]
STARTS = ['"09:00"', '"08:15"', '"13:59"', '"00:00"']


def vectors() -> str:
    """All of them, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        book = book_of(Path(folder), {**FILES, **_workshops()})
        made = {
            "clocks": [{"text": text, "minute": _minute(text)} for text in INPUTS["clocks"]],
            "durations": [{"minutes": minutes, "said": Words("en").minutes(minutes)} for minutes in MINUTES],
            "people": [{"least": least, "most": most, "said": _people(least, most)} for least, most in PEOPLE],
            "names": [
                {"title": title, "name": file_name(title, "My workshop")} for title in [*INPUTS["titles"], *LONG]
            ],
            "texts": [{"typed": text, "line": _line(text)} for text in INPUTS["texts"]],
            "zones": [{"text": text, "is_zone": text in time_zones()} for text in INPUTS["zones"]],
            "words": [{"text": text, "words": words_of(text)} for text in INPUTS["words"]],
            "said": texts_of("parts/plan-texts.html.j2"),
            **_book(book),
        }
    return json.dumps(made, indent=1, ensure_ascii=True) + "\n"


def _minute(text: str) -> int | None:
    try:
        time = TypeAdapter(Clock).validate_python(text)
    except ValidationError:
        return None
    return time.hour * 60 + time.minute


def _people(least: int, most: int | None) -> str:
    return Words("en").group(Group(min=least, max=most))


def _line(text: str) -> str:
    """As journeybook reads a line; a mark of the order of bytes says nothing inside a text."""
    bare = text.replace("\N{BOM}", "")
    try:
        return plain(bare)
    except PydanticCustomError:  # nothing is left of it
        return ""


def file_name(title: str, instead: str) -> str:
    """A name that journeybook takes for a file: the title as an id, cut where it is too long."""
    cut = slug(title).encode()[:MOST_BYTES].decode(errors="ignore")
    id = cut.strip("-") or slug(instead)
    return f"my-{id}" if id in RESERVED or is_unfit(id) else id


def _workshops() -> dict[str, str]:
    """Workshops whose days have every block at every place, with and without starts that are fixed or have passed."""
    return {f"toolkit/workshops/w{number:02}.yaml": _workshop(number) for number in range(18)}


def _workshop(number: int) -> str:
    blocks = [BLOCKS[(number + step * (1 + number % 3)) % len(BLOCKS)] for step in range(2 + number % 4)]
    fixed = ["", ', start: "10:30"', ', start: "14:05"', ', start: "09:05"'][number % 4]
    end = ["", '    end: "17:00"\n', '    end: "08:00"\n'][number % 3]
    lines = "".join(f"      - {{{block}{fixed if place == 1 else ''}}}\n" for place, block in enumerate(blocks))
    size = ["", "group_size: 1\n", "group_size: 13\n", "group_size: 20\n"][number % 4]
    day = f"  - start: {STARTS[number % 4]}\n{end}    blocks:\n{lines}"
    return f"title: Workshop {number}\n{size}days:\n{day}{day if number % 2 else ''}"


def _book(book: Handbook) -> dict[str, Any]:
    """The data of a handbook as the planner fetches it, and what each of its workshops needs and comes to."""
    site = Site(book, Words("en"))
    added = {
        entry.id: {
            "materials": _materials(book, entry.model),
            "days": [_day(book, day) for day in entry.model.days],
            "unfit": [
                {"day": found.day, "place": found.place, "kind": found.kind, "id": found.activity.id}
                for found in unfit_blocks(book, entry.model)
            ],
        }
        for entry in book.workshops
    }
    data, steps = (json.loads(made.content or b"") for made in (plan_data(site), step_data(site)))
    return {"book": data, "steps": steps, "added": added}


def _materials(book: Handbook, workshop: Workshop) -> list[dict[str, Any]]:
    lines = [(line, [entry.id for entry in line.activities]) for line in materials(book, workshop)]
    return [
        {"title": line.title, "number": line.number, "each": line.each, "per": line.per, "activities": ids}
        for line, ids in lines
    ]


def _day(book: Handbook, day: Day) -> dict[str, Any]:
    total, span = day_minutes(book, day), day_span(day)
    plan = [
        {"clock": slot.start.strftime("%H:%M"), "minutes": slot.minutes, "free": slot.free, "late": slot.late}
        for slot in slots(book, day)
    ]
    left = None if span is None else span - total
    return {"slots": plan, "total": total, "left": left, "reversed": span is not None and span <= 0}
