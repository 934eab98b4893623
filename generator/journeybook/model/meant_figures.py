"""Find figures that stand in the words of an item: `Nobody to ask (severity 3)`, `Meetings kept: 70 %`."""

from __future__ import annotations

import re

from journeybook.model.journey import Measure, Pain

_SEVERITY = re.compile(
    r"(?P<words>.*\w[.!?]?)[\s,;:(–—-]+(?:severity:?\s*(?P<said>[1-3])(?:\s*/\s*3)?|(?P<of>[1-3])\s*/\s*3)\)?", re.I
)
_SEVERITY_FIRST = re.compile(r"\(?severity:?\s*(?P<said>[1-3])(?:\s*/\s*3)?\)?[\s,;:–—-]+(?P<words>\w.*)", re.I)
_VALUE = re.compile(
    r"(?P<words>.*[^\W\d])\s*(?:[:=]\s*(?P<said>\d{1,9}(?:\.\d{1,6})?)\s*(?P<unit>%|[^\W\d]+)?"
    r"|\((?P<bracketed>\d{1,9}(?:\.\d{1,6})?)\s*(?P<percent>%)\))"
)
_IS_WANTED = re.compile(r"\b(?:goal|target|aim|minimum|maximum|max|min|at (?:least|most)|ziel|objectif|cible)\b", re.I)


def pain_with_severity(pain: Pain) -> dict[str, str] | None:
    """Give the keys of a pain whose text says its severity; None where it says none, or the key stands there."""
    found = _SEVERITY.fullmatch(pain.text) or _SEVERITY_FIRST.fullmatch(pain.text)
    if found is None or pain.severity is not None:
        return None
    groups = found.groupdict()
    return {"text": found["words"].strip(" ,;:–—-"), "severity": str(groups["said"] or groups["of"])}


def measure_with_value(measure: Measure) -> dict[str, str] | None:
    """Give the keys of a measure whose title says its value; None where it has one, or says a target."""
    found = _VALUE.fullmatch(measure.title)
    if found is None or measure.value is not None or measure.target is not None or _IS_WANTED.search(measure.title):
        return None
    unit = found["unit"] or found["percent"]
    fields = {"title": found["words"], "value": found["said"] or found["bracketed"]}
    return fields | ({"unit": unit} if unit and measure.unit is None else {})
