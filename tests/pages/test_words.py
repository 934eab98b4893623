"""Words, dates and numbers in a language."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from journeybook.assembly import build
from journeybook.handbook import Settings, load
from journeybook.language.words import LOCALE_FOLDER, Words
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import parse_span
from journeybook.model.group import Group
from journeybook.pages.site import Site
from small import SMALL, text_of, write

POT = LOCALE_FOLDER / "journeybook.pot"


@pytest.mark.slow
def test_a_catalogue_translates_everything_that_no_author_wrote(tmp_path: Path) -> None:
    """With a catalogue whose every text is in brackets, no text of ours stands on a page without them."""
    with POT.open("rb") as file:
        catalogue = read_po(file, locale="eo")
    for message in catalogue:
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            text = tuple(f"⟦{id}⟧" for id in ids)
            message.string = text if len(ids) > 1 else text[0]
            message.flags.discard("fuzzy")
    target = tmp_path / "locale/eo/LC_MESSAGES/journeybook.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
    full = Path(__file__).parent / "cases/full"
    settings = Settings(
        root=full, content=full / "content", journeys=full / "journeys", toolkit=full / "toolkit", name="⟦Case⟧"
    )
    site = Site(load(settings), Words("eo", tmp_path / "locale"))
    files = [path for path in full.rglob("*") if path.suffix in (".yaml", ".md") and "expected" not in path.parts]
    authors = set(re.findall(r"\w+", "".join(path.read_text("utf-8") for path in files).lower().replace("_", " ")))
    known = authors | {"kaj", "oktobro", "januaro", "ĵaŭdo", "semajnoj"}  # Babel's Esperanto
    known |= set("nprmsf")  # keys of the view that runs an activity
    known |= {"a4", "journeys"}  # a size of paper, and a folder in the addresses on cards
    for page in build.build(site):
        text = re.sub(r"<[^>]+>|\{[^}]*\}|&\w+;", " ", page.fills.fill_late(page.fills.fill_blocks(page.body)))
        while "⟦" in text:
            text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        ours = [word for word in re.findall(r"\w+", text.lower()) if word not in known and not word.isdigit()]
        assert not ours, f"{page.path}: not in the catalogue"


@pytest.mark.slow
def test_the_catalogue_is_up_to_date(tmp_path: Path) -> None:
    """`make messages` would add no text and take none away; how Babel orders them does not count."""
    repository = Path(__file__).parents[2]
    made = tmp_path / "journeybook.pot"
    makefile = (repository / "Makefile").read_text("utf-8").replace("\\\n", " ")
    command = next(line for line in makefile.splitlines() if "pybabel" in line).split()
    arguments = [a.replace("generator/journeybook/locale/journeybook.pot", str(made)) for a in command[1:]]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *arguments], cwd=repository, check=True)
    extracted, listed = _texts(made), _texts(POT)
    assert len(listed) > 500
    assert (extracted - listed, listed - extracted) == (set(), set()), "run `make messages`"


def _texts(catalogue: Path) -> set[object]:
    """Every text of a catalogue; one with a plural is a pair."""
    with catalogue.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


@pytest.mark.parametrize(
    ("duration", "shown"),
    [
        ("45", "45 min"),
        ("45–60 min", "45–60 min"),
        ("1 h", "1 h"),
        ("90", "1 h 30 min"),
        ("45-60", "45–60 min"),
        ("PT90M", "1 h 30 min"),
        ("P2D", "2 days"),
        ({"min": "1 h", "max": "2 h"}, "1 h–2 h"),
        ({"min": "2 h", "max": "3 days"}, "2 h–3 days"),
        ({"note": "it depends"}, ""),
        ("1–2 h", "1–2 h"),
        ("45 min to 2 h", "45 min to 2 h"),
        ("90 minutes", "90 minutes"),
        ("2+ hours", "2+ hours"),
        ("about  40 min", "about 40 min"),
        ("half an hour", "half an hour"),
        ("2-3 Days", "2-3 Days"),
        ("1-2時間", "1-2時間"),
        ({"preparation": "10 min", "min": "2+ hours"}, "2+ hours"),
    ],
)
def test_durations_read_as_people_say_them(duration: object, shown: str) -> None:
    """Bare numbers, ISO 8601 and keys are said in hours, minutes and days; whatever has words, as it was written."""
    assert Words("en").duration(Duration.model_validate(duration)) == shown


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        ("12", "12"),
        ("1–12", "1–12"),
        ({"min": "4"}, "4 or more"),
        ("8+", "8 or more"),
        ("<10", "1–9"),
        ({"note": "two teams"}, ""),
    ],
)
def test_groups_read_as_people_say_them(group: object, shown: str) -> None:
    """A number of people is one number, a range, or has no upper end."""
    assert Words("en").group(Group.model_validate(group)) == shown


def test_spans_read_as_people_say_them() -> None:
    """A span stays as its author wrote it; one in ISO 8601 is said in the language."""
    assert Words("en").span(parse_span("10–12 months")) == "10–12 months"
    assert Words("en").span(parse_span("P2W")) == "2 weeks"
    assert Words("de").span(parse_span("P1M")) == "1 Monat"


def test_dates_lists_and_numbers_follow_the_language() -> None:
    """British by default, American on request, any other language by its own rules; an unknown one is English."""
    day = dt.date(2027, 1, 14)
    assert Words("en").date(day) == "14 January 2027"
    assert Words("en_US").date(day) == "January 14, 2027"
    assert Words("de").date(day) == "14. Januar 2027"
    assert Words("xx-nonsense").date(day) == "14 January 2027"
    assert Words("en").listing(["a", "b", "c"]) == "a, b and c"
    assert Words("de").number(1234.5) == "1.234,5"
    assert [Words("en").score(score) for score in (-2, 0, 1)] == ["−2", "0", "+1"]


@pytest.mark.slow
def test_a_page_in_another_language_says_so(tmp_path: Path) -> None:
    """A journey with a `language` of its own sets lang and direction for its page."""
    from small import mkdocs

    arabic = "title: رحلة\nlanguage: ar\nstages: [أول, ثان]\n"
    folder = write(tmp_path, SMALL | {"journeys/rihla.yaml": arabic})
    assert mkdocs(folder, "build").returncode == 0
    html = (folder / "site/journeys/rihla/index.html").read_text("utf-8")
    assert 'lang="ar" dir="rtl"' in html and "رحلة" in text_of(html)
    assert 'lang="ar" dir="rtl"' not in (folder / "site/journeys/first-steps/index.html").read_text("utf-8")


def test_templates_call_what_the_catalogue_is_collected_from() -> None:
    """Babel finds the texts of functions in templates, and none of methods such as `words.many`."""
    theme = Path(__file__).parents[2] / "theme"
    found = [path.name for path in theme.rglob("*.j2") if re.search(r"\.many\(", path.read_text("utf-8"))]
    assert found == []
