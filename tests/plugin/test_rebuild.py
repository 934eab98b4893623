"""What `journeybook serve` builds after a change, against a site that was built at once."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.livereload import LiveReloadServer

from handbooks import Sizes, handbook_files
from journeybook.cli import main
from small import SMALL, write

pytestmark = pytest.mark.proof

Site = dict[str, bytes]
PORT = "127.0.0.1:8733"  # a text in addresses: nobody listens there
ALWAYS = {"search/search_index.json", "search/index.json", "404.html", "sitemap.xml", "sitemap.xml.gz"}
"""Files of no page, which MkDocs writes in every build."""
CLEAN = """
import sys
from urllib.parse import urlsplit
from mkdocs.commands.build import build
from mkdocs.config import load_config
for folder in sys.argv[2:]:
    config = load_config(f"{folder}/mkdocs.yml", site_dir=f"{folder}-site", dev_addr=sys.argv[1])
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = f"http://{sys.argv[1]}{urlsplit(config.site_url).path}"
    build(config, serve_url=config.site_url)
"""
OPENING = """---
questions:
  - What brought you here?
---
# A chapter with everything

A [link](activity:{activity}), the name of one: [](activity:{other}), and a stage: [](journey:{journey}).

![](journey:{journey})

![](toolkit:opening)

![](questions:journey/{journey})

![](handout:{activity}/sheet)

![A dot](dot.png)
"""
HOOK = """
import itertools
from mkdocs.plugins import event_priority
numbers = itertools.count()

@event_priority(100)
def on_files(files, **_):
    for file in files:
        file.noted = f"noted on {file.src_uri}"

def on_page_markdown(markdown, page, **_):
    return f"{markdown}\\n\\n{next(numbers)} {getattr(page.file, 'noted', '')}"
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 30"/>\n'


class Handbook:
    """A handbook on disk, and what is changed in it."""

    def __init__(self, folder: Path) -> None:
        files = dict(handbook_files(Sizes(activities=4, journeys=1, workshops=1, chapters=1, sections=1), seed=3))
        kinds = [(path, path.split("/")) for path in files if path.endswith(".yaml")]
        self.activities = [path for path, parts in kinds if parts[0] == "toolkit" and parts[1] != "workshops"]
        self.journeys = [path for path, parts in kinds if parts[0] == "journeys"]
        self.workshop = next(path for path, parts in kinds if parts[1] == "workshops")
        ids = {"activity": Path(self.activities[0]).stem, "other": Path(self.activities[1]).stem}
        files["content/opening/index.md"] = OPENING.format(journey=Path(self.journeys[0]).stem, **ids)
        self.folder = write(folder, files)
        (folder / "content/opening/dot.png").write_bytes(PNG)
        self.change("mkdocs.yml", "^- Home: index.md$", "- Home: index.md\n- opening/index.md")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        write(self.folder, {path: text})

    def change(self, path: str, old: str, new: str) -> None:
        """Change the first place of a text in a file; `old` is a regular expression."""
        changed, times = re.subn(old, new, (self.folder / path).read_text("utf-8"), count=1, flags=re.M)
        assert times == 1, f"{path} has no {old}"
        self.write(path, changed)


def _served(folder: Path, monkeypatch: pytest.MonkeyPatch, script: Callable[[LiveReloadServer], None]) -> None:
    """Run `journeybook serve` with a script in the place of MkDocs's loop, which waits for changes and builds."""
    monkeypatch.setattr(LiveReloadServer, "serve", lambda self, **_: script(self))
    monkeypatch.setattr(LiveReloadServer, "shutdown", lambda self, *_: None)
    command = ["serve", "-f", str(folder / "mkdocs.yml"), "-a", PORT]
    ended = CliRunner().invoke(main, command, catch_exceptions=False)
    assert ended.exit_code == 0, ended.output


