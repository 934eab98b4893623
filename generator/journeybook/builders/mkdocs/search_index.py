"""The index of the search, which readers load when they search."""

from __future__ import annotations

import json
from pathlib import Path

ASKED, WHOLE = "search/search_index.json", "search/index.json"
"""What Material's script asks for with every page, and what our worker asks for when somebody searches."""


def set_aside(site: Path) -> None:
    """Leave a stub where Material's script asks for the index; our worker finds the whole beside it.

    The stub has the settings, by which Material marks words on a page, and no entries.
    """
    asked = site / ASKED
    if asked.is_file():
        text = asked.read_text("utf-8")
        (site / WHOLE).write_text(text, "utf-8")
        stub = {"config": json.loads(text)["config"], "docs": []}
        asked.write_text(json.dumps(stub, separators=(",", ":")), "utf-8")
