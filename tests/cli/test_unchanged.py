"""`journeybook build` where nothing has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.store.cache_dir import cache_dir
from small import MKDOCS_YML, SMALL, journeybook, write

pytestmark = pytest.mark.slow

NOTHING = "Nothing has changed: 11 pages in"
ADVICE = {"toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + "review_by: 2020-01-01\n"}


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of the site: its bytes, and when it was written."""
    files = (path for path in (folder / "site").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def built(folder: Path, *options: str) -> bool:
    """Build, and tell whether the site was made anew."""
    result = journeybook(folder, "build", *options)
    assert result.returncode == 0, result.stderr
    return not result.stdout.startswith("Nothing has changed")


def test_nothing_is_written_where_nothing_has_changed(tmp_path: Path) -> None:
    """The second build leaves every file alone; what there is to say is said again; --force builds anyway."""
    folder = write(tmp_path, SMALL | ADVICE)
    first = journeybook(folder, "build")
    before = state(folder)
    second = journeybook(folder, "build")
    assert second.stdout.startswith(NOTHING) and state(folder) == before
    assert "review_by" in first.stderr
    assert second.stderr.strip() == first.stderr.strip()
    assert built(folder, "--force")
    assert {path: content for path, (content, _) in state(folder).items()} == {
        p: content for p, (content, _) in before.items()
    }


EDITS = {
    "an activity": {"toolkit/talk.yaml": SMALL["toolkit/talk.yaml"].replace("hello", "hallo")},
    "a chapter": {"content/guide/index.md": SMALL["content/guide/index.md"] + "\nMore.\n"},
    "a new file": {"content/note.txt": "new\n"},
    "mkdocs.yml": {"mkdocs.yml": MKDOCS_YML + "copyright: Ours\n"},
    "a page of the site": {"site/about.html": "not ours\n"},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_changes_is_built(tmp_path: Path, edit: dict[str, str]) -> None:
    """Every file that a build reads counts, by what is in it; so does every file of the site."""
    folder = write(tmp_path, SMALL)
    assert built(folder)
    write(folder, edit)
    assert built(folder) and not built(folder)


def test_a_site_that_was_changed_is_built(tmp_path: Path) -> None:
    """A page that is gone comes back."""
    folder = write(tmp_path, SMALL)
    assert built(folder)
    page = folder / "site/toolkit/talk/index.html"
    page.unlink()
    assert built(folder) and page.is_file()


def test_options_count(tmp_path: Path) -> None:
    """Another day, strictness or variable of the environment is another build; another folder has its own record."""
    config = MKDOCS_YML + "copyright: !ENV [OWNER, nobody]\n"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config})
    assert built(folder) and not built(folder)
    assert built(folder, "--strict") and built(folder, "-d", "other") and not built(folder, "--strict")


def test_what_it_inherits_counts(tmp_path: Path) -> None:
    """A file that mkdocs.yml inherits is read too."""
    files = {"base.yml": MKDOCS_YML, "mkdocs.yml": "INHERIT: base.yml\n"}
    folder = write(tmp_path, SMALL | files)
    assert built(folder) and not built(folder)
    write(folder, {"base.yml": MKDOCS_YML + "copyright: Ours\n"})
    assert built(folder)


@pytest.mark.parametrize("more", ["hooks: [hook.py]\n", "markdown_extensions: [pymdownx.snippets]\n"])
def test_what_cannot_be_known_is_built(tmp_path: Path, more: str) -> None:
    """Hooks and extensions that read other files: nobody can tell, so each build is a whole one."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": MKDOCS_YML + more, "hook.py": "\n"})
    assert built(folder) and built(folder)


def test_a_damaged_record_is_no_record(tmp_path: Path) -> None:
    """With whatever the cache holds cut off, the site is built, and the record written anew."""
    folder = write(tmp_path, SMALL)
    assert built(folder)
    for file in cache_dir(folder).rglob("*.txt"):
        file.write_bytes(file.read_bytes()[:-1])
    assert built(folder) and not built(folder)


def test_what_a_link_leads_to_is_built(tmp_path: Path) -> None:
    """A link to a folder is followed, so an edit behind it is shown, and none is no edit."""
    config = MKDOCS_YML.replace("journeybook]", "journeybook: {links: [../elsewhere]}]")
    folder = write(tmp_path / "book", SMALL | {"mkdocs.yml": config, "shared/other.yaml": "title: Other\n"})
    write(tmp_path / "elsewhere", {"more.md": "# More\n"})
    (folder / "content/linked").symlink_to(tmp_path / "elsewhere")
    (folder / "toolkit/linked").symlink_to("../shared")
    assert built(folder) and not built(folder)
    write(tmp_path / "elsewhere", {"more.md": "# Much more\n"})
    assert built(folder) and "Much more" in (folder / "site/linked/more/index.html").read_text("utf-8")
    write(folder, {"shared/other.yaml": "title: Yet another\n"})
    assert built(folder) and "Yet another" in (folder / "site/toolkit/other/index.html").read_text("utf-8")
    (folder / "journeys/out.yaml").symlink_to(write(tmp_path / "else", {"out.yaml": "title: Out\n"}) / "out.yaml")
    assert journeybook(folder, "build").returncode == 1


@pytest.mark.parametrize("name", ["Journeys/way.yaml", "way.yaml"])
def test_a_part_where_nothing_reads_it_stops_the_next_build(tmp_path: Path, name: str) -> None:
    """A journey that is written beside mkdocs.yml, or into a folder of nearly our name, is a change."""
    folder = write(tmp_path, SMALL | {name: "# to be written\n"})
    assert built(folder) and not built(folder)
    write(folder, {name: SMALL["journeys/first-steps.yaml"]})
    result = journeybook(folder, "build")
    assert result.returncode == 1 and f"{name}: error JB330" in result.stderr


def test_warnings_are_told_by_each_build(tmp_path: Path) -> None:
    """What MkDocs itself warns of is not lost with the second build."""
    folder = write(tmp_path, SMALL | {"content/guide/index.md": "# The guide\n\n[gone](gone.md)\n"})
    for _ in range(2):
        result = journeybook(folder, "build")
        assert result.returncode == 0 and "gone.md" in result.stderr
