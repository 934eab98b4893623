"""What can be told of a picture of pixels without drawing it: its kind, its size, and whether anything is seen."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

Bitmap = tuple[str, int, int]
"""The kind, as addresses of data name it, and width and height in pixels."""


def png_size(data: bytes) -> Bitmap | None:
    """Read the header of a PNG; None where it is none."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 24:
        return ("png", *struct.unpack(">II", data[16:24]))
    return None


def gif_size(data: bytes) -> Bitmap | None:
    """Read the header of a GIF; None where it is none."""
    return ("gif", *struct.unpack("<HH", data[6:10])) if data[:6] in (b"GIF87a", b"GIF89a") and data[10:] else None


def jpeg_size(data: bytes) -> Bitmap | None:
    """Find the frame header of a JPEG among its segments (ITU T.81, B.2.2); None where it is none."""
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 9 < len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return ("jpeg", wide, high)
        at += 2 + length
    return None


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
