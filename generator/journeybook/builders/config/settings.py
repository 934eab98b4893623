"""Read a handbook's settings out of MkDocs's configuration."""

from __future__ import annotations

import datetime as dt
import os
from functools import partial
from pathlib import Path
from typing import cast

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from journeybook.builders.config.hosts import is_on, outside
from journeybook.builders.config.icons import lost_icons
from journeybook.builders.config.options import Options
from journeybook.builders.config.plugins import blogs_of, include_tags_of, tag_keys_of
from journeybook.builders.config.refused import refused
from journeybook.builders.config.structured import option_document
from journeybook.builders.config.written import written
from journeybook.checks.option_folders import wrong_cache
from journeybook.diagrams import Cache, Renderer
from journeybook.diagrams.paint.render import RendererName
from journeybook.handbook import Handbook, Settings
from journeybook.handbook.settings import FOLDERS
from journeybook.language.words import Words
from journeybook.markdown.escape import typed
from journeybook.markdown.references import MarkdownSettings
from journeybook.model.types import scalar
from journeybook.pages.site import Site
from journeybook.palette import variables
from journeybook.store.cache_dir import NoCacheError, cache_dir

log = get_plugin_logger("journeybook")


def root_of(config: MkDocsConfig) -> Path:
    """Give the folder of mkdocs.yml."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def site_dir_of(config: MkDocsConfig) -> object:
    """Give the folder for the site as mkdocs.yml names it, whatever a command says; nothing has judged the value."""
    raw = MkDocsConfig(config_file_path=config.config_file_path)
    with Path(config.config_file_path or "mkdocs.yml").open("rb") as file:
        raw.load_file(file)
    given = raw.data.get("site_dir")
    return "site" if given is None else given


def has_directories(config: MkDocsConfig) -> bool:
    """Tell whether pages are written as `a/index.html`: the plugin `offline` ends that once a build begins."""
    return config.use_directory_urls and not is_on(config, "offline")


def edit_uri_of(config: MkDocsConfig, origin: str) -> str:
    """Give the path of a source file as MkDocs has it for edit links: seen from the chapters."""
    return Path(os.path.relpath(root_of(config) / origin, config.docs_dir)).as_posix()


def settings_of(config: MkDocsConfig, options: Options, *, drafts: bool = False) -> Settings:
    """Give a handbook's settings."""
    root = root_of(config)
    return Settings(
        root=root,
        content=_content(config),
        journeys=root / options.journeys,
        toolkit=root / options.toolkit,
        name=_typed(config.site_name),
        summary=_typed(config.site_description or ""),
        nav=config.nav,
        language=options.locale or language_of(config),
        numbers=options.numbers,
        directories=has_directories(config),
        drafts=drafts,
        roles=tuple(options.roles),
        markdown=markdown_of(config),
        today=_today(),
        palette=option_document(config, "palette", options.palette),
        policy=option_document(config, "csp", options.csp),
        editions=option_document(config, "editions", options.editions),
        nav_audience=option_document(config, "nav_audience", options.nav_audience),
        edition=option_document(config, "edition", options.edition),
        roles_given=option_document(config, "roles", options.roles if "roles" in options.taken else None),
        banner=option_document(config, "banner", options.banner),
        feedback=option_document(config, "feedback", options.feedback),
        overrides=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        page_templates=root / options.templates if options.templates else None,
        asked=(*config.theme.static_templates, *config.extra_templates),
        extended=_is_extended(config),
        trusted=options.html == "trusted",
        links=tuple(root / link for link in options.links if link),
        others=tuple(templates_of(config, options)),
        outside=tuple(outside(config)),
        hidden=_has_hidden(config),
        site=root / (str(site_dir_of(config)) or "site") if options.cache else None,
        written=written(config, {name: options[name] for name in FOLDERS if name in options.taken}),
        told=(*options.problems, *refused(config, options), *lost_icons(config)),
        tag_keys=tuple(tag_keys_of(config)),
        include_tags=include_tags_of(config),
        statuses=_statuses(config),
        blogs=tuple(blogs_of(config)),
        styles=_styles(config),
        is_left_out=partial(_is_left_out, config, drafts),
        is_unlisted=partial(_is_unlisted, config),
        is_templates=partial(is_in_templates, config),
    )


def _level(config: MkDocsConfig, path: str) -> InclusionLevel:
    """Give what MkDocs makes of a page of the chapters' folder, by the patterns in mkdocs.yml and its own."""
    file = File(path, src_dir=None, dest_dir="", use_directory_urls=has_directories(config))
    set_exclusions([file], config)
    return file.inclusion


