"""Patterns of mkdocs.yml that match no file, where one of nearly that name is there: a page to be left out is not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.handbook.config_files import config_files
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document

_KEYS = ("exclude_docs", "draft_docs", "not_in_nav")
_WILD = "*?[\\"
_MOST = 3  # letters more or less: words that a name has besides may make it another one
_NO_PATH = ("#", "!")
_QUOTES = "\"'“”„‘’"


def pattern_problems(config: MkDocsConfig, files: Files, generated: frozenset[str]) -> Iterator[Problem]:
    """Advise on patterns that match nothing and nearly match something; those with `*` are left alone."""
    known = _Known(frozenset(file.src_uri for file in files) | generated, Path(config.docs_dir).name)
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, root in config_files(path):
        document = Document(Path(os.path.relpath(file, path.parent)).as_posix(), text)
        for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
            if key.value in _KEYS and isinstance(node, yaml.ScalarNode):
                yield from _of_a_text(document, node, known)


def _of_a_text(document: Document, node: yaml.ScalarNode, known: _Known) -> Iterator[Problem]:
    for pattern in map(str.strip, node.value.split("\n")):
        if not pattern or pattern.startswith(_NO_PATH) or any(sign in pattern for sign in _WILD):
            continue
        if not known.has(pattern) and (hint := known.meant(pattern)):
            line = _line(document, node, pattern)
            column = document.lines[line].find(pattern) + 1
            message = say("‘{pattern}’ matches no file of the chapters", pattern=pattern)
            yield document.problem_at("JB473", message, hint, line=line + 1, column=max(column, 1))


def _line(document: Document, node: yaml.ScalarNode, pattern: str) -> int:
    lines = range(node.start_mark.line, min(node.end_mark.line + 1, len(document.lines)))
    return next((line for line in lines if pattern in document.lines[line]), node.start_mark.line)


@dataclass(frozen=True)
class _Known:
    """The paths of all files below the chapters' folder, which is called `folder`."""

    paths: frozenset[str]
    folder: str

    @cached_property
    def _parts(self) -> frozenset[str]:
        """The names of files and folders, for patterns without a slash."""
        return frozenset(part for path in self.paths for part in path.split("/"))

    @cached_property
    def _whole(self) -> frozenset[str]:
        """The paths of files and folders."""
        around = {folder.as_posix() for path in self.paths for folder in PurePosixPath(path).parents}
        return self.paths | around - {"."}

    def has(self, pattern: str) -> bool:
        """Tell whether a pattern without wildcards matches something, as gitignore has it."""
        bare = pattern.rstrip("/")
        return bare.lstrip("/") in self._whole if "/" in bare else bare in self._parts

    def meant(self, pattern: str) -> Text | None:
        """Say what to write in place of a pattern that matches nothing; None where nothing is near."""
        bare = pattern.removeprefix("- ").strip(_QUOTES)
        for other in (bare, bare.removeprefix(f"{self.folder}/"), bare.removeprefix("./"), bare.replace("\\", "/")):
            if other != pattern and self.has(other):
                return say("write `{pattern}`", pattern=other)
        if len(words := bare.replace(",", " ").split()) > 1 and all(map(self.has, words)):
            return say("write each on a line of its own: `{first}`, then `{second}`", first=words[0], second=words[1])
        near = nearest(bare.strip("/"), self._whole if "/" in bare.strip("/") else self._parts)
        if near is None or abs(len(near) - len(bare.strip("/"))) > _MOST:
            return None
        return say("write `{pattern}`", pattern=f"{near}/" if bare.endswith("/") else near)
