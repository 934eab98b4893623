"""Small handbooks for tests, written where they are used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from forked import runner

MKDOCS_YML = """
site_name: Small handbook
docs_dir: content
theme: material
plugins: [search, journeybook]
"""
JOURNEY = """
title: First steps
summary: From hello to a plan.
stages:
  - title: Meet
    touchpoints:
      - A coffee
    questions:
      - What do you hope for?
  - title: Plan
    activities: [talk]
    questions:
      - What comes first?
"""
ACTIVITY = """
title: A talk
chapter: guide
number: 1
duration: 20 min
steps:
  - {title: Begin, minutes: 5, text: Say hello.}
  - {title: Go on, minutes: 15, text: Say more.}
"""
SMALL = {
    "mkdocs.yml": MKDOCS_YML,
    "journeys/first-steps.yaml": JOURNEY,
    "toolkit/talk.yaml": ACTIVITY,
    "content/guide/index.md": "# The guide\n\nRead [](activity:talk), then [the plan](journey:first-steps#plan).\n",
}


_OLD_PAGE = '<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.2">\n'
OLD_SITE = {"site/index.html": _OLD_PAGE, "site/404.html": _OLD_PAGE, "site/sitemap.xml": "<urlset/>\n"}
"""What makes a folder a site of a build from before sites had lists."""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a handbook's files, and give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return folder


_OWN = ("PYTHONPATH", "PYTHONHASHSEED")
_BEGUN = {name: os.environ.get(name) for name in _OWN}


def run(folder: Path, *command: str, timeout: float = 120, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` in a folder, as a user would run the command, with more in its environment."""
    if {name: os.environ.get(name) for name in _OWN} == _BEGUN and command[0] in ("journeybook", "mkdocs"):
        ended = runner(**env)(folder, *command, most=timeout)
        return subprocess.CompletedProcess(command, ended.code, ended.out, ended.err)
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def mkdocs(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs …`."""
    return run(folder, "mkdocs", *arguments, **env)


def journeybook(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `journeybook …`."""
    return run(folder, "journeybook", *arguments, **env)


def text_of(html: str) -> str:
    """What a reader reads of a page's main part, without figures, white space folded."""
    main = html[html.index("<article") : html.index("</article>")]
    main = re.sub(r"<(figure|script|style|svg)\b.*?</\1>", " ", main, flags=re.S)
    import html as entities

    return " ".join(entities.unescape(re.sub(r"<[^>]+>", " ", main)).split())
