"""Plugins, extensions and hooks that are named in mkdocs.yml and are not there, or cannot be loaded."""

from __future__ import annotations

import importlib.util
import pkgutil
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from mkdocs.plugins import get_plugins

from journeybook.builders.config.judged.dashed_options import (
    extension_options,
    judge_dashed_options,
    plugin_options,
)
from journeybook.builders.config.judged.draft import Draft, NamedPart, named
from journeybook.builders.config.judged.listed import judge_list
from journeybook.problems import Path as DataPath
from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest

OURS, _THEME = "journeybook", "material/"
_PACKAGES = {
    "awesome-nav": "mkdocs-awesome-nav",
    "awesome-pages": "mkdocs-awesome-pages-plugin",
    "exclude": "mkdocs-exclude",
    "gen-files": "mkdocs-gen-files",
    "git-authors": "mkdocs-git-authors-plugin",
    "git-committers": "mkdocs-git-committers-plugin-2",
    "git-revision-date": "mkdocs-git-revision-date-plugin",
    "git-revision-date-localized": "mkdocs-git-revision-date-localized-plugin",
    "glightbox": "mkdocs-glightbox",
    "include-markdown": "mkdocs-include-markdown-plugin",
    "literate-nav": "mkdocs-literate-nav",
    "macros": "mkdocs-macros-plugin",
    "mike": "mike",
    "minify": "mkdocs-minify-plugin",
    "print-site": "mkdocs-print-site-plugin",
    "redirects": "mkdocs-redirects",
    "rss": "mkdocs-rss-plugin",
    "section-index": "mkdocs-section-index",
    "table-reader": "mkdocs-table-reader-plugin",
}
"""What to install for the plugins that handbooks have most, where it is not their name."""
_CANNOT = {
    "i18n": (
        say("the plugin static-i18n cannot work beside journeybook: it moves pages that lie in no file"),
        say("take `i18n` out, and make a handbook of its own for each language"),
    ),
}


def judge_plugins(draft: Draft) -> None:
    """Tell plugins that are not installed, cannot be loaded, or cannot work beside ours, and take them out."""
    judge_dashed_options(draft, "plugins", plugin_options)
    judge_list(draft, "plugins")
    _judge_twice(draft)
    installed = get_plugins()
    for item in list(named("plugins", draft.data.get("plugins"))):
        name = _full_name(item.name, installed)
        if item.name in _CANNOT:
            _refuse(draft, item, "JB342", *_CANNOT[item.name])
        elif name is None:
            meant = _meant(item.name, installed, OURS not in _names(draft))
            _refuse(draft, item, "JB341", *_not_there(item.name, meant), instead=OURS if meant == OURS else None)
        elif (lack := _lack(installed[name])) is not None:
            hint = say("install its package anew, in a version for MkDocs 1, or take it out")
            message = say("the plugin ‘{name}’ cannot be loaded: {said}", name=item.name, said=lack)
            _refuse(draft, item, "JB341", message, hint)


def _judge_twice(draft: Draft) -> None:
    """Tell journeybook where it is named twice: it would write every page twice."""
    ours = [item for item in named("plugins", draft.data.get("plugins")) if item.name == OURS]
    for item in reversed(ours[1:]):
        draft.tell("JB105", say("‘{key}’ stands twice here", key=OURS), say("take one of them out"), path=item.path)
        draft.data["plugins"][item.path[1]] = None


def _names(draft: Draft) -> list[str]:
    return [item.name for item in named("plugins", draft.data.get("plugins"))]


def _full_name(name: str, installed: Iterable[str]) -> str | None:
    if name.startswith("/"):
        return name[1:] if name[1:] in installed else None
    return next((one for one in (_THEME + name, name) if one in installed), None)


def _meant(name: str, installed: Iterable[str], lacks_ours: bool) -> str | None:
    if name in _PACKAGES:
        return None
    known = {one.removeprefix(_THEME) for one in installed}
    return nearest(name, (known if lacks_ours else known - {OURS}) | set(_PACKAGES))


