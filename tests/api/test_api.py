"""journeybook from Python: what the command line does, without it."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook import api
from journeybook.diagrams import RenderError
from small import MKDOCS_YML, SMALL, write

ROOT = Path(__file__).parents[2]
WRONG = {"toolkit/talk.yaml": "title: Talk\nminutes: 5\nsteps: [{text: Talk., minuts: 5}]\n"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The mkdocs.yml of a small handbook."""
    return (
        write(tmp_path / "book", {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# Welcome\n", **SMALL}) / "mkdocs.yml"
    )


def test_load_and_check(book: Path) -> None:
    """A handbook without errors: its journeys are there, and what is wrong with it is nothing."""
    reading = api.load(api.open_project(book))
    assert [entry.id for entry in reading.book.journeys] == ["first-steps"]
    assert api.check(reading) == []


def test_problems_have_a_place_and_a_remedy(book: Path) -> None:
    """A typing error: its file, line and column, and all of them at once."""
    write(book.parent, WRONG)
    problems = api.check(api.load(api.open_project(book)))
    assert {(problem.file, problem.line) for problem in problems} == {
        ("toolkit/talk.yaml", 2),
        ("toolkit/talk.yaml", 3),
    }
    assert all(problem.severity is api.Severity.ERROR and str(problem.hint) for problem in problems)


@pytest.mark.slow
def test_two_handbooks_in_one_program(book: Path, tmp_path: Path) -> None:
    """Each is built with its own options, whatever was opened in between, and knows nothing of the other."""
    own = MKDOCS_YML.replace("search, journeybook", "search, {journeybook: {downloads: [png]}}")
    pages = {"content/index.md": "# Other\n", "journeys/other.yaml": "title: Other\nstages: [One, Two]\n"}
    other = write(tmp_path / "other", {"mkdocs.yml": own, **pages}) / "mkdocs.yml"
    first = api.open_project(book, site_dir=tmp_path / "one")
    second = api.open_project(other, site_dir=tmp_path / "two")
    api.build(first)
    api.build(second)
    assert (tmp_path / "one/journeys/first-steps/index.html").is_file()
    assert (tmp_path / "two/journeys/other/index.html").is_file()
    assert [len(list((tmp_path / site / "journeys").rglob("*.png"))) > 0 for site in ("one", "two")] == [False, True]
    write(other.parent, {"journeys/other.yaml": "title: Other\n"})
    with pytest.raises(api.HandbookError):
        api.build(api.open_project(other, site_dir=tmp_path / "two"))


@pytest.mark.slow
def test_a_project_is_built_again(book: Path, tmp_path: Path) -> None:
    """What was changed in between is in the same folder, and the pages are as many."""
    project = api.open_project(book, site_dir=tmp_path / "site")
    first = api.build(project)
    write(book.parent, {"content/index.md": "# Wombats\n"})
    assert api.build(project).pages == first.pages
    assert "Wombats" in (tmp_path / "site/index.html").read_text("utf-8")
    assert project.config.site_dir == str(tmp_path / "site")


def test_there_is_no_handbook(tmp_path: Path) -> None:
    """What is missing is said, by an error of ours."""
    with pytest.raises(api.ProjectError, match="journeybook"):
        api.open_project(
            write(tmp_path, {"mkdocs.yml": MKDOCS_YML.replace(", journeybook", ""), "content/x.md": "# x\n"})
            / "mkdocs.yml"
        )
    with pytest.raises(api.ProjectError, match=r"there is no .*nowhere"):
        api.open_project(tmp_path / "nowhere.yml")


@pytest.mark.slow
@pytest.mark.parametrize(("form", "begin"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_draw(book: Path, form: str, begin: bytes) -> None:
    """A journey as a file, in the view that is named."""
    project = api.open_project(book)
    assert api.draw(project, api.load(project).book, "first-steps", "cycle", form=form).startswith(begin)


def test_draw_refuses_what_is_not_there(book: Path) -> None:
    """No such journey, form or view, or nothing that a view shows."""
    project = api.open_project(book)
    handbook = api.load(project).book
    with pytest.raises(KeyError):
        api.draw(project, handbook, "nothing")
    with pytest.raises(ValueError, match="svg, png"):
        api.draw(project, handbook, "first-steps", form="gif")
    with pytest.raises(ValueError, match="not ‘pathh’"):
        api.draw(project, handbook, "first-steps", "pathh")
    with pytest.raises(RenderError, match="a blueprint needs what is done"):
        api.draw(project, handbook, "first-steps", "blueprint")


@pytest.mark.slow
@pytest.mark.parametrize("builder", api.BUILDERS)
def test_build(book: Path, tmp_path: Path, builder: api.Builder) -> None:
    """A site in the folder that is named, with as many pages as are said, and every step told."""
    steps: list[str] = []
    told = api.Listener(lambda problems, tell: None, steps.append)
    built = api.build(api.open_project(book, site_dir=tmp_path / "site"), builder, told)
    pages = [path for path in (tmp_path / "site").rglob("*.html") if path.name != "404.html"]
    assert built.pages == len(pages) > 3
    assert steps[:3] == ["read", "draw", "build"] and api.check(built.reading) == []


@pytest.mark.slow
@pytest.mark.parametrize("builder", api.BUILDERS)
def test_a_handbook_with_errors_is_not_built(book: Path, tmp_path: Path, builder: api.Builder) -> None:
    """The error has all problems, the listener was told of them, and nothing was written."""
    write(book.parent, WRONG)
    shown: list[api.Problem] = []
    with pytest.raises(api.HandbookError) as error:
        project = api.open_project(book, site_dir=tmp_path / "site")
        api.build(project, builder, api.Listener(lambda problems, tell: shown.extend(problems)))
    assert len(error.value.problems) == len(shown) == 2
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_generate(book: Path, tmp_path: Path) -> None:
    """A plain folder; the second run finds nothing to do."""
    first = api.generate(api.open_project(book), tmp_path / "out")
    again = api.generate(api.open_project(book), tmp_path / "out")
    assert first.new > 10 and (again.new, again.same, again.removed) == (0, first.new, 0)
    assert (tmp_path / "out/docs/journeys/first-steps/index.md").is_file()


def test_every_name_is_documented() -> None:
    """What the module offers has a docstring, and every function says its types."""
    for name in api.__all__:
        offered = getattr(api, name)
        assert inspect.getdoc(offered), name
        if inspect.isfunction(offered):
            assert set(offered.__annotations__) == {*inspect.signature(offered).parameters, "return"}, name


@pytest.mark.slow
def test_the_readme_s_example_runs(book: Path) -> None:
    """What README.md shows works as it stands there."""
    text = (ROOT / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.S)
    done = subprocess.run(
        [sys.executable, "-c", example.replace("first-meeting", "first-steps")],
        cwd=book.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (book.parent / "first-steps.svg").is_file() and done.stdout.strip().endswith("pages")
