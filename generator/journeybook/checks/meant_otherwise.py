"""JB469: titles, dates and numbers that are read as they stand, and most likely mean something else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from journeybook.checks.lists_in_one_text import is_told
from journeybook.checks.review_dates import FIRST_YEAR, MOST_YEARS
from journeybook.handbook import Entry, Handbook
from journeybook.handbook.drawn import drawn_on_pages
from journeybook.handbook.meant_days import meant_days
from journeybook.handbook.timetable import minutes_of
from journeybook.handbook.titles import Titles, titles_of
from journeybook.handbook.typed_dates import nearest_day, wrong_dates
from journeybook.language.locales import locale_of
from journeybook.markdown.signs.code import without_code
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.journey import Horizon, Period
from journeybook.model.meant_blocks import clock_before, is_break, length_before, length_behind
from journeybook.model.meant_figures import may_be_target, measure_with_value, pain_with_severity, share_as_percent
from journeybook.model.meant_items import braces
from journeybook.model.meant_materials import counted
from journeybook.model.meant_places import beside_fields, several_in_one, several_titles, typed_places
from journeybook.model.misread import Told
from journeybook.model.types import slug
from journeybook.model.walk import markdown_fields, plain_fields
from journeybook.model.workshop import Block
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

_DAY = 'title: A day\ndays:\n  start: "09:30"\n  blocks: {{{block}}}\n'
CODES = (
    Code(
        "JB469",
        means=(
            "Something is read as it stands, and most likely means something else: a block with the title `Lunch` is "
            "work and no break; one with the title of an activity is not that activity; a break is called as a time of "
            "day, in quotation marks; a title has a time that the timetable shows as well; a day’s title names another "
            "day than its date, or other hours; a day is a year after the one above it, begins at night, is an evening "
            "that begins in the morning, or the afternoon of the one above it; its year is before 1990 or more than "
            "twenty years away; a count of a funnel is more than twice the one before it; a handout has no place to "
            "write, or a line, a box or cells typed into a text; a step says its minutes in its text alone; a duration "
            "is of 1 to 4 minutes; a pain’s severity or a measure’s value is a part of its words; a share such as 0.7 "
            "counts `%`; a measure is above its target, and does not say which is better; a feeling is nobody’s beside "
            "those of actors; a `centre` stands in a journey that is drawn as no cycle; a stage of a vision map lies "
            "before the one above it; stages lead from after to before; the title of a material has its number; a date "
            "in a text is none of any year, or has the weekday of another day."
        ),
        remedy="Write what the answer shows. If it is meant as it stands, leave it.",
        example=Example(
            wrong=_DAY.format(block="title: Lunch, minutes: 60"),
            right=_DAY.format(block="break: Lunch, minutes: 60"),
            file="toolkit/workshops/day.yaml",
        ),
    ),
)

_ERAS = {Horizon.ACHIEVED: 0, Horizon.TODAY: 1, Horizon.NEXT: 2, Horizon.PLANNED: 2, Horizon.VISION: 2}
"""Past, today and future, which a vision map draws from the first stage to the last."""
_PERIODS = (Period.BEFORE, Period.DURING, Period.AFTER)
_SAFE = re.compile(r"[^\W_][\w .()/’-]*")
"""A text that needs no quotation marks within braces."""
_YEAR = range(345, 386)
"""Days between two days of a workshop of which one has most likely the wrong year."""
_MANY_YEARS = 3 * 365
"""So many days nobody waits for the next day of a workshop."""
_TIMES_MORE = 2
"""So many times as many people as in the stage before nobody has in a funnel: digits were left out."""
_KEY_TYPED = re.compile(r"^activity\s*(?:\d{1,3}\s*[:.)–—-]?|[:–—-])\s*", re.I)
"""The key of an activity, typed into the title of a block, or what it is with its number."""
_FEW = re.compile(r"(?:[0-4]\s*(?:[-–—]|to)\s*)?[1-4]")
"""So few minutes nobody needs for an activity."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report blocks, days, counts and fields that most likely mean something else."""
    titles = titles_of(book.activities)
    for workshop in book.workshops:
        for number, day in enumerate(workshop.model.days):
            for place, block in enumerate(day.blocks):
                if told := _block(book, block, titles):
                    yield workshop.problem("JB469", *told, path=("days", number, "blocks", place, "title"))
        for path, told in meant_days(book, workshop):
            yield workshop.problem("JB469", *told, path=path)
        yield from _weekdays(book, workshop)
        yield from _years(workshop)
        yield from _far_years(workshop, book.settings.today)
    roads, rounds = drawn_on_pages(book, "vision"), drawn_on_pages(book, "cycle")
    for journey in book.journeys:
        yield from _rising(journey)
        if journey.id in roads or any(drawing.view == "vision" for drawing in journey.model.views):
            yield from _turning_back(journey)
        if journey.id not in rounds:
            yield from _around_nothing(journey)
        yield from _from_the_end(journey)
        yield from _above(journey)
        yield from _in_words(journey)
        yield from _shares(journey)
        yield from _felt_by_nobody(journey)
    yield from _dates(book)
    for activity in book.activities:
        yield from _typed(activity)
        yield from _empty_places(activity)
        yield from _short(activity)
        yield from _timed(activity)
        yield from _uncounted(activity)


