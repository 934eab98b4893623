"""How many examples property tests try: few in every run of the tests, many in `make fuzz`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("JB_FUZZ", "1"))


def examples(number: int) -> int:
    """That many in a run of the tests."""
    return number * TIMES
