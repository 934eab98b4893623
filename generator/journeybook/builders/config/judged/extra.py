"""What stands below `extra:`: the links of the footer, which a build would stop at, and options that nothing reads."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.config.base import get_schema

from journeybook.builders.config.judged import material
from journeybook.builders.config.judged.draft import Draft, named
from journeybook.builders.config.judged.pieces import OURS
from journeybook.builders.config.judged.shapes import misfit
from journeybook.builders.config.judged.theme_keys import OwnTexts
from journeybook.builders.config.options import Options
from journeybook.checks.near_hosts import unreached
from journeybook.markdown.meant import whole
from journeybook.problems import Path, say

_SOCIAL: Path = ("extra", "social")
_WORD = re.compile(r"[^\W_][\w-]*")
"""The name of a service or a person where an address is meant."""

_OURS_ALONE = ("journeys", "toolkit", "roles", "editions", "edition", "nav_audience", "csp")
"""Options that nobody else has, whatever their value."""
_CLOSED = ("numbers", "downloads", "cards", "book", "renderer", "html")
"""Options whose values are few words: what has one of them is that option."""
_KEYS = {
    "analytics": "analytics: {{provider: google, property: {given}}}",
    "consent": "consent: {{title: …, description: …}}",
}
"""What Material reads keys of, each as it is written."""
_OF_THE_GUIDE = re.compile(r"(?:G|GT|GTM|UA|AW)-X[X-]{3,}", re.I)
"""The number of a site in examples of Google’s analytics."""
_COUNTS = "google"
"""The one service for which Material brings a template."""
_ANALYTICS = "partials/integrations/analytics"
_READ_NOTHING = frozenset(
    (OURS, *("search", "tags", "blog", "meta", "offline", "privacy", "social", "info", "group", "optimize", "minify"))
)
"""Plugins that read none of our options below `extra:`."""


def _of_service(given: Any) -> tuple[str, str] | None:
    """Give the icon and the address of `facebook: https://…`, the first that is the name of such a service."""
    pairs = given.items() if isinstance(given, dict) else ()
    icons = material.folder() / ".icons" / "fontawesome" / "brands"
    for name, link in ((str(name).casefold(), link) for name, link in pairs):
        if isinstance(link, str) and link.startswith("http") and _WORD.fullmatch(name):
            return (name, link) if (icons / f"{name}.svg").is_file() else None
    return None


def judge_extra(draft: Draft) -> None:
    """Tell links of the footer that are no list, or lack their icon, and leave them out; and options of ours."""
    if _judge_keys(draft):
        return
    _judge_home(draft)
    _judge_ours(draft)
    _judge_shapes(draft)
    extra = draft.data.get("extra")
    if _has_own(draft):
        return
    given = extra.get("social") if isinstance(extra, dict) else None
    if not given or not isinstance(extra, dict):
        return
    if not isinstance(given, list):
        icon, link = _of_service(given) or ("mastodon", "https://…")
        hint = say(
            "write each on a line of its own: `- {{icon: fontawesome/brands/{icon}, link: {link}}}`",
            icon=icon,
            link=link,
        )
        draft.tell("JB203", say("‘{key}’ is a list", key="social"), hint, path=_SOCIAL)
        given = []
    right = [item for place, item in enumerate(given) if _is_right(draft, (*_SOCIAL, place), item)]
    draft.data["extra"] = {**extra, "social": right}


def _judge_keys(draft: Draft) -> bool:
    """Tell that `extra` has no keys, and leave it out; give whether that is so."""
    given = draft.data.get("extra", {})
    if isinstance(given, dict):
        return False
    message = say("keys are expected below ‘{key}’, not a text", key="extra")
    if given is None:
        message = say("keys are expected below ‘{key}’, and there is nothing", key="extra")
    elif isinstance(given, list):
        message = say("keys are expected below ‘{key}’, and no list", key="extra")
    hint = say("write below it, indented, such as `homepage: https://…`; or take it out")
    if isinstance(given, list) and given and all(isinstance(one, dict) for one in given):
        hint = say("take the dashes out: `{key}: …`", key=next(iter(given[0]), "homepage"))
    draft.tell("JB203", message, hint, path=("extra",))
    del draft.data["extra"]
    return True


def _judge_home(draft: Draft) -> None:
    """Tell where the logo leads to, if that lacks `https://`: it would be looked for among the pages."""
    extra = draft.data.get("extra")
    given = extra.get("homepage") if isinstance(extra, dict) else None
    if isinstance(given, str):
        _judge_address(draft, given, ("extra", "homepage"))


def _judge_ours(draft: Draft) -> None:
    """Tell options of journeybook, which would do nothing here; not where something of the handbook's own reads them.

    Whoever writes `editions` here publishes to everyone what is meant for some.
    """
    extra = draft.data.get("extra")
    if not isinstance(extra, dict) or _others_read(draft):
        return
    own, options = OwnTexts(draft, draft.data["theme"]), dict(get_schema(Options))
    for key in [one for one in map(str, extra) if one in (OURS, *_OURS_ALONE, *_CLOSED) and one in extra]:
        path: Path = ("extra", key)
        if own.reads_extra(key) or (key in _CLOSED and misfit(options[key], key, extra[key], draft.typed(path))):
            continue
        hint = say("write it below `- journeybook:`, which stands under `plugins`: nothing reads it here")
        message = say("‘{key}’ is an option of journeybook", key=key)
        if key == OURS:
            hint = say(
                "write its options below `- journeybook:`, which stands under `plugins`: nothing reads them here"
            )
            message = say("‘{key}’ is a plugin, and no key of ‘extra’", key=key)
        draft.tell("JB202", message, hint, path=path, at_key=True)
        del extra[key]


def _judge_shapes(draft: Draft) -> None:
    """Tell what Material reads keys of, and has none; a template or a plugin of the handbook's own may read more."""
    extra = draft.data.get("extra")
    if not isinstance(extra, dict) or _others_read(draft):
        return
    own = OwnTexts(draft, draft.data["theme"])
    for key, form in _KEYS.items():
        given, path = extra.get(key), ("extra", key)
        if given and not isinstance(given, dict) and not own.reads_extra(key):
            message = say("keys are expected below ‘{key}’, and nothing reads this", key=key)
            draft.tell(
                "JB203", message, say("write `{form}`", form=form.format(given=draft.typed(path) or "…")), path=path
            )
    analytics = extra.get("analytics")
    number = analytics.get("property") if isinstance(analytics, dict) else None
    if isinstance(number, str) and _OF_THE_GUIDE.fullmatch(number):
        message = say("‘{text}’ is the number of Material’s guide, and nobody’s", text=number)
        draft.tell(
            "JB463", message, say("write your own, or take `analytics` out"), path=("extra", "analytics", "property")
        )
    _judge_provider(draft, analytics)
    given, path = extra.get("alternate"), ("extra", "alternate")
    is_right = isinstance(given, list) and all(isinstance(item, dict) and "link" in item for item in given)
    if given and not is_right and not own.reads_extra("alternate"):
        hint = say("write each on a line of its own: `- {{name: English, link: /en/, lang: en}}`")
        draft.tell("JB203", say("each language has a name and a link"), hint, path=path)


