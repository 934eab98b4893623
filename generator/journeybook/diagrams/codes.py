"""The problems of drawings."""

from __future__ import annotations

from journeybook.problems import Code, Example

CODES = (
    Code(
        "JB501",
        means=("The program that draws has failed, or taken too long. The answer names the journey and the view."),
        remedy=(
            "Use fewer stages or shorter labels, or give it more time: [option](publishing.md#options) "
            "`timeout`. If it fails for all journeys, install it again."
        ),
        example=Example(
            wrong="The option `timeout` is 1, and a map of twenty stages takes two seconds.",
            right="The option `timeout` is left out, so that each drawing has 20 seconds.",
        ),
    ),
)
