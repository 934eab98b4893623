"""Pages without a heading are called after their files, which is told where nothing else is the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """The file and the remedy of each page that is told to have no heading."""
    return [(one.file, str(one.hint)) for one in checks.run(book_of(folder, files)) if one.code == "JB495"]


@pytest.mark.parametrize(
    "text",
    [
        "# A title\n\nWords.\n",
        "A title\n=======\n\nWords.\n",
        "Words.\n\n# A title, further below\n",
        "---\ntitle: A title\n---\n\nWords.\n",
        "---\ntemplate: home.html\n---\n\nWords.\n",
        '--8<-- "heading.md"\n',
        "{% include 'heading.md' %}\n",
        "#A title\n\nWords.\n",
        " # A title\n\nWords.\n",
        "",
    ],
)
def test_a_page_that_has_a_title_is_not_told(tmp_path: Path, text: str) -> None:
    """Nor one that may have it from elsewhere, or of whose heading others tell."""
    assert told(tmp_path, {"content/guide/listening.md": text}) == []


def test_what_another_page_takes_in_needs_no_heading(tmp_path: Path) -> None:
    """It is a part of that page, which has one."""
    files = {"content/words.md": "Words.\n", "content/guide.md": '# Guide\n\n--8<-- "words.md"\n'}
    assert told(tmp_path, files) == []
    assert told(tmp_path, {"content/guide.md": "# Guide\n"}) == [
        ("content/words.md", "write `# Words`, or another title, above its text, and leave a line empty")
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("guide/first-steps.md", "First steps"),
        ("first-visits/index.md", "First visits"),
        ("journeys/index.md", "Journeys"),
        ("toolkit.md", "Toolkit"),
        ("index.md", "Handbook"),
    ],
)
def test_a_title_is_offered_that_the_page_may_have(tmp_path: Path, path: str, title: str) -> None:
    """Never ‘Index’."""
    hint = f"write `# {title}`, or another title, above its text, and leave a line empty"
    assert told(tmp_path, {f"content/{path}": "Words.\n"}) == [(f"content/{path}", hint)]


def test_what_begins_like_a_heading_in_code_is_none(tmp_path: Path) -> None:
    """The page has no title for all that."""
    (found,) = told(tmp_path, {"content/guide.md": "Type this:\n\n```\n# a note\n```\n"})
    assert found[1].startswith("write `# Guide`")


def test_a_smaller_heading_is_made_the_title(tmp_path: Path) -> None:
    """Without the signs that may end it; and a long one takes no time."""
    long = f"## {'# ' * 50_000}x"
    assert told(tmp_path, {"content/guide.md": "## Our guide ##\n\nWords.\n", "content/long.md": long})[0] == (
        "content/guide.md",
        "write `# Our guide` in place of this line",
    )


def test_the_title_of_what_a_page_introduces_is_offered(tmp_path: Path) -> None:
    """And not the name of its file."""
    files = {"content/toolkit/talk.md": "Words.\n", "toolkit/talk.yaml": "title: A first talk\n"}
    assert [hint for _, hint in told(tmp_path, files)] == [
        "write `# A first talk`, or another title, above its text, and leave a line empty"
    ]
