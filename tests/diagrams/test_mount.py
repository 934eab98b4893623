"""Drawings on slides, paper and posters: text large enough, everything inside, and no small text in silence."""

from __future__ import annotations

import base64
import io
import re
import shutil
from itertools import product
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from diagrams.diagram_samples import LABELS, SVG, XLINK, SampleLinks, journey_of, parse, read_journey, texts_of
from journeybook.diagrams import Renderer, Request
from journeybook.diagrams.draw.excerpt import ChoiceError, excerpt
from journeybook.diagrams.files.convert import converted
from journeybook.diagrams.files.download import standalone
from journeybook.diagrams.files.imprint import Imprint
from journeybook.diagrams.files.logo import Logo
from journeybook.diagrams.files.mount import Mount
from journeybook.diagrams.files.sizes import PAPERS, SIZES
from journeybook.language.direction import direction_of
from journeybook.model import Journey
from journeybook.text.font import TextStyle, width
from reference import ROOT

pytestmark = pytest.mark.slow  # each drawing is a process

JOURNEY = read_journey(ROOT / "journeys" / "client-journey.yaml")
IMPRINT = Imprint("The Mentoring Journey Handbook", "https://example.org/book/journeys/client-journey/")
NUMBER = re.compile(r"-?\d*\.?\d+")
LOGO = Logo(base64.b64encode(b"none").decode(), 300, 100)


def request(view: str, stages: str = "", lanes: str = "", journey: Journey = JOURNEY, language: str = "en") -> Request:
    """Ask for a drawing, or a part of it."""
    direction = direction_of(language)
    asked = Request(journey, view, SampleLinks(), "sample", language=language, direction=direction)
    return excerpt(asked, stages, lanes)


def mounted(asked: Request, size: str, **changed: Any) -> ET.Element:
    """A drawing on a sheet."""
    mount = Mount(SIZES[size], **{name: value for name, value in changed.items() if name != "renderer"})
    return parse(standalone(asked, IMPRINT, mount, renderer=changed.get("renderer")))


def scale_of(root: ET.Element) -> float:
    """Pixels of the sheet for one of the drawing."""
    return float(root.get("width", "0")) / float(root.get("viewBox", "").split()[2])


def points(root: ET.Element) -> list[float]:
    """The sizes of all texts as they are on the sheet, in points."""
    groups = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}text") is not None]
    return [float(group.get("font-size", "0")) * scale_of(root) * 0.75 for group in groups]


def outside(root: ET.Element) -> list[str]:
    """What reaches over the edge of the sheet: texts by their measured width, shapes by their corners."""
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    found = []
    for group in root.iter(f"{SVG}g"):
        style = TextStyle("", float(group.get("font-size", 1)), int(group.get("font-weight", 400)), 0)
        for text in group.findall(f"{SVG}text"):
            long, said = width(re.sub("[\u2066-\u2069\u200e\u200f]", "", text.text or ""), style), text.text or ""
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            end = (text.get("text-anchor") == "end") != (text.get("direction") == "rtl")
            start = x - long / 2 if text.get("text-anchor") == "middle" else x - long if end else x
            if start < left or start + long > left + wide or not top + style.size < y < top + high:
                found.append(said)
        for path in group.findall(f"{SVG}path"):
            numbers = list(map(float, NUMBER.findall(path.get("d", ""))))
            xs, ys = numbers[::2], numbers[1::2]
            if min(xs) < left or max(xs) > left + wide or min(ys) < top or max(ys) > top + high:
                found.append(path.get("d", ""))
    return found


@pytest.mark.parametrize(
    ("view", "stages", "lanes"),
    [
        ("path", "1-3", ""),
        ("map", "2-4", "goals,pains"),
        ("map", "", "feelings"),
        ("vision", "", ""),
        ("cycle", "", ""),
    ],
)
@pytest.mark.parametrize("size", ["16:9", "16:10", "4:3"])
def test_slides_have_text_of_twelve_points(view: str, stages: str, lanes: str, size: str) -> None:
    """On a slide, the smallest text has 12 points, the foot's too, and all of it is inside the margin."""
    try:
        root = mounted(request(view, stages, lanes), size)
    except ChoiceError:
        assert size == "4:3"  # which is a quarter smaller
        return
    assert min(points(root)) >= 11.99
    assert [float(root.get(name, "0")) for name in ("width", "height")] == [SIZES[size].width, SIZES[size].height]
    assert outside(root) == []


def test_a_slide_is_as_wide_as_programs_make_it() -> None:
    """16:9 is 33.9 cm across."""
    assert (SIZES["16:9"].wide / 10, SIZES["16:9"].high / 10) == (pytest.approx(33.87, abs=0.01), pytest.approx(19.05))


@pytest.mark.parametrize(("paper", "view"), list(product(("a3", "a2"), ("map", "path"))))
def test_posters_are_fitted_to_their_sheet(paper: str, view: str) -> None:
    """A poster fills its sheet, upright or lying, with text of 7 points or more; its head has title and summary."""
    root = mounted(request(view), paper, poster=True, logo=LOGO)
    sides = sorted(float(root.get(name, "0")) for name in ("width", "height"))
    assert sides == pytest.approx(sorted((SIZES[paper].width, SIZES[paper].height)), abs=0.1)
    assert min(points(root)) >= 7 and outside(root) == []
    said = texts_of(root)
    assert said[:2] == ["The Mentoring Journey Handbook", "Client journey"]
    assert " ".join(said[2:4]).startswith("The way a person takes from first hearing of your practice")
    image = next(root.iter(f"{SVG}image"))
    right = float(image.get("x", "0")) + float(image.get("width", "0"))
    left, _, wide, _ = map(float, root.get("viewBox", "").split())
    assert 0.94 < (right - left) / wide < 1


