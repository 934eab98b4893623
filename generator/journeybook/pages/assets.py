"""The files that readers' browsers load: one stylesheet, the fonts, and scripts, each only where it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from journeybook.ground.theme_dir import theme_dir
from journeybook.model.views import VIEWS
from journeybook.pages import icons
from journeybook.pages.artifact import FileArtifact
from journeybook.palette import Palette, variables
from journeybook.palette import stylesheet as palette_rules

ASSETS = "assets/journeybook/"
"""The folder of what every site has."""
STYLESHEET = "assets/journeybook/journeybook.css"
SCRIPT = "assets/journeybook/journeybook.js"
_SCRIPTS = ("search/said.js", "journeybook.js")
"""What every page loads, in one file: a page from a disk can load no modules."""
BACK = "assets/journeybook/back.js"
"""What has to come before Material's script, so that a view can answer for the back button."""
SHIM = "assets/journeybook/iframe-worker/shim.js"
"""What lets search work in a page from a disk: iframe-worker, which the plugin `offline` would take from unpkg.com."""
_FIRST = (
    "fonts",
    "tokens",
    "material",
    "scripts",
    "scrolling",
    "typography",
    "components",
    "ticks",
    "pages",
    "fold",
    "figures",
    "diagram",
)
_LAST = ("diagram-paper", "print", "print-journey")


def stylesheet(palette: Palette | None = None) -> str:
    """Make the one stylesheet of the site, of its parts in order, the handbook's own colours and the icons."""
    folder = theme_dir() / "assets" / "css"
    more = [f"{kind}/{file.stem}" for kind in ("apps", "diagrams") for file in sorted((folder / kind).glob("*.css"))]
    first, last = ([_part(folder, name) for name in names] for names in ((*_FIRST, *more), _LAST))
    parts = [*first, *(view.style.strip() for view in VIEWS.values() if view.style), *last]
    colours = [palette_rules(variables(palette))] if palette else []
    return "\n".join([*parts, *colours, icons.stylesheet()]) + "\n"


def _part(folder: Path, name: str) -> str:
    return (folder / f"{name}.css").read_text("utf-8").strip()


def assets(palette: Palette | None = None) -> Iterator[FileArtifact]:
    """Make the stylesheet, the scripts, and the fonts; what others made comes with its licence."""
    yield FileArtifact(STYLESHEET, content=stylesheet(palette).encode())
    scripts = theme_dir() / "assets" / "js"
    yield FileArtifact(SCRIPT, content=b"".join((scripts / name).read_bytes() for name in _SCRIPTS))
    for path in sorted(path for path in scripts.rglob("*.*") if path.is_file()):
        if (name := f"assets/journeybook/{path.relative_to(scripts).as_posix()}") != SCRIPT:
            yield FileArtifact(name, source=path)
    for path in sorted((theme_dir() / "assets" / "fonts").iterdir()):
        yield FileArtifact(f"assets/journeybook/fonts/{path.name}", source=path)
