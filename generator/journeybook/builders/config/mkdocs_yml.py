"""Make a mkdocs.yml without our plugin of the handbook's own.

It is edited as YAML nodes, so that tags such as `!ENV` and `!!python/name:` come through as they were written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.plugins import blog_plugins
from journeybook.builders.config.theming import EXTENSIONS, polyfills_of, theme_options
from journeybook.handbook import Handbook
from journeybook.markdown.escape import inert
from journeybook.markdown.slugs import PLAIN
from journeybook.pages.assets import SCRIPT, STYLESHEET

_OF_THE_WHOLE = ("repo_url", "repo_name", "edit_uri_template", "exclude_docs", "draft_docs", "not_in_nav")
"""Keys that lead to the sources, or name pages that an edition may leave out; none of them is needed in its folder."""
_represent = yaml.representer.SafeRepresenter().represent_data


def plain_config(
    config: MkDocsConfig, book: Handbook, *, nav: list[Any], extra: dict[str, Any], numbered_pages: list[str]
) -> str:
    """Write the text of the plain folder's mkdocs.yml."""
    path = Path(config.config_file_path or "mkdocs.yml")
    root = _load(path)
    _drop(root, "INHERIT", "hooks", "watch")
    for key, value in {"docs_dir": "docs", "site_dir": "site", "edit_uri": "", "nav": nav}.items():
        _set(root, key, value)
    if book.edition:
        _set(root, "site_name", book.settings.name)
    if book.whole:
        _drop(root, *_OF_THE_WHOLE)
    _theme(root, config)
    _plugins(root, {"journeybook"} if any(blog_plugins(config)) else {"journeybook", "blog", "material/blog"})
    _extensions(root)
    if book.edition:
        _without_snippets(root)
    _heading_ids(root)
    _set(root, "extra_css", [STYLESHEET, *(str(css) for css in config.extra_css if css != STYLESHEET)])
    _scripts(root)
    _set(_mapping(root, "extra"), "journeybook", extra)
    _set(_mapping(root, "extra"), "polyfills", polyfills_of(config))
    _quiet(root, numbered_pages)
    _inert(root, "site_name", "site_description", "site_author")
    text: str = yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=120)
    return "# Written by `journeybook generate`; changes made here are overwritten.\n" + text


def files_of(path: Path) -> Iterator[Path]:
    """Give the path of a mkdocs.yml and of all that it inherits, as far as they can be read now."""
    yield path
    try:
        node = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError):
        return
    parent = _get(node, "INHERIT") if isinstance(node, yaml.MappingNode) else None
    if isinstance(parent, yaml.ScalarNode):
        yield from files_of(path.parent / parent.value)


def _load(path: Path) -> yaml.MappingNode:
    """Read a mkdocs.yml with what it inherits, the way MkDocs merges: mappings key by key, the rest replaced."""
    node = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    root = node if isinstance(node, yaml.MappingNode) else yaml.MappingNode("tag:yaml.org,2002:map", [])
    parent = _get(root, "INHERIT")
    if isinstance(parent, yaml.ScalarNode):
        return _merged(_load(path.parent / parent.value), root)
    return root


def _merged(base: yaml.MappingNode, over: yaml.MappingNode) -> yaml.MappingNode:
    for key, value in over.value:
        old = _get(base, key.value)
        if isinstance(old, yaml.MappingNode) and isinstance(value, yaml.MappingNode):
            _merged(old, value)
        else:
            _put(base, key.value, value)
    return base


def _theme(root: yaml.MappingNode, config: MkDocsConfig) -> None:
    theme = _get(root, "theme")
    if not isinstance(theme, yaml.MappingNode):
        _set(root, "theme", {"name": "material"})
        theme = _mapping(root, "theme")
    for key in theme_options(str):
        if _get(theme, key) is None:
            _set(theme, key, config.theme[key])
    if _get(theme, "variant") is None:  # of Zensical's two looks, the one that ours is made for
        _set(theme, "variant", "classic")
    _set(theme, "custom_dir", "overrides")


def _plugins(root: yaml.MappingNode, without: Collection[str]) -> None:
    plugins = _get(root, "plugins")
    if isinstance(plugins, yaml.SequenceNode):
        plugins.value = [item for item in plugins.value if _name(item) not in without]
    elif isinstance(plugins, yaml.MappingNode):
        _drop(plugins, *without)


