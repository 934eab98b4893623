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
    assert (
        "Traceback" not in ended.stderr and "leaves" in ended.stderr + ended.stdout
    ) or "not one of a pair" in ended.stderr
    ran(folder, "journeybook", "build", "--edition", "team")


def test_a_dirty_build_is_refused(tmp_path: Path) -> None:
    """It would leave pages of the team's in the site."""
    folder = _written(tmp_path, {})
    ended = run(folder, "mkdocs", "build", "--dirty", JOURNEYBOOK_EDITION="mentee", **QUIET)
    assert ended.returncode != 0 and "--dirty would leave pages of another edition" in ended.stderr + ended.stdout


def test_links_of_the_navigation_are_for_some(tmp_path: Path) -> None:
    """Where mkdocs.yml says so: neither their titles nor their addresses are for others."""
    files = {
        "top": "nav:\n  - index.md\n  - Open: https://example.org/open\n  - More:\n      - Drive q7bcd4: https://q7bcd4.org/team\n",
        "options": "      nav_audience: {https://q7bcd4.org/team: [mentor, coordinator]}",
    }
    folder = _written(tmp_path, files)
    for edition, shows in (("mentee", False), ("team", True)):
        ran(folder, "journeybook", "build", "--edition", edition, "-d", edition)
        ran(folder, "journeybook", "generate", f"out-{edition}", "--edition", edition)
        assert bool([name for name, text in texts_of(folder / edition) if SECRET in text]) is shows
        assert (SECRET in (folder / f"out-{edition}/mkdocs.yml").read_text("utf-8")) is shows
        assert "https://example.org/open" in (folder / edition / "index.html").read_text("utf-8")
