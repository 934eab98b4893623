"""The handbook that the guide's examples make, written as an author would, page after page."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from docs.guide import ORDER, PAGES, codes, fences, files, rows, section, write
from small import journeybook, mkdocs, run, text_of

pytestmark = pytest.mark.slow

EPOCH = "1795305600"  # 2026-11-22, before any review date of the examples


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of all examples together, with a page that has every link of the guide's table; built strictly."""
    folder = write(tmp_path_factory.mktemp("examples"), files(*ORDER))
    links = [codes(row[0])[0] for row in rows(section("chapters.md", "Links"))]
    embeds = [code for row in rows(section("chapters.md", "Things shown in place")) for code in codes(row[0])]
    page = "---\nquestions: What now?\n---\n\n# Samples\n\n" + "".join(f"{line}\n\n" for line in [*links, *embeds])
    write(folder, {"content/samples.md": page})
    nav = (folder / "mkdocs.yml").read_text("utf-8").replace("  - Home: index.md\n", "  - index.md\n  - samples.md\n")
    write(folder, {"mkdocs.yml": nav})
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.mark.parametrize("last", range(len(ORDER)), ids=ORDER)
def test_the_examples_fit_together_page_by_page(last: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has copied the files of all pages up to this one has a handbook without an error or a piece of advice."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folder = write(tmp_path, files(*ORDER[: last + 1]))
    result = journeybook(folder, "check", "--strict")
    assert (result.returncode, result.stdout.strip()) == (0, "No problems found."), result.stdout + result.stderr


def test_a_handbook_begins_with_the_first_page(tmp_path: Path) -> None:
    """The three files of the first page build a site with a picture, a journey and its questions."""
    folder = write(tmp_path, files("index.md"))
    assert sorted(files("index.md")) == ["content/index.md", "journeys/coming-back.yaml", "mkdocs.yml"]
    result = journeybook(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "<svg" in (folder / "site/index.html").read_text("utf-8")
    assert "What would you look forward to?" in (folder / "site/questions/index.html").read_text("utf-8")


def test_addresses_are_as_told(built: Path) -> None:
    """Every address of the guide's table, and each of the four lists, leads to a page, and to a place on it."""
    table = [(codes(row[0]), codes(row[1])) for row in rows(section("index.md", "The addresses of pages"))]
    addresses = [address for _, told in table for address in told]
    assert len(addresses) == 7
    for address in [*addresses, "journeys/", "toolkit/", "toolkit/workshops/", "questions/"]:
        folder, _, fragment = address.partition("#")
        page = (built / folder / "index.html").read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in page, address


def test_links_say_what_the_guide_says(built: Path) -> None:
    """Each link of the table becomes the words beside it."""
    page = (built / "samples/index.html").read_text("utf-8")
    shown = [html.unescape(re.sub("<[^>]+>", "", link)) for link in re.findall(r"<a [^>]*>(.*?)</a>", page, re.S)]
    table = list(rows(section("chapters.md", "Links")))
    assert len(table) == 10
    for _, words in table:
        assert words in shown


def test_embeds_show_what_the_guide_says(built: Path) -> None:
    """The page with every embed has three pictures, cards, handouts and questions, and no embed is left as text."""
    page = (built / "samples/index.html").read_text("utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    assert article.count('<figure class="jb-fig') == 4
    assert "How Amira came back" in article
    assert article.count("jb-think") == 5
    assert 'id="handout-hours"' in article and "jb-card-title" in article
    assert "![](" not in text_of(page)


def test_the_workshop_is_worked_out_as_told(built: Path) -> None:
    """The evening of the example ends when the guide says, and needs what the guide's rules make of it."""
    text = text_of((built / "toolkit/workshops/welcome/index.html").read_text("utf-8"))
    assert "19:50" in section("workshops.md", "Times") and "19:50 End. 1 h 25 min of work" in text
    assert "1 h 25 min of work and 25 min of breaks, 1 h 50 min altogether." in text
    assert "16 “My first Monday” (handout) 1 for each person" in text
    assert "8 Set of coloured pens 1 for each group" in text
    assert "1 Clock that everybody can see for the room" in text


def test_a_workshop_has_the_papers_that_are_told(built: Path) -> None:
    """Each address of the guide's table of papers is there, and the agenda says what to bring and not what to say."""
    addresses = [codes(row[1])[0] for row in rows(section("workshops.md", "Papers"))]
    assert len(addresses) == 3
    for address in addresses:
        assert (built / address).is_file() or (built / address / "index.html").is_file(), address
    agenda = text_of((built / addresses[1] / "index.html").read_text("utf-8"))
    assert "A warm jumper" in agenda and "quiet room" not in agenda and "Coordinator" not in agenda
    assert "TZID=Europe/London:20270114T180000" in (built / addresses[2]).read_text("utf-8")


def test_parts_of_a_day_come_to_what_is_told(tmp_path: Path) -> None:
    """The morning and the afternoon of the guide's example have the sums that stand below it."""
    (example,) = fences({"workshops.md": section("workshops.md", "Several days and parts")})
    plan = f"title: Parts\n{example.text}"
    folder = write(tmp_path, files("index.md") | {"toolkit/workshops/parts.yaml": plan})
    assert journeybook(folder, "check").returncode == 0
    assert journeybook(folder, "generate", "made").returncode == 0
    page = (folder / "made/docs/toolkit/workshops/parts/index.md").read_text("utf-8")
    sums = re.findall(r"<td data-label=[^>]*>([^<]*)", page)
    told = section("workshops.md", "Several days and parts")
    assert len(sums) == 3 and f"{sums[0]} of work, {sums[1]} of breaks, {sums[2]}\naltogether" in told


def test_the_look_of_ones_own_arrives(built: Path) -> None:
    """The stylesheet, the parts of the theme and the template of the page on publishing are in the site."""
    page = (built / "returning/first-day/index.html").read_text("utf-8")
    assert "css/own.css" in page and "a programme of the town library" in page and "Talk about it" in page
    assert "The spring programme is open until 14 March." in page and "Write to the library." in page


def test_the_answer_of_the_checker_is_word_for_word(tmp_path: Path) -> None:
    """The mistake on the page about the checker yields the answer that stands below it."""
    example, answer = fences({"problems.md": section("problems.md", "An example")})
    before = files("index.md", "journeys.md", "activities.md")
    folder = write(tmp_path, before | {"journeys/coming-back.yaml": example.text})
    result = journeybook(folder, "check", "--format", "text")
    assert (result.returncode, result.stdout) == (1, answer.text)


def test_schemas_are_where_the_guide_says(tmp_path: Path) -> None:
    """The command writes the three files that the guide names, so that the line at the top of a file finds one."""
    assert run(tmp_path, "journeybook", "schema", "--output", "schemas").returncode == 0
    made = {path.name for path in (tmp_path / "schemas").iterdir()}
    named = set(re.findall(r"\w+\.schema\.json", PAGES["yaml.md"]))
    assert made == named
