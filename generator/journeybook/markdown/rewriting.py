"""Put something else in the place of references, and leave every other character as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from unicodedata import category
from urllib.parse import quote

# What RFC 3986 lets stand in an address, less brackets and quotes, which would end a destination.
_SAFE = "-._~:/?#@!$&*+,;=%"
_ENTITY = re.compile(r"&(?=#?\w+;)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Another destination, and another text where `text` is given (Markdown, put in as it is); the rest stays."""

    destination: str
    text: str | None = None


class LinkSource(Protocol):
    """Where a link and its parts stand in a text."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        ...

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        ...

    @property
    def destination(self) -> tuple[int, int]:
        """Where its destination begins and ends, without `<>`."""
        ...

    @property
    def text_at(self) -> tuple[int, int]:
        """Where its text begins and ends."""
        ...

    @property
    def form(self) -> str:
        """How it is written: `inline`, `definition`, `html` or `autolink`."""
        ...


P = TypeVar("P", bound=LinkSource)
Change = tuple[int, int, str]


def rewrite(text: str, references: Iterable[P], replacement: Callable[[P], str | Edit | None]) -> str:
    """Replace each reference in a text: a str takes the place of the whole construct, None leaves it.

    An image inside a link is edited too, unless a str takes the link's place or an Edit gives it another text.
    """
    changes: list[Change] = []
    for reference in references:
        new = replacement(reference)
        if isinstance(new, str):
            changes.append((reference.start, reference.end, new))
        elif new is not None:
            changes += _changes(reference, new)
    return _apply(text, changes)


def _changes(place: LinkSource, edit: Edit) -> list[Change]:
    changes = [(*place.destination, _fit(edit.destination, place.form))]
    if edit.text is not None and place.form != "definition":  # a definition's text is the name that its uses say
        changes.append((*place.text_at, edit.text))
    return changes


def _apply(text: str, changes: list[Change]) -> str:
    pieces = []
    done = 0
    for start, end, new in sorted(changes, key=lambda change: (change[0], -change[1])):
        if start >= done:
            pieces += [text[done:start], new]
            done = end
    return "".join(pieces) + text[done:]


def _fit(destination: str, form: str) -> str:
    """Escape a destination so that no character ends the construct or becomes markup; letters of any script stay."""
    fitted = "".join(c if _stays(c) else quote(c) for c in destination)
    return fitted.replace("&", "&amp;") if form == "html" else _ENTITY.sub("&amp;", fitted)


def _stays(character: str) -> bool:
    """Tell whether a character may stand in an address: also the signs that many scripts set above a letter."""
    return character.isalnum() or character in _SAFE or category(character)[0] == "M"
