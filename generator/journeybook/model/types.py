"""The kinds of value that fields ask for.

Every scalar of YAML arrives as text; the field decides what it is. Each kind reads its text, says what to write
instead when it cannot, and gives the JSON Schema of everything that it accepts.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from journeybook.markdown.meant import is_file
from journeybook.model.duration_forms import (
    MINUTE_FORMS,
    Days,
    Length,
    Span,
    longest,
    parse_length,
    parse_minutes,
    parse_span,
    two_meanings,
    usual,
)
from journeybook.model.meant_addresses import wrong_address
from journeybook.model.meant_dates import date_hint, no_such_day
from journeybook.model.meant_durations import meant_duration, multiplied
from journeybook.model.meant_times import both_clocks, meant_clock, no_clock
from journeybook.model.meant_zones import meant_place, zone_of_city, zone_typed_wrong
from journeybook.problems import Text, say
from journeybook.source.quotes import in_quotes

T = TypeVar("T")
# Noncharacters are among them: no text has a use for them, and pages mark texts in another language with some.
_CONTROLS = (*range(32), 127, *range(128, 160), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF)
_CONTROL = {c: None for c in _CONTROLS if c not in (9, 10, 13)}
_ASCII_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MINUSES = str.maketrans("−–－", "---")
"""What word processors and keyboards write for a minus."""
_ENDS = ("min", "max", "from", "to", "start", "end", "value")
_SCALAR = ["string", "number", "boolean"]
_YES_OR_NO = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
NO_NUMBER, NO_ID = "no_number", "no_id"
"""The types of errors of which `validate`, which knows the field, says what to write."""
MAX_PLAIN = 400
MOST_MINUTES, MOST_DAYS, MOST_PEOPLE = 10_080, 3650, 1000
MAX_MARKDOWN = 30_000  # bounds the time that Markdown takes for brackets, which grows with the square


def fail(message: Text, hint: Text) -> PydanticCustomError:
    """Make the error that a validator raises: `message` and `hint` are catalogue sentences with `{names}`."""
    return PydanticCustomError("journeybook", "see the context", {"message": message, "hint": hint})


_NAMES_OF_IDS = ("id", "activity", "journey", "workshop", "chapter", "stage", "actor", "role", "to")
"""Keys below which people write an id that is expected alone."""
_PEOPLE = ("actor", "role", "person", "who")
"""Keys below which people write somebody who is expected as a text."""
PICTURES = ("image", "images", "picture", "pictures", "photo", "photos", "img")
"""Keys by which people name pictures."""
_TEXTS = ("title", "name", "text", "label")
"""Keys below which people write a text that is expected alone."""
_REACHED = ("phone", "telephone", "tel", "mobile", "email", "e-mail", "mail")
"""Keys beside a name whose values belong into the text, too."""

_NUMBER_BEFORE = re.compile(
    r"(?:q|question|step|objective|goal|item|task|point|frage|schritt|ziel|punkt)[. ]{0,2}\d{1,2}[.)]?", re.I
)
"""What people write before the items of a list, which pages number."""


TEXT_ALONE = say("the text alone is expected here, not keys")
READ_AS_KEY = say(
    "a text is expected here, but this reads as a key and its value, because of the colon after ‘{key}’", key=""
).template
UNKNOWN_KEY = say("unknown key ‘{key}’", key="").template
"""What is said where somebody may have meant for whom a text is."""


def not_a_text(value: dict[str, Any]) -> PydanticCustomError:
    """Make the error for a mapping where a text belongs: as a rule, a text that has a colon and lacks its quotes."""
    if not value:
        return fail(say("a text is expected here, not braces"), say("write the text, or take the line out"))
    key, rest = next(iter(value.items()))
    if (known := [text for name, text in value.items() if name in _ENDS]) and len(known) == len(value):
        meant = "–".join(text for text in known if isinstance(text, str))
        return fail(say("one text is expected here, and no keys"), say("write `{meant}`", meant=meant))
    if isinstance(value.get("id"), str) and is_id(value["id"]):
        return fail(ID_ALONE, say("write `{id}`", id=value["id"]))
    if text := next((value[name] for name in _TEXTS if isinstance(value.get(name), str)), ""):
        text = ", ".join([text, *(value[name] for name in _REACHED if isinstance(value.get(name), str))])
        shown = text if re.fullmatch(r"\w[\w ’'.,()-]*", text) else in_quotes(text)
        return fail(TEXT_ALONE, say("write `{text}`", text=shown))
    if len(value) == 1 and key in _PEOPLE and isinstance(rest, str) and is_id(rest):
        return fail(TEXT_ALONE, say("write `{text}`", text=rest))
    if key.casefold() in PICTURES and isinstance(rest, str) and is_file(rest.strip()):
        message = say("‘{key}’ is no field here: pictures stand in activities, steps and chapters", key=key)
        shown = f"{{title: …, file: {rest.strip()}}}"
        return fail(message, say("write `resources: {shown}` for a file to download", shown=shown))
    if isinstance(rest, list) and (" " in key or key[:1].isupper()):
        hint = say("take the colon out, and begin the dashes below in the column of this one; or write one sentence")
        return fail(say("a list stands below this text, as if it were a key"), hint)
    if len(value) == 1 and isinstance(rest, str) and _NUMBER_BEFORE.fullmatch(key):
        bare = rest if re.fullmatch(r"\w[^:#]*", rest) else in_quotes(rest)
        whole = in_quotes(f"{key}: {rest}")
        hint = say(
            "write `{text}`, without the number; or put the whole text in quotes: {shown}", text=bare, shown=whole
        )
        return fail(say(READ_AS_KEY, key=key), hint)
    return fail(
        say(READ_AS_KEY, key=key),
        say(
            "put the whole text in quotes: {shown}",
            shown=in_quotes(f"{key}: {rest}") if isinstance(rest, str) and len(value) == 1 else '"…"',
        ),
    )


def scalar(value: Any) -> str:
    """Read one text without control characters, in Unicode form NFC; raise an error that says what else was found."""
    if type(value) is str and value.isascii() and value.replace("\n", "").isprintable():
        return value
    if isinstance(value, dict):
        raise not_a_text(value)
    if isinstance(value, list | tuple):
        raise fail(ONE_TEXT, ON_ONE_LINE)
    if value is None:
        raise fail(say("nothing is written here"), say("write a text, or take the line out"))
    return unicodedata.normalize("NFC", str(value).translate(_CONTROL))


def as_range(value: Any) -> str | None:
    """Write a list of two numbers, or of two times, as the range that it is meant as; None for all else."""
    both = [item.strip() for item in value if isinstance(item, str)] if isinstance(value, list | tuple) else []
    if len(both) != 2 or len(value) != 2 or not all(re.match(r"[-+−–]?\d", item) for item in both):
        return None
    return f"{both[0]}–{both[1]}"


def not_a_list(meant: str) -> PydanticCustomError:
    """Make the error for a list where one text belongs, with that text."""
    return fail(say("one text is expected here, not a list"), say("write `{meant}`", meant=meant))


def plain(value: Any) -> str:
    """Read one line of text with single blanks, no longer than MAX_PLAIN characters."""
    text = " ".join(scalar(value).split())
    if not text:
        raise fail(say("the text is empty"), say("write a text, or take the line out"))
    if len(text) > MAX_PLAIN:
        raise fail(
            say(
                "the text is {length} characters long; {most} is the most for a line that is drawn or listed",
                length=len(text),
                most=MAX_PLAIN,
            ),
            say("shorten it here and tell the rest in a longer field, such as `description`"),
        )
    return text


def _markdown(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        raise fail(ONE_TEXT, BELOW_BAR)
    text = scalar(value).strip()
    if not text:
        raise fail(say("the text is empty"), say("write a text, or take the line out"))
    if len(text) > MAX_MARKDOWN:
        raise fail(
            say("the text is {length} characters long; {most} is the most", length=len(text), most=MAX_MARKDOWN),
            say("tell the rest in a chapter"),
        )
    return text


def slug(text: str) -> str:
    """Make an id of a title: lower-case letters of any script and digits, with hyphens between; may be empty."""
    kept = (c if unicodedata.category(c)[0] in "LMN" else "-" for c in unicodedata.normalize("NFC", text).lower())
    return re.sub("-+", "-", "".join(kept)).strip("-")


def is_id(text: str) -> bool:
    """Tell whether a text is an id: it is its own slug."""
    return bool(_ASCII_ID.fullmatch(text)) or (bool(text) and slug(text) == text)


def _yes_or_no(value: Any) -> bool:
    """Read `true` and `false`, and what else YAML's authors write for them."""
    text = scalar(value).strip()
    if text.casefold() in _YES_OR_NO:
        return _YES_OR_NO[text.casefold()]
    raise fail(say("‘{text}’ is neither true nor false", text=text), say("write `true` or `false`"))


