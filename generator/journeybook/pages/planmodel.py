"""The form of what the planner reads and writes. `make javascript` tells it to the scripts as TypeScript's types.

Names are short, and what is left out is not written: a handbook may have thousands of activities.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from journeybook.model.activity import Per

PLAN_VERSION = 1
"""The form of a plan: workshops are written in it, and so are the planner's own files and links."""
People = tuple[int, int | None, int | None]
"""The least, the most, and how many are in a small group: its size, or the only number that the activity is for."""
MaterialData = tuple[str, int | None, Per | None] | tuple[str, int | None, Per | None, str]
"""Title, quantity and what it is for; then the title as it is compared, where lower case is not enough."""
HandoutData = tuple[str, str, str]
"""Id, title and address."""
StepData = tuple[str, int]
"""Title and minutes."""
StepsData = dict[str, list[StepData]]
"""The steps of activities, by their ids."""


class PlanPart(BaseModel):
    """A part of what is written; keys that it does not have are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class ActivityData(PlanPart):
    """An activity: its time in words, its minutes (or the least), people, what to bring, other words to find it by."""

    id: str
    number: int | None = None
    title: str
    chapter: str | None = None
    time: str | None = None
    minutes: int | None = None
    least: int | None = None
    preparation: int | None = None
    group: People | None = None
    materials: list[MaterialData] = []
    before: list[str] = []
    handouts: list[HandoutData] = []
    stage: int | None = None
    address: str
    retired: bool = False
    facts: list[str] = []
    synonyms: list[str] = []


class WrittenBlock(PlanPart):
    """A block of a plan: an activity, a break or something of its own."""

    title: str | None = None
    activity: str | None = None
    minutes: int | None = None
    lead: str | None = None
    text: str | None = None
    start: str | None = None
    break_: str | None = Field(default=None, alias="break")
    audience: list[str] = []


class WrittenDay(PlanPart):
    """A day of a plan."""

    title: str | None = None
    date: str | None = None
    start: str
    end: str | None = None
    blocks: list[WrittenBlock] = []


class WrittenPlan(PlanPart):
    """A plan as it stands in files, in links and in the browser's store."""

    version: int = Field(ge=PLAN_VERSION, le=PLAN_VERSION)
    title: str | None = None
    people: int | None = None
    location: str | None = None
    timezone: str | None = None
    audience: list[str] = []
    days: list[WrittenDay]


class Named(PlanPart):
    """What has an id."""

    id: str


class WorkshopData(WrittenPlan, Named):
    """A workshop of the handbook as a plan."""

    retired: bool = False


class BookData(PlanPart):
    """All that the planner knows of a handbook."""

    version: int
    chapters: dict[str, str]
    activities: list[ActivityData]
    workshops: list[WorkshopData]
