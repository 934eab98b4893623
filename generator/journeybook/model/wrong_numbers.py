"""Say what to write in place of a number that is none, or that is out of range."""

from __future__ import annotations

import re
from enum import StrEnum

from pydantic import BaseModel

from journeybook.model.fields_at import field_at, keys_of, limits_at, model_at
from journeybook.model.group_forms import size_of
from journeybook.model.meant_groups import meant_people
from journeybook.model.meant_items import braces
from journeybook.model.meant_measures import figures_of
from journeybook.model.meant_numbers import MOST_STEPS, meant_number
from journeybook.model.walk import types_in
from journeybook.model.wrong_words import chosen
from journeybook.problems import Path, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

_PER = re.compile(r"(?:per\b|a\b|an\b|for (?:each|every)\b|/|pro\b|par\b)\s*(?:small )?([^\W\d]+)|(each)", re.I)
_OF_PEOPLE = ("group_size", "count")
"""The fields of a number of people; `min`, `max` and `size` of a group hold one, too, and are seldom words."""


def out_of_range(given: object, model: type[BaseModel], path: Path) -> tuple[str, Text, Text | None]:
    """Give the code and what is said of a number that is too small or too large."""
    limits = limits_at(model, path)
    message = say("{given} is out of range", given=given)
    if "le" in limits:
        return "JB205", message, say("write a number from {low} to {high}", low=limits["ge"], high=limits["le"])
    return "JB205", message, say("write a number from {low} on", low=limits["ge"])


def with_point(document: Document, path: Path) -> Text | None:
    """Say how `value: 7,5` in braces is written, of which the 5 is read as a key; None of all other keys."""
    mark = document.mark(path, at_key=True)
    line = document.lines[mark.line][: mark.column] if mark and mark.line < len(document.lines) else ""
    found, behind = _BEFORE_COMMA.search(line), str(path[-1])
    if found is None or not re.fullmatch(r"\d{1,6}", behind):
        return None
    before, number = found["key"], found["number"]
    if len(behind) == 3 and re.fullmatch(r"[-−–+]?[1-9]\d{0,2}", number) and (before not in _WHOLE or before in _LARGE):
        joined = f"{number}{behind}"
        if before in _LARGE:
            return say("write `{key}: {number}`", key=before, number=joined)
        part = f"{number}.{behind}".rstrip("0").rstrip(".")
        return say("write `{key}: {number}`, or `{part}`", key=before, number=joined, part=part)
    if before in _WHOLE:
        return say("write a whole number, such as `{key}: {number}`", key=before, number=number)
    return say("write `{key}: {number}`", key=before, number=f"{number}.{behind}")


_WHOLE = ("score", "severity", "effort", "count", "quantity", "minutes", "lines", "min", "max", "size", "from", "to")
_LARGE = ("count", "quantity")
"""Those that may have thousands."""
_BEFORE_COMMA = re.compile(r"(?P<key>[a-z_]+):\s*(?P<number>[-−–+]?\d{1,9}),$")


def no_number(text: str, whole: bool, model: type[BaseModel], path: Path) -> tuple[Text, Text]:
    """Say that a text is no number, the range, and the number that was most likely meant."""
    limits = limits_at(model, path)
    if path[-1] in _OF_PEOPLE and (told := _people(text, path, limits)):
        return told
    if path == ("number",) and (parts := re.fullmatch(r"\d{1,2}\.([1-9]\d{0,2})", text.strip())):
        message = say("‘{text}’ is not a whole number", text=text)
        return message, say("write `{number}`: the number within its chapter alone", number=parts[1])
    meant = meant_number(text, limits.get("ge"), limits.get("le"))
    if meant and whole and "." in meant.number:
        meant = None
    if path[-1] == "size" and (each := size_of(text.strip().casefold())):
        return say("‘{text}’ is not a whole number", text=text), say("write `{number}`", number=each)
    message = say("‘{text}’ is not a whole number", text=text) if whole else say("‘{text}’ is not a number", text=text)
    known = keys_of(model_at(model, path[:-1]))
    if meant and "per" in known and (per := _per(meant.unit, model, path)):
        return message, say("write `{key}: {number}` and `per: {per}`", key=path[-1], number=meant.number, per=per)
    if meant and path[-1] == "target" and "better" in known and (less := _bound(text)) is not None:
        fields = {"target": meant.number, "better": "lower" if less else "higher"}
        fields |= {"unit": in_quotes(meant.unit)} if meant.unit else {}
        shown = ", ".join(f"`{key}: {value}`" for key, value in fields.items())
        return message, say("write {fields}", fields=shown)
    if meant and meant.unit and "unit" in known:
        key, unit = path[-1], in_quotes(meant.unit)
        hint = say("write `{key}: {number}` and `unit: {unit}`", key=key, number=meant.number, unit=unit)
        return message, hint
    return message, _number_hint(meant.number if meant else "", whole, limits)


