"""The vocabulary of invented handbooks."""

from __future__ import annotations

DOINGS = (
    *("draw", "write", "tell", "sort", "walk", "share", "count", "fold", "choose", "compare", "rehearse", "mend"),
    *("name", "build", "trade", "map", "turn", "weigh", "paint", "read", "pack", "open", "cross", "plant", "follow"),
)
THINGS = (
    *("letter", "map", "river", "bridge", "window", "table", "garden", "mirror", "ladder", "compass", "market"),
    *("suitcase", "calendar", "kitchen", "lighthouse", "postcard", "toolbox", "staircase", "newspaper", "harbour"),
    *("photograph", "notebook", "clock", "recipe", "doorway"),
)
AIMS = (
    *("trust", "goals", "courage", "habits", "limits", "strengths", "memory", "patience", "focus", "change", "rest"),
    *("feedback", "purpose", "choices", "conflict", "networks", "learning", "voice", "balance", "roles"),
)
PEOPLE = (
    *("newcomer", "apprentice", "nurse", "returner", "researcher", "volunteer", "founder", "trainee", "teacher"),
    *("neighbour", "graduate", "carer", "engineer", "team leader", "artist", "student", "parent", "retiree"),
)
WAYS = (
    *("first hundred days", "way back to work", "first year", "second career", "year abroad", "path to leading a team"),
    *("exhibition", "application", "move to a new town", "apprenticeship", "first project", "thesis", "own business"),
)
STAGES = (
    *("Notice", "Ask", "Apply", "Meet", "Agree", "Begin", "Try out", "Settle", "Contribute", "Look back", "Decide"),
    *("Go further", "Hand over", "Belong", "Return", "Celebrate"),
)
CHANNELS = ("e-mail", "phone", "in person", "video call", "website", "paper", "social media", "post")
ROLES = ("mentee", "mentor", "coordinator")
FEELINGS = (
    *("Curious and unsure", "Relieved", "Lost among forms", "Proud", "Tired of being new", "Taken seriously"),
    *("Impatient", "At home", "Watched", "Useful", "Hopeful", "Out of words"),
)
MATERIALS = (
    *("Large sheet of paper (A2 or A3)", "Felt pens", "Sticky notes", "Roll of masking tape", "Index cards"),
    *("Timer", "Ball of string", "Set of picture cards", "Envelope", "Sheet of dots"),
)
SPACES = (
    "A table for each pair, and a bare wall on which sheets can hang for ten minutes.",
    "Chairs in a circle without tables, and a second room for quiet talks.",
    "A corridor or a garden in which pairs can walk side by side.",
    "One small table for every four people, with room to walk between them.",
)
