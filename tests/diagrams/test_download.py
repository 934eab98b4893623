"""Drawings that leave their page: everything is inside, nothing is lost, and the bytes are the same every time."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser
from pypdf import PdfReader

from diagrams.diagram_samples import LABELS, SVG, XLINK, SampleLinks, journey_of, parse, read_journey, texts_of
from journeybook.diagrams import Cache, Renderer, Request, available, draw
from journeybook.diagrams.files.colours import colour, hexadecimal, resolve
from journeybook.diagrams.files.colours import parse as css
from journeybook.diagrams.files.convert import converted
from journeybook.diagrams.files.download import MARGIN, standalone
from journeybook.diagrams.files.forms.pdf import PaperError, pdf
from journeybook.diagrams.files.forms.png import png
from journeybook.diagrams.files.imprint import Imprint
from journeybook.diagrams.shapes import load, scrolls
from journeybook.language.direction import direction_of
from journeybook.pages.assets import stylesheet
from journeybook.text.faces import fonts_in, lacks
from reference import ROOT

pytestmark = pytest.mark.slow

JOURNEY = read_journey(ROOT / "journeys" / "client-journey.yaml")
IMPRINT = Imprint("The Mentoring Journey Handbook", "https://example.org/book/journeys/client-journey/")
SHAPES = ("path", "rect", "circle", "polygon")
HEX = re.compile("#[0-9a-f]{6}")

# The colours of every part of the drawings in a page, by what it is and where.
COLOURS = """
() => {
  const found = {}, name = {path: ['d'], rect: ['x', 'y', 'width', 'height'], circle: ['cx', 'cy', 'r'],
    polygon: ['points'], text: ['x', 'y']};
  for (const part of document.querySelectorAll('svg :is(path, rect, circle, polygon, text)')) {
    const style = getComputedStyle(part), svg = part.closest('svg');
    if (getComputedStyle(svg).display === 'none' || !part.getClientRects().length) continue;
    const text = part.tagName === 'text';
    if (!text && style.fill === 'none' && style.stroke === 'none') continue;
    const key = [part.tagName, ...name[part.tagName].map((one) => part.getAttribute(one)), text && part.textContent];
    const rgb = (value) => {
      if (value === 'none') return value;
      const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      pen.fillStyle = value; pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const drawn = {fill: rgb(style.fill), stroke: rgb(style.stroke)};
    if (style.stroke !== 'none') Object.assign(drawn, {width: style.strokeWidth, dashes: style.strokeDasharray});
    if (part.tagName === 'rect') drawn.rx = parseFloat(style.rx) || 0;
    const face = style.fontFamily.split(',')[0];
    if (text) Object.assign(drawn, {size: style.fontSize, weight: style.fontWeight, face});
    (found[key.join('|')] ??= []).push(drawn);
  }
  return found;
}
"""


class WebLinks(SampleLinks):
    """Stages lead to the web; activities lead to places on a page."""

    def stage(self, key: str) -> str:
        return f"https://example.org/#{key}"


def request(view: str = "path", links: SampleLinks | None = None, **changed: Any) -> Request:
    """The real journey, as a page asks for it."""
    fields = {"journey": JOURNEY, "desk_width": 958} | changed
    return Request(view=view, links=links or SampleLinks(), name=f"client-journey-{view}", **fields)


def download(view: str = "path", **changed: Any) -> str:
    """The real journey's file."""
    return standalone(request(view, **changed), IMPRINT)


@pytest.mark.parametrize("view", available())
def test_it_needs_nothing_else(view: str) -> None:
    """No variable, class, style, address of a page or other file; a colour on every part; a size and a font."""
    text = download(view)
    root = parse(text)
    for word in ("var(", "currentColor", "color-mix", "class=", "style=", "@import", "rem;", 'rem"'):
        assert word not in text, word
    assert all(source.startswith("data:font/woff2;base64,") for source in re.findall(r"url\(([^)]*)\)", text))
    assert not re.findall(r'href="(?!https?:)', text)
    assert [float(root.get(name, "0")) for name in ("width", "height")] == list(
        map(float, root.get("viewBox", "").split()[2:])
    )
    assert HEX.fullmatch(next(root.iter(f"{SVG}rect")).get("fill", "")), "the paper comes first"
    for part in root.iter():
        tag = part.tag.removeprefix(SVG)
        if tag == "text":
            assert HEX.fullmatch(part.get("fill", "")), part.text
        if tag in SHAPES:
            painted = {part.get("fill"), part.get("stroke")} - {"none", None}
            assert painted and all(HEX.fullmatch(str(value)) for value in painted), part.attrib


@pytest.mark.parametrize("view", available())
def test_its_font_has_every_character(view: str) -> None:
    """The characters that the drawing shows are in its fonts, in all weights, and the file stays small."""
    text = download(view)
    fonts = [TTFont(io.BytesIO(data)) for data in fonts_in(text)]
    shown = set("".join(texts_of(parse(text))))
    assert shown <= {chr(code) for font in fonts for code in font.getBestCmap()}
    assert all((font["fvar"].axes[0].minValue, font["fvar"].axes[0].maxValue) == (400, 700) for font in fonts)
    assert len(re.findall(r"@font-face", text)) == len(fonts) >= 1
    assert sum(map(len, re.findall(r"base64,([\w+/=]+)", text))) < 30_000


def test_its_font_has_the_letters_of_each_alphabet() -> None:
    """Greek, Cyrillic, Vietnamese and Polish letters come from our fonts; Japanese is left to the reader's."""
    journey = journey_of(2, "Zażółć Ελληνικά Привет Tiếng Việt 面談")
    text = download(journey=journey)
    inside = {chr(code) for data in fonts_in(text) for code in TTFont(io.BytesIO(data)).getBestCmap()}
    assert set("Zażółć Ελληνικά Привет Tiếng Việt") <= inside
    assert lacks("面談") and not lacks("Zażółć Ελληνικά Привет Tiếng Việt")


@pytest.mark.parametrize("view", available())
def test_its_colours_are_those_of_the_page(browser: Browser, view: str) -> None:
    """Every part has the fill, stroke, corners, size and weight that a browser works out for it on a light page."""
    figure = draw(JOURNEY, view, SampleLinks(), name="a", desk_width=958)
    shown = "".join(text for size, text in figure.drawings.items() if size in ("head", "desk"))
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(
        f'<!doctype html><html data-md-color-scheme="default"><style>{stylesheet()} html{{font-size:20px}}</style>'
        f'<body data-md-color-scheme="default"><div style="width:1200px">{shown}</div>'
    )
    wanted = page.evaluate(COLOURS)
    page.set_content(f"<!doctype html><html><body>{download(view)}")
    found = page.evaluate(COLOURS)
    page.close()
    assert len(wanted) > 20
    assert {key: found.get(key) for key in wanted} == wanted


def test_colours_can_be_others() -> None:
    """Values for the variables of tokens.css reach every part that is made of them."""
    plain, other = download(), standalone(request(), IMPRINT, tokens={"--jb-stage-1": "#123456"})
    assert "#123456" in other and "#123456" not in plain
    chips = [standalone(request(), tokens={"--jb-stage-1-text": c, "--jb-paper": "#fff"}) for c in ("#000", "#fff")]
    assert 'stroke="#9e9e9e"' in chips[0] and 'stroke="#9e9e9e"' not in chips[1], "38 % of it over the paper"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("#abc", "#aabbcc"),
        ("hsl(120 100% 50%)", "#00ff00"),
        ("var(--a)", "#102030"),
        ("var(--b)", "#102030"),
        ("var(--none, var(--a))", "#102030"),
        ("var(--none)", None),
        ("var(--loop)", None),
        ("none", None),
        ("url(#x)", None),
        ("color-mix(in srgb, #000 25%, #fff)", "#bfbfbf"),
        ("color-mix(in srgb, #000, #fff 25%)", "#404040"),
        ("color-mix(in srgb, var(--a), var(--a))", "#102030"),
        ("color-mix(in srgb, #f00 50%, transparent)", "#ff0000"),
        ("color-mix(in oklab, #000, #fff)", None),
    ],
)
def test_values(value: str, meant: str | None) -> None:
    """Variables and mixtures come out as browsers have them; what is no colour is none."""
    variables = {"--a": css("#102030"), "--b": css(" var( --a ) "), "--loop": css("var(--loop)")}
    found = resolve(css(value), variables)
    seen = colour(found) if found is not None else None
    assert (hexadecimal(seen) if seen else None) == meant


