"""Nothing that is for others is in any byte that an edition's commands write."""

from __future__ import annotations

import base64
import binascii
import contextlib
import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader
from pypdf.errors import PdfReadError
from pypdf.generic import IndirectObject, StreamObject

from editions.planted import planted
from journeybook.cards.qr import qr_code
from journeybook.cli import main
from journeybook.export.forms import all_forms
from small import run, write

pytestmark = pytest.mark.slow

PLANTED = planted()
OF_MENTORS = ("closed-", "kept/", "guide/two", "who-with-whom", "Kept for mentors")
"""Words that stand in ids, paths and titles of what is for mentors."""
MKDOCS_YML = f"""\
site_name: Small handbook
site_url: https://example.org/handbook/
repo_url: https://example.org/sources
edit_uri: edit/main/content/
docs_dir: content
theme: material
markdown_extensions: [pymdownx.snippets]
not_in_nav: |
  kept/inner.md
nav:
  - index.md
  - Guide: [guide/index.md, guide/one.md, guide/two.md]
  - Kept for mentors: [kept/index.md, {{Deep: [kept/inner.md]}}]
  - A closed way: journeys/closed-journey/index.md
  - Journeys: journeys/index.md
  - Toolkit: toolkit/index.md
plugins:
  - search
  - journeybook:
      downloads: [svg, pdf]
      cards: [a4]
      edition: team
      editions:
        mentee: {{title: For mentees, audience: [mentee, public]}}
        team: {{title: For the team}}
      banner: {PLANTED.banner}
"""
FILES = {
    **PLANTED.files,
    "mkdocs.yml": MKDOCS_YML,
    "content/kept/who-with-whom.txt": "q7zzz4",
    "content/guide/one.md": PLANTED.files["content/guide/one.md"]
    + '\n[Plain](two.md), [named][far], <a href="../../kept/inner/">HTML</a>\n\n[far]: ../kept/index.md\n'
    + '\n--8<-- "more.txt"\n',
    "more.txt": "For all\n\n<!-- for: mentor -->\n\nq7zzy4\n\n<!-- end for -->\n",
    "content/kept/index.md": PLANTED.files["content/kept/index.md"] + "\n[Who with whom](who-with-whom.txt)\n",
}
HIDDEN = {**PLANTED.hidden, "q7zzz4": "a file", "q7zzy4": "a snippet"}
KNOWN_KINDS = {
    *(
        "",
        ".css",
        ".docx",
        ".epub",
        ".gz",
        ".html",
        ".ics",
        ".js",
        ".json",
        ".map",
        ".md",
        ".pdf",
        ".svg",
        ".txt",
        ".xml",
        ".yml",
        ".zip",
    ),
    *(".png", ".woff2", ".zip"),
}
PACKED = (".docx", ".epub", ".zip")
_DATA = re.compile(rb";base64,([A-Za-z0-9+/]+)")
CODES_OF_MENTORS = tuple(
    qr_code(f"https://example.org/handbook/{path}/").path
    for path in ("toolkit/closed-activity", "journeys/closed-journey", "kept", "guide/two")
)
QUIET = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted handbook on disk."""
    return write(tmp_path_factory.mktemp("planted"), FILES)


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Each name and each file of a folder as text, with what is packed in it, or written in another way."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield name, name
        if path.is_file():
            for content in _unpacked(path.read_bytes(), path.suffix):
                text = content.decode("utf-8", "replace")
                yield name, text
                yield name, unquote(text)
                yield name, re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def _unpacked(content: bytes, ending: str) -> Iterator[bytes]:
    yield content
    if ending == ".gz":
        yield gzip.decompress(content)
    if ending in PACKED and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _unpacked(packed.read(name), Path(name).suffix)
    if ending == ".xml" and b"<w:t" in content:  # a word of Word's may lie in several runs
        yield re.sub(rb"<[^>]*>", b"", content)
    if ending == ".pdf" and content.startswith(b"%PDF"):
        yield "\n".join([*_of_paper(content), *_scanned(content)]).encode("utf-8", "replace")
    if b";base64," in content:
        yield from (_decoded(data) for data in _DATA.findall(content))


def _decoded(data: bytes) -> bytes:
    with contextlib.suppress(binascii.Error):
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    return b""


def _of_paper(content: bytes) -> Iterator[str]:
    """A PDF's texts, as they are and with words that end a line joined, and each of its objects."""
    pdf = PdfReader(io.BytesIO(content))
    for page in pdf.pages:
        text = page.extract_text()
        yield text
        yield re.sub(r"[-\u2010\u00ad]?\s*\n\s*|\u00ad", "", text)
    yield repr(pdf.metadata) + repr(pdf.outline)
    for number in range(1, int(pdf.trailer["/Size"])):
        with contextlib.suppress(PdfReadError):  # a number that no object has
            found = pdf.get_object(IndirectObject(number, 0, pdf))
            yield repr(found)
            if isinstance(found, StreamObject):
                yield found.get_data().decode("latin-1")


