"""Figures: what pages and screen readers get, and what is kept between builds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from diagrams.diagram_samples import SVG, XLINK, LabelledLinks, SampleLinks, journey_of, parse, read_journey, texts_of
from journeybook.diagrams import Cache, Renderer, Request, available, draw, draw_many
from journeybook.language.direction import direction_of
from journeybook.model.journey import MAX_STAGES, Stage
from journeybook.model.views import NAMED
from journeybook.store.cache import digest

pytestmark = pytest.mark.slow

FIVE = read_journey(Path(__file__).parent / "cases" / "five.yaml")


def test_accessible() -> None:
    """The root is a group, named and described by its first two children; links have names that hold their text."""
    figure = draw(FIVE, "path", SampleLinks(), name="fig")
    for size, svg in figure.drawings.items():
        root = parse(svg)
        assert (root.get("role"), root.get("class")) == ("group", f"jd jd-path jd-{size}")
        assert [child.tag.removeprefix(SVG) for child in root][:2] == ["title", "desc"]
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == tuple(c.get("id") for c in root[:2])
        assert root[0].text == figure.title == "Client journey"
        assert root[1].text == figure.description
        for link in root.iter(f"{SVG}a"):
            name, text = link.get("aria-label") or "", " ".join(texts_of(link))
            assert link[0].text == name == text
    assert figure.description == (
        "The stages in order: 1 Become aware, 2 Explore and compare, 3 Talk to us and decide, 4 Get started, "
        "5 Use and recommend."
    )


def test_lean() -> None:
    """No prolog, size, colour, font, inner title or comment of the renderer is left; numbers have two decimals."""
    figure = draw(FIVE, "path", SampleLinks(), name="fig")
    for svg in figure.drawings.values():
        assert svg.startswith("<svg ") and "\n" not in svg
        assert not re.search(r"<!|<\?|\sfill=|\sstroke=|font-family|xml:space|\swidth=\"\d+pt", svg)
        assert not re.search(r"\d\.\d{3}", svg)
        titles = list(parse(svg).iter(f"{SVG}title"))
        assert len(titles) == 1 + len(list(parse(svg).iter(f"{SVG}a")))
        assert not parse(svg).get("width") and not parse(svg).get("height")


def test_ids() -> None:
    """Every id begins with the figure's name and size, and none occurs twice on a page."""
    figures = [draw(FIVE, "path", SampleLinks(), name=name) for name in ("a", "b")]
    pairs = [
        (f"{name}-{size}-", svg) for name, f in zip("ab", figures, strict=True) for size, svg in f.drawings.items()
    ]
    ids = [(prefix, id) for prefix, svg in pairs for element in parse(svg).iter() if (id := element.get("id"))]
    assert all(id.startswith(prefix) for prefix, id in ids)
    assert len({id for _, id in ids}) == len(ids)


def test_links() -> None:
    """Each stage and each activity that is to be shown is one link, in reading order, as `xlink:href`."""
    for svg in draw(FIVE, "path", SampleLinks(), name="n").drawings.values():
        found = [link.get(f"{XLINK}href") for link in parse(svg).iter(f"{SVG}a")]
        tool = "../../toolkit/{}/index.html"
        assert found == [
            "#become-aware",
            tool.format("value-proposition-canvas"),
            tool.format("content-plan"),
            "#explore-and-compare",
            tool.format("competitor-review"),
            "#talk-to-us-and-decide",
            tool.format("discovery-interview-guide"),
            "#get-started",
            "#use-and-recommend",
            tool.format("client-satisfaction-survey"),
        ]
        assert " href=" not in svg


def test_reading_order() -> None:
    """Text follows the stages: number, title, feeling, touchpoints, activities."""
    texts = " ".join(texts_of(parse(draw(FIVE, "path", SampleLinks(), name="n").desk)))
    assert texts.startswith("1 Become aware 0 Curious but unsure Touchpoints Conference talk")
    assert texts.index("Content plan") < texts.index("Explore and compare") < texts.index("Competitor review")


def test_words_are_translated() -> None:
    """Labels and the description go through the catalogue; what authors wrote does not."""
    german = {
        "Touchpoints": "Kontaktpunkte",
        "Activities": "Übungen",
        "The stages in order: {stages}.": "Der Reihe nach: {stages}.",
    }
    figure = draw(FIVE, "path", SampleLinks(), name="n", words=lambda text: german.get(text, text))
    assert {"Kontaktpunkte", "Übungen"} <= set(texts_of(parse(figure.desk)))
    assert figure.description.startswith("Der Reihe nach: 1 Become aware")


def test_long_labels_are_cut() -> None:
    """Labels are drawn up to 160 characters and then end with `…`; the link's name has the whole."""
    figure = draw(journey_of(2, "word " * 79), "path", LabelledLinks("activity " * 40), name="n")
    root = parse(figure.phone)
    link = next(root.iter(f"{SVG}a"))
    lines = texts_of(link)[1:]
    assert lines[-1].endswith("…") and len(" ".join(lines)) <= 160
    assert (link.get("aria-label") or "").count("word") == 79


