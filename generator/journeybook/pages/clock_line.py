"""The line of an activity's clock: which of its times have room to be written.

Every step is as long as it takes, and its time stands where it begins. The first is always there, and the
last where it is not beside that; those between them are where they do not run into another one.
"""

from __future__ import annotations

from collections.abc import Sequence

DESK, PHONE = 16, 7
"""The most parts of the line that can have a time: 44 px of 700, and 40 px of a phone's 280."""


def rooms(starts: Sequence[int], total: int) -> list[str]:
    """Say of each time, in minutes from the start, where it has room: `phone` (everywhere), `desk`, or nowhere."""
    desk = _kept(starts, total / DESK)
    phone = _kept(sorted(desk), total / PHONE)
    return ["phone" if start in phone else "desk" if start in desk else "" for start in starts]


def _kept(starts: Sequence[int], apart: float) -> set[int]:
    kept = list(starts[:1])
    for start in starts[1:]:
        if start - kept[-1] >= apart and (start == starts[-1] or starts[-1] - start >= apart):
            kept.append(start)
    return set(kept)
