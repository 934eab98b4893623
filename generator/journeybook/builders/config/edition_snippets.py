"""A Markdown extension: `pymdownx.snippets` for an edition, which takes nothing in that the edition leaves out.

Its folders are the author's own, where everything lies. So a file of the chapters is taken from the edition's folder,
as far as the edition has it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from markdown.core import Markdown
from mkdocs.config.defaults import MkDocsConfig
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

from journeybook.builders.config.edition_folder import is_page
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.edition_own import roles_at_top
from journeybook.markdown.audience_blocks import empty_blocks, find_blocks, without_blocks
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.meant_markers import wrong_marker
from journeybook.markdown.settings import DEFAULT
from journeybook.model.editions import Edition
from journeybook.model.meant_audience import keys_at_top

SNIPPETS = "pymdownx.snippets"
_PROGRAMS = frozenset(
    [
        ".py",
        ".js",
        ".ts",
        ".css",
        ".j2",
        ".jinja",
        ".jinja2",
        ".json",
        ".yaml",
        ".yml",
        ".toml",
        ".sh",
        ".c",
        ".h",
        ".cpp",
        ".java",
        ".go",
        ".rs",
        ".rb",
        ".php",
        ".sql",
        ".r",
    ]
)
"""Endings of snippets that are shown as code, in which other signs mean other things."""


def guard_snippets(config: MkDocsConfig, guard: Guard) -> None:
    """Let snippets be read from what the guard carries, by their own places, and refuse those that it hides."""
    name = next((one for one in config.markdown_extensions if one.partition(":")[0] == SNIPPETS), None)
    if name is not None:
        config.markdown_extensions = [__name__ if one == name else one for one in config.markdown_extensions]
        options = config.mdx_configs.get(name) or {}
        config.mdx_configs = config.mdx_configs | {__name__: {**options, "guard": guard}}


@dataclass(frozen=True)
class Guard:
    """What an edition has of files: copies of some by their places, and those that it leaves out.

    `roles` and `editions` are the names of the handbook's.
    """

    edition: Edition
    carried: Mapping[Path, Path]
    hidden: Collection[Path]
    roles: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()

    def leaves_out(self, file: Path) -> bool:
        """Tell whether a file is left out, or says at its top that it is for others."""
        if file in self.hidden:
            return True
        return not self.edition.shows(roles_at_top(file.read_text("utf-8-sig", "replace"), self.roles, self.editions))

    def unread_key(self, file: Path) -> str | None:
        """Give the key at a file's top that nearly says for whom it is; of one that is left out it does not matter."""
        if file in self.hidden:
            return None
        _, wrong = keys_at_top(file.read_text("utf-8-sig", "replace"), self.roles, self.editions)
        return wrong[0] if wrong else None

    def wrong_marker(self, path: str, text: str) -> str | None:
        """Give the first marker of a snippet that is none, or not one of a pair; in code of a program all are words."""
        if PurePath(path).suffix.casefold() in _PROGRAMS:
            found = find_blocks(text, DEFAULT)
            return text[found.slips[0][1].start : found.slips[0][1].end] if found.slips else None
        return wrong_marker(text, {*self.roles, *self.editions}, self.roles)


class _Preprocessor(SnippetPreprocessor):  # type: ignore[misc]  # it has no types
    def __init__(self, config: dict[str, Any], parser: Markdown, guard: Guard) -> None:
        super().__init__(config, parser)
        self._guard = guard
        self._wholes: dict[str, tuple[Path, Path]] = {}

    def get_snippet_path(self, path: str) -> str | None:
        """Give the file of a snippet as the edition has it; an EditionError where it leaves that out."""
        found: str | None = super().get_snippet_path(path)
        if found is None or not os.path.isfile(found):  # noqa: PTH113  # a name that no system can hold is none
            return found
        real = Path(found).resolve()
        copy = self._guard.carried.get(real)
        if copy and is_page(copy.name):
            self._wholes[path] = real, copy
            return str(copy)
        if key := self._guard.unread_key(real):
            raise EditionError(
                f"journeybook: nothing reads ‘{key}’ at the top of the snippet ‘{path}’, so that all would see what is "
                "for others. Write `---` on its first line, `audience:` with the roles below it and `---` below that; "
                "or take it out"
            )
        if self._guard.leaves_out(real):
            raise EditionError(
                f"journeybook: the snippet ‘{path}’ is for others, and the edition ‘{self._guard.edition.name}’ leaves "
                "it out. Put the line that takes it in between `<!-- for: … -->` and `<!-- end for -->`, with the "
                "roles that see it"
            )
        return found

    def select_snippet_lines(self, s_lines: list[str], target: dict[str, Any]) -> list[str]:
        """Give the lines, or the section, that a page takes in, without what is for others in the whole file.

        Where lines are named by their numbers, those are of the whole file, and what is left out is empty lines. An
        EditionError where nobody can say what is for whom.
        """
        numbered = target["section"] is None and bool(target["start"] or target["end"])
        if numbered and target["path"] in self._wholes:
            s_lines = self._in_their_places(*self._wholes[target["path"]])
        text = "\n".join(s_lines)
        found = find_blocks(text, DEFAULT)
        if wrong := self._guard.wrong_marker(target["path"], text):
            raise EditionError(
                f"journeybook: the snippet ‘{target['path']}’ has a marker that is not one of a pair, so that a block "
                f"for some would be seen by all: ‘{wrong}’. Write `<!-- for: mentor -->` with the roles above the "
                "block and `<!-- end for -->` below it"
            )
        shown = (empty_blocks if numbered else without_blocks)(text, found, self._guard.edition.shows)
        selected: list[str] = super().select_snippet_lines(shown.split("\n"), target)
        return selected

    def _in_their_places(self, whole: Path, copy: Path) -> list[str]:
        """Give the lines of a page that an edition has, each where it stands in the whole page, and empty ones between.

        The front matter is none of them: an edition may have other keys there.
        """
        text, had = ("\n".join(self.read_lines(str(file))) for file in (whole, copy))
        if text == had:
            return text.split("\n")
        _, _, at = split_front_matter(text)
        body = empty_blocks(text, find_blocks(text, DEFAULT), self._guard.edition.shows)[at:]
        left = iter([*split_front_matter(had)[1].split("\n"), None])
        return [*[""] * text.count("\n", 0, at), *_those_of(body.split("\n"), left)]


def _those_of(lines: Iterable[str], left: Iterator[str | None]) -> Iterator[str]:
    """Give lines, those empty that are not among what is left of them, in the same order."""
    awaited = next(left)
    for line in lines:
        while awaited is not None and not awaited.strip():
            awaited = next(left)
        is_left = line == awaited
        yield line if is_left else ""
        awaited = next(left) if is_left else awaited


class _Extension(SnippetExtension):  # type: ignore[misc]  # it has no types
    def __init__(self, **options: Any) -> None:
        guard = options.pop("guard")
        super().__init__(**options)
        self._guard = guard

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register with a parser, in the place of what it guards."""
        if not hasattr(SnippetPreprocessor, "select_snippet_lines"):
            raise EditionError("journeybook: editions with snippets want a newer version of pymdown-extensions")
        self.md = md
        md.registerExtension(self)
        md.preprocessors.register(_Preprocessor(self.getConfigs(), md, self._guard), "snippet", 32)


def makeExtension(**options: Any) -> _Extension:  # noqa: N802  # Python-Markdown's name
    """Give the extension."""
    return _Extension(**options)
