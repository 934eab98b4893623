"""What is looked for on the pages of a hostile handbook: by a browser, and in the HTML as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hostile import ATTACKS, LITERAL, PACKS
from journeybook.ground.theme_dir import theme_dir
from journeybook.markdown.escape import typed
from site_html import HtmlPage, pages_of
from sites import Reader

KINDS = ("journeys", "toolkit", "toolkit/workshops", "guide")
# What an inline handler or a link would need to run: everything that a reader can do to a part of a page. Links are not
# entered: Material's previews would fetch the page behind each of them.
_LOOK = """(ours) => {
  for (const e of document.querySelectorAll('*'))
    for (const name of ['mouseover', 'error', 'load', 'toggle', 'begin', 'start', 'pointerdown',
      ...(e.localName === 'a' ? [] : ['mouseenter', 'focus'])])
      e.dispatchEvent(new Event(name));
  const said = /^(content|title|aria-label|alt|value|placeholder)$/, theirs = 'javascript:void(0)';
  const alive = [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => [e, a]))
    .filter(([e, a]) => /^on/i.test(a.name) || /^[\\s\\x00-\\x1f]*(javascript|data|vbscript):/i.test(a.value)
      && !said.test(a.name) && a.value !== theirs)
    .map(([e, a]) => `${e.tagName} ${a.name}=${a.value}`)
    .concat([...document.querySelectorAll('article :is(script:not([src]), img, iframe, object, embed, style, base)')]
      .filter(e => e.textContent !== ours)
      .map(e => e.outerHTML.slice(0, 200)));
  const body = document.querySelector('.md-content').cloneNode(true);
  body.querySelectorAll('svg, figure').forEach(e => e.remove());
  const h1 = document.querySelector('article h1');
  return {alive, text: body.textContent, heading: h1 ? h1.textContent : '', title: document.title};
}"""
_CONTENT = (theme_dir() / "overrides" / "partials" / "content.html").read_text("utf-8")
_OURS = _CONTENT.partition("<script>")[2].partition("</script>")[0]
"""The one script that our own template writes beside what it shows."""
# Material shows tooltips to those who enter or focus what has one; in its own places it reads texts that are too long.
_HOVER = """async () => {
  const wait = (time) => new Promise(done => setTimeout(done, time));
  await wait(150);
  const shown = [], strange = [];
  for (const e of document.querySelectorAll('[title], .md-ellipsis')) {
    (e.closest('details') || e).open = true;
    for (const at of [e, e.closest('a') || e]) { at.dispatchEvent(new Event('mouseenter')); at.focus?.(); }
  }
  await wait(400);
  for (const tooltip of document.querySelectorAll('[role=tooltip]')) { // previews of links are dialogs
    shown.push(tooltip.textContent);
    strange.push(...[...tooltip.querySelectorAll('.md-typeset *')].map(e => e.outerHTML));
  }
  return {shown, strange};
}"""


@dataclass
class Seen:
    """A page as a reader has seen it, and what was wrong with it."""

    address: str
    text: str
    heading: str
    title: str
    wrong: list[str]

    def fields(self, attack: str) -> set[str]:
        """The fields that the page shows; `wrong` gets those that it does not show as they were written."""
        found = set()
        written = tuple(_folded(text) for text in (*ATTACKS.values(), *PACKS.values()))
        for match in re.finditer(r" @([\w.-]+)(~?);", self.text):
            found.add(match[1])
            free = match[2] and attack not in LITERAL  # Markdown, where some attacks are markup: their words are enough
            if not free and not self.text[: match.start()].endswith(written):
                self.wrong.append(f"{match[1]}: …{self.text[max(0, match.start() - 120) : match.start()]}")
        return found


def _folded(text: str) -> str:
    """Fold white space, and leave out soft hyphens: long words of headings get some."""
    return " ".join(text.replace("\u00ad", "").split())


def look(reader: Reader, address: str) -> Seen:
    """Open a page, touch everything on it, and read it."""
    reader.page.goto(reader.base + address, wait_until="load")
    found: dict[str, Any] = reader.page.evaluate(_LOOK, _OURS)
    text, heading, title = (typed(_folded(found[name])) for name in ("text", "heading", "title"))
    return Seen(address, text, heading, title, [*reader.found(), *found["alive"]])


def hovered(reader: Reader, address: str) -> tuple[list[str], list[str]]:
    """The texts of all tooltips of a page, and what is wrong: elements in them, or what has run."""
    reader.page.goto(reader.base + address, wait_until="load")
    found: dict[str, list[str]] = reader.page.evaluate(_HOVER)
    return found["shown"], [*found["strange"], *reader.found()]


def alive(site: Path) -> Iterator[str]:
    """Attributes of the site's pages that run code, and addresses of a scheme that does."""
    for page, tag, name, value in _attributes(site):
        if name.startswith("on") or (value != "javascript:void(0)" and _bare(value).startswith("javascript:")):
            yield f"{page}: {tag} {name}={value}"


def told_in_titles(site: Path) -> Iterator[str]:
    """Titles of the site's elements that hold an author's word: all fields have their name after an @."""
    for page, tag, name, value in _attributes(site):
        if name.rpartition(":")[2] == "title" and re.search(r"@[\w.-]+~?;", value):
            yield f"{page}: {tag} {name}={value}"


def loaded_from_elsewhere(site: Path) -> Iterator[str]:
    """What the site's pages load from, or send to, another host."""
    sources = ("src", "srcset", "poster", "data", "action", "formaction", "background", "style", "href")
    for page, tag, name, value in _attributes(site):
        if name not in sources or (name == "href" and tag != "link"):
            continue
        hosts = re.findall(r"(?:url\(\s*[\"']?|^|,)\s*((?:https?:)?[\\/]{2}[^\s\"')]*)", _bare(value))
        if any(urlsplit(host).hostname != "example.org" for host in hosts):
            yield f"{page}: {tag} {name}={value}"


def _attributes(site: Path) -> Iterator[tuple[str, str, str, str]]:
    pages: Iterable[HtmlPage] = pages_of(site).values()
    return (
        (page.path, e.tag, name, value) for page in pages for e in page.elements for name, value in e.attributes.items()
    )


def _bare(value: str) -> str:
    return re.sub(r"[\x00-\x1f]", "", value).strip().lower()
