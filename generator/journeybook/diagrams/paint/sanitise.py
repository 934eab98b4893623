"""Make users' text safe for DOT and for SVG."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[\t\n\r]")
_NOT_DRAWN = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Give a text in one line, without control characters, surrogates and what else XML cannot hold."""
    return text if text.isprintable() else _NOT_DRAWN.sub("", _BREAKS.sub(" ", text))


def dot_text(text: str) -> str:
    r"""Escape a text for the inside of a DOT escString.

    Graphviz turns `&lt;` into `<`, so every ampersand is escaped first; a backslash would begin one of its own
    sequences, such as `\N` for the node's name.
    """
    return clean(text).replace("&", "&amp;").replace("\\", "\\\\")


def dot_tooltip(text: str) -> str:
    """Escape a text for a DOT tooltip, in which Graphviz resolves backslashes twice (seen in 2.43 and 16.1)."""
    return dot_text(text).replace("\\", "\\\\")
