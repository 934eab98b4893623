"""Guess which zone somebody meant who wrote hours from Greenwich, letters, or a city without one, for a time zone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from journeybook.problems.nearest import is_slip

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
_CITIES = {
    "Europe/London": "aberdeen|birmingham|bradford|brighton|bristol|cambridge|cardiff|coventry|edinburgh|england|"
    "glasgow|great britain|leeds|leicester|liverpool|manchester|newcastle|nottingham|oxford|scotland|sheffield|swansea|"
    "uk|united kingdom|wales|york",
    "Europe/Dublin": "cork|galway|ireland|limerick",
    "Europe/Berlin": "augsburg|bonn|bremen|cologne|dortmund|dresden|duesseldorf|dusseldorf|essen|frankfurt|"
    "frankfurt am main|freiburg|germany|hamburg|hannover|hanover|heidelberg|karlsruhe|kiel|koeln|koln|leipzig|mainz|"
    "mannheim|muenchen|munchen|munich|nuernberg|nuremberg|nurnberg|stuttgart",
    "Europe/Vienna": "austria|graz|innsbruck|linz|salzburg|wien",
    "Europe/Zurich": "basel|bern|berne|geneva|geneve|genf|lausanne|luzern|switzerland",
    "Europe/Paris": "bordeaux|france|lille|lyon|marseille|montpellier|nantes|nice|strasbourg|toulouse",
    "Europe/Rome": "bologna|florence|genoa|italy|milan|milano|naples|palermo|torino|turin|venice|verona",
    "Europe/Madrid": "barcelona|bilbao|malaga|seville|sevilla|spain|valencia|zaragoza",
    "Europe/Lisbon": "porto",
    "Europe/Amsterdam": "eindhoven|groningen|netherlands|rotterdam|the hague|utrecht",
    "Europe/Brussels": "antwerp|belgium|ghent|liege",
    "Europe/Copenhagen": "aarhus|denmark|odense",
    "Europe/Stockholm": "goteborg|gothenburg|malmo|sweden|uppsala",
    "Europe/Oslo": "bergen|norway|trondheim",
    "Europe/Helsinki": "espoo|finland|tampere|turku",
    "Europe/Warsaw": "gdansk|krakow|cracow|lodz|poznan|warszawa|wroclaw",
    "Europe/Prague": "brno|czechia|ostrava|praha",
    "Europe/Athens": "greece|thessaloniki",
    "Europe/Kyiv": "kharkiv|lviv|odesa|ukraine",
    "Europe/Istanbul": "ankara|izmir",
    "America/New_York": "atlanta|baltimore|boston|buffalo|charlotte|cincinnati|cleveland|miami|new york city|orlando|"
    "philadelphia|pittsburgh|washington|washington dc",
    "America/Chicago": "austin|dallas|houston|kansas city|memphis|milwaukee|minneapolis|nashville|new orleans|"
    "san antonio|st louis",
    "America/Denver": "albuquerque|salt lake city",
    "America/Los_Angeles": "las vegas|oakland|sacramento|san diego|san francisco|seattle",
    "America/Toronto": "ottawa|quebec",
    "America/Edmonton": "calgary",
    "America/Sao_Paulo": "brasilia|rio|rio de janeiro",
    "Asia/Kolkata": "ahmedabad|bangalore|bengaluru|bombay|chennai|delhi|hyderabad|india|madras|mumbai|new delhi|pune",
    "Asia/Shanghai": "beijing|china|guangzhou|peking|shenzhen",
    "Asia/Tokyo": "kyoto|nagoya|osaka|yokohama",
    "Asia/Karachi": "islamabad|lahore|pakistan",
    "Asia/Jerusalem": "haifa",
    "Asia/Dubai": "abu dhabi",
    "Asia/Ho_Chi_Minh": "hanoi",
    "Australia/Sydney": "canberra",
    "Africa/Johannesburg": "cape town|durban|pretoria|south africa",
    "Africa/Lagos": "abuja|nigeria",
    "Africa/Nairobi": "kenya|mombasa",
    "Pacific/Auckland": "christchurch|new zealand|wellington",
}
"""Large cities, and countries of one zone, that people look for in vain, by the zone whose clocks they have."""


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


def zone_of_city(text: str) -> str | None:
    """Give the zone of a city that has no name there, as of `America/Boston`; None where the continent differs."""
    continent, _, city = text.rpartition("/")
    zone = next((zone for zone, cities in _CITIES.items() if _plain(city) in cities.split("|")), None)
    return zone if zone and continent.strip().casefold() in ("", zone.partition("/")[0].casefold()) else None


def zone_typed_wrong(text: str, zones: Collection[str]) -> str | None:
    """Give the zone whose city stands there, but for a letter or two: another near one has other clocks."""
    continent, _, city = text.rpartition("/")
    places = {zone: zone.rpartition("/") for zone in sorted(zones) if "/" in zone and not zone.startswith("Etc/")}
    said = f" {_plain(city)} "
    named = {zone: _plain(place) for zone, (_, _, place) in places.items() if f" {_plain(place)} " in said}
    if exact := [zone for zone, place in named.items() if not continent or place == said.strip()]:
        return max(exact, key=lambda zone: len(named[zone]))
    for zone, (there, _, place) in places.items():
        is_there = not continent or continent.casefold() == there.casefold() or is_slip(continent, there)
        if is_there and is_slip(_plain(city), _plain(place)):
            return zone
    return None


def _plain(city: str) -> str:
    """Give a city's name in small letters, without accents, with a blank between its words."""
    letters = unicodedata.normalize("NFKD", city.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(one for one in letters if not unicodedata.combining(one))))
