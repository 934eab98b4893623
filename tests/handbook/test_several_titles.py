"""A second title of a page is told where readers see one."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks


def told(folder: Path, text: str) -> list[tuple[int, str]]:
    """The line and the remedy of what is told of a page's titles."""
    found = checks.run(book_of(folder, {"content/guide/index.md": text}))
    return [(one.line, str(one.hint)) for one in found if one.code == "JB497"]


@pytest.mark.parametrize(
    ("text", "line", "form"),
    [
        ("# A\n\n# B\n\n# C\n", 3, "## B"),
        ("---\ntitle: A\n---\n# A\n\nWords.\n\nB\n===\n", 8, "## B"),
        ("# A\r\n\r\nWords.\r\n\r\n# *B* and c #\r\n", 5, "## B and c"),
    ],
)
def test_a_second_title_is_told_once(tmp_path: Path, text: str, line: int, form: str) -> None:
    """With the heading that is meant."""
    assert told(tmp_path, text) == [(line, f"write `{form}`")]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B\n\n## C\n",
        "---\ntitle: A\n---\n\n# B\n",
        "# A\n\n```\n# B\n```\n",
        "# A\n\n    # B\n",
        "# A\n\n<!--\n# B\n-->\n",
        "# A\n\n\\# B\n",
        "<!-- for: mentor -->\n# A\n<!-- end for -->\n<!-- for: mentee -->\n# B\n<!-- end for -->\n",
    ],
)
def test_what_is_no_second_title_is_not_told(tmp_path: Path, text: str) -> None:
    """Nor are titles of which each reader sees one."""
    assert told(tmp_path, text) == []
