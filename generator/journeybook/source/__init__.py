"""Bytes to YAML nodes that know their file, line and column."""

from journeybook.source.document import Document
from journeybook.source.read import read_document, read_text

__all__ = ["Document", "read_document", "read_text"]
