"""`journeybook generate`: the same handbook without journeybook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from small import MKDOCS_YML, SMALL, journeybook, mkdocs, text_of, write

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.proof
def test_both_ways_give_the_same_pages(tmp_path: Path) -> None:
    """The reference handbook has the same pages with the same text, whether the plugin or a written folder is built."""
    built, folder = tmp_path / "built", tmp_path / "folder"
    assert mkdocs(REPOSITORY, "build", "--strict", "-d", str(built)).returncode == 0
    result = journeybook(REPOSITORY, "generate", str(folder))
    assert result.returncode == 0, result.stderr
    plain = mkdocs(folder, "build", "--strict")
    assert plain.returncode == 0, plain.stderr
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert pages == {path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*.html")}
    assert len(pages) > 50
    for page in sorted(pages):
        ours, theirs = ((at / page).read_text("utf-8") for at in (built, folder / "site"))
        assert text_of(ours) == text_of(theirs), page
        assert ours.count("<svg") - theirs.count("<svg") in (0, 1), page  # the edit button's icon


def test_the_folder_needs_nothing_of_ours(tmp_path: Path) -> None:
    """Its mkdocs.yml names no plugin of journeybook's, and tags of the handbook's own come through."""
    slugs = "!!python/name:markdown.extensions.toc.slugify_unicode ''"
    config = MKDOCS_YML + f"markdown_extensions:\n  - toc: {{slugify: {slugs}}}\n"
    config += "extra: {secret: !ENV [NO_SUCH_VARIABLE, fallback]}\n"
    folder = write(tmp_path / "book", SMALL | {"mkdocs.yml": config})
    result = journeybook(folder, "generate", "../out")
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "out/mkdocs.yml").read_text("utf-8")
    assert "- journeybook" not in text
    assert "!!python/name:markdown.extensions.toc.slugify_unicode" in text and "!ENV" in text and "attr_list" in text
    assert mkdocs(tmp_path / "out", "build", "--strict").returncode == 0


def test_what_it_inherits_is_written_out(tmp_path: Path) -> None:
    """A mkdocs.yml that inherits becomes one file."""
    files = {"base.yml": MKDOCS_YML + "copyright: Ours\n", "mkdocs.yml": "INHERIT: base.yml\nsite_name: Child\n"}
    folder = write(tmp_path / "book", SMALL | files)
    result = journeybook(folder, "generate", "../out")
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "out/mkdocs.yml").read_text("utf-8")
    assert "site_name: Child" in text and "copyright: Ours" in text and "INHERIT" not in text


def test_an_own_theme_folder_and_other_files_come_along(tmp_path: Path) -> None:
    """Pictures, hand-made overrides and front matter are in the folder."""
    files = {
        "mkdocs.yml": MKDOCS_YML.replace("theme: material", "theme: {name: material, custom_dir: mine}"),
        "mine/partials/copyright.html": "<p>Mine</p>\n",
        "content/note.txt": "hello\n",
        "content/guide/two.md": "---\ndescription: Kept\n---\n# Two\n",
    }
    folder = write(tmp_path / "book", SMALL | files)
    assert journeybook(folder, "generate", "../out").returncode == 0
    out = tmp_path / "out"
    assert (out / "overrides/partials/copyright.html").is_file() and (out / "overrides/404.html").is_file()
    assert (out / "docs/note.txt").read_text() == "hello\n"
    assert "description: Kept" in (out / "docs/guide/two.md").read_text("utf-8")
    assert mkdocs(out, "build", "--strict").returncode == 0


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    """A second run leaves every file alone; an edit writes only its page and the cards; what vanished is removed."""
    folder, out = write(tmp_path / "book", SMALL), tmp_path / "out"
    journeybook(folder, "generate", str(out))
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    assert " 0 files written" in journeybook(folder, "generate", str(out)).stdout
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == times
    write(folder, {"toolkit/talk.yaml": SMALL["toolkit/talk.yaml"].replace("Say more.", "Say much more.")})
    assert " 2 files written" in journeybook(folder, "generate", str(out)).stdout
    (folder / "journeys/first-steps.yaml").unlink()
    write(folder, {"content/guide/index.md": "# The guide\n"})
    assert "1 removed" in (said := journeybook(folder, "generate", str(out)).stdout) or "removed" in said
    assert not (out / "docs/journeys").exists()
    assert (out / "docs/toolkit/talk/index.md").is_file()


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A non-empty folder without our manifest is left as it is."""
    folder = write(tmp_path / "book", SMALL)
    write(tmp_path / "theirs", {"letter.txt": "mine\n"})
    result = journeybook(folder, "generate", "../theirs")
    assert result.returncode == 2 and "journeybook did not write" in result.stderr
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("name", ["../book/mkdocs.yml", "{around}/book/mkdocs.yml", "..\\book\\mkdocs.yml"])
def test_a_manifest_cannot_name_files_outside_its_folder(tmp_path: Path, name: str) -> None:
    """A forged manifest removes nothing outside the folder."""
    folder = write(tmp_path / "book", SMALL)
    write(tmp_path / "out", {".journeybook.json": json.dumps({"files": [name.format(around=tmp_path)]})})
    assert journeybook(folder, "generate", "../out").returncode == 0
    assert (folder / "mkdocs.yml").is_file()


def test_errors_leave_the_folder_as_it_was(tmp_path: Path) -> None:
    """A handbook that breaks writes nothing and exits with 1."""
    folder, out = write(tmp_path / "book", SMALL), tmp_path / "out"
    journeybook(folder, "generate", str(out))
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    write(folder, {"journeys/first-steps.yaml": "title: [\n"})
    result = journeybook(folder, "generate", str(out))
    assert result.returncode == 1 and "JB104" in result.stderr
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
