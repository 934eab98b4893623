"""Say in a drawing's file where its stages and lanes stand, so that a browser can cut a slide out of it.

`theme/assets/js/apps/slides.js` reads it: `data-parts` of the root is JSON, and the names of lanes are groups whose
`data-part` is `name`.
"""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from journeybook.diagrams.paint.sanitise import clean
from journeybook.diagrams.paint.written import SVG
from journeybook.diagrams.parts.scene import Scene
from journeybook.diagrams.parts.sheet import Sheet

_HEAD = "jd-head"


def mark_parts(svg: ET.Element, scene: Scene, sheet: Sheet) -> None:
    """Write down number, title, start and end of each stage, and name, top and end of each lane, in pixels."""
    stages = [
        [scene.nth(place), clean(scene.journey.stages[place].title), *_across(sheet, *ends)]
        for place, ends in enumerate(sheet.columns)
    ]
    lanes = [[clean(name), round(top, 2), round(end, 2)] for name, top, end in sheet.rows]
    size = {"width": sheet.canvas.width, "height": sheet.height, "mirrored": sheet.canvas.mirrored}
    svg.set("data-parts", json.dumps({"stages": stages, "lanes": lanes, **size}, ensure_ascii=False))
    for group in svg.iter(f"{{{SVG}}}g"):
        if _HEAD in group.get("class", "").split():
            group.set("data-part", "name")


def _across(sheet: Sheet, start: float, end: float) -> tuple[float, float]:
    """Give where a column stands from the left; drawings for right-to-left readers begin at the right."""
    wide = sheet.canvas.width
    left, right = (wide - end, wide - start) if sheet.canvas.mirrored else (start, end)
    return round(left, 2), round(right, 2)
