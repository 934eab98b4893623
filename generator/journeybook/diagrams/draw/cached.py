"""Take finished drawings from the cache: each with all that was asked of the handbook while it was made.

A drawing shows its journey, and the titles and addresses of what that leads to. Nobody lists those beforehand: they are
written down when a shape asks for them, and a cached drawing is taken where the answers are the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter

from journeybook.diagrams.draw.request import Request
from journeybook.diagrams.parts.links import AsIs
from journeybook.store.cache import Cache, digest
from journeybook.store.program import program

T = TypeVar("T")
Kind = Literal["stage", "activity", "journey", "words", "told", "as_is"]
Asked = list[tuple[Kind, str, Any]]
_ASKED: TypeAdapter[Asked] = TypeAdapter(Asked)


@dataclass
class _Witness:
    """The links and words of a request, which record what a shape asks of them and what they answer."""

    request: Request
    asked: dict[tuple[str, str], Any] = field(default_factory=dict)

    def stage(self, key: str) -> str:
        return str(self._ask("stage", key))

    def activity(self, id: str) -> tuple[str, str] | None:
        answer: tuple[str, str] | None = self._ask("activity", id)
        return answer

    def journey(self, id: str) -> tuple[str, str] | None:
        answer: tuple[str, str] | None = self._ask("journey", id)
        return answer

    def as_is(self, key: str) -> str:
        return str(self._ask("as_is", key))

    def words(self, text: str) -> str:
        return str(self._ask("words", text))

    def told(self, text: str) -> str:
        return str(self._ask("told", text))

    def _ask(self, kind: str, text: str) -> Any:
        answer = self.asked[kind, text] = _answer(self.request, kind, text)
        return answer


def cached(
    request: Request,
    cache: Cache | None,
    about: str,
    form: TypeAdapter[T],
    make: Callable[[Request], T],
) -> T:
    """Give what is made of a request, from the cache where it is there; `about` names it and all else it depends on."""
    if cache is None:
        return make(request)
    key = _key(request, about)
    found = cache.take(key, lambda text: _found(text, form))
    if found and all(_still(request, *question) for question in found[0]):
        return found[1]
    witness = _Witness(request)
    told = witness.told if request.told else None
    as_is = AsIs(request.as_is.journey, witness.as_is) if request.as_is else None
    made = make(replace(request, links=witness, words=witness.words, told=told, as_is=as_is))
    asked = json.dumps([(*question, answer) for question, answer in witness.asked.items()])
    cache.put(key, f"{asked}\n{form.dump_json(made).decode()}")
    return made


def _found(text: str, form: TypeAdapter[T]) -> tuple[Asked, T]:
    """Read a cached drawing, and what was asked for it."""
    asked, _, value = text.partition("\n")
    return _ASKED.validate_json(asked), form.validate_json(value)


def _still(request: Request, kind: str, text: str, answer: Any) -> bool:
    """Tell whether the handbook gives the same answer; one that cannot answer gives another."""
    with suppress(LookupError):
        return bool(_answer(request, kind, text) == _read(answer))
    return False


def _key(request: Request, about: str) -> str:
    here = request.links.stage(request.journey.stages[0].key)  # the same journey is drawn for several pages
    numbers = tuple(stage.number for stage in request.journey.stages)  # which its fields do not have
    kind = (request.view, request.name, numbers)
    frame = (*kind, request.language, request.direction, request.desk_width, here)
    beside = request.as_is.journey.model_dump_json() if request.as_is else ""
    return digest("drawing", program(), about, repr(frame), request.journey.model_dump_json(), beside)


def _answer(request: Request, kind: str, text: str) -> Any:
    if kind == "as_is":
        return request.as_is.stage(text) if request.as_is else ""
    if kind == "told":
        return (request.told or request.words)(text)
    return request.words(text) if kind == "words" else getattr(request.links, kind)(text)


def _read(answer: Any) -> Any:
    return tuple(answer) if isinstance(answer, list) else answer
