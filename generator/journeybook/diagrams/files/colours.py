"""CSS values without variables, for programs that know no stylesheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import tinycss2
from tinycss2.color4 import parse_color

if TYPE_CHECKING:
    from tinycss2.ast import Node

    Value = Sequence[Node]
else:
    Value = Sequence
Rgba = tuple[float, float, float, float]
"""Red, green, blue and opacity, each from 0 to 1."""
REM = 20
"""Pixels: what Material sets."""


def parse(text: str) -> Value:
    """Parse a CSS value into its parts."""
    return list(tinycss2.parse_component_value_list(text, skip_comments=True))


def resolve(value: Value, variables: Mapping[str, Value]) -> Value | None:
    """Put what variables stand for in their place; None where one has no value.

    A variable that is made of itself has none (CSS Custom Properties 1, 2.3).
    """
    found: list[Node] = []
    for part in value:
        if part.type == "function" and part.lower_name == "var":
            inside = _var(part.arguments, variables)
        elif part.type == "function":
            arguments = resolve(part.arguments, variables)
            inside = None if arguments is None else parse(f"{part.name}({tinycss2.serialize(arguments)})")
        else:
            inside = [part]
        if inside is None:
            return None
        found += inside
    return found


def _var(arguments: Value, variables: Mapping[str, Value]) -> Value | None:
    name, *fallback = _split(arguments)
    key = tinycss2.serialize(name).strip()
    if key in variables:
        if not any(part.type == "function" for part in variables[key]):
            return variables[key]
        others = {other: value for other, value in variables.items() if other != key}
        return resolve(variables[key], others)
    return resolve(fallback[0], variables) if fallback else None


def colour(value: Value) -> Rgba | None:
    """Read a colour as numbers; None for what is none, such as `none` itself."""
    parts = _meant(value)
    if len(parts) != 1:
        return None
    if parts[0].type == "function" and parts[0].lower_name == "color-mix":
        return _mixed(parts[0].arguments)
    found = parse_color(parts[0])
    if found is None or isinstance(found, str):
        return None
    red, green, blue = found.to("srgb").coordinates
    return red, green, blue, found.alpha


def _mixed(arguments: Value) -> Rgba | None:
    """Mix the colours of `color-mix(in srgb, A p%, B)` (CSS Color 5, 2): opacity weighs with the share."""
    method, *sides = _split(arguments)
    if [part.serialize() for part in _meant(method)] != ["in", "srgb"] or len(sides) != 2:
        return None
    first, second = (_share(side) for side in sides)
    if first[0] is None or second[0] is None:
        return None
    one = first[1] if first[1] is not None else 1 - (second[1] if second[1] is not None else 0.5)
    two = second[1] if second[1] is not None else 1 - one
    (*a, opacity_a), (*b, opacity_b) = first[0], second[0]
    weight_a, weight_b = one / (one + two) * opacity_a, two / (one + two) * opacity_b
    opacity = weight_a + weight_b
    if not opacity:
        return 0, 0, 0, 0
    red, green, blue = ((x * weight_a + y * weight_b) / opacity for x, y in zip(a, b, strict=True))
    return red, green, blue, opacity * min(1, one + two)


def _share(side: Value) -> tuple[Rgba | None, float | None]:
    parts = _meant(side)
    share = next((part.value / 100 for part in parts if part.type == "percentage"), None)
    return colour([part for part in parts if part.type != "percentage"]), share


def hexadecimal(colour: Rgba) -> str:
    """Write a colour as #rrggbb; its opacity is left out."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour[:3])


def plain(value: Value) -> str:
    """Write a value that is no colour: lengths as bare pixels, names without quotes."""
    return "".join(_plain(part) for part in value).strip()


def _plain(part: Node) -> str:
    if part.type == "dimension" and part.lower_unit in ("px", "rem"):
        return f"{part.value * (REM if part.lower_unit == 'rem' else 1):g}"
    return str(part.value) if part.type == "string" else str(part.serialize())


def _meant(value: Value) -> list[Node]:
    return [part for part in value if part.type not in ("whitespace", "comment")]


def _split(value: Value) -> list[Value]:
    """Split a value at its commas."""
    return [list(parts) for comma, parts in groupby(value, lambda part: part == ",") if not comma]
