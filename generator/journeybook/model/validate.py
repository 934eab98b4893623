"""Validate a document into a model, or into problems JB2xx: all of them, with place and what to write instead."""

from __future__ import annotations

import re
import typing
from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum
from types import GenericAlias
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from yaml import SequenceNode

from journeybook.model import types
from journeybook.model.base import EntryModel, Item
from journeybook.model.meant_groups import meant_people
from journeybook.model.meant_ids import NOT_AN_ID, as_list, no_id
from journeybook.model.meant_inside import meant_inside
from journeybook.model.meant_nothing import says_nothing
from journeybook.model.meant_numbers import MOST_STEPS, meant_number
from journeybook.model.misread import item_of_items, misread_key, text_with_list, words_as_keys
from journeybook.model.other_names import meant_key, meant_status, other_name, other_word
from journeybook.model.walk import types_in
from journeybook.problems import Path, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document
from journeybook.source.guess import in_quotes, quoted, without_hash
from journeybook.source.spaces import ODD

_APART = re.compile(r"\s*(?:[,;/&+\n]|\b(?:and|or)\b)\s*", re.I)
_PER = re.compile(r"(?:per\b|a\b|an\b|for (?:each|every)\b|/|pro\b|par\b)\s*(?:small )?([^\W\d]+)|(each)", re.I)
_OF_PEOPLE = ("group_size", "count")
"""The fields of a number of people; `min`, `max` and `size` of a group hold one, too, and are seldom words."""
_KNOWN = say("known here: {known}", known="")
M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Make the model that a document holds, None where it does not fit, and the problems."""
    slips = dict(_slips(document, model))
    problems = [*slips.values(), *_valueless(document, model, slips)]
    try:
        found = model.model_validate(document.data)
        return None if problems else found, problems
    except ValidationError as error:
        details = error.errors(include_url=False)
        told = {path[:-1] for path in slips}
        details = [
            detail for detail in details if not (detail["input"] == {} and {detail["loc"], detail["loc"][:-1]} & told)
        ]
        more = [_problem(document, model, detail) for detail in details if not _repeats(detail, details)]
        return None, _listed_once(problems + more)


def _valueless(document: Document, model: type[BaseModel], told: Collection[Path]) -> Iterator[Problem]:
    """Report unknown keys without a value: that means left out, but only of a key that could be there."""
    for path, no_colon in document.valueless():
        owner = model_at(model, path[:-1])
        if owner is not None and no_colon and path[-1] in _keys(owner):
            message = say("‘{key}’ stands alone, without a colon and a value", key=path[-1])
            yield document.problem("JB201", message, say("write `{key}: …`", key=path[-1]), path=path, at_key=True)
        if owner is None or owner.model_config.get("extra") == "ignore" or path[-1] in _keys(owner) or path in told:
            continue
        code, message, hint = _unknown_key(model, path, None, document)
        if no_colon:
            message = say("‘{key}’ stands alone, because the comma before it ends a text here", key=path[-1])
            hint = say("put a text that has a comma in quotes")
        yield document.problem(code, message, hint, path=path, at_key=True)


def _slips(document: Document, model: type[BaseModel]) -> Iterator[tuple[Path, Problem]]:
    """Give, with its path, a problem of each key without a value that was meant as a text, or has no colon."""
    for path, no_colon in document.valueless():
        owner = model_at(model, path[:-1])
        known = _keys(owner)
        if (owner and owner.model_config.get("extra") == "ignore") or path[-1] in known:
            continue
        alone = document.value(path[:-1]) == {} and _takes_text(model, path[:-1])
        in_list = isinstance(path[-2:][0], int)
        if told := misread_key(str(path[-1]), known, has_colon=not no_colon, alone=alone, in_list=in_list):
            yield path, document.problem("JB202" if known else "JB203", *told, path=path, at_key=True)


def _takes_text(model: type[BaseModel], path: Path) -> bool:
    """Tell whether a text can stand where a path leads in a journey, an activity or a workshop."""
    there = model_at(model, path)
    if not issubclass(model, EntryModel) or there:
        return there is not None and issubclass(there, Item)
    field = path[:-1] if path and isinstance(path[-1], int) else path
    return bool(field) and field[-1] in _keys(model_at(model, field[:-1])) and field[-1] != "variations"


def _misread(document: Document, model: type[BaseModel], detail: ErrorDetails) -> tuple[Text, Text] | None:
    """Say what to write for items and texts that were read as lists or keys; None where they were not."""
    path, given = detail["loc"], detail["input"]
    if not issubclass(model, EntryModel):
        return None
    if given is None:
        return _swallowed(document, path)
    owner = model_at(model, path[:-1])
    is_only = document.value(path[:-1]) == {path[-1]: given} if path else False
    if (
        detail["type"] == "extra_forbidden"
        and owner
        and issubclass(owner, Item)
        and isinstance(given, list)
        and is_only
    ):
        return text_with_list(str(path[-1]), _keys(owner), owner.short)
    item = path if isinstance(path[-1], int) else path[:-1]
    if isinstance(item[-1:][0] if item else None, int) and isinstance(given, list) and document.value(item) == given:
        node = document.at(item)
        return item_of_items(given, in_brackets=isinstance(node, SequenceNode) and bool(node.flow_style))
    if detail["type"] == "journeybook" and isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        node = document.at(path)
        if isinstance(node, SequenceNode) and node.flow_style:
            return say("one text is expected here, not a list"), say("take the brackets out: `{text}`", text=given[0])
    is_word = isinstance(path[-1], int) and model_at(model, path) is None
    return words_as_keys(given) if is_word and isinstance(given, dict) else None


def _swallowed(document: Document, path: Path) -> tuple[Text, Text] | None:
    """Explain an item that is only a note to YAML, such as `- #start`."""
    mark = document.mark(path)
    rest = document.lines[mark.line][mark.column :].strip() if mark and mark.line < len(document.lines) else ""
    if not re.match(r"#+[ \t]*\S", rest):
        return None
    return say("what follows # is a note that nobody reads"), without_hash(rest)


def _repeats(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether an error only follows from another one of the same run."""
    loc = detail["loc"]
    others = [d for d in details if d is not detail]
    match detail["type"]:
        case "too_short":  # its items are wrong, not absent
            return any(d["loc"][: len(loc)] == loc for d in others)
        case "journeybook" if loc[-2:-1] == ("resources",) and isinstance(loc[-1], int):  # the next has its address
            return any(d["type"] == "missing" and d["loc"] == (*loc[:-1], loc[-1] + 1, "title") for d in others)
        case "missing":  # its key is there, with a typing error
            near = [d["loc"] for d in others if d["type"] == "extra_forbidden" and d["loc"][:-1] == loc[:-1]]
            if any(d["type"] == "extra_forbidden" and _holds(d["input"], loc[-1]) for d in others):
                return True  # it is there, a level too deep
            in_item = isinstance(loc[-2:][0], int) and len(loc) > 1
            if in_item and any(isinstance(d["input"], list) for d in others if d["loc"] in near):
                return True  # a text that has a list below it
            return any(meant_key(str(other[-1]), [str(loc[-1])]) for other in near)
        case _:  # `duration: x` fails as its least and as its most time alike
            same = (*loc[:-1], "min"), detail.get("input")
            return loc[-1:] == ("max",) and any((d["loc"], d.get("input")) == same for d in others)


