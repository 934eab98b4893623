"""What is wrong with the navigation of mkdocs.yml: entries without a page, and pages without an entry."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from journeybook.builders.config.judged.texts import nav_titles
from journeybook.builders.config.leniency import Leniency
from journeybook.builders.config.meant_path import meant_file
from journeybook.checks.near_hosts import unreached
from journeybook.checks.own_numbers import numbered_twice
from journeybook.handbook import Handbook
from journeybook.handbook.audiences import audiences_of
from journeybook.handbook.chapters import INDEXES, nav_paths
from journeybook.handbook.config_files import config_files
from journeybook.handbook.nearly_pages import OF_TEMPLATES, OTHER_THAN_TEMPLATES, misnamed, to_rename
from journeybook.markdown.for_some_in_words import says_so_of_all
from journeybook.markdown.meant import whole as whole_address
from journeybook.markdown.references import KINDS
from journeybook.markdown.role_words import audience_in
from journeybook.pages.addresses import GLOSSARY, PLANNER, QUESTIONS
from journeybook.problems import Problem, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

_TITLED = re.compile(r"(?P<title>[^:/\\]+):(?P<page>[^:\s]+\.md)")
"""A title and a page, with no space after the colon."""
_APART = re.compile(r"(?P<title>[^:/\\]*[^:/\\\s])\s+(?P<page>[^:\s]+\.md)")
"""A title and a page, with no colon between."""
_ARROW = re.compile(r"(?<=\w)\s+(?:[-=–—~]*[->=→–—]|:=|\|)$")
"""What somebody writes between a title and a page in place of a colon."""
_IN_ONE = re.compile(r"(?P<title>[^:]+):\s+(?P<page>[^\s:]+\.md)")
"""A title and a page that are one text, as they are in quotes."""
_LINK = re.compile(r"\[(?P<title>[^\][]*)\]\((?P<page>[^\s()]+\.md)\)")
"""A link, as a chapter has it."""
_BETWEEN = re.compile(r"\s*[,;&+]\s*|\s+and\s+|\s+(?=\S+\.md(?:\s|$))")
"""What stands between several pages in one text."""
_MOST_SHOWN = 5
_HOME = ("home", "homepage", "start", "welcome", "main", "default")
"""What people call the page that MkDocs calls index.md."""
_NOTED = re.compile(r"(?P<rest>[ \t]+#.*\S):[ \t]+(?P<page>[^\s:]+\.md)[ \t]*$")


@dataclass(frozen=True)
class _Entry:
    """An entry of the navigation: its address, and the title before it, where there is one.

    `section` is the title of the section whose first page it is, `list_start` where the list begins that it stands in.
    """

    document: Document
    node: yaml.ScalarNode
    title: yaml.ScalarNode | None = None
    section: yaml.ScalarNode | None = None
    list_start: int = 0

    @property
    def start(self) -> int:
        """Where the address begins in the file."""
        return self.node.start_mark.index

    @property
    def path(self) -> str:
        """The page as MkDocs looks for it."""
        return PurePosixPath(self.node.value).as_posix() if not _is_elsewhere(self.node.value) else self.node.value

    def problem(self, code: str, message: Text, hint: Text) -> Problem:
        """Make a problem at the address."""
        mark = self.node.start_mark
        return self.document.problem_at(code, message, hint, line=mark.line + 1, column=mark.column + 1)


def nav_problems(
    config: MkDocsConfig, files: Files, book: Handbook, generated: frozenset[str], leniency: Leniency
) -> Iterator[Problem]:
    """Find entries whose page is not there, where `nav` stands in a file, and pages that it leaves out."""
    left = book.pages.keys() - generated - misnamed(book.pages) - _posts(book)
    seen = (file.src_uri for file in files.documentation_pages() if file.inclusion is InclusionLevel.INCLUDED)
    pages = [path for path in seen if path in left]
    if config.nav is None:
        yield from (_hides_by_name(book, path) for path in pages if _is_called_hidden(book, path))
        return
    known = {file.src_uri for file in files if not file.inclusion.is_excluded()} | generated
    entries, told = list(_entries(config)), set[str]()
    for entry in entries:
        if found := unreached(entry.node.value):
            yield entry.problem("JB498", *found)
        if (split := _TITLED.fullmatch(entry.node.value)) and split["page"] in known:
            told.add(split["page"])
            yield _unsplit(entry, split["title"], split["page"], leniency)
        elif entry.path not in known and _is_unread(entry.path, book):  # what cannot be read is told where it stands
            continue
        elif (one := _IN_ONE.fullmatch(entry.node.value)) and one["page"] in known:
            told.add(one["page"])
            message = say("the title and the page are one text here")
            meant = _titled(in_quotes(one["title"]), one["page"])
            yield entry.problem(leniency.code("nav"), message, meant.hint)
        elif _is_ours(entry.node.value) or (not _is_elsewhere(entry.node.value) and entry.path not in known):
            meant = _meant(entry, known, Path(config.docs_dir).name, book)
            told |= {*meant.others} if meant.page is None else {meant.page}
            yield _missing(entry, files, book, leniency, meant.hint)
    yield from _said_twice(entries, book)
    yield from _opened_late(entries, book)
    yield from _of_another_chapter(entries, book)
    yield from _for_some_in_words(config, book, generated)
    named = {PurePosixPath(path).as_posix() for path in nav_paths(config.nav)}
    yield from (_left_out(book, path) for path in pages if path not in named | told)


def _is_unread(path: str, book: Handbook) -> bool:
    """Tell whether a page lacks only since YAML files cannot be read: it is made of one, or an index of such."""
    unread = {
        "journeys": book.journeys.unreadable,
        "toolkit/workshops": book.workshops.unreadable,
        "toolkit": book.activities.unreadable,
    }
    if path == QUESTIONS:
        return any(unread.values())
    if path == GLOSSARY:
        return book.glossary.unreadable
    for folder, ids in unread.items():
        if path.startswith(f"{folder}/"):
            first = path.removeprefix(f"{folder}/").partition("/")[0]
            return first in ids or (path in (f"{folder}/index.md", PLANNER) and bool(ids))
    return False


def _unsplit(entry: _Entry, title: str, page: str, leniency: Leniency) -> Problem:
    message, hint = say("a space is missing after the colon"), say("write `- {title}: {page}`", title=title, page=page)
    return entry.problem(leniency.code("nav"), message, hint)


def _missing(entry: _Entry, files: Files, book: Handbook, leniency: Leniency, hint: Text) -> Problem:
    typed = entry.node.value
    message = say("the navigation names ‘{path}’, which is not there", path=typed)
    file = files.get_file_from_path(entry.path)
    if file and book.settings.is_templates(entry.path):
        return entry.problem(leniency.code("nav"), OF_TEMPLATES, OTHER_THAN_TEMPLATES)
    if file and file.inclusion.is_excluded():
        key = "draft_docs" if file.inclusion is InclusionLevel.DRAFT else "exclude_docs"
        message = say("the navigation names ‘{path}’, which `{key}` leaves out of the site", path=typed, key=key)
        return entry.problem(leniency.code("nav"), message, say("take the entry out here, or the page out there"))
    return entry.problem(leniency.code("nav"), message, hint)


def _name(page: str) -> str:
    """Give the name of a page as its title would have it: that of the folder which it opens, else of its file."""
    bare = page.removesuffix(".md").removesuffix("/index").removesuffix("/README")
    return re.sub(r"[\W_]+", " ", posixpath.basename(bare)).strip().casefold()


class _MeantEntry(NamedTuple):
    """What to write in place of an entry that is no page, and the page that is meant, or several, where it is sure."""

    hint: Text
    page: str | None = None
    others: tuple[str, ...] = ()


def _meant(entry: _Entry, known: set[str], chapters: str, book: Handbook) -> _MeantEntry:
    """Say what to write in place of an entry that is no page; `chapters` is the name of the folder of pages."""
    typed, pages = entry.node.value, [page for page in known if page.endswith(".md")]
    line, end = entry.document.lines[entry.node.end_mark.line], entry.node.end_mark.column
    if (noted := _NOTED.match(line, end)) and not entry.node.style:
        title, page = in_quotes(f"{typed}{noted['rest']}"), noted["page"]
        hint = say("put the title in quotes, for # begins a note: `- {title}: {page}`", title=title, page=page)
        return _MeantEntry(hint, page)
    if not entry.node.style and (page := f"{typed}{line[end:].rstrip()}") in known:
        return _MeantEntry(say("put it in quotes, for # begins a note: {page}", page=in_quotes(page)), page)
    if entry.title is not None and entry.title.value in known:
        page = entry.title.value
        return _MeantEntry(say("write the title first: `- {title}: {page}`", title=typed, page=page), page)
    if (link := _LINK.fullmatch(typed)) and link["page"] in known:
        title = entry.title.value if entry.title is not None else link["title"].strip()
        hint = say("write `{path}`", path=link["page"])
        return _titled(_plain(title), link["page"]) if title else _MeantEntry(hint, link["page"])
    each = tuple(part.strip() for part in _BETWEEN.split(typed))
    if len(each) > 1 and known.issuperset(each):
        shown = ", ".join(f"`- {page}`" for page in each[:_MOST_SHOWN])
        hint = say("write each page on a line of its own, with a dash: {pages}", pages=shown)
        if entry.title is not None:
            title = _plain(entry.title.value)
            hint = say("write `- {title}:`, and below it, further in, {pages}", title=title, pages=shown)
        return _MeantEntry(hint, others=each)
    if (apart := _APART.fullmatch(typed)) and apart["page"] in known:
        return _titled(_plain(_ARROW.sub("", apart["title"])), apart["page"])
    is_title = entry.title is None and not any(sign in typed for sign in "./") and any(map(str.isalnum, typed))
    if is_title and (page := _called(typed, pages, book)):
        return _titled(typed, page)
    path = posixpath.normpath(typed.replace("\\", "/").lstrip("/")).removeprefix(f"{chapters}/")
    if renaming := to_rename(path, known):
        return _MeantEntry(renaming)
    if meant := next((page for page in _pages_at(path) if page in known), None) or meant_file(path, pages):
        return _MeantEntry(say("write `{path}`", path=meant), meant)
    if (home := _home(path)) in known:
        return _MeantEntry(say("write `{path}`", path=home), home)
    if "*" in typed:
        return _MeantEntry(say("write each page on a line of its own: the navigation knows no `*`"))
    if whole := whole_address(typed):
        return _MeantEntry(say("write `{code}`", code=whole))
    if is_title:
        hint = say("write the page behind a colon, as in `- {title}: …`, or take the entry out", title=typed)
        return _MeantEntry(hint)
    return _MeantEntry(say("make the page, or take the entry out"))


def _plain(title: str) -> str:
    """Write a title as YAML has it, in quotes where it needs them."""
    return title if re.fullmatch(r"\w[^:#]*", title) else in_quotes(title)


def _titled(title: str, page: str) -> _MeantEntry:
    return _MeantEntry(say("write `- {title}: {page}`", title=title, page=page), page)


def _called(title: str, pages: list[str], book: Handbook) -> str | None:
    """Give the page of a title, or of a name as the title would have it; None where none has it, or several."""
    if title == title.casefold():  # `guide` is the name of a file
        named = [page for page in pages if _name(page) == title and page.removesuffix(".md") != title]
    else:
        named = [page.path for page in book.pages.values() if page.title.casefold() == title.casefold()]
        named = named or [page for page in pages if _name(page) == _name(title)]
    return named[0] if len(named) == 1 else None


def _home(path: str) -> str:
    """Give the file that opens the folder of `home.md` and the like; empty for all other names."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "index.md") if posixpath.splitext(name)[0].casefold() in _HOME else ""


