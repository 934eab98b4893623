"""What the navigation and the theme are given in other forms: told, and what is offered is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from journeybook.problems import HandbookError, Problem
from small import write

HEAD = "site_name: x\ndocs_dir: content\nplugins: [search, journeybook]\n"
PAGES = {"content/index.md": "# Welcome\n", "content/ending/index.md": "# Ending\n"}
NAV = "theme: material\nnav:\n  - index.md\n"


def told(folder: Path, lines: str) -> list[Problem]:
    """What is said of mkdocs.yml, as `journeybook check` does."""
    write(folder, {"mkdocs.yml": HEAD + lines, **PAGES})
    try:
        project = open_project(folder / "mkdocs.yml")
    except HandbookError as error:
        return list(error.problems)
    project.dress()
    book = load(settings_of(project.config, project.options))
    return project.inspect(Reading(book, checks.run(book))).problems


OUR_COLOURS = (
    'the colours of pages are journeybook\'s: write `palette: {accent: "#0b5cab"}` with your own below `journeybook:`, '
    "among the plugins, and take this out"
)
"""What MkDocs's theme would take a colour for, and journeybook's styles do not."""


@pytest.mark.parametrize(
    ("entry", "right"),
    [
        ("- @End: ending/index.md", '"@End": ending/index.md'),
        ("- *Ending*: ending/index.md", "Ending: ending/index.md"),
        ("- ? Ending: ending/index.md", '"? Ending": ending/index.md'),
        ("- [Draft] Ending: ending/index.md", '"[Draft] Ending": ending/index.md'),
        ('- "@End: ending/index.md"', '"@End": ending/index.md'),
        ("- Ending -> ending/index.md", "Ending: ending/index.md"),
        ("- Ending = ending/index.md", "Ending: ending/index.md"),
        ("- Ending — ending/index.md", "Ending: ending/index.md"),
    ],
)
def test_a_title_that_is_none_is_told_with_its_quotes(tmp_path: Path, entry: str, right: str) -> None:
    """Those stand around the title alone: around the whole, it is one text, and no page."""
    (problem, *_) = told(tmp_path, f"{NAV}  {entry}\n")
    assert problem.file == "mkdocs.yml" and str(problem.hint).rstrip("`").endswith(right)
    assert told(tmp_path, f"{NAV}  - {right}\n") == []


def test_a_title_that_is_a_note_is_told(tmp_path: Path) -> None:
    """Above the pages of its section."""
    (problem,) = (one for one in told(tmp_path, f"{NAV}  - #3 Ending:\n    - ending/index.md\n") if one.code == "JB203")
    assert str(problem.hint) == 'put the title in quotes: `- "#3 Ending":`'
    assert told(tmp_path, f'{NAV}  - "#3 Ending":\n    - ending/index.md\n') == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("primary: teal", OUR_COLOURS),
        ("colour: teal", OUR_COLOURS),
        ("accent: Teal", OUR_COLOURS),
        ("scheme: slate", "write `palette: {scheme: slate}`"),
        ("dark: true", "write `palette: {scheme: slate}`"),
        ("mode: dark", "write `palette: {scheme: slate}`"),
        ("navigation: tabs", "write `features: [navigation.tabs]`"),
        ("tabs: true", "write `features: [navigation.tabs]`"),
        ("footer: false", "take the line out"),
        ("copyright: Us", "begin it at the start of its line: it does not belong below `theme:`"),
        ("palette: {}\n  primary: teal", OUR_COLOURS),
        ("features: [navigation.top]\n  tabs: true", "write `- navigation.tabs` below `features:`"),
        ("features:\n    - navigation.tabs: true", "write `- navigation.tabs`"),
        (
            "features:\n    - navigation.tabs: false",
            "take the line out: a feature is on only where its name stands",
        ),
    ],
)
def test_what_does_nothing_below_the_theme_is_told(tmp_path: Path, line: str, hint: str) -> None:
    """With where it belongs; written there, nothing is said of it."""
    nav = "nav: [index.md, ending/index.md]\n"
    (problem,) = told(tmp_path, f"{nav}theme:\n  name: material\n  {line}\n")
    assert (problem.code, str(problem.hint)) == ("JB471", hint)
    if hint.startswith("write `") and "below" not in hint and "- " not in hint:
        assert told(tmp_path, f"{nav}theme:\n  name: material\n  {hint.split('`')[1]}\n") == []


def test_what_a_template_of_ones_own_reads_is_right(tmp_path: Path) -> None:
    """Whatever Material knows of it."""
    write(tmp_path, {"overrides/main.html": '{% extends "base.html" %}{{ config.theme.footer }}\n'})
    lines = "theme: {name: material, custom_dir: overrides, footer: false}\nnav: [index.md, ending/index.md]\n"
    assert [one for one in told(tmp_path, lines) if one.code == "JB471"] == []


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("Ending # still a draft:", 'write `- "Ending # still a draft":`'),
        ("? Ending:", 'put the title in quotes: "? Ending":'),
    ],
)
def test_a_section_that_loses_its_colon_or_is_no_title_is_told(tmp_path: Path, title: str, hint: str) -> None:
    """With the title in quotes, which is right; a note behind the colon is one."""
    found = told(tmp_path, f"{NAV}  - {title}\n      - ending/index.md\n")
    assert [str(one.hint) for one in found] == [hint]
    right = hint[hint.index('"') :].rstrip("`")
    assert told(tmp_path, f"{NAV}  - {right}\n      - ending/index.md\n") == []
    assert told(tmp_path, f"{NAV}  - Ending: # still a draft\n      - ending/index.md\n") == []


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ("  - search, journeybook:\n      numbers: false\n", ": `- search`, `- journeybook:`"),
        ("  - search, journeybook\n", ": `- search`, `- journeybook`"),
    ],
)
def test_names_that_share_a_line_get_a_line_each(tmp_path: Path, lines: str, hint: str) -> None:
    """In brackets, a comma parts them; what is offered is right."""
    head = HEAD.replace("plugins: [search, journeybook]\n", "theme: material\nplugins:\n")
    write(tmp_path, {"mkdocs.yml": head + lines, **PAGES})
    project = open_project(tmp_path / "mkdocs.yml")
    (problem,) = project.options.problems
    assert str(problem.hint) == "write each on a line of its own, with a dash" + hint
    right = lines.replace("search, ", "search\n  - ")
    write(tmp_path, {"mkdocs.yml": head + right})
    assert open_project(tmp_path / "mkdocs.yml").options.problems == []
