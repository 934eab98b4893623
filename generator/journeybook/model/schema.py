"""The JSON Schemas of what authors write, for editors; they accept every short form."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.glossary import Glossary

KINDS: dict[str, type[BaseModel]] = {
    "journey": Journey,
    "activity": Activity,
    "workshop": Workshop,
    "glossary": Glossary,
}


def schema(kind: str) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of journeys, activities, workshops or a glossary."""
    whole = KINDS[kind].model_json_schema(by_alias=True, mode="validation")
    for part in (whole, *whole.get("$defs", {}).values()):
        _allow_left_out(part)
    if kind == "glossary":
        whole = _as_list(whole)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole}


def _as_list(whole: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a glossary as its file is: the list of terms alone."""
    listed = next(one for one in whole["properties"]["terms"]["anyOf"] if one.get("type") == "array")
    about = {key: whole[key] for key in ("title", "description", "$defs")}
    return {**about, "type": "array", "items": listed["items"]}


def _allow_left_out(part: dict[str, Any]) -> None:
    """Let `null` stand wherever a key can be left out: nothing after its colon means that it is."""
    required = part.get("required", [])
    for name, field in part.get("properties", {}).items():
        if name in required:
            continue
        choices = field.pop("anyOf", None)
        if choices is None:
            keep = {key: field.pop(key) for key in list(field) if key not in ("title", "description", "default")}
            choices = [keep]
        if {"type": "null"} not in choices:
            choices.append({"type": "null"})
        field["anyOf"] = choices
