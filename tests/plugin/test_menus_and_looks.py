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
        return inspected(folder)
    except HandbookError as error:
        return list(error.problems)


def inspected(folder: Path) -> list[Problem]:
    """What is said of a handbook whose configuration can be read."""
    project = open_project(folder / "mkdocs.yml")
    project.dress()
    book = load(settings_of(project.config, project.options))
    return project.inspect(Reading(book, checks.run(book))).problems


OUR_COLOURS = (
    'the colours of pages are journeybook\'s: write `palette: {accent: "#008080"}` with your own below `journeybook:`, '
    "among the plugins, and take this out"
)
IN_VAIN = OUR_COLOURS.replace("take this out", "take the lines with `primary` and `accent` out")
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


SUGGEST = "site_name: x\ndocs_dir: content\ntheme: {{name: material, features: [toc.follow, search.suggest]}}\n{0}"


@pytest.mark.parametrize(
    ("plugins", "hints"),
    [
        ("plugins: [journeybook]\n", ["write `- search` below `plugins:`, or take this out"]),
        ("plugins: {journeybook: {}}\n", ["write `- search` below `plugins:`, or take this out"]),
        ("plugins: [search, journeybook]\n", []),
        ("plugins: [material/search, journeybook]\n", []),
    ],
)
def test_features_of_a_search_that_nothing_makes_are_told(tmp_path: Path, plugins: str, hints: list[str]) -> None:
    """A list of plugins takes MkDocs's own search away; without such features, its author may want none."""
    write(tmp_path, {"mkdocs.yml": SUGGEST.format(plugins), **PAGES})
    told_there = open_project(tmp_path / "mkdocs.yml")
    told_there.dress()
    book = load(settings_of(told_there.config, told_there.options))
    problems = told_there.inspect(Reading(book, checks.run(book))).problems
    assert [str(one.hint) for one in problems if one.code == "JB471"] == hints


@pytest.mark.parametrize(
    ("palette", "column", "hint"),
    [
        ("{primary: teal}", 3, OUR_COLOURS),
        ("{primary: teal, accent: teal}", 3, OUR_COLOURS),
        ("{scheme: slate, accent: teal}", 28, IN_VAIN),
        ("[{scheme: default, primary: teal}, {scheme: slate, primary: teal}]", 31, IN_VAIN),
        ("{primary: Teall}", 22, IN_VAIN.replace("#008080", "#0b5cab")),
        ('{scheme: slate, primary: "#112233"}', 37, IN_VAIN.replace("#008080", "#112233")),
    ],
)
def test_colours_of_the_theme_that_pages_do_not_show_are_told(
    tmp_path: Path, palette: str, column: int, hint: str
) -> None:
    """Once for a palette, with the option that has an effect."""
    ((told_at, said),) = ((one.column, str(one.hint)) for one in looks(tmp_path, f"  palette: {palette}\n"))
    assert (told_at, said) == (column, hint)


def looks(folder: Path, lines: str) -> list[Problem]:
    """What is told of the theme."""
    whole = f"nav: [index.md, ending/index.md]\ntheme:\n  name: material\n{lines}"
    return [one for one in told(folder, whole) if one.code == "JB471"]


@pytest.mark.parametrize(
    "palette", ["{primary: custom}", "{scheme: slate}", "{primary: black}", "[{scheme: slate, accent: custom}]"]
)
def test_palettes_that_have_an_effect_are_right(tmp_path: Path, palette: str) -> None:
    """Light and dark, and colours of which styles of one's own may say more."""
    assert looks(tmp_path, f"  palette: {palette}\n") == []


def test_colours_that_styles_of_ones_own_show_are_right(tmp_path: Path) -> None:
    """They name the variables, or the attributes, of Material."""
    write(tmp_path, {"content/own.css": ":root { --md-primary-fg-color: #123456; }\n"})
    assert looks(tmp_path, "  palette: {primary: teal}\nextra_css: [own.css]\n") == []


