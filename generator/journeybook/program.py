"""What made a thing: this program, its texts and looks, and the packages it works with."""

from __future__ import annotations

from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from journeybook.diagrams.cache import digest
from journeybook.theme_dir import theme_dir


@cache
def program() -> str:
    """What changes when any of it does."""
    folders = (Path(__file__).parent, theme_dir())
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    texts = (f"{path}\n{path.read_bytes().hex()}" for path in files if path.parent.name != "__pycache__")
    return digest(*sorted(f"{package.name} {package.version}" for package in distributions()), *texts)
