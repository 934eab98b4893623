"""Pictures of activities, steps, journeys and stages on the pages of a site, and the files that go with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9"/></svg>\n'
FILES = SMALL | {
    "toolkit/talk.yaml": """
title: A talk
chapter: guide
number: 1
duration: 20 min
picture: {file: pics/wide room.svg, alt: A "wide" room & more, credit: "By A. <Example>, https://example.org/a?b=1&c=2"}
steps:
  - {title: Begin, minutes: 5, text: Say hello., picture: {file: files/board.svg, alt: A board}}
  - {title: Go on, minutes: 15, text: Say more., picture: {file: files/board.svg, decorative: true}}
""",
    "toolkit/pics/wide room.svg": SVG.format(2000, 1000),
    "toolkit/pics/nobody.svg": SVG.format(4, 3),
    "files/board.svg": SVG.format(40, 30),
    "files/nobody.svg": SVG.format(4, 3),
    "toolkit/workshops/day.yaml": 'title: A day\ndays: [{start: "9:00", blocks: [{activity: talk}]}]\n',
    "journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"].replace(
        "  - title: Plan\n", "  - title: Plan\n    picture: {file: files/board.svg, alt: A board}\n"
    ),
}
BOARD = r'<img src="{}files/board\.svg" alt="{}" width="40" height="30" loading="lazy"'


def test_a_site_has_the_pictures_that_pages_show(tmp_path: Path) -> None:
    """Each once, in its size but no wider than its column, with words for those who do not see it."""
    folder = write(tmp_path, FILES)
    ended = journeybook(folder, "build", "--strict")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    site = folder / "site"
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.svg") if "journeys" not in path.parts)
    assert [path for path in found if not path.startswith("assets/")] == [
        "files/board.svg",
        "toolkit/talk/pics/wide room.svg",
    ]
    talk = (site / "toolkit/talk/index.html").read_text("utf-8")
    assert '<img src="pics/wide%20room.svg" alt="A &#34;wide&#34; room &amp; more" width="708" height="354"' in talk
    assert re.search(
        r"<figcaption>By A. &lt;Example&gt;, <a [^>]*href=\"https://example.org/a\?b=1&amp;c=2\">.*</figcaption>", talk
    )
    assert re.search(BOARD.format(r"\.\./\.\./", "A board"), talk) and re.search(BOARD.format(r"\.\./\.\./", ""), talk)
    way = (site / "journeys/first-steps/index.html").read_text("utf-8")
    assert re.search(BOARD.format(r"\.\./\.\./", "A board"), way)
    sheet = (site / "toolkit/workshops/day/run-sheet/index.html").read_text("utf-8")
    assert re.search(BOARD.format(r"\.\./\.\./\.\./\.\./", "A board"), sheet)


def test_a_changed_picture_is_built_again(tmp_path: Path) -> None:
    """A build that finds nothing new leaves the site; a picture of another size is new."""
    folder = write(tmp_path, FILES)
    assert journeybook(folder, "build").returncode == 0
    assert "nothing has changed" in journeybook(folder, "build").stdout.casefold()
    (folder / "files/board.svg").write_text(SVG.format(80, 60), "utf-8")
    assert journeybook(folder, "build").returncode == 0
    talk = (folder / "site/toolkit/talk/index.html").read_text("utf-8")
    assert 'width="80" height="60"' in talk


def test_a_site_is_not_built_over_the_pictures(tmp_path: Path) -> None:
    """They are an author's files."""
    folder = write(tmp_path, FILES)
    ended = journeybook(folder, "build", "-d", "files")
    assert ended.returncode != 0
    assert (folder / "files/board.svg").is_file()
