"""The guide against what is found by its name: what is listed there is what there is."""

from __future__ import annotations

import os
import re
from textwrap import fill

from docs.guide import FOLDER, codes, rows, section
from journeybook.diagrams.files.forms import all_forms, endings
from journeybook.model.view import View
from journeybook.model.views import NAMED, VIEWS


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


def test_every_view_is_in_the_table_and_in_the_gallery() -> None:
    """The table of views says of each what it is for and draws, and the gallery shows each with its question."""
    views = {name: VIEWS[name] for name in NAMED}
    told = {codes(row[0])[0]: f"| {' | '.join(row)} |" for row in rows(section("journeys.md", "Views"))}
    wanted = {name: f"| `{name}` | {view.use} | {view.draws} |" for name, view in views.items()}
    table = [wanted[name] for name in (*(name for name in told if name in wanted), *(wanted.keys() - told.keys()))]
    hold("journeys.md", r"\| View \| What it is for.*?\n\|[-|]+\|\n(.*?)\n\n", "\n".join(table))
    hold("views.md", r"view=cycle\)\n```\n\n(.*)\Z", "\n".join(_shown(name, view) for name, view in views.items()))


def _shown(name: str, view: View) -> str:
    label = view.label.template
    question = fill(view.question, 120, break_long_words=False, break_on_hyphens=False)
    return f"## {label}\n\n{question}\n\n![The {label.lower()}](journey:onboarding?view={name})\n"
