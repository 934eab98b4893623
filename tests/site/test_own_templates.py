"""Templates of a handbook's own, as Material teaches them: the look stays, and so does what they add."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from mkdocs.theme import Theme
from playwright.sync_api import expect

from journeybook.checks.own_templates import HIDES
from journeybook.ground.theme_dir import theme_dir
from journeybook.handbook import Settings, load
from journeybook.language.words import Words
from journeybook.pages.site import Site
from journeybook.templates.library import page_env, theme_library
from sites import Open, open_search, serving
from small import MKDOCS_YML, OLD_SITE, SMALL, journeybook, mkdocs, write

slow = pytest.mark.proof

# The blocks that Material's own guide shows, each with something of the handbook's own.
BLOCKS = """
{% extends "base.html" %}
{% block announce %}<span class="own-announce">Join us</span>{% endblock %}
{% block extrahead %}<meta name="own" content="yes">{% endblock %}
{% block htmltitle %}{{ super() }}<meta name="titled" content="yes">{% endblock %}
{% block content %}{{ super() }}<p class="own-text">Write to us.</p>{% endblock %}
{% block footer %}{{ super() }}<p class="own-foot">The town library</p>{% endblock %}
"""
ANNOUNCE = '{% extends "base.html" %}\n{% block announce %}<span class="own-announce">Join us</span>{% endblock %}\n'
OWN = SMALL | {
    "mkdocs.yml": MKDOCS_YML.replace("theme: material", "theme: {name: material, custom_dir: own}"),
    "content/index.md": "# Welcome\n\nHello.\n",
    "journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"] + "language: ar\n",
}
LOOK = """() => {
  const box = document.querySelector('.md-content .jb'), facts = box?.querySelector('dl.jb-glance');
  const drawing = [...document.querySelectorAll('svg.jd')].find(svg => svg.checkVisibility());
  return {kind: box?.className, lang: box?.lang, dir: box?.dir, facts: facts && getComputedStyle(facts).display,
          drawn: drawing?.getBoundingClientRect().width > 250 && drawing.getBoundingClientRect().height > 40,
          own: ['.own-announce', '.own-text', '.own-foot', 'meta[name=own]', 'meta[name=titled]']
            .filter(part => document.querySelector(part))};
}"""
ALL = [".own-announce", ".own-text", ".own-foot", "meta[name=own]", "meta[name=titled]"]


def built(folder: Path, builder: str) -> Path:
    """The site of a handbook: by MkDocs, by Zensical, or by MkDocs out of the folder that `generate` writes."""
    if builder != "generate":
        result = journeybook(folder, "build", "--builder", builder)
        assert result.returncode == 0, result.stderr
        return folder / "site"
    out = folder.parent / "out"
    assert journeybook(folder, "generate", str(out)).returncode == 0
    assert mkdocs(out, "build", "--strict").returncode == 0
    return out / "site"


@slow
@pytest.mark.parametrize("builder", ["mkdocs", "generate", "zensical"])
@pytest.mark.parametrize(("main", "added"), [(ANNOUNCE, ALL[:1]), (BLOCKS, ALL)], ids=["announce", "five-blocks"])
def test_a_main_html_of_ones_own_takes_nothing_away(
    window: Open, tmp_path: Path, builder: str, main: str, added: list[str]
) -> None:
    """A journey has its box with kind, language and direction, its facts and its drawing, beside what was added."""
    site = built(write(tmp_path / "book", OWN | {"own/main.html": main}), builder)
    with serving(site) as base:
        reader = window(1280, base=base)
        page = reader.open("journeys/first-steps/")
        look = page.evaluate(LOOK)
        assert look["own"] == added
        assert (look["kind"], look["lang"], look["dir"]) == ("jb jb-page-journey", "ar", "rtl")
        assert look["facts"] == "grid" and look["drawn"]
        assert page.title() == "First steps - Small handbook"
        assert reader.open("").title() == "Small handbook"
        assert reader.found() == []


@slow
def test_what_ours_do_is_done_all_the_same(window: Open, tmp_path: Path) -> None:
    """Beside an own main.html, the search index waits for a search, and the back button leaves the view that is run."""
    site = built(write(tmp_path / "book", OWN | {"own/main.html": ANNOUNCE}), "mkdocs")
    with serving(site) as base:
        page = window(1280, base=base).open("toolkit/talk/")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "/search/index" in request.url else None)
        page.wait_for_load_state("networkidle")
        page.locator("[data-jb-run-open]").click()
        page.locator("dialog[open]").wait_for()
        page.go_back()
        page.locator("dialog[open]").wait_for(state="detached")
        page.wait_for_load_state("networkidle")
        assert asked == []
        open_search(page)
        page.keyboard.type("talks")
        expect(page.locator(".jb-search-said")).to_have_text("Nothing for ‘talks’; shown: talk.")
        assert len(asked) == 1


@slow
@pytest.mark.parametrize("builder", ["mkdocs", "generate"])
def test_what_hides_ours_can_take_it_in(tmp_path: Path, builder: str) -> None:
    """A page for what is not here, a page's content and its tabs: each by its second name, with more around it."""
    more = {
        "own/404.html": '{% extends "journeybook/404.html" %}{% block content %}{{ super() }}<i>Call us.</i>'
        "{% endblock %}",
        "own/partials/content.html": '{% include "journeybook/partials/content.html" %}<i>Thanks.</i>',
        "own/partials/tabs-item.html": '{% import "journeybook/partials/tabs-item.html" as ours with context %}'
        "{% macro render(nav_item, ref) %}{{ ours.render(nav_item, ref) }}{% endmacro %}",
    }
    folder = write(tmp_path / "book", OWN | more)
    assert "JB43" not in journeybook(folder, "check").stdout
    site = built(folder, builder)
    lost = (site / "404.html").read_text("utf-8")
    assert 'class="jb jb-page-lost"' in lost and "<i>Call us.</i>" in lost
    page = (site / "toolkit/talk/index.html").read_text("utf-8")
    assert 'class="jb jb-page-activity"' in page and "<i>Thanks.</i>" in page
    assert re.search(r'md-tabs__item--active">\s*<a href="../"', page)