def _site(root: str | Path) -> Site:
    files = (path for path in Path(root).rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _times(root: str) -> dict[str, int]:
    files = (path for path in Path(root).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in files}


def _clean(states: list[Path]) -> list[Site]:
    """Each state of a handbook, built at once by MkDocs."""
    command = [sys.executable, "-c", CLEAN, PORT, *map(str, states)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
    return [_site(f"{state}-site") for state in states]


def _different(one: Site, other: Site) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _changes(book: Handbook) -> Iterator[str]:
    """Changes one after the other, each to be built; named are those after which the site is compared.

    Whatever a build has left as it was shows then: what makes every page anew comes after a comparison.
    """
    first, second, *_ = book.activities
    chapter, picture = "content/opening/index.md", book.folder / "content/opening/dot.png"
    book.change(first, "^summary: (.*)$", r"summary: Quokka, \1")
    yield ""
    book.change(second, "^title: (.*)$", r"title: \1 of wombats")
    yield ""
    book.change(book.journeys[0], r"(\nstages:\n- id: .*\n  title: .*)", r"\1 of numbats")
    yield ""
    book.change(book.workshop, "^title: (.*)$", r"title: \1 of bilbies")
    yield ""
    picture.write_bytes(PNG + b"\0")
    os.utime(picture, (1, 1))
    book.change(chapter, "the name of one", "the name of another")
    yield "words, titles and an older picture"
    book.change(chapter, "A chapter with", "The chapter with")
    yield ""
    book.change(chapter, "What brought you here", "What keeps you here")
    yield "a chapter's title and question"
    book.write("toolkit/numbat.yaml", "title: A numbat\nsummary: It is small.\n")
    yield ""
    book.change("toolkit/numbat.yaml", "^summary", "status: retired\nsummary")
    yield "an activity that is new and retired"
    (book.folder / "toolkit/numbat.yaml").unlink()
    yield ""
    book.write("glossary.yaml", "- {term: stage, definition: A part of a way., forms: [stages]}\n")
    yield "a glossary that is new"
    book.change("glossary.yaml", "A part", "One part")
    yield "a term that means something else"
    book.change("mkdocs.yml", "^site_name: (.*)$", r"site_name: \1 of marsupials")
    yield "a page less and another name"
    book.change(chapter, r"^!\[A dot\]\(dot.png\)$", '![A dot](dot.png "The dot"){: #dot }')
    book.write("content/opening/more.md", "# More\n\nSee [](figure:dot).\n")
    yield "a figure and a page that names it"
    book.change(chapter, r"^!\[\]\(journey:.*\)$", "Words.")
    yield "a figure less above it"
    book.change(chapter, "^# The", f"#On [](activity:{Path(first).stem}): the")  # Markdown needs no blank
    yield ""
    book.change(first, "^title: (.*)$", r"title: \1 of possums")
    yield "the title that a title links to"
    book.write("files/dot.svg", DRAWN.format(40))
    book.change(first, "^title: ", "picture: {file: files/dot.svg, alt: A dot}\ntitle: ")
    yield ""
    book.write("files/dot.svg", DRAWN.format(60))
    yield "a picture that is wider"


@pytest.mark.proof
def test_every_change_gives_the_site_that_a_clean_build_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, the search index included, whatever is changed."""
    book, built = Handbook(tmp_path / "handbook"), []
    states: dict[str, Path] = {}

    def script(server: LiveReloadServer) -> None:
        for name in _changes(book):
            server.builder()
            if name:
                states[name] = tmp_path / f"state-{len(states)}"
                shutil.copytree(book.folder, states[name])
                built.append(_site(server.root))

    _served(book.folder, monkeypatch, script)
    clean = _clean(list(states.values()))
    wrong = {name: _different(*sites) for name, *sites in zip(states, built, clean, strict=True)}
    assert {name: found for name, found in wrong.items() if found} == {}
    assert len(built) == 10
    by_name = dict(zip(states, built, strict=True))
    assert b">figure 1.2</a>" in by_name["a figure and a page that names it"]["opening/more/index.html"]
    assert b">figure 1.1</a>" in by_name["a figure less above it"]["opening/more/index.html"]
    assert any(b'width="60" height="30"' in page for page in by_name["a picture that is wider"].values())


def test_only_what_shows_a_changed_word_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A word of an activity: its page, those that show it, and few that might. Nothing changed: no page at all.

    The search index is whole, and stays so when nothing is left of the word.
    """
    book = Handbook(tmp_path / "handbook")

    def written(server: LiveReloadServer) -> set[str]:
        before = _times(server.root)
        server.builder()
        after = _times(server.root)
        return {path for path in after if before.get(path) != after[path]} - ALWAYS

    def script(server: LiveReloadServer) -> None:
        assert written(server) == set()
        searched = _search(server.root)
        book.change(book.activities[0], "^summary: (.*)$", r"summary: Quokka, \1")
        again = written(server)
        site = _site(server.root)
        assert again >= {path for path, content in site.items() if b"Quokka" in content} - ALWAYS
        assert f"toolkit/{Path(book.activities[0]).stem}/index.html" in again
        assert len(again) < 10
        assert len([entry for entry in _search(server.root) if "Quokka" in entry["text"]]) >= 1
        book.change(book.activities[0], "Quokka, ", "")
        assert written(server) == again
        assert _search(server.root) == searched
        book.change(book.activities[0], "^cautions: ", "cautions: Wombat, ")  # a chapter shows the handout beside it
        again = written(server)
        assert again >= {path for path, content in _site(server.root).items() if b"Wombat" in content} - ALWAYS
        assert len(again) < 8
        title = f"# On [](activity:{Path(book.activities[0]).stem}): a chapter"  # pages may show what a title links to
        book.change("content/opening/index.md", "^# A chapter", title)
        server.builder()
        assert written(server) == set()

    _served(book.folder, monkeypatch, script)
    assert [message for message in caplog.messages if "skipped" in message] == []


def _search(root: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(Path(root, "search/index.json").read_text("utf-8"))["docs"]
    return found


@pytest.mark.proof
def test_after_a_build_that_failed_everything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A template that is not there stops MkDocs between two pages; once it is named no more, the site is whole."""
    book, built = Handbook(tmp_path / "handbook"), []

    def script(server: LiveReloadServer) -> None:
        book.change("content/opening/index.md", "^questions:", "template: missing.html\nquestions:")
        book.change(book.activities[0], "^summary: (.*)$", r"summary: Quokka, \1")
        server.builder()
        assert any("missing.html" in said and "last good version stays" in said for said in caplog.messages)
        book.change("content/opening/index.md", "^template: .*\n", "")
        server.builder()
        built.append(_site(server.root))

    _served(book.folder, monkeypatch, script)
    assert _different(built[0], *_clean([book.folder])) == []


def test_while_a_file_is_broken_the_last_good_site_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake changes nothing, in an activity or a chapter; mended, with another word, it is what a build gives."""
    book, built = Handbook(tmp_path / "handbook"), []

    def script(server: LiveReloadServer) -> None:
        before = _site(server.root)
        book.change(book.activities[0], "^summary:", "sumary:")
        server.builder()
        assert _different(_site(server.root), before) == []
        book.change("content/opening/index.md", r"\Z", "\n\n## Wombat\n\n[](activity:nope) ![](journey:nope)\n")
        server.builder()
        assert _different(_site(server.root), before) == []
        book.change("content/opening/index.md", r" !?\[\]\(\w+:nope\)", "")
        book.change("content/opening/index.md", r"\[\]\(activity:nope\)", "Here.")
        server.builder()
        assert _different(_site(server.root), before) == []
        book.change(book.activities[0], "^sumary: (.*)$", r"summary: Quokka, \1")
        server.builder()
        built.append(_site(server.root))

    _served(book.folder, monkeypatch, script)
    assert _different(built[0], *_clean([book.folder])) == []


BROKEN = {
    "site_name: A: b\n": "mkdocs.yml:1:13: error JB104",
    "- a\n": "mkdocs.yml:1:1: error JB110",
    SMALL["mkdocs.yml"].lstrip().replace("search", "serach"): "did you mean ‘search’?",
    SMALL["mkdocs.yml"].lstrip().replace("journeybook]", "journeybook: {roles: mentor}]"): "‘roles’ is a list",
    SMALL["mkdocs.yml"].lstrip().replace(", journeybook", ""): "mkdocs.yml does not use journeybook",
}


def test_while_mkdocs_yml_is_broken_the_last_good_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each mistake is told, and the build ends well, so that browsers are answered; mended, it is built again."""
    folder, named = write(tmp_path, SMALL), []

    def script(server: LiveReloadServer) -> None:
        before = _site(server.root)
        for text, said in BROKEN.items():
            write(folder, {"mkdocs.yml": text})
            caplog.clear()
            server.builder()
            assert any(said in message for message in caplog.messages), said
            assert any("the last good version stays" in message for message in caplog.messages)
            assert _different(_site(server.root), before) == []
        write(folder, {"mkdocs.yml": SMALL["mkdocs.yml"].replace("Small", "Mended")})
        server.builder()
        named.append("Mended handbook" in Path(server.root, "guide/index.html").read_text("utf-8"))

    _served(folder, monkeypatch, script)
    assert named == [True]


def test_what_mkdocs_yml_inherits_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of it is built, as one of mkdocs.yml is."""
    inherits = "INHERIT: base.yml\n" + SMALL["mkdocs.yml"].lstrip()
    folder, seen = write(tmp_path, SMALL | {"mkdocs.yml": inherits, "base.yml": "copyright: Ours\n"}), set[str]()
    _served(folder, monkeypatch, lambda server: seen.update(map(str, server._watched_paths)))
    assert {str(folder / name) for name in ("mkdocs.yml", "base.yml", "journeys", "content")} <= seen


def test_snippets_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those in folders of their own, and of the handbook's folder only those that pages take in; a block, too."""
    extensions = "markdown_extensions:\n  - pymdownx.snippets: {base_path: [., inc], auto_append: [end.md]}\n"
    page = '# Home\n\n--8<-- "one.md:2"\n\n-8<-\nmore/two.md\n-8<-\n'
    files = {"mkdocs.yml": SMALL["mkdocs.yml"].lstrip() + extensions, "content/page.md": page}
    texts = dict.fromkeys(["one.md", "more/two.md", "end.md", "other.md", "inc/three.md"], "Text\nMore\n")
    folder, seen = write(tmp_path, SMALL | files | texts), set[str]()
    monkeypatch.chdir(folder)
    _served(folder, monkeypatch, lambda server: seen.update(map(str, server._watched_paths)))
    assert {str(folder / name) for name in ("one.md", "more/two.md", "end.md", "inc")} <= seen
    assert not {str(folder), str(folder / "other.md")} & seen


def test_with_an_unknown_plugin_every_page_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can tell what a hook puts into a page, so every page is written in every build, and its files stay."""
    book = Handbook(tmp_path / "handbook")
    book.change("mkdocs.yml", r"\Z", "hooks: [hook.py]\n")
    book.write("hook.py", HOOK)

    def script(server: LiveReloadServer) -> None:
        before = _times(server.root)
        server.builder()
        after = _times(server.root)
        assert [path for path in after if path.endswith("index.html") and before[path] == after[path]] == []
        assert b"noted on opening/index.md" in Path(server.root, "opening/index.html").read_bytes()

    _served(book.folder, monkeypatch, script)


def test_a_glossary_that_is_new_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the build on that has seen it; its words are marked on pages that have not changed."""
    folder = write(tmp_path, SMALL)

    def script(server: LiveReloadServer) -> None:
        assert str(folder / "glossary.yaml") not in server._watched_paths
        write(folder, {"glossary.yaml": "- {term: read, definition: What we do.}\n"})
        server.builder()
        assert str(folder / "glossary.yaml") in server._watched_paths
        assert 'data-jb-means="What we do."' in Path(server.root, "guide/index.html").read_text("utf-8")
        write(folder, {"glossary.yaml": "- {term: read, definition: What we shall do.}\n"})
        server.builder()
        assert 'data-jb-means="What we shall do."' in Path(server.root, "guide/index.html").read_text("utf-8")

    _served(folder, monkeypatch, script)
