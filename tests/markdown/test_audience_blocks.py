"""Blocks of a page that are for some alone: what is one, what is left without it, and which markers are not right."""

from __future__ import annotations

import pytest

from journeybook.markdown.audience_blocks import Slip, find_blocks, without_blocks
from journeybook.markdown.settings import MarkdownSettings, render

SITE = MarkdownSettings(
    (
        "toc",
        "tables",
        "def_list",
        "admonition",
        "footnotes",
        "pymdownx.superfences",
        "pymdownx.details",
        "pymdownx.tabbed",
        "pymdownx.blocks.html",
    ),
    {"pymdownx.tabbed": {"alternate_style": True}},
)
BEGIN, END = "<!-- for: mentor -->", "<!-- end for -->"


def left(text: str, *roles: str) -> str:
    """A text as it is for these roles; for nobody in particular, without its markers."""
    found = find_blocks(text, SITE)
    assert found.slips == ()
    return without_blocks(text, found, lambda audience: not roles or not {*roles}.isdisjoint(audience))


@pytest.mark.parametrize(
    ("before", "block", "after"),
    [
        ("Before.\n\n", "Within.\n", "\nAfter.\n"),
        ("- one\n", "- two\n", "- three\n"),
        ("1. one\n", "2. two\n", "3. three\n"),
        ("- one\n\n", "    Within.\n\n", "    After.\n- two\n"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "| 3 | 4 |\n", "| 5 | 6 |\n"),
        ("> one\n", "> two\n", "> three\n"),
        ("!!! note\n\n    One.\n\n", "    Two.\n\n", "    Three.\n"),
        ("Term\n", ":   First.\n", ":   Second.\n"),
        ('=== "A"\n\n    One.\n\n', "    Two.\n\n", '=== "B"\n\n    Three.\n'),
        ("A line\n", "goes on\n", "and ends.\n"),
        ("Before.\r\n\r\n", "Within.\r\n", "\r\nAfter.\r\n"),
        ("# A heading\n\n[^1]\n", "## Another\n\n[^1]\n", "\n[^1]: A note.\n"),
    ],
)
def test_a_block_goes_as_if_it_had_never_been(before: str, block: str, after: str) -> None:
    """Its markers go everywhere, so that no list, table or paragraph is parted; a hidden one goes with them."""
    blanks = block[: len(block) - len(block.lstrip(" >"))]
    end = "\r\n" if "\r" in block else "\n"
    text = f"{before}{blanks}{BEGIN}{end}{block}{blanks}{END}{end}{after}"
    assert left(text, "mentee") == before + after
    assert left(text, "mentor") == left(text) == before + block + after
    assert render(left(text), SITE) == render(before + block + after, SITE)


def test_what_only_a_block_uses_goes_with_it() -> None:
    """Notes, and addresses of links, which stand below the block and would be published without it."""
    text = f"1\n{BEGIN}\n[a][k] b[^1]\n{END}\n2\n\n[k]: a.pdf\n\n[^1]: A note.\n\n    Of more.\n"
    assert left(text, "mentee").split() == ["1", "2"]
    assert "a.pdf" in left(text, "mentor") and "Of more." in left(text, "mentor")


def test_blocks_in_blocks_must_both_be_shown() -> None:
    """The inner one can only narrow the outer one."""
    text = f"1\n<!-- for: mentor, mentee -->\n2\n{BEGIN}\n3\n{END}\n4\n{END}\n5\n"
    assert left(text, "mentee").split() == ["1", "2", "4", "5"]
    assert left(text, "mentor").split() == ["1", "2", "3", "4", "5"]
    assert left(text, "public").split() == ["1", "5"]


@pytest.mark.parametrize(
    "code",
    [
        f"```\n{BEGIN}\n```\n",
        f"    {BEGIN}\n",
        f"Write `{BEGIN}` above it.\n",
        f"!!! note\n\n    ```\n    {BEGIN}\n    {END}\n    ```\n",
    ],
)
def test_code_shows_markers(code: str) -> None:
    """An example of a marker is none, and stays."""
    assert left(f"Text\n\n{code}", "mentee") == f"Text\n\n{code}"


@pytest.mark.parametrize("tag", ["pre", "code", "script", "style", "textarea", "template", "samp", "svg"])
def test_in_tags_of_an_author_a_marker_is_a_comment(tag: str) -> None:
    """No reader sees it as an example, and the block is one; so it is below a tag that nothing ends."""
    block = f"{BEGIN}\nq\n{END}\n"
    assert left(f"A.\n\n<{tag}>\n{block}x\n</{tag}>\n", "mentee") == f"A.\n\n<{tag}>\nx\n</{tag}>\n"
    open_ = f"A.\n\n<{tag}>\n\n{block}"
    assert find_blocks(open_, SITE).in_code or left(open_, "mentee") == f"A.\n\n<{tag}>\n\n"
    if tag not in ("pre", "code"):  # in which the blocks of an extension have no comments
        assert left(f"/// html | {tag}\n{block}x\n///\n", "mentee") == f"/// html | {tag}\nx\n///\n"
    shown = f"A.\n\n<{tag}>\n&lt;!-- a -->\n</{tag}>\n"
    assert left(shown, "mentee") == shown


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("<!-- for mentors -->\n", Slip.NEARLY),
        ("<!-- For: mentor -->\n", Slip.NEARLY),
        ("<!-- fr: mentor -->\n", Slip.NEARLY),
        ("<!-- for; mentor -->\n", Slip.NEARLY),
        ("<!-- for: mentor & mentee -->\n", Slip.NEARLY),
        ("<!-- audience: mentor -->\n", Slip.NEARLY),
        (f"{BEGIN}\nx\n<!-- endfor -->\n{END}\n", Slip.NEARLY),
        (f"{BEGIN}\nx\n<!-- /end for -->\n{END}\n", Slip.NEARLY),
        (f"x {BEGIN}\n", Slip.IN_LINE),
        (f"- {BEGIN}\n", Slip.IN_LINE),
        (f"{BEGIN} x\n", Slip.IN_LINE),
        (f"x\n{BEGIN}x{END}\n", Slip.IN_LINE),
        (f"<!-- for: -->\nx\n{END}\n", Slip.NOBODY),
        (f"{BEGIN}\nx\n", Slip.OPEN),
        (f"x\n{END}\n", Slip.ENDS_NOTHING),
        (f"- a\n\n    {BEGIN}\n    b\n\n{END}\n", Slip.APART),
        (f"> {BEGIN}\n> b\n\n{END}\n", Slip.APART),
        (f"{BEGIN}\n```\n{END}\n```\n", Slip.OPEN),
    ],
)
def test_what_is_nearly_a_block_is_told(text: str, slip: Slip) -> None:
    """A slip would show to everyone what is for some."""
    assert find_blocks(text, SITE).slips[0][0] is slip


@pytest.mark.parametrize(
    "note",
    [
        "<!-- for the next round: look at the dates, and write to the coordinator -->",
        "<!-- TODO: for mentors -->",
        "<!-- more -->",
        "<!-- form -->",
        "<!-- end of the first part -->",
        "<!--\nfor: nobody in particular, says the one who wrote this long note about the days.\n-->",
    ],
)
def test_notes_of_an_author_are_no_markers(note: str) -> None:
    """They stay, and nothing is told."""
    assert left(f"Text\n\n{note}\n", "mentee") == f"Text\n\n{note}\n"
