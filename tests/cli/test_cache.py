"""The cache of drawings only ever saves time: damaged or closed, it changes no byte of the site."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bound import bound
from forked import content
from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow

Build = Callable[..., subprocess.CompletedProcess[str]]
build: Build = partial(journeybook, SOURCE_DATE_EPOCH="1700000000")
DAMAGE: tuple[Callable[[Path], object], ...] = (
    lambda file: file.write_bytes(file.read_bytes()[:-20]),
    lambda file: file.write_bytes(b"\xff\x00" * 200),
    lambda file: file.write_bytes(b""),
    lambda file: (file.unlink(), file.mkdir()),
    lambda file: file.chmod(0o000),
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A handbook with a site and a cache."""
    folder = write(tmp_path / "book", SMALL | {"journeys/more.yaml": "title: More\nstages: [One, Two]\n"})
    assert build(folder, "build").returncode == 0
    return folder


def test_a_damaged_cache_changes_nothing(built: Path) -> None:
    """Files cut short, overwritten, emptied, become folders or closed: the site is the same to the byte."""
    before, kept = content(built / "site"), _kept(built)
    assert len(kept) >= len(DAMAGE)
    for number, file in enumerate(kept):
        DAMAGE[number % len(DAMAGE)](file)
    _builds_again(built, before, bound)


def test_a_drawing_kept_for_another_is_not_taken(built: Path) -> None:
    """Files of the cache that have changed places are drawn again."""
    before, kept = content(built / "site"), _kept(built)
    texts = [file.read_bytes() for file in kept]
    for file, text in zip(kept, texts[1:] + texts[:1], strict=True):
        file.write_bytes(text)
    _builds_again(built, before)


def test_a_read_only_cache_is_done_without(built: Path) -> None:
    """What is in it is used, and what is not is drawn and not kept."""
    cache = built / ".journeybook"
    before, kept = content(built / "site"), _kept(built)
    kept[0].unlink()
    folders = [cache, *(path for path in cache.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        _builds_again(built, before, bound)
        assert _kept(built) == kept[1:]
    finally:
        for path in folders:
            path.chmod(0o755)


def test_a_file_in_the_cache_s_place_is_left_alone(built: Path) -> None:
    """Where there can be no cache, all is drawn."""
    before, cache = content(built / "site"), built / ".journeybook"
    cache.rename(built.parent / "away")
    cache.write_text("mine\n")
    _builds_again(built, before)
    assert cache.read_text() == "mine\n"


def _kept(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / ".journeybook").rglob("*") if path.is_file())


def _builds_again(folder: Path, before: dict[str, bytes] | None, build: Build = build) -> None:
    result = build(folder, "build", "--force")
    assert result.returncode == 0, result.stderr
    assert content(folder / "site") == before
