"""What all models share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar

from babel import Locale
from babel.localedata import exists
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from journeybook.markdown.meant import has_scheme, is_file, titled, whole
from journeybook.model.aliases import Aliases
from journeybook.model.audience import Audience, only_for
from journeybook.model.meant_items import braces, with_figure
from journeybook.model.other_names import meant_key
from journeybook.model.shown import Place, Shown
from journeybook.model.types import Address, Date, Many, Markdown, Plain, fail, is_id, not_a_text, slug
from journeybook.problems import Text, say
from journeybook.source.quotes import in_quotes


class Model(BaseModel):
    """A mapping of YAML: unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Item(Model):
    """A mapping that a text can stand for: the text is the field named in `short`."""

    short: ClassVar[str] = "title"
    figure: ClassVar[str] = ""
    """The field of the number, or the minutes, that people write behind that text and a colon; empty for none."""

    @classmethod
    def meant_by(cls, key: str, value: Any) -> str | None:
        """Show the item that `key: value` is meant as, as YAML; None where it is a text with a colon.

        `stage: One` names the kind of item; `mentee: Mentee` is the id of something that has one, and its title.
        """
        if isinstance(value, str) and key == cls.__name__.casefold() and cls.short not in ("actor", "stage"):
            return braces(**{cls.short: value})
        if isinstance(value, str) and "id" in cls.model_fields and is_id(key) and slug(value).startswith(key):
            return braces(id=key, title=value)
        return with_figure(key, value, cls.short, cls.figure) if isinstance(value, str) else None

    is_text: ClassVar[bool] = True
    """Whether that field can be a sentence, with a colon in it."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, dict):
            _refuse_bracketed(data, cls)
            _refuse_pair(data, cls)
            if cls.is_text:
                _refuse_sentence(data, cls.model_fields)
            _refuse_titles(data, list(cls.model_fields), cls.short)
        return data if isinstance(data, dict | Item) else {cls.short: data}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(schema)
        fields = handler.resolve_ref_schema(whole)
        return {"anyOf": [whole, fields.get("properties", {}).get(cls.short, {})]}


_MOST_SHOWN = 4
_BRACKETED = re.compile(r"(?P<text>\S.*?)[ ]*\([ ]*(?P<key>[a-z_]+)")


def _refuse_bracketed(data: dict[str, Any], item: type[Item]) -> None:
    """Refuse `The contract (channel: post)`, which YAML reads as a key and its value, and show the item."""
    key, value = next(iter(data.items())) if len(data) == 1 else ("", None)
    found = _BRACKETED.fullmatch(key)
    if found and found["key"] in item.model_fields and isinstance(value, str) and re.fullmatch(r"[^()]+\)", value):
        message = say("‘{key}’ is no field here, but seems to be an item", key=found["text"])
        shown = braces(**{item.short: found["text"], found["key"]: value[:-1].strip()})
        raise fail(message, say("write `{item}`", item=shown))


def _refuse_pair(data: dict[str, Any], item: type[Item]) -> None:
    """Refuse texts of items that stand as keys, such as `Torn: -1`, and show the items."""
    known = list(item.model_fields)
    if any(key in known or meant_key(key, known) for key in data):
        return
    shown = [item.meant_by(key, value) for key, value in data.items()]
    items = [one for one in shown if one]
    if items and len(items) == len(shown):
        message = say("‘{key}’ is no field here, but seems to be an item", key=next(iter(data)))
        several = ", ".join(f"`- {one}`" for one in items[:_MOST_SHOWN])
        raise fail(
            message, say("write `{item}`", item=items[0]) if len(items) == 1 else say("write {items}", items=several)
        )


def _refuse_sentence(data: dict[str, Any], known: Iterable[str]) -> None:
    """Refuse a text with a colon that YAML read as a key and its value.

    `- Think of a client: what brought them here?` is such a text.
    """
    for key, value in data.items():
        if len(data) == 1 and isinstance(value, str) and key not in known and not meant_key(key, list(known), value):
            raise not_a_text(data)


DASHES_BELOW = say("take such lines out, and begin the dashes below in their column")
"""What is said of keys with a list each: `validate` knows whether those stand in brackets."""
_TIMES = (
    *("before", "during", "after", "afterwards", "start", "beginning", "opening", "middle", "end", "closing"),
    *("first", "then", "later", "last"),
)
"""Keys that sort questions by when they are asked."""
_NUMBERED = re.compile(r"(?:[a-z]+[ _-]?)?\d{1,2}", re.I)


def _refuse_titles(data: dict[str, Any], known: list[str], short: str) -> None:
    """Refuse keys that are all titles of items, as in `steps: {Begin: Say hello, End: Say goodbye}`."""
    short = "title" if "title" in known else short
    inner = [value for value in data.values() if isinstance(value, dict)]
    with_ids = "id" in known and len(inner) == len(data) and all("title" in value for value in inner)
    with_ids = with_ids and not data.keys() & {"stage", "actor"}  # those stand a level too deep
    named = (inner or len(data) > 1) and (with_ids or not any(short in value for value in inner))
    if named and short in known and not any(key in known or meant_key(key, known) for key in data):
        first = next(iter(data))
        if with_ids and all(is_id(key) for key in data):
            message = say("‘{key}’ is no field here, but seems to be an item", key=first)
            raise fail(message, say("begin each item with a dash: `- id: {key}`, and the rest below `id`", key=first))
        if all(_NUMBERED.fullmatch(key) and isinstance(value, str) for key, value in data.items()):
            message, item = say("‘{key}’ is no field here, but seems to be an item", key=first), data[first]
            raise fail(message, say("begin each item with a dash, without a number: `- {item}`", item=item))
        if "text" not in known and all(isinstance(value, list) for value in data.values()):
            message = say("‘{key}’ is no field here, and items of this list stand below it", key=first)
            raise fail(message, DASHES_BELOW)
        raise fail(
            say("‘{key}’ is no field here, but seems to be an item", key=first),
            say(
                "begin each item with a dash: `- {short}: {key}`, and what belongs to it below `{short}`",
                short=short,
                key=first[:1].upper() + first[1:] if short == "title" else first,
            ),
        )


class Passage(Item):
    """A text in Markdown that can be for some alone."""

    short: ClassVar[str] = "text"
    text: Markdown
    """The text, in Markdown."""
    audience: Audience = ()
    """The roles whose editions carry the text; left out means everyone."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, dict) and not data.keys() & cls.model_fields.keys():
            raise not_a_text(data)
        return data if isinstance(data, dict | Item) else {cls.short: data}


