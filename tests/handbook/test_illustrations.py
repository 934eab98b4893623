"""Pictures of activities, steps, journeys and stages: what is told of them, and what is meant so is not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.handbook.picture_files import PictureInfo, picture_info, says_where, upright
from journeybook.handbook.svg_files import does_something
from journeybook.source.read import parse

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">{}</svg>'
CIRCLE = SVG.format('<circle cx="20" cy="15" r="9"/>')


def bitmap(kind: str, wide: int = 100, high: int = 120, *, turned: bool = False, **options: bool) -> bytes:
    """A picture of points; `turned` as a camera says that it lies on its side."""
    out, exif = BytesIO(), Image.Exif()
    if turned:
        exif[0x0112] = 6
    Image.new("RGB", (wide, high)).save(out, kind, exif=exif, **options)
    return out.getvalue()


def noise(**options: bool) -> bytes:
    """A photo, as cameras write it."""
    out = BytesIO()
    Image.effect_noise((90, 60), 80).save(out, "JPEG", **options)
    return out.getvalue()


def png(wide: int, high: int) -> bytes:
    """A picture of that size."""
    return bitmap("PNG", wide, high)


JPEG = bitmap("JPEG")
PHOTO, SEVERAL = noise(), noise(progressive=True)
CUT_OFF = "JB351 4: ‘{}’ is damaged: browsers show a part of it, or nothing | copy or save it once more"


def told(folder: Path, picture: str, files: dict[str, bytes | str], **more: str) -> list[str]:
    """The code, the message and the hint of what is told of the picture of a step."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    text = f"title: Talk\nsteps:\n  - text: Sit down.\n    picture: {picture}\n"
    book = book_of(folder, {"content/index.md": "# Home\n\n[](activity:talk)\n", "toolkit/talk.yaml": text, **more})
    return [f"{one.code} {one.line}: {one.message} | {one.hint}" for one in checks.run(book) if "talk" in one.file]


@pytest.mark.parametrize(
    ("picture", "lines"),
    [
        (
            "chairs.svg",
            "JB203 4: a picture has a file, and words for those who do not see it, as two keys | "
            'write `{file: chairs.svg, alt: "…"}`',
        ),
        (
            '"![Chairs](chairs.svg)"',
            "JB203 4: a picture has a file, and words for those who do not see it, as two keys | "
            "write `{file: chairs.svg, alt: Chairs}`",
        ),
        (
            "{file: chairs.svg}",
            'JB203 4: this picture has no words for those who do not see it | write `{file: chairs.svg, alt: "…"}` with'
            " what it shows; or `decorative: true`, where it says nothing that the text does not say",
        ),
        (
            '{file: chairs.svg, alt: ""}',
            'JB203 4: the words for those who do not see this picture are empty | write `{file: chairs.svg, alt: "…"}` '
            "with what it shows; or `decorative: true`, where it says nothing that the text does not say",
        ),
        (
            "{file: chairs.svg, alt: Chairs, decorative: true}",
            "JB203 4: this picture has words for those who do not see it, and says that it only decorates | "
            "take one of the two out: `alt`, or `decorative`",
        ),
        (
            "{file: https://example.org/a.png, alt: Chairs}",
            "JB203 4: ‘https://example.org/a.png’ is an address, and pages show pictures of the handbook alone | "
            "put a copy beside this YAML file, and write its path from here: pictures/board.jpg",
        ),
        (
            "[{file: chairs.svg, alt: Chairs}]",
            "JB203 4: one picture is expected here, not a list | take one of them; others stand in steps",
        ),
    ],
)
def test_what_is_no_picture_is_answered_with_one(tmp_path: Path, picture: str, lines: str) -> None:
    """In its place, with what to write."""
    assert told(tmp_path, picture, {"toolkit/chairs.svg": CIRCLE}) == [lines]


