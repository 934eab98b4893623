"""Say where that stands which people write into a stage, a workshop or a step, and which has its place elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from journeybook.model.types import is_id
from journeybook.model.views import VIEWS
from journeybook.problems import Text, say
from journeybook.source.quotes import in_quotes

_STAGE, _JOURNEY, _WORKSHOP = ({"touchpoints", "frontstage"}, {"stages", "views"}, {"days", "bring"})
_STEP, _ACTOR, _ACTIVITY = ({"grouping", "minutes"}, {"quote", "needs", "kind"}, {"steps", "handouts"})
_BLOCK, _HANDOUT = ({"activity", "lead", "minutes"}, {"fields", "solution", "intro"})
"""Fields by which a model is known."""
_SOURCE = {"licence", "authors"}
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<id>[\w.]+/\S+)", re.I)
_OF_A_QUOTATION = (
    *("year", "date", "published", "publisher", "journal", "volume", "issue", "page", "pages", "edition", "chapter"),
    *("isbn", "issn", "place", "city", "in", "series"),
)
_SIGNS = ("icon", "emoji")
_PICTURES = (*_SIGNS, "image", "picture", "photo", "avatar")
_SIGNING_UP = ("registration", "register", "signup", "sign_up", "sign-up", "rsvp", "booking", "tickets")
_ABOUT = ("description", "summary", "about", "bio", "text")
_MOST_SHOWN = 3

_PLACES: tuple[tuple[Collection[str], Mapping[str, Text]], ...] = (
    (
        _STAGE,
        {
            "resources": say("write `resources:` at the start of a line, beside `stages:`: they are the journey’s"),
            "number": say("take it out: stages are numbered in their order"),
            **dict.fromkeys(
                ("color", "colour"),
                say("take it out; colours of stages are `palette: {{stages: […]}}` below `journeybook:` in mkdocs.yml"),
            ),
            **dict.fromkeys(_SIGNS, say("take it out: a stage is drawn with its number")),
            **dict.fromkeys(("quote", "quotes"), say("write it below `thoughts:`, which says what people think here")),
            **dict.fromkeys(
                ("channel", "channels"), say("write it at a touchpoint: `touchpoints: {{title: …, channel: …}}`")
            ),
        },
    ),
    (
        _WORKSHOP,
        {
            "questions": say("write them into its activities, or into the `text:` of a block"),
            **dict.fromkeys(
                ("facilitator_notes", "facilitation", "facilitation_notes", "trainer_notes", "leader_notes"),
                say("write them into the `text:` of a block, which only facilitators see"),
            ),
            **dict.fromkeys(
                ("debrief", "cautions", "variations", "steps", "energy", "setting", "difficulty", "prerequisites"),
                say("write it into its activities, or into the `text:` of a block"),
            ),
            **dict.fromkeys(
                ("handouts", "handout", "worksheets"),
                say("take it out: a workshop has the handouts of the activities in its blocks"),
            ),
            **dict.fromkeys(
                ("duration", "length", "time", "minutes"),
                say("take it out: the minutes of the blocks make it, and the `start:` of each day says when"),
            ),
            **dict.fromkeys(
                ("lead", "leader", "led_by", "facilitator", "facilitators", "host", "speaker"),
                say("write it at the blocks, as `lead: …`, or into `description:`"),
            ),
        },
    ),
    (
        _STEP,
        {
            "materials": say("write `materials:` at the start of a line: they are the activity’s"),
            "optional": say("take it out, and say so in the step’s `text:`"),
            **{
                key: say("write `{key}:` at the start of a line: that is the activity’s", key=key)
                for key in ("facilitator_notes", "debrief", "cautions", "questions", "handouts", "variations", "space")
            },
        },
    ),
    (
        _BLOCK,
        {
            **dict.fromkeys(
                ("location", "room", "place", "where", "grouping", "in", "materials", "url", "link"),
                say("write it into the block’s `text:`"),
            ),
            **dict.fromkeys(
                ("questions", "steps", "handouts", "handout", "objectives"),
                say("write it into an activity, and name that here: `activity: …`"),
            ),
        },
    ),
    (
        _HANDOUT,
        {
            key: say("write it in an item of `fields:`: `fields: [{{label: …, {key}: …}}]`", key=key)
            for key in ("table", "lines", "box", "scale", "choices", "hint")
        },
    ),
    (
        _ACTOR,
        {
            **dict.fromkeys(_ABOUT, say("write what they need below `needs:`, or what they say as `quote:`")),
            **dict.fromkeys(_PICTURES, say("take it out: an actor has no picture")),
        },
    ),
    (
        _ACTIVITY,
        {
            **dict.fromkeys(
                ("lead", "leader", "led_by", "facilitator"),
                say("take it out: who leads it stands in the block of a workshop, as `lead: …`"),
            ),
            "fields": say("write it below `handouts:` of an activity: `handouts: {{title: …, fields: …}}`"),
        },
    ),
)


def of_another_model(key: str, value: object, known: Collection[str]) -> Text | None:
    """Say where something stands that the model with the `known` fields has not; None where that is not known."""
    told, fields = key.casefold(), {*known}
    if fields >= _STAGE and (link := _link_of(told, value)):
        return say("write it into the `description:` of the stage as a link: `{link}`", link=link)
    if fields >= _JOURNEY and (view := _view_with(told)):
        words = _words(value)
        setting = value if isinstance(value, str) else f"[{', '.join(words)}]" if words else "…"
        return say("write it below `views:`, in the view’s braces: `- {view}`", view=f"{view}: {{{told}: {setting}}}")
    if fields >= _JOURNEY and told in ("related", "see_also") and "[" not in str(value).strip("[]"):
        ids = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and is_id(one)]
        return say("write it into the `description:` as a link: `{link}`", link=f"[](journey:{ids[0] if ids else '…'})")
    if fields >= _STEP and "activity" not in fields and told in ("break", "pause"):
        title = value.strip() if isinstance(value, str) and value.strip() else "…"
        return say("write `title: {title}`: a break is a step with a title", title=title)
    if fields >= _WORKSHOP and told in ("url", "link", "address", "website", "online"):
        return say("write `resources: {{title: …, url: {address}}}`", address=in_quotes(str(value or "https://…")))
    if fields >= _WORKSHOP and told == "activities":
        ids = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and is_id(one)]
        blocks = ", ".join(f"`- activity: {one}`" for one in ids[:_MOST_SHOWN]) or "`- activity: …`"
        return say("write each as a block of a day, below `blocks:`: {blocks}", blocks=blocks)
    if fields >= _WORKSHOP and told in _SIGNING_UP:
        address = value if isinstance(value, str) and re.match("https?://", value) else "https://…"
        shown = f"{{title: {key.capitalize()}, url: {in_quotes(address)}}}"
        return say("write `resources: {shown}`", shown=shown)
    if fields >= _SOURCE and (part := _in_a_source(told, value)):
        return part
    return next((places[told] for model, places in _PLACES if fields >= {*model} and told in places), None)


def _in_a_source(key: str, value: object) -> Text | None:
    """Say where a part of a quotation stands that a source has no field for."""
    if key in ("doi", "handle", "hdl") and isinstance(value, str) and (found := _DOI.fullmatch(value.strip())):
        host = "doi.org" if key == "doi" else "hdl.handle.net"
        return say("write `url: {address}`", address=f"https://{host}/{found['id']}")
    if key in _OF_A_QUOTATION and isinstance(value, str):
        return say("write it into the `title:`, such as `title: …, {text}`", text=value.strip())
    return None


def _link_of(key: str, value: object) -> str | None:
    """Give the link to a workshop or a handout that a stage names, which it can show nowhere else."""
    kind = {"workshop": "workshop", "workshops": "workshop", "handout": "handout", "handouts": "handout"}.get(key)
    named = value[0] if isinstance(value, list) and value else value
    is_one = isinstance(named, str) and re.fullmatch(r"[\w-]+(?:/[\w-]+)?", named)
    return f"[]({kind}:{named if is_one else '…'})" if kind else None


def _view_with(key: str) -> str | None:
    """Give the view that has a setting of this name."""
    return next((name for name, view in VIEWS.items() if key in view.settings.model_fields), None)


def _words(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
