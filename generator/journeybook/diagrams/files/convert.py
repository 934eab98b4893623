"""A finished download in other formats. Nothing is asked of the network, and bytes are the same in every run."""

from __future__ import annotations

import base64
from functools import partial

from journeybook.diagrams.files.forms import all_forms
from journeybook.store.cache import Cache, digest

_VERSION = "1"


def converted(svg: str, form: str, cache: Cache | None = None) -> bytes:
    """The picture in a form of `all_forms()`; a PaperError where PDF cannot be made."""
    found = all_forms()[form]
    if cache is None or not found.kept:
        return found.make(svg)
    key = digest("converted", _VERSION, form, svg)
    kept = cache.take(key, partial(base64.b64decode, validate=True))
    if kept is None:
        kept = found.make(svg)
        cache.put(key, base64.b64encode(kept).decode())
    return kept