class Status(StrEnum):
    """How far a page is in its life."""

    DRAFT = "draft"
    CURRENT = "current"
    RETIRED = "retired"


class Question(Item):
    """A reflective question."""

    short: ClassVar[str] = "text"
    text: Plain
    """The question, as it is asked."""
    audience: Audience = ()
    """The roles whose editions carry the question; left out means everyone."""

    @classmethod
    def meant_by(cls, key: str, value: Any) -> str | None:
        """Show `mentor: What stayed?` as a question for mentors; a key with a capital letter begins a text."""
        text = value[0] if isinstance(value, list) and value else value
        if not is_id(key) or not isinstance(text, str) or not text.rstrip().endswith(("?", "？", "؟")):
            return None
        if _NUMBERED.fullmatch(key) or key in _TIMES:  # it counts the questions, or says when, and names nobody
            return in_quotes(text) if ": " in text else text
        return f"{{text: {in_quotes(text)}, audience: [{key}]}}"


def _resource_url(value: Any) -> Any:
    text = value.strip() if isinstance(value, str) else ""
    if is_file(text) and not has_scheme(text) and not whole(text):
        raise fail(say("‘{path}’ is a file, and not an address", path=text), say("write `file: {path}`", path=text))
    return value


_COPY = say("put a copy beside this YAML file, and write its path from here: files/slides.pdf")


def _resource_file(path: str) -> str:
    on_a_computer = re.match(r"[A-Za-z]:|file:|~", path)
    meant = path if re.match("(https?://|mailto:)", path, re.I) else whole(path) if ":" in path else None
    if meant and not on_a_computer:
        message = say("‘{path}’ is an address, and not a file", path=path)
        raise fail(message, say("write `url: {address}`", address=meant))
    return file_beside(path, _COPY)


def file_beside(path: str, copy: Text) -> str:
    """Give the path of a file beside a YAML file in its usual form; `copy` says where a file from elsewhere goes."""
    if re.match(r"[A-Za-z]:|file:|~", path):  # not shown: in double quotes, YAML makes \t and \r of its backslashes
        raise fail(say("this is the path of a file on one computer, where nobody else finds it"), copy)
    parts = path.replace("\\", "/").split("/")
    if ".." in parts and (named := "/".join(part for part in parts if part not in ("", ".", ".."))):
        raise fail(
            say("‘{path}’ is not a file beside this YAML file", path=path),
            say(
                "put a copy beside this YAML file, or move the file there, and write its path from here: {file}",
                file=named,
            ),
        )
    if path.startswith("/") or ".." in parts or ":" in path:
        raise fail(say("‘{path}’ is not a file beside this YAML file", path=path), copy)
    inside = "/".join(part for part in parts if part not in ("", "."))
    if not inside:
        raise fail(say("‘{path}’ is a folder, and not a file", path=path), say("write the name of a file in it"))
    return inside


