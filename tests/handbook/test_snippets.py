"""A snippet that is not there is told in its line, with the one that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import MarkdownSettings

FILES = {"parts/contact.md": "Write to us.\n", "parts/more/times.md": "At nine.\n"}
ABOVE = "write `{}` above that section in the file and `{}` below it; or take `:other` out"


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


@pytest.mark.parametrize(
    ("typed", "line", "hint"),
    [
        ('--8<-- "contact.md:silend"', 3, "write `contact.md:silent`"),
        ('--8<-- "contact.md:other"', 3, ABOVE.format("<!-- --8<-- [start:other] -->", "<!-- --8<-- [end:other] -->")),
        ('--8<-- "times.txt:other"', 3, ABOVE.format("--8<-- [start:other]", "--8<-- [end:other]")),
        ("--8<--\ncontact.md\ncontact.md:silend\n\n--8<--", 5, "write `contact.md:silent`"),
        ("--8<--\ncontact.md\n  contacts.md\n--8<--", 5, "write `contact.md`"),
    ],
)
def test_a_section_that_is_not_there_is_told_in_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, line: int, hint: str
) -> None:
    """With one of those that there are, or what makes one; in a block of snippets, too."""
    monkeypatch.chdir(tmp_path)
    part = "<!-- --8<-- [start:silent] -->\nListen.\n<!-- --8<-- [end:silent] -->\n"
    files = {"parts/contact.md": part, "parts/times.txt": "At nine.\n", "content/index.md": f"# Hello\n\n{typed}\n"}
    options = {"pymdownx.snippets": {"base_path": ["parts"], "check_paths": True}}
    book = book_of(tmp_path, files, markdown=MarkdownSettings(("pymdownx.snippets",), options))
    (told,) = (one for one in checks.run(book) if one.code == "JB120")
    assert (told.line, str(told.hint)) == (line, hint)


@pytest.mark.parametrize(
    "typed",
    [
        '--8<-- "contact.md:silent"',
        '--8<-- "contact.md:2:2"',
        "--8<--\ncontact.md:silent\n; contacts.md\n\n--8<--",
        ';--8<-- "contacts.md"',
        ";--8<--\ncontacts.md\n;--8<--",
    ],
)
def test_sections_that_are_there_and_escaped_snippets_are_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """What stands behind a semicolon is shown as it is typed, on purpose."""
    monkeypatch.chdir(tmp_path)
    part = "<!-- --8<-- [start:silent] -->\nListen.\n<!-- --8<-- [end:silent] -->\n"
    files = {"parts/contact.md": part, "content/index.md": f"# Hello\n\n{typed}\n"}
    options = {"pymdownx.snippets": {"base_path": ["parts"], "check_paths": True}}
    book = book_of(tmp_path, files, markdown=MarkdownSettings(("pymdownx.snippets",), options))
    assert [one for one in checks.run(book) if one.code in ("JB120", "JB444")] == []


@pytest.mark.parametrize(
    "name",
    ["snippets/rules", "snippets/Rules.md", "rules.md", "rules", "snippets\\rules.md", "snippets/rules.md#other"],
)
def test_a_snippet_beside_mkdocs_yml_is_named_as_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """In a folder that is called so, or that the line names; nothing is looked for above."""
    monkeypatch.chdir(tmp_path)
    markdown = MarkdownSettings(("pymdownx.snippets",), {"pymdownx.snippets": {"check_paths": True}})
    text = f'# Hello\n\n--8<-- "{name}"\n\n--8<-- "../../x.md"\n\n--8<-- "/etc/x.md"\n'
    book = book_of(tmp_path, {"snippets/rules.md": "Be kind.\n", "content/index.md": text}, markdown=markdown)
    first, *others = (one for one in checks.run(book) if one.code == "JB120")
    assert str(first.hint) == "write `snippets/rules.md`"
    assert [str(one.hint) for one in others] == ["put the file beside mkdocs.yml, or take the line out"] * 2


def test_a_snippet_in_another_encoding_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And its line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "part.md").write_bytes("Be kind.\nFür alle.\n".encode("latin-1"))
    markdown = MarkdownSettings(("pymdownx.snippets",))
    book = book_of(tmp_path, {"content/index.md": '# Hello\n\n--8<-- "part.md"\n'}, markdown=markdown)
    (problem,) = checks.errors(checks.run(book))
    assert (problem.code, problem.file, problem.line, problem.column) == ("JB102", "part.md", 2, 2)
