"""JB405: a review date that has passed, or a review that is yet to come, or that cannot have been."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.model.base import Status
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB405",
        means=(
            "The day in `review_by` has passed, or is more than twenty years away; or that in `reviewed_on` is yet to "
            "come, or before 1990."
        ),
        remedy="Read the page again, then change `reviewed_on` and `review_by`.",
        example=Example(
            wrong="title: A first talk\nreview_by: 2024-01-31\n",
            right="title: A first talk\nreviewed_on: 2026-10-01\nreview_by: 2027-10-01\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

FIRST_YEAR = 1990
"""Before it, a year is a typing error, such as 0206 or 1026."""
MOST_YEARS = 20
"""More of them are a typing error, too, such as 2072 for 2027."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report pages that somebody should look at again, and reviews of a day to come."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            read = entry.model.reviewed_on
            if read and read > book.settings.today:
                message = say("{date} is yet to come, so that nobody has reviewed this then", date=read.isoformat())
                yield entry.problem("JB405", message, say("write the day on which it was read"), path=("reviewed_on",))
            if read and read.year < FIRST_YEAR:
                message = say("{date} is long ago, so that nobody can have reviewed this then", date=read.isoformat())
                yield entry.problem("JB405", message, say("write the day on which it was read"), path=("reviewed_on",))
            due = entry.model.review_by
            if due and due.year - book.settings.today.year > MOST_YEARS:
                message = say("{date} is far away, so that nobody will review this", date=due.isoformat())
                yield entry.problem("JB405", message, say("look at the year"), path=("review_by",))
            if due and entry.model.overdue(book.settings.today) and entry.model.status is not Status.RETIRED:
                message = say("this was to be reviewed by {date}", date=due.isoformat())
                hint = say("read it again, then change `reviewed_on` and `review_by`")
                yield entry.problem("JB405", message, hint, path=("review_by",))
