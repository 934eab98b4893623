"""`mkdocs build` with the plugin."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.store.cache_dir import cache_dir
from small import ACTIVITY, MKDOCS_YML, SMALL, mkdocs, text_of, write

pytestmark = pytest.mark.slow


def test_a_small_handbook_builds_strictly(tmp_path: Path) -> None:
    """`plugins: [search, journeybook]` and `theme: material` are all that a handbook needs."""
    folder = write(tmp_path, SMALL)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "WARNING  -" not in result.stderr
    made = {path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("index.html")}
    assert made >= {
        "index.html",
        "guide/index.html",
        "journeys/index.html",
        "journeys/first-steps/index.html",
        "questions/index.html",
        "toolkit/index.html",
        "toolkit/talk/index.html",
    }


def test_links_in_chapters_become_pages(tmp_path: Path) -> None:
    """An empty link takes the name of its target, and a stage is linked by its id."""
    folder = write(tmp_path, SMALL)
    mkdocs(folder, "build", "--strict")
    page = (folder / "site/guide/index.html").read_text("utf-8")
    assert '<a href="../toolkit/talk/">toolkit activity 1, A talk</a>' in page
    assert '<a href="../journeys/first-steps/#plan">the plan</a>' in page


def test_empty_fields_leave_no_trace(tmp_path: Path) -> None:
    """A page of a journey with nothing but titles has no heading for what is not there."""
    folder = write(tmp_path, SMALL | {"journeys/bare.yaml": "title: Bare\nstages: [One, Two]\n"})
    mkdocs(folder, "build")
    text = text_of((folder / "site/journeys/bare/index.html").read_text("utf-8"))
    for word in ("Touchpoints", "Pains", "Opportunities", "Who does what", "Measures", "How it feels", "None"):
        assert word not in text


def test_errors_stop_the_build_before_the_site_is_emptied(tmp_path: Path) -> None:
    """A handbook that breaks leaves the site of the last build as it was, and says where and what to type."""
    folder = write(tmp_path, SMALL)
    mkdocs(folder, "build")
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    write(folder, {"journeys/first-steps.yaml": "title: First steps\nstages:\n  - tilte: Meet\n  - Plan\n"})
    result = mkdocs(folder, "build")
    assert result.returncode != 0
    assert "journeys/first-steps.yaml:3:5: error JB202: unknown key ‘tilte’; did you mean ‘title’?" in result.stderr
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == before


def test_a_diagram_that_cannot_be_drawn_stops_the_build_before_the_site_is_emptied(tmp_path: Path) -> None:
    """A renderer that is not there is one clear error, and the old site stays."""
    folder = write(tmp_path, SMALL)
    mkdocs(folder, "build")
    broken = MKDOCS_YML.replace("journeybook]", "journeybook: {timeout: 20, renderer: dot}]")
    write(folder, {"mkdocs.yml": broken})
    shutil.rmtree(cache_dir(folder))
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder,
        env={**os.environ, "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode != 0
    assert "‘dot’" in result.stderr and "Traceback" not in result.stderr
    assert (folder / "site/journeys/first-steps/index.html").is_file()


def test_advice_never_fails_a_strict_build(tmp_path: Path) -> None:
    """A review date that passed overnight is told and does not break `mkdocs build --strict`."""
    late = SMALL["toolkit/talk.yaml"] + "review_by: 2020-01-01\n"
    folder = write(tmp_path, SMALL | {"toolkit/talk.yaml": late})
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0
    assert "JB405" in result.stderr


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme_is_one_clear_error(tmp_path: Path, theme: str) -> None:
    """journeybook says what to write when the theme is not Material."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": MKDOCS_YML.replace("material", theme)})
    result = mkdocs(folder, "build")
    assert result.returncode != 0
    assert "theme: material" in result.stderr and theme in result.stderr
    assert "Traceback" not in result.stderr


