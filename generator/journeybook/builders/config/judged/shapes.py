"""What is wrong with a value that an option of MkDocs's kinds refuses, in words for people who do not program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, ValidationError

from journeybook.markdown.meant import whole
from journeybook.problems import Path as DataPath
from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest
from journeybook.store.shared_folders import as_scalar

Unfit = tuple[str, DataPath, Text, Text]
"""A code, the way from the option to the value that is meant, what is wrong, and what to write instead."""
_NO = ("no", "off", "false", "never", "n", "0", "none", "null", "not", "without", "nein", "non")


def misfit(option: BaseConfigOption[Any], key: str, value: object, typed: str | None) -> Unfit | None:
    """Say why a value, as it was `typed`, is none for an option; None where it is one, or only MkDocs can say."""
    option = option.option if isinstance(option, c.Optional) else option
    if value is None:
        return None
    if isinstance(option, c.ListOfItems):
        return _no_list(option, key, value, typed)
    return _no_scalar(option, key, value, typed)


def _no_list(option: c.ListOfItems[Any], key: str, value: object, typed: str | None) -> Unfit | None:
    if isinstance(value, str | int | float):
        parts = str(typed or value).split(",")
        hint = _write_list(key, parts)
        if isinstance(option.option_type, c.Choice):
            hint = _write_choices(key, parts, [str(choice) for choice in option.option_type.choices])
        return "JB203", (), say("‘{key}’ is a list", key=key), hint
    if not isinstance(value, list):
        return "JB203", (), *_not_listed(key, value, "", False)
    for place, item in enumerate(value):
        if found := _no_scalar(option.option_type, key, item, None, is_item=True):
            return found[0], (place,), found[2], found[3]
    return None


def _write_list(key: str, parts: Iterable[str]) -> Text:
    shown = ", ".join(as_scalar(part.strip()) for part in parts if part.strip())
    return say("write `{key}: [{shown}]`", key=key, shown=shown)


def _write_choices(key: str, parts: Iterable[str], choices: list[str]) -> Text:
    """Advise on a list of words, each one of a few; an empty list stands for none of them."""
    words = [word for part in parts for word in part.split()]
    meant = [found for word in words if (found := nearest(word, choices))]
    if not meant and any(word.casefold() in _NO for word in words):
        return say("write `{key}: []`, or leave it out", key=key)
    if not meant:
        return say(
            "write those that you want of {words}: `{key}: [{one}]`", words=", ".join(choices), key=key, one=choices[0]
        )
    return _write_list(key, meant)


def _no_scalar(
    option: BaseConfigOption[Any], key: str, value: object, typed: str | None, *, is_item: bool = False
) -> Unfit | None:
    match option:
        case c.Choice():
            return _no_choice([str(choice) for choice in option.choices], key, value)
        case c.URL():
            return _no_address(option, value, typed)
        case c.IpAddress():
            return _no_host(option, value)
        case c.PathSpec():
            return None if isinstance(value, str) else ("JB203", (), *_patterns(key))
        case c.Type() if type(option) is c.Type:
            return _no_value(option._type, key, value, typed, is_item=is_item)
    return None


def _no_choice(choices: list[str], key: str, value: object) -> Unfit | None:
    if value in choices:
        return None
    hint = say("write one of {words}", words=", ".join(choices))
    if not isinstance(value, str):
        return "JB204", (), say("one word is expected here"), hint
    if meant := nearest(value, choices):
        message = say("‘{given}’ is not known here; did you mean ‘{meant}’?", given=value, meant=meant)
        return "JB204", (), message, hint
    return "JB204", (), say("‘{given}’ is not known here", given=value), hint


def _no_address(option: c.URL, value: object, typed: str | None) -> Unfit | None:
    if isinstance(value, list | dict):
        return "JB203", (), *_no_text("", value, "", is_item=False)
    try:
        option.run_validation(value)
    except ValidationError:
        typed = str(value) if typed is None else typed
        hint = say("write all of it, such as https://www.example.org/handbook/")
        if (meant := whole(typed)) and meant.startswith("http"):
            hint = say("write `{meant}`", meant=meant)
        return "JB203", (), say("‘{value}’ is not a whole address", value=typed), hint
    return None


def _no_host(option: c.IpAddress, value: object) -> Unfit | None:
    try:
        option.run_validation(value)
    except ValidationError:
        hint = say("write a host and a port, such as `localhost:8000`")
        return "JB203", (), say("‘{value}’ is no address with a port", value=value), hint
    return None


def _patterns(key: str) -> tuple[Text, Text]:
    hint = say("write `{key}: |` and the patterns on the lines below, indented, without dashes", key=key)
    return say("‘{key}’ is one text of several lines, not a list", key=key), hint


def _no_value(kind: Any, key: str, value: object, typed: str | None, *, is_item: bool) -> Unfit | None:
    if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
        return None
    found = {str: _no_text, bool: _no_switch, int: _no_number, list: _not_listed}.get(kind)
    if found is None:
        return None
    return "JB203", (), *found(key, value, str(value) if typed is None else typed, is_item)


def _no_text(key: str, value: object, typed: str, is_item: bool) -> tuple[Text, Text]:
    if isinstance(value, list | dict):
        return say("a text is expected here, not a list or keys"), say("write it on the line of its name")
    quoted = f'"{typed}"' if is_item else f'{key}: "{typed}"'
    return say("‘{typed}’ is read as something else than a text", typed=typed), say("write `{quoted}`", quoted=quoted)


def _no_switch(key: str, value: object, typed: str, is_item: bool) -> tuple[Text, Text]:
    word = next(iter(typed.casefold().split()), "")
    meant = "false" if word in _NO or nearest(word, ("true", "false")) == "false" else "true"
    message = say("‘{key}’ is either true or false", key=key)
    return message, say("write `{key}: {meant}`, without quotation marks", key=key, meant=meant)


def _no_number(key: str, value: object, typed: str, is_item: bool) -> tuple[Text, Text]:
    digits = "".join(character for character in typed.partition(".")[0] if character in "0123456789")
    hint = say("write digits alone, without quotation marks: `{key}: {number}`", key=key, number=digits or "20")
    return say("‘{typed}’ is not a whole number", typed=typed), hint


def _not_listed(key: str, value: object, typed: str, is_item: bool) -> tuple[Text, Text]:
    if isinstance(value, dict) and any(one is not None for one in value.values()):
        return say("‘{key}’ is a list", key=key), say("write one item a line, each with a dash")
    if isinstance(value, dict):  # in braces, `{buddy, alum}`
        return say("‘{key}’ is a list", key=key), _write_list(key, [str(one) for one in value])
    return say("‘{key}’ is a list", key=key), _write_list(key, typed.split(","))
