"""What one build keeps for the next only ever saves time, and nobody but the user can put anything into it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bound import bound
from forked import content
from journeybook.store.cache_dir import cache_dir
from small import MKDOCS_YML, SMALL, journeybook, write

pytestmark = pytest.mark.proof

Build = Callable[..., subprocess.CompletedProcess[str]]
build: Build = partial(journeybook, SOURCE_DATE_EPOCH="1700000000")
DAMAGE: tuple[Callable[[Path], object], ...] = (
    lambda file: file.write_bytes(file.read_bytes()[:-20]),
    lambda file: file.write_bytes(b"\xff\x00" * 200),
    lambda file: file.write_bytes(b""),
    lambda file: (file.unlink(), file.mkdir()),
    lambda file: file.chmod(0o000),
)
BOOK = SMALL | {"journeys/more.yaml": "title: More\nstages: [One, Two]\n"}
NAMED = {"mkdocs.yml": MKDOCS_YML.replace("journeybook]", "journeybook: {cache: .journeybook}]")}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A handbook with a site and a cache."""
    folder = write(tmp_path / "book", BOOK)
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
    cache = cache_dir(built)
    before, kept = content(built / "site"), _kept(built)
    kept[0].unlink()
    folders = [cache, *(path for path in cache.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o500)
    try:
        _builds_again(built, before, bound)
        assert _kept(built) == kept[1:]
    finally:
        for path in folders:
            path.chmod(0o700)


@pytest.mark.parametrize("mode", [0o000, 0o500])
@pytest.mark.parametrize("command", [("build",), ("generate", "out"), ("diagram", "journeys/more.yaml", "-o", "x.svg")])
def test_a_cache_that_is_closed_to_us_stops_nothing(tmp_path: Path, mode: int, command: tuple[str, ...]) -> None:
    """One that `cache` names, and that we may not enter or write into; a build says once that nothing is kept."""
    folder = write(tmp_path / "book", BOOK | NAMED)
    (folder / ".journeybook").mkdir(mode=mode)
    try:
        result = bound(folder, *command)
    finally:
        (folder / ".journeybook").chmod(0o700)
    assert result.returncode == 0, result.stderr
    said = f"Nothing is kept for the next build: {folder / '.journeybook'}: Permission denied"
    assert result.stderr.count(said) == (command == ("build",))
    assert not list((folder / ".journeybook").iterdir())


def test_a_file_in_the_cache_s_place_is_left_alone(built: Path) -> None:
    """Where there can be no cache, all is drawn, and the build says why nothing is kept."""
    before, cache = content(built / "site"), cache_dir(built)
    shutil.rmtree(cache)
    cache.write_text("mine\n")
    result = _builds_again(built, before)
    assert "Nothing is kept for the next build: " in result.stderr and str(cache) in result.stderr
    assert cache.read_text() == "mine\n"


@pytest.mark.parametrize("command", [("build", "--force"), ("generate", "out"), ("diagram", "journeys/more.yaml")])
def test_a_cache_that_came_with_the_handbook_is_not_read(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Neither below the name that it once had nor below another: its files are no part of any page, and stay."""
    forged = write(tmp_path / "forged", BOOK | NAMED)
    assert build(forged, "build").returncode == 0 and build(forged, *_to(command)).returncode == 0
    assert _forge(forged / ".journeybook")
    said = [build(forged, *_to(command))]
    assert any(b"forged!" in file for file in (content(forged) or {}).values())  # there it is named, and believed
    folder = write(tmp_path / "book", BOOK)
    for place in (".journeybook", ".journeybook/diagrams", ".cache/journeybook"):
        shutil.copytree(forged / ".journeybook", folder / place, dirs_exist_ok=True)
    before = content(folder / ".journeybook")
    said.append(build(folder, *_to(command)))
    assert [result.returncode for result in said] == [0, 0]
    made = {name: data for name, data in (content(folder) or {}).items() if not name.startswith(".")}
    assert not [name for name, data in made.items() if b"forged!" in data]
    assert content(folder / ".journeybook") == before


def test_builds_leave_nothing_in_the_handbook_but_the_site(built: Path) -> None:
    """So nothing has to be kept out of its repository."""
    assert {path.name for path in built.iterdir()} == {name.split("/")[0] for name in BOOK} | {"site"}


def test_without_a_home_the_site_is_built(tmp_path: Path) -> None:
    """As in a container whose user has no home: a word on what is not kept, and no other file."""
    folder = write(tmp_path / "book", BOOK)
    home = tmp_path / "file"
    home.touch()
    result = build(folder, "build", HOME=str(home), XDG_CACHE_HOME="")
    assert result.returncode == 0 and "Nothing is kept for the next build: " in result.stderr
    assert "Traceback" not in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"book", "file"}
    assert not build(folder, "build", HOME=str(home), XDG_CACHE_HOME="").stdout.startswith("Nothing has changed")


def _to(command: tuple[str, ...]) -> tuple[str, ...]:
    return (*command, "-o", "out.svg") if command[0] == "diagram" else command


def _forge(cache: Path) -> int:
    """Change every drawing of a cache so that its file is whole; how many there are."""
    from journeybook.store.cache import digest

    forged = 0
    for file in cache.rglob("*.txt"):
        text = file.read_text("utf-8").partition("\n")[2]
        other = text.replace("</title>", "forged!</title>")
        key = file.parent.name + file.stem
        file.write_text(f"{digest(key, other)}\n{other}", "utf-8", newline="\n")
        forged += other != text
    return forged


def _kept(folder: Path) -> list[Path]:
    return sorted(path for path in cache_dir(folder).rglob("*") if path.is_file())


def _builds_again(
    folder: Path, before: dict[str, bytes] | None, build: Build = build
) -> subprocess.CompletedProcess[str]:
    result = build(folder, "build", "--force")
    assert result.returncode == 0, result.stderr
    assert content(folder / "site") == before
    return result
