"""The option `palette`, and where it stands in mkdocs.yml or in a file that this one inherits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.source import Document

_KEY = "palette"


def palette_document(config: MkDocsConfig, given: object) -> Document | None:
    """What MkDocs has made of the option, tags and inheritance included, with the nodes of the file that names it.

    None where nothing is given. Without a place where it comes from elsewhere, such as a hook.
    """
    if given is None:
        return None
    data = {_KEY: _with_names(given)}
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, root in config_files(path):
        for key, value in _options(root):
            if key.value == _KEY:
                mapping = yaml.MappingNode("tag:yaml.org,2002:map", [(key, value)], key.start_mark, value.end_mark)
                name = Path(os.path.relpath(file, path.parent)).as_posix()
                return Document(name, text, data, partial(_itself, mapping))
    return Document(path.name, "", data)


def _itself(node: yaml.Node) -> yaml.Node:
    return node


def _with_names(value: Any) -> Any:
    """Mappings with texts for keys, as the models expect them."""
    if isinstance(value, dict):
        return {str(key): _with_names(item) for key, item in value.items()}
    return [_with_names(item) for item in value] if isinstance(value, list) else value


def config_files(path: Path) -> Iterator[tuple[Path, str, yaml.Node | None]]:
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
