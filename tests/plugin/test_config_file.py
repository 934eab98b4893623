"""What is wrong with mkdocs.yml, beyond the words of tests/problems: which commands tell it, and that all do."""

from __future__ import annotations

import importlib.util
import json
import random
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from material.plugins.social import plugin as social

from fuzz import examples
from journeybook import api
from journeybook.builders.config.mkdocs_yml import files_of
from journeybook.builders.config.project import ProjectError
from journeybook.cli import main
from journeybook.language.named import is_tag, tag_of
from journeybook.problems import HandbookError
from small import MKDOCS_YML, SMALL, write

pytestmark = pytest.mark.slow

ROLES = MKDOCS_YML.replace("journeybook]", "journeybook: {roles: mentor}]")
COMMANDS = (
    ("check",),
    ("build",),
    ("generate", "out"),
    ("serve",),
    ("cards", "--deck", "activities", "-o", "cards.pdf"),
    ("diagram", "journeys/first-steps.yaml", "-o", "drawn.svg"),
)
FULL = """
site_name: The handbook
site_url: https://example.org/
docs_dir: content
theme:
  name: material
  language: de
  features: [navigation.top]
  logo: star.png
  font: {text: Lato}
  icon:
    logo: material/star
  palette:
    - scheme: slate
      primary: teal
      toggle: {icon: material/star, name: Dark}
repo_url: https://example.org/
edit_uri: edit/
copyright: Ours
exclude_docs: |
  old.md
plugins:
  - search:
      lang: de
  - tags
  - journeybook:
      roles: [mentor]
      numbers: true
      links: []
markdown_extensions:
  - admonition
  - toc:
      permalink: true
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.snippets:
      base_path: [parts]
extra:
  homepage: https://example.org/
  social:
    - icon: material/star
not_in_nav: |
  /a.md
validation:
  nav:
    omitted_files: warn
extra_css: [a.css]
nav:
  - Home: index.md
"""
JUNK = (
    *("null", "[]", "{}", "5", "true", "no", "x", "''", "- a", "- 3", "a: b", "2020-01-01", "!x y", "&a b", "*a", "%x"),
    *("[[1], 2]", "{1: 2}", "[{a: b, c: d}]", "{a: {b: c}}", "!ENV X", "!!python/name:os.nope", "<<: {a: b}", "\xa0x"),
)


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *command: str) -> Result:
    """Run a command in a folder; what it raises is raised."""
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, list(command), catch_exceptions=False)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_tells_why_mkdocs_yml_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """A sentence with its place and what to write; nothing is written."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": "site_name: Ours: the handbook\n"})
    before = sorted(folder.rglob("*"))
    ended = run(folder, monkeypatch, *command)
    assert ended.exit_code == 1
    assert "mkdocs.yml:1:16: error JB104: this text has a colon" in ended.output
    assert 'Put the whole text in quotes: "Ours: the handbook".' in ended.output
    assert "Traceback" not in ended.output and sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", [COMMANDS[0], *COMMANDS[4:]], ids=lambda command: command[0])
def test_a_value_that_is_wrong_is_told_with_the_handbook_s_own_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """The rest of mkdocs.yml is read, and so is the handbook."""
    broken = SMALL["journeys/first-steps.yaml"].replace("questions:", "question:", 1)
    folder = write(tmp_path, SMALL | {"mkdocs.yml": ROLES, "journeys/first-steps.yaml": broken})
    ended = run(folder, monkeypatch, *command)
    assert ended.exit_code == 1
    assert "mkdocs.yml:4:40: error JB203: ‘roles’ is a list" in ended.output
    assert "did you mean ‘questions’?" in ended.output


def test_the_checker_s_forms_have_what_mkdocs_yml_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it cannot be read at all."""
    ended = run(write(tmp_path, {"mkdocs.yml": ""}), monkeypatch, "check", "--format", "json")
    assert [(one["code"], one["file"]) for one in json.loads(ended.output)] == [("JB110", "mkdocs.yml")]
    assert ended.exit_code == 1


def test_advice_on_mkdocs_yml_stops_only_the_strict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs would warn of the same, and stop where it is strict."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": MKDOCS_YML + "our_motto: Step by step\n"})
    ended = run(folder, monkeypatch, "check")
    assert ended.exit_code == 0 and "advice JB461: MkDocs knows no key ‘our_motto’" in ended.output
    with pytest.raises(HandbookError):
        api.open_project(folder / "mkdocs.yml", strict=True)


