"""What is found with a caption in a page's text, and what is none."""

from __future__ import annotations

import time

import pytest

from journeybook.markdown.captions import (
    Captioned,
    find_captions,
    has_no_caption,
    with_brought_in,
    without_names,
    without_names_of_tables,
)
from journeybook.markdown.references import MarkdownSettings, find

MARKDOWN = MarkdownSettings(("toc", "tables", "fenced_code", "attr_list", "admonition"))
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def _found(text: str, markdown: MarkdownSettings = MARKDOWN) -> list[Captioned]:
    return find_captions(text, markdown, find(text, markdown))


def _told(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.name, one.text) for one in _found(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('![x](p.png "The way"){: #way }', ("figure", "way", "The way")),
        ("![x](p.png 'The way'){#way}", ("figure", "way", "The way")),
        ('![x](p.png "The way"){: width=200 id="way" }', ("figure", "way", "The way")),
        ('![x](p.png "The way")\n{: #way }', ("figure", "way", "The way")),
        ('![x](p.png "The way")', ("figure", "", "The way")),
        ('![x](<my p.png> "The way")', ("figure", "", "The way")),
        ('![x](https://example.org/p.png "The way")', ("figure", "", "The way")),
        ('![x](p.png "A \\"b\\" &amp; *c*")', ("figure", "", 'A "b" & \\*c\\*')),
        ('![x](p.png "Over\nlines")', ("figure", "", "Over lines")),
        ('> ![x](p.png "Quoted")', ("figure", "", "Quoted")),
        ('- item\n\n    ![x](p.png "Below")', ("figure", "", "Below")),
        ('!!! note\n    ![x](p.png "Boxed")', ("figure", "", "Boxed")),
        ("![](journey:way)", ("figure", "", "")),
        ("![The way](journey:way?view=path&name=way)", ("figure", "way", "The way")),
        (f"{TABLE}\nTable: Fees {{: #fees }}", ("table", "fees", "Fees")),
        (f"{TABLE}\nTable: *Fees*, see [](figure:way) {{#fees}}", ("table", "fees", "*Fees*, see [](figure:way)")),
        (f"{TABLE}Table: Fees", ("table", "", "Fees")),
        (f"{TABLE}\n\n\nTable: Fees  ", ("table", "", "Fees")),
        (f"text\n\n{TABLE}\nTable: Fees\n\nmore".replace("\n", "\r\n"), ("table", "", "Fees")),
        ("a | b\n--|--\n1 | 2\n\nTable: No bars {: #x }", ("table", "x", "No bars")),
    ],
)
def test_what_has_a_caption(text: str, told: tuple[str, str, str]) -> None:
    """A picture alone on its lines with a title, a journey, and a table with a line below it."""
    assert _told(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "![x](p.png)",
        '![x](p.png ""){: #way }',
        'A ![x](p.png "in a line").',
        '![x](p.png "with words") behind',
        '[![x](p.png "in a link")](more.md)',
        '- ![x](p.png "the item itself")',
        '[x](p.md "a link")',
        '`![x](p.png "code")`',
        '```\n![x](p.png "code")\n```',
        '    ![x](p.png "code")',
        '<!-- ![x](p.png "hidden") -->',
        "![](handout:talk/sheet)",
        "Table: reservations are at six.",
        f"{TABLE}\nand then\n\nTable: Fees",
        f"```\n{TABLE}\nTable: Fees {{: #fees }}\n```",
        "    | a |\n    |---|\n\n    Table: Fees",
    ],
)
def test_what_has_none(text: str) -> None:
    """Pictures within a line or a link, code, and sentences that begin with the word."""
    assert _told(text) == []


def test_a_line_with_a_name_needs_a_table() -> None:
    """It is found, so that it can be told; so is a name without words."""
    above, empty = _found(f"Table: Fees {{: #fees }}\n\n{TABLE}"), _found(f"{TABLE}\nTable: {{: #fees }}")
    assert [(one.name, one.is_lost) for one in (*above, *empty)] == [("fees", True)] * 2


