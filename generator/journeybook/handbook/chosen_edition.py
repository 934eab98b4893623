"""Choose the edition that a command makes. It fails closed: where nobody says which, or it is none, nothing is made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from journeybook.model.editions import Edition
from journeybook.problems import JourneybookError
from journeybook.problems.nearest import nearest

VARIABLE = "JOURNEYBOOK_EDITION"
"""The variable of the environment that names an edition, for MkDocs's commands too."""


class NoEditionError(JourneybookError):
    """Raised where no edition is chosen, or one that there is not; the message says what to write."""


def choose(
    editions: Sequence[Edition], *, asked: str | None = None, environment: Mapping[str, str], usual: str | None = None
) -> Edition | None:
    """Give the edition that is asked for, else that of the environment, else the usual one; None of a handbook without.

    `asked` is the option of a command, `usual` the option `edition` of mkdocs.yml. A NoEditionError where none of them
    names one, where the name is unknown, and where the variable is set and empty, as services set one that they lack.
    """
    set_to = environment.get(VARIABLE)
    if not editions:
        if asked or set_to:
            raise NoEditionError(f"this handbook has no editions, and so none called ‘{asked or set_to}’")
        return None
    refuse_set_and_empty(editions, environment)
    name = next((name for name in (asked, set_to, usual) if name is not None), None)
    if name is None:
        raise NoEditionError(f"which edition? Write --edition, or set {VARIABLE}, to one of {_names(editions)}")
    return _named(editions, name.strip())


def refuse_set_and_empty(editions: Sequence[Edition], environment: Mapping[str, str]) -> None:
    """Raise a NoEditionError where the variable is there without a name, as services set one that they lack."""
    if not environment.get(VARIABLE, "some").strip():
        raise NoEditionError(f"{VARIABLE} is set, and empty. Unset it, or name an edition: {_names(editions)}")


def refuse_name_of_another(file: str, editions: Sequence[Edition], edition: Edition, *, is_part: bool) -> None:
    """Raise a NoEditionError where a file, by its name without its ending, is called as another edition than it has.

    One with a part of a handbook has to be called so and nothing else: `mentor-training` is a workshop's name.
    """
    name = file.casefold()
    words = [name] if is_part else [name, *re.split(r"[\W_]+", name)]
    called = [one.name for one in editions if {one.name.casefold(), f"{one.name.casefold()}s"}.intersection(words)]
    if called and edition.name not in called:
        raise NoEditionError(
            f"‘{file}’ is called as the edition ‘{called[0]}’, and would have the edition ‘{edition.name}’. "
            f"Write --edition {called[0]}, or --edition {edition.name} where that is meant"
        )


_EVERY = ("all", "every", "everyone", "*")


def _named(editions: Sequence[Edition], name: str) -> Edition:
    known = {edition.name: edition for edition in editions}
    if name in known:
        return known[name]
    if name.casefold() in _EVERY:
        raise NoEditionError(f"there is no edition ‘{name}’: write --all-editions to build them all")
    titled = (one.name for one in editions if one.title.casefold() == " ".join(name.split()).casefold())
    near = next(titled, None) or nearest(name, known)
    meant = f"; did you mean ‘{near}’?" if near else f": it is one of {_names(editions)}"
    raise NoEditionError(f"there is no edition ‘{name}’{meant}")


def _names(editions: Sequence[Edition]) -> str:
    return ", ".join(edition.name for edition in editions)
