"""The folder that `generate` writes, step by step."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import pytest

from forked import content
from journeybook.store import folder as folder_module
from journeybook.store.folder import MANIFEST, FolderError, mend_folder, write_folder
from journeybook.store.manifest import ManifestError
from small import write

OLD = {"docs/a.md": b"old\n", "docs/b.md": b"old\n", "docs/gone.md": b"old\n"}
NEW = {"docs/a.md": b"new\n", "docs/b.md": b"new\n", "docs/c/d.md": b"new\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of an earlier run."""
    write_folder(tmp_path / "out", OLD)
    return tmp_path / "out"


def files(folder: Path) -> dict[str, bytes]:
    """What is in it besides the manifest."""
    return {name: data for name, data in (content(folder) or {}).items() if name != MANIFEST}


def test_what_changed_is_written_and_what_vanished_is_removed(folder: Path) -> None:
    """And what is the same is left alone; empty folders go."""
    written = write_folder(folder, NEW | {"docs/b.md": b"old\n"})
    assert (written.new, written.same, written.removed) == (2, 1, 1)
    assert files(folder) == NEW | {"docs/b.md": b"old\n"}
    assert write_folder(folder, {}).removed == 3 and not (folder / "docs").exists()


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_all_that_changes_is_written_before_the_first_file_is_replaced(
    folder: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a full disk harms nothing: the folder is as it was, whichever file did not fit."""
    before, real, written = content(folder), Path.write_bytes, []

    def write_bytes(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) == failing:
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(FolderError, match=r"No space left on device.*stays as it was"):
        write_folder(folder, NEW)
    assert content(folder) == before


def test_what_is_staged_only_in_part_is_forgotten(folder: Path) -> None:
    """A kill came while it was written."""
    before = content(folder)
    write(folder / ".journeybook-new", {"docs/a.md": "half"})
    mend_folder(folder)
    assert content(folder) == before


def test_what_is_staged_as_a_whole_is_put_in_place(folder: Path) -> None:
    """A kill came afterwards: all is new then."""
    ready = folder / ".journeybook-ready"
    for name, data in NEW.items():
        (ready / name).parent.mkdir(parents=True, exist_ok=True)
        (ready / name).write_bytes(data)
    (ready / MANIFEST).write_text(json.dumps({"files": sorted(NEW)}), "utf-8")
    mend_folder(folder)
    assert files(folder) == NEW


def test_what_is_left_of_a_stage_is_forgotten(folder: Path) -> None:
    """A kill came when all was in place, and the hidden folder was about to go."""
    before = content(folder)
    write(folder / ".journeybook-ready", {"docs/more.md": "new"})
    mend_folder(folder)
    assert content(folder) == before


OUTSIDE = ["../out.md", "a/../../b.md", "{around}/out.md", "", "."]
WINDOWS = ["C:/a", "C:a", "..\\a", "a\\..\\..\\b", "\\a"]  # elsewhere, names like any other


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_manifest_names_nothing_outside(folder: Path, name: str) -> None:
    """A folder may have come from somewhere else: what its manifest says is removed only inside of it."""
    (folder / MANIFEST).write_text(json.dumps({"files": [name.format(around=folder.parent), *OLD]}), "utf-8")
    outside = folder.parent / "out.md", folder.parent / "b.md"
    for file in outside:
        file.touch()
    assert write_folder(folder, NEW).removed == 1
    assert all(file.exists() for file in outside)


@pytest.mark.parametrize("name", WINDOWS)
def test_on_windows_backslashes_and_drives_lead_out_too(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is read as the system reads it."""
    monkeypatch.setattr(folder_module, "PurePath", PureWindowsPath)
    (folder / MANIFEST).write_text(json.dumps({"files": [name, *OLD]}), "utf-8")
    assert write_folder(folder, NEW).removed == 1


def test_a_folder_without_a_manifest_is_somebody_else_s(tmp_path: Path) -> None:
    """Whatever is in it; an empty one is not."""
    (tmp_path / "empty").mkdir()
    assert write_folder(tmp_path / "empty", NEW).new == 3
    write(tmp_path / "theirs", {"notes.txt": "mine\n"})
    with pytest.raises(FolderError, match="did not write"):
        write_folder(tmp_path / "theirs", NEW)
    assert content(tmp_path / "theirs") == {"notes.txt": b"mine\n"}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"files": 1}', "{}", '{"files": "abc"}', '{"files": {"a": 1}}', '{"files": [1]}']
)
def test_a_damaged_manifest_is_told(folder: Path, text: str) -> None:
    """Nobody knows then what may be removed."""
    (folder / MANIFEST).write_text(text, "utf-8")
    with pytest.raises(ManifestError, match="is damaged"):
        write_folder(folder, NEW)
