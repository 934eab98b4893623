"""Pages that Zensical writes with nothing of the handbook in them: what the site's policy allows is taken from these.

The theme's inline scripts differ with its templates and with how deep a page lies, and with nothing that authors write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from journeybook.builders.zensical.run import run_zensical
from journeybook.markdown.references import split_front_matter
from journeybook.pages.artifact import front_matter
from journeybook.store.folder import write_folder

_DOCS = "docs/"


def blank_pages(files: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    """Render a page by each template and from each depth that a plain folder has, with Zensical, into `folder`."""
    kept = {path: text for path, text in files.items() if path.startswith("overrides/")}
    write_folder(folder, {**kept, **_documents(files), "mkdocs.yml": _without_nav(files["mkdocs.yml"])})
    run_zensical(folder / "mkdocs.yml", strict=False)
    for path in sorted((folder / "site").rglob("*.html")):
        yield path.read_text("utf-8")


def _documents(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make a page without a text for each template and depth."""
    found: dict[tuple[str, ...], tuple[str, bytes]] = {}
    for path, text in files.items():
        if path.startswith(_DOCS) and path.endswith(".md"):
            # Zensical's own plugins, such as `offline`, may change where a page lies: each way has its depth.
            places = [File(path.removeprefix(_DOCS), None, "", pretty).url for pretty in (True, False)]
            template = _template_of(text.decode("utf-8-sig"))
            blank = front_matter({"template": template}) if template else ""
            depths = (get_relative_url(".", place) for place in places)
            found.setdefault((template, *depths), (path, blank.encode()))
    return dict(found.values())


def _template_of(text: str) -> str:
    front, _, _ = split_front_matter(text)
    own: Any = yaml.safe_load(front) if "template" in front else {}
    return str(own.get("template", "")) if isinstance(own, dict) else ""


def _without_nav(text: bytes) -> bytes:
    """Give a mkdocs.yml that names no pages: those that it would name are not there."""
    root = yaml.compose(text.decode(), Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    root.value = [(key, value) for key, value in root.value if key.value not in ("nav", "not_in_nav")]
    return str(yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True)).encode()
