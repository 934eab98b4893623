"""Plugins of others beside journeybook, as the guide's table has them, in an environment of their own."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from docs.guide import codes, rows, section
from journeybook.builders.config.policy import hash_of, inline_scripts
from reference import ROOT
from small import MKDOCS_YML, SMALL, write

pytestmark = pytest.mark.proof

BIN = ROOT / ".venv-plugins" / ("Scripts" if sys.platform == "win32" else "bin")
ENV = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
BOOK = {
    **SMALL,
    "content/index.md": "# Home\n\nRead [](activity:talk).\n\n![](journey:first-steps)\n",
    "content/guide/index.md": "# The guide\n\n[](activity:talk)\n\n![](journey:first-steps)\n",
    "content/guide/one.md": "# One\n\n![A dot](dot.png)\n\n![](toolkit:guide)\n",
    "content/guide/two.md": "# Two\n\nSee [](chapter:after).\n",
    "content/after/index.md": "# After\n\nText.\n",
    "content/after/late.md": "---\ntags: [late]\n---\n# Late\n\nText.\n",
}
ORDER = {"after": "1", "guide": "2", "guide/one": "2.1", "guide/two": "2.2"}
TURNED = {"guide": "1", "guide/two": "1.1", "guide/one": "1.2", "after": "2"}


@dataclass(frozen=True)
class Beside:
    """A plugin: what stands under `plugins`, the files it wants, what the site then has, and its chapters' numbers.

    `shows` are texts of files of the site; one that `warns` needs the internet; one with `scripts` writes its own into
    pages, which the site's policy does not allow.
    """

    plugins: str
    shows: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=lambda: ORDER)
    warns: bool = False
    scripts: bool = False


CASES = {
    "awesome-nav": Beside(
        "[search, awesome-nav, journeybook]",
        {"toolkit/talk/index.html": "1 The guide"},
        {
            "content/.nav.yml": "nav: [index.md, guide, after, '*']\n",
            "content/guide/.nav.yml": "nav: [index.md, two.md, one.md]\n",
        },
        TURNED,
    ),
    "literate-nav": Beside(
        "[search, literate-nav: {nav_file: SUMMARY.md}, journeybook]",
        {"toolkit/talk/index.html": "1 The guide"},
        {
            "content/SUMMARY.md": "* [Home](index.md)\n* [The guide](guide/)\n* [After](after/)\n",
            "content/guide/SUMMARY.md": "* [The guide](index.md)\n* [Two](two.md)\n* [One](one.md)\n",
            "content/after/SUMMARY.md": "* [After](index.md)\n* [Late](late.md)\n",
            "more.yml": "exclude_docs: SUMMARY.md\n",
        },
        TURNED,
    ),
    "section-index": Beside("[search, section-index, journeybook]", {"guide/index.html": "<title>2 The guide"}),
    "macros": Beside(
        "[search, macros, journeybook]",
        {"guide/two/index.html": '42 <a href="../../toolkit/talk/">'},
        {"content/guide/two.md": "# Two\n\n{{ 6 * 7 }} [](activity:talk)\n"},
    ),
    "redirects": Beside(
        "[search, journeybook, redirects: {redirect_maps: {old.md: toolkit/talk/index.md}}]",
        {"old/index.html": 'http-equiv="refresh" content="0; url=../toolkit/talk/"'},
        scripts=True,
    ),
    "glightbox": Beside(
        "[search, glightbox, journeybook]", {"guide/one/index.html": 'class="glightbox"'}, scripts=True
    ),
    "git-revision-date-localized": Beside(
        "[search, git-revision-date-localized, journeybook]",
        {"guide/index.html": "git-revision-date-localized-plugin-date"},
    ),
    "git-authors": Beside(
        "[search, git-authors: {exclude: ['journeys/*', 'toolkit/*', 'questions/*']}, journeybook]",
        {"guide/index.html": "mailto:somebody@example.org"},
    ),
    "minify": Beside(
        "[search, journeybook, minify: {minify_html: true}]", {"journeys/first-steps/index.html": "<svg class=jb-"}
    ),
    "tags": Beside(
        "[search, tags, journeybook]",
        {"tags/index.html": 'href="../after/late/"'},
        {"content/tags.md": "# Tags\n\n<!-- material/tags -->\n"},
    ),
    "meta": Beside(
        "[search, meta, tags, journeybook]",
        {"after/index.html": "everywhere"},
        {"content/after/.meta.yml": "tags: [everywhere]\n"},
    ),
    "blog": Beside(
        "[search, blog, journeybook]",
        {"blog/2026/01/01/news/index.html": 'href="../../../../../journeys/first-steps/'},
        {
            "content/blog/index.md": "# Blog\n",
            "content/blog/posts/news.md": "---\ndate: 2026-01-01\n---\n\n# News\n\n![](journey:first-steps)\n",
        },
        {"after": "1", "guide": "3", "guide/one": "3.1", "guide/two": "3.2"},
    ),
    "offline": Beside("[search, offline, journeybook]", {"guide/two.html": 'href="../after/index.html"'}, numbers={}),
    "privacy": Beside("[search, privacy, journeybook]", {"guide/index.html": "<svg"}, warns=True),
    "mike": Beside("[search, mike, journeybook]", {"guide/index.html": "<svg"}),
}
OTHERS = {"i18n"}


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment of plugins in a folder."""
    if not BIN.exists():
        pytest.fail(f"There is no {BIN}: run `make plugins`.", pytrace=False)
    name, *words = shlex.split(command)
    env = {**os.environ, **ENV}
    return subprocess.run(
        [str(BIN / name), *words], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def handbook(folder: Path, plugins: str, files: Mapping[str, str]) -> Path:
    """Write a handbook with these plugins, all of it committed."""
    config = f"{MKDOCS_YML}site_url: https://example.org/\n".replace("[search, journeybook]", plugins)
    write(folder, {**BOOK, **files, "mkdocs.yml": config + files.get("more.yml", "")})
    (folder / "content/guide/dot.png").write_bytes(DOT)
    for command in ("init -q -b main", "config user.name Somebody", "config user.email somebody@example.org"):
        subprocess.run(["git", *command.split()], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    subprocess.run(["git", "commit", "-q", "-m", "All"], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_a_plugin_works_beside_journeybook(name: str, tmp_path: Path) -> None:
    """The build is strict and says nothing; the site has what the plugin does, our drawings, and the right numbers."""
    case = CASES[name]
    folder = handbook(tmp_path, case.plugins, case.files)
    ended = run(folder, f"journeybook build {'' if case.warns else '--strict'}")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert case.warns or "WARN" not in ended.stderr, ended.stderr
    site = folder / "site"
    for path, text in case.shows.items():
        assert text in (site / path).read_text("utf-8"), path
    assert "jd-number" in (site / "journeys/first-steps/index.html").read_text("utf-8")
    for path, number in case.numbers.items():
        title = re.search(r"<title>([\d.]*)", (site / path / "index.html").read_text("utf-8"))
        assert title and title[1] == number, path
    assert case.scripts or _not_allowed(site) == []


def _not_allowed(site: Path) -> list[str]:
    """The pages with inline scripts that the site's policy does not allow."""
    policy = (site / "csp.txt").read_text("utf-8")
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return [path for path, html in pages.items() if any(hash_of(one) not in policy for one in inline_scripts(html))]


def test_a_version_is_deployed(tmp_path: Path) -> None:
    """Mike puts a whole site into a folder of the branch, named after the version."""
    folder = handbook(tmp_path, CASES["mike"].plugins, {})
    ended = run(folder, "mike deploy 1.0 latest")
    assert ended.returncode == 0, ended.stderr
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert {"1.0/index.html", "1.0/toolkit/talk/index.html", "versions.json"} <= set(listed.stdout.split())


def test_words_of_chinese_are_parted_for_the_search(tmp_path: Path) -> None:
    """With jieba, the words of an activity stand in the index each by itself, and nothing is advised."""
    config = SMALL["mkdocs.yml"].replace("theme: material", "theme: {name: material, language: zh}")
    write(tmp_path, SMALL | {"mkdocs.yml": config, "toolkit/talk.yaml": "title: 团队头脑风暴\nchapter: guide\n"})
    ended = run(tmp_path, "journeybook build")
    assert ended.returncode == 0 and "JB462" not in ended.stderr
    docs = json.loads((tmp_path / "site/search/index.json").read_text("utf-8"))["docs"]
    assert any("团队\u200b头脑\u200b风暴" in doc["title"] for doc in docs)


def test_the_guide_has_these_plugins() -> None:
    """Its table names each of them as it is written here, and what cannot work."""
    told = {codes(row[0])[0]: codes(row[2]) for row in rows(section("publishing.md", "Beside other plugins"))}
    assert told.keys() == CASES.keys() | OTHERS
    assert {name: told[name] for name in CASES} == {name: [case.plugins] for name, case in CASES.items()}
