"""The overview: the path in brief, which a handbook's first page shows."""

from __future__ import annotations

from journeybook.model.view import View
from journeybook.problems import say

VIEW = View(
    place=7,
    label=say("Overview"),
    about="The path in brief, with a curve of how it feels.",
    named=False,
    excerpts=True,
)
