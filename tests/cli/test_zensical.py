"""`journeybook build --builder zensical`: the same site from the other builder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from forked import content
from site_html import HtmlPage, pages_of
from small import MKDOCS_YML, OLD_SITE, SMALL, journeybook, mkdocs, text_of, write

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
RICH = SMALL | {
    "mkdocs.yml": MKDOCS_YML + "site_url: https://example.org/book/\nrepo_url: https://github.com/a/b\n"
    "edit_uri: edit/main/content/\n",
    "content/index.md": "# Welcome\n\nBegin with [the guide](guide/index.md).\n",
    "content/guide/two.md": "# Two\n\n![](journey:first-steps)\n\n![](toolkit:guide)\n\n[](activity:talk)\n",
    "content/README.txt": "not a page\n",
}

# A Zensical that makes the first page and no other.
IDLE = """
import pathlib, sys
site = pathlib.Path(sys.argv[-1]).parent / "site"
site.mkdir()
(site / "index.html").write_text("x")
"""


@pytest.fixture(scope="module", params=[pytest.param("reference", marks=pytest.mark.proof), "small"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sites of one handbook: MkDocs's and Zensical's. The reference handbook takes a minute."""
    made = tmp_path_factory.mktemp(request.param)
    book = REPOSITORY if request.param == "reference" else write(made / "book", RICH)
    sites = {builder: made / builder for builder in ("mkdocs", "zensical")}
    for builder, site in sites.items():
        result = journeybook(book, "build", "--strict", "--builder", builder, "--site-dir", str(site))
        assert result.returncode == 0, result.stderr
    return sites["mkdocs"], sites["zensical"]


def _shared(pair: tuple[Path, Path]) -> Iterator[tuple[HtmlPage, HtmlPage]]:
    first, second = map(pages_of, pair)
    assert sorted(first) == sorted(second)
    assert len(first) > 10
    for address in first:
        yield first[address], second[address]


