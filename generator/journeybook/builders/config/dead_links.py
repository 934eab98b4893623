"""Links between an author's pages, pictures and anchors: what MkDocs tells while it builds, `check` tells before.

MkDocs judges only what Markdown makes a link of, and knows no line; here raw HTML counts too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from mkdocs.structure.files import Files, InclusionLevel

from journeybook.builders.config.leniency import Leniency
from journeybook.builders.config.link_faults import (
    Fault,
    at_no_address,
    called,
    instead,
    is_judged,
    is_turned_round,
    no_address,
    no_picture,
    no_picture_inside,
    unopened,
    unseen,
    with_its_size,
)
from journeybook.builders.config.meant_path import meant_file
from journeybook.checks.links_to_another import pages_by_title, to_another_page
from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.chapters import GENERATED
from journeybook.handbook.meant_kinds import for_kind
from journeybook.handbook.meant_links import meant_link
from journeybook.handbook.nearly_pages import OF_TEMPLATES, OTHER_THAN_TEMPLATES, to_rename
from journeybook.handbook.pictures import all_pictures
from journeybook.handbook.targets import EMBEDS, LINKS
from journeybook.markdown import meant
from journeybook.markdown.addresses import LOCAL, is_readable
from journeybook.markdown.anchors import anchors
from journeybook.markdown.references import is_near
from journeybook.markdown.scan import ScannedLink, scan
from journeybook.pages.addresses import (
    GLOSSARY,
    PLANNER,
    QUESTIONS,
    REVIEWS,
    PageLinks,
    calendar_of,
    path_of,
    picture_path,
)
from journeybook.pages.plandata import PATH, STEPS_PATH
from journeybook.pages.room import has_calendar
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest

_NO_KINDS = (
    *("stage", "step", "section", "page", "link", "tool", "exercise", "method", "phase", "heading", "anchor"),
    *("card", "cards", "resource", "table", "glossary", "video", "film", "audio"),
)
"""Words of handbooks that somebody may take for a kind of link."""
_SNIPPETS = ("snippet", "snippets", "include")
_PICTURES = ("picture", "image", "img", "photo", "figure", "pic", "icon", "diagram", "drawing")
_PAGES = {
    "planner": PLANNER,
    "questions": QUESTIONS,
    "toolkit": "toolkit/index.md",
    "journeys": "journeys/index.md",
    "glossary": GLOSSARY,
    "reviews": REVIEWS,
}
"""The pages of a handbook that are made, by the words which somebody may take for links to them."""
_OPENED = ("http", "https", "mailto", "mail", "email")
_OF_BROWSERS = ("about", "blob", "data", "file", "javascript", "view-source")
"""Schemes that lead nowhere but in the reader's own browser, of which others tell."""
_WRAPPED = re.compile(r"(?:\((?=.*\)$)|\[[^\[\]]*\]\(|[“”„‟‘’\"'])(?P<address>[^\s()\[\]“”„‟‘’\"']+)(?:\)|[“”„‟‘’\"'])")
"""An address in brackets or quotation marks, or a whole link in the place of one."""
_BLANK_BEHIND = re.compile(r"(?:mailto|tel|https?):[ ]+\S", re.I)
_CURLY_TITLE = re.compile(r"(?P<file>\S+) +[“”„«‘’](?P<title>[^“”„«»‘’\"]+)[“”»’‘]")
"""A title in the quotation marks of a word processor, which are part of the address then."""
_SOURCES = (".md", ".html", ".yaml", ".yml")
"""What nothing writes beside a generated page."""
_MADE = ("assets/", "search/")
"""Folders of the site into which the theme and MkDocs write."""
_OF_SCRIPTS = re.compile(r"run$|.*=|__")
"""What stands behind a # for scripts: `run`, `run=2`, `start=18:00`; and ids of the theme's."""
_BY_SCRIPTS = (PLANNER,)
"""Pages that scripts make."""
_CARDS = re.compile(r"(?:toolkit/activity|questions/question)-cards-[a-z0-9]+\.pdf")
_DATA = (PATH, STEPS_PATH)