def _holds(value: object, key: str | int) -> bool:
    return isinstance(value, dict) and key in value


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path: Path = detail["loc"]
    code, message, hint = _words(model, detail, path, document)
    if told := _misread(document, model, detail):
        message, hint = told
    if detail.get("input") == {} and (words := _words_in_braces(document, path)):
        hint = _in_brackets(words) or hint
    if path[:1] == ("variations",) and isinstance(detail.get("input"), list):
        hint = say("give each a name in place of its dash, such as `Online: …`; or write `|` behind `variations:`")
    if code in ("JB203", "JB204") and issubclass(model, EntryModel) and _is_nothing(path, detail.get("input")):
        hint = say("take the line out: what is left out is not shown")
    at_key = detail["type"] == "extra_forbidden"
    return document.problem(code, message, hint, path=path, at_key=at_key)


def _in_brackets(words: list[str]) -> Text | None:
    """Advise on braces around words, which make a list in brackets, and around keys without a space."""
    if any(re.match(r"[\w-]+:\S", word) for word in words):
        spaced = (re.sub(r"^([\w-]+):", r"\1: ", word) for word in words)
        return say("write `{shown}`", shown=f"{{{', '.join(spaced)}}}")
    return (
        say("write `[{words}]`", words=", ".join(words))
        if all(types.is_id(types.slug(word)) for word in words)
        else None
    )


