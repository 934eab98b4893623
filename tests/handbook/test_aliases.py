"""What things were called before: resolved, checked, and at its old address."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes
from journeybook import checks
from journeybook.handbook.aliases import current
from journeybook.handbook.chapters import FrontMatter
from journeybook.handbook.editions import edition_of
from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.language.words import Words
from journeybook.markdown.heading_aliases import find_heading_aliases, with_heading_aliases
from journeybook.markdown.references import DEFAULT, MarkdownSettings, find
from journeybook.model.editions import Edition
from journeybook.pages.moved import moved, old_paths
from journeybook.pages.site import Site

ATTRIBUTES = MarkdownSettings((*DEFAULT.extensions, "attr_list"))
TALK = (
    "title: A talk\naliases: [chat, chit-chat]\n"
    "handouts: [{title: Sheet, id: sheet, aliases: paper, fields: My wish}]\nquestions: Why?\n"
)
WAY = (
    "title: The way\naliases: path\nstages: "
    "[{title: One, id: one, aliases: start, activities: talk}, {title: Two, questions: Why?}]\n"
)
FILES = {
    "toolkit/talk.yaml": TALK,
    "journeys/way.yaml": WAY,
    "toolkit/workshops/day.yaml": (
        "title: A day\naliases: day-one\ndays: {start: 9:00, blocks: {activity: talk, minutes: 9}}\n"
    ),
    "content/index.md": "# Home\n",
    "content/safe/index.md": "---\naliases: [calm/, deep/old.md]\n---\n# Safe & well\n",
    "content/safe/two.md": "# Two\n",
}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("activity:chat", "activity:talk"),
        ("handout:chit-chat/paper", "handout:talk/sheet"),
        ("handout:talk/paper", "handout:talk/sheet"),
        ("journey:path#start", "journey:way#one"),
        ("journey:way#start", "journey:way#one"),
        ("workshop:day-one", "workshop:day"),
        ("chapter:calm", "chapter:safe"),
    ],
)
def test_links_by_old_ids_lead_on(tmp_path: Path, old: str, new: str) -> None:
    """They are followed, and the checker names the new id."""
    book = book_of(tmp_path, FILES | {"content/index.md": f"# Home\n\nSee [it]({old}).\n"})
    found = list(checks.run(book))
    assert [(one.code, str(one.hint)) for one in found] == [("JB478", f"write `{new}`")]
    old_one, new_one = (next(iter(find(f"[it]({one})"))) for one in (old, new))
    assert resolve(book, old_one) == resolve(book, new_one) and isinstance(resolve(book, old_one), Target)
    assert current(book, new_one) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("journey:path?view=path", "journey:way?view=path"),
        ("questions:activity/chat", "questions:activity/talk"),
        ("questions:journey/path#start", "questions:journey/way#one"),
        ("toolkit:calm", "toolkit:safe"),
        ("handout:chat/paper", "handout:talk/sheet"),
    ],
)
def test_what_is_shown_in_place_has_its_own_id(tmp_path: Path, old: str, new: str) -> None:
    """An author's own page is mended in a minute."""
    book = book_of(tmp_path, FILES | {"content/index.md": f"# Home\n\n![]({old})\n"})
    assert [(one.code, str(one.hint)) for one in checks.run(book)] == [("JB301", f"write `{new}`")]


