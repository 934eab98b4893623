"""Options of plugins and extensions that have a dash of their own, as if each were another plugin or extension."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

import markdown
from mkdocs.plugins import get_plugins

from journeybook.builders.config.judged.draft import Draft
from journeybook.problems import say


def extension_options(name: str) -> Iterator[str]:
    """Give the options of an extension of Markdown; it runs whatever its author wrote."""
    try:
        yield from markdown.Markdown().build_extension(name, {}).config
    except Exception:  # then nobody knows
        return


def plugin_options(name: str) -> Iterator[str]:
    """Give the options of a plugin, as mkdocs.yml names it; it runs whatever its author wrote."""
    installed = get_plugins()
    try:
        plugin = next(installed[one] for one in (f"material/{name}", name.lstrip("/")) if one in installed)
        yield from (option for option, _ in plugin.load().config_scheme)
    except Exception:  # there is none of that name, or nobody knows
        return


def judge_dashed_options(draft: Draft, key: str, options_of: Callable[[str], Iterator[str]]) -> None:
    """Tell such options, and put each where it belongs, so that nothing is told of it again."""
    given = draft.data.get(key)
    if not isinstance(given, list):
        return
    kept: list[Any] = []
    for place, item in enumerate(given):
        option, value = next(iter(item.items())) if isinstance(item, dict) and len(item) == 1 else (None, None)
        above = next((at for at in reversed(range(len(kept))) if kept[at] is not None), None)
        owner = _name(kept[above]) if above is not None and isinstance(option, str) and value is not None else None
        if above is None or owner is None or isinstance(value, dict) or option not in _known(owner, options_of):
            kept.append(item)
            continue
        path = (key, place, str(option))
        typed = draft.document(path).typed(path)
        shown = f"{option}: {typed if typed is not None else '…'}"
        message = say("‘{option}’ is an option of ‘{name}’, and has a dash of its own", option=option, name=owner)
        if isinstance(kept[above], str):
            hint = say(
                "write `- {name}:`, and below it, with four spaces and no dash, `{option}`", name=owner, option=shown
            )
        else:
            hint = say("take the dash out, and indent it by four spaces from the dash of ‘{name}’", name=owner)
        draft.tell("JB203", message, hint, path=path, at_key=True)
        before = kept[above][owner] if isinstance(kept[above], dict) else None
        kept.append(None)  # its place stays, for those below
        kept[above] = {owner: {**(before if isinstance(before, dict) else {}), option: value}}
    draft.data[key] = kept


def _name(item: object) -> str | None:
    """Give the name of an item that stands alone, or has options below it."""
    if isinstance(item, str):
        return item
    name, options = next(iter(item.items()), (None, "")) if isinstance(item, dict) and len(item) == 1 else (None, "")
    return name if isinstance(name, str) and (options is None or isinstance(options, dict)) else None


def _known(name: str, options_of: Callable[[str], Iterator[str]]) -> Collection[str]:
    return frozenset(options_of(name))
