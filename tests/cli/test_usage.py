"""What a command does not know is answered with what it knows, where that is sure."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.cli import main
from small import SMALL, write


def said(folder: Path, monkeypatch: pytest.MonkeyPatch, *typed: str) -> str:
    """What a command that cannot run says last."""
    write(folder, SMALL)
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, typed)
    assert result.exit_code == 2, result.output
    return " ".join(result.output.split())


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("check –strict", "Write --strict, with two hyphens."),
        ("check —strict", "Write --strict, with two hyphens."),
        ("check -strict", "Write --strict, with two hyphens."),
        ("build -edition mentee", "Write --edition, with two hyphens."),
        ("check journeys/first-steps.yaml", "This is for the whole handbook: leave it out."),
        ("check mkdocs.yml", "Write -f mkdocs.yml."),
        ("build mentee", "For an edition, write --edition mentee."),
        ("diagram first-steps -o x.svg", "Write journeys/first-steps.yaml."),
        ("diagram journeys/first-steps -o x.svg", "Write journeys/first-steps.yaml."),
        ("diagram toolkit/talk.yaml -o x.svg", "is an activity, and only journeys are drawn."),
        ("serve --dev-addr 8001", "Write --dev-addr localhost:8001"),
        ("serve --dev-addr localhost", "Write --dev-addr localhost:8000"),
        ("new journey", "A new journey is a file in journeys/, a new activity one in toolkit/"),
        ("init", "such as toolkit/first-talk.yaml with the one line `title: First talk`"),
        ("upgrade", "write `pip install --upgrade journeybook`."),
        ("build --edition mentee,mentor", "Write --edition mentee, or --all-editions for every edition."),
        ("build --edition mentee --edition mentor", "One edition is made at a time."),
        ("cards --deck questions --edition mentee;mentor", "Write --edition mentee, and run it once for each."),
        ("check -f mkdocs.yaml", "Name that one: -f mkdocs.yml"),
        ("cards --deck handouts", "write `journeybook export FILE.pdf --only handout:…`"),
        ("cards --deck question", "Write --deck questions."),
        ("schema activities", "Write activity."),
        ("schema journeys", "Write journey."),
        ("diagram journeys/first-steps.yaml -o x.jpg", "not ‘x.jpg’. Write -o x.png"),
        ("build --pdf", "Write `journeybook export handbook.pdf`"),
        ("epub", "Write `journeybook export handbook.epub`."),
        ("update", "write `pip install --upgrade journeybook`."),
        ("diagram journeys/first-steps.yaml --view path,map -o x.svg", "Write --view path: each is a file of its own."),
        (
            "diagram journeys/first-steps.yaml --paper a2 --landscape -o x.pdf",
            "No such option '--landscape'. Paper stands",
        ),
    ],
)
def test_a_slip_is_answered_with_what_is_meant(
    tmp_path: Path, typed: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of the command line."""
    assert hint in said(tmp_path, monkeypatch, *typed.split())


EDITIONS = """
site_name: x
theme: material
docs_dir: content
plugins:
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee]}
        team: {title: The team}
"""


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (["--edition", "for Mentees"], "did you mean ‘mentee’?"),
        (["--edition", "all"], "write --all-editions to build them all"),
        (["--edition", "team", "--edition", "mentee"], "One edition is made at a time."),
    ],
)
def test_an_edition_is_one_name(tmp_path: Path, typed: list[str], hint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not its title, nor several: of two, the last alone would be made."""
    write(tmp_path, {"content/index.md": "# Welcome\n", "mkdocs.yml": EDITIONS})
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", *typed])
    assert result.exit_code != 0
    assert hint in " ".join(result.output.split())
    assert not Path("site").exists()


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("listening", "‘listening’ is a page of the chapter ‘meeting’; write `--chapter meeting`"),
        ("meeting/listening.md", "write `--chapter meeting`"),
        ("Listening well", "write `--chapter meeting`"),
        ("Meeting", "did you mean ‘meeting’?"),
        ("1", "write `meeting`"),
        ("a-walk", "‘a-walk’ is an activity, and no chapter; write `--chapter meeting`"),
        ("A year", "‘A year’ is a journey, and no chapter; known: meeting"),
        ("nothing", "unknown chapter ‘nothing’; known: meeting"),
    ],
)
def test_what_is_no_chapter_is_said_to_be_in_one(
    tmp_path: Path, given: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the id, the file or the title that somebody has in mind."""
    files = {
        "content/index.md": "# Welcome\n",
        "content/meeting/index.md": "# Meeting\n",
        "content/meeting/listening.md": "# Listening well\n",
        "toolkit/a-walk.yaml": "title: A walk\nchapter: meeting\n",
        "journeys/a-year.yaml": "title: A year\nstages: [Begin, End]\n",
        "mkdocs.yml": "site_name: x\ntheme: material\ndocs_dir: content\nplugins: [journeybook]\n",
    }
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["cards", "--deck", "activities", "--chapter", given])
    assert result.exit_code == 2
    assert hint in " ".join(result.output.split())


@pytest.mark.parametrize("typed", ["check -x", "check nothing/there.yaml", "diagram nothing.yaml -o x.svg", "serv"])
def test_what_may_mean_anything_gets_no_hint(tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Click's own words stand alone."""
    assert "Write " not in said(tmp_path, monkeypatch, *typed.split())


@pytest.mark.parametrize(
    "typed", ["check --format JSON", "schema Journey", "check --explain 301", "check --explain JB301:"]
)
def test_names_in_other_letters_are_known(tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a code by its number."""
    write(tmp_path, SMALL)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, typed.split())
    assert result.exit_code == 0, result.output


def test_from_a_folder_of_the_handbook_the_way_up_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes a chapter is in its folder."""
    write(tmp_path, SMALL)
    for folder, where in (
        ("content", "one folder up. Write `cd ..`"),
        ("content/guide", "further up. Write `cd ../..`"),
    ):
        monkeypatch.chdir(tmp_path / folder)
        answer = CliRunner().invoke(main, ["check"]).output
        assert where in " ".join(answer.split())
