"""What the page of a comparison shows: two journeys stage by stage, with what is new, changed and gone, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from journeybook.diagrams.parts.compared_labels import COUNTED, MARKS, SIGNS
from journeybook.handbook import Entry
from journeybook.model import Journey
from journeybook.model.compared_fields import FIELDS
from journeybook.model.comparison import ComparedItem, ComparedStage, Comparison, Fate
from journeybook.pages.addresses import gone_anchor
from journeybook.pages.helpers import Helpers
from journeybook.pages.site import Site
from journeybook.pages.told_items import NAMES, ToldItems

SHORT = 60
"""Characters: what is longer stands in the other column, and is not said again beside what it has become."""


@dataclass(frozen=True)
class ToldItem:
    """Something that is told of a stage, in words.

    `fate`, `mark` and `sign` say what has become of it, as a name, a sign and a word; they are empty where it stays, or
    where the whole stage has the same. `was` is what it was, if it has changed and that is short.
    """

    text: str
    note: str = ""
    fate: str = ""
    mark: str = ""
    sign: str = ""
    was: str = ""


@dataclass(frozen=True)
class ToldField:
    """A field of a stage in both journeys; `same` where nothing of it is another, and `now` says it all."""

    name: str
    was: list[ToldItem]
    now: list[ToldItem]
    same: bool


@dataclass(frozen=True)
class ToldStage:
    """A stage in both journeys: `key` is its anchor on the page, `details` what is another in it beside its fields."""

    compared: ComparedStage
    key: str
    sign: str
    details: list[str]
    feels: tuple[str, str]
    fields: list[ToldField]


@dataclass(frozen=True)
class Comparing:
    """The words of one comparison: a journey as it should become, and the one as it is."""

    site: Site
    entry: Entry[Journey]
    as_is: Entry[Journey]

    def values(self) -> dict[str, Any]:
        """Give what the template shows."""
        stages = [self._stage(found) for found in self.comparison.stages]
        felt = any(text for stage in stages for text in stage.feels)
        told = {"as_is": self.as_is, "summaries": list(self.summaries()), "stages": stages, "felt": felt}
        return told | {"maps": self._maps(stages)}

    def _maps(self, stages: list[ToldStage]) -> list[tuple[Entry[Journey], list[ToldStage]]]:
        """Give both journeys, each with its stages in its own order, where both are drawn as maps."""
        if not all(any(drawing.view == "map" for drawing in one.model.views) for one in (self.as_is, self.entry)):
            return []
        was = sorted((one for one in stages if one.compared.was), key=lambda one: one.compared.was_place or 0)
        now = sorted((one for one in stages if one.compared.now), key=lambda one: one.compared.place or 0)
        return [(self.as_is, was), (self.entry, now)]

    @cached_property
    def comparison(self) -> Comparison:
        """The comparison itself."""
        return Comparison(self.as_is.model, self.entry.model)

    def summaries(self) -> Iterator[str]:
        """Say in sentences what is another: stages, feelings, pains and effort."""
        comparison, words = self.comparison, self.site.words
        yield self._stages_summed(comparison)
        moods = [mood for found in comparison.stages if (mood := comparison.better(found)) is not None]
        if moods:
            yield self._moods_summed(sum(mood > 0 for mood in moods), sum(mood < 0 for mood in moods), len(moods))
        gone, new = (
            sum(found.counted_in("pains", fate) for found in comparison.stages) for fate in (Fate.GONE, Fate.NEW)
        )
        if gone or new:
            yield words("Pains: {gone} gone, {new} new.", gone=words.number(gone), new=words.number(new))
        was, now = (sum(stage.effort or 0 for stage in one.stages) for one in (comparison.was, comparison.now))
        if was and now:
            was_said, now_said = words.number(was), words.number(now)
            yield words("Effort of all stages: {was} today, {now} as it should become.", was=was_said, now=now_said)

    def _moods_summed(self, better: int, worse: int, count: int) -> str:
        words = self.site.words
        first = words("Feelings: better in {better} of {count}", better=words.number(better), count=words.number(count))
        parts = [first, *([words("worse in {worse}", worse=words.number(worse))] if worse else [])]
        return words("{parts}.", parts=words.listing(parts))

    def _stages_summed(self, comparison: Comparison) -> str:
        words, found = self.site.words, comparison.stages
        new, gone = (sum(stage.fate is fate for stage in found) for fate in (Fate.NEW, Fate.GONE))
        stay = len(found) - new - gone
        changed = sum(stage.fate is Fate.CHANGED for stage in found)
        parts = [words.many("{number} stage stays", "{number} stages stay", stay)]
        parts += [words.many("{number} is new", "{number} are new", new)] if new else []
        parts += [words.many("{number} is gone", "{number} are gone", gone)] if gone else []
        first = words("{parts}.", parts=words.listing(parts))
        if not changed:
            return first
        second = words.many(
            "Of those that stay, {number} has changed.", "Of those that stay, {number} have changed.", changed
        )
        return f"{first} {second}"

    def _stage(self, found: ComparedStage) -> ToldStage:
        key = found.stage.key if found.now else gone_anchor(found.stage.key)
        was, now = (self._felt(found, now=now) for now in (False, True))
        fields = [told for field in FIELDS if (told := self._field(found, field.name))]
        return ToldStage(found, key, self._sign(found.fate), list(self._details(found)), (was, now), fields)

    def _sign(self, fate: Fate) -> str:
        return f"{MARKS[fate]} {self._word(fate)}"

    def _word(self, fate: Fate) -> str:
        return self.site.words(SIGNS[fate].template)

    def _details(self, found: ComparedStage) -> Iterator[str]:
        words = self.site.words
        if found.old_title:
            yield words("was ‘{title}’", title=self._by(self.as_is, found.old_title))
        if found.moved:
            yield words("moved, was {number}", number=(found.was_place or 0) + 1)
        if better := self.comparison.better(found):
            yield words("feels better") if better > 0 else words("feels worse")
        for fate, text in COUNTED.items():
            if found.was and found.now and (count := found.counted(fate)):
                yield words(text.template, count=words.number(count))

    def _felt(self, found: ComparedStage, *, now: bool) -> str:
        feelings = self.comparison.feelings(found.now if now else found.was, now=now)
        return " · ".join(self.site.words.score(feeling.score) for feeling in feelings)

    def _field(self, found: ComparedStage, name: str) -> ToldField | None:
        items = found.told.get(name, ())
        both = found.was is not None and found.now is not None  # else the stage itself has the sign of all
        was = [self._item(name, item, signed=both, now=False) for item in items if item.was is not None]
        now = [self._item(name, item, signed=both, now=True) for item in items if item.now is not None]
        was, now = ([item for item in told if item.text] for told in (was, now))
        same = all(item.fate is Fate.STAYS for item in items)
        return ToldField(self.site.words(NAMES[name].template), was, now, same) if was or now else None

    def _item(self, name: str, item: ComparedItem, *, signed: bool, now: bool) -> ToldItem:
        entry, value = (self.entry, item.now) if now else (self.as_is, item.was)
        text, note = self._said(entry, name, value)
        signed = signed and item.fate in ((Fate.NEW, Fate.CHANGED) if now else (Fate.GONE,))
        was = ""
        if now and item.fate is Fate.CHANGED:
            old_text, old_note = self._said(self.as_is, name, item.was)
            was = old_note or old_text
            was = was if len(was) <= SHORT else ""
        if not text:
            text, note = note, ""
        if not signed:
            return ToldItem(text, note)
        return ToldItem(text, note, item.fate.value, MARKS[item.fate], self._word(item.fate), was)

    def _said(self, entry: Entry[Journey], name: str, value: Any) -> tuple[str, str]:
        told = ToldItems(self.site.book, self.site.words, entry)
        text, note = told(name, value)
        return self._by(entry, text), self._by(entry, note) if note else ""

    def _by(self, entry: Entry[Journey], text: str) -> str:
        return Helpers(self.site.book, self.site.words).said_by(entry, text)
