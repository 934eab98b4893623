"""What is to keep a text from readers, and leaves it for all, is found; what scripts and styles use is not."""

from __future__ import annotations

import pytest

from journeybook.markdown.hides_nothing import classes_of_some, hidden_from_the_eye, meant_comments
from journeybook.markdown.settings import MarkdownSettings

NAMES = {"mentor", "mentee", "public", "team"}
SITE = MarkdownSettings(("attr_list", "md_in_html", "pymdownx.superfences"))


def found(text: str) -> list[str]:
    """What is found in a text, in a handbook of which one style is for `.mentee`."""
    tags = hidden_from_the_eye(text, NAMES, SITE, 0)
    classes = classes_of_some(text, NAMES, lambda name: name == "mentee", SITE, 0)
    return [said for _, said in (*tags, *classes, *meant_comments(text, NAMES, SITE, 0))]


@pytest.mark.parametrize(
    "said",
    [
        "<div hidden markdown>",
        "<div hidden>",
        '<section hidden="hidden" markdown="1">',
        '<div style="display:none" markdown>',
        "<div style='display: none !important;'>",
        '<div style="visibility: hidden" class="mentor">',
        "{ hidden=hidden }",
        "{: hidden }",
        "{ .mentor }",
        "{: .audience-mentor }",
        '<div class="mentor" markdown>',
        '<div class="mentors team">',
        '<div class="edition-team" markdown="1">',
        "<template>",
        "<!-- internal use only -->",
        "<!-- Do not publish -->",
    ],
)
def test_what_hides_nothing_is_found(said: str) -> None:
    """Once, and not in code."""
    tag = said[1:].partition(" ")[0] if said[1:2].isalpha() else ""
    text = f"{said}\n\nAsk.\n\n</{tag}>\n" if tag else f"Ask.\n{said}\n"
    assert list(dict.fromkeys(found(text))) == [said]
    assert found(f"```\n{text}```\n") == found(f"Write `{said}` there.\n") == []


@pytest.mark.parametrize("end", ["/staff", "end staff", "end of staff", "staff ends", "/ Staff:"])
def test_comments_that_name_people_are_found_in_pairs(end: str) -> None:
    """One alone may say what stands below it."""
    assert found(f"<!-- staff -->\n\nAsk.\n\n<!-- {end} -->\n") == ["<!-- staff -->"]
    assert found(f"<!-- {end} -->\n\n<!-- staff -->\n") == found("<!-- staff -->\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "<div hidden></div>",
        '<div id="answer" hidden>Ask.</div>',
        '<div class="answer" hidden>Ask.</div>',
        '<div hidden data-step="2">Ask.</div>',
        '<div style="display: none; color: red">Ask.</div>',
        '<div style="display: flex">Ask.</div>',
        '<div class="hidden">Ask.</div>',
        '<input hidden name="a">',
        "<template hidden>Ask.</template>",
        "<template>\n<div>Ask.</div>\n</template>",
        "<template>Ask.</template><script>show()</script>",
        "<template id=row>Ask.</template>",
        "Between <template> and it.",
        "<noscript>Ask.</noscript>",
        "## Title { hidden=hidden }",
        '# Title { style="display:none" }',
        "Ask.\n{ .mentee }",
        "[Join](a.md){ .mentor }",
        "![A](a.png){ .team }",
        "Ask.\n{ .mentor .card }",
        "Ask.\n{ .public }",
        "Ask.\n{ #mentor }",
        '<p class="card mentor">Ask.</p>',
        '<div class="mentoring">Ask.</div>',
        '<div class="mentor-card">Ask.</div>',
        '<a class="mentor" href="a.md">Ask.</a>',
        "<!-- staff -->\n\nAsk.\n\n<!-- end of list -->",
        "<!-- staff meeting -->\n\nAsk.\n\n<!-- /staff meeting -->",
        "<!-- hero -->\n\nAsk.\n\n<!-- /hero -->",
        "<!-- only internal links -->",
        "{% if mentor %}",
    ],
)
def test_what_scripts_and_styles_use_is_not_found(text: str) -> None:
    """Whatever has an id, a class of another kind or data; a heading that a page hides; one's own remarks."""
    assert found(f"{text}\n") == []


def test_much_that_begins_like_one_takes_no_long_time() -> None:
    """Every pattern is bounded."""
    for sign in ("<div hidden ", "{ .mentor ", "<!-- staff -->", "<!-- /", "<", "{", "<div class=", "<!-- end "):
        found(sign * 5000)
