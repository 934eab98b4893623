"""A Markdown extension: `pymdownx.snippets` for an edition, which takes nothing in that the edition leaves out.

Its folders are the author's own, where everything lies. So a file of the chapters is taken from the edition's folder,
as far as the edition has it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markdown.core import Markdown
from mkdocs.config.defaults import MkDocsConfig
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

from journeybook.builders.config.edition_leaks import EditionError
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.model.editions import Edition

SNIPPETS = "pymdownx.snippets"


def guard_snippets(
    config: MkDocsConfig, edition: Edition, carried: Mapping[Path, Path], hidden: Collection[Path]
) -> None:
    """Let snippets be read from `carried`, by their own places, where they are there, and refuse those of `hidden`."""
    if SNIPPETS in config.markdown_extensions:
        config.markdown_extensions = [__name__ if one == SNIPPETS else one for one in config.markdown_extensions]
        guard = Guard(edition, carried, frozenset(hidden) - carried.keys())
        options = config.mdx_configs.get(SNIPPETS) or {}
        config.mdx_configs = config.mdx_configs | {__name__: {**options, "guard": guard}}


@dataclass(frozen=True)
class Guard:
    """What an edition has of files: copies of some by their places, and those that it leaves out."""

    edition: Edition
    carried: Mapping[Path, Path]
    hidden: Collection[Path]

    def leaves_out(self, file: Path) -> bool:
        """Tell whether a file is left out, or says at its top that it is for others."""
        if file in self.hidden:
            return True
        front, _, _ = split_front_matter(file.read_text("utf-8-sig", "replace"))
        try:
            meta = yaml.safe_load(front) if "audience" in front else None
        except yaml.YAMLError:
            return True
        roles = meta.get("audience") or () if isinstance(meta, dict) else ()
        return not self.edition.shows({roles} if isinstance(roles, str) else {*map(str, roles)})


class _Preprocessor(SnippetPreprocessor):  # type: ignore[misc]  # it has no types
    def __init__(self, config: dict[str, Any], parser: Markdown, guard: Guard) -> None:
        super().__init__(config, parser)
        self._guard = guard

    def get_snippet_path(self, path: str) -> str | None:
        """Give the file of a snippet as the edition has it; an EditionError where it leaves that out."""
        found: str | None = super().get_snippet_path(path)
        if found is None or not os.path.isfile(found):  # noqa: PTH113  # a name that no system can hold is none
            return found
        real = Path(found).resolve()
        if copy := self._guard.carried.get(real):
            return str(copy)
        if self._guard.leaves_out(real):
            raise EditionError(
                f"journeybook: the snippet ‘{path}’ is for others, and the edition ‘{self._guard.edition.name}’ leaves "
                "it out. Put the line that takes it in between `<!-- for: … -->` and `<!-- end for -->`, with the "
                "roles that see it"
            )
        return found


class _Extension(SnippetExtension):  # type: ignore[misc]  # it has no types
    def __init__(self, **options: Any) -> None:
        guard = options.pop("guard")
        super().__init__(**options)
        self._guard = guard

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register with a parser, in the place of what it guards."""
        self.md = md
        md.registerExtension(self)
        md.preprocessors.register(_Preprocessor(self.getConfigs(), md, self._guard), "snippet", 32)


def makeExtension(**options: Any) -> _Extension:  # noqa: N802  # Python-Markdown's name
    """Give the extension."""
    return _Extension(**options)
