"""What `find` finds, held against what Python-Markdown makes of random documents."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.markdown.references import Edit, MarkdownSettings, Reference, find, rewrite
from journeybook.markdown.settings import render

pytestmark = pytest.mark.slow

RICH = (
    "toc", "tables", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "abbr",
    "pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.betterem", "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.mark", "pymdownx.caret", "pymdownx.keys",
    "pymdownx.smartsymbols", "pymdownx.magiclink", "pymdownx.emoji", "smarty",
)  # fmt: skip
PLAIN = ("toc", "tables", "fenced_code")

KINDS = ("activity", "journey", "workshop", "chapter", "toolkit", "questions", "handout")
DESTINATION = re.compile("(?:" + "|".join(KINDS) + r"):n[0-9]+")

_words = st.sampled_from(
    ["a word", "*stress*", "`code`", "a ` tick", "``two ` ticks``", "\\[", "\\]", "!", "\\!", "[b]", "(c)", "_u_", "é",
     "\\`", "1. x", "&amp;", "<b>", "`[`", "`]`", "a\\\\", "[", "]", "<!-- c -->", "$x$", ":smile:", "~~s~~", "**"]
)  # fmt: skip
_text = st.lists(_words, max_size=3).map(" ".join)
_tails = st.sampled_from(["", "?view=cycle", "#delivery", "?view=map&a=b#x", "-map", "/part"])
_titles = st.sampled_from(["", ' "title"', " 'it (is) so'", " \"a 'b' c\"", "  ", ' "with [x] in it"'])
_kinds = st.sampled_from(KINDS)


@st.composite
def _destination(draw: st.DrawFn) -> str:
    # The 0 is made another number for every place once the document is whole.
    return f"{draw(_kinds)}:n0{draw(_tails)}"


@st.composite
def _link(draw: st.DrawFn) -> str:
    destination, title = draw(_destination()), draw(_titles)
    address = f"<{destination}>" if draw(st.booleans()) else destination
    text = draw(st.one_of(_text, _text.map(lambda t: f"![{t}](toolkit:n0)"), _text.map(lambda t: f"{t} [in] {t}")))
    mark = draw(st.sampled_from(["", "", "!", "\\", "\\!"]))
    return f"{mark}[{text}]({address}{title})"


_html = _destination().map(lambda d: f'<a class="x" href="{d}">html</a>')
_image = _destination().map(lambda d: f"<img src='{d}' alt=''>")
_hidden = _link().map(lambda link: f"`{link}`")
_comment = _link().map(lambda link: f"<!-- {link} -->")
_uses = st.sampled_from(["[one][x]", "![x]", "[x][]", "[Y]", "[two] [y]", "[z][nowhere]"])
_inline = st.one_of(_link(), _text, _html, _image, _hidden, _comment, _uses)
_line = st.lists(_inline, min_size=1, max_size=3).map(" ".join)
_lines = st.lists(_line, min_size=1, max_size=3).map("\n".join)


def _indent(text: str, by: str = "    ") -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def _first(text: str, mark: str) -> str:
    return mark + _indent(text)[len(mark) :]


_fence = st.sampled_from(["```", "~~~", "````", "``` md", "```{.py title='x'}"])
_leaf = st.one_of(
    _lines,
    _link(),
    _lines.map(_indent),
    st.tuples(_fence, _lines).map(lambda p: f"{p[0]}\n{p[1]}\n{re.match(r'`+|~+', p[0])[0]}"),
    _line.map("## {}".format),
    _line.map(lambda t: f"{t}\n==="),
    _line.map(lambda t: f"| {t} | b |\n|---|---|\n| c | {t} |"),
    _line.map(lambda t: f"[^1]: {t}"),
    st.tuples(st.sampled_from(["x", "y", "Y"]), _destination(), _titles).map(lambda p: f"[{p[0]}]: {p[1]}{p[2]}"),
    _line.map(lambda t: f"<div>{t}</div>"),
    _lines.map(lambda t: f'<div markdown="1">\n{t}\n</div>'),
    _lines.map(lambda t: f"<!--\n{t}\n-->"),
    _line.map(lambda t: f"<script>{t}</script>"),
    _line.map(lambda t: f"{t}[^1]"),
    st.just("---"),
)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=3)
    loose, tight = blocks.map("\n\n".join), blocks.map("\n".join)
    return st.one_of(
        loose.map(lambda t: _first(t, "-   ")),
        loose.map(lambda t: _first(t, "1.  ")),
        tight.map(lambda t: "\n".join(f"- {line}" for line in t.split("\n"))),
        loose.map(lambda t: _indent(t, "> ")),
        loose.map(lambda t: f"!!! note\n{_indent(t)}"),
        loose.map(lambda t: f'??? tip "a [b]"\n{_indent(t)}'),
        loose.map(lambda t: f'=== "tab"\n\n{_indent(t)}'),
        loose.map(lambda t: f"term\n{_first(t, ':   ')}"),
    )


_blocks = st.recursive(_leaf, _nested, max_leaves=6)
_breaks = st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document whose destinations are `kind:n1`, `kind:n2`, … from its beginning on."""
    text = ""
    for block in draw(st.lists(_blocks, min_size=1, max_size=5)):
        text += block + draw(_breaks)
    numbers = iter(range(1, 1000))
    text = re.sub(r"(?<=:n)0", lambda _: str(next(numbers)), text)
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


