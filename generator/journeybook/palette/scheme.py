"""Make all colours of both schemes of a palette. What is given stays; all else moves until it can be read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from journeybook.palette.colour import BLACK, WHITE, contrast, mix, nearest, toned
from journeybook.palette.given import Colours, Palette
from journeybook.palette.stages import STAGES
from journeybook.palette.tokens import Scheme, SchemeName, own

TEXT, SHAPE = 4.5, 3.0
"""The contrast that text and shapes need (WCAG 2.2, 1.4.3 and 1.4.11)."""
TONES = ("good", "bad", "warn")
_STAGES = [f"stage-{number}" for number in range(1, STAGES + 1)]
GROUNDS = ("paper", "raised", "sunken", *(f"{name}-tint" for name in (*_STAGES, *TONES)))
"""What text stands on."""
_TINT = {"light": 0.09, "dark": 0.20}  # how much of a stage's colour lies over the paper
_TONE_TINT = 0.05
_WELL = 7.0  # what is read well (WCAG 2.2, 1.4.6)
_AIM = {"light": TEXT, "dark": _WELL}  # on paper: a light colour stays as it is, and from it follow clear ones on dark
_TONED = 0.02  # chroma of a dark paper and a light ink, next to grey


@lru_cache(64)
def schemes(palette: Palette) -> dict[SchemeName, Scheme]:
    """Make the light and the dark scheme."""
    return {"light": _scheme("light", palette, own("light")), "dark": _scheme("dark", palette.dark, _begun(palette))}


def pairs() -> list[tuple[str, str, float]]:
    """List what stands on what, and the contrast that it needs."""
    found = [(text, ground, TEXT) for text in ("ink", "muted", "accent") for ground in GROUNDS]
    for name in _STAGES:
        found += [("on-stage", name, TEXT), (name, "paper", SHAPE)]
        found += [(f"{name}-text", ground, TEXT) for ground in _grounds_of(name)]
    found += [(tone, ground, TEXT) for tone in TONES for ground in _grounds_of(tone)]
    return [*found, ("line-strong", "paper", SHAPE)]


def _grounds_of(name: str) -> list[str]:
    return ["paper", "raised", "sunken", f"{name}-tint"]


def _begun(palette: Palette) -> Scheme:
    """Give the theme's dark scheme the hues of the light colours."""
    dark = dict(own("dark"))
    dark |= {name: colour for name, colour in palette.named().items() if name not in ("paper", "ink")}
    for name in ("paper", "ink"):
        if given := getattr(palette, name):
            dark[name] = toned(dark[name], given, _TONED)
    if palette.stages:
        dark["on-stage"] = _on_stage(palette.stages)
    return dark


def _scheme(name: SchemeName, given: Colours, begun: Scheme) -> Scheme:
    """Make one scheme: `begun` has the colours that are not given, still to be made readable."""
    theme, fixed = own(name), given.named()
    found = begun | fixed
    if found["paper"] != theme["paper"] or found["ink"] != theme["ink"]:
        if "ink" not in fixed:
            found["ink"] = _text(found["ink"], found["paper"], (), aim=_WELL)
        found |= _surfaces(found["paper"], found["ink"])
    if given.stages:
        found["on-stage"] = _on_stage(given.stages)
    for stage in _STAGES:
        if stage not in fixed:
            found[stage] = _fill(found[stage], found["on-stage"], found["paper"])
        found[f"{stage}-tint"] = mix(found["paper"], found[stage], _TINT[name])
    texts = {f"{s}-text": found[s] if found[s] != theme[s] else theme[f"{s}-text"] for s in _STAGES}
    texts |= {text: found[text] for text in ("ink", "muted", "accent", *TONES) if text not in fixed}
    for text, colour in texts.items():
        own_grounds = _grounds_of(text.removesuffix("-text")) if text not in ("ink", "muted", "accent") else GROUNDS
        found[text] = _text(colour, found["paper"], [found[ground] for ground in own_grounds], aim=_AIM[name])
    return found


def _on_stage(fills: Iterable[str]) -> str:
    """Choose white for the text on stages' fills, or black where that is easier to read on every one of them."""
    return BLACK if all(contrast(BLACK, fill) > contrast(WHITE, fill) for fill in fills) else WHITE


def _surfaces(paper: str, ink: str) -> Scheme:
    """Give the colours that follow from paper and ink alone; the shares are those of the theme's own colours."""
    dark_ink = contrast(ink, BLACK) < contrast(paper, BLACK)
    pole = BLACK if dark_ink else WHITE
    return {
        "raised": WHITE if dark_ink else mix(paper, pole, 0.045),
        "sunken": mix(paper, pole, 0.035),
        "muted": mix(paper, ink, 0.72),
        "line": mix(paper, ink, 0.15),
        "line-strong": nearest(mix(paper, ink, 0.52), lambda c: contrast(c, paper) >= SHAPE) or ink,
        "on-ink": paper,
        **{f"{tone}-tint": mix(paper, own("light" if dark_ink else "dark")[tone], _TONE_TINT) for tone in TONES},
    }


def _fill(colour: str, text: str, paper: str) -> str:
    """Move a stage's colour until a text on it can be read, and it shows on the paper where that is possible."""
    shown = nearest(colour, lambda c: contrast(text, c) >= TEXT and contrast(c, paper) >= SHAPE)
    return shown or nearest(colour, lambda c: contrast(text, c) >= TEXT) or colour


def _text(colour: str, paper: str, grounds: Iterable[str], *, aim: float) -> str:
    """Move a text's colour until it is read well on paper, and at least read on everything that it stands on."""
    needed = [paper, *grounds]

    def is_read(found: str) -> bool:
        return all(contrast(found, ground) >= TEXT for ground in needed)

    best = nearest(colour, lambda c: contrast(c, paper) >= aim and is_read(c))
    return best or nearest(colour, is_read) or colour
