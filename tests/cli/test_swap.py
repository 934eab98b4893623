"""How a site takes the place of the old one, and who may do it at a time: what the killed builds show, step by step."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from forked import content
from journeybook.store import lock
from journeybook.store.destination import MANIFEST
from journeybook.store.lock import alone
from journeybook.store.manifest import write_manifest
from journeybook.store.own_entries import EntryError
from journeybook.store.swap import SwapError, site_swap
from small import write

OLD = {"index.html": "old\n", "old/index.html": "old\n", ".git/config": "[core]\n"}
NEW = {"index.html": "new\n"}


def swapped(site: Path) -> None:
    """Put a new site in the place of the old one."""
    with site_swap(site) as folder:
        write(folder, NEW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, with the list that its build left."""
    site = write(tmp_path / "book" / "site", OLD)
    write_manifest(site / MANIFEST, "journeybook build", [name for name in OLD if not name.startswith(".git/")])
    return site


def whole(site: Path) -> dict[str, bytes] | None:
    """What is in the site, where nothing is left beside it."""
    assert [path.name for path in site.parent.iterdir()] == [site.name]
    return content(site)


def pages(site: Path) -> dict[str, bytes]:
    """The same, but for the list of what was built."""
    return {name: data for name, data in (whole(site) or {}).items() if name != MANIFEST}


def test_the_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    """All but what is hidden is gone."""
    swapped(site)
    assert pages(site) == {"index.html": b"new\n", ".git/config": b"[core]\n"}


@pytest.mark.parametrize("inside", [False, True])
def test_a_build_that_fails_leaves_the_old_site(site: Path, inside: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stops it, and whether the new one is made beside the old one or in it."""
    if inside:
        monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    before = content(site)
    with pytest.raises(KeyboardInterrupt), site_swap(site) as folder:
        write(folder, NEW)
        raise KeyboardInterrupt
    assert whole(site) == before


def test_where_the_new_site_cannot_be_put_in_place_the_old_one_is_put_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of two renames may fail: a program holds the folder, or a disk is gone."""
    before, real = content(site), Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.name.endswith("-new"):
            raise OSError(13, "refused")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(SwapError, match=r"refused.*stays as it was"):
        swapped(site)
    assert whole(site) == before


def test_what_a_kill_left_is_mended_first(site: Path) -> None:
    """Between the two renames there is no site: the next run takes the old one back, whatever becomes of itself."""
    before = content(site)
    site.rename(site.with_name(".site.journeybook-old"))
    write(site.with_name(".site.journeybook-new"), NEW)
    with pytest.raises(KeyboardInterrupt), site_swap(site):
        raise KeyboardInterrupt
    assert whole(site) == before


def test_a_site_of_a_volume_is_replaced_inside(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be renamed, and gets the same content."""
    monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    inode = site.stat().st_ino
    swapped(site)
    assert pages(site) == {"index.html": b"new\n", ".git/config": b"[core]\n"} and site.stat().st_ino == inode


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("part", ["new", "old", "lock", "ready", "last"])
@pytest.mark.parametrize("kind", ["a link", "another kind"])
def test_an_entry_of_our_own_that_somebody_else_put_there_is_told(
    site: Path, part: str, kind: str, inside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the site moves, and nothing of what a link leads to."""
    if inside:
        monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    elsewhere = write(site.parents[1] / "elsewhere", {"index.html": "theirs\n", "thesis.md": "mine\n"})
    entry = site / f".journeybook-{part}" if inside else site.with_name(f".{site.name}.journeybook-{part}")
    if kind == "a link":
        entry.symlink_to(elsewhere)
    elif part == "lock":
        entry.mkdir()
    else:
        entry.touch()
    before = content(site.parents[1])
    if inside or part in ("new", "old", "lock"):
        with pytest.raises(EntryError, match=f"{entry} is a .* Delete it, then run this again"):
            swapped(site)
        assert content(site.parents[1]) == before
    else:
        swapped(site)
    assert content(elsewhere) == {"index.html": b"theirs\n", "thesis.md": b"mine\n"}


def test_what_comes_into_a_site_after_a_kill_is_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new site was whole, and the old one about to be taken out of a folder that cannot be renamed."""
    monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    write(site / ".journeybook-ready", NEW)
    write_manifest(site / ".journeybook-ready" / MANIFEST, "journeybook build", NEW)
    write(site, {"mine.txt": "mine\n", "old/mine.txt": "mine\n"})
    with pytest.raises(KeyboardInterrupt), site_swap(site):
        raise KeyboardInterrupt
    mine = {"mine.txt": b"mine\n", "old/mine.txt": b"mine\n"}
    assert pages(site) == {"index.html": b"new\n", ".git/config": b"[core]\n", **mine}


@pytest.mark.parametrize("to", ["there", "nothing"])
def test_a_lock_is_no_link(tmp_path: Path, to: str) -> None:
    """It would make a file elsewhere."""
    (tmp_path / "there").touch()
    (tmp_path / "lock").symlink_to(tmp_path / to)
    with pytest.raises(OSError, match="symbolic links"), alone(tmp_path / "lock"):
        pass
    assert not (tmp_path / "nothing").exists()


def test_one_at_a_time_has_a_lock(tmp_path: Path) -> None:
    """Another one does not get it while it is held, and does afterwards; the file is gone then."""
    file = tmp_path / "lock"

    def wait() -> None:
        raise TimeoutError("it waits")

    with alone(file):
        assert not _is_free(file)
        with pytest.raises(TimeoutError), alone(file, wait):
            pass
    assert not file.exists()
    with alone(file):
        pass


def test_the_second_one_is_told_once_that_it_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And gets the lock as soon as it is free."""
    file, waited = tmp_path / "lock", []
    held = os.open(file, os.O_RDWR | os.O_CREAT)
    fcntl.flock(held, fcntl.LOCK_EX)
    pauses = iter([lambda: None, lambda: os.close(held)])
    monkeypatch.setattr(lock.time, "sleep", lambda seconds: next(pauses)())
    with alone(file, lambda: waited.append("once")):
        assert waited == ["once"]


def test_a_lock_on_a_file_that_was_exchanged_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its holder may have removed it after we opened it: then somebody else may lock the file that stands there now."""
    file, exchanges = tmp_path / "lock", [lambda: file.unlink(), lambda: (file.unlink(), file.touch())]
    real: Callable[[int], None] = lock._lock

    def exchanged(handle: int) -> None:
        if exchanges:
            exchanges.pop()()
        real(handle)

    monkeypatch.setattr(lock, "_lock", exchanged)
    monkeypatch.setattr(lock.time, "sleep", lambda seconds: None)
    with alone(file):
        assert not exchanges and file.exists() and not _is_free(file)


def test_where_there_are_no_locks_everybody_is_let_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network drives have none; any other failure is told."""

    def failing(code: int) -> Callable[[int], None]:
        def fail(handle: int) -> None:
            raise OSError(code, os.strerror(code))

        return fail

    monkeypatch.setattr(lock, "_lock", failing(38))  # ENOSYS
    with alone(tmp_path / "lock"):
        pass
    monkeypatch.setattr(lock, "_lock", failing(5))  # EIO
    with pytest.raises(OSError, match=os.strerror(5)), alone(tmp_path / "lock"):
        pass


def _is_free(file: Path) -> bool:
    """Whether somebody else would get the lock."""
    handle = os.open(file, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