@pytest.mark.parametrize(
    ("file", "files", "line"),
    [
        (
            "chair.svg",
            {"toolkit/chairs.svg": CIRCLE},
            "JB350 4: there is no file ‘chair.svg’ beside this one | write `file: chairs.svg`",
        ),
        (
            "a.png",
            {"toolkit/pics/A.PNG": png(4, 3)},
            "JB350 4: there is no file ‘a.png’ beside this one | write `file: pics/A.PNG`",
        ),
        (
            "a.jpg",
            {"files/a.png": png(4, 3)},
            "JB350 4: there is no file ‘a.jpg’ beside this one | write `file: files/a.png`",
        ),
        (
            "files/b.svg",
            {"files/chairs.svg": CIRCLE},
            "JB350 4: there is no file ‘files/b.svg’, neither beside this one nor at the handbook’s root | "
            "put it there, or mend its path",
        ),
        (
            ".a.svg",
            {"toolkit/.a.svg": CIRCLE},
            "JB350 4: ‘.a.svg’ is hidden by its dot: no site has such a file | rename it, without the dot",
        ),
        (
            "a.png",
            {"toolkit/a.png": "Chairs."},
            "JB351 4: ‘a.png’ is no picture that browsers show | save it as JPEG, PNG, WebP or SVG; a document to "
            "download stands under `resources:`",
        ),
        (
            "a.jpg",
            {"toolkit/a.jpg": b"\0\0\0\x18ftypheic\0\0\0\0"},
            "JB351 4: ‘a.jpg’ is a HEIC, which browsers do not show as a picture | save it as JPEG, PNG, WebP or SVG; "
            "a document to download stands under `resources:`",
        ),
        (
            "a.png",
            {"toolkit/a.png": "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"},
            "JB351 4: ‘a.png’ is no picture yet: Git LFS has left a line of text in its place | run `git lfs pull`",
        ),
        (
            "a.jpg",
            {"toolkit/a.jpg": png(4, 3)},
            "JB351 4: ‘a.jpg’ is PNG by its content, and its name says something else | rename the file, and write "
            "`file: a.png`",
        ),
        (
            "a.png",
            {"toolkit/a.png": png(4, 3) + b"\0" * 10_000_000},
            "JB351 4: this picture has 11 MB; 10 are the most | save it anew, some 1600 pixels wide and as JPEG or "
            "WebP: that has less than 1 MB",
        ),
        (
            "a.png",
            {"toolkit/a.png": png(4, 3) + b"\0" * 6_000_000},
            "JB499 4: this picture has 6 MB, for which all who open this page wait | save it anew, some 1600 pixels "
            "wide and as JPEG or WebP: that has less than 1 MB",
        ),
        (
            "a.svg",
            {"toolkit/a.svg": SVG.format("<script>alert(1)</script>")},
            "JB352 4: ‘a.svg’ does more than to draw: it has ‘<script>’ | save it as plain SVG, with all that it shows "
            "inside, or as PNG",
        ),
        ("a.png", {"toolkit/a.png": ""}, "JB351 4: ‘a.png’ is empty: it has 0 bytes | copy or save it once more"),
        ("a.jpg", {"toolkit/a.jpg": PHOTO[: len(PHOTO) // 2]}, CUT_OFF.format("a.jpg")),
        ("a.jpg", {"toolkit/a.jpg": SEVERAL[: len(SEVERAL) // 2]}, CUT_OFF.format("a.jpg")),
        ("a.png", {"toolkit/a.png": png(4, 3)[:-12]}, CUT_OFF.format("a.png")),
        ("a.webp", {"toolkit/a.webp": bitmap("WEBP")[:-4]}, CUT_OFF.format("a.webp")),
        ("a.jpg", {"toolkit/a.jpg": PHOTO[:30]}, CUT_OFF.format("a.jpg")),
        (
            "a.svg",
            {"toolkit/a.svg": SVG.format("<g>")},
            "JB351 4: browsers do not show the SVG ‘a.svg’: its tags do not fit, or `xmlns` is missing | save it once "
            "more as plain SVG, or as PNG",
        ),
        (
            "../files/a.svg",
            {"files/a.svg": CIRCLE},
            "JB203 4: ‘../files/a.svg’ is not a file beside this YAML file | write `file: files/a.svg`: all find the "
            "pictures of that folder by the same path",
        ),
    ],
)  # fmt: skip
def test_files_that_no_page_can_show_are_told(
    tmp_path: Path, file: str, files: dict[str, bytes | str], line: str
) -> None:
    """With the one that was meant, where there is one."""
    assert told(tmp_path, f"{{file: {file}, alt: Chairs}}", files) == [line]


@pytest.mark.parametrize("alt", ["a.svg", "IMG_2034.JPG", "IMG_2034", "image", "Photo 3", "picture"])
def test_words_that_say_nothing_are_told(tmp_path: Path, alt: str) -> None:
    """As in chapters."""
    (line,) = told(tmp_path, f"{{file: a.svg, alt: {alt}}}", {"toolkit/a.svg": CIRCLE})
    assert line.startswith(f"JB499 4: ‘{alt}’ says nothing to those who do not see this picture | write what it shows")


@pytest.mark.parametrize(
    "picture",
    [
        "{file: a.svg, alt: A board}",
        "{file: ./pics/my photo.png, decorative: true, credit: 'A. Example, https://example.org/a'}",
        "{file: files/a.gif, alt: The image that we drew, audience: [mentor]}",
        "{file: b.jpg, alt: Photo of a board}",
        "{file: c.jpg, alt: 3 pictures}",
        "{file: d.png, alt: Screenshot of a calendar}",
        "{file: e.webp, alt: Picture a room}",
    ],
)
def test_right_pictures_are_right(tmp_path: Path, picture: str) -> None:
    """Beside the YAML, below it, and shared."""
    gif = bitmap("GIF")
    files: dict[str, bytes | str] = {
        "toolkit/a.svg": CIRCLE,
        "toolkit/pics/my photo.png": png(4, 3),
        "files/a.gif": gif,
        "toolkit/b.jpg": SEVERAL + b"a film of the moment, as phones add it" * 99,
        "toolkit/c.jpg": PHOTO,
        "toolkit/d.png": png(4, 3) + b"more",
        "toolkit/e.webp": bitmap("WEBP") + b"more",
    }
    assert told(tmp_path, picture, files) == []


def test_a_picture_in_a_text_is_answered_with_the_field(tmp_path: Path) -> None:
    """Of the step, the activity, or the stage that the text belongs to; a workshop has none."""
    text = "title: T\ndescription: '![A board](pics/a.png)'\nsteps: [{text: '![](https://example.org/a.png)'}]\n"
    more = "title: W\ndescription: '![A board](a.png)'\ndays: [{start: '9:00', blocks: [{title: A, minutes: 5}]}]\n"
    files = {"content/index.md": "# H\n", "toolkit/t.yaml": text, "toolkit/workshops/w.yaml": more}
    found = [str(one.hint) for one in checks.run(book_of(tmp_path, files)) if one.code == "JB308"]
    assert found == [
        'take it out of the text, and write `picture: {file: "pics/a.png", alt: A board}` beside that',
        'put a copy of it beside this file, and write `picture: {file: "…", alt: "…"}` beside the text',
        "show it in a chapter, or give it as a file of `resources:`",
    ]


@pytest.mark.parametrize(
    ("data", "info"),
    [
        (png(7, 5), PictureInfo("png", 7, 5)),
        (JPEG, PictureInfo("jpeg", 100, 120)),
        (bitmap("JPEG", progressive=True), PictureInfo("jpeg", 100, 120)),
        (bitmap("JPEG", turned=True), PictureInfo("jpeg", 120, 100)),
        (bitmap("GIF"), PictureInfo("gif", 100, 120)),
        (bitmap("WEBP"), PictureInfo("webp", 100, 120)),
        (bitmap("WEBP", lossless=True), PictureInfo("webp", 100, 120)),
        (bitmap("WEBP", turned=True), PictureInfo("webp", 120, 100)),
        (bitmap("AVIF"), PictureInfo("avif", 100, 120)),
        (bitmap("AVIF", turned=True), PictureInfo("avif", 120, 100)),
        (bitmap("BMP"), None),
        (bitmap("TIFF"), None),
        (CIRCLE.encode(), PictureInfo("svg+xml", 40, 30)),
        (CIRCLE.replace("viewBox", "width='20mm' viewBox").encode(), PictureInfo("svg+xml", 76, 57)),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='100%'/>", PictureInfo("svg+xml", 300, 150)),
        (b"<svg/>", None),
        (b"<p>Not an <svg></p>", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"RIFF\0\0\0\0WEBPVP8X", None),
        (b"", None),
    ],
)
def test_a_picture_tells_its_kind_and_its_size(data: bytes, info: PictureInfo | None) -> None:
    """As browsers show it: turned as its camera says."""
    assert picture_info(data) == info


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script/>", "<script>"),
        ('<g onclick="a()"/>', "onclick="),
        ('<a href=" javascript:a()"/>', "href=javascript:a()"),
        ('<image href="https://example.org/a.png"/>', "href=https://example.org/a.png"),
        ('<use href="b.svg#a"/>', "href=b.svg#a"),
        ("<style>@import 'a.css';</style>", "@import"),
        ("<style>@font-face {src: url(https://example.org/a.woff)}</style>", "url(https://example.org/a.woff"),
        ('<rect fill="url(https://example.org/a.svg#b)"/>', "fill=url(https://example.org/a.svg#b)"),
        ('<g id="a"/><use href="#a"/><rect fill="url(#b)" style="fill:url(\'#c\')"/>', ""),
        ('<image href="data:image/png;base64,AAAA"/><a href="https://example.org/">A</a>', ""),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Words of draw.io</p></foreignObject>', ""),
    ],
)
def test_what_is_no_drawing_in_an_svg_is_found(inside: str, found: str) -> None:
    """And what drawing programs write is let through."""
    assert does_something(SVG.format(inside).encode()) == found


def test_entities_and_style_sheets_of_an_svg_are_found() -> None:
    """They stand outside of its elements."""
    assert does_something(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + CIRCLE.encode()) == "<!ENTITY"
    assert does_something(b'<?xml-stylesheet href="a.css"?>' + CIRCLE.encode()) == "<?xml-stylesheet"


def test_a_link_out_of_the_handbook_is_no_picture(tmp_path: Path) -> None:
    """It could publish any file of the machine that builds."""
    secret = tmp_path / "secret.svg"
    secret.write_text(CIRCLE, "utf-8")
    folder = tmp_path / "handbook"
    (folder / "toolkit").mkdir(parents=True)
    (folder / "toolkit/a.svg").symlink_to(secret)
    (line,) = told(folder, "{file: a.svg, alt: A board}", {})
    assert line.startswith("JB350 4: ‘a.svg’ leads out of the handbook, to ../secret.svg | put a copy beside this file")


def test_a_picture_that_an_edition_leaves_out_is_told(tmp_path: Path) -> None:
    """A link to one of a folder for others: the build of that edition would refuse it."""
    folder = tmp_path / "handbook"
    (folder / "toolkit").mkdir(parents=True)
    (folder / "content/kept").mkdir(parents=True)
    (folder / "content/kept/a.svg").write_text(CIRCLE, "utf-8")
    (folder / "toolkit/a.svg").symlink_to(folder / "content/kept/a.svg")
    editions = "editions: {mentee: {title: For mentees, audience: mentee}, team: {title: For the team}}"
    document, _ = parse(editions, "mkdocs.yml")
    files = {
        "content/index.md": "# Home\n\n[](activity:talk)\n",
        "content/kept/index.md": "---\naudience: mentor\n---\n# Kept\n",
        "toolkit/talk.yaml": "title: Talk\npicture: {file: a.svg, alt: A board}\nsteps: [Talk.]\n",
    }
    book = book_of(folder, files, editions=document)
    found = [str(one.message) for one in checks.run(book) if one.code == "JB448"]
    assert found == ["‘a.svg’ is for others, and the edition ‘mentee’ leaves it out"]


@pytest.mark.parametrize(("turn", "is_high"), [(1, False), (3, False), (6, True), (8, True)])
def test_photos_are_turned_for_those_who_do_not(turn: int, is_high: bool) -> None:
    """Word shows pixels as they lie, and knows nothing of what the camera says; what needs no turn stays as it is."""
    photo, written, lying = Image.new("RGB", (60, 20), "red"), BytesIO(), Image.Exif()
    photo.paste("blue", (0, 0, 30, 20))
    lying[0x0112] = turn
    photo.save(written, "JPEG", exif=lying)
    made = Image.open(BytesIO(upright(written.getvalue())))
    assert made.size == ((20, 60) if is_high else (60, 20)) and made.format == "JPEG"
    assert made.getexif().get(0x0112, 1) == 1
    is_blue_first = made.getpixel((3, 3))[2] > 200
    assert is_blue_first is (turn in (1, 6))
    assert turn > 1 or upright(written.getvalue()) == written.getvalue()
    assert upright(b"no picture") == b"no picture"


def test_a_photo_of_a_phone_is_a_jpeg(tmp_path: Path) -> None:
    """Also where the file has a second picture, such as the one for bright screens, which browsers do not show."""
    out, photo = BytesIO(), Image.new("RGB", (40, 30))
    photo.save(out, "MPO", save_all=True, append_images=[photo])
    assert picture_info(out.getvalue()) == PictureInfo("jpeg", 40, 30)
    assert told(tmp_path, "{file: a.jpg, alt: A board}", {"toolkit/a.jpg": out.getvalue()}) == []


def test_no_pixels_are_read_for_what_a_head_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PNG of a megabyte may have gigabytes of them."""
    read: list[object] = []
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", read.append)
    (tmp_path / "a.png").write_bytes(bitmap("PNG"))
    assert picture_info(bitmap("PNG")) == PictureInfo("png", 100, 120)
    assert (says_where(tmp_path / "a.png"), read) == (False, [])


def test_a_damaged_picture_is_told_where_others_take_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint lets Pillow take half a picture, in the whole program."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    files: dict[str, bytes | str] = {"toolkit/a.jpg": PHOTO[: len(PHOTO) // 2]}
    assert told(tmp_path, "{file: a.jpg, alt: Chairs}", files) == [CUT_OFF.format("a.jpg")]
    assert ImageFile.LOAD_TRUNCATED_IMAGES
