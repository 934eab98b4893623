"""What of a handbook no build may touch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.plugin.mkdocs_yml import files_of
from journeybook.plugin.options import Options
from journeybook.plugin.settings import root_of, templates_of
from journeybook.target import Precious, repositories_of


def precious(config: MkDocsConfig, options: Options) -> Iterator[Precious]:
    """All that an author has written, the cache of drawings, and the repository that the handbook lies in."""
    root = root_of(config)
    yield Precious("the chapters", Path(config.docs_dir))
    yield Precious("the journeys", root / options.journeys)
    yield Precious("the toolkit", root / options.toolkit)
    for folder in templates_of(config, options):
        yield Precious("the templates", folder)
    for linked in options.links:
        yield Precious("what links lead to", Path(linked))
    yield Precious("the finished drawings", root / options.cache)
    if config.config_file_path:
        for path in files_of(Path(config.config_file_path)):
            yield Precious("the settings", path)
    yield from repositories_of(root)
