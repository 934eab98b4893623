"""Every view drawn by both renderers: graphviz-pure, and Graphviz's own dot."""

from __future__ import annotations

import re
import shutil
from xml.etree import ElementTree as ET

import pytest

from diagrams.diagram_pages import filled_journey
from diagrams.diagram_samples import LABELS, SVG, SampleLinks, journey_of, parse
from journeybook.diagrams import Figure, Renderer, available, draw
from journeybook.language.direction import direction_of
from journeybook.model import Journey

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz's own dot")]

_PLACES = ("x", "y", "cx", "cy", "r", "width", "height", "d", "points", "viewBox")


def drawn_by(renderer: str, journey: Journey, view: str, language: str) -> Figure:
    """A figure as one of the renderers draws it."""
    return draw(
        journey,
        view,
        SampleLinks(),
        name="n",
        language=language,
        direction=direction_of(language),
        renderer=Renderer(renderer),
    )


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def commands(path: str) -> str:
    return re.sub(r"[^MLCZ]", "", path)


def compare(one: str, other: str) -> int:
    """Two drawings have the same parts, shapes within 1 pixel, texts within 4. Gives their number."""
    pairs = list(zip(parse(one).iter(), parse(other).iter(), strict=True))
    for a, b in pairs:
        assert (a.tag, a.text, looks(a)) == (b.tag, b.text, looks(b))
        near = 4 if a.tag == f"{SVG}text" else 1
        for key in _PLACES:
            assert numbers(a.get(key, "")) == pytest.approx(numbers(b.get(key, "")), abs=near), a.get(key)
    return len(pairs)


def looks(part: ET.Element) -> dict[str, str]:
    """All of a part's attributes that say anything else than its place."""
    kept = {key: value for key, value in part.attrib.items() if key not in _PLACES}
    return {**kept, "commands": commands(part.get("d", ""))}


@pytest.mark.parametrize("language", ["en", "ar", "th"])
@pytest.mark.parametrize("view", available())
def test_renderers_agree(view: str, language: str) -> None:
    """Both renderers draw a view alike: the same texts, links and classes, shapes within 1 pixel, texts within 4."""
    journey = filled_journey(9, LABELS[language][1])
    pure, dot = (drawn_by(renderer, journey, view, language) for renderer in ("graphviz-pure", "dot"))
    assert list(pure.drawings) == list(dot.drawings)
    for size in pure.drawings:
        assert compare(pure.drawings[size], dot.drawings[size]) > 15
    assert pure.twin == dot.twin


@pytest.mark.parametrize("stages", [1, 5])
@pytest.mark.parametrize("language", sorted(LABELS))
def test_renderers_agree_in_every_script(stages: int, language: str) -> None:
    """In each language, both renderers draw a path alike."""
    journey = journey_of(stages, LABELS[language][1], LABELS[language][0])
    pure, dot = (drawn_by(renderer, journey, "path", language) for renderer in ("graphviz-pure", "dot"))
    for size in pure.drawings:
        compare(pure.drawings[size], dot.drawings[size])


def test_differences_are_found() -> None:
    """A shape that stands 2 pixels away, or another text, is a difference."""
    drawing = drawn_by("graphviz-pure", filled_journey(2, "Label"), "path", "en").desk
    moved = re.sub(r'cx="([\d.]+)"', lambda found: f'cx="{float(found[1]) + 2}"', drawing, count=1)
    for other in (moved, drawing.replace(">Label<", ">Babel<", 1), drawing.replace('jd-on"', 'jd-off"', 1)):
        assert other != drawing
        with pytest.raises(AssertionError):
            compare(drawing, other)
