"""What counts as a use of a term, in texts, in HTML and in Markdown."""

from __future__ import annotations

import pytest

from journeybook.markdown.settings import DEFAULT, MarkdownSettings, render
from journeybook.markdown.terms import TermFinder, first_uses_in_markdown, with_first_uses

WORDS = ("pilot", "pilots", "pilot group", "NGO", "R&D", "mentor's circle", "C++", "follow-up", "メンター", "แม่")
SETTINGS = MarkdownSettings((*DEFAULT.extensions, "abbr"))
FINDER = TermFinder({word: word for word in WORDS}, "en")


def found(text: str, finder: TermFinder = FINDER) -> list[str]:
    """The words that are found, as the text has them."""
    return [text[begin:end] for begin, end, _ in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("A pilot, two Pilots, a PILOT.", ["pilot", "Pilots", "PILOT"]),
        ("A pilot\ngroup, a pilot  group and a pilot&nbsp;group", ["pilot\ngroup", "pilot  group", "pilot&nbsp;group"]),
        ("NGO and ngo", ["NGO"]),
        ("R&D, R&amp;D, &amp;", ["R&D", "R&amp;D"]),
        ("The mentor’s circle and the mentor's circle", ["mentor’s circle", "mentor's circle"]),
        ("the pilot's seat, pilot/co, (pilot)", ["pilot", "pilot", "pilot"]),
        ("co-pilot, pilot-to-be, copilot, pilotage, me@pilot.org, pilot.org, #pilot", []),
        ("In C++ and a follow-up.", ["C++", "follow-up"]),
        ("私のメンターです", ["メンター"]),
        ("คุณแม่ของฉัน", ["แม่"]),
    ],
)
def test_uses_in_a_text(text: str, uses: list[str]) -> None:
    """Whole words, whatever the capitals; the longest counts; in scripts without blanks they stand anywhere."""
    assert found(text) == uses


def test_a_capital_makes_a_noun_in_german() -> None:
    """`Essen` is a meal, `essen` is to eat; at the begin of a sentence a small word has a capital."""
    finder = TermFinder({"Essen": "meal", "leiten": "lead"}, "de-CH")
    assert found("Das Essen, essen, Leiten und leiten, LEITEN", finder) == ["Essen", "Leiten", "leiten"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>pilot</h2>",
        '<a href="x">the <em>pilot</em></a>',
        "<pre><code>pilot</code></pre>",
        '<p title="pilot"><img alt="pilot"></p>',
        '<p lang="de">ein pilot</p>',
        '<span class="a jb-sr">pilot</span>',
        "<div hidden><div>a</div> pilot</div>",
        "<svg><text>pilot</text></svg>",
        "<!-- pilot > pilot -->",
        "<table><tr><td>pilot</td><td> <b>pilot</b></td></tr></table>",
        "<ul><li><span>pilot</span></li></ul><p><small>pilot</small> and more</p>",
        "<button>pilot</button><label>pilot</label><th>pilot</th>",
    ],
)
def test_what_is_no_text_is_left_as_it_is(html: str) -> None:
    """And what comes behind it is not."""
    marked = with_first_uses(f"{html}<p>A pilot<br> and a pilot</p>", FINDER, "en", lambda id, word: f"[{word}]", set())
    assert marked == f"{html}<p>A [pilot]<br> and a pilot</p>"


@pytest.mark.parametrize(
    "html", ["<li>A <b>pilot</b></li>", "<p><b>pilot</b>: a group</p>", "<p>a<br>pilot</p>", "<p><i>x</i> pilot</p>"]
)
def test_a_word_in_a_sentence_does_not_stand_alone(html: str) -> None:
    """Whichever tags are around it."""
    marked = with_first_uses(html, FINDER, "en", lambda id, word: f"[{word}]", set())
    assert marked == html.replace("pilot", "[pilot]")


def test_uses_before_count() -> None:
    """Each term is marked once on a page, whatever it is made of; a text in the page's own language is a text."""
    used = {"NGO"}
    marked = with_first_uses('<p lang="en-GB">pilot NGO pilots</p>', FINDER, "en", lambda id, word: f"[{word}]", used)
    assert marked == '<p lang="en-GB">[pilot] NGO [pilots]</p>' and used == {"pilot", "pilots", "NGO"}


@pytest.mark.parametrize(
    ("markdown", "marked"),
    [
        ("# pilot\n\nThe **pilot** is a pilot.\n", "# pilot\n\nThe **[pilot]** is a pilot.\n"),
        (
            "`pilot`\n\n    pilot\n\n```\npilot\n```\n\nA pilot\n",
            "`pilot`\n\n    pilot\n\n```\npilot\n```\n\nA [pilot]\n",
        ),
        ("[pilot](pilot.md) ![pilot](pilot.png) [pilot][]\n\n[pilot]: x\n", None),
        ("<b title='pilot'>pilot</b> <https://pilot.org/pilot> https://x.org/pilot", "<b title='pilot'>[pilot]</b>"),
        ("- a pilot\n- an NGO\n- pilot\n\n> pilot\n", "- a [pilot]\n- an [NGO]\n- pilot\n\n> pilot\n"),
        ("pilot\n=====\n\n| pilot | a |\n|---|---|\n| pilot | a pilot |\n", "| pilot | a [pilot] |"),
        ("A\n\n*[NGO]: pilot\n\n<div>a pilot</div>\n", "<div>a [pilot]</div>"),
    ],
)
def test_first_uses_in_markdown(markdown: str, marked: str | None) -> None:
    """What Markdown makes of a word tells whether it is one; the rest of the text stays as it was typed."""
    uses = first_uses_in_markdown(markdown, FINDER, "en", lambda text: render(text, SETTINGS))
    parts, last = "", 0
    for begin, end, _ in uses:
        parts += f"{markdown[last:begin]}[{markdown[begin:end]}]"
        last = end
    assert (marked in parts + markdown[last:]) if marked else not uses
    assert (parts + markdown[last:]).replace("[pilot]", "pilot").replace("[NGO]", "NGO") == markdown.replace(
        "[pilot]", "pilot"
    ).replace("[NGO]", "NGO")
