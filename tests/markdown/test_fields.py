"""Markdown fields of YAML: nothing in them can run, and what is Markdown shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.markdown.fields import FIELD_SETTINGS, links, plain, render
from journeybook.markdown.references import Edit, find, rewrite

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math href="javascript:alert(1)">x</math>',
    "<style>body{background:url(javascript:alert(1))}</style>",
    '<a href="javascript:alert(1)">x</a>',
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<!-- <script> --><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<?php echo 1 ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "</p></div></main><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&Tab;:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "![x](data:image/svg+xml;base64,PHN2Zy8+)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](https://a.example/b.png)',
    '![x](https://a.example/b.png" onerror="alert(1))',
    "[x](https://a.example \"t' onmouseover='alert(1)\")",
    '[x](https://a.example "t" onmouseover="alert(1)")',
    "[x]: javascript:alert(1)\n\n[x] ![x]",
    "<javascript://%0aalert(1)>",
    "*x*{: onclick=alert(1) style=color:red id=a class=b }",
    "# x {: onclick=alert(1) }\n{: onclick=alert(1) }",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "| <script>a</script> | b |\n|---|---|\n| <b onclick=a> | [x](javascript:a) |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x02wzxhzdk:0\x03 <b>",
    "[<img src=x onerror=alert(1)>](https://a.example)",
    "[[x](javascript:alert(1))](https://a.example)",
    "term\n:   <script>alert(1)</script>",
]
TEXT_TAGS = {"a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "p", "pre", "strong"}
TAGS = TEXT_TAGS | {"dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "th", "thead", "tr", "ul"}
ATTRIBUTES = {"href", "title", "src", "alt", "align", "start"}


class Parsed(HTMLParser):
    """Every tag and attribute of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(html: str) -> None:
    parsed = Parsed(html)
    assert parsed.tags <= TAGS
    assert {name for name, _ in parsed.attributes} <= ATTRIBUTES
    assert not parsed.other
    for name, value in parsed.attributes:
        if name in ("href", "src"):
            # Browsers leave out tabs and line breaks, and what is not a letter before the scheme.
            scheme = re.match(r"[\W_]*([a-z][a-z0-9+.-]*):", re.sub(r"[\t\r\n]", "", value), re.IGNORECASE)
            assert scheme is None or scheme[1].lower() in ("http", "https", "mailto")
            assert not set(value) & {"\x02", "\x03"}  # Python-Markdown's own marks


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_through(text: str) -> None:
    """No script, handler, style, comment or address scheme that runs leaves a field, however it is written."""
    assert_harmless(render(text))


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), max_size=4), st.sampled_from(["", " ", "\n"]))
def test_nothing_hostile_comes_through_in_company(pieces: list[str], between: str) -> None:
    """Nor does it when hostile texts stand beside each other and beside any other characters."""
    assert_harmless(render(between.join(pieces)))


def test_raw_html_shows_as_text() -> None:
    """An author who writes a tag sees the tag, not a gap."""
    assert render("a <b>b</b>") == "<p>a &lt;b&gt;b&lt;/b&gt;</p>"
    assert render("<div>\n\n*x*") == "<p>&lt;div&gt;</p>\n<p><em>x</em></p>"


def test_entities_and_emphasis_stay_markdown() -> None:
    """Entities, emphasis, code, lists and quotes are Markdown's."""
    assert render("&copy; *a* **b** `c`") == "<p>© <em>a</em> <strong>b</strong> <code>c</code></p>"
    assert render("3. a\n4. b") == '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'


def test_headings_go_below_those_of_the_page() -> None:
    """A field's headings begin at the level that the caller names and never pass h6."""
    assert render("# a\n\n#### b") == "<h3>a</h3>\n<h6>b</h6>"
    assert render("# a\n\n#### b", heading_level=5) == "<h5>a</h5>\n<h6>b</h6>"


def test_tables_have_alignment_without_style() -> None:
    """A table's alignment does not need a style attribute, which a strict content policy would refuse."""
    assert '<th align="right">b</th>' in render("|a|b|\n|-|-:|\n|1|2|")


def test_links_of_all_good_kinds_stay() -> None:
    """https, mailto, relative and fragment links keep their address, and no rel is put in."""
    html = render("[a](https://a.example/?b=c&d=e) [b](mailto:a@b.example) [c](../x/index.html#y) [d](#z)")
    assert [value for _, value in Parsed(html).attributes] == [
        "https://a.example/?b=c&d=e",
        "mailto:a@b.example",
        "../x/index.html#y",
        "#z",
    ]


def test_an_unresolved_reference_is_text() -> None:
    """A link of ours that nobody resolved keeps its words and loses its address."""
    assert render("[a](activity:x)") == "<p><a>a</a></p>"


def test_references_in_fields_resolve_by_rewriting() -> None:
    """find, rewrite and render together make a field's link a real one."""
    text = "See [](activity:x), `[](activity:y)` and <a href='activity:z'>."
    found = find(text, FIELD_SETTINGS)
    assert [reference.target for reference in found] == ["x"]
    html = render(rewrite(text, found, lambda r: Edit(f"../{r.target}/", "Vision map")))
    assert '<a href="../x/">Vision map</a>' in html
    assert "<code>[](activity:y)</code>" in html


def test_links_without_a_base_are_listed() -> None:
    """What is neither http, https, mailto nor ours is listed as written, with its place; code and prose are not."""
    text = '[a](x.md) [b](https://x) ![c](../i\\_1.png "t")\n[d](#f) `[e](y.md)` [f](activity:z) [g](activty:z)\n\n<ftp://h>'
    assert [(link.destination, link.embed, link.line, link.column) for link in links(text)] == [
        ("x.md", False, 1, 5),
        ("../i\\_1.png", True, 1, 31),
        ("#f", False, 2, 5),
        ("ftp://h", False, 4, 2),
    ]
    assert text[slice(*[(link.start, link.end) for link in links(text)][1])] == "../i\\_1.png"


def test_plain_is_text_on_one_line() -> None:
    """A field's plain text has the words of every block, set apart, and no markup."""
    assert plain("# A\n\n*b*c `d<e` &amp; [f](https://g)\n\n- h\n- i") == "A bc d<e & f h i"


def test_brackets_by_the_thousand_are_quick() -> None:
    """Unclosed brackets are bounded before Python-Markdown sees them; ten thousand would take it a minute."""
    assert render("[" * 10_000).count("[") == 10_000
    assert [link.destination for link in links("[" * 10_000 + "\n\n[a](x.md)")] == ["x.md"]


@given(st.from_regex(r"[aZ9äж漢(*_&<]([aZ9äж漢 ,;:'\"’”–—…%()/.?!*_&<\u00a0-]{0,40})[aZ.?!)-]", fullmatch=True))
@settings(max_examples=examples(400), deadline=None)
def test_a_line_is_what_markdown_makes_of_it(line: str) -> None:
    """A field of one line shows the same, whether or not something with markup follows it."""
    assert render(f"{line}\n\n***\n\nand *more*").startswith(f"{render(line)}\n<hr>")
