"""What leads to a file, or names it: everything that readers need goes with an edition, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.handbooks import book_of, write
from journeybook.builders.config.edition_files import Around, carried_files
from journeybook.handbook.editions import edition_of
from journeybook.handbook.named_files import NamingText, of_settings
from journeybook.markdown.settings import MarkdownSettings
from journeybook.model.editions import Edition

MENTEE = Edition("mentee", "For mentees", frozenset({"mentee"}))
MENTOR = Edition("mentor", "For mentors", frozenset({"mentor", "mentee"}))
MENTORS = "---\naudience: mentor\n---\n# Mentors\n\n"


def carried(
    folder: Path, files: dict[str, str], *paths: str, around: Around | None = None, **settings: object
) -> set[str]:
    """Those of the files beside the pages that go with the mentees' edition."""
    book = book_of(folder, {"content/index.md": "# Home\n", "content/m.md": MENTORS} | files, **settings)
    own = (path.removeprefix("content/") for path in files if path.startswith("content/"))
    there = {path for path in (*own, *paths) if not path.endswith((".md", "/"))}
    return carried_files(edition_of(book, MENTEE), there, around)


@pytest.mark.parametrize(
    "text",
    [
        "![x](../pics/a.png)",
        "![x](../pics/a.png#only-dark){ .off-glb }",
        "![x][a]\n\n[a]: ../pics/a.png",
        "<img src='../../pics/a.png'>",
        "<img src=../../pics/a.png>",
        "<img src=/hb/pics/a.png>",
        "<img src='https://example.org/hb/pics/a.png?v=1'>",
        "<img srcset='x.png 1x, ../../pics/a.png 2x'>",
        "<div style='background: url(../../pics/a.png)'>x</div>",
        "<div data-src='../../pics/a.png'>x</div>",
        "<a class=glightbox href=../../pics/a.png>x</a>",
        "<video controls poster='../../pics/a.png'></video>",
        "<object data='../../pics/a.png'></object>",
        "| a | b |\n|---|---|\n| x | [x](../pics/a.png) |",
        "{{ figure('pics/a.png') }}",
        "--8<-- \"pics/a.png\"",
        "--8<-- \"content/pics/a.png:part\"",
        "See a.png below.",
        "The pictures lie in `pics/`.",
        "![x](<../pics/a.png>)",
        "![x](../%70ics/a.png)",
    ],
)  # fmt: skip
def test_a_page_leads_to_it(tmp_path: Path, text: str) -> None:
    """In any writing; another one beside it, which nothing names, stays behind."""
    page = {"content/guide/one.md": f"# One\n\n{text}\n", "content/pics/a.png": "x"}
    found = carried(tmp_path, page, "b/b.png", around=Around(address="https://example.org/hb/"))
    assert found == {"pics/a.png"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("our plan.pdf", "[x](our%20plan.pdf)"),
        ("our plan.pdf", "<a href='../our plan.pdf'>x</a>"),
        ("my files/our plan.pdf", "<a href='../my files/our plan.pdf'>x</a>"),
        ("plan (1).pdf", "[x](<plan (1).pdf>)"),
        ("plan(1).pdf", "<a href='plan(1).pdf'>x</a>"),
        ("a&b.pdf", "<a href='a&amp;b.pdf'>x</a>"),
        ("x_y.pdf", "[x](x\\_y.pdf)"),
        ("\u00fc.pdf", "[x](u\u0308.pdf)"),
        ("Plan.PDF", "<a href='plan.pdf'>x</a>"),
        ("deck/index.html", "[x](deck/)"),
        ("deck/index.html", "<a href=deck>x</a>"),
    ],
)
def test_names_in_any_writing(tmp_path: Path, name: str, text: str) -> None:
    """With blanks, brackets and signs; the first page of a folder by its folder."""
    assert carried(tmp_path, {"content/one.md": f"# One\n\n{text}\n", f"content/{name}": "x"}) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'slides/one.html' %}",
        "[x](https://example.org){ data-src='slides/one.html' }",
        "[x](https://example.org){: target=_blank data-glightbox-href='slides/one.html' }",
        '--8<-- "slides/one.html"',
        "--8<--\nslides/one.html\n--8<--",
        "<div data-url=slides/one.html>x</div>",
        "<div data-original='slides/one.html'>x</div>",
        "<img alt='x > y' src=x.png srcset='x.png 1x, ../slides/one.html 2x'>",
        '<span title="5" tall">x</span><a href=\'slides/one.html\'>x</a>',
        "<meta property='og:image' content='slides/one.html'>",
        "<object><param name=movie value='slides/one.html'></object>",
        "<button onclick=\"window.open('slides/one.html')\">x</button>",
        "<iframe srcdoc=\"<img src='slides/one.html'>\"></iframe>",
        "<code>[x](slides/one.html)</code>",
        '<div data-setup=\'{"src": "../slides/one.html"}\'>x</div>',
        "<script>load('../slides/one.html')</script>",
        "Look at https://example.org/hb/slides/one.html, all of you.",
        "---\nog_image: slides/one.html\n---\n",
        '```mermaid\nflowchart LR\n  A --> B\n  click A "slides/one.html"\n```',
        "    <a\n    href='slides/one.html'>x</a>",
        "- a\n\n    [x](slides/one.html)",
        "Text\n\n- a\n- b\n\n    more\n\n    [x](slides/one.html)",
        "\\\\[x](slides/one.html)",
        "---\nlinks: [{title: One, url: slides/one.html}]\n---\n",
        '```vegalite\n{"data": {"url": "slides/one.html"}}\n```',
    ],
)
def test_a_page_leads_to_a_file_by_more_than_links(tmp_path: Path, text: str) -> None:
    """So that the file goes though a page for others leads there, too."""
    files = {
        "content/one.md": f"{text}\n" if text.startswith("---\n") else f"# One\n\n{text}\n",
        "content/m.md": f"{MENTORS}[x](slides/one.html)\n",
        "content/slides/one.html": "x",
    }
    assert carried(tmp_path, files, around=Around(address="https://example.org/hb/")) == {"slides/one.html"}