def _scanned(content: bytes) -> Iterator[str]:
    """The QR codes on a PDF's pages, as a phone reads them."""
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            picture = page.render(scale=3).to_pil().convert("L")
            yield from (f"scanned {code.text}" for code in zxingcpp.read_barcodes(picture))


def leaks(folder: Path) -> list[str]:
    """What a folder tells of what is for mentors, and where."""
    kinds = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert kinds <= KNOWN_KINDS, "a kind of file in which nobody knows how to look"
    texts = [(name, text) for name, text in texts_of(folder) if not name.startswith("assets/")]
    assert len(texts) > 30
    found = [f"{mark}: {HIDDEN[mark]}: {name}" for name, text in texts for mark in HIDDEN if mark in text]
    return found + [f"{word}: {name}" for name, text in texts for word in OF_MENTORS + CODES_OF_MENTORS if word in text]


def lost(folder: Path) -> list[str]:
    """The marks of what is for everyone that a folder has nowhere."""
    told = "\n".join(text for _, text in texts_of(folder))
    of_no_view = ("Centre.title", "Centre.text")  # of the view ‘cycle’, which the journey does not have
    return [f"{mark}: {place}" for mark, place in PLANTED.shown.items() if mark not in told and place not in of_no_view]


def ran(handbook: Path, *command: str, **environment: str) -> str:
    """What a command that ends well has said."""
    ended = run(handbook, *command, timeout=300, **QUIET, **environment)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def test_a_site_of_journeybook(handbook: Path, tmp_path: Path) -> None:
    """Built where the team's was before, of which nothing stays."""
    site = tmp_path / "site"
    ran(handbook, "journeybook", "build", "-d", str(site))
    assert len(leaks(site)) > 100  # the team has it all
    assert "For the team" in (site / "index.html").read_text("utf-8")
    ran(handbook, "journeybook", "build", "--edition", "mentee", "-d", str(site))
    assert leaks(site) == []
    assert lost(site) == []
    home = (site / "index.html").read_text("utf-8")
    assert "Small handbook · For mentees" in home and "example.org/sources" not in home
    ran(handbook, "journeybook", "build", "-d", str(site))
    assert len(leaks(site)) > 100  # “nothing has changed” knows the edition


def test_a_site_of_mkdocs(handbook: Path, tmp_path: Path) -> None:
    """By its own command, as strictly as it can, with pages that are files."""
    flat = handbook / "flat.yml"
    flat.write_text(MKDOCS_YML + "use_directory_urls: false\n", "utf-8")
    site = tmp_path / "site"
    ran(handbook, "mkdocs", "build", "-q", "-f", "flat.yml", "-d", str(site), JOURNEYBOOK_EDITION="mentee")
    assert leaks(site) == []
    assert lost(site) == []
    assert (site / "guide/one.html").is_file()


