"""What the tests of the built site share."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_html import HtmlPage, pages_of


@pytest.fixture(scope="session")
def pages(handbook_site: Path) -> dict[str, HtmlPage]:
    """Every page of the reference handbook by its address, parsed."""
    return pages_of(handbook_site)
