"""Every kind of page in a browser: phone and desk, light and dark."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from audits import AXE, FAINT_TEXT, LEAST, RULES, RUN_AXE, SMALL_TARGETS
from reference import ADDRESSES, JOURNEYS, KINDS
from sites import HEIGHTS, READY, Reader, Scheme

pytestmark = pytest.mark.proof

WIDTHS = (390, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

# Boxes that scroll sideways and that no key can reach.
UNREACHABLE = """() => [...document.querySelectorAll('main *')].filter(e =>
    e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX)
    && e.clientWidth && e.tabIndex < 0 && !e.querySelector('a[href], button, input'))
  .map(e => `${e.tagName}.${e.className}`)"""


# The drawings of every figure: which are displayed, and the smallest text of those, in pixels of the screen.
DRAWINGS = """() => [...document.querySelectorAll('figure.jb-fig')].map(figure => {
  const shown = [...figure.querySelectorAll('svg.jd')].filter(s => getComputedStyle(s).display !== 'none');
  const sizes = shown.flatMap(s => [...s.querySelectorAll('text')].map(t =>
    [parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a, t.textContent]));
  return {kinds: shown.map(s => s.classList[2].slice(3)),
          names: shown.map(s => [...s.querySelectorAll('title')].map(t => t.textContent).join('|')),
          small: sizes.filter(([size]) => size < 12.5), texts: sizes.length};
})"""
TEXT_SIZES = """() => [...document.querySelectorAll('main *')].filter(e =>
    !e.closest('svg, .md-sidebar') && e.checkVisibility()
    && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
    && parseFloat(getComputedStyle(e).fontSize) < 12)
  .map(e => `${getComputedStyle(e).fontSize} ${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`)"""


@dataclass(frozen=True)
class Visit:
    """What is seen of one page at one width in one scheme."""

    wrong: list[str]
    scheme: str
    wider: list[str]
    unreachable: list[str]
    drawings: list[dict[str, Any]]
    small_text: list[str]
    small_targets: list[str]
    contrast: dict[str, Any]
    violations: list[str]


@pytest.fixture(scope="module")
def visit(contexts: Callable[..., Any], served: str) -> Callable[[str, int, Scheme], Visit]:
    """Visits a page, once for all tests that ask about it."""

    @cache
    def visits(address: str, scheme: Scheme) -> dict[int, Visit]:
        """One visit, in which the window grows in light and shrinks in the dark."""
        wanted = sorted(widths(address, scheme), reverse=scheme == "dark")
        page: Page = contexts(wanted[0], scheme, True).new_page()
        reader = Reader(served, page)
        reader.open(address)
        seen = {}
        for width in wanted:
            page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
            page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
            page.evaluate(READY)
            seen[width] = look(reader, width, scheme, audited=address in KINDS.values() and width in WIDTHS)
        page.close()
        return seen

    return lambda address, width, scheme: visits(address, scheme)[width]


def look(reader: Reader, width: int, scheme: Scheme, *, audited: bool) -> Visit:
    """What is seen of an open page; axe and the contrast of texts take longest, and are asked for where `audited`."""
    page, violations = reader.page, []
    wide = reader.wider()
    if audited:
        page.evaluate(f"if (!window.axe) {{ {AXE} }}")
        violations = page.evaluate(RUN_AXE, RULES)
    return Visit(
        reader.found(),
        page.evaluate("document.body.dataset.mdColorScheme"),
        wide,
        page.evaluate(UNREACHABLE),
        page.evaluate(DRAWINGS),
        page.evaluate(TEXT_SIZES),
        page.evaluate(SMALL_TARGETS, LEAST[width] | {"within": "body"}) if width in LEAST and scheme == "light" else [],
        page.evaluate(FAINT_TEXT) if audited else {},
        violations,
    )


def widths(address: str, scheme: Scheme) -> tuple[int, ...]:
    """Each kind of page is seen in all, and each journey, whose drawings differ; others are seen in the dark once."""
    if address in KINDS.values() or (address.startswith("journeys/") and scheme == "light"):
        return (390, 768, 1280)
    return WIDTHS if scheme == "light" else (1280,)


def name(value: Any) -> str | None:
    """Addresses as they are, the home page with a name."""
    return "home" if value == "" else None


LOADS = [(address, width, scheme) for address in ADDRESSES for scheme in SCHEMES for width in widths(address, scheme)]


@pytest.mark.parametrize(("address", "width", "scheme"), LOADS, ids=name)
def test_page_loads_clean(visit: Callable[..., Visit], address: str, width: int, scheme: Scheme) -> None:
    """A page loads with no error in the console, asks no other host for anything, and nothing is wider than the screen.

    It also wears the colours that the reader's system asks for, and what scrolls sideways can be reached by keyboard.
    """
    seen = visit(address, width, scheme)
    assert (seen.wrong, seen.wider, seen.unreachable) == ([], [], [])
    assert seen.scheme == {"light": "default", "dark": "slate"}[scheme]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_accessibility(visit: Callable[..., Visit], kind: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing against WCAG 2.2 AA and its own best practice on any kind of page."""
    violations = visit(KINDS[kind], width, scheme).violations
    assert not violations, "\n".join(violations)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ADDRESSES, ids=name)
