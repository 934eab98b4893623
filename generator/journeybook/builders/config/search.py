"""Our worker in front of that of Material's search.

Material's script starts what lies at a path that the theme writes into every page. A file of that name takes the place
of the theme's own, as MkDocs has it for all files of a theme; Material's lies beside it, and ours starts that.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.hosts import is_on
from journeybook.ground.theme_dir import theme_dir

_PATTERN = "assets/javascripts/workers/search.*.min.js"
_ENDING, _THEIRS = ".min.js", ".material.min.js"


def workers(config: MkDocsConfig) -> Mapping[str, Path]:
    """Find both workers as files on the disk, by their paths in the site; none where the handbook has no such search.

    A worker of the handbook's own, in its chapters' folder or its `custom_dir`, counts as Material's.
    """
    if not is_on(config, "search"):
        return {}
    for folder in (config.docs_dir, *config.theme.dirs):
        found = sorted(path for path in Path(folder).glob(_PATTERN) if not path.name.endswith(_THEIRS))
        if found:
            path = found[0].relative_to(folder).as_posix()
            ours = theme_dir() / "assets" / "js" / "search" / "worker.js"
            return {path: ours, path.removesuffix(_ENDING) + _THEIRS: found[0]}
    return {}
