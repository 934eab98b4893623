"""What a foreign hand has put into a site is there after the next build, and nothing else of the old one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from forked import content
from journeybook.store.destination import MANIFEST, DestinationError
from journeybook.store.manifest import write_manifest
from journeybook.store.swap import SwapError, site_swap
from small import write

PAGE = '<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.2">'
OLD = {
    "index.html": PAGE,
    "404.html": PAGE,
    "sitemap.xml": "x",
    "guide/index.html": "old",
    "guide/old/index.html": "old",
}
NEW = {"index.html": "new", "guide/index.html": "new"}


@pytest.fixture(params=["beside", "inside"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of ours, replaced from beside, or from inside as that of a container's volume is."""
    if request.param == "inside":
        monkeypatch.setattr(Path, "is_mount", lambda self: self == tmp_path / "site")
    folder = write(tmp_path / "site", OLD)
    write_manifest(folder / MANIFEST, "journeybook build", OLD)
    return folder


def rebuild(site: Path, files: dict[str, str] | None = None) -> list[str]:
    """Put a new site in the old one's place; the paths that it says were kept."""
    kept: list[str] = []
    with site_swap(site, keeping=kept.extend) as folder:
        write(folder, NEW if files is None else files)
    return kept


def names(site: Path) -> set[str]:
    """The files of a site, but for its list."""
    return set(content(site) or {}) - {MANIFEST}


def test_what_no_build_has_written_is_kept_and_named(site: Path) -> None:
    """Files, folders, links, empty folders, hidden ones, below the site's own folders too; what is ours goes."""
    mine = {"docs.pdf": "%PDF", "more/a/b.txt": "mine", "guide/notes.txt": "mine", "guide/old/x.txt": "mine"}
    write(site, mine | {"CNAME": "a.example", ".well-known/token": "mine", ".git/HEAD": "x", "guide/.htaccess": "mine"})
    (site / "latest").symlink_to("docs.pdf")
    (site / "empty").mkdir()
    (site / "more/a/b.txt").chmod(0o600)
    shown = {"CNAME", "docs.pdf", "empty", "guide/notes.txt", "latest", "more"}
    others = {".git", ".well-known", "guide/.htaccess"}
    assert rebuild(site) == sorted(shown | others | {"guide/old/x.txt"})
    assert rebuild(site) == sorted(shown | others | {"guide/old"})  # with a list that names nothing in it any more
    hidden = {".well-known/token", ".git/HEAD", "guide/.htaccess"}
    assert names(site) == set(NEW) | set(mine) | hidden | {"CNAME", "latest"}
    assert (site / "latest").readlink() == Path("docs.pdf") and (site / "empty").is_dir()
    assert (site / "more/a/b.txt").stat().st_mode & 0o777 == 0o600 and (site / "docs.pdf").read_text() == "%PDF"


def test_an_old_site_without_a_list_is_replaced_whole(site: Path) -> None:
    """But for what is hidden in it and `CNAME`, of which a new one counts more."""
    (site / MANIFEST).unlink()
    write(site, {"docs.pdf": "?", "CNAME": "old", ".nojekyll": "", ".well-known/a": "old", ".well-known/b": "old"})
    assert rebuild(site, NEW | {".well-known/a": "new"}) == [".nojekyll", ".well-known", "CNAME"]
    assert names(site) == {*NEW, "CNAME", ".nojekyll", ".well-known/a", ".well-known/b"}
    assert (site / ".well-known/a").read_text() == "new"
    write(site, {"docs.pdf": "mine"})
    assert "docs.pdf" in rebuild(site)


def test_a_name_in_another_form_is_the_same_name(site: Path) -> None:
    """The list has é as it was written, and macOS gives an e and an accent, but one entry by both names."""
    write_manifest(site / MANIFEST, "journeybook build", [*OLD, "guide/caf\u00e9.html"])
    write(site, {"guide/caf\u00e9.html": "old"})
    os.link(site / "guide/caf\u00e9.html", site / "guide/cafe\u0301.html")  # the nearest to it elsewhere
    assert rebuild(site) == []
    assert names(site) == set(NEW)


@pytest.mark.parametrize("ours", ["caf\u00e9", "cafe\u0301"])
@pytest.mark.parametrize("place", ["{}.txt", "guide/{}.txt", "{}/x.txt", "guide/{}/x.txt"])
def test_where_a_system_tells_two_forms_apart_so_do_we(site: Path, ours: str, place: str) -> None:
    """One name of two forms is two files, and the one that no build has written is kept."""
    mine = "cafe\u0301" if ours == "caf\u00e9" else "caf\u00e9"
    rebuild(site, NEW | {place.format(ours): "ours"})
    write(site, {place.format(mine): "mine"})
    assert [path for path in rebuild(site, NEW | {place.format(ours): "ours"}) if mine in path]
    assert rebuild(site) and names(site) == {*NEW, place.format(mine)}
    assert (site / place.format(mine)).read_text() == "mine"


@pytest.mark.parametrize("name", [".journeybook-notes/n.txt", ".journeybook-newer", ".journeybook-"])
def test_a_name_like_our_own_is_not_ours(site: Path, name: str) -> None:
    """Ours are known one by one."""
    write(site, {name: "mine"})
    assert rebuild(site) == [name.partition("/")[0]]
    assert names(site) == {*NEW, name}


