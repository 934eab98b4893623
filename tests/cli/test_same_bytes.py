"""The same handbook gives the same bytes, wherever and by whomever it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forked import content
from small import SMALL, write

pytestmark = pytest.mark.proof

OPTIONS = "{downloads: [svg, png, pdf], cards: [a4, letter]}"
EVERY_VIEW = """
title: Überall daheim
summary: A journey with each view.
views: [path, funnel, cycle, vision, map, blueprint]
review_by: 2024-01-01
stages:
  - {id: one, title: Ankommen, next: [two, three], touchpoints: [Kaffee], feelings: {score: 1, label: Well}}
  - {id: two, title: Bleiben, activities: [talk], pains: [Noise], opportunities: [Quiet]}
  - {id: three, title: Gehen, touchpoints: [Farewell], support: [A list]}
"""
LONG = "title: A long way\nstages:\n" + "".join(
    f"  - title: Step {n}\n    touchpoints: [A letter, A talk]\n    activities: [talk]\n" for n in range(1, 21)
)
WORKSHOP = """
title: A morning
timezone: Europe/Berlin
location: Here
days:
  - date: 2026-03-29
    start: "09:00"
    blocks:
      - activity: talk
      - {break: Tea, minutes: 15}
"""
BOOK = SMALL | {
    "mkdocs.yml": SMALL["mkdocs.yml"].replace("journeybook]", f"journeybook: {OPTIONS}]")
    + "site_url: https://example.org/book/\n",
    "journeys/everywhere.yaml": EVERY_VIEW,
    "journeys/long.yaml": LONG,
    "toolkit/workshops/morning.yaml": WORKSHOP,
    "toolkit/other.yaml": "title: Ähnlich\ntags: [b, a, c]\nsetting: [online, in_person]\nduration: 10 min\n",
    "toolkit/third.yaml": "title: Third\ntags: [c, d]\nduration: 10 min\n",
    "content/index.md": "# Start\n",
    "content/zeta/index.md": "# Zeta\n\n![](journey:everywhere)\n",
    "content/alpha/index.md": "# Alpha\n\n![](toolkit:guide)\n",
    "content/alpha/b.md": "# Bee\n",
    "content/alpha/a.md": "# Ay\n",
}
TURNED = """
import os
_scandir, _listdir = os.scandir, os.listdir
class scandir:
    def __init__(self, *path):
        with _scandir(*path) as found:
            self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *error): self.close()
    def close(self): self.entries = iter(())
os.scandir = scandir
os.listdir = lambda *path: sorted(_listdir(*path), reverse=True)
"""
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
HERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
THERE = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "LANGUAGE": "de",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "USER": "someone",
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same handbook twice: in folders of other names, its files made in another order."""
    here, there = tmp_path_factory.mktemp("here") / "book", tmp_path_factory.mktemp("there") / "das Buch"
    return write(here, BOOK), write(there, dict(reversed(BOOK.items())))


def test_a_site_has_the_same_bytes_in_two_environments(folders: tuple[Path, Path]) -> None:
    """Hash seed, time zone, locale, encoding, order of files, fonts, folder, umask and user differ; no byte does."""
    _same(folders, "build", "--site-dir", "../site")
    names = {path.suffix for path in (folders[0].parent / "site").rglob("*")}
    assert names >= {".html", ".svg", ".png", ".pdf", ".ics", ".gz", ".json", ".css", ".js"}


def test_a_site_has_the_same_bytes_with_what_an_earlier_build_made(folders: tuple[Path, Path]) -> None:
    """Drawings, codes and cards that come out of the cache are those that fill it."""
    here, _ = folders
    environment = HERE | {"XDG_CACHE_HOME": str(here.parent / "cache")}
    for name in ("cold", "warm"):
        built = _run(here, ("build", "--site-dir", f"../{name}"), environment)
        assert built.returncode == 0, built.stderr
    cold, warm = (content(here.parent / name) or {} for name in ("cold", "warm"))
    assert [name for name in cold.keys() | warm.keys() if cold.get(name) != warm.get(name)] == []


def test_a_written_folder_has_the_same_bytes_in_two_environments(folders: tuple[Path, Path]) -> None:
    """The same holds for `generate`."""
    _same(folders, "generate", "../out")


def _same(folders: tuple[Path, Path], *command: str) -> None:
    here, there = folders
    first = _run(here, command, HERE)
    second = _run(there, command, THERE | _other_machine(there.parent / "machine"), umask=0o077)
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    one, two = (content(folder.parent / command[-1].removeprefix("../")) or {} for folder in folders)
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def _run(
    folder: Path, command: tuple[str, ...], differing: dict[str, str], umask: int = 0o022
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **differing}
    return subprocess.run(
        [sys.executable, "-m", "journeybook", *command],
        cwd=folder,
        env=environment,
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _other_machine(folder: Path) -> dict[str, str]:
    """Folders listed backwards, a home and a place for temporary files elsewhere, and no fonts at all."""
    for name in ("home", "tmp", "fonts", "cache"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write(folder, {"turned/sitecustomize.py": TURNED})
    write(folder, {"fonts.conf": NO_FONTS.format(fonts=folder / "fonts", cache=folder / "cache")})
    path = os.pathsep.join(filter(None, [str(folder / "turned"), os.environ.get("PYTHONPATH")]))
    return {
        "PYTHONPATH": path,
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
    }
