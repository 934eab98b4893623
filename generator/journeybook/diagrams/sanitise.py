"""User text and addresses made safe for DOT and for SVG."""

from __future__ import annotations

import re
import unicodedata

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE = ("http://", "https://", "mailto:")
_NOT_XML = re.compile("[\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in one line, without control characters, surrogates and what else XML cannot hold."""
    kept = (" " if char in "\t\n\r" else char for char in text if char in "\t\n\r" or _is_drawn(char))
    return _NOT_XML.sub("", "".join(kept))


def _is_drawn(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs")


def dot_text(text: str) -> str:
    """The text as the inside of a DOT escString.

    Graphviz turns `&lt;` into `<`, so every ampersand is escaped first; a backslash would begin one of its own
    sequences, such as `\\N` for the node's name.
    """
    return clean(text).replace("&", "&amp;").replace("\\", "\\\\")


def safe_address(address: str) -> str | None:
    """The address if it is relative, `http`, `https` or `mailto`; None for every other.

    Addresses that begin with two slashes (or backslashes, which browsers read as slashes) name another host without
    saying so, and do not pass.
    """
    address = clean(re.sub(r"[\t\n\r]", "", address)).strip()  # browsers leave them out, too
    if address.lower().startswith(_SAFE):
        return address
    if not address or _SCHEME.match(address) or re.match(r"[\\/]{2}", address):
        return None
    return address
