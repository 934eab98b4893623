"""JB383 to JB386, JB412, JB448: what breaks, stops or empties an edition, an unknown one, unknown links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from journeybook.checks.unread_pages import is_followed
from journeybook.handbook import ContentPage, Entry, Handbook, Settings
from journeybook.handbook.audiences import audiences_of
from journeybook.handbook.editions import edition_of, entries_in_part, hidden_folders, hidden_places
from journeybook.handbook.pictures import pictures_of
from journeybook.handbook.snippets import taken_in
from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.markdown import fields
from journeybook.markdown.html_blocks import parted_tag
from journeybook.markdown.references import Reference, find
from journeybook.markdown.scan import scan
from journeybook.markdown.sections import bare_headings, says_nothing, without
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.signs.tasks import EXTENSION as TASKS
from journeybook.model.audience import audience_of
from journeybook.model.editions import Edition
from journeybook.model.meant_audience import keys_at_top
from journeybook.model.walk import markdown_fields, models
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.problems import Path as DataPath
from journeybook.problems.nearest import nearest
from journeybook.source import read_text
from journeybook.store.files import is_file

_MKDOCS_YML = "site_name: Mentoring\ndocs_dir: content\ntheme: material\nplugins:\n  - journeybook:\n      editions:\n"
_NAV = (
    "site_name: Mentoring\ndocs_dir: content\ntheme: material\nnav: [index.md, {The team: 'https://example.org/team'}]\n"
    "plugins:\n  - journeybook:\n"
)
_MENTEE = "        mentee: {title: For mentees, audience: [mentee]}\n"
_TEAM = "        team: {title: For the team}\n"

CODES = (
    Code(
        "JB383",
        means=(
            "A page that an edition carries shows something that the edition leaves out, or has a link without words "
            "to it: there is nothing that it could show, since the title alone would tell. Or it leaves out what the "
            "rest of the page needs: its title, a note, the address of a link."
        ),
        remedy="Give the link words of its own, or put it into a block for those who see what it leads to.",
        example=Example(
            wrong="# Welcome\n\nBegin with [](activity:talk).\n",
            right="# Welcome\n\nBegin with [a talk](activity:talk).\n",
            file="content/index.md",
            beside={
                "toolkit/talk.yaml": "title: A first talk\naudience: mentor\n",
                "mkdocs.yml": f"{_MKDOCS_YML}{_MENTEE}{_TEAM}",
            },
        ),
    ),
    Code(
        "JB384",
        means="An edition has no page, no journey, no activity and no workshop: all of them are for others.",
        remedy="Add the roles that it is made for to its `audience`, or take the edition out.",
        example=Example(
            wrong=f"{_MKDOCS_YML}{_MENTEE}{_TEAM}",
            right=f"{_MKDOCS_YML}        mentor: {{title: For mentors, audience: [mentor]}}\n{_TEAM}",
            file="mkdocs.yml",
            beside={"content/index.md": "---\naudience: mentor\n---\n# Welcome\n"},
        ),
    ),
    Code(
        "JB385",
        means="The option `edition` names none of the editions that `editions` has.",
        remedy="Write one of their names, or take `edition` out.",
        example=Example(
            wrong=f"{_MKDOCS_YML}{_MENTEE}{_TEAM}      edition: teams\n",
            right=f"{_MKDOCS_YML}{_MENTEE}{_TEAM}      edition: team\n",
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB386",
        means="`nav_audience` says whom a link is for that the navigation does not have: it would be seen by all.",
        remedy="Write the address as it stands in `nav`, or take it out.",
        example=Example(
            wrong=f"{_NAV}      nav_audience: {{https://example.org/teams: coordinator}}\n",
            right=f"{_NAV}      nav_audience: {{https://example.org/team: coordinator}}\n",
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB412",
        means=(
            "An edition shows a heading and nothing below it, a page and nothing but its title, or questions or "
            "activities in place of which it has none: all of that is for others. Or it lacks a page, a step or the "
            "like that is for its readers, since the folder, the chapter or the activity around it is not."
        ),
        remedy=(
            "Put the heading between the markers too, or write something for all below it. A page that is for some "
            "has an `audience` in its front matter."
        ),
        example=Example(
            wrong=(
                "# Welcome\n\nCome in.\n\n## Before you begin\n\n<!-- for: mentor -->\n\nRead this.\n\n"
                "<!-- end for -->\n"
            ),
            right=(
                "# Welcome\n\nCome in.\n\n<!-- for: mentor -->\n\n## Before you begin\n\nRead this.\n\n"
                "<!-- end for -->\n"
            ),
            file="content/meeting.md",
            beside={"mkdocs.yml": f"{_MKDOCS_YML}{_MENTEE}{_TEAM}"},
        ),
    ),
    Code(
        "JB448",
        means=(
            "A page that an edition carries takes in a snippet that is for others: a page that the edition leaves out, "
            "a text that says so at its top, or the YAML of what it lacks; or an item has such a file among its "
            "`resources`, or as a `picture`. The build of that edition stops."
        ),
        remedy=(
            "Put the line between `<!-- for: … -->` and `<!-- end for -->`, with the roles that see it; give an item "
            "with such a file an `audience`."
        ),
        example=Example(
            wrong='# Welcome\n\n--8<-- "content/team.md"\n',
            right='# Welcome\n\n<!-- for: coordinator -->\n\n--8<-- "content/team.md"\n\n<!-- end for -->\n',
            file="content/index.md",
            beside={
                "content/team.md": "---\naudience: coordinator\n---\n# The team\n",
                "mkdocs.yml": f"markdown_extensions: [pymdownx.snippets]\n{_MKDOCS_YML}{_MENTEE}{_TEAM}",
            },
        ),
    ),
)

_YAML = (".yaml", ".yml")
_OF_TEXT = (".txt", ".csv", ".html", ".htm", ".svg", *_YAML)
"""Files that may say at their top for whom they are."""
_BETWEEN_MARKERS = say("put it between `<!-- for: … -->` and `<!-- end for -->`, with the roles that see it")
_DEFINITION = re.compile(r"^[ >]{0,3}(?P<mark>\[\^?[^\[\]\n]{1,100}\]):", re.M)
_MARK = re.compile(r"(?<!\\)\[\^?[^\[\]\n]{1,100}\](?![(:]|\[[^\]])")
"""What needs a line that defines it: a mark of a note, the name of a link."""
_BOX = re.compile(r"^(?P<before>[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\](?=\s)", re.M)
"""A box to tick, where an extension draws one, which is no name of a link."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report what is wrong in one edition alone; the whole handbook is right where that is left out."""
    yield from _usual(book)
    yield from _links(book)
    yield from _out_of_reach(book)
    bare = set[tuple[str, int]]()
    for edition in book.editions:
        if edition.audience is not None:
            carried = edition_of(book, edition)
            yield from _empty(carried, edition)
            yield from _in_pages(carried, book, edition)
            yield from _pictures(carried, book, edition)
            yield from _taken_in(carried, book, edition)
            yield from _offered(carried, book, edition)
            yield from _in_fields(carried, book)
            yield from _bare(carried, book, edition, bare)