def _said_twice(entries: list[_Entry], book: Handbook) -> Iterator[Problem]:
    """Advise on pages with two entries, and on titles with the number that journeybook writes before them."""
    first: dict[str, int] = {}
    openings = {chapter.opening.path for chapter in book.chapters.values()}
    for entry in entries:
        if entry.path not in book.pages:
            continue
        if (line := first.setdefault(entry.path, entry.node.start_mark.line + 1)) != entry.node.start_mark.line + 1:
            message = say("‘{path}’ stands twice here; the first is on line {line}", path=entry.path, line=line)
            yield entry.problem("JB472", message, say("take one of the two out: a page has one place in the menu"))
        number = book.contents.numbers.get(entry.path)
        for title in (entry.title, entry.section if entry.path in openings else None) if number else ():
            if title is not None and (told := numbered_twice(str(title.value), number or "")):
                mark = title.start_mark
                yield entry.document.problem_at("JB481", *told, line=mark.line + 1, column=mark.column + 1)


def _opened_late(entries: list[_Entry], book: Handbook) -> Iterator[Problem]:
    """Advise to put the page that opens a chapter before its sections: the menu takes the first for it.

    A section that stands in the list of another chapter is where its author put it.
    """
    of_pages = {entry.path: entry for entry in reversed(entries)}
    for chapter in book.chapters.values():
        opening, folder = of_pages.get(chapter.opening.path), PurePosixPath(chapter.opening.path).parent
        named = [page for page in chapter.pages if page.path in of_pages and folder in PurePosixPath(page.path).parents]
        named = [page for page in named if opening and of_pages[page.path].start >= opening.list_start]
        first = min(named, key=lambda page: of_pages[page.path].start, default=chapter.opening)
        if opening and chapter.opening.is_index and first is not chapter.opening:
            message = say("‘{path}’ opens the chapter, and is not its first page here", path=opening.path)
            hint = say("move it up, above `{first}`", first=first.path)
            yield opening.problem("JB472", message, hint)


