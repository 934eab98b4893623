"""A text as YAML has it in one line: what an author is told to write."""

from __future__ import annotations

import json

import yaml


def as_scalar(text: str) -> str:
    """A text as YAML has it, also in a list in brackets: with quotation marks where it needs them."""
    if not text.isprintable():
        return json.dumps(text)  # double-quoted YAML has the same escapes
    listed = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=float("inf"))
    return str(listed).strip()[1:-1]
