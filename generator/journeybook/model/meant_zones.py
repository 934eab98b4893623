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
    "America/New_York": "EST|EDT|ET",
    "America/Chicago": "CST|CDT|CT",
    "America/Denver": "MST|MDT|MT",
    "America/Los_Angeles": "PST|PDT|PT",
    "Pacific/Honolulu": "HST",
    "Europe/London": "BST",
    "Europe/Berlin": "CEST|MEZ|MESZ",
    "Europe/Athens": "EEST",
    "Asia/Kolkata": "IST",
    "Asia/Tokyo": "JST",
    "Australia/Sydney": "AEST|AEDT",
}


def meant_place(text: str) -> str | None:
    """Give a place with the hours of `GMT+1`, `UTC-05:00` or `EST`; None for all else, a zone's name included.

    Of the letters that are names of zones, EST, MST and HST have no summer time: those who write them mean a place.
    """
    for place, letters in _ZONES.items():
        if text.upper() in letters.split("|"):
            return place
    found = _HOURS.fullmatch(text)
    if found is None:
        return None
    return _PLACES.get(int(found["h"]) * (1 if found["sign"] == "+" else -1), "Europe/London")
