"""Tell one state of the program from another: its code, texts and looks, and the packages it works with."""

from __future__ import annotations

from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from journeybook.ground.theme_dir import theme_dir
from journeybook.store.cache import digest
from journeybook.store.files import content_digest, is_source


@cache
def program() -> str:
    """Give a digest that changes when the code, the theme or the version of any installed package does."""
    folders = (Path(__file__).parents[1], theme_dir())
    found = ((folder, path) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    files = (
        f"{path.relative_to(folder).as_posix()} {content_digest(path)}" for folder, path in found if is_source(path)
    )
    return digest(*sorted(f"{package.name} {package.version}" for package in distributions()), *files)