def _not_there(name: str, meant: str | None) -> tuple[Text, Text | None]:
    if meant:
        return say("there is no plugin ‘{name}’; did you mean ‘{meant}’?", name=name, meant=meant), None
    message = say("the plugin ‘{name}’ is not installed", name=name)
    if package := _PACKAGES.get(name):
        return message, say("install it: `pip install {package}`", package=package)
    return message, say("install its package with pip, or take it out")


def _lack(entry: Any) -> str | None:
    """Say why a plugin cannot be loaded; it runs whatever its author wrote."""
    try:
        entry.load()
    except (Exception, SystemExit) as error:
        return f"{type(error).__name__}: {error}"
    return None


def _refuse(
    draft: Draft, item: NamedPart, code: str, message: Text, hint: Text | None, *, instead: str | None = None
) -> None:
    draft.tell(code, message, hint, path=item.path, at_key=True)
    take_out(draft, item, instead)


def take_out(draft: Draft, item: NamedPart, instead: str | None = None) -> None:
    """Take an item out of its list, or give it another name; a gap stays, so that those below keep their lines."""
    key = str(item.path[0])
    given = draft.data[key]
    if isinstance(given, dict):
        draft.data[key] = dict(_renamed(given, item.name, instead))
    else:
        place = next(place for place, one in enumerate(given) if _is(one, item.name))
        given[place] = {instead: item.options} if instead else None


def _renamed(given: dict[Any, Any], old: str, new: str | None) -> Iterator[tuple[Any, Any]]:
    for name, options in given.items():
        if name != old:
            yield name, options
        elif new:
            yield new, options


def _is(item: object, name: str) -> bool:
    return item == name or (isinstance(item, dict) and name in item)


def judge_extensions(draft: Draft) -> None:
    """Tell extensions of Markdown that are not installed, and take them out."""
    judge_dashed_options(draft, "markdown_extensions", extension_options)
    judge_list(draft, "markdown_extensions")
    for item in list(named("markdown_extensions", draft.data.get("markdown_extensions"))):
        if not _is_extension(item.name):
            message, hint = say("the extension ‘{name}’ is not installed", name=item.name), say("take it out")
            if meant := nearest(item.name, _extensions()):
                message = say("there is no extension ‘{name}’; did you mean ‘{meant}’?", name=item.name, meant=meant)
            _refuse(draft, item, "JB341", message, None if meant else hint)


def _entry_names() -> set[str]:
    return {entry.name for entry in entry_points(group="markdown.extensions")}


def _is_extension(name: str) -> bool:
    if name in _entry_names():
        return True
    try:
        return importlib.util.find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError, AttributeError):  # of a folder that is none, of an empty name
        return False


def _extensions() -> set[str]:
    found = importlib.util.find_spec("pymdownx")
    folders = found.submodule_search_locations if found else None
    family = {f"pymdownx.{module.name}" for module in pkgutil.iter_modules(folders)} if folders else set[str]()
    return {name for name in _entry_names() if "." not in name} | family


def judge_hooks(draft: Draft) -> None:
    """Tell hooks that are not there or are no Python, and take them out."""
    given = draft.data.get("hooks")
    if given is None:
        return
    if not isinstance(given, list):
        hint = say("write one file a line, each with a dash")
        draft.tell("JB203", say("‘{key}’ is a list", key="hooks"), hint, path=("hooks",))
        del draft.data["hooks"]
        return
    draft.data["hooks"] = [one for place, one in enumerate(given) if _is_hook(draft, ("hooks", place), one)]


def _is_hook(draft: Draft, path: DataPath, name: object) -> bool:
    file = draft.root / str(name)
    if not isinstance(name, str) or not file.is_file():
        hint = say("write the path of a Python file, seen from mkdocs.yml, or take it out")
        draft.tell("JB341", say("there is no file ‘{name}’", name=name), hint, path=path)
        return False
    if lack := _no_python(file):
        message = say("the hook ‘{name}’ is not right Python: {said}", name=name, said=lack)
        draft.tell("JB341", message, say("mend the file, or take it out here"), path=path)
    return lack is None


def _no_python(file: Path) -> str | None:
    try:
        compile(file.read_bytes(), str(file), "exec")
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        return f"line {line}: {getattr(error, 'msg', error)}" if line else str(error)
    return None
