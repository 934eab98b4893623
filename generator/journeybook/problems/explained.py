"""A code in words: what `journeybook check --explain` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.problems.code import Code
from journeybook.problems.report import printable

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")  # terminals follow no links of the guide


def explained(code: Code) -> str:
    """Say what a code means, what to do, and an example of both; Markdown's links are their texts."""
    return "\n".join(map(printable, _lines(code)))


def _lines(code: Code) -> Iterator[str]:
    example = code.example
    yield f"{code.code}: {code.severity}"
    yield _LINK.sub(r"\1", code.means)
    yield _LINK.sub(r"\1", code.remedy)
    yield from ("", f"Wrong, in {example.file}:" if example.file else "Wrong:", "")
    yield from _indented(example.wrong)
    yield from ("", "Right:", "")
    yield from _indented(example.right)


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}" for line in text.rstrip("\n").split("\n"))
