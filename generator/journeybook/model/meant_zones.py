"""Guess which places somebody meant who wrote hours from Greenwich, or letters, for a time zone."""

from __future__ import annotations

import re

_HOURS = re.compile(r"(?:utc|gmt|z)?\s*(?P<sign>[-+−–])\s*0?(?P<h>\d{1,2})(?::?00)?", re.I)
_PLACES = {
    -10: "Pacific/Honolulu",
    -9: "America/Anchorage",
    -8: "America/Los_Angeles",
    -7: "America/Denver",
    -6: "America/Chicago",
    -5: "America/New_York",
    -4: "America/Halifax",
    -3: "America/Sao_Paulo",
    -2: "America/Noronha",
    -1: "Atlantic/Azores",
    0: "Europe/London",
    1: "Europe/Berlin",
    2: "Europe/Athens",
    3: "Africa/Nairobi",
    4: "Asia/Dubai",
    5: "Asia/Karachi",
    6: "Asia/Dhaka",
    7: "Asia/Bangkok",
    8: "Asia/Singapore",
    9: "Asia/Tokyo",
    10: "Australia/Sydney",
    12: "Pacific/Auckland",
}
_ZONES = {
    "America/New_York": "EST|EDT|ET|EST5EDT",
    "America/Chicago": "CST|CDT|CT|CST6CDT",
    "America/Denver": "MST|MDT|MT|MST7MDT",
    "America/Los_Angeles": "PST|PDT|PT|PST8PDT",
    "Pacific/Honolulu": "HST",
    "Europe/London": "BST|GMT|ETC/GMT|GREENWICH|ETC/GREENWICH|GMT0",
    "Europe/Lisbon": "WET|WEST",
    "Europe/Berlin": "CET|CEST|MET|MEST|MEZ|MESZ",
    "Europe/Athens": "EET|EEST",
    "Asia/Kolkata": "IST",
    "Asia/Tokyo": "JST",
    "Australia/Sydney": "AEST|AEDT",
}


def meant_place(text: str) -> str | None:
    """Give a place with the hours of `GMT+1`, `UTC-05:00` or `EST`; None for all else, a zone's name included.

    Letters that are names of zones, such as GMT, CET and EST, have no place, and some no summer time: those who write
    them mean one.
    """
    for place, letters in _ZONES.items():
        if text.upper() in letters.split("|"):
            return place
    found = _HOURS.fullmatch(text.removeprefix("Etc/"))
    if found is None:
        return None
    ahead = (found["sign"] == "+") != text.startswith("Etc/")  # `Etc/GMT+1` is an hour behind Greenwich
    return _PLACES.get(int(found["h"]) * (1 if ahead else -1), "Europe/London")
