"""What looks like a part of the handbook and lies where nothing reads it, or in the folder of another kind, is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks

JOURNEY = "title: A way\nstages: [{title: One, questions: Why?}, {title: Two, questions: How?}]\n"
ACTIVITY = "title: A walk\nduration: 20 min\nsteps: [Walk.]\n"
WORKSHOP = 'title: A day\ndays:\n  - start: "09:00"\n    blocks: [{title: Hello, minutes: 10}]\n'
MOVE = "move it into `{}`"


def told(folder: Path, files: dict[str, str], **settings: object) -> list[tuple[str, str, str]]:
    """The file, the message and the hint of each error."""
    found = checks.errors(checks.run(book_of(folder, files, **settings)))
    return [(one.file, str(one.message), str(one.hint)) for one in found]


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("way.yaml", JOURNEY, "move it into `journeys/`"),
        ("walk.yml", ACTIVITY, "move it into `toolkit/`"),
        ("day.yaml.txt", WORKSHOP, "move it into `toolkit/workshops/`"),
        ("content/journeys/way.yaml", JOURNEY, "move it into `journeys/`"),
        ("content/a/b/walk.yaml", ACTIVITY, "move it into `toolkit/`"),
        ("Journeys/way.yaml", JOURNEY, "call the folder `journeys`, not `Journeys`"),
        ("journey/deep/way.yaml", JOURNEY, "call the folder `journeys`, not `journey`"),
        ("tool-kit/walk.yaml", "title: A walk\nsummary: We walk.\n", "call the folder `toolkit`, not `tool-kit`"),
        ("toolkits/workshops/day.yaml", WORKSHOP, "call the folder `toolkit`, not `toolkits`"),
        ("workshops/day.yaml", WORKSHOP, "move it into `toolkit/workshops/`"),
        ("activities/walk.yaml", ACTIVITY, "move it into `toolkit/`"),
        ("activities/walk.yaml", "title: A walk\nduration: 20 min\n", "move it into `toolkit/`"),
        ("Journeys/broken.yaml", JOURNEY + "summary: a: b\n", "call the folder `journeys`, not `Journeys`"),
    ],
)
def test_what_nothing_reads_is_told(tmp_path: Path, name: str, text: str, hint: str) -> None:
    """In the root, in a folder of nearly our name, and among the chapters: one error that says where it belongs."""
    ((file, message, remedy),) = told(tmp_path, {name: text, "content/index.md": "# Welcome\n"})
    assert (file, remedy) == (name, hint)
    assert "this looks like a" in message and "not looked for here" in message


def test_many_files_of_a_folder_are_told_once(tmp_path: Path) -> None:
    """The first is named, the others are counted; and nothing that names them is an error as well."""
    files = {f"content/tools/walk-{n}.yaml": ACTIVITY for n in range(4)}
    naming = {"journeys/way.yaml": JOURNEY.replace("questions: Why?", "activities: [walk-1, walk-3]")}
    ((file, _, hint),) = told(tmp_path, files | naming)
    assert file == "content/tools/walk-0.yaml"
    assert hint == "move it into `toolkit/`, and 3 more of this folder with it"


def test_a_folder_that_is_there_takes_the_files(tmp_path: Path) -> None:
    """Where `journeys/` is there, `Journeys/` cannot be called so: its files are moved."""
    found = told(tmp_path, {"journeys/one.yaml": JOURNEY, "journey/two.yaml": JOURNEY})
    assert [(file, hint) for file, _, hint in found] == [("journey/two.yaml", "move it into `journeys/`")]


COPY = (
    "`{}` is there, too: keep one of the two; a copy lies outside of the handbook, or in a folder whose name begins "
    "with a dot"
)


@pytest.mark.parametrize(
    ("name", "text", "there"),
    [
        ("journeys copy/way.yaml", JOURNEY, "journeys/way.yaml"),
        ("toolkit (1)/workshops/day.yaml", WORKSHOP, "toolkit/workshops/day.yaml"),
        ("walk.yaml", ACTIVITY, "toolkit/walk.yaml"),
        ("activities/walk.yaml", ACTIVITY, "toolkit/walk.yaml"),
    ],
)
def test_a_copy_does_not_take_the_place_of_what_is_there(tmp_path: Path, name: str, text: str, there: str) -> None:
    """Moving it would write one over the other."""
    assert [(file, hint) for file, _, hint in told(tmp_path, {there: text, name: text})] == [(name, COPY.format(there))]


def test_what_is_new_in_a_copied_folder_is_moved(tmp_path: Path) -> None:
    """And what is there already is told apart; a folder whose name begins with a dot is nobody's matter."""
    files = dict.fromkeys(("journeys/a.yaml", "journeys copy/a.yaml", "journeys copy/b.yaml"), JOURNEY)
    found = told(tmp_path, files | {".journeys copy/a.yaml": JOURNEY})
    assert {(file, hint) for file, _, hint in found} == {
        ("journeys copy/a.yaml", COPY.format("journeys/a.yaml")),
        ("journeys copy/b.yaml", "move it into `journeys/`"),
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/data/prices.yaml", "title: Prices\nitems: [a, b]\n"),
        ("content/data/places.yml", "title: Places\ndays: [Monday, Tuesday]\n"),
        ("content/data/tool.yaml", "title: A pump\nsource: a shop\nprice: 3\ncolour: red\nsize: 4\n"),
        ("content/data/soup.yaml", "title: Soup\nduration: 20\nsteps: [Cook.]\nserves: 4\nplace: here\n"),
        ("content/data/book.yaml", "title: A book\nsource: a shop\n"),
        ("build.yaml", "name: build\non: push\njobs: {a: {steps: [{run: make}]}}\n"),
        ("pipeline.yml", "stages: [build, test]\ntest: {script: make}\nbuild: {script: make}\n"),
        ("deep/down/way.yaml", JOURNEY),
        (".github/workflows/way.yaml", JOURNEY),
        ("toolbox/walk.yaml", ACTIVITY),
        ("workshops/notes.yaml", "title: Notes\nsummary: Ours.\n"),
        ("activities/notes.yaml", "title: Notes\nsummary: Ours.\n"),
        ("activities/prices.yaml", "title: Prices\nduration: 3\nprice: 4\n"),
        ("data/walk.yaml", "title: A walk\nduration: 20 min\n"),
        ("journal/notes.yaml", "- a\n- b\n"),
        ("Journeys/notes.txt", JOURNEY),
    ],
)
def test_what_is_nobodys_or_has_nothing_of_ours_is_not_told(tmp_path: Path, name: str, text: str) -> None:
    """Data, workflows, folders of other names, folders deeper than the root's own."""
    assert told(tmp_path, {name: text, "content/index.md": "# Welcome\n"}) == []


