"""What all pages of one build share: the handbook, the words, the templates and the figures still to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from journeybook import diagrams
from journeybook.diagrams.parts.links import AsIs
from journeybook.ground.stopwatch import timed
from journeybook.ground.theme_dir import theme_dir
from journeybook.handbook import Entry, Handbook
from journeybook.handbook.captions import Numbered
from journeybook.language.direction import direction_of
from journeybook.language.words import Words
from journeybook.markdown.escape import escape
from journeybook.model import Journey
from journeybook.model.views import Drawing
from journeybook.pages.addresses import HOME, PageLinks, compare_of, gone_anchor, path_of
from journeybook.pages.artifact import Fills
from journeybook.pages.books import Book
from journeybook.pages.captions import label
from journeybook.pages.foreign import is_same, settle
from journeybook.pages.icons import channel_icon, icon
from journeybook.pages.page_words import SOURCE, PageWords
from journeybook.problems import HandbookError, Problem, say
from journeybook.problems import Path as DataPath
from journeybook.store.dependencies import Results

COMPARISON = "compare"
"""The view that shows two journeys."""
DESK, WIDE, COLUMN = 958, 1100, 708
"""Pixels: the column of a journey's page, the home page's picture, and the text between two side columns."""


@dataclass(frozen=True)
class Picture:
    """A figure that a page asks for, the site as it speaks there; `dependencies` are those of the page.

    `also` are the other drawings of the journey that stand on the page; `numbered` has its number and its name, where
    it is one of a chapter's figures; `how` says what can be done with it on a screen.
    """

    site: Site
    fills: Fills
    key: str
    journey: Entry[Journey]
    view: str
    links: PageLinks
    caption: str
    width: int
    dependencies: set[Any] | None = None
    also: Sequence[Drawing] = ()
    numbered: Numbered | None = None
    how: str = ""


def undrawn_problem(journey: Entry[Journey], view: str, error: diagrams.RenderError) -> Problem:
    """Make a problem of a failed drawing: where its journey stands, which view it was, and why it failed."""
    views = [str(drawing.view) for drawing in journey.model.views]
    other: DataPath = ("compares",) if view == COMPARISON and journey.model.compares else ("stages",)
    path: DataPath = ("views", views.index(view)) if view in views else other
    hint = say("this is the view ‘{view}’ of the journey ‘{journey}’", view=view, journey=journey.id)
    return journey.problem("JB501", error.message, hint, path=path)


@dataclass
class Site:
    """One build of a handbook; `pretty` and `directories` as in `PageLinks`, `templates` holds the author's own.

    `downloads` are the formats of the drawings' files, `cards` the papers of PDF sheets of cards, `books` what
    the home page offers, `notes` what is to be told of those, `address` is where
    the handbook is on the web, `logo` is what mkdocs.yml names as such, `tokens` are colours that go before those of
    tokens.css in them; `trusted`: the Markdown of YAML may have raw HTML. `results` are those of earlier builds.
    `naming` gives what templates can ask besides the words; `shared` is what they are given on pages where that is
    another thing.
    """

    book: Handbook
    words: Words
    pretty: bool = True
    directories: bool = True
    renderer: diagrams.Renderer = field(default_factory=diagrams.Renderer)
    cache: diagrams.Cache | None = None
    templates: Sequence[Path] = ()
    downloads: Sequence[str] = ()
    cards: Sequence[str] = ()
    books: tuple[Book, ...] = ()
    notes: tuple[str, ...] = ()
    address: str = ""
    logo: str = ""
    tokens: Mapping[str, str] | None = None
    trusted: bool = False
    results: Results = field(default_factory=Results)
    pictures: list[Picture] = field(default_factory=list)
    naming: Callable[[Site], Mapping[str, Any]] = lambda site: {}
    shared: Mapping[str, Any] = field(default_factory=dict)
    by_language: dict[str, Site] = field(default_factory=dict)

    def __post_init__(self) -> None:
        folders = [*self.templates, theme_dir() / "templates"]
        self.env = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
        )
        self.env.filters["md"] = lambda text: Markup(escape(str(text)))
        self.env.filters["combine"] = lambda first, second: {**first, **second}
        self.env.globals.update(
            COLUMN=COLUMN,
            DESK=DESK,
            WIDE=WIDE,
            _=self.words,
            words=self.words,
            icon=icon,
            channel_icon=channel_icon,
            book=self.book,
        )

    def on_page(self, language: str | None = None) -> Site:
        """Give this build as it speaks on a page in that language; without one, on a page in the handbook's own.

        The words, and what templates make of them, are marked where they are in another language than the page.
        """
        base = self.by_language.setdefault("", self)
        page = language or base.words.language
        if is_same(page, SOURCE) and is_same(base.words.language, SOURCE):
            return base
        if page not in self.by_language:
            view = self.by_language[page] = copy(base)
            view.words = PageWords(base.words, page)
            view.shared = {"_": view.words, "words": view.words, **self.naming(view)}
        return self.by_language[page]

    def links(self, path: str) -> PageLinks:
        """Give what links on a page look like."""
        return PageLinks(path, self.pretty, self.directories)

    def on_the_web(self, path: str, fragment: str = "") -> str:
        """Give the absolute address of a page, for paper, calendars and files; empty where the handbook has none.

        The web is a server: it needs no `index.html`, however the pages link to each other.
        """
        links = PageLinks(HOME, self.directories, self.directories)
        return urljoin(self.address, links.to(path, fragment)) if self.address else ""

    def file_on_the_web(self, path: str) -> str:
        """Give the absolute address of a file that is copied into the site; empty where the handbook has none."""
        return (
            urljoin(self.address, PageLinks(HOME, self.directories, self.directories).file(path))
            if self.address
            else ""
        )

    def render(self, template: str, **values: Any) -> str:
        """Render a template to text."""
        text = self.env.get_template(template).render(**{**self.shared, **values})
        return settle(text, self.words.page)

    @timed("diagrams")
    def draw(self) -> None:
        """Draw every figure that pages have asked for, and put each into its page.

        A HandbookError has a problem for every one that could not be drawn.
        """
        pictures = list(self.pictures)
        self.pictures.clear()
        requests = [self._request(picture) for picture in pictures]
        figures = diagrams.attempt_many(requests, renderer=self.renderer, cache=self.cache)
        undrawn: list[Problem] = []
        for picture, request, figure in zip(pictures, requests, figures, strict=True):
            if isinstance(figure, diagrams.RenderError):
                undrawn.append(undrawn_problem(picture.journey, picture.view, figure))
                continue
            number = Markup(label(picture.site.words, picture.numbered))
            values = {"figure": figure, "picture": picture, "request": request, "number": number}
            picture.fills.figures[picture.key] = picture.site.render("parts/figure.html.j2", **values).strip()
        if undrawn:
            raise HandbookError(list(dict.fromkeys(undrawn)))

    def _request(self, picture: Picture) -> diagrams.Request:
        model = picture.journey.model
        language = model.language or self.words.language
        return diagrams.Request(
            journey=model,
            view=picture.view,
            links=_FigureLinks(self, picture),
            name=f"jd-{picture.key}",
            words=self.words,
            language=language,
            direction=direction_of(language),
            desk_width=picture.width,
            told=None if picture.site.words is self.words else picture.site.words,
            as_is=as_is_for(self, picture.journey, picture.view, picture.links.to),
        )


def stages_of(journey: Entry[Journey], view: str) -> str:
    """Give the path of the page to whose sections the stages of a drawing lead."""
    return compare_of(journey) if view == COMPARISON else path_of(journey)


def as_is_for(site: Site, journey: Entry[Journey], view: str, address: Callable[[str, str], str]) -> AsIs | None:
    """Give what a drawing is compared with, None for views that compare nothing; `address` is that of a page's part."""
    found = site.book.as_is_of(journey) if view == COMPARISON else None
    return AsIs(found.model, lambda key: address(compare_of(journey), gone_anchor(key))) if found else None


@dataclass(frozen=True)
class _FigureLinks:
    """Where a figure's parts lead, seen from the page that it is on."""

    site: Site
    picture: Picture

    def stage(self, key: str) -> str:
        picture = self.picture
        return picture.links.to(stages_of(picture.journey, picture.view), key)

    def activity(self, id: str) -> tuple[str, str] | None:
        return self._link(self.site.book.activities.get(id))

    def journey(self, id: str) -> tuple[str, str] | None:
        return self._link(self.site.book.journeys.get(id))

    def _link(self, entry: Entry[Any] | None) -> tuple[str, str] | None:
        if entry is None:
            return None
        if self.picture.dependencies is not None:  # the page is written by now, and this may be another thread
            self.picture.dependencies.add(entry.head)
        return entry.title, self.picture.links.to(path_of(entry))