NAME_ALONE = [
    "Your mentor has:\n\n- answers.pdf",
    "Mentor: answers.pdf",
    "Your mentor keeps the file\nanswers.pdf\nfor you.",
    "```\nanswers.pdf\n```",
    "`<a href='answers.pdf'>`, `[x](answers.pdf)`",
    "{answers.pdf}",
    "As here:\n\n    [x](answers.pdf)\n\n    [y](answers.pdf)",
    "<pre>[x](answers.pdf)</pre>",
    "\\[x](answers.pdf)",
    "Write src=answers.pdf or data=answers.pdf there, <b>or</b> href='answers.pdf'.",
    '{"answers.pdf"} and [x](https://example.org){ data-k="answers.pdf" }',
    "<select><option value='answers.pdf'>x</option></select>",
    "<a onclick=\"alert('answers.pdf')\" data-x=answers.pdf rel='answers.pdf'>x</a>",
    "<q cite='answers.pdf'>x</q>",
    "<meta name=description content='answers.pdf'>",
    '<div data-setup=\'{"title": "answers.pdf"}\'>x</div>',
    "<a download=answers.pdf href='../plan.txt'>x</a>",
    '```d2\n"answers.pdf" -> b\n```',
    '```vegalite\n{"title": "answers.pdf", "notes": ["x", "answers.pdf"]}\n```',
    '```mermaid\nflowchart LR\n  A["answers.pdf"] --> B\n```',
    "<span data-note='answers.pdf' data-tooltip=answers.pdf>x</span>",
    "---\nlinks: [{link_title: answers.pdf}]\nurl_note: answers.pdf\n---\n# One\n",
    "<img src=x.png alt='answers.pdf is with your mentor'>",
    "<img src=x.png alt='answers.pdf'>",
    "<span title=answers.pdf>x</span>",
    "---\ntitle: answers.pdf\n---\n# One\n",
    "---\nmaterials: [answers.pdf]\n---\n# One\n",
    "| For | File |\n|---|---|\n| mentors | answers.pdf |",
]


@pytest.mark.parametrize("text", NAME_ALONE)
def test_a_page_does_not_lead_where_it_only_says_a_name(tmp_path: Path, text: str) -> None:
    """In an item, a line, a title or code: what a page for others leads to stays with that."""
    hidden = {"content/m.md": f"{MENTORS}[x](answers.pdf)\n", "content/answers.pdf": "x"}
    page = {"content/one.md": f"{text}\n" if text.startswith("---\n") else f"# One\n\n{text}\n"}
    assert carried(tmp_path, hidden | page) == set()


