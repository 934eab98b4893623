"""Boxes, sections to unfold and tabs that are empty, have lost their title, or are none, are told as advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import MarkdownSettings

MADE = MarkdownSettings(
    ("toc", "tables", "fenced_code", "admonition", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
    {"pymdownx.tabbed": {"alternate_style": True}},
)
INDENT = "begin each line that belongs into it with four blanks"


def told(folder: Path, text: str, markdown: MarkdownSettings = MADE) -> list[tuple[int, int, str, str]]:
    """The place, the message and the hint of each piece of advice on boxes of a page."""
    problems = checks.run(book_of(folder, {"content/index.md": f"# Welcome\n\n{text}\n"}, markdown=markdown))
    assert checks.errors(problems) == []
    return [(one.line, one.column, str(one.message), str(one.hint)) for one in problems if one.code == "JB455"]


@pytest.mark.parametrize(
    "text",
    [
        '!!! tip "Be early"\n    In it.',
        '!!! tip "Be early"\n\n    In it.',
        '!!! tip "Only a title"\n\nBelow it.',
        "!!!tip\n    In it.",
        "!!! tip inline end\n    In it.",
        '??? question "Why?"\n\tIn it.',
        '=== "One"\n\n    In it.\n\n=== "Two"\n\n    In it.',
        '- An item\n\n    !!! tip "In the item"\n        In it.',
        '!!! tip "Out"\n    ??? note "In"\n        In both.',
        "```\n!!! tip\nIn code.\n```",
        "    !!! tip\n    In code.",
        "A heading\n===\n\nWords === more words!!! note that.",
        '!!! tip "Early"\n    In it.\n\n  - An item\n\n  ## A heading',
        "- An item\n\n    !!! tip\n        In it.\n\n    In the item.",
        '??? "Early"\n    In it.',
        '<div class="x">\n\n!!! tip "Early"\n    In it.',
        '!!! "Early", she said. "Be early."',
        "!!! That was loud.\n    And on.",
        "<!--\n!!! tip\nA comment.\n-->",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    """Also what stands in code and comments, and a title without more."""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('!!! tip "Be early"\nBelow it.', 1),
        ('!!! tip "Be early"\r\nBelow it.\r\n', 1),
        ("!!! tip\n\nBelow it.", 1),
        ("!!! tip\n  Nearly in it.", 1),
        ('!!! tip "Be early"\n\n   Nearly in it.', 1),
        ('??? tip "Be early"\n\nBelow it.', 1),
        ('???+ tip "Be early"\nBelow it.', 1),
        ("!!! tip", 1),
    ],
)
def test_an_empty_box_is_told(tmp_path: Path, text: str, column: int) -> None:
    """What was meant to stand in it is below it."""
    ((_, at, message, hint),) = told(tmp_path, text)
    assert (at, message, hint) == (column, "this box is empty: what stands below it is not indented", INDENT)


def test_empty_tabs_are_told_one_by_one(tmp_path: Path) -> None:
    """Each at its own line."""
    found = told(tmp_path, '=== "One"\nBelow it.\n\n=== "Two"\n  Below it.\n\n=== "Three"\n    In it.')
    message = "this tab is empty: what stands below it is not indented"
    assert found == [(3, 1, message, INDENT), (6, 1, message, INDENT)]


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("!!! tip Be early, always", '!!! tip "Be early, always"'),
        ("!!! tip Early", '!!! tip "Early"'),
        ("??? tip what to bring", '??? tip "what to bring"'),
    ],
)
def test_a_lost_title_is_told(tmp_path: Path, line: str, form: str) -> None:
    """Without quotation marks, it is read as kinds of the box."""
    ((number, _, message, hint),) = told(tmp_path, f"{line}\n    In it.")
    assert number == 3
    if message.startswith("the title"):
        assert message == "the title of this box is lost, for it has no quotation marks"
        assert hint == f"write `{form}`"
    else:  # a comma makes it none
        assert message == "this is no box here: readers see its signs"
        assert hint == f"write `{form}`, and four blanks before each line that belongs into it"


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("!! tip", "!!! tip"),
        ("! ! ! tip", "!!! tip"),
        ('? ? ? tip "Early"', '??? tip "Early"'),
        ('!!! "Be early"', '!!! note "Be early"'),
        ("!!! “Be early”", '!!! note "Be early"'),
        ("!!!! tip Early", '!!! tip "Early"'),
        ("!!! tip “Be early”", '!!! tip "Be early"'),
        ("!!! tip „Be early“", '!!! tip "Be early"'),
        ('!!! tip "Be early', '!!! tip "Be early"'),
        ("!!! tip: Be early", '!!! tip "Be early"'),
        (":::tip", "!!! tip"),
        ("::: tip Be early", '!!! tip "Be early"'),
        ("> [!TIP]", "!!! tip"),
        ("> [!WARNING] Be early", '!!! warning "Be early"'),
        ('!!! tip "Be early" The first minutes are best.', '!!! tip "Be early"'),
        ("=== Early", '=== "Early"'),
        ('== "Early"', '=== "Early"'),
        ("=== “Early”", '=== "Early"'),
    ],
)
def test_signs_that_readers_see_are_told(tmp_path: Path, line: str, form: str) -> None:
    """With the line that is meant."""
    ((number, _, message, hint),) = told(tmp_path, f"{line}\n    In it.")
    what = "tab" if form.startswith("=") else "box"
    assert (number, message) == (3, f"this is no {what} here: readers see its signs")
    assert hint == f"write `{form}`, and four blanks before each line that belongs into it"


def test_tabs_that_are_not_switched_on_are_told(tmp_path: Path) -> None:
    """The line for mkdocs.yml is offered."""
    ((_, _, message, hint),) = told(tmp_path, '=== "One"\n    In it.', MarkdownSettings(("admonition",)))
    assert message == "this is no tab here: readers see its signs"
    assert hint == "write `- pymdownx.tabbed: {alternate_style: true}` below `markdown_extensions:` in mkdocs.yml"


def test_a_box_with_other_spaces_is_told(tmp_path: Path) -> None:
    """Which look like blanks."""
    ((*_, hint),) = told(tmp_path, "!!! tip\n\u00a0\u00a0\u00a0\u00a0In it.")
    assert hint == "write four blanks in place of the non-breaking spaces (U+00A0) before each line"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('!!! tip "Early"\n    In it.\n\n  Nearly in it.', (6, 3)),
        ("- An item\n\n    !!! tip\n        In it.\n\n      Nearly in it.", (8, 7)),
    ],
)
def test_a_paragraph_that_is_nearly_in_a_box_is_told(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    """At its own line."""
    ((*at, _, hint),) = told(tmp_path, text)
    assert (*at,) == place
    assert hint == "begin it with four blanks more than the box; or with none, if it goes on below the box"


def test_an_empty_box_of_an_item_is_told_with_the_blanks_that_it_takes(tmp_path: Path) -> None:
    """Four are those of the item."""
    ((_, at, _, hint),) = told(tmp_path, '- An item\n\n    !!! tip "Early"\n    In it.')
    assert at == 5 and hint == "begin each line that belongs into it with 8 blanks, four more than the box has"
    assert told(tmp_path, '- An item\n\n    !!! tip "Early"\n        In it.') == []


def test_a_box_in_html_is_told(tmp_path: Path) -> None:
    """It is written rightly, and stands where there can be none."""
    ((_, _, _, hint),) = told(tmp_path, '<div>\n!!! tip "Early"\n    In it.\n</div>')
    assert hint == "leave the line above it empty; in a table or in HTML there can be none"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("!!! tipp\n    In it.", 'write `!!! tip "Tipp"`'),
        ('!!! tipp "Early"\n    In it.', 'write `!!! tip "Early"`'),
        ('??? exampel "Early"\n    In it.', 'write `??? example "Early"`'),
        ("!!! Warnign\n    In it.", 'write `!!! warning "Warnign"`'),
        ("!!! advice inline end\n    In it.", 'write `!!! tip inline end "Advice"`'),
        (
            "!!! harbour\n    In it.",
            "write one of note, abstract, info, tip, success, question, warning, danger, example, quote; "
            "or style `.harbour` in a file of `extra_css`",
        ),
    ],
)
def test_a_kind_that_nothing_knows_is_told(tmp_path: Path, text: str, hint: str) -> None:
    """With the nearest one; such a box looks like a note."""
    assert [(line, column, said) for line, column, _, said in told(tmp_path, text)] == [(3, 1, hint)]


@pytest.mark.parametrize("kind", ["NOTE", "todo", "faq", "note tipp", "tipp note", "tldr"])
def test_a_kind_that_the_theme_knows_or_knew_is_right(tmp_path: Path, kind: str) -> None:
    """Also beside a class of one's own."""
    assert told(tmp_path, f"!!! {kind}\n    In it.") == []


