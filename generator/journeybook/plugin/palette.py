"""The option `palette`, with names for its keys."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from journeybook.plugin.written import written
from journeybook.source import Document

_KEY = "palette"


def palette_document(config: MkDocsConfig, given: object) -> Document | None:
    """What MkDocs has made of the option; None where nothing is given. See `written`."""
    return None if given is None else written(config, _KEY, _with_names(given))


def _with_names(value: Any) -> Any:
    """Mappings with texts for keys, as the models expect them."""
    if isinstance(value, dict):
        return {str(key): _with_names(item) for key, item in value.items()}
    return [_with_names(item) for item in value] if isinstance(value, list) else value
