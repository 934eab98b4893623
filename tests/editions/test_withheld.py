"""The last look at an edition: a sentence for others is found in what is written, whoever has taken it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.handbook.withheld import Withheld
from reference import ROOT
from small import JOURNEY, journeybook, mkdocs, write

SAID = "The mentor decides alone whether the meeting goes on."
OURS = "Each journey shows the stages that somebody passes through"
CONFIG = """\
site_name: Small
site_description: A handbook that nobody needs a second time
docs_dir: content
theme: {name: material, custom_dir: overrides}
hooks: [hook.py]
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
"""
HOOK = "def on_page_%s(text, page, **kwargs):\n    return text + %r if page.file.src_uri == 'guide.md' else text\n"
FILES = {
    "mkdocs.yml": CONFIG,
    "overrides/main.html": '{% extends "base.html" %}{% block footer %}Ask the office if a door is shut{% endblock %}',
    "hook.py": "",
    "toolkit/talk.yaml": f"title: A talk\nsummary: Two of you talk.\nfacilitator_notes: {SAID}\n",
    "journeys/first-steps.yaml": JOURNEY.replace("    activities: [talk]\n", ""),
    "content/guide.md": "# Guide\n\nWe meet [at the café](talk.md) near the old station.\n",
    "content/talk.md": "# Talk\n",
    "content/notes.txt": "Bring a chair for every single guest",
    "content/mentors.md": "---\naudience: mentor\n---\n# Mentors\n\nWhoever is late has to call the coordinator.\n",
}


def _withheld(hidden: str, shown: str = "", for_all: str = "") -> Withheld:
    return Withheld([("a.md", hidden)], [shown], lambda: [for_all])


@pytest.mark.parametrize(
    "written",
    [
        f"<p>Then: {SAID}</p>",
        "<p>The <em>mentor</em> decides <a href='x/'>alone</a> whether the meet\u00ading goes&nbsp;on.</p>",
        '<img alt="The mentor decides alone whether the meeting goes on">',
        "<!-- THE MENTOR DECIDES ALONE WHETHER IT -->",
        '{"text": "\\u0054he mentor decides alone\\nThe mentor decides alone whether"}',
        "# **The mentor** [decides](x.md) alone\nwhether",
    ],
)
def test_a_sentence_is_found_in_every_form(written: str) -> None:
    """In HTML, in its attributes and comments, in JSON and in Markdown."""
    assert _withheld(f"# A\n\n{SAID}\n").find(written) == ("the mentor decides alone whether", "a.md")


@pytest.mark.parametrize(
    ("hidden", "written"),
    [
        ("会議を続けるかどうかはメンターだけが決めます。", "会議を続けるかどうかはメンターだけが決めます"),
        ("ผู้ให้คำปรึกษาตัดสินใจคนเดียวว่าจะประชุมต่อหรือไม่", "ผู้ให้คำปรึกษาตัดสินใจคนเดียวว่าจะประชุมต่อหรือไม่"),
        ("يقرر الموجه وحده ما إذا كان الاجتماع سيستمر", "يقرر الموجه وحده ما إذا كان الاجتماع سيستمر"),
    ],
)
def test_every_script_is_read(hidden: str, written: str) -> None:
    """Some write no blanks between words."""
    assert _withheld(hidden).find(f"<p>{written}</p>")
    assert _withheld(hidden, hidden).find(f"<p>{written}</p>") is None


@pytest.mark.parametrize(
    "written",
    [
        "<p>Call 555 1234 in room 12, code 4711.</p>",
        'let said = "Then call 555 1234 in room 12";',
        "<td>in room 12, code 4711</td>",
    ],
)
def test_a_sentence_with_figures_is_found(written: str) -> None:
    """Whom to call, and which code opens the door."""
    hidden = "Call 555 1234 in room 12, code 4711. Never tell the code of it.\n"
    assert _withheld(hidden).find(written)
    assert _withheld(hidden, hidden).find(written) is None


@pytest.mark.parametrize(
    ("hidden", "shown", "for_all", "written"),
    [
        (SAID, SAID.upper(), "", f"<p>{SAID}</p>"),
        (SAID, "The **mentor** decides [alone](a.md){ .x } whether the meeting goes on.", "", f"<p>{SAID}</p>"),
        (SAID, "_The mentor_ **d**ecides [alone](a.md 'Why') whether __the__ meeting `goes` on.", "", f"<p>{SAID}</p>"),
        (SAID, "The [mentor](https://e.org/A_(b)_c) decides alone whether the meeting goes on.", "", f"<p>{SAID}</p>"),
        (SAID, "> The mentor decides\n> alone whether the\n> meeting goes on.", "", f"<p>{SAID}</p>"),
        (SAID, "The men^tor^ ==decides== alone whether the {++meeting++} goes on.", "", f"<p>{SAID}</p>"),
        (SAID, "The [mentor][m n] decides alone whether the meeting goes on.", "", f"<p>{SAID}</p>"),
        ("All is in my_own_file here", "All is in my\\_own\\_file here", "", "<p>All is in my_own_file here</p>"),
        (SAID, "", SAID, f"<p>{SAID}</p>"),
        (SAID, "", "", "<p>The mentor decides alone.</p><p>Whether the meeting ends</p>"),
        ("40–50 min and 10 min to prepare", "", "", "<p>40–50 min and 10 min to prepare</p>"),
        ("The way takes 90 minutes for up to 12", "", "", "<p>The way takes 90 minutes for up to 12</p>"),
        ("Read again on 12 May 2026 by Maria", "", "", "<p>Read again on 12 May 2026 by Maria</p>"),
        ("M 100 200 300 400 500 600", "", "", "<path d='M 100 200 300 400 500 600'/>"),
        (SAID, "", "", '<h2 id="the-mentor-decides-alone-whether-the-meeting">Who?</h2>'),
        (SAID, "", "", '<img src="the-mentor-decides-alone-whether.png" alt="Us">'),
        (SAID, "", "", '{"location": "p/#the-mentor-decides-alone-whether"}'),
        (SAID, "", "", "a" * 200_000),  # a run of letters is looked at once, and not from each of them
        ("effort 4 of 5 · feels −2 · a strong pain", "", "", "<p>effort 4 of 5 · feels −2 · a strong pain</p>"),
    ],
)
def test_what_may_be_said_is_not_found(hidden: str, shown: str, for_all: str, written: str) -> None:
    """It stands in something else as well, or is too short, or is a fact that we have counted."""
    assert _withheld(hidden, shown, for_all).find(written) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("event", "text", "source"),
    [
        ("content", SAID, "toolkit/talk.yaml"),
        ("markdown", "Whoever is late has to call the coordinator.", "content/mentors.md"),
    ],
)
def test_what_a_hook_takes_in_is_refused(tmp_path: Path, event: str, text: str, source: str) -> None:
    """A build stops, names the page and the source, and leaves no site; the team's has all of it."""
    argument = "html" if event == "content" else "markdown"
    hook = (HOOK % (event, f"\n\n{text}\n")).replace("text", argument)
    write(tmp_path, {**FILES, "hook.py": hook})
    refused = journeybook(tmp_path, "build", "--edition", "mentee")
    assert refused.returncode != 0
    assert "guide/index.html: ‘" in refused.stderr
    assert source in refused.stderr
    assert not (tmp_path / "site").exists()
    assert mkdocs(tmp_path, "build", JOURNEYBOOK_EDITION="mentee").returncode != 0
    assert [file.name for file in (tmp_path / "site").iterdir() if not file.name.startswith(".")] == []
    assert journeybook(tmp_path, "build", "--edition", "team").returncode == 0


