"""What an edition has besides its pages and entries that may name files, and what it lacks besides them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.edition_blog import authors_shown
from journeybook.builders.config.edition_files import Around
from journeybook.builders.config.edition_nav_file import shown_items
from journeybook.builders.config.edition_own import is_for_others, roles_at_top
from journeybook.builders.config.settings import root_of
from journeybook.handbook import Handbook
from journeybook.handbook.config_files import config_files
from journeybook.handbook.named_files import NamingText, of_settings
from journeybook.handbook.shown_files import resource_files, text_at, texts_beside


def around(
    config: MkDocsConfig,
    book: Handbook,
    sources: Mapping[str, Path],
    kept_back: Collection[str],
    lists: Mapping[str, Path],
) -> Around:
    """Give what decides about an edition's files besides its pages and entries.

    `sources` are all files among the chapters by their paths, of which MkDocs publishes none that is kept back; `lists`
    are those of them that make a navigation.
    """
    assert book.whole and book.edition
    root = Path(config.config_file_path or "mkdocs.yml").resolve()
    links = links_for_others(book)
    settings = of_settings((node for _, _, node in config_files(root)), links)
    shown, apart = _programs(config, book)
    shown += shown_items(book, lists)
    hidden = [*links, *apart, *(text for file in _others(book, sources) for text in _texts_at(file))]
    return Around(
        shown=(settings, *shown),
        hidden="\n".join(hidden),
        address=config.site_url or "",
        asked=frozenset(_asked(config)),
        unpublished=frozenset(kept_back),
        parts=tuple(authors_shown(book)),
    )


def links_for_others(book: Handbook) -> set[str]:
    """Give the links of the navigation that an edition lacks, since mkdocs.yml says that they are for others."""
    assert book.edition
    return {link for link, roles in book.nav_audience.items() if not book.edition.shows(roles)}


def draft_files(book: Handbook) -> Iterator[Path]:
    """Give the files of journeys, activities and workshops that are not finished, which no site has."""
    for shelf in (book.journeys, book.activities, book.workshops):
        yield from (book.settings.root / shelf.files[id] for id in shelf.drafts if id in shelf.files)


def _asked(config: MkDocsConfig) -> Iterator[str]:
    """Give the files that mkdocs.yml names for the look of the site."""
    yield from (str(config.theme.get(name)) for name in ("logo", "favicon"))
    yield from (str(one) for one in (*config.extra_css, *config.extra_javascript))


def _others(book: Handbook, sources: Mapping[str, Path]) -> Iterator[Path]:
    """Give what is for others, or not finished, and is neither a page nor an entry of the whole handbook."""
    assert book.whole and book.edition
    yield from draft_files(book.whole)
    yield from resource_files(book.whole) - resource_files(book)
    known = book.settings.roles, [one.name for one in book.editions]
    for path, file in sources.items():
        if path.endswith(".md") and path not in book.whole.pages:
            text = file.read_text("utf-8-sig", "replace")
            if not book.edition.shows(roles_at_top(text, *known)):
                yield file


def _texts_at(file: Path) -> Iterator[str]:
    """Give the text of a file, and what its values say where it is YAML, in which a name may be written in signs."""
    if text := text_at(file, file.name):
        yield text.text
        if file.suffix.casefold() in (".yaml", ".yml"):
            yield from (of_settings([node]).text for _, _, node in config_files(file))


def _programs(config: MkDocsConfig, book: Handbook) -> tuple[list[NamingText], list[str]]:
    """Give what makes or changes pages, or is copied beside them, and the texts of those that are for others."""
    assert book.edition
    known = book.settings.roles, [one.name for one in book.editions]
    shown, hidden = list[NamingText](), list[str]()
    for file, text in texts_beside(book, [root_of(config) / name for name in config.hooks]):
        if is_for_others(file, book.edition, *known):
            hidden.append(text.text)
        else:
            shown.append(text)
    return shown, hidden
