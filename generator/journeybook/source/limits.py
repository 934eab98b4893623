"""Limits that are checked before parsing: libyaml crashes on very deep input, and takes time with depth squared."""

from __future__ import annotations

import re

MAX_BYTES = 1_000_000
MAX_BRACKETS = 60
MAX_INDENT = 400  # each block level needs a column, so this bounds the depth of blocks
MAX_NODES = 100_000  # after aliases are followed

_BRACKET = re.compile(r"[\[\]{}]")
_INDENT = re.compile(r"^[ \t]*(?:[-?][ \t]+)*", re.M)


def too_deep_at(text: str) -> int | None:
    """Find the offset at which brackets or blocks are nested deeper than a handbook can need, or None."""
    for match in _INDENT.finditer(text):
        if match.end() - match.start() > MAX_INDENT:
            return match.start()
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > MAX_BRACKETS:
            return match.start()
    return None
