"""JB413: titles that say of what they name that it is a draft or of no more use, and that everybody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown import headings
from journeybook.model.base import Status
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.source.quotes import in_quotes

CODES = (
    Code(
        "JB413",
        means=(
            "The title of a journey, an activity, a workshop or a page says that it is a draft, or that it is old: "
            "readers see the word, and all the rest as well."
        ),
        remedy=(
            "Write `status: draft` or `status: retired`, and the title without the word; name a page below "
            "`draft_docs:` or `exclude_docs:` in mkdocs.yml."
        ),
        example=Example(
            wrong="title: A walk (draft)\n",
            right="title: A walk\nstatus: draft\n",
            file="toolkit/walk.yaml",
        ),
    ),
)

_DRAFT = r"draft(?: version)?|wip|work in progress|not (?:yet )?finished|entwurf|brouillon|borrador|bozza"
_OLD = r"old(?: version)?|outdated|out of date|obsolete|archived|superseded|no longer used|do not use"
_LOUD = r"DRAFT|WIP|ENTWURF|OLD|OBSOLETE|OUTDATED|ARCHIVED|DO NOT USE"
"""Words that say so without brackets as well, for nobody writes them so in a title that is about them."""
_BEHIND = re.compile(rf"(?P<rest>.*\S)\s*[(\[]\s*(?:(?P<draft>{_DRAFT})|{_OLD})\s*[)\]]", re.I)
_BEFORE = re.compile(rf"[(\[]\s*(?:(?P<draft>{_DRAFT})|{_OLD})\s*[)\]]\s*[:–—-]?\s*(?P<rest>\S.*)", re.I)
_LOUD_BEHIND = re.compile(rf"(?P<rest>.*[^\s:,–—-])(?:\s*[:,–—]|\s+-|(?=\s+(?:DRAFT|WIP)$))\s*(?P<word>{_LOUD})")
_LOUD_BEFORE = re.compile(rf"(?P<word>{_LOUD})(?:\s*[:–—]|\s+-|(?<=DRAFT)(?=\s)|(?<=WIP)(?=\s))\s*(?P<rest>\S.*)")
_OF_DRAFTS = ("DRAFT", "WIP", "ENTWURF")


def check(book: Handbook) -> Iterator[Problem]:
    """Report such titles of what readers find: of entries that are current, and of pages."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            if entry.model.status is Status.CURRENT and (found := _said(entry.title)):
                bare, status = found
                message = _MESSAGES[status]
                hint = say("write `title: {title}` and `status: {status}`", title=_written(bare), status=status)
                yield entry.problem("JB413", message, hint, path=("title",))
    for page in book.pages.values():
        if page.is_titled and (found := _said(page.title)):
            yield _on_page(book, page, *found)


_MESSAGES: dict[Status, Text] = {
    Status.DRAFT: say("the title says that this is a draft, and still all readers see it"),
    Status.RETIRED: say("the title says that this is out of use, and still readers find it with all the rest"),
}


def _said(title: str) -> tuple[str, Status] | None:
    """Give a title without the word that says what state its matter is in, and that state; None without such a word."""
    for pattern in (_BEHIND, _BEFORE):
        if found := pattern.fullmatch(title.strip()):
            return found["rest"], Status.DRAFT if found["draft"] else Status.RETIRED
    for pattern in (_LOUD_BEHIND, _LOUD_BEFORE):
        found = pattern.fullmatch(title.strip())
        if found and found["rest"] != found["rest"].upper():  # all of the title is in capitals
            return found["rest"], Status.DRAFT if found["word"] in _OF_DRAFTS else Status.RETIRED
    return None


def _on_page(book: Handbook, page: ContentPage, bare: str, status: Status) -> Problem:
    key = "draft_docs" if status is Status.DRAFT else "exclude_docs"
    form = f"title: {_written(bare)}" if page.front.title else f"# {bare}"
    hint = say(
        "write `{form}`, and below `{key}:` in mkdocs.yml the page’s path, `{path}`", form=form, key=key, path=page.path
    )
    if page.front.title:
        return page.document.problem("JB413", _MESSAGES[status], hint, path=("title",))
    at = page.body_at
    if found := headings.titles(page.document.text[at:], book.settings.markdown, 1):
        at += found[0][1]
    return page.problem_at("JB413", _MESSAGES[status], hint, at)


def _written(title: str) -> str:
    """Give a title as YAML has it: in quotation marks where it has a sign that means something there."""
    return in_quotes(title) if re.search(r": | #|^[\W_]|:$", title) else title
