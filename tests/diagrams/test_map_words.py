"""The small words of a map: quotation marks of languages, icons of channels."""

from __future__ import annotations

import pytest

from journeybook.diagrams.paint.icons import icon_class, outline
from journeybook.language.quotation import quoted
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
