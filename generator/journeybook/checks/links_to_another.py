"""JB414: links that lead to another thing than their words say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from journeybook.handbook import Handbook
from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.markdown.fields import FIELD_SETTINGS
from journeybook.markdown.references import Reference, find
from journeybook.markdown.spans import word_at
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB414",
        means=(
            "The words of a link are the title of one thing, and it leads to another; or they have another number than "
            "what it leads to."
        ),
        remedy="Write the address that is offered, or leave the words out: a link without any shows the title.",
        example=Example(
            wrong="# Welcome\n\nBegin with [A first talk](activity:walk).\n",
            right="# Welcome\n\nBegin with [A first talk](activity:talk).\n",
            file="content/index.md",
            beside={"toolkit/talk.yaml": "title: A first talk\n", "toolkit/walk.yaml": "title: A walk\n"},
        ),
    ),
)

_SIGNS = "*_`\"'“”‘’«».,:;!?()"
"""Signs around the words of a link that are no part of a title."""
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ ][^\n]*", re.M)
_NUMBERED = re.compile(r"(?P<kind>activity|chapter|stage)\s+(?P<number>\d{1,3})", re.I)


_ByTitle = Mapping[str, str]
"""The ids of one kind by their titles as `_key` has them, where one alone has the title."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such links of ours, on pages and in fields."""
    titles = _by_kind(book)
    for page in book.read_pages:
        for reference in page.references:
            if told := _told(book, titles, reference):
                yield page.problem_at("JB414", *told, reference.start)
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, text in markdown_fields(entry.model):
                for reference in find(text, FIELD_SETTINGS):
                    if told := _told(book, titles, reference):
                        needle, skip = word_at(text, reference.start)
                        yield entry.document.problem_in("JB414", *told, path=path, needle=needle, skip=skip)


def _by_kind(book: Handbook) -> dict[str, _ByTitle]:
    shelves = (("activity", book.activities), ("journey", book.journeys), ("workshop", book.workshops))
    found = {kind: _alone((entry.title, entry.id) for entry in shelf) for kind, shelf in shelves}
    return {**found, "chapter": _alone((chapter.title, id) for id, chapter in book.chapters.items())}


def _alone(named: Iterable[tuple[str, str]]) -> _ByTitle:
    """Give ids by their titles, without the titles that several have."""
    found: dict[str, list[str]] = {}
    for title, id in named:
        found.setdefault(_key(title), []).append(id)
    return {title: ids[0] for title, ids in found.items() if len(ids) == 1}


def _key(title: str) -> str:
    """Give by what a title is known; one of one word has its capitals, for without them it may be that word."""
    return title.casefold() if " " in title else title


def _told(book: Handbook, titles: Mapping[str, _ByTitle], reference: Reference) -> tuple[Text, Text] | None:
    """Say of a link that it leads to another thing than its words name, and what to write; None where it may not."""
    words = " ".join(reference.text.split()).strip(_SIGNS)
    if reference.embed or reference.form != "inline" or not words or reference.kind not in titles:
        return None
    counted = _NUMBERED.fullmatch(words)
    kinds = dict.fromkeys((reference.kind, *titles) if " " in words else (reference.kind,))
    meant = [f"{kind}:{id}" for kind in kinds if (id := titles[kind].get(_key(words)))]
    if not (meant or counted or reference.fragment):  # most links: nothing needs to be found for them
        return None
    target = resolve(book, reference)
    own = _own(target) if isinstance(target, Target) else None
    if isinstance(target, Wrong) or own is None:
        return None
    title, number = own
    if counted:
        return _of_number(book, reference, target, counted, number)
    if target.stage and target.entry:
        stages = _alone((stage.title, stage.key) for stage in target.entry.model.stages)
        meant = [f"journey:{target.entry.id}#{id}"] if (id := stages.get(_key(words))) else []
    if not meant or words.casefold() in title.casefold():  # a short form of its own title
        return None
    message = say("the words of this link are another title than that of what it leads to, ‘{title}’", title=title)
    return message, say("write `{form}`", form=f"[{reference.text}]({meant[0]})")


def _own(target: Target) -> tuple[str, int | None] | None:
    """Give the title and the number of what a link leads to: of a stage, an entry or a chapter."""
    if target.stage:
        return target.stage.title, target.stage.number
    if target.entry:
        return target.entry.title, target.entry.number
    return (target.chapter.title, target.chapter.number) if target.chapter else None


def _of_number(
    book: Handbook, reference: Reference, target: Target, counted: re.Match[str], number: int | None
) -> tuple[Text, Text] | None:
    """Say that the words of a link have the number of another thing than it leads to."""
    kind = "stage" if target.stage else reference.kind
    if number is None or number == int(counted["number"]) or counted["kind"].casefold() != kind:
        return None
    message = say(
        "the words of this link have the number {said}, and what it leads to has {number}",
        said=counted["number"],
        number=number,
    )
    address = reference.source_destination
    right = f"[{counted['kind']} {number}]({address})"
    if other := _numbered(book, target, int(counted["number"])):
        return message, say(
            "write `{form}`; or `{other}` where that is meant", form=right, other=f"[{reference.text}]({other})"
        )
    return message, say("write `{form}`", form=right)


def _numbered(book: Handbook, target: Target, number: int) -> str | None:
    """Give the address of what has a number beside the target: in its journey, its chapter or the handbook."""
    if target.stage and target.entry:
        stages = target.entry.model.stages
        return next((f"journey:{target.entry.id}#{one.key}" for one in stages if one.number == number), None)
    if target.entry:
        beside = book.toolkit(target.entry.model.chapter)
        return next((f"activity:{one.id}" for one in beside if one.number == number), None)
    return next((f"chapter:{id}" for id, one in book.chapters.items() if one.number == number), None)


def pages_by_title(book: Handbook) -> Mapping[str, str]:
    """Give the paths of pages by their titles of several words, where one page alone has the title."""
    found: dict[str, list[str]] = {}
    for path, page in book.pages.items():
        found.setdefault(page.title, []).append(path)
    return {title: paths[0] for title, paths in found.items() if len(paths) == 1 and " " in title}


def to_another_page(book: Handbook, titles: Mapping[str, str], words: str, target: str) -> tuple[Text, str] | None:
    """Say of a plain link that its words are the title of another page, and give that page; None where they may not be.

    `titles` are those of `pages_by_title`, `target` is the page that it leads to. Words in other letters than a title,
    or that are a heading there, may well be meant.
    """
    words = " ".join(words.split()).strip(_SIGNS)
    page, titled = book.pages.get(target), titles.get(words)
    if page is None or titled in (None, target) or words.casefold() in page.title.casefold():
        return None
    headings = _HEADING.finditer(page.document.text)
    if any(words.casefold() in heading[0].casefold() for heading in headings):
        return None
    message = say("the words of this link are another title than that of what it leads to, ‘{title}’", title=page.title)
    return message, str(titled)
