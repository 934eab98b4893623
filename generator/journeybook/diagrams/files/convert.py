"""A finished download in other formats. Nothing is asked of the network, and bytes are the same in every run."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial

from journeybook.diagrams.files.pdf import pdf
from journeybook.diagrams.files.pixels import png
from journeybook.store.cache import Cache, digest

_VERSION = "1"
MAKERS: dict[str, Callable[[str], bytes]] = {"svg": str.encode, "png": png, "pdf": pdf}
"""What makes each format of a download's SVG text."""


def converted(svg: str, form: str, cache: Cache | None = None) -> bytes:
    """The picture in a format of `MAKERS`; a PaperError where PDF cannot be made."""
    if form == "svg":
        return svg.encode()
    key = digest("converted", _VERSION, form, svg)
    kept = cache.take(key, partial(base64.b64decode, validate=True)) if cache else None
    if kept is not None:
        return kept
    made = MAKERS[form](svg)
    if cache:
        cache.put(key, base64.b64encode(made).decode())
    return made
