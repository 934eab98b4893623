"""A logo on a poster: whatever its file is, only pixels come out of it, or a sentence that says what to do."""

from __future__ import annotations

import base64
import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from journeybook.diagrams.files.logo import LogoError, read_logo

BOX = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}</svg>'
RED = '<rect width="40" height="20" fill="#ff0000"/>'


def picture(folder: Path, content: bytes | str, name: str = "logo.svg") -> Image.Image:
    """The logo that is made of a file."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    logo = read_logo(file)
    found = Image.open(io.BytesIO(base64.b64decode(logo.data)))
    assert found.size == (logo.wide, logo.high)
    return found


def saved(form: str, size: tuple[int, int] = (40, 20), colour: str = "red") -> bytes:
    """A bitmap of one colour."""
    held = io.BytesIO()
    Image.new("RGB", size, colour).save(held, form)
    return held.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_bitmaps_are_drawn_anew(tmp_path: Path, form: str) -> None:
    """PNG, JPEG and GIF become a PNG of ours, no larger than they were; their names do not matter."""
    found = picture(tmp_path, saved(form), "logo.dat")
    red, green, blue, _ = found.convert("RGBA").getpixel((20, 10))  # type: ignore[misc]
    assert found.size == (40, 20) and red > 240 and green < 20 and blue < 20


def test_large_bitmaps_become_smaller(tmp_path: Path) -> None:
    """Of 6,000 pixels, 2,400 are left."""
    assert picture(tmp_path, saved("PNG", (6000, 300))).size == (2400, 120)


def test_an_svg_is_drawn_with_its_styles_and_gradients(tmp_path: Path) -> None:
    """What drawing programs write is kept: style sheets, gradients, copies, a size without a view box."""
    style = '<style>.a{fill:url(#g)}</style><linearGradient id="g"><stop stop-color="#f00"/></linearGradient>'
    used = f'{style}<defs><rect id="r" class="a" width="40" height="20"/></defs><use href="#r"/>'
    found = picture(tmp_path, BOX.format(40, 20, used))
    assert found.size == (1200, 600) and found.getpixel((600, 300)) == (255, 0, 0, 255)
    plain = '<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="20">' + RED + "</svg>"
    assert picture(tmp_path, plain).getpixel((600, 300)) == (255, 0, 0, 255)


def test_nothing_of_another_file_gets_in(tmp_path: Path) -> None:
    """A picture on the disk, a filter of it, a style sheet and a script of another host are not there."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(saved("PNG", colour="lime"))
    for link in (
        secret.as_uri(),
        str(secret),
        "secret.png",
        f"data:image/png;base64,{base64.b64encode(saved('PNG')).decode()}",
    ):
        link_to = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{link}" href="{link}"'
        inside = f'<image {link_to} width="40" height="20"/><script>alert(1)</script>'
        html = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'
        more = f"{html}<style>@import url({link});</style>"
        with pytest.raises(LogoError, match="nothing is to be seen"):
            picture(tmp_path, BOX.format(40, 20, inside + more))


def _bomb(depth: int) -> str:
    copies = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, depth))
    return BOX.format(9, 9, f'<defs><g id="a0">{RED}</g>{copies}</defs><use href="#a{depth - 1}"/>')


def _huge_png() -> bytes:
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no SVG, PNG, JPEG or GIF"),
        (b"RIFF....WEBPVP8 ", "is no SVG, PNG, JPEG or GIF; save it as PNG"),
        (b"\x89PNG\r\n\x1a\n", "is no SVG, PNG"),
        (_huge_png(), "has 100000 × 100000 pixels; save a smaller one"),
        (saved("PNG")[:60], "nothing is to be seen of the logo"),
        (saved("JPEG")[:2] + b"\xff\xc0", "is no SVG"),
        (b"x" * 5_000_001, "has more than 5 MB; save a smaller one"),
        (b"<html><body>no</body></html>", "the logo is no SVG"),
        (b"<svg", "the logo is no whole SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg xmlns="http://www.w3.org/2000/svg"/>', "has entities of its own"),
        (BOX.format(0, 5, RED).encode(), "does not say how large it is"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>', "does not say how large it is"),
        (BOX.format(40, 20, "").encode(), "nothing is to be seen of the logo"),
        (_bomb(4).encode(), "made of copies of copies"),
        (BOX.format(9, 9, '<use href="#a"/>' * 300).encode(), "made of copies of copies"),
        (BOX.format(9, 9, "<g>" * 5000 + RED + "</g>" * 5000).encode(), "cannot be drawn"),
    ],
)
def test_what_is_no_logo_says_what_to_do(tmp_path: Path, content: bytes, said: str) -> None:
    """Empty, torn, huge, of another kind, a bomb: one sentence, quickly, and no traceback."""
    with pytest.raises(LogoError) as caught:
        picture(tmp_path, content)
    assert said in str(caught.value) and "; " in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX's rights")
def test_a_logo_that_is_no_file_is_told(tmp_path: Path) -> None:
    """A folder in its place cannot be read."""
    (tmp_path / "logo.svg").mkdir()
    with pytest.raises(LogoError, match="cannot be read; see what `logo:` in mkdocs"):
        read_logo(tmp_path / "logo.svg")
