"""Comparisons on pages, and the list of stages that need attention first: what is there, and what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.assembly import build
from journeybook.diagrams import RenderError
from journeybook.language.words import Words
from journeybook.pages.addresses import JOURNEYS
from journeybook.pages.attention import SHOWN, needy_stages
from journeybook.pages.downloads import download_links, request_of
from journeybook.pages.kinds import compare, journeys
from journeybook.pages.page import written
from journeybook.pages.site import Site

STAGES = "stages:\n  - {title: Meet, questions: Why?}\n  - {title: Part, questions: What now?}\n"
TODAY = f"title: Today\nstate: as_is\n{STAGES}"
TOMORROW = f"title: Tomorrow\nstate: to_be\ncompares: today\n{STAGES}"


def site_of(folder: Path, files: dict[str, str], language: str = "en") -> Site:
    """The site of a handbook of these journeys."""
    site = Site(book_of(folder, {f"journeys/{name}.yaml": text for name, text in files.items()}), Words(language))
    build.prepare(site)
    return site


def index_of(site: Site) -> str:
    """The index of journeys, whole."""
    page = written(site, JOURNEYS, dict(journeys.pages(site))[JOURNEYS])
    return page.fills.fill(page.body)


def test_stages_are_listed_by_their_points_and_the_rest_is_folded(tmp_path: Path) -> None:
    """Ten at most stand open; of as many points, the first journey's stage comes first."""
    stages = "".join(f"  - {{title: S{n}, effort: {n % 3 + 3}, questions: Why?}}\n" for n in range(SHOWN + 4))
    site = site_of(tmp_path, {"a": f"title: A\nstages:\n{stages}"})
    points = [found.points for found in needy_stages(site)]
    assert points == sorted(points, reverse=True) and len(points) == SHOWN + 4
    open_, folded = index_of(site).split("<details")
    assert re.findall(r'class="jb-points">(\d+) points?<', open_) == [str(number) for number in points[:SHOWN]]
    assert "jb-badge" not in open_  # a stage's number before a row would be read as its rank
    assert folded.count("<li>") == 4 and f'start="{SHOWN + 1}"' in folded and "4 more stages" in folded
    assert re.findall(r"stage \d+, (S\d+)", open_)[:2] == ["S2", "S5"]


@pytest.mark.parametrize("told", ["", "effort: 2, ", "feelings: {score: 1}, ", "pains: Slow, ", "measures: Calls, "])
def test_without_a_point_there_is_no_list(tmp_path: Path, told: str) -> None:
    """Nor its heading: what is left out leaves no trace."""
    site = site_of(tmp_path, {"a": f"title: A\nstages:\n  - {{title: Meet, {told}questions: Why?}}\n"})
    assert needy_stages(site) == [] and "attention" not in index_of(site)


def test_of_two_that_are_compared_the_one_as_it_is_counts(tmp_path: Path) -> None:
    """What should become is not there yet."""
    hard = {name: text.replace("title: Meet", "title: Meet, effort: 5") for name, text in BOTH.items()}
    assert [found.journey.id for found in needy_stages(site_of(tmp_path, hard))] == ["today"]


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("value: 35, target: 50, unit: per cent", "Calls: 35 per cent, target 50"),
        ("value: 13, target: 20, unit: in 100", "Calls: 13 in 100, target 20"),
        ("value: 9, target: 3, better: lower", "Calls: 9, target 3"),
    ],
)
def test_a_measure_that_misses_its_target_is_said_with_the_unit_beside_its_value(
    tmp_path: Path, measure: str, said: str
) -> None:
    """“13 of 20 in 100” is no sentence, and says which of two numbers is of which."""
    stage = f"title: Meet, measures: {{title: Calls, {measure}}}, questions: Why?"
    site = site_of(tmp_path, {"a": f"title: A\nstages:\n  - {{{stage}}}\n"})
    assert [found.reasons for found in needy_stages(site)] == [said]


BOTH = {"today": TODAY, "tomorrow": TOMORROW}


