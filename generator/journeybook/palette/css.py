"""A palette as variables of the stylesheet."""

from __future__ import annotations

from journeybook.palette.colour import BLACK
from journeybook.palette.given import Palette
from journeybook.palette.scheme import schemes
from journeybook.palette.tokens import SELECTORS, SchemeName, own

Variables = dict[SchemeName, dict[str, str]]


def variables(palette: Palette) -> Variables:
    """Give what differs from the theme's own colours, for `light` and `dark`: `{"--jb-accent": "#0b5cab"}`."""
    return {
        name: {f"--jb-{key}": colour for key, colour in scheme.items() if colour != own(name)[key]}
        for name, scheme in schemes(palette).items()
    }


def stylesheet(found: Variables) -> str:
    """Write the rules that set variables on screens; paper stays black on white."""
    rules = [_rule(SELECTORS[name], values) for name, values in found.items() if values]
    rules += [_hover(name) for name, values in found.items() if values.get("--jb-on-stage") == BLACK]
    return "@media screen {\n" + "\n".join(rules) + "\n}" if rules else ""


def _rule(selector: str, values: dict[str, str]) -> str:
    return f"  {selector} {{\n" + "".join(f"    {key}: {value};\n" for key, value in values.items()) + "  }"


def _hover(name: SchemeName) -> str:
    """Write the rule that lightens a stage which is pointed at.

    By default it darkens, which would be hard to read below black text.
    """
    scheme = SELECTORS[name].rpartition(" ")[2]
    return f"  {scheme} .jd a:hover :is(.jd-fill, .jd-segment, .jd-band) path {{ filter: brightness(1.1); }}"
