"""What a handbook says on every page, as mkdocs.yml has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, cast

from journeybook.handbook.entries import Entry
from journeybook.handbook.settings import Settings
from journeybook.model.base import Passage
from journeybook.model.editions import Edition, seen
from journeybook.model.every_page import Banner, read_banner, read_feedback
from journeybook.problems import Problem
from journeybook.source import Document
from journeybook.source.document import LINE_BREAK

BANNER = "banner"
_SIGN = re.compile("[^\r\n\x85\u2028\u2029]")


@dataclass(frozen=True)
class EveryPage:
    """The banner, as an entry whose file is mkdocs.yml, None where there is none; and the address for feedback."""

    entry: Entry[Any] | None = None
    feedback: str = ""

    @property
    def banner(self) -> tuple[Passage, ...]:
        """The texts of the banner."""
        return cast(Banner, self.entry.model).banner if self.entry else ()


def read_every_page(settings: Settings) -> tuple[EveryPage, list[Problem]]:
    """Read what mkdocs.yml says for every page, and tell what is wrong with it."""
    entry, problems, feedback = None, list[Problem](), ""
    if settings.banner:
        model, wrong = read_banner(settings.banner, settings.roles)
        problems += wrong
        entry = Entry(BANNER, cast(Any, model), _alone(settings.banner)) if model and model.banner else None
    if settings.feedback:
        feedback, wrong = read_feedback(settings.feedback)
        problems += wrong
    return EveryPage(entry, feedback), problems


def _alone(document: Document) -> Document:
    """Give a document whose text has blanks in the place of all but the banner: the rest of mkdocs.yml is no text."""
    node = document.node
    if node is None:
        return document
    text = document.text
    begin, end = node.start_mark.index, len(text[: node.end_mark.index].rstrip())
    rest = LINE_BREAK.search(text, end)  # a comment behind the banner may be meant as a part of it
    end = rest.start() if rest else len(text)
    blank = f"{_SIGN.sub(' ', text[:begin])}{text[begin:end]}{_SIGN.sub(' ', text[end:])}"
    return replace(document, text=blank)


def in_edition(every: EveryPage, edition: Edition) -> EveryPage:
    """Give what an edition has of it."""
    if every.entry is None:
        return every
    model = seen(edition, cast(Banner, every.entry.model))
    if model is every.entry.model:
        return every
    entry: Entry[Any] | None = Entry(BANNER, cast(Any, model), every.entry.document) if model.banner else None
    return EveryPage(entry, every.feedback)