def test_the_edit_button_leads_to_the_yaml(tmp_path: Path) -> None:
    """A generated page is edited in the file that it came from."""
    config = MKDOCS_YML + "repo_url: https://example.org/book\nedit_uri: edit/main/content/\n"
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config})
    mkdocs(folder, "build", "--strict")
    for page, source in (
        ("journeys/first-steps", "journeys/first-steps.yaml"),
        ("toolkit/talk", "toolkit/talk.yaml"),
        ("guide", "content/guide/index.md"),
    ):
        html = (folder / "site" / page / "index.html").read_text("utf-8")
        assert f'href="https://example.org/book/edit/main/{source}"' in html


def test_a_navigation_of_ones_own_is_numbered_and_gets_the_indexes(tmp_path: Path) -> None:
    """Chapters are numbered in the order of `nav`; a `nav` without our indexes gets them at its end."""
    files = {
        "mkdocs.yml": MKDOCS_YML + "nav:\n  - guide/index.md\n  - guide/two.md\n  - index.md\n",
        "content/guide/two.md": "# Second things\n",
        "content/index.md": "# Start\n",
    }
    folder = write(tmp_path, SMALL | files)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    html = (folder / "site/guide/two/index.html").read_text("utf-8")
    assert "1.1 Second things" in html and "Section 1.1" in html
    assert 'href="../../toolkit/"' in html and 'href="../../journeys/"' in html


def test_numbers_can_be_switched_off(tmp_path: Path) -> None:
    """`numbers: false` leaves titles as they are."""
    config = MKDOCS_YML.replace("journeybook]", "journeybook: {numbers: false}]")
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config})
    mkdocs(folder, "build", "--strict")
    html = (folder / "site/guide/index.html").read_text("utf-8")
    assert "Chapter 1" not in html and "1 The guide" not in html


def test_an_authors_page_introduces_the_generated_one(tmp_path: Path) -> None:
    """`content/toolkit/index.md` keeps its words, and the activities follow; `generated: no` leaves it alone."""
    folder = write(tmp_path, SMALL | {"content/toolkit/index.md": "# Our tools\n\nHand-picked.\n"})
    mkdocs(folder, "build", "--strict")
    text = text_of((folder / "site/toolkit/index.html").read_text("utf-8"))
    assert "Our tools" in text and "Hand-picked." in text and "A talk" in text
    write(folder, {"content/toolkit/index.md": "---\ngenerated: no\n---\n# Our tools\n\nHand-picked.\n"})
    mkdocs(folder, "build", "--strict")
    text = text_of((folder / "site/toolkit/index.html").read_text("utf-8"))
    assert "Hand-picked." in text and "A talk" not in text


def test_directory_urls_off_works_from_a_disk(tmp_path: Path) -> None:
    """With `use_directory_urls: false` every link between pages names a file."""
    folder = write(tmp_path, SMALL | {"mkdocs.yml": MKDOCS_YML + "use_directory_urls: false\n"})
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    html = (folder / "site/journeys/first-steps/index.html").read_text("utf-8")
    assert 'href="../../toolkit/talk/index.html"' in html


def test_a_retired_page_stays_and_leaves_the_indexes(tmp_path: Path) -> None:
    """Whoever has the address of a retired activity still finds it, marked; the toolkit no longer lists it."""
    retired = SMALL["toolkit/talk.yaml"] + "status: retired\n"
    folder = write(tmp_path, SMALL | {"toolkit/talk.yaml": retired, "toolkit/other.yaml": "title: Other\n"})
    mkdocs(folder, "build")
    assert "Retired" in text_of((folder / "site/toolkit/talk/index.html").read_text("utf-8"))
    assert "A talk" not in text_of((folder / "site/toolkit/index.html").read_text("utf-8"))