@pytest.mark.parametrize(
    ("settings", "goes"),
    [
        ("extra: {note: answers.pdf}", False),
        ("copyright: answers.pdf", False),
        ("extra: {sheet_url: answers.pdf}", True),
        ("copyright: <a href='answers.pdf'>x</a>", True),
        ("plugins: [{own: {data: [answers.pdf]}}]", True),
        ("plugins: [{rich-text: {file: answers.pdf}}]", True),
        ("plugins: [{own: {label: answers.pdf, title: {en: answers.pdf}}}]", False),
        ("site_author: answers.pdf", False),
        ("extra: {icon_note: answers.pdf}", False),
    ],
)
def test_values_of_settings_lead_where_they_are_no_texts(tmp_path: Path, settings: str, goes: bool) -> None:
    """Nor of those that only a template reads."""
    files = {"content/m.md": f"{MENTORS}[x](answers.pdf)\n", "content/answers.pdf": "x"}
    around = Around(shown=(of_settings([yaml.compose(settings)]),))
    assert carried(tmp_path, files, around=around) == ({"answers.pdf"} if goes else set())


@pytest.mark.parametrize(
    ("file", "said", "leading"),
    [
        ("s.html", "<p>answers.pdf</p>", "<a href=answers.pdf>x</a>"),
        ("s.html", "<!-- <a href='answers.pdf'> -->", "<script>open('answers.pdf')</script>"),
        ("s.svg", "<svg><text>answers.pdf</text></svg>", "<svg><a xlink:href='answers.pdf'/></svg>"),
        ("s.txt", "answers.pdf\n", "https://example.org/hb/answers.pdf"),
        ("s.html", "<p data-x=answers.pdf>src=answers.pdf {'answers.pdf'}", "<img data-src=answers.pdf>"),
        ("s.csv", "for,sheet\nmentor,./answers.pdf\n", "for,Image file\nmentor,answers.pdf\n"),
        ("s.css", "/* url(answers.pdf) and 'answers.pdf' */", "a { background: url(answers.pdf) }"),
        ("s.css", "a::after { content: 'answers.pdf' }", "@import 'answers.pdf';"),
        ("s.css", "a { --n: 'answers.pdf' }", "a { --n: image-set('x.png' 1x, 'answers.pdf' 2x) }"),
        ("s.svg", "<?xml version='answers.pdf'?><svg/>", "<?xml-stylesheet href='answers.pdf'?><svg/>"),
        ("s.svg", "<svg data-k='answers.pdf'/>", "<svg style='fill: url(answers.pdf)'/>"),
        ("s.drawio", "<mxCell value='answers.pdf'/>", "<mxCell style='shape=image;image=answers.pdf;'/>"),
        ("s.drawio", "<x label='answers.pdf'/>", "<x value='&lt;a href=&quot;answers.pdf&quot;&gt;x&lt;/a&gt;'/>"),
        ("s.yml", "note: 'answers.pdf'\n", "files:\n  - x\n  - 'answers.pdf'\n"),
        ("s.yml", "- answers.pdf\nvalue: answers.pdf\n", "a: {images: [x.png, answers.pdf]}\n"),
        ("s.toml", 'note = "answers.pdf"', 'files = ["x", "answers.pdf"]'),
        ("s.xml", "<note>answers.pdf</note>", "<image>answers.pdf</image>"),
        ("s.m3u8", "# answers.pdf\n", "answers.pdf\n"),
        ("s.js", "x.title = 'answers.pdf'; alert('answers.pdf')", "import('answers.pdf')"),
        ("s.geojson", '{"properties": {"name": "answers.pdf"}}', '{"properties": {"at": "answers.pdf"}}'),
        ("s.js", "// 'answers.pdf' is for mentors\n", "open('answers.pdf') // for all\n"),
        ("s.js", "/* open('answers.pdf') */", "x = /[\"']/; open('answers.pdf')"),
        ("s.js", "say('answers.pdf is for mentors')", "go(\"<a href='answers.pdf'>\")"),
        ("s.json", '{"note": "See answers.pdf"}', '{"file": "answers.pdf"}'),
        ("s.yaml", "# answers.pdf\ntitle: answers.pdf\n", "file: answers.pdf\n"),
    ],
)
def test_a_shown_file_leads_where_an_address_stands(tmp_path: Path, file: str, said: str, leading: str) -> None:
    """And not by a sentence or a comment that says how a file of others is called."""
    files = {
        "content/m.md": f"{MENTORS}[x](answers.pdf)\n",
        "content/one.md": f"# One\n\n[x]({file})\n",
        "content/answers.pdf": "x",
    }
    around = Around(address="https://example.org/hb/")
    assert carried(tmp_path / "a", files | {f"content/{file}": said}, around=around) == {file}
    assert carried(tmp_path / "b", files | {f"content/{file}": leading}, around=around) == {file, "answers.pdf"}