def test_a_site_of_zensical(handbook: Path, tmp_path: Path) -> None:
    """Which reads the folder that we write."""
    site = tmp_path / "site"
    ran(handbook, "journeybook", "build", "--builder", "zensical", "--edition", "mentee", "-d", str(site))
    assert leaks(site) == []
    assert lost(site) == []


def test_every_command_that_makes_an_edition_is_tried() -> None:
    """A new one belongs into the tests here, and then into this list."""
    takes = {name for name, command in main.commands.items() if any(one.name == "edition" for one in command.params)}
    assert takes == {"build", "cards", "diagram", "export", "generate", "serve"}


def test_a_plain_folder(handbook: Path, tmp_path: Path) -> None:
    """Its mkdocs.yml included; MkDocs builds it without us."""
    folder = tmp_path / "plain"
    ran(handbook, "journeybook", "generate", str(folder), "--edition", "mentee")
    assert leaks(folder) == []
    assert lost(folder) == []
    ran(folder, "mkdocs", "build", "-q", "--strict")
    assert leaks(folder / "site") == []


def test_cards_and_drawings(handbook: Path, tmp_path: Path) -> None:
    """Of an edition; a journey that it leaves out is not drawn."""
    for deck in ("activities", "questions"):
        output = tmp_path / "out" / f"{deck}.pdf"
        output.parent.mkdir(exist_ok=True)
        ran(handbook, "journeybook", "cards", "--deck", deck, "--edition", "mentee", "-o", str(output))
    for view in ("path", "map"):
        command = ("journeybook", "diagram", "journeys/open-journey.yaml", "--view", view, "--edition", "mentee")
        for form in ("svg", "pdf"):
            ran(handbook, *command, "-o", str(tmp_path / "out" / f"{view}.{form}"))
    told = [text for _, text in texts_of(tmp_path / "out")]
    assert any("scanned https://example.org/handbook/toolkit/open-activity" in text for text in told), (
        "no code was read"
    )
    assert [mark for mark in HIDDEN if any(mark in text for text in told)] == []
    assert any("For mentees" in text for text in told)
    output = str(tmp_path / "closed.svg")
    ended = run(
        handbook, "journeybook", "diagram", "journeys/closed-journey.yaml", "-o", output, JOURNEYBOOK_EDITION="mentee"
    )
    assert ended.returncode == 2 and "the edition ‘mentee’ leaves" in ended.stderr


PARTS: dict[str, tuple[str, ...]] = {
    "a.docx": ("activity:open-activity", "workshop:open-workshop"),
    "a.zip": ("workshop:open-workshop",),
}


def test_every_form_of_an_export_is_tried() -> None:
    """One that holds no whole handbook belongs into the list above."""
    assert {name.partition(".")[2] for name in PARTS} == {
        name for name, form in all_forms().items() if not form.of_whole
    }


@pytest.mark.parametrize("name", PARTS)
def test_parts_to_hand_on(handbook: Path, tmp_path: Path, name: str) -> None:
    """In every form that holds no whole handbook."""
    only = [word for link in PARTS[name] for word in ("--only", link)]
    told = {}
    for edition in ("team", "mentee"):
        folder = tmp_path / edition
        ran(handbook, "journeybook", "export", str(folder / name), *only, "--edition", edition)
        told[edition] = [text for _, text in texts_of(folder)]
    words = (*HIDDEN, *OF_MENTORS)
    assert [word for word in words if any(word in text for text in told["mentee"])] == []
    assert [word for word in words if any(word in text for text in told["team"])]
    assert sum(any(mark in text for text in told["mentee"]) for mark in PLANTED.shown) > 5
    closed = tmp_path / f"closed.{name}"
    part = ("--only", "workshop:closed-workshop", "--edition", "mentee")
    ended = run(handbook, "journeybook", "export", str(closed), *part, **QUIET)
    assert ended.returncode == 2 and "this is left out of the edition" in ended.stderr and not closed.exists()


