"""The icons: Material Design Icons (Apache 2.0), as mkdocs-material ships them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

_NAMES = {
    "time": "clock-outline",
    "people": "account-group-outline",
    "where": "map-marker-outline",
    "who": "account-outline",
    "difficulty": "gauge",
    "bring": "bag-personal-outline",
    "stages": "flag-outline",
    "shows": "eye-outline",
    "reviewed": "update",
    "owner": "account-outline",
    "date": "calendar-outline",
    "care": "alert-outline",
    "notes": "school-outline",
    "energy": "lightning-bolt-outline",
    "goal": "flag-checkered",
    "download": "download",
    "link": "link-variant",
    "space": "door-open",
    "phone": "phone-outline",
    "email": "email-outline",
    "web": "web",
    "room": "door-open",
    "video": "video-outline",
    "message": "message-text-outline",
    "channel": "swap-horizontal",
    "alone": "account-outline",
    "pairs": "account-multiple-outline",
    "groups": "account-group-outline",
    "plenary": "account-group",
    "handout": "file-document-outline",
    "workshop": "calendar-outline",
}
_CHANNELS = (
    (r"\b(e-?mail|newsletter)\b", "email"),
    (r"\b(video|zoom|teams)\b", "video"),
    (r"\b(phone|telephone)\b|^call\b", "phone"),
    (r"\b(chat|text|sms|messag\w*|letter|post)\b", "message"),
    (r"\b(web\w*|online|search\w*|social|portal|app)\b", "web"),
    (r"\b(room|in person|on site|face to face|event|meeting)\b", "room"),
)


@cache
def icon(name: str) -> Markup:
    """An icon as inline SVG, hidden from screen readers: words always stand beside it."""
    path = files("material").joinpath(f"templates/.icons/material/{_NAMES[name]}.svg")
    shape = re.sub(r"<svg [^>]*>", "", path.read_text("utf-8")).replace("</svg>", "").strip()
    return Markup(f'<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{shape}</svg>')


def channel_icon(channel: str) -> Markup:
    """The icon that fits the words of a channel."""
    for pattern, name in _CHANNELS:
        if re.search(pattern, channel, re.I):
            return icon(name)
    return icon("channel")