ID_ALONE = say("the id alone is expected here")
ONE_TEXT = say("one text is expected here, not a list")
BELOW_BAR = say("write `|` behind the colon of the line above; the list then is part of the text")
ON_ONE_LINE = say("write it on one line, without dashes or brackets")
"""What is said of lists in the place of a text: `validate` knows whether they stand in brackets."""
NO_STEP, NO_BLOCK = say("this step does not say what to do"), say("this block does not say what happens")
"""What is said of items without a name: `validate` knows whether the key of one is there, and has no value."""


def _id(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        first = slug(value[0]) or value[0]
        hint = say("write `{id}`", id=first)
        if len(value) > 1:
            hint = say("write one of them, such as `{id}`", id=first)
        raise fail(say("one id is expected here, not a list"), hint)
    if isinstance(value, dict) and (meant := _id_in(value)):
        raise PydanticCustomError(NO_ID, "see the context", {"text": meant})
    text = scalar(value).strip()
    if not is_id(text):
        raise PydanticCustomError(NO_ID, "see the context", {"text": text})
    return text


def _id_in(value: dict[str, Any]) -> str:
    """Give the title in `{title: A letter}`, empty without one; raise an error of `{letter: because it fits}`."""
    if isinstance(value.get("title"), str) and not isinstance(value.get("id"), str):
        return str(value["title"])
    key, rest = next(iter(value.items()), ("", None))
    if len(value) == 1 and key in _NAMES_OF_IDS and isinstance(rest, str) and is_id(rest):
        raise fail(ID_ALONE, say("write `{id}`", id=rest))
    if len(value) == 1 and is_id(key) and isinstance(rest, str):
        raise fail(ID_ALONE, say("write `{id}`", id=key))
    return ""


def no_number(text: str, *, whole: bool) -> PydanticCustomError:
    """Make the error for a text that is no number: `validate`, which knows the range, says what to write."""
    return PydanticCustomError(NO_NUMBER, "see the context", {"text": text, "whole": whole})


def _refuse_ends(value: Any) -> None:
    """Refuse `{min: 4, max: 8}` where one number belongs, and offer the most."""
    if isinstance(value, dict) and set(value) <= {*_ENDS} and all(isinstance(one, str) for one in value.values()):
        most = next((value[key] for key in ("max", "to", "end", "value") if key in value), None)
        if most is not None:
            raise fail(say("one number is expected here, and no keys"), say("write `{meant}`", meant=most))


def whole(value: Any) -> int:
    """Read a whole number."""
    _refuse_ends(value)
    text = scalar(value).strip().translate(_MINUSES)
    if not re.fullmatch(r"[+-]?[0-9]{1,15}", text):
        raise no_number(text, whole=True)
    return int(text)


def _number(value: Any) -> float:
    _refuse_ends(value)
    text = scalar(value).strip().translate(_MINUSES)
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}\.[0-9][0-9]0", text):  # the point of 1.000 parts thousands to many
        message = say("‘{text}’ is a small number to some, and thousands to others", text=text)
        hint = say("write `{one}` or `{other}`", one=text.replace(".", ""), other=f"{float(text):g}")
        raise fail(message, hint)
    if not re.fullmatch(r"[+-]?[0-9]{1,15}(\.[0-9]{1,6})?", text):
        raise no_number(text, whole=False)
    return float(text)