def test_an_entry_and_a_template_lead_there_by_addresses(tmp_path: Path) -> None:
    """A text field names a file of others, and so does a comment of Jinja; neither opens it."""
    files = {"content/m.md": f"{MENTORS}[x](answers.pdf)\n", "content/answers.pdf": "x"}
    entry = {"toolkit/talk.yaml": "title: Talk\nmaterials: [answers.pdf]\n"}
    said = Around(shown=(NamingText("{# 'answers.pdf' #} {{ page.title }}", ("",)),))
    assert carried(tmp_path / "a", files | entry, around=said) == set()
    leading = Around(shown=(NamingText("{{ 'answers.pdf' | url }}", ("",)),))
    assert carried(tmp_path / "b", files, around=leading) == {"answers.pdf"}


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("[x](slides)", True),
        ("[x][a]\n\n[a]: slides", True),
        ("<iframe src='../slides'></iframe>", True),
        ('<iframe src="../slides"></iframe>', True),
        ("<object data=../slides></object>", True),
        ("See slides/ there", False),
        ("See slides/index.html, there.", False),
        ("Bring your slides along.", False),
        ("Your “slides”, (slides) and `slides`.", False),
        ("<div class=slides data-tab='slides'>x</div>", False),
        ("<script>let slides = 1; x = 'slides'; img.src=slides</script>", False),
        ("x[^1]\n\n[^1]: slides", False),
    ],
)
def test_a_word_leads_where_an_address_does(tmp_path: Path, text: str, is_address: bool) -> None:
    """To a folder's first page, or a file without an ending; elsewhere it is a word."""
    files = {
        "content/one.md": f"# One\n\n{text}\n",
        "content/m.md": f"{MENTORS}[x](slides/index.html)\n",
        "content/slides/index.html": "x",
    }
    notes = MarkdownSettings(("footnotes",), {})
    assert carried(tmp_path / "a", files, markdown=notes) == ({"slides/index.html"} if is_address else set())
    files = {path: one.replace("slides/index.html", "slides") for path, one in files.items() if path.endswith(".md")}
    found = carried(tmp_path / "b", files | {"content/slides": "x"}, markdown=notes)
    assert found == ({"slides"} if is_address else set())
    alone = {"content/one.md": f"# One\n\n{text}\n", "content/slides/index.html": "x"}
    kept = carried(tmp_path / "c", alone, markdown=notes)
    assert kept == ({"slides/index.html"} if is_address or "slides/" in text else set())


