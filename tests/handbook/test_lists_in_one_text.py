"""Several items that are read as one text are told, and what is meant as one text is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.checks.lists_in_one_text import MOST_ITEMS

NBSP = "\u00a0"
LIST = "write one a line, each with a dash and a space: {}; or put the text in quotes"


def told(folder: Path, text: str, name: str = "toolkit/walk.yaml") -> list[tuple[int, str]]:
    """The line and the hint of each such advice."""
    problems = checks.run(book_of(folder, {name: f"title: A walk\n{text}\n"}))
    assert checks.errors(problems) == []
    return [(one.line, str(one.hint)) for one in problems if one.code == "JB440"]


@pytest.mark.parametrize(
    ("text", "line", "items"),
    [
        ("materials: Water, paper, pens", 2, "`- Water` `- paper` `- pens`"),
        ("materials: Pens, paper and scissors", 2, "`- Pens` `- paper` `- scissors`"),
        ("materials: A mug, warm clothes & good shoes", 2, "`- A mug` `- warm clothes` `- good shoes`"),
        ("tags: trust, goals", 2, "`- trust` `- goals`"),
        ("objectives: 目标，计划，信任", 2, "`- 目标` `- 计划` `- 信任`"),
        ("materials: a; b; c; d; e", 2, "`- a` `- b` `- c` `- d` …"),
        ("materials: 3 pens, 2 sheets", 2, "`- 3 pens` `- 2 sheets`"),
        ("materials:\n  • Water\n  • Paper", 3, "`- Water` `- Paper`"),
        ("materials: • Water • Paper", 2, "`- Water` `- Paper`"),
        ("materials:\n  -Water\n  -Paper", 3, "`- Water` `- Paper`"),
        ("materials:\n  – Water\n  – Paper with\n    lines", 3, "`- Water` `- Paper with lines`"),
        ("materials:\n  － Water\n  － Paper", 3, "`- Water` `- Paper`"),
        ("materials:\n  − Water\n  − Paper", 3, "`- Water` `- Paper`"),
        ("materials:\n  ‐ Water\n  ‐ Paper", 3, "`- Water` `- Paper`"),
        ("materials:\n  + Water\n  + Paper", 3, "`- Water` `- Paper`"),
        (f"materials:\n  -{NBSP}Water\n  -{NBSP}Paper", 3, "`- Water` `- Paper`"),
        ("materials:\n  Water\n  Paper", 3, "`- Water` `- Paper`"),
        ("materials:\n  water\n  paper", 3, "`- water` `- paper`"),
        ("steps:\n  1. Think.\n  2. Write.", 3, "`- Think.` `- Write.`"),
        ("objectives:\n  1) Think\n  2) Write", 3, "`- Think` `- Write`"),
        ("steps:\n  Write it.\n  Put it up.", 3, "`- Write it.` `- Put it up.`"),
        ("steps:\n  a) Write it.\n  b) Put it up.", 3, "`- Write it.` `- Put it up.`"),
        ("steps: a) Write it. b) Put it up.", 2, "`- Write it.` `- Put it up.`"),
        ("questions: Who? What now? Where?", 2, "`- Who?` `- What now?` `- Where?`"),
        ("questions: Who are you? / Where are you?", 2, "`- Who are you?` `- Where are you?`"),
        ("questions: Who are you? | Where are you?", 2, "`- Who are you?` `- Where are you?`"),
        ("objectives: You listened. / You waited.", 2, "`- You listened.` `- You waited.`"),
        ("materials:\n  Water\n  - paper\n  - pens", 3, "`- Water` `- paper` `- pens`"),
        ("questions:\n  - Who? What now? Where?", 3, "`- Who?` `- What now?` `- Where?`"),
        ("materials: One deck of cards; pens", 2, "`- One deck of cards` `- pens`"),
        ("materials: Bingo sheet x 1 each, pens, small prize!", 2, "`- Bingo sheet x 1 each` `- pens` `- small prize`"),
        ("tags: (return, practice)", 2, "`- return` `- practice`"),
        ("materials:\n  o Pens\n  o Paper", 3, "`- Pens` `- Paper`"),
        ("materials:\n  \uf0b7\tPens\n  \uf0b7\tPaper", 3, "`- Pens` `- Paper`"),
        ("questions:\n  - Who are you?\n    Where are you?", 3, "`- Who are you?` `- Where are you?`"),
        ("questions:\n  Who are you?\n  - Where are you?", 3, "`- Who are you?` `- Where are you?`"),
        ("questions:\n  - 你是谁？\n    你在哪里？", 3, "`- 你是谁？` `- 你在哪里？`"),
        ("materials:\n  - Water\n    Paper\n  - Pens", 3, "`- Water` `- Paper`"),
        ("materials:\n  → Water\n  → Paper", 3, "`- Water` `- Paper`"),
        ("materials: -Water -Paper", 2, "`- Water` `- Paper`"),
        ("objectives: You know - you can - you see", 2, "`- You know` `- you can` `- you see`"),
        ("materials: Board / Sticky notes / Pens", 2, "`- Board` `- Sticky notes` `- Pens`"),
        ("materials:\n  - Markers; Sticky notes", 3, "`- Markers` `- Sticky notes`"),
        ("materials:\n  - Cards; a bell; chalk", 3, "`- Cards` `- a bell` `- chalk`"),
        ("materials: Cards, a bell", 2, "`- Cards` `- a bell`"),
        ("materials: Your contract, a pen", 2, "`- Your contract` `- a pen`"),
        ("materials: [Cups; pens]", 2, "`- Cups` `- pens`"),
        ("participants: [mentor，mentee]", 2, "`- mentor` `- mentee`"),
        ("steps:\n  a. Write it.\n  b. Put it up.", 3, "`- Write it.` `- Put it up.`"),
        ("steps:\n  i. Write it.\n  ii. Put it up.", 3, "`- Write it.` `- Put it up.`"),
        ("steps:\n  (1) Write it.\n  (2) Put it up.", 3, "`- Write it.` `- Put it up.`"),
        ("steps:\n  1.Write it.\n  2.Put it up.", 3, "`- Write it.` `- Put it up.`"),
        ("steps: 1. Write it. 2. Put it up.", 2, "`- Write it.` `- Put it up.`"),
        ("steps:\n  \u200b- Write it.\n  \u200b- Put it up.", 3, "`- Write it.` `- Put it up.`"),
    ],
)
def test_items_in_one_text_are_told_with_the_list(tmp_path: Path, text: str, line: int, items: str) -> None:
    """Commas, bullets, dashes without a space, numbers, and a line that lacks its dash."""
    assert told(tmp_path, text) == [(line, LIST.format(items))]


@pytest.mark.parametrize(
    ("text", "line", "items"),
    [
        ("questions: |\n  Who is there?\n  Where?", 2, "`|` `- Who is there?` `- Where?`"),
        ("questions:\n  - |\n    Who is there?\n    where?", 3, "`|` `- Who is there?` `- where?`"),
        ("steps: |\n  1. Write it.\n  2. Put it up.", 2, "`|` `- Write it.` `- Put it up.`"),
        ("steps: |\n  - Write it.\n  - Put it up.", 2, "`|` `- Write it.` `- Put it up.`"),
        ("steps: |\n  Write it.\n  Put it up.", 2, "`|` `- Write it.` `- Put it up.`"),
        ("steps: |\n  1) Write it.\n  2) Put it up.", 2, "`|` `- Write it.` `- Put it up.`"),
        ("steps: |\n  a) Write it.\n  b) Put it up.", 2, "`|` `- Write it.` `- Put it up.`"),
        ("steps: |\n  (a) Write it.\n  (b) Put it up.", 2, "`|` `- Write it.` `- Put it up.`"),
        ("materials: |\n  - Water\n  - Paper", 2, "`|` `- Water` `- Paper`"),
        ("materials: |\n  - - Water\n  - - Paper", 2, "`|` `- Water` `- Paper`"),
        ("materials: >-\n  Water\n  Paper", 2, "`>` `- Water` `- Paper`"),
        ("objectives: >\n  - Water\n  - Paper", 2, "`>` `- Water` `- Paper`"),
        ("questions: >\n  Who is there?\n  Where?", 2, "`>` `- Who is there?` `- Where?`"),
        ("steps: >\n  - Walk\n  - Rest", 2, "`>` `- Walk` `- Rest`"),
    ],
)
def test_items_below_a_sign_are_told_with_the_list(tmp_path: Path, text: str, line: int, items: str) -> None:
    """What is below | or > is one text, dashes and all: the sign has to go, and no dash is doubled."""
    sign, shown = items.split(maxsplit=1)
    hint = f"take the {sign} out, and write one a line, each with a dash: {shown}"
    assert told(tmp_path, text) == [(line, hint)]


def test_one_item_below_a_bar_is_told(tmp_path: Path) -> None:
    """Its dash is a letter of it."""
    assert told(tmp_path, "materials: |\n  - Water") == [(2, "take the `|` out, and write `- Water` below")]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ('materials: "[Water, paper]"', "`- Water` `- paper`"),
        ('objectives: \'["See it", "Say it"]\'', "`- See it` `- Say it`"),
        ('handouts: {title: A, fields: [{label: B, choices: "Yes, No"}]}', "`- Yes` `- No`"),
        ("handouts: {title: A, fields: [{label: B, choices: ['Yes / No']}]}", "`- Yes` `- No`"),
        ("handouts: {title: A, fields: [{label: B, choices: 'Yes or no'}]}", "`- Yes` `- no`"),
    ],
)
def test_a_list_in_quotes_is_told(tmp_path: Path, text: str, items: str) -> None:
    """Readers would see its brackets; and a choice is of several."""
    hint = f"take the quotation marks away, and write one a line, each with a dash: {items}"
    assert told(tmp_path, text) == [(2, hint)]


def test_a_choice_of_one_is_told(tmp_path: Path) -> None:
    """In quotes it would be one as well, so that they are not offered."""
    hint = LIST.format("`- Yes` `- No`").partition(";")[0]
    assert told(tmp_path, "handouts: {title: A, fields: [{label: B, choices: Yes/No}]}") == [(2, hint)]


@pytest.mark.parametrize(
    ("tags", "hint"),
    [
        (' "#talk, #tea"', "write `[talk, tea]`"),
        (' "#talk #tea"', "write `[talk, tea]`"),
        (" [talk; tea]", "write `[talk, tea]`"),
        (' ["talk, tea"]', "write `[talk, tea]`"),
        (" talk | it’s tea", 'write `[talk, "it’s tea"]`'),
        (" [“talk”]", "write `talk`"),
        (" [talk]\nparticipants: [“mentee”]", "write `mentee`"),
        ("\n  - talk,\n  - tea", "write `talk`"),
        (" -talk -tea", LIST.format("`- talk` `- tea`")),
    ],
)
def test_a_tag_has_no_signs(tmp_path: Path, tags: str, hint: str) -> None:
    """By a tag readers filter: a sign too many makes another one of it."""
    assert [said for _, said in told(tmp_path, f"tags:{tags}")] == [hint]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("steps:\n  - 1. Draw it.\n  - 2. Hang it up.", "- Draw it."),
        ("steps:\n  - text: a) Draw it.\n  - text: b) Hang it up.", "text: Draw it."),
        ("objectives:\n  - (1) See\n  - (2) Say", "- See"),
        ("materials:\n  - ① Pens\n  - ② Paper", "- Pens"),
    ],
)
def test_numbers_in_a_list_are_told(tmp_path: Path, text: str, bare: str) -> None:
    """Pages number steps, and the others have dots."""
    assert told(tmp_path, text) == [(3, f"write `{bare}`, and no number")]


@pytest.mark.parametrize(
    ("text", "line", "item"),
    [
        ("materials:\n  - Cups,\n  - Pens", 3, "- Cups"),
        ("materials:\n  - Cups, red,\n  - Paper\n  - Pens", 3, "- Cups, red"),
        ("materials:\n  - {title: Pens, quantity: 1}\n  - Water,\n  - Paper,", 4, "- Water"),
        ("objectives:\n  - You know it,\n  - You wrote it", 3, "- You know it"),
        ("steps:\n  - Draw a ladder.,\n  - Write the goal at the top.", 3, "- Draw a ladder."),
        ("steps: Draw a ladder.,", 2, "- Draw a ladder."),
    ],
)
def test_commas_at_the_end_of_items_are_told(tmp_path: Path, text: str, line: int, item: str) -> None:
    """With the item as it should be, which is then quiet."""
    assert told(tmp_path, text) == [(line, f"write `{item}`, and no comma")]


@pytest.mark.parametrize(
    "text",
    [
        "objectives:\n  - You know it,\n  - you wrote it, and\n  - you say it",
        "objectives:\n  - You know it,\n  - You wrote it; and\n  - You can say it.",
        "objectives: You know it,",
        "steps:\n  - |\n    Bring pens,\n    and paper,\n  - Write.",
        "materials:\n  - Pens &amp;",
        "handouts: {title: A letter, fields: ['Dear mentor,', 'Yours,']}",
        "materials:\n  - Cups, red\n  - Pens, and paper",
    ],
)
def test_commas_of_sentences_are_not_told(tmp_path: Path, text: str) -> None:
    """The items of a list may be the parts of one."""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(("before", "number"), [(MOST_ITEMS - 1, 1), (MOST_ITEMS, 0)])
def test_the_first_items_of_a_list_are_looked_at(tmp_path: Path, before: int, number: int) -> None:
    """A list that a program has written is not searched to its end."""
    text = "tags:\n" + "  - a\n" * before + "  - • Water\n"
    assert len(told(tmp_path, text)) == number


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_questions_of_a_page_are_a_list_too(tmp_path: Path, newline: str) -> None:
    """In front matter, at their place in the page."""
    page = "---\ntitle: A\nquestions:\n  - Who?\n    Where?\n---\n# A\n"
    book_of(tmp_path, {"content/index.md": ""})
    (tmp_path / "content/index.md").write_bytes(page.replace("\n", newline).encode())
    (problem,) = checks.run(book_of(tmp_path, {}))
    assert (problem.code, problem.line, problem.column) == ("JB440", 4, 5)
    assert str(problem.hint) == LIST.format("`- Who?` `- Where?`")


@pytest.mark.parametrize(
    "stages",
    [
        " Thinking, Doing",
        "\n  1. Thinking\n  2. Doing",
        "\n  + Thinking\n  + Doing",
        " 1. Thinking\n  2. Doing",
        " Thinking -> Doing",
        " Thinking → Doing",
    ],
)
def test_stages_are_a_list_too(tmp_path: Path, stages: str) -> None:
    """What is read as one stage is told with the stages that are meant, and nothing else is said of that stage."""
    (problem,) = checks.run(book_of(tmp_path, {"journeys/way.yaml": f"title: A way\nstages:{stages}\n"}))
    assert str(problem.hint) == LIST.format("`- Thinking` `- Doing`")


@pytest.mark.parametrize(
    ("typed", "item"), [(f"{sign}Water", "Water") for sign in ("• ", "-", "– ", "-- ", "--", "o ", "\uf0b7 ", "\uf0a7")]
)
def test_a_sign_in_an_item_is_told(tmp_path: Path, typed: str, item: str) -> None:
    """One that stands in a list, or alone."""
    for text in (f"materials: {typed}", f"materials:\n  - {typed}\n  - Paper"):
        ((_, hint),) = told(tmp_path, text)
        assert hint == f"write `- {item}`, with a dash and a space"


@pytest.mark.parametrize(
    "text",
    [
        "materials: Water",
        "materials: Pens and paper",
        "materials: 1,5 l of water",
        "materials: [Water, paper]",
        "materials:\n  - Water, paper, pens\n  - Shoes",
        'materials: "Water, paper, pens"',
        "objectives: If we cannot say it, nobody can join.",
        "objectives: A walk, and what we saw on it",
        "objectives:\n  - What people have seen on the way and want to tell to\n    Others who were not there",
        "objectives:\n  - What people have seen,\n    Anna above all",
        "objectives:\n  What people can say at the end\n  of the day",
        "objectives:\n  - A talk about what\n    I hoped for",
        "questions:\n  - >\n    Who is there?\n    Where?",
        "objectives: >-\n  People know each other better than they did when they came in the\n  morning",
        "steps: >\n  First we walk.\n  Then we rest.",
        "materials: |\n  Water",
        "handouts: {title: A, fields: [{label: B, choices: [We have read this aloud and talked about it]}]}",
        "handouts: {title: A, fields: [{label: B, choices: [We have read it, and agree]}]}",
        "handouts: {title: A, fields: [{label: B, choices: [a) Yes, b) No]}]}",
        "handouts: {title: A, fields: ['[Your name]']}",
        "tags: [C#, C++, it’s, talk/tea]",
        "tested_with:\n  - 1. Klasse\n  - 2. Klasse",
        "steps:\n  - 1. Klasse\n  - 2. Klasse",
        "steps:\n  - 1.5 l of water\n  - 2.5 l of tea",
        "objectives: i. e. the first",
        "materials: A pen, a red one",
        "materials: A tablet, a laptop or a phone",
        "materials: Shoes, your own",
        "materials: Cards, some blank",
        "materials:\n  - Paper; white, if there is some\n  - Pens; red",
        "materials: [Water, Pens and paper]",
        "objectives: Listen - and ask",
        "objectives: 1. Gespräch und 2. Gespräch",
        "objectives: 1. und 2. Mai",
        "source: {title: Tea, authors: 'A. Smith, B. Jones'}",
        "source:\n  title: Tea\n  authors: A. Smith, B. Jones",
        "materials:\n  - 红纸，A4\n  - 笔",
        "questions: |\n  Who is there?",
        "questions: Who, if anybody, was there?",
        "questions:\n  - Who was there, and what did they\n    see?",
        "steps:\n  - First we walk.\n    Then we rest.",
        "steps:\n  - |\n    - a\n    - b",
        "materials:\n  - 2 pens\n  - -5 degrees outside\n  - 1.5 l of water",
        "objectives: 3. October is a day of its own",
        "objectives: O livro",
        "objectives: o livro",
        "questions:\n  - What happened? And why?",
        "questions: What happened (who did it?) and why?",
        'questions: "Who? What now? Where?"',
        "objectives: Say what you mean to others; hear what they say",
        "description: •  Water",
        "steps: |\n  Write it.\n\n  Put it up.",
        "steps: |\n  Write it, and put\n  it up.",
        "steps: Write it. Put it up.",
        "objectives: You listened / you waited.",
        "questions: Who was there? / nobody",
    ],
)
def test_one_text_is_not_told(tmp_path: Path, text: str) -> None:
    """Sentences, what is in quotes or brackets, Markdown below a bar, numbers."""
    assert told(tmp_path, text) == []


def test_actors_in_one_item_are_told(tmp_path: Path) -> None:
    """Nobody is called so; a name with one comma is somebody's."""
    hint = LIST.format("`- mentor` `- friend` `- boss`")
    one, two = (f"actors:\n  - {text}\nstages: [a, b]" for text in ("mentor, friend, boss", "Ann Smith, mentor"))
    assert told(tmp_path / "a", one, "journeys/way.yaml") == [(3, hint)]
    assert told(tmp_path / "b", two, "journeys/way.yaml") == []


