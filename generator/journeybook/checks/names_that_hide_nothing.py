"""JB410: a folder, a file or an edition whose name seems to keep something from readers, and does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from journeybook.handbook import Entry, Handbook
from journeybook.markdown.role_words import says_for_whom
from journeybook.model.meant_readers import role_named
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB410",
        means=(
            "A folder such as `drafts/` or `mentors only/`, a file called `template.yaml` or a page `_asking.md` has "
            "what all readers see: names hide nothing. Or an edition is called as a role, and has no `audience`: it "
            "has everything."
        ),
        remedy=(
            "Write `status: draft` or an `audience` into the file, or begin the name of the folder with a dot; name a "
            "page under `draft_docs:` in mkdocs.yml; give the edition an `audience`."
        ),
        example=Example(
            wrong="title: A first talk\n",
            right="title: A first talk\nstatus: draft\n",
            file="toolkit/drafts/talk.yaml",
        ),
    ),
)

_UNFINISHED = re.compile(
    r"_.*|drafts?|wip|unfinished|unpublished|not[ _-]published|templates?|old|archived?|archives|trash|backups?"
    r"|bak|tmp|temp|entw[uü]rfe?|brouillons?|borradores|bozze|rascunhos",
    re.I,
)
"""Names of folders of what is not, or no longer, to be seen."""
_KEPT = re.compile(r"private|internal|confidential|secret|hidden|restricted|privat|intern|intern[oa]|interne", re.I)
"""Names of folders of what only some are to see."""
_TEMPLATE = re.compile(r"(?:[\w-]*[_-])?template|template[_-][\w-]*|vorlage", re.I)
_LEADERS = ("facilitator", "coordinator")
"""Roles whose edition may well have everything."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first current entry for everyone of each such folder, such files, and such editions."""
    settings = book.settings
    roots = [f"{settings.file(folder)}/" for folder in (settings.journeys, settings.toolkit)]
    told = set[str]()
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            if not entry.model.is_current or entry.model.audience:
                continue
            file = entry.document.file
            root = next((one for one in roots if file.startswith(one)), "")
            *folders, _ = file.removeprefix(root).split("/")
            for name in folders:
                if name not in told and (found := _folder(name, settings.roles, editions=bool(book.editions))):
                    told.add(name)
                    yield entry.problem("JB410", *found)
                    break
            else:
                if _TEMPLATE.fullmatch(entry.id) and "template" in (entry.id, *_words(entry)):
                    yield entry.problem("JB410", *_template(entry))
    yield from _editions(book)


def _words(entry: Entry[Any]) -> list[str]:
    """Give the words of a title that is still to be written, as that of a template is."""
    title = entry.model.title.casefold()
    return ["template"] if re.search(r"\btemplate\b|title of|\btitle here\b|[<\[{].*[>\]}]|…", title) else []


def _folder(name: str, roles: tuple[str, ...], *, editions: bool) -> tuple[Text, Text] | None:
    """Say what a folder does not hide; in a handbook without editions, nothing is for some alone."""
    message = say("the folder ‘{name}’ hides nothing: readers see this", name=name)
    if _UNFINISHED.fullmatch(name) or (_KEPT.fullmatch(name) and not editions):
        hint = say("write `status: draft`, or begin the folder’s name with a dot: {name}", name=f".{name.lstrip('_')}")
        return message, hint
    spaced = re.sub(r"[_-]+", " ", name)
    if editions and (_KEPT.fullmatch(name) or says_for_whom(spaced, roles)):
        role = role_named(spaced, roles) or next((one for one in roles if one != "public"), "mentor")
        return message, say("write the roles that are to see it, such as `audience: {role}`", role=role)
    return None


def _template(entry: Entry[Any]) -> tuple[Text, Text]:
    message = say("readers see this, as they see every file: its name hides nothing")
    name = entry.document.file.rpartition("/")[2]
    return message, say("write `status: draft`, or begin the file’s name with a dot: {name}", name=f".{name}")


def _editions(book: Handbook) -> Iterator[Problem]:
    document = book.settings.editions
    for edition in book.editions if document else ():
        role = role_named(edition.name, book.settings.roles)
        if document is None or edition.audience is not None or role is None or role in _LEADERS:
            continue
        message = say(
            "the edition ‘{name}’ has no `audience`, and so it has what is for others, too", name=edition.name
        )
        hint = say("write the roles it is for, such as `audience: {role}`; or give it another name", role=role)
        yield document.problem("JB410", message, hint, path=("editions", edition.name), at_key=True)