def _usual(book: Handbook) -> Iterator[Problem]:
    document, names = book.settings.edition, [edition.name for edition in book.editions]
    name = document and document.data["edition"]
    wrong_editions = book.settings.editions is not None and not names  # told where they stand
    if document is None or name in names or wrong_editions:
        return
    if not names:
        hint = say("write `editions:` beside it, or take it out")
        yield document.problem("JB385", say("this handbook has no editions"), hint, path=("edition",))
        return
    titled = (one.name for one in book.editions if one.title.casefold() == str(name).casefold())
    meant = next(titled, None) or nearest(str(name), names)
    message = say("there is no edition ‘{name}’", name=name)
    hint = say("write `edition: {name}`", name=meant) if meant else say("the editions: {names}", names=", ".join(names))
    yield document.problem("JB385", message, hint, path=("edition",))


def _links(book: Handbook) -> Iterator[Problem]:
    document, there = book.settings.nav_audience, set(_texts(book.settings.nav))
    for link in book.nav_audience:
        if document and link not in there:
            message = say("the navigation has no link to ‘{link}’", link=link)
            meant = nearest(link, sorted(one for one in there if ":" in one))
            hint = say("write `{meant}`", meant=meant) if meant else say("write it as it stands in `nav`")
            yield document.problem("JB386", message, hint, path=("nav_audience", link), at_key=True)


