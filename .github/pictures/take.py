"""Take the README's pictures from the built site: `make pictures`."""

from __future__ import annotations

import functools
import http.server
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(REPOSITORY / "tests"))
from browser import QUIET, chromium_path  # noqa: E402 (the tests know where Chromium is)

MKDOCS_YML = "site_name: Ten lines\ndocs_dir: content\ntheme: material\nplugins: [search, journeybook]\n"


def main() -> None:
    """Build the reference handbook and the README's ten lines, and take the pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        reference = _serve(_build(REPOSITORY, Path(folder) / "site"))
        ten_lines = _serve(_build(_ten_lines(Path(folder) / "ten"), Path(folder) / "ten-site"))
        journey, activity = "journeys/client-journey/", "toolkit/vision-map/"
        _take(browser, reference + journey, "journey", width=1280, height=1120, scale=1.5)
        _take(browser, reference + "journeys/onboarding/", "phone", width=390, height=844, scale=2)
        _take(browser, reference + activity, "phone-dark", width=390, height=844, scale=2, dark=True)
        _take(browser, ten_lines + "journeys/first-meeting/", "ten-lines", width=1280, height=900, only="svg.jd-desk")
        for view in ("funnel", "cycle", "vision"):
            only = f"svg.jd-{view}.jd-desk"
            _take(browser, reference + "authoring/views/", view, width=1280, height=900, only=only)
        browser.close()


def _ten_lines(folder: Path) -> Path:
    """Make a handbook with nothing but the README's example."""
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.*?)```", readme, re.S)
    if example is None:
        raise SystemExit("README.md has no example in YAML")
    (folder / "content").mkdir(parents=True)
    (folder / "journeys").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    (folder / "journeys/first-meeting.yaml").write_text(example[1], encoding="utf-8")
    return folder


def _build(handbook: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "journeybook", "build", "-d", str(site)]
    subprocess.run(command, cwd=handbook, check=True, capture_output=True)
    return site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _serve(site: Path) -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def _take(
    browser: Browser,
    address: str,
    name: str,
    *,
    width: int,
    height: int,
    scale: float = 1.5,
    dark: bool = False,
    only: str = "",
) -> None:
    """Save `name.png`: the window's first screen, or the first element that `only` selects."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme="dark" if dark else "light",
    )
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    target = HERE / f"{name}.png"
    if only:
        page.locator(only).first.screenshot(path=target)
    else:
        page.screenshot(path=target)
    page.close()


if __name__ == "__main__":
    main()