_ROUGHLY = re.compile(r"(?:or|oder|ou|of|out|on|at|approx\w*|circa|ca|points?|stars?|degrees?)\b", re.I)
"""What stands behind a number and says how it is meant, not what it is of."""


def number_with_words(text: str, model: type[BaseModel], path: Path, document: Document) -> tuple[Text, Text] | None:
    """Say what to write for `score: -1 Nervous`, where the words are those that its item lacks; None of all else."""
    owner = model_at(model, path[:-1])
    figure, short = getattr(owner, "figure", None), getattr(owner, "short", None)
    limits = limits_at(model, path)
    if figure != path[-1] or not short or len(limits) != 2 or document.has((*path[:-1], short)):
        return None
    meant = meant_number(text, limits["ge"], limits["le"])
    if meant is None or not re.match(r"[^\W\d]", meant.unit) or _ROUGHLY.match(meant.unit):
        return None
    fields = " ".join(f"`{braces(**field)[1:-1]}`" for field in ({figure: meant.number}, {short: meant.unit}))
    return say("‘{text}’ is not a whole number", text=text), say("write {fields}", fields=fields.replace("` `", "`, `"))


def value_of_target(text: str, model: type[BaseModel], path: Path, document: Document) -> tuple[Text, Text] | None:
    """Say what to write for `value: 70 of 85`, which is a value and its target; None of all else."""
    if path[-1] not in ("value", "target") or not {"value", "target"} <= {*keys_of(model_at(model, path[:-1]))}:
        return None
    figures = figures_of(text)
    if figures is None or "target" not in figures:
        return None
    if path[-1] == "target":
        figures = {"target": figures["value"]}  # what it is of is no field of its own
    item = document.value(path[:-1])
    there = {*item} - {path[-1]} if isinstance(item, dict) else set()
    shown = ", ".join(f"`{braces(**{key: one})[1:-1]}`" for key, one in figures.items() if key not in there)
    return say("‘{text}’ is not a number", text=text), say("write {fields}", fields=shown)


def _bound(text: str) -> bool | None:
    """Tell whether a target is `< 5` or `at most 5`, or `> 5`; None where it is neither."""
    found = re.match(
        r"\s*(?:(?P<less><|≤|under\b|below\b|less than\b|at most\b|max\b)|>|≥|over\b|at least\b|min\b)", text, re.I
    )
    return bool(found["less"]) if found else None


def _people(text: str, path: Path, limits: dict[str, int]) -> tuple[Text, Text] | None:
    """Say of a text in the place of a number of people how many it means; None where it is a number as others are."""
    message = say("‘{text}’ is not a whole number", text=text)
    if path[-1] == "count" and re.search(r"\d\s*(?:%|percent|per cent)", text, re.I):
        return message, say("write how many people there are, such as 120: shares are worked out of the counts")
    part = re.fullmatch(r"\s*(\d{1,6})\s*(?:/|of|out of|von|sur|de|di|van|av)\s*(\d{1,6})\s*", text, re.I)
    if path[-1] == "count" and part:  # of those of a stage before
        return message, say("write `{number}`", number=int(part[1]))
    number = meant_people(text)
    if number is None or not limits.get("ge", 0) <= number <= limits.get("le", number):
        return None
    return message, say("write `{number}`", number=number)


def _per(unit: str, model: type[BaseModel], path: Path) -> str | None:
    """Give the choice of `per` that is meant by what stands behind a number: `per group`, `each`, `for everyone`."""
    found = _PER.fullmatch(unit)
    info = field_at(model_at(model, path[:-1]) or model, "per")
    choices = [choice.value for part in types_in(info.annotation, StrEnum) for choice in part] if info else []
    return chosen(found[1] or found[2], choices) if found else None


def _number_hint(meant: str, whole: bool, limits: dict[str, int]) -> Text:
    if meant and len(limits) == 2 and limits["le"] - limits["ge"] < MOST_STEPS:
        return say(
            "write a number from {low} to {high}: {number} is nearest",
            low=limits["ge"],
            high=limits["le"],
            number=meant,
        )
    if meant:
        return say("write `{number}`", number=meant)
    if not whole:
        return say("write digits with at most one point, such as 40 or 4.5")
    if "le" in limits:
        return say("write a number from {low} to {high}", low=limits["ge"], high=limits["le"])
    return say("write digits only, such as 12")