def _texts(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _texts(part)


def _out_of_reach(book: Handbook) -> Iterator[Problem]:
    """Report pages, and parts of entries, that an edition made for their readers lacks, for what they are in is not."""
    for page in book.pages.values():
        own = page.front.audience
        around = [one for one in audiences_of(book, page) if one != own] if own else []
        found = [page.document.problem("JB412", *told, path=("audience",)) for told in _hiding(book, own, around)]
        yield from found or _in_vain(book, page)  # what is in a page that nobody gets is not told as well
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            yield from _in_entry(book, entry)


def _in_entry(book: Handbook, entry: Entry[Any]) -> Iterator[Problem]:
    """Report parts of an entry that an edition made for their readers lacks with what is around them."""
    of: dict[DataPath, Sequence[str]] = {}
    lost: set[DataPath] = set()
    for path, part in models(entry.model):
        around = [path[:end] for end in range(len(path)) if path[:end] in of]
        if own := audience_of(part):
            of[path] = own
        for told in _hiding(book, own, [of[one] for one in around]) if lost.isdisjoint(around) else ():
            lost.add(path)
            yield entry.problem("JB412", *told, path=(*path, "audience"))


def _in_vain(book: Handbook, page: ContentPage) -> Iterator[Problem]:
    """Report questions and blocks for some of a page that an edition made for their readers lacks with the page."""
    whole = audiences_of(book, page)
    for place, question in enumerate(page.front.questions):
        for told in _hiding(book, question.audience, whole):
            yield page.document.problem("JB412", *told, path=("questions", place, "audience"))
    for block in page.blocks.blocks:
        outer = [one for one in page.blocks.blocks if one.begin.start < block.begin.start < one.end.start]
        around = [*whole, *(one.audience for one in outer)]
        for told in _hiding(book, block.audience, around, form="<!-- for: {roles} -->"):
            yield page.problem_at("JB412", *told, block.begin.start)


def _hiding(
    book: Handbook, own: Sequence[str], around: Sequence[Sequence[str]], form: str = "[{roles}]"
) -> Iterator[tuple[Text, Text]]:
    """Say of an audience which edition it asks for in vain, once; `around` are those of what it is in.

    `form` is how roles are written in its place.
    """
    outer = next((one for one in around if own and set(one).isdisjoint(own)), None)
    lacking = (one for one in book.editions if one.audience and one.shows(own) and outer and not one.shows(outer))
    for edition in islice(lacking, 1):
        message = say(
            "the edition ‘{name}’ lacks this: what it is in is for others ({roles})",
            name=edition.name,
            roles=", ".join(outer or ()),
        )
        shown = form.format(roles=", ".join(outer or ()))
        yield message, say("put it where its readers come to, or write `{form}` here", form=shown)


def _empty(carried: Handbook, edition: Edition) -> Iterator[Problem]:
    document = carried.settings.editions
    shelves = (carried.journeys, carried.activities, carried.workshops)
    if document and not carried.pages and not any(shelf.entries for shelf in shelves):
        message = say("the edition ‘{name}’ has nothing in it", name=edition.name)
        hint = say("add the roles that it is made for to its `audience`, or take it out")
        yield document.problem("JB384", message, hint, path=("editions", edition.name), at_key=True)


def _in_pages(carried: Handbook, book: Handbook, edition: Edition) -> Iterator[Problem]:
    for path in carried.pages:
        page = book.pages[path]
        if any(not edition.shows(block.audience) for block in page.blocks.blocks):
            yield from _parted(page, edition, has_boxes=TASKS in book.settings.markdown.extensions)
            yield from _cut(page, edition)
            yield from _untitled(carried.pages[path], page, edition)
        for reference in page.references:
            if not _is_hidden(page, reference.start, edition) and _breaks(carried, book, reference):
                message, hint = _said(carried, reference)
                line, column = reference.line, reference.column
                yield page.document.problem_at("JB383", message, hint, line=line, column=column)


def _pictures(carried: Handbook, book: Handbook, edition: Edition) -> Iterator[Problem]:
    """Report pictures of pages that lie in a folder for others: a link to a file there becomes plain words."""
    folders, is_hidden = hidden_folders(book, edition), hidden_places(book, edition)
    names = {f"{posixpath.basename(folder)}/" for folder in folders}
    for path in carried.pages if names else ():
        page = book.pages[path]
        text = page.document.text
        if not any(name in text for name in names):
            continue
        for one in scan(text, book.settings.markdown, lambda scheme: not scheme):
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(one.value).partition("#")[0]))
            if one.embed and is_hidden(place) and not _is_hidden(page, one.span[0], edition):
                folder = next(up.as_posix() for up in PurePosixPath(place).parents if up.as_posix() in folders)
                message = say(
                    "the edition ‘{name}’ leaves this picture out: the folder ‘{folder}’ is for others",
                    name=edition.name,
                    folder=folder,
                )
                hint = say(
                    "move the file out of the folder, or put this line between `<!-- for: … -->` and `<!-- end for -->`"
                )
                yield page.problem_at("JB383", message, hint, one.span[0])


