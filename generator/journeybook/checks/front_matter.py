"""JB111, JB382 and JB442: front matter that is none, and keys of it that nearly are journeybook's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path as File
from typing import Any

from yaml import ScalarNode

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.chapters import HOMES, OF_ENTRIES, FrontMatter, is_unread
from journeybook.handbook.editions import hidden_places
from journeybook.handbook.text_files import text_of
from journeybook.markdown.lost_front_matter import lost_front_matter
from journeybook.markdown.meant_markers import nearly_in_comments
from journeybook.markdown.role_words import audience_in
from journeybook.model.idle_keys import idle_key
from journeybook.model.meant_audience import (
    AUDIENCE,
    hides_by_another_key,
    inside,
    is_a_category_of_some,
    is_nearly_audience,
    is_of_the_theme_for_some,
    key_in_header,
    keys_at_top,
    keys_for_some,
    names_some,
    says_roles_alone,
)
from journeybook.model.meant_nothing import says_nothing
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document
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
            "A key in the front matter of a page is nearly `audience`, stands below another key, has roles and nothing "
            "else for its value, names an edition, or is a role with `true` or `false`; or an `audience` stands in a "
            "`.meta.yml`: everyone would see what is meant for some. Or a file, such as a `.txt`, an SVG or a JSON, "
            "says so at its top or in a comment in a way that is not read, and no edition for some has it."
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
            "and activities that pages do not have (such as `summary` or `activities`), or one that does nothing on "
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

_OURS = tuple(FrontMatter.model_fields)
_ORDERS = ("order", "position", "nav_order", "sidebar_position", "nav_position", "sort_order", "menu_order")
"""Where other programs have the place of a page among those beside it."""
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
_TEXTS = frozenset(
    [
        ".txt",
        ".svg",
        ".html",
        ".htm",
        ".xml",
        ".csv",
        ".tsv",
        ".vtt",
        ".srt",
        ".text",
        ".mermaid",
        ".puml",
        ".dot",
        ".tex",
        ".rst",
        ".adoc",
        ".yml",
        ".yaml",
        ".json",
        ".toml",
        ".org",
        ".ics",
        ".css",
        ".js",
    ]
)
_OUT = ("draft", "exclude", "excluded", "disabled", "archived", "wip", "unpublished", "deleted", "skip", "ignore")
"""Keys that are to keep a page out of the site where they are on."""
_IN = ("published", "publish", "show", "shown", "listed", "enabled", "active", "include")
"""Keys that are to do so where they are off."""
_ON, _OFF = ("true", "yes", "on"), ("false", "no", "off", "never")
_STATUSES = ("new", "deprecated", "encrypted")
"""What Material has a picture for in the menu."""
_MEANT_STATUS = {
    **dict.fromkeys(("neu", "nouveau", "nouvelle", "nuevo", "nueva", "nuovo", "novo", "nieuw", "ny", "nowe"), "new"),
    **dict.fromkeys(("updated", "added", "fresh", "recent"), "new"),
    **dict.fromkeys(("veraltet", "obsolète", "obsoleto", "old"), "deprecated"),
}
"""What else people call them."""
_PAST = ("retired", "archived", "obsolete", "outdated", "withdrawn", "superseded")
"""What a page may be to its author that is no longer in use."""
_DATA = (".yml", ".yaml", ".json", ".toml", ".org", ".ics", ".css", ".js")
"""Of those, what has its own comments."""
_NO_FRONT_MATTER = (*_DATA, ".html", ".htm", ".xml", ".svg", ".csv", ".tsv", ".vtt", ".srt")
_PLAIN = (".txt", ".text")
_FOR = re.compile(r"\A\ufeff?\s*(?P<all>for[ \t]*:(?P<names>[^:\n]{1,100}))(?:\n|\Z)", re.I)
"""The first line of a letter, or what is to say for whom alone a file is."""
_SOURCE = re.compile(r"^(?:title|steps|stages|days|questions|handouts)[ \t]*:", re.M)
"""What a copy of an activity, a journey or a workshop has; it goes with no edition, whatever it says."""
_MOST_LINKS = 3
_NOWHERE = ("nowhere", "index", "home", "off", "n-a")
"""Names that nobody gives a chapter: a page is to be in none, or is one that opens a chapter."""
_NO_TEXT = re.compile(r"true|yes|on|[-+]?0*[1-9][\d.]*", re.I)
_POST = re.compile(r"(?:^|/)posts/")


def check(book: Handbook) -> Iterator[Problem]:
    """Report front matter that would be printed, and keys with a typing error."""
    yield from _of_folders(book)
    yield from _in_an_order(book)
    for page in book.pages.values():
        document = page.document
        if lost := lost_front_matter(document.text, {*_OURS, *_OTHERS}):
            yield document.problem_at("JB111", lost.message, lost.hint, line=lost.line, column=1)
        told = list(_for_some(book, page))
        yield from told
        yield from _nearly_ours(book, page, {problem.path[0] for problem in told})
        yield from _with_lists(book, page, {problem.path[0] for problem in told})
        yield from _of_no_use(book, page)
        yield from _hidden(book, page)
        yield from _of_search(page)
        if page.path in HOMES:
            yield from _home_in_a_chapter(page)
        else:
            yield from _nearly_a_chapter(book, page)


def _for_some(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report keys that nothing reads, and that say for whom the page is: everyone would see it."""
    for key, value in page.document.data.items():
        if key in _OURS:
            continue
        if (key in ("hide", "draft") and _hides_from_some(book, key, value)) or (
            key not in _OTHERS and _is_for_some(book, key, value)
        ):
            message = say("nothing reads ‘{key}’ here, so that everyone would see this page", key=key)
            hint = say("write `audience:` with the roles it is for, or take the line out")
            yield page.document.problem("JB382", message, hint, path=(key,), at_key=True)
            continue
        for path, below, item in inside(value, (key,)) if key != "links" else ():
            is_ours = is_nearly_audience(below) if key not in _OTHERS else below.casefold() == AUDIENCE
            if is_ours or (key not in _OTHERS and _has_roles_alone(book, below, item)):
                message = say("nothing reads ‘{key}’ here, so that everyone would see this page", key=below)
                hint = say("write `audience:` at the beginning of a line, with the roles it is for; or take it out")
                yield page.document.problem("JB382", message, hint, path=path, at_key=True)


