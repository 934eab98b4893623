"""Words in another language than their page: marked where they are made, parted from what is around in the HTML."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from journeybook.assembly import build
from journeybook.handbook import Settings, load
from journeybook.language.words import Words
from journeybook.markdown.fields import render
from journeybook.model.duration import Duration
from journeybook.model.duration_forms import parse_span
from journeybook.model.group import Group
from journeybook.pages.foreign import mark, settle, unmarked
from journeybook.pages.page_words import PageWords
from journeybook.pages.site import Site
from small import SMALL, write

RANGE = Duration.model_validate("35–45 min")
FSI, PDI = "\u2068", "\u2069"


def words(site: str, page: str, folder: Path | None = None) -> PageWords:
    """A site's words on a page."""
    return PageWords(Words(site, folder) if folder else Words(site), page)


def shown(said: str, page: str) -> str:
    """What a page shows of them."""
    return settle(html.escape(said, quote=False), page)


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue in Arabic that has two texts."""
    folder = tmp_path_factory.mktemp("locale")
    catalogue = Catalog(locale="ar")
    catalogue.add("{low}–{high} min", "{low}–{high} دقيقة")
    catalogue.add("by {owner}", "من {owner}")
    file = folder / "ar/LC_MESSAGES/journeybook.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as target:
        write_mo(target, catalogue)
    return folder


@pytest.mark.parametrize("text", ["2+ hours", "2-3 Days", "1-2時間"])
def test_a_time_as_it_is_written_keeps_its_order(text: str) -> None:
    """Among letters that run to the left it is parted whole, for its signs stand between figures and letters."""
    written = Duration.model_validate(text)
    assert shown(words("ar", "ar").duration(written), "ar") == f"<bdi>{text}</bdi>"
    assert shown(words("en", "en").duration(written), "en") == text


def test_english_on_an_english_page_is_as_it_was() -> None:
    """Where nothing is foreign, nothing is marked: not even an element more."""
    here = words("en", "en-GB")
    assert here("Steps") == "Steps" and here.duration(RANGE) == "35–45 min" and here.score(-1) == "−1"
    assert here.date(dt.date(2027, 1, 14)) == "14 January 2027"


@pytest.mark.parametrize(("site", "page"), [("en", "ar"), ("ar", "ar"), ("de", "de"), ("en", "de")])
def test_what_is_not_translated_is_marked_as_english(site: str, page: str) -> None:
    """A text that the catalogue does not have says that it is English, in every other language."""
    assert shown(words(site, page)("Steps"), page) == '<bdi lang="en">Steps</bdi>'
    assert shown(words(site, page).many("{number} stage", "{number} stages", 4), page) == (
        '<bdi lang="en">4 stages</bdi>'
    )


def test_what_authors_wrote_keeps_its_language_inside() -> None:
    """In an English sentence on an Arabic page, the author's words are Arabic."""
    said = words("en", "ar")("Prepare “{title}”", title="ورشة")
    assert shown(said, "ar") == '<bdi lang="en">Prepare “<bdi lang="ar">ورشة</bdi>”</bdi>'
    said = words("en", "ar")("Room: {space}", space="A1")
    assert shown(said, "ar") == '<bdi lang="en">Room: A1</bdi>', "Latin letters are not Arabic"
    said = words("en", "de")("Room: {space}", space="Saal")
    assert shown(said, "de") == '<bdi lang="en">Room: <bdi lang="de">Saal</bdi></bdi>'


def test_words_before_what_authors_wrote_come_before_it() -> None:
    """On an Arabic page “if” is at the right of its condition, where one begins; where signs part them, all is one."""
    said = words("en", "ar")("if {condition}", condition="رسالة")
    assert shown(said, "ar") == '<bdi lang="en">if</bdi> <bdi>رسالة</bdi>'
    said = words("en", "ar")("{names} and {number} more", names="ليلى", number=2)
    assert shown(said, "ar") == '<bdi>ليلى</bdi> <bdi lang="en">and 2 more</bdi>'
    said = words("en", "de")("if {condition}", condition="Zeit ist")
    assert shown(said, "de") == '<bdi lang="en">if <bdi lang="de">Zeit ist</bdi></bdi>'


