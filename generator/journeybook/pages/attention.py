"""The stages that need attention first, of all journeys, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook import Entry
from journeybook.handbook.book import StageUse
from journeybook.language.words import Words
from journeybook.model import Journey
from journeybook.model.attention import Attention, attention
from journeybook.model.journey import Measure, Stage
from journeybook.pages.helpers import Helpers
from journeybook.pages.site import Site

SHOWN = 10
"""So many stages are listed; the others are folded."""


@dataclass(frozen=True)
class NeedyStage:
    """A stage that needs attention, its points, and its reasons in words."""

    use: StageUse
    points: int
    reasons: str

    @property
    def journey(self) -> Entry[Journey]:
        """The journey that it is a stage of."""
        return self.use.journey

    @property
    def stage(self) -> Stage:
        """The stage itself."""
        return self.use.stage


def needy_stages(site: Site) -> list[NeedyStage]:
    """Give every stage with a point, the most first; of several with as many, in the order of the journeys.

    Of two journeys that are compared, the one as it is counts.
    """
    return sorted(_found(site), key=lambda found: -found.points)


def _found(site: Site) -> Iterator[NeedyStage]:
    for journey in site.book.journeys_in_order:
        if site.book.as_is_of(journey):  # what should become is not there yet
            continue
        for place, stage in enumerate(journey.model.stages):
            need = attention(stage)
            if need.points:
                reasons = _reasons(site, journey, need)
                yield NeedyStage(StageUse(journey, stage.number, place), need.points, " · ".join(reasons))


def _reasons(site: Site, journey: Entry[Journey], need: Attention) -> Iterator[str]:
    words = site.words
    if need.effort:
        yield words("effort {effort} of 5", effort=need.effort)
    if need.feels:
        yield words("feels {score}", score=words.score(need.feels))
    if need.severity:
        yield _pains(words, need.severity, need.pains)
    said_by = Helpers(site.book, words).said_by
    for measure in need.missed:
        yield _missed(words, measure, said_by(journey, measure.title))


def _missed(words: Words, measure: Measure, title: str) -> str:
    value, target = words.number(measure.value or 0), words.number(measure.target or 0)
    amount = f"{value} {measure.unit}" if measure.unit else value
    return words("{title}: {value}, target {target}", title=title, value=amount, target=target)


def _pains(words: Words, severity: int, count: int) -> str:
    match severity:
        case 1:
            return words.many("a noticeable pain", "{number} noticeable pains", count)
        case 2:
            return words.many("a serious pain", "{number} serious pains", count)
        case _:
            return words.many("a strong pain", "{number} strong pains", count)
