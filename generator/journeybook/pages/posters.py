"""What a drawing is mounted on when it leaves its page: a slide, a sheet of paper, or a poster with the logo."""

from __future__ import annotations

from pathlib import Path

from journeybook.diagrams.files.logo import Logo, LogoError, read_logo
from journeybook.diagrams.files.mount import Background, Mount
from journeybook.diagrams.files.sizes import SIZES
from journeybook.pages.site import Site
from journeybook.problems import say


def mount_of(site: Site, sheet: str = "", paper: str = "", background: Background = "paper") -> Mount:
    """Give what a drawing is mounted on: a `sheet` of that name, or a poster on `paper` without its logo."""
    size = SIZES[paper or sheet] if paper or sheet else None
    return Mount(size, bool(paper), background, made=site.book.settings.today if paper else None)


def logo_of(site: Site) -> Logo | None:
    """Read the logo that mkdocs.yml names, None where it names none; a LogoError where it cannot be on a poster."""
    if not site.logo:
        return None
    if "//" in site.logo or ":" in site.logo:
        raise LogoError(
            say("the logo is on the web, from where nothing is fetched"), say("put its file into the chapters' folder")
        )
    return read_logo(_file(site))


def _file(site: Site) -> Path:
    """Find the logo's file among the chapters, or in the handbook's own theme; no link leads out of the handbook."""
    settings, name = site.book.settings, site.logo.lstrip("/")
    folders = [folder for folder in (settings.content, settings.overrides) if folder]
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        raise LogoError(say("there is no logo ‘{name}’", name=name), say("see what `logo:` in mkdocs.yml names"))
    whole = found.resolve()
    if not any(whole.is_relative_to(folder.resolve()) for folder in settings.bounds):
        raise LogoError(say("the logo ‘{name}’ lies outside the handbook", name=name), say("put a copy into it"))
    return whole
