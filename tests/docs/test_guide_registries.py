"""The guide against what is found by its name: what is listed there is what there is."""

from __future__ import annotations

import os
import re

from docs.guide import FOLDER
from journeybook.diagrams.files.forms import all_forms, endings


def hold(page: str, pattern: str, wanted: str) -> None:
    """Hold what the first group of a pattern finds on a page to what is wanted; JB_UPDATE=1 writes it there."""
    text = (FOLDER / page).read_text("utf-8")
    found = re.search(pattern, text, re.S)
    assert found, pattern
    if os.environ.get("JB_UPDATE"):
        changed = text[: found.start(1)] + wanted + text[found.end(1) :]
        (FOLDER / page).write_text(changed, encoding="utf-8", newline="\n")
    else:
        assert found[1] == wanted


def test_every_form_of_a_drawing_is_named() -> None:
    """The option `downloads` and the command `journeybook diagram` take every form that there is."""
    hold("publishing.md", r"in which every drawing is a file too: (.*?);", ", ".join(f"`{n}`" for n in all_forms()))
    hold("publishing.md", r"The ending says what it becomes: (.*?)\.\s", re.sub(r"\.\w+", r"`\g<0>`", endings()))