@pytest.mark.proof
@pytest.mark.parametrize("ending", [name for name, form in all_forms().items() if form.of_whole])
def test_a_file_to_hand_on(handbook: Path, tmp_path: Path, ending: str) -> None:
    """In every form that holds a whole handbook: the team's has it all."""
    for edition in ("mentee", "team"):
        ran(handbook, "journeybook", "export", str(tmp_path / edition / f"book.{ending}"), "--edition", edition)
    told = {name: [text for _, text in texts_of(tmp_path / name)] for name in ("mentee", "team")}
    found = {name: [mark for mark in HIDDEN if any(mark in text for text in texts)] for name, texts in told.items()}
    assert found["mentee"] == []
    assert len(found["team"]) > 100
    shown = [mark for mark in PLANTED.shown if any(mark in text for text in told["mentee"])]
    assert len(shown) > 0.8 * len(PLANTED.shown)


@pytest.mark.parametrize(
    ("command", "environment", "said"),
    [
        (("journeybook", "build", "--edition", "mente"), {}, "did you mean ‘mentee’?"),
        (("journeybook", "build"), {"JOURNEYBOOK_EDITION": ""}, "is set, and empty"),
        (("journeybook", "build", "--edition", "team"), {"JOURNEYBOOK_EDITION": ""}, "is set, and empty"),
        (("journeybook", "generate", "out"), {"JOURNEYBOOK_EDITION": "nobody"}, "there is no edition ‘nobody’"),
        (("journeybook", "cards", "--deck", "questions"), {"JOURNEYBOOK_EDITION": ""}, "is set, and empty"),
        (("mkdocs", "build", "-d", "new"), {"JOURNEYBOOK_EDITION": "menteee"}, "did you mean ‘mentee’?"),
    ],
)
def test_it_fails_closed(handbook: Path, command: tuple[str, ...], environment: dict[str, str], said: str) -> None:
    """An edition that there is not, and one that nobody names, is never taken for another."""
    ended = run(handbook, *command, **QUIET, **environment)
    assert ended.returncode != 0
    assert said in ended.stdout + ended.stderr
    assert not any((handbook / name).exists() for name in ("site", "out", "new"))