def read_minutes(value: Any) -> int:
    """Read whole minutes, 1 to 10,080 (a week), from any form of a single duration."""
    _refuse_ends(value)
    text = scalar(value).strip()
    minutes = value if type(value) is int else parse_minutes(text)  # an int has been read already
    if type(value) is not int and (two := two_meanings(text)):
        raise may_be_both(text, two)
    if isinstance(parse_length(text), Days):
        message = say("‘{text}’ is not a number of minutes: nobody knows how many of a day are meant", text=text)
        raise fail(message, say("write the hours, such as 6 h"))
    if minutes is None and (most := longest(text)):
        raise fail(say("‘{text}’ is not one duration", text=text), say("write one, such as `{minutes}`", minutes=most))
    if minutes is None:
        message, meant = say("‘{text}’ is not a duration", text=text), meant_duration(text)
        if (both := multiplied(text) or multiplied(f"{text} min")) and both <= MOST_MINUTES:
            raise fail(message, say("write `{minutes}`", minutes=both))
        if meant and parse_minutes(meant):
            raise fail(message, say("write `{duration}`", duration=meant))
        raise fail(message, say("write one of {forms}", forms=MINUTE_FORMS))
    if not 1 <= minutes <= MOST_MINUTES:
        raise fail(say("{minutes} minutes is out of range", minutes=minutes), say("write from 1 minute to 168 hours"))
    return minutes


