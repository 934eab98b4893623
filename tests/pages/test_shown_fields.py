"""A field that is only shown is said everywhere from its one declaration."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import pytest

from journeybook.language.words import Words
from journeybook.model import Activity, Workshop
from journeybook.model.shown import Place, Shown, many
from journeybook.model.types import Date, Many, Number, Plain, Positive
from journeybook.pages.facts import Fact, facts_of
from journeybook.problems import say

HEADS = many("{number} one", "{number} ones")
EVERYWHERE = dict.fromkeys(Place, 85)


class Noise(StrEnum):
    """How loud it gets."""

    LOW = "low"
    HIGH = "high"


class Noisy(Activity):
    """An activity with one field more of each kind."""

    noise: Annotated[Noise | None, Shown(say("Noise"), "sound", EVERYWHERE)] = None
    rooms: Annotated[Many[Noise], Shown(say("Rooms"), "sound", EVERYWHERE)] = ()
    things: Annotated[Many[Plain], Shown(say("Things"), "sound", EVERYWHERE)] = ()
    dotted: Annotated[Many[Plain], Shown(say("Dotted"), "sound", EVERYWHERE, dots=True)] = ()
    tables: Annotated[Positive | None, Shown(say("Tables"), "sound", EVERYWHERE)] = None
    heads: Annotated[Positive | None, Shown(say("Heads"), "sound", EVERYWHERE, count=HEADS)] = None
    weight: Annotated[Number | None, Shown(say("Weight"), "sound", EVERYWHERE)] = None
    day: Annotated[Date | None, Shown(say("Day"), "sound", EVERYWHERE)] = None
    text: Annotated[Plain | None, Shown(say("Text"), "sound", EVERYWHERE)] = None


@pytest.mark.parametrize(
    ("field", "value", "said", "on_a_card"),
    [
        ("noise", "low", "Low", "Low"),
        ("rooms", ["low", "high"], "Low and high", "Low and high"),
        ("things", ["a rope", "a map"], "A rope and a map", "A rope and a map"),
        ("dotted", ["a, b", "c"], "a, b · c", "a, b · c"),
        ("tables", "1000", "1,000", "1,000"),
        ("heads", "1", "1 one", "1"),
        ("weight", "1.5", "1.5", "1.5"),
        ("day", "2027-01-14", "14 January 2027", "14 January 2027"),
        ("text", "as it is", "as it is", "as it is"),
    ],
)
@pytest.mark.parametrize("place", Place)
def test_a_declared_field_is_said_in_each_place(
    field: str, value: object, said: str, on_a_card: str, place: Place
) -> None:
    """Choices are words, lists are sentences, numbers and dates the language's; a card has the number alone."""
    activity = Noisy.model_validate({"title": "x", field: value})
    label = Noisy.model_fields[field].metadata[-1].label.template
    assert facts_of(activity, Words("en"), place) == [Fact("sound", label, on_a_card if place is Place.CARD else said)]
    assert facts_of(Noisy.model_validate({"title": "x"}), Words("en"), place) == []


def test_facts_stand_in_the_order_of_their_ranks() -> None:
    """Fields and what no field says are sorted as one."""
    workshop = Workshop.model_validate({"title": "x", "group_size": "16", "location": "Hall"} | DAYS)
    more = [(35, Fact("time", "Time", "2 h")), (5, Fact("date", "When", "")), (45, Fact("bring", "Last", "it"))]
    labels = [fact.label for fact in facts_of(workshop, Words("en"), Place.PAGE, more)]
    assert labels == ["People", "Time", "Where", "Last"]
    assert [fact.value for fact in facts_of(workshop, Words("en"), Place.CALENDAR)] == ["Hall"]


DAYS = {"days": [{"start": "9:00", "blocks": [{"title": "Talk", "minutes": "15"}]}]}


def test_who_keeps_a_page_is_told_once() -> None:
    """With the day of the review where there is one, else alone."""
    kept = {"title": "x", "owner": "Ada"}
    assert facts_of(Activity.model_validate(kept), Words("en"), Place.PAGE) == [Fact("owner", "Kept by", "Ada")]
    reviewed = Activity.model_validate(kept | {"reviewed_on": dt.date(2026, 10, 1).isoformat()})
    assert facts_of(reviewed, Words("en"), Place.PAGE) == [Fact("reviewed", "Reviewed", "1 October 2026", "by Ada")]
