"""Single entries of the cache, and files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from journeybook.store.cache import Cache, digest
from journeybook.store.files import replace_file

KEY, OTHER = digest("a key"), digest("another key")


def test_what_was_put_is_there(tmp_path: Path) -> None:
    """Each text under its own key."""
    cache = Cache(tmp_path)
    cache.put(KEY, "one\ntwo\n")
    assert (cache.get(KEY), cache.get(OTHER)) == ("one\ntwo\n", None)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"0" + data[1:], lambda data: b"\xff"]
)
def test_what_is_damaged_is_not_there(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """A single byte that is missing, too many or another one."""
    cache = Cache(tmp_path)
    cache.put(KEY, "text")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get(KEY) is None


def test_what_was_made_of_something_else_is_not_there(tmp_path: Path) -> None:
    """An entry that stands under another's name."""
    cache = Cache(tmp_path)
    cache.put(KEY, "text")
    cache.put(OTHER, "other")
    one, other = (tmp_path / key[:2] / f"{key[2:]}.svg" for key in (KEY, OTHER))
    other.write_bytes(one.read_bytes())
    assert (cache.get(KEY), cache.get(OTHER)) == ("text", None)


def test_an_entry_is_written_beside_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it takes its place at once, the old one is whole; where it cannot, that stays, and nothing else is left."""
    cache = Cache(tmp_path)
    cache.put(KEY, "old")
    monkeypatch.setattr(os, "replace", _refuse)
    monkeypatch.setattr(os, "rename", _refuse)
    cache.put(KEY, "new")
    assert cache.get(KEY) == "old"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_file_is_written_beside_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is every other file that a command writes."""
    file = tmp_path / "out" / "a.svg"
    assert replace_file(file, b"old") and not replace_file(file, b"old")
    monkeypatch.setattr(Path, "replace", _refuse)
    monkeypatch.setattr(Path, "rename", _refuse)
    monkeypatch.setattr(os, "replace", _refuse)
    with pytest.raises(OSError, match="refused"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old" and list(file.parent.iterdir()) == [file]


def _refuse(*_: object) -> None:
    raise OSError(13, "refused")
