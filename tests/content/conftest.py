"""The reference handbook, read once for all tests of what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.builders.config.settings import settings_of
from journeybook.handbook import Handbook, load

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def book() -> Handbook:
    """The reference handbook, with its own navigation."""
    from mkdocs.config import load_config

    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    return load(settings_of(config, config.plugins["journeybook"].config))  # type: ignore[attr-defined]
