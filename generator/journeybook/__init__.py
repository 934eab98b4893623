"""journeybook: YAML journeys and activities and Markdown chapters in, a handbook out."""

__version__ = "0.2.0"
