"""The facts of a form in which a handbook is handed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.cards.sheet import Paper
from journeybook.handbook.targets import Target
from journeybook.pages.site import Site


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page as a builder has made it, without the theme's frame around it.

    `path` is that of its Markdown among the chapters, `address` that of its HTML in the site; `html` is finished, with
    addresses seen from there, `language` what it is written in, `kind` its class in the theme's styles, and `mark` its
    version mark.
    """

    path: str
    address: str
    title: str
    html: str
    language: str
    kind: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A line of the navigation, in its order: a page by its path, or a section without one; `depth` counts from 0."""

    title: str
    depth: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted for: a handbook in an edition, of which `only` some parts; all of it where that is empty.

    `pages` are all pages by their paths, `navigation` is their order, and `folder` the site in which their pictures
    are, where the form needs them. `paper` is the size of the sheets, for forms that are printed; `sheet` is the
    path of a page that is wanted alone, without a cover. `note` is called with what is worth knowing of what was made.
    """

    site: Site
    only: tuple[Target, ...] = ()
    pages: Mapping[str, FinishedPage] = field(default_factory=dict)
    navigation: tuple[NavigationItem, ...] = ()
    folder: Path = Path()
    paper: Paper = "a4"
    sheet: str = ""
    note: Callable[[str], None] = lambda text: None


@dataclass(frozen=True, slots=True)
class ExportForm:
    """The facts of a form, whose name is the ending of its files.

    `make` gives the bytes of a file. `of_whole` tells whether it can hold a whole handbook, `of_parts` whether some
    parts alone, and `of_pages` whether it is made of finished pages, so that a builder has to make them first.
    `example` is a link to a part, for those who have to name one of a handbook that has none yet.
    `require` raises a JourneybookError where what it needs is not installed, before any work.
    """

    make: Callable[[Wanted], bytes]
    of_whole: bool = True
    of_parts: bool = True
    of_pages: bool = False
    example: str = ""
    require: Callable[[], None] = lambda: None
