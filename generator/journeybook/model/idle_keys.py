"""Keys of front matter that other programs read, by which authors hope for what no page of a handbook does."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePosixPath
from typing import Any

from journeybook.problems import Text, say

_ON, _OFF = ("true", "yes", "on"), ("false", "no", "off", "never", "exclude", "none")
_ROBOTS = ("robots", "robot", "googlebot", "meta_robots", "seo_robots")
_NOT_FOUND = ("noindex", "no_index", "no-index", "nosnippet")
_FOUND = ("sitemap", "indexed", "indexing", "searchengines", "search_engines", "seo")
_UNTIL = re.compile(
    r"expires?|expiry(?:[_-]?date)?|expiration(?:[_-]?date)?|valid[_-](?:until|to)|visible[_-]until"
    r"|unpublish(?:[_-](?:on|at|date))?|remove[_-](?:on|after)|delete[_-](?:on|after)",
    re.I,
)
_FROM = re.compile(
    r"publish(?:[_-]?(?:on|at|date|from))?|release[_-]?(?:on|date)|visible[_-]from|valid[_-]from|go[_-]live(?:[_-](?:on|date))?"
    r"|embargo(?:[_-]until)?",
    re.I,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}|.*\b20\d\d")
_IN_MENU = ("nav", "menu", "in_menu", "in_nav", "show_in_nav", "show_in_menu")
_NOT_IN_MENU = ("nav_exclude", "exclude_from_nav", "hide_from_nav", "hide_from_menu", "hide_in_menu", "hide_in_nav")
_LEADS_ON = ("redirect", "redirect_to", "redirect_url", "redirects")
_LED_FROM = ("redirect_from", "alias", "moved_from", "old_path", "old_paths")
_ADDRESS = ("slug", "permalink", "url")
"""Keys of other programs by which a page has another address than that of its file."""

_SWITCHES = {
    **dict.fromkeys(("toc", "show_toc", "table_of_contents", "toc_enabled", "contents"), "toc"),
    **dict.fromkeys(("sidebar", "navigation", "show_navigation", "show_sidebar"), "navigation"),
    **dict.fromkeys(("breadcrumbs", "breadcrumb", "show_breadcrumbs"), "path"),
    **dict.fromkeys(("footer", "show_footer"), "footer"),
}
"""Parts of a page that other programs switch off by such a key, and what Material calls them below `hide:`."""
_SWITCHED = re.compile(r"(?:no|hide|disable)[_-]?(?P<part>toc|table_of_contents|sidebar|navigation|breadcrumbs|footer)")


def idle_key(key: str, value: Any, path: str, today: dt.date) -> tuple[Text, Text] | None:
    """Say of a key which nothing reads what it does not do on the page of a path, and what does; None of all others."""
    word, said = key.strip().casefold(), str(value).strip().casefold()
    if (
        (word in _ROBOTS and re.search(r"\b(?:noindex|none)\b", said))
        or (word in _NOT_FOUND and said in _ON)
        or (word in _FOUND and said in _OFF)
    ):
        message = say("nothing reads ‘{key}’ here: search engines are not asked to leave this page out", key=key)
        hint = say(
            "take it out; what nobody is to find goes under `exclude_docs:` in mkdocs.yml, and search engines are "
            "asked to list no page of an edition with an `audience`"
        )
        return message, hint
    if _UNTIL.fullmatch(word) and _DAY.fullmatch(said):
        message = say("nothing reads ‘{key}’ here: readers see this page after that day, too", key=key)
        return message, say("take it out, and say the day in the text, in a box such as `!!! warning`")
    if _FROM.fullmatch(word) and (day := _ISO.match(said)) and day[0] > today.isoformat():
        message = say("nothing reads ‘{key}’ here: readers see this page before that day, too", key=key)
        hint = say("write its path under `draft_docs:` in mkdocs.yml until then: `{path}`", path=path)
        return message, hint
    if (word in _IN_MENU and said in _OFF) or (word in _NOT_IN_MENU and said in _ON):
        message = say("nothing reads ‘{key}’ here: the menu has this page as it has the others", key=key)
        hint = say(
            "take its line out of `nav:` in mkdocs.yml, where there is one, and write its path under "
            "`not_in_nav:`: `{path}`",
            path=path,
        )
        return message, hint
    switched = _SWITCHED.fullmatch(word)
    part = switched["part"] if switched and said in _ON else word
    if part in _SWITCHES and (part != word or said in _OFF):
        message = say("nothing reads ‘{key}’ here: readers see that part of the page", key=key)
        return message, say("write `{code}`", code=f"hide: [{_SWITCHES[part]}]")
    if said and word in _LEADS_ON:
        message = say("nothing reads ‘{key}’ here: nobody is led from one page to the other", key=key)
        hint = say("delete this page, and write `aliases: [{path}]` into the front matter of the other one", path=path)
        return message, hint
    if said and word in _LED_FROM:
        message = say("nothing reads ‘{key}’ here: nobody is led from one page to the other", key=key)
        return message, say("write `aliases:` in its place, with the path that this page had, such as `guide/old.md`")
    if word in _ADDRESS and said:
        return _other_address(key, said, path)
    return None


def _other_address(key: str, said: str, path: str) -> tuple[Text, Text] | None:
    """Say of an address that is not the page's how it is made one; None of one that is, and of a whole address."""
    page = PurePosixPath(path)
    own = page.parent if page.name in ("index.md", "README.md") else page.with_suffix("")
    parts = said.removesuffix(".html").removesuffix(".md").strip("/").split("/")
    here = [*own.parts][-len(parts) :]
    if "://" in said or not all(map(re.compile(r"[a-z0-9][a-z0-9_-]*").fullmatch, parts)) or parts == here:
        return None
    message = say("nothing reads ‘{key}’ here: a page has the address of its file", key=key)
    if len(parts) > 1 or own == page.parent:
        return message, say("take it out; who renames the folder or the file changes the address")
    return message, say("rename the file to `{name}`, and take the line out", name=f"{parts[0]}.md")
