"""`mkdocs serve` with the plugin."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from small import SMALL, write

pytestmark = pytest.mark.slow


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[int, Path]]:
    """The port of a server and its log; another port where somebody has taken the free one meanwhile."""
    log, port = folder / "serve.log", _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(lambda: "Serving on" in log.read_text("utf-8") or process.poll() is not None, "the server")
        if process.poll() is None:
            yield port, log
            return
    finally:
        process.terminate()
        process.wait(10)
    said = log.read_text("utf-8")
    assert "Address already in use" in said, said
    with _serving(folder) as served:
        yield served


def _page(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def _wait(found: Callable[[], bool], what: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found():
            return
        time.sleep(0.2)
    raise AssertionError(f"never seen: {what}")


def test_an_edit_shows_a_broken_file_is_told_and_the_server_recovers(tmp_path: Path) -> None:
    """While a file is broken its problems are logged and the last good page stays; mended, the new page is served."""
    folder = write(tmp_path, SMALL)
    source, page = "journeys/first-steps.yaml", "journeys/first-steps/"
    with _serving(folder) as (port, log):
        _wait(lambda: "First steps</h1>" in _heading(port, page), "the first page")
        write(folder, {source: SMALL[source].replace("First steps", "Second steps")})
        _wait(lambda: "Second steps" in _heading(port, page), "the edited page")
        write(folder, {source: SMALL[source].replace("stages:", "stagez:")})
        _wait(lambda: "did you mean ‘stages’?" in log.read_text("utf-8"), "the problem in the log")
        _wait(lambda: "Second steps" in _heading(port, page), "the last good page")
        write(folder, {source: SMALL[source].replace("First steps", "Third steps")})
        _wait(lambda: "Third steps" in _heading(port, page), "the mended page")
        assert "Traceback" not in log.read_text("utf-8")


@pytest.mark.slow
def test_a_template_that_fails_is_told_and_the_server_recovers(tmp_path: Path) -> None:
    """An edit of an own main.html is shown; one that is no template, or fails, is told in a line, and mended, shown."""
    config = SMALL["mkdocs.yml"].replace("theme: material", "theme: {name: material, custom_dir: own}")
    main = "{% extends 'base.html' %}{% block announce %}First word{% endblock %}"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config, "own/main.html": main})
    with _serving(folder) as (port, log):
        _wait(lambda: "First word" in _page(port, "guide/"), "the first word")
        write(folder, {"own/main.html": main.replace("endblock", "endblok")})
        _wait(lambda: "own/main.html:1:56: error JB314" in log.read_text("utf-8"), "the problem")
        write(folder, {"own/main.html": main.replace("First", "{{ page.title.no() }}")})
        _wait(lambda: "own/main.html:1: this template cannot be used" in log.read_text("utf-8"), "what the build finds")
        write(folder, {"own/main.html": main.replace("First", "Second")})
        _wait(lambda: "Second word" in _page(port, "guide/"), "the second word")
        assert "Traceback" not in log.read_text("utf-8")


def _heading(port: int, path: str) -> str:
    html = _page(port, path)
    return html[html.find("<h1") : html.find("</h1>") + 5]


def test_serve_shows_drafts(tmp_path: Path) -> None:
    """A draft is shown in the preview and says that it is one."""
    draft = SMALL["toolkit/talk.yaml"] + "status: draft\n"
    folder = write(tmp_path, SMALL | {"toolkit/talk.yaml": draft})
    with _serving(folder) as (port, _):
        _wait(lambda: "Draft: shown in this preview only." in _page(port, "toolkit/talk/"), "the draft")


def test_the_authors_preview_says_for_whom_things_are(tmp_path: Path) -> None:
    """Without an edition all is shown; pages and their blocks say for whom they are, and part no list."""
    config = SMALL["mkdocs.yml"].replace(
        "plugins: [search, journeybook]",
        "plugins:\n  - search\n  - journeybook:\n      editions:\n"
        "        mentee: {title: For mentees, audience: mentee}\n        team: {title: For the team}\n"
        "      edition: mentee",
    )
    page = (
        "# Guide\n\n<!-- for: mentor, coordinator -->\n\nA word to the wise.\n\n<!-- end for -->\n\n"
        "- one\n<!-- for: mentor -->\n- two\n<!-- end for -->\n- three\n"
    )
    kept = "---\naudience: facilitator\n---\n# Kept\n"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config, "content/guide/index.md": page, "content/kept.md": kept})
    with _serving(folder) as (port, _):
        _wait(lambda: "A word to the wise." in _page(port, "guide/"), "the page")
        html = _page(port, "guide/")
        label = re.escape('<p class="jb-eyebrow jb-for-whom"><span>for mentors and coordinators</span></p>')
        assert re.search(rf"{label}\s*<p>A word to the wise.</p>", html)
        assert html.count("jb-for-whom") == 1 and re.search(r"<li>one</li>\s*<li>two</li>\s*<li>three</li>", html)
        assert "<span>for facilitators</span>" in _page(port, "kept/")


def test_serve_shows_an_edition_as_its_readers_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first page on, and after every change: of a page in part, of an activity, of who sees what."""
    monkeypatch.setenv("JOURNEYBOOK_EDITION", "mentee")
    config = SMALL["mkdocs.yml"].replace(
        "plugins: [search, journeybook]",
        "plugins:\n  - search\n  - journeybook:\n      editions:\n"
        "        mentee: {title: For mentees, audience: mentee}\n"
        "        team: {title: For the team}",
    )
    page, talk = "# Guide\n\n{}\n\n<!-- for: mentor -->\n\nq7bcd4\n\n<!-- end for -->\n", SMALL["toolkit/talk.yaml"]
    files = {"mkdocs.yml": config, "content/guide/index.md": page.format("First words"), "toolkit/talk.yaml": talk}
    folder = write(tmp_path, SMALL | files)
    with _serving(folder) as (port, log):
        _wait(lambda: "First words" in _page(port, "guide/"), "the first page")
        assert "q7bcd4" not in _page(port, "guide/") and "For mentees" in _page(port, "guide/")
        write(folder, {"content/guide/index.md": page.format("Second words")})
        _wait(lambda: "Second words" in _page(port, "guide/"), "the edited page")
        assert "q7bcd4" not in _page(port, "guide/")
        write(folder, {"toolkit/talk.yaml": f"{talk}facilitator_notes: q7bcd4\nspace: A round table\n"})
        _wait(lambda: "A round table" in _page(port, "toolkit/talk/"), "the edited activity")
        assert "q7bcd4" not in _page(port, "toolkit/talk/")
        write(folder, {"toolkit/talk.yaml": f"{talk}audience: mentor\n"})
        _wait(lambda: not _page(port, "toolkit/talk/"), "the activity gone")
        assert "Traceback" not in log.read_text("utf-8")
