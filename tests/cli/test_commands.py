"""The command `journeybook`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.cli import main
from small import MKDOCS_YML, SMALL, journeybook, write

pytestmark = pytest.mark.slow

BROKEN = {
    "journeys/first-steps.yaml": "title: First steps\nstages:\n  - title: Meet\n    activities: [tlak]\n  - Plan\n"
}


def test_check_exits_0_where_nothing_is_wrong(tmp_path: Path) -> None:
    """A sound handbook has no problems."""
    result = journeybook(write(tmp_path, SMALL), "check")
    assert (result.returncode, result.stdout.strip()) == (0, "No problems found.")


def test_check_shows_place_line_caret_and_remedy_and_exits_1(tmp_path: Path) -> None:
    """An error is told with file, line and column, the line itself and the nearest right word."""
    result = journeybook(write(tmp_path, SMALL | BROKEN), "check")
    assert result.returncode == 1
    assert "journeys/first-steps.yaml:4:18: error JB301: unknown activity ‘tlak’; did you mean ‘talk’?" in result.stdout
    assert "        activities: [tlak]\n                     ^" in result.stdout
    assert "Traceback" not in result.stderr


def test_check_strict_takes_advice_for_errors(tmp_path: Path) -> None:
    """Advice exits with 0, and with 1 under --strict."""
    folder = write(tmp_path, SMALL | {"toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + "review_by: 2020-01-01\n"})
    assert journeybook(folder, "check").returncode == 0
    assert journeybook(folder, "check", "--strict").returncode == 1


def test_check_speaks_json_and_github(tmp_path: Path) -> None:
    """Programs get the same problems as data."""
    folder = write(tmp_path, SMALL | BROKEN)
    rows = json.loads(journeybook(folder, "check", "--format", "json").stdout)
    errors = [row for row in rows if row["severity"] == "error"]
    assert [(row["file"], row["line"], row["column"], row["code"]) for row in errors] == [
        ("journeys/first-steps.yaml", 4, 18, "JB301"),
    ]
    github = journeybook(folder, "check", "--format", "github").stdout
    assert "::error file=journeys/first-steps.yaml,line=4,col=18,title=JB301::" in github


def test_what_cannot_run_says_so_and_exits_2(tmp_path: Path) -> None:
    """Without mkdocs.yml, or without the plugin in it, there is one message that says what to write."""
    result = journeybook(tmp_path, "check")
    assert result.returncode == 2 and "there is no mkdocs.yml here" in result.stderr
    write(tmp_path, {"mkdocs.yml": MKDOCS_YML.replace(", journeybook", ""), "content/index.md": "# x\n"})
    result = journeybook(tmp_path, "check")
    assert result.returncode == 2 and "- journeybook" in result.stderr
    write(tmp_path, {"mkdocs.yml": "site_name: [\n"})
    result = journeybook(tmp_path, "check")
    assert result.returncode == 1 and result.stdout.startswith("mkdocs.yml:") and "Traceback" not in result.stderr


def test_build_makes_the_site_and_says_where(tmp_path: Path) -> None:
    """`journeybook build` ends with the number of pages and where they are."""
    folder = write(tmp_path, SMALL)
    result = journeybook(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "10 pages in" in result.stdout
    assert (folder / "site/toolkit/talk/index.html").is_file()


def test_build_tells_all_errors_once_and_writes_nothing(tmp_path: Path) -> None:
    """With errors there is no site, every error stands there once, and no traceback."""
    folder = write(tmp_path, SMALL | BROKEN)
    result = journeybook(folder, "build")
    assert result.returncode == 1
    assert result.stderr.count("did you mean ‘talk’?") == 1
    assert "nothing was written" in result.stderr and "Traceback" not in result.stderr
    assert not (folder / "site").exists()


def test_build_strict_counts_a_broken_markdown_link(tmp_path: Path) -> None:
    """A link that MkDocs cannot resolve is shown as a warning, and stops a strict build."""
    folder = write(tmp_path, SMALL | {"content/guide/two.md": "# Two\n\n[away](nowhere.md)\n"})
    result = journeybook(folder, "build")
    assert result.returncode == 0 and "nowhere.md" in result.stderr
    result = journeybook(folder, "build", "--strict")
    assert result.returncode != 0 and "Traceback" not in result.stderr


def test_schema_prints_and_writes(tmp_path: Path) -> None:
    """The JSON Schemas come one by one, or all to a folder."""
    one = json.loads(journeybook(tmp_path, "schema", "journey").stdout)
    assert one["properties"]["stages"]
    result = journeybook(tmp_path, "schema", "--output", "schemas")
    assert result.returncode == 0
    assert sorted(path.name for path in (tmp_path / "schemas").iterdir()) == [
        "activity.schema.json",
        "glossary.schema.json",
        "handbook.schema.json",
        "journey.schema.json",
        "workshop.schema.json",
    ]


def test_every_command_has_help(tmp_path: Path) -> None:
    """`journeybook --help` lists the commands, and each explains itself."""
    listing = journeybook(tmp_path, "--help").stdout
    for name in ("build", "check", "generate", "schema", "serve"):
        assert name in listing
        assert journeybook(tmp_path, name, "--help").returncode == 0


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (["--edition", "mentee", "build"], "Write it behind the command: `journeybook build --edition …`."),
        (["--strict", "check"], "Write it behind the command: `journeybook build --strict …`."),
        (["check", "--edition", "team"], "`check` looks at every edition: leave it out."),
        (["serve", "--port", "8001"], "Write `--dev-addr 127.0.0.1:8001`, with the port behind the colon."),
        (["build", "--output", "x"], "Write `--site-dir FOLDER`."),
        (["help"], "Write `journeybook --help`, or `journeybook build --help` for one command."),
        (["explain", "JB301"], "Write `journeybook check --explain JB301`, with the code."),
        (["buld"], "No such command"),
    ],
)
def test_what_other_programs_call_otherwise_is_named(typed: list[str], hint: str) -> None:
    """Options before their command, and options and commands of other programs; what is none of these is none."""
    result = CliRunner().invoke(main, typed)
    assert result.exit_code == 2
    assert hint in " ".join(result.output.split())
