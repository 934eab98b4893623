"""Bounds what unclosed and deeply nested brackets cost.

Python-Markdown looks for the partner of every `[` to the end of the paragraph: 8,000 of them in a row took ten seconds
(seen), and the time grows with the square.
"""

from __future__ import annotations

import re

MOST_OPEN = 64
"""How many `[` may be open at once in a paragraph; no text that people write comes near."""

_MARK = re.compile(r"\[|\]|\n[ \t>]*(?=\n)")


def tame(text: str, instead: str = "(") -> str:
    """`text` with `instead` for every `[` that is one too many; almost always `text` itself."""
    if text.count("[") <= MOST_OPEN:
        return text
    pieces = []
    done = depth = 0
    for match in _MARK.finditer(text.replace("\r\n", " \n").replace("\r", "\n")):
        if match[0] == "[":
            depth += 1
        elif match[0] == "]":
            depth = max(depth - 1, 0)
        else:
            depth = 0
        if match[0] == "[" and depth > MOST_OPEN:
            pieces += [text[done : match.start()], instead]
            done = match.end()
            depth -= 1
    return "".join(pieces) + text[done:]
