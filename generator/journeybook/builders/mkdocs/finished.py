"""The finished pages of a build, and the navigation that orders them, kept for a file to hand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from journeybook.export.form import FinishedPage, NavigationItem, Wanted
from journeybook.handbook import Handbook
from journeybook.handbook.targets import Target
from journeybook.pages.foreign import settle, unmarked
from journeybook.pages.mark import MARK
from journeybook.pages.site import Site


@dataclass
class FinishedPages:
    """The pages of one build by their paths, the lines of its navigation, and the site that they are of."""

    site: Site | None = None
    pages: dict[str, FinishedPage] = field(default_factory=dict)
    navigation: list[NavigationItem] = field(default_factory=list)

    def order(self, nav: Navigation) -> None:
        """Note the lines of the navigation, in which links to other sites are none."""
        self.navigation = list(_lines(nav.items))

    def keep(self, page: Page, html: str, language: str) -> None:
        """Keep a page's content."""
        path = page.file.src_uri
        kind = f"jb-page-{page.meta['jb']}" if page.meta.get("jb") else ""
        mark, title = str(page.meta.get(MARK, "")), unmarked(str(page.title or ""))
        self.pages[path] = FinishedPage(path, page.file.dest_uri, title, settle(html, language), language, kind, mark)

    def wanted(self, only: Callable[[Handbook], tuple[Target, ...]], folder: Path) -> Wanted:
        """Give what a form is made of, once the build into a folder has ended; `only` finds the parts asked for."""
        assert self.site
        return Wanted(self.site, only(self.site.book), self.pages, tuple(self.navigation), folder)


def _lines(items: Sequence[StructureItem], depth: int = 0) -> Iterator[NavigationItem]:
    for item in items:
        if isinstance(item, Section):
            yield NavigationItem(unmarked(item.title), depth)
            yield from _lines(item.children, depth + 1)
        elif isinstance(item, Page):
            yield NavigationItem(unmarked(str(item.title or "")), depth, item.file.src_uri)
