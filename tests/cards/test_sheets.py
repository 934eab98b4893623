"""`journeybook cards`: the sheets, read back from PDF."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pypdfium2
import pytest

from cards.decks import ADDRESS, HANDBOOK, MM, PAPERS, SITE, activity, codes_on, many, picture, place_of, printed
from journeybook.cards.sheet import ACTIVITIES, QUESTIONS
from printed import Printed
from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("paper", PAPERS)
def test_sheets_have_the_paper_and_the_cards(tmp_path: Path, paper: str) -> None:
    """Ten activities are three sheets of four, each page of that paper; each card is on its side and its page."""
    reader = printed(tmp_path, many(10), "--deck", "activities", "--paper", paper)
    assert [tuple(round(float(n) / MM, 1) for n in page.mediabox[2:]) for page in reader.pages] == [
        pytest.approx(PAPERS[paper], abs=0.1)
    ] * 6
    for page, found in enumerate(reader.pages):
        text = found.extract_text()
        here = range(page // 2 * 4 + 1, min(page // 2 * 4 + 5, 11))
        for number in range(1, 11):
            on_front = [f"Sum{number} of it.", f"Why{number} so.", f"Thing{number}", "2–12", "20 min"]
            on_back = [f"Back{number}", f"Do{number} it."]
            wanted = on_back if page % 2 else on_front
            assert all(re.search(rf"{re.escape(word)}(?!\d)", text) for word in wanted) == (number in here), (
                page,
                number,
            )
        assert ("Sheet" in text) and (f"Sheet {page // 2 + 1}" in text)


@pytest.mark.parametrize(("edge", "paper"), [("long-edge", "a4"), ("short-edge", "letter")])
def test_each_back_lies_behind_its_front(tmp_path: Path, edge: str, paper: str) -> None:
    """When the sheet is turned on that edge, the card behind each front is its own: on a half-full sheet too."""
    reader = printed(tmp_path, many(7), "--deck", "activities", "--paper", paper, "--duplex", edge)
    wide, high = PAPERS[paper]
    for number in range(1, 8):
        page = (number - 1) // 4 * 2
        front, back = place_of(reader, page, f"Sum{number}"), place_of(reader, page + 1, f"Do{number}")
        seen = (wide - back.x, back.y) if edge == "long-edge" else (back.x, high - back.y)
        cell = [(place[0] > wide / 2, place[1] > high / 2) for place in ((front.x, front.y), seen)]
        assert cell[0] == cell[1], number
        assert back.upright == (edge == "long-edge") and front.upright


@pytest.mark.parametrize("edge", ["long-edge", "short-edge"])
def test_codes_are_read_and_lie_behind_their_questions(tmp_path: Path, edge: str) -> None:
    """A camera reads every code on the sheet, to the page that asks the question that is on its other side."""
    stages = "".join(f"  - title: Stage {n}\n    id: s{n}\n    questions: [Ask{n} what?]\n" for n in range(1, 6))
    files = {"mkdocs.yml": HANDBOOK["mkdocs.yml"], "content/index.md": "# Home\n"}
    journey = {"journeys/way.yaml": f"title: Way\nstages:\n{stages}"}
    reader = printed(tmp_path, files | journey, "--deck", "questions", "--duplex", edge)
    codes = codes_on(tmp_path, 1)
    assert set(codes) == {f"{ADDRESS}journeys/way/#s{number}" for number in range(1, 6)}
    wide, high = PAPERS["a4"]
    left, top = (wide - 2 * QUESTIONS.width) / 2, (high - 4 * QUESTIONS.height) / 2
    for number in range(1, 6):
        x, y = codes[f"{ADDRESS}journeys/way/#s{number}"]
        seen = (wide - x, y) if edge == "long-edge" else (x, high - y)
        front = place_of(reader, 0, f"Ask{number}")
        cells = [
            (int((x - left) // QUESTIONS.width), int((y - top) // QUESTIONS.height))
            for x, y in (seen, (front.x, front.y))
        ]
        assert cells[0] == cells[1] == ((number - 1) % 2, (number - 1) // 2)


def test_activity_codes_lead_to_their_pages(tmp_path: Path) -> None:
    """The code on a front leads to the page of that card, and its address stands beside it."""
    reader = printed(tmp_path, many(4), "--deck", "activities")
    codes = codes_on(tmp_path, 0)
    for number in range(1, 5):
        x, y = codes[f"{ADDRESS}toolkit/a0{number}/"]
        assert (x > 105, y > 148.5) == ((number - 1) % 2 == 1, number > 2)
        assert f"example.org/book/toolkit/a0{number}" in reader.pages[0].extract_text().replace("\n", "")


def test_crop_marks_are_printed(tmp_path: Path) -> None:
    """Ink stands at the ends of every cut, outside the cards, and none on the cuts themselves."""
    printed(tmp_path, many(4), "--deck", "activities")
    for page in (0, 1):
        image = picture(tmp_path, page)
        scale = image.width / 210
        left, top = (210 - 190) / 2, (297 - 260) / 2
        for column in range(3):
            x = left + column * ACTIVITIES.width
            for y in (top - 3, top + 260 + 3):
                around = image.crop([round(n * scale) for n in (x - 0.5, y - 1, x + 0.5, y + 1)])
                assert around.getextrema()[0] < 120, (page, x, y)
        for row in range(3):
            y = top + row * ACTIVITIES.height
            for x in (left - 3, left + 190 + 3):
                around = image.crop([round(n * scale) for n in (x - 1, y - 0.5, x + 1, y + 0.5)])
                assert around.getextrema()[0] < 120, (page, x, y)
        middle = image.crop(
            [round(n * scale) for n in (left + ACTIVITIES.width - 2, top, left + ACTIVITIES.width + 2, 278)]
        )
        assert middle.getextrema() == (255, 255), "nothing is printed where the knife goes"


def test_one_sided_printing(tmp_path: Path) -> None:
    """With --duplex none all fronts come first, and backs have the same places."""
    reader = printed(tmp_path, many(5), "--deck", "activities", "--duplex", "none")
    assert len(reader.pages) == 4
    front, back = place_of(reader, 0, "Sum2"), place_of(reader, 2, "Do2")
    assert (front.x > 105, front.y > 148) == (back.x > 105, back.y > 148) == (True, False)
    assert "Sum5" in reader.pages[1].extract_text() and "Do5" in reader.pages[3].extract_text()


def test_question_cards_say_where_they_come_from(tmp_path: Path) -> None:
    """A question card has its question, what asks it and for whom; a question that is asked twice is one card."""
    journey = HANDBOOK["journeys/first-steps.yaml"].replace(
        "- What do you hope for?", "- {text: What do you hope for?, audience: [mentor]}\n      - Why?"
    )
    talk = HANDBOOK["toolkit/talk.yaml"] + "questions: [why?, Who?]\n"
    reader = printed(
        tmp_path, HANDBOOK | {"journeys/first-steps.yaml": journey, "toolkit/talk.yaml": talk}, "--deck", "questions"
    )
    text = " ".join(reader.pages[0].extract_text().split())
    for wanted in (
        "What do you hope for?",
        "Meet",
        "Journey: First steps",
        "for mentors",
        "Who?",
        "A talk",
        "Activity 1",
    ):
        assert wanted in text, wanted
    assert "Why?" in text and "why?" not in text
    assert "Small handbook" in reader.pages[1].extract_text()


@pytest.mark.parametrize("deck", ["activities", "questions"])
def test_letters_of_7_points(tmp_path: Path, deck: str) -> None:
    """No letter of a card or beside it is lower than on other paper, not where the text has to shrink to fit."""
    long = "Everyone says what they remember of it one after the other. " * 40
    files = many(3) | {"toolkit/a01.yaml": activity(1).replace("Do1 it.", long).replace("Why1 so.", long[:900])}
    printed(tmp_path, files, "--deck", deck)
    found = Printed((tmp_path / "cards.pdf").read_bytes())
    assert found.small(6.99) == set() == set(found.cut())


def test_how_to_print_stands_on_every_sheet(tmp_path: Path) -> None:
    """What a sheet is stands below its first column of cards, how it is printed below the second: each has its line."""
    reader = printed(tmp_path, many(2), "--deck", "activities")
    for page in (0, 1):
        sheet, advice = place_of(reader, page, "Activity cards"), place_of(reader, page, "Print at")
        assert sheet.x < 20 and advice.x > 105 and sheet.y == pytest.approx(advice.y, abs=0.1)


def test_one_chapter(tmp_path: Path) -> None:
    """--chapter prints what belongs to that chapter, of both decks."""
    more = {
        "content/other/index.md": "---\nquestions: [Elsewhere?]\n---\n\n# Other\n",
        "toolkit/else.yaml": "title: Elsewhere\nchapter: other\nquestions: [Really?]\n",
    }
    activities = printed(tmp_path / "a", HANDBOOK | more, "--deck", "activities", "--chapter", "other")
    text = activities.pages[0].extract_text()
    assert len(activities.pages) == 2 and "Elsewhere" in text and "A talk" not in text
    questions = printed(tmp_path / "q", HANDBOOK | more, "--deck", "questions", "--chapter", "other")
    text = questions.pages[0].extract_text()
    assert "Elsewhere?" in text and "Really?" in text and "What do you hope for?" not in text


def test_without_an_address_there_is_a_path_and_a_word(tmp_path: Path) -> None:
    """Without site_url the card has the page's path and no code, and the command says how to get one."""
    write(tmp_path, SMALL)
    result = journeybook(tmp_path, "cards", "--deck", "activities", "-o", "cards.pdf")
    assert result.returncode == 0 and "site_url" in result.stderr
    assert codes_on(tmp_path, 0) == {}
    from pypdf import PdfReader

    assert "toolkit/talk" in PdfReader(tmp_path / "cards.pdf").pages[0].extract_text()


