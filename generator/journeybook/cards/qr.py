"""QR codes as the path of an SVG, by segno."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import segno

from journeybook.store.cache import Cache, digest

_VERSION = "2"


@dataclass(frozen=True)
class QrCode:
    """The dark modules as lines in a square of `size` modules, each a module wide.

    The quiet zone of 4 modules is left to the page.
    """

    size: int
    path: str


def qr_code(address: str, cache: Cache | None = None) -> QrCode:
    """Make the code of an address, with error correction M (15 %) or better."""
    key = _key(address)
    kept = cache.take(key, _read) if cache else None
    if kept:
        return kept
    drawn = _drawn(address)
    if cache:
        cache.put(key, drawn)
    return _read(drawn)


def _key(address: str) -> str:
    return digest("qr", _VERSION, segno.__version__, address)


def _read(drawn: str) -> QrCode:
    size, path = drawn.split(" ", 1)
    return QrCode(int(size), path)


def _drawn(address: str) -> str:
    matrix = segno.make_qr(address, error="m").matrix
    runs = []
    for y, row in enumerate(matrix):
        move = f"M0 {y}.5"
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                runs.append(f"{move}h{length}")
            move = "" if dark else f"M{length} {y}.5" if move else f"m{length} 0"
    return f"{len(matrix)} {''.join(runs)}"
