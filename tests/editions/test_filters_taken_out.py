"""Each filter of an edition, taken out alone, lets something into its site: what looks for marks finds that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editions.test_edition_sites import FILES, leaks
from journeybook.api import build, open_project
from journeybook.builders.config import edition_config, edition_folder, edition_snippets
from journeybook.handbook import captions, editions, pages_in_editions
from journeybook.model import editions as model_editions
from journeybook.pages import chapters
from small import write

pytestmark = pytest.mark.slow


def _text(book: Any, path: str) -> str | None:
    return book.whole.pages[path].document.text if path in book.whole.pages else None


FILTERS: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "fields": (editions, "seen", lambda edition, model: model),
    "fields for the facilitator": (model_editions, "roles_of_field", lambda model, name: None),
    "questions of pages": (pages_in_editions, "seen", lambda edition, front: front),
    "pages": (editions, "_contents", lambda book, edition: book.contents),
    "pages in part": (editions, "in_edition", lambda page, edition, settings: page),
    "entries": (editions, "_shelf", lambda shelf, edition, carried: shelf),
    "stages": (editions, "_stage", lambda stage, actors, hidden: stage),
    "banner": (editions, "every_page_in_edition", lambda every, edition: every),
    "terms": (editions, "glossary_in_edition", lambda shelf, edition: shelf),
    "days": (editions, "_day", lambda book, day, edition, hidden: day),
    "texts on disk": (edition_folder, "page_text", _text),
    "files": (edition_folder, "carried_files", lambda book, paths, around: paths),
    "navigation": (edition_config, "without_entries", lambda nav, left_out: nav),
    "captions": (captions, "_is_kept", lambda book, one: True),
    "plain links": (chapters, "leads_out", lambda site, page, value: False),
    "blocks of snippets": (edition_snippets, "without_blocks", lambda text, blocks, shows: text),
}
LAYERS = {"blocks of snippets": (chapters, "without_blocks", lambda text, blocks, shows: text)}
"""What else filters the same, and has to be taken out with it."""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted handbook on disk."""
    return write(tmp_path_factory.mktemp("planted"), FILES)


@pytest.fixture(autouse=True)
def at_its_root(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be where snippets are looked for."""
    monkeypatch.chdir(handbook)


def _leaks(handbook: Path, site: Path) -> list[str]:
    build(open_project(handbook / "mkdocs.yml", edition="mentee", site_dir=str(site)))
    return leaks(site)


def test_with_all_of_them_nothing_is_told(handbook: Path, tmp_path: Path) -> None:
    """Else the others would find what is always there."""
    assert _leaks(handbook, tmp_path / "site") == []


@pytest.mark.parametrize("name", FILTERS)
def test_each_of_them_is_missed(handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Either something of what is left out is in the site, or there is no site."""
    for filter_ in (FILTERS[name], *([LAYERS[name]] if name in LAYERS else [])):
        monkeypatch.setattr(*filter_)
    try:
        found = _leaks(handbook, tmp_path / "site")
    except Exception:  # whatever it is, a build would have stopped
        assert not (tmp_path / "site").exists()
    else:
        assert found
