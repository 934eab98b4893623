"""A folder for `generate` that came from a stranger: nothing outside of it is touched, and what is wrong is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from forked import content
from journeybook.problems import JourneybookError
from journeybook.store.folder import (
    MANIFEST,
    FolderError,
    mend_folder,
    write_folder,
)
from journeybook.store.own_entries import EntryError
from small import write

NEW = {"docs/a.md": b"new\n"}
READY = ".journeybook-ready"


def listing(*names: str) -> str:
    """A list that names these files."""
    return json.dumps({"made_by": "x", "files": names})


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A folder beside the one to write; `out/l` is a link to it."""
    folder = write(tmp_path / "precious", {"thesis.md": "mine\n", "other.md": "mine\n", MANIFEST: listing("thesis.md")})
    (tmp_path / "out").mkdir()
    (tmp_path / "out/l").symlink_to(folder)
    return folder


TRAPS = {
    "to remove": {MANIFEST: listing("l/thesis.md"), f"{READY}/{MANIFEST}": listing()},
    "to remove, by a listed link": {MANIFEST: listing("l", "l/thesis.md"), f"{READY}/{MANIFEST}": listing()},
    "to write": {MANIFEST: listing(), f"{READY}/{MANIFEST}": listing("l/new.md"), f"{READY}/l/new.md": "x"},
    "to overwrite": {
        MANIFEST: listing("l/other.md"),
        f"{READY}/{MANIFEST}": listing("l/other.md"),
        f"{READY}/l/other.md": "x",
    },
    "without anything staged": {MANIFEST: listing("l", "l/thesis.md")},
}


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_nothing_is_written_or_removed_through_a_link(precious: Path, trap: dict[str, str]) -> None:
    """Whatever the lists say, of the folder and of what is staged in it."""
    before, out = content(precious), write(precious.parent / "out", trap)
    with pytest.raises(FolderError, match=f"{out / 'l'} is not as journeybook has written it.*Move it away"):
        write_folder(out, NEW)
    assert content(precious) == before and (out / "l").is_symlink()


@pytest.mark.parametrize("name", [READY, ".journeybook-new", ".journeybook-lock", MANIFEST])
@pytest.mark.parametrize("to", ["precious", "precious/thesis.md", "precious/nothing"])
def test_an_entry_of_our_own_that_is_a_link_is_told(precious: Path, name: str, to: str) -> None:
    """A link to a folder, to a file or to nothing is deleted by whoever it is told."""
    before, out = content(precious), precious.parent / "out"
    (out / "l").unlink()
    write(out, {MANIFEST: listing()})
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(precious.parent / to)
    with pytest.raises(EntryError, match=f"{out / name} is a link, .* Delete it, then run this again"):
        write_folder(out, NEW)
    assert content(precious) == before
    (out / name).unlink()
    assert write_folder(out, NEW).new == 1


@pytest.mark.parametrize("name", [f"{READY}/{MANIFEST}.both", f"{READY}/{MANIFEST}.before", f"{READY}/{MANIFEST}"])
def test_a_staged_list_that_is_a_link_is_told(precious: Path, name: str) -> None:
    """It would be written where the link leads to."""
    before, out = content(precious), precious.parent / "out"
    write(out, {MANIFEST: listing(), f"{READY}/{MANIFEST}": listing()})
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(precious / MANIFEST)
    with pytest.raises(EntryError, match="is a link"):
        mend_folder(out)
    assert content(precious) == before


def test_a_link_among_what_is_staged_is_told(precious: Path) -> None:
    """Put in its place, it would lead what comes after it away."""
    before, out = content(precious), precious.parent / "out"
    (out / "l").unlink()
    write(out, {MANIFEST: listing(), f"{READY}/{MANIFEST}": listing("l", "l/other.md")})
    (out / READY / "l").symlink_to(precious)
    with pytest.raises(FolderError, match=f"{out / READY / 'l'} is a link.*Delete {out / READY}"):
        mend_folder(out)
    assert content(precious) == before and not (out / "l").exists()


