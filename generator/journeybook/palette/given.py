"""The colours that `palette:` can give, in mkdocs.yml below `journeybook`."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from journeybook.model.base import Model
from journeybook.model.types import Many, fail, scalar
from journeybook.model.validate import validate
from journeybook.palette.colour import from_css, from_hex
from journeybook.palette.stages import STAGES, given_place
from journeybook.problems import Problem, say
from journeybook.source import Document

"""The theme has eight colours for stages; further stages begin again with the first."""


def _colour(value: Any) -> str:
    if value is None:
        raise fail(
            say("there is no colour here; without quotes, a # begins a note"),
            say('write it in quotes, such as "#0b5cab"'),
        )
    text = scalar(value).strip()
    if found := from_hex(text):
        return found
    is_cut = text.startswith("#") and len(text) != len("#rrggbbaa")  # CSS reads four digits as short for eight
    is_number = not isinstance(value, str)  # YAML reads 001122 as an octal one
    meant = None if is_cut or is_number else from_hex(f"#{text}") or from_css(text)
    hint = say('write "{meant}"', meant=meant) if meant else say('write # and six hex digits, such as "#0b5cab"')
    raise fail(say("‘{text}’ is not a colour as it is written here", text=text), hint)


def _each(value: Any) -> Any:
    """Refuse several colours in one text, and show their list."""
    parts = re.split(r"[\s,;]+", value.strip(" ,;[]")) if isinstance(value, str) else []
    if len(parts) > 1 and all(from_hex(part) or from_css(part) for part in parts):
        shown = ", ".join(f'"{part}"' for part in parts)
        raise fail(say("these are several colours in one text"), say("write `[{words}]`", words=shown))
    return value


def _at_most(colours: tuple[str, ...]) -> tuple[str, ...]:
    if len(colours) > STAGES:
        raise fail(
            say("{count} colours for stages are too many", count=len(colours)),
            say("write at most {most}; further stages begin again with the first", most=STAGES),
        )
    return colours


Colour = Annotated[str, BeforeValidator(_colour)]


class Colours(Model):
    """The colours of one scheme; what is left out follows from the others."""

    accent: Annotated[str | None, BeforeValidator(_colour)] = None
    """Links that are pointed at, marks, the edge of what is in focus."""
    stages: Annotated[Many[Colour], BeforeValidator(_each), AfterValidator(_at_most)] = ()
    """Up to eight fills of stages, in order; of fewer, all but the first go round."""
    ink: Annotated[str | None, BeforeValidator(_colour)] = None
    """Text."""
    paper: Annotated[str | None, BeforeValidator(_colour)] = None
    """What the page is written on."""

    def named(self) -> dict[str, str]:
        """Give the given colours by the names of the theme's variables, every stage included."""
        found = {name: colour for name in ("accent", "ink", "paper") if (colour := getattr(self, name))}
        numbers = range(1, STAGES + 1) if self.stages else ()
        return found | {f"stage-{n}": self.stages[given_place(n, len(self.stages))] for n in numbers}


class Palette(Colours):
    """The colours of the light scheme, and those of the dark one where they are not to follow from these."""

    dark: Annotated[Colours, BeforeValidator(lambda value: {} if value is None else value)] = Colours()
    """The same for the dark scheme."""


class _Options(Model):
    palette: Palette


def read_palette(document: Document) -> tuple[Palette | None, list[Problem]]:
    """Read the palette of a document that has the key `palette`; None, and the problems, where it does not fit."""
    options, problems = validate(document, _Options)
    return options.palette if options else None, problems