def test_fields_name_the_id_of_now(tmp_path: Path) -> None:
    """An old id in YAML is an error that names the new one."""
    way = WAY.replace("activities: talk", "activities: chat").replace("title: The way", "title: The way\nchapter: calm")
    book = book_of(tmp_path, FILES | {"journeys/way.yaml": way})
    hints = {str(one.hint) for one in checks.run(book) if one.code == "JB301"}
    assert hints == {"write `talk`", "write `safe`"}


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    """Each page below what has moved has its old address; a page that is there keeps it."""
    book = book_of(tmp_path, FILES)
    assert codes(book) == []
    site = Site(book, Words("en"), address="https://example.org/b/")
    paths = ["toolkit/talk/index.md", "toolkit/talk/sheet/index.md", "journeys/way/index.md", "safe/two.md"]
    found = old_paths(site, [*paths, "safe/index.md"])
    assert found == {
        **{f"toolkit/{old}/index.md": paths[0] for old in ("chat", "chit-chat")},
        **{f"toolkit/{old}/sheet/index.md": paths[1] for old in ("chat", "chit-chat")},
        **{f"toolkit/{old}/paper/index.md": paths[1] for old in ("talk", "chat", "chit-chat")},
        "journeys/path/index.md": paths[2],
        "calm/two.md": paths[3],
        "calm/index.md": "safe/index.md",
        "deep/old.md": "safe/index.md",
    }
    files = {
        one.path: one.read().decode() for one in moved(site, {"safe/index.md": "Safe &amp; well", "safe/two.md": "Two"})
    }
    assert set(files) == {"calm/index.html", "deep/old/index.html", "calm/two/index.html"}
    page = files["deep/old/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../safe/">' in page and 'content="noindex"' in page
    assert '<link rel="canonical" href="https://example.org/b/safe/">' in page
    assert '<a href="../../safe/">Safe &amp; well</a>' in page


def test_an_edition_has_those_of_what_it_shows(tmp_path: Path) -> None:
    """An old id of something for others leads nowhere, and its words stay."""
    mentee = Edition("mentee", "For mentees", frozenset({"mentee"}))
    files = FILES | {"toolkit/talk.yaml": f"{TALK}audience: mentor\n"}
    book = edition_of(book_of(tmp_path, files), mentee)
    assert "chat" not in book.names.ids["activity"]
    found = resolve(book, next(iter(find("[it](activity:chat)"))))
    assert isinstance(found, Wrong) and found.soft
    assert not [old for old in old_paths(Site(book, Words("en")), ["journeys/way/index.md"]) if "chat" in old]


WRONG = [
    ({"toolkit/walk.yaml": "title: A walk\naliases: talk\n"}, "JB337"),
    ({"toolkit/walk.yaml": "title: A walk\naliases: walk\n"}, "JB337"),
    ({"toolkit/walk.yaml": "title: A walk\naliases: planner\n"}, "JB337"),
    ({"toolkit/walk.yaml": "title: A walk\naliases: chat\n"}, "JB338"),
    ({"journeys/way.yaml": WAY.replace("aliases: start", "aliases: two")}, "JB337"),
    ({"journeys/way.yaml": WAY.replace("title: Two,", "title: Two, aliases: start,")}, "JB338"),
    ({"content/a.md": "---\naliases: safe/two.md\n---\n# A\n"}, "JB337"),
    ({"content/a.md": "---\naliases: toolkit/talk/\n---\n# A\n"}, "JB337"),
    ({"content/a.md": "---\naliases: deep/old/\n---\n# A\n"}, "JB338"),
    ({"content/a.md": '# A\n\n## B { aliases="c" }\n\n## C\n'}, "JB337"),
    ({"content/a.md": '# A\n\n## B { aliases="d" }\n\n## C { aliases=d }\n'}, "JB338"),
    ({"content/a.md": "---\naliases: https://example.org/a\n---\n# A\n"}, "JB203"),
    ({"content/a.md": "---\naliases: old.md#part\n---\n# A\n"}, "JB203"),
    ({"content/a.md": "---\naliases: ../old.md\n---\n# A\n"}, "JB203"),
    ({"content/a.md": "---\naliases: search/index.json\n---\n# A\n"}, "JB203"),
    ({"content/a.md": "---\naliases: 404.html\n---\n# A\n"}, "JB337"),
    ({"toolkit/walk.yaml": "title: A walk\naliases: An old talk\n"}, "JB203"),
]


@pytest.mark.parametrize(("files", "code"), WRONG)
def test_what_is_in_use_is_told(tmp_path: Path, files: dict[str, str], code: str) -> None:
    """So is what two have, and what is no path."""
    found = [one for one in checks.run(book_of(tmp_path, FILES | files, markdown=ATTRIBUTES)) if one.code != "JB404"]
    assert [one.code for one in found] == [code] and found[0].hint


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"journeys/way.yaml": WAY.replace("aliases: start", "aliases: two")}, "‘two’ is in use: {} has this id"),
        ({"journeys/way.yaml": WAY.replace("aliases: start", "aliases: one")}, "‘one’ is what it is called now"),
        (
            {"content/a.md": "---\naliases: [was.md, was/]\n---\n# A\n"},
            "‘was/index.md’ stands here twice, with the same address",
        ),
    ],
)
def test_the_answer_says_what_has_it(tmp_path: Path, files: dict[str, str], message: str) -> None:
    """Another stage, the thing itself, or the same page in another form."""
    (found,) = (one for one in checks.run(book_of(tmp_path, FILES | files, markdown=ATTRIBUTES)) if "33" in one.code)
    assert (str(found.message), str(found.hint)) == (message.format("journeys/way.yaml"), "take this alias out")


def test_the_address_of_a_page_without_folders_leads_on(tmp_path: Path) -> None:
    """Of a site that had `a.html`, and has `a/` now; where it has `a.html`, that is in use."""
    files = {"content/a.md": "---\naliases: a.html\n---\n# A\n"}
    told = [checks.run(book_of(tmp_path, files, directories=flat)) for flat in (True, False)]
    assert [[one.code for one in found] for found in told] == [[], ["JB337"]]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        *((one, "guide/old.md") for one in ("guide/old.md", "/guide/old", "guide//old.md")),
        *((one, "guide/old/index.md") for one in ("guide/old/", "guide/old/index.html", "/guide/old/index.md")),
        ("old.html", "old.html"),
        ("guide/v1.2", "guide/v1.2.md"),
    ],
)
def test_old_paths_in_any_writing(given: str, path: str) -> None:
    """As a file among the chapters, or as the address was."""
    assert FrontMatter.model_validate({"aliases": given}).aliases == (path,)


def test_headings_keep_their_words() -> None:
    """Old ids become empty elements; code, and attributes of other things, stay."""
    text = (
        '# A\n\n## Whom to *call* { #call aliases="help who" .x }\n\nSet {aliases=set}\n---\n\n'
        '> ### Quoted { aliases="q" }\n\n```\n## No { aliases="n" }\n```\n\nWords.\n{ aliases="w" }\n'
    )
    found = [one.ids for one in find_heading_aliases(text, ATTRIBUTES)]
    assert found == [("help", "who"), ("set",), ("q",)]
    written = with_heading_aliases(text, ATTRIBUTES)
    span = '<span class="jb-alias" id="{}"></span>'
    assert f"## {span.format('help')}{span.format('who')}Whom to *call* {{ #call .x }}\n" in written
    assert f"{span.format('set')}Set\n---" in written
    assert '## No { aliases="n" }' in written and '{ aliases="w" }' in written