@pytest.mark.parametrize("stages", range(1, MAX_STAGES + 1))
def test_every_number_of_stages(stages: int) -> None:
    """From 1 to 20 stages, everything is drawn inside of the drawing, at both widths of pages."""
    for width in (960, 1208):
        figure = draw(journey_of(stages, "Some label"), "path", SampleLinks(), name="n", desk_width=width)
        root = parse(figure.desk)
        _, _, wide, high = map(float, root.get("viewBox", "").split())
        assert wide == width
        for path in root.iter(f"{SVG}path"):
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.get("d", ""))]
            assert min(numbers) >= 0 and max(numbers[::2]) <= wide and max(numbers[1::2]) <= high
        assert sum(text == str(stages) for text in texts_of(root)) == 1


def test_every_view_can_be_drawn() -> None:
    """What authors can name is there; another name is an error, never another picture."""
    assert set(NAMED) <= set(available())
    with pytest.raises(KeyError, match="nonsense"):
        draw(FIVE, "nonsense", SampleLinks(), name="n")


def test_mirrored() -> None:
    """Right to left, every shape stands at the mirrored place, and the drawing does not take the page's direction."""
    left, right = (draw(FIVE, "path", SampleLinks(), name="n", direction=d) for d in ("ltr", "rtl"))
    for a, b in zip(parse(left.desk).iter(f"{SVG}circle"), parse(right.desk).iter(f"{SVG}circle"), strict=True):
        assert float(a.get("cx", "")) + float(b.get("cx", "")) == pytest.approx(960, abs=0.02)
    assert 'direction="ltr"' in right.desk[:400]
    assert [direction_of(tag) for tag in ("ar", "he-IL", "fa_IR", "ur", "en", "de")] == ["rtl"] * 4 + ["ltr"] * 2


def test_many_in_order() -> None:
    """Several figures come in the order of their requests, each like one drawn alone."""
    requests = [Request(journey_of(n, "Label"), "path", SampleLinks(), f"f{n}") for n in range(1, 7)]
    figures = draw_many(requests)
    assert figures == [draw(r.journey, r.view, r.links, name=r.name) for r in requests]


def cached(folder: Path) -> str:
    return draw(FIVE, "path", SampleLinks(), name="n", cache=Cache(folder)).desk


def test_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was drawn once is not drawn again, and a change of anything that shows is drawn anew."""
    first = cached(tmp_path)
    runs: list[str] = []
    original = Renderer.svg
    monkeypatch.setattr(Renderer, "svg", lambda self, dot: runs.append(dot) or original(self, dot))
    assert cached(tmp_path) == first and not runs
    draw(FIVE, "path", SampleLinks(), name="other", cache=Cache(tmp_path))
    assert len(runs) == 3


def test_cache_holds_only_while_the_handbook_answers_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing is kept with the titles, addresses and words that it asked for; with one of them changed, it is new."""
    stages = [Stage(title="One", activities=["talk"]), Stage(title="Two")]
    journey = journey_of(3, "Label").model_copy(update={"stages": tuple(stages)})
    runs: list[str] = []
    original = Renderer.svg
    monkeypatch.setattr(Renderer, "svg", lambda self, dot: runs.append(dot) or original(self, dot))

    class Titled(SampleLinks):
        def __init__(self, title: str) -> None:
            self.title = title

        def activity(self, id: str) -> tuple[str, str] | None:
            return self.title, f"../{id}/"

    def drawn(title: str, words: Callable[[str], str] = str) -> str:
        figure = draw(journey, "map", Titled(title), name="n", cache=Cache(tmp_path), words=words)
        return figure.desk + repr(figure.twin)

    assert "A talk" in drawn("A talk")
    assert "A walk" in drawn("A walk") and "A talk" not in drawn("A walk")
    known = len(runs)
    assert "A walk" in drawn("A walk") and len(runs) == known
    assert drawn("A walk", "· {}".format) != drawn("A walk") and len(runs) > known


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\x00", b"<svg", b"0" * 64 + b"\n<svg/>"])
def test_damaged_cache(tmp_path: Path, damage: bytes) -> None:
    """A damaged file counts as not there, and is mended."""
    first = cached(tmp_path)
    for file in tmp_path.rglob("*.txt"):
        file.write_bytes(damage)
    assert cached(tmp_path) == first
    assert all(file.read_bytes() != damage for file in tmp_path.rglob("*.txt"))


def test_useless_cache(tmp_path: Path) -> None:
    """A cache that cannot be written or read never breaks a drawing."""
    first = cached(tmp_path / "good")
    (tmp_path / "file").write_text("in the way")
    assert cached(tmp_path / "file") == first
    for file in (tmp_path / "good").rglob("*.txt"):
        file.unlink()
        file.mkdir()
    assert cached(tmp_path / "good") == first
    assert not list((tmp_path / "good").rglob("*.txt?*"))


def test_digest() -> None:
    """Parts count one by one, and surrogates do not stop them."""
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("\ud83d")
