"""Whether a second build takes notice of whatever could make another site: none of it is built here."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from journeybook.builders.config import inputs
from journeybook.cli.project import open_project
from journeybook.cli.unchanged import Record
from small import MKDOCS_YML, SMALL, write

pytestmark = pytest.mark.slow

SITE = {"site/index.html": "a page\n", "site/assets/a.css": "a{}\n"}


def record(folder: Path, *, builder: str = "mkdocs", **options: object) -> Record:
    """What a build of the handbook would look up."""
    project = open_project(folder / "mkdocs.yml", **options)
    return Record(project, builder)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A handbook whose last build is remembered."""
    folder = write(tmp_path, SMALL | SITE)
    record(folder).keep(2, "a word\n\n")
    return folder


def test_where_nothing_has_changed_the_last_build_is_known(built: Path) -> None:
    """With its number of pages and what it had to say."""
    last = record(built).last()
    assert last is not None and (last.pages, last.said) == (2, "a word\n\n")


FORGED = {
    "nothing": lambda record: {},
    "a list": lambda record: [],
    "null": lambda record: None,
    "a key too many": lambda record: record | {"more": 1},
    "a key too few": lambda record: {key: record[key] for key in ("read", "written", "said")},
    "pages that are no number": lambda record: record | {"pages": True},
    "words that are none": lambda record: record | {"said": 1},
    "other files": lambda record: record | {"written": []},
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_what_is_no_record_is_none(built: Path, forge: Callable[[dict[str, object]], object]) -> None:
    """Though the cache holds it as its own."""
    there = record(built)
    assert there.cache
    there.cache.put(there.key, json.dumps(forge(json.loads(there.cache.get(there.key) or ""))))
    assert there.last() is None


@pytest.mark.parametrize("text", ["x", "", "[" * 100_000, "1" * 10_000])
def test_what_is_no_json_is_no_record(built: Path, text: str) -> None:
    """Nor what is nested without end."""
    there = record(built)
    assert there.cache
    there.cache.put(there.key, text)
    assert there.last() is None


def _touch(folder: Path) -> None:
    page = folder / "site/index.html"
    stat = page.stat()
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))


def _longer(folder: Path) -> None:
    page = folder / "site/index.html"
    stat = page.stat()
    page.write_text("a page and more\n")
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "the time of a file of the site": _touch,
    "the size of a file of the site": _longer,
    "a file of the site is gone": lambda folder: (folder / "site/assets/a.css").unlink(),
    "a file of the site is new": lambda folder: write(folder, {"site/x/y.html": "\n"}),
    "a journey": lambda folder: write(folder, {"journeys/first-steps.yaml": "title: Others\nstages: [a, b]\n"}),
    "an activity": lambda folder: write(folder, {"toolkit/talk.yaml": "title: Another talk\n"}),
    "a chapter": lambda folder: write(folder, {"content/guide/index.md": "# Another guide\n"}),
    "a file that is no page": lambda folder: write(folder, {"content/a.txt": "x\n"}),
    "mkdocs.yml": lambda folder: write(folder, {"mkdocs.yml": MKDOCS_YML + "copyright: Ours\n"}),
    "the whole site": lambda folder: (folder / "site").rename(folder / "away"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_noticed(built: Path, change: str) -> None:
    """Of what a build reads, and of what it wrote."""
    CHANGES[change](built)
    assert record(built).last() is None


@pytest.mark.parametrize("options", [{"builder": "zensical"}, {"strict": True}, {"site_dir": "other"}])
def test_another_kind_of_build_is_another(built: Path, options: dict[str, object]) -> None:
    """Each builder, strictness and folder has its own."""
    (built / "other").mkdir()
    assert record(built, **options).last() is None  # type: ignore[arg-type]


def test_another_program_makes_another_site(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer journeybook, or a newer package that it works with."""
    monkeypatch.setattr(inputs, "program", lambda: "another")
    assert record(built).last() is None


@pytest.mark.parametrize("day", ["1700000000", "0"])
def test_another_day_makes_another_site(built: Path, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Review dates are compared with it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    assert record(built).last() is None


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [hook.py]\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "markdown_extensions: [pymdownx.b64]\n",
        "plugins: [search, tags, journeybook]\n",
        "plugins: [search, journeybook: {renderer: dot}]\n",
    ],
)
def test_what_cannot_be_known_is_not_remembered(tmp_path: Path, more: str) -> None:
    """Hooks, plugins and extensions may read anything; of a `dot` nobody tells the version."""
    config = MKDOCS_YML.replace("plugins: [search, journeybook]\n", "") if "plugins" in more else MKDOCS_YML
    folder = write(tmp_path, SMALL | SITE | {"mkdocs.yml": config + more, "hook.py": "\n"})
    record(folder).keep(2, "")
    assert record(folder).last() is None


@pytest.mark.parametrize("place", ["book/elsewhere", "elsewhere"])
@pytest.mark.parametrize("link", ["content/linked", "toolkit/linked"])
def test_what_is_behind_a_link_is_noticed_too(tmp_path: Path, link: str, place: str) -> None:
    """In a folder of the handbook, and in one outside that mkdocs.yml lets links lead to."""
    allowed = MKDOCS_YML.replace("search, journeybook", "search, journeybook: {links: [../elsewhere]}")
    folder = write(tmp_path / "book", SMALL | SITE | {"mkdocs.yml": allowed})
    write(tmp_path / place, {"a.md": "# A\n"})
    (folder / link).symlink_to(tmp_path / place)
    record(folder).keep(2, "")
    assert record(folder).last() is not None
    write(tmp_path / place, {"a.md": "# B\n"})
    assert record(folder).last() is None


def test_a_link_that_leads_out_is_noticed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    """A file that became such a link makes another site, or none; what it leads to is not opened."""
    folder = write(tmp_path / "book", SMALL | SITE)
    write(tmp_path, {"elsewhere/a.md": SMALL["content/guide/index.md"]})
    record(folder).keep(2, "")
    (folder / "content/guide/index.md").unlink()
    (folder / "content/guide/index.md").symlink_to(tmp_path / "elsewhere/a.md")
    assert record(folder).last() is None
    record(folder).keep(2, "")
    write(tmp_path, {"elsewhere/a.md": "# Another\n"})
    assert record(folder).last() is not None