def may_be_both(text: str, both: tuple[str, str]) -> PydanticCustomError:
    """Make the error for a time such as `1.30 h`, which is two times to different readers."""
    message = say("‘{text}’ is {one} to some, and {other} to others", text=text, one=both[0], other=both[1])
    return fail(message, say("write `{one}` or `{other}`", one=both[0], other=both[1]))


def _length(value: Any) -> Length:
    found = value if isinstance(value, Days) else parse_length(scalar(value))
    if not isinstance(found, Days):
        return read_minutes(value)
    if not 0 < found.days <= MOST_DAYS:
        raise fail(say("{length} is out of range", length=found), say("write from half a day to 10 years"))
    return found


def _span(value: Any) -> Span:
    if isinstance(value, Span):
        return value
    text = plain(value)
    if re.fullmatch(r"\d{1,3}(?:\s*(?:[-–—]|to)\s*\d{1,3})?", text):
        raise fail(say("‘{text}’ does not say of what", text=text), say("write `{text} days`, or weeks", text=text))
    if re.fullmatch(r"P\d{1,4}|PT?", text, re.I):
        raise fail(say("‘{text}’ is not a duration", text=text), say("write `2 weeks`, or `P2W`"))
    if re.fullmatch(r"PT\w+", text, re.I) and (minutes := parse_minutes(text)):
        raise fail(say("readers would see ‘{text}’", text=text), say("write `{said}`", said=usual(minutes, minutes)))
    return parse_span(text)


def _date(value: Any) -> dt.date:
    text = scalar(value).strip()
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise _no_date(text) from None


def _no_date(text: str) -> PydanticCustomError:
    if lack := no_such_day(text):
        return fail(lack[0], say("write a day that there is, such as {date}", date=lack[1]))
    return fail(say("‘{text}’ is not a date", text=text), date_hint(text))


def _clock(value: Any) -> dt.time:
    text = scalar(value).strip()
    if not re.fullmatch(r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]", text):
        if hint := no_clock(text):
            raise fail(say("‘{text}’ is not a time of day", text=text), hint)
        if both := both_clocks(text):
            shown = f'`start: "{both[0]}"` and `end: "{both[1]}"`'
            raise fail(say("‘{text}’ is two times of day", text=text), say("write {shown}", shown=shown))
        meant = meant_clock(text)
        hint = say('write "{time}"', time=meant) if meant else say('write hours and minutes, such as "09:30"')
        raise fail(say("‘{text}’ is not a time of day", text=text), hint)
    hour, minute = re.split("[:.]", text)
    return dt.time(int(hour), int(minute))


