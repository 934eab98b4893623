"""What pages of an edition take in from beside their folder, with a plugin such as include-markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from mkdocs.config.defaults import MkDocsConfig

from handbook.handbooks import book_of
from journeybook.builders.config.edition_files import carried_files
from journeybook.builders.config.edition_included import chapters_in, fill_around
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.edition_snippets import Guard
from journeybook.builders.config.plugins import include_tags_of
from journeybook.builders.config.project import Project
from journeybook.builders.mkdocs import watched
from journeybook.handbook import Settings
from journeybook.handbook.book import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.handbook.hidden_ids import hidden_ids
from journeybook.handbook.included import included_by, includes, with_included
from journeybook.markdown.settings import MarkdownSettings
from journeybook.model.editions import Edition
from small import write

SETTINGS = Settings(Path(), Path(), Path(), Path())
MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
MENTORS = "---\naudience: mentor\n---\n"
BLOCK = "<!-- for: mentor -->\n%s\n<!-- end for -->\n"


def around(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """What lies around the chapters of the mentees' edition."""
    handbook, top = folder / "handbook", folder / "edition"
    write(handbook, files)
    book = edition_of(book_of(handbook, {"content/index.md": "# Home\n"} | files), MENTEE)
    hidden = frozenset({(handbook / "toolkit/talk.yaml").resolve()})
    chapters_in(top, book).mkdir(parents=True, exist_ok=True)
    fill_around(top, book, Guard(MENTEE, {}, hidden, ("mentor", "mentee"), ("mentee",)))
    return {path.relative_to(top).as_posix(): path.read_text("utf-8") for path in top.rglob("*") if path.is_file()}


def test_files_beside_the_chapters_lie_around_them(tmp_path: Path) -> None:
    """And what they take in; not what no page names, nor what only a block for others does, nor the chapters."""
    files = {
        "content/a/p.md": "# P\n\n{% include-markdown '../../README.md'%}\n{% include \"../../inc/*.md\" %}\n"
        '{% include-markdown "../index.md" %}\n' + BLOCK % '{% include-markdown "../../hidden.md" %}',
        "README.md": '# Us\n\n{% include "./more.md" %}\n\n' + BLOCK % "secret" + "\nEnd\n",
        "more.md": "More\n",
        "inc/one.md": "One\n",
        "other.md": "Other\n",
        "hidden.md": MENTORS,
    }
    found = around(tmp_path, files)
    assert found.keys() == {"README.md", "more.md", "inc/one.md"}
    assert "secret" not in found["README.md"] and "End" in found["README.md"]
    (tmp_path / "handbook/inc/one.md").unlink()
    assert around(tmp_path, {"content/a/p.md": "# P\n\n{% include '../../more.md' %}\n"}).keys() == {"more.md"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.md", f"{MENTORS}secret\n"),
        ("x.md", "---\nvisible_to: mentor\n---\nsecret\n"),
        ("x.md", "<!-- for: mentor -->\nsecret\n"),
        ("x.md", "<!-- fro: mentor -->\nsecret\n<!-- end for -->\n"),
        ("toolkit/talk.yaml", "title: Talk\nfacilitator_notes: secret\n"),
    ],
)
def test_what_is_for_others_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """As a snippet is; and where nobody can say for whom it is."""
    with pytest.raises(EditionError, match=r"content/p\.md: ‘\.\./"):
        around(tmp_path, {"content/p.md": f'# P\n\n{{% include-markdown "../{name}" %}}\n', name: text})


INCLUDES = '# P\n\n{%- include-markdown "../notes/a.md"\n   heading-offset=1\n%}\n'


def of_mentees(folder: Path, files: dict[str, str], *extensions: str) -> Handbook:
    """The mentees' edition of a handbook whose page `p.md` takes a file in."""
    write(folder, files)
    markdown = MarkdownSettings(extensions)
    return edition_of(book_of(folder, {"content/index.md": "# Home\n"} | files, markdown=markdown), MENTEE)


