"""The files that readers' browsers load: one stylesheet, and the fonts."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.pages import icons
from journeybook.pages.artifact import FileArtifact
from journeybook.theme_dir import theme_dir

STYLESHEET = "assets/journeybook/journeybook.css"
_PARTS = ("fonts", "tokens", "material", "typography", "components", "pages", "diagram", "print")


def stylesheet() -> str:
    """The one stylesheet that the site loads, made of its parts in order and the icons."""
    folder = theme_dir() / "assets" / "css"
    parts = [(folder / f"{part}.css").read_text("utf-8").strip() for part in _PARTS]
    return "\n".join([*parts, icons.stylesheet()]) + "\n"


def assets() -> Iterator[FileArtifact]:
    """The stylesheet and the fonts with their licences."""
    yield FileArtifact(STYLESHEET, content=stylesheet().encode())
    for path in sorted((theme_dir() / "assets" / "fonts").iterdir()):
        yield FileArtifact(f"assets/journeybook/fonts/{path.name}", source=path)
