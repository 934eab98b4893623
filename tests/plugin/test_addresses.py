"""Where pages are written, and whether what leads to them lands."""

from __future__ import annotations

from pathlib import Path

import pytest

from small import ACTIVITY, MKDOCS_YML, SMALL, journeybook, mkdocs, text_of, write

pytestmark = pytest.mark.slow

INTRODUCED = {
    "content/README.md": "# Welcome\n\nMy words at home, and [the kit](toolkit.md).\n",
    "content/toolkit.md": "# Our kit\n\nMy words on the kit. [](chapter:guide)\n",
    "content/questions.md": "# Asking\n\nMy words on questions. [Home](README.md)\n",
    "content/toolkit/talk.md": "# A talk with words\n\nMy words on the talk: [](journey:first-steps)\n",
    "content/journeys/README.md": "# The ways\n\nMy words on ways. [](activity:talk)\n",
}
WORDS = {
    "index.html": ("My words at home", "The start"),
    "toolkit/index.html": ("My words on the kit", "A talk"),
    "questions/index.html": ("My words on questions", "What do you hope for?"),
    "toolkit/talk/index.html": ("My words on the talk", "Say hello."),
    "journeys/index.html": ("My words on ways", "First steps"),
}


def built(folder: Path, site: Path) -> dict[str, str]:
    """What a reader reads on each introduced page of a site."""
    return {path: text_of((site / path).read_text("utf-8")) for path in WORDS}


@pytest.mark.parametrize("builder", ["plugin", "folder"])
def test_pages_by_other_names_introduce_what_is_made_there(tmp_path: Path, builder: str) -> None:
    """`README.md`, `toolkit.md` and `toolkit/talk.md`: the author's words, then the generated; links land."""
    folder = write(tmp_path / "book", SMALL | INTRODUCED)
    assert journeybook(folder, "check").returncode == 0
    if builder == "folder":
        assert journeybook(folder, "generate", "../plain").returncode == 0
        folder = tmp_path / "plain"
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    found = built(folder, folder / "site")
    for path, (own, generated) in WORDS.items():
        if path != "index.html":
            assert found[path].index(own) < found[path].index(generated), path
        assert own in found[path]
    assert '<a href="toolkit/">' in (folder / "site/index.html").read_text("utf-8").replace(
        "toolkit/index.html", "toolkit/"
    )


def test_without_folders_for_addresses_a_page_beside_an_index_is_one_of_its_own(tmp_path: Path) -> None:
    """With `use_directory_urls: false`, `toolkit.md` is `toolkit.html`, and the list stays `toolkit/index.html`."""
    files = SMALL | {
        "mkdocs.yml": MKDOCS_YML + "use_directory_urls: false\n",
        "content/toolkit.md": "# Our kit\n\nMine.\n",
    }
    folder = write(tmp_path, files)
    assert mkdocs(folder, "build", "--strict").returncode == 0
    assert "Mine." in text_of((folder / "site/toolkit.html").read_text("utf-8"))
    assert "A talk" in text_of((folder / "site/toolkit/index.html").read_text("utf-8"))


def test_two_files_of_one_address_stop_a_build(tmp_path: Path) -> None:
    """A resource of a page counts too: of the two, a reader would get one."""
    folder = write(tmp_path, SMALL | {"content/toolkit/talk/index.html": "<p>Mine</p>"})
    stopped = mkdocs(folder, "build")
    assert stopped.returncode == 1
    assert "toolkit/talk/index.html of toolkit/talk/index.html and of what journeybook makes" in stopped.stderr


@pytest.mark.parametrize("command", ["build", "generate"])
def test_a_file_at_the_address_of_a_resource_stops_every_builder(tmp_path: Path, command: str) -> None:
    """A resource of an activity is copied beside its page; a file of the chapters' folder there is another one."""
    activity = f"{ACTIVITY.rstrip()}\nresources: [{{title: A sheet, file: sheet.txt}}]\n"
    files = {"toolkit/talk.yaml": activity, "toolkit/sheet.txt": "Ours", "content/toolkit/talk/sheet.txt": "Mine"}
    folder = write(tmp_path / "book", SMALL | files)
    stopped = journeybook(folder, command, *(["../plain"] if command == "generate" else []))
    assert stopped.returncode and "toolkit/talk/sheet.txt: what journeybook makes has this address" in stopped.stderr
    assert not (folder / "site").exists() and not (tmp_path / "plain").exists()


def test_what_a_setting_takes_away_is_told_where_our_pages_lead_to_it(tmp_path: Path) -> None:
    """`exclude_docs` takes an activity's page, to which the journey and the list lead: an error with both."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": MKDOCS_YML, "hook.py": HOOK})
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    stopped = mkdocs(folder, "build")
    assert stopped.returncode == 1
    assert "journeybook: these addresses lead nowhere" in stopped.stderr
    assert "journeys/first-steps/index.html (../../toolkit/talk/)" in stopped.stderr


HOOK = """
from mkdocs.plugins import event_priority

@event_priority(-500)
def on_files(files, config):
    files.remove(files.get_file_from_path("toolkit/talk/index.md"))
    return files
"""
LAST = """
from mkdocs.plugins import event_priority

@event_priority(-990)
def on_post_page(output, page, config):
    return output.replace("</article>", LEFT + "</article>")
"""


@pytest.mark.parametrize("left", ['<a href="activity:talk">x</a>', '<figure data-jb-figure="f1"></figure>'])
def test_what_is_left_over_of_ours_stops_a_build(tmp_path: Path, left: str) -> None:
    """A hook that writes after us: no address and no placeholder that a browser does not know is published."""
    hook = f"LEFT = {left!r}\n{LAST}"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": f"{MKDOCS_YML}hooks: [hook.py]\n", "hook.py": hook})
    stopped = mkdocs(folder, "build")
    assert stopped.returncode == 1 and "was left unfinished" in stopped.stderr


def test_dead_links_in_raw_html_are_told_as_mkdocs_tells_others(tmp_path: Path) -> None:
    """A warning, or what `validation:` says; a text that shows such a link is none."""
    long = f'<a href="{"a" * 400}">x</a> [y]({"a" * 400}.md)'  # longer than the name of any file
    page = f'# The guide\n\n<a href="gone.html">x</a> and `<a href="shown.html">`\n\n{long} [](activity:talk)\n'
    folder = write(tmp_path, SMALL | {"content/guide/index.md": page, "toolkit/talk.yaml": ACTIVITY})
    warned = mkdocs(folder, "build", "--strict")
    assert warned.returncode == 1 and "guide/index.md has a link to ‘gone.html’" in warned.stderr
    assert "shown.html" not in warned.stderr and "Traceback" not in warned.stderr
    assert f"guide/index.md has a link to ‘{'a' * 400}’" in warned.stderr
    write(folder, {"mkdocs.yml": f"{MKDOCS_YML}validation: {{not_found: info}}\n"})
    assert mkdocs(folder, "build", "--strict").returncode == 0
