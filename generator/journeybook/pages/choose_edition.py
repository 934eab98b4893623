"""What lies above the sites of all editions: a page to choose one, that of what is not there, a list of sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from markupsafe import Markup, escape

from journeybook.handbook import Handbook
from journeybook.language.direction import direction_of
from journeybook.language.words import Words

STYLES = "editions.css"
_LOOK = "assets/journeybook/journeybook.css"
"""Where each edition's site has its look, which has the fonts."""
_CSS = """\
body {
  background: #fdfbf7;
  color: #211c16;
  font: 1.125rem/1.6 Literata, Georgia, serif;
  margin: 0 auto;
  max-width: 36rem;
  padding: 3rem 1.25rem;
}
h1, a { overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; }
ul { list-style: none; margin: 2rem 0; padding: 0; }
a {
  border: 2px solid;
  color: inherit;
  display: block;
  font-weight: 600;
  margin-block: 0.75rem;
  padding: 0.75rem 1rem;
  text-decoration: none;
}
a:hover, a:focus-visible { color: #a3311d; text-decoration: underline; }
a:focus-visible { outline: 3px solid; outline-offset: 3px; }
@media (prefers-color-scheme: dark) {
  body { background: #171411; color: #f2ece3; }
  a:hover, a:focus-visible { color: #ffb4a2; }
}
"""


def above_editions(book: Handbook, address: str) -> Iterator[tuple[str, bytes]]:
    """Give the files above the sites of a handbook's editions, by name; `address` is that of the whole, or empty.

    The list of sitemaps has the editions that search engines may list.
    """
    words = Words(book.settings.language)
    lost = f"<p>{escape(words('It may have moved, or the address has a typing error. These ways lead on:'))}</p>\n"
    yield "index.html", _page(book, words, book.settings.name, escape(words("Whom is it for?")), "")
    root = urljoin(address, ".") if address else ""
    yield "404.html", _page(book, words, words("This page is not here"), lost, root)
    yield STYLES, _CSS.encode()
    if root:
        yield "sitemap.xml", _sitemaps(book, root)


def _page(book: Handbook, words: Words, title: str, text: str, root: str) -> bytes:
    """Make a page with a way to each edition; those of a page that stands for any address begin with `root`."""
    lead = text if text.startswith("<p>") else Markup("<p>{}</p>\n").format(Markup(text))
    ways = "".join(f'<li><a href="{escape(root)}{one.name}/">{escape(one.title)}</a></li>\n' for one in book.editions)
    language, direction = words.language.replace("_", "-"), direction_of(words.language)
    look = f"{root}{book.editions[0].name}/{_LOOK}"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="{escape(look)}">\n'
        f'<link rel="stylesheet" href="{escape(root)}{STYLES}">\n</head>\n<body>\n'
        f"<main>\n<h1>{escape(title)}</h1>\n{lead}<ul>\n{ways}</ul>\n</main>\n</body>\n</html>\n"
    ).encode()


def _sitemaps(book: Handbook, root: str) -> bytes:
    open_to_all = (one for one in book.editions if one.is_listed)
    found = "".join(f"<sitemap><loc>{escape(root)}{one.name}/sitemap.xml</loc></sitemap>\n" for one in open_to_all)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    )
    return f"{head}{found}</sitemapindex>\n".encode()