def test_beside_a_retired_page_stand_those_that_are_not(tmp_path: Path) -> None:
    """It is none of them, so that none is marked as the current one."""
    names = {
        f"toolkit/{name}.yaml": ACTIVITY.replace("A talk", name).replace("number: 1", f"number: {at}")
        for at, name in enumerate("bcd", 2)
    }
    folder = write(tmp_path, SMALL | names | {"toolkit/talk.yaml": ACTIVITY + "status: retired\n"})
    result = mkdocs(folder, "build")
    assert result.returncode == 0, result.stderr
    page = (folder / "site/toolkit/talk/index.html").read_text("utf-8")
    beside = page[page.index('<ul class="jb-siblings">') : page.index("</ul>", page.index("jb-siblings"))]
    assert re.findall(r"<li><a[^>]*>([^<]+)", beside) == ["2 b", "3 c", "4 d"]
    assert "aria-current" not in beside


def test_drafts_are_left_out_of_a_build(tmp_path: Path) -> None:
    """A draft has no page, lists leave it out, and a link to it keeps its words and loses its address."""
    files = {
        "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + "status: draft\n",
        "toolkit/other.yaml": "title: Other\n",
        "content/guide/index.md": "# The guide\n\nRead [the talk](activity:talk).\n",
    }
    folder = write(tmp_path, SMALL | files)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert not (folder / "site/toolkit/talk").exists()
    assert "JB408" in result.stderr
    html = (folder / "site/guide/index.html").read_text("utf-8")
    assert "Read the talk." in text_of(html) and "activity:talk" not in html


def test_files_beside_the_yaml_are_copied(tmp_path: Path) -> None:
    """A resource's file can be downloaded from its page."""
    activity = SMALL["toolkit/talk.yaml"] + "resources:\n  - {title: Slides, file: files/a b.txt}\n"
    folder = write(tmp_path, SMALL | {"toolkit/talk.yaml": activity, "toolkit/files/a b.txt": "hello\n"})
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert (folder / "site/toolkit/talk/files/a b.txt").read_text() == "hello\n"
    assert 'href="files/a%20b.txt"' in (folder / "site/toolkit/talk/index.html").read_text("utf-8")


def test_templates_of_ones_own_go_first(tmp_path: Path) -> None:
    """A folder named by `templates:` replaces one of journeybook's page templates and leaves the others."""
    config = MKDOCS_YML.replace("journeybook]", "journeybook: {templates: mine}]")
    folder = write(tmp_path, SMALL | {"mkdocs.yml": config, "mine/activity.md.j2": "# Mine: {{ entry.title | md }}\n"})
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "Mine: A talk" in text_of((folder / "site/toolkit/talk/index.html").read_text("utf-8"))


def test_embeds_stand_in_chapters(tmp_path: Path) -> None:
    """A journey's picture, a chapter's toolkit, questions and a handout are shown in place."""
    files = {
        "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"]
        + "handouts:\n  - {id: notes, title: My notes, fields: [{label: What we said, lines: 3}]}\n",
        "content/guide/index.md": (
            "---\nquestions: [What will you ask first?]\n---\n# The guide\n\n![](journey:first-steps)\n\n"
            "![](toolkit:guide)\n\n![](questions:)\n\n![](questions:journey/first-steps#meet)\n\n"
            "![](handout:talk/notes)\n\nNot this: `![](journey:first-steps)`\n"
        ),
    }
    folder = write(tmp_path, SMALL | files)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    html = (folder / "site/guide/index.html").read_text("utf-8")
    text = text_of(html)
    assert html.count("<svg") >= 2 and 'href="../journeys/first-steps/#meet"' in html
    for words in ("A talk", "What will you ask first?", "What do you hope for?", "My notes", "What we said"):
        assert words in text
    assert "<code>![](journey:first-steps)</code>" in html


def test_search_reads_the_words_and_not_the_drawings(tmp_path: Path) -> None:
    """The search index has the steps of an activity, and no label of a diagram twice."""
    folder = write(tmp_path, SMALL)
    mkdocs(folder, "build")
    entries = json.loads((folder / "site/search/index.json").read_text("utf-8"))["docs"]
    assert any("Say more." in entry["text"] for entry in entries)
    of_journey = [entry["text"] for entry in entries if entry["location"].startswith("journeys/first-steps/")]
    assert sum(text.count("A coffee") for text in of_journey) == 1