def _is_for_some(book: Handbook, key: str, value: Any) -> bool:
    meant = _meant(key)
    if meant == AUDIENCE or key in OF_ENTRIES:
        return meant == AUDIENCE
    if book.editions and (names_some(key, value, _names(book)) or _hides_from_some(book, key, value)):
        return True
    return meant in (None, "hide") and _has_roles_alone(book, key, value)


def _hides_from_some(book: Handbook, key: str, value: Any) -> bool:
    """Tell whether a key is to hide the page from somebody, in a handbook with editions where nothing else reads it."""
    is_read = book.settings.extended or book.settings.overrides is not None
    return bool(book.editions) and (
        is_of_the_theme_for_some(key, value, _names(book)) or (not is_read and hides_by_another_key(key, value))
    )


def _names(book: Handbook) -> set[str]:
    return {*book.settings.roles, *(edition.name for edition in book.editions)}


def _has_roles_alone(book: Handbook, key: str, value: Any) -> bool:
    """Tell whether a key has nothing but roles; without editions, a template or a plugin may well read it."""
    settings = book.settings
    may_be_read = not book.editions and (settings.extended or settings.overrides is not None)
    return not may_be_read and key not in settings.tag_keys and says_roles_alone(key, value, settings.roles)


def _of_folders(book: Handbook) -> Iterator[Problem]:
    """Report an audience in a file of the plugin `meta`, which journeybook does not read."""
    for found in walk(book.settings.content, book.settings.bounds, hidden=True) if book.editions else ():
        path = File(found.path)
        if found.is_folder or found.lost or not path.is_file():  # a pipe would be waited for without end
            continue
        if path.name not in (".meta.yml", ".meta.yaml"):
            yield from _of_a_file(book, path)
            continue
        text = path.read_text("utf-8-sig", "replace")
        for key, number in keys_for_some(text, book.settings.roles, [one.name for one in book.editions]):
            message = say("nothing reads ‘{key}’ here, so that everyone would see these pages", key=key)
            hint = say("write it into the front matter of the folder’s `index.md`, or of each page")
            line = text.splitlines()[number - 1]
            file, column = book.settings.file(path), line.find(key) + 1
            yield Problem(file, number, max(column, 1), "JB382", message, hint, source_line=line)


