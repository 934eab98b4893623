"""Folders into which we may not write: each is named, what is hidden in it is not, and the answer says what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bound import bound
from journeybook.store.cache import Cache
from journeybook.store.files import (
    closed_folder,
    reason,
    replace_file,
)
from journeybook.store.folder import FolderError, write_folder
from journeybook.store.swap import SwapError, site_swap
from small import SMALL, write

Close = Callable[[Path], None]


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Close:
    """Make a folder one that may not be written into, for whomever the tests are run by."""
    closed: list[Path] = []
    access, open_, mkdir = os.access, os.open, os.mkdir

    def refuse(path: object) -> None:
        if Path(str(path)).absolute().parent in closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

    def opened(path: object, flags: int, *more: int, **kwargs: int | None) -> int:
        if flags & os.O_CREAT:
            refuse(path)
        return open_(path, flags, *more, **kwargs)  # type: ignore[arg-type]

    def made(path: object, *more: int, **kwargs: int | None) -> None:
        refuse(path)
        mkdir(path, *more, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "access", lambda path, *more: Path(path) not in closed and access(path, *more))
    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "mkdir", made)
    return closed.append


def test_a_closed_folder_is_the_first_one_that_is_there(tmp_path: Path, close: Close) -> None:
    """Around a file that is not there, or several folders that are not; an open folder is none."""
    assert closed_folder(tmp_path / "a/b.svg") is None
    close(tmp_path)
    assert closed_folder(tmp_path / "a/b.svg") == closed_folder(tmp_path / "b.svg") == tmp_path


@pytest.mark.parametrize("path", ["x.svg", "new/x.svg"])
def test_a_file_that_may_not_be_written_is_told_by_its_folder(tmp_path: Path, close: Close, path: str) -> None:
    """Not by the name that it has for a moment."""
    close(tmp_path)
    with pytest.raises(OSError, match="nothing may be written") as told:
        replace_file(tmp_path / path, b"x")
    assert reason(told.value) == f"{tmp_path}: nothing may be written into this folder; name another one, or allow it"


def test_what_is_ours_alone_is_told_by_its_folder(tmp_path: Path, close: Close) -> None:
    """Wherever an error comes from; of all others the file is told."""
    ours, other = (PermissionError(13, "Permission denied", str(tmp_path / n)) for n in (".journeybook-list", "a.md"))
    assert reason(ours).startswith(str(tmp_path / ".journeybook-list"))
    close(tmp_path)
    assert reason(ours).startswith(f"{tmp_path}: nothing may be written")
    assert reason(other) == f"{tmp_path / 'a.md'}: Permission denied"


@pytest.mark.parametrize("closed", ["", "site", "beside the site"])
def test_a_site_that_may_not_be_written_is_told_by_its_folder(tmp_path: Path, close: Close, closed: str) -> None:
    """The handbook’s own, the site’s, and that of the new site, which has the permissions of the old one."""
    site = tmp_path / "site"
    if closed:
        site.mkdir()
    for folder in {"": [tmp_path], "site": [site, tmp_path]}.get(closed, [site, tmp_path / ".site.journeybook-new"]):
        close(folder)
    with pytest.raises(SwapError) as told, site_swap(site) as new:
        (new / "assets").mkdir()
    named = site if closed else tmp_path
    assert str(told.value) == (
        f"Nothing may be written into {named}. Allow it, or name another folder for the site: `-d …`. "
        f"{site} stays as it was."
    )
    assert not site.exists() or not list(site.iterdir())


def test_what_is_read_while_a_site_is_built_is_told_as_it_is(tmp_path: Path, close: Close) -> None:
    """A file elsewhere has nothing to do with the site's folder."""
    (tmp_path / "site").mkdir()
    close(tmp_path / "content")
    (tmp_path / "content").mkdir()
    with pytest.raises(SwapError, match=r"x\.md: Permission denied"), site_swap(tmp_path / "site"):
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "content/x.md"))


@pytest.mark.parametrize("folder", ["out", "new/out"])
def test_a_written_folder_is_told_by_its_name(tmp_path: Path, close: Close, folder: str) -> None:
    """There or not."""
    closed = tmp_path / "out" if folder == "out" else tmp_path
    (tmp_path / "out").mkdir()
    close(closed)
    with pytest.raises(FolderError) as told:
        write_folder(tmp_path / folder, {"a.txt": b""})
    assert str(told.value).startswith(f"Nothing may be written into {closed}. Allow it, or name another folder. ")


def test_a_cache_says_why_nothing_is_kept(tmp_path: Path, close: Close) -> None:
    """Closed, below a file, or neither; nothing is made to find that out."""
    write(tmp_path, {"file": "", "closed/x": ""})
    close(tmp_path / "closed")
    assert Cache(tmp_path / "new/cache").lack() == Cache(tmp_path).lack() == ""
    assert Cache(tmp_path / "closed").lack() == f"{tmp_path / 'closed'}: Permission denied"
    assert Cache(tmp_path / "closed/new").lack() == f"{tmp_path / 'closed'}: Permission denied"
    assert Cache(tmp_path / "file/new").lack() == f"{tmp_path / 'file'}: Not a directory"
    assert not (tmp_path / "new").exists()


@pytest.mark.proof
@pytest.mark.parametrize(
    "command",
    [
        ("build",),
        ("build", "-d", "closed"),
        ("build", "-d", "closed/site"),
        ("generate", "closed"),
        ("generate", "closed/out"),
        ("diagram", "journeys/first-steps.yaml", "-o", "closed/x.svg"),
        ("cards", "--deck", "activities", "-o", "closed/x.pdf"),
        ("schema", "-o", "closed"),
    ],
)
def test_no_command_names_what_is_hidden(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A handbook that is read only, and a folder in one."""
    folder = write(tmp_path / "book", SMALL | {"closed/.x": ""})
    closed = folder if command == ("build",) else folder / "closed"
    closed.chmod(0o555)
    try:
        result = bound(folder, *command)
    finally:
        closed.chmod(0o755)
    assert result.returncode == 2 and "Traceback" not in result.stderr, result.stderr
    assert str(closed) in result.stderr and "othing may be written into" in result.stderr
    assert "/." not in result.stderr.replace(str(tmp_path), "")
