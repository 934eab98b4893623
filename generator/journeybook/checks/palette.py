"""JB207: a colour of the handbook's own that makes a text or a shape hard to see."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from journeybook.handbook import Handbook
from journeybook.palette.colour import WHITE
from journeybook.palette.contrast import Misfit, misfits
from journeybook.palette.scheme import TEXT
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB207",
        means=(
            "A colour of [your own](publishing.md#your-own-colours) makes text hard to read, or a shape hard to "
            "see: the answer names the two colours and their contrast."
        ),
        remedy="Take the colour that is offered, or another one as light or as dark.",
        example=Example(
            wrong=(
                "site_name: Mentoring\n"
                "theme: material\n"
                "plugins:\n"
                "  - journeybook:\n"
                "      palette:\n"
                '        stages: ["#e8590c", "#ffd24d"]\n'
            ),
            right=(
                "site_name: Mentoring\n"
                "theme: material\n"
                "plugins:\n"
                "  - journeybook:\n"
                "      palette:\n"
                '        stages: ["#1a5fb4", "#813d9c"]\n'
            ),
            file="mkdocs.yml",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report given colours that are too near to what they stand on, or to what stands on them."""
    document = book.settings.palette
    if book.palette is None or document is None:
        return
    for misfit in misfits(book.palette):
        hint = say("take one that differs more in lightness")
        if misfit.near:
            hint = say('write "{near}", the nearest of this hue that can be read', near=misfit.near)
        yield document.problem("JB207", _message(misfit), hint, path=("palette", *misfit.path))


def _message(misfit: Misfit) -> Text:
    front, back = (f"{_option(name)} ({colour})" for name, colour in (misfit.front, misfit.back))
    ratio = f"{floor(misfit.ratio * 10) / 10:.1f}"  # 4.49 is not 4.5
    need = f"{misfit.need:g}"
    if misfit.front[0] == "on-stage" and misfit.front[1] == WHITE:
        return say(
            "white text on {back} has a contrast of {ratio}:1, and needs {need}:1", back=back, ratio=ratio, need=need
        )
    if misfit.front[0] == "on-stage":
        return say(
            "black text on {back} has a contrast of {ratio}:1, and needs {need}:1", back=back, ratio=ratio, need=need
        )
    if misfit.need < TEXT:
        return say(
            "{front} on {back} has a contrast of {ratio}:1, and a shape needs {need}:1",
            front=front,
            back=back,
            ratio=ratio,
            need=need,
        )
    return say(
        "text in {front} on {back} has a contrast of {ratio}:1, and needs {need}:1",
        front=front,
        back=back,
        ratio=ratio,
        need=need,
    )


def _option(name: str) -> str:
    """Give the name in mkdocs.yml of a variable, where it is a given one."""
    return "stages" if name.startswith("stage-") and name[6:].isdigit() else name
