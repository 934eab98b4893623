"""Options whose values are mappings, with names for their keys: `palette` and `csp`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.written import written
from journeybook.source import Document


def option_document(config: MkDocsConfig, key: str, given: object) -> Document | None:
    """Give what MkDocs has made of an option, with its place; None where nothing is given.

    Without a place where it comes from elsewhere, such as a hook.
    """
    if given is None:
        return None
    data = {key: _with_names(given)}
    return written(config, data).get(key) or Document(Path(config.config_file_path or "mkdocs.yml").name, "", data)


def _with_names(value: Any) -> Any:
    """Give mappings texts for keys, as the models expect them."""
    if isinstance(value, dict):
        return {str(key): _with_names(item) for key, item in value.items()}
    return [_with_names(item) for item in value] if isinstance(value, list) else value
