"""Part a page's front matter from its body, at the places where MkDocs does."""

from __future__ import annotations

import re

# MkDocs's own rule (mkdocs/utils/meta.py), for every line ending.
_FRONT = re.compile(r"-{3}[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?(?:\r\n|\n|\r))(?:\.{3}|-{3})[ \t]*(?:\r\n|\n|\r)", re.DOTALL)
_BREAKS = re.compile(r"[\r\n]*")


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Give the YAML between the `---` lines (may be empty), the body, and the body's offset in `text`."""
    begin = 1 if text.startswith("\ufeff") else 0
    match = _FRONT.match(text, begin)
    if match is None:
        return "", text[begin:], begin
    breaks = _BREAKS.match(text, match.end())
    offset = breaks.end() if breaks else match.end()
    return match["yaml"], text[offset:], offset
