"""What a page takes in is read as the page is: readers see the one like the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook import checks
from journeybook.assembly import Reading
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.handbook import load
from small import write

MKDOCS = (
    "site_name: x\ndocs_dir: content\ntheme: material\nplugins: [search, journeybook]\n"
    "markdown_extensions: [admonition, footnotes, tables, pymdownx.superfences, "
    "{{pymdownx.snippets: {{base_path: ['{folder}']}}}}]\n"
)
"""The folder is named, for where one is looked for otherwise depends on what the process has read before."""
PAGE = '# Meeting\n\nTo begin with.\n\n--8<-- "snippets/note.md"\n'


def told(folder: Path, note: str, more: str = "", page: str = PAGE) -> list[str]:
    """File, line and code of each problem of a handbook with a page that takes a note in."""
    files = {
        "mkdocs.yml": MKDOCS.format(folder=folder),
        "content/index.md": "# Welcome\n\nSee [us](meeting/index.md).\n",
        "content/meeting/index.md": page + more,
        "snippets/note.md": note,
    }
    write(folder, files)
    project = open_project(folder / "mkdocs.yml")
    project.dress()
    book = load(settings_of(project.config, project.options))
    problems = project.inspect(Reading(book, checks.run(book))).problems
    return [f"{one.file}:{one.line} {one.code}" for one in problems]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("---\ntitle: Note\n---\n\nText.\n", ["content/meeting/index.md:5 JB444"]),
        ("![A cup](nowhere.png)\n", ["snippets/note.md:1 JB322"]),
        ("Text.\n\n[x](nowhere.md)\n", ["snippets/note.md:3 JB322"]),
        ("A | B\nc | d\n", ["snippets/note.md:1 JB444"]),
        ("!!! tip “x”\n", ["snippets/note.md:1 JB455"]),
        ("Text.\n\nTODO: write\n", ["snippets/note.md:3 JB463"]),
        ("Text.\n\n# Note\n", ["snippets/note.md:3 JB497"]),
        ("Text.[^1]\n\n[^1]: Mine.\n", ["snippets/note.md:3 JB444"]),
        ("Text.\n\n<!-- for: mentor -->\n\nMore.\n", ["snippets/note.md:3 JB381"]),
        ("Text.[^4]\n", ["snippets/note.md:1 JB444"]),
        ("Text.\n", []),
        ("## Note\n\nSee [us](../index.md), and [the others](index.md#meeting).\n\n[us]: ../index.md\n", []),
        ("Text.[^2] And [z][ref], [ref].\n", []),
        ("Text.\n\n[^3]: A note.\n", []),
        ("<!-- for: mentor -->\n\nText.\n\n<!-- end for -->\n", []),
    ],
)
def test_what_is_wrong_in_a_snippet_is_told_where_it_stands(tmp_path: Path, note: str, found: list[str]) -> None:
    """With its own file and line; what the page and the snippet have together is right."""
    more = "\nSee[^1]. [^3]\n\n[^1]: Page.\n" if "[^3]" in note else "\nSee[^1].\n\n[^1]: Page.\n"
    more += "[^2]: Other.\n\n[ref]: ../index.md\n" if "[^2]" in note else ""
    assert told(tmp_path, note, more) == found


def test_a_snippet_in_code_is_no_page(tmp_path: Path) -> None:
    """It is shown as it stands there, and so is everything in it."""
    page = '# Meeting\n\n```\n--8<-- "snippets/note.md"\n```\n'
    assert told(tmp_path, "---\ntitle: x\n---\n![A cup](nowhere.png)\n", page=page) == []


def test_lines_of_a_snippet_may_be_without_its_front_matter(tmp_path: Path) -> None:
    """What is left of it is read all the same, and its title is that of a page without one."""
    page = '# Meeting\n\n--8<-- "snippets/note.md:4:"\n'
    assert told(tmp_path, "---\ntitle: x\n---\n![A cup](nowhere.png)\n", page=page) == ["snippets/note.md:4 JB322"]
    assert told(tmp_path, "# Meeting\n\nText.\n", page='--8<-- "snippets/note.md"\n') == []
    assert told(tmp_path, "# Meeting\n\nText.\n", page='---\ntitle: Talk\n---\n--8<-- "snippets/note.md"\n') == []


def test_a_snippet_takes_others_in_which_are_read_too(tmp_path: Path) -> None:
    """And itself, without an end: what Markdown says to that is told elsewhere."""
    write(tmp_path, {"snippets/inner.md": "Text.\n\n![A cup](nowhere.png)\n"})
    assert told(tmp_path, '--8<-- "snippets/inner.md"\n') == ["snippets/inner.md:3 JB322"]


def test_front_matter_of_a_snippet_for_some_becomes_a_marker(tmp_path: Path) -> None:
    """So that what was safe stays so."""
    assert told(tmp_path, "---\naudience: [mentor]\n---\nText.\n") == ["content/meeting/index.md:5 JB444"]
    assert told(tmp_path, "<!-- for: mentor -->\nText.\n\n<!-- end for -->\n") == []
