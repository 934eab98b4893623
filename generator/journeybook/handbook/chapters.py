"""The chapters: Markdown files, the navigation that orders them, and the numbers that follow from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import filterfalse
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ConfigDict, field_validator

from journeybook.ground.stopwatch import timed
from journeybook.handbook.settings import Settings
from journeybook.handbook.snippets import missing_snippets
from journeybook.markdown import headings
from journeybook.markdown.audience_blocks import TAKES_IN, AudienceBlocks, find_blocks
from journeybook.markdown.brought_in import brought_in, with_all_text
from journeybook.markdown.captions import Captioned, find_captions, with_brought_in, within, without_names_of_tables
from journeybook.markdown.references import Reference, find, line_starts, split_front_matter
from journeybook.markdown.settings import MarkdownSettings, strict
from journeybook.markdown.tame import strained
from journeybook.model.aliases import OldPaths
from journeybook.model.audience import Audience
from journeybook.model.base import Model, Question
from journeybook.model.types import Id, Many, Plain, fail, scalar, slug
from journeybook.model.validate import validate
from journeybook.problems import Problem, Text, say
from journeybook.source import Document, read_text
from journeybook.source.document import MARKDOWN_BREAK
from journeybook.source.read import parse
from journeybook.store.dependencies import Results
from journeybook.store.links import Found, walk

GENERATED = ("journeys", "toolkit", "questions")  # folders whose pages introduce generated ones: no chapters
GLOSSARY = "glossary"
"""One more of them, where there is a glossary."""
WAYS_IN = "for"
"""The folder of the pages of roles."""
_NO = ("no", "false", "off")
INDEXES = ("index.md", "README.md")
HOMES = INDEXES
"""The paths that the home page may have."""

OF_ENTRIES = (
    *("review_by", "reviewed_on", "summary", "purpose", "number", "owner", "language", "duration"),
    "facilitator_notes",
)
"""Keys of journeys, activities and workshops, which nothing reads on a page."""
_OF_LEADERS = ("lead", "solution")
_LISTS_OF_ENTRIES = (
    *("activities", "stages", "steps", "materials", "objectives", "prerequisites", "related", "handouts", "resources"),
    *("bring", "actors", "days", "views", "participants"),
)
"""Their lists, which a template or a plugin may have as well, as it may what their leaders read."""


class FrontMatter(Model):
    """What journeybook reads of a page's front matter; all other keys are MkDocs's and the theme's."""

    model_config = ConfigDict(extra="ignore")

    title: Plain | None = None
    """The page's title, where it is not its first heading."""
    chapter: Id | None = None
    """The id of the chapter that this page opens or belongs to."""
    audience: Audience = ()
    """The roles whose editions carry the page, and on an index page its whole folder; left out means everyone."""
    questions: Many[Question] = ()
    """The page's reflective questions."""
    journey: Id | None = None
    """On the home page: the journey whose picture is shown."""
    aliases: OldPaths = ()
    """The paths that the page had before, such as guide/old.md; addresses with them lead here."""
    generated: Plain | None = None
    """no: nothing is added to this page."""

    description: str | None = None
    """What search engines show of the page."""

    @field_validator("description", mode="before")
    @classmethod
    def _is_a_text(cls, value: Any) -> str:
        return scalar(value)

    @field_validator("generated")
    @classmethod
    def _is_a_switch(cls, value: str | None) -> str | None:
        if value and value.casefold() not in (*_NO, "yes", "true", "on"):
            raise fail(say("‘{text}’ is not known here", text=value), say("write `generated: no`, or take it out"))
        return value


def is_unread(key: str, value: object, settings: Settings) -> bool:
    """Tell whether a key of a page's front matter is one of entries, and nothing reads it here."""
    if settings.extended or settings.overrides is not None:
        return key in OF_ENTRIES
    return key in (*OF_ENTRIES, *_OF_LEADERS) or (key in _LISTS_OF_ENTRIES and isinstance(value, list) and bool(value))


