"""Packages as they are once they are installed, without an installer: their files, and their entry points beside."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

from small import write


def install(folder: Path, project: Path) -> Path:
    """Put a project's modules into a folder for sys.path, with the metadata that its pyproject.toml makes."""
    facts = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    shutil.copytree(project, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "pyproject.toml"))
    return _metadata(folder, facts["name"], facts["entry-points"])


def invent(folder: Path, group: str, name: str, code: str, thing: str = "") -> Path:
    """The package `their-…` of one module, `their_…`, which adds itself, or a thing of it, to a group under a name."""
    module = f"their_{name.lower()}"
    sys.modules.pop(module, None)  # of another test
    write(folder, {f"{module}.py": code})
    return _metadata(folder, f"their-{name}", {group: {name: f"{module}:{thing}" if thing else module}})


def _metadata(folder: Path, name: str, groups: dict[str, dict[str, str]]) -> Path:
    heads = {group: "".join(f"{key} = {value}\n" for key, value in points.items()) for group, points in groups.items()}
    points = "".join(f"[{group}]\n{lines}" for group, lines in heads.items())
    place = f"{name.replace('-', '_')}-1.0.dist-info"
    facts = {"METADATA": f"Name: {name}\nVersion: 1.0\n", "entry_points.txt": points}
    return write(folder, {f"{place}/{file}": text for file, text in facts.items()})
