"""Turn a finished download into other forms, without the network, and with the same bytes in every run."""

from __future__ import annotations

import base64
from functools import partial

from journeybook.diagrams.files.forms import all_forms
from journeybook.store.cache import Cache, digest

_VERSION = "1"


def converted(svg: str, form: str, cache: Cache | None = None) -> bytes:
    """Make a picture in a form of `all_forms()`; a PaperError where PDF cannot be made."""
    found = all_forms()[form]
    if cache is None or not found.kept:
        return found.make(svg)
    key = digest("converted", _VERSION, form, svg)
    kept = cache.take(key, partial(base64.b64decode, validate=True))
    if kept is None:
        kept = found.make(svg)
        cache.put(key, base64.b64encode(kept).decode())
    return kept
