"""Sites for tests: building one, serving it, and a window that notes what a reader would stumble over."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, expect

from small import run

ROOT = Path(__file__).parent.parent
Scheme = Literal["light", "dark"]
HEIGHTS = {390: 844, 1280: 900}
SETTLED = "new Promise(resolve => setTimeout(resolve, 200))"
READY = "document.fonts.ready.then(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))))"

# What waits for its script: once there is none, what a page folds is folded, and what scripts make is there.
UNMOUNTED = "[data-jb-app]:not([data-jb-mounted=done])"

# What a reader has to scroll sideways for: the page itself, or an element that no scrolling or cutting box holds.
WIDER = """() => {
  const wide = [], most = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - most;
  if (over > 0) wide.push(`the page by ${over} px`);
  for (const e of document.querySelectorAll('main *')) {
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || e.closest('.md-sidebar') || (box.right <= most + 1 && box.left >= -1)) continue;
    let held = e.parentElement;
    while (held && !/auto|scroll|hidden|clip/.test(getComputedStyle(held).overflowX)) held = held.parentElement;
    if (!held || held === document.body || held === document.documentElement)
      wide.push(`${e.tagName}.${e.getAttribute('class')} from ${box.left} to ${box.right}`);
  }
  return wide;
}"""

# Whether all that a page folds is open; it is asked after a press on the button that opens all.
UNFOLDED = "!document.querySelector('[hidden=\"until-found\"]')"


def unfold(page: Page) -> None:
    """Open all that a page folds, once its script has come."""
    page.locator("[data-jb-opens]").click()
    page.wait_for_function(UNFOLDED)


def build_site(handbook: Path, site: Path, config: str = "mkdocs.yml") -> None:
    """Build a handbook as strictly as MkDocs can; it fails on a warning with all that MkDocs said."""
    command = ["mkdocs", "build", "--strict", "-f", str(handbook / config), "-d", str(site)]
    ended = run(handbook, *command, timeout=600, NO_MKDOCS_2_WARNING="1", NO_COLOR="1")
    said = ended.stdout + ended.stderr
    if wrong := re.findall("^(?:WARNING|ERROR).*", said, re.M):
        pytest.fail(f"{handbook} does not build without a warning:\n" + "\n".join(wrong), pytrace=False)
    if ended.returncode:
        pytest.fail(f"{handbook} does not build:\n{said}", pytrace=False)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    policy = ""

    def end_headers(self) -> None:
        """Send the site's policy with everything, where there is one."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Say that the site is published here: Material's instant navigation asks the sitemap for it."""
        if not self.path.endswith("/sitemap.xml"):
            return super().do_GET()
        here = f"<loc>http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        sitemap = Path(self.translate_path(self.path)).read_text("utf-8")
        return self._answer(200, "text/xml", re.sub("<loc>https?://[^/<]+", here, sitemap).encode())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own 404, as GitHub Pages does."""
        self._answer(code, "text/html; charset=utf-8", next(Path(self.directory).glob("*/404.html")).read_bytes())

    def _answer(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(site: Path, policy: str = "") -> Iterator[str]:
    """The address of a site, with its slash at the end; the site's folder name is the address's path."""
    kind = type("_Handler", (_Handler,), {"policy": policy})
    handler = functools.partial(kind, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Reader:
    """One window on a site, and everything in it that a reader would stumble over."""

    base: str
    page: Page
    scripts: bool = True
    wrong: list[str] = field(default_factory=list)
    held: int = 0

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        origin = self.base[: self.base.index("/", len("http://")) + 1]
        if request.url.startswith(("http", "ws")) and not request.url.startswith(origin):
            self.wrong.append(f"asks {request.url}")

    def _dialog(self, dialog: Dialog) -> None:
        if dialog.type == "beforeunload":  # the browser's own question, which these readers answer with yes
            self.held += 1
            dialog.accept()
        else:
            self.wrong.append(f"dialog: {dialog.message}")
            dialog.dismiss()

    def open(self, address: str) -> Page:
        """The page at an address below the site, its fonts loaded and its scripts run."""
        self.page.goto(self.base + address, wait_until="load")
        if self.scripts:
            expect(self.page.locator(UNMOUNTED)).to_have_count(0)  # by selector: a policy stops texts that are run
            self.page.evaluate(READY)
        return self.page

    def wider(self) -> list[str]:
        """What is wider than the screen; Material's closed drawer lies beside it and does not count."""
        return list(self.page.evaluate(WIDER))

    def found(self) -> list[str]:
        """What went wrong since the last time, each thing once."""
        found, self.wrong[:] = list(dict.fromkeys(self.wrong)), []
        return found


def open_search(page: Page) -> None:
    """Open the search of a site by its key, until it stays open.

    Material shuts it 125 ms after its scripts have begun; and where many windows are open in one browser, Chromium may
    not tell a page of its focus at once.
    """
    page.evaluate(SETTLED)
    page.bring_to_front()
    toggle = page.locator("[data-md-toggle=search]")
    for _ in range(5):
        page.keyboard.press("/")
        page.evaluate(SETTLED)
        if page.locator(".md-search__input").count() == 0 or toggle.is_checked():  # Zensical has a dialog of its own
            return
        page.evaluate("document.activeElement.blur()")
    page.locator(".md-search__input").click()


Open = Callable[..., Reader]
