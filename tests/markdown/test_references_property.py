"""What `find` finds, held against what Python-Markdown makes of random documents."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from journeybook.markdown.references import Edit, MarkdownSettings, Reference, find, rewrite
from journeybook.markdown.settings import render
from markdown_documents import DESTINATION, PLAIN, RICH, documents

SETTINGS = [MarkdownSettings(PLAIN), MarkdownSettings(RICH)]
SENTINEL = "https://sentinel.example/"


class Addresses(HTMLParser):
    """Every href and src of a page, read by the standard library's parser."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def sentinel(reference: Reference) -> Edit:
    return Edit(SENTINEL + reference.source_destination.replace(":", "/", 1))


@pytest.mark.parametrize("markdown", SETTINGS, ids=["plain", "rich"])
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=documents())
def test_found_is_what_python_markdown_links(markdown: MarkdownSettings, text: str) -> None:
    """Every address of our kinds in the output is found, and nothing that is not in the output as an address."""
    linked = {m[0] for a in Addresses(render(text, markdown)).found if (m := DESTINATION.match(a))}
    found = {m[0] for r in find(text, markdown) if (m := DESTINATION.match(r.source_destination))}
    assert found == linked


@pytest.mark.parametrize("markdown", SETTINGS, ids=["plain", "rich"])
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=documents())
def test_rewriting_changes_addresses_and_nothing_else(markdown: MarkdownSettings, text: str) -> None:
    """With other addresses put in, the page renders as before but for them; code and comments are untouched."""
    before = render(text, markdown)
    after = render(rewrite(text, find(text, markdown), sentinel), markdown)
    assert not [a for a in Addresses(after).found if DESTINATION.match(a)]
    restored = re.sub(re.escape(SENTINEL) + r"(\w+)/", r"\1:", after)
    assert restored.replace("&amp;", "&") == before.replace("&amp;", "&")


@pytest.mark.parametrize("markdown", SETTINGS, ids=["plain", "rich"])
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
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