def _is_nothing(path: Path, given: object) -> bool:
    """Tell whether a field of an entry, or the first of its list, says that there is nothing."""
    return (len(path) == 1 or path[1:] == (0,)) and isinstance(given, str) and says_nothing(given)


def _words_in_braces(document: Document, path: Path) -> list[str]:
    """Give what stands in braces as keys without a value, as in `{return, practice}`."""
    return [str(key[-1]) for key, no_colon in document.valueless() if no_colon and path[: len(key) - 1] == key[:-1]]


def _words(
    model: type[BaseModel], detail: ErrorDetails, path: Path, document: Document
) -> tuple[str, Text, Text | None]:
    context: dict[str, Any] = detail.get("ctx", {})
    if shown := _lost(document, path):
        return "JB203", say("a text cannot begin with {found} without quotes", found=shown[0]), quoted(shown)
    match detail["type"]:
        case "journeybook":
            if path[-1:] == ("actor",) and isinstance(detail["input"], list):
                text = " and ".join(map(str, detail["input"]))
                return "JB203", *(meant_inside(text, path, document) or (context["message"], context["hint"]))
            return "JB203", context["message"], context["hint"]
        case "missing":
            return "JB201", *_missing(document, model, path)
        case "extra_forbidden":
            return _unknown_key(model, path, detail["input"], document)
        case types.NO_NUMBER:
            return "JB203", *_number(context["text"], context["whole"], model, path)
        case types.NO_ID:
            if told := meant_inside(context["text"], path, document):
                return "JB203", *told
            stage = _stage_in(context["text"], document) if "next" in path else None
            if stage is not None:
                return "JB203", *_stage(context["text"], stage)
            people = bool({"actors", "audience"} & {*path})
            return "JB203", *no_id(context["text"], in_list=isinstance(path[-1], int), people=people)
        case "enum":
            return _choice(detail["input"], context["expected"], in_list=isinstance(path[-1], int))
        case "too_short":
            return "JB201", say("‘{key}’ is empty", key=path[-1]), _not_empty(model, path)
        case "greater_than_equal" | "less_than_equal":
            return _range(detail["input"], model, path)
        case "dict_type" | "model_type" | "model_attributes_type":
            return "JB203", *_keys_expected(model, path, detail["input"])
        case _:
            return "JB203", say("this does not fit: {said}", said=detail["msg"]), None


def _missing(document: Document, model: type[BaseModel], path: Path) -> tuple[Text, Text]:
    hint = say("write `{key}: …` here", key=path[-1])
    if path in {path for path, _ in document.valueless()}:
        return _swallowed(document, path) or (say("nothing is written after ‘{key}:’", key=path[-1]), hint)
    return _dash_too_many(document, model, path) or (say("‘{key}’ is missing", key=path[-1]), hint)


