"""Parts of a book on paper, without a build: fields, sheets, drawings, tabs, letters."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from weasyprint import HTML

from journeybook.cards.sheet import Paper
from journeybook.diagrams.files.forms.pdf import PaperError
from journeybook.export.markup import parsed, prune, tag
from journeybook.export.paper.extent import Box
from journeybook.export.paper.fields import name_fields
from journeybook.export.paper.glyphs import refuse_boxes
from journeybook.export.paper.sheet import page_rules
from journeybook.ground.theme_dir import theme_dir
from journeybook.language.direction import Direction

SHEET = """
<label for="name">Name</label><input type="text" id="name" data-jb-key=".name">
<label for="f1">Name</label><textarea id="f1" rows="3" data-jb-key="name"></textarea>
<fieldset><legend>How sure</legend>
<label><input type="radio" value="1" data-jb-key="sure"><span>1</span></label>
<label><input type="radio" value="2" data-jb-key="sure"><span>2</span></label></fieldset>
<p id="t">Steps</p><b id="c">By when</b><b id="r">1</b>
<textarea aria-labelledby="t c r" data-jb-key="steps/1/1"></textarea>
<input type="radio" name="jb-paper" value="a4">
"""
TABS = """
<div class="tabbed-set"><input type="radio"><input type="radio">
<div class="tabbed-labels"><label>One</label><label>Two</label></div>
<div class="tabbed-content"><div class="tabbed-block">first</div><div class="tabbed-block">second</div></div></div>
"""


def test_fields_have_names_of_their_own_and_say_what_they_ask() -> None:
    """The buttons of a question share one; what is no blank of the handout has none."""
    body = parsed(SHEET)
    name_fields(body, "talk/sheet")
    asked = [one for one in body.iter() if one.tag in (tag("input"), tag("textarea"))]
    assert [(one.get("name"), one.get("title")) for one in asked] == [
        ("talk/sheet/name", "Name"),
        ("talk/sheet/name-2", "Name"),
        ("talk/sheet/sure", "How sure: 1"),
        ("talk/sheet/sure", "How sure: 2"),
        ("talk/sheet/steps/1/1", "Steps, By when, 1"),
        ("jb-paper", None),
    ]


def test_tabs_stand_one_under_another() -> None:
    """Each below its name, and without what a screen chooses with."""
    body = parsed(TABS)
    prune(body, "")
    assert " ".join("".join(body.itertext()).split()) == "OnefirstTwosecond"
    assert not list(body.iter(tag("input")))


@pytest.mark.parametrize(
    ("paper", "direction", "said"),
    [
        (
            "a4",
            "ltr",
            ("size:210.0mm 297.0mm", "@top-left{content:string(book)", "@bottom-right{content:counter(page)"),
        ),
        ("letter", "rtl", ("size:215.9mm 279.4mm", "@top-right{content:string(book)", "@bottom-left{content:counter")),
    ],
)
def test_sheets(paper: Paper, direction: Direction, said: tuple[str, ...]) -> None:
    """Their size, and the side on which the name stands."""
    rules = page_rules(paper, direction)
    assert all(one in rules for one in said)


def test_a_link_over_two_parts_of_a_drawing_lies_over_each() -> None:
    """As far as it is there."""
    link, upper, far = Box(0, 0, 10, 10), Box(0, 0, 100, 4), Box(50, 50, 60, 60)
    assert link.within(upper) == Box(0, 0, 10, 4)
    assert link.within(far) is None


@pytest.mark.slow  # WeasyPrint asks another program where its libraries are
def test_letters_are_looked_up() -> None:
    """Those of our own fonts, spaces and signs for programs are fine; a sign that no font has is told."""
    pytest.importorskip("weasyprint")
    refuse_boxes([("Home", "Journey ÄÖ ż Ω Я → ‘’ – \u00a0\u200d\u00ad\n")])
    with pytest.raises(PaperError, match=r"U\+10FFFD in ‘Talk’; U\+10FFFC in ‘Walk’"):
        refuse_boxes([("Home", "a"), ("Talk", "a \U0010fffd"), ("Walk", "\U0010fffd \U0010fffc")])


@pytest.mark.parametrize(
    "of_screen",
    ['<figcaption class="jb-how">Choose.</figcaption>', '<figcaption>Two. <i class="jb-how">Choose.</i></figcaption>'],
)
def test_paper_says_nothing_of_choosing_stages(of_screen: str) -> None:
    """What can be done with a drawing is for a screen; what it shows, and who made a picture, stands below it."""
    body = parsed(f'<figure class="bk-figure">{of_screen}</figure><figcaption>Drawn by Ada</figcaption>')
    prune(body, "jb-page-compare")
    assert "".join(body.itertext()).replace("Two. ", "") == "Drawn by Ada"


def test_lines_to_write_on_stay() -> None:
    """Those of a run sheet; a handout's lie behind fields, which have lines of their own."""
    lines = '<div class="jb-lines" aria-hidden="true"><i></i><i></i></div>'
    body = parsed(f'<section>{lines}<div class="jb-answer">{lines}<textarea rows="3"></textarea></div></section>')
    prune(body, "jb-page-run-sheet")
    assert [one.get("class") for one in body.iter(tag("span"))] == ["jb-line", "jb-line"]
    assert len(list(body.iter(tag("textarea")))) == 1


def test_what_belongs_to_a_block_is_said_in_words() -> None:
    """On paper a stage is no badge."""
    facts = '<p class="jb-slot-facts"><span><span class="jb-sr">J, stage 2, S</span></span> <span>Activity 4</span></p>'
    css = (theme_dir() / "export" / "book.css").read_text("utf-8")
    pdf = HTML(string=f"<style>{css}</style>{facts}").write_pdf()
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "J, stage 2, S · Activity 4" in " ".join(text.split())
