"""A handbook's own colours: few are given, all others follow from them."""

from journeybook.palette.css import stylesheet, variables
from journeybook.palette.given import Colours, Palette, read_palette

__all__ = ["Colours", "Palette", "read_palette", "stylesheet", "variables"]
