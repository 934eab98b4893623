"""A handbook's own colours: what follows from them can be read, or a problem says what to give instead."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from fuzz import examples
from journeybook.palette import Palette, stylesheet, variables
from journeybook.palette.contrast import misfits
from journeybook.palette.scheme import pairs, schemes

pytestmark = pytest.mark.slow

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
STAGES = st.lists(COLOURS, min_size=1, max_size=8)
SCHEMES = st.fixed_dictionaries({}, optional={"accent": COLOURS, "ink": COLOURS, "paper": COLOURS, "stages": STAGES})
PALETTES = st.tuples(SCHEMES, st.fixed_dictionaries({}, optional={"dark": SCHEMES})).map(lambda two: two[0] | two[1])


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, as the recommendation writes it down."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def low(palette: Palette) -> list[str]:
    """The pairs of both schemes that cannot be read."""
    return [
        f"{name}: {front} on {back}"
        for name, colours in schemes(palette).items()
        for front, back, need in pairs()
        if contrast(colours[front], colours[back]) < need - 1e-9
    ]


def mended(data: dict[str, Any]) -> dict[str, Any]:
    """A palette with every colour in place of which another is proposed changed to that one."""
    data = {**data, "stages": list(data.get("stages", ())), "dark": dict(data.get("dark", {}))}
    data["dark"]["stages"] = list(data["dark"].get("stages", ()))
    for misfit in misfits(Palette.model_validate(data)):
        assert misfit.near, misfit
        holder: Any = data
        for step in misfit.path[:-1]:
            holder = holder[step]
        holder[misfit.path[-1]] = misfit.near
    return data


def test_the_themes_own_colours_can_be_read_and_stay() -> None:
    """Without a colour of one's own nothing changes, and every pair of the theme has its contrast."""
    assert low(Palette()) == []
    assert variables(Palette()) == {"light": {}, "dark": {}}
    assert stylesheet(variables(Palette())) == ""


@given(PALETTES)
@settings(max_examples=examples(10), deadline=None)
@example({"paper": "#777777", "ink": "#000000"})
@example({"dark": {"paper": "#555555", "stages": ["#ffffff", "#000000"]}})
def test_everything_can_be_read_or_a_problem_says_why_not(data: dict[str, Any]) -> None:
    """A palette without problems has no pair below its contrast, and one with such a pair has a problem."""
    palette = Palette.model_validate(data)
    assert bool(low(palette)) == bool(list(misfits(palette)))


@given(PALETTES)
@settings(max_examples=examples(10), deadline=None)
def test_what_is_given_stays(data: dict[str, Any]) -> None:
    """Every given colour is in its scheme as it was given, and all but the first of fewer than eight go round."""
    palette = Palette.model_validate(data)
    for name, own in (("light", data), ("dark", data.get("dark", {}))):
        colours = schemes(palette)[name]
        for key in {"accent", "ink", "paper"} & own.keys():
            assert colours[key] == own[key]
        stages = own.get("stages", [])
        turns = [*stages, *(stages[1:] if len(stages) > 2 else stages) * 8][:8]
        assert [colours[f"stage-{place + 1}"] for place in range(len(turns))] == turns


@given(STAGES)
@settings(max_examples=examples(10), deadline=None)
@example(["#ffd24d", "#0b5cab"])
@example(["#ffd24d"])
def test_stages_as_they_are_proposed_have_no_problem(stages: list[str]) -> None:
    """Whoever takes all proposals for the colours of stages is done."""
    assert list(misfits(Palette.model_validate(mended({"stages": stages})))) == []


@pytest.mark.parametrize("name", ["accent", "ink", "paper"])
@given(colour=COLOURS)
@settings(max_examples=examples(2), deadline=None)
def test_a_colour_as_it_is_proposed_has_no_problem(name: str, colour: str) -> None:
    """Whoever takes the proposal for a single colour is done, in the light scheme and in the dark one."""
    for data in ({name: colour}, {"dark": {name: colour}}):
        assert list(misfits(Palette.model_validate(mended(data)))) == []


def test_one_accent_is_enough_for_both_schemes() -> None:
    """From one accent follows a lighter one of its hue for the dark scheme, and nothing else changes."""
    found = variables(Palette.model_validate({"accent": "#0B5CAB"}))
    assert found["light"] == {"--jb-accent": "#0b5cab"}
    assert list(found["dark"]) == ["--jb-accent"]
    red, green, blue = (int(found["dark"]["--jb-accent"][at : at + 2], 16) for at in (1, 3, 5))
    assert red < green < blue and contrast(found["dark"]["--jb-accent"], "#191613") >= 7


def test_text_on_stages_is_black_where_all_are_bright() -> None:
    """One dark colour among them keeps the text white."""
    bright, mixed = (Palette.model_validate({"stages": s}) for s in (["#e8590c"], ["#e8590c", "#0b5cab"]))
    assert schemes(bright)["light"]["on-stage"] == schemes(bright)["dark"]["on-stage"] == "#000000"
    assert schemes(mixed)["light"]["on-stage"] == "#ffffff"
    assert list(misfits(bright)) == []


def test_a_bright_stage_has_a_darker_colour_for_its_text() -> None:
    """The fill stays as it is given; the heading in that colour gets dark enough for paper."""
    light = variables(Palette.model_validate({"stages": ["#e8590c"]}))["light"]
    assert light["--jb-stage-1"] == "#e8590c"
    assert contrast("#e8590c", "#fdfbf7") < 4.5 <= contrast(light["--jb-stage-1-text"], "#fdfbf7")


def test_the_nearest_colour_is_near() -> None:
    """A colour that just fails gets a proposal that few would tell from it; one that passes gets none."""
    (misfit,) = misfits(Palette.model_validate({"accent": "#8f6b1f", "dark": {"accent": "#ffffff"}}))
    steps = zip(*([int(c[at : at + 2], 16) for at in (1, 3, 5)] for c in ("#8f6b1f", misfit.near or "")), strict=True)
    assert max(abs(one - other) for one, other in steps) < 24
    assert list(misfits(Palette.model_validate({"accent": misfit.near}))) == []


@given(st.text(max_size=20) | st.sampled_from(["#12", "#12345g", "rgb(", "color(", "inherit", "currentColor", "none"]))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_colour_or_told_not_to_be_one(text: str) -> None:
    """No text makes reading fail in another way than with words for its author."""
    try:
        assert Palette.model_validate({"accent": text}).accent
    except ValidationError as error:
        assert [detail["type"] for detail in error.errors()] == ["journeybook"]