def _dates(book: Handbook) -> Iterator[Problem]:
    """Report dates in texts that there are not, such as a Friday that is a Thursday, and 31 June."""
    language = book.settings.language
    for document, model in book.sources():
        for path, text in (*plain_fields(model), *markdown_fields(model)):
            for wrong in wrong_dates(text, language):
                yield document.problem_in("JB469", wrong.message, wrong.hint, path=path, needle=wrong.typed)
    for page in book.read_pages:
        for wrong in wrong_dates(without_code(page.body), str(page.document.data.get("language") or language)):
            yield page.problem_at("JB469", wrong.message, wrong.hint, page.body_at + wrong.start)


def _felt_by_nobody(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report feelings of nobody beside those of actors: they are a curve of their own, which no other one goes on."""
    stages = journey.model.stages
    named = dict.fromkeys(one.actor for stage in stages for one in stage.feelings if one.actor)
    for place, stage in enumerate(stages) if named else ():
        left = [actor for actor in named if actor not in {one.actor for one in stage.feelings}] or [*named]
        for number, feeling in enumerate(stage.feelings):
            if feeling.actor is None:
                message = say("this feeling is nobody’s, and others of this journey are: it is drawn as one more curve")
                hint = say("write `actor: {actor}`", actor=left[0])
                if len(left) > 1:
                    listed = ", ".join(f"`{actor}`" for actor in left)
                    hint = say("write whose it is, `actor: {actor}`: {listed}", actor=left[0], listed=listed)
                yield journey.problem("JB469", message, hint, path=("stages", place, "feelings", number))


def _block(book: Handbook, block: Block, titles: Titles) -> Told | None:
    """Say of a block’s own title that it is a break’s or an activity’s, or has a time in it; None where it is one."""
    title = block.title
    if title is None or block.break_:
        return None
    if found := clock_before(title):
        return say("the timetable shows when this block begins, and its title does too"), _without_clock(*found)
    length, minutes = length_behind(title), minutes_of(book, block)
    if length and title.rstrip().endswith(")") and minutes not in (None, length[1]):
        message = say("the title says {said} minutes, and the block takes {minutes}", said=length[1], minutes=minutes)
        return message, say("write `title: {title}` and `minutes: {minutes}`", title=length[0], minutes=length[1])
    if block.activity:
        return None
    if is_break(title):
        message = say("‘{title}’ is counted as work, and not as a break", title=title)
        return message, say("write `break: {title}` in place of `title: {title}`", title=title)
    bare = _KEY_TYPED.sub("", title)
    meant = bare if bare in book.activities else titles.get(slug(bare))
    if meant is None:
        return None
    message = say("there is an activity of that name, and this block does not lead to it")
    return message, say("write `activity: {id}` in place of the title", id=meant)


def _without_clock(start: str, title: str) -> Text:
    return say('write `title: {title}`, and `start: "{start}"` where that is fixed', title=title, start=start)


def _weekdays(book: Handbook, workshop: Entry[Workshop]) -> Iterator[Problem]:
    """Report titles of days, such as `Monday`, whose date is another day of the week."""
    languages = dict.fromkeys(("en", book.settings.language))
    names = {name: number for language in languages for name, number in _names(language)}
    beside = {word for language in languages for word in _words_beside(language)}
    for number, day in enumerate(workshop.model.days):
        words = re.findall(r"[^\W\d_]+", (day.title or "").casefold())
        said = {names[word] for word in words if word in names}
        if (
            day.date is None
            or len(said) != 1
            or day.date.weekday() in said
            or not beside.union(names).issuperset(words)
        ):
            continue
        message = say("{date} is not a {weekday}", date=day.date.isoformat(), weekday=day.title)
        weekday = said.pop()
        hint = _right_day(day.title or "", day.date, weekday, book.settings.language)
        if meant := _in_year_of(workshop.model.days[0].date, day.date, weekday):
            hint = say("write `date: {date}`, or another title", date=meant.isoformat())
        yield workshop.problem("JB469", message, hint, path=("days", number, "date"))


def _in_year_of(first: dt.date | None, date: dt.date, weekday: int) -> dt.date | None:
    """Give the day in the year of the first day of a workshop, where that has the weekday; None where it has not."""
    if first is None or first.year == date.year or (date.month, date.day) == (2, 29):
        return None
    meant = date.replace(year=first.year)
    return meant if meant.weekday() == weekday else None


def _right_day(title: str, date: dt.date, said: int, language: str) -> Text:
    """Say which day a title means; where it has the day of the month as well, its weekday is wrong."""
    if any(int(found) == date.day for found in re.findall(r"\d{1,2}(?!\d)", title)):
        return say("write `title: {title}`", title=in_quotes(_with_weekday(title, date, language)))
    return say("write `date: {date}`, or another title", date=nearest_day(date, said).isoformat())


def _with_weekday(title: str, date: dt.date, language: str) -> str:
    """Give a title with the weekday of a date in place of its own."""
    for tag in dict.fromkeys(("en", language)):
        for name, _ in _names(tag):
            if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.I):
                right = next(one for one, number in _names(tag) if number == date.weekday())
                return title[: found.start()] + right[:1].upper() + right[1:] + title[found.end() :]
    return title


def _names(language: str) -> Iterator[tuple[str, int]]:
    """Give the names of the days of the week, in small letters, with their numbers from Monday, 0."""
    days = locale_of(language).days["format"]["wide"]
    yield from ((name.casefold(), number) for number, name in days.items())


def _words_beside(language: str) -> Iterator[str]:
    """Give the words that stand beside a weekday in a title that is no more than a date: months, parts of days."""
    locale = locale_of(language)
    names = [*locale.day_periods["stand-alone"]["wide"].values()]
    names += (name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values())
    yield from ("day", "the", "of", "st", "nd", "rd", "th")
    for name in names:
        yield from re.findall(r"[^\W\d_]+", name.casefold())


def _years(workshop: Entry[Workshop]) -> Iterator[Problem]:
    days = workshop.model.days
    for number, (before, day) in enumerate(pairwise(days), 1):
        apart = (day.date - before.date).days if day.date and before.date else 0
        if apart not in _YEAR and apart < _MANY_YEARS:
            continue
        message = say("this day is a year after the one above it")
        if apart >= _MANY_YEARS:
            message = say("this day is {number} years after the one above it", number=apart // 365)
        hint = say("look at the years, of which one may be that of before or after")
        yield workshop.problem("JB469", message, hint, path=("days", number, "date"))


def _far_years(workshop: Entry[Workshop], today: dt.date) -> Iterator[Problem]:
    """Report the first day of a year in which no workshop is, such as 1927 or 2206; a day of the past is a record."""
    told: set[int] = set()
    for number, day in enumerate(workshop.model.days):
        if day.date is None or day.date.year in told or FIRST_YEAR <= day.date.year <= today.year + MOST_YEARS:
            continue
        told.add(day.date.year)
        date = day.date.isoformat()
        message = say("{date} is far away, so that nobody will be there", date=date)
        if day.date < today:
            message = say("{date} is long ago, so that nobody can be there", date=date)
        hint = say("look at the year")
        if meant := _with_near_year(day.date, today.year):
            hint = say("write `date: {date}` if that is meant", date=meant.isoformat())
        yield workshop.problem("JB469", message, hint, path=("days", number, "date"))


def _with_near_year(date: dt.date, today: int) -> dt.date | None:
    """Give a date in the one year near today of which a far one has the last figures, or all in another order."""
    typed = f"{date.year:04}"
    years = [str(today + more) for more in range(-1, 4)]
    near = [year for year in years if year[2:] == typed[2:] or sorted(year) == sorted(typed)]
    try:
        return date.replace(year=int(near[0])) if len(near) == 1 else None
    except ValueError:  # 29 February
        return None


def _rising(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report counts that are much more than those before them, where a funnel shows them."""
    if not any(drawing.view == "funnel" for drawing in journey.model.views):
        return
    counts = [(place, stage.count) for place, stage in enumerate(journey.model.stages) if stage.count is not None]
    for (_, before), (place, count) in pairwise(counts):
        if before and count > before * _TIMES_MORE:
            message = say("{count} people reach this stage, and {before} the one before it", count=count, before=before)
            hint = say("a funnel grows narrower: look at both numbers, such as 12 for 12400")
            yield journey.problem("JB469", message, hint, path=("stages", place, "count"))


def _turning_back(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report the first stage of a vision map that lies before the one above it, such as `today` below `planned`."""
    told = [(place, stage.horizon) for place, stage in enumerate(journey.model.stages) if stage.horizon]
    for (_, above), (place, horizon) in pairwise(told):
        if _ERAS[horizon] < _ERAS[above]:
            message = say("a vision map leads on, and ‘{horizon}’ comes before ‘{above}’", horizon=horizon, above=above)
            hint = say("put the stages in the order {order}", order=", ".join(Horizon))
            yield journey.problem("JB469", message, hint, path=("stages", place, "horizon"))
            return


def _around_nothing(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report the centre of a cycle, where nothing draws one."""
    views = [drawing.view for drawing in journey.model.views]
    if journey.model.centre and "cycle" not in views:
        message = say("this is the middle of a cycle, and the journey is drawn as none: nobody sees it")
        hint = say("write `views: [{views}]`, or take it out", views=", ".join([*views, "cycle"]))
        yield journey.problem("JB469", message, hint, path=("centre",), at_key=True)


def _from_the_end(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report periods that lead from `after` to `before`: the two have changed places. Any other order goes round."""
    periods = [(place, stage.period) for place, stage in enumerate(journey.model.stages) if stage.period]
    order = [_PERIODS.index(period) for _, period in periods]
    if [*dict.fromkeys(order)] == [2, 1, 0] and order == sorted(order, reverse=True):
        message = say("the first stage is after what the journey is about, and the last one before it")
        hint = say(
            "write `period: before` here, and `period: after` in ‘{title}’",
            title=journey.model.stages[periods[-1][0]].title,
        )
        yield journey.problem("JB469", message, hint, path=("stages", periods[0][0], "period"))


def _above(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report measures that are above their target and do not say whether that is good: of days of waiting it is not."""
    for place, stage in enumerate(journey.model.stages):
        for number, one in enumerate(stage.measures):
            if one.value is None or one.target is None or one.value <= one.target or "better" in one.model_fields_set:
                continue
            message = say("{value} is more than the target, {target}", value=f"{one.value:g}", target=f"{one.target:g}")
            hint = say("write `better: lower` where less is better, and `better: higher` where it is reached")
            path: Path = ("stages", place, "measures", number, "value")
            yield journey.problem("JB469", message, hint, path=path)


def _in_words(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report pains and measures whose figure stands in their words, where nothing counts it."""
    for place, stage in enumerate(journey.model.stages):
        pains = (
            ("pains", number, "text", pain_with_severity(pain, number + 1)) for number, pain in enumerate(stage.pains)
        )
        measures = (("measures", number, "title", measure_with_value(one)) for number, one in enumerate(stage.measures))
        for key, number, short, shown in (*pains, *measures):
            if shown:
                path: Path = ("stages", place, key, number)
                hint = say("write `{item}`", item=braces(**shown))
                if journey.document.has((*path, short)):
                    path = (*path, short)
                    hint = say(
                        "write {fields}", fields=", ".join(f"`{braces(**{one: shown[one]})[1:-1]}`" for one in shown)
                    )
                elif key == "measures" and may_be_target(stage.measures[number]):
                    wanted = {("target" if one == "value" else one): value for one, value in shown.items()}
                    hint = say(
                        "write `{item}`; or `{other}` if it is wanted", item=braces(**shown), other=braces(**wanted)
                    )
                message = say("the figure of this is a part of its words, and nothing counts it")
                yield journey.problem("JB469", message, hint, path=path)


def _shares(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report a value and a target that are shares of 1 while they count `%`, of which 0.7 is nearly nothing."""
    for place, stage in enumerate(journey.model.stages):
        for number, one in enumerate(stage.measures):
            if shares := share_as_percent(one):
                message = say(
                    "readers see {value} {unit}, which is nearly nothing", value=f"{one.value:g}", unit=one.unit
                )
                hint = say("write `value: {value}` and `target: {target}`", value=shares[0], target=shares[1])
                yield journey.problem("JB469", message, hint, path=("stages", place, "measures", number, "value"))


def _typed(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report fields of handouts that have lines, boxes or cells typed into their texts: pages draw them."""
    for number, sheet in enumerate(activity.model.handouts):
        for path, told in beside_fields(sheet):
            yield activity.problem("JB469", *told, path=("handouts", number, *path))
        yield from _one_field(activity, number, [field.label for field in sheet.fields])
        for place, field in enumerate(sheet.fields):
            for path, told in typed_places(field):
                yield activity.problem("JB469", *told, path=("handouts", number, "fields", place, *path))
            for path, told in several_in_one(field):
                own: Path = ("handouts", number, "fields", place, *path)
                if not (is_told(activity.document, own) or _is_quoted(activity.document, own)):
                    yield activity.problem("JB469", *told, path=own)


_EMPTY_PLACES = {
    "table": "table: {columns: [What, When]}",
    "box": "box: medium",
    "scale": "scale: 1–10",
    "choices": "choices: [Yes, No]",
}
"""What may stand for a place to write behind which nothing is written."""


def _empty_places(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report `scale:` and the like with nothing behind it, in whose place a line is drawn."""
    for path, _ in activity.document.valueless() if activity.model.handouts else ():
        key = str(path[-1])
        if path[0] == "handouts" and "fields" in path and key in _EMPTY_PLACES and isinstance(path[-2], int):
            message = say("nothing is written after ‘{key}:’, so that a line is drawn in its place", key=key)
            hint = say("write `{form}`, or take the line out", form=_EMPTY_PLACES[key])
            yield activity.problem("JB469", message, hint, path=path, at_key=True)


def _one_field(activity: Entry[Activity], number: int, labels: list[str]) -> Iterator[Problem]:
    """Report the only field of a handout, written without a list, whose label is a number or several labels."""
    path: Path = ("handouts", number, "fields")
    if len(labels) != 1 or isinstance(activity.document.value(path), dict | list) or is_told(activity.document, path):
        return
    if labels[0].isdigit():
        message = say("‘{text}’ would be the label of the only field", text=labels[0])
        hint = say("write `{form}`", form=f"fields: {{label: …, lines: {labels[0]}}}")
        yield activity.problem("JB469", message, hint, path=path)
    elif (parts := several_titles(labels[0])) and not _is_quoted(activity.document, path):
        message = say("this is read as one field, and not as {number}", number=len(parts))
        yield activity.problem("JB469", message, say("write `[{words}]`", words=", ".join(parts)), path=path)


def _is_quoted(document: Document, path: Path) -> bool:
    """Tell whether a text stands in quotation marks, as one that is meant as it stands."""
    return getattr(document.at(path), "style", None) in ("'", '"')


def _timed(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report minutes at the start, or in brackets at the end, of a step’s title or only line, which no sum has."""
    for place, step in enumerate(activity.model.steps):
        key, text = ("title", step.title) if step.title else ("text", (step.text or "").strip())
        found = (length_behind(text) if text.endswith(")") else length_before(text)) if "\n" not in text else None
        if found is None or found[1] == step.minutes or (step.minutes and key == "text"):
            continue
        title, minutes = found
        message = say("the time of this step is a part of its text, and nothing counts it")
        if step.minutes:
            message = say(
                "the title says {said} minutes, and the step takes {minutes}", said=minutes, minutes=step.minutes
            )
        hint = say("write `{key}: {text}` and `minutes: {minutes}`", key=key, text=title, minutes=minutes)
        own = ("steps", place, key) if activity.document.has(("steps", place, key)) else ("steps", place)
        yield activity.problem("JB469", message, hint, path=own)


def _uncounted(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report materials whose number stands in their title, where no workshop counts it."""
    for place, material in enumerate(activity.model.materials):
        found = counted(material.title) if material.quantity is None else None
        if found is None:
            continue
        title, number, per = found
        keys = [f"title: {title if _SAFE.fullmatch(title) else in_quotes(title)}", f"quantity: {number}"]
        keys += [f"per: {per}"] if per else []
        path: Path = ("materials", place, "title")
        message = say("the number in ‘{title}’ is a part of its name: no workshop counts it", title=material.title)
        hint = say("write `{form}` in its place", form="{" + ", ".join(keys) + "}")
        if activity.document.has(path):
            hint = say("write {forms} in its place", forms=" ".join(f"`{key}`" for key in keys))
        else:
            path = path[:-1] if isinstance(activity.document.value(path[:1]), list) else path[:1]
        yield activity.problem("JB469", message, hint, path=path)


def _short(activity: Entry[Activity]) -> Iterator[Problem]:
    """Report a duration of a bare number that is more likely hours, such as `1-2`."""
    given = activity.document.value(("duration",))
    fields = {"duration": given} if isinstance(given, str) else given if isinstance(given, dict) else {}
    for key, value in fields.items():
        text = value.strip() if key in ("duration", "min", "max") and isinstance(value, str) else ""
        if _FEW.fullmatch(text):
            message = say("‘{text}’ is read as minutes, which are very few", text=text)
            hint = say("write `{text} h` or `{text} min`", text=text)
            path: Path = ("duration",) if key == "duration" else ("duration", key)
            yield activity.problem("JB469", message, hint, path=path)