def test_figures_keep_their_order_among_arabic_letters(translated: Path) -> None:
    """Ranges and signed numbers are parted from a translated text too; plain numbers need nothing."""
    here = words("ar", "ar", translated)
    assert shown(here.duration(RANGE), "ar") == "<bdi>35–45</bdi> دقيقة"
    assert shown(here("by {owner}", owner="ليلى"), "ar") == "من ليلى"
    assert shown(here.group(Group.model_validate("2–12")), "ar") == "<bdi>2–12</bdi>"
    assert [shown(here.score(score), "ar") for score in (-1, 0, 2)] == ["<bdi>−1</bdi>", "0", "<bdi>+2</bdi>"]
    assert shown(here.number(-5), "ar").endswith("5</bdi>") and here.number(12) == "12"
    assert shown(here.figures("40 → 60 شخصا، +3، 2027-01-14"), "ar") == (
        "<bdi>40 → 60</bdi> شخصا، <bdi>+3</bdi>، <bdi>2027-01-14</bdi>"
    )
    both = here.figures(f"{mark('Before', 'en')} · 2–12")
    assert shown(both, "ar") == '<bdi lang="en">Before</bdi> · <bdi>2–12</bdi>'
    assert shown(here.span(parse_span("2–6 أشهر")), "ar") == "<bdi>2–6</bdi> أشهر"


def test_dates_and_lists_are_in_the_languages_of_the_site() -> None:
    """What Babel writes is in the handbook's language, also on a page in another."""
    here = words("en", "ar")
    assert shown(here.date(dt.date(2027, 1, 14)), "ar") == '<bdi lang="en">14 January 2027</bdi>'
    assert shown(here.weekday(dt.date(2027, 1, 14)), "ar") == '<bdi lang="en">Thursday</bdi>'
    assert shown(here.listing(["ورق", "قلم"]), "ar") == (
        '<bdi lang="en"><bdi lang="ar">ورق</bdi> and <bdi lang="ar">قلم</bdi></bdi>'
    )
    assert shown(here.listing(["ورق"]), "ar") == "ورق"


def test_a_capital_is_put_behind_the_mark() -> None:
    """A marked word can still begin a line."""
    here = words("en", "ar")
    assert shown(here.first(here.label("easy")), "ar") == '<bdi lang="en">Easy</bdi>'
    assert shown(here.first(here.listing([here.label("online")])), "ar") == '<bdi lang="en">Online</bdi>'


@pytest.mark.parametrize(
    ("given", "page", "expected"),
    [
        ('<p title="{}">{}</p>', "ar", f'<p title="{FSI}Go on{PDI}"><bdi lang="en">Go on</bdi></p>'),
        ('<p title="{}">{}</p>', "de", '<p title="Go on"><bdi lang="en">Go on</bdi></p>'),
        ("<option>{}</option>", "ar", f'<option lang="en">{FSI}Go on{PDI}</option>'),
        ("<option>{}</option>", "en", "<option>Go on</option>"),
        ('<i data-say="a">{}</i>', "ar", f'<i data-say="a">{FSI}Go on{PDI}</i>'),
        ("## {}\n\nText.", "ar", '## <bdi lang="en">Go on</bdi>\n\nText.'),
        ("<p>{}</p>", "en-GB", "<p><bdi>Go on</bdi></p>"),
    ],
)
def test_marks_become_what_can_stand_there(given: str, page: str, expected: str) -> None:
    """An element in text; characters in attributes, options and what scripts read, where a direction asks for them."""
    assert settle(given.replace("{}", mark("Go on", "en")), page) == expected


@pytest.mark.parametrize("beside", ["", 'data-jb-data="../data.json" href="#x" '])
def test_marks_in_what_scripts_read(beside: str) -> None:
    """JSON escapes them; scripts get the characters, whatever else the element has. A typed escape is a text."""
    data = f'<div {beside}data-jb-words=\'{{"a": "\\ufdd0en\\ufdd1Go {{on}}\\ufdd2"}}\'></div>'
    assert settle(data, "ar") == f'<div {beside}data-jb-words=\'{{"a": "{FSI}Go {{on}}{PDI}"}}\'></div>'
    assert settle(data, "de") == f'<div {beside}data-jb-words=\'{{"a": "Go {{on}}"}}\'></div>'
    typed = html.escape(json.dumps({"a": r"\ufdd0 \\ufdd1" + mark("Go", "en")}))
    assert json.loads(html.unescape(settle(f'<p data-jb-texts="{typed}">', "de"))[18:-2]) == {"a": r"\ufdd0 \\ufdd1Go"}


TYPED = st.text(st.sampled_from("\ufdd0\ufdd1\ufdd2\u2068\u2069ab-1–2 \"'&;\\"), max_size=20)


