"""What of a handbook's configuration would tell of pages that an edition leaves out: it is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.handbook import ContentPage
from journeybook.handbook.config_files import config_files
from journeybook.handbook.left_out import LeftOut
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.model.meant_audience import keys_for_some
from journeybook.problems import JourneybookError

_ASIDE = ("nav", "not_in_nav", "exclude_docs", "draft_docs", "plugins/journeybook")
"""Keys that are made anew for each edition, or that no site has."""


class EditionError(JourneybookError, PluginError):
    """Raised where something would tell of what an edition leaves out; the message says where, and what to do."""


def refuse_leaks(config: MkDocsConfig, left_out: Collection[str], edition: str) -> None:
    """Raise an EditionError where mkdocs.yml names a page or a file that an edition leaves out.

    `left_out` are their paths among the chapters.
    """
    gone = LeftOut(left_out, config.site_url or "")
    root = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, _, node in config_files(root):
        for scalar in _scalars(node):
            if found := gone.named_in(str(scalar.value)):
                line = scalar.start_mark.line + 1
                raise EditionError(
                    f"{file.name}:{line}: ‘{found[0]}’ is named here, which the edition ‘{edition}’ leaves out, so "
                    "that its site would tell of it. Take it out, or give the editions that have it a mkdocs.yml of "
                    "their own, with INHERIT"
                )


def refuse_leaks_in_pages(
    config: MkDocsConfig, pages: Iterable[ContentPage], left_out: Collection[str], edition: str
) -> None:
    """Raise an EditionError where the front matter of a page names a page or a file that the edition leaves out."""
    gone = LeftOut(left_out, config.site_url or "")
    for page in pages:
        front, _, _ = split_front_matter(page.document.text)
        if found := gone.named_in(front):
            line = front.count("\n", 0, found.start()) + 2
            raise EditionError(
                f"{page.document.file}:{line}: ‘{found[0]}’ is named here, which the edition ‘{edition}’ leaves out, "
                "so that its site would tell of it. Take it out, or give this page an `audience` too"
            )


def refuse_hidden_audiences(
    config: MkDocsConfig,
    files: Collection[Path],
    edition: str,
    roles: tuple[str, ...] = (),
    editions: Collection[str] = (),
) -> None:
    """Raise an EditionError where front matter that the plugin `meta` gives to pages says for whom they are.

    `roles` and `editions` are the names of the handbook's. Whoever writes such a file hopes so without the plugin, too.
    """
    names = {".meta.yml", ".meta.yaml"}
    for name, plugin in config.plugins.items():
        if name.partition(" ")[0].removeprefix("material/") == "meta":
            names.add(str(plugin.config.get("meta_file", "")))
    for file in sorted(files):
        text = file.read_text("utf-8-sig", "replace") if file.name in names else ""
        for key, line in keys_for_some(text, roles, editions):
            raise EditionError(
                f"{file}:{line}: `{key}` is not read here, so that the edition ‘{edition}’ would have what is for "
                "others. Write `audience` into the front matter of the folder’s index.md, or of each page"
            )


def _scalars(node: yaml.Node | None, place: str = "") -> Iterator[yaml.ScalarNode]:
    if place in _ASIDE:
        return
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, place)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key, "")
            yield from _scalars(value, f"{place}/{key.value}".lstrip("/"))
