"""What the template of cards shows, on a page and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeybook.cards.deck import Deck
from journeybook.cards.sheet import Duplex, crop_marks, sheets
from journeybook.language.words import Words
from journeybook.pages.site import Site
from journeybook.palette import variables
from journeybook.palette.tokens import own


def values(site: Site, deck: Deck, duplex: Duplex = "long-edge") -> dict[str, Any]:
    """Give the values of `cards.html.j2`, less `web` and `advice`."""
    colours = dict(_colours(site))
    return {
        "deck": deck,
        "sides": list(sheets(deck.cards, deck.grid, duplex)),
        "crop": crop_marks(deck.grid),
        "colours": ";".join(f"--jc-{name}:{colour}" for name, colour in colours.items()),
        "on": colours["on"],
    }


def advice(words: Words, duplex: Duplex) -> str:
    """Say how a sheet is to be printed."""
    match duplex:
        case "long-edge":
            return words("Print at 100 %, on both sides, turned on the long edge")
        case "short-edge":
            return words("Print at 100 %, on both sides, turned on the short edge")
        case _:
            return words("Print at 100 %, on one side")


def _colours(site: Site) -> Iterator[tuple[str, str]]:
    """Give the light colours of the handbook: cards are paper, whatever the scheme of the page."""
    found = dict(own("light"))
    if site.book.palette:
        found |= {key.removeprefix("--jb-"): value for key, value in variables(site.book.palette)["light"].items()}
    yield from (("ink", found["ink"]), ("muted", found["muted"]), ("on", found["on-stage"]), ("line", found["line"]))
    yield from (("line-strong", found["line-strong"]), ("0", found["accent"]))
    yield from ((str(number), found[f"stage-{number}"]) for number in range(1, 9))