def _is_left_out(config: MkDocsConfig, drafts: bool, path: str) -> bool:
    level = _level(config, path)
    return level is InclusionLevel.EXCLUDED or (level is InclusionLevel.DRAFT and not drafts)


def _is_unlisted(config: MkDocsConfig, path: str) -> bool:
    return not _level(config, path).is_in_nav()


def is_in_templates(config: MkDocsConfig, path: str) -> bool:
    """Tell whether MkDocs by itself leaves out a path in a folder `templates`, and mkdocs.yml has no word of it."""
    if not path.startswith("templates/") or _level(config, path) is not InclusionLevel.EXCLUDED:
        return False
    return not (config.exclude_docs and config.exclude_docs.match_file(path))


def templates_of(config: MkDocsConfig, options: Options) -> list[Path]:
    """Give the handbook's own folders of templates: of pages, and of the theme."""
    pages = [root_of(config) / options.templates] if options.templates else []
    return [*pages, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])]


def _content(config: MkDocsConfig) -> Path:
    """Give the chapters' folder, seen from the root, so that a link in its place is seen as one."""
    root, docs = root_of(config), Path(config.docs_dir)
    here = Path(config.config_file_path or "mkdocs.yml").absolute().parent
    inside = here.resolve() == root and docs.is_relative_to(here)
    return root / docs.relative_to(here) if inside else docs.resolve()


def _styles(config: MkDocsConfig) -> tuple[Path, ...] | None:
    """Give the files of the handbook's own styles; None where another host has one."""
    if any("//" in name for name in config.extra_css):
        return None
    return tuple(path for name in config.extra_css if (path := Path(config.docs_dir) / name).is_file())


def _statuses(config: MkDocsConfig) -> tuple[str, ...]:
    """Give the words of `status` in front matter that Material shows with what `extra:` says of them."""
    given = config.extra.get("status")
    return tuple(map(str, given)) if isinstance(given, dict) else ()


def _is_extended(config: MkDocsConfig) -> bool:
    """Tell whether hooks or other plugins may give templates of the theme more than MkDocs and Material do."""
    known = ("search", "journeybook")
    return bool(config.hooks) or any(name not in known and not name.startswith("material/") for name in config.plugins)


def _has_hidden(config: MkDocsConfig) -> bool:
    """Tell whether mkdocs.yml may let dotfiles into the site: where `exclude_docs` takes something back."""
    return any(pattern.include is False for pattern in getattr(config.exclude_docs, "patterns", ()))


def _typed(text: str) -> str:
    """Give a text of mkdocs.yml as it was typed, though a build with this configuration has escaped it."""
    return scalar(typed(text.unescape()) if isinstance(text, Markup) else text)


def _today() -> dt.date:
    """Give the date of the build; SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) stands for it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch.isdigit() else dt.date.today()


def language_of(config: MkDocsConfig) -> str:
    """Give the theme's language."""
    return str(config.theme.get("language") or "en")


def markdown_of(config: MkDocsConfig) -> MarkdownSettings:
    """Give the Markdown settings of the site's pages."""
    return MarkdownSettings(tuple(config.markdown_extensions), dict(config.mdx_configs))


def cache_of(config: MkDocsConfig, options: Options) -> Cache:
    """Open the cache, in the folder that the option `cache` names or in one of the user's own.

    A NoCacheError where the user has none, and where `cache` names what cannot be one.
    """
    root = root_of(config)
    if not options.cache:
        return Cache(cache_dir(root))
    if wrong := wrong_cache(settings_of(config, options), options.cache):
        raise NoCacheError(str(wrong[0]))
    return Cache(root / options.cache)


def _cache_or_none(config: MkDocsConfig, options: Options) -> Cache | None:
    try:
        cache, lack = cache_of(config, options), ""
    except NoCacheError as error:
        cache, lack = None, str(error)
    if lack := lack or (cache.lack() if cache else ""):
        log.info("nothing is kept for the next build: %s", lack)
    return cache


def site_of(config: MkDocsConfig, options: Options, book: Handbook, *, plain: bool = False) -> Site:
    """Make what writes the pages; `plain` for a folder whose pages must work in any builder and from a disk."""
    root = root_of(config)
    return Site(
        book,
        Words(book.settings.language),
        pretty=has_directories(config) and not plain,
        directories=has_directories(config),
        renderer=Renderer(cast(RendererName, options.renderer), timeout=options.timeout),
        cache=_cache_or_none(config, options),
        templates=[root / options.templates] if options.templates else [],
        downloads=options.downloads,
        cards=options.cards,
        tokens=variables(book.palette)["light"] if book.palette else None,
        address=config.site_url or "",
        logo=str(config.theme.get("logo") or ""),
        trusted=options.html == "trusted",
    )