class Resource(Model):
    """Something to read or download: an address, or a file beside the YAML."""

    title: Plain
    """What the reader sees."""
    url: Annotated[Address | None, BeforeValidator(_resource_url)] = None
    """A web or mail address."""
    file: Annotated[Plain, AfterValidator(_resource_file)] | None = None
    """A file's path from this YAML file; the file is copied into the handbook."""
    audience: Audience = ()
    """The roles whose editions carry the resource; left out means everyone."""

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, data: Any) -> Any:
        """Refuse a title and an address in one text, and say how they are written as two."""
        text = data
        if isinstance(data, dict) and len(data) == 1 and not data.keys() & cls.model_fields.keys():
            title, address = next(iter(data.items()))
            if isinstance(address, str) and is_file(address.strip()) and not has_scheme(address):
                shown = braces(title=title, file=address.strip())
                message = say("a resource has a title and a file as two keys")
                raise fail(message, say("write `{shown}`", shown=shown))
            text = f"{title}: {address}"
        if isinstance(text, str) and (found := titled(text)):
            shown = f'{{title: {in_quotes(found[0])}, url: "{found[1]}"}}'
            raise fail(say("a resource has a title and an address as two keys"), say("write `{shown}`", shown=shown))
        return data

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Resource:
        if (self.url is None) == (self.file is None):
            nowhere, two = say("this resource leads nowhere"), say("this resource leads to two places")
            said = nowhere if self.url is None else two
            raise fail(said, say("give it either `url: https://…` or `file: files/…`"))
        return self


@cache
def _languages() -> dict[str, str]:
    """Give the codes of languages by what they are called in English, and in themselves."""
    known = {str(code): str(name) for code, name in Locale("en").languages.items()}
    own = {str(Locale(code).get_language_name()): code for code in known if len(code) == 2 and exists(code)}
    return {name.casefold(): code for name, code in (own | {name: code for code, name in known.items()}).items()}


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        if code := _languages().get(tag.strip().casefold()):
            raise fail(say("‘{tag}’ is not the code of a language", tag=tag[:40]), say("write `{id}`", id=code))
        raise fail(
            say("‘{tag}’ is not the code of a language", tag=tag[:40]),
            say("write its short code, such as `ar`, `de` or `pt-BR`"),
        )
    return tag


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}")  # the form of BCP 47, without its rarest parts
Language = Annotated[Plain, AfterValidator(_language)]


_KEEPERS = only_for("coordinator")


class EntryModel(Model):
    """What journeys, activities and workshops have in common."""

    title: Plain
    """The name that readers see."""
    summary: Plain | None = None
    """One sentence: what this is. Search results and diagrams use it."""
    description: Markdown | None = None
    """Markdown, as long as needed."""
    resources: Many[Resource] = ()
    """Things to read or download."""
    language: Language | None = None
    """The language of this page, such as `ar` or `de`, where it differs from the handbook's."""
    aliases: Aliases = ()
    """Ids that it had before; links and addresses with them lead here."""
    status: Status = Status.CURRENT
    """draft: only `serve` shows it; current; retired: its page stays and is marked, but leaves the indexes."""
    owner: Annotated[Plain | None, _KEEPERS, Shown(say("Kept by"), "owner", {Place.PAGE: 91})] = None
    """Who keeps this page right."""
    reviewed_on: Annotated[Date | None, _KEEPERS, Shown(say("Reviewed"), "reviewed", {Place.PAGE: 90})] = None
    """When somebody last checked that this is right, as year-month-day."""
    review_by: Annotated[Date | None, _KEEPERS] = None
    """When it must be checked again, as year-month-day."""
    tags: Annotated[Many[Plain], Shown(say("Tags"), "link", {Place.CATALOGUE: 80}, name="tag")] = ()
    """Words to find this by."""

    @property
    def is_current(self) -> bool:
        """Whether indexes list it."""
        return self.status is Status.CURRENT

    def overdue(self, today: dt.date) -> bool:
        """Tell whether the date by which the page must be reviewed has passed."""
        return self.review_by is not None and self.review_by < today