@given(st.lists(TYPED, max_size=4), st.sampled_from(["en", "ar"]))
def test_marks_that_authors_type_open_nothing(texts: list[str], page: str) -> None:
    """Whatever a text holds, every element that is opened is closed before the next, and no mark is left."""
    said = [mark(text, "en") if place % 2 else text for place, text in enumerate(texts)]
    made = settle("".join(f'<p title="{html.escape(t)}">{html.escape(t)}</p>' for t in said), page)
    assert not set(made) & set("\ufdd0\ufdd1\ufdd2")
    assert re.fullmatch(r"[\w-]*", "".join(re.findall(r'<bdi lang="([^"]*)">', made)))
    for inside in re.findall(r"<p[^>]*>(.*?)</p>", made, re.S):
        depth = 0
        for tag in re.findall(r"</?bdi[^>]*>", inside):
            depth += -1 if tag.startswith("</") else 1
            assert depth >= 0
        assert depth == 0 and re.sub(r"</?bdi[^>]*>", "", inside).count("<") == 0


@pytest.mark.slow
def test_no_mark_is_left_on_a_page(tmp_path: Path) -> None:
    """Pages of a handbook in two languages hold elements for what is foreign, and none of the marks."""
    arabic = SMALL["journeys/first-steps.yaml"].replace("title: First steps", "title: الخطوات\nlanguage: ar")
    write(tmp_path, SMALL | {"journeys/steps.yaml": arabic})
    settings = Settings(tmp_path, tmp_path / "content", tmp_path / "journeys", tmp_path / "toolkit", name="Case")
    pages = build.build(Site(load(settings), Words("en")))
    whole = {page.path: page.fills.fill(page.markdown) for page in pages}
    assert [path for path, text in whole.items() if re.search(r"[\ufdd0-\ufdd2]|\\ufdd", text)] == []
    assert '<bdi lang="en">Touchpoints</bdi>' in whole["journeys/steps/index.md"]
    assert '<bdi lang="ar">الخطوات</bdi>' in whole["journeys/index.md"]
    assert "<bdi" not in whole["toolkit/index.md"].replace('<bdi lang="ar">', "")


def pages_of(folder: Path, talk: str, chapter: str = "# The guide\n") -> dict[str, str]:
    """The pages of a small handbook with this activity and this chapter, by path, and what they show."""
    write(folder, SMALL | {"toolkit/talk.yaml": talk, "content/guide/index.md": chapter})
    settings = Settings(folder, folder / "content", folder / "journeys", folder / "toolkit", name="Case")
    book = load(settings)
    assert book.problems == []
    return {page.path: page.fills.fill(page.markdown) for page in build.build(Site(book, Words("en")))}


@pytest.mark.slow
@pytest.mark.parametrize("sign", [r"\uFDD0", r"\uFDD1", r"\uFDD2", r"\uFDEF", r"\uFFFE"])
def test_a_sign_that_is_no_character_parts_no_text(tmp_path: Path, sign: str) -> None:
    """It is gone before anything is escaped: an extension's picture, a tag or an address is text, as without it."""
    title = f'title: "A :smi{sign}le: <{sign}img/src=x> ww{sign}w.evil.example +{sign}+x++ &{sign}lt;"\n'
    notes = f'language: ar\nfacilitator_notes: "{sign}typed{sign}b [x](https://a.example)"\n'
    talk = SMALL["toolkit/talk.yaml"].replace("title: A talk\n", title) + notes
    parted, plain = pages_of(tmp_path / "parted", talk), pages_of(tmp_path / "plain", talk.replace(sign, ""))
    assert parted == plain
    (heading,) = re.findall("^# .*", parted["toolkit/talk/index.md"], re.M)
    assert not re.search(r":smile:|<img|[^&]www\.|\+\+|&lt;$", heading) and "typedb" in parted["toolkit/talk/index.md"]


@pytest.mark.slow
def test_a_sign_in_a_chapters_title_goes_no_further(tmp_path: Path) -> None:
    """Other pages show the title without it."""
    pages = pages_of(tmp_path, SMALL["toolkit/talk.yaml"], "# The \ufdd0gui\ufdd2de\n")
    assert "The guide" in pages["toolkit/talk/index.md"]


@pytest.mark.parametrize("sign", ["\ufdd0", "\ufdd1", "\ufdd2", "&#xfdd0;", "&#64977;", "\\ufdd0"])
def test_a_sign_that_vanishes_hides_no_scheme(sign: str) -> None:
    """What marks texts in another language is gone from the page, so no address is judged with it."""
    text = f"[x](java{sign}script:alert) <java{sign}script:alert> [y]\n\n[y]: java{sign}script:alert"
    page = settle(unmarked(render(text)), "en")
    assert "script:alert" in page and 'href="javascript:' not in page


def test_letters_of_an_address_stay() -> None:
    """They look like a mark of JSON and are an author's."""
    link = r'<a href="https://a.example/\ufdd0x">x</a>'
    assert settle(link, "en") == settle(link, "ar") == link
