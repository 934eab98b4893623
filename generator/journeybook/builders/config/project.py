"""A handbook on disk: its mkdocs.yml, as MkDocs reads it, and our options in it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

from journeybook.assembly import Assembly, Reading, read
from journeybook.builders.config.books import book_site
from journeybook.builders.config.judged.load import load_judged
from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import root_of, settings_of, site_dir_of
from journeybook.builders.config.site_problems import site_problems
from journeybook.builders.config.theming import dress
from journeybook.checks import in_order
from journeybook.checks.folders import FOLLOWED
from journeybook.handbook import Handbook
from journeybook.handbook.chosen_edition import VARIABLE, choose
from journeybook.handbook.editions import edition_of
from journeybook.model.editions import Edition
from journeybook.problems import HandbookError, JourneybookError, Problem, Severity
from journeybook.store.dependencies import Results

_NAMES = ("mkdocs.yml", "mkdocs.yaml")
_LIKE = re.compile(r"_?mk[-_ ]?docs?\.ya?ml(?:\.(?:txt|text|ya?ml|bak))?|mkdocs(?:\.txt)?", re.I)
"""Names that somebody gives it; Windows hides the .txt that its Notepad adds."""
_MOST_ABOVE, _ONE_UP = 3, 2
"""Folders above this one in which mkdocs.yml is looked for, and the parts of the path to that in the first."""
_BELOW = ("content", "docs")
_NOWHERE = ".journeybook-site"


class ProjectError(JourneybookError):
    """Raised where there is no mkdocs.yml, or it does not use journeybook; the message says what to do."""


@dataclass(frozen=True)
class Project:
    """MkDocs's configuration of a handbook, and our options in it."""

    config: MkDocsConfig
    options: Options

    def dress(self) -> None:
        """Add the theme's parts and the Markdown that our pages need, as a build does before it reads anything."""
        dress(self.config)

    def told(self) -> tuple[Problem, ...]:
        """Give what is wrong with mkdocs.yml itself, which a reading has among its problems."""
        return settings_of(self.config, self.options).told

    def read(self, results: Results | None = None, *, drafts: bool = False) -> Reading:
        """Read the handbook and check it; with what is retired or unfinished where `drafts` are wanted."""
        return self.options.known or read(settings_of(self.config, self.options, drafts=drafts), results)

    def in_edition(self, book: Handbook, *, preview: bool = False) -> Handbook:
        """Give the handbook as the chosen edition carries it; the whole one where there are no editions.

        So it is too for a `preview` of which nobody says which edition it shows. A NoEditionError as in `choose`.
        """
        asked, usual = self.options.asked, self.options.edition
        if preview and asked is None and VARIABLE not in os.environ:
            return book
        edition = choose(book.editions, asked=asked, environment=os.environ, usual=usual)
        return edition_of(book, edition) if edition else book

    def for_edition(self, edition: Edition, reading: Reading) -> Project:
        """Open the same mkdocs.yml for one edition of what was read, as a part of the site, at its own address."""
        config = self.config
        path = Path(config.config_file_path)
        found = open_project(path, builds=True, edition=edition.name, site_dir=config.site_dir, strict=config.strict)
        found.options.known = reading
        if config.site_url:
            found.config.site_url = f"{urljoin(config.site_url, '.')}{edition.name}/"
        return found

    def inspect(self, reading: Reading) -> Reading:
        """Add what is wrong with links between pages and with the navigation, which builders tell in their words.

        Not where MkDocs, which lists the files, would follow a link to all that a disk has.
        """
        if any(problem.code in FOLLOWED for problem in reading.problems):
            return reading
        found = site_problems(self.config, self.options, reading.book)
        return Reading(reading.book, in_order([*reading.problems, *found]))

    def assemble(self, book: Handbook, *, plain: bool = False) -> Assembly:
        """Make everything that the handbook publishes; `plain` for a folder whose pages must work in any builder."""
        return Assembly(book_site(self.config, self.options, book, plain=plain))


def find_config(folder: Path) -> Path | None:
    """Find the mkdocs.yml of a folder."""
    return next((folder / name for name in _NAMES if (folder / name).is_file()), None)


def open_project(
    config_file: Path | None = None, *, builds: bool = False, edition: str | None = None, **options: Any
) -> Project:
    """Open the handbook of a mkdocs.yml, of the one in this folder where none is named.

    `edition` is the one that a command asks for. `options` are MkDocs's own (`site_dir`, `strict`); None leaves what
    the file says. A ProjectError says what to do, a HandbookError has what is wrong with a mkdocs.yml of which no
    handbook can be opened; where one can, its reading has that among its problems.
    With `builds`, the folder for the site is left to `check_place`, which MkDocs would judge before, in its words.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice on its own future: no news to an author
    path = config_file or find_config(Path())
    if path is None or not path.is_file():
        raise ProjectError(_no_config(path))
    given = {name: value for name, value in options.items() if value is not None}
    config, problems = load_judged(path, given | {"site_dir": _NOWHERE} if builds else given)
    if builds:
        config.site_dir = _site(config, given.get("site_dir", site_dir_of(config)))
    plugin = config.plugins.get("journeybook")
    if plugin is None or not isinstance(plugin.config, Options):
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise HandbookError(problems)
        raise ProjectError(f"{path} does not use journeybook. Write in it:\n\nplugins:\n  - search\n  - journeybook")
    plugin.config.problems, plugin.config.asked = problems, edition
    return Project(config, plugin.config)


def _no_config(path: Path | None) -> str:
    """Say what to do where there is no mkdocs.yml: rename what is there, or go where there is one."""
    folder, wanted = (path.parent, path.name) if path else (Path(), _NAMES[0])
    here: list[str] = []
    with suppress(OSError):  # no folder, or one that is closed
        here = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    like = next((name for name in here if _LIKE.fullmatch(name)), None)
    if like in _NAMES and wanted in _NAMES:
        return f"there is no {path or wanted} here, but {folder / like}. Name that one: -f {folder / like}"
    if like and wanted in _NAMES:
        return f"there is no {path or wanted} here, but {folder / like}. Rename it to {wanted}."
    if path is None and (below := next((one for one in _BELOW if Path(one, wanted).is_file()), None)):
        return f"there is no {wanted} here, but {below}/{wanted}. Move it here, beside the folder {below}."
    above = (Path(*[".."] * up, name) for up in range(1, _MOST_ABOVE + 1) for name in _NAMES)
    if path is None and (found := next((place for place in above if place.is_file()), None)):
        where = "one folder up" if len(found.parts) == _ONE_UP else "further up"
        way = f"`cd {found.parent.as_posix()}` first, or -f {found.as_posix()}"
        return f"there is no {wanted} here; it is {where}. Write {way}"
    return f"there is no {path or wanted} here. Go to the handbook's folder, or name the file: -f path/mkdocs.yml"


def _site(config: MkDocsConfig, asked: object) -> str:
    """Give the folder for the site, as MkDocs would make a path of what is asked for."""
    if not isinstance(asked, str):
        raise ProjectError(f"site_dir in mkdocs.yml is no folder: {asked}. Write site_dir: site, or leave it out")
    return os.path.abspath(root_of(config) / asked)  # noqa: PTH100  # links stay as they are named
