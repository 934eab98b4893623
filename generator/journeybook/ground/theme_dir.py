"""Find the theme: inside the installed package, or beside `generator/` in the repository."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from journeybook.problems import JourneybookError, say

OURS = "journeybook"
"""The folder below which templates are ours alone, and those of `overrides/` are found where a handbook's hide them."""


class ThemeMissingError(JourneybookError):
    """Raised where the theme's folder is in none of the `places` where it should be."""

    def __init__(self, places: tuple[Path, ...]) -> None:
        self.places = places
        self.message = say(
            "the theme is missing: there is no folder {places}; install journeybook again",
            places=", ".join(map(str, places)),
        )
        super().__init__(str(self.message))


@cache
def theme_dir() -> Path:
    """Give the folder with `templates/`, `overrides/` and `assets/`; a ThemeMissingError where there is none.

    The wheel carries it in the package. An editable install does not (hatchling's `force-include` is not applied
    there), so the repository's own folder is the second choice.
    """
    package = Path(__file__).resolve().parents[1]
    places = (package / "theme", package.parents[1] / "theme")
    for place in places:
        if (place / "assets").is_dir():
            return place
    raise ThemeMissingError(places)