def test_what_stands_above_loses_title_and_name() -> None:
    """All else of a picture stays; so does what stands before it in its line."""
    (one,) = _found('text\n\n> ![x](p.png "The way"){: #way .wide width=20 }')
    assert (one.body, one.before) == ("![x](p.png){: .wide width=20 }", "> ")
    (table,) = _found(f"{TABLE}\nTable: Fees")
    assert table.body == TABLE.strip()


def test_one_picture_for_the_light_and_one_for_the_dark_are_one_figure() -> None:
    """They follow each other, with one caption; with two, or an empty line between, they are two."""
    assert len(_found('![a](a.png#only-light "C")\n![b](b.png#only-dark "C"){: #c }')) == 1
    assert len(_found('![a](a.png "C")\n![b](b.png "D")')) == 2
    assert len(_found('![a](a.png "C")\n\n![b](b.png "C")')) == 2


def test_names_are_read_without_the_extension() -> None:
    """Commands that make no pages read a handbook before ours are added."""
    text = '![x](p.png "The way"){: #way }'
    assert [one.name for one in _found(text, MarkdownSettings(("tables",)))] == ["way"]


def test_places_are_those_of_the_whole_text() -> None:
    """Also behind front matter, of what has a caption and of its name."""
    text = '---\ntitle: A\n---\n# A\n\n![x](p.png "The way"){: #way }\n'
    (one,) = find_captions(text, MARKDOWN, offset=text.index("# A"))
    assert text[one.start :].startswith("![x]") and text[one.name_at :].startswith("#way")


def test_what_markdown_does_not_read_is_blank_for_other_checks() -> None:
    """Names of tables, and a caption that would be a row; all places stay."""
    for text, left in (
        (f"{TABLE}\nTable: See [x](y) {{: #fees }}\n", f"{TABLE}\nTable: See [x](y) {' ' * 10}\n"),
        (f"{TABLE}Table: Fees {{: #fees }}\n", f"{TABLE}{' ' * 22}\n"),
        (f"{TABLE}\nTable: Fees\n", f"{TABLE}\nTable: Fees\n"),
    ):
        assert without_names_of_tables(text, _found(text)) == left


def test_names_of_pictures_can_be_taken_out() -> None:
    """So that the ids of all else are left."""
    text = '![x](p.png "A"){: #a }\n\n![x](p.png "B"){: id=b }'
    assert without_names(text, _found(text), 0) == '![x](p.png "A"){: .a }\n\n![x](p.png "B"){: xd=b }'


def test_what_is_taken_in_is_told_apart() -> None:
    """What stands in the page has its place there, in the order of the whole."""
    own, more = '![x](p.png "Own")', '![x](p.png "More")'
    found = with_brought_in(_found(f"{own}\n"), _found(f"{more}\n\n{own}\n\n{own}\n"))
    assert [(one.text, one.is_own) for one in found] == [("More", False), ("Own", True), ("Own", False)]
    assert found[1].start == 0


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("![x](p.png){: #way }", True),
        ("![x](p.png){#way}", True),
        ('![x](p.png "C"){: #way }', False),
        ("`![x](p.png){: #way }`", False),
        ("## Way {: #way }", False),
    ],
)
def test_a_picture_without_a_caption(text: str, is_so: bool) -> None:
    """It is found by its name, to say what it lacks."""
    assert has_no_caption(text, "way") is is_so


@pytest.mark.parametrize(
    "text",
    [
        "Table: x\n" * 15_000,
        f"{TABLE}" + "Table: x\n" * 15_000,
        "\n" * 20_000 + "Table: x {: #a }\n" * 2_000,
        '![x](p.png "a" ' * 5_000,
        '![x](p.png "a")\n' * 1_000,
        "Table: " + "{: #" * 20_000,
        '"' * 20_000 + ")![",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    """Not even one that is made for it."""
    begin = time.process_time()
    _found(text)
    assert time.process_time() - begin < 5
