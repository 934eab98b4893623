"""What an attacker, or a careless author, has found: nothing of it is in the mentees' site, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.test_edition_sites import QUIET, ran, texts_of
from small import run, write

pytestmark = pytest.mark.slow
CONFIG = """\
site_name: Small
site_url: https://example.org/hb/
docs_dir: content
theme: {name: material, logo: files/q7logo4.png}
markdown_extensions: [footnotes, abbr, tables, attr_list, pymdownx.snippets]
%s
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
%s
"""
MENTORS = "---\naudience: mentor\n---\n# Mentors\n\n"
SECRET = "q7bcd4"  # a mark, and no password
SEEN = {
    "sources below the chapters": {
        "options": "      toolkit: content/toolkit",
        "content/toolkit/talk.yaml": f"title: Talk\nfacilitator_notes: {SECRET}\n",
        "content/toolkit/talk.yaml~": f"facilitator_notes: {SECRET}\n",
    },
    "a footnote, an address and a short form of a hidden block": {
        "content/index.md": "# Home\n\n<!-- for: mentor -->\n[a][k] b[^1] ![p][pic] QXV\n<!-- end for -->\n\nEnd.\n\n"
        f"[^1]: {SECRET} [f](files/f{SECRET}.pdf)\n\n    {SECRET}\n\n[k]: files/k{SECRET}.pdf\n"
        f"[pic]: files/p{SECRET}.png"
        f"\n\n*[QXV]: {SECRET}\n",
        **{f"content/files/{name}{SECRET}.{kind}": "x" for name, kind in (("f", "pdf"), ("k", "pdf"), ("p", "png"))},
    },
    "files in other writings": {
        "content/m.md": MENTORS + f"[a](files/my%20{SECRET}.pdf) [b](files/a&amp;{SECRET}.pdf) "
        f"[c](files/x\\_{SECRET}.pdf) [d](files/u\u0308{SECRET}.pdf) [e](%66iles/%71{SECRET[1:]}1.pdf)\n",
        **{f"content/files/{name}.pdf": SECRET for name in (f"my {SECRET}", f"a&{SECRET}", f"x_{SECRET}")},
        f"content/files/\u00fc{SECRET}.pdf": "x",
        f"content/files/{SECRET}1.pdf": "x",
    },
    "files of a hidden folder, and a site of its own": {
        "content/mentors/index.md": MENTORS + "[The deck](../deck/) and [more](../deck2/index.html)\n",
        **{f"content/mentors/plan.{kind}": SECRET for kind in ("txt", "docx", "html", "json", "md.bak")},
        **{f"content/{folder}/picture.png": SECRET for folder in ("deck", "deck2/img")},
    },
    "introductions of what is hidden": {
        "toolkit/talk.yaml": "title: Hidden\naudience: mentor\n",
        "content/toolkit/talk/index.md": f"# {SECRET}\n",
        "content/toolkit/talk/more.md": f"# {SECRET}\n",
        "journeys/way.yaml": "title: Hidden\naudience: mentor\nstages: [{title: One}, {title: Two}]\n",
        "content/journeys/way.md": f"# {SECRET}\n",
    },
    "files that say for whom they are": {
        "content/files/x.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
        "content/files/part.svg": f"<svg>\n<!-- for: mentor -->\n<text>{SECRET}</text>\n<!-- end for -->\n</svg>\n",
        "content/index.md": "# Home\n\n[x](files/x.txt)\n",
    },
    "parts of a snippet": {
        "content/index.md": '# Home\n\n--8<-- "inc.md:part"\n\n--8<-- "inc.md:4:8"\n\n```\n--8<-- "inc.md:part"\n```\n',
        "inc.md": f"One\n\n<!-- for: mentor -->\n\n<!-- --8<-- [start:part] -->\n{SECRET}\n"
        f"<!-- --8<-- [end:part] -->\n\n"
        "<!-- end for -->\n",
    },
    "an index in other capitals": {
        "content/g/Index.md": MENTORS,
        "content/g/next.md": f"# {SECRET}\n",
    },
    "a page that has the address of a folder": {
        "content/mentors.md": MENTORS,
        "content/mentors/a.md": f"# {SECRET}\n",
        "content/mentors/plan.txt": SECRET,
    },
    "notes in other forms": {
        "content/index.md": "# Home\n\n<!-- for: mentor -->\nx[^1] y[^2] z[^3] QXV [k]\n"
        f"<!-- end for -->\n\nEnd `[^1]`\n\n"
        f"[^1]: The answer is\n{SECRET}\n\n!!! note\n\n    Text\n\n    [^2]: {SECRET}\n\n> Said\n>\n"
        f"> [^3]: a\n> {SECRET}\n\n"
        f"*[QXV]:\n{SECRET}\n\n[k]:\n  files/{SECRET}.pdf\n",
        f"content/files/{SECRET}.pdf": "x",
    },
    "notes in a snippet": {
        "content/index.md": '# Home\n\n<!-- for: mentor -->\nx[^s]\n<!-- end for -->\n\n--8<-- "notes.txt"\n',
        "notes.txt": f"Notes\n\n[^s]: {SECRET}\n",
    },
    "files that snippets name": {
        "content/index.md": '# Home\n\n<!-- for: mentor -->\n--8<-- "one.txt"\n<!-- end for -->\n\n--8<-- "two.txt"\n',
        "one.txt": f"[plan](files/{SECRET}1.pdf)\n",
        "two.txt": f"Two\n\n<!-- for: mentor -->\n[plan](files/{SECRET}2.pdf)\n<!-- end for -->\n",
        f"content/files/{SECRET}1.pdf": "x",
        f"content/files/{SECRET}2.pdf": "x",
    },
    "attributes of a link": {
        "content/index.md": f'# Home\n\n[x](m.md){{title="{SECRET}"}}\n',
        "content/m.md": MENTORS,
    },
    "files with markers that look like code": {
        "content/files/a.txt": f"    <!-- for: mentor -->\n    {SECRET}\n    <!-- end for -->\n",
        "content/files/b.html": f"<pre>\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n</pre>\n",
    },
    "headings of a hidden block": {
        "content/index.md": f"# Home\n\n[below](#{SECRET}) [there](p.md#{SECRET}p)\n\n<!-- for: mentor -->\n"
        f"## {SECRET}\n<!-- end for -->\n",
        "content/p.md": f"# P\n\n<!-- for: mentor -->\n\n## {SECRET}p\n\n<!-- end for -->\n",
    },
    "the navigation": {
        "top": f"nav:\n  - index.md\n  - {SECRET} one: https://example.org/hb/mentors/in/\n"
        f"  - {SECRET} two: /hb/mentors/in/\n"
        f"  - {SECRET} three: mentors/in/\n  - {SECRET} four: mentors/in.md#x\n"
        f"  - {SECRET} five: /mentors/../mentors/in.md\n"
        f"  - {SECRET} six: toolkit/talk/\n",
        "content/mentors/in.md": MENTORS,
        "toolkit/talk.yaml": "title: Hidden\naudience: mentor\n",
    },
}  # fmt: skip
REFUSED = {
    "front matter of another page": {
        "content/index.md": "---\nlinks:\n  - More: mentors/in.md\n---\n# Home\n",
        "content/mentors/in.md": MENTORS,
    },
    "a picture that is for others in part": {
        "content/index.md": "# Home\n\n![y](files/part.svg)\n",
        "content/files/part.svg": f"<svg>\n<!-- for: mentor -->\n<text>{SECRET}</text>\n<!-- end for -->\n</svg>\n",
    },
    "mkdocs.yml with the site's own address": {
        "top": "extra:\n  homepage: https://example.org/hb/q7one4/\n",
        "content/q7one4.md": MENTORS,
    },
    "mkdocs.yml with another address": {
        "top": "copyright: <a href='/hb/Mentors/in/'>More</a>\n",
        "content/mentors/in.md": MENTORS,
    },
    "a field with the site's own address": {
        "toolkit/talk.yaml": "title: Talk\nresources:\n  - {title: More, url: 'https://example.org/hb/q7one4/'}\n",
        "content/q7one4.md": MENTORS,
    },
    "HTML in other forms": {
        "content/index.md": "# Home\n\n<object data='q7one4/'></object>\n",
        "content/q7one4.md": MENTORS,
    },
    "a file beside the YAML that is for others": {
        "toolkit/talk.yaml": "title: Talk\nresources: [{title: Sheet, file: sheet.txt}]\n",
        "toolkit/sheet.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
    },
    "a source beside the YAML": {
        "toolkit/talk.yaml": "title: Talk\nresources: [{title: Sheet, file: other.yaml}]\n",
        "toolkit/other.yaml": f"title: Other\nfacilitator_notes: {SECRET}\n",
    },
    "a snippet of a hidden folder": {
        "content/index.md": '# Home\n\n--8<-- "content/mentors/x.txt"\n',
        "content/mentors/index.md": MENTORS,
        "content/mentors/x.txt": SECRET,
    },
    "a snippet for others among the chapters": {
        "content/index.md": '# Home\n\n--8<-- "content/inc/x.txt"\n',
        "content/inc/x.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
    },
    "a snippet with half a block": {
        "content/index.md": '# Home\n\n--8<-- "inc.md:5:6"\n',
        "inc.md": f"One\n\n<!-- for: mentor -->\n\n{SECRET}\n",
    },
}


FAIR = {
    "a folder without an index": (
        {"content/guide/a.md": MENTORS, "content/guide/b.md": "# B\n\nq7shwn4\n", "content/guide/c.md": "# C\n"},
        "guide/b/index.html",
    ),
    "other hosts, and a site of that name": (
        {
            "top": "copyright: <a href='https://uni.example/mentors/'>q7shwn4</a>\n",
            "content/mentors/index.md": MENTORS,
        },
        "index.html",
    ),
    "a snippet that a hidden page takes in too": (
        {
            "content/index.md": '# Home\n\n--8<-- "content/inc/x.txt"\n\n--8<-- "y.txt"\n',
            "content/m.md": MENTORS + '--8<-- "content/inc/x.txt"\n\n--8<-- "y.txt"\n',
            "content/inc/x.txt": "q7shwn4\n",
            "y.txt": "![Picture](files/y.png)\n",
            "content/files/y.png": "x",
        },
        "index.html",
    ),
    "names in words, and parts of names": (
        {
            "content/m.md": MENTORS + "Look at CNAME and robots.txt. ![Picture](files/11.png)\n",
            "content/index.md": "# Home\n\n<div style=\"background: url('files/1.png')\">q7shwn4</div>\n",
            "content/CNAME": "example.org",
            "content/files/1.png": "x",
            "content/files/11.png": "x",
        },
        "index.html",
    ),
    "pictures that a hidden page shows too": (
        {
            "content/index.md": '---\naudience: [mentee, mentor]\nimage: "files/a.png"\n---\n# Home\n\n'
            "<img src='files/a.png' srcset='files/a.png 1x, files/b.png 2x' alt='q7shwn4'>\n",
            "content/m.md": MENTORS + "![One](files/a.png) ![Two](files/b.png)\n",
            "content/files/a.png": "x",
            "content/files/b.png": "x",
        },
        "files/b.png",
    ),
    "an introduction that alone is for others": (
        {
            "toolkit/talk.yaml": "title: q7shwn4\n",
            "content/toolkit/talk.md": MENTORS,
            "content/index.md": "# Home\n\n[](activity:talk)\n",
        },
        "toolkit/talk/index.html",
    ),
    "definitions that a snippet uses": (
        {
            "content/index.md": '# Home\n\n<!-- for: mentor -->\n[a][dr]\n<!-- end for -->\n\n--8<-- "x.txt"\n\n'
            "[dr]: https://q7shwn4.org/\n\n```\n[dr]: https://example.org\n```\n",
            "x.txt": "[drive][dr]\n",
        },
        "index.html",
    ),
}


def _written(folder: Path, files: dict[str, str]) -> Path:
    config = CONFIG % (files.get("top", ""), files.get("options", ""))
    usual = {"mkdocs.yml": config, "content/index.md": "# Home\n", "content/files/q7logo4.png": "x"}
    return write(folder, usual | {path: text for path, text in files.items() if path not in ("top", "options")})


@pytest.mark.parametrize("name", SEEN)
def test_it_is_left_out(tmp_path: Path, name: str) -> None:
    """From a site, and from a folder; the team has it."""
    folder = _written(tmp_path, SEEN[name])
    for edition in ("mentee", "team"):
        ran(folder, "journeybook", "build", "--edition", edition, "-d", edition)
        told = [name for name, text in texts_of(folder / edition) if SECRET in text]
        assert bool(told) is (edition == "team"), told
        assert (folder / edition / "files/q7logo4.png").is_file()
    ran(folder, "journeybook", "generate", "out", "--edition", "mentee")
    assert [name for name, text in texts_of(folder / "out") if SECRET in text] == []


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(tmp_path: Path, name: str) -> None:
    """With a sentence, and no site; the team's is built."""
    folder = _written(tmp_path, REFUSED[name])
    ended = run(folder, "journeybook", "build", "--edition", "mentee", **QUIET)
    assert ended.returncode != 0 and not (folder / "site").exists()
    said = ended.stdout + ended.stderr
    assert "Traceback" not in said
    assert any(words in said for words in ("leaves", "not one of a pair", "is for others"))
    ran(folder, "journeybook", "build", "--edition", "team")