STYLES = {
    "a style": {"content/own.css": ".md-typeset .admonition.tipp { color: red }"},
    "a style below the theme's": {"content/own.css": ".md-typeset .tipp > .admonition-title{}"},
    "a template": {"theme/main.html": "<style>.tipp { color: red }</style>"},
    "the page": {"content/index.md": "# Welcome\n\n<style>.tipp {}</style>\n\n!!! tipp\n    In it.\n"},
    "another": None,
    "a style of another": {"content/own.css": ".tipps { color: red }"},
}


@pytest.mark.parametrize("where", STYLES)
def test_a_kind_that_has_a_style_of_its_own_is_right(tmp_path: Path, where: str) -> None:
    """In `extra_css`, in a template of the theme, in the page, or perhaps in a style from another host."""
    files = {"content/index.md": "# Welcome\n\n!!! tipp\n    In it.\n"} | (STYLES[where] or {})
    overrides = tmp_path / "theme" if where == "a template" else None
    styles = None if where == "another" else (tmp_path / "content/own.css",)
    problems = checks.run(book_of(tmp_path, files, markdown=MADE, overrides=overrides, styles=styles))
    assert any(one.code == "JB455" for one in problems) == (where == "a style of another")


TABS = '=== "By mail"\n\n    Write.\n\n=== "By phone"\n\n    Call.'
DRAWN = "below `markdown_extensions:` in mkdocs.yml"