def _dash_too_many(document: Document, model: type[BaseModel], path: Path) -> tuple[Text, Text] | None:
    """Say that an item without its first key seems to belong to the one above it; None where it does not."""
    place = path[-2] if len(path) > 1 else None
    if not isinstance(place, int) or not place:
        return None
    above, item = document.value((*path[:-2], place - 1)), document.value(path[:-1])
    known = _keys(model_at(model, path[:-1]))
    fits = isinstance(item, dict) and item and set(item) <= set(known) and isinstance(above, dict) and path[-1] in above
    if not fits or set(item) & set(above):
        return None
    key = next(iter(item))
    message = say("‘{key}’ is missing: the dash before ‘{other}’ makes an item of its own", key=path[-1], other=key)
    return message, say("take that dash out, where `{other}` belongs to the item above", other=key)


def _not_empty(model: type[BaseModel], path: Path) -> Text:
    info = _field(model_at(model, path[:-1]) or model, path[-1])
    if info is None or info.is_required():
        return say("write at least one item")
    return say("write at least one item, or take the line out")


def _lost(document: Document, path: Path) -> str | None:
    """Give what is written of a text such as `>8`, which YAML takes for the mark of a text below; there is none."""
    mark = document.mark(path)
    if mark is None or mark.line >= len(document.lines) or (document.typed(path) or "").strip():
        return None
    found = re.fullmatch(r"[>|][-+]?\d", document.lines[mark.line][mark.column :].strip())
    return found[0] if found else None


def _stage_in(text: str, document: Document) -> str | None:
    """Find the id of the one stage of which the title is in a text such as `Go on to Friday`."""
    stages = document.value(("stages",))
    found = {}
    for stage in stages if isinstance(stages, list) else []:
        title = stage.get("title") if isinstance(stage, dict) else stage
        if isinstance(title, str) and re.search(rf"\b{re.escape(title)}\b", text, re.I):
            found[title] = stage.get("id") if isinstance(stage, dict) else None
    title = next(iter(found)) if len(found) == 1 else None
    return (found[title] or types.slug(title)) if title else None


def _stage(text: str, stage: str) -> tuple[Text, Text]:
    return say(NOT_AN_ID.template, text=text), say("write `{id}`", id=stage)


def _unknown_key(
    model: type[BaseModel], path: Path, value: object, document: Document
) -> tuple[str, Text, Text | None]:
    key = str(path[-1])
    if key == "id" and len(path) == 1:
        return (
            "JB202",
            say("‘id’ is not written here"),
            say("the id is the file's name without .yaml; take the line out"),
        )
    known = _keys(model_at(model, path[:-1]))
    if told := _switch(key, value, known):
        return "JB202", say("unknown key ‘{key}’", key=key), told
    if isinstance(value, dict) and len(value) > 1 and set(value) <= set(known):
        message = say("‘{key}’ has what belongs to the level above it", key=key)
        return "JB202", message, say("take this line out, and begin the lines below it in its column")
    meant, other = nearest(key, known), other_name(key, known, value)
    of_its_words = meant is not None and bool(re.search(r"[ _-]", key)) and not re.search(r"[ _-]", meant)
    if meant and (not other or (meant[0].casefold() == key[0].casefold() and not of_its_words)):
        return "JB202", say("unknown key ‘{key}’; did you mean ‘{meant}’?", key=key, meant=meant), None
    there = document.value(path[:-1])
    if meant := other_name(key, [field for field in known if not (isinstance(there, dict) and field in there)], value):
        message = say("unknown key ‘{key}’; here it is called ‘{meant}’", key=key, meant=meant)
        return "JB202", message, say("write `{meant}: …` in its place", meant=meant)
    if inside := _below_sibling(model, path, document):
        message = say("‘{key}’ belongs to ‘{above}’", key=key, above=inside)
        return "JB202", message, say("begin it two spaces further in, below `{above}:`", above=inside)
    if inside := _list_with(model_at(model, path[:-1]), key):
        message = say("‘{key}’ belongs to an item of ‘{list}’", key=key, list=inside)
        return "JB202", message, say("write it below `{list}:`, in an item with a dash", list=inside)
    if not known:
        hint = say("take it out: this has no settings")
    elif " " in key:
        hint = say("put a text that has a colon in quotes; known here: {known}", known=", ".join(known))
    else:
        hint = say(_KNOWN.template, known=", ".join(known))
    return "JB202", say("unknown key ‘{key}’", key=key), hint


