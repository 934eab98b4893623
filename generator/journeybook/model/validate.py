"""Validate a document into a model, or into problems JB2xx: all of them, with place and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml import SequenceNode

from journeybook.model import types
from journeybook.model.base import EntryModel, Item
from journeybook.model.dashes_apart import NAMES, dashes_apart, names_left_empty, without
from journeybook.model.dashes_apart import told as told_apart
from journeybook.model.fields_at import keys_of, model_at
from journeybook.model.keys_for_text import each_behind_a_dash, is_in_brackets, keys_for_text
from journeybook.model.meant_audience import AUDIENCE
from journeybook.model.meant_durations import clock_in
from journeybook.model.meant_ids import address_for_id, alone, meant_roles, no_id, titled
from journeybook.model.meant_inside import meant_inside
from journeybook.model.meant_items import braces
from journeybook.model.meant_nothing import says_nothing
from journeybook.model.meant_readers import for_nobody, for_some, names_nobody
from journeybook.model.misread import item_of_items, misread_key, text_with_list, words_as_keys
from journeybook.model.other_names import meant_key
from journeybook.model.pairs_with_ids import pair_with_id
from journeybook.model.roles_as_keys import roles_as_keys
from journeybook.model.walk import list_keys
from journeybook.model.wrong_keys import (
    ALONE,
    LONE_MINUTES,
    for_empty_list,
    in_brackets,
    keys_expected,
    list_without_brackets,
    listed_once,
    missing_key,
    names_item,
    of_block,
    swallowed_note,
    unknown_key,
    words_in_braces,
)
from journeybook.model.wrong_numbers import no_number, number_with_words, out_of_range, value_of_target, with_point
from journeybook.model.wrong_words import for_stage, lost_text, no_choice, stage_in
from journeybook.problems import Path, Problem, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes, quoted

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M], roles: Collection[str] = ()) -> tuple[M | None, list[Problem]]:
    """Make the model that a document holds, None where it does not fit, and the problems."""
    slips = dict(_slips(document, model))
    problems = [*slips.values(), *_valueless(document, model, slips, roles)]
    try:
        found = model.model_validate(document.data)
        return None if problems else found, problems
    except ValidationError as error:
        all_details = error.errors(include_url=False)
        told = {_without_places(path[:-1]) for path in slips}
        details = [detail for detail in all_details if not (detail["input"] == {} and {*_around(detail["loc"])} & told)]
        details = [detail for detail in details if not _lacks_its_name(detail, {path[:-1] for path in slips})]
        lone = {one.path[:-1] for one in problems if one.hint and one.hint.template == LONE_MINUTES.template}
        details = [detail for detail in details if detail["loc"] not in lone]
        apart = dashes_apart(document, model, details)
        others = (detail for detail in without(details, apart) if not _repeats(detail, all_details))
        more = [_problem(document, model, detail, roles) for detail in others]
        return None, listed_once([*problems, *(told_apart(document, one) for one in apart), *more])


def _lacks_its_name(detail: ErrorDetails, told: Collection[Path]) -> bool:
    """Tell whether a block or a step says nothing, of which a key is told that has lost its blank: `{break:Tea}`."""
    message = detail.get("ctx", {}).get("message")
    return detail["loc"] in told and message in (types.NO_STEP, types.NO_BLOCK)


def _left_empty(document: Document, item: Path) -> str | None:
    """Give the key of an item that says what it is and has no value, where it is the only such one."""
    names = names_left_empty(item, {path for path, _ in document.valueless()})
    return names[0] if len(names) == 1 else None


def _around(path: Path) -> tuple[Path, Path]:
    return _without_places(path), _without_places(path[:-1])


def _without_places(path: Path) -> Path:
    """Give the keys of a path alone: one item needs no list around it, and has a place all the same."""
    return tuple(part for part in path if not isinstance(part, int))


_NOBODY = say("‘audience’ names nobody")


def _valueless(
    document: Document, model: type[BaseModel], told: Collection[Path], roles: Collection[str]
) -> Iterator[Problem]:
    """Report unknown keys without a value: that means left out, but only of a key that could be there."""
    for path, no_colon in document.valueless():
        owner = model_at(model, path[:-1])
        if path[0] == "views" and no_colon and document.value(path[:-1]) == {}:  # told as a list in braces
            continue
        if path[-1] == "audience" and not no_colon and "audience" in keys_of(owner):
            yield document.problem("JB201", _NOBODY, for_nobody(model, path, roles), path=path, at_key=True)
        if owner is not None and no_colon and path[-1] in keys_of(owner):
            message = say("‘{key}’ stands alone, without a colon and a value", key=path[-1])
            yield document.problem("JB201", message, say("write `{key}: …`", key=path[-1]), path=path, at_key=True)
        if owner is None or owner.model_config.get("extra") == "ignore" or path[-1] in keys_of(owner) or path in told:
            continue
        code, message, hint = unknown_key(model, path, None, document)
        if no_colon:
            message = say(ALONE, key=path[-1])
            hint = with_point(document, path) or of_block(document, owner, path)
            hint = hint or say("put a text that has a comma in quotes")
            hint = list_without_brackets(document, owner, path) or hint
        yield document.problem(code, message, hint, path=path, at_key=True)


def _slips(document: Document, model: type[BaseModel]) -> Iterator[tuple[Path, Problem]]:
    """Give, with its path, a problem of each key without a value that was meant as a text, or has no colon."""
    for path, no_colon in document.valueless():
        owner = model_at(model, path[:-1])
        known = keys_of(owner)
        if (owner and owner.model_config.get("extra") == "ignore") or path[-1] in known:
            continue
        alone = document.value(path[:-1]) == {} and _takes_text(model, path[:-1])
        in_list = isinstance(path[-2:][0], int)
        if told := misread_key(str(path[-1]), known, has_colon=not no_colon, alone=alone, in_list=in_list):
            yield path, document.problem("JB202" if known else "JB203", *told, path=path, at_key=True)
        elif no_colon and _alone_in_braces(document, model, path):
            text = str(path[-1])
            shown = f"- {text}" if in_list else f"{path[-2]}: {text}"
            message = say("braces are for keys and their values, and ‘{text}’ is a text", text=text)
            hint = say("take the braces out: `{shown}`", shown=shown)
            yield path, document.problem("JB203", message, hint, path=path, at_key=True)


def _alone_in_braces(document: Document, model: type[BaseModel], path: Path) -> bool:
    """Tell whether a text stands alone in braces where it could stand without them, and in no list's place."""
    if not issubclass(model, EntryModel) or len(path) < 2 or {"variations", "blocks", "table"} & {*path[-3:-1]}:
        return False
    holder = model_at(model, path[:-2])
    in_place_of_list = holder is not None and path[-2] in list_keys(holder)
    several = sum(one[:-1] == path[:-1] for one, _ in document.valueless()) > 1
    return not in_place_of_list and not several and document.value(path[:-1]) == {}