def test_no_page_is_missing(pair: tuple[Path, Path]) -> None:
    """Both sites have the same pages, and name them in their sitemaps."""
    first, second = (sorted(pages_of(site)) for site in pair)
    assert first == second
    maps = [re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8")) for site in pair]
    assert sorted(maps[0]) == sorted(maps[1])
    assert len(maps[0]) == len(first) - 1  # the page for what is not here is in none


def test_files_beside_the_pages_are_the_same(pair: tuple[Path, Path]) -> None:
    """Downloads, fonts, scripts and the stylesheet are all there, byte for byte but for the form of links in data."""
    kept = [
        {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file() and path.suffix in (".svg", ".ics", ".json", ".txt", ".woff2", ".js", ".css")
        }
        for site in pair
    ]
    theirs = ("assets/javascripts/", "assets/stylesheets/", "search", "assets/images/", "csp.txt")
    first, second = ({name: b for name, b in files.items() if not name.startswith(theirs)} for files in kept)
    assert len(first) > 10 and sorted(first) == sorted(second)
    data = {name for name in first if name.endswith(".json")}  # written-out pages link to `…/index.html`
    assert [name for name in first if first[name] != second[name] and name not in data] == []


def test_every_page_has_the_same_headings(pair: tuple[Path, Path]) -> None:
    """Title, headings and their anchors."""
    for ours, theirs in _shared(pair):
        assert _headings(ours) == _headings(theirs), ours.path
        assert ours.all("title")[0].words == theirs.all("title")[0].words, ours.path


def test_every_page_has_the_same_text(pair: tuple[Path, Path]) -> None:
    """Nothing of the text is lost or added; Zensical colours code, which cuts it in pieces."""
    for ours, theirs in _shared(pair):
        assert "".join(text_of(ours.html).split()) == "".join(text_of(theirs.html).split()), ours.path


def test_every_page_has_the_same_drawings(pair: tuple[Path, Path]) -> None:
    """As many drawings, each with the same viewBox and labels."""
    drawn = 0
    for ours, theirs in _shared(pair):
        first, second = ([re.sub(r'xlink:href="[^"]*"', "", svg) for svg in page.drawings] for page in (ours, theirs))
        assert first == second, ours.path
        drawn += len(first)
    assert drawn >= 3


def test_every_link_leads_to_a_page_and_a_place_on_it(pair: tuple[Path, Path]) -> None:
    """Links, pictures, scripts and stylesheets of all pages, those inside of drawings too."""
    site = pair[1]
    pages, checked = pages_of(site), 0
    for page in pages.values():
        for where, address in page.addresses():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or address.startswith("/"):
                continue
            path = normpath(join(page.path, unquote(parts.path))) if parts.path else page.path.rstrip("/")
            file = site / path / "index.html" if (site / path).is_dir() else site / path
            assert file.is_file(), f"{page.path}: {where} {address}"
            place = unquote(parts.fragment)
            if place and file.suffix == ".html":
                target = pages[file.relative_to(site).as_posix().removesuffix("index.html")]
                assert place in target.ids, f"{page.path}: {where} {address}"
            checked += 1
    assert checked > 300


def test_links_of_the_text_lead_to_the_same_pages(pair: tuple[Path, Path]) -> None:
    """In the main part both sites have the same links, in the same order."""
    for ours, theirs in _shared(pair):
        assert _ways(ours) == _ways(theirs), ours.path


def test_search_has_the_same_entries(pair: tuple[Path, Path]) -> None:
    """The same sections of the same pages; what is kept out of search is in neither."""
    first = {entry["location"] for entry in _index(pair[0] / "search/index.json", "docs")}
    second = {entry["location"] for entry in _index(pair[1] / "search.json", "items")}
    assert first == second and len(first) > 10


def test_side_columns_and_tabs_are_the_same(pair: tuple[Path, Path]) -> None:
    """What `hide` hides is hidden, the navigation is the same, and the tab of a page's index is marked."""
    for ours, theirs in _shared(pair):
        assert _frame(ours) == _frame(theirs), ours.path


@pytest.mark.parametrize("pair", ["small"], indirect=True)
def test_the_edit_button_leads_to_the_source(pair: tuple[Path, Path]) -> None:
    """A generated page leads to its YAML, and a chapter to its Markdown."""
    pages = pages_of(pair[1])
    edit = {
        path: [e.attributes["href"] for e in page.all("a") if e.attributes.get("rel") == "edit"]
        for path, page in pages.items()
    }
    assert edit["toolkit/talk/"] == ["https://github.com/a/b/edit/main/toolkit/talk.yaml"]
    assert edit["guide/two/"] == ["https://github.com/a/b/edit/main/content/guide/two.md"]
    assert edit["toolkit/"] == []


def _is_old(folder: Path) -> bool:
    """Whether the site is as it was, to the byte."""
    return content(folder / "site") == {name.removeprefix("site/"): text.encode() for name, text in OLD_SITE.items()}


def _headings(page: HtmlPage) -> list[tuple[str, str, str]]:
    found = (e for e in page.elements if re.fullmatch("h[1-6]", e.tag))
    return [(e.tag, e.attributes.get("id", ""), e.words) for e in found]


def _ways(page: HtmlPage) -> list[str]:
    here = (e for e in page.elements if any(around.tag == "article" for around in e.inside))
    found = [e.attributes.get(name, "") for e in here for name in ("href", "src", "xlink:href") if name in e.attributes]
    return [normpath(way.replace("index.html", "")) if not urlsplit(way).scheme else way for way in found]


def _index(file: Path, key: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(file.read_text("utf-8"))[key]
    return found


def _frame(page: HtmlPage) -> list[object]:
    sides = [
        ["hidden" in e.attributes for e in page.all("div", f"md-sidebar--{side}")] for side in ("primary", "secondary")
    ]
    tabs = [(e.words, "md-tabs__item--active" in e.classes()) for e in page.all("li", "md-tabs__item")]
    drawer = [e.words for e in page.all("a", "md-nav__link") if any("md-nav--primary" in a.classes() for a in e.inside)]
    return [sides, tabs, drawer, len(page.all("nav", "md-tags"))]


def test_tags_are_shown_where_the_plugin_is_named(tmp_path: Path) -> None:
    """With Material's plugin `tags` both builders show a page's tags, and without it neither does."""
    talk = SMALL["toolkit/talk.yaml"] + "tags: [warm]\n"
    for plugins, shown in (("[search, journeybook]", 0), ("[search, tags, journeybook]", 1)):
        config = MKDOCS_YML.replace("[search, journeybook]", plugins)
        folder = write(tmp_path / str(shown), SMALL | {"toolkit/talk.yaml": talk, "mkdocs.yml": config})
        for builder in ("mkdocs", "zensical"):
            result = journeybook(folder, "build", "--builder", builder)
            assert result.returncode == 0, result.stderr
            page = (folder / "site/toolkit/talk/index.html").read_text("utf-8")
            assert len(re.findall('class="md-tag"', page)) == shown, (builder, plugins)


def test_without_zensical_one_line_says_what_to_install(tmp_path: Path) -> None:
    """Where the package is missing, the command names the extra, and there is no site."""
    folder = write(tmp_path / "book", SMALL)
    hidden = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'zensical' else find(name, *rest)\n"
        "from journeybook.cli import main; main(prog_name='journeybook')"
    )
    command = [sys.executable, "-c", hidden, "build", "--builder", "zensical"]
    result = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 2
    assert "\n" not in result.stderr.strip() and "pip install zensical" in result.stderr
    assert not (folder / "site").exists()


def test_errors_of_the_handbook_stop_it(tmp_path: Path) -> None:
    """They are told as with MkDocs, each once, and the old site stays."""
    folder = write(tmp_path, SMALL | OLD_SITE | {"toolkit/talk.yaml": "title: [\n"})
    result = journeybook(folder, "build", "--builder", "zensical")
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert result.stderr.count("JB104") == 1 and "nothing was written" in result.stderr
    assert _is_old(folder)


@pytest.mark.parametrize(
    ("files", "options", "told"),
    [
        ({"content/two.md": "# Two\n\n[away](nowhere.md)\n"}, ["--strict"], "page does not exist"),
        ({"mine/partials/copyright.html": "{{ page.title.split() }}\n"}, [], "copyright.html"),
    ],
)
def test_what_zensical_refuses_is_told_plainly(
    tmp_path: Path, files: dict[str, str], options: list[str], told: str
) -> None:
    """Its reason stands there without a traceback, and the old site stays as it was."""
    config = MKDOCS_YML.replace("theme: material", "theme: {name: material, custom_dir: mine}")
    own = OLD_SITE | {"mkdocs.yml": config, "mine/note.txt": "mine\n"}
    folder = write(tmp_path, SMALL | own | files)
    result = journeybook(folder, "build", "--builder", "zensical", *options)
    assert result.returncode == 2
    assert "Zensical did not build the site" in result.stderr and told in result.stderr
    assert "Traceback" not in result.stderr and "\x1b" not in result.stderr
    assert _is_old(folder)


def test_what_zensical_warns_of_is_shown(tmp_path: Path) -> None:
    """A broken link is told and stops only a strict build; so is a plugin that Zensical may not know."""
    config = MKDOCS_YML.replace("search, ", "search, meta, ").replace("theme:", "hooks: [hook.py]\ntheme:")
    broken = {"mkdocs.yml": config, "hook.py": "", "content/two.md": "# Two\n\n[away](nowhere.md)\n"}
    folder = write(tmp_path, SMALL | broken)
    result = journeybook(folder, "build", "--builder", "zensical")
    assert result.returncode == 0, result.stderr
    assert "page does not exist" in result.stderr
    assert "meta" in result.stderr and "hook.py" in result.stderr


def test_a_page_that_zensical_leaves_out_stops_it(tmp_path: Path) -> None:
    """Pages are counted: where one is missing there is no new site."""
    folder = write(tmp_path / "book", SMALL | OLD_SITE)
    stub = write(tmp_path / "stub", {"zensical/__init__.py": "", "zensical/__main__.py": IDLE})
    result = subprocess.run(
        [sys.executable, "-m", "journeybook", "build", "--builder", "zensical"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(stub), os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 2 and "left out pages" in result.stderr and "guide/index.md" in result.stderr
    assert _is_old(folder)


def test_what_was_in_the_site_folder_goes(tmp_path: Path) -> None:
    """A page that is no longer made is gone from the new site; hidden files, such as .git, stay."""
    folder = write(tmp_path, SMALL | OLD_SITE | {"site/old/index.html": "old\n", "site/.git/head": "x\n"})
    result = journeybook(folder, "build", "--builder", "zensical")
    assert result.returncode == 0, result.stderr
    assert not (folder / "site/old").exists() and (folder / "site/.git/head").is_file()
    assert re.search(r"^10 pages in ", result.stdout, re.M)


def test_the_written_folder_builds_by_hand_in_both(tmp_path: Path) -> None:
    """What `generate` writes needs nothing of ours: `zensical build` and `mkdocs build` make the same pages."""
    folder = write(tmp_path / "book", RICH)
    assert journeybook(folder, "generate", "../out").returncode == 0
    out = tmp_path / "out"
    assert mkdocs(out, "build", "--strict", "-d", "by-mkdocs").returncode == 0
    by_hand = [sys.executable, "-m", "zensical", "build", "--strict"]
    result = subprocess.run(by_hand, cwd=out, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    assert sorted(pages_of(out / "by-mkdocs")) == sorted(pages_of(out / "site"))