def test_words_of_settings_lead_nowhere(tmp_path: Path) -> None:
    """Such as the names of a theme and of plugins."""
    around = Around(shown=(of_settings([yaml.compose("theme: {name: material}\nplugins: [search]\n")]),))
    files = {
        "content/m.md": f"{MENTORS}material/ search/",
        **{f"content/{one}/index.html": "x" for one in ("material", "search")},
    }
    assert carried(tmp_path, files, around=around) == set()


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("s/x.css", "a { background: url(../pics/a.png) }", "pics/a.png"),
        ("s/x.css", "@font-face { src: url('Inter.woff2') }", "s/Inter.woff2"),
        ("s/x.js", "fetch('../data/a.json')", "data/a.json"),
        ("s/x.js", "fetch(base + 'data/' + name + '.json')", "data/a.json"),
        ("s/x.js", "fetch(`data/${name}.json`)", "data/a.json"),
        ("s/x.js", 'img.src = "pics/icon-" + name + ".svg"', "pics/icon-a.svg"),
        ("s/x.js", "import './y.mjs'", "s/y.mjs"),
        ("s/x.js", "h5pJsonPath: '../h5p/quiz'", "h5p/quiz/content/a.json"),
        ("s/x.js", "format('pics/%d.png', n)", "pics/1.png"),
        ("s/x.js", "'pics' + '/' + n", "pics/1.png"),
        ("s/x.js", "'pics/icon.' + kind", "pics/icon.png"),
        ("s/x.mpd", "<S media='seg/part-$Number$.m4s'/>", "seg/part-1.m4s"),
        ("s/x.js", f"/* {'x' * 3_100_000} */ load('pics/i.png')", "pics/i.png"),
        ("s/x.html", "<script src=y.js></script>", "s/y.js"),
        ("s/x.html", "<video><track src='y.vtt'></video>", "s/y.vtt"),
        ("s/x.svg", "<svg><image xlink:href='y.png'/></svg>", "s/y.png"),
        ("s/x.json", '{"picture": "pics\\/a.png"}', "pics/a.png"),
        ("s/x.csv", "a,pics/a.png\n", "pics/a.png"),
        ("s/x.webmanifest", '{"icons": [{"src": "icon.png"}]}', "s/icon.png"),
        ("s/x.vtt", "00:00.000 --> 00:01.000\nsprite.jpg#xywh=0,0,1,1\n", "s/sprite.jpg"),
        ("s/x.yaml", "paths: {$ref: './y.yaml'}\n", "s/y.yaml"),
    ],
)  # fmt: skip
def test_a_file_that_goes_names_it(tmp_path: Path, file: str, text: str, named: str) -> None:
    """And so on; where the file does not go, neither does what it names."""
    own = {f"content/{file}": text, f"content/{named}": "x"}
    assert carried(tmp_path / "a", own | {"content/one.md": f"# One\n\n[x]({file})\n"}) == {file, named}
    assert carried(tmp_path / "b", own | {"content/m.md": f"{MENTORS}[x]({file})\n"}) == set()
    assert carried(tmp_path / "c", own) == set()


def test_a_web_page_of_an_office(tmp_path: Path) -> None:
    """Its text is in the letters of Windows."""
    files = {"content/one.md": "# One\n\n[x](s/x.htm)\n", "content/s/\u00e4-Dateien/a.png": "x", "content/s/x.htm": ""}
    write(tmp_path, files)
    (tmp_path / "content/s/x.htm").write_bytes("<img src='\u00e4-Dateien/a.png'>".encode("cp1252"))
    del files["content/s/x.htm"]
    assert carried(tmp_path, files, "s/x.htm") == {"s/x.htm", "s/\u00e4-Dateien/a.png"}


def test_a_road_of_several_files(tmp_path: Path) -> None:
    """A page to HTML, to a script, to data, to a picture, and around again."""
    files = {
        "content/one.md": "# One\n\n<iframe src='../deck/index.html'></iframe>\n",
        "content/deck/index.html": "<script src='a.js'></script>",
        "content/deck/a.js": "fetch('d.json')",
        "content/deck/d.json": '{"p": "p.png", "back": "index.html"}',
        "content/deck/p.png": "x",
        "content/deck/other.png": "x",
    }
    assert carried(tmp_path, files) == {f"deck/{name}" for name in ("index.html", "a.js", "d.json", "p.png")}


@pytest.mark.parametrize(
    "text",
    [
        "title: Talk\nsummary: Look at pics/a.png\n",
        "title: Talk\ndescription: '[x](../../pics/a.png)'\n",
        "title: Talk\nresources: [{title: A, url: 'https://example.org/hb/pics/a.png'}]\n",
    ],
)
def test_an_entry_names_it(tmp_path: Path, text: str) -> None:
    """A field of it, where the edition has that."""
    files = {"content/pics/a.png": "x"}
    around = Around(address="https://example.org/hb/")
    assert carried(tmp_path / "a", files | {"toolkit/talk.yaml": text}, around=around) == {"pics/a.png"}
    hidden = f"{text}audience: mentor\n"
    assert carried(tmp_path / "b", files | {"toolkit/talk.yaml": hidden}, around=around) == set()