def _bare(carried: Handbook, book: Handbook, edition: Edition, told: set[tuple[str, int]]) -> Iterator[Problem]:
    """Report pages and headings of which an edition has no more than these, and places in which it shows nothing.

    `told` are those that another edition has, too.
    """
    for path, kept in carried.pages.items():
        page = book.pages[path]
        nothing = [*_shown_nowhere(carried, book, kept, page, edition)]
        blocks = [block for block in page.blocks.blocks if not edition.shows(block.audience)]
        if not blocks and not nothing:
            continue
        body, text = page.body_at, page.document.text
        hidden = {(block.begin.line, block.end.below): [*block.audience] for block in blocks}
        nowhere = {(one.start, one.end): roles for one, roles in nothing}
        hidden |= nowhere
        markers = [(marker.line, marker.below) for marker in page.blocks.markers]
        places = [(start - body, end - body) for start, end in (*hidden, *markers)]
        found = [(level, body + start, body + end) for level, start, end in bare_headings(text[body:], places)]
        if found and is_followed(path, book.settings):  # something of ours stands below its last heading
            found = [one for one in found if one[2] < len(text)]
        is_bare = not found and kept.is_titled and says_nothing(without(text[body:], places))
        if is_bare and not is_followed(path, book.settings):  # its title stands in its front matter
            found = [(1, body, len(text))]
        for level, start, end in found:
            inside = [one for one in hidden if start <= one[0] < end]
            roles = [*dict.fromkeys(role for one in inside for role in hidden[one])]
            if level == 1 and says_nothing(text[body:start]) and end == len(text):
                message = say("the edition ‘{name}’ shows the title of this page alone", name=edition.name)
                hint = say("write `{key}` into its front matter", key=f"audience: [{', '.join(roles)}]")
                if page.is_index:  # its audience would be that of its whole folder
                    hint = say("write something for all below it")
            else:
                message = say("the edition ‘{name}’ shows this heading, and nothing below it", name=edition.name)
                hint = _around(roles) if len(inside) > 1 or inside[0] in nowhere else _above(roles)
            if (path, start) not in told:
                told.add((path, start))
                yield page.problem_at("JB412", message, hint, start)
        for one, roles in nothing:
            if not any(start <= one.start < end for _, start, end in found) and (path, one.start) not in told:
                told.add((path, one.start))
                message = say("the edition ‘{name}’ shows nothing here: all of it is for others", name=edition.name)
                yield page.problem_at("JB412", message, _around(roles), one.start)


def _shown_nowhere(
    carried: Handbook, book: Handbook, kept: ContentPage, page: ContentPage, edition: Edition
) -> Iterator[tuple[Reference, list[str]]]:
    """Give the embeds of a page that show nothing in an edition, and whom it is for what they show in the whole."""
    for one in page.references:
        if not one.embed or _is_hidden(page, one.start, edition):
            continue
        if one.kind == "questions" and not one.target and page.front.questions and not kept.front.questions:
            yield one, [*dict.fromkeys(role for asked in page.front.questions for role in asked.audience)]
        elif one.kind == "toolkit" and (shown := book.toolkit(one.target)) and not carried.toolkit(one.target):
            yield one, [*dict.fromkeys(role for entry in shown for role in entry.model.audience)]


