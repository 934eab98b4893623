"""Answer the small questions that templates ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup, escape

from journeybook.diagrams.parts.ways import ways
from journeybook.handbook import Chapter, ContentPage, Entry, Handbook
from journeybook.handbook.materials import Needed
from journeybook.handbook.picture_files import PictureInfo
from journeybook.handbook.pictures import info_of, picture_file
from journeybook.handbook.targets import Target, questions_of
from journeybook.handbook.timetable import Slot, step_starts
from journeybook.language.labels import LABELS
from journeybook.language.words import Words
from journeybook.markdown.addresses import safe_address
from journeybook.markdown.typed_addresses import typed_addresses
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.activity import Material, Per
from journeybook.model.base import Question, Resource
from journeybook.model.handout import Handout
from journeybook.model.illustration import Illustration
from journeybook.model.journey import Measure, Pain, Stage
from journeybook.pages.addresses import (
    agenda_of,
    calendar_of,
    compare_of,
    handout_path,
    indexes,
    picture_path,
    resource_path,
    run_sheet_of,
)
from journeybook.pages.facts import Fact, card_facts
from journeybook.pages.foreign import is_same, mark
from journeybook.pages.long_words import with_soft_hyphens
from journeybook.palette.stages import stage_class

NEXT_TO = 20  # entries of a shelf that a page names beside itself
_BOX = 708, 480  # pixels in which a picture has room: the column of text, and two thirds of a small window
_SIGN = 2  # letters: a unit as short as % stands behind each figure


@dataclass(frozen=True)
class ShownPicture:
    """A picture on a page: its path, and its width and height in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class StageBeside:
    """A stage that comes before or after another one, and on what condition it comes after."""

    stage: Stage
    condition: str = ""


