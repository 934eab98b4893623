"""User text and addresses made safe for DOT and for SVG."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OTHER_HOST = re.compile(r"[\\/]{2}")
_SAFE = ("http://", "https://", "mailto:")
_BREAKS = re.compile(r"[\t\n\r]")
_NOT_DRAWN = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in one line, without control characters, surrogates and what else XML cannot hold."""
    return text if text.isprintable() else _NOT_DRAWN.sub("", _BREAKS.sub(" ", text))


def dot_text(text: str) -> str:
    """The text as the inside of a DOT escString.

    Graphviz turns `&lt;` into `<`, so every ampersand is escaped first; a backslash would begin one of its own
    sequences, such as `\\N` for the node's name.
    """
    return clean(text).replace("&", "&amp;").replace("\\", "\\\\")


def dot_tooltip(text: str) -> str:
    """The text as the inside of a DOT tooltip, in which Graphviz resolves backslashes twice (seen in 2.43 and 16.1)."""
    return dot_text(text).replace("\\", "\\\\")


def safe_address(address: str) -> str | None:
    """The address if it is relative, `http`, `https` or `mailto`; None for every other.

    Addresses that begin with two slashes (or backslashes, which browsers read as slashes) name another host without
    saying so, and do not pass.
    """
    address = clean(_BREAKS.sub("", address)).strip()  # browsers leave them out, too
    if address.lower().startswith(_SAFE):
        return address
    if not address or _SCHEME.match(address) or _OTHER_HOST.match(address):
        return None
    return address