def test_the_first_colour_of_the_option_palette_is_called_accent(tmp_path: Path) -> None:
    """As nobody calls it who knows Material."""
    lines = 'nav: [index.md, ending/index.md]\nplugins:\n- journeybook:\n    palette:\n      primary: "#0b5cab"\n'
    (problem,) = (one for one in told(tmp_path, lines) if one.code == "JB202")
    assert str(problem.hint) == "write `accent: …` in its place"


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


EDITIONS = """\
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: mentee}
        team: {title: For the team}
"""
ENDING = "  - {}:\n    - ending/index.md\n    - ending/last.md\n"


def for_some(folder: Path, nav: str, front: str = "", editions: str = EDITIONS) -> list[tuple[int, int, str]]:
    """Where JB447 is told of mkdocs.yml, and the remedy."""
    pages = {f"content/ending/{name}.md": f"{front}# {name}\n\nText.\n" for name in ("index", "last")}
    write(folder, {**pages, "content/index.md": "# Hello\n\nText.\n"})
    lines = f"site_name: A\ndocs_dir: content\n{editions}nav:\n  - index.md\n{nav}"
    write(folder, {"mkdocs.yml": lines})
    found = inspected(folder)
    return [(one.line, one.column, str(one.hint)) for one in found if one.code == "JB447" and one.file == "mkdocs.yml"]


@pytest.mark.parametrize(
    ("nav", "column", "hint"),
    [
        (ENDING.format("For coordinators only"), 5, "each page below it, such as `ending/index.md`"),
        (ENDING.format('"The end (coordinators only)"'), 5, "each page below it, such as `ending/index.md`"),
        ("  - ending/index.md\n  - Coordinators only: ending/last.md\n", 5, "the front matter of `ending/last.md`"),
    ],
)
def test_a_title_of_the_navigation_that_hides_nothing_is_told(tmp_path: Path, nav: str, column: int, hint: str) -> None:
    """With the pages that are to have an audience; where they have one, it is right."""
    ((_, at, said),) = for_some(tmp_path / "a", nav)
    assert at == column and said.startswith("write `audience: coordinator` into") and said.endswith(hint)
    assert for_some(tmp_path / "b", nav, "---\naudience: coordinator\n---\n") == []
    assert for_some(tmp_path / "c", nav, editions="plugins: [search, journeybook]\n") == []


@pytest.mark.parametrize("title", ["For coordinators", "A meal for mentors only", "How mentors are found", "Mentors"])
def test_other_titles_of_the_navigation_are_quiet(tmp_path: Path, title: str) -> None:
    """They may be read by all."""
    assert for_some(tmp_path, ENDING.format(title)) == []


def hidden(folder: Path, name: str, lines: str = "", front: str = "") -> list[tuple[str, str]]:
    """The code and the remedy of what is said of a page with this name."""
    write(folder, {f"content/{name}": f"{front}# Asking\n\nText.\n"})
    return [(one.code, str(one.hint)) for one in told(folder, lines) if one.file == f"content/{name}"]


@pytest.mark.parametrize("name", ["_asking.md", "ending/_asking.md", "_ending/asking.md"])
def test_a_name_with_an_underscore_hides_no_page(tmp_path: Path, name: str) -> None:
    """With a navigation and without; a page that is named in one, kept back or for some is quiet."""
    back = "to keep it back, name it "
    ((code, hint),) = hidden(tmp_path / "a", name)
    assert code == "JB410" and hint.startswith(f"{back}in mkdocs.yml under `draft_docs:`")
    nav = f"{NAV}  - ending/index.md\n"
    assert hidden(tmp_path / "b", name, nav) == [
        ("JB453", f"{back}under `draft_docs:` in mkdocs.yml; or add it to `nav:`")
    ]
    assert hidden(tmp_path / "c", name, f"{nav}  - {name}\n") == []
    assert hidden(tmp_path / "d", name, f"{nav}draft_docs: /{name}\n") == []
    assert hidden(tmp_path / "e", name, f"draft_docs: /{name}\n") == []
    assert hidden(tmp_path / "f", name, f"{nav}not_in_nav: /{name}\n") == []
    assert hidden(tmp_path / "g", name.replace("_", "")) == []