@pytest.mark.parametrize(("name", "kind"), [(READY, "a file"), (".journeybook-lock", "a folder")])
def test_an_entry_of_another_kind_is_told(tmp_path: Path, name: str, kind: str) -> None:
    """And what to delete."""
    write(tmp_path, {name if kind == "a file" else f"{name}/x": "", MANIFEST: listing()})
    with pytest.raises(EntryError, match=f"{tmp_path / name} is {kind}, .* Delete it"):
        write_folder(tmp_path, NEW)


@pytest.mark.parametrize("name", ["x" * 5000, f"docs/{'y' * 300}.md", "nul\0.md", "nul\0/a.md", "half\ud800.md"])
def test_a_name_that_no_file_has_stops_nobody(tmp_path: Path, name: str) -> None:
    """In the list of the folder, and in that of what is staged."""
    write(tmp_path, {MANIFEST: listing(name), f"{READY}/{MANIFEST}": listing(name)})
    assert write_folder(tmp_path, NEW).new == 1
    assert content(tmp_path) == {**NEW, MANIFEST: (tmp_path / MANIFEST).read_bytes()}


@pytest.mark.parametrize("name", [MANIFEST, ".journeybook-ready/docs", ".Journeybook-Lock", f"{MANIFEST}.both"])
def test_a_list_names_nothing_of_our_own(tmp_path: Path, name: str) -> None:
    """Or putting the list in its place would fail, with the rest half done."""
    write(tmp_path, {MANIFEST: listing(name, "docs/gone.md"), "docs/gone.md": "", f"{READY}/docs/a.md": "new\n"})
    write(tmp_path, {f"{READY}/{MANIFEST}": listing(name, "docs/a.md")})
    mend_folder(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {MANIFEST, "docs"}
    assert {path.name for path in (tmp_path / "docs").iterdir()} == {"a.md"}


def _killed(folder: Path, files: dict[str, bytes], moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is stopped when it puts the file of that name in its place."""
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if path.name == moment:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", replace)
        write_folder(folder, files)


@pytest.mark.parametrize("mine", ["docs/a.md", "docs/gone.md/b.md"])
def test_what_an_author_writes_after_a_kill_is_not_overwritten(
    tmp_path: Path, mine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the list names it by then: no run had put it there. Once it is away, the next run goes on."""
    folder = tmp_path / "out"
    write_folder(folder, {"docs/gone.md": b"old\n"})
    _killed(folder, {mine: b"new\n"}, Path(mine).name, monkeypatch)
    place = write(folder, {mine: "mine\n"}) / mine
    with pytest.raises(FolderError, match=f"{place} is not as journeybook has written it"):
        mend_folder(folder)
    assert place.read_text() == "mine\n"
    place.unlink()
    mend_folder(folder)
    assert place.read_text() == "new\n" and not (folder / READY).exists()


def test_what_an_author_writes_in_the_place_of_a_removed_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill came once the file of an earlier run was gone."""
    folder = tmp_path / "out"
    write_folder(folder, {"docs/gone.md": b"old\n"})
    _killed(folder, NEW, "a.md", monkeypatch)
    write(folder, {"docs/gone.md": "mine\n"})
    mend_folder(folder)
    assert (folder / "docs/gone.md").read_text() == "mine\n" and (folder / "docs/a.md").read_bytes() == b"new\n"


def test_a_pipe_in_a_file_s_place_holds_up_nobody(tmp_path: Path) -> None:
    """What is a list's own is replaced; nobody waits for somebody at the other end."""
    write_folder(tmp_path / "out", NEW)
    (tmp_path / "out/docs/a.md").unlink()
    os.mkfifo(tmp_path / "out/docs/a.md")
    assert write_folder(tmp_path / "out", NEW).new == 1
    assert (tmp_path / "out/docs/a.md").read_bytes() == b"new\n"


def test_what_stops_mending_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nothing is to be written: it may stop there for ever."""
    write(tmp_path, {MANIFEST: listing(), f"{READY}/{MANIFEST}": listing("a.md"), f"{READY}/a.md": "new"})

    def fail(path: Path, target: Path) -> Path:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(JourneybookError, match=f"it goes on where it stopped.*delete {tmp_path / READY}"):
        mend_folder(tmp_path)
