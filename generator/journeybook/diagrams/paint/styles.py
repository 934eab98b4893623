"""The kinds of text in diagrams. Sizes are pixels at the width a drawing is made for; nothing is below 13."""

from __future__ import annotations

from journeybook.text.font import TextStyle

TITLE = TextStyle("jd-title", 15, 600, 19)
TITLE_PHONE = TextStyle("jd-title-phone", 15, 600, 20)
LABEL = TextStyle("jd-label", 13, 600, 17)
BODY = TextStyle("jd-body", 14, 400, 19)
CHIP = TextStyle("jd-chip-text", 13, 500, 17)
CHIP_PHONE = TextStyle("jd-chip-text-phone", 14, 500, 18)
NUMBER = TextStyle("jd-number", 13, 700, 17)
NUMBER_PHONE = TextStyle("jd-number-phone", 14, 700, 18)
SCORE = TextStyle("jd-score", 13, 700, 17)
MOOD = TextStyle("jd-mood", 14, 500, 18)
HEADING = TextStyle("jd-heading", 18, 600, 23)
FIGURE = TextStyle("jd-figure", 22, 700, 28)
CENTRE = TextStyle("jd-centre", 24, 600, 30)
FOOT = TextStyle("jd-foot", 13, 400, 17)
NOTE = TextStyle("jd-note", 13, 500, 17)
THOUGHT = TextStyle("jd-thought", 15, 400, 20)
INITIALS = TextStyle("jd-initials", 13, 600, 17)
AMOUNT = TextStyle("jd-amount", 16, 700, 21)

STYLES = {
    style.name: style
    for style in (
        *(TITLE, TITLE_PHONE, LABEL, BODY, CHIP, CHIP_PHONE, NUMBER, NUMBER_PHONE, SCORE),
        *(MOOD, HEADING, FIGURE, CENTRE, NOTE, FOOT, THOUGHT, INITIALS, AMOUNT),
    )
}
"""Every style by its class. Sizes and weights of the SVG come from here, so drawing and measuring agree."""
