"""What extensions bring into a text from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.settings import MarkdownSettings


def test_snippets_are_looked_for_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two handbooks with the same settings in one process have snippets of their own."""
    settings = MarkdownSettings(("pymdownx.snippets",))
    for name in ("one", "two", "one"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "part.md").write_text(f"Part {name}\n", "utf-8")
        monkeypatch.chdir(folder)
        assert f"Part {name}" in with_all_text('# A\n\n--8<-- "part.md"\n', settings)
