"""The head of a stage: its number, its title and what comes first below them never lie on each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from extremes import DRAWN
from journeybook.model.journey import Stage
from sites import READY, Open, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.proof

SENTENCE = "One sentence that says a thing."
FIELDS: dict[str, Any] = {
    "summary": SENTENCE,
    "description": "A *short* text.\n\n- one\n- two",
    "picture": {"file": "drawn.svg", "alt": "Nine chairs in a circle", "credit": "A. Drawer"},
    "period": "before",
    "horizon": "today",
    "date": "Spring 2027",
    "duration": "2–6 months",
    "count": 12400,
    "goals": ["To be asked"],
    "actions": ["Learns forty names"],
    "thoughts": ["Who would want me now?"],
    "touchpoints": ["A friend’s story"],
    "feelings": {"score": -1, "label": "Torn"},
    "pains": [{"text": "Nobody to ask", "severity": 3}],
    "opportunities": ["Let former returners talk"],
    "measures": [{"title": "Still there", "value": 70, "target": 85, "unit": "%"}],
    "frontstage": ["Answers within a day"],
    "backstage": ["Matches the pairs"],
    "support": ["The booking calendar"],
    "evidence": ["A printed card"],
    "questions": ["What would you look forward to?"],
    "activities": ["walk"],
    "journey": "sub",
    "effort": 4,
    "audience": ["mentor"],
    "responsibilities": [{"actor": "m", "does": "Keeps Friday free"}],
    "next": [{"to": "last", "condition": "all agree"}],
}
LONG = "What happens when nobody has said a word for as long as anybody who is here can remember, and the tea is cold"

# Of each stage: what of its first part is covered by something else, and how far that part's rule is from the title.
HEADS = """() => [...document.querySelectorAll('h2.jb-stage')].map(title => {
  const parts = [...title.nextElementSibling.children].flatMap(part =>
    part.matches('.jb-stage-more') ? [...part.children] : [part]);
  const first = parts.find(part => part.checkVisibility()), texts = [];
  if (!first) return {seen: 0, covered: [], gap: 99};
  first.scrollIntoView({block: 'center', behavior: 'instant'});
  const walk = document.createTreeWalker(first, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || around.closest('.jb-sr') || !around.checkVisibility()) continue;
    range.selectNodeContents(walk.currentNode);
    texts.push(...[...range.getClientRects()].map(box => [box, walk.currentNode.textContent.trim()]));
  }
  const across = (box) => [box.left + 2, (box.left + box.right) / 2, box.right - 2];
  const covered = texts.flatMap(([box, text]) => across(box).flatMap(x => {
    const at = document.elementFromPoint(x, (box.top + box.bottom) / 2);
    return at && first.contains(at) ? [] : [`${text} by ${at?.outerHTML.slice(0, 60)}`];
  }));
  const top = first.getBoundingClientRect().top, ruled = parseFloat(getComputedStyle(first).borderTopWidth) > 0;
  range.selectNodeContents(title);
  const number = title.getBoundingClientRect().top + parseFloat(getComputedStyle(title, '::before').height);
  const gaps = ruled ? [top - range.getBoundingClientRect().bottom, top - number] : [];
  return {seen: texts.length, covered, gap: Math.min(99, ...gaps)};
})"""


def journey(name: str, value: Any, title: str = "First stage") -> str:
    """A journey of two stages of which the first has one field."""
    actors = {"actors": [{"id": "m", "title": "Mentor"}]} if name == "responsibilities" else {}
    stages = [{"title": title, name: value}, {"title": "Last stage", "id": "last"}]
    return json.dumps({"title": f"Only {name}", **actors, "stages": stages}, ensure_ascii=False)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A handbook with each field of a stage alone, below a short and below a long title."""
    files = {f"journeys/only-{name}.yaml": journey(name, value) for name, value in FIELDS.items()}
    files |= {f"journeys/long-{name}.yaml": journey(name, value, LONG[:80]) for name, value in FIELDS.items()}
    files |= {"journeys/sub.yaml": "{title: Sub, stages: [A, B]}", "toolkit/walk.yaml": "{title: Walk}"}
    files["journeys/drawn.svg"] = DRAWN
    folder = write(tmp_path_factory.mktemp("heads"), {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# A\n", **files})
    build_site(folder, folder / "site")
    with serving(folder / "site") as address:
        yield address


def test_every_field_of_a_stage_is_looked_at() -> None:
    """The fields above are all that a stage has beside its title, its id and its colour."""
    assert set(FIELDS) == set(Stage.model_fields) - {"id", "aliases", "title"}


@pytest.mark.slow
@pytest.mark.parametrize("form", ["700", "1024", "1280", "print"])
@pytest.mark.parametrize("length", ["only", "long"])
def test_no_number_lies_on_what_comes_first(window: Open, base: str, form: str, length: str) -> None:
    """Each field alone: its text can be pointed at, and its rule keeps 8 pixels to the title and to the number."""
    reader = window(680 if form == "print" else int(form), base=base)
    reader.page.emulate_media(media="print" if form == "print" else "screen")
    wrong, seen = {}, 0
    for name in FIELDS:
        page = reader.open(f"journeys/{length}-{name}/")
        page.evaluate(READY)
        head = page.evaluate(HEADS)[0]
        seen += head["seen"] > 0
        if head["covered"] or head["gap"] < 8:
            wrong[name] = head
    assert wrong == {}
    assert seen >= len(FIELDS) - 1  # `audience` has no place of its own in a stage's section


BARE = """() => [...document.querySelectorAll('h2.jb-stage')].map(title => {
  const number = parseFloat(getComputedStyle(title, '::before').height), range = document.createRange();
  range.selectNodeContents(title.firstChild);
  const text = range.getBoundingClientRect(), box = title.getBoundingClientRect();
  return {off: Math.abs(text.top + text.height / 2 - box.top - box.height / 2), more: box.height - number,
          ways: title.nextElementSibling.querySelector('.jb-pn')?.checkVisibility() ?? false};
})"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
def test_a_title_alone_stands_beside_its_number(window: Open, base: str, width: int) -> None:
    """Where nothing else does, both are on one line; a stage that is no more has no ways to what is in view anyway."""
    heads = window(width, base=base).open("journeys/sub/").evaluate(BARE)
    assert len(heads) == 2
    for head in heads:
        assert head["off"] < 4 and head["more"] < 2 and not head["ways"]
    [first, last] = window(width, base=base).open("journeys/only-touchpoints/").evaluate(BARE)
    assert first["off"] < 4 and first["more"] < 2 and first["ways"] and not last["ways"]
    [first, _] = window(width, base=base).open("journeys/only-summary/").evaluate(BARE)
    assert first["ways"]