def test_all_editions_at_once(handbook: Path, tmp_path: Path) -> None:
    """Each in a folder of its own, at an address of its own, below a page to choose one."""
    site = tmp_path / "site"
    (handbook / "content/CNAME").write_text("example.org", "utf-8")
    said = ran(handbook, "journeybook", "build", "--all-editions", "-d", str(site))
    (handbook / "content/CNAME").unlink()
    assert leaks(site / "mentee") == [] and len(leaks(site / "team")) > 100
    above = {path.name: path.read_text("utf-8") for path in site.iterdir() if path.is_file() and path.name[0] != "."}
    assert above.keys() == {"index.html", "404.html", "sitemap.xml", "editions.css", "CNAME"}
    for name, title in (("mentee", "For mentees"), ("team", "For the team")):
        assert f'<a href="{name}/">{title}</a>' in above["index.html"]
        assert f'<a href="https://example.org/handbook/{name}/">' in above["404.html"]
        home = (site / name / "index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="https://example.org/handbook/{name}/">' in home
        assert f"https://example.org/handbook/{name}/sitemap.xml" in above["sitemap.xml"]
    assert re.search(r"\d+ pages in", said)


def test_search_engines_are_asked_to_leave_an_edition_out(tmp_path: Path) -> None:
    """One that is for some, and not for the public; neither its pages nor its sitemap are offered."""
    editions = (
        "      editions:\n        mentor: {title: For mentors, audience: mentor}\n"
        "        public: {title: For everybody, audience: [public]}\n"
    )
    config = "site_name: Small\nsite_url: https://example.org/\ndocs_dir: content\ntheme: material\nplugins:\n"
    files = {"mkdocs.yml": f"{config}  - search\n  - journeybook:\n{editions}", "content/index.md": "# Home\n"}
    folder = write(tmp_path, files)
    ran(folder, "journeybook", "build", "--all-editions")
    robots = '<meta name="robots" content="noindex">'
    assert robots in (folder / "site/mentor/index.html").read_text("utf-8")
    assert robots not in (folder / "site/public/index.html").read_text("utf-8")
    assert "mentor" not in (folder / "site/sitemap.xml").read_text("utf-8")
    for edition, asks in (("mentor", True), ("public", False)):
        ran(folder, "journeybook", "build", "--builder", "zensical", "--edition", edition, "-d", edition)
        assert (robots in (folder / edition / "index.html").read_text("utf-8")) is asks


@pytest.mark.parametrize(
    "main",
    [
        "",
        '{% extends "base.html" %}\n{% block announce %}Hello{% endblock %}\n',
        '{% extends "base.html" %}\n{%- block extrahead -%}<meta name="x">{% endblock %}\n',
    ],
)
def test_a_folder_asks_too(tmp_path: Path, main: str) -> None:
    """Whatever main.html its author has."""
    config = (
        "site_name: Small\ndocs_dir: content\ntheme: {name: material, custom_dir: own}\nplugins:\n  - search\n"
        "  - journeybook:\n      editions: {mentor: {title: For mentors, audience: mentor}}\n"
    )
    own = {"own/main.html": main} if main else {"own/partials/x.html": "x"}
    folder = write(tmp_path, {"mkdocs.yml": config, "content/index.md": "# Home\n", **own})
    ran(folder, "journeybook", "generate", "out", "--edition", "mentor")
    ran(folder / "out", "mkdocs", "build", "-q")
    html = (folder / "out/site/index.html").read_text("utf-8")
    assert html.count('<meta name="robots" content="noindex">') == 1
    assert ("Hello" in html) is ("Hello" in main) and ('name="x"' in html) is ('name="x"' in main)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mkdocs.yml": "extra:\n  more: toolkit/kept\n"}, "mkdocs.yml:12:9: ‘toolkit/kept’ is named here"),
        ({"mkdocs.yml": "extra:\n  more: [kept/index.md]\n"}, "‘kept/index.md’ is named here"),
        ({"mkdocs.yml": "hooks: [hook.py]\n", "hook.py": "def on_post_page(output, page, config):\n"
          "    return output + '<!-- for: mentor -->'\n"}, "‘<!-- for: mentor -->’ is left in the page"),
        ({"mkdocs.yml": "hooks: [hook.py]\n", "hook.py": "def on_page_markdown(markdown, page, config, files):\n"
          "    return markdown + '\\n\\n<!-- for mentor -->\\n'\n"}, "‘<!-- for mentor -->’ is not one of a pair here"),
        ({"mkdocs.yml": "hooks: [hook.py]\n", "hook.py": "def on_page_markdown(markdown, page, config, files):\n"
          "    return markdown + '\\n\\n<!- show: mentors ->\\n'\n"}, "‘<!- show: mentors ->’ is not one"),
        ({"mkdocs.yml": "  - meta: {meta_file: _all.yml}\n", "content/kept/_all.yml": "{Audience: mentor}\n"},
         "_all.yml:1: `Audience` is not read here"),
        ({"mkdocs.yml": "", "content/kept/.meta.yml": '"audience": mentor\n'},
         "nothing reads ‘audience’ here, so that everyone would see these pages"),
    ],
)  # fmt: skip
def test_what_would_tell_is_refused(tmp_path: Path, given: dict[str, str], said: str) -> None:
    """In mkdocs.yml, of whose values nobody knows where they are shown, and in what hooks bring in."""
    config = (
        "site_name: Small\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n  - journeybook:\n"
        "      editions:\n        mentee: {title: For mentees, audience: mentee}\n"
        "        team: {title: For the team}\n\n"
    )
    files = {
        "content/index.md": "# Home\n",
        "content/kept/index.md": "---\naudience: mentor\n---\n# Kept\n",
        "toolkit/kept.yaml": "title: Kept\naudience: mentor\n",
        **given,
        "mkdocs.yml": config + given["mkdocs.yml"],
    }
    ended = run(write(tmp_path, files), "journeybook", "build", "--edition", "mentee", **QUIET)
    assert ended.returncode != 0 and not (tmp_path / "site").exists()
    assert said in ended.stdout + ended.stderr