def _of_another_chapter(entries: list[_Entry], book: Handbook) -> Iterator[Problem]:
    """Advise on pages that say in front matter of what chapter they are, and stand in the list of another one."""
    of_pages = {entry.path: entry for entry in reversed(entries)}
    lists = {
        id: of_pages[one.opening.path].list_start for id, one in book.chapters.items() if one.opening.path in of_pages
    }
    for path, entry in of_pages.items():
        page = book.pages.get(path)
        own = page.front.chapter if page and book.settings.numbers else None
        if not page or own not in lists or entry.list_start == lists[own] or page is book.chapters[own].opening:
            continue
        there = [id for id, start in lists.items() if start == entry.list_start]
        if len(there) == 1:
            message = say(
                "this page stands in the chapter ‘{there}’ of `nav:`, and is numbered in ‘{own}’",
                there=there[0],
                own=own,
            )
            hint = say("take the line out, or move the page in `nav:` to those of ‘{own}’", own=own)
            if not path.startswith(f"{there[0]}/"):
                hint = say(
                    "write `chapter: {id}`, or move the page in `nav:` to those of ‘{own}’", id=there[0], own=own
                )
            yield page.document.problem("JB442", message, hint, path=("chapter",))


def _posts(book: Handbook) -> set[str]:
    """Give the pages that a blog orders and lists itself."""
    return {path for path in book.pages if any(path.startswith(blog.posts) for blog in book.settings.blogs)}