def _above(roles: list[str]) -> Text:
    return say("move `{begin}` above it", begin=f"<!-- for: {', '.join(roles)} -->")


def _around(roles: list[str]) -> Text:
    begin = f"<!-- for: {', '.join(roles)} -->"
    return say("put it between `{begin}` and `{end}`, with all that belongs to it", begin=begin, end="<!-- end for -->")


def _taken_in(carried: Handbook, book: Handbook, edition: Edition) -> Iterator[Problem]:
    """Report snippets that are for others, or sources of the handbook: the build of the edition refuses them."""
    is_hidden, root, content = hidden_places(book, edition), book.settings.root, book.settings.content.resolve()
    in_part = {(root / entry.document.file).resolve() for entry in entries_in_part(carried)}
    for path in carried.pages:
        page = book.pages[path]
        for place, name, file in taken_in(page.document.text, book.settings.markdown, root):
            real = file.resolve()
            inside = real.relative_to(content).as_posix() if real.is_relative_to(content) else None
            is_kept = real in in_part or (inside and is_hidden(inside)) or _says_for_others(real, book, edition)
            if is_kept and not _is_hidden(page, place, edition):
                message = say(
                    "the snippet ‘{file}’ is for others, and the edition ‘{name}’ leaves it out",
                    file=name,
                    name=edition.name,
                )
                hint = _BETWEEN_MARKERS
                if page.document.text[place - 1] not in ('"', "'"):  # one of a block, in which no marker can stand
                    form = f'--8<-- "{name}"'
                    hint = say(
                        "write `{form}` in its place, on a line below the block, between `<!-- for: … -->` and "
                        "`<!-- end for -->`, with the roles that see it",
                        form=form,
                    )
                yield page.problem_at("JB448", message, hint, place)


def _offered(carried: Handbook, book: Handbook, edition: Edition) -> Iterator[Problem]:
    """Report downloads and pictures that are for others, or sources: the build of the edition refuses them."""
    is_hidden, settings = hidden_places(book, edition), book.settings
    content = settings.content.resolve()
    folders = [folder.resolve() for folder in (settings.journeys, settings.toolkit)]
    for shelf in (carried.journeys, carried.activities, carried.workshops):
        for entry in shelf:
            for path, name, file in _files_of(entry, settings):
                if not is_file(file):  # of what is not there, others tell
                    continue
                real = file.resolve()
                hint = say("give this item an `audience`, with the roles that may have it; or take the line out")
                if real.suffix.casefold() in _YAML and any(real.is_relative_to(folder) for folder in folders):
                    message = say("‘{file}’ is a source, which no edition for some has", file=name)
                    hint = say("save what is to be had as a file of its own, such as a PDF, and write its name")
                elif (real.is_relative_to(content) and is_hidden(real.relative_to(content).as_posix())) or (
                    real.suffix.casefold() in _OF_TEXT and _says_for_others(real, book, edition)
                ):
                    message = say(
                        "‘{file}’ is for others, and the edition ‘{name}’ leaves it out",
                        file=name,
                        name=edition.name,
                    )
                else:
                    continue
                yield entry.problem("JB448", message, hint, path=path)


def _files_of(entry: Entry[Any], settings: Settings) -> Iterator[tuple[DataPath, str, Path]]:
    """Give the files that an entry gives to readers: the way to each in its data, its name there, and where it is."""
    for place, resource in enumerate(entry.model.resources):
        if resource.file:
            file = (settings.root / entry.document.file).parent / resource.file
            yield ("resources", place, "file"), resource.file, file
    for shown in pictures_of(settings, entry):
        yield (*shown.path, "file"), shown.picture.file, shown.file


def _says_for_others(file: Path, book: Handbook, edition: Edition) -> bool:
    """Tell whether a text says at its top that it is for others; of one that nearly says so, others tell."""
    text, _ = read_text(file, file.name)
    roles, _ = keys_at_top(text or "", book.settings.roles, [one.name for one in book.editions])
    return not edition.shows(roles)


