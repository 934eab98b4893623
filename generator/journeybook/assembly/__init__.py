"""One run for one handbook: read and check it, then make every page, drawing and file of it."""

from journeybook.assembly.assembly import Assembly
from journeybook.assembly.reading import Reading, read

__all__ = ["Assembly", "Reading", "read"]
