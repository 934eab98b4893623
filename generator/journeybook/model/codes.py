"""The problems of data that does not fit its fields."""

from __future__ import annotations

from journeybook.problems import Code, Example

CODES = (
    Code(
        "JB201",
        means="Something is missing, such as a title, or a list is empty.",
        remedy="Write it.",
        example=Example(
            wrong="stages: [Before, After]\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB202",
        means="There is no field of that name here.",
        remedy=(
            "Take the name that is offered, or one of those that are listed. `id` is not written into a file; "
            "the file’s name is the id."
        ),
        example=Example(
            wrong="title: A first visit\nstage: [Before, After]\nstages: [Before, After]\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB203",
        means=(
            "A value is not what the field needs: not a duration, a date, an id, a whole address; a list in "
            "place of a text; a text that is too long."
        ),
        remedy="Write it in the form that the answer shows.",
        example=Example(
            wrong="title: A first talk\nduration: an hour or so\n",
            right="title: A first talk\nduration: 1 h\n",
            file="toolkit/talk.yaml",
        ),
    ),
    Code(
        "JB204",
        means="A word is none of those that the field knows, such as `energy: lively`.",
        remedy="Take one of those that are listed.",
        example=Example(
            wrong="title: A first talk\nenergy: lively\n",
            right="title: A first talk\nenergy: high\n",
            file="toolkit/talk.yaml",
        ),
    ),
    Code(
        "JB205",
        means="A number is too small or too large.",
        remedy="Write one in the range that is given.",
        example=Example(
            wrong="title: A first visit\nstages:\n  - title: Before\n    effort: 9\n  - After\n",
            right="title: A first visit\nstages:\n  - title: Before\n    effort: 5\n  - After\n",
            file="journeys/visit.yaml",
        ),
    ),
)
