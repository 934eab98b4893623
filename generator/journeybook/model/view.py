"""The facts of a view: a shape that the stages of a journey can be drawn in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeybook.model.base import Model
from journeybook.problems import Text

if TYPE_CHECKING:
    from journeybook.model.journey import Journey


class Plainly(Model):
    """A view that has no settings."""


Lack = tuple[Text, Text]
"""Why a journey cannot be drawn so, and what to do."""


def always(journey: Journey) -> Lack | None:
    """Give None: nothing keeps a journey from a view that can draw every journey."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The facts of a view, whose name is what authors write under `views:`.

    `place` is its place in lists of views, `label` what readers call it, `about` a few words for editors. `settings`
    are its own, `lack` says why it cannot show a journey, None where it can. `named` is false for one that pages show
    and no author names. `use`, `draws`, `question` and `options` are Markdown for the guide: what it is for, what it
    draws, what it answers, and what its settings say. `excerpts`: it is true with some of the stages as well, and its
    shape asks the scene for their numbers and colours.

    `shape` is the module that draws it (see `journeybook.diagrams.shapes`), `style` the text of its stylesheet: both
    are empty for ours, whose files are named after the view. `package` is filled in for views of other packages.
    """

    place: int
    label: Text
    about: str
    use: str = ""
    draws: str = ""
    question: str = ""
    options: str = ""
    settings: type[Model] = Plainly
    lack: Callable[[Journey], Lack | None] = always
    named: bool = True
    excerpts: bool = False
    shape: str = ""
    style: str = ""
    package: str = ""


def has(journey: Journey, fields: Iterable[str]) -> bool:
    """Tell whether any stage says something in one of these fields."""
    return any(getattr(stage, field) for stage in journey.stages for field in fields)
