"""The print pages of decks in a browser, and the sheets that a build writes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from cards.decks import MM, PAPERS, many
from sites import Open, build_site, serving
from small import MKDOCS_YML, SMALL, mkdocs, write

LONG = "Everyone writes as long as they can about everything that they remember of it. " * 12
HOSTILE = {
    "toolkit/long.yaml": f"title: {'A very long title of an activity ' * 4}\nsummary: {LONG[:395]}\npurpose: {LONG}\n"
    + "duration: {preparation: 90 min, min: 100 min, max: 200 min, note: per interview}\n"
    + "group: {min: 2, max: 300, size: 12}\n"
    + f"participants: [{', '.join(['a role with a long name'] * 9)}]\n"
    + "materials:\n" + "".join(f"  - Material number {n} with a long name\n" for n in range(20))
    + "steps:\n" + "".join(f"  - {{title: Step {n} of many, minutes: 7, text: {LONG}}}\n" for n in range(14)),
    "toolkit/word.yaml": f"title: {'Donaudampfschiff' * 12}\nsteps: [{'Donaudampfschiff' * 90}]\n",
    "toolkit/wide.yaml": f"title: {'漢字' * 30}\nsteps: [{'説明文。' * 300}]\n",
    "toolkit/bare.yaml": "title: Bare\n",
    "content/guide/index.md": f"---\nquestions:\n  - {'Why is it so, and what else could it be? ' * 9}\n"
    f"  - {'W' * 395}?\n"
    "  - Short?\n---\n\n# A guide with a heading that is far too long for the band of a card, really far too long\n",
}  # fmt: skip
# What leaves its card, or lies on another part of it, as it is printed; in pixels.
SPILLED = """() => {
  const wrong = [];
  for (const card of document.querySelectorAll('.jc-card')) {
    const box = card.getBoundingClientRect();
    const name = `${card.className}: ${card.textContent.trim().slice(0, 40)}`;
    const inside = (e) => { const b = e.getBoundingClientRect();
      return b.left >= box.left - 1 && b.right <= box.right + 1
        && b.top >= box.top - 1 && b.bottom <= box.bottom + 1; };
    for (const e of card.querySelectorAll('p, h2, svg.jc-qr'))
      if (!inside(e)) wrong.push(`${e.className} leaves ${name}`);
    const foot = card.querySelector('.jc-foot, .jc-tail');
    const body = card.querySelector('.jc-body, .jc-steps, .jc-ask > h2');
    if (foot && body && body.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1)
      wrong.push(`text meets the foot of ${name}`);
    const band = card.querySelector('.jc-origin, .jc-band'), head = card.querySelector('h2');
    if (band && head && head.getBoundingClientRect().top < band.getBoundingClientRect().bottom - 1)
      wrong.push(`text meets the band of ${name}`);
    for (const e of card.querySelectorAll('.jc-body, .jc-ask'))
      if (e.scrollHeight > e.clientHeight + 2) wrong.push(`${e.className} is cut in ${name}`);
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a handbook whose texts are too long for any card."""
    site = {"mkdocs.yml": MKDOCS_YML + "site_url: https://example.org/site/\n"}
    folder = write(tmp_path_factory.mktemp("cards"), SMALL | site | HOSTILE)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        yield base


@pytest.mark.parametrize("address", ["toolkit/cards/", "questions/cards/"])
@pytest.mark.parametrize("hostile", [False, True], ids=["handbook", "hostile"])
def test_nothing_leaves_its_card(window: Open, served: str, book: str, address: str, hostile: bool) -> None:
    """On paper, every text of every card stays on it and clear of its other parts, however long it is."""
    page = window(base=book if hostile else served).open(address)
    page.emulate_media(media="print")
    assert page.locator(".jc-card").count() >= 4
    assert page.evaluate(SPILLED) == []


def test_a_card_that_leaves_something_out_says_so(window: Open, book: str) -> None:
    """Steps that are cut send the reader to the page; a card that has them all does not."""
    page = window(base=book).open("toolkit/cards/")
    said = page.locator(".jc-back", has_text="There is more on the page.")
    assert [text.split("\n")[0] for text in said.locator(".jc-head-title").all_inner_texts() if "long" in text]
    assert said.filter(has_text="Say hello.").count() == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_the_browser_prints_the_sheets_and_nothing_else(window: Open, served: str, paper: str) -> None:
    """The paper that is chosen is the paper of every page; fronts and backs alternate, without a word of the site."""
    page = window(base=served).open("toolkit/cards/")
    page.get_by_label("A4" if paper == "a4" else "Letter").check()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    cards = page.locator(".jc-front.jc-card").count()
    assert len(reader.pages) == 2 * -(-cards // 4)
    for found in reader.pages:
        assert [float(n) / MM for n in found.mediabox[2:]] == pytest.approx(PAPERS[paper], abs=0.5)
    text = reader.pages[0].extract_text()
    assert "Opening conversation" in text and "Print these cards" not in text and "Activity cards ·" in text
    assert "Say the limits, then the rules" in reader.pages[1].extract_text()


def test_backs_are_turned_for_the_short_edge(window: Open, served: str) -> None:
    """Choosing the short edge turns the backs upside down, and only them."""
    page = window(base=served).open("toolkit/cards/")
    page.get_by_label("short edge").check()
    page.emulate_media(media="print")
    turned = "e => getComputedStyle(e).transform"
    assert page.locator(".jc-backs .jc-block").first.evaluate(turned) == "matrix(-1, 0, 0, -1, 0, 0)"
    assert page.locator(".jc-fronts .jc-block").first.evaluate(turned) == "none"


def test_the_button_prints(window: Open, served: str) -> None:
    """With JavaScript a button opens the print dialogue, also by keyboard; without, there is none."""
    page = window(base=served).open("questions/cards/")
    page.evaluate("window.print = () => { window.asked = true }")
    page.get_by_role("button", name="Print these cards").press("Enter")
    assert page.evaluate("window.asked") is True
    plain = window(base=served, scripts=False).open("questions/cards/")
    assert plain.get_by_role("button", name="Print these cards").count() == 0
    assert plain.get_by_label("Letter").is_visible()


@pytest.mark.parametrize("address", ["toolkit/", "questions/"])
def test_indexes_lead_to_the_cards(window: Open, served: str, address: str) -> None:
    """The toolkit and the question bank have a link to their cards."""
    page = window(base=served).open(address)
    page.get_by_role("link", name="Print as cards").click()
    page.wait_for_url(f"**/{address}cards/")


@pytest.mark.slow
def test_a_build_writes_the_sheets_that_are_asked_for(tmp_path: Path) -> None:
    """With `cards: [a4, letter]` the PDF files are beside the pages and linked; a second build gives the same bytes."""
    option = "plugins:\n  - search\n  - journeybook:\n      cards: [a4, letter]\n"
    files = many(5)
    files["mkdocs.yml"] = files["mkdocs.yml"].replace("plugins: [search, journeybook]\n", option)
    folder, made = write(tmp_path, files), []
    for _ in range(2):
        result = mkdocs(folder, "build", "--strict")
        assert result.returncode == 0, result.stderr
        made.append(
            {path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in folder.glob("site/**/*.pdf")}
        )
    assert made[0] == made[1]
    assert set(made[0]) == {
        f"{deck}-cards-{paper}.pdf" for deck in ("toolkit/activity", "questions/question") for paper in PAPERS
    }
    for name, data in made[0].items():
        paper = PAPERS[name.rpartition("-")[2].removesuffix(".pdf")]
        assert float(PdfReader(io.BytesIO(data)).pages[0].mediabox[2]) / MM == pytest.approx(paper[0], abs=0.1)
    html = (folder / "site/toolkit/index.html").read_text("utf-8")
    assert 'href="activity-cards-a4.pdf" download' in html and 'href="activity-cards-letter.pdf" download' in html


@pytest.mark.slow
def test_a_build_writes_no_sheets_unless_asked(tmp_path: Path) -> None:
    """PDF costs time, so there is none by default, and an unknown paper is an error."""
    folder = write(tmp_path, SMALL)
    assert mkdocs(folder, "build", "--strict").returncode == 0
    assert not list(folder.glob("site/**/*.pdf"))
    option = "plugins:\n  - search\n  - journeybook:\n      cards: [a5]\n"
    write(folder, {"mkdocs.yml": MKDOCS_YML.replace("plugins: [search, journeybook]\n", option)})
    result = mkdocs(folder, "build")
    assert result.returncode == 1 and "cards" in result.stderr and "Traceback" not in result.stderr


def test_large_decks_have_several_pages(tmp_path: Path) -> None:
    """More cards than a page holds go on on the next, and each page links to the others."""
    from cards.test_marks import site_of
    from journeybook.cards.deck import Decks
    from journeybook.cards.pages import MOST, deck_pages

    site = site_of(tmp_path, many(MOST + 3), address="")
    pages = {path: make(site).values(site) for path, make in deck_pages(Decks(site)) if path.startswith("toolkit")}
    assert list(pages) == ["toolkit/cards/index.md", "toolkit/cards/2/index.md"]
    assert [len(values["deck"].cards) for values in pages.values()] == [MOST, 3]
    assert all(values["parts"] == tuple(pages) for values in pages.values())
