"""What pages show of a little and of a lot: nothing stands alone under a wrong name, and nothing long comes first."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.assembly import build
from journeybook.handbook.structure import structure
from journeybook.language.words import Words
from journeybook.pages.site import Site

pytestmark = pytest.mark.slow

Html = Callable[..., str]
THINGS = [f"Thing {number}" for number in range(1, 31)]
JOURNEY = "title: {title}\nstages: [One, Two]\n"


@pytest.fixture
def html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Html:
    """Gives the HTML of one page of a handbook, without its drawings."""
    monkeypatch.setattr(Site, "draw", lambda site: None)

    def made(path: str, **files: str) -> str:
        named = {
            name.replace("__", "/") + (".md" if "content" in name else ".yaml"): text for name, text in files.items()
        }
        pages = {page.path: page for page in build.build(Site(book_of(tmp_path, named), Words("en")))}
        return pages[path].fills.fill_late(pages[path].fills.fill_blocks(pages[path].markdown))

    return made


def activity(html: Html, more: str) -> str:
    """The page of an activity with these fields."""
    return html("toolkit/walk/index.md", toolkit__walk=f"title: A walk\n{more}")


def headings(page: str) -> list[str]:
    """The headings of a page's sections."""
    return re.findall(r"^## (.*?)(?: \{.*\})?$", page, re.M)


def test_the_fact_of_what_to_bring_names_three_things(html: Html) -> None:
    """Thirty things are a list, to which the fact leads; it names the first three, and how many are left."""
    page = activity(html, f"materials: {THINGS}\n")
    fact = page.partition('<div class="jb-fact-bring">')[2].partition("</div>")[0]
    assert re.findall(r"Thing \d+", fact) == THINGS[:3]
    assert '<a href="#materials">and 27 more</a>' in fact
    assert "## Materials { #materials }" in page
    assert page.count("<li>Thing") == 30


@pytest.mark.parametrize(("number", "named"), [(1, 1), (3, 3), (4, 4), (5, 3)])
def test_one_thing_more_is_named(html: Html, number: int, named: int) -> None:
    """Where one thing is left, its name takes no more room than “and 1 more”."""
    fact = activity(html, f"materials: {THINGS[:number]}\n").partition('jb-fact-bring">')[2].partition("</div>")[0]
    assert len(re.findall(r"Thing \d+", fact)) == named
    assert ("more" in fact) is (named < number)


def test_the_run_sheet_hides_nothing(html: Html) -> None:
    """All that must lie ready stands where the block begins, once, and nothing says that there is more elsewhere."""
    page = html(
        "toolkit/workshops/day/run-sheet/index.md",
        toolkit__walk=f"title: A walk\nduration: 30 min\nmaterials: {THINGS}\n",
        toolkit__workshops__day='title: A day\ndays:\n- start: "09:00"\n  blocks: [{activity: walk}]\n',
    )
    cell, _, rest = page.partition('<td class="jb-run-ready" data-label="Have ready">')[2].partition("</td>")
    assert re.findall(r"<li>(Thing \d+)</li>", cell) == THINGS
    assert "<li>Thing" not in rest
    assert not re.search(r"\band \d+ more\b", page)


def test_steps_on_the_run_sheet_are_lines(html: Html) -> None:
    """A facilitator reads them standing: each step is a line, and no part of a paragraph."""
    page = html(
        "toolkit/workshops/day/run-sheet/index.md",
        toolkit__walk="title: A walk\nsteps: [{title: Go, minutes: 5}, {title: Come back, minutes: 10}]\n",
        toolkit__workshops__day='title: A day\ndays:\n- start: "09:00"\n  blocks: [{activity: walk}]\n',
    )
    steps = page.partition('<ol class="jb-run-steps">')[2].partition("</ol>")[0]
    assert re.findall(r"<li><b>(.*?)</b> <span>(.*?)</span></li>", steps) == [("09:00", "Go"), ("09:05", "Come back")]


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        ("space: A room with chairs", "Room"),
        ("objectives: [To see more]", "What people take away"),
        ("purpose: To see more.\nobjectives: [To see more]", "Purpose"),
        ("materials: [Pens]\nspace: A room with chairs", "Materials"),
        ("variations: Walk in threes.", "Variations"),
    ],
)
def test_what_stands_alone_has_a_heading_of_its_own(html: Html, field: str, heading: str) -> None:
    """A room is no material, and what people take away is no purpose."""
    assert headings(activity(html, f"{field}\n")) == [heading]


def test_a_variation_without_a_name_is_text(html: Html) -> None:
    """It is set as text and not as the meaning of a name that is not there; with names they are a list of both."""
    assert '<div class="jb-text"><p>In threes.</p>' in activity(html, "variations: In threes.\n")
    assert "<dt>Online</dt><dd><p>By phone.</p>" in activity(html, "variations: {online: By phone.}\n")


