"""Front matter that MkDocs would print is an error, and a key with a typing error is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils import meta

from handbook.handbooks import book_of, codes
from journeybook import checks

BODY = "\n# Welcome\n\nHello.\n"


def told(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the remedy of each problem of a page; written byte for byte, for line ends count."""
    book_of(folder, {})
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/guide.md").write_bytes(text.encode())
    found = (
        one for one in checks.run(book_of(folder, {})) if one.code not in ("JB475", "JB495")
    )  # of empty pages, and of headings
    return [(one.code, one.line, str(one.hint)) for one in found]


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("---\nchapter: guide\n" + BODY, 1, "write `---` on a line of its own below line 2"),
        ("---\nquestions:\n  - Why?\n  - How?\n" + BODY, 1, "write `---` on a line of its own below line 4"),
        ("---\r\ntitle: A\r\nchapter: guide\r\n\r\n# A\r\n", 1, "write `---` on a line of its own below line 3"),
        ("\n---\nchapter: guide\n---\n" + BODY, 2, "take out what stands above it, or put it below"),
        ("\n \n---\ntitle: Hello\n---\n" + BODY, 3, "take out what stands above it, or put it below"),
        ("\ufeff\n---\ntitle: Hello\n---\n" + BODY, 2, "take out what stands above it, or put it below"),
        ("---\u00a0\ntitle: Hello\n---\n" + BODY, 1, "delete what stands behind `---`"),
        ("---\ntitle: Hello\n---\u00a0\n" + BODY, 3, "delete what stands behind `---`"),
        ("----\ntitle: Hello\n----\n" + BODY, 1, "write three hyphens, `---`, in place of `----`"),
        ("—\ntitle: Hello\n—\n" + BODY, 1, "write three hyphens, `---`, in place of `—`"),
        (" ---\ntitle: Hello\n---\n" + BODY, 1, "delete the blank before the three hyphens"),
        ("---\ntitle: Hello\n----\n" + BODY, 3, "write three hyphens, `---`, in place of `----`"),
        ("---\ntitle: Hello\n--\n" + BODY, 3, "write three hyphens, `---`, in place of `--`"),
        ('+++\ntitle = "Hello"\n+++\n' + BODY, 1, "write three hyphens, `---`, in place of `+++`"),
        ("---\ntitle: Hello\n---", 3, "press the Enter key behind it"),
        ("# Hello\n---\nchapter: guide\n---\n", 2, "take out what stands above it, or put it below"),
        ("<!-- ours -->\n\n---\ntitle: A\n---\n# A\n", 3, "take out what stands above it, or put it below"),
        ("chapter: guide\ntitle: Hello\n" + BODY, 1, "write `---` on a line above it, and on a line below it"),
        ("Audience: mentor\n" + BODY, 1, "write `---` on a line above it, and on a line below it"),
        ("Title: Hello\nNote: new\n" + BODY, 1, "write `---` on a line above it, and on a line below it"),
        ("Audiense: mentor\n" + BODY, 1, "write `---` on a line above it, and on a line below it"),
        ("For: mentors\n" + BODY, 1, "write `---` on a line above it, and on a line below it"),
        ("--- # ours\nchapter: guide\n---\n" + BODY, 1, "write the note on the line below them"),
        ('{"audience": "mentor"}\n' + BODY, 1, "write `---` on a line above it, and on a line below it"),
        ('\n{\n  "title": "Hello"\n}\n' + BODY, 2, "write `---` on a line above it, and on a line below it"),
        ("---\nAudience: mentor\n" + BODY, 1, "write `---` on a line of its own below line 2"),
        ("# Hello\n\n---\nAudience: mentor\n---\n", 3, "take out what stands above it, or put it below"),
        ("===\naudience: mentor\n===\n" + BODY, 1, "write three hyphens, `---`, in place of `===`"),
        (";;;\naudience: mentor\n;;;\n" + BODY, 1, "write three hyphens, `---`, in place of `;;;`"),
        ("  ---\n  audience: mentor\n  ---\n" + BODY, 1, "delete the blank before the three hyphens"),
        ("```yaml\naudience: mentor\n```\n" + BODY, 1, "write `---` in place of the lines with backticks"),
        ("```yaml\n---\naudience: mentor\n---\n```\n" + BODY, 1, "write `---` in place of the lines with backticks"),
    ],
)
def test_front_matter_that_is_none_is_an_error(tmp_path: Path, text: str, line: int, hint: str) -> None:
    """With the line to mend; and MkDocs indeed reads none of it as YAML."""
    assert told(tmp_path, text) == [("JB111", line, hint)]
    assert "chapter" not in meta.get_data(text.removeprefix("\ufeff"))[1] or text.startswith("chapter")


