"""Sites that plain `mkdocs build` writes: what it would delete, or write through, is told first. Nothing is built."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from forked import content
from journeybook.builders.mkdocs.emptied import EmptiedSite
from journeybook.cli.project import open_project
from journeybook.store.destination import MANIFEST, DestinationError
from journeybook.store.manifest import write_manifest
from journeybook.store.own_entries import EntryError
from small import SMALL, write

BUILT = (
    *("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "guide/index.html"),
    *("search/search_index.json", "search/index.json"),
)


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """A handbook with a site of ours, and something precious beside it."""
    write(tmp_path, SMALL | {f"site/{name}": "old" for name in BUILT} | {"precious/thesis.md": "mine\n"})
    write_manifest(tmp_path / "site" / MANIFEST, "x", BUILT)
    return open_project(tmp_path / "mkdocs.yml").config


def begin(config: MkDocsConfig, *, dirty: bool = True) -> None:
    """A build up to where MkDocs writes."""
    site = EmptiedSite(dirty)
    site.check(config)
    pages = ("index.md", "guide/index.md")
    site.begin(config, Files([File(page, config.docs_dir, config.site_dir, use_directory_urls=True) for page in pages]))


@pytest.mark.parametrize("to", ["thesis.md", "nothing"])
@pytest.mark.parametrize("name", BUILT)
def test_a_planned_file_that_is_a_link_is_told(config: MkDocsConfig, name: str, to: str) -> None:
    """A page, a template and what plugins write: MkDocs would write where it leads to."""
    path, precious = Path(config.site_dir) / name, Path(config.site_dir).parent / "precious"
    path.unlink()
    path.symlink_to(precious / to)
    with pytest.raises(DestinationError, match=f"write through a link in .*: {name}; take the link out"):
        begin(config)
    path.unlink()
    begin(config)
    assert content(precious) == {"thesis.md": b"mine\n"}


def test_a_planned_file_that_is_none_is_told(config: MkDocsConfig) -> None:
    """Nobody may be at a pipe's other end."""
    (Path(config.site_dir) / "404.html").unlink()
    os.mkfifo(Path(config.site_dir) / "404.html")
    with pytest.raises(DestinationError, match=r"404\.html; move it away"):
        begin(config)


@pytest.mark.parametrize("name", [MANIFEST, ".journeybook-list"])
def test_a_list_that_is_a_link_is_told(config: MkDocsConfig, name: str) -> None:
    """It would be written where the link leads to."""
    path = Path(config.site_dir) / name
    path.unlink(missing_ok=True)
    path.symlink_to(Path(config.site_dir).parent / "precious/thesis.md")
    with pytest.raises(EntryError, match=f"{path} is a link"):
        begin(config)


@pytest.mark.parametrize("listed", [True, False])
def test_what_mkdocs_removes_though_a_system_hides_it_is_told(config: MkDocsConfig, listed: bool) -> None:
    """MkDocs spares what a dot hides, and no `lost+found`; an empty one, as every volume has, is no loss."""
    if not listed:
        (Path(config.site_dir) / MANIFEST).unlink()
        write(
            Path(config.site_dir), dict.fromkeys(("index.html", "404.html"), '<meta name="generator" content="mkdocs-')
        )
    (Path(config.site_dir) / "lost+found").mkdir()
    write(Path(config.site_dir), {".mine/n.txt": "mine"})
    EmptiedSite(dirty=False).check(config)
    write(Path(config.site_dir), {"lost+found/n.txt": "mine"})
    with pytest.raises(DestinationError, match=r"MkDocs would delete .*: lost\+found; use `journeybook build`"):
        EmptiedSite(dirty=False).check(config)