def _takes_text(model: type[BaseModel], path: Path) -> bool:
    """Tell whether a text can stand where a path leads in a journey, an activity or a workshop."""
    there = model_at(model, path)
    if not issubclass(model, EntryModel) or there:
        return there is not None and issubclass(there, Item)
    field = path[:-1] if path and isinstance(path[-1], int) else path
    return bool(field) and field[-1] in keys_of(model_at(model, field[:-1])) and field[-1] != "variations"


_ONE = ("url", "file", "language", "timezone", "reviewed_on", "review_by")
"""Fields of which no text is made of several."""


def _misread(document: Document, model: type[BaseModel], detail: ErrorDetails) -> tuple[Text, Text] | None:
    """Say what to write for items and texts that were read as lists or keys; None where they were not."""
    path, given = detail["loc"], detail["input"]
    if not issubclass(model, EntryModel):
        return None
    if given is None:
        return swallowed_note(document, path)
    owner = model_at(model, path[:-1])
    is_only = document.value(path[:-1]) == {path[-1]: given} if path else False
    if (
        detail["type"] == "extra_forbidden"
        and owner
        and issubclass(owner, Item)
        and isinstance(given, list)
        and is_only
    ):
        has_dash = isinstance(document.value(path[:-2]), list)
        told = text_with_list(str(path[-1]), keys_of(owner), owner.short, has_dash=has_dash)
        in_place = each_behind_a_dash([given]) if not has_dash and is_in_brackets(document, path) else None
        return (told[0], in_place) if told and in_place else told
    if detail["type"] in ("journeybook", types.NO_ID) and (told := _below_name(document, owner, path, given)):
        return told
    item = path if isinstance(path[-1], int) else path[:-1]
    if isinstance(item[-1:][0] if item else None, int) and isinstance(given, list) and document.value(item) == given:
        node = document.at(item)
        return item_of_items(given, in_brackets=isinstance(node, SequenceNode) and bool(node.flow_style))
    if detail["type"] == "journeybook" and isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        node = document.at(path)
        if isinstance(node, SequenceNode) and node.flow_style:
            return say("one text is expected here, not a list"), say("take the brackets out: `{text}`", text=given[0])
    if detail["type"] == "journeybook" and path[-1] in _ONE and isinstance(given, list) and len(given) > 1:
        return say("one text is expected here, not a list"), say("write one of them, such as `{text}`", text=given[0])
    if detail["type"] == "journeybook" and isinstance(given, list) and (several := _one_each(document, path, given)):
        return several
    hint = detail["ctx"]["hint"] if detail["type"] == "journeybook" and isinstance(given, list) else None
    if hint in (types.BELOW_BAR, types.ON_ONE_LINE) and (several := _passages([*given])):
        return several
    if hint in (types.BELOW_BAR, types.ON_ONE_LINE) and (
        told := _texts_in_brackets(document, path, [*given], lines=hint == types.BELOW_BAR)
    ):
        return told
    is_word = isinstance(path[-1], int) and model_at(model, path) is None
    return words_as_keys(given) if is_word and isinstance(given, dict) else None


