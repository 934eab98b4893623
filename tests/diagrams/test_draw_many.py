"""Many figures at once, with and without a cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagrams.diagram_pages import filled_journey
from diagrams.diagram_samples import SampleLinks
from journeybook import diagrams


@pytest.mark.slow
def test_drawings_are_the_same(tmp_path: Path) -> None:
    """Figures that come from the cache are those that are drawn."""
    views = sorted(diagrams.available())
    requests = [
        diagrams.Request(filled_journey(n, "Label"), view, SampleLinks(), f"f{n}") for n in (3, 4, 5) for view in views
    ]
    cache = diagrams.Cache(tmp_path)
    assert diagrams.draw_many(requests, cache=cache) == diagrams.draw_many(requests)
    assert diagrams.draw_many(requests, cache=cache) == diagrams.draw_many(requests)
