"""The small words of a map: quotation marks of languages, icons of channels."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diagrams.diagram_samples import SampleLinks
from journeybook.diagrams.paint.icons import icon_class, outline
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.shapes import load
from journeybook.language.quotation import quoted
from journeybook.model import Journey
from journeybook.model.channels import OTHER, channel_kind


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        *(("en", "“x”"), ("de", "„x“"), ("de-AT", "„x“"), ("fr", "«\u00a0x\u00a0»"), ("es", "«x»"), ("ja", "「x」")),
        *(("zh", "“x”"), ("zh-TW", "「x」"), ("ar", "”x“"), ("sv", "”x”"), ("pt_PT", "«x»"), ("tlh", "“x”")),
    ],
)
def test_quotation_marks(language: str, marked: str) -> None:
    """Each language has its own; those of English where a language is unknown."""
    assert quoted("x", language) == marked


@pytest.mark.parametrize("text", ["“x”", "«x»", "'x'", "„x“"])
def test_marks_of_the_author_stay(text: str) -> None:
    """What stands in quotation marks gets no second ones."""
    assert quoted(text, "en") == text


@pytest.mark.parametrize(
    ("channel", "kind"),
    [
        *(("phone", "phone"), ("By telephone", "phone"), ("Telefon", "phone"), ("e-mail", "email"), ("website", "web")),
        *(("Video call", "video"), ("in person", "room"), ("vor Ort", "room"), ("letter", "message")),
        *(("print", "handout"), ("word of mouth", "talk"), ("Rauchzeichen", OTHER), ("saxophone", OTHER)),
        *(("social media", "social"), ("A post on Instagram", "social"), ("Soziale Medien", "social")),
    ],
)
def test_channels(channel: str, kind: str) -> None:
    """A channel's words choose its icon, and each of these icons can be drawn inside its square."""
    assert channel_kind(channel) == kind
    assert icon_class(kind) == f"jd-icon-{kind}"
    points = [point for _, points in outline(kind, 10, 20, 15) for point in points]
    assert len(points) > 3
    assert all(10 <= x <= 25 and 20 <= y <= 35 for x, y in points)


def test_every_figure_asks_how_wide_it_is() -> None:
    """What a map looks like on a phone is asked by a name that all figures have, also those in a chapter's column."""
    styles = Path(__file__).parents[2] / "theme/assets/css"
    figures, lanes = ((styles / name).read_text(encoding="utf-8") for name in ("diagram.css", "diagrams/map.css"))
    names = re.findall(r"\.jb-fig[\w-]* \{ container(?:-name)?: ([^;/]*)", figures)
    assert len(names) == 3 and all("jd-fig" in name.split() for name in names)
    assert set(re.findall(r"@container ([\w-]+)", lanes)) == {"jd-fig"}


def test_names_on_one_line_of_a_phone_are_parted() -> None:
    """Where the name of a group and of its first lane share a line, a sign stands between; marks of the scale go."""
    lanes = {"goals": ["A goal"], "touchpoints": ["A call"], "pains": ["A pain"], "opportunities": ["A chance"]}
    felt = {"feelings": [{"score": "1"}], "effort": 2}
    journey = Journey.model_validate({"title": "x", "stages": [{"title": "S", **lanes, **felt}] * 2})
    sheet = load("map").desk(Scene(journey, SampleLinks()), 958)
    drawn = sheet.canvas.dot(sheet.height)
    assert len(re.findall(r'label="·', drawn)) == drawn.count("jd-head jd-part") > 1
    assert drawn.count('class="jd-zero jd-beside"') == 2


def test_what_stands_around_a_map_keeps_to_the_column() -> None:
    """Only what scrolls reaches beyond its column, so that nothing above or below it moves with the window."""
    text = (Path(__file__).parents[2] / "theme/assets/css/diagrams/map.css").read_text(encoding="utf-8")
    assert "margin-inline-end" not in text and ".jd-tools" not in text
    assert "max-width: calc(100% + 6px + var(--beyond, 0px)); width: fit-content" in text
    column = text.partition("(min-width: 45em)")[2].partition("@media")[0]
    assert "clamp(var(--least), 100cqi," in column
