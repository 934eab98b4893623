"""What of a handbook's configuration would tell of pages that an edition leaves out: it is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.handbook import ContentPage
from journeybook.handbook.config_files import config_files
from journeybook.handbook.left_out import LeftOut, entries_left_out
from journeybook.markdown.audience_blocks import MARKER
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.model.meant_audience import keys_for_some
from journeybook.problems import JourneybookError

_IN_NO_SITE = ("not_in_nav", "exclude_docs", "draft_docs", "plugins/journeybook")
_ASIDE = ("nav", *_IN_NO_SITE)
"""Keys that are made anew for each edition, or that no site has."""


_TAKE_IN_ANY = frozenset(("markdown_include", "markdown_include.include", "mdx_include", "mdx_include.mdx_include"))
"""Extensions of Markdown that take in other files, as those of PyPI's markdown-include and mdx_include do."""


class EditionError(JourneybookError, PluginError):
    """Raised where something would tell of what an edition leaves out; the message says where, and what to do."""


def refuse_leaks(config: MkDocsConfig, left_out: Collection[str], edition: str) -> None:
    """Raise an EditionError where mkdocs.yml names a page or a file that an edition leaves out.

    `left_out` are their paths among the chapters.
    """
    gone = LeftOut(left_out, config.site_url or "")
    root = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, _, node in config_files(root):
        for scalar in _scalars(node, _IN_NO_SITE):
            if marker := MARKER.search(str(scalar.value)):
                raise EditionError(
                    f"{_place(file, scalar)}: ‘{marker[0]}’ stands here, where nothing reads it, so that all would see "
                    "a block for some: only pages have such blocks. Take out what is for some, or give the editions "
                    "that have it a mkdocs.yml of their own, with INHERIT"
                )
        for scalar in _scalars(node, _ASIDE):
            text = str(scalar.value)
            found = gone.named_in(text)
            for said in [found[0]] if found else entries_left_out(text, gone):
                raise EditionError(
                    f"{_place(file, scalar)}: ‘{said}’ is named here, which the edition ‘{edition}’ leaves out, so "
                    "that its site would tell of it. Take it out, or give the editions that have it a mkdocs.yml of "
                    "their own, with INHERIT"
                )


def refuse_unguarded_extensions(config: MkDocsConfig) -> None:
    """Raise an EditionError where mkdocs.yml asks for an extension that takes in files whosoever they are for.

    Of `pymdownx.snippets` each file is judged before it is taken in; these have no place to ask at.
    """
    for file, _, node in config_files(Path(config.config_file_path or "mkdocs.yml").resolve()):
        for scalar in _scalars(node, ("nav", "plugins")):
            if str(scalar.value) in _TAKE_IN_ANY and set(config.markdown_extensions) & _TAKE_IN_ANY:
                raise EditionError(
                    f"{_place(file, scalar)}: the extension ‘{scalar.value}’ takes in files that are for others, and "
                    "nobody can ask it for whom they are. Take it out, and write `pymdownx.snippets` in its place"
                )


def _place(file: Path, scalar: yaml.ScalarNode) -> str:
    return f"{file.name}:{scalar.start_mark.line + 1}:{scalar.start_mark.column + 1}"


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


def _scalars(node: yaml.Node | None, aside: Collection[str], place: str = "") -> Iterator[yaml.ScalarNode]:
    if place in aside:
        return
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, aside, place)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key, aside, "")
            yield from _scalars(value, aside, f"{place}/{key.value}".lstrip("/"))
