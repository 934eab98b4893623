"""The guide against what is found by its name: what is listed there is what there is."""

from __future__ import annotations

import os
import re
from textwrap import fill

from click import Command

from docs.guide import FOLDER, codes, rows, section
from journeybook.cli import main
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
    order = [*(name for name in told if name in wanted), *(name for name in wanted if name not in told)]
    table = "\n".join(wanted[name] for name in order)
    hold("journeys.md", r"\| View \| What it is for.*?\n\|[-|]+\|\n(.*?)\n\n", table)
    listed = [f"- {VIEWS[name].options}" for name in order if VIEWS[name].options]
    hold("journeys.md", r"stages: \[Notice.*?```\n\n(.*?)\n\n", "\n".join(_filled(item, "  ") for item in listed))
    hold("views.md", r"view=cycle\)\n```\n\n(.*)\Z", "\n".join(_shown(name, view) for name, view in views.items()))


def test_every_command_is_in_the_table() -> None:
    """The table of commands says of each what its own help says first, and names its options."""
    rows = [
        f"| `journeybook {name}` | {_first(command)} | {_options(command)} |"
        for name, command in sorted(main.commands.items())
    ]
    hold("publishing.md", r"\| Command \| What it does \| Options \|\n\|[-|]+\|\n(.*?)\n\n", "\n".join(rows))


def _first(command: Command) -> str:
    """The first paragraph of its help."""
    return " ".join((command.help or "").partition("\n\n")[0].split())


def _options(command: Command) -> str:
    found = (option for parameter in command.params for option in parameter.opts if option.startswith("--"))
    return ", ".join(f"`{option}`" for option in sorted(found))


def _shown(name: str, view: View) -> str:
    label = view.label.template
    return f"## {label}\n\n{_filled(view.question)}\n\n![The {label.lower()}](journey:onboarding?view={name})\n"


def _filled(text: str, indent: str = "") -> str:
    return fill(text, 120, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