def test_what_has_become_of_a_thing_stands_before_it_and_what_stays_has_no_sign_of_it(tmp_path: Path) -> None:
    """A mark for the eye, a word for those who hear it; a dash as the mark of a list would say that a thing is gone."""
    was = TODAY.replace("title: Meet", "title: Meet, goals: [Tea, Cake], pains: Rain")
    now = TOMORROW.replace("title: Meet", "title: Meet, goals: [Tea, Bread], pains: {text: Rain, severity: 1}")
    site = site_of(tmp_path, {"today": was, "tomorrow": now})
    ((path, make),) = compare.pages(site)
    page = written(site, path, make)
    html = page.fills.fill(page.body)
    rows = re.findall(r'<li>(?:<[bi] class="([^"]*)" aria-hidden="true">(.)</[bi]>)?<div>(.*?)</div></li>', html)
    seen = [(kind.split("-")[-1], mark, re.sub(r"<[^>]*>", "", text)) for kind, mark, text in rows]
    assert seen[:4] == [
        ("mark", "·", "Tea"), ("gone", "−", "Cake, gone"), ("mark", "·", "Tea"), ("new", "+", "Bread, new"),
    ]  # fmt: skip
    assert [kind for kind, _, text in seen if text.startswith("Rain")] == ["", "changed"]


def test_both_maps_stand_below_their_stages_with_what_becomes_of_them(tmp_path: Path) -> None:
    """Where both journeys are drawn as maps: each in its own order, with a word beside a sign, never a colour alone."""
    was = TODAY.replace("stages:", "views: [path, map]\nstages:\n  - {title: Wait, pains: Long}")
    now = TOMORROW.replace("stages:", "views: [map]\nstages:").replace("title: Part,", "title: Part, pains: Short,")
    now += "  - {title: Return}\n"

    def maps_of(today: str, tomorrow: str, name: str) -> tuple[list[list[str]], list[str]]:
        site = site_of(tmp_path / name, {"today": today, "tomorrow": tomorrow})
        ((path, make),) = compare.pages(site)
        page = written(site, path, make)
        lists = re.findall(r'<ol class="jb-compared-signs">(.*?)</ol>', page.fills.fill(page.body), re.S)
        rows = [re.findall("<li>(.*?)</li>", found) for found in lists]
        drawn = [f"{one.journey.id} {one.view}" for one in site.pictures]
        return [[re.sub("<[^>]*>", "", row) for row in found] for found in rows], drawn

    said, drawn = maps_of(was, now, "both")
    assert said == [
        ["1 Wait − gone", "2 Meet = stays", "3 Part ~ changed"],
        ["1 Meet = stays", "2 Part ~ changed", "3 Return + new"],
    ]
    assert drawn[-2:] == ["today map", "tomorrow map"]
    assert maps_of(was.replace(", map", ""), now, "one")[0] == []


def test_a_comparison_has_a_page_and_files(tmp_path: Path) -> None:
    """Only of the journey that says `compares`, where the other one is shown."""
    site = site_of(tmp_path, BOTH)
    site.downloads = ["svg"]
    assert [path for path, _ in compare.pages(site)] == ["journeys/tomorrow/compare/index.md"]
    assert [path for _, path, _ in download_links(site, site.book.journeys["tomorrow"], "compare")] == [
        "journeys/tomorrow/tomorrow-compare.svg"
    ]
    assert download_links(site, site.book.journeys["today"], "compare") == []
    assert [entry.id for entry in site.book.comparisons["today"]] == ["tomorrow"]


def test_a_draft_is_compared_with_nothing(tmp_path: Path) -> None:
    """There is no page that would show what is not published, and a drawing says why it is not made."""
    site = site_of(tmp_path, {"today": TODAY + "status: draft\n", "tomorrow": TOMORROW})
    assert list(compare.pages(site)) == [] and site.book.comparisons == {}
    assert "compare/" not in index_of(site)
    with pytest.raises(RenderError, match="‘today’, with which this one is compared, is not here"):
        request_of(site, site.book.journeys["tomorrow"], "compare")


def test_texts_of_another_language_are_marked(tmp_path: Path) -> None:
    """What the journey as it is says stands on the page of the other one in its own language."""
    german = TODAY.replace("title: Today", "title: Heute\nlanguage: de").replace("Part", "Abschied")
    site = site_of(tmp_path, {"today": german, "tomorrow": TOMORROW})
    ((path, make),) = compare.pages(site)
    page = written(site, path, make)
    html = page.fills.fill(page.body)
    assert html.count('<bdi lang="de">Heute</bdi>') == 1
    assert '## <bdi lang="de">Abschied</bdi> { #gone_abschied' in html
    assert "Meet" in html and '<bdi lang="de">Meet' not in html
