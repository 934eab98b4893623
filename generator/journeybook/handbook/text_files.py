"""Tell which files among the chapters are texts, and what stands in them."""

from __future__ import annotations

import codecs

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FIRST = 4096
"""Bytes in which a file that is no text has an empty one."""


def text_of(content: bytes) -> str | None:
    """Give the text of a file; None where it is none, as a picture."""
    if content.startswith(_WIDE):
        return content.decode("utf-16", "replace")
    return None if b"\0" in content[:_FIRST] else content.decode("utf-8-sig", "replace")
