"""Sort titles as people do: numbers in them count by their value, and capitals do not count."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(\d{1,18})")  # as many digits as `int` reads at once in every version of Python


def title_order(title: str) -> tuple[str | int, ...]:
    """Give the key by which a title is sorted: ‘Evening 2’ comes before ‘Evening 10’."""
    parts = _NUMBER.split(title.casefold())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
