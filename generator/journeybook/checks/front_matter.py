"""JB111, JB382 and JB442: front matter that is none, and keys of it that nearly are journeybook's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as File

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.chapters import HOMES, FrontMatter
from journeybook.markdown.lost_front_matter import lost_front_matter
from journeybook.model.other_names import meant_key
from journeybook.problems import Code, Example, Path, Problem, say
from journeybook.problems.nearest import nearest
from journeybook.store.links import walk

CODES = (
    Code(
        "JB111",
        means=(
            "The front matter of a page is none: it is not closed, stands below an empty line, or has other signs "
            "around it than lines of three hyphens. MkDocs would print it on the page."
        ),
        remedy="Do what the answer says: `---` on the first line, the keys, and `---` on a line below them.",
        example=Example(
            wrong="---\nchapter: guide\n\n# Welcome\n",
            right="---\nchapter: guide\n---\n\n# Welcome\n",
            file="content/guide.md",
        ),
    ),
    Code(
        "JB382",
        means=(
            "A key in the front matter of a page is nearly `audience`, or names an edition; or an `audience` stands in "
            "a `.meta.yml`: everyone would see what is meant for some."
        ),
        remedy="Write `audience`, with the roles that the page is for; or take the line out.",
        example=Example(
            wrong="---\naudiense: mentor\n---\n\n# For mentors\n",
            right="---\naudience: mentor\n---\n\n# For mentors\n",
            file="content/mentors.md",
        ),
    ),
    Code(
        "JB442",
        means=(
            "A key in the front matter of a page is nearly one that journeybook or MkDocs reads, or one of journeys "
            "and activities that pages do not have (such as `summary`), or one that does nothing on "
            "this page; or `hide` names what the theme does not know."
        ),
        remedy="Take the name that is offered, or take it out. If a plugin of yours reads the key, leave it.",
        example=Example(
            wrong="---\nchaptr: guide\n---\n\n# A guide\n",
            right="---\nchapter: guide\n---\n\n# A guide\n",
            file="content/guide.md",
        ),
    ),
)

_AUDIENCE = "audience"
_FOR = ("for", "for_whom", "for-whom", "readers")
"""What people call it."""
_WHO = re.compile(
    r"(?:editions?|roles?|visible(?:[_-](?:to|for))?|shown?(?:[_-](?:to|for))?|only(?:[_-]for)?|access|hide[_-]from)"
)
"""What people call it, where the value names a role or an edition."""
_OURS = tuple(FrontMatter.model_fields)
_OF_ENTRIES = ("review_by", "reviewed_on", "summary", "purpose", "number", "owner", "language", "duration")
_OTHERS = (
    *("title", "description", "template", "hide", "icon", "status", "subtitle", "search", "tags", "social", "draft"),
    *("date", "authors", "categories", "slug", "links", "readtime", "pin", "comments", "image", "inherit"),
)
"""What MkDocs and Material read in front matter, their own plugins included."""
_OFTEN = ("description", "template", "hide", "subtitle", "search")
"""Those of them that are like no other word that somebody may need."""
_HIDDEN = ("navigation", "toc", "path", "footer", "feedback", "tags")
"""What Material leaves out of a page that names it below `hide:`."""
_KNOWN = ", ".join(_HIDDEN)
_MEANT_BY = {
    **dict.fromkeys(("table of contents", "contents", "table-of-contents", "toc bar", "right sidebar"), "toc"),
    **dict.fromkeys(("nav", "menu", "sidebar", "left sidebar", "side bar", "navigation bar"), "navigation"),
    **dict.fromkeys(("breadcrumb", "breadcrumbs"), "path"),
}
_POST = re.compile(r"(?:^|/)posts/")


def check(book: Handbook) -> Iterator[Problem]:
    """Report front matter that would be printed, and keys with a typing error."""
    yield from _of_folders(book)
    for page in book.pages.values():
        document = page.document
        if lost := lost_front_matter(document.text, {*_OURS, *_OTHERS}):
            yield document.problem_at("JB111", lost.message, lost.hint, line=lost.line, column=1)
        yield from _nearly_ours(page)
        if book.editions:
            yield from _for_some(book, page)
        yield from _of_no_use(book, page)
        yield from _hidden(book, page)
        if page.path in HOMES:
            yield from _home_in_a_chapter(page)
        else:
            yield from _nearly_a_chapter(book, page)


def _for_some(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report keys that nothing reads, and whose value names a role or an edition: everyone would see the page."""
    names = {*book.settings.roles, *(edition.name for edition in book.editions)}
    for key, value in page.document.data.items():
        if key in (*_OURS, *_OTHERS, *_FOR) or not (_WHO.fullmatch(key) or key.startswith("<!--")):
            continue
        words = value if isinstance(value, list) else re.split(r"[\s,;]+", str(value))
        if any(str(word).casefold().removesuffix("s") in {name.removesuffix("s") for name in names} for word in words):
            message = say("nothing reads ‘{key}’ here, so that everyone would see this page", key=key)
            hint = say("write `audience:` with the roles it is for, or take the line out")
            yield page.document.problem("JB382", message, hint, path=(key,), at_key=True)