@dataclass(frozen=True, eq=False)
class ContentPage:
    """One Markdown file of `content/`; `path` is its path there, with forward slashes.

    `brought_in` are references that stand in other files, which Markdown's extensions bring into the page; `is_titled`
    tells whether the title is the author's, and not made of the file's name; `blocks` are the parts of its text that
    are for some alone; `captions` are what has one, in the page and in what it takes in.
    """

    path: str
    document: Document
    front: FrontMatter
    title: str
    references: tuple[Reference, ...]
    brought_in: tuple[Reference, ...]
    chapter: str | None
    is_titled: bool
    blocks: AudienceBlocks
    captions: tuple[Captioned, ...] = ()

    @cached_property
    def body_at(self) -> int:
        """Where the text begins below the front matter."""
        return split_front_matter(self.document.text)[2]

    @cached_property
    def body(self) -> str:
        """The text below the front matter, in which what only journeybook reads, names of tables, is blank."""
        return without_names_of_tables(self.document.text, self.captions)[self.body_at :]

    def problem_at(self, code: str, message: Text, hint: Text, at: int) -> Problem:
        """Make a problem at a place of the page's whole text, counted in characters."""
        line = bisect_right(self._line_starts, at)
        column = at - self._line_starts[line - 1] + 1
        return self.document.problem_at(code, message, hint, line=line, column=column)

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.document.text)

    @cached_property
    def shown_journeys(self) -> frozenset[str]:
        """The ids of the journeys that the page shows in place."""
        found = (*self.references, *self.brought_in)
        return frozenset(one.target for one in found if one.embed and one.kind == "journey")

    @property
    def is_index(self) -> bool:
        """Whether the page opens its folder."""
        return PurePosixPath(self.path).name in INDEXES

    @property
    def is_introduction(self) -> bool:
        """Whether what journeybook generates for this address is added below it."""
        return (self.front.generated or "").casefold() not in _NO


@dataclass(frozen=True, eq=False)
class Chapter:
    """A chapter: its opening page and its sections, in the order of the navigation; `number` is None outside it."""

    id: str
    number: int | None
    opening: ContentPage
    sections: tuple[ContentPage, ...]

    @property
    def title(self) -> str:
        """The heading of its opening page."""
        return self.opening.title

    @property
    def name(self) -> str:
        """The chapter's number, where it has one, and its title."""
        return f"{self.number} {self.title}" if self.number else self.title

    @property
    def pages(self) -> tuple[ContentPage, ...]:
        """The opening page and the sections."""
        return (self.opening, *self.sections)


@dataclass
class Contents:
    """All Markdown pages by path, the chapters by id, and the number of each numbered page by path.

    `introductions` has, for the path of an index, the page of another name that MkDocs writes to its address.
    """

    pages: dict[str, ContentPage] = field(default_factory=dict)
    chapters: dict[str, Chapter] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    introductions: dict[str, str] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def openings(self) -> dict[str, list[ContentPage]]:
        """The pages that open a folder, by its path, once all are read: any index, and `a.md` of `a`."""
        found: dict[str, list[ContentPage]] = {}
        for path, page in self.pages.items():
            place = PurePosixPath(path)
            is_index = place.stem.casefold() in ("index", "readme")
            if not is_index or place.parent.name:
                found.setdefault((place.parent if is_index else place.with_suffix("")).as_posix(), []).append(page)
        return found


def read_contents(settings: Settings, results: Results) -> Contents:
    """Read every page of `content/`, its chapters and their numbers."""
    contents = Contents()
    for found in _markdown_files(settings):
        path = Path(found.path)
        page, problems = (None, []) if found.lost else _read_page(path, settings, results)  # `checks.folders` tells why
        contents.problems += problems
        if page is not None:
            contents.pages[page.path] = page
        else:
            contents.unreadable.add(slug(path.relative_to(settings.content).parts[0]))
    contents.introductions = {index: path for path in contents.pages if (index := index_of(path, settings)) != path}
    _make_chapters(contents, settings, _order(contents, settings))
    return contents