def test_blocks_that_snippets_bring_in_are_left_out(tmp_path: Path) -> None:
    """As those of the page are, of one edition, and shown in another."""
    config = (
        "site_name: Small\ndocs_dir: content\ntheme: material\nmarkdown_extensions: [pymdownx.snippets]\nplugins:\n"
        "  - search\n  - journeybook:\n      editions:\n        mentee: {title: For mentees, audience: mentee}\n"
        "        mentor: {title: For mentors, audience: [mentor, mentee]}\n"
    )
    snippet = "For all\n\n<!-- for: mentor -->\n\nq7bcd4\n\n<!-- end for -->\n"
    files = {"mkdocs.yml": config, "content/index.md": '# Home\n\n--8<-- "more.txt"\n', "more.txt": snippet}
    folder = write(tmp_path, files)
    for edition, has in (("mentee", False), ("mentor", True)):
        ran(folder, "journeybook", "build", "--edition", edition)
        text = (folder / "site/index.html").read_text("utf-8")
        assert "For all" in text and ("q7bcd4" in text) is has


def test_numbers_are_those_of_the_whole(tmp_path: Path) -> None:
    """A chapter that is left out leaves its number, in the navigation too."""
    config = "site_name: Small\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n  - journeybook:\n"
    files = {
        "mkdocs.yml": f"{config}      editions:\n        mentee: {{title: For mentees, audience: mentee}}\n",
        "content/index.md": "# Home\n",
        "content/a/index.md": "# First\n",
        "content/b/index.md": "---\naudience: mentor\n---\n# Second\n",
        "content/c/index.md": "# Third\n",
    }
    folder = write(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    home = (folder / "site/index.html").read_text("utf-8")
    assert "3 Third" in home and "2 Third" not in home


WITH_SNIPPETS = (
    "site_name: Small\ndocs_dir: content\ntheme: material\nmarkdown_extensions: [pymdownx.snippets]\nplugins:\n"
    "  - search\n  - journeybook:\n      editions:\n        mentee: {title: For mentees, audience: mentee}\n"
    "        team: {title: For the team}\n"
)


@pytest.mark.parametrize("command", [("build",), ("generate", "out")])
@pytest.mark.parametrize(
    ("name", "file", "content"),
    [
        ("content/secret.md", "content/secret.md", "---\naudience: mentor\n---\n# Kept\n\nq7bcd4\n"),
        ("content/kept/in.md", "content/kept/in.md", "# In\n\nq7bcd4\n"),
        ("more.md", "more.md", "---\naudience: [mentor, coordinator]\n---\nq7bcd4\n"),
        ("toolkit/kept.yaml", "toolkit/kept.yaml", "title: q7bcd4\naudience: mentor\n"),
        ("toolkit/part.yaml:1:2", "toolkit/part.yaml", "title: Part\nfacilitator_notes: q7bcd4\n"),
    ],
)
def test_a_snippet_for_others_is_refused(
    tmp_path: Path, command: tuple[str, ...], name: str, file: str, content: str
) -> None:
    """A page that is left out, what stands below one, a text that says so itself, a source with more than is shown."""
    files = {
        "mkdocs.yml": WITH_SNIPPETS,
        "content/index.md": f'# Home\n\n--8<-- "{name}"\n',
        "content/kept/index.md": "---\naudience: mentor\n---\n# Kept\n",
        file: content,
    }
    ended = run(write(tmp_path, files), "journeybook", *command, "--edition", "mentee", **QUIET)
    said = ended.stdout + ended.stderr
    assert ended.returncode != 0 and "Traceback" not in said
    assert f"‘{name.partition(':')[0]}’ is for others, and the edition ‘mentee’ leaves it out" in said
    assert not (tmp_path / "site").exists() and not (tmp_path / "out").exists()
    assert ran(tmp_path, "journeybook", *command, "--edition", "team")


def test_a_snippet_of_a_page_in_part_is_as_the_edition_has_it(tmp_path: Path) -> None:
    """Without its blocks for others, its questions and its audience; one that is no page is as it is."""
    page = "---\naudience: [mentee, mentor]\n---\n# Part\n\nq7shwn4\n\n<!-- for: mentor -->\nq7bcd4\n<!-- end for -->\n"
    files = {
        "mkdocs.yml": WITH_SNIPPETS + "exclude_docs: inc/\n",
        "content/index.md": '# Home\n\n--8<-- "content/part.md"\n\n--8<-- "content/inc/more.md"\n',
        "content/part.md": page,
        "content/inc/more.md": "q7mre4\n",
    }
    folder = write(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    ran(folder, "journeybook", "generate", "out", "--edition", "mentee")
    for text in ((folder / "site/index.html").read_text("utf-8"), (folder / "out/docs/index.md").read_text("utf-8")):
        assert "q7shwn4" in text and "q7mre4" in text and "q7bcd4" not in text
    assert "edition_snippets" not in (folder / "out/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("flat", [False, True])
def test_plain_links_become_words(tmp_path: Path, flat: bool) -> None:
    """To pages, generated ones too, as files and as addresses; their paths would tell of what is left out."""
    config = WITH_SNIPPETS.replace("site_name: Small", "site_name: Small\nsite_url: https://example.org/book/")
    links = [
        "q7kpt4.md", "toolkit/q7clsd4/index.md", "q7kpt4/", "toolkit/q7clsd4/", "/book/q7kpt4/", "https://example.org/book/q7kpt4/",
        "q7kpt4.html", "toolkit/q7clsd4/index.html",
    ]  # fmt: skip
    lines = [f"- a [word]({link}), <a href='{link}'>another</a>\n" for link in links]
    text = '# Home\n\n{lines}\n[one][k] [k]\n\n[k]: {up}q7kpt4.md\n\n--8<-- "more.txt"\n'
    up = [re.sub(r"\]\((?=[qt])", "](../", re.sub(r", <a href='[qt].*", "", line)) for line in lines]
    files = {
        "mkdocs.yml": config + ("use_directory_urls: false\n" if flat else ""),
        "content/index.md": text.format(lines="".join(lines), up=""),
        "content/guide/one.md": text.format(lines="".join(up), up="../"),
        "content/q7kpt4.md": "---\naudience: mentor\n---\n# Hidden\n",
        "toolkit/q7clsd4.yaml": "title: Hidden\naudience: mentor\n",
        "toolkit/open.yaml": "title: Open\n",
        "more.txt": "[words](toolkit/q7clsd4/index.md) of a snippet\n",
    }
    folder = write(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    ran(folder, "journeybook", "generate", "out", "--edition", "mentee")
    for made in (folder / "site", folder / "out"):
        told = [(name, text) for name, text in texts_of(made) if not name.startswith(("assets/", "docs/assets/"))]
        assert [name for name, text in told for word in ("q7kpt4", "q7clsd4") if word in text] == []
    home = (folder / "site/index.html").read_text("utf-8")
    assert home.count("a word, another") == len(links) and "one k" in home and "words of a snippet" in home
