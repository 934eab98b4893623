"""What authors write in comments for themselves is in no edition for some: everybody can see a page's source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeybook.handbook import Settings
from journeybook.handbook.included import marks_in
from journeybook.markdown.remarks import without_remarks
from journeybook.markdown.settings import MarkdownSettings
from small import run, write

SETTINGS_OF_BOOK = Settings(Path(), Path(), Path(), Path())
SETTINGS = MarkdownSettings(("pymdownx.superfences", "md_in_html"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A.\n\n<!-- Anna: a note -->\n\nB.\n", "A.\n\n<!-- -->\n\nB.\n"),
        ("A <!-- a note\nof two lines --> B.\n", "A <!-- --> B.\n"),
        ("- a\n\n<!-- end of the list -->\n\n- b <!--X-->\n", "- a\n\n<!-- -->\n\n- b <!-- -->\n"),
        ("> <!-- a < b and c > d -->\n> B.\n", "> <!-- -->\n> B.\n"),
        ("<div>\n<!-- a note -->\n</div>\n", "<div>\n<!-- -->\n</div>\n"),
        ("<!-- paris -->\n", "<!-- -->\n"),
        ("<!-- answer:paris -->\n", "<!-- -->\n"),
        ("<!-- todo { call Maria } -->\n", "<!-- -->\n"),
        ("<!-- material/tags { note: call Maria } -->\n", "<!-- -->\n"),
        ("<!-- material/tags { toc: false, note: call Maria } -->\n", "<!-- -->\n"),
        ("<!-- material/tags { toc: false call Maria } -->\n", "<!-- -->\n"),
        ("<!-- material/maria -->\n", "<!-- -->\n"),
        ("<!-- secret-start -->\nA.\n<!-- secret-end -->\n", "<!-- -->\nA.\n<!-- -->\n"),
        ("<!-- 8< any text -->\n", "<!-- -->\n"),
        ("<!-- 8< [any text] -->\n", "<!-- -->\n"),
        ("<pre>\n<!-- Ask -->\nA.\n</pre>\n", "<pre>\n<!-- -->\nA.\n</pre>\n"),
        ("A <code><!-- Ask --></code>.\n", "A <code><!-- --></code>.\n"),
        ("<template><!-- Ask --></template>\n", "<template><!-- --></template>\n"),
        ("<!--[if IE]> Ask <![endif]-->\n", "<!-- -->\n"),
        ("<!--[if !IE]><!--> B. <!--<![endif]-->\n", "<!-- --> B. <!-- -->\n"),
        ("<!--> Ask -->\n\n<!---> Ask --!>\n", "<!-- -->\n\n<!-- -->\n"),
        ("- a\n\n<!-->\n\n- b\n\n<!-- X -->\n", "- a\n\n<!-->\n\n- b\n\n<!-- -->\n"),
        ("- a\n\n<!--->\n\n- b\n\n<!-- X -->\n", "- a\n\n<!--->\n\n- b\n\n<!-- -->\n"),
        (
            "A `<script>` here. <!-- Ask --> Close with `</script>`.\n",
            "A `<script>` here. <!-- --> Close with `</script>`.\n",
        ),
        (
            "- a\n\n    ```\n    <style>\n    ```\n\n<!-- Ask -->\n\n> ```\n> </style>\n> ```\n",
            "- a\n\n    ```\n    <style>\n    ```\n\n<!-- -->\n\n> ```\n> </style>\n> ```\n",
        ),
        (
            "A.\n\n    <script>\n\nB. <!-- Ask -->\n\n    </script>\n",
            "A.\n\n    <script>\n\nB. <!-- -->\n\n    </script>\n",
        ),
        (
            "<!-- <script> -->\n\nB. <!-- Ask -->\n\n<!-- </script> -->\n",
            "<!-- -->\n\nB. <!-- -->\n\n<!-- -->\n",
        ),
        ("A <!-- a note -->\n\n<!-- never closed\n", "A <!-- -->\n\n<!-- never closed\n"),
    ],
)
def test_a_comment_becomes_an_empty_one(text: str, left: str) -> None:
    """One stays, for it keeps lists apart; a second time, nothing changes."""
    assert without_remarks(text, SETTINGS) == left
    assert without_remarks(left, SETTINGS) == left


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- an example -->\n```\n",
        "A `<!-- an example -->` in words.\n",
        "    <!-- an example -->\n",
        "A.\n\n<!-- more -->\n\nB.\n",
        "<!-- material/tags { scope: true } -->\n",
        "<!-- material/tags { include: [a, b] } -->\n",
        "<!-- 8< [end: one] -->\n",
        "<!-- material/tags { include: [a b, c/d], toc: false, layout: default } -->\n",
        "<!-- --8<-- [start:one] -->\n",
        "<style>\n<!-- a {} -->\n</style>\n",
        "<script>\nlet x = '<!-- a -->';\n</script>\n",
        "A <script>let x = '<!-- a -->'</script> B.\n",
        "<textarea>\n<!-- an example -->\n</textarea>\n",
        "<pre><code>&lt;!-- an example -->\n&lt;!-- another --&gt;\n</code></pre>\n",
        "<!-- never closed\n",
        "<!-- for mentor -->\n",
        "A.\n",
    ],
)
def test_what_is_no_remark_stays(text: str) -> None:
    """Examples of code, and what programs read."""
    assert without_remarks(text, SETTINGS) == text


def test_the_marks_between_which_a_page_takes_a_part_in_stay() -> None:
    """Of the same plugin's options, those that are comments."""
    page = "{% include-markdown 'a.md' start='<!-- intro-start -->' end=\"<!--intro-end-->\" %}\n"
    marks = {*marks_in(page, SETTINGS_OF_BOOK)}
    assert marks == {"intro-start", "intro-end"}
    text = "<!-- intro-start -->\nA. <!-- other-start -->\n<!--intro-end-->\n"
    assert without_remarks(text, SETTINGS, (), marks) == text.replace("<!-- other-start -->", "<!-- -->")


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "is_there"), [("mentee", False), ("team", True)])
def test_no_file_of_an_edition_for_some_has_a_remark(tmp_path: Path, edition: str, is_there: bool) -> None:
    """Neither that of a page, nor that of a snippet; an edition for all has what authors wrote."""
    files = {
        "mkdocs.yml": (
            "site_name: x\ndocs_dir: content\ntheme: material\n"
            f"markdown_extensions: [{{pymdownx.snippets: {{base_path: ['{tmp_path}']}}}}]\n"
            "plugins:\n  - search\n  - journeybook:\n      editions:\n"
            "        mentee: {title: For mentees, audience: [mentee]}\n        team: {title: For all}\n"
        ),
        "content/index.md": '# Welcome\n\n<!-- Millers -->\n\n--8<-- "part.md"\n',
        "part.md": "A part. <!-- Smiths -->\n",
    }
    write(tmp_path, files)
    run(tmp_path, "journeybook", "build", "--edition", edition)
    pages = [path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")]
    for name in ("Millers", "Smiths"):
        assert any(name in page for page in pages) is is_there
    assert any("A part." in page for page in pages)


@pytest.mark.slow
def test_an_edition_for_some_has_front_matter_that_somebody_reads(tmp_path: Path) -> None:
    """Neither its comments nor keys of entries; one that another program may read stays, and the team has all."""
    front = "---\n# Ask Maria\ntitle: P\nowner: Zed\nlead: Someone\nother: 3 # more\n---\n"
    config = (
        "site_name: x\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n  - journeybook:\n      editions:\n"
        "        mentee: {title: For mentees, audience: [mentee]}\n        team: {title: For all}\n"
    )
    write(tmp_path, {"mkdocs.yml": config, "content/index.md": "# Home\n", "content/p.md": f"{front}# P\n"})
    for edition in ("mentee", "team"):
        run(tmp_path, "journeybook", "generate", edition, "--edition", edition)
    text = (tmp_path / "mentee/docs/p.md").read_text("utf-8")
    assert re.sub(r"jb_mark: '?\w{6}'?\n", "", text) == "---\ntitle: P\nother: 3\n---\n\n# P\n"
    team = re.sub(r"jb_mark: '?\w{6}'?\n", "", (tmp_path / "team/docs/p.md").read_text("utf-8"))
    assert team.startswith(front)
