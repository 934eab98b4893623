"""mkdocs.yml before MkDocs judges it: what it says, where that stands, and what has been told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journeybook.problems import Path as DataPath
from journeybook.problems import Problem, Text
from journeybook.source import Document


@dataclass
class Draft:
    """The data of mkdocs.yml, with what it inherits and its tags followed, and its files, nearest first.

    Whoever tells a fault takes it out of `data`, so that the rest can be judged; `is_lost` where nothing can be read.
    """

    root: Path
    files: list[Document]
    data: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    is_lost: bool = False

    def tell(
        self, code: str, message: Text, hint: Text | None = None, *, path: DataPath = (), at_key: bool = False
    ) -> None:
        """Add a problem at the value that a path leads to, in the nearest file that has it, or at its key."""
        found = self.document(path).problem(code, message, hint, path=path, at_key=at_key)
        if found not in self.problems:
            self.problems.append(found)

    def document(self, path: DataPath) -> Document:
        """Give the nearest file that has what a path leads to, or as much of it as any has."""
        for length in range(len(path), 0, -1):
            if found := next((one for one in self.files if one.has(path[:length])), None):
                return found
        return self.files[0]

    def typed(self, path: DataPath) -> str | None:
        """Give a text or a number as it was typed; None for lists, keys and what stands nowhere."""
        return self.document(path).typed(path)

    def has_told(self, key: str) -> bool:
        """Tell whether something has been told of a key of the file."""
        return any(problem.path[:1] == (key,) for problem in self.problems)


@dataclass(frozen=True)
class NamedPart:
    """An item of `plugins` or `markdown_extensions`: where it stands, its name and its options."""

    path: DataPath
    name: str
    options: Any

    @property
    def inside(self) -> DataPath:
        """The way to its options."""
        return self.path if self.path[-1] == self.name else (*self.path, self.name)


def named(key: str, value: object) -> Iterator[NamedPart]:
    """Give the items of a list, or of a mapping, in which names have options; what is neither is left out."""
    if isinstance(value, dict):
        yield from (NamedPart((key, str(name)), str(name), options) for name, options in value.items())
    for place, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield NamedPart((key, place), item, None)
        elif isinstance(item, dict) and len(item) == 1:
            name, options = next(iter(item.items()))
            yield NamedPart((key, place, str(name)), str(name), options)
