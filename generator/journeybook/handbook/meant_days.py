"""Find days of workshops that are read as they stand, and most likely mean another day, half or hour."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.handbook.timetable import minute_of, slots
from journeybook.language.locales import locale_of
from journeybook.model import Workshop
from journeybook.model.meant_blocks import clock_in
from journeybook.model.meant_times import meant_clock
from journeybook.model.misread import Told
from journeybook.model.workshop import Day
from journeybook.problems import Path, say
from journeybook.source.quotes import in_quotes

_NIGHT = range(60, 5 * 60)
"""Minutes of a day at which no workshop begins: 1:30 is half past one of the afternoon."""
_NOON, _LATE_MORNING = 12 * 60, 9 * 60
_EVENINGS = frozenset(
    ("evening", "night", "abend", "soir", "soirée", "noche", "sera", "noite", "avond", "kväll", "aften")
)
_MORNINGS = frozenset(("morning", "after", "breakfast", "morgen", "matin", "mañana", "mattina"))
"""Words of a day that begins in the evening, and those by which it may begin in the morning all the same."""
_TIME = r"\d{1,2}:\d{2}"
_HOURS = re.compile(
    rf"(?P<rest>.*[^\s(,:–—-])(?:\s*[(,:–—-]\s*|\s+from\s+)(?P<start>{_TIME})\s*(?:[-–—]|to|until|bis)\s*(?P<end>{_TIME})\s*\)?"
    rf"|(?P<more>.*\S)\s*\(\s*(?:at\s+)?(?P<only>{_TIME})\s*\)",
    re.I,
)
"""Hours behind the title of a day: from when to when, or in brackets when it begins."""
_SAFE = re.compile(r"[^\W_](?:[\w .()/’,-]*[\w.)’])?")
"""A text that needs no quotation marks."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def meant_days(book: Handbook, workshop: Entry[Workshop]) -> Iterator[tuple[Path, Told]]:
    """Give the places of such days, with what is wrong and what to write instead."""
    languages = tuple(dict.fromkeys(("en", book.settings.language)))
    days = workshop.model.days
    for number, day in enumerate(days):
        if told := _at_night(day) or _evening(day):
            yield ("days", number, "start"), told
        elif told := _other_hours(book, day):
            yield ("days", number, "title"), told
        if told := _another_date(day, languages):
            yield ("days", number, "date"), told
        yield from _breaks(book, day, number)
    for number, (before, day) in enumerate(pairwise(days), 1):
        if told := _halves(before, day, languages):
            lacks = number - 1 if day.date and not before.date else number
            yield ("days", lacks, "title"), told


def _at_night(day: Day) -> Told | None:
    minute = minute_of(day.start)
    if minute not in _NIGHT:
        return None
    message = say("this day begins at {time}, at night", time=f"{minute // 60}:{minute % 60:02}")
    return message, say('write `start: "{time}"`', time=f"{minute // 60 + 12}:{minute % 60:02}")


def _evening(day: Day) -> Told | None:
    """Say that an evening that begins at 5:30 begins in the morning; None of all else."""
    minute = minute_of(day.start)
    words = {word.casefold() for word in _WORD.findall(day.title or "")}
    if not words & _EVENINGS or words & _MORNINGS or minute >= _LATE_MORNING:
        return None
    message = say(
        "‘{title}’ begins at {time}, in the morning", title=day.title, time=f"{minute // 60}:{minute % 60:02}"
    )
    later = say('write `start: "{time}"`', time=f"{minute // 60 + 12}:{minute % 60:02}")
    if day.end and minute < minute_of(day.end) < _NOON:
        end = minute_of(day.end)
        later = say(
            'write `start: "{time}"` and `end: "{end}"`',
            time=f"{minute // 60 + 12}:{minute % 60:02}",
            end=f"{end // 60 + 12}:{end % 60:02}",
        )
    return message, later