@pytest.mark.parametrize(
    "text",
    [
        "# Welcome\n",
        "",
        "\n\n",
        "---\nchapter: guide\n---\n# Welcome\n",
        "---\nchapter: guide\n...\n# Welcome\n",
        "\ufeff---\nchapter: guide\n---\n# Welcome\n",
        "---\n\nA line above the text: and no front matter.\n\n---\n",
        "---\nNote: this is a line, and a text below it.\n\nMore.\n",
        "\n---\n\n# Welcome\n",
        "Note: this page is new.\n\n# Welcome\n",
        "# Invitation\n\n---\nDate: Friday\n---\n",
        "# A\n\n```yaml\n---\nchapter: guide\n---\n```\n",
        "# A\n\n    a\n    ---\n    chapter: guide\n    ---\n",
        "# A\n\n---\n\nchapter: guide\n\n---\n",
        "- title: of a list\n- chapter: too\n",
        "```yaml\nchapter: guide\n```\n\n# An example\n",
        "# A\n\n```yaml\naudience: mentor\n```\n",
    ],
)
def test_what_is_no_front_matter_or_good_is_not_told(tmp_path: Path, text: str) -> None:
    """Lines that part a page, texts with a colon, empty pages."""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("chaptr", "chapter"),
        ("Chapter", "chapter"),
        ("Tags", "tags"),
        ("question", "questions"),
        ("journeys", "journey"),
        ("titel", "title"),
    ],
)
def test_a_key_that_is_nearly_ours_is_told(tmp_path: Path, key: str, meant: str) -> None:
    """At its place, with the name that is read."""
    (problem,) = checks.run(book_of(tmp_path, {"content/index.md": f"---\ntags: [a]\n{key}: guide\n---\n# A\n"}))
    assert (problem.code, problem.line, problem.column) == ("JB442", 3, 1)
    assert str(problem.message) == f"nothing reads ‘{key}’ here; did you mean ‘{meant}’?"


@pytest.mark.parametrize("key", ["review_by", "reviewed_on"])
def test_a_field_that_pages_do_not_have_is_told(tmp_path: Path, key: str) -> None:
    """It would mean something in a YAML file, and here nothing."""
    (problem,) = checks.run(book_of(tmp_path, {"content/index.md": f"---\n{key}: mentor\n---\n# A\n"}))
    assert (problem.code, problem.line) == ("JB442", 2) and "pages do not" in str(problem.message)


def test_keys_of_mkdocs_material_and_plugins_are_not_told(tmp_path: Path) -> None:
    """They are none of ours."""
    keys = "subtitle hide icon template status tags search social links draft date authors categories pin sitemap"
    values = {"hide": "toc", "search": "{exclude: true}"}
    front = "".join(f"{key}: {values.get(key, 'x')}\n" for key in keys.split())
    assert checks.run(book_of(tmp_path, {"content/index.md": f"---\n{front}---\n# A\n"})) == []


ELSEWHERE = "take it out; who renames the folder or the file changes the address"


