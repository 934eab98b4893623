"""How long an activity takes."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from journeybook.model.amounts import unquoted
from journeybook.model.base import Model
from journeybook.model.duration_forms import DURATION_FORMS, Times, parse_duration, parse_length, two_meanings, usual
from journeybook.model.meant_durations import meant_duration
from journeybook.model.parts_of_times import as_one_range, time_with_more
from journeybook.model.refused_amounts import LONGEST_SHOWN, SHOWN_AS, brief, in_order, noted
from journeybook.model.types import (
    MOST_MINUTES,
    LengthOfTime,
    Minutes,
    Plain,
    as_range,
    fail,
    may_be_both,
    not_a_list,
    scalar,
)
from journeybook.problems import say
from journeybook.source.quotes import in_quotes

_LEAST_OF_WHAT = re.compile(r"(\d{1,2}) ?\+")
"""A least number of hours or minutes, which does not say of which."""


def _no_duration(text: str) -> PydanticCustomError:
    """Make the error for a text that is no duration; where it has one, what else it says is shown as a note."""
    if not text.strip():
        return fail(say("the text is empty"), say("write a text, or take the line out"))
    message, note = say("‘{text}’ is not a duration", text=brief(text)), noted(text)
    if meant := meant_duration(text) or as_one_range(text):
        return fail(message, say(SHOWN_AS.template, shown=f"`{meant}`", note=note, forms=DURATION_FORMS))
    if least := _LEAST_OF_WHAT.fullmatch(text.strip()):
        return fail(message, say("write `{least}+ hours` or `{least}+ min`", least=least[1]))
    parts = time_with_more(text) if len(text) <= LONGEST_SHOWN else None
    if parts is None:
        return fail(message, say("write one of {forms}, or {note}", forms=DURATION_FORMS, note=note))
    times = {"preparation": parts.preparation, "min": parts.time}
    shown = [f"{key}: {in_quotes(time) if ',' in time else time}" for key, time in times.items() if time]
    shown += [noted(parts.note)[1:-1]] if parts.note else []
    return fail(message, say(SHOWN_AS.template, shown=f"{{{', '.join(shown)}}}", note=note, forms=DURATION_FORMS))


class Duration(Model):
    """How long an activity takes, in minutes or days; what is known of neither is a note."""

    preparation: Minutes | None = None
    """Minutes to prepare before people come."""
    min: LengthOfTime | None = None
    """The least time; without `max`, any form of a duration: 2+ hours, about 40 min."""
    max: LengthOfTime | None = None
    """The most time; left out, it is the least, or as `min` says."""
    note: Plain | None = None
    """What the time depends on, such as “per interview”."""
    _written: str = PrivateAttr("")
    _about: bool = PrivateAttr(False)

    @property
    def written(self) -> str:
        """What the author wrote, where readers read that; empty where the times are said in the reader's language."""
        return self._written

    @property
    def about(self) -> bool:
        """Whether the times are rough."""
        return self._about

    def __str__(self) -> str:
        """Say it in English, for problems: as it is written, its ends, or its note."""
        if self.written or self.min is None:
            return self.written or self.note or ""
        most = "" if self.max == self.min else "+" if self.max is None else f"–{self.max}"
        return f"{self.min}{most}"

    @property
    def least(self) -> int:
        """The least minutes that the activity needs; 0 where that is not known, or no matter of minutes."""
        return self.min if isinstance(self.min, int) else 0

    @property
    def minutes(self) -> int | None:
        """The most minutes, which a block of a workshop takes; None for days, for what has no end, and for a note."""
        return self.max if isinstance(self.max, int) else None

    def is_too_short(self, minutes: int) -> bool:
        """Tell whether minutes are fewer than the least; where the time is rough, a quarter less will do."""
        return minutes < self.least * (0.75 if self.about else 1)

    def is_too_long(self, minutes: int) -> bool:
        """Tell whether minutes are more than the most; where the time is rough, a quarter more will do."""
        return self.minutes is not None and minutes > self.minutes * (1.25 if self.about else 1)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Duration]) -> Duration:
        if isinstance(data, Duration):
            return data
        if (meant := as_range(data)) and parse_duration(meant):
            raise not_a_list(meant)
        fields = data if isinstance(data, dict) else {"min": data}
        text = _one_time(fields, set(cls.model_fields))
        if text is None:
            _refuse_bare_hours(fields)
            return handler(fields)
        if both := two_meanings(text):
            raise may_be_both(text, both)
        times = parse_duration(text)
        _in_range(text, times)
        if times is None and fields is not data:
            raise _no_duration(text)
        if times is None:  # the field itself says what is wrong
            return handler(fields | {"min": text, "max": text})
        made = handler(fields | {"min": times.min, "max": times.max})
        made._about, made._written = times.about, "" if _is_usual(text, times) else text
        return made

    @model_validator(mode="after")
    def _in_order(self) -> Duration:
        in_order(self.min, self.max)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        short = {"type": ["string", "integer"], "examples": DURATION_FORMS.split(", ")}
        return {"anyOf": [handler(schema), short]}


def _one_time(fields: dict[str, Any], known: set[str]) -> str | None:
    """Give the one text that says the time; None where two do, or only a note. Raise an error where nothing does."""
    ends = [fields[end] for end in ("min", "max") if fields.get(end) is not None]
    if not ends and not fields.get("note") and set(fields) <= known:
        raise fail(
            say("this duration does not say how long"),
            say("write `min: 45 min`, and `max: 60 min` where it varies; or `note: …` where nobody can say"),
        )
    if len(ends) != 1 or isinstance(ends[0], dict | list):
        return None
    return unquoted(" ".join(scalar(ends[0]).split()))


_MOST_HOURS = 12
"""A bare number up to this one may be hours."""


def _refuse_bare_hours(fields: dict[str, Any]) -> None:
    """Refuse `{min: 40 min, max: 1}`, whose most is meant in hours."""
    low, high = (str(fields.get(end) or "").strip() for end in ("min", "max"))
    least, hours = parse_length(low), int(high) if re.fullmatch(r"[0-9]{1,2}", high) else 0
    if isinstance(least, int) and 0 < hours <= _MOST_HOURS and hours < least <= hours * 60:
        message = say("the least, {low}, is more than the most, {high}", low=low, high=high)
        raise fail(message, say("write `max: {hours} h`", hours=hours))


def _in_range(text: str, times: Times | None) -> None:
    ends = (times.min, times.max) if times else ()
    if any(isinstance(end, int) and end > MOST_MINUTES for end in ends):
        raise fail(say("‘{text}’ is out of range", text=text), say("write up to 168 hours, or days, such as `8 days`"))


def _is_usual(text: str, times: Times) -> bool:
    """Tell whether a text says its times as pages say them in English, or bare, or in ISO 8601.

    The reader's language says these; all others are said as they are written.
    """
    if re.fullmatch(r"[0-9]+([–—-][0-9]+)?|P[0-9TDHMWY]+", text, re.I):
        return True
    return isinstance(times.min, int) and isinstance(times.max, int) and text == usual(times.min, times.max)