def _of_a_file(book: Handbook, path: File) -> Iterator[Problem]:
    """Report a text that is published as it is, and says for whom it is in a way that nothing reads."""
    place = path.relative_to(book.settings.content).as_posix()
    if path.suffix.casefold() not in _TEXTS or place in book.pages or book.settings.is_left_out(place):
        return
    if path.name.startswith(("_", ".")) and path.suffix in (".yml", ".yaml"):  # of a folder, as the plugin meta has it
        return
    try:
        text = text_of(path.read_bytes()) or ""
    except OSError:  # others tell of a file that is closed to us
        return
    file, editions = book.settings.file(path), [one.name for one in book.editions]
    lines = text.splitlines()
    wrong = keys_at_top(text, book.settings.roles, editions)[1]
    if wrong is None and not _SOURCE.search(text):
        wrong = key_in_header(text, _names(book))
    if wrong is not None:
        key, number = wrong
        line = lines[number - 1] if number <= len(lines) else ""
        message = say("nothing reads ‘{key}’ here, so that no edition for some has this file", key=key)
        hint = say("write `---` on the first line, `audience:` with the roles it is for below it, and `---` below that")
        if path.suffix.casefold() in _NO_FRONT_MATTER:
            hint = say("move it into a folder whose `index.md` has an `audience`, and take this out")
        yield Problem(file, number, max(line.find(key) + 1, 1), "JB382", message, hint, source_line=line)
    elif (
        path.suffix.casefold() not in _DATA
        and "<!--" in text
        and (at := nearly_in_comments(text, _names(book))) is not None
    ):
        number = text.count("\n", 0, at) + 1
        line = lines[number - 1]
        message = say("this comment is nearly a marker, so that no edition for some has this file")
        hint = say("write `<!-- for: mentor -->` with the roles; begin a note of your own with another word")
        yield Problem(file, number, max(line.find("<!--") + 1, 1), "JB382", message, hint, source_line=line)
    elif path.suffix.casefold() in _PLAIN and (said := _FOR.match(text)) and _keeps_nothing(book, place, said["names"]):
        number = text.count("\n", 0, said.start("all")) + 1
        message = say("‘{words}’ hides nothing: everyone has the file", words=said["all"].strip())
        roles = audience_in(said["names"], book.settings.roles)
        hint = say(
            "for some alone, write `---` on the first line, `audience: {audience}` below it, and `---` below that",
            audience=roles,
        )
        line = lines[number - 1]
        yield Problem(file, number, line.find(said["all"]) + 1, "JB447", message, hint, source_line=line)


def _keeps_nothing(book: Handbook, place: str, words: str) -> bool:
    """Tell whether words name roles and nothing else, and an edition without them may have the file at a place."""
    if not says_roles_alone(AUDIENCE, words, tuple(_names(book))):
        return False
    roles = re.findall(r"[\w-]+", audience_in(words, book.settings.roles))
    without = (one for one in book.editions if not one.shows(roles))
    return any(not hidden_places(book, one)(place) for one in without)


def _meant(key: str) -> str | None:
    """Give the key of ours that is most likely meant by one that is not."""
    if key in (*_OURS, *_OTHERS):
        return None
    in_small = key.casefold() if key.casefold() in (*_OURS, *_OTHERS) else None
    return in_small or (AUDIENCE if is_nearly_audience(key) else nearest(key, (*_OURS, *_OFTEN)))


def _nearly_ours(book: Handbook, page: ContentPage, told: Collection[str | int]) -> Iterator[Problem]:
    for key in page.document.data:
        if key in _OURS or key in _OTHERS or key in told:
            continue
        if meant := _meant(key):
            message = say("nothing reads ‘{key}’ here; did you mean ‘{meant}’?", key=key, meant=meant)
            yield page.document.problem("JB442", message, path=(key,), at_key=True)
        elif is_unread(key, page.document.data[key], book.settings) and not isinstance(page.document.data[key], list):
            message = say(
                "nothing reads ‘{key}’ here: journeys, activities and workshops have it, pages do not", key=key
            )
            yield page.document.problem("JB442", message, say("take it out"), path=(key,), at_key=True)


