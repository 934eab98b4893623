"""`escape`: the text that goes in is the text that readers see."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.markdown.escape import escape, inert, typed
from journeybook.markdown.settings import MarkdownSettings, render

RICH = MarkdownSettings(
    (
        "toc", "tables", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "abbr",
        "pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", "pymdownx.inlinehilite", "pymdownx.betterem",
        "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.mark", "pymdownx.caret", "pymdownx.keys", "pymdownx.critic",
        "pymdownx.smartsymbols", "pymdownx.magiclink", "pymdownx.emoji", "pymdownx.arithmatex", "pymdownx.fancylists",
        "pymdownx.blocks.admonition", "pymdownx.snippets", "pymdownx.escapeall",
    )
)  # fmt: skip
PLAIN = MarkdownSettings(("toc", "tables", "fenced_code"))
PLACES = {
    "paragraph": "{}\n",
    "heading": "## {}\n",
    "title": "# {}\n\nafter\n",
    "item": "- {}\n- after\n",
    "cell": "| {} | b |\n|---|---|\n| c | d |\n",
    "link": "x [{}](https://example.com/) y\n",
    "quote": "> {}\n",
}
AROUND = {"cell": ("", " b c d"), "link": ("x ", " y"), "item": ("", " after"), "title": ("", " after")}
_pieces = st.sampled_from(
    [*"\\`*_{}[]()#+-.!<>&~^=:;$|\"'/@%?,0123456789 abcxivé’“”…—", ":smile:", "(c)", "(tm)", "1/2", "--", "->", "==",
     "++ctrl++", "{: .x onclick=a}", "{--x--}", "&amp;", "&#60;", "<b>", "<!--", "-->", "[^1]", "*[x]: y", "www.a.de",
     "http://a.b/c_d_e?f=g&h#i", "a@b.cd", "1. ", "- ", "# ", "> ", "| ", "::: ", "!!! note", "```", "$x$", "\\(x\\)",
     "[x](javascript:y)", "![x](y)", "<script>", "===", "+/-", "c/o", "/// x", "--8<-- ", "[ ] ", "a) ", "#. "]
)  # fmt: skip
TEXTS = st.one_of(st.lists(_pieces, max_size=12).map("".join), st.text(max_size=30))
MANY = settings(max_examples=examples(80), deadline=None)


class Shown(HTMLParser):
    """What a reader sees of some HTML, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()
        self.feed(html)
        self.close()
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.text += " " if tag in ("p", "td", "li", "th") else ""

    def handle_endtag(self, tag: str) -> None:
        self.text += " " if tag in ("p", "td", "li", "th", "h1") else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def normal(text: str) -> str:
    kept = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]", "", re.sub(r"[ \t\r\n\f\v]+", " ", text))
    return " ".join(kept.split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("markdown", [PLAIN, RICH], ids=["plain", "rich"])
@MANY
@given(text=TEXTS)
@example(text="Vision map: what’s *next*? [draft] <b> :smile: {: onclick=x}")
def test_readers_see_the_text(place: str, markdown: MarkdownSettings, text: str) -> None:
    """Whatever the text, wherever it stands, readers see it letter by letter, and no markup comes of it.

    Nor does any where a script reads it off the page and puts it in again as HTML.
    """
    before, after = AROUND.get(place, ("", ""))
    shown = Shown(render(PLACES[place].format(escape(text)), markdown))
    assert typed(shown.text) == " ".join(f"{before}{normal(text)}{after}".split())
    allowed = {"p", "h1", "h2", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "sup", "blockquote"}
    assert shown.tags <= allowed | ({"a"} if place == "link" else set())
    assert Shown(shown.text).tags == set()


@pytest.mark.parametrize(
    "text",
    [
        "What’s next, and for whom?",
        "Look back – then ahead",
        "Mentor's guide (2nd edition)",
        "45–60 min, 50 % done; Tom & Jerry",
        "Première visite: l’accueil",
        "الرحلة الأولى",
        "well-being, 10.5 and so on.",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    """Letters, commas, apostrophes, curly quotes, dashes and brackets are readable in the generated Markdown."""
    assert escape(text) == text


def test_blanks_and_controls() -> None:
    """The result is one line: blanks become one space, control characters are left out."""
    assert escape(" a\n\n  b\tc\x00\x02 ") == "a b c"


@pytest.mark.parametrize("tag", ["<b>", "</b>", "<!-- x", "<?x", "<Script>"])
def test_nothing_that_could_begin_a_tag_is_one(tag: str) -> None:
    """A word joiner stands behind its bracket; other brackets stay as they are."""
    assert inert(f"1 < 2 {tag} <3") == f"1 < 2 <\u2060{tag[1:]} <3"