@pytest.mark.slow
def test_mkdocs_leaves_no_site_that_is_refused(tmp_path: Path) -> None:
    """It writes where the site is, which somebody may publish all the same."""
    hook = (HOOK % ("content", f"\n\n{SAID}\n")).replace("text", "html")
    write(tmp_path, {**FILES, "hook.py": hook})
    refused = mkdocs(tmp_path, "build", JOURNEYBOOK_EDITION="mentee")
    assert refused.returncode != 0
    assert "guide/index.html: ‘" in refused.stderr
    assert [path.name for path in (tmp_path / "site").rglob("*") if path.is_file()] == [".journeybook.site.json"]


EXTENSION = """\
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor


class Adding(Preprocessor):
    def run(self, lines):
        return [*lines, "", %r] if lines[:1] == ["# Guide"] else lines


class Leaky(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Adding(md), "leaky", 40)


def makeExtension(**options):
    return Leaky(**options)
"""


@pytest.mark.slow
@pytest.mark.parametrize("command", [["build"], ["generate", "out"], ["build", "--builder", "zensical"]])
def test_what_an_extension_takes_in_is_refused(
    tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By every builder, and where the pages are given away as Markdown."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    config = CONFIG.replace("hooks: [hook.py]", "markdown_extensions: [leaky]")
    write(tmp_path, {**FILES, "mkdocs.yml": config, "leaky.py": EXTENSION % SAID})
    refused = journeybook(tmp_path, *command, "--edition", "mentee")
    assert refused.returncode != 0
    assert "of all sources only toolkit/talk.yaml says" in " ".join(refused.stderr.split())
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        "A handbook that nobody needs a second time",
        "Ask the office if a door is shut",
        "Bring a chair for every single guest",
        "We meet at the café near the old station.",
        OURS,
    ],
)
def test_a_page_for_others_may_say_what_all_read(tmp_path: Path, said: str) -> None:
    """Words of mkdocs.yml, of templates, of files beside the pages and of other pages are no secret."""
    write(tmp_path, {**FILES, "content/mentors.md": FILES["content/mentors.md"] + said + "\n"})
    for command in (["build"], ["generate", "out"]):
        done = journeybook(tmp_path, *command, "--edition", "mentee")
        assert done.returncode == 0, done.stderr
    index = (tmp_path / "site" / "journeys" / "index.html").read_text("utf-8")
    assert OURS in index  # what we say ourselves stands there, and else could not be found


