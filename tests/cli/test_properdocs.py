"""ProperDocs, which goes on with MkDocs 1 under another name: the same site but for the generator's name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from forked import content
from reference import ROOT
from small import SMALL, mkdocs, write

pytestmark = pytest.mark.proof

PROPERDOCS = ROOT / ".venv-properdocs" / ("Scripts" if sys.platform == "win32" else "bin") / "properdocs"
MOMENT = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
BOOK = SMALL | {
    "mkdocs.yml": SMALL["mkdocs.yml"].replace("journeybook]", "journeybook: {downloads: [svg, png], locale: de}]")
    + "site_url: https://example.org/book/\n",
    "content/index.md": "# Start\n\n![](journey:first-steps)\n",
}


def properdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `properdocs …` of its own environment in a folder."""
    if not PROPERDOCS.exists():
        pytest.fail(f"There is no {PROPERDOCS}: run `make properdocs`.", pytrace=False)
    command = [str(PROPERDOCS), *arguments]
    env = {**os.environ, **MOMENT}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def _without_generator(site: Path) -> tuple[dict[str, bytes], set[bytes]]:
    """The files of a site without the generators that its pages name, and those."""
    line = re.compile(rb'<meta name="generator" content="([^"]+)">')
    files = content(site)
    pages = {name: data for name, data in files.items() if name.endswith(".html")}
    named = {found[1] for data in pages.values() for found in line.finditer(data)}
    return files | {name: line.sub(b"", data) for name, data in pages.items()}, named


@pytest.mark.parametrize("book", ["small", "reference"])
def test_properdocs_builds_the_same_site(book: str, tmp_path: Path) -> None:
    """Every file is MkDocs's byte for byte, but for the name of the generator in pages; nothing is warned of."""
    folder = ROOT if book == "reference" else write(tmp_path / "book", BOOK)
    build = ["build", "--strict", "--config-file", "mkdocs.yml", "--site-dir"]
    assert (first := mkdocs(folder, *build, str(tmp_path / "mkdocs"), **MOMENT)).returncode == 0, first.stderr
    assert (second := properdocs(folder, *build, str(tmp_path / "properdocs"))).returncode == 0, second.stderr
    ours, theirs = _without_generator(tmp_path / "mkdocs"), _without_generator(tmp_path / "properdocs")
    assert sorted(ours[0]) == sorted(theirs[0])
    assert sum(name.endswith(".html") for name in ours[0]) > 10
    assert [name for name in ours[0] if ours[0][name] != theirs[0][name]] == []
    assert [b"ProperDocs" in name for name in (*ours[1], *theirs[1])] == [False, True]


def test_properdocs_tells_problems_and_destroys_nothing(tmp_path: Path) -> None:
    """An error stops it with file and line; a folder of the author's, and a site with a foreign file, are refused."""
    folder = write(tmp_path / "book", BOOK)
    assert properdocs(folder, "build", "--strict").returncode == 0
    write(folder, {"site/mine.txt": "mine\n"})
    before = content(folder)
    for arguments, said in ((["-d", "journeys"], "journeys"), ([], "mine.txt")):
        refused = properdocs(folder, "build", *arguments)
        assert refused.returncode == 1 and said in refused.stderr and "Traceback" not in refused.stderr
        assert content(folder) == before
    (folder / "site/mine.txt").unlink()
    (folder / "mkdocs.yml").rename(folder / "properdocs.yml")
    write(folder, {"journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"].replace("[talk]", "[tallk]")})
    stopped = properdocs(folder, "build")
    assert stopped.returncode == 1 and "journeys/first-steps.yaml:10:18: error JB301" in stopped.stderr
