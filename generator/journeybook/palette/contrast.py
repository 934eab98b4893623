"""Find the given colours that make something hard to read, and what to give in place of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.palette.colour import contrast, nearest
from journeybook.palette.given import Colours, Palette
from journeybook.palette.scheme import pairs, schemes
from journeybook.palette.stages import given_place
from journeybook.palette.tokens import Scheme, SchemeName
from journeybook.problems import Path


@dataclass(frozen=True)
class Misfit:
    """A given colour, where it stands, and a pair that it spoils: names of variables and their colours.

    `near` is the nearest colour that spoils nothing, None where no colour of that hue would do.
    """

    path: Path
    front: tuple[str, str]
    back: tuple[str, str]
    ratio: float
    need: float
    near: str | None


def misfits(palette: Palette) -> Iterator[Misfit]:
    """Give one misfit for every given colour that spoils a pair, with its first pair; the light scheme's come first."""
    yield from _misfits(palette, "light", palette)
    yield from _misfits(palette, "dark", palette.dark)


def _misfits(palette: Palette, name: SchemeName, given: Colours) -> Iterator[Misfit]:
    scheme = schemes(palette)[name]
    remedies: dict[Path, str | None] = {}
    told: set[Path] = set()
    for front, back, need in _failing(scheme):
        owners = _owners(given, front, back) or _owners(given, "ink")  # an ink on the wrong side spoils what follows
        for owner in owners:
            if owner not in remedies:
                remedies[owner] = _remedy(palette, name, given, owner)
        owner = next((owner for owner in owners if remedies[owner]), owners[0])
        if owner in told:
            continue
        told.add(owner)
        near = remedies[owner] or _apart(scheme, given, owner, [(front, back, need)])
        path: Path = owner if name == "light" else ("dark", *owner)
        ratio = contrast(scheme[front], scheme[back])
        yield Misfit(path, (front, scheme[front]), (back, scheme[back]), ratio, need, near)


def _failing(scheme: Scheme) -> list[tuple[str, str, float]]:
    return [pair for pair in pairs() if contrast(scheme[pair[0]], scheme[pair[1]]) < pair[2]]


def _owners(given: Colours, *names: str) -> list[Path]:
    """Find where the given ones of these colours stand, front first; a surface and a tint are their paper's."""
    found: list[Path] = []
    for name in names:
        if name.startswith("stage-") and name[6:].isdigit():
            count = len(given.stages)
            found += [("stages", given_place(int(name[6:]), count))] if count else []
        elif name in ("ink", "accent"):
            found += [(name,)] if getattr(given, name) else []
        elif name in ("paper", "raised", "sunken") or name.endswith("-tint"):
            found += [("paper",)] if given.paper else []
    return found


def _remedy(palette: Palette, name: SchemeName, given: Colours, owner: Path) -> str | None:
    """Find the nearest colour with which all pairs of a given colour are right, None where there is none."""
    if owner in (("paper",), ("ink",)):  # other colours follow from these
        colour = str(getattr(given, str(owner[0])))
        return nearest(colour, lambda found: not _spoils(palette, name, given, owner, found))
    its = [pair for pair in pairs() if owner in _owners(given, *pair[:2])]
    return _apart(schemes(palette)[name], given, owner, its)


def _apart(scheme: Scheme, given: Colours, owner: Path, its: Iterable[tuple[str, str, float]]) -> str | None:
    """Find the nearest colour that is far enough from all that it forms these pairs with."""
    colour = given.stages[int(owner[1])] if len(owner) > 1 else str(getattr(given, str(owner[0])))
    met = [(scheme[back if owner in _owners(given, front) else front], need) for front, back, need in its]
    return nearest(colour, lambda found: all(contrast(found, other) >= need for other, need in met))


def _spoils(palette: Palette, name: SchemeName, given: Colours, owner: Path, colour: str) -> bool:
    """Tell whether another paper or ink, and all that follows from it, leaves one of its pairs hard to read."""
    changed = given.model_copy(update={str(owner[0]): colour})
    fixed = changed.named()
    if any(a in fixed and b in fixed and contrast(fixed[a], fixed[b]) < need for a, b, need in pairs()):
        return True  # without the work of making it
    whole = changed if name == "light" else palette.model_copy(update={"dark": changed})
    assert isinstance(whole, Palette)
    return any(owner in _owners(changed, front, back) for front, back, _ in _failing(schemes(whole)[name]))
