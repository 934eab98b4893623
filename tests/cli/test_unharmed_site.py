"""A build that cannot end well leaves the last site as it was, and says so in one line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bound import bound
from forked import content
from journeybook.store.destination import MANIFEST
from journeybook.store.manifest import write_manifest
from small import SMALL, journeybook, write

pytestmark = pytest.mark.proof

SOURCE = "journeys/first-steps.yaml"
NEWER = {SOURCE: SMALL[SOURCE].replace("First steps", "Second steps")}
ROOM = 6_000_000  # bytes: more than one site, less than two


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A handbook whose site is older than its YAML."""
    folder = write(tmp_path / "book", SMALL)
    assert journeybook(folder, "build").returncode == 0
    return write(folder, NEWER)


def test_a_full_disk_leaves_the_old_site(built: Path) -> None:
    """With room for one site only, a build ends with one line, and the old site is there to the byte."""
    with _small_disk(built.parent / "disk") as (disk, limit):
        assert bound(built, "build", "-d", str(disk / "site")).returncode == 0
        before = content(disk / "site")
        _no_harm(bound(built, "build", "--force", "-d", str(disk / "site"), limit=limit), disk / "site")
        assert content(disk / "site") == before
        assert [path.name for path in disk.iterdir()] == ["site"]


def test_a_full_disk_leaves_the_old_written_folder(built: Path) -> None:
    """`generate` writes all that changed before it replaces the first file."""
    with _small_disk(built.parent / "disk") as (disk, limit):
        assert bound(built, "generate", str(disk / "out")).returncode == 0
        before = content(disk / "out")
        write(built, {f"content/guide/{n}.md": f"# {n}\n\n{'word ' * 100_000}\n" for n in range(10)})
        _no_harm(bound(built, "generate", str(disk / "out"), limit=limit), disk / "out")
        assert content(disk / "out") == before


def test_a_strict_build_with_a_warning_leaves_the_old_site(built: Path) -> None:
    """What `--strict` refuses is not published."""
    before = content(built / "site")
    write(built, {"content/guide/index.md": "# The guide\n\n[nowhere](nowhere.md) [](activity:talk)\n"})
    result = journeybook(built, "build", "--strict")
    assert result.returncode == 2 and "Traceback" not in result.stderr
    assert content(built / "site") == before


def test_a_folder_that_cannot_be_written_beside_is_built_from_inside(built: Path) -> None:
    """Where the site's parent is read-only, a failure harms nothing either, and the site can still be replaced."""
    away, site = built.parent / "away", built.parent / "away/site"
    assert journeybook(built, "build", "-d", str(site)).returncode == 0
    before = content(site)
    away.chmod(0o555)
    try:
        write(built, {SOURCE: "title: [\n"})
        assert bound(built, "build", "-d", str(site)).returncode == 1
        assert content(site) == before
        write(built, NEWER | {"journeys/more.yaml": "title: More\nstages: [One, Two]\n"})
        result = bound(built, "build", "-d", str(site))
        assert result.returncode == 0, result.stderr
        assert bound(built, "build", "-d", "../other").returncode == 0
        assert content(site) == content(built.parent / "other")
    finally:
        away.chmod(0o755)


@pytest.mark.parametrize("left", ["ready", "last"])
def test_a_kill_in_such_a_folder_is_gone_on_with(built: Path, left: str) -> None:
    """The next run, even of a broken handbook, ends what the kill cut short: all files are those of the new site."""
    away, site = built.parent / "away", built.parent / "away/site"
    assert journeybook(built, "build", "-d", str(site)).returncode == 0
    new = content(site)
    hidden = site / f".journeybook-{left}"
    hidden.mkdir()
    for name in ("assets", "index.html", "guide"):
        (site / name).rename(hidden / name)
    if left == "ready":  # old things are still there, and the new ones all hidden
        for entry in [entry for entry in site.iterdir() if not entry.name.startswith(".")]:
            entry.rename(hidden / entry.name)
        write(site, {"index.html": "old\n", "old/index.html": "old\n"})
        (site / MANIFEST).rename(hidden / MANIFEST)
        write_manifest(site / MANIFEST, "journeybook build", ["index.html", "old/index.html"])
    write(built, {SOURCE: "title: [\n"})
    away.chmod(0o555)
    try:
        assert bound(built, "build", "-d", str(site)).returncode == 1
    finally:
        away.chmod(0o755)
    assert content(site) == new


def test_what_is_hidden_and_how_the_site_is_reached_stay(built: Path) -> None:
    """A `.git` in the site, the site's permissions and a link that leads to it outlive a build."""
    write(built, {"site/.git/config": "[core]\n", "site/.well-known/token": "mine\n"})
    (built / "site").chmod(0o2750)
    (built / "site").rename(built.parent / "real")
    (built / "site").symlink_to(built.parent / "real")
    assert journeybook(built, "build").returncode == 0
    assert (built / "site").is_symlink() and (built.parent / "real").stat().st_mode & 0o7777 == 0o2750
    found = content(built / "site") or {}
    assert found[".git/config"] == b"[core]\n" and found[".well-known/token"] == b"mine\n"
    assert b"Second steps" in found["journeys/first-steps/index.html"]


def test_a_site_that_is_a_file_is_told(built: Path) -> None:
    """`site_dir` naming a file is one line."""
    write(built, {"mkdocs.yml": SMALL["mkdocs.yml"] + "site_dir: note.txt\n", "note.txt": "mine\n"})
    result = journeybook(built, "build")
    assert result.returncode == 2 and "note.txt is a file" in result.stderr and "Traceback" not in result.stderr
    assert (built / "note.txt").read_text() == "mine\n"


@pytest.mark.parametrize(("command", "folder"), [(("build",), "site"), (("generate", "out"), "out")])
def test_two_at_once_come_one_after_the_other(tmp_path: Path, command: tuple[str, ...], folder: str) -> None:
    """Each of several runs at the same time ends well, and what they leave is whole."""
    book = write(tmp_path / "book", SMALL)
    running = [_start(book, *command) for _ in range(3)]
    said = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    alone = write(tmp_path / "alone", SMALL)
    assert bound(alone, *command).returncode == 0
    assert content(book / folder) == content(alone / folder)
    assert list(book.glob(".site.*")) == []


def test_the_second_build_says_that_it_waits_and_a_killed_one_holds_up_nobody(built: Path) -> None:
    """A build waits for one that is under way, with a line that says so, and goes on when that is killed."""
    first = _start(built, "build", "--force")
    lock = built / ".site.journeybook-lock"
    _until(lambda: any(built.glob(".site.journeybook-new*")), first)
    first.send_signal(signal.SIGSTOP)
    second = _start(built, "build", "--force")
    assert second.stderr is not None
    line = second.stderr.readline()
    assert "Another build is writing this site" in line and second.poll() is None and lock.exists()
    first.kill()
    first.communicate()
    second.communicate()
    assert second.returncode == 0 and not lock.exists()
    assert "Second steps" in (built / "site/journeys/first-steps/index.html").read_text("utf-8")


@contextmanager
def _small_disk(folder: Path) -> Iterator[tuple[Path, int | None]]:
    """A folder on a disk that is soon full; where none can be mounted, a limit for the size of each file."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    mounted = (
        bool(shutil.which("mount"))
        and os.geteuid() == 0
        and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    )
    try:
        yield folder, None if mounted else 50_000
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def _no_harm(result: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    assert "No space left on device" in result.stderr or "File too large" in result.stderr
    assert f"{folder} stays as it was." in result.stderr


def _start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "journeybook", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _until(found: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    while not found():
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
