"""Handbooks at the ends of what people write: the smallest, each field alone, the largest, other scripts, own looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from diagrams.scripts import SCRIPTS
from model.contract import FIELDS
from small import MKDOCS_YML

FIRST_MEETING = """
title: The first meeting
stages:
  - title: Arrive
    touchpoints: [A note the day before, Tea]
  - title: Listen
    touchpoints:
      - Two open questions
    feelings: {score: 1, label: Taken seriously}
  - title: Agree
    touchpoints: [The next date, One small step]
"""
HOUR = {"title": "One hour", "days": [{"start": "18:00", "blocks": [{"title": "Welcome", "minutes": 10}]}]}
WALK = {"title": "A listening walk"}

_SENTENCE = "One sentence that says what happens here."
_PLAIN_TEXT = {
    "summary": _SENTENCE, "description": "A *short* text.\n\n- one\n- two", "audience": ["mentor"],
    "tags": ["first"], "owner": "The coordinator", "reviewed_on": "2026-10-01", "review_by": "2036-10-01",
    "resources": [{"title": "Our rules", "url": "https://example.org/"}], "language": "en", "status": "draft",
    "chapter": "guide",
}  # fmt: skip
_PICTURE = {"file": "files/drawn.svg", "alt": "Nine chairs in a circle", "credit": "A. Drawer"}
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60"><path d="M9 9h9v9z"/></svg>'
STAGE: Mapping[str, Any] = {
    **_PLAIN_TEXT, "id": "own-id", "period": "before", "horizon": "today", "date": "Spring 2027",
    "duration": "2–6 months", "count": 12400, "goals": ["To be asked"], "actions": ["Learns forty names"],
    "thoughts": ["Who would want me now?"], "touchpoints": [{"title": "A call", "channel": "phone", "actors": ["m"]}],
    "feelings": {"score": -1, "label": "Torn"}, "pains": [{"text": "Nobody to ask", "severity": 3}],
    "opportunities": ["Let former mentees talk"], "frontstage": ["Answers within a day"],
    "measures": [{"title": "Still there", "value": 70, "target": 85, "unit": "%"}],
    "responsibilities": [{"actor": "m", "does": "Keeps Friday free"}], "backstage": ["Matches the pairs"],
    "support": ["The calendar of rooms"], "questions": ["What would you look forward to?"], "activities": ["walk"],
    "journey": "inner", "next": [{"to": "second", "condition": "there is time"}], "effort": 4,
    "evidence": ["A printed card"], "picture": _PICTURE,
}  # fmt: skip
ACTIVITY: Mapping[str, Any] = {
    **_PLAIN_TEXT, "number": 7, "purpose": _SENTENCE, "objectives": ["You know what helps"], "duration": "35–45 min",
    "group": "2–12", "participants": ["mentor", "mentee"], "setting": ["online"], "difficulty": "easy",
    "energy": "medium", "materials": ["Water"], "space": "A table.", "prerequisites": ["walk"],
    "steps": ["Say one word."], "facilitator_notes": _SENTENCE, "cautions": _SENTENCE, "variations": _SENTENCE,
    "questions": ["What is it?"], "debrief": _SENTENCE, "related": ["walk"], "source": "The Evenings",
    "handouts": [{"title": "Notes", "fields": ["Name"]}], "tested_with": ["eight pairs"], "status": "retired",
    "picture": _PICTURE,
}  # fmt: skip
WORKSHOP: Mapping[str, Any] = {
    **_PLAIN_TEXT, "group_size": 16, "timezone": "Europe/London", "location": "The garden room", "bring": ["A jumper"],
    "objectives": ["You know each other"], "status": "retired",
}  # fmt: skip
_LANES = ("goals", "actions", "thoughts", "touchpoints", "feelings", "pains", "opportunities", "responsibilities",
          "measures", "activities", "effort")  # fmt: skip
_VIEW_OF = {
    **dict.fromkeys(_LANES, "map"),
    **dict.fromkeys(("frontstage", "backstage", "support"), "blueprint"),
    **dict.fromkeys(("horizon", "date"), "vision"), "count": "funnel", "next": "path",
}  # fmt: skip
_GIVEN = {"title", "days", "stages", "aliases"}


def unplanted() -> list[str]:
    """The fields of the models that have no value here."""
    known = {"Stage": STAGE, "Activity": ACTIVITY, "Workshop": WORKSHOP}
    return [f"{model}.{name}" for model, values in known.items() for name in FIELDS[model].split() if name not in
            {*values, *_GIVEN}]  # fmt: skip


def _files(parts: Mapping[str, object]) -> dict[str, str]:
    """JSON is YAML."""
    return {
        path: part if isinstance(part, str) else json.dumps(part, ensure_ascii=False) for path, part in parts.items()
    }


def _book(parts: Mapping[str, object], config: str = MKDOCS_YML) -> dict[str, str]:
    return {"mkdocs.yml": config, "content/index.md": "# Welcome\n\nGood to see you.\n", **_files(parts)}


def _stage_alone(name: str, value: object) -> dict[str, object]:
    first = {"title": "First stage", name: value}
    second = {"title": "Second stage"} | ({} if name in ("journey", "id", "next") else {name: value})
    view = _VIEW_OF.get(name, "path")
    views = ["path", view] if view != "path" and name in ("goals", "feelings", "touchpoints") else [view]
    people = {"actors": [{"id": "m", "title": "Mentor"}]}
    return {"title": f"Only {name}", **people, "views": views, "stages": [first, {**second, "id": "second"}]}


def smallest() -> dict[str, dict[str, str]]:
    """Handbooks with next to nothing in them, by name."""
    return {
        "journey": _book({"journeys/first-meeting.yaml": FIRST_MEETING}),
        "activity": _book({"toolkit/walk.yaml": WALK}),
        "workshop": _book({"toolkit/workshops/hour.yaml": HOUR}),
        "nothing": _book({}),
        "one-of-each": _book(
            {
                "journeys/first-meeting.yaml": FIRST_MEETING,
                "toolkit/walk.yaml": WALK,
                "toolkit/workshops/hour.yaml": HOUR,
            }
        ),
    }


def fields_alone() -> dict[str, str]:
    """A handbook with a journey, an activity or a workshop for each field, which has no other."""
    parts: dict[str, object] = {"toolkit/walk.yaml": WALK, "content/guide/index.md": "# Guide\n"}
    parts["files/drawn.svg"] = DRAWN
    parts["journeys/inner.yaml"] = {"title": "Inner", "stages": ["One", "Two"]}
    for name, value in STAGE.items():
        if name in FIELDS["Stage"].split():
            parts[f"journeys/only-{name}.yaml"] = _stage_alone(name, value)
    for name, value in ACTIVITY.items():
        slug = name.replace("_", "-")
        parts[f"toolkit/only-{slug}.yaml"] = {"title": f"Only {name}", name: value}
    for name, value in WORKSHOP.items():
        slug = name.replace("_", "-")
        parts[f"toolkit/workshops/only-{slug}.yaml"] = {**HOUR, "title": f"Only {name}", name: value}
    return _book(parts)


_LONG = "A label of eighty characters, which is as long as the check lets any label become"[:80]
_CHANNELS = ("phone", "website", "in person", "e-mail", "letter", "video call")
_ACTORS = [
    {"id": "a", "title": "Newcomer", "kind": "end_user"},
    {"id": "b", "title": "Mentor", "kind": "service_provider"},
    {"id": "c", "title": "Coordinator of the whole programme", "kind": "service_provider"},
]


def _full_stage(place: int, stages: int) -> dict[str, object]:
    touchpoints = [
        {"title": f"{place} {nth} {_LONG}"[:80], "channel": channel, "actors": ["a", "b"] if nth % 2 else ["a"]}
        for nth, channel in enumerate(_CHANNELS)
    ]
    feelings = [
        {"score": (place * step) % 5 - 2, "label": f"Feeling of actor {actor}", "actor": actor}
        for step, actor in ((3, "a"), (2, "b"), (2, "c"))
    ]
    return {
        "id": f"s{place}", "title": f"{place + 1} {_LONG}"[:80], "summary": _SENTENCE * 3, "touchpoints": touchpoints,
        "feelings": feelings, "pains": [{"text": f"{_SENTENCE} Again.", "severity": place % 3 + 1}, "Another"],
        "opportunities": [_SENTENCE], "actions": ["Does this", "and then that"], "thoughts": ["What now?"],
        "frontstage": ["People see this"], "backstage": ["Work that nobody sees"], "support": ["A calendar"],
        "effort": place % 5 + 1, "measures": STAGE["measures"], "date": str(2010 + place),
        "horizon": ("achieved", "today", "next", "planned", "vision")[min(4, place * 5 // stages)],
        "count": 1_234_567 // (place + 1),
    }  # fmt: skip


def _full_journey(view: str, stages: int) -> dict[str, object]:
    full = [_full_stage(place, stages) for place in range(stages)]
    return {"title": f"All of {view}", "summary": _SENTENCE, "actors": _ACTORS, "views": [view], "stages": full}


_HUGE = {
    "title": "The activity with everything in it and a title that needs three lines on a phone", "number": 61,
    "chapter": "ch01", "summary": _SENTENCE, "duration": {"preparation": "20 min", "min": "2 h", "max": "3 h"},
    "group": {"min": 2, "max": 30, "size": 3}, "participants": ["mentor", "mentee", "facilitator", "coordinator"],
    "setting": ["in_person", "online", "hybrid"], "energy": "high", "space": "A room", "cautions": _SENTENCE,
    "materials": [{"title": f"Material {nth} with words", "quantity": nth, "per": "person"} for nth in range(1, 31)],
    "steps": [{"title": f"Step {nth} has a title", "text": _SENTENCE, "minutes": 6} for nth in range(25)],
    "handouts": [{"title": f"Handout {nth} with a title", "fields": [{"label": "A", "lines": 3}]} for nth in range(8)],
    "questions": [f"Question {nth} is asked here?" for nth in range(12)],
}  # fmt: skip
_UNBROKEN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def _block(nth: int) -> dict[str, object]:
    if nth % 5 == 4:
        return {"break": "Coffee", "minutes": 10}
    if nth % 7 == 3:
        return {"activity": "huge", "minutes": 30, "lead": "Ann"}
    return {"title": f"Block {nth}", "minutes": 12, "text": _SENTENCE, "lead": "Ben and the whole team"}


def largest() -> dict[str, str]:
    """A handbook of twelve chapters with long names, a journey of each view with all that it draws, 61 activities."""
    parts: dict[str, object] = {f"journeys/all-{view}.yaml": _full_journey(view, 20) for view in
                                ("path", "funnel", "vision", "map", "blueprint")}  # fmt: skip
    parts["journeys/all-cycle.yaml"] = _full_journey("cycle", 10)
    parts["toolkit/huge.yaml"] = _HUGE
    for nth in range(1, 61):
        title = f"Activity number {nth}" + (f" {_UNBROKEN}" if nth % 10 == 0 else "")
        parts[f"toolkit/a{nth}.yaml"] = {"title": title, "number": nth, "chapter": "ch01", "summary": _SENTENCE}
    days = [
        {"title": f"Day {day}", "start": "09:00", "blocks": [_block(nth) for nth in range(13)]} for day in (1, 2, 3)
    ]
    parts["toolkit/workshops/three-days.yaml"] = {"title": "Three days", "group_size": 16, "days": days}
    for chapter in range(1, 13):
        parts[f"content/ch{chapter:02}/index.md"] = f"# Chapter {chapter} with words\n\nText.\n"
        for nth in range(3):
            parts[f"content/ch{chapter:02}/s{nth}.md"] = f"# Section {nth} {_UNBROKEN}\n\n{_SENTENCE * 20}\n"
    parts["content/ch02/map.md"] = f"# {_UNBROKEN}\n\n`{'averylongword' * 9}`\n\n![](journey:all-map)\n"
    name = "The very long name of a handbook for the mentoring programmes of a Federal Association"
    return _book(parts, MKDOCS_YML.replace("Small handbook", name))


def _in_script(tag: str) -> dict[str, object]:
    label, sentence = SCRIPTS[tag]
    feel = {"score": 1, "label": label}
    horizons = ("achieved", "today", "next", "vision")
    stages: list[dict[str, object]] = [
        {
            "id": f"x{place}", "title": label, "summary": sentence, "feelings": {**feel, "score": (-1, 0, 2, 1)[place]},
            "touchpoints": [{"title": sentence[:60], "channel": label}], "pains": [sentence],
            "count": 1200 - 250 * place,
            "horizon": horizons[place], "actions": [label], "frontstage": [label], "backstage": [sentence],
            "date": str(2024 + place),
        }
        for place in range(4)
    ]  # fmt: skip
    stages[1]["next"] = [{"to": "x2", "condition": label}, {"to": "x0", "condition": label}]
    views = ["path", "funnel", "cycle", "vision", "map", "blueprint"]
    return {"title": label, "summary": sentence, "language": tag, "views": views, "stages": stages,
            "centre": {"title": label, "text": label}}  # fmt: skip


def _walk_in_script(tag: str) -> dict[str, object]:
    label, sentence = SCRIPTS[tag]
    steps = [{"title": label, "text": sentence, "minutes": 10}]
    materials = [{"title": label, "quantity": 2, "per": "person"}]
    return {"title": label, "language": tag, "summary": sentence, "duration": "35–45 min", "group": "2–12",
            "steps": steps, "materials": materials, "questions": [sentence]}  # fmt: skip


OTHER_SCRIPTS = ("ar", "he", "ja", "th", "hi")


def in_scripts() -> dict[str, str]:
    """A handbook in English whose journeys and activities are written in five other scripts."""
    parts: dict[str, object] = {f"journeys/{tag}.yaml": _in_script(tag) for tag in OTHER_SCRIPTS}
    parts |= {f"toolkit/{tag}.yaml": _walk_in_script(tag) for tag in OTHER_SCRIPTS}
    return _book(parts)


def right_to_left() -> dict[str, str]:
    """A handbook that is wholly in Arabic."""
    parts: dict[str, object] = {"journeys/ar.yaml": _in_script("ar"), "toolkit/ar.yaml": _walk_in_script("ar")}
    config = MKDOCS_YML.replace("theme: material", "theme: {name: material, language: ar}")
    return _book({**parts, "content/index.md": "# مرحبا\n\nنص قصير.\n\n![](journey:ar)\n"}, config)


def own_colours() -> dict[str, str]:
    """A handbook on cream paper with navy ink, three colours of stages, a wide logo and a line above the header."""
    colours = '{accent: "#7a00b8", stages: ["#c2185b", "#00796b", "#5d4037"], paper: "#fffbe0", ink: "#1a237e"}'
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><rect width="300" height="60"/></svg>'
    config = (
        MKDOCS_YML.replace("journeybook]", f"journeybook: {{palette: {colours}}}]")
        .replace("theme: material", "theme: {name: material, logo: img/logo.svg, custom_dir: overrides}")
    )  # fmt: skip
    parts: dict[str, object] = {f"journeys/all-{view}.yaml": _full_journey(view, 5) for view in
                                ("path", "funnel", "vision", "map", "blueprint", "cycle")}  # fmt: skip
    above = '{% extends "base.html" %}{% block announce %}Places are free until March.{% endblock %}\n'
    own = {
        "content/img/logo.svg": logo,
        "overrides/main.html": above,
        "toolkit/huge.yaml": _HUGE | {"chapter": "guide"},
    }
    return _book({**parts, **own, "content/guide/index.md": "# Guide\n", "toolkit/workshops/hour.yaml": HOUR}, config)


def of_many_stages() -> dict[str, str]:
    """A handbook with journeys of two to twenty stages."""
    stages = {n: [f"Stage {nth + 1}" for nth in range(n)] for n in (2, 5, 8, 10, 12, 16, 20)}
    return _book({f"journeys/n{n}.yaml": {"title": f"{n} stages", "stages": titles} for n, titles in stages.items()})


def handbooks() -> dict[str, dict[str, str]]:
    """All of these, by name, each as texts by path."""
    return {
        **{f"smallest-{name}": files for name, files in smallest().items()},
        "fields": fields_alone(),
        "largest": largest(),
        "scripts": in_scripts(),
        "right-to-left": right_to_left(),
        "colours": own_colours(),
        "stages": of_many_stages(),
    }


_NOT_READ = set(re.findall(
    "[a-z_]+",
    "id actor actors to url language status chapter kind horizon period views tags owner reviewed_on review_by energy "
    "difficulty setting participants audience related prerequisites activities activity journey timezone channel "
    "duration file alt",
))  # fmt: skip
"""Fields whose value readers get in other words, as a date, a title of something else, or a picture."""


def said(files: Mapping[str, str]) -> dict[str, list[str]]:
    """The texts of a handbook's journeys, activities and workshops, as they are written, by address."""
    parts = {path: text for path, text in files.items() if re.match("(journeys|toolkit)/", path)}
    return {path.removesuffix(".yaml") + "/": list(_texts(yaml.safe_load(text))) for path, text in parts.items()}


def _texts(value: object, name: str = "") -> Iterator[str]:
    if name in _NOT_READ:
        return
    if isinstance(value, str):
        yield from filter(None, re.sub(r"^- |[*]", "", value, flags=re.M).split("\n"))  # paper has bullets between
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, name)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, key)
