"""Options of journeybook, and where each stands in mkdocs.yml or in a file that this one inherits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.source import Document


def written(config: MkDocsConfig, name: str, value: Any) -> Document:
    """The value that MkDocs has made of an option, below its name, with the nodes of the file that names it.

    Tags and inheritance have been followed in the value. Without a place where it comes from elsewhere, such as a hook.
    """
    data = {name: value}
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, root in _files(path):
        for key, node in reversed(list(_options(root))):  # of a key that stands there twice, the last one counts
            if key.value == name:
                mapping = yaml.MappingNode("tag:yaml.org,2002:map", [(key, node)], key.start_mark, node.end_mark)
                shown = Path(os.path.relpath(file, path.parent)).as_posix()
                return Document(shown, text, data, partial(_itself, mapping))
    return Document(path.name, "", data)


def _itself(node: yaml.Node) -> yaml.Node:
    return node


def _files(path: Path) -> Iterator[tuple[Path, str, yaml.Node | None]]:
    """mkdocs.yml and what it inherits, nearest first."""
    seen: set[Path] = set()
    while path.is_file() and path not in seen:
        seen.add(path)
        text = path.read_text("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        yield path, text, root
        parent = next((value for key, value in _items(root) if key.value == "INHERIT"), None)
        if not isinstance(parent, yaml.ScalarNode):
            return
        path = (path.parent / parent.value).resolve()


def _options(root: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """The options below `journeybook`, which stands in a list or in a mapping of plugins."""
    for key, plugins in _items(root):
        if key.value != "plugins":
            continue
        listed = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
        for item in listed:
            for name, options in _items(item):
                if name.value == "journeybook":
                    yield from _items(options)


def _items(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []
