"""Journeys that the tests of diagrams draw."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import yaml

from journeybook.model import Journey

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"

# A short label and one of about 80 characters.
LABELS: Mapping[str, tuple[str, str]] = {
    "en": ("Short talk", "Quarterly review of the results and all open wishes with everybody who took part"),
    "de": ("Erstgespräch", "Datenschutzgrundverordnungsbeauftragtenbesprechung mit allen Beteiligten am Tisch"),
    "ja": (
        "初回面談",
        "お客様が初めて相談窓口に電話をかけて、担当者と面談の日程や目的、進め方、費用について詳しく話し合い、"
        "次の一歩を一緒に決めるための大切な段階です。資料も見ます",
    ),
    "ar": ("اللقاء الأول", "محادثة أولى مع المرشد حول الأهداف والتوقعات وطريقة العمل المشتركة خلال السنة"),
    "hi": ("पहली बैठक", "मार्गदर्शक के साथ पहली बातचीत जिसमें लक्ष्य, अपेक्षाएँ और मिलकर काम करने का ढंग तय होता है"),
    "th": ("ก้าวแรก 🌱", "การสนทนาครั้งแรกกับพี่เลี้ยงเกี่ยวกับเป้าหมายความคาดหวังและวิธีทำงานร่วมกัน 👩‍👩‍👧‍👦🎉"),
}


class SampleLinks:
    """Stages lead to sections of the page, activities to pages of the toolkit, and `hidden` is not to be shown."""

    def stage(self, key: str) -> str:
        return f"#{key}"

    def journey(self, id: str) -> tuple[str, str] | None:
        return None if id == "hidden" else (id.replace("-", " ").capitalize(), f"../{id}/index.html")

    def activity(self, id: str) -> tuple[str, str] | None:
        return None if id == "hidden" else (id.replace("-", " ").capitalize(), f"../../toolkit/{id}/index.html")


class LabelledLinks(SampleLinks):
    """Every activity has the same title."""

    def __init__(self, title: str) -> None:
        self.title = title

    def activity(self, id: str) -> tuple[str, str] | None:
        return self.title, f"{id}/index.html"


def read_journey(file: Path) -> Journey:
    """A journey from a YAML file in which every scalar is text."""
    return Journey.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))


def journey_of(stages: int, label: str, title: str | None = None) -> Journey:
    """A journey whose stages carry the same label everywhere."""
    stage: dict[str, Any] = {
        "title": title or label,
        "touchpoints": [{"title": label}, {"title": label}],
        "activities": ["one", "two"],
    }
    scores = ("-2", "-1", "0", "1", "2")
    return Journey.model_validate(
        {
            "title": "Sample",
            "stages": [
                {**stage, "id": f"s{n}", "feelings": [{"score": scores[n % 5], "label": label}]} for n in range(stages)
            ],
        }
    )


def parse(svg: str) -> ET.Element:
    """The root of an SVG text; an error where it is not well-formed."""
    return ET.fromstring(svg)


def texts_of(root: ET.Element) -> list[str]:
    """All drawn lines, in reading order."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]