@dataclass(frozen=True)
class Helpers:
    """Functions that are known in every template by their names here."""

    book: Handbook
    words: Words

    def names(self) -> dict[str, Callable[..., Any]]:
        """Give the functions by name."""
        return {name: getattr(self, name) for name in vars(type(self)) if not name.startswith("_") and name != "names"}

    def ngettext(self, one: str, other: str, number: int, **values: object) -> str:
        """Say a text that depends on a number; Babel finds such texts in templates by this name."""
        return self.words.many(one, other, number, **values)

    def has_page(self, path: str) -> bool:
        """Tell whether an index is in the handbook: made because it lists something, or written by an author."""
        return path in indexes(self.book) or self.book.page_at(path) is not None

    def said_by(self, entry: Entry[Any] | ContentPage | None, text: str) -> str:
        """Mark a text of an entry, such as its title, on a page that may be in another language."""
        own = entry.model.language if isinstance(entry, Entry) else None
        language = own or self.words.language
        return text if is_same(language, self.words.page) else mark(text, language)

    def hyphenated(self, entry: Entry[Any], text: str) -> str:
        """Give a text of an entry with soft hyphens in its long words."""
        return with_soft_hyphens(text, entry.model.language or self.words.language)

    def chapter_name(self, chapter: Chapter) -> str:
        """Give a chapter's number and title."""
        return chapter.name

    def audience_words(self, roles: Iterable[str]) -> list[str]:
        """Give the words for roles; a role of the handbook's own is its own word."""
        return [self.words.label(role) for role in roles]

    def stage_line(self, stage: Stage) -> list[str]:
        """Say when a stage happens, how long it takes, how many reach it, how much work it needs, for whom it is."""
        words = self.words
        effort = words("effort {effort} of 5", effort=stage.effort) if stage.effort else ""
        count = words.many("{number} person", "{number} people", stage.count) if stage.count is not None else ""
        found = [words.label(stage.period) if stage.period else "", words.label(stage.horizon) if stage.horizon else ""]
        found += [words.figures(stage.date or ""), words.span(stage.duration) if stage.duration else "", count, effort]
        roles = words.listing(self.audience_words(stage.audience))
        return [part for part in (*found, words("for {roles}", roles=roles) if roles else "") if part]

    def nested_journey(self, stage: Stage) -> Entry[Journey] | None:
        """Give the journey that shows a stage in detail."""
        return self.book.journeys.get(stage.journey)

    def as_is_of(self, entry: Entry[Journey]) -> Entry[Journey] | None:
        """Give the journey as it is with which one is compared."""
        return self.book.as_is_of(entry)

    def comparisons_of(self, entry: Entry[Journey]) -> list[Entry[Journey]]:
        """Give the journeys, as they should become, that are compared with one as it is."""
        return self.book.comparisons.get(entry.id, [])

    def compare_of(self, entry: Entry[Journey]) -> str:
        """Give the path of the page on which a journey is compared."""
        return compare_of(entry)

    def actor_titles(self, journey: Journey, keys: Iterable[str]) -> list[str]:
        """Give the titles of actors."""
        return [journey.actor_title(key) for key in keys]

    def stage_title(self, journey: Journey, key: str) -> str:
        """Give the title of the stage with that id."""
        return next((stage.title for stage in journey.stages if stage.key == key), key)

    def stages_beside(self, journey: Journey, stage: Stage) -> tuple[list[StageBeside], list[StageBeside]]:
        """Give the stages that lead to one, of those above it, and all that it leads to.

        A journey that branches leads along its ways, which may also go back; any other from stage to stage.
        """
        found, here = ways(journey), journey.place_of(stage.key) or 0
        above = dict.fromkeys(way.start for way in found if way.end == here > way.start)
        before = [StageBeside(journey.stages[start]) for start in above]
        after = [StageBeside(journey.stages[way.end], way.condition) for way in found if way.start == here]
        return before, after

    def next_to(self, entries: Sequence[Entry[Any]], current: Entry[Any]) -> Sequence[Entry[Any]]:
        """Give at most `NEXT_TO` entries around the current one: a page must not grow with the shelf that it stands on.

        Indexes leave out what is retired; beside such a page stand the first of its shelf.
        """
        at = next((place for place, entry in enumerate(entries) if entry is current), 0)
        begin = max(0, min(at - NEXT_TO // 2, len(entries) - NEXT_TO))
        return entries[begin : begin + NEXT_TO]

    def shown_activities(self, ids: Iterable[str]) -> list[Entry[Activity]]:
        """Give the activities with those ids that the handbook shows."""
        return [entry for id in dict.fromkeys(ids) if (entry := self.book.activities.get(id))]

    def worst_first(self, stage: Stage) -> list[Pain]:
        """Give the pains of a stage as its map does: the worst first, else in the author's order."""
        return sorted(stage.pains, key=lambda pain: -(pain.severity or 0))

    def counted_for(self, material: Material) -> str:
        """Say what a quantity of a material is for: each person; empty where it is for all."""
        match material.per if material.quantity else None:
            case Per.PERSON:
                return self.words("for each person")
            case Per.GROUP:
                return self.words("for each group")
            case _:
                return ""

    def counted(self, line: Needed) -> str:
        """Say how a line of a materials list is counted."""
        if line.each is None:
            return ""
        number = self.words.number(line.each)
        match line.per:
            case Per.PERSON:
                return self.words("{number} for each person", number=number)
            case Per.GROUP:
                return self.words("{number} for each group", number=number)
            case _:
                return self.words("for the room")

    def measured(self, measure: Measure) -> str:
        """Say what a measure is today and what it is to be: 70 % → 85 %, 3 → 8 meetings a month, → 5."""
        today, target = (self.words.number(n) if n is not None else "" for n in (measure.value, measure.target))
        unit = f"\u00a0{measure.unit}" if measure.unit else ""
        if today and target and len(measure.unit or "") <= _SIGN:
            today += unit
        said = f"{today}\u00a0→ {target}" if target else today
        return self.words.figures(f"{said}{unit}".strip())

    def variation_name(self, key: str) -> str:
        """Give the heading of a variation: `large_group` reads Large group."""
        return (
            self.words.first(self.words.label(key))
            if key in LABELS
            else self.words.first(key.replace("_", " ").replace("-", " "))
        )

    def kind_name(self, entry: Entry[Any]) -> str:
        """Say what an entry is: a journey, an activity or a workshop."""
        match entry.model:
            case Journey():
                return self.words("Journey")
            case Activity():
                return self.words("Activity")
            case _:
                return self.words("Workshop")

    def activity_number(self, entry: Entry[Activity]) -> str:
        """Say Activity 6, or Activity where it has no number."""
        number = entry.number
        return self.words("Activity {number}", number=number) if number else self.words("Activity")

    def activity_colour(self, entry: Entry[Activity]) -> str:
        """Give the class of the first stage that uses an activity; an empty text where none does."""
        uses = self.book.stage_uses.get(entry.id)
        return stage_class(uses[0].number) if uses else ""

    def card_facts(self, entry: Entry[Any]) -> list[Fact]:
        """Give what the card of an activity or a workshop shows in a list; what its author wrote is in its language."""
        facts, own = card_facts(self.book, entry.model, self.words), _own_words(entry.model, self.words)
        return [replace(fact, value=self.said_by(entry, fact.value)) if fact.value in own else fact for fact in facts]

    def linked(self, text: str) -> Markup:
        """Give a plain text, escaped, with links of the addresses of the web in it, as a Markdown field would have."""
        pieces, done = list[Markup](), 0
        for start, end, address in typed_addresses(text):
            if href := safe_address(address) if "://" in address else None:
                pieces += [escape(text[done:start]), Markup('<a href="{}">{}</a>').format(href, text[start:end])]
                done = end
        return Markup().join([*pieces, escape(text[done:])])

    def clock_start(self, slot: Slot) -> str:
        """Give what follows the address of a slot's activity, so that its steps are shown in clock times there."""
        timed = slot.activity and step_starts(slot.activity.model)
        return f"?start={slot.start:%H:%M}" if timed else ""

    def handout_path(self, entry: Entry[Activity], handout: Handout) -> str:
        """Give the path of a handout's page."""
        return handout_path(entry, handout)

    def resource_path(self, entry: Entry[Any], resource: Resource) -> str:
        """Give the path that a file to download is copied to: beside the page, under its own path."""
        return resource_path(entry, resource)

    def shown_picture(self, entry: Entry[Any], picture: Illustration) -> ShownPicture:
        """Give where a picture of an entry is copied to, and the size in which a page shows it, at the most."""
        settings = self.book.settings
        info = info_of(picture_file(settings, entry, picture), settings) or PictureInfo("", *_BOX)
        factor = min(1, _BOX[0] / info.width, _BOX[1] / info.height)
        wide, high = (max(1, round(side * factor)) for side in (info.width, info.height))
        return ShownPicture(picture_path(settings, entry, picture), wide, high)

    def run_sheet_of(self, entry: Entry[Workshop]) -> str:
        """Give the path of a workshop's run sheet."""
        return run_sheet_of(entry)

    def agenda_of(self, entry: Entry[Workshop]) -> str:
        """Give the path of a workshop's agenda."""
        return agenda_of(entry)

    def calendar_of(self, entry: Entry[Workshop]) -> str:
        """Give the path of a workshop's calendar file."""
        return calendar_of(entry)

    def questions_of(self, target: Target, own: ContentPage | None) -> list[Question]:
        """Give the questions that an embed shows: those of a page, a chapter, an activity, a journey or a stage."""
        if target.chapter or target.entry:
            return questions_of(target)
        return list(own.front.questions) if own else []


def _own_words(model: Any, words: Words) -> set[str]:
    """Give what a page says of an activity's time and people in its author's own words."""
    if not isinstance(model, Activity):
        return set()
    notes = {part.note for part in (model.duration, model.group) if part and part.note}
    return notes | {words.duration(model.duration)} if model.duration and model.duration.written else notes
