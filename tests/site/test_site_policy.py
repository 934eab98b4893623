"""A site whose server sends its policy: nothing on any page goes against it, and what it is to stop is stopped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from everything import SETTINGS, switched
from reference import KINDS, ROOT
from sites import Open, Reader, build_site, open_search, serving
from small import write

pytestmark = pytest.mark.proof

TITLE = ".md-content h1"
MAIN = """{% extends "base.html" %}
{% block announce %}<p>The spring programme is open.</p>{% endblock %}"""
MKDOCS_YML = """site_name: A handbook with everything
site_url: https://book.example/{name}/
docs_dir: content
plugins: [search, tags, journeybook]
extra:
  consent: {{title: Cookies, description: There are none., cookies: {{none: None}}}}
"""
CHAPTER = """---
title: Own
---
# Own

=== "One"
    First.

=== "Two"
    Second.

<img id="broken" src="nothing.png" onerror="document.title = 'run'" alt="">
<script>document.title = "run"</script>
"""
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => console.error(
  `VIOLATION ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));"""


@pytest.fixture(scope="module", params=SETTINGS)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference handbook with nothing of the theme's and with everything, under its policy."""
    setting = request.param
    folder = tmp_path_factory.mktemp(setting)
    for part in ("content", "journeys", "toolkit"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy2(ROOT / "glossary.yaml", folder)
    theme = switched(setting).replace("name: material,", "name: material, custom_dir: own,")
    config = MKDOCS_YML.format(name=setting) + theme
    write(
        folder,
        {
            "mkdocs.yml": config,
            "own/main.html": MAIN,
            "content/own.md": CHAPTER,
            "content/own/nothing.png": "no picture",
        },
    )
    build_site(folder, folder / setting)
    with serving(folder / setting, (folder / setting / "csp.txt").read_text("utf-8").strip()) as address:
        yield address


@pytest.fixture
def reader(window: Open, base: str) -> Reader:
    """A window that notes what the policy stops."""
    reader = window(base=base)
    reader.page.add_init_script(VIOLATIONS)
    return reader


def test_nothing_on_a_page_goes_against_the_policy(reader: Reader) -> None:
    """Every kind of page is loaded, in the dark and on paper too, and has nothing in its console."""
    for kind, address in KINDS.items():
        page = reader.open(address)
        page.wait_for_load_state("networkidle")
        page.emulate_media(color_scheme="dark", media="print")
        page.emulate_media(color_scheme="light", media="screen")
        assert reader.found() == [], kind


def test_nothing_that_readers_do_goes_against_the_policy(reader: Reader) -> None:
    """Search, filter, run, plan, fill in, download and print; and walk on without loading pages anew."""
    page = reader.open("toolkit/vision-map/")
    _consent(page)
    _search(page)
    _run(page)
    page = reader.open("toolkit/?words=metnor")
    expect(page.locator("[data-jb-meant]")).to_contain_text("mentor")
    page.locator("[data-jb-in]:visible a").first.click()
    page.wait_for_load_state("networkidle")
    assert reader.found() == []
    page = reader.open("journeys/client-journey/")
    page.evaluate("window.print = () => {}")
    _download(page)
    page = reader.open("toolkit/planner/")
    page.locator("[data-jb-results] [data-do=add]").first.click()
    with page.expect_download():
        page.locator("[data-do=save]").first.click()
    page = reader.open("toolkit/progress-review/review/")
    page.locator("textarea, input[type=text]").first.fill("Good.")
    page.wait_for_load_state("networkidle")
    assert reader.found() == []


def test_what_a_chapter_brings_is_stopped(reader: Reader) -> None:
    """Neither its script nor its handler runs."""
    page = reader.open("own/")
    page.wait_for_load_state("networkidle")
    assert page.title() != "run"
    stopped = [told for told in reader.found() if "VIOLATION" in told]
    assert any("script-src-elem inline" in told for told in stopped), stopped
    assert any("script-src-attr inline" in told for told in stopped), stopped


def _consent(page: Page) -> None:
    """Answer the question that stands before each page until then; the page is loaded anew."""
    with page.expect_navigation():
        page.locator("form[name=consent] .md-consent__controls button").first.click()
    page.wait_for_load_state("networkidle")


def _search(page: Page) -> None:
    open_search(page)
    page.keyboard.type("boundary", delay=5)
    expect(page.locator(".jb-search-said")).to_have_text("Also found: boundaries.")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator(TITLE)).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.go_back()


def _run(page: Page) -> None:
    expect(page.locator(TITLE)).to_contain_text("Vision map")
    page.locator("[data-jb-run-open]").click()
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    page.go_back()
    page.locator("dialog[open]").wait_for(state="detached")


def _download(page: Page) -> None:
    with page.expect_download():
        page.locator("[data-jb-download=png]").first.click()
    page.locator("[data-jb-download=pdf]").first.click()
    # Nothing that is evaluated again in the page may be waited for: the policy stops that too.
    picture = page.frame_locator("iframe[data-jb-paper]").locator("img").first
    expect(picture).to_have_js_property("complete", True)
