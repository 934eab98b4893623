"""Find what a handbook's own styles name: those of `extra_css`, of templates of the theme, and of a page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from journeybook.handbook.settings import Settings

_STYLED = (".css", ".html")


def styles_class(settings: Settings, page: str, name: str) -> bool:
    """Tell whether a style may be for a class, in a file of styles, in a template or in the text of a page.

    Of a style from another host nobody knows, so it may be.
    """
    if settings.styles is None:
        return True
    named = re.compile(rf"\.{re.escape(name)}(?![\w-])", re.I)
    return any(named.search(text) for text in (page, *_texts(settings)))


def _texts(settings: Settings) -> Iterator[str]:
    for path in (*(settings.styles or ()), *_templates(settings.overrides)):
        try:
            yield path.read_text("utf-8", "replace")
        except OSError:  # others tell of what is not there, or cannot be opened
            continue


def _templates(folder: Path | None) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in _STYLED] if folder else []
