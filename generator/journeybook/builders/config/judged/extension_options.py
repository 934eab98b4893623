"""Options that Markdown's extensions refuse, told where they stand, and folders of snippets that are not there."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import markdown

from journeybook.builders.config.judged.dashed_options import extension_options
from journeybook.builders.config.judged.draft import Draft, NamedPart, named
from journeybook.builders.config.judged.pieces import take_out
from journeybook.problems import Path as DataPath
from journeybook.problems import say
from journeybook.problems.nearest import nearest

_KEY = "markdown_extensions"
_REFUSED = re.compile(r"Failed to load extension '([^']+)'")
_EMOJI = say(
    "write `{form}` in its place",
    form="- pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji , "
    "emoji_generator: !!python/name:material.extensions.emoji.to_svg }",  # YAML takes a sign right behind into the name
)
_SNIPPETS = "pymdownx.snippets"


def tell_extension(draft: Draft, said: str) -> bool:
    """Tell what an extension has refused, and leave that out; False where it cannot be told which one it was."""
    found = _REFUSED.match(said)
    items = [item for item in named(_KEY, draft.data.get(_KEY)) if found and item.name == found[1]]
    for item in items:
        if not _tell_options(draft, item):
            last = said.strip().rpartition("\n")[2]
            message = say("the extension ‘{name}’ cannot be used: {said}", name=item.name, said=last)
            hint = say("write its options as its guide shows, or take it out")
            if "makeExtension" in last:
                message = say("‘{name}’ is no extension of Markdown", name=item.name)
                hint = _EMOJI if item.name.startswith("material.extensions.emoji") else say("take it out")
            draft.tell("JB203", message, hint, path=item.path, at_key=True)
            take_out(draft, item)
    return bool(items)


def _tell_options(draft: Draft, item: NamedPart) -> bool:
    """Tell the options that an extension has not, or else the one whose value it cannot take."""
    known, options = list(extension_options(item.name)), item.options if isinstance(item.options, dict) else {}
    unknown = [str(option) for option in options if known and option not in known]
    for option in unknown:
        message = say("the extension ‘{name}’ has no option ‘{option}’", name=item.name, option=option)
        hint = say("known here: {known}", known=", ".join(known))
        if meant := nearest(option, known):
            hint = say("write `{meant}`", meant=meant)
            options.setdefault(meant, options[option])
        draft.tell("JB202", message, hint, path=(*item.inside, option), at_key=True)
    wrong = [] if unknown else [str(option) for option, value in options.items() if _refuses(item.name, option, value)]
    for option in wrong:
        _tell_value(draft, (*item.inside, option), item.name, option)
    for option in (*unknown, *wrong):
        del options[option]
    return bool(unknown or wrong)


def _tell_value(draft: Draft, path: DataPath, name: str, option: str) -> None:
    message = say("the extension ‘{name}’ cannot take this for its option ‘{option}’", name=name, option=option)
    draft.tell("JB203", message, say("write it as the extension’s guide shows, or take it out"), path=path)


def _refuses(name: str, option: str, value: Any) -> bool:
    try:
        markdown.Markdown(extensions=[name], extension_configs={name: {option: value}})
    except Exception:
        return True
    return False


def judge_snippets(draft: Draft) -> None:
    """Tell the folders of snippets where none of them is there: every snippet would be missing."""
    for item in named(_KEY, draft.data.get(_KEY)):
        options = item.options if item.name == _SNIPPETS and isinstance(item.options, dict) else {}
        given = options.get("base_path")
        listed = given if isinstance(given, list) else [given]
        names = [name for name in listed if isinstance(name, str)]
        if not names or len(names) < len(listed) or any(_is_there(draft.root / name) for name in names):
            continue
        hint = say("write the path of one that is there, seen from mkdocs.yml, or leave this out")
        if meant := nearest(names[0], _folders(draft.root)):
            hint = say("write `{folder}`", folder=meant)
            options["base_path"] = [meant]
        message = say("there is no folder ‘{name}’", name=", ".join(names))
        draft.tell("JB315", message, hint, path=(*item.inside, "base_path"))


def _is_there(path: Path) -> bool:
    """Tell whether a path is there; a name that no system can hold is not, and no error."""
    return os.path.exists(path)  # noqa: PTH110


def _folders(root: Path) -> list[str]:
    try:
        return [path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith(".")]
    except OSError:
        return []