def test_a_page_names_those_next_to_it_however_many_there_are(tmp_path: Path) -> None:
    """Beside an activity stand 20 of its chapter, itself among them, and a sign where there are more."""
    names = [f"talk-{number:02}" for number in range(1, 46)]
    own = {
        f"toolkit/{name}.yaml": ACTIVITY.replace("A talk", f"Talk {at}").replace("number: 1", f"number: {at}")
        for at, name in enumerate(names, 1)
    }
    folder = write(tmp_path, SMALL | own | {"toolkit/talk.yaml": ACTIVITY.replace("number: 1", "number: 46")})
    assert mkdocs(folder, "build").returncode == 0

    def beside(name: str) -> list[str]:
        page = (folder / "site/toolkit" / name / "index.html").read_text("utf-8")
        siblings = page[page.index('<ul class="jb-siblings">') : page.index("</ul>", page.index("jb-siblings"))]
        assert siblings.count("aria-current") == 1
        return re.findall(r"<li[^>]*>(?:<a[^>]*>)?([^<]+)", siblings)

    assert beside("talk-02") == [*(f"{at} Talk {at}" for at in range(1, 21)), "…"]
    assert beside("talk-25") == ["…", *(f"{at} Talk {at}" for at in range(15, 35)), "…"]
    assert beside("talk") == ["…", *(f"{at} Talk {at}" for at in range(27, 46)), "46 A talk"]


def test_without_a_nav_chapters_are_numbered_in_mkdocs_own_order(tmp_path: Path) -> None:
    """The numbers of chapters and sections follow the navigation that MkDocs makes of the folders."""
    files = {
        "content/b/index.md": "# Bee\n",
        "content/b/zeta.md": "# Zeta\n",
        "content/b/alpha.md": "# Alpha\n",
        "content/a/README.md": "# Ay\n",
        "content/a/deep/er.md": "# Deeper\n",
        "content/index.md": "# Start\n",
    }
    folder = write(tmp_path, SMALL | files)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    for page, title in (
        ("a", "1 Ay"),
        ("a/deep/er", "1.1 Deeper"),
        ("b", "2 Bee"),
        ("b/alpha", "2.1 Alpha"),
        ("b/zeta", "2.2 Zeta"),
        ("guide", "3 The guide"),
    ):
        html = (folder / "site" / page / "index.html").read_text("utf-8")
        assert f"<title>{title} - Small handbook</title>" in html


def test_gh_deploy_publishes_the_handbook(tmp_path: Path) -> None:
    """`mkdocs gh-deploy` needs nothing more than the plugin."""
    folder, remote = write(tmp_path / "book", SMALL), tmp_path / "remote.git"
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    for command in (
        [*git, "init", "--quiet", "--bare", str(remote)],
        [*git, "-C", str(folder), "init", "--quiet"],
        [*git, "-C", str(folder), "config", "user.name", "A"],
        [*git, "-C", str(folder), "config", "user.email", "a@example.org"],
        [*git, "-C", str(folder), "remote", "add", "origin", str(remote)],
        [*git, "-C", str(folder), "add", "."],
        [*git, "-C", str(folder), "commit", "--quiet", "-m", "The handbook"],
    ):
        subprocess.run(command, check=True, capture_output=True)
    result = mkdocs(folder, "gh-deploy", "--force")
    assert result.returncode == 0, result.stderr
    listing = subprocess.run(
        ["git", "-C", str(remote), "ls-tree", "-r", "--name-only", "gh-pages"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "journeys/first-steps/index.html" in listing.stdout.splitlines()


def test_an_authors_page_introduces_an_activity(tmp_path: Path) -> None:
    """A page at an activity's own address comes first, and the page has one heading of the first level."""
    folder = write(tmp_path, SMALL | {"content/toolkit/talk/index.md": "# A talk, with care\n\nRead this first.\n"})
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    html = (folder / "site/toolkit/talk/index.html").read_text("utf-8")
    text = text_of(html)
    assert html.count("<h1") == 1 and text.index("Read this first.") < text.index("Say more.")
