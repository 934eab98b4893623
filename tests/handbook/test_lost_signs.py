"""Words that Markdown takes for its own signs, and signs that it does not take for such, are told as advice."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.checks.lost_signs import suspects
from journeybook.markdown.settings import MarkdownSettings

SITE = MarkdownSettings(("toc", "tables", "fenced_code", "admonition", "md_in_html", "attr_list", "def_list"))


def told(folder: Path, text: str, markdown: MarkdownSettings = SITE) -> list[tuple[int, int, str]]:
    """The place and the hint of each piece of advice on lost signs of a page."""
    problems = checks.run(book_of(folder, {"content/index.md": f"# Welcome\n\n{text}\n"}, markdown=markdown))
    return [(one.line, one.column, str(one.hint)) for one in problems if one.code == "JB477"]


@pytest.mark.parametrize(
    "text",
    [
        "Write `<your name>`, &lt;your name>, <https://example.org> or <anne@example.org>.",
        "```\n<your name>\n```",
        "    <your name>",
        "<!-- <your name> -->",
        "If 3 < 4 and x > y.",
        "<b>bold</b> <kbd>Q</kbd> <br> <br /> <time>9:00</time> <details open><summary>x</summary>y</details>",
        '<my-map src="x"></my-map> <note>A tag of a plugin</note> <gallery kind="x">',
        '<svg viewBox="0 0 1 1"><g><rect width="1" height="1"/></g></svg>',
        "<div markdown>\n\n- **one**\n- two\n\n</div>",
        '<div class="x">a <b>b</b> - c * d</div>',
        '<details markdown="1"><summary>More</summary>\n**bold** text\n</details>',
        "[Go](#right){ .button } and [go](#right){.button}, (in brackets) { a set }.",
        "[TOC]",
        "- ☐ One\n- ☐ Two",
        "![A](b.png){width=300} and (so) {it=is} ! [A](#b) and yes! [A](b.png) `! [A](b.png)`",
        "```\n<div>\n```\n\n<div><div>x</div></div> `<div>`\n\n    <div>",
        "☐ Yes, I do.",
        "## Talk { .wide #talk data-x }\n\nA *word*{: .x} and [go](#talk){ download } `code`{.x}\n{ #last hidden }",
        "## Talk \\{20 min}\n\nA {free} word, *here* {so} and {there}.\n\n| Paper {two} and pens |\n|---|\n| {{ x }} |",
        '## {{ title }}\n\n*a*{{ b }} and *c*{++added++} *d*{>>a note<<} [=50% "50%"]{: .thin}',
        "$\\frac{a}{b}$ and `x {two words}`\n\n```{python}\na\n```\n\n    ## Talk {20 min}",
        "<div>x</div>\n\n`</div>` <!-- </div> -->\n\n```\n</div>\n```\n\n    </div>\n\n<DIV></div><b>x</b>",
        '![A](b.png){ width=20, height=10 } ![A](b.png){ width=20 data-x="a,b=c" } ![A](b.png){: .a style="a:b;c=d" }',
        "![A](b.png){ width=20 hidden } ![A](c.png){ off-glb } [go](#x){ data-toc-omit }",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    """Code, comments, tags that HTML knows, lists, headings, attributes in their place."""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("Write <your name> here.", 7, "write `&lt;your name>`, or put it in backticks"),
        ("If x<y and <name> says", 12, "write `&lt;name>`, or put it in backticks"),
        ("At <time and place>.", 4, "write `&lt;time and place>`, or put it in backticks"),
        ("| <x-y> | b |\n|---|---|\n| a | b |", 3, "write `&lt;x-y>`, or put it in backticks"),
        ("<Mentor>", 1, "write `&lt;Mentor>`, or put it in backticks"),
        ("<div>\n- one\n- two\n</div>", 1, "write `<div markdown>`, with an empty line behind it"),
        ("<div>\nA **word**\n</div>", 3, "write `<div markdown>`, with an empty line behind it"),
        ("<DIV>İ\n[x](#y)\n</DIV>", 1, "write `<DIV markdown>`, with an empty line behind it"),
        ("[Go](#x) { .button }", 9, "write `{ .button }`, right behind the link"),
        ("[Go](#x){ .button", 9, "write `{ .button }`, right behind the link"),
        ("![A](b.png) {width=300}", 12, "write `{ width=300 }`, right behind the picture"),
        ("![A](b.png)[width=20]", 12, "write `{ width=20 }`, right behind the picture"),
        ("[Go](#x)(target=_blank)", 9, "write `{ target=_blank }`, right behind the link"),
        ("See [the talk]<talk.md>.", 15, "write `[the talk](talk.md)`"),
        ("See:\n! [A](b.png)", 1, "write `![A](b.png)`"),
        ('<div class="x">\n\nHello **you**\n\n<div>x</div>', 1, "write `</div>` where it ends"),
        ("[[toc]]", 1, "write `[TOC]`"),
        ("[toc]", 1, "write `[TOC]`"),
        ("\\newpage", 1, "take it out"),
        ("## Talk {20 min}", 9, "write `\\{20 min}` or `(20 min)`"),
        ("| a |\n|---|\n| Paper {two per pair} |", 9, "write `\\{two per pair}` or `(two per pair)`"),
        ("| Paper {approx. 2} |\n|---|\n| a |", 9, "write `\\{approx. 2}` or `(approx. 2)`"),
        ("*Talk*{optional}", 7, "write `\\{optional}` or `(optional)`"),
        ("Wishes.\n{optional}", 1, "write `\\{optional}` or `(optional)`"),
        ("Wishes.\n{: for pairs }", 1, "write `\\{: for pairs }` or `(for pairs)`"),
        ("[Go](#x){md-button}", 9, "write `{ .md-button }`"),
        ("[[_TOC_]]", 1, "write `[TOC]`"),
        ("[[__toc__]]", 1, "write `[TOC]`"),
        ("![A](b.png){ width: 20 }", 12, 'write `{ width="20" }`'),
        ("![A](b.png) {width: 20px; height:5%}", 12, 'write `{ width="20" height="5%" }`, right behind the picture'),
        ("![A](b.png){width=20%,height=10%}", 12, "write `{width=20% height=10%}`"),
        ('![A](b.png){ width="20";height="10" }', 12, 'write `{ width="20" height="10" }`'),
        ("## Talk {width: 20}", 9, "write `\\{width: 20}` or `(width: 20)`"),
        ("Text\n\n</div>\n\nMore", 1, "take it out"),
        ("So </section> it is.", 4, "take it out"),
        ("☐ One\n☐ Two", 1, "write `- ☐ One`, and so the lines below it"),
    ],
)
def test_what_readers_lose_is_told_with_what_to_write(tmp_path: Path, text: str, column: int, hint: str) -> None:
    """At its first sign, once."""
    ((line, at, said),) = told(tmp_path, text)
    assert (at, said) == (column, hint)
    assert text.splitlines()[line - 3][at - 1 :] != ""


@pytest.mark.parametrize("part", ["<div>\n", "<a{}>\n", "(x)){{.a", "☐ a\n", "[[", "<svg <", "<video>", '<iframe " x'])
def test_a_long_page_is_looked_at_in_seconds(part: str) -> None:
    """Whatever it repeats: the time grows with its length, and not with the square of it."""
    text = "".join(part.format(number) for number in range(300_000 // len(part)))
    begun = time.process_time()
    suspects(text)
    assert time.process_time() - begun < 5


def told_of_signs(folder: Path, text: str, markdown: MarkdownSettings = SITE) -> list[str]:
    """The hint of each sign of Markdown that readers see on a page."""
    problems = checks.run(book_of(folder, {"content/index.md": f"# Welcome\n\n{text}\n"}, markdown=markdown))
    return [str(one.hint) for one in problems if one.code == "JB444"]


@pytest.mark.parametrize("text", ["#Trust #Courage", "#1 rule of all", "#trust"])
def test_hashtags_are_told(tmp_path: Path, text: str) -> None:
    """Also two of them, and a number."""
    (hint,) = told_of_signs(tmp_path, text)
    assert hint.startswith(f"write `\\{text.split()[0]}`")


@pytest.mark.parametrize("text", ["#Trust", "# 1 rule", "A line, with #trust in it", "\\#1 rule"])
def test_headings_are_left_alone(tmp_path: Path, text: str) -> None:
    """A word with a capital may be a heading whose blank is missing, as Markdown reads it."""
    assert told_of_signs(tmp_path, text) == []


def test_a_list_in_html_is_told_once(tmp_path: Path) -> None:
    """By what would make it one: a line that is left empty would not."""
    text = "<div>\n- one\n- two\n\n- three\n</div>\n\nText\n- a list\n- below it"
    assert told_of_signs(tmp_path, text) == ["leave the line above this empty"]
    assert len(told(tmp_path, text)) == 1


@pytest.mark.parametrize("above", ["Text.", "- An item", "1. An item"])
def test_a_year_is_told_once_whatever_stands_above_it(tmp_path: Path, above: str) -> None:
    """Below a list, it would become another item of that."""
    (hint,) = told_of_signs(tmp_path, f"{above}\n\n2026. That was a year.")
    assert hint == "write `2026\\.`: it is no number of a list"
    assert told_of_signs(tmp_path, f"{above}\n\n2026\\. That was a year.\n\nIt was in\n2026. A year.") == []


@pytest.mark.parametrize("text", ["    2026. In code.", "2026.5 is a version.", "99. One\n100. More"])
def test_other_numbers_are_no_years(tmp_path: Path, text: str) -> None:
    """In code, with a figure behind the dot, in a long list."""
    assert not [hint for hint in told_of_signs(tmp_path, text) if "no number of a list" in hint]


PLAIN = MarkdownSettings(("toc", "tables"))
EXTENSION = "write `- md_in_html` below `markdown_extensions:` in mkdocs.yml"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('<div class="grid cards" markdown>\n\n- a\n\n</div>', EXTENSION),
        ('<div class="grid cards" markdown>\n- a\n- b\n</div>', EXTENSION),
        ('<div markdown="1">\n\n**bold**\n\n</div>', EXTENSION),
        (
            "<div>\n\n**bold**\n\n</div>",
            "write `<div markdown>`, with an empty line behind it, and `- md_in_html` below `markdown_extensions:` in "
            "mkdocs.yml",
        ),
    ],
)
def test_markdown_in_html_needs_its_extension(tmp_path: Path, text: str, hint: str) -> None:
    """A mark in the tag does nothing by itself; and nothing else is told, which would not help."""
    assert [one for _, _, one in told(tmp_path, text, PLAIN)] == [hint]
    assert told_of_signs(tmp_path, text, PLAIN) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('<p align="center">**a**</p>', 'write `<p align="center" markdown>`'),
        ("<h2>**a**</h2>", "write `<h2 markdown>`"),
        (
            "<table><tr><td>**a**</td></tr></table>",
            "write the table in Markdown, as `| … | … |`, or its words in HTML, as `<b>…</b>`",
        ),
    ],
)
def test_markdown_in_paragraphs_and_tables_of_html_is_told(tmp_path: Path, text: str, hint: str) -> None:
    """What stands in them is not read either."""
    assert [one for _, _, one in told(tmp_path, text)] == [hint]
    assert told(tmp_path, text.replace("**", "")) == []


def test_something_shown_in_html_needs_the_extension(tmp_path: Path) -> None:
    """Where nothing reads the mark, the answer names the extension as well."""
    files = {"content/index.md": "# Welcome\n\n<div markdown>\n\n![](toolkit:talk)\n\n</div>\n"}
    files |= {"content/talk/index.md": "---\nchapter: talk\n---\n# Talk\n"}
    problems = checks.run(book_of(tmp_path, files, markdown=PLAIN))
    (hint,) = (str(one.hint) for one in problems if one.code == "JB454")
    assert "`- md_in_html`" in hint


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ('<iframe src="https://example.org/a" title="A">Loading…\n\nMore.', (3, 1), "write `</iframe>` where it ends"),
        ('See <iframe src="a" />\n\nMore.', (3, 5), "write `></iframe>` in place of its `/>`"),
        ('<audio src="a.mp3" controls><audio>', (3, 29), "write `</audio>`"),
        ('<video src="a.mp4"> <video src="b.mp4"></video>', (3, 1), "write `</video>` where it ends"),
        ('<div class="x">\n<video title="a > b" src="a.mp4">\n</div>', (4, 1), "write `</video>` where it ends"),
    ],
)
def test_frames_and_films_have_an_end(tmp_path: Path, text: str, place: tuple[int, int], hint: str) -> None:
    """All that is below belongs to one without: browsers show it in its place."""
    assert told(tmp_path, text) == [(*place, hint)]


@pytest.mark.parametrize(
    "text",
    [
        '<iframe src="a" title="b"></iframe> <IFRAME src="c"></iframe>',
        '<video controls>\n  <source src="a.mp4">\n  <a href="a.mp4">It</a>\n</video>',
        "Write `<iframe>` or `<audio>` there.",
        "```html\n<video src='x'>\n```\n\n    <audio src='x'>\n\n<!-- <iframe src='x'> -->",
        "A &lt;video> is a `<audio>`; <video-player></video-player>.",
        '<audio src="a.mp3" title="<b>">\n</audio>',
        '<div markdown>\n\n<iframe src="a"></iframe>\n\n</div>',
    ],
)
def test_frames_and_films_with_an_end_are_right(tmp_path: Path, text: str) -> None:
    """So are names of such tags in code, and comments."""
    assert told(tmp_path, text) == []