def _is_hidden(page: ContentPage, place: int, edition: Edition) -> bool:
    return any(
        block.begin.line <= place < block.end.below for block in page.blocks.blocks if not edition.shows(block.audience)
    )


def _parted(page: ContentPage, edition: Edition, *, has_boxes: bool) -> Iterator[Problem]:
    """Report notes and addresses of links in a block while their marks are outside of it; the other way they go."""
    text = without_code(page.document.text)
    if has_boxes:
        text = _BOX.sub(r"\g<before>   ", text)
    lines = list(_DEFINITION.finditer(text, page.body_at))
    begins = {line.start("mark") for line in lines}
    shown = {line["mark"].casefold() for line in lines if not _is_hidden(page, line.start("mark"), edition)}
    marks = [mark for mark in _MARK.finditer(text, page.body_at) if mark.start() not in begins]
    for line in lines:
        name, at = line["mark"].casefold(), line.start("mark")
        seen = [not _is_hidden(page, mark.start(), edition) for mark in marks if mark[0].casefold() == name]
        if name not in shown and any(seen):
            message = say(
                "the edition ‘{name}’ leaves this line out, and shows a ‘{mark}’ that needs it",
                name=edition.name,
                mark=line["mark"],
            )
            yield page.problem_at("JB383", message, say("move it out of the block"), at)


def _cut(page: ContentPage, edition: Edition) -> Iterator[Problem]:
    """Report a block that has the begin of HTML, and not its end, or its end alone."""
    text = without_code(page.document.text)
    for block in page.blocks.blocks:
        name = parted_tag(text[block.begin.line : block.end.below]) if not edition.shows(block.audience) else None
        if name:
            message = say("the edition ‘{name}’ leaves out one end of `<{tag}>`", name=edition.name, tag=name)
            hint = say("put all of it into the block, or none")
            yield page.problem_at("JB383", message, hint, block.begin.start)


def _untitled(carried: ContentPage, page: ContentPage, edition: Edition) -> Iterator[Problem]:
    """Report a page whose heading is in a block, where an edition leaves that out."""
    if page.is_titled and not carried.is_titled:
        block = next(block for block in page.blocks.blocks if not edition.shows(block.audience))
        message = say("the edition ‘{name}’ leaves out the title of this page", name=edition.name)
        hint = say("write the heading above the block, or `title: …` in the front matter")
        yield page.problem_at("JB383", message, hint, block.begin.start)


def _in_fields(carried: Handbook, book: Handbook) -> Iterator[Problem]:
    whole = {(entry.kind, entry.id): entry for entry in book.written}
    for entry in carried.written:
        for path, text in markdown_fields(entry.model):
            for reference in find(text, fields.FIELD_SETTINGS):
                if _breaks(carried, book, reference):
                    yield _in_field(carried, whole[entry.kind, entry.id], path, text, reference)


def _in_field(carried: Handbook, whole: Entry[Any], path: DataPath, text: str, reference: Reference) -> Problem:
    """Tell it where the text stands in the whole: of a list, an edition may lack what comes before it."""
    names = [part for part in path if isinstance(part, str)]
    alike = (
        place
        for place, one in markdown_fields(whole.model)
        if one == text and [part for part in place if isinstance(part, str)] == names
    )
    start, end = reference.destination
    needle = text[start:end]
    skip = text.count(needle, 0, start)
    return whole.document.problem_in(
        "JB383", *_said(carried, reference), path=next(alike, path), needle=needle, skip=skip
    )


def _breaks(carried: Handbook, book: Handbook, reference: Reference) -> bool:
    if not reference.embed and reference.text.strip():
        return False
    return isinstance(resolve(carried, reference), Wrong) and isinstance(resolve(book, reference), Target)


def _said(carried: Handbook, reference: Reference) -> tuple[Text, Text]:
    assert carried.edition
    message = say("the edition ‘{name}’ leaves out what this leads to", name=carried.edition.name)
    form = f"[…]({reference.source_destination})"
    if reference.embed:
        return message, _BETWEEN_MARKERS
    return message, say("write words of your own into the link, as in {form}", form=form)