def test_what_hosts_look_for_goes(tmp_path: Path) -> None:
    """By its name at its place; a licence with what it is of."""
    names = (
        "CNAME",
        "robots.txt",
        "_redirects",
        ".well-known/security.txt",
        "favicon.ico",
        "0a1b2c3d4e5f.txt",
        "404.html",
        "LICENSE.txt",
    )
    more = {
        "content/fonts/Inter-LICENSE.txt": "x",
        "content/fonts/OFL-MIT.txt": "x",
        "content/fonts/Inter-Bold.woff2": "x",
        "content/two.md": "# Two\n\n[x](fonts/Inter-Bold.woff2)\n",
        "content/fonts/a.woff2": "x",
        "content/fonts/LICENSE.txt": "x",
        "content/one.md": "# One\n\n[x](fonts/a.woff2)\n",
    }
    files = {f"content/{name}": "x" for name in names} | more
    away = ("deep/CNAME", "other/LICENSE.txt", "2026-11-29.txt", "deep/index.html")
    fonts = ("a.woff2", "Inter-Bold.woff2", "LICENSE.txt", "Inter-LICENSE.txt", "OFL-MIT.txt")
    assert carried(tmp_path, files, *away) == {*names, *(f"fonts/{name}" for name in fonts)}


@pytest.mark.parametrize(
    "name",
    [
        "requirements-for-mentors.txt", "license-keys.txt", "team-licence.xlsx", "google-drive-x.html",
        "mkdocs-team.yml", "mkdocs.yml", "2026-dec.txt", "deadbeefface.txt",
        "favicon-of-mentors.pdf", "favicon-plan.png", "googleface.html", "naver-pairs.html",
        "CNAME.txt", "license-mentors", "copying.docx", "yandex_plans.html",
        "files/team-license.txt", "files/license-keys.xlsx", "files/license-keys.txt", "files/team-license-mit.txt",
    ],
)  # fmt: skip
def test_a_name_with_a_word_more_is_not_looked_for(tmp_path: Path, name: str) -> None:
    """By no host, and is the licence of nothing that lies beside it; `check` tells it."""
    files = {"content/one.md": "# One\n\n![x](files/picture.png)\n", "content/files/picture.png": "x"}
    assert carried(tmp_path, files, name) == {"files/picture.png"}


@pytest.mark.parametrize(
    ("page", "named", "other"),
    [
        ("[x](plan.pdf)", "guide/plan.pdf", "plan.pdf"),
        ("[x](plan.pdf)", "guide/plan.pdf", "sec/plan.pdf"),
        ("<a href='../plan.pdf'>x</a>", "guide/plan.pdf", "sec/plan.pdf"),
        ("[x](../open/plan.pdf)", "open/plan.pdf", "plan.pdf"),
        ("[x](../open/plan.pdf)", "open/plan.pdf", "sec/open2/plan.pdf"),
        ("[x](https://web.example/plan.pdf)", None, "plan.pdf"),
        ("[x](https://web.example/sec/plan.pdf)", None, "sec/plan.pdf"),
        ("our-plan.pdf and plan.pdfx", None, "sec/plan.pdf"),
        ("A plan.", None, "sec/plan"),
        ("[x](../open/) and `guide/`", None, "open/plan.pdf"),
        ("plans and/or sec", None, "sec/plan.pdf"),
        ("`seconds/` of sec", None, "sec/plan.pdf"),
    ],
)  # fmt: skip
def test_another_one_of_that_name_stays(tmp_path: Path, page: str, named: str | None, other: str) -> None:
    """What leads to one file names no other; a folder of pages is named for them."""
    files = {"content/guide/one.md": f"# One\n\n{page}\n", "content/open/p.md": "# P\n"}
    paths = [*([named] if named else []), other]
    assert carried(tmp_path, files, *paths, around=Around(address="https://example.org/hb/")) == ({named} - {None})


