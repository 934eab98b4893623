"""The words for the choices that authors make in YAML, in pages and diagrams alike."""

from __future__ import annotations

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.shown import shown_fields


def N_(text: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text


_OURS = {
    "before": N_("Before"),
    "during": N_("During"),
    "after": N_("After"),
    "achieved": N_("Achieved"),
    "today": N_("Today"),
    "next": N_("Next"),
    "planned": N_("Planned"),
    "vision": N_("Vision"),
    "as_is": N_("How it is today"),
    "to_be": N_("How it should become"),
    "in_person": N_("in the room"),
    "online": N_("online"),
    "hybrid": N_("both at once"),
    "easy": N_("easy"),
    "moderate": N_("moderate"),
    "hard": N_("hard"),
    "low": N_("low"),
    "medium": N_("medium"),
    "high": N_("high"),
    "alone": N_("Alone"),
    "pairs": N_("In pairs"),
    "groups": N_("In small groups"),
    "plenary": N_("Everyone together"),
    "action": N_("Action"),
    "communication": N_("Communication"),
    "end_user": N_("The one whose journey it is"),
    "service_provider": N_("Helps on the way"),
    "severity-1": N_("noticeable"),
    "severity-2": N_("serious"),
    "severity-3": N_("strong"),
    "facilitator": N_("facilitators"),
    "mentor": N_("mentors"),
    "mentee": N_("mentees"),
    "coordinator": N_("coordinators"),
    "public": N_("everyone"),
}

LABELS = _OURS | {
    key: text.template
    for model in (Journey, Activity, Workshop)
    for shown in shown_fields(model).values()
    for key, text in shown.choices.items()
}
"""The words by choice: those above, and those that a shown field has of its own."""