def _hides_by_name(book: Handbook, path: str) -> Problem:
    message = say("readers see this page, as they see every page: its name hides nothing")
    hint = say("to keep it back, name it in mkdocs.yml under `draft_docs:`; or take the `_` away")
    return book.pages[path].document.problem_at("JB410", message, hint, line=0, column=1)


def _is_called_hidden(book: Handbook, path: str) -> bool:
    """Tell whether a page, or a folder of it, is called as what other programs leave out, such as `_asking.md`."""
    named = any(part.startswith("_") for part in path.split("/"))
    return named and not audiences_of(book, book.pages[path])


def _left_out(book: Handbook, path: str) -> Problem:
    message = say("no entry of the navigation leads to this page")
    hint = say("add it to `nav:` in mkdocs.yml, or name it under `not_in_nav:`")
    if _is_called_hidden(book, path):
        message = say("no entry of the navigation leads to this page, and readers find it: its name hides nothing")
        hint = say("to keep it back, name it under `draft_docs:` in mkdocs.yml; or add it to `nav:`")
    return book.pages[path].document.problem_at("JB453", message, hint, line=0, column=1)


def _entries(config: MkDocsConfig) -> Iterator[_Entry]:
    """Give each entry of the navigation where it stands; none where a plugin or a hook has made it."""
    if found := _navigation(config):
        document, nav = found
        named = set(nav_paths(config.nav or []))
        leaves = _leaves(_Entry(document, yaml.ScalarNode("", "")), nav)
        yield from (entry for entry in leaves if entry.node.value in named)


