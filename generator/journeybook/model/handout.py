"""A handout: a sheet that people write on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticKnownError

from journeybook.model.aliases import Aliases
from journeybook.model.audience import Audience, only_for
from journeybook.model.base import Item, Model, Passage
from journeybook.model.duration_forms import parse_range
from journeybook.model.meant_ids import LIST_MEANT, parts_of
from journeybook.model.meant_items import braces
from journeybook.model.meant_measures import place_to_write
from journeybook.model.types import (
    Id,
    Many,
    Mark,
    Markdown,
    Plain,
    Positive,
    as_range,
    fail,
    not_a_list,
    plain,
    scalar,
    whole,
)
from journeybook.problems import say
from journeybook.source.quotes import in_quotes

MOST_MARKS = 11
"""A line of A4 has room for 0 to 10 at a size that a pen can ring."""


class Height(StrEnum):
    """How high a box is: about a fifth, a third or a half of a page."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True)
class _Limits:
    """What `validate` reads the range from where pydantic does not hold a number to it."""

    ge: int
    le: int


_ROWS = _Limits(1, 1000)


def _cell(value: Any) -> str:
    """Read a cell's text; it may be empty, to write in."""
    return plain(value) if value is not None and scalar(value).strip() else ""


def _row(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _rows(value: Any) -> list[Any]:
    """Read rows as lists of the cells that are given; a number stands for so many empty rows."""
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, str) and len(items := parts_of(value)) > 1:
        raise fail(say(LIST_MEANT.template, text=value), say("write `[{items}]`", items=", ".join(items)))
    number = whole(value)
    if number < _ROWS.ge:
        raise PydanticKnownError("greater_than_equal", {"ge": _ROWS.ge})
    if number > _ROWS.le:
        raise PydanticKnownError("less_than_equal", {"le": _ROWS.le})
    return [()] * number


_CORNER = object()
"""What stands for the heading above the names of rows, where a table has none there."""


def _headings(value: Any) -> Any:
    """Mark the corner of a table that is left empty, as a table on paper has it; another heading may not be."""
    is_list = isinstance(value, list | tuple) and len(value) > 1
    if is_list and (value[0] is None or (isinstance(value[0], str) and not value[0].strip())):
        return [_CORNER, *value[1:]]
    return value


def _heading(value: Any, read: ValidatorFunctionWrapHandler) -> str:
    return "" if value is _CORNER else read(value)


_TEXT = {"type": ["string", "number", "boolean", "null"]}
Heading = Annotated[Plain, WrapValidator(_heading), WithJsonSchema(_TEXT)]
TableCell = Annotated[str, BeforeValidator(_cell)]
TableRow = Annotated[tuple[TableCell, ...], BeforeValidator(_row)]
Rows = Annotated[
    tuple[TableRow, ...],
    BeforeValidator(_rows),
    Field(min_length=1),
    _ROWS,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["integer", "string"], "minimum": _ROWS.ge, "maximum": _ROWS.le},
                {"type": "array", "minItems": 1, "items": {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]}},
            ]
        }
    ),
]


class Table(Model):
    """A table to write in."""

    columns: Annotated[Many[Heading], BeforeValidator(_headings)] = Field(min_length=1)
    """The column headings; the first, above the names of rows, may be empty."""
    rows: Rows = Field(default=((),) * 5, json_schema_extra={"default": 5})
    """How many empty rows; or a list of rows, each with the texts that its first cells are given."""

    @model_validator(mode="after")
    def _has_headings(self) -> Table:
        if len(self.columns) == 1 and self.columns[0].isdigit():
            message = say("‘{text}’ would be the heading of the only column", text=self.columns[0])
            raise fail(message, say("write the headings, such as `columns: [Hour, What happens]`"))
        return self

    @model_validator(mode="after")
    def _rows_fit(self) -> Table:
        for number, row in enumerate(self.rows, 1):
            if len(row) > len(self.columns):
                message = say(
                    "row {number} has more cells ({cells}) than the table has columns ({columns})",
                    number=number,
                    cells=len(row),
                    columns=len(self.columns),
                )
                columns = parts_of(self.columns[0]) if len(self.columns) == 1 else []
                if len(columns) > 1:
                    raise fail(message, say("write `columns: [{items}]`", items=", ".join(columns)))
                raise fail(message, say("put a text that has a comma in quotes, or add a column"))
        return self


