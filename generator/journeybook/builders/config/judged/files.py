"""Read mkdocs.yml and what it inherits into documents, or into problems that say what to type instead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from journeybook.problems import Problem, Text, say
from journeybook.source import Document, read_text
from journeybook.source.document import is_empty
from journeybook.source.read import composed


def read_files(path: Path) -> tuple[list[Document], list[Problem]]:
    """Give mkdocs.yml (an absolute path) and all that it inherits, nearest first, and what is wrong with their YAML.

    A file that cannot be read is left out.
    """
    found, problems, seen = list[Document](), list[Problem](), list[Path]()
    wanted: Path | None = path
    while wanted is not None:
        seen.append(wanted)
        document, wrong = _read(wanted, Path(os.path.relpath(wanted, path.parent)).as_posix())
        problems += wrong
        parent = _inherited(document) if document else None
        wanted = Path(os.path.normpath(seen[-1].parent / parent)) if parent else None
        if document:
            found.append(document)
        if document and parent and wanted and (lack := _no_parent(parent, wanted, seen)):
            problems.append(document.problem("JB341", *lack, path=("INHERIT",)))
            wanted = None
    if found and not problems and found[0].node is None:
        problems = [_empty(found[0])]
    return found, problems


def _read(path: Path, file: str) -> tuple[Document | None, list[Problem]]:
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    bare = Document(file, text)
    node, problems = composed(bare)
    if problems and (forgiven := _composed_by_mkdocs(text)) is not None:
        node, problems = forgiven, []
    if problems:
        return None, problems
    if node is None or is_empty(node):  # as what another file inherits, that is nothing
        return bare, []
    document = Document(file, text, {}, partial(_itself, node))
    if not isinstance(node, yaml.MappingNode):
        hint = say("begin it with `site_name: …`, each key at the start of its line")
        return None, [document.problem("JB110", say("this file has no keys"), hint)]
    return document, list(_twice(document))


def _empty(document: Document) -> Problem:
    message = say("this file is empty")
    if document.text.strip():
        message = say("there is nothing but comments in this file")
    return document.problem_at("JB110", message, say("begin it with `site_name: …`"), line=1, column=1)


def _composed_by_mkdocs(text: str) -> yaml.Node | None:
    """Compose nodes with the parser that MkDocs has, which takes a little more than ours, such as `[blob:]`."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def _itself(node: yaml.Node) -> yaml.Node:
    return node


def _inherited(document: Document) -> str | None:
    return document.typed(("INHERIT",)) or None


def _no_parent(name: str, wanted: Path, seen: list[Path]) -> tuple[Text, Text] | None:
    if wanted in seen:
        return say("‘{name}’ inherits this file, which inherits it", name=name), say("take INHERIT out of one")
    if wanted.is_file():
        return None
    hint = say("write the path of one that is there, seen from this file, or take the line out")
    return say("there is no file ‘{name}’ to inherit", name=name), hint


def _twice(document: Document) -> Iterator[Problem]:
    """Report keys that stand twice: YAML takes the last without a word."""
    for node in document.nodes():
        first: dict[str, yaml.Node] = {}
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
                continue
            if before := first.get(key.value):
                mark, line = key.start_mark, before.start_mark.line + 1
                message = say("‘{key}’ stands twice here; the first is on line {line}", key=key.value, line=line)
                hint = say("keep one of them, with all that belongs to it")
                yield document.problem_at("JB105", message, hint, line=mark.line + 1, column=mark.column + 1)
            first.setdefault(key.value, key)