@pytest.mark.parametrize(
    ("name", "key", "hint"),
    [
        ("meeting/talk.md", "slug: listen", "rename the file to `listen.md`, and take the line out"),
        ("meeting/talk.md", "slug: /listen/", "rename the file to `listen.md`, and take the line out"),
        ("meeting/talk.md", "permalink: /listen.html", "rename the file to `listen.md`, and take the line out"),
        ("meeting/talk.md", "url: /first/listen/", ELSEWHERE),
        ("meeting/index.md", "slug: listen", ELSEWHERE),
        ("meeting/talk.md", "slug: talk", None),
        ("meeting/index.md", "slug: meeting", None),
        ("meeting/talk.md", "permalink: /meeting/talk/", None),
        ("meeting/talk.md", "url: https://elsewhere.example.org/talk", None),
        ("blog/posts/talk.md", "slug: listen", None),
        ("meeting/talk.md", "aliases: [Listening]", None),
    ],
)
def test_an_address_that_a_page_does_not_have_is_told(tmp_path: Path, name: str, key: str, hint: str | None) -> None:
    """The file's name makes it; of a blog's posts, the plugin reads it."""
    found = checks.run(book_of(tmp_path, {f"content/{name}": f"---\n{key}\n---\n{BODY}"}))
    assert [str(one.hint) for one in found if one.code == "JB442"] == ([hint] if hint else [])


HIDEABLE = (
    "known here: navigation, toc, path, footer, feedback, tags; a page that nobody is to see goes under `exclude_docs:`"
)


@pytest.mark.parametrize(
    ("hide", "hints"),
    [
        ("[table of contents]", ["write `toc`"]),
        ("[Navigation, menu]", ["write `navigation`", "write `navigation`"]),
        ("[title]", [HIDEABLE]),
        ("[navigation, toc]", []),
        ("toc", []),
        ("navigation, toc", []),
        ("{toc: true}", []),
    ],
)
def test_what_the_theme_has_not_to_hide_is_told(tmp_path: Path, hide: str, hints: list[str]) -> None:
    """Material looks for its own words alone."""
    assert [hint for code, _, hint in told(tmp_path, f"---\nhide: {hide}\n---\n{BODY}") if code == "JB442"] == hints


@pytest.mark.parametrize("line", ["hide: true", "hide: 3", "search: exclude", "search: [exclude]", "search: true"])
def test_what_stops_the_theme_is_an_error(tmp_path: Path, line: str) -> None:
    """It looks for words in the one, and for keys below the other."""
    assert [code for code, _, _ in told(tmp_path, f"---\n{line}\n---\n{BODY}")] == ["JB203"]


@pytest.mark.parametrize("line", ["hide:", "search:", "search: {boost: 2}", 'hide: "toc"'])
def test_what_does_not_stop_it_is_none(tmp_path: Path, line: str) -> None:
    """Empty ones, and what it reads."""
    assert not told(tmp_path, f"---\n{line}\n---\n{BODY}")


def test_what_a_plugin_may_hide_is_not_told(tmp_path: Path) -> None:
    """But for what is nearly a word of Material's."""
    book = book_of(tmp_path, {"content/guide.md": f"---\nhide: [date, menu]\n---\n{BODY}"}, extended=True)
    assert [str(one.hint) for one in checks.run(book) if one.code == "JB442"] == ["write `navigation`"]


@pytest.mark.parametrize("typed", ["none", "no", "nowhere", "index", "None", "n/a"])
@pytest.mark.parametrize("name", ["content/visits/a.md", "content/a.md"])
def test_a_chapter_that_is_nothing_is_told(tmp_path: Path, name: str, typed: str) -> None:
    """It would be one more chapter, called so; without the line the page is where its folder is."""
    files = {"content/visits/index.md": "# Our visits\n", name: "# A\n\nAbout it.\n"}
    assert [one.code for one in checks.run(book_of(tmp_path, files)) if one.file == name and one.code == "JB442"] == []
    files[name] = f"---\nchapter: {typed}\n---\n{files[name]}"
    found = [one for one in checks.run(book_of(tmp_path, files)) if one.file == name]
    assert [str(one.hint).startswith("take the line out") for one in found if one.code in ("JB203", "JB442")] == [True]
    files |= {name: "---\nchapter: no\n---\n# A\n", "content/no/index.md": "# På norsk\n"}
    assert "JB442" not in [one.code for one in checks.run(book_of(tmp_path / "norsk", files)) if one.file == name]