@pytest.mark.proof
def test_the_same_bytes_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs give equal files, whatever the order in which Python hashes, from the cache or without it."""
    made = []
    for seed in "12":
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        for _ in range(2):
            printed(tmp_path / seed, many(2), "--deck", "activities")
            made.append((tmp_path / seed / "cards.pdf").read_bytes())
    assert len(set(made)) == 1


def test_other_scripts_are_printed(tmp_path: Path) -> None:
    """Cyrillic, Greek and Polish letters are in the embedded fonts and can be read back."""
    talk = "title: Łódź и Москва και Αθήνα\nsteps: [Привет всем]\n"
    reader = printed(tmp_path, HANDBOOK | {"toolkit/talk.yaml": talk}, "--deck", "activities")
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as document:
        front, back = (page.get_textpage().get_text_range() for page in document)
    assert "Łódź" in front and "Москва" in front and "Αθήνα" in front and "Привет всем" in back
    fonts = {str(f["/BaseFont"]) for f in (o.get_object() for o in reader.pages[0]["/Resources"]["/Font"].values())}  # type: ignore[index]
    assert all(re.search("Literata|Inter", name) for name in fonts), fonts


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["--deck", "activities", "--chapter", "guid", "-o", "x.pdf"],
            2,
            "unknown chapter ‘guid’; did you mean ‘guide’?",
        ),
        (["--deck", "activities", "--chapter", "zzz", "-o", "x.pdf"], 2, "unknown chapter ‘zzz’; known: empty, guide"),
        (["--deck", "activities", "--chapter", "empty", "-o", "x.pdf"], 2, "the chapter ‘empty’ has no activity"),
        (
            ["--deck", "questions", "--chapter", "empty", "-o", "x.pdf"],
            2,
            "the chapter ‘empty’ has no reflective question",
        ),
        (["--deck", "tarot", "-o", "x.pdf"], 2, "'tarot' is not one of"),
        (["--deck", "activities", "-o", "x.svg"], 2, "ends in .pdf, not ‘x.svg’"),
        (["--deck", "activities", "-f", "none.yml", "-o", "x.pdf"], 2, "there is no none.yml here"),
    ],
)
def test_what_cannot_be_printed_is_told(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    """Wrong names, chapters without cards, unknown decks: one message each, no traceback, nothing written."""
    write(tmp_path, HANDBOOK | {"content/empty/index.md": "# Empty\n"})
    result = journeybook(tmp_path, "cards", *words)
    assert result.returncode == code and said in result.stderr, result.stderr
    assert "Traceback" not in result.stderr and not list(tmp_path.glob("x.*"))


def test_a_deck_without_a_named_file_is_in_one_of_its_own(tmp_path: Path) -> None:
    """Named after the deck and the chapter, and said; the next one replaces it, and nothing else of that name."""
    write(tmp_path, HANDBOOK | {"cards-questions.pdf": "mine"})
    for _ in range(2):
        ended = journeybook(tmp_path, "cards", "--deck", "activities")
        assert ended.returncode == 0 and ended.stdout.startswith("cards-activities.pdf is written: "), ended.stderr
        write(tmp_path, {"toolkit/talk.yaml": "title: Another talk\nchapter: guide\n"})
    from pypdf import PdfReader

    assert "Another talk" in PdfReader(tmp_path / "cards-activities.pdf").pages[0].extract_text()
    assert journeybook(tmp_path, "cards", "--deck", "activities", "--chapter", "guide").returncode == 0
    assert (tmp_path / "cards-activities-guide.pdf").is_file()
    ended = journeybook(tmp_path, "cards", "--deck", "questions")
    assert ended.returncode == 2 and "cards-questions.pdf is there, and journeybook has not made it" in ended.stderr
    assert (tmp_path / "cards-questions.pdf").read_text() == "mine"


def test_a_handbook_without_cards_says_so(tmp_path: Path) -> None:
    """No activity and no question at all is one line."""
    write(tmp_path, {"mkdocs.yml": HANDBOOK["mkdocs.yml"], "content/index.md": "# Home\n"})
    for deck, said in (("activities", "the handbook has no activity"), ("questions", "the handbook has no reflective")):
        result = journeybook(tmp_path, "cards", "--deck", deck, "-o", "x.pdf")
        assert result.returncode == 2 and f"there is nothing to print: {said}" in result.stderr


def test_errors_of_the_handbook_are_told_as_ever(tmp_path: Path) -> None:
    """A mistake has its place; exit code 1, and nothing is written."""
    write(tmp_path, HANDBOOK | {"toolkit/talk.yaml": "titel: A talk\n"})
    result = journeybook(tmp_path, "cards", "--deck", "activities", "-o", "x.pdf")
    assert result.returncode == 1 and "toolkit/talk.yaml:1:1: error JB202" in result.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_pdf_without_its_library_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pango is missing, the message says how to install it."""
    write(tmp_path, HANDBOOK | {"lib/weasyprint.py": "raise OSError('cannot load library libpango')\n"})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "lib") + os.pathsep + os.environ.get("PYTHONPATH", ""))
    result = journeybook(tmp_path, "cards", "--deck", "activities", "-o", "x.pdf")
    assert result.returncode == 2 and len(result.stderr.splitlines()) == 1
    assert "pip install weasyprint" in result.stderr


