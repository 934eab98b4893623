"""The first view of the catalogue with 2,000 activities against that with 500, in Chromium with an empty cache.

Painted is the first content on the screen; usable is the moment in which the filter has counted what it shows. The
times are the browser's own, from the click on.
"""

from __future__ import annotations

from functools import partial

from playwright.sync_api import Browser

from frame.bench import Bench
from frame.browsing import chromium_on
from frame.results import Result
from frame.runs import in_turns
from sites import serving

TITLE = "The catalogue’s first view"
_WATCH = """(() => { const look = () => {
  if (document.querySelector('[data-jb-status]')?.textContent.trim()) window.jbUsable ??= performance.now();
  else requestAnimationFrame(look);
}; look(); })()"""
_TIMES = """() => { const [page] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return {'painted, ms': paint?.startTime ?? NaN, 'usable, ms': window.jbUsable, 'loaded, ms': page.loadEventEnd,
    'page, kB': page.decodedBodySize / 1000, 'elements': document.getElementsByTagName('*').length}; }"""


def first_view(browser: Browser, address: str) -> dict[str, float]:
    """Give the columns of one visit."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_function("window.jbUsable && performance.getEntriesByName('first-contentful-paint').length")
    found: dict[str, float] = page.evaluate(_TIMES)
    context.close()
    return found


def measure(bench: Bench) -> Result:
    """Give the ratios of both sizes."""
    small, large = bench.sizes(activities=500), bench.sizes(activities=2_000)
    result = Result(TITLE, __doc__ or "", vars(large))
    rows = {sizes: f"{sizes.activities:,} activities" for sizes in (small, large)}
    sites = {row: bench.site(sizes) for sizes, row in rows.items()}
    with chromium_on(sites[rows[small]]) as (one, first), serving(sites[rows[large]]) as second:
        views = {rows[small]: first, rows[large]: second}
        for base in views.values():
            first_view(one, f"{base}toolkit/")  # the browser warms up

        def view(row: str) -> None:
            result.add(row, first_view(one, f"{views[row]}toolkit/"))

        in_turns(bench.rounds, *(partial(view, row) for row in views))
    for column in ("painted, ms", "usable, ms", "page, kB"):
        result.claim(rows[large], rows[small], column)
    return result
