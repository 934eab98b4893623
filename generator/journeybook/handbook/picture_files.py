"""What the bytes of a picture tell: its kind, and its size as browsers show it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook.handbook.svg_files import svg_size

if TYPE_CHECKING:
    from PIL import Image

_BITMAPS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
_OF_PHONES = {"mpo": "jpeg"}
"""What Pillow calls a JPEG with more pictures behind it, such as the one for bright screens; others show the first."""
_TURNED = range(5, 9)
"""EXIF's orientations of pictures that lie on a side: browsers turn them."""
_ANOTHER_WAY = range(2, 9)
"""Those of all that are shown in another way than they lie: upside down and mirrored ones, too."""
_QUALITY = 92  # of a JPEG, on paper: nobody sees what it lacks
_MOST_PIXELS = 80_000_000
"""Of a picture that is turned: more take gigabytes of memory."""
_ORIENTATION = 0x0112
_PLACE, _LATITUDE_AND_LONGITUDE = 0x8825, (2, 4)
_MOST_KEPT = 1000
_BEGINS = rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF.{4}WEBP|.{4}ftypavi[fs]"
"""How the files of pictures begin that browsers show."""
_MOST_READ = 40_000_000
"""Points of a JPEG that is read to its end: of a larger one, that would take too much memory."""
_UNSHOWN = (
    ("HEIC", rb".{4}ftyp(?:hei[cxms]|hev[cmx]|mif1|msf1)"),
    ("TIFF", rb"II\*\0|MM\0\*"),
    ("BMP", rb"BM.{4}\0\0\0\0"),
    ("Photoshop", rb"8BPS"),
    ("PDF", rb"%PDF-"),
    ("Git LFS", rb"version https://git-lfs"),
)


@dataclass(frozen=True)
class PictureInfo:
    """What browsers show: `kind` as in `image/png`, and its size in pixels."""

    kind: str
    width: int
    height: int


def picture_info(data: bytes) -> PictureInfo | None:
    """Tell what a picture is by its bytes; None where it is none that browsers show."""
    if found := bitmap_info(data, turned=True):
        return found
    size = svg_size(data)
    return PictureInfo("svg+xml", *size) if size else None


def bitmap_info(data: bytes, *, turned: bool = False) -> PictureInfo | None:
    """Tell what a picture of pixels is, of which the head alone is read; `turned` as its camera says."""
    from PIL import Image  # loaded here: most handbooks have no pictures in their YAML, and all would wait for it

    try:
        with _of_any_size(), Image.open(BytesIO(data), formats=_BITMAPS) as picture:
            kind, (width, height) = _kind(picture), picture.size
            is_on_its_side = turned and _orientation(picture) in _TURNED
    except (OSError, ValueError, SyntaxError, struct.error):
        return None
    return PictureInfo(kind, height, width) if is_on_its_side else PictureInfo(kind, width, height)


@contextmanager
def _of_any_size() -> Iterator[None]:
    """Let Pillow open a picture of however many pixels, for none of them is read."""
    from PIL import Image  # as above

    most, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = most


def _exif(picture: Image.Image) -> Image.Exif:
    """Give what the head of a picture says of how it was taken; of a PNG, Pillow would read all pixels to find more."""
    from PIL import Image  # as above

    is_in_head = picture.format != "PNG" or "exif" in picture.info
    return picture.getexif() if is_in_head else Image.Exif()


def is_damaged(data: bytes, info: PictureInfo | None) -> bool:
    """Tell whether a picture is none any more, or its end is missing, as after a copy that was broken off."""
    if info is None:
        return re.match(_BEGINS, data[:16], re.S) is not None
    if info.kind == "png":
        return b"IEND" not in data
    return info.kind == "jpeg" and info.width * info.height <= _MOST_READ and not _is_whole_jpeg(data)


def _is_whole_jpeg(data: bytes) -> bool:
    """Read a JPEG to its end; an eighth of its size, which takes little."""
    from PIL import Image, ImageFile  # as above

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # WeasyPrint has switched it on
    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as picture:
            picture.draft("L", (1, 1))
            picture.load()
    except OSError as error:
        return "truncated" not in str(error)
    except (ValueError, SyntaxError, struct.error):  # of what else is wrong with it, nobody knows what browsers make
        return True
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return True


def upright(data: bytes) -> bytes:
    """Give a picture that needs not be turned: most programs but browsers show its pixels as they lie."""
    from PIL import Image, ImageOps

    found = bitmap_info(data)
    if found is None or found.width * found.height > _MOST_PIXELS:
        return data
    try:
        with Image.open(BytesIO(data), formats=_BITMAPS) as picture:
            if _orientation(picture) not in _ANOTHER_WAY:
                return data
            written, profile = BytesIO(), picture.info.get("icc_profile")
            turned = ImageOps.exif_transpose(picture)
            turned.save(written, _kind(picture), quality=_QUALITY, icc_profile=profile)
    except (OSError, ValueError, SyntaxError, struct.error):
        return data
    return written.getvalue()


def _kind(picture: Image.Image) -> str:
    kind = (picture.format or "").casefold()
    return _OF_PHONES.get(kind, kind)


def _orientation(picture: Image.Image) -> int:
    """Give how a picture is to be turned, 0 where it does not tell, or what it tells is damaged, as it often is."""
    try:
        return int(_exif(picture).get(_ORIENTATION, 0))
    except Exception:  # whatever it is, browsers then turn nothing
        return 0


def says_where(path: Path) -> bool:
    """Tell whether a photo says where on earth it was taken; False of what cannot be read."""
    try:
        return path.is_file() and _says_where(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return False


@lru_cache(maxsize=_MOST_KEPT)  # `serve` checks all pages again after each edit of one
def _says_where(path: Path, _written: int) -> bool:
    from PIL import Image  # as above

    try:
        with _of_any_size(), Image.open(path, formats=_BITMAPS) as picture:
            place = _exif(picture).get_ifd(_PLACE)
        return any(float(one) for key in _LATITUDE_AND_LONGITUDE for one in place.get(key, ()))
    except Exception:  # what is damaged tells nobody a place
        return False


def other_kind_of_file(data: bytes) -> str:
    """Give the name of what a file is that browsers do not show as a picture; empty where nobody knows."""
    return next((name for name, head in _UNSHOWN if re.match(head, data[:64], re.S)), "")
