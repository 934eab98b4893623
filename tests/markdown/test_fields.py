"""Markdown fields of YAML: nothing in them can run, and what is Markdown shows."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.markdown.fields import FIELD_SETTINGS, plain, refused, render
from journeybook.markdown.references import Edit, find, rewrite
from sites import ROOT

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
    "[x][href=a]\n\n[href=a]: java&#2;script:alert(1)",
    "[x][src=a] ![x][src=a]\n\n[src=a]: java&#x02;script:alert(1)",
    "[x][<http://a]\n\n[<http://a]: jav&#x0A;ascript:alert(1)",
    "[x](java&#2;script:alert(1)) [x](java&#003;script:alert(1)) [x](&#x3;javascript:alert(1))",
    "[x](&#1;javascript:alert(1)) [x](&#0;javascript:alert(1)) [x](javascript&#x7f;:alert(1))",
    "[x](&#2;//evil.example) [x](/&#3;/evil.example) [x](/&#9;/evil.example) [x](&#32;//evil.example)",
    "[x](\\\\\\\\evil.example) [x](/\\\\evil.example) [x](&#92;/evil.example) [x](&sol;&bsol;evil.example)",
    "[x](//evil.example) [x](///evil.example) [x](https:evil.example) [x](http:/evil.example) [x](https:\\\\evil)",
    "![x](//evil.example/p.png) ![x](&#2;//evil.example/p.png) ![x][y]\n\n[y]: https://evil.example/p.png",
    "[x](" + " " * 300 + "javascript:alert(1)) [x](<" + " " * 30 + "javascript:alert(1)>)",
    "&#2;klzzwxh:0000&#3; klzzwxh:0000 `a` &#2;wzxhzdk:0&#3; &#2;amp&#3;#106;avascript &#2;60&#3;b&#2;62&#3;",
    "[x](&#2;klzzwxh:0000&#3;`javascript:alert(1)`) [x](&#2;106&#3;avascript:alert(1))",
    "[x](jbz0z) [x](&#106;bz0z) [href=jbz0z]: javascript:alert(1)",
    '[x](https://a.example "<img src=x onerror=alert(1)>")',
    "[x][y]\n\n[y]: https://a.example '\"><img src=x onerror=alert(1)>'",
]
TEXT_TAGS = {"a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "p", "pre", "strong"}
TAGS = TEXT_TAGS | {"dd", "dl", "dt", "li", "ol", "span", "table", "tbody", "td", "th", "thead", "tr", "ul"}
ATTRIBUTES = {"href", "align", "start", "class"}


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
    assert {value for name, value in parsed.attributes if name == "class"} <= {"jb-sr"}
    assert not parsed.other
    assert not re.search(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", html)  # Python-Markdown's own marks are two of them
    for name, value in parsed.attributes:
        if name == "href":
            # Browsers leave out tabs and line breaks, and controls and blanks at the ends.
            address = re.sub(r"[\t\r\n]", "", value).strip("".join(map(chr, range(33))))
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
            assert scheme is None or scheme[1].lower() in ("http", "https", "mailto")
            assert not re.match(r"[\\/]{2}", address)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_through(text: str) -> None:
    """No script, handler, style, comment or address scheme that runs leaves a field, however it is written."""
    assert_harmless(render(text))


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), max_size=4), st.sampled_from(["", " ", "\n"]))
def test_nothing_hostile_comes_through_in_company(pieces: list[str], between: str) -> None:
    """Nor does it when hostile texts stand beside each other and beside any other characters."""
    assert_harmless(render(between.join(pieces)))


def test_the_inputs_of_the_site_are_harmless_here_too() -> None:
    """Each input of xss.txt, each beside the next, and all together: those, too, for which `check` refuses a field."""
    lines = (ROOT / "tests" / "xss.txt").read_text("utf-8").splitlines()
    for text in (*lines, *map("\n\n".join, pairwise(lines)), "\n\n".join(lines), " ".join(lines)):
        assert_harmless(render(text))


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


def test_what_nobody_can_follow_is_listed() -> None:
    """What is neither http, https, mailto nor ours is listed as written, with its place; code and prose are not."""
    text = '[a](x.md) [b](https://x) ![c](../i\\_1.png "t")\n[d](#f) `[e](y.md)` [f](activity:z) [g](activty:z)\n\n<ftp://h>'
    assert [(link.destination, link.embed, link.start) for link in refused(text)] == [
        ("x.md", False, 4),
        ("../i\\_1.png", True, text.index("../i")),
        ("#f", False, text.index("#f")),
        ("ftp://h", False, text.index("ftp")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x][href=a]\n\n[href=a]: java&#2;script:alert(1)",
        "[x][<http://a]\n\n[<http://a]: //evil.example",
        "![x][src=a]\n\n[src=a]: https://evil.example/p.png",
        "`jbz0z` [x](&#106;bz0z:alert(1))",
        "[x](" + " " * 300 + "javascript:alert(1))",
        "[x](/&#2;/evil.example)",
        "[x](https://a.example:99999)",
        "[x](https:evil.example)",
        "[x](<\nhttps://a.example&#2;x>)",
        "[x]()",
    ],
)
def test_an_address_that_is_left_out_is_listed_with_its_place(text: str) -> None:
    """However it is hidden from the scanner of links, an address that pages leave out is found where it is written."""
    (link,) = refused(text)
    assert link.start is not None and text.startswith(link.destination, link.start)
    assert 'href="' not in render(text)


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), max_size=4), st.sampled_from(["", " ", "\n"]))
def test_nothing_is_left_out_in_silence(pieces: list[str], between: str) -> None:
    """A link without its address is in no field of which nothing is listed, and none of those that stay is relative."""
    text = between.join(pieces)
    if not refused(text):
        assert "<a>" not in render(text)
        assert all(re.match("(?i)https?://|mailto:", v) for n, v in Parsed(render(text)).attributes if n == "href")


@pytest.mark.parametrize(
    "address",
    [
        "https://例え.jp/パス?x=1&y=2",
        "https://a.example/(x)?a=1&amp;b=2&copy=3&notify;",
        "HTTPS://A.example:8080/%20|^#ä",
        "http://[::1]/",
        "mailto:a@b.example?subject=Hello%20you&body=x",
    ],
)
def test_good_addresses_stay(address: str) -> None:
    """Whole addresses of other hosts are links, whatever characters they have, and nothing is listed."""
    assert refused(f"[x]({address})") == []
    assert [html.unescape(v) for v in re.findall('href="([^"]*)"', render(f"[x]({address})"))] == [
        html.unescape(address.replace("&copy=", "&amp;copy=").replace("&notify;", "&amp;notify;"))
    ]


@pytest.mark.parametrize("text", ["[x](https://a.example/&#9;b)", "[x](&#32;https://a.example/b)"])
def test_what_nobody_sees_makes_no_address_wrong(text: str) -> None:
    """What browsers leave out, pages leave out too: the link leads where it says, and nothing is listed."""
    assert refused(text) == [] and 'href="https://a.example/b"' in render(text)


def test_a_links_title_is_hidden_text() -> None:
    """What an author writes as a link's title is in no attribute, which themes show as HTML; screen readers say it."""
    assert render("[a](https://b.example 'See <b> & \"c\"')") == (
        '<p><a href="https://b.example">a<span class="jb-sr"> (See &lt;b&gt; &amp; "c")</span></a></p>'
    )
    assert "title=" not in render("[a][b]\n\n[b]: https://b.example 'c'")


def test_plain_is_text_on_one_line() -> None:
    """A field's plain text has the words of every block, set apart, and no markup."""
    assert plain("# A\n\n*b*c `d<e` &amp; [f](https://g)\n\n- h\n- i") == "A bc d<e & f h i"


def test_brackets_by_the_thousand_are_quick() -> None:
    """Unclosed brackets are bounded before Python-Markdown sees them; ten thousand would take it a minute."""
    assert render("[" * 10_000).count("[") == 10_000
    assert [link.destination for link in refused("[" * 10_000 + "\n\n[a](x.md)")] == ["x.md"]


@given(st.from_regex(r"[aZ9äж漢(*_&<]([aZ9äж漢 ,;:'\"’”–—…%()/.?!*_&<\u00a0-]{0,40})[aZ.?!)-]", fullmatch=True))
@settings(max_examples=examples(400), deadline=None)
def test_a_line_is_what_markdown_makes_of_it(line: str) -> None:
    """A field of one line shows the same, whether or not something with markup follows it."""
    assert render(f"{line}\n\n***\n\nand *more*").startswith(f"{render(line)}\n<hr>")