def test_what_one_file_did_wrong_is_not_told_of_the_next(tmp_path: Path) -> None:
    """MkDocs keeps warnings in its options where it refuses a value."""
    wrong = MKDOCS_YML.replace("search,", "search: {separator: [1], colour: red},")
    first = write(tmp_path / "first", SMALL | {"mkdocs.yml": wrong})
    second = write(tmp_path / "second", SMALL)
    codes = [problem.code for problem in api.load(api.open_project(first / "mkdocs.yml")).problems]
    assert {"JB203", "JB461"} <= set(codes)
    told = api.load(api.open_project(second / "mkdocs.yml")).problems
    assert [problem for problem in told if problem.file == "mkdocs.yml"] == []


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize(("language", "search"), [("zh", True), ("zh-Hant", True), ("ja", True), ("zh", False)])
def test_a_chinese_handbook_is_told_what_its_search_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, search: bool, there: bool
) -> None:
    """Where the package is missing and a search is there; no other language needs it."""
    find = importlib.util.find_spec
    spec = ModuleSpec("jieba", None) if there else None
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: spec if name == "jieba" else find(name, *rest))
    theme = MKDOCS_YML.replace("theme: material", f"theme: {{name: material, language: {language}}}")
    text = theme if search else theme.replace("search, ", "")
    folder = write(tmp_path, SMALL | {"mkdocs.yml": text})
    told = [
        problem for problem in api.load(api.open_project(folder / "mkdocs.yml")).problems if problem.code == "JB462"
    ]
    assert [(problem.file, problem.line) for problem in told] == (
        [("mkdocs.yml", 3)] if language.startswith("zh") and search and not there else []
    )


@pytest.mark.parametrize(
    ("languages", "hints"),
    [
        ("en", []),
        ("[en]", []),
        ("[en, de]", []),
        ("en-US", []),
        ("de", []),
        ("english", ["write `lang: en`"]),
        ("[en, german]", ["write `de`"]),
        ("[en, klingon]", ["take it out: words are then found as they are written"]),
    ],
)
def test_the_search_knows_english_and_the_languages_of_its_files(
    tmp_path: Path, languages: str, hints: list[str]
) -> None:
    """English needs no file of its own: MkDocs and Material take it, alone and beside others."""
    text = MKDOCS_YML.replace("search,", f"search: {{lang: {languages}}},")
    folder = write(tmp_path, SMALL | {"mkdocs.yml": text})
    told = api.load(api.open_project(folder / "mkdocs.yml")).problems
    assert [str(problem.hint) for problem in told if problem.file == "mkdocs.yml"] == hints