SETTINGS = [MarkdownSettings(PLAIN), MarkdownSettings(RICH)]
MANY = settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
SENTINEL = "https://sentinel.example/"


class Addresses(HTMLParser):
    """Every href and src of a page, read by the standard library's parser."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        mine = [value or "" for name, value in attrs if name in ("href", "src")]
        # inlinehilite puts a code span of an alternative text into the attribute with its quotes unescaped.
        assume(len(mine) < 2)
        self.found += mine


def sentinel(reference: Reference) -> Edit:
    return Edit(SENTINEL + reference.source_destination.replace(":", "/", 1))


@pytest.mark.parametrize("markdown", SETTINGS, ids=["plain", "rich"])
@MANY
@given(text=documents())
def test_found_is_what_python_markdown_links(markdown: MarkdownSettings, text: str) -> None:
    """Every address of our kinds in the output is found, and nothing that is not in the output as an address."""
    linked = {m[0] for a in Addresses(render(text, markdown)).found if (m := DESTINATION.match(a))}
    found = {m[0] for r in find(text, markdown) if (m := DESTINATION.match(r.source_destination))}
    assert found == linked


@pytest.mark.parametrize("markdown", SETTINGS, ids=["plain", "rich"])
@MANY
@given(text=documents())
def test_rewriting_changes_addresses_and_nothing_else(markdown: MarkdownSettings, text: str) -> None:
    """With other addresses put in, the page renders as before but for them; code and comments are untouched."""
    before = render(text, markdown)
    after = render(rewrite(text, find(text, markdown), sentinel), markdown)
    assert not [a for a in Addresses(after).found if DESTINATION.match(a)]
    restored = re.sub(re.escape(SENTINEL) + r"(\w+)/", r"\1:", after)
    assert restored.replace("&amp;", "&") == before.replace("&amp;", "&")


@pytest.mark.parametrize("markdown", SETTINGS, ids=["plain", "rich"])
@MANY
@given(text=documents())
def test_places_are_those_of_whole_constructs(markdown: MarkdownSettings, text: str) -> None:
    """The span of an inline link or an element is a link on its own, with the same address."""
    for reference in find(text, markdown):
        assert text[reference.start : reference.end] == reference.source
        assert text[slice(*reference.text_at)] == reference.text
        assert DESTINATION.match(reference.source_destination)
        line = re.split("\r\n|\n", text.removeprefix("\ufeff"))[reference.line - 1]
        assert line[reference.column - 1 :].startswith(reference.source_destination)
        if reference.form != "definition" and not re.search(r"[\r\n]", reference.source):
            alone = Addresses(render("x " + reference.source + " x", markdown)).found
            assert reference.source_destination in alone
            if reference.form == "inline":
                assert reference.source.startswith("![" if reference.embed else "[")
                assert reference.source.endswith(")")
            else:
                assert reference.source.startswith("<") and reference.source.endswith(">")
