"""A handbook whose authors chose names that JavaScript's objects have too: every page works as with any other names."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from planning import download, names, text_of
from sites import READY, Reader, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.proof

TITLES = ("constructor", "__proto__", "toString", "hasOwnProperty", "valueOf")
IDS = ("constructor", "proto", "tostring", "hasownproperty", "valueof")
PLANNER = "toolkit/planner/"


def activity(number: int, title: str) -> dict[str, Any]:
    """An activity in which all that an author may name has such a name."""
    return {
        "title": title,
        "chapter": "constructor",
        "number": number,
        "duration": "20 min",
        "tags": list(TITLES),
        "participants": [title],
        "materials": [{"title": name, "quantity": 1, "per": "person"} for name in TITLES],
        "prerequisites": [IDS[0]] if number > 1 else [],
        # The first has no minutes: who looks for its steps finds none, and not what objects have of that name.
        "steps": [{"title": name, "text": name} | ({"minutes": 4} if number > 1 else {}) for name in TITLES],
        "variations": dict.fromkeys(TITLES, "Otherwise."),
        "questions": [f"What is {title}?"],
        "handouts": [{"id": IDS[0], "title": title, "fields": [{"label": id} for id in IDS]}],
    }


def handbook() -> dict[str, str]:
    """Its files."""
    blocks = [{"activity": id, "lead": id, "audience": ["constructor"]} for id in IDS]
    stages = [
        {"id": id, "title": title, "activities": [id], "questions": [title]}
        for id, title in zip(IDS, TITLES, strict=True)
    ]
    data: dict[str, Any] = {
        f"toolkit/{id}.yaml": activity(n, t) for n, (id, t) in enumerate(zip(IDS, TITLES, strict=True), 1)
    }
    data |= {
        f"toolkit/workshops/{id}.yaml": {
            "title": id,
            "group_size": 4,
            "days": [{"title": id, "start": "09:00", "blocks": blocks}],
        }
        for id in IDS
    }
    data |= {f"journeys/{id}.yaml": {"title": id, "stages": stages} for id in IDS[:2]}
    files = {path: yaml.safe_dump(value, sort_keys=False) for path, value in data.items()}
    return {
        "mkdocs.yml": MKDOCS_YML.replace("journeybook]", "{journeybook: {roles: [constructor]}}]"),
        "content/constructor/index.md": "# constructor\n\nWords.\n",
        **files,
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of that handbook, built strictly."""
    root = tmp_path_factory.mktemp("names")
    build_site(write(root / "handbook", handbook()), root / "names")
    with serving(root / "names") as base:
        yield base


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Reader]:
    """A window that has kept nothing yet; at the end nothing may have gone wrong in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    reader = Reader(site, context.new_page())
    yield reader
    assert reader.found() == []
    context.close()


def there(reader: Reader, address: str) -> Page:
    """The page at an address, its scripts at work."""
    page = reader.open(address)
    page.evaluate(READY)
    return page


def test_planner(reader: Reader) -> None:
    """All are found, added, warned of, printed with their steps, exported and there again; workshops open as well."""
    page = there(reader, PLANNER)
    for title in TITLES:
        page.get_by_label("Search by name").fill(title)
        page.get_by_role("button", name=f"Add {title}", exact=True).click()
    assert names(page) == list(TITLES)
    expect(page.locator("[data-jb-sheet] tbody tr").nth(1)).to_contain_text("constructor 09:20 · __proto__ 09:24")
    assert page.locator("[data-jb-materials] tbody tr").count() == len(TITLES)
    assert page.locator("[data-jb-handouts] li").count() == len(TITLES)
    exported = yaml.safe_load(text_of(download(page, "Export as YAML")))
    assert [block["activity"] for block in exported["days"][0]["blocks"]] == list(IDS)
    there(reader, PLANNER)
    expect(page.locator("[data-key]")).to_have_count(len(TITLES))
    for id in IDS:
        there(reader, f"{PLANNER}?workshop={id}")
        expect(page.get_by_label("Name of the workshop")).to_have_value(id)
        assert names(page) == list(TITLES)
    there(reader, f"{PLANNER}?workshop=__proto__")
    expect(page.get_by_text("There is no workshop of that name.")).to_be_visible()
    page.get_by_label("Search by name").fill("function Object")
    expect(page.get_by_text("No activity fits.")).to_be_visible()


def test_cards_of_the_catalogue(reader: Reader) -> None:
    """“Add to plan” adds each of them, and knows on the next page which are there."""
    page = there(reader, "toolkit/")
    for title in TITLES:
        page.get_by_role("button", name=f"Add {title} to the plan").click()
    there(reader, "toolkit/constructor/")
    expect(page.get_by_role("link", name="constructor is in your plan: open the planner")).to_be_visible()
    there(reader, PLANNER)
    expect(page.locator("[data-key]")).to_have_count(len(TITLES))
    assert names(page) == list(TITLES)


def ticks(page: Page, kind: str) -> dict[str, int]:
    """Each choice of a kind with how many cards are there once it alone is ticked."""
    found = {}
    for box in page.locator(f"[data-jb-kind={kind}] input").all():
        box.evaluate("(box) => box.click()")
        shown = "[...document.querySelectorAll('[data-jb-in]')].filter((one) => !one.hidden).length"
        found[box.get_attribute("value") or ""] = page.evaluate(shown)
        box.evaluate("(box) => box.click()")
    return found


def test_catalogue(reader: Reader) -> None:
    """Each tag, role, stage, chapter and journey filters, alone and from the address; what is none is left out."""
    page = there(reader, "toolkit/")
    number = len(IDS)
    assert ticks(page, "tag") == dict.fromkeys(IDS, number)
    assert ticks(page, "participants") == dict.fromkeys(IDS, 1)
    assert ticks(page, "stage") == {f"{journey}.{id}": 1 for journey in IDS[:2] for id in IDS}
    assert ticks(page, "chapter") == {"constructor": number}
    assert ticks(page, "journey") == dict.fromkeys(IDS[:2], number)
    there(reader, "toolkit/?participants=constructor,hasOwnProperty,__proto__&sort=constructor&words=valueof")
    expect(page.locator("[data-jb-status]")).to_have_text("1 of 5 activities")
    assert page.locator("[data-jb-chips] button").all_inner_texts() == ["“valueof”", "Constructor"]


def test_question_bank(reader: Reader) -> None:
    """Questions are filtered by stages, journeys and chapters of such names."""
    page = there(reader, "questions/")
    assert ticks(page, "journey").keys() == set(IDS[:2])
    assert all(ticks(page, "stage").values()) and all(ticks(page, "chapter").values())
    there(reader, "questions/?words=constructor&stage=__proto__,constructor.constructor")
    expect(page.locator("[data-jb-in]:not([hidden])").first).to_contain_text("constructor")


def test_handout(reader: Reader) -> None:
    """What is written on a handout is kept, each answer by its own name, and cleared and brought back."""
    page = there(reader, "toolkit/constructor/constructor/")
    for id in IDS:
        page.get_by_role("textbox", name=id, exact=True).fill(f"I am {id}")
    there(reader, "toolkit/constructor/constructor/")
    answers = [page.get_by_role("textbox", name=id, exact=True).input_value() for id in IDS]
    assert answers == [f"I am {id}" for id in IDS]
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("textbox", name=IDS[0], exact=True)).to_have_value("I am constructor")


@pytest.mark.parametrize("address", ["toolkit/constructor/", "toolkit/proto/", "toolkit/workshops/constructor/"])
def test_run_view(reader: Reader, address: str) -> None:
    """It runs through; keys and a memory that are none of its own do nothing."""
    page = there(reader, f"{address}#run=1")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    for key in ("constructor", "__proto__", "toString"):
        page.evaluate("(key) => dispatchEvent(new KeyboardEvent('keydown', {key}))", key)
    assert page.url.endswith("#run=1")
    page.keyboard.press("n")
    page.wait_for_url("**#run=2")
    for kept in (
        {"at": 0.5, "clocks": {}},
        {"at": 1, "clocks": ""},
        {"at": "constructor", "clocks": {"__proto__": {}}},
    ):
        page.evaluate(
            "([key, kept]) => sessionStorage.setItem(key, kept)",
            [f"jb-run:/names/{address}", json.dumps(kept | {"saved": 4e12})],
        )
        page.evaluate("history.replaceState(null, '', '#run')")
        page.reload()
        expect(dialog).to_be_visible()
        page.keyboard.press(" ")
        page.keyboard.press("n")
        page.keyboard.press("p")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize(
    "address",
    [
        "toolkit/cards/",
        "questions/cards/",
        "toolkit/workshops/constructor/run-sheet/",
        "toolkit/workshops/constructor/agenda/",
        "journeys/constructor/",
    ],
)
def test_other_pages(reader: Reader, address: str) -> None:
    """Cards, run sheet, agenda and journeys are shown with these names, without an error."""
    page = there(reader, address)
    expect(page.locator("main")).to_contain_text("constructor")


HOSTILE_IDS = [*IDS, *TITLES, "nobody", "index", "a" * 100_000]
HOSTILE: dict[str, Any] = {
    "names": {
        "version": 1,
        "title": "constructor",
        "audience": IDS,
        "days": [{"title": "__proto__", "blocks": [{"activity": id} for id in HOSTILE_IDS]}],
    },
    "markup": {
        "version": 1,
        "title": "<img src=x onerror=alert(1)>",
        "location": "{title}{constructor}",
        "days": [
            {
                "title": "<b>",
                "blocks": [
                    {"title": "<svg onload=alert(1)>", "lead": "<i>", "text": "[x](javascript:alert(1))"},
                    {"break": "</h3><script>alert(1)</script>"},
                ],
            }
        ],
    },
    "numbers": {
        "version": 1,
        "title": "n",
        "people": 1e308,
        "days": [
            {
                "start": 9,
                "end": "99:99",
                "date": "2027-13-45",
                "blocks": [
                    {"title": "x", "minutes": 2**53},
                    {"title": "y", "minutes": -1},
                    {"title": "z", "minutes": 1.5, "start": "24:00"},
                ],
            }
        ],
    },
    "types": {
        "version": 1,
        "title": {"toString": 1},
        "people": [],
        "location": 7,
        "timezone": {},
        "audience": "constructor",
        "days": [
            None,
            7,
            "x",
            [],
            {"blocks": {"length": 9}},
            {"blocks": [None, [], 7, {"activity": {}}, {"break": 1}]},
        ],
    },
    "proto": {
        "version": 1,
        "title": "p",
        "__proto__": {"days": 1},
        "constructor": {"prototype": 1},
        "days": [{"__proto__": {"blocks": 7}, "blocks": [{"__proto__": {"activity": "x"}, "hasOwnProperty": 1}]}],
    },
    "many": {"version": 1, "title": "m", "days": [{}, {"blocks": [{"title": "x"}] * 300}] + [{}] * 500},
}


@pytest.mark.parametrize("case", [*HOSTILE, "deep", "text", "array", "nothing"])
@pytest.mark.parametrize("way", ["link", "file"])
def test_hostile_plans(reader: Reader, case: str, way: str) -> None:
    """A plan of anybody's is shown as text or refused in a sentence; the planner goes on, also when loaded again."""
    other = {
        "deep": '{"version":1,"days":' + "[" * 50_000 + "]" * 50_000 + "}",
        "text": '"constructor"',
        "array": "[1]",
        "nothing": "null",
    }
    text = other.get(case) or json.dumps(HOSTILE[case])
    page = there(reader, PLANNER)
    page.get_by_label("Name of the workshop").fill("Mine")
    if way == "link":
        there(reader, f"{PLANNER}#plan=j{base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}")
    else:
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Open a file").click()
        chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(page.locator("[data-jb-notice]")).not_to_be_empty()
    if case == "many":
        expect(page.get_by_text("The plan was too large: only its first 31 days are here")).to_be_visible()
    assert page.locator(".jb-planner :is(img, svg, script, iframe)").count() == 0
    page.get_by_role("button", name="Own block", exact=True).first.click()
    page.keyboard.type("Goodbye")
    before = names(page)
    assert "Goodbye" in before
    download(page, "Save as a file")
    there(reader, PLANNER)
    expect(page.locator("[data-key]")).to_have_count(len(before))
    assert names(page) == before
    assert page.locator("[data-jb-count]").inner_text() in ("My plans (2)", "My plans (1)")
