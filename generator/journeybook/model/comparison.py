"""Two journeys compared stage by stage: what stays, what is new, what is gone, and what is told otherwise.

Stages are matched by their ids, then by their titles; what is told of them by its text. Nothing is said in words here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import Any

from journeybook.model.compared_fields import FIELDS, ComparedField, whose
from journeybook.model.journey import Feeling, Journey, Stage
from journeybook.model.pairing import Spot, folded, merged, moved, paired
from journeybook.model.types import slug


class Fate(StrEnum):
    """What has become of a stage, or of something that is told of it."""

    STAYS = "stays"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """Something that is told of a stage: as it was, as it is to be, and what has become of it."""

    was: Any
    now: Any
    fate: Fate


@dataclass(frozen=True, slots=True)
class ComparedStage:
    """A stage as it was and as it is to be, with its places in both journeys from 0; None where one lacks it.

    `told` has what both say, by the names of fields; `moved`, whether it follows other stages than it did.
    """

    was: Stage | None
    now: Stage | None
    was_place: Spot
    place: Spot
    moved: bool
    told: dict[str, tuple[ComparedItem, ...]]

    @property
    def stage(self) -> Stage:
        """The stage as it is to be; as it was, where it is gone."""
        found = self.now or self.was
        assert found is not None
        return found

    @property
    def old_title(self) -> str:
        """Its title as it was, where that is another."""
        return self.was.title if self.was and self.now and self.was.title != self.now.title else ""

    @property
    def fate(self) -> Fate:
        """What has become of it."""
        if self.was is None:
            return Fate.NEW
        if self.now is None:
            return Fate.GONE
        same = (
            not self.moved
            and not self.old_title
            and not any(self.counted(fate) for fate in Fate if fate is not Fate.STAYS)
        )
        return Fate.STAYS if same else Fate.CHANGED

    def counted(self, fate: Fate) -> int:
        """Count what is told of it that has become so."""
        return sum(item.fate is fate for items in self.told.values() for item in items)

    def counted_in(self, name: str, fate: Fate) -> int:
        """Count what one field tells of it that has become so."""
        return sum(item.fate is fate for item in self.told.get(name, ()))


@dataclass(frozen=True)
class Comparison:
    """A journey as it is, `was`, beside the same as it should become, `now`."""

    was: Journey
    now: Journey

    @cached_property
    def stages(self) -> tuple[ComparedStage, ...]:
        """All stages of both, in the order of the second; those that are gone stand after what they followed."""
        was, now = self.was.stages, self.now.stages
        pairs = paired(was, now, [(partial(_key, self.was), partial(_key, self.now)), (_title, _title)])
        apart = moved(pairs)
        return tuple(self._stage(old, new, new in apart) for old, new in merged(pairs, len(was), len(now)))

    def _stage(self, was_place: Spot, place: Spot, apart: bool) -> ComparedStage:
        was = None if was_place is None else self.was.stages[was_place]
        now = None if place is None else self.now.stages[place]
        told = {field.name: tuple(self._items(field, was, now)) for field in FIELDS}
        shown = {name: items for name, items in told.items() if items}
        return ComparedStage(was, now, was_place, place, apart, shown)

    def _items(self, field: ComparedField, was: Stage | None, now: Stage | None) -> Iterator[ComparedItem]:
        old, new = (field.items(stage) if stage else () for stage in (was, now))
        keys = [(partial(key, self.was), partial(key, self.now)) for key in field.keys]
        for before, after in merged(paired(old, new, keys), len(old), len(new)):
            if before is None or after is None:
                gone = after is None
                yield ComparedItem(
                    None if before is None else old[before],
                    None if after is None else new[after],
                    Fate.GONE if gone else Fate.NEW,
                )
                continue
            same = field.rest(self.was, old[before]) == field.rest(self.now, new[after])
            yield ComparedItem(old[before], new[after], Fate.STAYS if same else Fate.CHANGED)

    @cached_property
    def subject(self) -> str | None:
        """Whose feelings can be compared, as `whose` names them: the one whose journey it is, where both tell of them.

        None where the two tell of different people, or of nobody.
        """
        was, now = (list(dict.fromkeys(_felt_by(journey))) for journey in (self.was, self.now))
        common = [one for one in now if one in was] or (now if not was else was if not now else [])
        return "" if "" in common else next(iter(common), None)

    def feelings(self, stage: Stage | None, *, now: bool) -> list[Feeling]:
        """Give what the `subject` feels in a stage of the one journey or the other."""
        journey = self.now if now else self.was
        felt = stage.feelings if stage and self.subject is not None else ()
        return [feeling for feeling in felt if whose(journey, feeling.actor) == self.subject]

    def better(self, compared: ComparedStage) -> float | None:
        """Give by how much a stage feels better; below 0 for worse, None where it cannot be compared.

        Of several feelings in one stage it is their mean that counts.
        """
        was = [feeling.score for feeling in self.feelings(compared.was, now=False)]
        now = [feeling.score for feeling in self.feelings(compared.now, now=True)]
        return sum(now) / len(now) - sum(was) / len(was) if was and now else None


def _felt_by(journey: Journey) -> Iterator[str]:
    return (whose(journey, feeling.actor) for stage in journey.stages for feeling in stage.feelings)


def _key(journey: Journey, stage: Stage) -> str | None:
    """Give a stage's id; None where it only counts, as `stage-2` does where a title has no letters."""
    counted = f"stage-{stage.number}"
    return None if stage.key == counted and not slug(stage.title) else stage.key


def _title(stage: Stage) -> str:
    return folded(stage.title)
