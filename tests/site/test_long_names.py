"""A long name of the handbook and long titles of its pages keep inside the header."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sites import Open, build_site, serving
from small import MKDOCS_YML, SMALL, write

pytestmark = pytest.mark.slow

NAME = "The very long name of a handbook for mentoring programmes of the Federal Association of Returners"
TITLE = "The activity with everything in it and a title which is long enough to take three lines or four"
UNBROKEN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesänderung"

# Of the name and of the page's title: whether they stay inside the header, in how many lines, and cut with a sign.
TOPICS = """() => [...document.querySelectorAll('.md-header__topic .md-ellipsis')].map(text => {
  const header = document.querySelector('.md-header__inner').getBoundingClientRect();
  const box = text.getBoundingClientRect();
  const look = getComputedStyle(text);
  const cut = text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1;
  return {inside: box.height <= header.height && look.overflow === 'hidden',
          lines: Math.round(box.height / parseFloat(look.lineHeight)), cut,
          signed: look.textOverflow === 'ellipsis' || look.webkitLineClamp !== 'none'};
})"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A handbook whose name and titles are long."""
    files = {
        "mkdocs.yml": MKDOCS_YML.replace("Small handbook", NAME),
        "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"].replace("A talk", TITLE),
        "toolkit/law.yaml": f"title: {UNBROKEN}\n",
    }
    folder = write(tmp_path_factory.mktemp("long"), SMALL | files)
    build_site(folder, folder / "site")
    with serving(folder / "site") as address:
        yield address


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("address", ["toolkit/talk/", "toolkit/law/"])
def test_names_and_titles_stay_inside_the_header(window: Open, base: str, width: int, address: str) -> None:
    """On a phone they have two lines and elsewhere one; what is too long ends with an ellipsis; nothing is wider."""
    reader = window(width, base=base)
    name, title = reader.open(address).evaluate(TOPICS)
    assert name["cut"] or width == 1280
    for topic in (name, title):
        assert topic["inside"] and topic["signed"]
        assert topic["lines"] <= (2 if width < 720 else 1)
    assert reader.wider() == []