def test_what_a_link_leads_to_is_read_and_not_told(tmp_path: Path) -> None:
    """A folder of ours may have links to a folder or to a file of nearly its name."""
    (tmp_path / "journeys").mkdir()
    (tmp_path / "toolkit").mkdir()
    (tmp_path / "toolkit/more").symlink_to("../toolkits")
    (tmp_path / "journeys/way.yaml").symlink_to("../our-way.yaml")
    book = book_of(tmp_path, {"toolkits/walk.yaml": ACTIVITY, "our-way.yaml": JOURNEY})
    assert checks.errors(checks.run(book)) == []
    assert ("walk" in book.activities, "way" in book.journeys) == (True, True)


def test_folders_that_options_name_are_read_and_not_told(tmp_path: Path) -> None:
    """Journeys may lie among the chapters, where mkdocs.yml says so; then they are at home there."""
    files = {"content/ways/way.yaml": JOURNEY, "content/tools/walk.yaml": ACTIVITY}
    homes = {"journeys": tmp_path / "content/ways", "toolkit": tmp_path / "content/tools"}
    book = book_of(tmp_path, files)
    assert len(checks.errors(checks.run(book))) == 2
    moved = type(book.settings)(root=tmp_path, content=tmp_path / "content", **homes)
    from journeybook.handbook import load

    assert checks.errors(checks.run(load(moved))) == []


