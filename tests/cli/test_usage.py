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
        ("check -f mkdocs.yaml", "Name that one: -f mkdocs.yml"),
        ("build --pdf", "of cards `journeybook cards --deck activities -o FILE.pdf`."),
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


def test_an_edition_is_known_by_its_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its capitals; what is typed is its name."""
    small = SMALL["mkdocs.yml"]
    editions = "editions: {mentee: {title: For mentees, audience: [mentee]}}"
    write(tmp_path, SMALL)
    assert "- journeybook\n" in small or "journeybook]" in small
    text = small.replace("journeybook]", f"journeybook: {{{editions}}}]")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "--edition", "for mentees"])
    assert result.exit_code == 2
    assert "did you mean ‘mentee’?" in " ".join(result.output.split())


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
