"""The models of what authors write: journeys, activities and workshops."""

from journeybook.model.activity import Activity
from journeybook.model.journey import Journey
from journeybook.model.workshop import Workshop

__all__ = ["Activity", "Journey", "Workshop"]