@pytest.mark.parametrize(
    ("name", "text", "looks", "home"),
    [
        ("journeys/walk.yaml", ACTIVITY, "an activity", "toolkit/"),
        ("journeys/day.yaml", WORKSHOP, "a workshop", "toolkit/workshops/"),
        ("toolkit/way.yaml", JOURNEY, "a journey", "journeys/"),
        ("toolkit/day.yaml", WORKSHOP, "a workshop", "toolkit/workshops/"),
        ("toolkit/workshops/walk.yaml", ACTIVITY, "an activity", "toolkit/"),
        ("toolkit/workshops/way.yaml", JOURNEY, "a journey", "journeys/"),
    ],
)
def test_a_file_in_the_folder_of_another_kind_is_told_once(
    tmp_path: Path, name: str, text: str, looks: str, home: str
) -> None:
    """One error with the right folder, in place of one for each key; what names it there is right already."""
    naming = {"content/index.md": f"# Welcome\n\n[](activity:{Path(name).stem})\n"} if looks == "an activity" else {}
    assert told(tmp_path, {name: text} | naming) == [(name, f"this looks like {looks}", f"move the file into `{home}`")]


@pytest.mark.parametrize("name", ["journeys/way.txt", "toolkit/walk", "toolkit/walk.json", "toolkit/deep/walk.md"])
def test_a_part_with_another_ending_is_told(tmp_path: Path, name: str) -> None:
    """It is not read, since its name does not end in .yaml; files that are no parts may have any name."""
    others = {"toolkit/files/notes.txt": "title: Notes\n", "toolkit/files/data.json": '{"title": 1}'}
    text = JOURNEY if name.startswith("journeys") else ACTIVITY
    stem = Path(name).stem
    assert told(tmp_path, {name: text} | others) == [
        (name, "this file's name does not end in .yaml", f"rename the file to {stem}.yaml")
    ]


def test_an_ending_that_stands_twice_is_told(tmp_path: Path) -> None:
    """Some systems hide one; and what office programs write beside an open file is none of ours."""
    naming = {"content/index.md": "# Welcome\n\n[](activity:walk)\n"}
    files = {"toolkit/walk.yaml.yaml": ACTIVITY, "toolkit/~$rest.yaml": "x", "toolkit/rest.yaml": ACTIVITY}
    message, hint = "this file's name ends in .yaml twice, which some systems hide", "rename the file to walk.yaml"
    assert told(tmp_path, files | naming) == [("toolkit/walk.yaml.yaml", message, hint)]