def _of_folders(book: Handbook) -> Iterator[Problem]:
    """Report an audience in a file of the plugin `meta`, which journeybook does not read."""
    for found in walk(book.settings.content, book.settings.bounds, hidden=True) if book.editions else ():
        path = File(found.path)
        if path.name not in (".meta.yml", ".meta.yaml") or found.is_folder or found.lost:
            continue
        for number, line in enumerate(path.read_text("utf-8-sig", "replace").splitlines(), start=1):
            if line.startswith("audience"):
                message = say("nothing reads ‘{key}’ here, so that everyone would see these pages", key=_AUDIENCE)
                hint = say("write it into the front matter of the folder’s `index.md`, or of each page")
                file = book.settings.file(path)
                yield Problem(file, number, 1, "JB382", message, hint, source_line=line)


def _nearly_ours(page: ContentPage) -> Iterator[Problem]:
    for key in page.document.data:
        if key in _OURS or key in _OTHERS:
            continue
        in_small = key.casefold() if key.casefold() in (*_OURS, *_OTHERS) else None
        meant = (
            (_AUDIENCE if key in _FOR else None)
            or in_small
            or meant_key(key, [_AUDIENCE])
            or nearest(key, (*_OURS, *_OFTEN))
        )
        if meant == _AUDIENCE:
            message = say("nothing reads ‘{key}’ here, so that everyone would see this page", key=key)
            hint = say("write `audience:` with the roles it is for, or take the line out")
            yield page.document.problem("JB382", message, hint, path=(key,), at_key=True)
        elif meant:
            message = say("nothing reads ‘{key}’ here; did you mean ‘{meant}’?", key=key, meant=meant)
            yield page.document.problem("JB442", message, path=(key,), at_key=True)
        elif key in _OF_ENTRIES:
            message = say(
                "nothing reads ‘{key}’ here: journeys, activities and workshops have it, pages do not", key=key
            )
            yield page.document.problem("JB442", message, say("take it out"), path=(key,), at_key=True)


def _of_no_use(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report what is right elsewhere, and does not do here what its author hopes for."""
    if page.front.journey in book.journeys.files and page.path not in HOMES:
        message = say("nothing reads ‘{key}’ here: only the home page shows a journey’s picture by it", key="journey")
        hint = say("write `{form}` where the picture is to stand", form=f"![](journey:{page.front.journey})")
        yield page.document.problem("JB442", message, hint, path=("journey",), at_key=True)
    for key, value in (("status", "draft"), ("draft", "true"), ("published", "false"), ("published", "no")):
        if str(page.document.data.get(key, "")).casefold() == value and not _POST.search(page.path):
            message = say("this does not keep the page back: readers see it")
            hint = say("write its path under `draft_docs:` in mkdocs.yml: `{path}`", path=page.path)
            yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)


def _hidden(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report words below `hide:` that the theme does not know; a plugin or a template of one's own may know some."""
    given = page.document.data.get("hide")
    words = given if isinstance(given, list) else [given]
    may_be_known = book.settings.extended or book.settings.overrides is not None
    for place, word in enumerate(words):
        if not isinstance(word, str) or any(known in word for known in (_HIDDEN if word is given else ())):
            continue
        meant = _MEANT_BY.get(word.casefold()) or nearest(word, _HIDDEN)
        if word not in _HIDDEN and (meant or not may_be_known):
            message = say("the theme has nothing of that name to hide: ‘{word}’", word=word)
            known = say("known here: {known}; a page that nobody is to see goes under `exclude_docs:`", known=_KNOWN)
            path: Path = ("hide",) if word is given else ("hide", place)
            yield page.document.problem("JB442", message, say("write `{id}`", id=meant) if meant else known, path=path)


def _home_in_a_chapter(page: ContentPage) -> Iterator[Problem]:
    if page.front.chapter:
        message = say("the home page belongs to no chapter")
        yield page.document.problem("JB442", message, say("take it out"), path=("chapter",), at_key=True)


def _nearly_a_chapter(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report the id of a chapter that this page alone has, and that is nearly another's."""
    id = page.front.chapter
    if id is None or len(book.chapters[id].pages) > 1 or _is_named(book, id):
        return
    if id.isdecimal() and (named := next((other for other, c in book.chapters.items() if str(c.number) == id), id)):
        message = say("a chapter goes by its id here, and not by its number")
        hint = say("write `{id}`", id=named) if named != id else say("write the name of the chapter’s folder")
        yield page.document.problem("JB442", message, hint, path=("chapter",))
    elif meant := nearest(id, {*book.chapters} - {id}):
        message = say("no other page is in the chapter ‘{id}’; did you mean ‘{meant}’?", id=id, meant=meant)
        yield page.document.problem(
            "JB442", message, say("if it is a chapter of its own, open a folder for it"), path=("chapter",)
        )


def _is_named(book: Handbook, id: str) -> bool:
    """Tell whether something else is in a chapter: a folder, a journey, an activity or a workshop."""
    entries = (entry.model.chapter for shelf in (book.journeys, book.activities, book.workshops) for entry in shelf)
    return id in entries or any(path.startswith(f"{id}/") for path in book.pages)