def _passages(given: list[object]) -> tuple[Text, Text] | None:
    """Say what to write for several texts with an `audience` each, where a field has one; None of all else."""
    texts = [one["text"] for one in given if isinstance(one, dict) and isinstance(one.get("text"), str)]
    if len(texts) < max(len(given), 1) or not any(isinstance(one, dict) and AUDIENCE in one for one in given):
        return None
    if len(texts) == 1:
        return types.ONE_TEXT, say("take the dash out, and write its keys below the line above")
    message = say("one text with one `audience` is expected here, and these are {number}", number=len(texts))
    hint = say("keep one, without its dash; what is for others is a step of its own, with its `audience`")
    return message, hint


def _texts_in_brackets(document: Document, path: Path, given: list[object], *, lines: bool) -> tuple[Text, Text] | None:
    """Say what to write for `text: [One., Two.]`; `lines`: the text may be of several, with a list in it."""
    texts = [one for one in given if isinstance(one, str)]
    typed = next((path[:end] for end in range(len(path), 0, -1) if document.has(path[:end])), ())  # short for a `text`
    key = next((part for part in reversed(typed) if isinstance(part, str)), "")
    if not is_in_brackets(document, path) or len(texts) < 2 or len(texts) < len(given):
        return None
    if key in _ONE or not key or not all(texts):
        return None
    are_sentences = all(one.rstrip()[-1:] in ".!?。？！؟" for one in texts[:-1])
    if all(re.fullmatch(r"\d{1,6}", one) for one in texts):
        return types.ONE_TEXT, say("write one of them, such as `{text}`", text=texts[0])
    lines = lines and not getattr(document.at(typed[:-1]), "flow_style", False)
    whole = (" " if are_sentences else ", ").join(one.strip() for one in texts)
    shown = whole if re.fullmatch(r"\w[^:#]*", whole) else in_quotes(whole)
    if not lines:
        return types.ONE_TEXT, say("write `{text}`", text=shown)
    items = ", ".join(f"`- {one}`" for one in texts)
    return types.ONE_TEXT, say(
        "write `{text}`; or for a list `{key}: |`, and on the lines below, further in, {items}",
        text=shown,
        key=key,
        items=items,
    )


def _below_name(
    document: Document, owner: type[BaseModel] | None, path: Path, given: object
) -> tuple[Text, Text] | None:
    """Say what to write where the keys of an item stand below its name, which is empty: `- break:`, `minutes: 15`."""
    if not isinstance(given, dict) or not given or not isinstance(path[-2:][0], int) or len(path) < 2:
        return None
    name, keys = str(path[-1]), list(given)
    node = document.at(path)
    if name not in NAMES or not set(keys) <= {*keys_of(owner)} - {name} or getattr(node, "flow_style", False):
        return None
    message = say("‘{key}’ has what belongs to the level above it", key=name)
    return message, say("write its text behind `{key}:`, and begin the lines below it in its column", key=name)


