"""Parts a Markdown text into paragraphs."""

from __future__ import annotations

from collections.abc import Iterator


def paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of each run of lines without an empty one, and where it starts."""
    start = 0
    lines: list[str] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = start if lines else at
            lines.append(line)
        elif lines:
            yield start, lines
            lines = []
        at += len(line) + 1
    if lines:
        yield start, lines
