"""How bad a dead link is: an error, but where mkdocs.yml says under `validation:` that it does not mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.handbook.config_files import config_files

_ADVICE = "JB452"
_CODES = {
    "not_found": "JB322",
    "unrecognized_links": "JB452",
    "anchors": "JB323",
    "nav": "JB324",
    "absolute_links": _ADVICE,
    "text": "JB454",
}
"""The code of each kind of dead link; MkDocs leaves an unrecognized one as it is, which may be meant."""
_OURS = ("anchors", "text")
"""What no plugin adds."""
_MILD = ("info", "ignore")


@dataclass(frozen=True)
class Leniency:
    """The kinds of dead links that mkdocs.yml does not mind; `adds`: plugins or hooks may add what links lead to."""

    minds_not: frozenset[str]
    adds: bool = False

    def code(self, kind: str) -> str:
        """Give the code of a problem of a kind, that of advice where it is none of the handbook's worries."""
        return _ADVICE if kind in self.minds_not or (self.adds and kind not in _OURS) else _CODES[kind]


def leniency_of(config: MkDocsConfig, *, adds: bool) -> Leniency:
    """Read what stands under `validation:` in mkdocs.yml or a file that it inherits; MkDocs's defaults do not count."""
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    said: dict[str, str] = {}
    for _, _, root in config_files(path):
        said = {**dict(_said(root)), **said}  # the nearest file goes before those that it inherits
    return Leniency(frozenset(kind for kind, level in said.items() if level in _MILD), adds)


def _said(root: yaml.Node | None) -> Iterator[tuple[str, str]]:
    """Give the level of each kind: stated for all, for links, or by its own name."""
    for key, value in _items(root):
        if key != "validation":
            continue
        for name, setting in _items(value):
            if isinstance(setting, yaml.ScalarNode):
                yield from ((kind, setting.value) for kind in _kinds(name))
            for inner, level in _items(setting):
                if isinstance(level, yaml.ScalarNode):
                    yield ("nav" if name == "nav" else inner), level.value


def _kinds(name: str) -> tuple[str, ...]:
    return ("not_found", "nav") if name == "not_found" else (name,)


def _items(node: Any) -> list[tuple[str, yaml.Node]]:
    return [(str(key.value), value) for key, value in node.value] if isinstance(node, yaml.MappingNode) else []
