"""Files packed into one: with fixed dates, so that two runs write the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP file can say."""


def packed(files: Mapping[str, bytes], *, stored: Collection[str] = ()) -> bytes:
    """Pack files by their paths, in their order; those `stored` are not compressed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, _DATE)
            info.external_attr = 0o644 << 16
            kind = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content, kind, None if path in stored else 9)
    return out.getvalue()


def with_inside(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a file by its path, and where it is a packed one, all that is in it, too."""
    yield path, content
    if zipfile.is_zipfile(BytesIO(content)):
        for name, inner in unpacked(content).items():
            yield from with_inside(f"{path}/{name}", inner)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the files of a packed one by their paths, in their order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