def _below_sibling(model: type[BaseModel], path: Path, document: Document) -> str | None:
    """Give the key beside a wrong one that has no value, and whose own keys the wrong one is one of."""
    empty = [str(key[-1]) for key, _ in document.valueless() if key[:-1] == path[:-1]]
    return next((one for one in empty if path[-1] in _keys(model_at(model, (*path[:-1], one)))), None)


def _switch(key: str, value: object, known: list[str]) -> Text | None:
    """Say what to write for a switch that is a status, and for an author, who is one of a source."""
    if "status" in known and (status := meant_status(key, value)):
        if status == "current":
            return say("take the line out: without `status: draft`, everybody sees this")
        return say("write `status: {status}`", status=status)
    if "source" in known and key.casefold() in ("author", "authors", "written_by"):
        return say("write `authors: …` below `source:`, or `owner: …` for who keeps this page right")
    return None


def _list_with(model: type[BaseModel] | None, key: str) -> str | None:
    """Give the one list that a model must have of which the items know a key."""
    required = [(name, info) for name, info in model.model_fields.items() if info.is_required()] if model else []
    inner = ((name, _model_in(info.annotation)) for name, info in required)
    return next((name for name, items in inner if items and key in _keys(items)), None)


def _listed_once(problems: list[Problem]) -> list[Problem]:
    """Give the problems with each long list of fields at the first key that is none of them, and not at the others."""
    first: dict[Text, Problem] = {}
    told = []
    for problem in sorted(problems, key=lambda one: (one.line, one.column)):
        if problem.code == "JB202" and problem.hint and problem.hint.template == _KNOWN.template:
            listed = first.setdefault(problem.hint, problem)
            if listed is not problem:
                hint = say("take it out, or write one of the fields that are listed at line {line}", line=listed.line)
                problem = replace(problem, hint=hint)
        told.append(problem)
    return told


def _keys_expected(model: type[BaseModel], path: Path, given: object) -> tuple[Text, Text]:
    """Say that keys are expected where a value stands, and for which it may be the value; a view may have none."""
    known, key = _keys(model_at(model, path)), path[-1]
    if not known:
        return say("‘{key}’ has no settings", key=key), say("write its name alone: - {key}", key=key)
    message = say("keys are expected here, one a line")
    if isinstance(given, list) and len(known) == 1 and all(isinstance(item, str) for item in given):
        return message, say("write `{shown}`", shown=f"{{{known[0]}: [{', '.join(given)}]}}")
    if isinstance(given, str) and "url" in known and re.match("https?://", given):
        return message, say("write `title: …` and `url: {address}`", address=given)
    return message, say("known here: {known}", known=", ".join(known))


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _choice(given: object, expected: str, *, in_list: bool) -> tuple[str, Text, Text | None]:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    hint = say("write one of {words}", words=", ".join(words))
    if not isinstance(given, str):
        return "JB204", say("one word is expected here, not a list or keys"), hint
    parts = [_chosen(part, words) for part in _APART.split(given)]
    if in_list and len(parts) > 1 and all(parts):
        return "JB204", *as_list(given, [part for part in parts if part])
    if given.strip(ODD) in words:
        message = say("there is an odd space beside ‘{word}’, which nobody sees", word=given.strip(ODD))
        return "JB204", message, say("delete it, and write `{word}`", word=given.strip(ODD))
    if meant := _chosen(given, words):
        return "JB204", say("‘{given}’ is not known here; did you mean ‘{meant}’?", given=given, meant=meant), hint
    return "JB204", say("‘{given}’ is not known here", given=given), hint