@pytest.mark.parametrize(
    ("taken", "page", "is_left"),
    [
        ("ok\n\n" + BLOCK % "x[^qn]", "", False),
        ("x[^qn]\n\n" + BLOCK % "x[^qn]", "", True),
        ("x[^qn]\n", BLOCK % "x[^qn]", True),
        ("ok\n", BLOCK % "x[^qn]", False),
        ("ok\n\n" + BLOCK % "x", "x[^qn]\n", True),
        ('{% include "./b.md" %}\n', "", False),
    ],
)
def test_a_note_goes_with_the_block_of_a_file_that_uses_it(
    tmp_path: Path, taken: str, page: str, is_left: bool
) -> None:
    """Be the block in the page, in the file, or in one that this takes in; where another text uses it, it stays."""
    files = {
        "content/p.md": f"{INCLUDES}\n{page}\n[^qn]: A secret.\n",
        "notes/a.md": taken,
        "notes/b.md": BLOCK % "x[^qn]",
    }
    book = of_mentees(tmp_path, files, "footnotes")
    assert ("A secret." in book.pages["p.md"].document.text) is is_left


def test_the_id_of_a_heading_in_a_hidden_block_of_a_file_leads_nowhere(tmp_path: Path) -> None:
    """As one in a hidden block of the page does not."""
    files = {"content/p.md": INCLUDES, "notes/a.md": "## Shown\n\n" + BLOCK % "## Secret head"}
    assert list(hidden_ids(of_mentees(tmp_path, files, "toc"))) == ["p.md#secret-head"]


@pytest.mark.parametrize(
    ("pages", "goes"),
    [
        ({"content/p.md": f"{INCLUDES}\nYour mentor has plan.pdf.\n", "notes/a.md": BLOCK % "[x](plan.pdf)"}, False),
        (
            {"content/p.md": "It is plan.pdf.\n", "content/m.md": MENTORS + INCLUDES, "notes/a.md": "plan.pdf"},
            False,
        ),
        ({"content/p.md": INCLUDES, "notes/a.md": "![x](../content/plan.pdf)\n"}, True),
        (
            {
                "content/a/p.md": '# P\n\n{% include-markdown "../../README.md" %}\n',
                "README.md": "[x](content/plan.pdf)\n\n" + BLOCK % "[x](content/plan.pdf)",
                "content/m.md": f"{MENTORS}[x](plan.pdf)\n",
            },
            True,
        ),
    ],
)
def test_a_file_that_a_page_takes_in_names_another(tmp_path: Path, pages: dict[str, str], goes: bool) -> None:
    """For those who see what names it."""
    book = of_mentees(tmp_path, pages | {"content/plan.pdf": "x"})
    assert carried_files(book, {"plan.pdf"}) == ({"plan.pdf"} if goes else set())


def test_the_signs_of_the_plugin_may_be_others(tmp_path: Path) -> None:
    """As its options say; what stands between the usual ones is then a text."""
    write(tmp_path, {"a.md": "A\n", "b.md": "B\n"})
    settings = replace(SETTINGS, root=tmp_path, content=tmp_path / "content", include_tags=("{!", "!}"))
    page = "{! include-markdown '../a.md'\n start='<!-- x -->' !} {% include '../b.md' %}\n"
    assert [name for name, _ in included_by(page, "content/p.md", settings)] == ["../a.md"]
    assert includes(page, settings) and not includes("{% include '../b.md' %}", settings)
    assert with_included(page, "p.md", settings).split() == ["A", "{%", "include", "'../b.md'", "%}"]


def test_the_signs_come_from_the_options() -> None:
    """Of a plugin that is there; the usual ones where mkdocs.yml names none."""
    plugin = SimpleNamespace(config={"opening_tag": "{!", "closing_tag": "!}"})
    plugins = {"include-markdown": plugin}
    assert include_tags_of(cast("MkDocsConfig", SimpleNamespace(plugins=plugins))) == ("{!", "!}")
    assert include_tags_of(cast("MkDocsConfig", SimpleNamespace(plugins={}))) == ("{%", "%}")


def test_serve_looks_at_what_is_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And at what that takes in, each once; the chapters are looked at anyway."""
    settings = replace(SETTINGS, root=tmp_path, content=tmp_path / "content")
    files = {"content/p.md": "{% include '../a.md' %} {% include './q.md' %}\n", "content/q.md": "", "other.md": ""}
    write(tmp_path, files | {"a.md": "{% include './b.md' %}\n", "b.md": "{% include './a.md' %}\n"})
    monkeypatch.setattr(watched, "settings_of", lambda config, options: settings)
    project = SimpleNamespace(config=SimpleNamespace(plugins={"include-markdown": None}), options=None)
    assert [*watched.included(cast("Project", project))] == [tmp_path / "a.md", tmp_path / "b.md"]