HIDDEN = {
    "a page that a hidden page leads to": {
        "content/m.md": f"{MENTORS}[x](slides/deck.html)\n",
        "content/slides/deck.html": "<img src='a.png'>",
    },
    "a script of a hidden page": {
        "content/m.md": f"{MENTORS}<script src='../js/x.js'></script>\n",
        "content/js/x.js": "fetch('../slides/a.png')",
    },
    "a drawing in a hidden block": {
        "content/one.md": "# One\n\n<!-- for: mentor -->\n![x](map.svg)\n<!-- end for -->\n",
        "content/map.svg": "<svg><image href='slides/a.png'/></svg>",
    },
    "a page in a folder for others": {
        "content/sec/index.md": MENTORS,
        "content/sec/deck.html": "<img src='../slides/a.png'>",
    },
    "a question for others": {
        "content/one.md": "---\nquestions:\n  - {text: 'What do you see in a.png?', audience: mentor}\n---\n# One\n",
    },
    "nothing": {},
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_only_a_hidden_file_names_stays(tmp_path: Path, name: str) -> None:
    """Even where a script that is shown names its folder; what a page leads to goes all the same."""
    files = HIDDEN[name] | {"content/slides/a.png": "x"}
    assert carried(tmp_path / "a", files) == set()
    script = {"content/two.md": "# Two\n\n[x](own.js)\n", "content/own.js": "img.src = 'slides/' + name"}
    assert carried(tmp_path / "b", files | script) == {"own.js"} | ({"slides/a.png"} if name == "nothing" else set())
    page = {"content/two.md": "# Two\n\n![x](slides/a.png)\n"}
    assert carried(tmp_path / "c", files | page) == {"slides/a.png"}


@pytest.mark.parametrize("opening", ["sec/index.md", "sec/README.md", "sec.md"])
def test_the_audience_of_a_folder_holds_for_what_a_page_leads_to(tmp_path: Path, opening: str) -> None:
    """Its link there is plain words; mkdocs.yml may ask for a file of it all the same."""
    files = {
        f"content/{opening}": MENTORS,
        "content/sec/plan.pdf": "x",
        "content/one.md": "# One\n\n[x](sec/plan.pdf) <a href='../sec/plan.pdf'>y</a>\n",
    }
    assert carried(tmp_path / "a", files) == set()
    asked = Around(asked=frozenset({"sec/plan.pdf"}))
    assert carried(tmp_path / "b", files, around=asked) == {"sec/plan.pdf"}
    book = book_of(tmp_path / "c", {"content/index.md": "# Home\n"} | files)
    assert carried_files(edition_of(book, MENTOR), {"sec/plan.pdf"}) == {"sec/plan.pdf"}


def test_a_file_that_says_for_whom_it_is(tmp_path: Path) -> None:
    """Does not go, whatever leads to it, and names nothing."""
    files = {
        "content/one.md": "# One\n\n[x](x.txt)\n",
        "content/x.txt": "---\naudience: mentor\n---\nplan.pdf\n",
        "content/plan.pdf": "x",
    }
    assert carried(tmp_path, files, around=Around(marked=frozenset({"x.txt"}))) == set()


def test_what_mkdocs_keeps_back_is_there_for_plugins(tmp_path: Path) -> None:
    """Such as a list of authors, which may name their pictures; not where something hidden names it."""
    files = {
        "content/.authors.yml": "authors: {ann: {avatar: pics/a.png}}\n",
        "content/pics/a.png": "x",
        "content/tables/a.csv": "x",
        "content/tables/b.csv": "x",
        "content/m.md": f"{MENTORS}`b.csv`\n",
    }
    back = frozenset({".authors.yml", "tables/a.csv", "tables/b.csv"})
    assert carried(tmp_path, files, around=Around(unpublished=back)) == {".authors.yml", "pics/a.png", "tables/a.csv"}


def test_texts_of_the_theme_name_it(tmp_path: Path) -> None:
    """Templates, hooks and mkdocs.yml are texts, too."""
    shown = NamingText("{{ 'pics/a.png' | url }}", ("partials",))
    assert carried(tmp_path, {"content/pics/a.png": "x"}, around=Around(shown=(shown,))) == {"pics/a.png"}


def test_a_snippet_names_it(tmp_path: Path) -> None:
    """A document to which the text leads that a page takes in."""
    markdown = MarkdownSettings(("pymdownx.snippets",), {"pymdownx.snippets": {"base_path": [str(tmp_path)]}})
    files = {
        "content/one.md": '# One\n\n--8<-- "inc.txt"\n',
        "inc.txt": "[x](files/a.pdf)\n",
        "content/files/a.pdf": "x",
    }
    assert carried(tmp_path, files, markdown=markdown) == {"files/a.pdf"}
