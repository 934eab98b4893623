"""Links and things shown in place, wherever they stand in a page and wherever they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_html import HtmlPage
from small import JOURNEY, SMALL, journeybook, mkdocs, write

pytestmark = pytest.mark.slow

MKDOCS = """
site_name: Small handbook
docs_dir: content
theme: material
plugins: [search, blog, journeybook]
hooks: [hook.py]
markdown_extensions:
  - admonition
  - def_list
  - md_in_html
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.snippets: {base_path: [parts]}
  - tables
"""
HOOK = """
def on_page_markdown(markdown, **kwargs):
    return markdown.replace("HOOKED", "[](workshop:day)")
"""
PLACES = """
# Places

!!! note
    Words.

    ![](journey:first-steps "Admonition")

=== "Tab"
    ![](journey:first-steps "Tab")

- ![](journey:first-steps "Item")

1. One

   ![](journey:first-steps "Within an item")

| a | b |
|---|---|
| ![](journey:first-steps "Cell") | [](activity:talk) |

> ![](journey:first-steps "Quotation")

Term
:   ![](journey:first-steps "Definition")

<div markdown>
![](journey:first-steps "Box")
</div>

??? note "Closed"
    ![](journey:first-steps "Details")

--8<-- "part.md"

HOOKED
"""
PART = "From elsewhere: [](journey:first-steps#plan)\n\n![](journey:first-steps)\n"
POST = """
---
date: 2026-01-01
---
# A post

![](journey:first-steps)

![](toolkit:guide)

See [](activity:talk).

<!-- more -->

More.
"""
HANDBOOK = SMALL | {
    "mkdocs.yml": MKDOCS,
    "hook.py": HOOK,
    "parts/part.md": PART,
    "content/places.md": PLACES,
    "content/blog/index.md": "# News\n",
    "content/blog/posts/one.md": POST,
    "toolkit/workshops/day.yaml": "title: A day\ndays: [{start: '09:00', blocks: [{activity: talk}]}]\n",
    "journeys/first-steps.yaml": JOURNEY,
}
POSTED = "blog/2026/01/01/a-post/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the handbook above."""
    folder = write(tmp_path_factory.mktemp("shown"), HANDBOOK)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return folder / "site"


def test_a_figure_stands_in_every_block(site: Path) -> None:
    """Boxes, tabs, items, cells, quotations, definitions and snippets show it, and no paragraph is around it."""
    page = (site / "places/index.html").read_text("utf-8")
    assert len(re.findall(r"<figure class=\"jb-fig\b", page)) == 10
    for block in (
        r'admonition note">.*?',
        "<td.*?>",
        r"<li>\s*",
        r"<blockquote>\s*",
        r"<dd>\s*",
        r"<details.*?</summary>\s*",
    ):
        assert re.search(rf"{block}<figure", page, re.S), block
    assert not re.search(r"<p>\s*<figure|data-jb-slot", page)


def test_links_of_snippets_and_hooks_are_made(site: Path) -> None:
    """They lead where they would lead in the page, with the name of what they lead to."""
    page = (site / "places/index.html").read_text("utf-8")
    assert '<a href="../journeys/first-steps/#plan">First steps, stage 2, Plan</a>' in page
    assert '<a href="../toolkit/workshops/day/">A day</a>' in page


@pytest.mark.parametrize("path", [POSTED, "blog/index.html", "blog/archive/2026/index.html"])
def test_a_post_and_its_beginning_lead_on(site: Path, path: str) -> None:
    """The blog writes a post, and its beginning once more in lists: in all of them, each link and drawing lands."""
    page = site / path
    text = page.read_text("utf-8")
    assert 'class="md-content__inner jb"' in text or path == POSTED
    assert 'class="jb-fig' in text and "data-jb-slot" not in text
    relative = [address for _, address in HtmlPage(path, text).addresses() if re.match(r"\.\.?/", address)]
    landed = [(page.parent / address.partition("#")[0]).resolve() for address in relative]
    assert any(place.match("journeys/first-steps") for place in landed)
    assert all(place.exists() for place in landed)
    ids = re.findall(r'\sid="(jd-[^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_the_plain_folder_shows_the_same(tmp_path: Path) -> None:
    """Without the plugin, and without the files that snippets come from, MkDocs makes the same of the folder."""
    folder = write(tmp_path / "book", HANDBOOK)
    (folder / "hook.py").unlink()
    (folder / "mkdocs.yml").write_text(MKDOCS.replace("hooks: [hook.py]\n", "").replace("blog, ", ""), "utf-8")
    (folder / "content/places.md").write_text(PLACES.replace("HOOKED", ""), "utf-8")
    assert journeybook(folder, "generate", "../plain").returncode == 0
    assert mkdocs(tmp_path / "plain", "build").returncode == 0
    page = (tmp_path / "plain/site/places/index.html").read_text("utf-8")
    assert len(re.findall(r"<figure class=\"jb-fig\b", page)) == 10
    assert "First steps, stage 2, Plan" in page
    assert not re.search(r"<p>\s*<figure|data-jb-slot|data-jb-href", page)


def test_what_leads_nowhere_is_an_error_wherever_it_comes_from(tmp_path: Path) -> None:
    """A snippet's unknown id stops `check`, a hook's the build; the site stays as it was."""
    folder = write(tmp_path, HANDBOOK | {"parts/part.md": "![](journey:first-stops)\n"})
    told = journeybook(folder, "check").stdout
    assert "content/places.md: error JB301: unknown journey ‘first-stops’; did you mean ‘first-steps’?" in told
    assert "a snippet, a hook or a plugin brings it into this page" in told
    write(folder, {"parts/part.md": PART, "hook.py": HOOK.replace("[](workshop:day)", "a ![](journey:first-steps)")})
    assert journeybook(folder, "check").returncode == 0
    stopped = mkdocs(folder, "build")
    assert stopped.returncode == 1 and not (folder / "site").exists()
    assert (
        "content/places.md: error JB301: this is shown in place, so it needs a paragraph of its own" in stopped.stderr
    )