def test_transparent_mixtures_keep_their_opacity() -> None:
    """Half of a colour over nothing is that colour, half transparent."""
    assert colour(css("color-mix(in srgb, #f00 50%, transparent)")) == (1, 0, 0, 0.5)


def test_it_says_what_it_is() -> None:
    """Title, handbook, address, date and owner stand below the drawing, and in the file for programs."""
    root = parse(download())
    lines = texts_of(root)[-5:]
    assert lines == [
        "Client journey",
        "The Mentoring Journey Handbook",
        "example.org/book/journeys/client-journey",
        "Reviewed on 1 October 2026",
        "Kept by Programme coordinator",
    ]
    assert root[0].text == "Client journey"
    told = {part.tag.partition("}")[2]: part.text for part in root.iter() if "purl.org/dc" in part.tag}
    assert told == {
        "title": "Client journey",
        "creator": "Programme coordinator",
        "publisher": "The Mentoring Journey Handbook",
        "source": "https://example.org/book/journeys/client-journey/",
        "date": "2026-10-01",
        "language": "en",
    }


def test_it_says_no_more_than_it_knows() -> None:
    """A journey without owner and date, outside any handbook, has its title and nothing empty."""
    root = parse(standalone(request(journey=journey_of(2, "Talk"))))
    assert texts_of(root)[-1] == "Sample"
    assert {part.tag.partition("}")[2] for part in root.iter() if "purl.org/dc" in part.tag} == {"title", "language"}


