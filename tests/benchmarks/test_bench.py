"""The frame of the benchmarks: measures are found, sizes follow, and one that fails does not end the others."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest

import bench
from frame.bench import Bench, build, forget_all, forget_but_diagrams
from frame.pages import activity_pages, addresses, navigation_bytes
from frame.results import Result
from frame.runs import CommandFailedError, in_turns, run
from handbooks import Sizes
from journeybook.store.cache_dir import cache_dir
from measures import peers, scale
from measures.edit import Server, serving

WANTED = {
    "again",
    "build",
    "catalogue",
    "check",
    "diagrams",
    "edit",
    "growth",
    "navigation",
    "peers",
    "reading",
    "scale",
}


def test_every_module_of_measures_is_one() -> None:
    """A new measure is one new file: it has a title, a docstring that says what is measured, and `measure`."""
    assert WANTED | {"scale"} <= set(bench.names())
    for name in bench.names():
        module = importlib.import_module(f"measures.{name}")
        assert module.TITLE
        assert (module.__doc__ or "").rstrip().endswith(".")
        assert callable(module.measure)


def test_sizes_follow_the_number_of_activities(tmp_path: Path) -> None:
    """A run to try out has fewer of everything, and at least one."""
    small = Bench(tmp_path, size=100)
    assert small.sizes() == Sizes(100, 10, 2, 5, 3)
    assert small.sizes(activities=2_000, workshops=0) == Sizes(200, 10, 0, 5, 3)
    assert Bench(tmp_path, size=1).sizes() == Sizes(1, 1, 1, 1, 3)


@pytest.mark.proof
def test_a_run_says_what_it_took(tmp_path: Path) -> None:
    """Seconds, seconds of CPU and bytes of memory, of that process."""
    took = run(sys.executable, "-c", "x = bytearray(150_000_000); print(sum(range(10**6)))", cwd=tmp_path)
    assert took.wall > 0
    assert took.cpu > 0
    assert 150e6 < took.peak < 1e9


@pytest.mark.proof
def test_the_memory_of_a_command_is_its_own() -> None:
    """What this process has, or had, is not counted as that of a command."""
    held = bytearray(b"x" * 300_000_000)
    assert run(sys.executable, "-c", "pass").peak < 100_000_000 < len(held)


@pytest.mark.proof
def test_a_command_that_fails_is_no_measure(tmp_path: Path) -> None:
    """It says what the command said."""
    with pytest.raises(CommandFailedError, match="not this"):
        run(sys.executable, "-c", "raise SystemExit('not this')", cwd=tmp_path)


def test_rounds_go_to_and_fro() -> None:
    """Nobody is always the first."""
    done: list[str] = []
    in_turns(3, lambda: done.append("a"), lambda: done.append("b"))
    assert "".join(done) == "abbaab"


def test_one_that_fails_does_not_end_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is measured, kept and printed; the run ends with 1."""

    def result_of(name: str, _: Bench) -> Result:
        if name == "build":
            raise CommandFailedError("no room")
        return Result("Found", "It is there.")

    monkeypatch.setattr(bench, "result_of", result_of)
    given = ["--only", "build,edit", "--size", "3", "--results", str(tmp_path)]
    assert bench.main(given) == 1
    said = capsys.readouterr()
    assert "build: CommandFailedError: no room" in said.err
    assert "## Found" in said.out
    assert [path.name for path in tmp_path.glob("*.json")] == ["edit.json"]


def test_an_unknown_measure_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names of those that there are."""
    with pytest.raises(SystemExit):
        bench.main(["--only", "edits"])
    assert "edits: the measures are again, build" in capsys.readouterr().err


@pytest.mark.proof
def test_reading_is_measured(tmp_path: Path) -> None:
    """A whole measure, at the smallest size: every ratio has its rows, and data for JSON comes out."""
    found = bench.result_of("reading", Bench(tmp_path, size=2, rounds=2))
    assert {row: len(cells["CPU, s"]) for row, cells in found.table.items()} == {
        "read, link, check": 2,
        "PyYAML’s C composer": 2,
        "journeybook check": 2,
    }
    assert found.ratios[0].value > 0
    json.dumps(found.as_json(), allow_nan=False)


@pytest.mark.proof
def test_a_site_is_looked_at(tmp_path: Path) -> None:
    """Kinds of page are found by address, activities apart from lists, and the navigation from its tag to its end."""
    this = Bench(tmp_path, size=10, rounds=1)
    book = this.book(Sizes(3, 2, 1, 2, 1))
    site = tmp_path / "site"
    assert build(book, site)["wall, s"] > 0
    assert {"home", "journey", "activity", "handout", "workshop", "run sheet", "section"} <= set(addresses(site))
    assert len(activity_pages(site)) == 3
    page = activity_pages(site)[0].read_bytes()
    weight = navigation_bytes(page)
    tabs = page[page.index(b'<nav class="md-tabs"') : page.index(b"</nav>", page.index(b'"md-tabs"')) + len("</nav>")]
    begin = page.index(b"<nav", page.index(b"md-sidebar--primary"))
    tree = page[begin : begin + weight - len(tabs)]
    assert tree.endswith(b"</nav>")
    assert tree.count(b"<nav") == tree.count(b"</nav>") >= 1

    (book / "site").mkdir()
    forget_but_diagrams(book)
    assert any(cache_dir(book).rglob("*.txt")) and not (book / "site").exists()
    forget_all(book)
    assert not any(cache_dir(book).iterdir())


def test_a_navigation_ends_with_its_last_tag() -> None:
    """Lists inside it and the tabs count; the table of contents and other pages' navigation do not."""
    nested = b'<nav class="md-nav md-nav--primary"><nav class="md-nav">a</nav><nav class="md-nav">b</nav></nav>'
    around = b'<nav class="md-path">x</nav>%s<nav class="md-nav md-nav--secondary">y</nav>'
    assert navigation_bytes(around % nested) == len(nested)
    tabs = b'<nav class="md-tabs" aria-label="Tabs"><ul></ul></nav>'
    assert navigation_bytes(around % (tabs + b"z" + nested)) == len(tabs + nested)
    assert navigation_bytes(around % b"") == 0


@pytest.mark.proof
def test_serve_is_asked_by_http(tmp_path: Path) -> None:
    """A page that is served is seen; the folder that is served from is found; the process ends with the measure."""
    book = Bench(tmp_path).book(Sizes(1, 1, 0, 1, 0))
    with serving(book, tmp_path) as server:
        assert isinstance(server, Server)
        server.until("/site/", "An invented handbook")
        assert (server.site / "index.html").is_file()
    assert server.process.poll() is not None


def test_a_line_and_its_bend() -> None:
    """What grows with the pages is on the line; what grows with their square bends."""
    pages = [1.0, 2.0, 4.0, 8.0]
    assert scale.line(pages, [5.0, 7.0, 11.0, 19.0]) == pytest.approx((3, 2))
    assert scale.bend(pages, [5.0, 7.0, 11.0, 19.0]) == pytest.approx(1)
    assert scale.bend(pages, [1.0, 4.0, 16.0, 64.0]) == pytest.approx(4)


def test_peers_need_their_packages(tmp_path: Path) -> None:
    """What to do is said where they are not there."""
    with pytest.raises(ValueError, match="make bench"):
        peers.measure(Bench(tmp_path, size=1))
