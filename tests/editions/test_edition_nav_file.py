"""Lists that a plugin makes a navigation of name nothing that an edition leaves out."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import yaml
from mkdocs.config.defaults import MkDocsConfig

from handbook.handbooks import book_of
from journeybook.builders.config.edition_nav_file import shown_items, without_items, write_items, write_nav_files
from journeybook.builders.config.edition_snippets import Guard
from journeybook.handbook.editions import edition_of
from journeybook.handbook.left_out import LeftOut
from journeybook.handbook.shown_files import shown_files
from journeybook.model.editions import Edition
from small import write

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
MENTORS = "---\naudience: mentor\n---\n# Mentors\n"
LIST = """\
# Contents

* [Home](index.md)
* Plans
    * [Secret](m.md)
        * [Notes](files/n.pdf)

    * [Secret too](<m.md>)
* Open
\t1. [Secret](m.md)
\t2. [Two](two.md#x)
* Rest
    * *.md
* [Ours](https://example.org/hb/m/)
<!-- for: mentor -->
* [Block](files/b.pdf)
<!-- end for -->
* [Drive](https://example.org/drive)
* [Form](files/form.pdf)
"""


def test_an_item_goes_with_all_below_it() -> None:
    """A title goes with the last of its items; one with a pattern, or with an item that stays, stays."""
    gone = {"m.md", "https://example.org/hb/m/"}
    left = "\n".join(without_items(LIST.split("\n"), gone.__contains__))
    assert not any(word in left for word in ("Secret", "Plans", "Notes", "Ours"))
    assert all(f"* {one}" in left for one in ("[Home]", "Open\n\t2. [Two]", "Rest\n    * *.md", "[Drive]", "[Form]"))


def test_an_edition_has_its_part_of_a_list(tmp_path: Path) -> None:
    """With the files that it names; of a list that is for others it has nothing."""
    pages = {"content/index.md": "# Home\n", "content/m.md": MENTORS, "content/two.md": "# Two\n"}
    lists = {"content/SUMMARY.md": LIST, "content/sec/SUMMARY.md": f"{MENTORS}* [x](../files/y.pdf)\n"}
    whole = book_of(tmp_path, pages | lists, is_left_out=lambda path: path.endswith("SUMMARY.md"))
    book = edition_of(whole, MENTEE)
    sources = {path.removeprefix("content/"): tmp_path / path for path in lists}
    [text] = shown_items(book, sources)
    assert "form.pdf" in text.text and not any(name in text.text for name in ("n.pdf", "b.pdf", "Secret"))
    gone = LeftOut({"m.md"}, "https://example.org/hb/")
    write_nav_files(tmp_path / "docs", sources, Guard(MENTEE, {}, ()), gone, {"https://example.org/drive"})
    written = (tmp_path / "docs/SUMMARY.md").read_text("utf-8")
    assert "[Form]" in written and not any(word in written for word in ("Secret", "Ours", "Block", "Drive", "for:"))
    assert not (tmp_path / "docs/sec/SUMMARY.md").exists()
    assert shown_files(book, {"files/form.pdf", "files/x.pdf"}) == {"files/form.pdf"}


def test_lists_that_are_pages_and_those_in_yaml_lose_their_items(tmp_path: Path) -> None:
    """A SUMMARY.md that is published, and the lists of awesome-nav; one that leads to nothing hidden stays as it is."""
    list_ = "nav:\n- index.md # ours\n- Secret: m.md\n- Plans:\n  - Secret: ./m.md\n- {glob: '*', ignore: x}\n"
    pages = {"content/index.md": "# Home\n", "content/m.md": MENTORS, "content/SUMMARY.md": f"# List\n\n{LIST}"}
    book = edition_of(book_of(tmp_path, pages), MENTEE)
    folder = tmp_path / "docs"
    right = "nav:\n  - index.md # ours\n"
    text = book.pages["SUMMARY.md"].document.text
    write(folder, {"SUMMARY.md": text, ".nav.yml": list_, "sub/.nav.yml": right, "broken/.nav.yml": "nav: ["})
    plugins = {"literate-nav": {"nav_file": "SUMMARY.md"}, "awesome-nav": {"filename": ".nav.yml"}}
    config = SimpleNamespace(plugins={name: SimpleNamespace(config=given) for name, given in plugins.items()})
    write_items(folder, cast("MkDocsConfig", config), book, LeftOut({"m.md"}), ())
    assert yaml.safe_load((folder / ".nav.yml").read_text())["nav"] == ["index.md", {"glob": "*", "ignore": "x"}]
    assert (folder / "sub/.nav.yml").read_text() == right
    assert (folder / "broken/.nav.yml").read_text() == "nav: ["
    summary = (folder / "SUMMARY.md").read_text()
    assert "Secret" not in summary and "[Two](two.md#x)" in summary and summary.startswith("# List")
