"""Whether anything is seen of a picture of pixels, which is told without drawing it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator


def shows(data: bytes) -> bool:
    """Tell whether any pixel of a PNG as resvg writes it, eight bits of four channels, is seen (PNG 3, 7.2)."""
    wide, high = struct.unpack(">II", data[16:24])
    rows, line = zlib.decompress(b"".join(_chunks(data, b"IDAT"))), 1 + 4 * wide
    return any(rows[start + 1 : start + line].strip(b"\0") for start in range(0, high * line, line))


def _chunks(data: bytes, wanted: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] == wanted:
            yield data[at + 8 : at + 8 + length]
        at += length + 12
