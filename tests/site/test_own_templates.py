"""Templates of a handbook's own, as Material teaches them: the look stays, and so does what they add."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeybook.checks.own_templates import HIDES
from journeybook.ground.theme_dir import theme_dir
from sites import Open, serving
from small import MKDOCS_YML, OLD_SITE, SMALL, journeybook, mkdocs, write

slow = pytest.mark.slow

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
        page.on("request", lambda request: asked.append(request.url) if "/assets/" not in request.url else None)
        page.wait_for_load_state("networkidle")
        page.locator("[data-jb-run-open]").click()
        page.locator("dialog[open]").wait_for()
        page.go_back()
        page.locator("dialog[open]").wait_for(state="detached")
        page.wait_for_load_state("networkidle")
        assert asked == []
        page.locator(".md-search__input").click()
        page.wait_for_function("performance.getEntriesByType('resource').some(e => /search_index/.test(e.name))")


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


@slow
@pytest.mark.parametrize(
    ("main", "told"),
    [
        ("{% extends 'base.html' %}\n\n{% block announce %}x{% endblok %}", "own/main.html:3: this template cannot be"),
        (
            "{# Ours #}\n{% extends 'bass.html' %}",
            "own/main.html:2: this template cannot be used: there is no template ‘bass.h",
        ),
        (
            "{% extends 'base.html' %}\n{% block announce %}{{ page.nothing.title() }}{% endblock %}",
            "own/main.html:2: this template cannot be used",
        ),
    ],
    ids=["syntax", "missing", "undefined"],
)
def test_a_template_that_fails_is_told_in_one_line(tmp_path: Path, main: str, told: str) -> None:
    """The answer has the file and its line, no traceback, and the old site stays."""
    folder = write(tmp_path, OWN | OLD_SITE | {"own/main.html": main})
    for result in (journeybook(folder, "build", "--force"), mkdocs(folder, "build")):
        assert result.returncode and told in result.stderr and "Traceback" not in result.stderr


def test_every_template_of_ours_that_can_be_hidden_has_its_warning() -> None:
    """Whatever stands in our overrides is told of where it is hidden, but for the logo and what only we extend."""
    folder = theme_dir() / "overrides"
    ours = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert ours - {"partials/logo.html", "journeybook/first-page.html"} == set(HIDES)
