"""QR codes as the path of an SVG, by segno."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import segno

from journeybook.diagrams.cache import Cache, digest

_VERSION = "1"


@dataclass(frozen=True)
class QrCode:
    """The dark modules as a path in a square of `size` modules; the quiet zone of 4 modules is left to the page."""

    size: int
    path: str


def qr_code(address: str, cache: Cache | None = None) -> QrCode:
    """The code of an address, with error correction M (15 %) or better."""
    key = digest("qr", _VERSION, segno.__version__, address)
    kept = cache.get(key) if cache else None
    if kept is None:
        kept = _drawn(address)
        if cache:
            cache.put(key, kept)
    size, path = kept.split(" ", 1)
    return QrCode(int(size), path)


def _drawn(address: str) -> str:
    matrix = segno.make_qr(address, error="m").matrix
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return f"{len(matrix)} {''.join(runs)}"