def _other_hours(book: Handbook, day: Day) -> Told | None:
    """Say that a title such as `Evening (19:00–21:30)` has other hours than the timetable; None where it has none.

    What begins then may be a block, before which there is time to arrive; `7:00` may be in the evening.
    """
    found = _HOURS.fullmatch((day.title or "").strip())
    start = meant_clock(found["start"] or found["only"]) if found else None
    end = meant_clock(found["end"]) if found and found["end"] else None
    begins = {minute_of(slot.start) % _NOON for slot in slots(book, day)}
    if found is None or start is None or minute_of(dt.time.fromisoformat(start)) % _NOON in begins:
        return None
    minute = minute_of(day.start)
    message = say(
        "‘{title}’ begins at {time} in the timetable", title=day.title, time=f"{minute // 60}:{minute % 60:02}"
    )
    title = found["rest"] or found["more"]
    title = title if _SAFE.fullmatch(title) else in_quotes(title)
    if day.end and end:
        hint = say(
            'write `title: {title}`, and `start: "{start}"` and `end: "{end}"` where these are right',
            title=title,
            start=start,
            end=end,
        )
        return message, hint
    return message, say('write `title: {title}`, and `start: "{start}"` where that is right', title=title, start=start)


def _another_date(day: Day, languages: tuple[str, ...]) -> Told | None:
    """Say that a title such as `16 January` has another day than the date; None where it has none, or a weekday."""
    said = _date_in(day.title or "", languages)
    if day.date is None or said in (None, (day.date.month, day.date.day)):
        return None
    message = say("the date is {date}, and the title ‘{title}’", date=day.date.isoformat(), title=day.title)
    meant = _in_year(day.date.year, *said) if said else None
    return message, say("write `date: {date}`, or another title", date=meant or "…")


def _in_year(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:  # 29 February
        return None


def _date_in(title: str, languages: tuple[str, ...]) -> tuple[int, int] | None:
    """Give the month and the day that a title consists of, with or without a year; None where it is anything else."""
    numbers = [int(found) for found in re.findall(r"\d+", title) if len(found) < 3]
    months = _months(languages)
    words = [word.casefold() for word in _WORD.findall(title)]
    said = {months[word] for word in words if word in months}
    is_all = all(word in months or word in ("of", "the", "st", "nd", "rd", "th") for word in words)
    found = is_all and len(numbers) == 1 and len(said) == 1 and 0 < numbers[0] < 32
    return (said.pop(), numbers[0]) if found else None


def _months(languages: tuple[str, ...]) -> dict[str, int]:
    each = (locale_of(tag).months["format"][width] for tag in languages for width in ("wide", "abbreviated"))
    return {name.casefold().rstrip("."): number for names in each for number, name in names.items()}


def _breaks(book: Handbook, day: Day, number: int) -> Iterator[tuple[Path, Told]]:
    """Find breaks whose names have a time, such as `Coffee 11:15`: the timetable shows one, which may be another."""
    for place, slot in enumerate(slots(book, day)):
        if not slot.block.break_ or not (found := clock_in(slot.block.break_)):
            continue
        clock, name = found
        said, minute = slot.start.strftime("%H:%M"), minute_of(slot.start)
        message = say("the timetable shows when this break begins, and its name does too")
        if clock.zfill(5) != said:
            time = f"{minute // 60}:{minute % 60:02}"
            message = say(
                "this break begins at {time} in the timetable, and its name says {said}", time=time, said=clock
            )
        hint = say('write `break: {name}`, and `start: "{start}"` where that is fixed', name=name, start=clock)
        yield ("days", number, "blocks", place, "break"), (message, hint)


def _halves(before: Day, day: Day, languages: tuple[str, ...]) -> Told | None:
    """Say that Morning and Afternoon without a date are counted as two days."""
    is_later = minute_of(day.start) > minute_of(before.start) or minute_of(day.start) in _NIGHT
    if (before.date and day.date) or not is_later:
        return None
    (one, first), (other, second) = (_half(part.title or "", languages) for part in (before, day))
    if not first or not second or first == second or one != other:
        return None
    if before.date or day.date:
        title = day.title if before.date else before.title
        message = say("‘{title}’ has no date, and is counted as a day of its own", title=title)
        return message, say(
            "write `date: {date}` in it, too", date=(before.date or day.date or dt.date.min).isoformat()
        )
    message = say(
        "‘{before}’ and ‘{title}’ are counted as two days: they have no date", before=before.title, title=day.title
    )
    return message, say("write the same `date:` in both, or put all blocks below one `start:`")


def _half(title: str, languages: tuple[str, ...]) -> tuple[str, str]:
    """Give a title without the part of the day that it names, and that; an empty one where it names none or two."""
    each = (locale_of(tag).day_periods["stand-alone"]["wide"].values() for tag in languages)
    periods = {name.casefold() for names in each for name in names}
    words = title.casefold().split()
    found = [word for word in words if word in periods]
    return " ".join(word for word in words if word not in periods), found[0] if len(found) == 1 else ""
