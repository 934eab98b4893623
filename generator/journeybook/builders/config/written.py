"""Find where each option of journeybook stands: in mkdocs.yml, or in a file that it inherits."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.handbook.config_files import config_files, items_of
from journeybook.source import Document


def written(config: MkDocsConfig, values: Mapping[str, Any]) -> dict[str, Document]:
    """Give the values that MkDocs has made of options, by name, each below its name and with the nodes of its place.

    Tags and inheritance have been followed in the values. Options that stand in no file are left out.
    """
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    found: dict[str, Document] = {}
    for file, text, root in config_files(path):
        shown = Path(os.path.relpath(file, path.parent)).as_posix()
        for name, place in _places(root).items():
            if name in values and name not in found:
                found[name] = Document(shown, text, {name: values[name]}, partial(_itself, place))
    return found


def without_option(text: str, root: yaml.Node | None, name: str) -> str:
    """Give the text of a file that `config_files` has read without the values of an option of journeybook."""
    for value in reversed([value for key, value in _options(root) if key.value == name]):
        text = text[: value.start_mark.index] + text[value.end_mark.index :]
    return text


def _places(root: yaml.Node | None) -> dict[str, yaml.MappingNode]:
    """Give each option and its value, as a mapping of its own; of one that stands there twice, the last counts."""
    return {
        key.value: yaml.MappingNode("tag:yaml.org,2002:map", [(key, value)], key.start_mark, value.end_mark)
        for key, value in _options(root)
        if isinstance(key, yaml.ScalarNode)
    }


def _itself(node: yaml.Node) -> yaml.Node:
    return node


def _options(root: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Find the options below `journeybook`, which stands in a list or in a mapping of plugins."""
    for key, plugins in items_of(root):
        if key.value != "plugins":
            continue
        listed = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
        for item in listed:
            for name, options in items_of(item):
                if name.value == "journeybook":
                    yield from items_of(options)