def test_what_is_listed_goes_though_it_is_hidden(site: Path) -> None:
    """A file of `.well-known` that a build wrote is removed when it is made no more, and what is beside it stays."""
    rebuild(site, NEW | {".well-known/ours": "x", ".ours/a/b": "x"})
    write(site, {".well-known/mine": "x"})
    assert rebuild(site) == [".well-known/mine"]
    assert names(site) == {*NEW, ".well-known/mine"}


CLASHES = {
    "a file for a file": ({"docs.pdf": "mine"}, {"docs.pdf": "new"}, "docs.pdf"),
    "a folder for a file": ({"docs": "mine"}, {"docs/index.html": "new"}, "docs"),
    "a file for a folder": ({"docs/a/b.txt": "mine"}, {"docs": "new"}, "docs"),
    "a file for a folder further up": ({"guide/a/b.txt": "mine"}, {"guide/a": "new"}, "guide/a"),
    "a file in both folders": ({"docs/a.txt": "mine", "docs/b.txt": "x"}, {"docs/a.txt": "new"}, "docs/a.txt"),
    "a hidden file": ({".well-known/a": "mine"}, {".well-known/a": "new"}, ".well-known/a"),
}


@pytest.mark.parametrize(("mine", "new", "named"), CLASHES.values(), ids=CLASHES)
def test_what_is_in_the_way_of_a_new_page_is_told_and_stays(
    site: Path, mine: dict[str, str], new: dict[str, str], named: str
) -> None:
    """The build ends, names it, and leaves the old site as it was."""
    write(site, mine)
    before = content(site)
    with pytest.raises(SwapError, match="Move that away") as told:
        rebuild(site, NEW | new)
    assert f"No build has written {site / named}, " in str(told.value)
    assert content(site) == before and [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_folder_of_ours_that_became_a_link_is_in_the_way(site: Path) -> None:
    """What the link leads to is not touched."""
    elsewhere = write(site.parent / "elsewhere", {"index.html": "mine"})
    (site / "guide").rename(site.parent / "away")
    (site / "guide").symlink_to(elsewhere)
    with pytest.raises(SwapError, match="guide"):
        rebuild(site)
    assert (elsewhere / "index.html").read_text() == "mine" and (site / "guide").is_symlink()


def test_the_same_bytes_are_in_nobody_s_way(site: Path) -> None:
    """A file that the handbook has too by now is the build's from then on."""
    write(site, {"docs.pdf": "same"})
    rebuild(site, NEW | {"docs.pdf": "same"})
    assert rebuild(site) == [] and names(site) == set(NEW)


def test_other_bytes_of_one_size_and_time_are_in_the_way(site: Path) -> None:
    """Files are compared by what is in them."""
    write(site, {"docs.pdf": "mine"})
    os.utime(site / "docs.pdf", (1, 1))
    with pytest.raises(SwapError, match=r"docs\.pdf"), site_swap(site) as folder:
        write(folder, NEW | {"docs.pdf": "ours"})
        os.utime(folder / "docs.pdf", (1, 1))
    assert (site / "docs.pdf").read_text() == "mine"


def test_what_a_system_leaves_in_folders_is_nobody_s(site: Path) -> None:
    """A `.DS_Store` in a folder that goes does not keep the folder."""
    write(site, {"guide/old/.DS_Store": "x", "guide/Thumbs.db": "x"})
    assert rebuild(site) == [] and names(site) == set(NEW)


def test_a_folder_of_somebody_else_is_not_touched(site: Path) -> None:
    """Nor is one that became somebody else's while the site was built."""
    (site / MANIFEST).unlink()
    (site / "404.html").unlink()
    before = content(site)
    with pytest.raises(DestinationError, match="guide"):
        rebuild(site)
    assert content(site) == before
    fresh = site.parent / "fresh"
    with pytest.raises(DestinationError, match=r"letter\.txt"), site_swap(fresh) as folder:
        write(folder, NEW)
        write(fresh, {"letter.txt": "mine"})
    assert content(fresh) == {"letter.txt": b"mine"}


def test_a_forged_list_reaches_nothing_outside_of_the_site(site: Path) -> None:
    """Names that lead out name nothing."""
    outside = write(site.parent / "outside", {"a.txt": "mine"})
    write_manifest(site / MANIFEST, "x", ["../outside/a.txt", str(outside / "a.txt"), "..", "", ".", "/", *OLD])
    assert rebuild(site) == []
    assert content(outside) == {"a.txt": b"mine"} and names(site) == set(NEW)


def test_a_name_that_is_no_unicode_is_kept_and_listed(site: Path) -> None:
    """As every other one."""
    write(site, {"mine-\udcff.txt": "mine"})
    assert rebuild(site, NEW | {"ours-\udcff.txt": "x"}) == ["mine-\udcff.txt"]
    assert rebuild(site) == ["mine-\udcff.txt"] and names(site) == {*NEW, "mine-\udcff.txt"}


def test_a_volume_s_own_folder_stays_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lost+found` at the top of a mount point is neither read nor moved, and makes the volume no less empty."""
    monkeypatch.setattr(Path, "is_mount", lambda self: self == tmp_path)
    (tmp_path / "lost+found").mkdir()
    found = (tmp_path / "lost+found").stat().st_ino
    rebuild(tmp_path)
    rebuild(tmp_path)
    assert (tmp_path / "lost+found").stat().st_ino == found and names(tmp_path) == set(NEW)