NO_FILTER = "{% extends 'base.html' %}\n{% block announce %}{{ page.title.nothing() }}{% endblock %}"
ROUND = "{% if true %}{% include 'partials/copyright.html' %}{% endif %}"
UNKNOWN = {"own/partials/copyright.html": "<p>Ours</p>\n{% include 'partials/' ~ 'none.html' %}"}


@slow
@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"own/main.html": NO_FILTER}, "own/main.html:2: this template cannot be used"),
        (UNKNOWN, "own/partials/copyright.html:2: this template cannot be used: there is no template ‘partials/none.h"),
        (
            {"own/partials/copyright.html": ROUND},
            "own/partials/copyright.html:1: this template cannot be used: it takes",
        ),
        (
            {"own/partials/copyright.html": "<p>Ours</p>\n{{ 1 / 0 }}"},
            "own/partials/copyright.html:2: this template cannot be used: Z",
        ),
    ],
    ids=["undefined", "missing", "round", "arithmetic"],
)
def test_a_template_that_fails_is_told_in_one_line(tmp_path: Path, files: dict[str, str], told: str) -> None:
    """What only a build finds has the file and its line, no traceback, and `journeybook build` keeps the old site."""
    folder = write(tmp_path, OWN | OLD_SITE | files)
    ours = journeybook(folder, "build", "--force")
    assert (folder / "site/index.html").read_text("utf-8") == OLD_SITE["site/index.html"]
    for result in (ours, mkdocs(folder, "build")):
        assert result.returncode and told in result.stderr and "Traceback" not in result.stderr


@slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{% if true %}{% include 'parts/activity-actions.html.j2' %}{% endif %}",
            "it takes itself in, again and again",
        ),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% include 'parts/' ~ 'none.html.j2' %}", "there is no template ‘parts/none.html.j2’"),
    ],
)
def test_so_is_a_template_of_pages(tmp_path: Path, text: str, told: str) -> None:
    """By every command that writes pages."""
    options = {"mkdocs.yml": MKDOCS_YML.replace("journeybook]", "journeybook: {templates: own}]")}
    folder = write(tmp_path / "book", SMALL | options | {"own/parts/activity-actions.html.j2": text})
    for result in (
        journeybook(folder, "build"),
        mkdocs(folder, "build"),
        journeybook(folder, "generate", str(tmp_path / "out")),
    ):
        assert result.returncode and "Traceback" not in result.stderr
        assert f"own/parts/activity-actions.html.j2:1: this template cannot be used: {told}" in result.stderr


