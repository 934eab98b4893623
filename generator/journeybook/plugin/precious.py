"""What of a handbook no build may touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.cache_dir import NoCacheError
from journeybook.plugin.mkdocs_yml import files_of
from journeybook.plugin.options import Options
from journeybook.plugin.settings import cache_of, root_of
from journeybook.target import Precious, repositories_of


def precious(config: MkDocsConfig, options: Options) -> Iterator[Precious]:
    """All that an author has written, what builds keep, and the repository that the handbook lies in."""
    root = root_of(config)
    yield Precious("the chapters", Path(config.docs_dir))
    yield Precious("the journeys", root / options.journeys)
    yield Precious("the toolkit", root / options.toolkit)
    if options.templates:
        yield Precious("the page templates", root / options.templates)
    if config.theme.custom_dir:
        yield Precious("the theme’s templates", Path(config.theme.custom_dir))
    for folder in options.links:
        yield Precious("what links lead to", Path(folder))
    with suppress(NoCacheError):
        yield Precious("what builds keep", cache_of(config, options).folder)
    if config.config_file_path:
        for path in files_of(Path(config.config_file_path)):
            yield Precious("the settings", path)
    yield from repositories_of(root)