ARABIC = """
title: نشاط الاستماع إلى الآخرين في المجموعة
language: ar
summary: جملة واحدة تشرح النشاط.
number: 3
duration: 35–45 min
group: 2–12
steps:
  - {title: الخطوة الأولى, text: اكتب الساعات التي قضيتها هنا., minutes: 10}
questions: ["ما الذي تتطلع إليه؟"]
"""


@pytest.mark.slow
@pytest.mark.parametrize("deck", ["activities", "questions"])
def test_cards_that_are_read_from_right_to_left(tmp_path: Path, deck: str) -> None:
    """Nothing of them lies beside the card, fronts and backs; 2–12 and 35–45 min keep their order."""
    files = {"mkdocs.yml": SITE["mkdocs.yml"], "content/index.md": "# Start\n", "toolkit/listen.yaml": ARABIC}
    pdf = printed(tmp_path, files, "--deck", deck)
    assert len(pdf.pages) == 2
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as document:
        for page, card in zip(document, ((10, 105), (105, 200)), strict=True):
            text = page.get_textpage()
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            signs = [text.get_text_range(place, 1) for place in range(text.count_chars())]
            on_card = [
                (sign, left / MM, right / MM)
                for sign, (left, low, right, _) in zip(signs, boxes, strict=True)
                if sign.strip() and low / MM > 20  # below it stands what the sheet is
            ]
            assert len(on_card) > 15
            beside = [found for found in on_card if found[1] < card[0] + 3 or found[2] > card[1] - 3]
            assert beside == []
            if deck == "activities" and card[0] == 10:
                assert_in_order("2–12", signs, boxes)
                assert_in_order("35–45", signs, boxes)


def assert_in_order(wanted: str, signs: list[str], boxes: list[tuple[float, float, float, float]]) -> None:
    """Hold that some signs of a page stand from left to right."""
    at = "".join(signs).index(wanted)
    lefts = [boxes[place][0] for place in range(at, at + len(wanted))]
    assert lefts == sorted(lefts), wanted