def _chosen(word: str, words: list[str]) -> str | None:
    return nearest(word, words) or other_word(word, words)


def _range(given: object, model: type[BaseModel], path: Path) -> tuple[str, Text, Text | None]:
    limits = _limits(model, path)
    message = say("{given} is out of range", given=given)
    if "le" in limits:
        return "JB205", message, say("write a number from {low} to {high}", low=limits["ge"], high=limits["le"])
    return "JB205", message, say("write a number from {low} on", low=limits["ge"])


def _number(text: str, whole: bool, model: type[BaseModel], path: Path) -> tuple[Text, Text]:
    """Say that a text is no number, the range, and the number that was most likely meant."""
    limits = _limits(model, path)
    if path[-1] in _OF_PEOPLE and (told := _people(text, path, limits)):
        return told
    meant = meant_number(text, limits.get("ge"), limits.get("le"))
    if meant and whole and "." in meant.number:
        meant = None
    message = say("‘{text}’ is not a whole number", text=text) if whole else say("‘{text}’ is not a number", text=text)
    known = _keys(model_at(model, path[:-1]))
    if meant and "per" in known and (per := _per(meant.unit, model, path)):
        return message, say("write `{key}: {number}` and `per: {per}`", key=path[-1], number=meant.number, per=per)
    if meant and meant.unit and "unit" in known:
        key, unit = path[-1], in_quotes(meant.unit)
        hint = say("write `{key}: {number}` and `unit: {unit}`", key=key, number=meant.number, unit=unit)
        return message, hint
    return message, _number_hint(meant.number if meant else "", whole, limits)


def _people(text: str, path: Path, limits: dict[str, int]) -> tuple[Text, Text] | None:
    """Say of a text in the place of a number of people how many it means; None where it is a number as others are."""
    message = say("‘{text}’ is not a whole number", text=text)
    if path[-1] == "count" and re.search(r"\d\s*(?:%|percent|per cent)", text, re.I):
        return message, say("write how many people there are, such as 120: shares are worked out of the counts")
    number = meant_people(text)
    if number is None or not limits.get("ge", 0) <= number <= limits.get("le", number):
        return None
    return message, say("write `{number}`", number=number)


def _per(unit: str, model: type[BaseModel], path: Path) -> str | None:
    """Give the choice of `per` that is meant by what stands behind a number: `per group`, `each`, `for everyone`."""
    found = _PER.fullmatch(unit)
    info = _field(model_at(model, path[:-1]) or model, "per")
    choices = [choice.value for part in types_in(info.annotation, StrEnum) for choice in part] if info else []
    return _chosen(found[1] or found[2], choices) if found else None


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


def _limits(model: type[BaseModel], path: Path) -> dict[str, int]:
    """Find the least and the most that a field's number may be, as `ge` and `le`."""
    owner = model_at(model, path[:-1])
    info = _field(owner, path[-1]) if owner else None
    if info is None:
        return {}
    marks = list(info.metadata)
    for part in typing.get_args(info.annotation):
        for mark in getattr(part, "__metadata__", ()):
            marks += [mark, *getattr(mark, "metadata", ())]
    return {name: getattr(mark, name) for mark in marks for name in ("ge", "le") if hasattr(mark, name)}


def _field(model: type[BaseModel], key: str | int) -> FieldInfo | None:
    """Find the field of a key as it stands in YAML."""
    return next((info for name, info in model.model_fields.items() if key in (name, info.alias)), None)


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Find the model that a path of keys and indexes leads to, None where it leads to no mapping."""
    for part in path:
        if isinstance(part, int):
            continue
        field = _field(model, part)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return None
        model = inner
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for part in typing.get_args(annotation) if (found := _model_in(part))), None)
