"""The search and the filter of lists: words of one stem, else the nearest, and what is said of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from sites import Open, Reader, open_search, serving
from small import SMALL, journeybook, mkdocs, write

SAID = ".jb-search-said"
META = ".md-search-result__meta"
MEANT = """async ([module, words, asked]) => {
  await import(module);
  const counts = new Map();
  for (const word of jbForms.fold(words)) counts.set(word, (counts.get(word) || 0) + 1);
  const meant = jbForms.wordForms(counts);
  return asked.map((word) => {
    const { found, words } = meant(jbForms.fold(word)[0]);
    return [word, found, words.sort()];
  });
}"""
ENGLISH = """mentor mentors mentee mailmentor papermentor mailmentee papermentee callmentor callmentee goal goals
  boundary boundaries story stories activity activities close closing closed share sharing shared write writing
  talk talks talking talked contact content café online only 2024 2025"""
GERMAN = """Ziel Ziele Zielen Weg Wege Wegen Gespräch Gespräche Gesprächen Beruf Berufe Berufen Freund Freunde Freunden
  Grundsatz Grundsätze fragen fragte antworten antwortete warten wartete"""
GREEK = "ομάδα ομάδες ημέρα ημέρες εβδομάδα εβδομάδες στόχος στόχοι φίλος φίλοι δρόμος δρόμοι"


ASKED = """async ([folder, texts, questions]) => {
  for (const name of ["forms.js", "question.js"]) await import(folder + name);
  const config = { lang: ["en"], separator: jbQuestion.separator("[\\\\s\\\\-]+") };
  const ask = jbQuestion.asking(texts.map((text) => ({ location: "", title: "", text })), config);
  return questions.map((typed) => {
    const { asked, said } = ask(typed);
    return [asked, said.also.join(" "), said.instead.map(({ word, words }) => `${word}: ${words}`).join(" ")];
  });
}"""
QUESTIONS = {
    "cafe": ["cafe café", "café", ""],
    "caf": ["caf", "", ""],
    "the": ["the thé", "thé", ""],
    "Goals  wlak": ["Goals goal  walk", "goal", "wlak: walk"],
    '"goals" -pains +hopes title:goals goals~1': ['"goals" -pains +hopes title:goals goals~1', "", ""],
    "amp": ["amp", "", ""],
    "目标": ["*目标", "", ""],
    "": ["", "", ""],
}


def ask(page: Page, words: str) -> None:
    """Type a question into the search field, in the place of what stands there."""
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press_sequentially(words, delay=5)


def hits(page: Page) -> int:
    """How many documents the search says that it has found."""
    found = re.match(r"\d+", page.locator(META).inner_text())
    return int(found[0]) if found else 0


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (
            ENGLISH,
            {
                "boundary": (True, ["boundaries"]),
                "stories": (True, ["story"]),
                "closing": (True, ["close", "closed"]),
                "goals": (True, ["goal"]),
                "mentor": (True, []),  # compounds of one word say nothing of endings
                "contact": (True, []),
                "ment": (True, []),  # a word that is still being typed
                "sharings": (False, ["sharing"]),
                "metnor": (False, ["mentor"]),
                "gaol": (False, ["goal"]),
                "xyzzy": (False, []),
                "2026": (True, []),
                "cafe": (True, []),
            },
        ),
        (
            GERMAN,
            {
                "Ziels": (False, ["ziel", "ziele"]),
                "Berufe": (True, ["beruf"]),
                "Gesprächen": (True, ["gesprach", "gesprache"]),
                "antwortete": (True, ["antworten"]),
                "Fruend": (False, ["freund"]),
            },
        ),
        (GREEK, {"ομάδα": (True, ["ομαδες"]), "στόχοι": (True, ["στοχος"]), "φίολς": (False, ["φιλοι", "φιλος"])}),
        ("boundaries walk", {"boundary": (False, ["boundaries"]), "walks": (False, ["walk"])}),
        ("目标 旅程 目标设定", {"目标": (True, [])}),
    ],
    ids=["english", "german", "greek", "few", "unspaced"],
)
def test_what_a_word_means(window: Open, served: str, words: str, meant: dict[str, tuple[bool, list[str]]]) -> None:
    """Others of its stem, by the endings that the words themselves show; for one that is not there, the nearest."""
    page = window().open("about/")
    module = f"{served}assets/journeybook/search/forms.js"
    told = page.evaluate(MEANT, [module, words, list(meant)])
    assert {word: (found, others) for word, found, others in told} == meant


def test_a_question_is_put_in_the_words_of_the_index(window: Open, served: str) -> None:
    """With accents and without, each word for itself; what is in quotes, or has signs of the search, stays."""
    page = window().open("about/")
    texts = ["<p>Café, cafés &amp; thé</p>", "Goal goals pain pains hope hopes walk", "目标"]
    told = page.evaluate(ASKED, [f"{served}assets/journeybook/search/", texts, list(QUESTIONS)])
    assert dict(zip(QUESTIONS, told, strict=True)) == QUESTIONS


def test_search_takes_words_of_one_stem_and_forgives_typing(window: Open) -> None:
    """Both find what they did not, and say so where a screen reader hears it; a word as it stands says nothing."""
    reader = window()
    page = reader.open("")
    open_search(page)
    expect(page.locator(SAID)).to_have_role("status")
    expect(page.locator(META)).to_have_role("status")
    ask(page, "boundary")
    expect(page.locator(SAID)).to_have_text("Also found: boundaries.")
    assert hits(page) > 15
    count = page.locator(META).inner_text()
    for word, said in (("boundaries", "Also found: boundary."), ("boundry?", "Nothing for ‘boundry’; shown: bound")):
        ask(page, word)
        expect(page.locator(SAID)).to_contain_text(said)
        expect(page.locator(META)).to_have_text(count)
    ask(page, "boundary")
    expect(page.locator(SAID)).to_have_text("Also found: boundaries.")
    assert page.locator(".md-search-result mark", has_text="boundaries").count() > 0
    assert page.locator(".md-search-result__terms").count() == 0, "no word that we put there is called missing"
    ask(page, "metnor boundary")
    expect(page.locator(SAID)).to_have_text("Nothing for ‘metnor’; shown: mentor. Also found: boundaries.")
    assert hits(page) > 50
    ask(page, '"first meeting" -metnor')
    expect(page.locator(SAID)).to_be_empty()
    assert hits(page) > 0
    ask(page, "xyzzyq")
    expect(page.locator(META)).to_have_text("No matching documents")
    expect(page.locator(SAID)).to_be_empty()
    assert reader.found() == []


def test_an_index_that_does_not_come_is_told_and_asked_for_again(window: Open) -> None:
    """What is waited for, or fails, is no empty result, and the next letter tries again."""
    page = window().open("about/")
    asked: list[Route] = []

    def answer(route: Route) -> None:
        asked.append(route)
        if len(asked) > 1:
            route.continue_()

    page.context.route("**/search/index.json", answer)
    try:
        open_search(page)
        ask(page, "m")
        expect(page.locator(SAID)).to_have_text("Loading the search …")
        expect(page.locator(META)).to_be_hidden()
        while not asked:
            page.wait_for_timeout(20)
        asked[0].abort()
        expect(page.locator(SAID)).to_have_text("The search could not be loaded. Type again to try once more.")
        expect(page.locator(META)).to_be_hidden()  # “No matching documents” would be untrue
        page.keyboard.type("entor")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        expect(page.locator(META)).to_be_visible()
        expect(page.locator(SAID)).to_be_empty()
    finally:
        page.context.unroute("**/search/index.json")


def test_the_catalogue_and_the_questions_take_words_in_the_same_way(window: Open) -> None:
    """Both lists find by other forms and past typing errors, together with all else that is asked, and say so."""
    reader = window()
    page = reader.open("toolkit/?words=boundary")
    meant, count = page.locator("[data-jb-meant]"), page.locator("[data-jb-status]")
    expect(meant).to_have_role("status")
    expect(meant).to_have_text("Nothing for ‘boundary’; shown: boundaries.")
    page.locator("#jb-filter-words").fill("metnor closing")
    expect(meant).to_have_text("Nothing for ‘metnor’; shown: mentor. Also found: close.")
    expect(count).not_to_have_text(re.compile("^0 of"))
    page.locator("#jb-filter-words").fill("")
    expect(meant).to_be_empty()
    page = reader.open("questions/?words=metnor")
    expect(page.locator("[data-jb-meant]")).to_have_text("Nothing for ‘metnor’; shown: mentor.")
    assert page.locator("[data-jb-in]:visible").count() > 0
    assert reader.found() == []


def test_a_folder_that_was_written_out_has_the_same_search(window: Open, tmp_path: Path) -> None:
    """Built by MkDocs alone, without journeybook, it takes words as ours does; its index comes with the page."""
    out, site = tmp_path / "out", tmp_path / "out" / "site"
    assert journeybook(write(tmp_path / "book", SMALL), "generate", str(out)).returncode == 0
    assert mkdocs(out, "build", "--strict").returncode == 0
    assert "Say more." in (site / "search/search_index.json").read_text("utf-8")
    with serving(site) as base:
        reader = window(base=base)
        search_for_talks(reader)
        assert reader.found() == []


def search_for_talks(reader: Reader) -> None:
    """Search a small handbook for a word that it has in another form only."""
    page = reader.open("guide/index.html")
    open_search(page)
    ask(page, "talks")
    expect(page.locator(SAID)).to_have_text("Nothing for ‘talks’; shown: talk.")
    expect(page.locator(".md-search-result__link", has_text="A talk").first).to_be_visible()