@pytest.mark.parametrize("text", ["site_name: A: b\n", "\t- [", "INHERIT: none.yml\n"])
def test_what_is_broken_while_a_build_runs_is_left_to_the_next(tmp_path: Path, text: str) -> None:
    """The handbook is made with what was loaded."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": ROLES.replace("mentor}", "[mentor], links: [none]}")})
    project = api.open_project(folder / "mkdocs.yml")
    write(folder, {"mkdocs.yml": text})
    assert api.load(project).book.settings.roles == ("mentor",)
    assert next(files_of(folder / "mkdocs.yml")).name == "mkdocs.yml"
    assert len(list(files_of(folder / "mkdocs.yml"))) < 3


@pytest.mark.parametrize("seed", range(examples(40)))
def test_whatever_stands_in_mkdocs_yml_is_told_or_taken(tmp_path: Path, seed: int) -> None:
    """Lines that are missing, moved or replaced: a problem with a place, or a handbook; never an exception of Python's.

    A sentence without a place tells that the plugin is not named at all.
    """
    write(tmp_path, SMALL | {"mkdocs.yml": "\n".join(_damaged(random.Random(seed))), "content/index.md": "# Home\n"})
    try:
        told = api.load(api.open_project(tmp_path / "mkdocs.yml")).problems
    except HandbookError as error:
        told = error.problems
        assert told
    except ProjectError as error:
        assert "does not use journeybook" in str(error)
        return
    assert all(str(problem.message) and (problem.hint is None or str(problem.hint)) for problem in told)
    assert all(problem.line for problem in told if problem.file == "mkdocs.yml")


def _damaged(choose: random.Random) -> list[str]:
    lines = FULL.strip().split("\n")
    for _ in range(choose.randint(1, 2)):
        at = choose.randrange(len(lines))
        match choose.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines[at] = f"{lines[at].partition(':')[0]}: {choose.choice(JUNK)}"
            case 2:
                lines[at] = lines[at].removeprefix("  ") if lines[at].startswith("  ") else f"  {lines[at]}"
            case _:
                lines[at] = f"{lines[at].partition('- ')[0]}- {choose.choice(JUNK)}"
    return lines


MATERIAL = {"de", "en", "es", "nb", "pt", "pt-BR", "zh", "zh-Hant", "cs", "ja", "da"}
CALLED = {
    "german": "de",
    "Deutsch": "de",
    "de-DE": "de",
    "de_AT": "de",
    "germn": "de",
    "english": "en",
    "gb": "en",
    "Brazilian Portuguese": "pt-BR",
    "pt_br": "pt-BR",
    "PT": "pt",
    "cz": "cs",
    "jp": "ja",
    "日本語": "ja",
    "dk": "da",
    "norwegian": "nb",
    "no": "nb",
    "chinese": "zh",
    "zh-CN": "zh",
    "español": "es",
    "klingon": None,
    "x": None,
}


@pytest.mark.parametrize(("called", "tag"), CALLED.items())
def test_a_language_is_known_by_what_people_call_it(called: str, tag: str | None) -> None:
    """Its name in English or in itself, with a typing error, its country, or a tag that the theme has not."""
    assert tag_of(called, MATERIAL) == tag


def test_a_locale_is_one_of_babel_s() -> None:
    """With its region or without; a name is none, and is answered with the tag."""
    assert is_tag("de") and is_tag("en-US") and is_tag("pt_BR") and not is_tag("english") and not is_tag("")
    assert tag_of("german") == "de" and tag_of("Deutsch") == "de"


RIGHT = {
    "a language of the environment": "theme: {name: material, language: !ENV [JB_NOT_SET, de]}\n",
    "an address that may be empty": 'site_url: !ENV [JB_NOT_SET, ""]\nedit_uri: ""\ntheme: material\n',
    "keys of other themes": (
        "theme:\n  name: material\n  color_mode: auto\n  nav_style: dark\n  highlightjs: true\n  version: 1\n"
        "  include_search_page: false\n  search_index_only: true\n  analytics: {gtag: x}\n  social: []\n"
    ),
    "features of one's own": "theme: {name: material, features: [our.own, navigation.tabs, content.code.annotate]}\n",
    "a scheme from another host": (
        "theme: {name: material, palette: {scheme: dark}}\nplugins: [search, journeybook, privacy]\n"
        "extra_css: [https://example.org/dark.css]\n"
    ),
    "notes behind texts": 'site_author: Ann # of the office\ntheme: material # the only one\ncopyright: "Us #2" #1\n',
    "names with signs": "site_description: R&D, snake_case and C# * 2\ntheme: material\n",
    "a role of two words": "theme: material\nplugins: [search, journeybook: {roles: [programme-lead]}]\n",
    "an address of letters and a port": "site_url: https://münchen.example.org:8080/a\ntheme: material\n",
    "an address of one's own network": "site_url: http://intranet/handbook/\ntheme: material\n",
    "an address with the port of one's own network": "site_url: https://harbour:443/\ntheme: material\n",
    "an address of serve where the environment has none": (
        "site_url: !ENV [JB_NOT_SET, 'http://localhost:8000/']\ntheme: material\n"
    ),
    "keys of one's own below extra": "theme: material\nextra: {html: {a: b}, cards: [birthday], numbers: 12}\n",
    "options below extra that a template reads": (
        "theme: {name: material, custom_dir: overrides}\nextra: {roles: [mentor], editions: {a: b}}\n"
    ),
    "options below extra that a hook may read": "theme: material\nhooks: [a.py]\nextra: {roles: [mentor]}\n",
    "what Material reads below extra": (
        "theme: material\nextra:\n  analytics: {provider: google, property: G-1}\n  version: '1.0'\n"
        "  alternate: [{name: English, link: /en/, lang: en}]\n  consent: {title: Ours, description: For us}\n"
    ),
    "who counts visits, with a template of one's own": (
        "theme: {name: material, custom_dir: overrides}\nextra: {analytics: {provider: matomo}}\n"
    ),
    "votes that a provider counts": (
        "theme: material\nextra:\n  analytics: {provider: google, property: G-1, feedback: {title: Good}}\n"
    ),
    "a copyright with HTML": "theme: material\ncopyright: '© Us <br> <a href=\"mailto:us@example.org\">us</a>'\n",
    "levels of validation": "theme: material\nvalidation: {links: {anchors: warn}, nav: {omitted_files: info}}\n",
    "a scheme of the theme": "theme: {name: material, palette: {scheme: slate}}\n",
    "an address of figures": "site_url: http://[2001:db8::1]/\ntheme: material\n",
    "ways to edit elsewhere": "edit_uri: https://example.org/edit/\ntheme: material\n",
    "a repository that says where the chapters lie": (
        "repo_url: https://github.com/a/book\nedit_uri: edit/main/handbook/content/\ntheme: material\n"
    ),
    "a repository of a host that has no way to edit": "repo_url: https://git.example.org/a/book\ntheme: material\n",
    "a repository that pages do not link into": "repo_url: https://github.com/a/b\nedit_uri: ''\ntheme: material\n",
    "one title of each kind": "theme: material\nnav:\n  - 7 habits: guide/index.md\n  - https://example.org/a.md\n",
    "a logo of an icon": "theme: {name: material, logo: false, icon: {logo: material/library}}\n",
    "a toolkit called workshops": "theme: material\nplugins: [search, journeybook: {toolkit: workshops}]\n",
}


@pytest.mark.parametrize("lines", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(tmp_path: Path, lines: str) -> None:
    """Tags, keys of one's own, other plugins, and what only looks like a mistake."""
    kept = [line for line in MKDOCS_YML.strip().split("\n") if f"\n{line.partition(':')[0]}:" not in f"\n{lines}"]
    files = {"mkdocs.yml": "\n".join(kept) + "\n" + lines, "content/guide/index.md": "# The guide\n"}
    files |= {"overrides/partials/a.html": "{{ config.extra.roles }}{{ config['extra']['editions'] }}", "a.py": ""}
    files |= {"overrides/partials/integrations/analytics/matomo.html": "<script></script>"}
    files |= {"workshops/talk.yaml": SMALL["toolkit/talk.yaml"], "workshops/workshops/a.txt": ""}
    assert _told(write(tmp_path, SMALL | files)) == []


