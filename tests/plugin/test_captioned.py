"""Figures and tables with captions, in the sites of all builders and in editions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from small import ACTIVITY, SMALL, journeybook, mkdocs, write

pytestmark = pytest.mark.slow

MKDOCS = """
site_name: Small handbook
docs_dir: content
theme: material
validation: {anchors: warn}
markdown_extensions: [pymdownx.snippets, pymdownx.superfences, pymdownx.tabbed: {alternate_style: true}]
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee]}
        team: {title: For the team}
      edition: team
"""
GUIDE = """
# The guide

See [](figure:room), [](figure:way), [](table:fees), [the fees](table:fees) and [this](#room).

![Chairs](room.svg "The *room*"){: #room width=200 }

<!-- for: mentor -->

![Chairs](room.svg "Hidden"){: #hidden }

<!-- end for -->

![](journey:first-steps?view=path&name=way)

=== "Tab"
    ![Chairs](room.svg "In a tab")

- An item

    | For | Euro |
    |---|---|
    | a day | 5 |
    Table: What it **costs**, see [](figure:room) {: #fees }

--8<-- "more.txt"

> ![Chairs](room.svg "Quoted"){: #quoted }
"""
FILES = SMALL | {
    "mkdocs.yml": MKDOCS,
    "content/guide/index.md": GUIDE,
    "content/guide/two.md": "# Two\n\n[](figure:room), [](figure:quoted), [](figure:taken), [x](figure:hidden)\n",
    "content/guide/room.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" width="400" height="200"/>\n',
    "content/alone.md": '# Alone\n\n![Chairs](guide/room.svg "Far off"){: #far }\n\n[](figure:far)\n',
    "more.txt": '![Chairs](room.svg "Taken in"){: #taken }\n',
    "toolkit/talk.yaml": ACTIVITY + "description: See [](figure:quoted) and [it](table:fees).\n",
}
FIGURES = [
    "Figure 1.1: The *room*",
    "Figure 1.3: First steps",
    "Figure 1.4: In a tab",
    "Table 1.1: What it costs, see figure 1.1",
    "Figure 1.5: Taken in",
    "Figure 1.6: Quoted",
]


def _with_mkdocs(folder: Path, edition: str) -> Path:
    result = journeybook(folder, "build", "--strict", "--edition", edition)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def _with_zensical(folder: Path, edition: str) -> Path:
    result = journeybook(folder, "build", "--strict", "--builder", "zensical", "--edition", edition)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def _generated(folder: Path, edition: str) -> Path:
    result = journeybook(folder, "generate", str(folder / "plain"), "--edition", edition)
    assert result.returncode == 0, result.stderr
    result = mkdocs(folder / "plain", "build", "--strict", "--site-dir", str(folder / "site"))
    assert result.returncode == 0, result.stderr
    return folder / "site"


def _words(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", "", html).split())


@pytest.mark.parametrize("build", [_with_mkdocs, _generated, _with_zensical])
@pytest.mark.parametrize("edition", ["mentee", "team"])
def test_every_builder_makes_the_same(tmp_path: Path, build: Callable[[Path, str], Path], edition: str) -> None:
    """Figures have captions, numbers and addresses, whatever they stand in; links say the numbers of the whole."""
    site = build(write(tmp_path, FILES), edition)
    page = (site / "guide/index.html").read_text("utf-8")
    captions = [_words(one) for one in re.findall(r"<figcaption>.*?</figcaption>", page, re.S)]
    assert captions == [*FIGURES[:1], *(["Figure 1.2: Hidden"] if edition == "team" else []), *FIGURES[1:]]
    for name in ("room", "way", "fees", "quoted", "taken"):
        assert len(re.findall(f'<figure[^>]* id="{name}"', page)) == len(re.findall(f'id="{name}"', page)) == 1
    assert page.count("<figure") == page.count("</figure>") and "data-jb-slot" not in page
    assert not re.search(r"<p>\s*</?(figure|figcaption)", page) and "{:" not in page and 'title="The' not in page
    assert [_words(link) for link in re.findall(r"<a [^>]*#(?:room|way|fees)\"[^>]*>.*?</a>", page)[:5]] == [
        "figure 1.1", "figure 1.3", "table 1.1", "the fees", "this",
    ]  # fmt: skip
    two = (site / "guide/two/index.html").read_text("utf-8")
    links = re.findall(r'<a href="([^"]*#[^"]*)"[^>]*>((?:figure|x)[^<]*)</a>', two)
    hidden = [("../#hidden", "x")] if edition == "team" else []
    told = [("../#room", "figure 1.1"), ("../#quoted", "figure 1.6"), ("../#taken", "figure 1.5"), *hidden]
    assert [(href, words) for href, words in links] == told
    alone = (site / "alone/index.html").read_text("utf-8")
    assert (
        _words(re.findall(r"<figcaption>.*?</figcaption>", alone, re.S)[0]) == "Far off"
        and '#far">Far off</a>' in alone
    )
    talk = (site / "toolkit/talk/index.html").read_text("utf-8")
    assert re.findall(r'guide/(?:index\.html)?#(?:quoted|fees)">(.*?)</a>', talk) == ["figure 1.6", "it"]
    everything = "".join(path.read_text("utf-8") for path in site.rglob("*.html")) if edition == "mentee" else ""
    assert "hidden}" not in everything and "Figure 1.2" not in everything


def test_search_finds_captions(tmp_path: Path) -> None:
    """They are text of their page."""
    site = _with_mkdocs(write(tmp_path, FILES), "team")
    index = "".join(path.read_text("utf-8") for path in sorted((site / "search").iterdir()))
    assert "What it costs" in re.sub("<[^>]*>", "", index.replace("\\u003c", "<").replace("\\u003e", ">"))


def test_without_numbers_captions_stay(tmp_path: Path) -> None:
    """`numbers: false` takes the numbers from captions and links."""
    files = FILES | {"mkdocs.yml": MKDOCS.replace("      edition: team", "      edition: team\n      numbers: false")}
    page = (_with_mkdocs(write(tmp_path, files), "team") / "guide/index.html").read_text("utf-8")
    captions = [_words(one) for one in re.findall(r"<figcaption>.*?</figcaption>", page, re.S)]
    assert captions[:3] == ["The *room*", "Hidden", "First steps"] and ">The *room*</a>" in page
    assert "jb-number" not in page


def test_a_list_of_posts_shows_them_without_what_stands_around(tmp_path: Path) -> None:
    """The beginning of a post keeps its picture and what its caption says; nothing of ours is left over."""
    post = (
        "---\ndate: 2026-01-02\n---\n# A post\n\n"
        '![Chairs](../../guide/room.svg "The room of the post"){: #post-room }\n\nWords.\n\n<!-- more -->\n\nRest.\n'
    )
    yml = MKDOCS.replace("  - search\n", "  - search\n  - blog\n")
    folder = write(
        tmp_path, FILES | {"mkdocs.yml": yml, "content/blog/posts/a.md": post, "content/blog/index.md": "# Blog\n"}
    )
    site = _with_mkdocs(folder, "team")
    page = (site / "blog/index.html").read_text("utf-8")
    assert (
        "data-jb" + "-slot" not in page
        and "The room of the post" in page
        and page.count("<figure") == page.count("</figure>")
    )


def test_names_of_any_script_are_anchors(tmp_path: Path) -> None:
    """MkDocs, which looks for them where it is asked to, finds those of figures, tables and stages."""
    names = ("größe", "कक्षा", "部屋")
    figures = "\n\n".join(f'![Chairs](room.svg "Chairs"){{: #{name} }}' for name in names)
    links = " ".join(f"[](figure:{name})" for name in names)
    journey = (
        "title: Weg\nstages: [{id: größe, title: A, questions: [Why?]}, {id: 部屋, title: B, questions: [How?]}]\n"
    )
    pages = {
        "content/guide/index.md": f"# The guide\n\n{figures}\n",
        "content/guide/two.md": f"# Two\n\n{links} [](journey:weg#größe) [](journey:weg#部屋)\n",
        "journeys/weg.yaml": journey,
    }
    kept = {path: FILES[path] for path in ("content/guide/room.svg", "mkdocs.yml")}
    site = _with_mkdocs(write(tmp_path, kept | pages), "team")
    two = (site / "guide/two/index.html").read_text("utf-8")
    assert re.findall(r'href="\.\./#([^"]*)">(figure[^<]*)<', two) == [
        (name, f"figure 1.{number}") for number, name in enumerate(names, 1)
    ]
