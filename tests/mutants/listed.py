"""The changes of mutants.toml: each takes one guard away, or moves a limit by one."""

from __future__ import annotations

import ast
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("mutants.toml")


@dataclass(frozen=True)
class Mutant:
    """One change of a file (its path from the root): `before` stands there once, and `after` takes its place.

    `guards` says in a sentence what the guard is for; `tests` are those that notice. Where none can, `unchanged` says
    why nothing changes.
    """

    name: str
    file: str
    before: str
    after: str
    guards: str
    tests: tuple[str, ...] = ()
    unchanged: str = ""

    def changed(self, text: str) -> str | None:
        """The file's text after the change; None where what is to be changed is not there, or more than once."""
        return text.replace(self.before, self.after) if text.count(self.before) == 1 else None

    def has(self, words: list[str]) -> bool:
        """Whether one of some words is in its name or its file's; so it is where there are none."""
        return not words or any(word in f"{self.name} {self.file}" for word in words)


def mutants(file: Path = LIST) -> list[Mutant]:
    """All of them, in the order of the list."""
    listed = tomllib.loads(file.read_text("utf-8"))["mutant"]
    return [Mutant(**{key: tuple(value) if key == "tests" else value for key, value in one.items()}) for one in listed]


def is_there(test: str, root: Path = ROOT) -> bool:
    """Whether a test exists: a file, or `file::function`."""
    file, _, function = test.partition("::")
    return (root / file).is_file() and (not function or function in _functions(root / file))


@cache
def _functions(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return frozenset(part.name for part in tree.body if isinstance(part, ast.FunctionDef))
