"""Mount a drawing where it can be read, and say what would fit where it cannot: small text is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from journeybook.diagrams.draw.excerpt import ChoiceError, lanes_of, of_lanes, of_stages
from journeybook.diagrams.draw.request import Request
from journeybook.diagrams.files.imprint import Imprint
from journeybook.diagrams.files.mount import Mount, Mounted, mounted
from journeybook.diagrams.files.sizes import PAPERS, SIZES, SheetSize
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.shapes import load
from journeybook.model.views import VIEWS
from journeybook.model.views.map import Lane, MapView
from journeybook.problems import Text, say

Fits = Callable[[Request], bool]


def on_sheet(request: Request, scene: Scene, imprint: Imprint, mount: Mount, size: SheetSize) -> Mounted:
    """Put a drawing on a sheet; a ChoiceError says what fits where its text would be too small."""

    def place(request: Request, size: SheetSize = size) -> Mounted:
        part = request.scene(scene.layout)
        return mounted(part, load(request.view), imprint, mount, size)

    found = place(request)
    if found.readable:
        return found
    message = say(
        "this does not fit on the sheet ‘{size}’ with text of {least} points", size=size.name, least=f"{size.least:g}"
    )
    part = _parts_that_fit(request, lambda part: place(part).readable)
    larger = _larger(mount, size, lambda other: place(request, other).readable) if size.turns or not part else None
    hints = [hint for hint in (part, larger) if hint]
    raise ChoiceError(message, *(hints or [say("choose another view, or shorten its texts")]))


def _parts_that_fit(request: Request, fits: Fits) -> Text | None:
    """Say which stages fit, or which lanes of a map; None where no part does."""
    stages, lanes = _stages_that_fit(request, fits), _lanes_that_fit(request, fits)
    if stages and lanes:
        return say(
            "so many stages fit: {count}. Write --stages {stages}, or fewer lanes: --lanes {lanes}",
            count=len(stages),
            stages=ranges(stages),
            lanes=",".join(lanes),
        )
    if stages:
        return say("so many stages fit: {count}. Write --stages {stages}", count=len(stages), stages=ranges(stages))
    if lanes:
        return say("so many lanes fit: {count}. Write --lanes {lanes}", count=len(lanes), lanes=",".join(lanes))
    return _both_that_fit(request, fits)


def _both_that_fit(request: Request, fits: Fits) -> Text | None:
    wanted = _wanted(request)
    if len(wanted) < 2:
        return None
    lean = of_lanes(request, wanted[:1])
    stages = _stages_that_fit(lean, fits)
    if not stages:
        return None
    return say(
        "so many stages fit with one lane: {count}. Write --stages {stages} --lanes {lane}",
        count=len(stages),
        stages=ranges(stages),
        lane=wanted[0],
    )


def _stages_that_fit(request: Request, fits: Fits) -> list[int]:
    """Give the first stages that fit together, by their numbers; empty where not even the first one does."""
    numbers = [stage.number for stage in request.journey.stages]
    if not VIEWS[request.view].excerpts:
        return []
    return numbers[: _most(len(numbers) - 1, lambda count: fits(of_stages(request, numbers[:count])))]


def _wanted(request: Request) -> list[Lane]:
    """Give the lanes that are drawn of a map; none of any other view."""
    if request.view != "map":
        return []
    named = request.scene(str).settings("map", MapView).lanes or Lane
    present = lanes_of(request)
    return [lane for lane in dict.fromkeys(named) if lane in present]


def _lanes_that_fit(request: Request, fits: Fits) -> list[Lane]:
    wanted = _wanted(request)
    return wanted[: _most(len(wanted) - 1, lambda count: fits(of_lanes(request, wanted[:count])))]


def _most(most: int, fits: Callable[[int], bool]) -> int:
    """Give the largest number up to `most` that fits, 0 where 1 does not; of larger ones, fewer fit."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if fits(middle):
            least = middle
        else:
            most = middle - 1
    return least


def _larger(mount: Mount, size: SheetSize, fits: Callable[[SheetSize], bool]) -> Text | None:
    """Say which larger paper is large enough; None where none is."""
    option = "paper" if mount.poster else "sheet"
    for name in PAPERS[PAPERS.index(size.name) + 1 :] if size.turns else PAPERS:
        if fits(SIZES[name]):
            return say("for all of it, write --{option} {name}", option=option, name=name)
    return None


def ranges(numbers: Sequence[int]) -> str:
    """Write numbers as people choose stages: 2-4, or 1,3."""
    return ",".join(_ranges(numbers))


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield str(found[0]) if len(found) == 1 else f"{found[0]}-{found[-1]}"