@pytest.mark.parametrize(
    ("theme", "provider", "hint"),
    [
        ("material", "matomo", "into `overrides/partials/integrations/analytics/matomo.html`, and write `custom_dir:"),
        (
            "{name: material, custom_dir: ours}",
            "plausible",
            "into `ours/partials/integrations/analytics/plausible.html`, o",
        ),
        ("material", "Google", "write `provider: google`"),
    ],
)
def test_who_counts_visits_without_a_template_is_told(tmp_path: Path, theme: str, provider: str, hint: str) -> None:
    """Material brings one for Google alone; without one no build ends."""
    config = MKDOCS_YML.replace("theme: material", f"theme: {theme}")
    config += f"extra:\n  analytics:\n    provider: {provider}\n"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config, "ours/partials/a.html": ""})
    project = api.open_project(folder / "mkdocs.yml")
    project.dress()
    ((code, said),) = [(one.code, str(one.hint)) for one in project.inspect(project.read()).problems]
    assert code == "JB203" and hint in said


def _told(folder: Path) -> list[tuple[str, int, str]]:
    project = api.open_project(folder / "mkdocs.yml")
    project.dress()
    found = project.inspect(project.read()).problems
    return [(one.file, one.line, str(one.message)) for one in found if one.file.endswith(".yml")]


def test_what_is_inherited_and_written_anew_is_not_judged(tmp_path: Path) -> None:
    """An icon that the nearer file replaces; the place of one that it does not is in the file that has it."""
    base = (
        "repo_url: https://e.org/r\ntheme:\n  name: material\n  icon: {logo: material/librery, repo: material/gthub}\n"
    )
    near = "INHERIT: base.yml\n" + MKDOCS_YML.replace(
        "theme: material", "theme: {name: material, icon: {logo: material/star}}"
    )
    folder = write(tmp_path, SMALL | {"base.yml": base, "mkdocs.yml": near})
    assert _told(folder) == [("base.yml", 4, "there is no icon ‘material/gthub’")]


@pytest.mark.parametrize("given", ["language:", "language: ~", "language: !ENV JB_NOT_SET"])
def test_an_empty_language_is_told(tmp_path: Path, given: str) -> None:
    """A build would look for the texts of a language called None."""
    text = MKDOCS_YML.replace("theme: material", f"theme:\n  name: material\n  {given}")
    folder = write(tmp_path, SMALL | {"mkdocs.yml": text})
    found = [one for one in api.load(api.open_project(folder / "mkdocs.yml")).problems if one.code == "JB343"]
    assert [(one.line, one.column) for one in found] == [(5, 3)]
    assert "`language: en`" in str(found[0].hint)


SOCIAL = "site_name: x\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n  - journeybook\n  - social{}\n"


@pytest.mark.parametrize(
    ("options", "lacks", "number"),
    [("", True, 1), ("", False, 0), (": {cards: false}", True, 0), (": {enabled: false}", True, 0)],
)
def test_pictures_that_nothing_draws_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: str, lacks: bool, number: int
) -> None:
    """Where the plugin is on, and what it draws them with is not installed."""
    monkeypatch.setattr(social, "import_errors", {"No module named 'cairosvg'"} if lacks else set())
    monkeypatch.setattr(social, "cairosvg_error", "")
    assert len(_told(write(tmp_path, SMALL | {"mkdocs.yml": SOCIAL.format(options)}))) == number
