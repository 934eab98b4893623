"""`journeybook export FILE.json`: everything as data, resolved, as its JSON Schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from journeybook.export.data import handbook_schema
from small import SMALL, journeybook, write

pytestmark = pytest.mark.slow

WORKSHOP = """
title: An evening
days:
  - start: "18:00"
    blocks:
      - {activity: talk}
      - {break: Tea, minutes: 10}
      - {title: The end, minutes: 5, text: "Thank them. Read [](activity:talk)."}
"""
WITH_ADDRESS = SMALL["mkdocs.yml"] + "site_url: https://example.org/hb/\n"
FILES = {**SMALL, "mkdocs.yml": WITH_ADDRESS, "toolkit/workshops/evening.yaml": WORKSHOP}
EDITIONS = """
site_name: Small
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
"""


def _exported(folder: Path, *arguments: str) -> dict[str, Any]:
    done = journeybook(folder, "export", "out/handbook.json", *arguments)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads((folder / "out" / "handbook.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(handbook_schema()).validate(found)
    return found


def test_all_of_it_is_there(tmp_path: Path) -> None:
    """With ids, addresses, numbers, and clock times that authors have not written."""
    found = _exported(write(tmp_path, FILES))
    assert found["version"] == 1
    assert (found["title"], found["language"], found["address"]) == ("Small handbook", "en", "https://example.org/hb/")
    assert [(one["id"], one["number"], one["title"]) for one in found["chapters"]] == [("guide", 1, "The guide")]
    assert [stage["id"] for stage in found["journeys"][0]["stages"]] == ["meet", "plan"]
    assert found["activities"][0]["address"] == "https://example.org/hb/toolkit/talk/"
    blocks = found["workshops"][0]["days"][0]["blocks"]
    said = [(one.get("title") or one.get("break"), one["start"], one["end"], one["minutes"]) for one in blocks]
    assert said == [
        ("A talk", "18:00:00", "18:20:00", 20),
        ("Tea", "18:20:00", "18:30:00", 10),
        ("The end", "18:30:00", "18:35:00", 5),
    ]


def test_links_lead_to_the_web(tmp_path: Path) -> None:
    """In pages and in fields; without an address of the handbook's they are words."""
    write(tmp_path, FILES)
    talk, plan = "https://example.org/hb/toolkit/talk/", "https://example.org/hb/journeys/first-steps/#plan"
    found = _exported(tmp_path)
    page = found["chapters"][0]["pages"][0]["text"]
    assert f"Read [toolkit activity 1, A talk]({talk}), then [the plan]({plan})." in page
    assert talk in found["workshops"][0]["days"][0]["blocks"][2]["text"]["text"]
    (tmp_path / "mkdocs.yml").write_text(SMALL["mkdocs.yml"], "utf-8")
    page = _exported(tmp_path)["chapters"][0]["pages"][0]["text"]
    assert "Read toolkit activity 1, A talk, then the plan." in page


def test_files_and_handouts_have_their_addresses(tmp_path: Path) -> None:
    """Pictures of activities, steps, journeys, stages, documents, handouts: where they lie on the web, if they do."""
    picture = "picture: {file: a board.svg, alt: A board}"
    shared = "picture: {file: files/logo.svg, alt: A logo}"
    of_activity = (
        f"title: A talk\nduration: 20 min\n{picture}\nsteps: [{{text: Sit, {shared}}}, Go]\n"
        "resources: [{title: A list, file: notes/list.txt}, {title: Elsewhere, url: https://example.com/}]\n"
        "handouts: [{title: A sheet, fields: [Today]}]\n"
    )
    of_journey = f"title: First steps\n{picture}\nstages: [{{title: Meet, {picture}}}, Plan]\n"
    files = {"toolkit/talk.yaml": of_activity, "journeys/first-steps.yaml": of_journey, "toolkit/notes/list.txt": "A"}
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    pictures = dict.fromkeys(("toolkit/a board.svg", "journeys/a board.svg", "files/logo.svg"), svg)
    write(tmp_path, {**FILES, **files, **pictures})
    found, web = _exported(tmp_path), "https://example.org/hb/"
    (talk,), (journey,) = found["activities"], found["journeys"]
    assert talk["picture"] == {"file": "a board.svg", "alt": "A board", "address": f"{web}toolkit/talk/a%20board.svg"}
    assert [step.get("picture", {}).get("address") for step in talk["steps"]] == [f"{web}files/logo.svg", None]
    assert [one.get("address") for one in talk["resources"]] == [f"{web}toolkit/talk/notes/list.txt", None]
    assert talk["handouts"][0]["address"] == f"{web}toolkit/talk/a-sheet/"
    shown = [one.get("picture", {}).get("address") for one in (journey, *journey["stages"])]
    assert shown == [f"{web}journeys/first-steps/a%20board.svg"] * 2 + [None]
    assert journeybook(tmp_path, "build").returncode == 0
    for address in (talk["picture"]["address"], *shown[:2], f"{web}files/logo.svg", talk["resources"][0]["address"]):
        assert (tmp_path / "site" / unquote(address.removeprefix(web))).is_file(), address
    (tmp_path / "mkdocs.yml").write_text(SMALL["mkdocs.yml"], "utf-8")
    assert "address" not in _exported(tmp_path)["activities"][0]["picture"]


