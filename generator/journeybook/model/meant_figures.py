"""Find figures that stand in the words of an item: `Nobody to ask (severity 3)`, `Meetings kept: 70 %`."""

from __future__ import annotations

import re

from journeybook.model.journey import Better, Measure, Pain

_SEVERITY = re.compile(
    r"(?P<words>.*\w[.!?]?)[\s,;:(–—-]+(?:severity:?\s*(?P<said>[1-3])(?:\s*/\s*3)?|(?P<of>[1-3])\s*/\s*3)\)?", re.I
)
_SEVERITY_FIRST = re.compile(r"\(?severity:?\s*(?P<said>[1-3])(?:\s*/\s*3)?\)?[\s,;:–—-]+(?P<words>\w.*)", re.I)
_SEVERITY_BEFORE = re.compile(r"(?:\(?(?P<of>[1-3])\s*/\s*3\)?|\((?P<said>[1-3])\))[\s,;:–—-]+(?P<words>[^\W\d_].*)")
_VALUE = re.compile(
    r"(?P<words>.*[^\W\d])\s*(?:[:=]\s*(?P<said>\d{1,9}(?:\.\d{1,6})?)\s*(?P<unit>%|[^\W\d]+)?"
    r"|\((?P<bracketed>\d{1,9}(?:\.\d{1,6})?)\s*(?P<percent>%)\))"
)
_VALUE_OF = re.compile(
    r"(?P<words>[^\W\d_](?:[^\d]*[^\W\d_])?)[\s:,–—(]+(?P<said>\d{1,9})\s+(?:of|out of)\s+(?P<whole>\d{1,9})\)?", re.I
)
_FROM_TO = re.compile(
    r"(?P<words>[^\W\d_](?:[^\d]*[^\W\d_])?)\s*[:=]\s*(?P<said>\d{1,9}(?:\.\d{1,6})?)\s*(?P<unit>%|[^\W\d]+)?"
    r"\s*(?:→|➔|⇒|[-=]+>)\s*(?P<target>\d{1,9}(?:\.\d{1,6})?)\s*(?P<same>%|[^\W\d]+)?"
)
"""What is today, and what is wanted: `Lunches held: 60 % → 90 %`."""
_SHARE_BEFORE = re.compile(r"(?P<said>\d{1,3}(?:\.\d{1,6})?)\s*%\s*of\s+(?P<words>[^\W\d_][^\d]*)", re.I)
_NO_SHARE = re.compile(r"(?:week|day|month|meeting|step|phase|round|session|year|part|no\.?|number)s?$", re.I)
"""What is numbered, not counted: `Week 3 of 12`."""
_PERCENT = ("%", "percent", "per cent")
_LEAST_SHARE = 0.5
"""A target from here to 1 that counts `%` is most likely a share: nobody aims for half a per cent of what is good."""
_IS_WANTED = re.compile(r"\b(?:goal|target|aim|minimum|maximum|max|min|at (?:least|most)|ziel|objectif|cible)\b", re.I)


def pain_with_severity(pain: Pain, number: int = 0) -> dict[str, str] | None:
    """Give the keys of a pain whose text says its severity; None where it says none, or the key stands there.

    `number`: its place among the pains, from 1, which a figure before it may be.
    """
    found = _SEVERITY.fullmatch(pain.text) or _SEVERITY_FIRST.fullmatch(pain.text)
    if found is None and (found := _SEVERITY_BEFORE.fullmatch(pain.text)) and found["said"] == str(number):
        return None
    if found is None or pain.severity is not None:
        return None
    groups = found.groupdict()
    return {"text": found["words"].strip(" ,;:–—-"), "severity": str(groups.get("said") or groups["of"])}


def measure_with_value(measure: Measure) -> dict[str, str] | None:
    """Give the keys of a measure whose title says its value; None where it has one, or says a target."""
    if measure.value is not None or measure.target is not None or _IS_WANTED.search(measure.title):
        return None
    if (of := _VALUE_OF.fullmatch(measure.title)) and not _NO_SHARE.search(of["words"]):
        return {"title": of["words"], "value": of["said"], "target": of["whole"]}
    if both := _FROM_TO.fullmatch(measure.title):
        fields = {"title": both["words"], "value": both["said"], "target": both["target"]}
        unit = both["same"] or both["unit"]
        fields |= {"unit": unit} if unit and measure.unit is None else {}
        return fields | ({"better": "lower"} if float(both["target"]) < float(both["said"]) else {})
    found = _VALUE.fullmatch(measure.title)
    if found is None:
        return _with_share_before(measure)
    unit = found["unit"] or found["percent"]
    fields = {"title": found["words"], "value": found["said"] or found["bracketed"]}
    return fields | ({"unit": unit} if unit and measure.unit is None else {})


def _with_share_before(measure: Measure) -> dict[str, str] | None:
    """Give the keys of `70 % of meetings kept`; nothing says whether that is so today, or wanted."""
    found = _SHARE_BEFORE.fullmatch(measure.title)
    if found is None:
        return None
    fields = {"title": found["words"][:1].upper() + found["words"][1:], "value": found["said"]}
    return fields | ({"unit": "%"} if measure.unit is None else {})


def may_be_target(measure: Measure) -> bool:
    """Tell whether the figure in a measure’s title may well be what is wanted, as in `70 % of meetings kept`."""
    return bool(_SHARE_BEFORE.fullmatch(measure.title))


def share_as_percent(measure: Measure) -> tuple[str, str] | None:
    """Give value and target of a measure in hundredths, where both are a share of 1 and its unit is `%`."""
    value, target = measure.value, measure.target
    if value is None or target is None or (measure.unit or "").strip().lower() not in _PERCENT:
        return None
    if not (0 < value < 1 and _LEAST_SHARE <= target <= 1) or measure.better is Better.LOWER:
        return None
    return f"{value * 100:.6g}", f"{target * 100:.6g}"