def test_an_address_is_never_broken() -> None:
    """One that is too long for the footer is cut down to its host, not hyphenated."""
    long = Imprint("", f"https://example.org/{'very-long-' * 20}")
    assert "example.org" in texts_of(parse(standalone(request(), long)))


def test_links_lead_to_the_web_or_nowhere() -> None:
    """Links with a host stay; those to places on a page go with their tips; without any, the picture is one image."""
    text = standalone(request(links=WebLinks()), IMPRINT)
    addresses = [link.get(f"{XLINK}href", "") for link in parse(text).iter(f"{SVG}a")]
    assert len(addresses) == 5 and all(address.startswith("https://example.org/#") for address in addresses)
    root = parse(download())
    assert not list(root.iter(f"{SVG}a")) and root.get("role") == "img"
    assert len(list(root.iter(f"{SVG}title"))) == 1


@pytest.mark.parametrize("view", [view for view in available() if scrolls(load(view))])
def test_what_scrolls_is_whole(view: str) -> None:
    """A drawing that scrolls on its page is uncut: it is as wide as its sheet and has all labels of both parts."""
    figure = draw(JOURNEY, view, SampleLinks(), name="a", desk_width=958)
    root = parse(download(view))
    shown = {text.lstrip("↑↓ ") for drawing in figure.drawings.values() for text in texts_of(parse(drawing))}
    assert sorted(shown - set(texts_of(root)) - {"·"}) == []  # which parts two names on a phone
    wide = max(sum(map(float, (parse(d).get("viewBox", "").split()[0::2]))) for d in figure.drawings.values())
    assert float(root.get("width", "0")) == pytest.approx(wide + 2 * MARGIN)


def test_right_to_left() -> None:
    """An Arabic journey's title stands below the drawing at the right, where its readers begin."""
    journey = journey_of(3, LABELS["ar"][0]).model_copy(update={"title": LABELS["ar"][0], "owner": "مريم"})
    root = parse(download(journey=journey, language="ar", direction=direction_of("ar")))
    *_, title, _, _, owner = root.iter(f"{SVG}text")
    assert float(title.get("x", "0")) == 958 and float(owner.get("x", "0")) == 0


def image(data: bytes) -> Image.Image:
    """A PNG's pixels."""
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("view", available())
def test_png_looks_like_a_browsers(browser: Browser, view: str, tmp_path: Path) -> None:
    """The PNG has twice the size, and what Chromium shows for the same file; letters and edges differ a little."""
    text = download(view)
    root = parse(text)
    width, height = (round(float(root.get(name, "0"))) for name in ("width", "height"))
    (tmp_path / "a.svg").write_text(text, "utf-8")
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.goto((tmp_path / "a.svg").as_uri())
    page.wait_for_timeout(300)  # a picture has no document.fonts
    wanted, found = image(page.screenshot()), image(png(text))
    page.close()
    assert found.size == (2 * width, 2 * height) == wanted.size
    differences = ImageChops.difference(found, wanted).convert("L")
    assert ImageStat.Stat(differences).mean[0] < 3
    blank = ImageChops.difference(Image.new("RGB", wanted.size, "#fdfbf7"), wanted).convert("L")
    assert ImageStat.Stat(blank).mean[0] > 5 * ImageStat.Stat(differences).mean[0], "so a blank picture would not do"


