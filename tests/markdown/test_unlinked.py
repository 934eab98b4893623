"""Links that are taken out leave their words, and nothing else changes."""

from __future__ import annotations

import pytest

from journeybook.markdown.references import DEFAULT
from journeybook.markdown.unlinked import unlinked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A [word](kept.md) here.\n", "A word here.\n"),
        ('A [word](<kept.md> "Title") here.\n', "A word here.\n"),
        ("A [**bold** word](kept.md#part).\n", "A **bold** word.\n"),
        ("[![Picture](a.png)](kept.md)\n", "![Picture](a.png)\n"),
        ('An <a href="kept.md">old <b>way</b></a>.\n', "An old <b>way</b>.\n"),
        ("See <https://example.org/kept.md>.\n", "See .\n"),
        ("See [it][a], [A][], [a] and [other][b].\n\n[a]: kept.md\n[b]: b.md\n",
         "See it, A, a and [other][b].\n\n\n[b]: b.md\n"),
        ("[![Picture](a.png)][a]\n\n[a]: kept.md\n", "![Picture](a.png)\n\n\n"),
        ("[two\nlines][a b]\n\n[A b]: kept.md\n", "two\nlines\n\n\n"),
        ('A [word](kept.md){ .md-button title="a {b}" } here.\n', "A word here.\n"),
        ("A [word][a]{ .b }, [a]{: .b } {c} [b]{ .b }.\n\n[a]: kept.md\n[b]: b.md\n",
         "A word, a {c} [b]{ .b }.\n\n\n[b]: b.md\n"),
        ("`[word](kept.md)` and [word](other.md)\n", "`[word](kept.md)` and [word](other.md)\n"),
        ("    [word](kept.md)\n", "    [word](kept.md)\n"),
        ("![Picture](kept.md)\n", "![Picture](kept.md)\n"),
    ],
)  # fmt: skip
def test_links_become_words(text: str, left: str) -> None:
    """In all forms that Markdown has; in code they are examples."""
    assert unlinked(text, DEFAULT, lambda value: "kept.md" in value) == left
