"""The page above all editions is written as its language is, and leads to each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.api import load, open_project
from journeybook.pages.choose_edition import above_editions
from small import write


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("de", "ltr"), ("ar", "rtl"), ("fa", "rtl")])
def test_direction_and_ways(tmp_path: Path, language: str, direction: str) -> None:
    """As text is written; a title with signs of HTML is text; sitemaps of those alone that may be listed."""
    config = (
        f"site_name: A & B\ndocs_dir: content\ntheme: {{name: material, language: {language}}}\nplugins:\n"
        "  - journeybook:\n      editions:\n        one: {title: <One>, audience: mentor}\n        two: {title: Two}\n"
    )
    book = load(
        open_project(write(tmp_path, {"mkdocs.yml": config, "content/index.md": "# Home\n"}) / "mkdocs.yml")
    ).book
    made = {name: content.decode() for name, content in above_editions(book, "https://example.org/book/")}
    assert f'<html lang="{language}" dir="{direction}">' in made["index.html"]
    assert (
        '<li><a href="one/">&lt;One&gt;</a></li>' in made["index.html"] and "<h1>A &amp; B</h1>" in made["index.html"]
    )
    assert '<a href="https://example.org/book/two/">Two</a>' in made["404.html"]
    assert "book/two/sitemap.xml" in made["sitemap.xml"] and "one" not in made["sitemap.xml"]
    assert "sitemap.xml" not in dict(above_editions(book, ""))