@dataclass(frozen=True)
class DeadLinks:
    """The links of one handbook's pages; `files` are MkDocs's, `generated` the paths of pages that are made.

    `address` is where it is on the web, with a slash at the end, or empty; `made` gives the Markdown of a page that is
    made, its blocks in place, and None where nobody can tell it here.
    """

    files: Files
    book: Handbook
    generated: frozenset[str]
    leniency: Leniency
    address: str
    made: Callable[[str], str | None] = lambda path: None
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    def problems(self) -> Iterator[Problem]:
        """Find every link, picture and anchor that leads nowhere."""
        for page in (*self.book.pages.values(), *(one.text for one in self.book.snippets)):
            for link in scan(_body(page), self.book.settings.markdown, lambda scheme: not is_near(scheme)):
                if not is_readable(link.value) or is_turned_round(page, link):
                    continue
                judge = self._judged if is_judged(link.value) else self._elsewhere
                if fault := with_its_size(page, link) or judge(page, link):
                    code, at = self.leniency.code(fault.kind), page.body_at + link.destination[0]
                    yield page.problem_at(code, fault.message, fault.hint, at)
                elif told := self._to_another(page, link):
                    yield page.problem_at("JB414", *told, page.body_at + link.destination[0])

    def _to_another(self, page: ContentPage, link: ScannedLink) -> tuple[Text, Text] | None:
        """Judge a plain link whose words are the title of another page than it leads to."""
        way, sign, _ = link.value.partition("#")
        if link.form != "inline" or link.embed or sign or not way.endswith(".md"):
            return None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(way)))
        words = page.document.text[slice(*(at + page.body_at for at in link.text))]
        found = to_another_page(self.book, self._titles, words, target)
        return (found[0], instead(page, found[1])) if found else None

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return pages_by_title(self.book)

    def _judged(self, page: ContentPage, link: ScannedLink) -> Fault | None:
        return self._odd(page, link) or self._fault(page, link)

    def _elsewhere(self, page: ContentPage, link: ScannedLink) -> Fault | None:
        """Judge an address with a scheme of the web, or with one that nobody knows."""
        if self.address and link.value.startswith(self.address):
            return self._of_this_site(link)
        if link.form != "autolink" and (local := LOCAL.match(link.value)):
            return self._at_home(page, link, local["path"] or "")
        typed = _body(page)[link.destination[0] : link.destination[1]]
        if _BLANK_BEHIND.match(typed):
            message = say("a blank stands in the address ‘{address}’", address=typed)
            return Fault("not_found", message, say("write `{code}` in its place", code=link.value))
        scheme, _, rest = link.value.partition(":")
        if scheme.casefold() in _OPENED and (hint := unopened(link.value)):
            return Fault("not_found", say("‘{address}’ is no address", address=link.value), hint)
        if number := called(link.value):
            hint = say("write `{code}` in its place", code=number)
            return Fault("not_found", say("‘{address}’ is no address", address=link.value), hint)
        if not rest.startswith("//") and (hint := self._kind_meant(page, link, scheme, rest)):
            message = say("there is no kind of link ‘{kind}:’", kind=scheme)
            return Fault("not_found", message, hint)
        return no_picture(page, link, link.value) or unseen(page, link)

    def _at_home(self, page: ContentPage, link: ScannedLink, path: str) -> Fault:
        """Say of an address of one's own computer that nobody else finds there what its author does."""
        message = say("‘{address}’ leads readers to their own computer", address=link.value)
        way = unquote(path).strip("/")
        there = next((name for name in (f"{way}.md", f"{way}/index.md".lstrip("/")) if self._is_there(name)), None)
        if there:
            return Fault("unrecognized_links", message, instead(page, self.book.source_of(there) or there))
        return Fault("unrecognized_links", message, say("write its address on the web, or take the link out"))

    def _empty(self, target: str) -> Fault | None:
        """Tell a file, other than a page, that has nothing in it, or has another thing than its name says."""
        file = self.files.get_file_from_path(target)
        path = Path(file.abs_src_path) if file and file.abs_src_path and not target.endswith(".md") else None
        if path is None or not path.is_file():
            return None
        if path.stat().st_size:
            return no_picture_inside(path, target)
        return Fault("text", say("‘{path}’ is an empty file", path=target), say("put the file there again"))

    def _kind_meant(self, page: ContentPage, link: ScannedLink, scheme: str, rest: str) -> Text | None:
        """Say what to write in place of a scheme that nobody knows; None where it may be one of the web's."""
        text = _body(page)[link.text[0] : link.text[1]]
        id = re.split("[#?]", rest, maxsplit=1)[0].strip("/")
        if link.form == "inline" and (hint := for_kind(self.book, scheme, id, text, embed=link.embed)):
            return hint
        if not rest and (hint := self._page_meant(page, link, scheme.casefold())):
            return hint
        word = scheme.casefold()
        if word in _SNIPPETS and not rest.startswith("//"):
            form = f'--8<-- "{rest or "…"}"'
            return say(
                "write `{code}` on a line of its own, for which mkdocs.yml has `pymdownx.snippets`; or copy the text",
                code=form,
            )
        if word in _PICTURES and rest:
            if picture := next((path for path in sorted(self._shown) if _is_picture(path, rest)), None):
                return instead(page, picture)
            return say("write the path of the file, such as `{path}`", path="images/cup.png")
        if file := next((path for path in self.book.pages if _is_called(path, rest)), None):
            return instead(page, file)
        if found := meant_link(self.book, rest):
            return say("write `{code}` in its place", code=found)
        is_empty = not rest and scheme.casefold() not in (*_OPENED, *meant.CALLED, *_OF_BROWSERS)
        if link.embed and (is_empty or word in _NO_KINDS):
            return say("the kinds are {kinds}", kinds=", ".join(f"{kind}:" for kind in EMBEDS))
        if is_empty or word in _NO_KINDS:
            return say("the kinds are {kinds}", kinds=", ".join(f"{kind}:" for kind in LINKS))
        return None

    def _page_meant(self, page: ContentPage, link: ScannedLink, word: str) -> Text | None:
        """Say what to write for a word with a colon and nothing behind it, such as `planner:`: a page has its file."""
        if word not in _PAGES or _PAGES[word] not in self.generated:
            return None
        hint = instead(page, _PAGES[word])
        if not link.embed:
            return hint
        return say("write a link to it: `{form}`", form=f"[…]({dict(hint.values)['path']})")

    def _of_this_site(self, link: ScannedLink) -> Fault | None:
        """Judge a whole address of the handbook's own, below which other things may stand as well."""
        path = unquote(urlsplit(link.value.removeprefix(self.address)).path).strip("/")
        names = {path or "index.html", f"{path}/index.html"}
        if not names.isdisjoint(self._addresses) or self._may_be_made(path):
            return None
        message = say("‘{address}’ is an address of this handbook, and nothing is there", address=link.value)
        found = meant_link(self.book, path)
        hint = say("write `{code}` in its place", code=found) if found else say("mend it, or take the link out")
        return Fault("unrecognized_links", message, hint)

    def _odd(self, page: ContentPage, link: ScannedLink) -> Fault | None:
        """Judge what is the address of no page and no file of the handbook."""
        typed = link.value.strip()
        if typed.startswith("/") and not typed.startswith("//"):
            return self._from_the_top(page, typed) or no_address(page, link)
        return no_address(page, link)

    def _from_the_top(self, page: ContentPage, typed: str) -> Fault | None:
        """Judge `/guide.md`, which is seen from the top of a server, wherever on it the handbook lies."""
        path = posixpath.normpath(urlsplit(typed).path.lstrip("/"))
        names = (path,) if posixpath.splitext(path)[1] else (f"{path}/index.md", f"{path}.md")
        there = next((name for name in names if self._is_there(name)), None)
        if there is None and not path.endswith(".md"):
            return None  # the server may have more than the handbook
        message = say("‘{address}’ begins with /, so it is seen from the top of the server", address=typed)
        hint = instead(page, there) if there else say("write it as seen from this page")
        return Fault("absolute_links", message, hint)

    def _fault(self, page: ContentPage, link: ScannedLink) -> Fault | None:
        """Judge what may be the address of a page or a file of the handbook."""
        _, host, path, _, fragment = urlsplit(link.value)
        path, fragment = unquote(path), unquote(fragment)
        if host or path.startswith("/"):
            return None
        if link.form == "html" and path:
            return None if self._is_written(page, path) else at_no_address(link.value, self._seen_from(page, path))
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        if not self._is_there(target):
            return self._missing(page, link, target)
        if fault := no_picture(page, link, target) or self._empty(target):
            return fault
        return (self._no_anchor(page, target, fragment) if fragment else None) or unseen(page, link)

    def _is_written(self, page: ContentPage, path: str) -> bool:
        """Tell whether something has the address that raw HTML names: a browser sees it from the page's own."""
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self._links.written(page.path)), path))
        return not {target, f"{target}/index.html"}.isdisjoint(self._addresses) or self._may_be_made(target)

    def _seen_from(self, page: ContentPage, path: str) -> str | None:
        """Give the address for a browser of what raw HTML names as Markdown would, as seen from the page's file."""
        address = self._shown.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)))
        if address is None:
            return None
        whole = posixpath.relpath(address, posixpath.dirname(self._links.written(page.path)) or ".")
        return quote(whole.removesuffix("index.html") if path.endswith(".md") else whole) or "./"

    @cached_property
    def _links(self) -> PageLinks:
        return PageLinks("", directories=self.book.settings.directories)

    @cached_property
    def _shown(self) -> dict[str, str]:
        """The address of each file that is not left out, by its path."""
        return {file.src_uri: file.dest_uri for file in self.files if not file.inclusion.is_excluded()}

    @cached_property
    def _addresses(self) -> set[str]:
        return {*map(self._links.written, self.generated), *self._shown.values()}

    def _is_there(self, target: str) -> bool:
        if target in self._shown:
            return True
        left_out = self.files.get_file_from_path(target) is not None
        return not left_out and (self.book.source_of(target) in self.generated or self._may_be_made(target))

    def _may_be_made(self, target: str) -> bool:
        """Tell whether a file may come from the theme, or is made for a generated page, as drawings are."""
        if target.startswith(_MADE) or target in self._files:
            return True
        folder, name = posixpath.split(target)
        kind, _, id = folder.rpartition("/")
        if kind == "journeys" and id in self.book.journeys.entries:  # drawings, in all forms and widths
            return name.startswith(f"{id}-") and posixpath.splitext(name)[1] not in ("", *_SOURCES)
        return bool(_CARDS.fullmatch(target))

    @cached_property
    def _files(self) -> set[str]:
        """The files that are copied or written beside generated pages, but for drawings and cards."""
        book = self.book
        given = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path_of(entry)), resource.file))
            for shelf in (book.journeys, book.activities, book.workshops)
            for entry in shelf
            for resource in entry.model.resources
            if resource.file
        )
        dated = (calendar_of(entry) for entry in book.workshops if has_calendar(book, entry.model))
        shown = (picture_path(book.settings, one.entry, one.picture) for one in all_pictures(book))
        return {*given, *dated, *shown, *_DATA}

    def _drawing_meant(self, target: str, *, embed: bool) -> Text | None:
        """Say how a journey is shown that somebody looks for in a file."""
        folder, name = posixpath.split(target)
        journey = (
            self.book.journeys.get(posixpath.basename(folder)) if posixpath.dirname(folder) == "journeys" else None
        )
        if journey is None or posixpath.splitext(name)[1] in ("", *_SOURCES):
            return None
        words = re.split(r"[\W_]+", posixpath.splitext(name)[0].casefold())
        view = next((drawing.view for drawing in journey.model.views if drawing.view in words), None)
        if view is None:
            return None
        return say("write `{code}` in its place", code=f"journey:{journey.id}" + (f"?view={view}" if embed else ""))

    def _missing(self, page: ContentPage, link: ScannedLink, target: str) -> Fault:
        if wrapped := _WRAPPED.fullmatch(link.value):
            message = say("signs stand around the address ‘{address}’, and so it leads nowhere", address=link.value)
            return Fault("not_found", message, say("write `{code}` in its place", code=wrapped["address"]))
        file = self.files.get_file_from_path(target)
        if file and self.book.settings.is_templates(target):
            return Fault("not_found", OF_TEMPLATES, OTHER_THAN_TEMPLATES)
        if file and file.inclusion.is_excluded():
            key = "draft_docs" if file.inclusion is InclusionLevel.DRAFT else "exclude_docs"
            message = say("‘{path}’ is left out of the site by `{key}` in mkdocs.yml", path=target, key=key)
            return Fault("not_found", message, say("take the link out here, or the page out there"))
        if not posixpath.splitext(target)[1] and not link.embed:
            return self._folder(page, link, target)
        message = say("there is no ‘{path}’", path=target)
        if link.embed:
            message = say("there is no picture ‘{path}’", path=target)
        return Fault("not_found", message, self._meant(page, link, target))

    def _meant(self, page: ContentPage, link: ScannedLink, target: str) -> Text:
        if titled := _CURLY_TITLE.fullmatch(link.value):
            return say("write `{code}`, with straight quotation marks", code=f'{titled["file"]} "{titled["title"]}"')
        if target.endswith(".md") and (renaming := to_rename(target, self._shown)):
            return renaming
        if other := meant_file(target, [*self.generated, *self._shown]):
            return instead(page, other)
        if drawing := self._drawing_meant(target, embed=link.embed):
            return drawing
        fragment = urlsplit(link.value).fragment
        if fragment and (there := self._page_with(fragment)):
            return instead(page, f"{there}#{fragment}")
        if found := meant_link(self.book, link.value) or meant.whole(link.value):
            return say("write `{code}` in its place", code=found)
        if link.value in EMBEDS:
            return say("write `{code}` in its place", code=f"{link.value}:…")
        return say("put the file there, or take the link out")

    def _folder(self, page: ContentPage, link: ScannedLink, target: str) -> Fault:
        """Judge an address like `guide/`, that of a page and not of its file: MkDocs leaves it as it is."""
        there = next((name for name in (f"{target}.md", f"{target}/index.md") if self._is_there(name)), None)
        message = say(
            "‘{address}’ is the address of no file, so nobody can tell whether it leads anywhere", address=link.value
        )
        general = say("write the path of a Markdown file, such as `guide/index.md`")
        if " " in link.value:
            general = say(
                "write an address, such as `https://…` or `guide/index.md`; what is none belongs into the text"
            )
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.value))
        if "#" in link.value and self._is_there(beside):
            hint = say(
                "write `{code}`, or call the file by a name without `#`: behind that sign stands a heading",
                code=quote(link.value),
            )
            return Fault("unrecognized_links", message, hint)
        readme = self.book.source_of(f"{target}/index.md")
        known = there and (readme if there == f"{target}/index.md" else there)
        if known:
            return Fault("unrecognized_links", message, instead(page, known, urlsplit(link.value).query))
        found = meant_link(self.book, link.value) or meant.whole(link.value) or meant.called(link.value)
        return Fault(
            "unrecognized_links", message, say("write `{code}` in its place", code=found) if found else general
        )

    def _no_stage(self, target: str, fragment: str) -> Fault | None:
        """Judge what is nearly a stage of a journey, on the page of that; what else is there is not looked at."""
        name = posixpath.basename(posixpath.dirname(target))
        journey = self.book.journeys.get(name) if target.startswith(f"{GENERATED[0]}/") else None
        keys = [stage.key for stage in journey.model.stages] if journey else []
        near = None if fragment in keys else nearest(fragment, keys)
        if near is None:
            return None
        message = say("‘{page}’ has no heading ‘#{fragment}’", page=target, fragment=fragment)
        return Fault("anchors", message, say("write `{code}` in its place", code=f"journey:{name}#{near}"))

    def _no_anchor(self, page: ContentPage, target: str, fragment: str) -> Fault | None:
        """Judge what stands behind the sign of a link; `#top` leads to the top of any page, as HTML has it."""
        own = self._anchors_of(target) if target in self.book.pages else frozenset[str]()
        if (
            fragment in own
            or fragment.casefold() == "top"
            or (target in self.generated and _OF_SCRIPTS.match(fragment))
        ):
            return None
        if target not in self.book.pages and (fault := self._no_stage(target, fragment)):
            return fault
        there = self._anchors_of_made(target) if target in self.generated else own
        near = nearest(fragment, {*own, *(one for one in there or () if not one.startswith("jb-"))})
        if there is None and near is None:
            return None
        if there and fragment in there:
            return None
        message = say("‘{page}’ has no heading ‘#{fragment}’", page=target, fragment=fragment)
        hint = say("write `#{meant}`", meant=near) if near else say("take `#{fragment}` out", fragment=fragment)
        if not near and (other := self._page_with(fragment)):
            way = posixpath.relpath(f"/{other}", f"/{posixpath.dirname(page.path)}")
            hint = say("write `{path}`", path=f"{way}#{fragment}")
        return Fault("anchors", message, hint)

    def _anchors_of(self, path: str) -> frozenset[str]:
        if path not in self._anchors:
            self._anchors[path] = anchors(_body(self.book.pages[path]), self.book.settings.markdown)
        return self._anchors[path]

    def _anchors_of_made(self, path: str) -> frozenset[str] | None:
        """Give the ids of a page that is made, or of its part; None where nobody can tell them."""
        key = f"{path}#"
        if key not in self._anchors:
            text = None if path in _BY_SCRIPTS else self.made(path)
            if text is None:
                return None
            self._anchors[key] = anchors(text, self.book.settings.markdown)
        return self._anchors[key]

    def _page_with(self, fragment: str) -> str | None:
        """Give the one page that has a heading; None where none has, or several have."""
        word = fragment.partition("-")[0].casefold()
        pages = [path for path, page in self.book.pages.items() if word in page.document.text.casefold()]
        found = [path for path in pages if fragment in self._anchors_of(path)]
        return found[0] if len(found) == 1 else None


def _body(page: ContentPage) -> str:
    return page.document.text[page.body_at :]


def _is_picture(path: str, name: str) -> bool:
    """Tell whether a file is a picture that has a name, with its ending or without."""
    stem, ending = posixpath.splitext(posixpath.basename(path))
    is_shown = ending.casefold() in (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
    return is_shown and name.casefold() in (stem.casefold(), f"{stem}{ending}".casefold())


def _is_called(path: str, name: str) -> bool:
    """Tell whether the file of a page has a name, with its folder or without."""
    return bool(name) and f"/{path}".endswith(f"/{name}.md")
