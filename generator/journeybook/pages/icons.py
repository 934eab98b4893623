"""The icons: Material Design Icons (Apache 2.0), as mkdocs-material ships them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from urllib.parse import quote

from markupsafe import Markup

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.channels import channel_kind
from journeybook.model.shown import shown_fields

_NAMES = {
    "time": "clock-outline",
    "people": "account-group-outline",
    "where": "map-marker-outline",
    "who": "account-outline",
    "audience": "book-account-outline",
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
    "social": "share-variant-outline",
    "web": "web",
    "room": "door-open",
    "video": "video-outline",
    "message": "message-text-outline",
    "talk": "account-voice",
    "channel": "swap-horizontal",
    "alone": "account-outline",
    "pairs": "account-multiple-outline",
    "groups": "account-group-outline",
    "plenary": "account-group",
    "handout": "file-document-outline",
    "print": "printer-outline",
    "private": "lock-outline",
    "workshop": "calendar-outline",
    "add": "plus",
    "drag": "drag-vertical",
    "up": "arrow-up",
    "down": "arrow-down",
    "remove": "close",
    "save": "content-save-outline",
    "open": "folder-open-outline",
    "undo": "undo",
    "break": "coffee-outline",
    "write": "pencil-outline",
    "file": "file-code-outline",
    "done": "check",
    "filter": "tune-variant",
    "run": "presentation-play",
    "sound": "volume-high",
    "silent": "volume-off",
    "full-screen": "fullscreen",
    "keys": "keyboard-outline",
    "close": "close",
}


def icon(name: str) -> Markup:
    """Give an icon, drawn by the stylesheet and hidden from screen readers: words always stand beside it."""
    return Markup('<i class="i i-{}" aria-hidden="true"></i>').format(_checked(name))


def _checked(name: str) -> str:
    """Give a name that has an icon; a KeyError tells a template's typing error."""
    return name if name in _names() else _NAMES[name]


@cache
def _names() -> dict[str, str]:
    """Give the files of icons by name: ours, then those that a shown field names itself."""
    declared = (shown.icon for model in (Journey, Activity, Workshop) for shown in shown_fields(model).values())
    return _NAMES | {file: file for file in declared if file not in _NAMES}


def stylesheet() -> str:
    """Write a rule for each icon: its shape as a mask, once for the site and not once for each place."""
    return "\n".join(
        f'.i-{name} {{ --i: url("data:image/svg+xml,{quote(_svg(file))}"); }}' for name, file in _names().items()
    )


def _svg(file: str) -> str:
    return files("material").joinpath(f"templates/.icons/material/{file}.svg").read_text("utf-8").strip()


def channel_icon(channel: str) -> Markup:
    """Give the icon that fits the words of a channel."""
    return icon(channel_kind(channel))
