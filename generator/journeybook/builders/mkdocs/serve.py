"""A handbook shown by MkDocs's own server, which builds it again after every change."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.commands.serve import serve

from journeybook.builders.config.project import Project


def serve_mkdocs(project: Project, *, address: str | None = None, open_in_browser: bool = False) -> None:
    """Serve the handbook until somebody stops it; without an address (`host:port`), where mkdocs.yml says."""
    options: dict[str, Any] = {"dev_addr": address} if address else {}
    with _without_warning():
        # Our plugin tells MkDocs what a change leaves as it was.
        serve(project.config.config_file_path, build_type="dirty", open_in_browser=open_in_browser, **options)


@contextmanager
def _without_warning() -> Iterator[None]:
    """Leave out MkDocs's warning that a dirty build may be wrong: it does not know by what files are skipped."""
    logger = logging.getLogger("mkdocs.commands.build")

    def is_news(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("A 'dirty' build is being performed")

    logger.addFilter(is_news)
    try:
        yield
    finally:
        logger.removeFilter(is_news)
