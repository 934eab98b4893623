"""What other people's packages add: they name it in the metadata that they are installed with (entry points)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from journeybook.problems import JourneybookError, Text, say


class ExtensionError(JourneybookError):
    """Raised where something that an installed package adds does not work; `message` names the package."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(str(message))


@dataclass(frozen=True)
class Extension:
    """One thing that a package adds: its name, the package's name, and the thing itself."""

    name: str
    package: str
    value: Any

    def wrong(self, reason: str) -> ExtensionError:
        """Make the error for a thing that is not what its group asks for."""
        return ExtensionError(
            say("‘{name}’ of the package {package} {reason}", name=self.name, package=self.package, reason=reason)
        )


def extensions(group: str) -> Iterator[Extension]:
    """Load what installed packages add to a group such as `journeybook.checks`, in the order of their names.

    An ExtensionError where a package's code cannot be imported. It is foreign code, which may raise whatever it likes.
    """
    for point in sorted(_points(tuple(sys.path)).select(group=group), key=lambda found: (found.name, found.value)):
        package = point.dist.name if point.dist else "?"
        try:
            yield Extension(point.name, package, point.load())
        except (Exception, SystemExit) as error:
            raise _unusable(point, package, error) from error


@cache
def _points(path: tuple[str, ...]) -> Any:
    """Find what all packages of a path add to anything; Python 3.11 has another class for it, and both can select."""
    return entry_points()


def _unusable(point: EntryPoint, package: str, error: BaseException) -> ExtensionError:
    return ExtensionError(
        say(
            "‘{name}’ of the package {package} cannot be used: {reason}. Install it again, or take it away: "
            "`pip uninstall {package}`",
            name=point.name,
            package=package,
            reason=f"{type(error).__name__}: {error}",
        )
    )