@pytest.mark.parametrize(
    ("chapter", "hint"),
    [
        ("Visit", "write `visits`; for a chapter of its own, `visit`"),
        ("Our visits", "write `visits`, the id of what has this title"),
        ("Goodbyes", "write `goodbyes`"),
    ],
)
def test_a_chapter_that_is_no_id_is_told_with_one_that_is_there(tmp_path: Path, chapter: str, hint: str) -> None:
    """By its id or its title; a page may open another one."""
    files = {"content/visits/index.md": "# Our visits\n", "content/a.md": f"---\nchapter: {chapter}\n---\n# A\n"}
    found = checks.run(book_of(tmp_path, files))
    assert [str(one.hint) for one in found if one.code == "JB203"] == [hint]


@pytest.mark.parametrize(
    ("files", "nav", "told"),
    [
        (("visits/one.md", "visits/two.md"), None, ["visits/one.md"]),
        (("visits/one.md", "visits/two.md", "visits.md"), None, ["visits/one.md"]),
        (("visits/one.md",), [{"Visits": ["visits/one.md"]}], ["visits/one.md"]),
        (("visits/one.md",), [{"Hello": ["visits/one.md"]}], []),
        (("visits/one.md",), None, []),
        (("visits/one.md", "visits/index.md"), None, []),
        (("visits/README.md", "visits/one.md"), None, []),
    ],
)
def test_a_chapter_that_nothing_opens_is_told(
    tmp_path: Path, files: tuple[str, ...], nav: list[object] | None, told: list[str]
) -> None:
    """It is called after its first page (JB484); a folder of one page may well be (but for another name in `nav`)."""
    book = book_of(tmp_path, {f"content/{name}": "# Hello\n" for name in files}, nav=nav)
    found = [one for one in checks.run(book) if one.code == "JB484"]
    assert [one.file for one in found] == [f"content/{name}" for name in told]
    assert all(("move `visits.md`" in str(one.hint)) == ("visits.md" in files) for one in found)


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("visible_to: mentor", 2),
        ("roles: [mentor, coordinator]", 2),
        ("access: Mentors", 2),
        ("hide_from: mentees", 2),
        ("for: mentor", 2),
        ("meta: {audience: mentor}", 2),
        ("extra:\n  audience: [mentor]", 3),
        ("search:\n  audience: mentor", 3),
        ("visibility:\n  - only: mentor", 3),
        ("audiense: mentor", 2),
    ],
)
def test_a_key_that_says_whom_a_page_is_for_and_is_not_read_is_an_error(tmp_path: Path, front: str, line: int) -> None:
    """Once, at the key: everyone would see the page."""
    ((code, at, hint),) = told(tmp_path, f"---\n{front}\n---\n{BODY}")
    assert (code, at) == ("JB382", line) and "`audience:`" in hint


@pytest.mark.parametrize(
    "front",
    [
        "tags: [mentor]",
        "authors: [mentor]",
        "categories: [mentor, mentee]",
        "title: Mentor",
        "sidebar_label: Mentors",
        "links: [{Audience: a.md}]",
        "access: public",
        "questions: {text: Why?, audience: mentor}",
        "weight: 3",
        "role: of a note",
    ],
)
def test_a_key_that_says_something_else_is_not_told(tmp_path: Path, front: str) -> None:
    """Tags, people, titles, and what journeybook reads."""
    assert told(tmp_path, f"---\n{front}\n---\n{BODY}") == []


def test_an_audience_without_editions_is_told(tmp_path: Path) -> None:
    """Once, with what to write; a block for some counts too, and what an activity says is shown to readers."""
    ((code, line, hint),) = told(tmp_path, f"---\naudience: mentor\n---\n{BODY}")
    assert (code, line) == ("JB425", 2) and "editions: {mentee:" in hint
    ((code, line, _),) = told(tmp_path, f"{BODY}\n<!-- for: mentor -->\n\nAsk.\n\n<!-- end for -->\n")
    assert code == "JB425" and line > 1
    assert told(tmp_path, f"---\naudience: [mentor, public]\n---\n{BODY}") == []


