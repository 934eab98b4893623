"""Drawings made ahead: by several processes, and never to the harm of the build."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from diagrams.diagram_pages import filled_journey
from diagrams.diagram_samples import SampleLinks
from journeybook import diagrams
from journeybook.diagrams.draw import ahead as module
from journeybook.diagrams.draw.ahead import WORTH, Job, begun_ahead, do_ahead

pytestmark = pytest.mark.slow

several = pytest.mark.skipif(
    sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="made ahead on Linux only, with two cores or more"
)


def jobs(folder: Path, number: int, also: Callable[[int], object] = int) -> list[Job]:
    """Jobs that write down which process did them, after something else."""

    def job(n: int) -> Job:
        file = folder / str(n)
        return Job(file.is_file, lambda: (also(n), note(file)))

    def note(file: Path) -> None:
        whole = file.with_name(f".{file.name}-{os.getpid()}")
        whole.write_text(str(os.getpid()))
        whole.replace(file)

    return [job(n) for n in range(number)]


def done(folder: Path) -> dict[int, int]:
    """The process that did each job."""
    return {int(file.name): int(file.read_text()) for file in folder.glob("[0-9]*")}


@several
def test_all_cores_work(tmp_path: Path) -> None:
    """Every job is done, by this process and by copies of it."""
    do_ahead(jobs(tmp_path, WORTH, lambda _: time.sleep(0.3)))
    found = done(tmp_path)
    assert sorted(found) == list(range(WORTH))
    assert len(set(found.values())) == min(os.cpu_count() or 1, WORTH) and os.getpid() in found.values()


@several
def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    """Only what the cache lacks is made."""
    (tmp_path / "3").write_text("0")
    do_ahead(jobs(tmp_path, WORTH + 1))
    assert done(tmp_path)[3] == 0 and 0 not in {by for n, by in done(tmp_path).items() if n != 3}


@several
def test_copies_work_while_this_process_does_something_else(tmp_path: Path) -> None:
    """Until it comes to them itself, copies do them alone."""
    with begun_ahead(jobs(tmp_path, WORTH)) as finish:
        while len(done(tmp_path)) < WORTH:
            time.sleep(0.01)
        finish()
    assert os.getpid() not in done(tmp_path).values()


@several
def test_copies_end_with_what_is_done_meanwhile(tmp_path: Path) -> None:
    """Where that fails, nobody goes on working."""

    def begin(_: int) -> None:
        (tmp_path / f"begun-{os.getpid()}").touch()
        time.sleep(600)

    def begun() -> list[int]:
        return [int(file.name.removeprefix("begun-")) for file in tmp_path.glob("begun-*")]

    with pytest.raises(KeyboardInterrupt), begun_ahead(jobs(tmp_path, WORTH, begin)):
        while not begun():
            time.sleep(0.01)
        raise KeyboardInterrupt
    for copy in begun():
        with pytest.raises(ProcessLookupError):
            os.kill(copy, 0)
    assert done(tmp_path) == {}


def test_a_few_are_left_to_the_build(tmp_path: Path) -> None:
    """Where a copy would take longer than the drawings do, nothing is made ahead."""
    do_ahead(jobs(tmp_path, WORTH - 1))
    assert done(tmp_path) == {}


@several
def test_a_failure_is_left_to_the_build(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever fails, here or in a copy, is not told and stops nobody: the build comes to it again."""

    def fail(n: int) -> None:
        if n in (4, 5):
            sys.stdout.write(f"fails in {os.getpid()}\n")
            raise ValueError(n)

    do_ahead(jobs(tmp_path, WORTH, fail))
    assert {0, 1, 2, 3} <= done(tmp_path).keys() and not {4, 5} & done(tmp_path).keys()
    assert set(capfd.readouterr().out.splitlines()) <= {f"fails in {os.getpid()}"}  # a copy prints nothing


@several
def test_a_copy_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build does not wait for ever; what the copy did not do is not done."""
    monkeypatch.setattr(module, "GRACE", 0.2)
    here = os.getpid()
    begun = time.monotonic()
    do_ahead(jobs(tmp_path, WORTH, lambda n: None if os.getpid() == here else time.sleep(600)))
    assert time.monotonic() - begun < 300
    assert set(done(tmp_path).values()) == {here}


@several
def test_drawings_are_the_same(tmp_path: Path) -> None:
    """Many figures, made ahead and read from the cache, are those that are drawn one by one."""
    views = sorted(diagrams.available())
    requests = [
        diagrams.Request(filled_journey(n, "Label"), view, SampleLinks(), f"f{n}") for n in (3, 4, 5) for view in views
    ]
    assert len(requests) > WORTH
    cache = diagrams.Cache(tmp_path)
    assert diagrams.draw_many(requests, cache=cache) == diagrams.draw_many(requests)
    assert diagrams.draw_many(requests, cache=cache) == diagrams.draw_many(requests)
