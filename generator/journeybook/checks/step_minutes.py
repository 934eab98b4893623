"""JB402: the minutes of an activity's steps against its duration."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.model.duration import Duration
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB402",
        means=(
            "The minutes of the steps are more than the longest duration, or less than the shortest where every "
            "step has minutes."
        ),
        remedy="Change the steps or the duration.",
        example=Example(
            wrong=(
                "title: A first talk\n"
                "duration: 30 min\n"
                "steps: [{title: Talk, minutes: 20}, {title: Rest, minutes: 20}]\n"
            ),
            right=(
                "title: A first talk\n"
                "duration: 40 min\n"
                "steps: [{title: Talk, minutes: 20}, {title: Rest, minutes: 20}]\n"
            ),
            file="toolkit/talk.yaml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report activities whose steps do not add up to the duration.

    Where every step says its minutes, their sum lies between the least and the most of the duration. Where some do not,
    those that do may not take more than the most. A duration of days has no minutes to compare.
    """
    for activity in book.activities:
        duration, steps = activity.model.duration, activity.model.steps
        minutes = [step.minutes for step in steps if step.minutes is not None]
        if duration is None or not minutes:
            continue
        total, all_said = sum(minutes), len(minutes) == len(steps)
        if duration.is_too_long(total) or (all_said and duration.is_too_short(total)):
            message = _message(total, duration)
            yield activity.problem("JB402", message, say("change the steps or the duration"), path=("duration",))


def _message(total: int, duration: Duration) -> Text:
    low, high = duration.min, duration.max
    if duration.written:
        return say("the steps take {total} minutes, but the duration is ‘{said}’", total=total, said=duration.written)
    if high is None:
        return say("the steps take {total} minutes, but the duration is {low} or more", total=total, low=low)
    if low == high:
        return say("the steps take {total} minutes, but the duration is {high}", total=total, high=high)
    return say("the steps take {total} minutes, but the duration is {low} to {high}", total=total, low=low, high=high)
