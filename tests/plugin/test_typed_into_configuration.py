"""What mkdocs.yml has that readers would see as it was typed, or not at all; what is right is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from small import write

BEFORE = "site_name: x\ntheme: material\ndocs_dir: content\nplugins: [search, journeybook]\n"


def _before(options: str) -> str:
    return (
        BEFORE if not options else f"{BEFORE.partition('plugins')[0]}plugins:\n  - search\n  - journeybook:\n{options}"
    )


def told(folder: Path, more: str, options: str = "") -> list[tuple[str, int, str]]:
    """The code, the line and the hint of each problem of mkdocs.yml that has these lines more."""
    write(folder, {"content/index.md": "# Welcome\n\nText.\n", "mkdocs.yml": _before(options) + more, "hooks.py": ""})
    project = open_project(folder / "mkdocs.yml")
    found = checks.run(load(settings_of(project.config, project.options)))
    return [(one.code, one.line, str(one.hint)) for one in found if one.file == "mkdocs.yml"]


@pytest.mark.parametrize("sign", ["{year}", "{{ year }}", "{{ now().year }}", "%Y", "[year]", "${YEAR}", "{site_name}"])
def test_what_nothing_puts_a_value_in_place_of_is_told(tmp_path: Path, sign: str) -> None:
    """A hook may, and a plugin for it."""
    line = f'copyright: "© {sign} Anna"\n'
    ((code, place, hint),) = told(tmp_path, line)
    assert (code, place, "nothing is put in its place" in hint) == ("JB441", 5, True)
    assert not told(tmp_path, f"{line}hooks: [hooks.py]\n")


@pytest.mark.parametrize("text", ["© 2026 Anna", "100%", "© 2025–2026 {a}", "[b]", "50%Yes", "Year of the [mentors]"])
def test_other_signs_of_a_copyright_are_left_alone(tmp_path: Path, text: str) -> None:
    """They may well be meant."""
    assert not told(tmp_path, f'copyright: "{text}"\n')


@pytest.mark.parametrize("before", ["permalink: ", "anchorlink_text: "])
def test_a_sign_that_yaml_takes_for_a_comment_is_told(tmp_path: Path, before: str) -> None:
    """`permalink: #` switches the links off; in quotation marks it is right."""
    extension = f"markdown_extensions:\n  - toc:\n      title: x\n      {before}"
    assert ("JB407", 8, 'write `"#"`') in told(tmp_path, f"{extension}#\n")
    assert "JB407" not in [code for code, _, _ in told(tmp_path, f'{extension}"#"\n')]


def test_other_comments_of_extensions_are_left_alone(tmp_path: Path) -> None:
    """A list of options below, words behind the sign."""
    more = "markdown_extensions: # ours\n  - toc: #\n      permalink: true # yes\n  - attr_list #\n"
    assert not told(tmp_path, more)


def test_a_blank_in_an_address_of_the_navigation_is_told(tmp_path: Path) -> None:
    """With the address without it, or with `%20`."""
    nav = "nav:\n  - index.md\n  - Files: https://drive.example.org/ours /a b\n  - https://example.org/a%20b\n"
    assert told(tmp_path, nav) == [("JB498", 7, "write `https://drive.example.org/ours/a%20b` in its place")]


def test_roles_that_replace_our_own_are_told_once_where_many_files_name_those(tmp_path: Path) -> None:
    """Nothing is wrong with the files; where one or two name a role, it may be those that have to be mended."""
    pages = {f"content/{name}.md": "---\naudience: mentor\n---\n# Page\n\nText.\n" for name in ("a", "b", "c")}
    roles = "      roles: [parent, teacher]\n"
    write(tmp_path, {**pages, "toolkit/talk.yaml": "title: Talk\naudience: [public, parent]\n"})
    (one,) = told(tmp_path, "", options=roles)
    assert one == ("JB307", 7, "write `roles: [mentor, public, parent, teacher]`")
    assert not told(tmp_path, "", options="      roles: [mentor, public, parent, teacher]\n")
    for name in ("a", "b"):
        (tmp_path / f"content/{name}.md").unlink()
    assert not told(tmp_path, "", options=roles)