def index_of(path: str, settings: Settings) -> str:
    """Give the path of the index that would be written to the address of a page: `a/index.md` for `a.md`."""
    page = PurePosixPath(path)
    if page.name in INDEXES:
        return page.with_name(INDEXES[0]).as_posix()
    return (page.with_suffix("") / INDEXES[0]).as_posix() if settings.directories else path


def _markdown_files(settings: Settings) -> list[Found]:
    """Find the Markdown files of `content/`, and the folders and links that are not followed."""
    inside = (found for found in walk(settings.content, settings.bounds) if Path(found.path) != settings.content)
    files = (found for found in inside if found.lost or _is_page(found, settings))
    return sorted(files, key=lambda found: Path(found.path).as_posix())


def _is_page(found: Found, settings: Settings) -> bool:
    address = Path(found.path).relative_to(settings.content).as_posix()
    return found.path.endswith(".md") and not found.is_folder and not settings.is_left_out(address)


def _read_page(path: Path, settings: Settings, results: Results) -> tuple[ContentPage | None, list[Problem]]:
    file, address = settings.file(path), path.relative_to(settings.content).as_posix()
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    key = ContentPage, file, text, settings.has_glossary, settings.roles
    return results.get(key, lambda: make_page(text, file, address, settings))


def make_page(text: str, file: str, address: str, settings: Settings) -> tuple[ContentPage | None, list[Problem]]:
    """Make a page of its whole text, and the problems; None where its Markdown cannot be read.

    `file` is its name in problems, `address` its path in the chapters' folder.
    """
    front_text, body, offset = split_front_matter(text)
    front, document, problems = _front_matter(file, text, front_text, settings.roles)
    if (place := strained(body)) is not None:
        line = sum(start <= offset + place for start in line_starts(text))
        message = say("this has more brackets without a partner, or deeper lists, than Markdown can be read with")
        hint = say("close the brackets, write fewer levels, or put a backslash before brackets that are text")
        return None, [*problems, document.problem_at("JB107", message, hint, line=line, column=1)]
    try:
        heading = headings.title(body, settings.markdown)
        references = tuple(find(text, settings.markdown, offset=offset))
        more = brought_in(body, references, settings.markdown)
        blocks = find_blocks(text, settings.markdown, offset=offset, roles=settings.roles)
        captions = _captions(text, offset, settings.markdown, references, blocks)
    except Exception as error:  # extensions are others' code, and raise what they like
        is_of_a_snippet = "Snippet" in type(error).__name__ or isinstance(error, UnicodeDecodeError)
        missing = list(missing_snippets(document, settings.markdown)) if is_of_a_snippet else []
        return None, [*problems, *(missing or [_unreadable(document, error)])]
    title = front.title or (
        scalar(heading[0]) if heading else PurePosixPath(address).stem.replace("-", " ").capitalize()
    )
    is_titled = bool(front.title or heading)
    introduces = is_way_in(address, settings)
    chapter = front.chapter if introduces else _chapter_id(address, front, generated_folders(settings))
    page = ContentPage(address, document, front, title, references, more, chapter, is_titled, blocks, tuple(captions))
    return page, problems


def _captions(
    text: str, offset: int, markdown: MarkdownSettings, references: Sequence[Reference], blocks: AudienceBlocks
) -> list[Captioned]:
    """Find what has a caption in a page, and in what it takes in."""
    own = within(find_captions(text, markdown, references, offset=offset), blocks)
    body = text[offset:]
    whole = with_all_text(body, strict(markdown)) if TAKES_IN in body else body
    if whole == body:
        return own
    return with_brought_in(
        own, within(find_captions(whole, markdown, find(whole, markdown)), find_blocks(whole, markdown))
    )