def _one_each(document: Document, path: Path, given: list[object]) -> tuple[Text, Text] | None:
    """Say what to write for several dates of a day, and several stages of one way; None of all else."""
    texts = [one for one in given if isinstance(one, str)]
    if len(texts) < 2 or len(texts) < len(given):
        return None
    if path[0] == "days" and path[-1] == "date":
        message = say("one date is expected here, not a list")
        return message, say(
            "give each day an item of its own below `days:`, the first with `date: {text}`", text=texts[0]
        )
    if path[-1] == "to" and "next" in path:
        way = document.value(path[:-1])
        way = {key: one for key, one in way.items() if isinstance(one, str | list)} if isinstance(way, dict) else {}
        if any(isinstance(one, list) for key, one in way.items() if key != "to"):
            return None
        shown = [f"`- {braces(**{**way, 'to': one})}`" if len(way) > 1 else f"`- {one}`" for one in texts]
        return say("one id is expected here, not a list"), say("write {items}", items=", ".join(shown))
    return None


def _keyed_roles(document: Document, detail: ErrorDetails, roles: Collection[str]) -> tuple[Text, Text] | None:
    """Say what to write for keys where an `audience` has its roles; None where there are none."""
    path, given = detail["loc"], detail["input"]
    if path[-2:-1] != ("audience",) or not isinstance(given, dict) or not given:
        return None
    items = document.value(path[:-1])
    others = [one for place, one in enumerate(items) if place != path[-1]] if isinstance(items, list) else []
    in_list = isinstance(items, list)
    return roles_as_keys(given, others, roles, in_list=in_list, has_dash=_has_dash(document, path))