def _with_lists(book: Handbook, page: ContentPage, told: Collection[str | int]) -> Iterator[Problem]:
    """Report lists that journeys, activities and workshops have, where nothing else may read them."""
    for key, value in page.document.data.items():
        if not isinstance(value, list) or key in told or not is_unread(key, value, book.settings):
            continue
        message = say("nothing reads ‘{key}’ here: journeys, activities and workshops have it, pages do not", key=key)
        hint = say("take it out, and tell it in the text of the page")
        named = [id for id in value if id in book.activities.files]
        if named:
            links = ", ".join(f"[](activity:{id})" for id in named[:_MOST_LINKS])
            hint = say("take it out, and write `{links}` where the page is to lead to them", links=links)
        yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)


def _in_an_order(book: Handbook) -> Iterator[Problem]:
    """Report the first page that has its place in its front matter, as other programs read it."""
    if book.settings.extended or book.settings.overrides is not None:
        return
    for page in book.pages.values():
        for key, value in page.document.data.items():
            if key in _ORDERS and str(value).strip().replace(".", "", 1).isdigit():
                message = say("nothing reads ‘{key}’ here: it gives the page no place among the others", key=key)
                hint = say("take it out, and name the pages below `nav:` in mkdocs.yml, in their order")
                yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)
                return


def _of_no_use(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report what is right elsewhere, and does not do here what its author hopes for."""
    if page.front.journey in book.journeys.files and page.path not in HOMES:
        message = say("nothing reads ‘{key}’ here: only the home page shows a journey’s picture by it", key="journey")
        hint = say("write `{form}` where the picture is to stand", form=f"![](journey:{page.front.journey})")
        yield page.document.problem("JB442", message, hint, path=("journey",), at_key=True)
    for key, item in page.document.data.items():
        if _keeps_back(book, key, item) and not _POST.search(page.path):
            message = say("this does not keep the page back: readers see it")
            hint = say("write its path under `draft_docs:` in mkdocs.yml: `{path}`", path=page.path)
            yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)
    yield from _with_a_status(book, page)
    for key, item in page.document.data.items():
        is_read = book.settings.extended or book.settings.overrides is not None
        if book.editions and not is_read and (label := _keeps_from_nobody(book, key, item)):
            hint = say("write `audience:` with the roles it is for, or take the line out")
            yield page.document.problem("JB442", label, hint, path=(key,), at_key=True)
        if (
            not is_read
            and key not in book.settings.tag_keys
            and not (key == "slug" and _POST.search(page.path))
            and (idle := idle_key(key, item, page.path, book.settings.today))
        ):
            yield page.document.problem("JB442", *idle, path=(key,), at_key=True)
        if hides_by_another_key(key, item) and not _hides_from_some(book, key, item):
            message = say("this does not keep the page back: readers see it")
            hint = say(
                "write `audience:` with the roles it is for, and readers of other editions do not get it; or write its "
                "path under `exclude_docs:` in mkdocs.yml: `{path}`",
                path=page.path,
            )
            yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)


def _keeps_back(book: Handbook, key: str, value: Any) -> bool:
    """Tell whether a key is to keep a page out of the site; most of such keys may be a template's or a plugin's."""
    word, said = key.strip().casefold(), str(value).strip().casefold()
    is_read = book.settings.extended or book.settings.overrides is not None
    if (word, said) in (("status", "draft"), ("draft", "true"), ("published", "false"), ("published", "no")):
        return True
    return not is_read and ((word in _OUT and said in _ON) or (word in _IN and said in _OFF))


def _with_a_status(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report a status that is meant to say that a page is out of use: of one that mkdocs.yml knows, the theme does."""
    data = page.document.data
    key = next((one for one in _PAST if one not in _OUT and str(data.get(one)).casefold() in _ON), "status")
    given = key if key != "status" else data.get("status")
    is_read = book.settings.extended or book.settings.overrides is not None or given in book.settings.statuses
    if isinstance(given, str) and given.casefold() in _PAST and not is_read and not _POST.search(page.path):
        message = say("this says nothing to readers: journeys, activities and workshops can be retired, pages cannot")
        hint = say(
            'take it out, and say it in a box, such as `!!! warning "…"`; or write its path under `exclude_docs:` in '
            "mkdocs.yml, so that nobody sees it: `{path}`",
            path=page.path,
        )
        yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)
    elif isinstance(given, str) and key == "status" and not is_read and (meant := _meant_status(page, given)):
        message = say("the theme knows no status ‘{given}’: the menu has a sign that says nothing", given=given)
        hint = say("write `status: {meant}`", meant=meant)
        yield page.document.problem("JB442", message, hint, path=(key,), at_key=True)