@slow
def test_what_check_tells_stops_a_build(tmp_path: Path) -> None:
    """A template that cannot be used is an error with a column, and the old site stays."""
    folder = write(tmp_path, OWN | OLD_SITE | {"own/main.html": '{% extends "base.html" %}\n <p>{% endblok %}'})
    for result in (journeybook(folder, "build", "--force"), mkdocs(folder, "build")):
        assert result.returncode and "own/main.html:2:5" in result.stderr and "JB314" in result.stderr
    assert (folder / "site/index.html").read_text("utf-8") == OLD_SITE["site/index.html"]


def remedies(folder: Path) -> dict[str, str]:
    """What advice JB430 says to write first, by the file that it is about."""
    rows = json.loads(journeybook(folder, "check", "--format", "json").stdout)
    hidden = [row for row in rows if row["code"] == "JB430"]
    return {row["file"]: re.findall("`([^`]*)`", row["hint"])[0] for row in hidden}


PARTS = {f"own/{name}": "<b>Ours</b>\n" for name in HIDES}
LOST = '{% extends "main.html" %}\n{% block content %}<b>Ours</b>{% endblock %}\n'


@slow
@pytest.mark.parametrize("lost", ["<b>Ours</b>\n", LOST], ids=["plain", "extends"])
def test_every_remedy_works_as_it_is_typed(tmp_path: Path, lost: str) -> None:
    """Each line that advice offers for a file, put first in that file, brings ours back, and a site is built."""
    folder = write(tmp_path, OWN | PARTS | {"own/404.html": lost})
    offered = remedies(folder)
    assert set(offered) == {*PARTS}
    for file, code in offered.items():
        text = (folder / file).read_text("utf-8").replace('{% extends "main.html" %}', "")
        text = text.replace("<b>", "{{ super() }}<b>") if file == "own/404.html" and "block" in text else text
        write(folder, {file: f"{code}\n{text}"})
    assert remedies(folder) == {}
    site = built(folder, "mkdocs")
    assert 'class="jb jb-page-lost"' in (site / "404.html").read_text("utf-8")
    page = (site / "toolkit/talk/index.html").read_text("utf-8")
    assert 'class="jb jb-page-activity"' in page and 'role="dialog"' in page
    assert re.search(r'md-tabs__item--active">\s*<a href="../"', page)


BLOCKS_OF_OURS = ("site_meta", "styles", "config", "scripts", "header", "site_nav", "content")


@slow
def test_super_is_the_remedy_for_every_block(tmp_path: Path) -> None:
    """A block that loses something says so, and `{{ super() }}` in it brings that back."""
    empty = {name: f"{{% block {name} %}}{{% endblock %}}\n" for name in BLOCKS_OF_OURS}
    folder = write(tmp_path, OWN | {"own/main.html": '{% extends "base.html" %}\n' + "".join(empty.values())})
    rows = json.loads(journeybook(folder, "check", "--format", "json").stdout)
    assert [row["line"] for row in rows if row["code"] == "JB430"] == list(range(2, 2 + len(empty)))
    write(folder, {"own/main.html": (folder / "own/main.html").read_text("utf-8").replace("%}{%", "%}{{ super() }}{%")})
    assert remedies(folder) == {}
    page = (built(folder, "mkdocs") / "toolkit/talk/index.html").read_text("utf-8")
    for part in (
        "viewport",
        "stylesheets/main.",
        "__config",
        "bundle.",
        'class="md-search"',
        "md-sidebar",
        "jb-page-act",
    ):
        assert part in page


def test_templates_are_read_as_they_are_used(tmp_path: Path) -> None:
    """The checker knows exactly the filters, tests and tags that templates of pages, and of the theme, can use."""
    used, read = Site(load(Settings(tmp_path, *[tmp_path] * 3)), Words("en")).env, page_env()
    assert (set(used.filters), set(used.tests)) == (set(read.filters), set(read.tests))
    assert set(used.extensions) == set(read.extensions)
    assert (used.trim_blocks, used.lstrip_blocks) == (read.trim_blocks, read.lstrip_blocks)
    theme, known = Theme(name="material").get_env(), theme_library(Path(), extended=False).env
    assert (set(theme.filters), set(theme.tests)) == (set(known.filters), set(known.tests))
    assert set(theme.extensions) == set(known.extensions)


def test_every_template_of_ours_that_can_be_hidden_has_its_warning() -> None:
    """Whatever stands in our overrides is told of where it is hidden, but for the logo and what only we extend."""
    folder = theme_dir() / "overrides"
    ours = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    extending = {"journeybook/first-page.html", "journeybook/called-as-the-site.html"}
    assert ours - extending - {"partials/logo.html"} == set(HIDES)