@pytest.mark.parametrize("begin", [b"PK\x03\x04\x14", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.7"])
def test_a_document_with_our_ending_is_told(tmp_path: Path, begin: bytes) -> None:
    """It is no text in another encoding."""
    book_of(tmp_path, {"toolkit/walk.yaml": ""})
    (tmp_path / "toolkit/walk.yaml").write_bytes(begin)
    ((_, message, hint),) = told(tmp_path, {})
    assert message == "this is a document of a word processor, whatever its name says, and no plain text"
    assert hint == "open it there, and save it as plain text, with the ending that it has now"


def test_a_mixture_is_told_key_by_key(tmp_path: Path) -> None:
    """An activity with one key of a journey is an activity with a mistake."""
    found = told(tmp_path, {"toolkit/walk.yaml": ACTIVITY + "stages: [a, b]\n"})
    assert [message for _, message, _ in found] == ["unknown key ‘stages’; here it is called ‘steps’"]


@pytest.mark.parametrize("name", ["toolkit/more", "journeys/all", "content/guide"])
def test_a_link_that_git_made_a_file_of_is_told(tmp_path: Path, name: str) -> None:
    """Where git makes no links, the file that it writes in place of one leads nowhere."""
    files = {name: "../shared", "shared/walk.yaml": ACTIVITY, "toolkit/notes": "see ../shared", "toolkit/x": "a/b"}
    ((file, message, _),) = told(tmp_path, files)
    assert file == name and message.startswith("this was a link to ../shared")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("toolkit/walk", "title: A walk\nduration: 20 min\n"),
        ("toolkit/walk.txt", "title: A walk\nduration: 20 min\n"),
        ("toolkit/walk.json", '{"title": "A walk", "duration": "20 min"}'),
        ("toolkit/workshops/walk.text", "title: A walk\nsummary: A day.\n"),
        ("journeys/walk", "title: A walk\nsummary: A way.\n"),
    ],
)
def test_what_lacks_its_ending_is_told_alone(tmp_path: Path, name: str, text: str) -> None:
    """Two keys are enough in our own folders; that something names it by its id is no second error."""
    kind = {"journeys": "journey", "workshops": "workshop"}.get(Path(name).parent.name, "activity")
    link = {"content/index.md": "# Welcome\n\nSee [](" + f"{kind}:walk).\n"}
    if kind == "activity":  # by the id alone, which a file without an ending has for its name
        link["toolkit/rest.yaml"] = f"title: A rest\nsummary: See [](activity:walk).\nrelated: {Path(name).stem}\n"
    ((file, message, hint),) = told(tmp_path, {name: text} | link)
    assert (file, hint) == (name, "rename the file to walk.yaml") and "does not end in .yaml" in message


def test_a_resource_may_look_like_an_activity(tmp_path: Path) -> None:
    """What a file names is read by that; so are data of other kinds left alone."""
    files = {
        "toolkit/walk.yaml": f"{ACTIVITY}resources: [{{title: A poem, file: poem.txt}}]\n",
        "toolkit/poem.txt": "title: A poem\nsource: A book\n",
        "toolkit/talk.schema.json": '{"$schema": "x", "title": "Activity", "properties": {}}',
        "toolkit/list.json": "[1, 2]",
        "toolkit/broken.json": "{",
    }
    assert told(tmp_path, files) == []


@pytest.mark.parametrize(
    ("path", "is_told"),
    [
        ("toolkit/guide/new.md", True),  # beside the YAML of the chapter’s activities
        ("toolkit/meeting/new.md", True),  # a folder called as one of the chapters
        ("toolkit/guide/README.md", False),
        ("toolkit/guide/sheet.md", False),  # a resource of an activity
        ("toolkit/guide/new.txt", False),
        ("toolkit/notes/new.md", False),
        ("toolkit/guide/files/new.md", False),
    ],
)
def test_a_page_among_the_activities_of_a_chapter_is_told(tmp_path: Path, path: str, is_told: bool) -> None:
    """Nothing reads it; other folders of the toolkit hold what activities give to readers."""
    files = {
        "content/meeting/index.md": "# Meeting\n",
        "toolkit/guide/walk.yaml": "title: Walk\nresources: [{title: Sheet, file: sheet.md}]\n",
        "toolkit/guide/sheet.md": "# Sheet\n",
        path: "# New activity\n\nDraw a tree.\n",
    }
    found = [one.file for one in checks.run(book_of(tmp_path, files)) if one.code == "JB306"]
    assert found == ([path] if is_told else [])


@pytest.mark.parametrize("name", ["journeys/year.xlsx", "toolkit/talk.csv", "toolkit/workshops/day.pptx"])
def test_tables_and_slides_among_ours_are_told(tmp_path: Path, name: str) -> None:
    """As documents are; one that a resource names is right."""
    files = {"content/index.md": "# A\n", "toolkit/walk.yaml": "title: A walk\n", name: "a"}
    assert ("JB306", name) in [(one.code, one.file) for one in checks.run(book_of(tmp_path / "a", files))]
    files = {
        "toolkit/walk.yaml": "title: A walk\nresources: {title: A plan, file: talk.csv}\n",
        "toolkit/talk.csv": "a",
    }
    assert "JB306" not in [one.code for one in checks.run(book_of(tmp_path / "b", files))]
