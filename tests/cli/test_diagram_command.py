"""`journeybook diagram`: one journey as a picture."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeybook.store.cache_dir import cache_dir
from small import MKDOCS_YML, SMALL, journeybook, write

pytestmark = pytest.mark.slow

SITE = {"mkdocs.yml": MKDOCS_YML + "site_url: https://example.org/book/\n"}
FIRST = "journeys/first-steps.yaml"
ALONE = "title: By the way\nstages:\n  - title: Begin\n    activities: [unknown]\n  - End\n"
SIGNATURES = {"svg": b"<svg ", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-"}


@pytest.mark.parametrize("form", SIGNATURES)
def test_a_journey_of_a_handbook_becomes_a_picture(tmp_path: Path, form: str) -> None:
    """The ending says the format; the command says what it wrote, and nothing else is written beside it."""
    folder = write(tmp_path, SMALL | SITE)
    result = journeybook(folder, "diagram", FIRST, "--output", f"out/steps.{form}")
    assert (result.returncode, result.stdout.strip()) == (0, f"{Path('out', f'steps.{form}')} is written."), (
        result.stderr
    )
    assert (folder / f"out/steps.{form}").read_bytes().startswith(SIGNATURES[form])
    assert [path.name for path in (folder / "out").iterdir()] == [f"steps.{form}"]


def test_it_knows_its_handbook(tmp_path: Path) -> None:
    """From any folder, the picture has the handbook's name, its activities' titles and its addresses on the web."""
    folder = write(tmp_path / "book", SMALL | SITE)
    result = journeybook(tmp_path, "diagram", f"book/{FIRST}", "-o", "steps.svg")
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "steps.svg").read_text("utf-8")
    assert ">Small handbook<" in text and ">example.org/book/journeys/first-steps<" in text
    assert ">A talk<" in text and 'xlink:href="https://example.org/book/toolkit/talk/"' in text
    assert any(cache_dir(folder).rglob("*.txt")) and not any(cache_dir(tmp_path).iterdir())
    assert {path.name for path in folder.iterdir()} == {name.split("/")[0] for name in SMALL}


def test_drafts_can_be_drawn(tmp_path: Path) -> None:
    """A journey that is not published yet is drawn like any other."""
    folder = write(tmp_path, SMALL | {FIRST: SMALL[FIRST] + "status: draft\n"})
    assert journeybook(folder, "diagram", FIRST, "-o", "steps.svg").returncode == 0


def test_a_journey_of_no_handbook_becomes_a_picture(tmp_path: Path) -> None:
    """A YAML file is enough; what only a handbook could know is left out."""
    write(tmp_path, {"alone.yaml": ALONE})
    result = journeybook(tmp_path, "diagram", "alone.yaml", "-o", "alone.svg")
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "alone.svg").read_text("utf-8")
    assert ">By the way<" in text and ">Begin<" in text and "unknown" not in text
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["alone.svg", "alone.yaml"]


def test_the_view_is_the_first_unless_another_is_wanted(tmp_path: Path) -> None:
    """Left out, the view is the one that leads the journey's page; --width lays the drawing out anew."""
    folder = write(tmp_path, SMALL | {FIRST: SMALL[FIRST] + "views: [vision, path]\n"})
    for name, more in (("a", []), ("b", ["--view", "vision"]), ("c", ["--view", "path"]), ("d", ["--width", "1400"])):
        assert journeybook(folder, "diagram", FIRST, *more, "-o", f"{name}.svg").returncode == 0
    a, b, c, d = ((folder / f"{name}.svg").read_text("utf-8") for name in "abcd")
    assert a == b != c
    assert 'width="1022"' in a and 'width="1464"' in d


@pytest.mark.proof
def test_the_same_bytes_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs give equal files, whatever the order in which Python hashes."""
    write(tmp_path, {"alone.yaml": ALONE})
    for form in SIGNATURES:
        for seed in "12":
            monkeypatch.setenv("PYTHONHASHSEED", seed)
            assert journeybook(tmp_path, "diagram", "alone.yaml", "-o", f"{seed}.{form}").returncode == 0
        assert (tmp_path / f"1.{form}").read_bytes() == (tmp_path / f"2.{form}").read_bytes(), form


@pytest.mark.parametrize("place", [FIRST, "alone.yaml"])
def test_errors_of_the_file_are_told_as_ever(tmp_path: Path, place: str) -> None:
    """A mistake has its place, its line, a caret and a remedy; exit code 1, and nothing is written."""
    folder = write(tmp_path, SMALL | {place: "title: x\nstages:\n  - titel: y\n  - z\n"})
    result = journeybook(folder, "diagram", place, "-o", "x.svg")
    assert result.returncode == 1 and not (folder / "x.svg").exists()
    assert f"{place}:3:5: error JB202: unknown key ‘titel’; did you mean ‘title’?" in result.stderr
    assert "      - titel: y\n        ^" in result.stderr and "1 error" in result.stderr


def test_errors_of_other_files_do_not_matter(tmp_path: Path) -> None:
    """A handbook may be unfinished elsewhere."""
    folder = write(tmp_path, SMALL | {"journeys/other.yaml": "title: [\n"})
    assert journeybook(folder, "diagram", FIRST, "-o", "x.svg").returncode == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["alone.yaml", "-o", "x.gif"], 2, "ends in .svg, .png or .pdf, not ‘x.gif’"),
        (["alone.yaml", "-o", "x"], 2, "ends in .svg, .png or .pdf, not ‘x’"),
        (["alone.yaml"], 2, "--output"),
        (["none.yaml", "-o", "x.svg"], 2, "does not exist"),
        (["alone.yaml", "--view", "pie", "-o", "x.svg"], 2, "'pie' is not one of"),
        (["long.yaml", "--view", "cycle", "-o", "x.svg"], 2, "a cycle has at most 10 stages, this one 12"),
        (["broken.yaml", "-o", "x.svg"], 1, "broken.yaml:2:1: error JB104"),
        (["alone.yaml", "-o", "alone.yaml/x.svg"], 2, "alone.yaml"),
    ],
)
def test_what_cannot_be_drawn_is_told(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    """Wrong names, formats, views and files: one message each, no traceback, nothing written."""
    stages = "".join(f"  - Stage {number}\n" for number in range(12))
    files = {"alone.yaml": ALONE, "long.yaml": f"title: Long\nstages:\n{stages}", "broken.yaml": "title: [\n"}
    write(tmp_path, files)
    result = journeybook(tmp_path, "diagram", *words)
    assert result.returncode == code and said in result.stderr, result.stderr
    assert "Traceback" not in result.stderr and not list(tmp_path.glob("x*"))


def test_pdf_without_its_library_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pango is missing, the message says how to install it."""
    write(tmp_path, {"alone.yaml": ALONE, "lib/weasyprint.py": "raise OSError('cannot load library libpango')\n"})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "lib") + os.pathsep + os.environ.get("PYTHONPATH", ""))
    result = journeybook(tmp_path, "diagram", "alone.yaml", "-o", "x.pdf")
    assert result.returncode == 2 and len(result.stderr.splitlines()) == 1
    assert "pip install weasyprint" in result.stderr and "apt-get install libpango-1.0-0" in result.stderr
