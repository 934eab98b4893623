"""A whole handbook: everything read, every reference resolved both ways, every number given."""

from journeybook.handbook.book import Handbook, load
from journeybook.handbook.chapters import Chapter, ContentPage
from journeybook.handbook.entries import Entry
from journeybook.handbook.settings import Settings

__all__ = ["Chapter", "ContentPage", "Entry", "Handbook", "Settings", "load"]
