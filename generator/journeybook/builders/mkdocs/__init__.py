"""journeybook as a MkDocs plugin."""

from journeybook.builders.mkdocs.hooks import JourneybookPlugin

__all__ = ["JourneybookPlugin"]