def test_a_dirty_build_is_refused(tmp_path: Path) -> None:
    """It would leave pages of the team's in the site."""
    folder = _written(tmp_path, {})
    ended = run(folder, "mkdocs", "build", "--dirty", JOURNEYBOOK_EDITION="mentee", **QUIET)
    assert ended.returncode != 0 and "--dirty would leave pages of another edition" in ended.stderr + ended.stdout


def test_links_of_the_navigation_are_for_some(tmp_path: Path) -> None:
    """Where mkdocs.yml says so: neither their titles nor their addresses are for others."""
    files = {
        "top": "nav:\n  - index.md\n  - Open: https://example.org/open\n  - More:\n"
        "      - Drive q7bcd4: https://q7bcd4.org/team\n",
        "options": "      nav_audience: {https://q7bcd4.org/team: [mentor, coordinator]}",
    }
    folder = _written(tmp_path, files)
    for edition, shows in (("mentee", False), ("team", True)):
        ran(folder, "journeybook", "build", "--edition", edition, "-d", edition)
        ran(folder, "journeybook", "generate", f"out-{edition}", "--edition", edition)
        assert bool([name for name, text in texts_of(folder / edition) if SECRET in text]) is shows
        assert (SECRET in (folder / f"out-{edition}/mkdocs.yml").read_text("utf-8")) is shows
        assert "https://example.org/open" in (folder / edition / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", FAIR)
def test_what_is_for_all_is_there(tmp_path: Path, name: str) -> None:
    """Guards that are too strong would take it from mentees, or refuse their handbook."""
    files, page = FAIR[name]
    folder = _written(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    assert (folder / "site" / page).is_file()
    assert any("q7shwn4" in text for _, text in texts_of(folder / "site"))
    assert all(
        (folder / "site" / path.removeprefix("content/")).is_file()
        for path in files
        if path.endswith(("CNAME", "1.png")) and "11" not in path
    )


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"content/index.md": "# Home\n\n<object data='q7one4/'></object>\n"}, "leads to what the edition leaves out"),
        ({"toolkit/talk.yaml": "title: Talk\nresources: [{title: More, url: 'https://example.org/hb/q7one4/'}]\n"},
         "leads to what the edition leaves out"),
    ],
)  # fmt: skip
def test_other_builders_refuse_too(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """Zensical's site, and a folder."""
    folder = _written(tmp_path, files | {"content/q7one4.md": MENTORS})
    for command in (("build", "--builder", "zensical"), ("generate", "out")):
        ended = run(folder, "journeybook", *command, "--edition", "mentee", **QUIET)
        assert ended.returncode != 0 and said in ended.stderr + ended.stdout
        assert not (folder / "site").exists() and not (folder / "out").exists()


def test_zensical_takes_no_snippet_in_again(tmp_path: Path) -> None:
    """Neither one that is added to each page, nor one beside an example of one."""
    files = {
        "content/index.md": '# Home\n\n```\n;--8<-- "x"\n```\n\n--8<-- "inc.txt"\n',
        "inc.txt": f"Shown q7shwn4\n\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
        "more.txt": f"*[ABC]: Alpha\n\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
    }
    folder = _written(tmp_path, files)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    auto = config.replace("pymdownx.snippets]", "{pymdownx.snippets: {auto_append: [more.txt]}}]")
    (folder / "mkdocs.yml").write_text(auto, "utf-8")
    ran(folder, "journeybook", "build", "--builder", "zensical", "--edition", "mentee")
    told = dict(texts_of(folder / "site"))
    assert [name for name, text in told.items() if SECRET in text] == []
    home = (folder / "site/index.html").read_text("utf-8")
    assert "q7shwn4" in home and ";--8" not in home