@cache
def time_zones() -> frozenset[str]:
    """Give the names of all time zones: those of the IANA database that the package `tzdata` carries."""
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


def _time_zone(value: Any) -> str:
    text = scalar(value).strip()
    if place := meant_place(text):
        message = say("‘{text}’ is not a time zone: it does not know when clocks change", text=text)
        raise fail(message, say("write a continent and a city, such as {place}", place=place))
    if text in time_zones():
        return text
    message = say("‘{text}’ is not a time zone", text=text)
    if place := zone_of_city(text):
        raise fail(message, say("write `{place}`, whose clocks that place has", place=place))
    if meant := zone_typed_wrong(text, time_zones()):
        message = say("‘{text}’ is not a time zone; did you mean ‘{meant}’?", text=text, meant=meant)
        raise fail(message, say("write a continent and a city, such as Europe/London"))
    hint = say("not every city has a name here: write the one whose clocks are yours, such as Europe/London")
    raise fail(message, hint)


def _address(value: Any) -> str:
    text = scalar(value).strip()
    if wrong := wrong_address(text):
        raise fail(*wrong)
    return text


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


class OneOrMany:
    """A mark for the JSON Schema that one item stands for a list of one."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many, many.get("items", {})]}


def _schema(*types: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": list(types), **more}, mode="validation")


def _range(low: int, high: int | None = None) -> WithJsonSchema:
    """Describe whole numbers in a range for the JSON Schema, also in quotes.

    A schema cannot hold a number in quotes to the range; only the reader does.
    """
    most = {} if high is None else {"maximum": high}
    return _schema("integer", "string", minimum=low, **most)


Many = Annotated[tuple[T, ...], BeforeValidator(_as_list), OneOrMany()]
Plain = Annotated[str, BeforeValidator(plain), WithJsonSchema({"type": _SCALAR}, mode="validation")]
Markdown = Annotated[str, BeforeValidator(_markdown), WithJsonSchema({"type": _SCALAR}, mode="validation")]
Id = Annotated[str, BeforeValidator(_id), _schema("string", "integer", "boolean")]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no), _schema("boolean", "string")]
Whole = Annotated[int, BeforeValidator(whole), _schema("integer", "string")]
Number = Annotated[float, BeforeValidator(_number), _schema("number", "string")]
Mark = Annotated[int, BeforeValidator(whole), Field(ge=-100, le=100), _range(-100, 100)]
Score = Annotated[int, BeforeValidator(whole), Field(ge=-2, le=2), _range(-2, 2)]
Rating = Annotated[int, BeforeValidator(whole), Field(ge=1, le=3), _range(1, 3)]
Effort = Annotated[int, BeforeValidator(whole), Field(ge=1, le=5), _range(1, 5)]
Count = Annotated[int, BeforeValidator(whole), Field(ge=0), _range(0)]
Positive = Annotated[int, BeforeValidator(whole), Field(ge=1, le=MOST_PEOPLE), _range(1, MOST_PEOPLE)]
Minutes = Annotated[int, BeforeValidator(read_minutes), _schema("integer", "string", examples=MINUTE_FORMS.split(", "))]
LengthOfTime = Annotated[
    Length, BeforeValidator(_length), _schema("integer", "string", examples=["45 min", "2 h", "3 days"])
]
CalendarSpan = Annotated[Span, BeforeValidator(_span), _schema("string", "integer", examples=["2 weeks", "P2W"])]
Date = Annotated[dt.date, BeforeValidator(_date), _schema("string", format="date")]
Clock = Annotated[dt.time, BeforeValidator(_clock), _schema("string", "number", examples=["09:30"])]
TimeZone = Annotated[str, BeforeValidator(_time_zone), _schema("string", examples=["Europe/London"])]
Address = Annotated[str, BeforeValidator(_address), _schema("string", format="uri")]