LETTER, OFFICE = "Dear mentor, we are happy that you have come.", "head of the mentoring programme office"
COMPOSED = {
    "a list that we join": ("You can do it in the room and online.", {}),
    "people that we join": ("We ask the newcomer, mentor, line manager and coordinator.", {}),
    "a condition": ("Move on, if goals are reached or time is up.", {}),
    "a link without words": ("Have the opening conversation before you meet again.", {}),
    "a resource": (
        "Dear mentor, we are happy that you have come.",
        {"toolkit/letter.txt": "Dear mentor, we are happy that you have come."},
    ),
    "a short form": (
        "Ask the head of the mentoring programme office.",
        {"abbr.md": "*[HMP]: Head of the mentoring programme office\n"},
    ),
}
"""Sentences that others read as well, where nobody has typed them as they stand there."""
WHOLE = {
    **FILES,
    "mkdocs.yml": CONFIG.replace(
        "hooks: [hook.py]", "markdown_extensions: [abbr, {pymdownx.snippets: {auto_append: [abbr.md]}}]"
    ),
    "abbr.md": "",
    "toolkit/letter.txt": "",
    "toolkit/opening.yaml": "title: Opening conversation\nsetting: [in_person, online]\n"
    "resources: [{title: A, file: letter.txt}]\n",
    "content/guide.md": "# Guide\n\nHave the [](activity:opening) before you meet again. Ask the HMP.\n",
    "journeys/way.yaml": """
title: A way
views: [map]
actors: [{title: Newcomer}, {title: Mentor}, {title: Line manager}, {title: Coordinator}]
stages:
  - {title: One, next: [{to: two, condition: goals are reached or time is up}, {to: three}]}
  - {title: Two, touchpoints: [{title: A talk, actors: [newcomer, mentor, line-manager, coordinator]}]}
  - {title: Three}
""",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COMPOSED)
def test_what_we_make_of_what_all_may_read_is_no_secret(tmp_path: Path, name: str) -> None:
    """The mentors' page may say it too, in each builder."""
    said, files = COMPOSED[name]
    mentors = {"content/mentors.md": FILES["content/mentors.md"] + f"\n{said}\n"}
    write(tmp_path, {**WHOLE, **files, **mentors})
    for command in (["build"], ["generate", "out"], ["build", "--builder", "zensical", "--force"]):
        done = journeybook(tmp_path, *command, "--edition", "mentee")
        assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_reference_handbook_says_nothing_by_chance(tmp_path: Path) -> None:
    """Its guide quotes much of what we say on pages, and is for the team."""
    for edition in ("mentee", "mentor"):
        done = journeybook(ROOT, "generate", str(tmp_path / edition), "--edition", edition)
        assert done.returncode == 0, done.stderr
