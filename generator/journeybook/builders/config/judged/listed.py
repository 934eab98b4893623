"""What `plugins` and `markdown_extensions` have in common: a list of names, some with options below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from journeybook.builders.config.judged.draft import Draft
from journeybook.problems import Path as DataPath
from journeybook.problems import Text, say
from journeybook.store.shared_folders import as_scalar

_BETWEEN = re.compile("[\\s,;\"'“”„«»‘’]+")


def judge_list(draft: Draft, key: str) -> None:
    """Tell what is no such list, and take out of the data what cannot be read as a part of one."""
    given = draft.data.get(key)
    if given is None:
        return
    if isinstance(given, list):
        draft.data[key] = [one for place, item in enumerate(given) for one in _items(draft, (key, place), item)]
    elif isinstance(given, dict):
        for name in [name for name, options in given.items() if not _has_options(draft, (key, name), name, options)]:
            given[name] = None
    else:
        draft.tell("JB203", say("‘{key}’ is a list", key=key), _as_list(key, given), path=(key,))
        draft.data[key] = [part for part in _parts(given) if part]


def _parts(given: object) -> list[str]:
    """Give the names in a text: neither commas, spaces nor quotation marks are in any, and no dash begins one."""
    return [name for part in _BETWEEN.split(str(given)) if (name := part.lstrip("-*•"))]


def _as_list(key: str, given: object) -> Text:
    return say("write `{key}: [{shown}]`", key=key, shown=_shown(_parts(given)))


def _shown(names: list[str]) -> str:
    return ", ".join(map(as_scalar, names))


def _items(draft: Draft, path: DataPath, item: Any) -> Iterator[Any]:
    """Give an item, or those that have run together in one text."""
    text, options = _named(item)
    if len(names := _parts(text)) < 2:
        yield item if _is_item(draft, path, item) else None  # its place stays, for those below
        return
    message = say("‘{names}’ is one name here", names=text)
    shown = [*map(as_scalar, names[:-1]), f"{as_scalar(names[-1])}{':' if isinstance(item, dict) else ''}"]
    hint = say("write a comma between two names: `{shown}`", shown=_shown(names))
    if " - " in text:
        hint = say("begin `- {name}` in the column of the dash above it", name=names[1])
    elif _has_a_line(draft, path):
        hint = say(
            "write each on a line of its own, with a dash: {shown}", shown=", ".join(f"`- {name}`" for name in shown)
        )
    draft.tell("JB203", message, hint, path=path)
    yield from names[:-1]
    yield names[-1] if options is None else {names[-1]: options}


def _named(item: Any) -> tuple[str, Any]:
    """Give the name of an item with its options; an empty one where it is neither."""
    if isinstance(item, str):
        return item, None
    names = list(item.items()) if isinstance(item, dict) else []
    return (str(names[0][0]), names[0][1]) if len(names) == 1 and "," in str(names[0][0]) else ("", None)


def _has_a_line(draft: Draft, path: DataPath) -> bool:
    """Tell whether an item has a line and a dash of its own, and does not stand in brackets."""
    document = draft.document(path)
    mark = document.mark(path)
    return mark is not None and document.lines[mark.line].lstrip().startswith("- ")


def _is_item(draft: Draft, path: DataPath, item: Any) -> bool:
    if isinstance(item, str):
        return True
    if not isinstance(item, dict) or not item:
        draft.tell("JB203", say("a name is expected here"), say("write a name after the dash"), path=path)
        return False
    name, *others = map(str, item)
    if others:
        _tell_beside(draft, path, name, others, is_empty=next(iter(item.values())) is None)
        rest = {other: item[other] for other in item if other != name}
        _keep(item, name, rest if item[name] is None else item[name])
        return True
    if not _has_options(draft, (*path, name), name, item[name]):
        item[name] = None
    return True


def _keep(item: dict[Any, Any], name: str, options: Any) -> None:
    item.clear()
    item[name] = options


def _tell_beside(draft: Draft, path: DataPath, name: str, others: list[str], *, is_empty: bool) -> None:
    message = say("‘{other}’ stands beside ‘{name}’, not in it", other=others[0], name=name)
    hint = say("begin an item of its own with a dash")
    if is_empty:
        hint = say("indent the options of ‘{name}’ by four spaces from its dash", name=name)
    draft.tell("JB203", message, hint, path=(*path, others[0]), at_key=True)


def _has_options(draft: Draft, path: DataPath, name: str, options: Any) -> bool:
    if options is None or isinstance(options, dict):
        return True
    message = say("‘{name}’ takes options, one a line, each with its name", name=name)
    hint = say(
        "write `{name}:` and below it, indented, `option: value`; without options, write its name alone", name=name
    )
    draft.tell("JB203", message, hint, path=path)
    return False
