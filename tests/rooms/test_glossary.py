"""GLOSSARY.md is true: what it names of the code is there, each word once, and people find the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator/journeybook"
ENTRIES = re.findall(r"^- \*\*(.+?):\*\* (.+)$", (ROOT / "GLOSSARY.md").read_text("utf-8"), re.M)
NAMED = [(word, name) for word, text in ENTRIES for name in re.findall(r"`([A-Za-z_][\w/.]*)`", text)]


def defined(tree: ast.AST) -> Iterator[str]:
    """Give the names that a module defines: its classes, functions, fields and constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            yield from (
                found.id for target in targets(node) for found in ast.walk(target) if isinstance(found, ast.Name)
            )


def targets(node: ast.AnnAssign | ast.Assign) -> list[ast.expr]:
    """Give what an assignment assigns to."""
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def test_what_is_named_is_in_the_code() -> None:
    """A class, a function or a field of the package, or a path below it."""
    known = {name for path in PACKAGE.rglob("*.py") for name in defined(ast.parse(path.read_text("utf-8")))}
    assert len(NAMED) > 35
    assert [
        (word, name) for word, name in NAMED if name not in known and not ("/" in name and (PACKAGE / name).exists())
    ] == []


def test_every_word_stands_once_in_alphabetical_order() -> None:
    """A word that is looked up is found, with one meaning."""
    words = [word for word, _ in ENTRIES]
    assert len(words) > 30
    assert words == sorted(set(words))


def test_it_is_found() -> None:
    """The pages that somebody new to the code reads first lead to it."""
    for page in ("CONTRIBUTING.md", "ARCHITECTURE.md"):
        assert "(GLOSSARY.md)" in (ROOT / page).read_text("utf-8"), page