def _navigation(config: MkDocsConfig) -> tuple[Document, yaml.Node] | None:
    """Give the file that has the navigation, and where it stands there; None where a plugin or a hook has made it."""
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, root in config_files(path):
        items = root.value if isinstance(root, yaml.MappingNode) else []
        nav = next((value for key, value in items if key.value == "nav"), None)
        if nav is not None:
            shown = Path(posixpath.relpath(file.as_posix(), path.parent.as_posix())).as_posix()
            return Document(shown, text), nav
    return None


def _for_some_in_words(config: MkDocsConfig, book: Handbook, generated: frozenset[str]) -> Iterator[Problem]:
    """Advise on titles that say for whom alone something is, above a page that is for all, where there are editions."""
    if not book.editions or (found := _navigation(config)) is None:
        return
    document, nav = found
    for title, below in nav_titles(nav):
        if not says_so_of_all(str(title.value), book.settings.roles):
            continue
        leaves = (leaf.path for leaf in _leaves(_Entry(document, yaml.ScalarNode("", "")), below))
        of_all = [
            path
            for path in leaves
            if path in book.pages and path not in generated and not audiences_of(book, book.pages[path])
        ]
        if of_all:
            message = say("‘{words}’ hides nothing: everyone has what it stands above", words=title.value)
            audience = audience_in(str(title.value), book.settings.roles)
            hint = say(
                "write `audience: {audience}` into the front matter of `{page}`", audience=audience, page=of_all[0]
            )
            if len(of_all) > 1:
                hint = say(
                    "write `audience: {audience}` into the front matter of each page below it, such as `{page}`",
                    audience=audience,
                    page=of_all[0],
                )
            mark = title.start_mark
            yield document.problem_at("JB447", message, hint, line=mark.line + 1, column=mark.column + 1)


def _leaves(found: _Entry, node: yaml.Node) -> Iterator[_Entry]:
    """Give the entries at and below a node; `found` has the titles that lead to it."""
    if isinstance(node, yaml.ScalarNode):
        yield replace(found, node=node)
    elif isinstance(node, yaml.SequenceNode):
        inside = replace(found, title=None, section=None, list_start=node.start_mark.index)
        pages = [place for place, item in enumerate(node.value) if _is_page(item)]
        for place, item in enumerate(node.value):
            yield from _leaves(replace(inside, section=found.title) if place in pages[:1] else inside, item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(replace(found, title=key if isinstance(key, yaml.ScalarNode) else None), value)


def _is_page(item: yaml.Node) -> bool:
    """Tell an item that is a page, with a title or without, and no section."""
    inner = item.value[0][1] if isinstance(item, yaml.MappingNode) and item.value else item
    return isinstance(inner, yaml.ScalarNode)


def _is_elsewhere(entry: str) -> bool:
    return ":" in entry or entry.startswith(("//", "#")) or not entry


def _is_ours(entry: str) -> bool:
    """Tell whether an entry is written as a link of a chapter is: the navigation has files."""
    return entry.partition(":")[0] in KINDS


def _pages_at(path: str) -> Iterator[str]:
    """Give the files that may be meant by an address, or by a link as chapters have them."""
    kind, _, id = path.partition(":")
    folder = {"activity": "toolkit/", "journey": "journeys/", "workshop": "toolkit/workshops/"}.get(kind, "")
    stem = posixpath.splitext(f"{folder}{id}" if id else path)[0]
    yield from (path, f"{stem}.md", *(f"{stem}/{name}" for name in INDEXES))
