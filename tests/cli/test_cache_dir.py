"""Where the cache is: a folder for each handbook, among the user's own caches, closed to everybody else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from journeybook.store import cache_dir as module
from journeybook.store.cache_dir import NoCacheError, cache_dir

posix = pytest.mark.skipif(os.name == "nt", reason="the folders of a profile are the user's own there")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for caches that is not there yet."""
    home = tmp_path / "home" / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home


def test_each_checkout_has_its_own(tmp_path: Path, home: Path) -> None:
    """By its path, with a name that people know again; a link to a handbook leads to the handbook's."""
    books = [tmp_path / place / "Our handbook, 2nd" for place in ("a", "b", "a/b")]
    for book in books:
        book.mkdir(parents=True)
    found = [cache_dir(book) for book in books]
    assert len(set(found)) == 3 and {folder.parent for folder in found} == {home / "journeybook"}
    assert all(folder.name.startswith("Our-handbook-2nd-") for folder in found)
    (tmp_path / "link").symlink_to(books[0])
    assert cache_dir(tmp_path / "link") == cache_dir(books[0]) == found[0]


@pytest.mark.parametrize("name", ["ひ", "a" * 200, "..  x", "-", "a\udcffb", "con.", "n\nm"])
def test_any_name_will_do(home: Path, name: str) -> None:
    """What a file system cannot hold is not in the folder's name."""
    folder = cache_dir(Path("/nowhere") / name)
    assert folder.is_dir() and folder.parent == home / "journeybook"
    assert folder.name.isascii() and len(folder.name) < 70


@posix
def test_it_is_made_for_its_user_alone(tmp_path: Path, home: Path) -> None:
    """Whatever the user's files are like otherwise, and so are the folders around it that had to be made."""
    before = os.umask(0)
    try:
        folder = cache_dir(tmp_path / "book")
    finally:
        os.umask(before)
    made = (folder, folder.parent, home, home.parent)
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o700] * 4


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o750, 0o755, 0o1777])
def test_a_folder_that_is_open_is_refused(tmp_path: Path, home: Path, mode: int) -> None:
    """Others may have left something in it, or in a folder of it."""
    cache_dir(tmp_path / "book").chmod(mode)
    with pytest.raises(NoCacheError, match="others may write"):
        cache_dir(tmp_path / "book")


@posix
@pytest.mark.parametrize("around", ["journeybook", ".", ".."])
def test_so_is_one_that_others_can_put_another_in_the_place_of(tmp_path: Path, home: Path, around: str) -> None:
    """Anybody may rename what is in a folder that anybody may write to, unless it is like /tmp."""
    cache_dir(tmp_path / "book")
    (home / around).chmod(0o777)
    with pytest.raises(NoCacheError, match="others may write"):
        cache_dir(tmp_path / "book")
    (home / around).chmod(0o1777)
    assert cache_dir(tmp_path / "book").is_dir()


@posix
def test_a_group_of_others_may_not_write_around_it(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The group that has nobody but its user in it, by its number, may."""
    cache_dir(tmp_path / "book")
    home.chmod(0o770)
    of_group(monkeypatch, home, os.getuid())
    assert cache_dir(tmp_path / "book").is_dir()
    of_group(monkeypatch, home, os.getuid() + 1)
    with pytest.raises(NoCacheError, match="others may write"):
        cache_dir(tmp_path / "book")


def of_group(monkeypatch: pytest.MonkeyPatch, folder: Path, group: int) -> None:
    """Only root can give a folder to any group, so it is said to be so."""
    real = Path.stat

    def stat_of(path: Path, **how: bool) -> os.stat_result:
        found = real(path, **how)
        return os.stat_result((*found[:5], group, *found[6:])) if path == folder else found

    monkeypatch.setattr(Path, "stat", stat_of)


@posix
def test_one_that_belongs_to_somebody_else_is_refused(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with `sudo`, or where /tmp is the home of several."""
    cache_dir(tmp_path / "book")
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    with pytest.raises(NoCacheError, match="belongs to somebody else"):
        cache_dir(tmp_path / "book")


@posix
def test_so_is_one_that_they_made_in_a_folder_of_the_user_s(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in it would be theirs, though nobody else could put another in its place."""
    folder, real = cache_dir(tmp_path / "book"), Path.stat

    def stat_of(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(path, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:4], 4242, *found[5:])) if path == folder and follow_symlinks else found

    monkeypatch.setattr(Path, "stat", stat_of)
    with pytest.raises(NoCacheError, match="belongs to somebody else"):
        cache_dir(tmp_path / "book")


@posix
@pytest.mark.parametrize("around", ["itself", "journeybook", "..", "link"])
def test_so_is_one_in_a_folder_or_behind_a_link_of_somebody_else(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    """They could rename what is in it, or lead the link to something that is the user's own but not a cache."""
    home.mkdir(parents=True)
    (home / "link").symlink_to(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "link" if around == "link" else home))
    folder = cache_dir(tmp_path / "book")
    real, theirs = Path.lstat, folder if around == "itself" else Path(os.path.normpath(home / around))

    def lstat(path: Path) -> os.stat_result:
        found = real(path)
        other = path == theirs
        return os.stat_result((*found[:4], 4242, *found[5:])) if other else found

    monkeypatch.setattr(Path, "lstat", lstat)
    with pytest.raises(NoCacheError, match="belongs to somebody else"):
        cache_dir(tmp_path / "book")


def test_a_cache_in_the_handbook_is_refused(tmp_path: Path, home: Path) -> None:
    """Whatever lies there may have come with it; nothing is made there either."""
    for root in (home.parent, tmp_path):
        with pytest.raises(NoCacheError, match="is in the handbook"):
            cache_dir(root)
    assert not any(tmp_path.iterdir())
    assert cache_dir(tmp_path / "home" / "book").is_dir()


def test_who_has_no_home_has_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder with the name ~ appears where the command was started."""
    monkeypatch.setattr(module, "user_cache_path", lambda *_, **__: Path("~/.cache/journeybook"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoCacheError, match="no folder for caches"):
        cache_dir(tmp_path / "book")
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["file", "file/below", "dangling"])
def test_where_no_folder_can_be_made_there_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The reason names the file that is in the way."""
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to("nothing")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
    with pytest.raises(NoCacheError, match=place.split("/")[0]):
        cache_dir(tmp_path / "book")