def test_a_poster_is_a_pdf_of_its_paper() -> None:
    """The PDF has one page of A3, its texts as text, the smallest of 7 points or more."""
    text = standalone(request("map"), IMPRINT, Mount(SIZES["a3"], poster=True))
    page = PdfReader(io.BytesIO(converted(text, "pdf"))).pages[0]
    sides = sorted(float(page.mediabox[side]) for side in (2, 3))
    assert sides == pytest.approx([297 / 25.4 * 72, 420 / 25.4 * 72], abs=1)
    sizes: list[float] = []

    def seen(said: str, _: list[float], matrix: list[float], __: object, size: float) -> None:
        sizes.extend([abs(size * matrix[3])] if said.strip() else [])

    page.extract_text(visitor_text=seen)
    assert min(sizes) >= 7 and len(sizes) > 50
    read = page.extract_text()
    assert [line for line in texts_of(parse(text)) if line not in read] == []


@pytest.mark.parametrize("language", ["ar", "ja"])
def test_sheets_are_for_readers_of_all_scripts(language: str) -> None:
    """Right to left, the head begins at the right and the logo stands at the left; nothing leaves the sheet."""
    journey = journey_of(3, LABELS[language][0]).model_copy(update={"summary": LABELS[language][1] + "."})
    root = mounted(request("map", journey=journey, language=language), "a3", poster=True, logo=LOGO)
    assert outside(root) == []
    left, _, wide, _ = map(float, root.get("viewBox", "").split())
    said = [text for text in texts_of(root) if text.rstrip("\u2069").endswith(".")]
    assert language != "ar" or (said and all(line[0] == "\u2067" for line in said)), "a full stop ends at the left"
    shares = [(float(text.get("x", "0")) - left) / wide for text in root.iter(f"{SVG}text")]
    logo = (float(next(root.iter(f"{SVG}image")).get("x", "0")) - left) / wide
    assert (shares[0] > 0.9 and logo < 0.1) if language == "ar" else (shares[0] < 0.1 and logo > 0.5)


@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz's own dot")
def test_both_renderers_make_the_same_sheet() -> None:
    """A slide has the same size and the same texts with each; the views themselves are compared elsewhere."""
    asked = request("map", "2-4", "goals,pains")
    found, other = (mounted(asked, "16:9", renderer=Renderer(name)) for name in ("graphviz-pure", "dot"))
    assert other.get("viewBox") == found.get("viewBox") and texts_of(other) == texts_of(found)


def test_backgrounds() -> None:
    """The page's paper, white, or nothing at all; on white, halos are white too."""
    asked = request("map", "1-2", "feelings")
    paper, white, bare = (mounted(asked, "16:9", background=name) for name in ("paper", "white", "none"))
    assert [next(root.iter(f"{SVG}rect")).get("fill") == "#ffffff" for root in (paper, white)] == [False, True]
    size = bare.get("viewBox", "").split()[2]
    assert size not in [rect.get("width") for rect in bare.iter(f"{SVG}rect")]
    tint = next(root.get("fill") for root in paper.iter(f"{SVG}rect"))
    assert tint and f'stroke="{tint}"' not in ET.tostring(white, "unicode")
    with Image.open(io.BytesIO(converted(standalone(asked, IMPRINT, Mount(background="none")), "png"))) as picture:
        assert picture.getpixel((3, 3))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize(
    ("view", "size", "said"),
    [
        ("path", "16:9", r"with text of 12 points; so many stages fit: (\d)\. Write --stages 1-\1$"),
        ("map", "16:9", r"with text of 12 points; so many (stages|lanes) fit: \d\. Write --(stages|lanes) "),
        ("funnel", "16:9", r"with text of 12 points; for all of it, write --sheet a\d"),
    ],
)
def test_what_does_not_fit_says_what_would(view: str, size: str, said: str) -> None:
    """Never small text: the error counts the stages or lanes that fit, and what it says to type fits."""
    with pytest.raises(ChoiceError, match=said) as caught:
        mounted(request(view), size)
    typed = dict(re.findall(r"--(\w+) ([\w:,-]+)", str(caught.value.hints[0])))
    part = request(view, typed.get("stages", ""), typed.get("lanes", ""))
    assert min(points(mounted(part, typed.get("sheet", size)))) >= SIZES[typed.get("sheet", size)].least - 0.01


def test_a_part_of_a_part_keeps_its_numbers() -> None:
    """Where stages 2 to 5 are too many, the stages that are said to fit are the first of these."""
    with pytest.raises(ChoiceError, match=r"--stages 2(-[34])?$"):
        mounted(request("path", "2-5"), "16:9")


def test_sizes_are_named_small_ones_first() -> None:
    """A larger paper is what follows in the list."""
    turning = [SIZES[name] for name in PAPERS if name.startswith("a")]
    assert [size.wide for size in turning] == sorted(size.wide for size in turning)
    assert all(not SIZES[name].turns for name in ("16:9", "16:10", "4:3"))


def test_a_link_in_the_logo_leads_nowhere() -> None:
    """A picture's address is data; no other file is asked for."""
    root = mounted(request("path"), "a3", poster=True, logo=LOGO)
    assert [image.get(f"{XLINK}href", "")[:22] for image in root.iter(f"{SVG}image")] == ["data:image/png;base64,"]


def test_long_texts_stay_on_the_poster() -> None:
    """A title of 160 characters and a summary of 700 are wrapped, and the drawing below is still readable."""
    changed = {"title": "A very long title " * 9, "summary": "What this is about, in many words. " * 20}
    root = mounted(request("path", journey=JOURNEY.model_copy(update=changed)), "a3", poster=True, logo=LOGO)
    assert outside(root) == [] and min(points(root)) >= 7
