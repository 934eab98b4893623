"""A handbook's glossary: its terms, what each means, and the other forms in which it stands on pages."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, model_validator

from journeybook.model.audience import Audience
from journeybook.model.base import Model
from journeybook.model.meant_items import braces
from journeybook.model.other_names import meant_key
from journeybook.model.types import Many, Markdown, Plain, fail, slug
from journeybook.problems import say

_SHOWN = 60
"""Letters of a meaning that a remedy shows."""


def _has_letters(text: str) -> str:
    if not slug(text):
        raise fail(
            say("‘{text}’ has no letter and no figure, so that no link could lead to it", text=text),
            say("write the term in words, and this as one of its `forms`"),
        )
    return text


class Term(Model):
    """A term of the glossary."""

    term: Annotated[Plain, AfterValidator(_has_letters)]
    """The word or the words, as they stand within a sentence."""
    definition: Markdown | None = None
    """What it means, in Markdown; a term that leads to others by `see` can do without."""
    forms: Many[Plain] = ()
    """Other forms of it on pages, such as a plural, an abbreviation or another word for the same."""
    see: Many[Plain] = ()
    """Other terms of the glossary that help to understand it."""
    audience: Audience = ()
    """The roles whose editions carry the term; left out means everyone."""

    @property
    def id(self) -> str:
        """Its anchor on the page of the glossary, by which links name it."""
        return slug(self.term)

    @property
    def words(self) -> tuple[str, ...]:
        """All that stands for it on pages: itself and its other forms."""
        return (self.term, *self.forms)

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, data: Any) -> Any:
        """Refuse a term without keys, and one that is a key with its meaning behind it, and show both with theirs."""
        if isinstance(data, str):
            message = say("a term and what it means stand behind two keys")
            raise fail(message, say("write `{item}`", item=braces(term=data, definition="…")))
        known = list(cls.model_fields)
        if isinstance(data, dict) and len(data) == 1:
            key, value = next(iter(data.items()))
            if isinstance(value, str) and not meant_key(key, known):
                short = value if len(value) <= _SHOWN else "…"
                message = say("‘{key}’ is no field here: a term and what it means stand behind two keys", key=key)
                raise fail(message, say("write `{item}`", item=braces(term=key, definition=short)))
        return data

    @model_validator(mode="after")
    def _means_something(self) -> Term:
        if self.definition is None and not self.see:
            message = say("nobody learns what ‘{term}’ means", term=self.term)
            raise fail(message, say("write `definition: …` below it, or `see: …` with a term that tells it"))
        return self


class Glossary(Model):
    """The terms of a handbook: `glossary.yaml` beside mkdocs.yml, a list of them."""

    terms: tuple[Term, ...] = ()
    """The terms, in any order."""
