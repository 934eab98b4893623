"""What stands on every page: a banner above it, and below it a way to say what is wrong or missing."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, model_validator

from journeybook.model.base import Model, Passage
from journeybook.model.types import Address, Many, fail, scalar
from journeybook.model.validate import validate
from journeybook.problems import Problem, say
from journeybook.source import Document

FILLED = ("title", "url")
"""What stands in braces in an address for feedback, and is filled on each page."""
_MAILBOX = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")
_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_NO_HOST = re.compile(r"(?:https?://[^/?#]*|mailto:[^?]*)\{", re.I)


_KEYS_OF_A_TEXT = ("message", "content", "title", "body", "notice", "markdown", "html")


class Banner(Model):
    """What stands at the top of every page: one text, or several, each with those whom it is for."""

    banner: Many[Passage] = ()
    """The texts, in Markdown; those of one page stand one below the other."""

    @model_validator(mode="before")
    @classmethod
    def _has_one(cls, data: Any) -> Any:
        given = data.get("banner") if isinstance(data, dict) else None
        if isinstance(given, dict) and len(given) == 1 and (key := str(next(iter(given)))) in _KEYS_OF_A_TEXT:
            message = say("‘{key}’ is no field here: the text of a banner is called ‘text’", key=key)
            raise fail(message, say("write `text: …` in its place"))
        return {**data, "banner": ()} if isinstance(data, dict) and data.get("banner") in (None, "", False) else data


def _mailbox(value: Any) -> Any:
    if isinstance(value, dict) and len(value) == 1 and isinstance(address := next(iter(value.values())), str):
        raise fail(say("the address stands behind ‘feedback:’, without a key"), say("write `{code}`", code=address))
    text = scalar(value).strip()
    box, mark, more = text.partition("?")
    if re.match("mailto:", text, re.I) and " " in more and _MAILBOX.fullmatch(box.partition(":")[2]):
        shown = f"{box}{mark}{more.replace(' ', '%20')}"
        raise fail(say("an address has no blanks"), say("write `{code}`", code=shown))
    if re.fullmatch(r"mailto:[^\s@?%]+", box, re.I) and box != text[: len("mailto:")]:
        message = say("‘{text}’ is not an address", text=text)
        raise fail(message, say("write the whole mailbox, such as `{code}`", code="mailto:team@example.org"))
    if _MAILBOX.fullmatch(text):
        raise fail(say("‘{text}’ is not an address", text=text), say("write `{code}`", code=f"mailto:{text}"))
    return value


def _feedback(text: str) -> str:
    known = ", ".join(f"{{{name}}}" for name in FILLED)
    if odd := next((name for name in _IN_BRACES.findall(text) if name not in FILLED), None):
        message = say("‘{name}’ is nothing that pages fill in here", name=f"{{{odd}}}")
        raise fail(message, say("known here: {known}", known=known))
    if _NO_HOST.match(text):
        message = say("every page would lead to another host: only what stands behind it is filled in")
        raise fail(message, say("write {known} behind a `?`, as in `{form}`", known=known, form=_EXAMPLE))
    return text


_EXAMPLE = "https://example.org/form?page={title}"


class _FeedbackOption(Model):
    feedback: Annotated[Address, BeforeValidator(_mailbox), AfterValidator(_feedback)] | None = None


def read_banner(document: Document, roles: tuple[str, ...]) -> tuple[Banner | None, list[Problem]]:
    """Read a document with the key `banner`, None where it does not fit; `roles` are those of the handbook."""
    return validate(document, Banner, roles)


def read_feedback(document: Document) -> tuple[str, list[Problem]]:
    """Read the address of a document with the key `feedback`; empty where it does not fit."""
    option, problems = validate(document, _FeedbackOption)
    return (option.feedback or "") if option else "", problems
