"""A page's title is its first level-1 heading."""

from __future__ import annotations

import pytest

from journeybook.markdown.headings import title
from journeybook.markdown.settings import MarkdownSettings

RICH = MarkdownSettings(
    ("toc", "attr_list", "pymdownx.superfences", "admonition", "pymdownx.smartsymbols"), {"toc": {"permalink": True}}
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Title\n\ntext", ("Title", 1)),
        ("text\n\n# *My* `code` &amp; [link](activity:x) #\n", ("My code & link", 3)),
        ("Title\n=====\n\ntext", ("Title", 1)),
        ("\n\n  A **bold** one\n===\n", ("A bold one", 3)),
        ("```\n# no\n```\n\n# yes\n", ("yes", 5)),
        ("~~~~\n# no\n~~~\n# no\n~~~~\n\n# yes\n", ("yes", 7)),
        ("    # no\n\n# yes\n", ("yes", 3)),
        ("<!--\n# no\n-->\n\n# yes\n", ("yes", 5)),
        ("<div>\n# no\n</div>\n\n# yes\n", ("yes", 5)),
        ("## no\n\n# yes\n", ("yes", 3)),
        ("\\# no\n\n# yes\n\n# later\n", ("yes", 3)),
        ("#Close\n", ("Close", 1)),
        ("# one\r\n\r\ntext\r\n", ("one", 1)),
        ("text\r\r# one\r", ("one", 3)),
        ("\ufeff# one\n", ("one", 1)),
        ("# 5 < 6 <b>x</b>\n", ("5 < 6 x", 1)),
        ("# ![A cup &amp; a pot](cup.png)\n", ("A cup & a pot", 1)),
        ('# <img src="a.png" alt="A cup" width="20">\n', ("A cup", 1)),
        ("# Tea ![A cup](cup.png)\n", ("Tea", 1)),
        ("# ![](cup.png)\n", ("", 1)),
        ("text only\n", None),
        ("", None),
        ("`# no`\n\n`\n# x`\n", ("x`", 4)),
        ("# Über uns: الرحلة\n", ("Über uns: الرحلة", 1)),
    ],
)
def test_title(body: str, expected: tuple[str, int] | None) -> None:
    """The title is plain text, with its line, wherever Python-Markdown makes the first h1."""
    assert title(body) == expected


def test_title_with_the_sites_extensions() -> None:
    """Permalinks, attribute lists and ids of the site's extensions are not part of the title."""
    assert title("# Vision map {: #map .x }\n", RICH) == ("Vision map", 1)
    assert title('```\n# no\n```\n\n# "Outer" (c)\n', RICH) == ('"Outer" ©', 5)
