"""A YAML file that has been read: its data, and where each part of it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from yaml import MappingNode, Mark, Node, ScalarNode, SequenceNode

from journeybook.problems import Path, Problem, Text

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what YAML 1.1 and libyaml count as line breaks


MARKDOWN_BREAK = re.compile("\r\n|[\r\n]")  # what editors, and the scanner of links, count as line breaks
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_EMPTY = ("", "~", "null")


@dataclass(frozen=True)
class Document:
    """One file that was read: YAML, or what is YAML in Markdown and mkdocs.yml.

    `data` has mappings as dicts without the keys that have no value, sequences as lists and every scalar as text;
    `file` is the path from the handbook's root, with forward slashes. `compose` gives the nodes of what
    has been parsed, placed as in `text`; `gaps`: a key in it has no value.
    """

    file: str
    text: str = field(repr=False)
    data: dict[str, Any] = field(repr=False, default_factory=dict)
    compose: Callable[[], Node | None] = field(repr=False, compare=False, default=lambda: None)
    breaks: re.Pattern[str] = field(repr=False, default=LINE_BREAK)
    gaps: bool = field(repr=False, default=False)

    @cached_property
    def node(self) -> Node | None:
        """The tree of nodes with their places: composed again when something asks, since few do, and it is large."""
        return self.compose()

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines, counted as its parser counts them."""
        return self.breaks.split(self.text)

    def problem(
        self, code: str, message: Text, hint: Text | None = None, *, path: Path = (), at_key: bool = False
    ) -> Problem:
        """Make a problem at the value that `path` leads to, or at its key; a path that ends early stops where it can.

        Data that came without a text has no line: the problem is one of the whole file.
        """
        mark = self.mark(path, at_key=at_key)
        first = 1 if self.text else 0
        line, column = (mark.line + 1, mark.column + 1) if mark else (first, first)
        return self.problem_at(code, message, hint, line=line, column=column, path=path)

    def problem_at(
        self, code: str, message: Text, hint: Text | None = None, *, line: int, column: int, path: Path = ()
    ) -> Problem:
        """Make a problem at a line and a column, both from 1."""
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(self.file, line, column, code, message, hint, path, source)

    def has(self, path: Path) -> bool:
        """Tell whether the file has something where a path of keys leads."""
        return self._at(path) is not None

    def typed(self, path: Path) -> str | None:
        """Give the scalar that a path leads to as it was typed; None where it leads to none."""
        node = self._at(path)
        return str(node.value) if isinstance(node, ScalarNode) else None

    def is_quoted(self, path: Path) -> bool:
        """Tell whether the scalar that a path leads to stands in quotation marks, or below a bar."""
        node = self._at(path)
        return isinstance(node, ScalarNode) and bool(node.style)

    def _at(self, path: Path) -> Node | None:
        """Find the node that a path leads to, None where it ends early; `at` is content with less."""
        node = self.node
        for part in path:
            step = _step(node, part)
            if step is None:
                return None
            node = step[1]
        return node

    def mark(self, path: Path, *, at_key: bool = False) -> Mark | None:
        """Find where a path leads; a short form (one item for a list, a text for an item) is where it stands itself."""
        key, node = self._walk(path)
        chosen = key if at_key and key is not None else node
        return chosen.start_mark if chosen is not None else None

    def value(self, path: Path) -> Any:
        """Give the data that a path leads to, None where it leads nowhere; one item may stand for a list of one."""
        found: Any = self.data
        for part in path:
            if isinstance(part, int):
                found = (found[part] if part < len(found) else None) if isinstance(found, list) else found
            else:
                found = found.get(part) if isinstance(found, dict) else None
        return found

    def at(self, path: Path) -> Node | None:
        """Find the node that a path leads to; one item for a list, or a text for an item, is where it stands itself."""
        return self._walk(path)[1]

    def _walk(self, path: Path) -> tuple[Node | None, Node | None]:
        key, node = None, self.node
        for part in path:
            step = _step(node, part)
            if step is None:
                break
            key, node = step
        return key, node

    def problem_in(
        self, code: str, message: Text, hint: Text | None, *, path: Path, needle: str, skip: int = 0
    ) -> Problem:
        """Make a problem at `needle` inside the text that `path` leads to, after `skip` earlier places of it."""
        node = self._walk(path)[1]
        if node is None or not needle:
            return self.problem(code, message, hint, path=path)
        at, end = self._place(node.start_mark) - 1, self._place(node.end_mark)
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):  # the text begins below its sign
            at = self.text.find("\n", at + 1)
        for _ in range(skip + 1):
            at = self.text.find(needle, at + 1, end)
        if at < 0:  # folded or escaped in the file: the start of the text is the nearest place
            return self.problem(code, message, hint, path=path)
        before = LINE_BREAK.split(self.text[:at])
        return self.problem_at(code, message, hint, line=len(before), column=len(before[-1]) + 1, path=path)

    def _place(self, mark: Mark) -> int:
        """Give the place in the text of a line and a column: a mark's index is that of what was parsed alone."""
        starts = [0, *(one.end() for one in self.breaks.finditer(self.text))]
        return starts[mark.line] + mark.column if mark.line < len(starts) else len(self.text)

    def nodes(self) -> Iterator[Node]:
        """Give every value of the file, in the order of the file."""
        pending = [self.node] if self.node is not None else []
        while pending:
            node = pending.pop()
            yield node
            if isinstance(node, SequenceNode):
                pending.extend(reversed(node.value))
            elif isinstance(node, MappingNode):
                pending.extend(value for _, value in reversed(node.value))

    def valueless(self) -> Iterator[tuple[Path, bool]]:
        """Give the path of every key without a value, and True where it lacks its colon too, as `b` in `{title: a, b}`.

        `data` has left them out, so that no model can say that it does not know them.
        """
        for path, key in _valueless(self.node, ()) if self.gaps else ():
            rest = self.text[key.end_mark.index :].lstrip()
            yield path, not rest.startswith(":")


def compose(text: str) -> Node | None:
    """Parse a YAML text into nodes, None where there are none; a YAMLError where it cannot be parsed."""
    return yaml.compose(text, Loader=_Loader)


def is_empty(node: Node) -> bool:
    """Tell whether nothing is written at a node: `key:`, `key: ~` or `key: null`.

    Without quotes, a scalar's style is "" in the C parser and None in Python's.
    """
    return isinstance(node, ScalarNode) and not node.style and node.value in _EMPTY


def _valueless(node: Node | None, path: Path) -> Iterator[tuple[Path, Node]]:
    if isinstance(node, SequenceNode):
        for place, item in enumerate(node.value):
            yield from _valueless(item, (*path, place))
    elif isinstance(node, MappingNode):
        for key, item in node.value:
            if is_empty(item):
                yield (*path, key.value), key
            yield from _valueless(item, (*path, key.value))


def _step(node: Node | None, part: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(part, int):
        if isinstance(node, SequenceNode) and part < len(node.value):
            return None, node.value[part]
        return None if node is None or isinstance(node, SequenceNode) else (None, node)
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == part), None)
    return None
