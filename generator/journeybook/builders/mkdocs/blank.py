"""Pages of the theme with nothing of the handbook in them: what a site's policy allows is taken from these.

The theme's inline scripts differ with its templates and with how deep a page lies, and with nothing that authors write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url, is_error_template
from mkdocs.utils.templates import TemplateContext

_MAIN = "main.html"


def blank_pages(env: Environment, config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Render one page by each template and from each depth that the site has, an ordinary one first.

    A template that needs more of a page than there is here is left out.
    """
    pages = [file.page for file in files.documentation_pages() if file.page]
    templates = dict.fromkeys((_MAIN, *(str(page.meta.get("template", _MAIN)) for page in pages)))
    # By the addresses: a post of Material's blog has another one than its path says.
    depths = {get_relative_url(".", page.url): _named_after(page.file.dest_uri) for page in pages}
    for path in depths.values():
        for template in templates:
            yield from _rendered(env, template, _about(config, path))
    for template in map(str, config.theme.static_templates):
        if template.endswith(".html"):
            yield from _rendered(env, template, _around(config, template))


def _named_after(address: str) -> str:
    """Give the path of a Markdown file that MkDocs would write to an address."""
    return PurePosixPath(address).with_suffix(".md").as_posix()


def _about(config: MkDocsConfig, path: str) -> TemplateContext:
    """Give what a template is told of a page without a title and without content."""
    page = Page("", File.generated(config, path, content=""), config)
    page.meta, page.content, page.toc, page.markdown = {}, "", TableOfContents([]), ""
    return get_context(Navigation([], []), [], config, page)


def _around(config: MkDocsConfig, template: str) -> TemplateContext:
    """Give what a template is told that makes a page of its own, such as 404.html."""
    absolute = is_error_template(template)
    base = urlsplit(config.site_url or "/").path if absolute else get_relative_url(".", template)
    return get_context(Navigation([], []), [], config, base_url=base)


def _rendered(env: Environment, template: str, context: TemplateContext) -> Iterator[str]:
    try:
        yield env.get_template(template).render(context)
    except Exception:  # whatever an own template stumbles over; what only it would have allowed is told as left out
        return
