"""Find the parts of a handbook that are wanted for by links, as authors write them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from journeybook.export.form import ExportForm
from journeybook.handbook import Handbook
from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.markdown.fields import FIELD_SETTINGS
from journeybook.markdown.references import find
from journeybook.problems import JourneybookError, Text, say


class PartError(JourneybookError):
    """Raised where a link leads to no part of the handbook; the message says what to write."""


def parts_of(book: Handbook, links: Iterable[str]) -> tuple[Target, ...]:
    """Give what links such as `activity:vision-map` lead to, each once; a PartError where one leads nowhere."""
    return tuple(dict.fromkeys(_part(book, link) for link in links))


def refuse_whole(form: ExportForm, ending: str, links: Collection[str], read: Callable[[], Handbook]) -> None:
    """Raise a PartError where no part is named of what cannot be a whole handbook, with one that `read` gives."""
    if not links and not form.of_whole:
        message = say("a {ending} file has parts of a handbook, so name them", ending=ending)
        example = next(_examples(read(), form.example), form.example)
        raise PartError(_said(message, say("write {option}, once for each", option=f"`--only {example}`")))


def _examples(book: Handbook, example: str) -> Iterator[str]:
    """Give links to parts of a handbook like an example, which may name one that it has not."""
    if example.startswith("handout:"):
        for activity in book.activities_in_order:
            yield from (f"handout:{activity.id}/{handout.id}" for handout in activity.model.handouts)
    yield from (f"workshop:{workshop.id}" for workshop in book.workshops_in_order)


def _part(book: Handbook, link: str) -> Target:
    found = find(f"[]({link.strip()})", FIELD_SETTINGS)
    if len(found) != 1 or found[0].embed:
        raise PartError(_said(say("‘{link}’ is no link", link=link), say("write one such as activity:vision-map")))
    target = resolve(book, found[0])
    if isinstance(target, Wrong):
        raise PartError(_said(say("{link}: {message}", link=link, message=str(target.message)), target.hint))
    return target


def _said(message: Text, hint: Text | None) -> str:
    return f"{message}; {hint}" if hint else str(message)
