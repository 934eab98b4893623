"""Views of other people's packages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extensions.installed import install, invent
from journeybook.model.views import VIEWS, find
from reference import ROOT
from small import SMALL, write

STAIRS = {"journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"] + "views: [path, {stairs: {down: yes}}]\n"}
VIEW = """
from journeybook.model.view import View
from journeybook.problems import say
VIEW = View(place=9, label=say("Odd"), about="x", shape="their_odd")
"""
FAILS = "\ndef desk(scene, width):\n    return 1 / 0\n"


def command(packages: Path, book: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own: views are found when a program begins."""
    path = os.pathsep.join(filter(None, (str(packages), os.environ.get("PYTHONPATH"))))
    env = {**os.environ, "PYTHONPATH": path}
    call = [sys.executable, "-m", "journeybook", *words]
    return subprocess.run(call, cwd=book, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.proof
def test_the_examples_work_in_a_build(tmp_path: Path) -> None:
    """A view of a package is drawn with its looks and is in the schema; a check of another tells its advice."""
    packages = install(install(tmp_path / "packages", ROOT / "examples/stairs"), ROOT / "examples/capitals")
    book = write(tmp_path / "book", SMALL | STAIRS | {"toolkit/talk.yaml": "title: THE FIRST TALK\n"})
    found = command(packages, book, "build")
    assert found.returncode == 0, found.stderr
    assert "advice CP401: ‘THE FIRST TALK’ is in capitals" in found.stderr
    page = (book / "site/journeys/first-steps/index.html").read_text("utf-8")
    assert page.count('class="jd jd-stairs jd-desk"') == 1 and page.count("jd-stair jb-s") >= 2
    assert 'id="view-stairs"' in page and ">Stairs</" in page
    looks = (book / "site/assets/journeybook/journeybook.css").read_text("utf-8")
    assert ".jd .jd-stair rect { fill: var(--c); }" in looks
    drawn = (book / "site/journeys/first-steps/first-steps-stairs.svg").read_text("utf-8")
    assert len(set(re.findall(r'<rect [^>]*fill="(#\w+)"', drawn))) == 3  # two steps and the paper
    schema = json.loads(command(packages, book, "schema", "journey").stdout)
    assert schema["$defs"]["StairsView"]["properties"].keys() == {"down"} and '"stairs"' in json.dumps(schema)


@pytest.mark.proof
def test_a_package_that_does_not_work_ends_in_a_line(tmp_path: Path) -> None:
    """A view that cannot be imported stops the check; a shape that fails is a problem of its journey, JB501."""
    book = write(tmp_path / "book", SMALL | {"journeys/odd.yaml": "title: Odd\nstages: [a, b]\nviews: odd\n"})
    found = command(invent(tmp_path / "one", "journeybook.views", "odd", "1 / 0\n", "VIEW"), book, "check")
    assert found.returncode == 2 and "Traceback" not in found.stderr
    assert "‘odd’ of the package their-odd cannot be used: ZeroDivisionError" in found.stderr
    found = command(invent(tmp_path / "two", "journeybook.views", "odd", VIEW + FAILS, "VIEW"), book, "build")
    assert found.returncode == 1 and "Traceback" not in found.stderr
    assert "JB501" in found.stderr and "the package their-odd cannot draw this: ZeroDivisionError" in found.stderr


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("odd", "VIEW = 1\n", "‘odd’ of the package their-odd is no view"),
        (
            "odd",
            VIEW.replace(', shape="their_odd"', ""),
            "is no view: it needs to be a View with the name of",
        ),
        ("Odd", VIEW, "‘Odd’ of the package their-Odd needs another name: small letters and figures"),
        ("path", VIEW, "needs another name: small letters and figures, and none that another view has"),
        ("odd", "1 / 0\n", "cannot be used: ZeroDivisionError"),
    ],
)
def test_what_is_no_view_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str, said: str
) -> None:
    """Ours stay as they are, and the error says which package is wrong, and how."""
    monkeypatch.syspath_prepend(str(invent(tmp_path, "journeybook.views", name, code, "VIEW")))
    views, error = find()
    assert views == VIEWS and error is not None and said in str(error)
