"""What of a handbook no build may touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.mkdocs_yml import files_of
from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import cache_of, root_of, settings_of
from journeybook.handbook import Settings
from journeybook.handbook.pictures import SHARED
from journeybook.handbook.settings import GLOSSARIES
from journeybook.store.cache_dir import NoCacheError
from journeybook.store.destination import Precious, repositories_of
from journeybook.store.links import linked_folders
from journeybook.store.same_place import lies_in


def precious(config: MkDocsConfig, options: Options) -> Iterator[Precious]:
    """List all that an author has written, the cache, and the repository that the handbook lies in."""
    root, settings = root_of(config), settings_of(config, options)
    yield Precious("the chapters", settings.content)
    yield Precious("the journeys", settings.journeys)
    yield Precious("the toolkit", settings.toolkit)
    if (root / SHARED).is_dir():
        yield Precious("the pictures", root / SHARED)
    yield from (Precious("the glossary", root / name) for name in GLOSSARIES if (root / name).is_file())
    yield from (Precious("the templates", folder) for folder in settings.others)
    yield from (Precious("what links lead to", folder) for folder in _linked(settings) if not lies_in(root, folder))
    with suppress(NoCacheError):
        yield Precious("what builds keep", cache_of(config, options).folder)
    if config.config_file_path:
        for path in files_of(Path(config.config_file_path)):
            yield Precious("the settings", path)
    yield from repositories_of(root)


def _linked(settings: Settings) -> Iterator[Path]:
    yield from settings.links
    for folder in (settings.content, settings.journeys, settings.toolkit, *settings.others):
        yield from linked_folders(folder, settings.bounds)
