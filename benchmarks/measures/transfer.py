"""What a first visit with an empty cache transfers, by kind of page, in Chromium.

Every visit is a new browser context. The page is left alone until the network is quiet; nothing is clicked. Compressed
are the bytes that a host sends that compresses texts with gzip, as most do; fonts and pictures are sent as they are.
Who goes to search loads the search index once; it is the last row.
"""

from __future__ import annotations

import gzip

from playwright.sync_api import Browser, Response

from frame.bench import Bench
from frame.browsing import chromium_on
from frame.pages import addresses
from frame.results import Result

TITLE = "A first visit, by kind of page"
_PACKED = ("font/", "image/png", "image/jpeg", "image/webp", "application/octet-stream", "application/zip")


def visited(browser: Browser, address: str) -> dict[str, float]:
    """Give the columns for one page."""
    answers: list[Response] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle", timeout=120_000)
    columns = {"requests": float(len(answers)), "HTML, kB": 0.0, "all, kB": 0.0, "all, compressed, kB": 0.0}
    for answer in answers:
        if answer.status >= 300:
            continue
        body = answer.body()
        kind = answer.headers.get("content-type", "")
        packed = kind.startswith(_PACKED) or answer.url.endswith(".woff2")
        columns["HTML, kB"] += len(body) / 1000 if kind.startswith("text/html") else 0
        columns["all, kB"] += len(body) / 1000
        columns["all, compressed, kB"] += (len(body) if packed else len(gzip.compress(body, 6))) / 1000
    context.close()
    return columns


def measure(bench: Bench) -> Result:
    """Give the table; nothing is claimed."""
    sizes = bench.sizes()
    result = Result(TITLE, __doc__ or "", vars(sizes))
    site = bench.site(sizes)
    with chromium_on(site) as (browser, base):
        for kind, address in addresses(site).items():
            result.add(kind, visited(browser, base + address))
    index = (site / "search/index.json").read_bytes()
    sent = {"all, kB": len(index) / 1000, "all, compressed, kB": len(gzip.compress(index, 6)) / 1000}
    result.add("search index, for a search", {"requests": 1.0, "HTML, kB": 0.0} | sent)
    return result
