"""A handbook shown by MkDocs's own server, which builds it again after every change.

MkDocs's command for it would end, or answer no browser any more, where mkdocs.yml cannot be read for a while.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from journeybook.builders.config.listener import Listener, log
from journeybook.builders.config.mkdocs_yml import files_of
from journeybook.builders.config.project import Project, open_project
from journeybook.problems import HandbookError, JourneybookError, Severity, report

_ERROR_PAGES = (404, 500)


def serve_mkdocs(project: Project, *, address: str | None = None, open_in_browser: bool = False) -> None:
    """Serve the handbook until somebody stops it; without an address (`host:port`), where mkdocs.yml says."""
    path, edition = Path(project.config.config_file_path), project.options.asked
    with TemporaryDirectory(prefix="journeybook-") as site, _without_warning():
        config = open_project(path, edition=edition, site_dir=site, dev_addr=address).config
        config.plugins.on_startup(command="serve", dirty=True)  # our plugin tells what a change leaves as it was
        try:

            def again() -> None:
                for new in _build_again(path, server.url, edition=edition, site_dir=site, dev_addr=address):
                    server.watch(new)

            server = _server(config, site, again)
            config.site_url = server.url
            build(config, serve_url=server.url, dirty=True)
            _serve(_watching(server, config), open_in_browser)
        finally:
            config.plugins.on_shutdown()


def _server(config: MkDocsConfig, site: str, builder: Callable[[], None]) -> LiveReloadServer:
    host, port = config.dev_addr
    mount = urlsplit(config.site_url or "/").path
    server = LiveReloadServer(builder=builder, host=host, port=port, root=site, mount_path=mount)

    def error_page(code: int) -> bytes | None:
        page = Path(site) / f"{code}.html"
        return page.read_bytes() if code in _ERROR_PAGES and page.is_file() else None

    server.error_handler = error_page
    return server


def _watching(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Let a server look at the chapters, at mkdocs.yml with what it inherits, and at what plugins name."""
    server.watch(config.docs_dir)
    for file in files_of(Path(config.config_file_path)):
        server.watch(os.fspath(file))
    server = config.plugins.on_serve(server, config=config, builder=server.builder)
    for path in config.watch:
        server.watch(path)
    return server


def _serve(server: LiveReloadServer, open_in_browser: bool) -> None:
    try:
        server.serve(open_in_browser=open_in_browser)
    except KeyboardInterrupt:
        log.info("shutting down")
    finally:
        server.shutdown()


def _build_again(path: Path, url: str, **options: Any) -> list[str]:
    """Build after a change, and give what is to be watched by now, such as a glossary that is new.

    Whatever is wrong is told; what was built last stays, and browsers are answered.
    """
    try:
        project = open_project(path, **options)
        if _is_refused(project):
            raise HandbookError(project.read(drafts=True).problems)
        project.config.site_url = url
        build(project.config, serve_url=url, dirty=True)
        return list(project.config.watch)
    except HandbookError as error:
        Listener().show(error.problems, str)
        log.error("%s; the last good version stays until they are mended", report.count(error.problems))
    except (MkDocsException, JourneybookError, OSError) as error:
        said = str(error).removeprefix("journeybook: ")
        known = said.startswith("Aborted")  # then MkDocs has told why
        log.error("%s; the last good version stays until it is mended", "nothing was built" if known else said)
    return []


def _is_refused(project: Project) -> bool:
    """Tell whether something is wrong with mkdocs.yml: what is left of it would make another site."""
    return any(problem.severity is Severity.ERROR for problem in project.told())


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