@pytest.mark.parametrize(
    "below",
    [
        "  1. Think:\n     - alone\n     - in pairs\n  2. Write.",
        "  1. Think:\n  * alone\n  * in pairs\n  2. Write.",
        "  1. Think.\n  2. Write.\n\n  ### Online\n\n  Type.",
        '  1. Think.\n  2. Write.\n\n  <section class="a">',
        "  1. Think.\n  2. Write.\n\n  This works with others, too.",
        "  - Think.\n  - Write.\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
    ],
)
def test_a_list_with_more_than_its_items_is_one_text(tmp_path: Path, below: str) -> None:
    """As steps, lists within it, headings, HTML and paragraphs would run into the items above them."""
    assert told(tmp_path, f"steps: |\n{below}") == []


def test_a_list_of_steps_with_long_items_is_told(tmp_path: Path) -> None:
    """What goes on below an item, or further in, is its own."""
    text = "steps: |\n  1. Think.\n  2. Write\n     to others.\n\n     Take your time.\n"
    items = "`- Think.` `- Write to others. Take your time.`"
    assert told(tmp_path, text) == [(2, f"take the `|` out, and write one a line, each with a dash: {items}")]


def test_a_word_with_quotation_marks_of_its_own_is_not_told(tmp_path: Path) -> None:
    """Only marks around all of it are too many."""
    assert told(tmp_path, "participants: ['\"Naive expert\" (new here)']") == []
    assert told(tmp_path, "participants: ['\"Naive expert\"']") == [(2, "write `Naive expert`")]


@pytest.mark.parametrize("intro", ["At the end you will", "You will be able to", "On this evening you…"])
def test_words_above_a_list_are_no_item(tmp_path: Path, intro: str) -> None:
    """They only lead to it; what is offered leaves them out."""
    hint = f"take ‘{intro}’ out, and keep the dashes: `- know three wishes` `- keep one`"
    assert told(tmp_path, f"objectives:\n  {intro}\n  - know three wishes\n  - keep one") == [(3, hint)]
    assert told(tmp_path, "objectives:\n  - know three wishes\n  - keep one") == []