@pytest.mark.parametrize("more", ["content/for/mentor.md", "content/for/index.md", "content/for/mentee/index.md", ""])
def test_an_audience_that_makes_lists_by_role_is_right(tmp_path: Path, more: str) -> None:
    """Whoever introduces one, or has them in the navigation, knows of them; a block keeps nothing from anybody then."""
    front = f"---\naudience: mentor\n---\n{BODY}"
    files = {"content/guide.md": front} | ({more: "# For you\n\nRead this.\n"} if more else {})
    nav = None if more else ["guide.md", {"For whom": "for/index.md"}]
    assert "JB425" not in codes(book_of(tmp_path, files, nav=nav))
    files["content/guide.md"] += "\n<!-- for: mentor -->\n\nAsk.\n\n<!-- end for -->\n"
    assert "JB425" in codes(book_of(tmp_path / "block", files, nav=nav))


def test_a_template_of_ones_own_may_read_roles(tmp_path: Path) -> None:
    """Where the handbook has no editions."""
    book = book_of(tmp_path, {"content/guide.md": f"---\npersona: mentor\n---\n{BODY}"}, extended=True)
    assert [one.code for one in checks.run(book) if one.code.startswith("JB3")] == []


@pytest.mark.parametrize("front", ["private: true", "internal: yes", "confidential: true", "visibility: private"])
def test_a_switch_that_hides_nothing_is_told(tmp_path: Path, front: str) -> None:
    """With what does."""
    ((code, line, hint),) = told(tmp_path, f"---\n{front}\n---\n{BODY}")
    assert (code, line) == ("JB442", 2) and "`audience:`" in hint and "`guide.md`" in hint


@pytest.mark.parametrize("status", ["retired", "Archived", "obsolete"])
def test_a_page_is_not_retired(tmp_path: Path, status: str) -> None:
    """Nothing shows it; where mkdocs.yml has words for it, or a hook may read it, it is left alone."""
    text = f"---\nstatus: {status}\n---\n{BODY}"
    ((code, line, hint),) = told(tmp_path, text)
    assert (code, line) == ("JB442", 2)
    assert hint.startswith("take it out, and say it in a box") and hint.endswith("so that nobody sees it: `guide.md`")
    settings: list[dict[str, Any]] = [{"statuses": (status,)}, {"extended": True}]
    for known in settings:
        book = book_of(tmp_path, {"content/guide.md": text}, **known)
        assert [one.code for one in checks.run(book) if one.code == "JB442"] == []


@pytest.mark.parametrize(("status", "meant"), [("neu", "new"), ("New", "new"), ("depricated", "deprecated")])
def test_a_status_that_is_nearly_the_themes_is_told(tmp_path: Path, status: str, meant: str) -> None:
    """The menu would have a sign that says nothing."""
    assert told(tmp_path, f"---\nstatus: {status}\n---\n{BODY}") == [("JB442", 2, f"write `status: {meant}`")]


@pytest.mark.parametrize("status", ["new", "deprecated", "current", "published"])
def test_a_status_that_the_theme_shows_is_left_alone(tmp_path: Path, status: str) -> None:
    """And so is one that says what is the case anyway."""
    assert told(tmp_path, f"---\nstatus: {status}\n---\n{BODY}") == []


@pytest.mark.parametrize(
    "line",
    ["publish: no", "published: false", "exclude: true", "show: off", "archived: yes", "wip: true", "Listed: false"],
)
def test_a_key_that_is_to_keep_a_page_back_is_told_with_what_does(tmp_path: Path, line: str) -> None:
    """Unless a template of one's own, or a plugin, may read it."""
    text = f"---\n{line}\n---\n{BODY}"
    (problem,) = (one for one in checks.run(book_of(tmp_path, {"content/guide.md": text})) if one.code == "JB442")
    assert str(problem.hint) == "write its path under `draft_docs:` in mkdocs.yml: `guide.md`"
    if "published" not in line:
        book = book_of(tmp_path, {"content/guide.md": text}, extended=True)
        assert [one.code for one in checks.run(book) if one.code == "JB442"] == []


