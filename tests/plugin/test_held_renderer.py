"""A renderer that hangs, crashes, lies or eats memory is ended, and told as any other problem of the handbook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from small import MKDOCS_YML, journeybook, write

pytestmark = pytest.mark.proof

JOURNEY = """
title: {title}
views: [path]
stages:
  - {title}
  - The end
"""
# The fake reads what it is to draw, and draws well what it is not told to spoil.
FAKE = """#!{python}
import os, subprocess, sys, time
def eat():
    try:
        eaten = [bytearray(2**26) for n in range(64)]
        time.sleep(60)
    except MemoryError:
        sys.exit("no memory is left")
given = sys.stdin.buffer.read()
if b"Spoilt" in given:
    {body}
sys.stdout.flush()
os.execv({shell!r}, [{shell!r}, "-c", 'printf %s "$0" | exec "$@"', given.decode(), {dot!r}, *sys.argv[1:]])
"""
HANG = "subprocess.Popen(['sleep', '60']); time.sleep(60)"
SPOILS = {
    "hangs": (HANG, "did not finish a diagram within 5 seconds"),
    "crashes": ("os.kill(os.getpid(), 11)", "exit code -11"),
    "complains": ("sys.exit('Error: lost in the woods')", "lost in the woods"),
    "writes nothing": ("sys.exit(0)", "no output"),
    "writes garbage": ("print('<svg' * 1000); sys.exit(0)", "something that is no drawing"),
    "writes another picture": ("print('<html><body/></html>'); sys.exit(0)", "something that is no drawing"),
    "writes bytes": ("os.write(1, bytes(range(256))); os._exit(0)", "something that is no drawing"),
    "writes without end": ("while True: print('<g/>' * 100_000)", "bytes of output"),
    "eats memory": ("eat()", "no memory is left"),
}


def handbook(folder: Path, body: str) -> Path:
    """A handbook of three journeys, two of which the fake `dot` beside it spoils."""
    real = shutil.which("dot") or str(Path(sys.executable).with_name("graphviz-pure"))
    options = "\n  - search\n  - journeybook:\n      renderer: dot\n      timeout: 5\n"
    files = {
        "mkdocs.yml": MKDOCS_YML.replace("[search, journeybook]", options),
        "journeys/one.yaml": JOURNEY.format(title="Spoilt one"),
        "journeys/two.yaml": JOURNEY.format(title="Spoilt two"),
        "journeys/well.yaml": JOURNEY.format(title="Well drawn"),
        "content/index.md": "# Home\n",
        "bin/dot": FAKE.format(python=sys.executable, body=body, shell=shutil.which("sh"), dot=real),
    }
    write(folder, files)
    (folder / "bin" / "dot").chmod(0o755)
    return folder


def build(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command with the fake `dot` first on PATH; two minutes are far more than it may take."""
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return journeybook(folder, *command, PATH=path, NO_COLOR="1")


@pytest.mark.parametrize("how", SPOILS)
def test_a_renderer_that_fails_is_told_for_every_journey(tmp_path: Path, how: str) -> None:
    """Each journey that could not be drawn is named with file, line, view and reason; nothing is written."""
    body, reason = SPOILS[how]
    folder = handbook(tmp_path, body)
    run = build(folder, "build")
    said = run.stdout + run.stderr
    assert run.returncode == 1, said
    assert "Traceback (most recent call last)" not in said
    for id in ("one", "two"):
        lines = [line for line in said.splitlines() if line.startswith(f"journeys/{id}.yaml:2:")]
        assert len(lines) == 1 and " error JB501: ‘dot’ " in lines[0], said
        assert f"the view ‘path’ of the journey ‘{id}’" in said
    assert reason in said
    assert "journeys/well.yaml" not in said
    assert not (folder / "site" / "index.html").exists()


def test_the_others_are_drawn_by_the_same_fake(tmp_path: Path) -> None:
    """The fake draws what it does not spoil, so that the failures above are those of what it spoils."""
    folder = handbook(tmp_path, "raise SystemExit(1)")
    for id in ("one", "two"):
        (folder / "journeys" / f"{id}.yaml").unlink()
    run = build(folder, "build")
    assert run.returncode == 0, run.stderr
    assert "Well drawn" in (folder / "site/journeys/well/index.html").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups")
def test_nothing_that_a_renderer_started_is_left(tmp_path: Path) -> None:
    """What a renderer that hangs has started ends with it."""
    mark = tmp_path / "mark"
    child = f"import os, time; open({str(mark)!r}, 'a').write(f'{{os.getpid()}} '); time.sleep(600)"
    folder = handbook(tmp_path, f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)")
    assert build(folder, "build").returncode == 1
    begun = mark.read_text().split()
    assert begun, "the renderer was ended before its child began"
    until(lambda: not any(map(alive, begun)))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one process bound another")
def test_a_renderer_does_not_work_on_for_ever_when_the_build_is_killed(tmp_path: Path) -> None:
    """Nobody is left to end it when its time is up: the system does, when its work is."""
    mark = tmp_path / "mark"
    folder = handbook(tmp_path, f"open({str(mark)!r}, 'w').write(f'{{os.getpid()}} '); exec('while True: pass')")
    (folder / "journeys/two.yaml").unlink()
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    command, quiet = [sys.executable, "-m", "journeybook", "build"], subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet) as running:
        until(lambda: mark.is_file() and mark.read_text().endswith(" "))
        running.kill()
    until(lambda: not alive(mark.read_text().strip()))


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for it; an assertion where it does not come."""
    latest = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < latest
        time.sleep(0.05)


def alive(process: str) -> bool:
    """Whether the process of a number works still; on Linux, one that has ended may wait for somebody to ask how."""
    try:
        os.kill(int(process), 0)
        return (
            sys.platform != "linux" or Path("/proc", process, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
        )
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("command", [("generate", "out"), ("diagram", "journeys/one.yaml", "-o", "x.svg")])
def test_other_commands_tell_it_too(tmp_path: Path, command: tuple[str, ...]) -> None:
    """`generate` and `diagram` name file, line and journey as `build` does, and write nothing."""
    folder = handbook(tmp_path, "os.kill(os.getpid(), 11)")
    run = build(folder, *command)
    assert run.returncode == 1
    assert "journeys/one.yaml:2:" in run.stderr and "JB501" in run.stderr and "‘one’" in run.stderr
    assert not (folder / "out" / "mkdocs.yml").exists()
    assert not (folder / "x.svg").exists()


def test_a_picture_in_a_chapter_is_told_before_anything_is_written(tmp_path: Path) -> None:
    """A drawing that only a chapter asks for fails after all pages are read, and before the first is written."""
    folder = handbook(tmp_path, "if os.path.exists('spoil'): sys.exit(3)")
    assert build(folder, "build").returncode == 0
    (folder / "content" / "index.md").write_text("# Home\n\n![](journey:one?view=cycle)\n", "utf-8")
    (folder / "spoil").touch()
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*.html")}
    run = build(folder, "build")
    assert run.returncode == 1, run.stderr
    assert "journeys/one.yaml:" in run.stderr and "the view ‘cycle’ of the journey ‘one’" in run.stderr
    assert {path: path.read_bytes() for path in before if path.exists()} in (before, {})
