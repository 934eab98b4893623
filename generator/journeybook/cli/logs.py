"""Show in the terminal what MkDocs tells."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.utils import CountHandler


@contextmanager
def mkdocs_log(level: int) -> Iterator[CountHandler]:
    """Show MkDocs's messages from `level` on while the block runs, as its own command would, and count the warnings."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    handler.setLevel(level)
    before = logger.level
    logger.setLevel(min(level, logging.INFO))
    counted = CountHandler()
    counted.setLevel(logging.WARNING)
    logger.addHandler(handler)
    logger.addHandler(counted)
    try:
        yield counted
    finally:
        logger.removeHandler(handler)
        logger.removeHandler(counted)
        logger.setLevel(before)
