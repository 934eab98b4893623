"""Guess which file somebody meant whose path is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import PurePosixPath

_NEAR = 0.75


def meant_file(path: str, known: Iterable[str]) -> str | None:
    """Give the path of the file that was meant: written for another system, in other letters, with another ending."""
    known = list(known)
    typed = path.replace("\\", "/").strip("“”„‘’\"'<>() ").partition(" =")[0]
    folded = {other.casefold(): other for other in known}
    for guess in (typed, f"{PurePosixPath(typed).with_suffix('')}.md" if typed.endswith(".html") else typed):
        if found := folded.get(guess.casefold()):
            return found
    ending = PurePosixPath(typed).suffix
    if found := meant_path(typed, (other for other in known if PurePosixPath(other).suffix == ending)):
        return found
    stem = str(PurePosixPath(typed).with_suffix("")).casefold()
    return next((other for other in known if str(PurePosixPath(other).with_suffix("")).casefold() == stem), None)


def meant_path(path: str, known: Iterable[str]) -> str | None:
    """Give the path of the file with the same name, where there is one, or with a name that is nearly the same.

    Names are held against each other without folder and ending, which two paths may share that have nothing in common.
    """
    known = list(known)
    same = [other for other in known if _name(other) == _name(path)]
    if len(same) == 1:
        return same[0]
    near = [other for other in same or known if _alike(_name(path), _name(other)) >= _NEAR]
    return max(near, key=lambda other: (_alike(path, other), other), default=None)


def _name(path: str) -> str:
    """Give the name of a file without its ending; what opens a folder goes by the name of that."""
    file = PurePosixPath(path)
    return file.parent.name if file.stem in ("index", "README") else file.stem


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
