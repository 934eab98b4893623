"""Many figures at once, with and without a cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagrams.diagram_pages import filled_journey
from diagrams.diagram_samples import SampleLinks
from journeybook import diagrams


@pytest.mark.slow
def test_drawings_are_the_same(tmp_path: Path) -> None:
    """Figures that come from the cache are those that are drawn, to the last sign that a page shows of them."""
    views = sorted(diagrams.available())
    requests = [
        diagrams.Request(filled_journey(n, "Label"), view, SampleLinks(), f"f{n}")
        for n in (3, 5, 20)  # of which the last needs more than one sheet of paper in every view
        for view in views
    ]
    cache = diagrams.Cache(tmp_path)
    drawn = [repr(figure) for figure in diagrams.draw_many(requests)]  # 1 equals 1.0, but is not written so
    assert [repr(figure) for figure in diagrams.draw_many(requests, cache=cache)] == drawn
    assert [repr(figure) for figure in diagrams.draw_many(requests, cache=cache)] == drawn