_SCALE = re.compile(
    r"(?P<low>[-−]?\d{1,3})\s*(?:[-–—/]|to\b|\.{2,}|…)\s*(?P<high>[-−+]?\d{1,3})"
    r"(?:\s*\(?\s*(?P<least>[^\W\d][^()–—,/]*?)\s*(?:[–—,/]|\bto\b| - )\s*(?P<most>[^()–—,/]+?)\s*\)?)?"
)


def _meant_scale(text: str) -> str | None:
    """Show the scale that `5 stars`, `-2–2` or `1–5 (bad–good)` means, as YAML; None where it is not clear."""
    if number := re.fullmatch(r"(\d{1,2})\s*(?:stars?|points?|steps?|sterne|punkte|\*)", text, re.I):
        return number[1]
    found = _SCALE.fullmatch(text)
    if found is None:
        return None
    low, high = (found[end].replace("−", "-").removeprefix("+") for end in ("low", "high"))
    named = {end: found[end] for end in ("least", "most") if found[end]}
    if not named and not low.startswith("-"):
        return f"{low}–{high}"
    return braces(**({} if low == "1" else {"from": low}), to=high, **named)


def _in_a_row(value: Any) -> list[int]:
    """Give the numbers of a list such as `[1, 2, 3]`, of which each follows the one before; none of all else."""
    texts = [str(item).strip() for item in value] if isinstance(value, list | tuple) else []
    numbers = [int(text) for text in texts if re.fullmatch(r"-?\d{1,3}", text)]
    is_row = len(numbers) == len(texts) > 1 and numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    return numbers if is_row else []


_LOWEST = ("from", "min", "minimum")
_HIGHEST = ("to", "max", "maximum")
"""Keys in which people write the ends of a scale, in figures or in words."""
_FIGURE = re.compile(r"[-+−]?\d{1,3}")


def _refuse_words(data: dict[str, Any]) -> None:
    """Refuse a scale with words in the place of its numbers, or of keys that are for numbers: `{min: no, max: yes}`."""
    texts = {key: value for key, value in data.items() if isinstance(value, str)}
    numbers = {key: value for key, value in texts.items() if _FIGURE.fullmatch(value)}
    least, most = (
        next((texts[key] for key in keys if key in texts and key not in numbers), "") for keys in (_LOWEST, _HIGHEST)
    )
    if not least or not most or {"least", "most"} & {*data}:
        return
    ends = {key: numbers.get(key, usual) for key, usual in (("from", ""), ("to", "5"))}
    shown = braces(**{key: end for key, end in ends.items() if end}, least=least, most=most)
    raise fail(say("words stand here for the numbers of a scale"), say("write `{shown}`", shown=shown))


