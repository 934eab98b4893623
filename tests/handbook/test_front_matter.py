"""Front matter that MkDocs would print is an error, and a key with a typing error is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils import meta

from handbook.handbooks import book_of
from journeybook import checks

BODY = "\n# Welcome\n\nHello.\n"


def told(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the remedy of each problem of a page; written byte for byte, for line ends count."""
    book_of(folder, {})
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/guide.md").write_bytes(text.encode())
    return [(one.code, one.line, str(one.hint)) for one in checks.run(book_of(folder, {}))]


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("---\nchapter: guide\n" + BODY, 1, "write `---` on a line of its own below line 2"),
        ("---\nquestions:\n  - Why?\n  - How?\n" + BODY, 1, "write `---` on a line of its own below line 4"),
        ("---\r\ntitle: A\r\nchapter: guide\r\n\r\n# A\r\n", 1, "write `---` on a line of its own below line 3"),
        ("\n---\nchapter: guide\n---\n" + BODY, 2, "take out what stands above it, or put it below"),
        ("\n \n---\ntitle: Hello\n---\n" + BODY, 3, "take out what stands above it, or put it below"),
        ("\ufeff\n---\ntitle: Hello\n---\n" + BODY, 2, "take out what stands above it, or put it below"),
        ("----\ntitle: Hello\n----\n" + BODY, 1, "write three hyphens, `---`, in place of `----`"),
        ("—\ntitle: Hello\n—\n" + BODY, 1, "write three hyphens, `---`, in place of `—`"),
        (" ---\ntitle: Hello\n---\n" + BODY, 1, "delete the blank before the three hyphens"),
        ("---\ntitle: Hello\n----\n" + BODY, 3, "write three hyphens, `---`, in place of `----`"),
        ("---\ntitle: Hello\n--\n" + BODY, 3, "write three hyphens, `---`, in place of `--`"),
        ('+++\ntitle = "Hello"\n+++\n' + BODY, 1, "write three hyphens, `---`, in place of `+++`"),
        ("---\ntitle: Hello\n---", 3, "press the Enter key behind it"),
        ("# Hello\n---\nchapter: guide\n---\n", 2, "take out what stands above it, or put it below"),
        ("<!-- ours -->\n\n---\ntitle: A\n---\n# A\n", 3, "take out what stands above it, or put it below"),
        ("chapter: guide\ntitle: Hello\n" + BODY, 1, "write `---` on a line above it, and on a line below it"),
    ],
)
def test_front_matter_that_is_none_is_an_error(tmp_path: Path, text: str, line: int, hint: str) -> None:
    """With the line to mend; and MkDocs indeed reads none of it as YAML."""
    assert told(tmp_path, text) == [("JB111", line, hint)]
    assert "chapter" not in meta.get_data(text.removeprefix("\ufeff"))[1] or text.startswith("chapter")


@pytest.mark.parametrize(
    "text",
    [
        "# Welcome\n",
        "",
        "\n\n",
        "---\nchapter: guide\n---\n# Welcome\n",
        "---\nchapter: guide\n...\n# Welcome\n",
        "---\n---\n# Welcome\n",
        "\ufeff---\nchapter: guide\n---\n# Welcome\n",
        "---\n\nA line above the text: and no front matter.\n\n---\n",
        "---\nNote: this is a line, and a text below it.\n\nMore.\n",
        "\n---\n\n# Welcome\n",
        "Note: this page is new.\n\n# Welcome\n",
        "# A\n\n```yaml\n---\nchapter: guide\n---\n```\n",
        "# A\n\n    a\n    ---\n    chapter: guide\n    ---\n",
        "# A\n\n---\n\nchapter: guide\n\n---\n",
        "- title: of a list\n- chapter: too\n",
    ],
)
def test_what_is_no_front_matter_or_good_is_not_told(tmp_path: Path, text: str) -> None:
    """Lines that part a page, texts with a colon, empty pages."""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("chaptr", "chapter"),
        ("Chapter", "chapter"),
        ("question", "questions"),
        ("journeys", "journey"),
        ("titel", "title"),
    ],
)
def test_a_key_that_is_nearly_ours_is_told(tmp_path: Path, key: str, meant: str) -> None:
    """At its place, with the name that is read."""
    (problem,) = checks.run(book_of(tmp_path, {"content/index.md": f"---\ntags: [a]\n{key}: guide\n---\n# A\n"}))
    assert (problem.code, problem.line, problem.column) == ("JB442", 3, 1)
    assert str(problem.message) == f"nothing reads ‘{key}’ here; did you mean ‘{meant}’?"


@pytest.mark.parametrize("key", ["audience", "review_by", "reviewed_on"])
def test_a_field_that_pages_do_not_have_is_told(tmp_path: Path, key: str) -> None:
    """It would mean something in a YAML file, and here nothing."""
    (problem,) = checks.run(book_of(tmp_path, {"content/index.md": f"---\n{key}: mentor\n---\n# A\n"}))
    assert (problem.code, problem.line) == ("JB442", 2) and "pages do not" in str(problem.message)


def test_keys_of_mkdocs_material_and_plugins_are_not_told(tmp_path: Path) -> None:
    """They are none of ours."""
    keys = "subtitle hide icon template status tags search social links draft date authors categories slug pin sitemap"
    front = "".join(f"{key}: x\n" for key in keys.split())
    assert checks.run(book_of(tmp_path, {"content/index.md": f"---\n{front}---\n# A\n"})) == []
