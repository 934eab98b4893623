"""What an edition's pages take in is read by all: the last look may find it on a page for others, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.handbook.editions import edition_of
from journeybook.handbook.shown_snippets import shown_snippets
from journeybook.markdown.settings import MarkdownSettings
from journeybook.model.editions import Edition
from small import journeybook, write

SAID = "Please always bring your own notebook with you."
HIDDEN = f"---\naudience: mentor\n---\n# Mentors\n\n{SAID}\n"
MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
CONFIG = """\
site_name: Small
docs_dir: content
theme: material
markdown_extensions: [pymdownx.superfences, {pymdownx.snippets: {base_path: [., includes]}}]
plugins:
  - search
  - journeybook: {editions: {mentee: {title: For mentees, audience: [mentee, public]}, team: {title: Team}}}
"""


def _shown(folder: Path, files: dict[str, str], *, page: str) -> list[str]:
    files = {"content/guide.md": f"# Guide\n\n{page}\n", "content/m/index.md": HIDDEN, **files}
    base = [str(folder), str(folder / "includes")]
    markdown = MarkdownSettings(("pymdownx.snippets",), {"pymdownx.snippets": {"base_path": base}})
    return [*shown_snippets(edition_of(book_of(folder, files, markdown=markdown), MENTEE))]


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ('--8<-- "c.txt"', {"includes/c.txt": SAID}),
        ('--8<-- "c.txt:x"', {"includes/c.txt": f"--8<-- [start:x]\n{SAID}\n--8<-- [end:x]\n"}),
        ('``` py\n--8<-- "c.py"\n```', {"includes/c.py": f"# {SAID}\n"}),
        ('--8<-- "c.txt"', {"includes/c.txt": '--8<-- "d.html"\n', "includes/d.html": f"<p>{SAID}</p>"}),
        ('--8<-- "c.txt"', {"includes/c.txt": f"<!-- for: mentee -->\n\n{SAID}\n\n<!-- end for -->\n"}),
        ("--8<--\nc.txt\n--8<--", {"includes/c.txt": f'{SAID}\n--8<-- "c.txt"\n'}),
    ],
)
def test_what_a_page_takes_in_is_shown(tmp_path: Path, page: str, files: dict[str, str]) -> None:
    """Of any ending, a section of it, in code, in a block of scissors, and what that takes in."""
    assert any(SAID in text for text in _shown(tmp_path, files, page=page))


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ('--8<-- "c.txt"', {"includes/c.txt": f"<!-- for: mentor -->\n\n{SAID}\n\n<!-- end for -->\n"}),
        ('--8<-- "c.txt"', {"includes/c.txt": f"---\naudience: mentor\n---\n{SAID}\n"}),
        ('--8<-- "c.txt"', {"includes/c.txt": f"---\nvisible_to: mentor\n---\n{SAID}\n"}),
        ('<!-- for: mentor -->\n\n--8<-- "c.txt"\n\n<!-- end for -->', {"includes/c.txt": SAID}),
        ('--8<-- "content/m/index.md"', {}),
        ('--8<-- "content/m/c.txt"', {"content/m/c.txt": SAID}),
        ('--8<-- "toolkit/talk.yaml"', {"toolkit/talk.yaml": f"title: A talk\nfacilitator_notes: {SAID}\n"}),
        ("Nothing.", {"includes/c.txt": SAID}),
    ],
)
def test_what_is_for_others_is_not(tmp_path: Path, page: str, files: dict[str, str]) -> None:
    """Neither a block, nor a whole file, nor what a folder, a source or a block of the page keeps back."""
    assert not any(SAID in text for text in _shown(tmp_path, files, page=page))


@pytest.mark.slow
@pytest.mark.parametrize("command", [["build"], ["generate", "out"]])
def test_a_page_for_others_may_say_what_a_snippet_says(tmp_path: Path, command: list[str]) -> None:
    """The edition is made."""
    files = {"mkdocs.yml": CONFIG, "includes/c.txt": SAID, "content/guide.md": '# Guide\n\n--8<-- "c.txt"\n'}
    write(tmp_path, {**files, "content/mentors.md": HIDDEN})
    done = journeybook(tmp_path, *command, "--edition", "mentee")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", [".nav.yml", "blog/.authors.yml", "guide/.meta.yml"])
def test_what_plugins_read_is_shown(tmp_path: Path, name: str) -> None:
    """A title of a navigation, what a blog says of its authors, keys of a folder: a plugin may put it on a page."""
    plugin = f"def on_page_content(html, page, **kwargs):\n    return html + '<p>{SAID}</p>'\n"
    files = {"mkdocs.yml": f"{CONFIG}hooks: [plugin.py]\n", "plugin.py": plugin, "content/guide.md": "# Guide\n"}
    write(tmp_path, {**files, "content/m/index.md": HIDDEN, "content/.other.yml": f"said: {SAID}\n"})
    assert journeybook(tmp_path, "build", "--edition", "mentee").returncode != 0
    write(tmp_path, {f"content/{name}": f"said: {SAID}\n"})
    done = journeybook(tmp_path, "build", "--edition", "mentee")
    assert done.returncode == 0, done.stderr
