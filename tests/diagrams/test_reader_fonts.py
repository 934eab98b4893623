"""Text in every script, in a browser with one set of fonts and then another: wherever ours has no letters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from diagrams.diagram_pages import ALL_SHOWN, BACKDROPS, MISPLACED, filled_journey, open_page, page_of
from diagrams.diagram_samples import LabelledLinks
from diagrams.scripts import SCRIPTS
from journeybook.diagrams import Figure, Request, available, draw_many
from journeybook.language.direction import direction_of
from reader_fonts import FONT_SETS, files_of, only

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(sys.platform != "linux", reason="only fontconfig lets a browser see some of the fonts"),
]
FEWEST = {"Noto": 20, "other": 12}
"""Languages of ours that a set must have the letters for."""


@pytest.fixture(scope="module", params=FONT_SETS)
def reader(
    request: pytest.FixtureRequest, launch: Callable[..., Browser], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Browser, list[str]]]:
    """A browser that has one set of fonts, and the languages that it can write."""
    running = launch(**only(request.param, tmp_path_factory.mktemp("fonts")))
    known = letters(files_of(request.param))
    languages = [language for language, texts in SCRIPTS.items() if set("".join(texts)) <= known]
    assert len(languages) >= FEWEST[request.param], "run `python tests/browser.py`, which installs the fonts"
    yield running, languages
    running.close()


def letters(files: list[Path]) -> set[str]:
    """The characters of all these fonts."""
    found = {" ", "\u200c", "\u200d"}
    for file in files:
        with TTFont(file, fontNumber=0, lazy=True) as font:
            found |= set(map(chr, font.getBestCmap()))
    return found


def figures(view: str, languages: list[str]) -> list[Figure]:
    """The view with many labels of each language, long and short."""
    return draw_many(
        Request(
            filled_journey(stages, label),
            view,
            LabelledLinks(label),
            f"{view}-{language}-{stages}",
            language=language,
            direction=direction_of(language),
        )
        for language in languages
        for stages, label in zip((2, 4), SCRIPTS[language], strict=True)
    )


@pytest.mark.parametrize("view", available())
def test_text_in_its_place_in_readers_fonts(reader: tuple[Browser, list[str]], view: str) -> None:
    """Labels that are drawn with the reader's own font stay in their shapes, clear of each other and of the edge."""
    browser, languages = reader
    page = open_page(browser, page_of(figures(view, languages), style=ALL_SHOWN))
    count, found = page.evaluate(MISPLACED, [0.5, BACKDROPS])
    page.close()
    assert count > 40 * len(languages)
    assert found == []