def _meant_status(page: ContentPage, given: str) -> str | None:
    """Give the status that one is nearly, for which Material has a picture; of a post's it knows nothing."""
    if given in _STATUSES or _POST.search(page.path):
        return None
    return _MEANT_STATUS.get(given.strip().casefold()) or nearest(given, _STATUSES)


def _keeps_from_nobody(book: Handbook, key: str, value: Any) -> Text | None:
    """Say that a label which is called as a role hides nothing; None of all that is no such label."""
    if is_a_category_of_some(key, value, _names(book)):
        return say("a category keeps the page from nobody: every edition has it")
    if key == "status" and is_of_the_theme_for_some(key, value, _names(book)):
        return say("a status keeps the page from nobody: every edition has it")
    return None


def _hidden(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report words below `hide:` that the theme does not know; a plugin or a template of one's own may know some."""
    given = page.document.data.get("hide")
    words = given if isinstance(given, list) else [given]
    may_be_known = book.settings.extended or book.settings.overrides is not None
    if isinstance(given, str) and _is_no_text(page.document, ("hide",)):  # the theme looks for words in it
        message = say("a list is expected here, not ‘{typed}’", typed=given)
        hint = say(
            "write `{code}` with what the page is to lack; a page that nobody is to see goes under `exclude_docs:`",
            code="hide: [navigation, toc]",
        )
        yield page.document.problem("JB203", message, hint, path=("hide",))
        return
    for place, word in enumerate(words):
        if not isinstance(word, str) or any(known in word for known in (_HIDDEN if word is given else ())):
            continue
        meant = _MEANT_BY.get(word.casefold()) or nearest(word, _HIDDEN)
        if word not in _HIDDEN and (meant or not may_be_known) and not _hides_from_some(book, "hide", word):
            message = say("the theme has nothing of that name to hide: ‘{word}’", word=word)
            known = say("known here: {known}; a page that nobody is to see goes under `exclude_docs:`", known=_KNOWN)
            path: Path = ("hide",) if word is given else ("hide", place)
            yield page.document.problem("JB442", message, say("write `{id}`", id=meant) if meant else known, path=path)


def _is_no_text(document: Document, path: Path) -> bool:
    """Tell whether YAML reads a switch that is on, or a number, where a text or a list is expected."""
    node = document.at(path)
    return isinstance(node, ScalarNode) and not node.style and bool(_NO_TEXT.fullmatch(node.value))


def _of_search(page: ContentPage) -> Iterator[Problem]:
    """Report what stands at `search:` in place of keys: most texts would stop the build, the others do nothing."""
    given = page.document.data.get("search")
    if isinstance(given, (str, list)) and given not in ("", "~", "null"):
        message = say("keys are expected below ‘search’")
        hint = say("write `search: {{exclude: true}}` to leave the page out of the search, or take the line out")
        code = "JB442" if given in _OFF else "JB203"  # the theme's search asks what is on for its keys, and stops
        yield page.document.problem(code, message, hint, path=("search",))


def _home_in_a_chapter(page: ContentPage) -> Iterator[Problem]:
    if page.front.chapter:
        message = say("the home page belongs to no chapter")
        yield page.document.problem("JB442", message, say("take it out"), path=("chapter",), at_key=True)


def _nearly_a_chapter(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report the id of a chapter that this page alone has, and that is nearly another's."""
    id = page.front.chapter
    if id is None or len(book.chapters[id].pages) > 1 or _is_named(book, id):
        return
    if says_nothing(id) or id in _NOWHERE:
        message = say("‘{id}’ is read as the name of a chapter, which this page would be alone in", id=id)
        hint = say("take the line out: a page is in the chapter of its folder, and one beside the home page in none")
        yield page.document.problem("JB442", message, hint, path=("chapter",))
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
