"""Read mkdocs.yml, and what it inherits, as its author has written it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml


def config_files(path: Path) -> Iterator[tuple[Path, str, yaml.Node | None]]:
    """Read mkdocs.yml and what it inherits, nearest first; what has been broken since it was loaded is left out."""
    seen: set[Path] = set()
    while path.is_file() and path not in seen:
        seen.add(path)
        try:
            text = path.read_text("utf-8-sig")
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, UnicodeDecodeError, OSError):
            return
        yield path, text, root
        parent = next((value for key, value in items_of(root) if key.value == "INHERIT"), None)
        if not isinstance(parent, yaml.ScalarNode):
            return
        path = (path.parent / parent.value).resolve()


def items_of(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """Give the keys and the values of a mapping; none where it is none."""
    return node.value if isinstance(node, yaml.MappingNode) else []