def test_an_audience_is_told_wherever_it_is_given(html: Html) -> None:
    """The page of an activity and of a workshop, a stage and a block say for whom they are written, in words."""
    assert "<dt>Written for</dt><dd>Mentors and anglers</dd>" in activity(html, "audience: [mentor, anglers]\n")
    files = {
        "toolkit__workshops__day": "title: A day\naudience: mentor\ndays:\n"
        '- start: "09:00"\n  blocks: [{title: Tea, minutes: 5, audience: mentee}]\n',
        "journeys__way": "title: A way\nstages: [{title: One, audience: coordinator}, Two]\n",
    }
    workshop = html("toolkit/workshops/day/index.md", **files)
    assert "<dt>Written for</dt><dd>Mentors</dd>" in workshop
    assert "<span>for mentees</span>" in workshop
    assert '<p class="jb-eyebrow jb-when">for coordinators</p>' in html("journeys/way/index.md", **files)


NOTHING = "Nothing more has been written"


@pytest.mark.parametrize(
    ("fields", "bare"),
    [("", True), ("number: 3\ntags: [a]", True), ("summary: Go.", False), ("duration: 5 min", False)],
)
def test_an_activity_with_a_title_only_says_so(html: Html, fields: str, bare: bool) -> None:
    """A page that would be empty says that it is meant to be; any other has no such line."""
    assert (NOTHING in activity(html, f"{fields}\n")) is bare


def test_the_mark_of_the_card_stands_beside_the_way_to_the_cards(html: Html) -> None:
    """It is no part of what is to be read, and no page ends with it."""
    page = activity(html, "summary: Go.\nsource: A book\n")
    actions = page.partition('<p class="jb-actions"')[2].partition("</p>")[0]
    assert re.search(r'<span class="jb-card-mark"><a href="../cards/">Print as cards</a> v \w{6}</span>', actions)
    assert page.count("jb-card-mark") == 1


def test_materials_that_are_counted_have_their_numbers_first(html: Html) -> None:
    """As on the page of a workshop; where nothing is counted, things are a list."""
    counted = "{title: Chairs, quantity: 2, per: person}, {title: Sheets, quantity: 3, per: group}"
    counted += ", {title: Clock, quantity: 1}"
    page = activity(html, f"materials: [{counted}, Water]\n").partition("## Materials")[2]
    assert re.findall(r"<li><b>(.*?)</b> <span>(.*?)</span></li>", page) == [
        ("2", "Chairs <small>for each person</small>"), ("3", "Sheets <small>for each group</small>"),
        ("1", "Clock"), ("", "Water"),
    ]  # fmt: skip
    assert "jb-counted" not in activity(html, "materials: [Water, Tea]\n")


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("{title: Kept, value: 70, target: 85, unit: '%'}", "70\u00a0%\u00a0→ 85\u00a0%"),
        ("{title: Kept, value: 3, target: 8, unit: meetings}", "3\u00a0→ 8\u00a0meetings"),
        ("{title: Kept, value: 1500, unit: '%'}", "1,500\u00a0%"),
        ("{title: Kept, target: 85, unit: '%'}", "→ 85\u00a0%"),
        ("{title: Kept, unit: meetings}", "meetings"),
        ("Kept", ""),
    ],
)
def test_a_measure_is_one_figure_that_becomes_another(html: Html, measure: str, said: str) -> None:
    """What it is, what it is to be and what is counted stand together, as in the drawing."""
    page = html(
        "journeys/way/index.md", journeys__way=f"title: A way\nstages: [{{title: One, measures: [{measure}]}}, Two]\n"
    )
    assert f"<tr><td>Kept</td><td>{said}</td></tr>" in page


def test_the_number_of_stages_is_told_once(html: Html) -> None:
    """The fact has its label and a number; what stands below the drawing says what one can do."""
    page = html("journeys/way/index.md", journeys__way=JOURNEY.format(title="A way"))
    assert "<dt>Stages</dt><dd>2</dd>" in page
    assert "2 stages" not in page


def home(html: Html, opening: str = "", **files: str) -> str:
    """The home page below an author's opening."""
    return html("index.md", content__index=f"{opening}# Welcome\n\nHello.\n", **files)


def doors(page: str) -> list[tuple[str, str]]:
    """The doors of a home page: their titles, and what their buttons say."""
    return re.findall(r'<section class="jb-door">\s*<h2>(.*?)</h2>.*?jb-btn--main" href="[^"]*">(.*?)</a>', page, re.S)


def test_a_home_page_of_nothing_has_nothing_below_its_words(html: Html) -> None:
    """No rule without a list, no list of doors without a door."""
    assert "<" not in home(html)


