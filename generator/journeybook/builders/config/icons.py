"""Icons that mkdocs.yml or a page names and the theme has not: a build would stop at the first page that shows one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.judged import material
from journeybook.handbook import Handbook
from journeybook.handbook.config_files import config_files
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document, read_text

ICONS = "https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/"
_ICONS = ".icons"
_ANY = "*"
_LOGO = ("theme", "icon", "logo")
_PICTURE = re.compile(r"[^:]+\.(?:svg|png|jpe?g|gif|webp)", re.I)


@cache
def _ways() -> tuple[tuple[str, ...], ...]:
    """Give the keys on the way to such names; lists on the way do not count."""
    return (
        *(("theme", "icon", part) for part in sorted(material.parts_with_icons())),
        *(("theme", "icon", group, _ANY) for group in ("admonition", "tag")),
        ("theme", "palette", "toggle", "icon"),
        ("extra", "social", "icon"),
        ("extra", "analytics", "feedback", "ratings", "icon"),
    )


def lost_icons(config: MkDocsConfig) -> Iterator[Problem]:
    """Find names of icons in mkdocs.yml that no folder of the theme has."""
    given = {"theme": dict(config.theme), "extra": config.extra}
    lost = {name for way in _ways() for name in _values(given, way) if not _is_there(config, name)}
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, root in config_files(path) if lost else ():
        document = Document(Path(os.path.relpath(file, path.parent)).as_posix(), text)
        logos = [node for node in _nodes(root, _LOGO) if _is_picture(node.value)]
        for node in (node for way in _ways() for node in _nodes(root, way) if node.value in lost):
            line, column = node.start_mark.line + 1, node.start_mark.column + 1
            message, hint = _said(node.value)
            if node in logos:
                hint = say("write `logo: {file}` right below `theme:`, and take this out", file=node.value)
            yield document.problem_at("JB345", message, hint, line=line, column=column)


def lost_icons_of_pages(config: MkDocsConfig, book: Handbook) -> Iterator[Problem]:
    """Find names of icons in the front matter of pages that no folder of the theme has.

    Nothing where a template of the handbook's own reads them, as it may have something else in mind.
    """
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    if own and any("meta.icon" in (read_text(path, path.name)[0] or "") for path in own.rglob("*.html")):
        return
    for page in book.pages.values():
        name = page.document.data.get("icon")
        if isinstance(name, str) and not _is_there(config, name):
            yield page.document.problem("JB345", *_said(name), path=("icon",))


def _values(given: Any, way: tuple[str, ...]) -> Iterator[str]:
    if isinstance(given, list):
        for item in given:
            yield from _values(item, way)
    elif isinstance(given, Mapping) and way:
        for value in given.values() if way[0] == _ANY else (given.get(way[0]),):
            yield from _values(value, way[1:])
    elif isinstance(given, str) and given and not way:
        yield given


def _nodes(node: yaml.Node | None, way: tuple[str, ...]) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(item, way)
    elif isinstance(node, yaml.MappingNode) and way:
        for key, value in node.value:
            if way[0] in (_ANY, key.value):
                yield from _nodes(value, way[1:])
    elif isinstance(node, yaml.ScalarNode) and not way:
        yield node


def _is_picture(name: str) -> bool:
    """Tell whether a name is that of a picture, and of none in the folders of icons."""
    sets = {icon.partition("/")[0] for icon in _known().values()}
    return bool(_PICTURE.fullmatch(name)) and name.removeprefix(f"{_ICONS}/").partition("/")[0] not in sets


def _is_there(config: MkDocsConfig, name: str) -> bool:
    return any(_is_file(Path(folder, _ICONS, f"{name}.svg")) for folder in config.theme.dirs)


def _is_file(path: Path) -> bool:
    """Tell whether there is a file; a name that no system can hold is none, and no error."""
    return os.path.isfile(path)  # noqa: PTH113


def _said(name: str) -> tuple[Text, Text]:
    hint = say("take one of {list}, or take it out", list=ICONS)
    if meant := meant_icon(name):
        hint = say("write `{icon}`", icon=meant)
    return say("there is no icon ‘{name}’", name=name), hint


def meant_icon(name: str) -> str | None:
    """Give the icon of Material's that a name most likely means: with signs around it, or a few letters wrong."""
    typed = name.strip(": ").removeprefix(f"{_ICONS}/").removesuffix(".svg").casefold().replace("_", "-")
    known = _known()
    if found := known.get(typed.replace("/", "-").replace(" ", "-")):
        return found
    last = typed.rpartition("/")[2].replace(" ", "-")
    same = [icon for icon in known.values() if icon.rpartition("/")[2] == last]
    if same:
        return same[0]
    inside = typed.rpartition("/")[0]
    beside = {icon.rpartition("/")[2]: icon for icon in known.values() if icon.rpartition("/")[0] == inside}
    return beside.get(nearest(last, beside) or "")


@cache
def _known() -> dict[str, str]:
    """Give the icons of the theme by their names as emoji have them, `material-library` for `material/library`."""
    inside = material.folder() / _ICONS
    names = [path.relative_to(inside).with_suffix("").as_posix() for path in inside.rglob("*.svg")]
    names.sort(key=lambda name: (not name.startswith(f"{material.NAME}/"), name))
    return {name.replace("/", "-"): name for name in names}
