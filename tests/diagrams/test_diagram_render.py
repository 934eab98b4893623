"""The adapter that starts a renderer."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from journeybook.diagrams import Renderer, RenderError
from journeybook.diagrams.paint import render
from journeybook.problems import JourneybookError

pytestmark = pytest.mark.slow

DOT = 'digraph { a [pos="0,0"] }'


def fake(folder: Path, body: str) -> Renderer:
    """A renderer that runs a few lines of Python."""
    program = folder / "fake-renderer"
    program.write_text(f"#!{sys.executable}\nimport sys, time\n{body}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return Renderer(executable=program, timeout=2)


posix = pytest.mark.skipif(sys.platform == "win32", reason="the fake renderer is a script")


@posix
@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("print('<svg/>'); sys.exit(3)", "exit code 3"),
        ("print('syntax', file=sys.stderr); sys.exit(1)", "syntax"),
        ("sys.stdin.read()", "no output"),
        ("sys.stdin.read(); print('<svg/>'); print('Error: lost edge', file=sys.stderr)", "Error: lost edge"),
        ("sys.stdin.read(); print('<svg/>'); print('x: Error: y', file=sys.stderr)", "x: Error: y"),
    ],
)
def test_failures(tmp_path: Path, body: str, detail: str) -> None:
    """Exit code, empty output and `Error` on standard error: each alone is a failure that says what happened."""
    with pytest.raises(RenderError) as caught:
        fake(tmp_path, body).svg(DOT)
    assert caught.value.detail == detail
    assert str(caught.value) == f"‘graphviz-pure’ could not draw a diagram: {detail}"
    assert isinstance(caught.value, JourneybookError)


@posix
def test_warnings_are_no_failures(tmp_path: Path) -> None:
    """Other words on standard error do not matter."""
    renderer = fake(tmp_path, "sys.stdin.read(); print('<svg/>'); print('Warning: tight', file=sys.stderr)")
    assert renderer.svg(DOT).strip() == "<svg/>"


@posix
@pytest.mark.slow
def test_nothing_of_the_environment_is_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what would lead Graphviz to files and plugins nor anybody's keys: what starts a program, and our name."""
    for name in ("GV_FILE_PATH", "GVBINDIR", "SERVER_NAME", "HOME", "API_KEY", "LD_PRELOAD_", "DOTFONTPATH"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", "C:\\Windows")
    told = "import json, os; print(json.dumps(dict(os.environ))); sys.stdin.read()"
    given = json.loads(fake(tmp_path, told).svg(DOT))
    given.pop("LC_CTYPE", None)  # Python's own, where no locale is given
    assert given == {"SERVER_NAME": "journeybook", "PATH": os.environ["PATH"], "SYSTEMROOT": "C:\\Windows"}


@posix
def test_time_bound(tmp_path: Path) -> None:
    """A renderer that hangs is ended after the timeout, and the message says so."""
    program = fake(tmp_path, "time.sleep(60)").executable
    start = time.monotonic()
    with pytest.raises(RenderError, match=r"within 0\.5 seconds"):
        Renderer(executable=program, timeout=0.5).svg(DOT)
    assert time.monotonic() - start < 10


def test_missing_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program, the message says what to install; a file that is no program is an error, too."""
    with pytest.raises(RenderError, match="could not draw"):
        Renderer(executable=tmp_path / "nothing").svg(DOT)
    monkeypatch.setattr("journeybook.diagrams.paint.render._find", lambda name: None)
    with pytest.raises(RenderError, match="pip install graphviz-pure"):
        Renderer().svg(DOT)


@posix
def test_a_program_in_the_working_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have come with a stranger's handbook; only whole paths count, and only programs."""
    book, own = tmp_path / "book", tmp_path / "own"
    for folder in (book, own):
        folder.mkdir()
        (folder / "dot").touch(0o755)
    (tmp_path / "dot").touch(0o644)
    find = render._find.__wrapped__
    monkeypatch.chdir(book)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(tmp_path), str(own)]))
    assert find("dot") == own / "dot"
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "../book", str(tmp_path)]))
    assert find("dot") is None


def test_real_syntax_error() -> None:
    """The bundled renderer's own complaint reaches the error."""
    with pytest.raises(RenderError) as caught:
        Renderer().svg("digraph {")
    assert caught.value.renderer == "graphviz-pure"
    assert caught.value.detail
