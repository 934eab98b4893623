"""How many people an activity works for."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from journeybook.model.amounts import unquoted
from journeybook.model.base import Item
from journeybook.model.group_forms import Headcount, people, with_remark
from journeybook.model.meant_groups import meant_group, sum_of
from journeybook.model.refused_amounts import LONGEST_SHOWN, SHOWN_AS, brief, in_order, noted
from journeybook.model.types import MOST_PEOPLE, Plain, Positive, as_range, fail, not_a_list, scalar
from journeybook.problems import say

GROUP_FORMS = "12, 1–12, 8+, 3 or more, at least 4, up to 12, <10, 1–9 people, pairs, groups of 4, 1:1, any size"


def _no_group(text: str) -> PydanticCustomError:
    """Make the error for a text that is no number of people; where it has one, what else it says is shown as a note."""
    if not text.strip():
        return fail(say("the text is empty"), say("write a text, or take the line out"))
    message = say("‘{text}’ is not a number of people", text=brief(text))
    meant = meant_group(text) if len(text) <= LONGEST_SHOWN else None
    if meant is not None:
        is_sum = not isinstance(meant, str) and meant == sum_of(text)
        shown = f"`{meant}`" if isinstance(meant, str) else _counted(meant, text if is_sum else "")
        return fail(message, say(SHOWN_AS.template, shown=shown, note=noted(text), forms=GROUP_FORMS))
    found = with_remark(text) if len(text) <= LONGEST_SHOWN else None
    if found is None or not 1 <= found.people.min <= MOST_PEOPLE:
        return fail(message, say("write one of {forms}, or {note}", forms=GROUP_FORMS, note=noted(text)))
    shown = _counted(found.people, found.text)
    return fail(message, say(SHOWN_AS.template, shown=shown, note=noted(text), forms=GROUP_FORMS))


def _counted(people: Headcount, note: str) -> str:
    """Show numbers of people, with a note where there is one, as YAML has them."""
    numbers = {"min": people.min, "max": people.max, "size": people.size}
    parts = [f"{key}: {number}" for key, number in numbers.items() if number is not None]
    return f"{{{', '.join([*parts, *([noted(note)[1:-1]] if note else [])])}}}"


class Group(Item):
    """How many people an activity works for; what cannot be counted is a note."""

    short: ClassVar[str] = "range"
    min: Positive = 1
    """The least number of people."""
    max: Positive | None = None
    """The most; left out, there is no limit."""
    size: Positive | None = None
    """People in each small group."""
    note: Plain | None = None
    """What the numbers depend on, such as “two at each table”."""

    @property
    def is_counted(self) -> bool:
        """Whether it says a number."""
        return bool(self.model_fields_set & {"min", "max", "size"})

    @property
    def each(self) -> int | None:
        """How many are in a small group: its size, or the only number that it works for; None where all are one."""
        return self.size or (self.max if self.min == self.max else None)

    def fits(self, people: int) -> bool:
        """Tell whether it works for so many people; more than the only number that it is for are several groups."""
        is_divided = self.min == self.max == self.each
        return self.min <= people and (self.max is None or is_divided or people <= self.max)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, dict | Group):
            return data
        if (meant := as_range(data)) and people(meant):
            raise not_a_list(meant)
        text = unquoted(" ".join(scalar(data).split()))
        found = people(text)
        if found is None:
            raise _no_group(text)
        size = {"size": found.size} if found.size else {}
        return {"min": found.min, "max": found.max} | size | ({"note": text} if found.about else {})

    @model_validator(mode="after")
    def _in_order(self) -> Group:
        in_order(self.min, self.max)
        if self.size and self.max and self.size > self.max:
            message = say("groups of {size} are more people than the most, {max}", size=self.size, max=self.max)
            raise fail(message, say("write `size: {max}` or less, or a larger `max`", max=self.max))
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": ["string", "integer"], "examples": GROUP_FORMS.split(", ")}]}