def _judge_provider(draft: Draft, analytics: object) -> None:
    """Tell who counts visits and has no template: Material takes in one of that name, and a build stops without it."""
    provider = analytics.get("provider") if isinstance(analytics, dict) else None
    theme = draft.data["theme"]
    if not provider or not isinstance(provider, str) or provider == _COUNTS or theme.get("name") != "material":
        return
    own, name = theme.get("custom_dir"), f"{_ANALYTICS}/{provider}.html"
    folder = draft.root / own if isinstance(own, str) else None
    if folder and ((folder / name).is_file() or (folder / f"{_ANALYTICS}.html").is_file()):
        return
    message = say("Material has no template for ‘{provider}’, and no build gets past this", provider=provider)
    hint = say(
        "put the code that ‘{provider}’ gives you into `{file}`, and write `custom_dir: overrides` below `theme`; or "
        "take `analytics` out",
        provider=provider,
        file=f"overrides/{name}",
    )
    if folder:
        hint = say(
            "put the code that ‘{provider}’ gives you into `{file}`, or take `analytics` out",
            provider=provider,
            file=f"{str(own).rstrip('/')}/{name}",
        )
    if provider.casefold().strip() == _COUNTS:
        hint = say("write `{form}`", form=f"provider: {_COUNTS}")
    draft.tell("JB203", message, hint, path=("extra", "analytics", "provider"))


def _others_read(draft: Draft) -> bool:
    """Tell whether a hook or a plugin is there that may read any key below `extra:`, as `macros` does."""
    plugins = {part.name.removeprefix("material/") for part in named("plugins", draft.data.get("plugins"))}
    return bool(draft.data.get("hooks")) or not plugins <= _READ_NOTHING


def _judge_address(draft: Draft, given: str, path: Path) -> None:
    """Tell an address that is not whole, and one whose host has no dot; a path of the site is right."""
    meant = whole(given)
    if (meant and meant != given) or _WORD.fullmatch(given):
        hint = (
            say("write `{meant}`", meant=meant) if meant else say("write all of it, such as https://www.example.org/")
        )
        draft.tell("JB203", say("‘{value}’ is not a whole address", value=given), hint, path=path)
    elif found := unreached(given):
        draft.tell("JB498", *found, path=path)


def _has_own(draft: Draft) -> bool:
    """Tell whether the handbook has a template of its own for these links, which may need no icons."""
    own = draft.data["theme"].get("custom_dir")
    return isinstance(own, str) and (draft.root / own / "partials" / "social.html").is_file()


def _is_right(draft: Draft, path: Path, item: Any) -> bool:
    if isinstance(item, dict) and isinstance(item.get("icon"), str) and item["icon"]:
        if isinstance(link := item.get("link"), str):
            _judge_address(draft, link, (*path, "link"))
        return True
    message, hint = say("‘{key}’ is missing", key="icon"), say("write one, such as `icon: fontawesome/brands/mastodon`")
    if not isinstance(item, dict):
        message, hint = say("‘icon’ and ‘link’ are expected here"), say("write `- {{icon: …, link: https://…}}`")
    draft.tell("JB201", message, hint, path=path)
    return False
