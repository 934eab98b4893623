"""What stands below `extra:` and Material reads: the links of the footer, which a build would stop at."""

from __future__ import annotations

import re
from typing import Any

from journeybook.builders.config.judged.draft import Draft
from journeybook.checks.near_hosts import unreached
from journeybook.markdown.meant import whole
from journeybook.problems import Path, say

_SOCIAL: Path = ("extra", "social")
_WORD = re.compile(r"[^\W_][\w-]*")
"""The name of a service or a person where an address is meant."""


def judge_extra(draft: Draft) -> None:
    """Tell links of the footer that are no list, or lack their icon, and leave them out."""
    _judge_home(draft)
    extra = draft.data.get("extra")
    if _has_own(draft):
        return
    given = extra.get("social") if isinstance(extra, dict) else None
    if not given or not isinstance(extra, dict):
        return
    if not isinstance(given, list):
        hint = say("write each on a line of its own: `- {{icon: fontawesome/brands/mastodon, link: https://…}}`")
        draft.tell("JB203", say("‘{key}’ is a list", key="social"), hint, path=_SOCIAL)
        given = []
    right = [item for place, item in enumerate(given) if _is_right(draft, (*_SOCIAL, place), item)]
    draft.data["extra"] = {**extra, "social": right}


def _judge_home(draft: Draft) -> None:
    """Tell where the logo leads to, if that lacks `https://`: it would be looked for among the pages."""
    extra = draft.data.get("extra")
    given = extra.get("homepage") if isinstance(extra, dict) else None
    if isinstance(given, str):
        _judge_address(draft, given, ("extra", "homepage"))


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