def test_a_home_page_of_one_thing_names_it(html: Html) -> None:
    """One activity is told by its name, and opened; that there is one of them is no figure to show."""
    page = home(html, toolkit__walk="title: A walk\n")
    assert doors(page) == [("A walk", "Open the activity")]
    assert "jb-colophon" not in page
    assert "jb-links" not in page
    journey = home(html, journeys__way=JOURNEY.format(title="A way"))
    assert "jb-colophon" not in journey
    assert "See all" not in journey


def test_a_home_page_of_journeys_alone_leads_to_all_of_them(html: Html) -> None:
    """Where nothing else fills the row they have a door, and the way to all of them is told once."""
    ways = {f"journeys__way{number}": JOURNEY.format(title=f"Way {number}") for number in (1, 2, 3)}
    page = home(html, **ways)
    assert doors(page) == [("Follow a journey", "See all 3 journeys")]
    assert page.count("See all 3 journeys") == 1


def test_a_home_page_of_many_things_keeps_three_doors(html: Html) -> None:
    """Three doors stand side by side; the way to all journeys then stands below the picture."""
    files = {f"journeys__way{number}": JOURNEY.format(title=f"Way {number}") for number in (1, 2)}
    files |= {f"toolkit__walk{number}": f"title: Walk {number}\n" for number in range(30)}
    days = 'days: [{start: "09:00", blocks: [{title: Tea, minutes: 5}]}]\n'
    files |= {f"toolkit__workshops__day{number}": f"title: Day {number}\n{days}" for number in (1, 2)}
    page = home(html, content__guide__index="# The guide\n", **files)
    assert [title for title, _ in doors(page)] == ["Read", "Run a workshop", "Find an activity"]
    assert re.search(r'<p class="jb-more">.*<a href="journeys/">See all 2 journeys</a></p>', page)
    assert "<dt>Activities</dt><dd>30</dd>" in page


PICTURE = "# Welcome\n\n![](journey:a)\n"


@pytest.mark.parametrize(
    ("opening", "drawn"),
    [
        ("# Welcome\n", "A"),
        (PICTURE, ""),
        (f"---\njourney: b\n---\n{PICTURE}", "B"),
        (f"---\njourney: a\n---\n{PICTURE}", ""),
    ],
)
def test_a_journey_that_the_author_shows_is_not_drawn_again(html: Html, opening: str, drawn: str) -> None:
    """A journey in the author's own words takes the place of ours, unless the page names another one."""
    page = html(
        "index.md", content__index=opening, journeys__a=JOURNEY.format(title="A"), journeys__b=JOURNEY.format(title="B")
    )
    assert re.findall(r"<h2><a [^>]*>(\w)</a></h2>", page) == ([drawn] if drawn else [])


def test_a_journey_that_comes_into_the_opening_is_noticed(tmp_path: Path) -> None:
    """The home page is made anew when its author's words begin to show a journey, or show another one."""
    found = [
        structure(
            book_of(tmp_path, {"content/index.md": f"# Hi\n\n{words}\n", "journeys/a.yaml": JOURNEY.format(title="A")})
        )
        for words in ("Hello.", "![](journey:a)", "Hello again.")
    ]
    assert found[0] == found[2] != found[1]


@pytest.mark.parametrize(("scores", "said"), [((1,), False), ((1, 2), True), ((1,) * 9, False)])
def test_the_first_page_names_its_journey_and_speaks_of_a_curve_where_there_is_one(
    html: Html, scores: tuple[int, ...], said: bool
) -> None:
    """The name is a heading that leads there; where nothing else is on the page, so does a button."""
    stages = "".join(f"- {{title: S{place}, feelings: {{score: {score}}}}}\n" for place, score in enumerate(scores))
    page = home(html, journeys__way=f"title: A way\nsummary: From here to there.\nstages:\n{stages}- Rest\n")
    assert '<h2><a href="journeys/way/">A way</a></h2>\n<p>From here to there.</p>' in page
    assert re.search(r'<a class="jb-btn jb-btn--main" href="journeys/way/">Open the whole journey</a>', page)
    assert ("How it feels" in page) is said


@pytest.mark.parametrize("number", [1, 2])
def test_one_thing_has_no_filter(html: Html, number: int) -> None:
    """An activity or a question alone is seen at once; of two, one is chosen."""
    walks = {f"toolkit__walk{place}": f"title: Walk {place}\nquestions: [Why?]\n" for place in range(number)}
    for path, named in (("toolkit/index.md", "Walk 0"), ("questions/index.md", "Why?")):
        page = html(path, **walks)
        assert named in page
        assert ("<form" in page and "data-jb-app" in page and "data-jb-bar" in page) is (number > 1)
        assert ("<form" in page or "data-jb-bar" in page) is (number > 1)