def _extensions(root: yaml.MappingNode) -> None:
    given = _get(root, "markdown_extensions")
    if isinstance(given, yaml.MappingNode):
        for name in EXTENSIONS:
            if _get(given, name) is None:
                _set(given, name, {})
        return
    listed = given.value if isinstance(given, yaml.SequenceNode) else []
    missing = [name for name in EXTENSIONS if name not in {_name(item) for item in listed}]
    _set(root, "markdown_extensions", [])
    _sequence(root, "markdown_extensions").value = [*listed, *(_represent(name) for name in missing)]


def _without_snippets(root: yaml.MappingNode) -> None:
    """Take the extension out that would read snippets again, whole: the folder's pages have what an edition has."""
    given = _get(root, "markdown_extensions")
    if isinstance(given, yaml.MappingNode):
        _drop(given, *(key.value for key, _ in given.value if str(key.value).partition(":")[0] == "pymdownx.snippets"))
    elif isinstance(given, yaml.SequenceNode):
        named = ((item, str(_name(item) or "")) for item in given.value)
        given.value = [item for item, name in named if name.partition(":")[0] != "pymdownx.snippets"]


def _heading_ids(root: yaml.MappingNode) -> None:
    """Let headings of any script have ids, where the handbook does not say how they are made."""
    given = _get(root, "markdown_extensions")
    if isinstance(given, yaml.MappingNode):
        _name_slugs(_mapping(given, "toc"))
        return
    extensions = _sequence(root, "markdown_extensions")
    found = [item for item in extensions.value if _name(item) == "toc"]
    if not (found and isinstance(found[-1], yaml.MappingNode)):
        extensions.value = [item for item in extensions.value if item not in found]
        found = [yaml.MappingNode("tag:yaml.org,2002:map", [])]
        extensions.value += found
    _name_slugs(_mapping(found[-1], "toc"))


def _name_slugs(toc: yaml.MappingNode) -> None:
    if _get(toc, "slugify") is None:
        _put(toc, "slugify", yaml.ScalarNode(f"tag:yaml.org,2002:python/name:{PLAIN}", ""))


def _scripts(root: yaml.MappingNode) -> None:
    """Put our scripts before the handbook's own."""
    given = _get(root, "extra_javascript")
    _set(root, "extra_javascript", [{"path": SCRIPT, "defer": True}])
    if isinstance(given, yaml.SequenceNode):
        _sequence(root, "extra_javascript").value += given.value


def _quiet(root: yaml.MappingNode, paths: list[str]) -> None:
    """Keep MkDocs from warning of pages that are meant not to be in the navigation: they hang off their index."""
    given = _get(root, "not_in_nav")
    lines = [given.value.rstrip()] if isinstance(given, yaml.ScalarNode) and given.value.strip() else []
    _set(root, "not_in_nav", "\n".join([*lines, *(f"/{path}" for path in paths)]) + "\n")


def _inert(root: yaml.MappingNode, *keys: str) -> None:
    """Make texts harmless that themes put into their HTML as they are."""
    for key in keys:
        given = _get(root, key)
        if isinstance(given, yaml.ScalarNode):
            given.value = inert(given.value)


def _name(item: yaml.Node) -> str:
    if isinstance(item, yaml.MappingNode):
        return str(item.value[0][0].value) if item.value else ""
    return str(item.value)


def _get(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if name.value == key), None)


def _set(node: yaml.MappingNode, key: str, value: Any) -> None:
    _put(node, key, _represent(value))


def _put(node: yaml.MappingNode, key: str, value: yaml.Node) -> None:
    kept = [(name, old) for name, old in node.value if name.value != key]
    node.value = [*kept, (_represent(key), value)]


def _drop(node: yaml.MappingNode, *keys: str) -> None:
    node.value = [(name, value) for name, value in node.value if name.value not in keys]


def _sequence(root: yaml.MappingNode, key: str) -> yaml.SequenceNode:
    found = _get(root, key)
    assert isinstance(found, yaml.SequenceNode)
    return found


def _mapping(root: yaml.MappingNode, key: str) -> yaml.MappingNode:
    if not isinstance(_get(root, key), yaml.MappingNode):
        _set(root, key, {})
    found = _get(root, key)
    assert isinstance(found, yaml.MappingNode)
    return found