def test_targets_are_large(visit: Callable[..., Visit], address: str, width: int) -> None:
    """Whatever answers to a pointer, Material's own parts too, has 44 pixels either way on a phone and 24 at a desk.

    Links in running text are exempt, and at a desk what has that much space around it.
    """
    small = visit(address, width, "light").small_targets
    assert not small, "\n".join(small)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ADDRESSES, ids=name)
def test_text_is_legible(visit: Callable[..., Visit], address: str, width: int) -> None:
    """No text of the content is smaller than 12 pixels, and none of a diagram smaller than 12.5 as it is shown."""
    seen = visit(address, width, "light")
    assert seen.small_text == []
    assert [small for drawing in seen.drawings for small in drawing["small"]] == []


@pytest.mark.parametrize("width", (390, 768, 1280))
@pytest.mark.parametrize("id", JOURNEYS)
def test_one_drawing_is_shown(visit: Callable[..., Visit], id: str, width: int) -> None:
    """Exactly one of a figure's three drawings is displayed, the one for that width, and it names every stage.

    A drawing that scrolls is the same at every width, beside the names of its lanes.
    """
    drawings = visit(f"journeys/{id}/", width, "light").drawings
    assert drawings
    for drawing in drawings:
        assert drawing["kinds"] in ([{390: "phone", 768: "tablet", 1280: "desk"}[width]], ["head", "desk"])
        assert drawing["small"] == []
        assert drawing["texts"] > len(JOURNEYS[id]["stages"])
    missing = [s["title"] for s in JOURNEYS[id]["stages"] if s["title"] not in json.dumps(drawings[0]["names"])]
    assert [title for title in missing if title not in "".join(drawings[0]["names"])] == []


@pytest.mark.parametrize("address", ["", "client-journey/introducing/"], ids=name)
def test_one_drawing_is_shown_elsewhere(visit: Callable[..., Visit], address: str) -> None:
    """A figure on the home page or in a chapter also shows exactly one of its drawings, wide and narrow."""
    for width in WIDTHS:
        drawings = visit(address, width, "light").drawings
        assert [len(drawing["kinds"]) for drawing in drawings] == [1]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_text_stands_out(visit: Callable[..., Visit], kind: str, width: int, scheme: Scheme) -> None:
    """Every text has a contrast of at least 4.5:1 with what is behind it, computed from the painted colours."""
    contrast = visit(KINDS[kind], width, scheme).contrast
    assert contrast["seen"] >= 5
    assert contrast["faint"] == []