def _unreadable(document: Document, error: Exception) -> Problem:
    said = " ".join(str(error).split())
    reason = f"{type(error).__name__}: {said}" if said else type(error).__name__
    message = say("a Markdown extension of mkdocs.yml cannot read this page: {reason}", reason=reason)
    hint = say("mend what it names in this page, or take the extension out of `markdown_extensions` in mkdocs.yml")
    return document.problem_at("JB120", message, hint, line=0, column=1)


def _front_matter(
    file: str, text: str, front_text: str, roles: tuple[str, ...]
) -> tuple[FrontMatter, Document, list[Problem]]:
    whole = Document(file, text, breaks=MARKDOWN_BREAK)
    if not front_text.strip():
        return FrontMatter(), whole, []
    document, problems = parse("\n" + front_text, file)  # the line of dashes above it keeps its place in the count
    if document is None:
        return FrontMatter(), whole, problems
    front, more = validate(document, FrontMatter, roles)
    whole = replace(document, text=text, breaks=MARKDOWN_BREAK)
    return front or FrontMatter(), whole, problems + more


def generated_folders(settings: Settings) -> tuple[str, ...]:
    """Give the folders whose pages introduce what is made, and open no chapter."""
    return (*GENERATED, GLOSSARY) if settings.has_glossary else GENERATED


def is_way_in(path: str, settings: Settings) -> bool:
    """Tell whether a page introduces the one of a role, or the list of these, as `for/mentor.md` does."""
    folder, _, rest = path.partition("/")
    name = rest.removesuffix(".md").removesuffix("/index").removesuffix("/README")
    return folder == WAYS_IN and name in (*settings.roles, "index", "README")


def _chapter_id(path: str, front: FrontMatter, generated: Collection[str]) -> str | None:
    if path in HOMES:  # the home page belongs to none
        return None
    if front.chapter:
        return front.chapter
    folder, _, rest = path.partition("/")
    return (slug(folder) or folder) if rest and folder not in generated else None


def nav_paths(nav: list[Any]) -> Iterator[str]:
    """Give the pages that a navigation names, in its order."""
    for item in nav:
        values = item.values() if isinstance(item, dict) else [item]
        for value in values:
            if isinstance(value, list):
                yield from nav_paths(value)
            elif isinstance(value, str):
                yield value


def in_order_of(contents: Contents, settings: Settings, paths: Iterable[str]) -> Contents:
    """Give contents with the chapters and numbers of a navigation that names these pages in this order."""
    found = replace(contents, chapters={}, numbers={})
    _make_chapters(found, settings, [path for path in dict.fromkeys(paths) if path in contents.pages])
    return found


def _order(contents: Contents, settings: Settings) -> list[str]:
    """Give the pages in the order of the navigation that mkdocs.yml or, without one, the files make."""
    if settings.nav is None:
        return sorted(filterfalse(settings.is_unlisted, contents.pages), key=automatic_order)
    return [path for path in dict.fromkeys(nav_paths(settings.nav)) if path in contents.pages]


@timed("link")
def _make_chapters(contents: Contents, settings: Settings, order: list[str]) -> None:
    members: dict[str, list[ContentPage]] = {}
    for path in [*order, *(path for path in contents.pages if path not in order)]:
        page = contents.pages[path]
        if page.chapter:
            members.setdefault(page.chapter, []).append(page)
    number = 0
    for id, pages in members.items():
        opening = next((page for page in pages if page.is_index), pages[0])
        in_nav = settings.numbers and opening.path in order
        number += in_nav
        sections = tuple(page for page in pages if page is not opening)
        contents.chapters[id] = Chapter(id, number if in_nav else None, opening, sections)
        if in_nav:
            contents.numbers[opening.path] = str(number)
            numbered = (page for page in sections if page.path in order)
            contents.numbers |= {page.path: f"{number}.{place}" for place, page in enumerate(numbered, 1)}


def automatic_order(path: str) -> tuple[tuple[str, ...], bool, str]:
    """Give the key to sort pages by, as MkDocs does without a `nav` (its file_sort_key): by folder, its index first."""
    *folders, name = path.split("/")
    return tuple(folders), name not in INDEXES, name
