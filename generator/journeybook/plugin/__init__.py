"""journeybook as a MkDocs plugin."""

from journeybook.plugin.hooks import JourneybookPlugin

__all__ = ["JourneybookPlugin"]