@pytest.mark.parametrize(
    ("name", "options", "hint"),
    [
        ("pymdownx.tabbed", {}, f"write `- pymdownx.tabbed: {{alternate_style: true}}` {DRAWN}"),
        (
            "pymdownx.tabbed",
            {"combine_header_slug": True},
            "write `alternate_style: true` below `pymdownx.tabbed:` in mkdocs.yml",
        ),
        ("pymdownx.blocks.tab", {}, f"write `- pymdownx.blocks.tab: {{alternate_style: true}}` {DRAWN}"),
    ],
)
def test_tabs_that_material_does_not_draw_are_told(
    tmp_path: Path, name: str, options: dict[str, object], hint: str
) -> None:
    """Once, at the first of them; what is right of them is not told where the option is on."""
    text = TABS if name == "pymdownx.tabbed" else "/// tab | By mail\nWrite.\n///\n\n/// tab | By phone\nCall.\n///"
    message = "Material draws no tabs here: readers see all of them, one below the other"
    (found,) = told(tmp_path, text, MarkdownSettings(("toc", name), {name: options}))
    assert found == (3, 1, message, hint)
    assert told(tmp_path, text, MarkdownSettings(("toc", name), {name: {**options, "alternate_style": True}})) == []


def test_the_old_form_of_tabs_is_quiet_where_none_is_or_a_style_draws_it(tmp_path: Path) -> None:
    """Code has none, and a style of one's own, here of the page, may be for them."""
    old = MarkdownSettings(("toc", "fenced_code", "pymdownx.tabbed", "pymdownx.blocks.tab"))
    assert told(tmp_path, f"```\n{TABS}\n\n/// tab | By mail\n```", old) == []
    assert told(tmp_path, f"<style>.tabbed-set > label {{ float: left }}</style>\n\n{TABS}", old) == []


@pytest.mark.parametrize(
    ("line", "form"), [('!!!\u00a0tip "Early"', '!!! tip "Early"'), ('=== \u00a0"Early"', '=== "Early"')]
)
def test_non_breaking_spaces_in_a_line_that_opens_are_told(tmp_path: Path, line: str, form: str) -> None:
    """They look like blanks, so that the form alone would say nothing."""
    ((_, _, _, hint),) = told(tmp_path, f"{line}\n    In it.")
    assert hint.startswith("write blanks in place of the non-breaking spaces (U+00A0)") and f"`{form}`" in hint


WITH_CLASSES = MarkdownSettings((*MADE.extensions, "attr_list"), MADE.configs)


@pytest.mark.parametrize(
    ("classes", "meant"),
    [
        (".md-buton", "{ .md-button }"),
        (".button", "{ .md-button }"),
        (".md-button .md-button--primry", "{ .md-button .md-button--primary }"),
        (".btn .btn-primary", "{ .md-button .md-button--primary }"),
    ],
)
def test_a_class_that_is_nearly_a_buttons_is_told(classes: str, meant: str, tmp_path: Path) -> None:
    """Readers see a plain link."""
    ((line, _, _, hint),) = told(tmp_path, f"[Register](https://a.example/){{ {classes} }}", WITH_CLASSES)
    assert (line, hint) == (3, f"write `{meant}`")


@pytest.mark.parametrize(
    "text",
    [
        "[Register](https://a.example/){ .md-button .md-button--primary target=_blank }",
        "[Register](https://a.example/){ .big .map-button }",
        "Write `[Register](https://a.example/){ .button }`.",
        "[Register](https://a.example/){ .button }\n\n<style>.button { color: red }</style>",
    ],
)
def test_other_classes_of_links_are_left_alone(text: str, tmp_path: Path) -> None:
    """Those of Material's, of a style of one's own, and in code."""
    assert told(tmp_path, text, WITH_CLASSES) == []
