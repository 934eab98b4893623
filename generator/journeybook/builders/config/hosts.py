"""Options of mkdocs.yml with which pages load from another host, though no host is named there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.handbook.config_files import config_files
from journeybook.handbook.settings import Outside
from journeybook.source import Document


def outside(config: MkDocsConfig) -> Iterator[Outside]:
    """Find what would load from another host, with the file that sets it; nothing where `privacy` makes copies."""
    if is_on(config, "privacy"):
        return
    documents = list(_documents(config))
    for kind, is_set, path in (
        ("font", bool(config.theme.get("font")), ("theme", "font")),
        ("mermaid", _draws_mermaid(config), ("markdown_extensions",)),
        ("emoji", _loads_emoji(config), ("markdown_extensions",)),
    ):
        document = next((one for one in documents if one.has(path)), None)
        if is_set and document:
            yield Outside(kind, document, path)


def is_on(config: MkDocsConfig, plugin: str) -> bool:
    """Tell whether a plugin of Material's is on, by itself or in a group of plugins."""
    found = (one for name, one in config.plugins.items() if name.split("/")[-1] == plugin)
    return any(one.config.get("enabled", True) for one in found)


def _draws_mermaid(config: MkDocsConfig) -> bool:
    """Tell whether Material's script would fetch mermaid: there are fences for it, and no script of that name."""
    options: Mapping[str, Any] = config.mdx_configs.get("pymdownx.superfences") or {}
    fences = options.get("custom_fences") or []
    given = any("mermaid" in str(script) for script in config.extra_javascript)
    return not given and any(isinstance(fence, Mapping) and fence.get("class") == "mermaid" for fence in fences)


def _loads_emoji(config: MkDocsConfig) -> bool:
    """Tell whether the extension writes pictures of its own host, as it does without a generator or a path."""
    options: Mapping[str, Any] = config.mdx_configs.get("pymdownx.emoji") or {}
    if "pymdownx.emoji" not in config.markdown_extensions or (options.get("options") or {}).get("image_path"):
        return False
    generator = options.get("emoji_generator")
    own = getattr(generator, "__module__", "pymdownx.emoji") == "pymdownx.emoji"
    return generator is None or (own and getattr(generator, "__name__", "") != "to_alt")


def _documents(config: MkDocsConfig) -> Iterator[Document]:
    """Read mkdocs.yml and what it inherits, nearest first; none for a configuration without a file."""
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, node in config_files(path):
        if node is not None:
            yield Document(Path(os.path.relpath(file, path.parent)).as_posix(), text, {}, partial(_itself, node))


def _itself(node: yaml.Node) -> yaml.Node:
    return node
