"""Kinds of pages do not get into each other's way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from journeybook.assembly import build
from journeybook.handbook import Settings, load
from journeybook.language.words import Words
from journeybook.pages.kinds import home, page_kinds
from journeybook.pages.site import Site


def test_two_kinds_cannot_make_the_same_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two pages of one path a reader would see one, and nobody would be told."""
    folders = {name: tmp_path / name for name in ("content", "journeys", "toolkit")}
    book = load(Settings(root=tmp_path, **folders, name="Case", today=dt.date(2026, 11, 22)))
    assert build.build(Site(book, Words("en")))
    monkeypatch.setattr(build, "page_kinds", lambda: (*page_kinds(), home))
    with pytest.raises(ValueError, match=r"two kinds of pages make index\.md"):
        build.build(Site(book, Words("en")))