def test_parts_are_asked_for_by_links(tmp_path: Path) -> None:
    """As authors write them, several times; nothing else is in the file."""
    found = _exported(write(tmp_path, FILES), "--only", "activity:talk", "--only", "workshop:evening")
    assert [one["id"] for one in found["activities"] + found["workshops"]] == ["talk", "evening"]
    assert not {"chapters", "journeys", "pages"} & found.keys()


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("activity:tlak", "did you mean ‘talk’?"),
        ("activty:talk", "activity:talk"),
        ("talk", "‘talk’ is no link; write one such as activity:"),
        ("", "‘’ is no link"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, link: str, said: str) -> None:
    """With what to write, and no file."""
    done = journeybook(write(tmp_path, FILES), "export", "a.json", "--only", link)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "a.json").exists()


def test_another_ending_is_told(tmp_path: Path) -> None:
    """With those that there are."""
    done = journeybook(write(tmp_path, FILES), "export", "a.xls")
    assert done.returncode == 2
    assert ".json" in done.stderr


def test_the_same_twice(tmp_path: Path) -> None:
    """The bytes are those of before, and the file is left alone."""
    write(tmp_path, FILES)
    _exported(tmp_path)
    file = tmp_path / "out" / "handbook.json"
    before = file.stat().st_mtime_ns
    assert "nothing has changed" in journeybook(tmp_path, "export", "out/handbook.json").stdout
    assert file.stat().st_mtime_ns == before


def test_errors_stop_it(tmp_path: Path) -> None:
    """An old file stays as it was."""
    write(tmp_path, FILES)
    _exported(tmp_path)
    before = (tmp_path / "out" / "handbook.json").read_bytes()
    (tmp_path / "toolkit" / "talk.yaml").write_text("titel: A\n", "utf-8")
    assert journeybook(tmp_path, "export", "out/handbook.json").returncode == 1
    assert (tmp_path / "out" / "handbook.json").read_bytes() == before


def test_an_edition_has_no_more(tmp_path: Path) -> None:
    """Neither what is for others, nor where that lies."""
    secret = "q7bcd4"
    files = {
        **SMALL,
        "mkdocs.yml": EDITIONS,
        "toolkit/talk.yaml": SMALL["toolkit/talk.yaml"] + f"facilitator_notes: The answer is {secret}.\n",
        f"toolkit/{secret}.yaml": f"title: {secret}\naudience: mentor\n",
        "content/guide/index.md": f"# Guide\n\nRead [more](activity:{secret}) and [this](../{secret}.md).\n\n"
        f"<!-- for: mentor -->\n{secret} [a][k]\n<!-- end for -->\n\n[k]: {secret}.md\n",
        f"content/{secret}.md": f"---\naudience: mentor\n---\n# {secret}\n",
    }
    write(tmp_path, files)
    assert journeybook(tmp_path, "export", "a.json").returncode == 2  # none is chosen
    found = _exported(tmp_path, "--edition", "mentee")
    assert secret not in json.dumps(found)
    assert "Read more and this." in found["chapters"][0]["pages"][0]["text"]
    assert secret in json.dumps(_exported(tmp_path, "--edition", "team"))


def test_a_snippet_for_others_is_refused(tmp_path: Path) -> None:
    """As in a build: data has the text of pages with what their snippets take in."""
    extension = "markdown_extensions:\n  - pymdownx.snippets: {base_path: [content]}\n"
    hidden = "---\naudience: mentor\n---\n# Kept\n\nDoor code 4711.\n"
    files = {**SMALL, "mkdocs.yml": EDITIONS + extension, "content/guide/kept.md": hidden}
    folder = write(tmp_path, {**files, "content/guide/more.md": '# More\n\n--8<-- "guide/kept.md"\n'})
    done = journeybook(folder, "export", "handbook.json", "--edition", "mentee")
    assert done.returncode == 2 and "guide/kept.md" in done.stderr
    assert not (folder / "handbook.json").exists()
    assert "4711" in json.dumps(_exported(folder, "--edition", "team"))


def test_a_file_that_is_called_as_another_edition_is_refused(tmp_path: Path) -> None:
    """Who forgets `--edition` would hand on everything under the name of those who may not have it."""
    folder = write(tmp_path, {**SMALL, "mkdocs.yml": EDITIONS + "      edition: team\n"})
    done = journeybook(folder, "export", "for-mentee.json")
    assert done.returncode == 2 and "Write --edition mentee, or --edition team where that is meant" in done.stderr
    assert not (folder / "for-mentee.json").exists()
    assert journeybook(folder, "export", "mentees.json").returncode == 2
    for arguments in (
        ["for-mentee.json", "--edition", "team"],
        ["mentee.json", "--edition", "mentee"],
        ["all.json"],
        ["team-and-mentee.json"],
        ["mentee-talk.json", "--only", "activity:talk"],
    ):
        assert journeybook(folder, "export", *arguments).returncode == 0
