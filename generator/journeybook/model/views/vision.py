"""The vision map: a road to what is wished for."""

from __future__ import annotations

from journeybook.model.view import View
from journeybook.problems import say

VIEW = View(
    place=4,
    label=say("Vision map"),
    about="A road from what is achieved to the vision.",
    use="A road from what has been achieved to what is wished for.",
    draws="`horizon`, `date`, `title` and `summary`; past, today and future; the years, where dates have them in order",
    question=(
        "*Where am I today, and where do I want to be?* Give the stages a `horizon:`, and a `date:` if you like."
    ),
    excerpts=True,
)