def test_png_reads_from_right_to_left() -> None:
    """Arabic text ends where its place is, so the paper's edge at the right stays empty and the column is not."""
    journey = journey_of(3, LABELS["ar"][0]).model_copy(update={"title": LABELS["ar"][0]})
    drawn = image(png(download(journey=journey, language="ar", direction=direction_of("ar"))))
    ink = (
        ImageChops.difference(drawn, Image.new("RGB", drawn.size, "#fdfbf7"))
        .convert("L")
        .point(lambda v: 255 * (v > 40))
    )
    foot = ink.crop((0, drawn.height - 2 * MARGIN - 2 * 54, *drawn.size)).getbbox()
    assert foot is not None and drawn.width - 2 * MARGIN - 4 <= foot[2] <= drawn.width - 2 * MARGIN + 2


def test_png_has_text_in_its_weights() -> None:
    """Every weight of the text is drawn, each darker than the one before."""
    page = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30">{}{}</svg>'
    style = f"<style>{''.join(re.findall('@font-face{.*?}', download()))}</style>"
    ink = []
    for weight in (400, 500, 600, 700):
        line = f'<text font-family="Inter" font-size="20" font-weight="{weight}" x="2" y="20">Hamburg</text>'
        drawn = Image.open(io.BytesIO(png(page.format(style, line)))).getchannel("A")
        ink.append(ImageStat.Stat(drawn).sum[0])
    assert ink == sorted(set(ink)) and ink[0] > 0 and ink[-1] > 1.2 * ink[0]


def test_png_knows_its_size_and_origin() -> None:
    """Slides show it at the drawing's own size; title, owner and source are in the file."""
    with Image.open(io.BytesIO(png(download()))) as found:
        assert found.info["dpi"] == pytest.approx((192, 192), abs=0.1)
        assert (found.info["Title"], found.info["Author"]) == ("Client journey", "Programme coordinator")
        assert found.info["Source"] == IMPRINT.address


@pytest.mark.parametrize("view", available())
def test_pdf(view: str) -> None:
    """One page of the picture's size, with its text as text, its title and its author."""
    text = download(view)
    root = parse(text)
    found = PdfReader(io.BytesIO(pdf(text)))
    assert len(found.pages) == 1 and found.metadata is not None
    size = [float(root.get(name, "0")) * 0.75 for name in ("width", "height")]
    assert [float(found.pages[0].mediabox[side]) for side in (2, 3)] == pytest.approx(size, abs=0.5)
    assert (found.metadata.title, found.metadata.author) == ("Client journey", "Programme coordinator")
    read = found.pages[0].extract_text()
    assert [line for line in texts_of(root) if line not in read] == []
    fonts = {font.get_object()["/BaseFont"].partition("+")[2] for font in _fonts(found)}
    assert fonts >= {"Inter", "Inter-Semi-Bold"} and all(name.startswith("Inter") for name in fonts)
    assert download(view) == text, "WeasyPrint changes the prefixes that Python writes XML with"


def _fonts(found: PdfReader) -> Iterator[Any]:
    for page in found.pages:
        yield from page["/Resources"]["/Font"].values()  # type: ignore[index]


def test_pdf_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without WeasyPrint there is one line, and it says how to install it."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PaperError) as caught:
        pdf(download())
    said = str(caught.value)
    assert "pip install weasyprint" in said and "libpango-1.0-0" in said and "\n" not in said


def test_nothing_is_made_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing and converting are kept: the second time neither Graphviz nor resvg nor WeasyPrint is asked."""
    cache = Cache(tmp_path)
    first = standalone(request(), IMPRINT, cache=cache)
    made = {form: converted(first, form, cache) for form in ("svg", "png", "pdf")}
    monkeypatch.setattr(Renderer, "svg", lambda *_: pytest.fail("drawn again"))
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert standalone(request(), IMPRINT, cache=cache) == first
    assert {form: converted(first, form, cache) for form in made} == made
    with pytest.raises(pytest.fail.Exception, match="drawn again"):
        standalone(request(), Imprint("Another handbook"), cache=cache)
