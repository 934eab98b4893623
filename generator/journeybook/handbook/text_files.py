"""Tell which files among the chapters are texts, and what stands in them."""

from __future__ import annotations

import codecs

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FIRST = 4096
"""Bytes in which a file that is no text has an empty one."""
_BEGINNING = 64
"""Bytes that tell of a text in two bytes a letter, where it has no sign of that."""


def text_of(content: bytes) -> str | None:
    """Give the text of a file; None where it is none, as a picture."""
    if content.startswith(_WIDE):
        return content.decode("utf-16", "replace")
    for encoding, letters in (("utf-16-le", 0), ("utf-16-be", 1)):
        if _is_every_other(content[:_BEGINNING], letters):
            return content.decode(encoding, "replace")
    return None if b"\0" in content[:_FIRST] else content.decode("utf-8-sig", "replace")


def _is_every_other(content: bytes, letters: int) -> bool:
    """Tell whether each second byte is an empty one, and none of the others is."""
    return len(content) > 1 and all(content[letters::2]) and not any(content[1 - letters :: 2])
