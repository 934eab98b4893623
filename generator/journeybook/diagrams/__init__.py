"""Diagrams of journeys: positions and text by us, drawn by Graphviz, looks by CSS.

`draw` gives a figure: drawings of the same stages for wide, middling and narrow pages, of which the stylesheet
`theme/assets/css/diagram.css` shows the one that fits, and the same labels as data.
"""

from journeybook.diagrams.draw.figure import MOST_LATE, Figure, attempt_many, draw, draw_many
from journeybook.diagrams.draw.request import Request
from journeybook.diagrams.paint.render import Renderer, RenderError
from journeybook.diagrams.parts.links import Links
from journeybook.diagrams.parts.twin import Label, Row, Twin
from journeybook.diagrams.shapes import available, shape_for
from journeybook.store.cache import Cache

__all__ = [
    "MOST_LATE",
    "Cache",
    "Figure",
    "Label",
    "Links",
    "RenderError",
    "Renderer",
    "Request",
    "Row",
    "Twin",
    "attempt_many",
    "available",
    "draw",
    "draw_many",
    "shape_for",
]