class Scale(Item):
    """Numbers in a line, one of which is ringed."""

    short: ClassVar[str] = "range"
    from_: Mark = Field(default=1, alias="from")
    """The first number; 1 where it is left out."""
    to: Mark
    """The last number, at most ten more than the first."""
    least: Plain | None = None
    """What the first number means."""
    most: Plain | None = None
    """What the last number means."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, dict):
            _refuse_words(data)
        if isinstance(data, dict | Scale):
            return data
        if meant := as_range(data):
            raise not_a_list(meant)
        if numbers := _in_a_row(data):
            raise not_a_list(f"{numbers[0]}–{numbers[-1]}")
        text = scalar(data).strip()
        both = parse_range(text)
        if both is None and (shown := _meant_scale(text)):
            raise fail(say("‘{text}’ is not a scale", text=text), say("write `{shown}`", shown=shown))
        if both is None:
            raise fail(say("‘{text}’ is not a scale", text=text), say("write 10, 1–10, 1-10 or 1 to 10"))
        return {"to": str(both[1])} | ({"from": str(both[0])} if both[0] != both[1] else {})

    @model_validator(mode="after")
    def _fits_a_line(self) -> Scale:
        if self.from_ >= self.to:
            message = say("this scale goes from {low} to {high}", low=self.from_, high=self.to)
            raise fail(message, say("begin with the smaller number: `from: 1`, `to: 10`"))
        if len(self.marks) > MOST_MARKS:
            message = say("this scale has {number} numbers", number=len(self.marks))
            raise fail(message, say("{most} is the most for one line: 0 to 10", most=MOST_MARKS))
        return self

    @property
    def marks(self) -> range:
        """The numbers on the scale."""
        return range(self.from_, self.to + 1)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {
            "anyOf": [
                handler(schema),
                {"type": ["string", "integer"], "minimum": 2, "maximum": MOST_MARKS, "examples": ["1–10", 10]},
            ]
        }


def _something(choices: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if choices == ():
        raise fail(say("there is nothing to choose from"), say("write at least one text, or take the line out"))
    return choices


class HandoutField(Item):
    """A place to write on a handout."""

    short: ClassVar[str] = "label"
    figure: ClassVar[str] = "lines"
    label: Plain
    """What to write here."""
    hint: Plain | None = None
    """A word of help below the label."""
    lines: Positive | None = None
    """How many writing lines; one where no other kind of place is given."""
    table: Table | None = None
    """A table to write in."""
    box: Height | None = None
    """A frame to draw in: small, medium or large."""
    scale: Scale | None = None
    """Numbers to choose one from: 1–10, or from, to, least and most."""
    choices: Annotated[Many[Plain] | None, AfterValidator(_something)] = None
    """Texts to tick."""

    @classmethod
    def meant_by(cls, key: str, value: Any) -> str | None:
        """Show `My first wish: 2 lines` as a field with that place to write."""
        meant = place_to_write(key, value) if isinstance(value, str) else None
        return meant or super().meant_by(key, value)

    @model_validator(mode="before")
    @classmethod
    def _has_a_label(cls, data: Any) -> Any:
        """Refuse a title or a text alone, which people may only read, and the words of a scale beside it."""
        if not isinstance(data, dict):
            return data
        if [*data] in (["title"], ["text"]) and isinstance(text := next(iter(data.values())), str):
            key = next(iter(data))
            message = say("unknown key ‘{key}’; here it is called ‘{meant}’", key=key, meant="label")
            shown = text if re.fullmatch(r"\w[\w ’'.,()-]*", text) else in_quotes(text)
            hint = say("write `label: {text}` for a place to write; what is only read is a part of `intro`", text=shown)
            raise fail(message, hint)
        words = {key: data[key] for key in ("least", "most") if isinstance(data.get(key), str)}
        if words and "scale" in data:
            message = say("‘{key}’ belongs to ‘{above}’", key=next(iter(words)), above="scale")
            found = _SCALE.fullmatch(str(data["scale"]).strip())
            ends = {"from": found["low"], "to": found["high"]} if found else {"from": "1", "to": str(data["scale"])}
            if not isinstance(data["scale"], dict) and re.fullmatch(r"-?\d{1,3}", ends["to"]):
                raise fail(message, say("write `scale: {shown}`", shown=braces(**ends, **words)))
        return data

    @property
    def kinds(self) -> list[str]:
        """The kinds of place that are given; `lines` where none is."""
        return [kind for kind in KINDS if getattr(self, kind) is not None] or ["lines"]

    @model_validator(mode="after")
    def _one_kind(self) -> HandoutField:
        if len(self.kinds) > 1:
            message = say("this field is more than one place to write: {kinds}", kinds=", ".join(self.kinds))
            raise fail(message, say("keep one of them, and write a field of its own for each other"))
        return self


KINDS = ("lines", "table", "box", "scale", "choices")
"""The kinds of place to write, of which a field has one."""


class Handout(Model):
    """A sheet that people write on."""

    id: Id | None = None
    """What links call it, and the end of its address; left out, it is made of the title."""
    aliases: Aliases = ()
    """Ids that it had before; links and addresses with them lead here."""
    title: Plain
    """The heading of the sheet."""
    intro: Markdown | None = None
    """What to do with it, in Markdown."""
    fields: Many[HandoutField] = ()
    """The places to write."""
    solution: Annotated[Passage | None, only_for("facilitator")] = None
    """A worked example, for the facilitator only."""
    audience: Audience = ()
    """The roles whose editions carry the handout; left out means everyone."""