def _repeats(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether an error only follows from another one of the same run."""
    loc = detail["loc"]
    others = [d for d in details if d is not detail]
    match detail["type"]:
        case "too_short":  # its items are wrong, not absent
            return any(d["loc"][: len(loc)] == loc for d in others)
        case "missing":  # its key is there, with a typing error
            near = [d["loc"] for d in others if d["type"] == "extra_forbidden" and d["loc"][:-1] == loc[:-1]]
            if any(d["type"] == "extra_forbidden" and _holds(d["input"], loc[-1]) for d in others):
                return True  # it is there, a level too deep
            in_item = isinstance(loc[-2:][0], int) and len(loc) > 1
            if in_item and any(isinstance(d["input"], list) for d in others if d["loc"] in near):
                return True  # a text that has a list below it
            return any(
                meant_key(str(other[-1]), [str(loc[-1])]) or (loc[-1] == "title" and names_item(other))
                for other in near
            )
        case _:  # `duration: x` fails as its least and as its most time alike
            same = (*loc[:-1], "min"), detail.get("input")
            return loc[-1:] == ("max",) and any((d["loc"], d.get("input")) == same for d in others)


def _holds(value: object, key: str | int) -> bool:
    return isinstance(value, dict) and key in value


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails, roles: Collection[str] = ()) -> Problem:
    path: Path = detail["loc"]
    code, message, hint = _words(model, detail, path, document)
    if detail["type"] == types.NO_ID and "audience" in path:
        message, hint = meant_roles(detail["ctx"]["text"], roles) or (message, hint)
    if told := _keyed_roles(document, detail, roles) or _misread(document, model, detail):
        message, hint = told
    if told := for_some(model, path, detail["input"], message, roles) or keys_for_text(
        document, model, path, detail["input"], (message, hint)
    ):
        message, hint = told
    if detail.get("input") == {} and (words := words_in_braces(document, path)):
        hint = in_brackets(words) or hint
    if path[:1] == ("variations",) and isinstance(detail.get("input"), list):
        named = path[1] if len(path) > 1 else ""
        if not is_in_brackets(document, path):
            hint = say("write `|` behind `{key}:`; the list then is part of the text", key=named)
        if not named:
            hint = say("give each a name in place of its dash, such as `Online: …`; or write `|` behind `variations:`")
    may_be_left_out = issubclass(model, EntryModel) or path == ("chapter",)  # of an entry, or of front matter
    if code in ("JB203", "JB204") and may_be_left_out and _is_nothing(path, detail.get("input")):
        hint = say("take the line out: what is left out is not shown")
        if path == ("chapter",):
            hint = say("take the line out")
    if path[-1:] == ("minutes",) and (clock := clock_in(detail.get("input"))):
        message = say("‘{text}’ is a time of day, and no number of minutes", text=detail["input"])
        hint = say("write how many minutes it takes: a step has no time of day")
        if "blocks" in path:
            hint = say(
                'write `start: "{clock}"` for when it begins, and `minutes: …` for how long it takes', clock=clock
            )
    if AUDIENCE in path[-2:] and names_nobody(detail["input"]):
        message, hint = _NOBODY, for_nobody(model, path[: path.index(AUDIENCE) + 1], roles)
    at_key = detail["type"] == "extra_forbidden"
    return document.problem(code, message, hint, path=path, at_key=at_key)


def _is_nothing(path: Path, given: object) -> bool:
    """Tell whether a field of an entry, or the first of its list, says that there is nothing."""
    return (len(path) == 1 or path[1:] == (0,)) and isinstance(given, str) and says_nothing(given)


def _has_dash(document: Document, path: Path) -> bool:
    """Tell whether an item stands behind a dash, and neither in brackets nor in place of its list."""
    around = document.at(path[:-1]) if isinstance(path[-1], int) else None
    return isinstance(around, SequenceNode) and not around.flow_style


def _words(
    model: type[BaseModel], detail: ErrorDetails, path: Path, document: Document
) -> tuple[str, Text, Text | None]:
    context: dict[str, Any] = detail.get("ctx", {})
    if shown := lost_text(document, path):
        return "JB203", say("a text cannot begin with {found} without quotes", found=shown[0]), quoted(shown)
    match detail["type"]:
        case "journeybook":
            if path[-1:] == ("actor",) and isinstance(detail["input"], list):
                text = " and ".join(map(str, detail["input"]))
                return "JB203", *(meant_inside(text, path, document) or (context["message"], context["hint"]))
            if told := pair_with_id(model_at(model, path), detail["input"], document):
                return "JB203", *told
            if context["message"] in (types.NO_STEP, types.NO_BLOCK) and (name := _left_empty(document, path)):
                return "JB201", *missing_key(document, (*path, name))
            message, hint = context["message"], context["hint"]
            if message == types.ID_ALONE and _has_dash(document, path):
                hint = alone(str(dict(hint.values)["id"]), in_list=True)
            return "JB203", message, hint
        case "missing":
            return "JB201", *missing_key(document, path)
        case "extra_forbidden":
            owner = model_at(model, path[:-1])
            if detail["input"] is None and owner and (hint := list_without_brackets(document, owner, path)):
                message = say(ALONE, key=path[-1])
                return "JB202", message, hint
            return unknown_key(model, path, detail["input"], document)
        case types.NO_NUMBER:
            if told := value_of_target(context["text"], model, path, document):
                return "JB203", *told
            if told := number_with_words(context["text"], model, path, document):
                return "JB203", *told
            return "JB203", *no_number(context["text"], context["whole"], model, path)
        case types.NO_ID:
            if told := meant_inside(context["text"], path, document):
                return "JB203", *told
            if isinstance(detail["input"], dict):
                return "JB203", *titled(context["text"], in_list=_has_dash(document, path))
            stage = stage_in(context["text"], document) if "next" in path else None
            if stage is not None:
                return "JB203", *for_stage(context["text"], stage)
            if "next" in path and "://" in context["text"]:
                hint = say("take it out: `next` leads to stages of this journey, and a link is part of a text")
                return "JB203", no_id(context["text"], in_list=False)[0], hint
            if path[0] in ("related", "prerequisites") and (told := address_for_id(context["text"])):
                return "JB203", *told
            people = bool({"actors", "audience"} & {*path})
            return "JB203", *no_id(context["text"], in_list=isinstance(path[-1], int), people=people)
        case "enum":
            return no_choice(detail["input"], context["expected"], in_list=isinstance(path[-1], int))
        case "too_short":
            return "JB201", say("‘{key}’ is empty", key=path[-1]), for_empty_list(model, path)
        case "greater_than_equal" | "less_than_equal":
            return out_of_range(detail["input"], model, path)
        case "dict_type" | "model_type" | "model_attributes_type":
            return "JB203", *keys_expected(model, path, detail["input"])
        case _:
            return "JB203", say("this does not fit: {said}", said=detail["msg"]), None
