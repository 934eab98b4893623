"""What a page says only from a day on: on the web the reader's browser decides, in books the day of the build."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

_DAY = "data-jb-due"


def with_day(body: ET.Element, today: dt.date) -> None:
    """Show the notes whose day has passed; the others stay hidden, and are taken out with all that is."""
    for note in body.iter():
        if (day := note.get(_DAY)) and day < today.isoformat():
            note.attrib.pop("hidden", None)
