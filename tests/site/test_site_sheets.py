"""Handouts shown in a chapter look as they do on their own page: every kind of place to write has its form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from printed import printed
from sites import Open, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

ACTIVITY = """
title: Sheets
handouts:
  - title: Sheet
    intro: Some words before.
    fields:
      - One line
      - {label: Three lines, hint: A hint., lines: 3}
      - {label: Rows to fill, table: {columns: [What, Who, When], rows: 3}}
      - {label: Rows with names, table: {columns: [Goal, First step], rows: [[Learn, ""], [Teach, ""]]}}
      - {label: A small box, box: small}
      - {label: A large box, box: large}
      - {label: From nought to ten, scale: {from: 0, to: 10, least: not at all, most: very}}
      - {label: From one to three, scale: 1–3}
      - {label: To tick, choices: [One thing, Another thing, A third]}
    solution: An example.
  - {title: Small sheet, fields: [One word]}
"""
FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "toolkit/sheets.yaml": ACTIVITY,
    "content/guide/index.md": "# The guide\n\n![](handout:sheets/sheet)\n",
    "content/guide/short.md": "# Short\n\nTwo words.\n\n![](handout:sheets/small-sheet)\n\nAnd after it.\n",
}
# Of each place to write: its kind, and in how many rows and columns its parts stand, the way a reader sees them.
FORMS = """() => [...document.querySelectorAll('.jb-write')].map(write => {
  const of = selector => [...write.querySelectorAll(selector)].map(part => part.getBoundingClientRect());
  const far = (edges) => new Set(edges.map(edge => Math.round(edge / 3))).size;
  const grid = boxes => [far(boxes.map(box => box.top)), far(boxes.map(box => box.left))];
  const whole = write.getBoundingClientRect().width;
  const marks = of('.jb-marks > * > span');
  return {
    kind: write.className,
    marks: grid(marks),
    spread: marks.length ? Math.round(10 * (marks.at(-1).right - marks[0].left) / whole) : 0,
    ends: grid(of('.jb-ends > span')),
    ticks: grid(of('.jb-ticks > li')),
    lines: grid(of('.jb-lines > i')),
    cells: grid(of('tbody :is(th, td)')),
    boxes: of('.jb-box').map(box => [Math.round(box.height), Math.round(10 * box.width / whole)]),
  };
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of that handbook."""
    folder = write(tmp_path_factory.mktemp("sheets"), FILES)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        yield base


def forms(page: Page) -> dict[str, Any]:
    """The forms of the places to write, by their labels."""
    labels = page.locator(".jb-write-label").all_inner_texts()
    return dict(zip(labels, page.evaluate(FORMS), strict=True))


@pytest.mark.parametrize(("width", "media"), [(1280, "screen"), (390, "screen"), (320, "screen"), (700, "print")])
def test_every_kind_in_a_chapter(window: Open, site: str, width: int, media: Any) -> None:
    """A scale is one row from edge to edge, a list one column, as on the handout's own page; so is a table.

    On a phone that is a list: each cell below the other.
    """
    reader = window(width, base=site)
    found = []
    for address in ("guide/", "toolkit/sheets/sheet/"):
        page = reader.open(address)
        page.emulate_media(media=media)
        found.append(forms(page))
        assert reader.wider() == []
        page.emulate_media(media="screen")
    chapter, own = found
    for label, numbers in (("From nought to ten", 11), ("From one to three", 3)):
        assert chapter[label]["marks"] == [1, numbers] and chapter[label]["spread"] == 10, label
    assert chapter["To tick"]["ticks"] == [3, 1] and chapter["Three lines"]["lines"] == [3, 1]
    tables = [chapter[label]["cells"] for label in ("Rows to fill", "Rows with names")]
    assert tables == ([[12, 1], [4, 1]] if width < 700 else [[3, 4], [2, 2]])
    assert chapter == own


def test_printed_where_it_stands(window: Open, site: str) -> None:
    """A short chapter and its short handout are one sheet of paper."""
    pages = printed(window(base=site).open("guide/short/"), "A4").reader.pages
    assert len(pages) == 1
    assert all(text in pages[0].extract_text() for text in ("Two words.", "One word", "And after it."))


def test_a_click_is_for_the_field(window: Open, site: str) -> None:
    """Wherever one clicks into a place to write, between its lines or in its frame, one can type there."""
    page = window(base=site).open("toolkit/sheets/sheet/")
    fields = page.locator(".jb-sheet textarea")
    assert fields.count() > 8
    for field in fields.all():
        for part in (0.1, 0.5, 0.8):
            field.scroll_into_view_if_needed()
            box = field.bounding_box()
            assert box
            page.evaluate("document.activeElement.blur()")
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * part)
            assert field.evaluate("field => field === document.activeElement"), field.get_attribute("data-jb-key")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_line_of_a_handout_goes_alone(window: Open, handbook_site: Path, served: str, paper: str) -> None:
    """No handout of the handbook begins a sheet for a line or two, on the paper that is chosen."""
    reader = window(base=served)
    found = sorted(
        file for file in handbook_site.glob("toolkit/*/*/index.html") if "jb-page-handout" in file.read_text()
    )
    assert len(found) > 20
    short = {}
    for file in found:
        page = reader.open(f"{file.parent.relative_to(handbook_site).as_posix()}/")
        page.evaluate(
            "paper => { document.querySelector(`[name=jb-paper][value=${paper}]`).checked = true; }", paper.lower()
        )
        used = printed(page, paper).used()
        if len(used) > 1 and used[-1] < 0.2:
            short[file.parent.name] = used
    assert short == {}
