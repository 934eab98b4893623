"""Which Markdown extensions a site has, and one parser that has them."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown.core import Markdown
from markdown.extensions import Extension

_MAX_PARSERS = 8


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """A site's `markdown_extensions` and `mdx_configs`, as MkDocs calls them; left out, MkDocs's defaults.

    Two settings are equal where their `fingerprint` is.
    """

    extensions: tuple[str | Extension, ...] = field(default=("toc", "tables", "fenced_code"), compare=False)
    configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, compare=False)
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        # Options may hold functions and objects (`!!python/name:…`), which only their repr can tell apart.
        shown = repr((list(self.extensions), sorted((name, repr(value)) for name, value in self.configs.items())))
        object.__setattr__(self, "fingerprint", hashlib.blake2b(shown.encode("utf-8", "replace")).hexdigest())


def strict(settings: MarkdownSettings) -> MarkdownSettings:
    """Give the same settings, with which a snippet that is not there is an error and not an empty text."""
    name = "pymdownx.snippets"
    if name not in settings.extensions:
        return settings
    configs = {**settings.configs, name: {**(settings.configs.get(name) or {}), "check_paths": True}}
    return MarkdownSettings(settings.extensions, configs)


DEFAULT = MarkdownSettings()
"""The Markdown of a site whose mkdocs.yml names no extensions."""


class _Parsers(threading.local):
    """A few parsers for each thread: building one with twenty extensions takes longer than rendering a page.

    Python-Markdown's parsers hold the state of the page that they are rendering, hence none is shared.
    """

    def __init__(self) -> None:
        self.by_settings: dict[tuple[str, str], Markdown] = {}


_parsers = _Parsers()


def render(text: str, settings: MarkdownSettings) -> str:
    """Render `text` to HTML; errors of the site's extensions pass through."""
    return parsed_by(settings, lambda parser: parser.convert(text.removeprefix("\ufeff")))


def parsed_by(settings: MarkdownSettings, work: Callable[[Markdown], str]) -> str:
    """Give what `work` makes with a parser that has no trace of an earlier page."""
    kept, key = _parsers.by_settings, (settings.fingerprint, _working_folder())
    parser = kept.pop(key, None)
    if parser is None:
        configs = {name: dict(value or {}) for name, value in settings.configs.items()}
        parser = Markdown(extensions=list(settings.extensions), extension_configs=configs)
    made = work(parser.reset())
    # Only a parser that came through is kept: after an error its state is anyone's guess.
    kept[key] = parser
    if len(kept) > _MAX_PARSERS:
        del kept[next(iter(kept))]
    return made


def _working_folder() -> str:
    """Give the folder below which extensions look for relative paths, such as the `base_path` of snippets."""
    try:
        return str(Path.cwd())
    except OSError:  # somebody has taken it away
        return ""
