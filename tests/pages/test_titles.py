"""What may stand in a `title` attribute: words of ours, for themes show such a text as HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeybook.ground.theme_dir import theme_dir

OURS = re.compile(r"""\stitle=(?:"\{\{ _\("[^"]*"\) \}\}"|"\{\{ lang\.t\('[^']*'\) \}\}")""")
TEMPLATES = sorted(path for path in theme_dir().rglob("*") if path.suffix in (".j2", ".html", ".js"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(theme_dir()).as_posix())
def test_no_template_puts_an_author_s_text_into_a_title(path: Path) -> None:
    """Nor a script: what a badge stands for is hidden text."""
    text = OURS.sub("", path.read_text("utf-8"))
    assert not re.findall(r"""\stitle=["'{].*|setAttribute\(["']title.*""", text)
