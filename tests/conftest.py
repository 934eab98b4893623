"""What tests share: a built site, a server for it, and one browser."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from browser import QUIET, NoBrowserError, chromium_path
from fuzz import TIMES
from journeybook.store.lock import alone
from sites import HEIGHTS, ROOT, Open, Reader, Scheme, build_site, serving

if TIMES == 1:  # the same inputs in every run; `make fuzz` looks for new ones
    settings.register_profile("every run", derandomize=True)
    settings.load_profile("every run")


@pytest.fixture(scope="session")
def of_all_workers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A temporary folder of this run of the tests."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(of_all_workers: Path) -> Iterator[Path]:
    """The user's cache folder, for as long as tests run: they take nothing of earlier runs, and leave nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(of_all_workers / "cache"))
        yield of_all_workers / "cache"


@pytest.fixture(scope="session")
def handbook_site(of_all_workers: Path) -> Path:
    """The reference handbook, built strictly, without a warning and once for all workers; no test changes it.

    Its folder is named as its address's path.
    """
    shared = of_all_workers / "handbook"
    shared.mkdir(exist_ok=True)
    with alone(shared / "lock"):
        if not (shared / "site").is_dir():
            build_site(ROOT, shared / "new" / "journeybook")
            (shared / "new").rename(shared / "site")
    return shared / "site" / "journeybook"


@pytest.fixture(scope="session")
def served(handbook_site: Path) -> Iterator[str]:
    """The address of the reference handbook."""
    with serving(handbook_site) as base:
        yield base


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a Chromium, in an environment with more in it; a test fails where there is none."""
    try:
        path = chromium_path()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright, ExitStack() as stack:

        def launch(**env: str) -> Browser:
            try:
                running = playwright.chromium.launch(
                    executable_path=path, args=list(QUIET), env={**os.environ, **env} if env else None
                )
            except Error as error:
                pytest.fail(f"{path or 'Playwright’s Chromium'} does not start: {error.message}", pytrace=False)
            return stack.enter_context(running)

        yield launch


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Browser:
    """One Chromium for all tests."""
    return launch()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[[int, Scheme, bool], BrowserContext]]:
    """Browser contexts by width, scheme and whether JavaScript runs; one of each, so that assets are loaded once."""
    with ExitStack() as stack:

        @functools.cache
        def context(width: int, scheme: Scheme, scripts: bool) -> BrowserContext:
            made = browser.new_context(
                viewport={"width": width, "height": HEIGHTS.get(width, 900)},
                color_scheme=scheme,
                java_script_enabled=scripts,
                reduced_motion="reduce",
            )
            made.set_default_timeout(15_000)
            return stack.enter_context(made)

        yield context


@pytest.fixture
def window(contexts: Callable[[int, Scheme, bool], BrowserContext], served: str) -> Iterator[Open]:
    """Opens a new window on the reference handbook, or on the site that `base` gives."""
    opened: list[Page] = []

    def window(width: int = 1280, scheme: Scheme = "light", *, scripts: bool = True, base: str = served) -> Reader:
        page = contexts(width, scheme, scripts).new_page()
        opened.append(page)
        return Reader(base, page, scripts)

    yield window
    for page in opened:
        page.close()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: workers wait for browsers, servers and commands."""
    return (os.cpu_count() or 1) + 1


LONGEST = (
    "test_site_pages",
    "test_site_xss",
    "test_site_hostile",
    "test_diagram_views",
    "test_sheets",
    "test_killed_build",
    "test_zensical",
    "test_reader_fonts",
    "test_kinds_alone",
    "test_stage_heads",
    "test_rebuild",
)
"""Files that take minutes: begun first, they are not what all other cores wait for at the end."""


BROWSES = {"browser", "handbook_site"}
"""Fixtures whose tests are slow without saying so."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow without saying so; the longest files first, the rest in its order."""
    for item in items:
        if BROWSES.intersection(getattr(item, "fixturenames", ())) or item.get_closest_marker("proof"):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.path.stem not in LONGEST)


STARTS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec"}
_quick: list[str] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Hold a test without the mark `slow` to what it says: it starts no process."""
    if not item.get_closest_marker("slow"):
        _quick.append(item.nodeid)
    try:
        return (yield)
    finally:
        _quick.clear()


def _refuse(event: str, _: object) -> None:
    if _quick and event in STARTS:
        raise RuntimeError(f"{_quick[0]} starts a process ({event}): give it the mark `slow`")


sys.addaudithook(_refuse)
