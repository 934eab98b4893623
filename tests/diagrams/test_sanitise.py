"""What stands between authors' text and DOT, and between a renderer's SVG and a page. Nothing is drawn here."""

from __future__ import annotations

import pytest

from journeybook.diagrams.paint.sanitise import clean, dot_text, dot_tooltip
from journeybook.diagrams.paint.svg import Frame, finish
from journeybook.markdown.addresses import safe_address

EVIL_SVG = """<?xml version="1.0"?><!-- a comment --><?php echo 1 ?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" onload="evil()">
<script>evil()</script><style>evil{{}}</style><title>evil</title>
<g onclick="evil()"><g id="n1" class="node jd-hit" onclick="evil()" style="evil">
<g><a xlink:href="{address}" xlink:title="a &lt;b&gt; &quot;c&quot;" target="evil" onclick="evil()">
<path d="M0,0C1,1 2,2 3,3" fill="url(evil)" onclick="evil()"/><image xlink:href="https://evil.example/a.png"/>
<text x="1" y="2" font-family="evil" onclick="evil()">1 &lt; 2 &amp; 3</text><script>evil()</script>
<foreignObject>evil</foreignObject></a></g></g></g></svg>"""
BAD = (
    *("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:x"),
    *("java\rscript:x", "javascript\x7f:x", "java\x9fscript:x", "\u2003javascript:x", "java\ud800script:x", "/\n/evil"),
    *("\x01javascript:alert(1)", "javascript\x00:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"),
    *(
        "ftp://a.example",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\t//evil.example",
    ),
    *("", " ", "c:\\x", "https:evil.example", "a+b-c.d:x"),
)
GOOD = (
    "#a",
    "../b/index.html#c",
    "?q=1",
    "https://a.example/?a=b&c=d",
    "HTTP://A.EXAMPLE",
    "mailto:a@b.example",
    "/a",
    "a/b:c",
)


@pytest.mark.parametrize("address", BAD)
def test_what_could_run_or_lead_to_another_host_in_disguise_is_no_address(address: str) -> None:
    """However it is written: browsers leave out tabs and line breaks, and read backslashes as slashes."""
    assert safe_address(address) is None


@pytest.mark.parametrize("address", GOOD)
def test_other_addresses_are_left_as_they_are(address: str) -> None:
    """Relative ones, of the web and of mail."""
    assert safe_address(address) == address


@pytest.mark.parametrize("address", ["https://a.example/", "javascript:evil()"])
def test_of_what_a_renderer_drew_only_shapes_and_texts_are_taken(address: str) -> None:
    """Scripts, styles, pictures, handlers, comments and links that could run are left behind."""
    made = finish(EVIL_SVG.format(address=address), Frame("f", "jd", "<t>", "<d>"))
    assert "evil" not in made and "<!--" not in made and "<?" not in made
    assert ("<a " in made) == ("a.example" in address)
    assert ">1 &lt; 2 &amp; 3</text>" in made and "&lt;t&gt;</title>" in made
    assert 'class="jd-hit"' in made and ("a &lt;b&gt;" in made) == ("<a " in made)


def test_texts_of_dot_end_where_they_end() -> None:
    """A backslash begins nothing of Graphviz's own, an ampersand no character; a tooltip is read twice."""
    assert dot_text("\\N &lt; \\") == "\\\\N &amp;lt; \\\\"
    assert dot_tooltip("\\N") == "\\\\\\\\N"


def test_what_xml_cannot_hold_is_left_out() -> None:
    """Control characters and halves of pairs; breaks are blanks."""
    assert clean("a\tb\nc\r\x00\x1b\x7f\x9b\ud83d\ufffe\uffffd") == "a b c d"
