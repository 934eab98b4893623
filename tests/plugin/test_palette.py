"""The option `palette`, from mkdocs.yml to what readers see."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from diagrams.diagram_pages import LOW_CONTRAST
from sites import READY, Scheme, build_site, serving
from small import SMALL, journeybook, mkdocs, write

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
LOW = """async () => {
  const {violations} = await axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']});
  return violations.flatMap(found => found.nodes.map(node => node.failureSummary));
}"""
VALUE = "name => getComputedStyle(document.body).getPropertyValue(name).trim()"
FILL = "stage => getComputedStyle(document.querySelector(`.jd-path .jd-fill.jb-s${stage} path`)).fill"
HEAD = "site_name: Small handbook\ndocs_dir: content\ntheme: material\n"
JOURNEY = """
title: First steps
summary: From hello to a plan.
views: [path, map, cycle, funnel, vision, blueprint]
centre: Trust
stages:
  - {title: Meet, summary: A first talk., touchpoints: [A coffee], questions: [What do you hope for?], count: 90,
     feelings: [{score: 1, label: Curious}], pains: [No time], opportunities: [Lunch], actions: [Say hello]}
  - {title: Plan, summary: What to do first., activities: [talk], count: 60, horizon: today, date: May,
     feelings: [{score: -1, label: Unsure}], actions: [Write it down], frontstage: [A form]}
  - {title: Do, summary: Week after week., touchpoints: [A walk], count: 30, horizon: next, backstage: [A list]}
  - {title: Look back, summary: What has changed., questions: [What was new?], horizon: vision, support: [A room]}
"""
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def handbook(palette: str) -> dict[str, str]:
    """A small handbook with every view and with this palette."""
    return SMALL | {
        "mkdocs.yml": f"{HEAD}plugins:\n  - search\n  - journeybook:\n      palette: {palette}\n",
        "journeys/first-steps.yaml": JOURNEY,
        "content/guide/index.md": SMALL["content/guide/index.md"]
        + "\n!!! warning\n    Mind the gap.\n\n- One\n- Two\n",
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with an accent, two colours of stages, a bluish paper and nothing else of its own; built strictly."""
    palette = '{accent: "#0b5cab", stages: ["#0B5CAB", "#b02a5b"], paper: "#f2f6fc"}'
    folder = write(tmp_path_factory.mktemp("palette"), handbook(palette))
    build_site(folder, folder / "site")
    return folder / "site"


@pytest.fixture
def opened(
    site: Path, contexts: Callable[[int, Scheme, bool], BrowserContext], request: pytest.FixtureRequest
) -> object:
    """Opens a page of that site in a scheme."""

    def opened(address: str, scheme: Scheme) -> Page:
        page = contexts(1280, scheme, True).new_page()
        request.addfinalizer(page.close)
        page.goto(base + address, wait_until="load")
        page.evaluate(READY)
        return page

    with serving(site) as base:
        yield opened


@SCHEMES
def test_readers_see_the_colours(opened: Callable[[str, Scheme], Page], scheme: Scheme) -> None:
    """Page and drawing have the given colours in light, and others that follow from them in dark; two go round."""
    page = opened("journeys/first-steps/", scheme)
    accent, paper = (page.evaluate(VALUE, name) for name in ("--jb-accent", "--jb-paper"))
    fills = [page.evaluate(FILL, stage) for stage in (1, 2, 3)]
    assert fills[0] == fills[2] != fills[1]
    if scheme == "light":
        assert (accent, paper, fills[:2]) == ("#0b5cab", "#f2f6fc", ["rgb(11, 92, 171)", "rgb(176, 42, 91)"])
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(242, 246, 252)"
    else:
        assert accent not in ("#0b5cab", "#f0967a") and paper not in ("#f2f6fc", "#191613")


@SCHEMES
@pytest.mark.parametrize("address", ["", "guide/", "journeys/first-steps/", "toolkit/talk/"])
def test_readers_can_read_it(opened: Callable[[str, Scheme], Page], scheme: Scheme, address: str) -> None:
    """Every text of a page has 4.5:1 to what it stands on, and so has every text of a drawing, in all six views."""
    page = opened(address, scheme)
    page.evaluate(AXE)
    assert page.evaluate(LOW) == []
    count, low = page.evaluate(LOW_CONTRAST)
    assert low == [] and (count > 100 or not address.startswith("journeys"))


def test_paper_stays_black_on_white(opened: Callable[[str, Scheme], Page]) -> None:
    """Print has none of the colours."""
    page = opened("journeys/first-steps/", "light")
    page.emulate_media(media="print")
    values = [page.evaluate(VALUE, f"--jb-{name}") for name in ("paper", "ink", "accent", "muted")]
    assert values == ["#ffffff", "#000000", "#000000", "#333333"]


@pytest.mark.slow
def test_drawings_as_files_have_the_colours(site: Path) -> None:
    """The file to download has the given fills and the given paper."""
    svg = (site / "journeys/first-steps/first-steps-path.svg").read_text("utf-8")
    assert {"#0b5cab", "#b02a5b", "#f2f6fc"} <= set(re.findall("#[0-9a-f]{6}", svg))


@pytest.mark.slow
def test_stages_with_black_text_get_lighter_when_pointed_at(tmp_path: Path) -> None:
    """Under the pointer a bright stage does not come nearer to its black text."""
    folder = write(tmp_path, handbook('{stages: ["#e8590c"]}'))
    assert mkdocs(folder, "build", "--strict").returncode == 0
    css = (folder / "site/assets/journeybook/journeybook.css").read_text("utf-8")
    assert "--jb-on-stage: #000000" in css and css.count("brightness(1.1)") == 2


@pytest.mark.slow
def test_a_handbook_that_is_handed_over_keeps_its_colours(tmp_path: Path) -> None:
    """The folder that `journeybook generate` writes has them in its stylesheet."""
    folder = write(tmp_path, handbook('{accent: "#0b5cab"}'))
    assert journeybook(folder, "generate", "out").returncode == 0
    css = (folder / "out/docs/assets/journeybook/journeybook.css").read_text("utf-8")
    assert "--jb-accent: #0b5cab;" in css
    assert "palette" not in (folder / "out/mkdocs.yml").read_text("utf-8").split("theme:")[0]


@pytest.mark.slow
def test_a_colour_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    """It is told with its place, its pair and a near one, together with everything else that is wrong."""
    broken = SMALL["toolkit/talk.yaml"].replace("duration", "durration")
    folder = write(tmp_path, handbook('{accent: "#e8590c"}') | {"toolkit/talk.yaml": broken})
    told = "mkdocs.yml:7:25: error JB207: text in accent (#e8590c) on paper (#fdfbf7) has a contrast of 3.4:1"
    for result in (journeybook(folder, "check"), mkdocs(folder, "build")):
        said = result.stdout + result.stderr
        assert result.returncode == 1
        assert told in said and 'Write "#b' in said and "error JB202: unknown key ‘durration’" in said
        assert "Traceback" not in said
    assert not (folder / "site").exists()


@pytest.mark.slow
def test_a_palette_from_elsewhere_has_no_line(tmp_path: Path) -> None:
    """Where a hook gives the colours, the problem is one of the whole mkdocs.yml."""
    hook = 'def on_config(config):\n    config.plugins["journeybook"].config["palette"] = {"accent": "#e8590c"}\n'
    config = SMALL["mkdocs.yml"] + "hooks: [hook.py]\n"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config, "hook.py": hook})
    result = mkdocs(folder, "build")
    assert result.returncode == 1 and "mkdocs.yml: error JB207" in result.stderr
