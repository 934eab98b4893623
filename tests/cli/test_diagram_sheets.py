"""`journeybook diagram` for slides and walls: choices, and what is wrong with them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from journeybook.cli import main
from small import MKDOCS_YML, SMALL, write

FIRST = "journeys/first-steps.yaml"
STAGE = "  - title: {0}\n    goals: [See {0}]\n    pains: [Miss {0}]\n    touchpoints: [Talk of {0}]\n"
WORDS = ("Alpha", "Bravo", "Charlie", "Delta", "Echo")
FIVE = "title: Five\nsummary: In five stages.\nviews: [map, cycle]\nstages:\n" + "".join(map(STAGE.format, WORDS))
LONG = FIVE.replace("[See ", "[See all that there is to be seen of a long journey and of its many small stages in ")
INK = '<script>bad()</script><rect width="30" height="10"/>'
LOGO = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">{INK}</svg>'
BRANDED = MKDOCS_YML.replace("theme: material", "theme: {name: material, logo: LOGO}")


def diagram(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    """Run the command in this process, in a handbook's folder."""
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["diagram", *words])


def book(folder: Path, journey: str = FIVE, **files: str) -> Path:
    """A handbook with one journey of five stages."""
    return write(folder, SMALL | {FIRST: journey, "mkdocs.yml": MKDOCS_YML} | files)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--stages 4-9", "there is no stage 9: the journey has 5; write numbers from 1 to 5"),
        ("--stages 4-2", "‘4-2’ counts backwards; write 2-4"),
        ("--stages first", "‘first’ is no choice of stages; write their numbers"),
        ("--stages 2-3 --view cycle", "the view ‘cycle’ is only true with all its stages; leave the choice"),
        ("--lanes gaols", "unknown lane ‘gaols’; did you mean ‘goals’?"),
        ("--lanes goals,effort", "says anything in the lane ‘effort’; lanes that have something are goals, "),
        ("--lanes goals --view path", "only a map has lanes, and this is the view ‘path’; choose the view map"),
        ("--sheet 16:9 --paper a3", "leave one of them out"),
        ("--sheet 16:9 --width 900", "leave it or --sheet out"),
        ("--paper a3 --width 900", "leave it or --paper out"),
        ("--sheet 5:4", "'5:4' is not one of '16:9'"),
        ("--paper a9", "'a9' is not one of 'a4'"),
        ("--background red", "'red' is not one of 'paper', 'white', 'none'"),
    ],
)
def test_a_wrong_choice_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str) -> None:
    """Each wrong choice is one line with what to write; exit code 2, and nothing is written."""
    result = diagram(book(tmp_path), monkeypatch, FIRST, *words.split(), "-o", "x.svg")
    assert result.exit_code == 2 and said in result.output, result.output
    assert not (tmp_path / "x.svg").exists() and "Traceback" not in result.output


def test_help_says_how_slides_and_posters_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--help` has an example of each, and the sizes of text that are promised."""
    said = " ".join(diagram(tmp_path, monkeypatch, "--help").output.split())
    assert "--lanes goals,pains --stages 2-4 --sheet 16:9 -o slide.png" in said
    assert "--paper a2 -o poster.pdf" in said and "at least 12 pt" in said and "7 pt" in said


@pytest.mark.slow
def test_a_slide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lanes, stages, sheet and background together; the PNG is 2,560 pixels across, and its corners are clear."""
    choice = ["--view", "map", "--lanes", "goals,pains", "--stages", "2-4", "--sheet", "16:9", "--background", "none"]
    folder = book(tmp_path)
    for form in ("svg", "png"):
        assert (
            diagram(folder, monkeypatch, FIRST, *choice, "-o", f"slide.{form}").output == f"slide.{form} is written.\n"
        )
    text = (folder / "slide.svg").read_text("utf-8")
    assert all(f">See {word}<" in text for word in WORDS[1:4]) and "Alpha" not in text and "Talk of" not in text
    with Image.open(folder / "slide.png") as found:
        assert found.size == (2560, 1440) and found.getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.slow
def test_small_text_is_never_made_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit says how much fits; typed so, it does."""
    folder = book(tmp_path, LONG)
    result = diagram(folder, monkeypatch, FIRST, "--sheet", "4:3", "-o", "x.svg")
    typed = re.search(r"--(stages|lanes) [\w,-]+", result.output)
    assert result.exit_code == 2 and "does not fit on the sheet ‘4:3’ with text of 12 points" in result.output
    assert (
        typed and diagram(folder, monkeypatch, FIRST, "--sheet", "4:3", *typed[0].split(), "-o", "x.svg").exit_code == 0
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ("logo.svg", ""),
        ("none.svg", "there is no logo ‘none.svg’; see what `logo:` in mkdocs.yml names."),
        ("torn.svg", "the logo is no whole SVG; save it as PNG, or as plain SVG."),
        ("https://example.org/a.svg", "the logo is on the web, from where nothing is fetched; put its file"),
        ("../../outside.svg", "the logo ‘../../outside.svg’ lies outside the handbook; put a copy into it."),
    ],
)
def test_a_poster_has_the_logo_or_says_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logo: str, told: str
) -> None:
    """The poster is made either way; of a logo only pixels are in it."""
    (tmp_path / "outside.svg").write_text(LOGO)
    settings = {"mkdocs.yml": BRANDED.replace("LOGO", logo), "content/logo.svg": LOGO, "content/torn.svg": "<svg"}
    folder = book(tmp_path / "book", **settings)
    result = diagram(folder, monkeypatch, FIRST, "--paper", "a3", "-o", "poster.svg")
    assert result.exit_code == 0 and "poster.svg is written." in result.output
    assert (f"The poster has no logo: {told}" in result.output) == bool(told)
    text = (folder / "poster.svg").read_text("utf-8")
    assert text.count("<image ") == (0 if told else 1) and "<script" not in text and "bad()" not in text
    assert ">Small handbook<" in text and ">Five<" in text and ">In five stages.<" in text


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_out_of_the_handbook_is_no_logo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a link in the chapters' folder leads to is not read."""
    (tmp_path / "outside.svg").write_text(LOGO)
    folder = book(tmp_path / "book", **{"mkdocs.yml": BRANDED.replace("LOGO", "logo.svg")})
    (folder / "content/logo.svg").symlink_to(tmp_path / "outside.svg")
    result = diagram(folder, monkeypatch, FIRST, "--paper", "a3", "-o", "poster.svg")
    assert "The poster has no logo: the logo ‘logo.svg’ lies outside the handbook" in result.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stages", "said"),
    [("3", ""), ("1-5", ""), ("2", "there is no stage 2 here; write some of these numbers: 1, 3, 4, 5")],
)
def test_stages_of_an_edition_have_the_numbers_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stages: str, said: str
) -> None:
    """One that it leaves out is told in a sentence."""
    editions = "{journeybook: {editions: {all: {title: All, audience: [mentee]}, team: {title: Team}}}}"
    config = MKDOCS_YML.replace("search, journeybook", f"search, {editions}")
    hidden = FIVE.replace("views: [map, cycle]", "views: [map]").replace("Bravo\n", "Bravo\n    audience: mentor\n", 1)
    folder = book(tmp_path, hidden, **{"mkdocs.yml": config})
    result = diagram(folder, monkeypatch, FIRST, "--edition", "all", "--stages", stages, "-o", "a.svg")
    assert said in result.stderr and (folder / "a.svg").is_file() is not bool(said), result.output
