"""Addresses that stand as they are in a Markdown field are links."""

from __future__ import annotations

import re

import pytest

from journeybook.markdown.fields import plain, refused, render


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/tea.", "https://example.org/tea"),
        ("(see http://example.org/a_(b)_c)", "http://example.org/a_(b)_c"),
        ("www.example.org, at last", "https://www.example.org"),
        ("Write to tea-talk@mail.example.org!", "mailto:tea-talk@mail.example.org"),
        ("**https://example.org/?a=1&b=2**", "https://example.org/?a=1&amp;b=2"),
        ("お茶は https://example.org/茶。次に", "https://example.org/茶"),
        ("https://example.org/*a*_b_c", "https://example.org/*a*_b_c"),
        ("“https://example.org”", "https://example.org"),
        ("- https://example.org:8080/x#y", "https://example.org:8080/x#y"),
        ("[https://example.org](https://example.org)", "https://example.org"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_a_typed_address_is_a_link(text: str, address: str) -> None:
    """Without the signs of the sentence around it; once, where it is one already. What readers read stays."""
    assert re.findall('href="([^"]*)"', render(text)) == [address]
    assert refused(text) == []
    if "[" not in text and "<" not in text:
        assert plain(text) == re.sub(r"^- |^\*\*|\*\*$", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "`https://example.org`",
        "    https://example.org",
        "http://localhost and https:// and https://x",
        "icon@2x.png",
        "@anna or anna@home",
        "javascript://example.org",
        "xhttps://example.org",
        "user:pw@example",
        "ftp://www",
    ],
)
def test_what_is_none_stays_text(text: str) -> None:
    """Code, names without a host, files, and other schemes."""
    assert "<a" not in render(text)


@pytest.mark.parametrize(
    "text",
    [
        'https://example.org/"onmouseover="alert(1)',
        "https://example.org/<script>alert(1)</script>",
        "https://evil.example\\@example.org/",
        "https://example.org/&quot;onclick=x",
    ],
)
def test_a_typed_address_brings_nothing_else(text: str) -> None:
    """No attribute and no tag comes out of it."""
    assert re.findall(r"<(?!/?(?:p|a)\b)[a-z]|<a(?! href=\"[^\"]*\">)|href=\"[^\"]*on\w+=\"", render(text)) == []


@pytest.mark.parametrize("text", ["2*3*4 is 24", "2*3*4", "6*4 and 8*2"])
def test_stars_between_figures_are_no_emphasis(text: str) -> None:
    """A sum stays one."""
    assert render(text) == f"<p>{text}</p>"


def test_a_footnote_is_no_address() -> None:
    """Nobody is told to write a whole address in its place."""
    assert refused("Word.[^1]\n\n[^1]: note") == []
    assert plain("Word.[^1]\n\n[^1]: note") == "Word.[^1] [^1]: note"


def test_code_between_fences_is_code() -> None:
    """Empty lines in it included, as everywhere."""
    assert render("```\na\n\nb\n```") == "<pre><code>a\n\nb\n</code></pre>"
