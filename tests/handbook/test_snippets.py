"""A snippet that is not there is told in its line, with the one that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import MarkdownSettings

FILES = {"parts/contact.md": "Write to us.\n", "parts/more/times.md": "At nine.\n"}


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ('--8<-- "contacts.md"', 9, "write `contact.md`"),
        ('--8<-- "Contact.md"', 9, "write `contact.md`"),
        ('--8<-- "parts/contact.md"', 9, "write `contact.md`"),
        ('--8<-- "times.md:1:2"', 9, "write `more/times.md`"),
        ("    --8<-- 'contct.md:start'", 13, "write `contact.md`"),
        ('--8<-- "words.txt"', 9, "put the file into the folder `parts`, or take the line out"),
    ],
)
def test_a_snippet_that_is_not_there_is_told_in_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, column: int, hint: str
) -> None:
    """All of them in one run; those that are there are not told."""
    monkeypatch.chdir(tmp_path)
    text = f'---\ntitle: Hello\n---\n\n# Hello\n\n--8<-- "contact.md:1:1"\n\n{line}\n\n--8<-- "gone.md"\n'
    options = {"pymdownx.snippets": {"base_path": ["parts"], "check_paths": True}}
    markdown = MarkdownSettings(("pymdownx.snippets",), options)
    book = book_of(tmp_path, {**FILES, "content/index.md": text}, markdown=markdown)
    first, second = (one for one in checks.run(book) if one.code == "JB120")
    assert (first.line, first.column, str(first.hint)) == (9, column, hint)
    assert (second.line, str(second.message)) == (11, "there is no snippet ‘gone.md’")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('--8<-- "part.md"', "write `content/guide/part.md`"),
        ('--8<-- "guide/part.md"', "write `content/guide/part.md`"),
        ('--8<-- "../part.md"', "write `content/part.md`"),
        ('--8<-- "words.txt"', "put the file beside mkdocs.yml, or take the line out"),
    ],
)
def test_a_snippet_is_named_from_the_folder_of_snippets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, hint: str
) -> None:
    """And not from the page or the chapters; written so, it is quiet."""
    monkeypatch.chdir(tmp_path)
    markdown = MarkdownSettings(("pymdownx.snippets",), {"pymdownx.snippets": {"check_paths": True}})
    files = {"content/part.md": "A part.\n", "content/guide/part.md": "Another.\n"}

    def hints(typed: str) -> list[str]:
        text = f"# Hello\n\n{typed}\n"
        book = book_of(tmp_path, files | {"content/guide/hello.md": text}, markdown=markdown)
        return [str(one.hint) for one in checks.run(book) if one.code == "JB120"]

    assert hints(line) == [hint]
    if "`" in hint:
        assert hints(f'--8<-- "{hint.split("`")[1]}"') == []


@pytest.mark.parametrize("folder", ["gone", "a" * 400, "parts/contact.md"])
def test_a_folder_of_snippets_that_is_none_is_no_failure(tmp_path: Path, folder: str) -> None:
    """Not there, with a name that no system can hold, or a file: the snippet is told."""
    options = {"pymdownx.snippets": {"base_path": folder, "check_paths": True}}
    markdown = MarkdownSettings(("pymdownx.snippets",), options)
    text = '# Hello\n\n--8<-- "hello.md"\n'
    book = book_of(tmp_path, {**FILES, "content/index.md": text}, markdown=markdown)
    assert [(one.line, one.column) for one in checks.run(book) if one.code == "JB120"] == [(3, 9)]