@pytest.mark.parametrize("line", ["publish: yes", "show: true", "archived: no", "exclude: false", "password: false"])
def test_a_key_that_keeps_nothing_back_is_left_alone(tmp_path: Path, line: str) -> None:
    """It says what is the case anyway."""
    assert told(tmp_path, f"---\n{line}\n---\n{BODY}") == []


def test_a_password_is_told_as_none(tmp_path: Path) -> None:
    """Whoever is to know it."""
    text = f"---\npassword: geheim\n---\n{BODY}"
    (problem,) = (one for one in checks.run(book_of(tmp_path, {"content/guide.md": text})) if one.code == "JB442")
    assert "readers see it" in str(problem.message) and "`audience:`" in str(problem.hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("activities: [walk]", "take it out, and write `[](activity:walk)` where the page is to lead to them"),
        ("stages: [Before, After]", "take it out, and tell it in the text of the page"),
        ("materials: [Water]", "take it out, and tell it in the text of the page"),
        ("order: 3", "take it out, and name the pages below `nav:` in mkdocs.yml, in their order"),
        ("nav_order: '3'", "take it out, and name the pages below `nav:` in mkdocs.yml, in their order"),
    ],
)
def test_lists_of_activities_and_places_among_pages_are_told(tmp_path: Path, line: str, hint: str) -> None:
    """Once for the places; not where a plugin or a template of one's own may read them."""
    text = f"---\n{line}\n---\n{BODY}"
    files = {"content/guide.md": text, "toolkit/walk.yaml": "title: A walk\n"}
    (problem,) = (one for one in checks.run(book_of(tmp_path, files)) if one.code == "JB442")
    assert (problem.line, str(problem.hint)) == (2, hint)
    for more in ({"extended": True}, {"overrides": tmp_path / "theme"}):
        assert [one for one in checks.run(book_of(tmp_path, files, **more)) if one.code == "JB442"] == []


@pytest.mark.parametrize("line", ["order: by age", "materials: none", "activities:", "tags: [one]", "weight: light"])
def test_other_words_of_front_matter_are_not_told(tmp_path: Path, line: str) -> None:
    """Nothing says that they were to do something here."""
    assert told(tmp_path, f"---\n{line}\n---\n{BODY}") == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("robots: noindex, nofollow", "`exclude_docs:`"),
        ("noindex: true", "`exclude_docs:`"),
        ("sitemap: false", "`exclude_docs:`"),
        ("expires: 2027-12-31", "say the day in the text"),
        ("valid_until: 31.12.2025", "say the day in the text"),
        ("publish_on: 2027-03-01", "`draft_docs:` in mkdocs.yml until then: `guide.md`"),
        ("in_menu: no", "`not_in_nav:`: `guide.md`"),
        ("nav_exclude: true", "`not_in_nav:`: `guide.md`"),
        ("redirect_to: talk.md", "delete this page, and write `aliases: ["),
        ("redirect_from: /old/", "write `aliases:` in its place"),
        ("retired: true", "`guide.md`"),
    ],
)
def test_a_key_by_which_no_page_does_anything_is_told(tmp_path: Path, line: str, hint: str) -> None:
    """With what does it; unless a template of one's own, or a plugin, may read it."""
    text = f"---\n{line}\n---\n{BODY}"
    ((code, number, said),) = told(tmp_path, text)
    assert (code, number) == ("JB442", 2) and hint in said
    book = book_of(tmp_path, {"content/guide.md": text}, extended=True)
    assert [one.code for one in checks.run(book) if one.code == "JB442"] == []


@pytest.mark.parametrize(
    "line",
    [
        *(
            "robots: index, follow",
            "noindex: false",
            "sitemap: true",
            "publish_date: 2026-03-01",
            "publish: 2026-01-01",
        ),
        *("nav: true", "order: first", "weight: heavy", "aliases: [talk]", "retired: no", "end_date: 2027-06-30"),
    ],
)
def test_a_key_that_says_what_is_the_case_or_is_for_others_is_left_alone(tmp_path: Path, line: str) -> None:
    """What other programs, such as an editor, may read, and what hides nothing that is to be hidden."""
    assert told(tmp_path, f"---\n{line}\n---\n{BODY}") == []
