"""Labels that try to become something else."""

from __future__ import annotations

import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagrams.diagram_samples import SVG, XLINK, LabelledLinks, SampleLinks, journey_of, parse, texts_of
from journeybook.diagrams import Renderer, draw
from journeybook.diagrams.paint.canvas import Canvas
from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.paint.styles import BODY
from journeybook.diagrams.paint.svg import Frame, finish
from journeybook.markdown.addresses import safe_address
from journeybook.model import Journey

pytestmark = pytest.mark.slow

RENDERERS = ["graphviz-pure", *(["dot"] if shutil.which("dot") else [])]
HOSTILE = [
    "<script>alert(1)</script>",
    "&lt;b&gt;",
    "&amp;amp; &#60; &copy",
    r"\N",
    r"\G\E\T\H\L",
    r"C:\new\lines\right",
    "\\",
    '"quotes" \\" \\\\"',
    "<b>bold</b>",
    "<<TABLE></TABLE>>",
    "]]> <!-- -->",
    "}; evil [URL=x];",
    "a;b{c|d}e",
    "%s {0} {title}",
    "*not* _markdown_ `code`",
    "tab\tand\nline",
    "bell\x07 nul\x00 del\x7f \x9b",
    "half \ud83d of a pair",
    "\ufffe\uffff\u202e\ufeff",
    "x" * 400,
    "word " * 80,
]
ALLOWED = {"svg", "title", "desc", "g", "a", "path", "rect", "circle", "polygon", "text"}


def drawn(text: str, renderer: Renderer) -> str:
    """One text as drawn by the whole chain."""
    canvas = Canvas(960)
    with canvas.link("a/index.html", text):
        canvas.text(0, 0, [clean(text)], BODY)
    return finish(renderer.svg(canvas.dot(40)), Frame("f", "jd", text, text))


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_stays_text(text: str, name: str) -> None:
    """Every hostile text is drawn, named and described as the characters that it has, and nothing else."""
    root = parse(drawn(text, Renderer(name)))  # type: ignore[arg-type]
    assert " ".join(texts_of(root)[0].split()) == " ".join(clean(text).split())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    link = next(root.iter(f"{SVG}a"))
    assert " ".join((link.get("aria-label") or "").split()) == " ".join(clean(text).split())
    assert [title.text for title in root.findall(f"{SVG}title")] == [clean(text)]


@given(st.text(min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    """Any text at all gives well-formed XML that holds it."""
    found = " ".join("".join(texts_of(parse(drawn(text, Renderer())))).split())
    assert found == " ".join(clean(text).split())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whole_figure(text: str) -> None:
    """A journey with hostile labels everywhere gives two well-formed drawings without active content."""
    plain = " ".join(clean(text).split()) or "-"
    journey = Journey.model_construct(title=plain, stages=journey_of(3, "x").stages, language=None).model_copy(
        update={"stages": tuple(s.model_copy(update={"title": plain}) for s in journey_of(3, plain).stages)}
    )
    figure = draw(journey, "path", LabelledLinks(plain), name="h")
    for svg in (figure.desk, figure.phone):
        root = parse(svg)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
        assert not [key for element in root.iter() for key in element.attrib if key.lower().startswith("on")]
        assert "\n" not in svg


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        r"\\evil.example",
        "/\\evil.example",
        "c:\\x",
        "",
    ],
)
def test_dangerous_addresses(address: str) -> None:
    """Addresses other than http, https, mailto and relative ones make no link, however they are written."""

    class Evil(SampleLinks):
        def stage(self, key: str) -> str:
            return address

        def activity(self, id: str) -> tuple[str, str] | None:
            return "Title", address

    figure = draw(journey_of(2, "label"), "path", Evil(), name="e")
    assert not list(parse(figure.desk).iter(f"{SVG}a"))
    assert "Title" in texts_of(parse(figure.desk))


@pytest.mark.parametrize(
    "address",
    ["#a", "../b/index.html#c", "?q=1&amp=2&copy=3", "https://a.example/?a=b&c=d", "mailto:a@b.example", "a:b/c"[2:]],
)
@pytest.mark.parametrize("name", RENDERERS)
def test_good_addresses(address: str, name: str) -> None:
    """Addresses that pass arrive as they were, in `xlink:href`."""
    canvas = Canvas(100)
    with canvas.link(address, "x"):
        canvas.box(0, 0, 10, 10, "jd-hit")
    svg = finish(Renderer(name).svg(canvas.dot(40)), Frame("f", "jd", "", ""))  # type: ignore[arg-type]
    assert [link.get(f"{XLINK}href") for link in parse(svg).iter(f"{SVG}a")] == [address]
    assert safe_address(address) == address


def test_ids_and_classes_are_ours() -> None:
    """Ids and classes hold nothing that a journey says."""
    figure = draw(journey_of(2, 'evil" class="x'), "path", SampleLinks(), name="n")
    for element in parse(figure.desk).iter():
        assert re.fullmatch(r"n-desk-[a-z]+\d*|", element.get("id") or "")
        assert re.fullmatch(r"(j[db][a-z0-9-]* ?)*", element.get("class") or "")
