"""A handbook in which each text has a mark of its own, so that one that is left out can be looked for anywhere.

What has an audience stands twice wherever it can stand: for everyone, and for mentors alone. Marks have no vowel, so
that no word has one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from journeybook.model.every_page import Banner
from model.contract import FIELDS
from small import MKDOCS_YML

HIDDEN_FROM_MENTEES = ["mentor"]
_LETTERS = "bcdfghjklmnpqrstvwxz"
Fields = dict[str, Any]


@dataclass
class Planter:
    """Makes marks, and knows which of them mentees are to see, and of which kind of field each is."""

    shown: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    seen_fields: set[str] = field(default_factory=set)
    pictures: dict[str, str] = field(default_factory=dict)
    _depth: int = 0

    @property
    def is_closed(self) -> bool:
        """Whether all that is planted now is for mentors alone."""
        return self._depth > 0

    def mark(self, place: str, *, hidden: bool = False) -> str:
        """Give a new mark; it is hidden where it is asked to be, and in all that is hidden."""
        number = len(self.shown) + len(self.hidden)
        letters = "".join(_LETTERS[number // 20**place % 20] for place in range(3))
        mark = f"q7{letters}4"
        (self.hidden if hidden or self._depth else self.shown)[mark] = place
        return mark

    def fields(self, model: str, **given: Any) -> Fields:
        """Note that a model's fields have a value here; give them."""
        self.seen_fields |= {f"{model}.{name}" for name in given}
        return given

    def both(self, make: Callable[[], Fields]) -> list[Fields]:
        """Make a thing for everyone, and one for mentors alone."""
        return [make(), self.for_mentors(make)]

    def for_mentors(self, make: Callable[[], Fields]) -> Fields:
        """Make a thing for mentors alone."""
        self._depth += 1
        try:
            return make() | {"audience": HIDDEN_FROM_MENTEES}
        finally:
            self._depth -= 1


_OF_CLOSED = {"number": 8, "prerequisites": ["other-activity"], "related": ["other-activity"]}


def _question(planter: Planter) -> Fields:
    return planter.fields("Question", text=f"Why {planter.mark('Question.text')}?", audience=["mentee"])


def _resource(planter: Planter) -> Fields:
    mark = planter.mark("Resource.url")
    return planter.fields(
        "Resource", title=planter.mark("Resource.title"), url=f"https://example.org/{mark}", audience=["mentee"]
    )


def _picture(planter: Planter, folder: str) -> Fields:
    """A picture in a folder beside the YAML, or in the one that all share; its file has a mark too, and so its name."""
    name, shared = f"{planter.mark('Illustration.file')}.svg", folder == "files"
    drawn = f"<title>{planter.mark('text of a picture')}</title><path d='M0 0h4'/>"
    planter.pictures[f"{folder}/{name}"] = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'>{drawn}</svg>\n"
    )
    planter.seen_fields.add("Illustration.decorative")
    return planter.fields(
        "Illustration",
        file=f"files/{name}" if shared else name,
        alt=planter.mark("Illustration.alt"),
        credit=planter.mark("Illustration.credit"),
        audience=["mentee"],
    )


def _passage(planter: Planter, place: str, *, hidden: bool = False) -> Fields:
    return planter.fields("Passage", text=planter.mark(place, hidden=hidden), audience=["mentee"])


def _entry(planter: Planter, kind: str) -> Fields:
    keeper = {name: planter.mark(f"{kind}.{name}", hidden=True) for name in ("owner",)}
    return planter.fields(
        kind,
        title=f"Title {planter.mark(f'{kind}.title')}",
        summary=planter.mark(f"{kind}.summary"),
        description=planter.mark(f"{kind}.description"),
        resources=planter.both(lambda: _resource(planter)),
        language="en",
        aliases=[planter.mark(f"{kind}.aliases")],
        status="current",
        reviewed_on="2026-03-04",
        review_by="2099-03-04",
        tags=[planter.mark(f"{kind}.tags")],
        chapter="guide",
        audience=["mentee", "mentor"],
        **keeper,
    )


def _touchpoint(planter: Planter) -> Fields:
    mark = planter.mark("Touchpoint.url")
    return planter.fields(
        "Touchpoint",
        title=planter.mark("Touchpoint.title"),
        channel=planter.mark("Touchpoint.channel"),
        actors=["open-actor", "closed-actor"],
        kind="communication",
        when=planter.mark("Touchpoint.when"),
        url=f"https://example.org/{mark}",
        audience=["mentee"],
    )


def _actor(planter: Planter, id: str) -> Fields:
    return planter.fields(
        "Actor",
        id=id,
        title=planter.mark("Actor.title"),
        kind="end_user",
        needs=[planter.mark("Actor.needs")],
        quote=planter.mark("Actor.quote"),
        audience=["mentee"],
    )


def _by_actor(planter: Planter, kind: str, text: str, **more: Any) -> list[Fields]:
    """Something of an actor whom mentees see, and of one whom they do not."""
    return [
        planter.fields(kind, actor="open-actor", **{text: planter.mark(f"{kind}.{text}")}, **more),
        planter.fields(kind, actor="closed-actor", **{text: planter.mark(f"{kind}.{text}", hidden=True)}, **more),
    ]


def _stage(planter: Planter, id: str) -> Fields:
    def texts(name: str) -> list[str]:
        return [planter.mark(f"Stage.{name}")]

    many = ("goals", "actions", "thoughts", "evidence", "frontstage", "backstage", "support")
    measure = planter.fields(
        "Measure", title=planter.mark("Measure.title"), value=1, target=2, unit=planter.mark("Measure.unit"),
        better="higher",
    )  # fmt: skip
    return planter.fields(
        "Stage",
        id=id,
        aliases=[planter.mark("Stage.aliases")],
        title=f"Stage {planter.mark('Stage.title')}",
        summary=planter.mark("Stage.summary"),
        description=planter.mark("Stage.description"),
        picture=_picture(planter, "journeys"),
        audience=["mentee"],
        period="before",
        horizon="today",
        date=planter.mark("Stage.date"),
        duration="2 weeks",
        count=7,
        touchpoints=planter.both(lambda: _touchpoint(planter)),
        feelings=_by_actor(planter, "Feeling", "label", score=1),
        responsibilities=_by_actor(planter, "Responsibility", "does"),
        pains=[planter.fields("Pain", text=planter.mark("Pain.text"), severity=2)],
        opportunities=[planter.fields("Opportunity", text=planter.mark("Opportunity.text"))],
        measures=[measure],
        questions=planter.both(lambda: _question(planter)),
        activities=["open-activity", "closed-activity"],
        journey="closed-journey",
        next=[
            planter.fields("Next", to="open-two", condition=planter.mark("Next.condition")),
            planter.fields("Next", to="closed-stage", condition=planter.mark("Next.condition", hidden=True)),
        ],
        effort=3,
        **{name: texts(name) for name in many},
    )


def _journey(planter: Planter) -> Fields:
    centre = planter.fields("Centre", title=planter.mark("Centre.title"), text=planter.mark("Centre.text"))
    return _entry(planter, "Journey") | planter.fields(
        "Journey",
        picture=planter.for_mentors(lambda: _picture(planter, "journeys")),
        goal=planter.mark("Journey.goal"),
        views=["map", "path"],
        centre=centre,
        state="to_be",
        compares="closed-journey",
        actors=[_actor(planter, "open-actor"), planter.for_mentors(lambda: _actor(planter, "closed-actor"))],
        stages=[
            _stage(planter, "open-one"),
            planter.for_mentors(lambda: _stage(planter, "closed-stage")),
            _stage(planter, "open-two"),
        ],
    )


def _closed_journey(planter: Planter) -> Fields:
    return {"title": f"Way {planter.mark('Journey.title')}", "stages": [{"title": planter.mark("Stage.title")}]}


def _handout(planter: Planter) -> Fields:
    kinds: list[Fields] = [
        {"lines": 2},
        {"box": "small"},
        {
            "table": planter.fields(
                "Table", columns=[planter.mark("Table.columns")], rows=[[planter.mark("Table.rows")]]
            )
        },
        {
            "scale": planter.fields(
                "Scale",
                **{"from": 1},
                to=5,
                least=planter.mark("Scale.least"),
                most=planter.mark("Scale.most"),
            )
        },
        {"choices": [planter.mark("HandoutField.choices")]},
    ]
    fields = [
        planter.fields(
            "HandoutField", label=planter.mark("HandoutField.label"), hint=planter.mark("HandoutField.hint"), **kind
        )
        for kind in kinds
    ]
    id = planter.mark("Handout.id")
    return planter.fields(
        "Handout",
        id=id,
        aliases=[planter.mark("Handout.aliases")],
        title=planter.mark("Handout.title"),
        intro=planter.mark("Handout.intro"),
        fields=fields,
        solution=planter.mark("Handout.solution", hidden=True),
        audience=["mentee"],
    )


def _activity(planter: Planter) -> Fields:
    def material() -> Fields:
        return planter.fields(
            "Material", title=planter.mark("Material.title"), quantity=2, per="person", audience=["mentee"]
        )

    def step() -> Fields:
        return planter.fields(
            "Step",
            title=planter.mark("Step.title"),
            text=planter.mark("Step.text"),
            minutes=5,
            grouping="pairs",
            picture=_picture(planter, "files"),
            audience=["mentee"],
        )

    duration = planter.fields("Duration", preparation="5 min", min="10 min", max="20 min", note="or so")
    group = planter.fields("Group", min=2, max=12, size=3, note="or so")
    source = planter.fields(
        "Source",
        title=planter.mark("Source.title"),
        url=f"https://example.org/{planter.mark('Source.url')}",
        licence=planter.mark("Source.licence"),
        authors=[planter.mark("Source.authors")],
    )
    variations = {
        f"Open {planter.mark('Activity.variations')}": _passage(planter, "Activity.variations"),
        f"Closed {planter.mark('Activity.variations', hidden=True)}": planter.for_mentors(
            lambda: _passage(planter, "Activity.variations")
        ),
    }
    return _entry(planter, "Activity") | planter.fields(
        "Activity",
        number=7,
        picture=_picture(planter, "toolkit"),
        purpose=planter.mark("Activity.purpose"),
        objectives=[planter.mark("Activity.objectives")],
        duration=duration,
        group=group,
        participants=[planter.mark("Activity.participants")],
        setting=["online"],
        difficulty=planter.fields("Difficulty", facilitator="easy", participant="hard"),
        energy="low",
        materials=planter.both(material),
        space=planter.mark("Activity.space"),
        prerequisites=["closed-activity", "other-activity"],
        steps=[*planter.both(step), step()],
        facilitator_notes=planter.mark("Activity.facilitator_notes", hidden=True),
        cautions=_passage(planter, "Activity.cautions"),
        variations=variations,
        questions=planter.both(lambda: _question(planter)),
        debrief=planter.for_mentors(lambda: _passage(planter, "Activity.debrief")),
        handouts=planter.both(lambda: _handout(planter)),
        related=["closed-activity", "other-activity"],
        source=source,
        tested_with=[planter.mark("Activity.tested_with")],
    )


def _workshop(planter: Planter) -> Fields:
    def block(**given: Any) -> Fields:
        return planter.fields(
            "Block",
            lead=planter.mark("Block.lead", hidden=True),
            text=planter.mark("Block.text", hidden=True),
            audience=["mentee"],
            **given,
        )

    def own() -> Fields:
        return block(title=planter.mark("Block.title"), minutes=7)

    def day() -> Fields:
        blocks = [
            block(title=planter.mark("Block.title"), minutes=10, start="09:05"),
            *planter.both(own),
            block(activity="open-activity"),
            block(activity="closed-activity"),
            block(activity="closed-activity", title=planter.mark("Block.title")),
            block(**{"break": planter.mark("Block.break")}, minutes=13),
        ]
        return planter.fields(
            "Day",
            title=planter.mark("Day.title"),
            date="2027-03-04",
            start="09:00",
            end="17:00",
            blocks=blocks,
            audience=["mentee"],
        )

    return _entry(planter, "Workshop") | planter.fields(
        "Workshop",
        group_size=12,
        timezone="Europe/London",
        location=planter.mark("Workshop.location"),
        bring=[planter.mark("Workshop.bring")],
        objectives=[planter.mark("Workshop.objectives")],
        days=[day(), planter.for_mentors(day) | {"date": "2027-03-05"}, day() | {"date": "2027-03-06"}],
    )


def _captions(planter: Planter, *, hidden: bool = False) -> tuple[str, list[str]]:
    """A picture, a table and a journey with captions and names, and links to them without words of their own."""
    kinds, first = ("figure", "table", "journey"), len(planter.shown) + len(planter.hidden)
    is_closed = hidden or planter.is_closed
    names = (f"closed-{kind}-{first}" if is_closed else planter.mark(f"name of a {kind}") for kind in kinds)
    figure, table, journey = names
    said, told, shown = (planter.mark(f"caption of a {kind}", hidden=hidden) for kind in ("figure", "table", "journey"))
    links = [f"figure:{figure}", f"table:{table}", f"figure:{journey}", f"#{figure}", f"#{table}", f"#{journey}"]
    text = (
        f'![Chairs](https://example.org/chairs.png "A {said} room"){{: #{figure} }}\n\n'
        f"| For | Euro |\n|---|---|\n| a day | 5 |\n\nTable: What {told} costs, see [](figure:{figure}) "
        f"{{: #{table} }}\n\n"
        f"![Way {shown}](journey:open-journey?view=path&name={journey})\n\n"
    )
    return text, links


def _glossary(planter: Planter) -> list[Fields]:
    """Two terms, one of them for mentors alone, to which the other leads."""
    closed = f"Closed word {planter.mark('Term.term', hidden=True)}"

    def term(word: str) -> Fields:
        return planter.fields(
            "Term",
            term=word,
            definition=planter.mark("Term.definition"),
            forms=[planter.mark("Term.forms")],
            see=[closed],
            audience=["mentee"],
        )

    planter.seen_fields.add("Glossary.terms")
    other = planter.for_mentors(lambda: term(closed) | {"see": [USED]})
    return [term(USED), other]


USED = "openly used word"
"""A term that a page has, so that its meaning stands there, too."""


def _page(planter: Planter, *, audience: str = "") -> str:
    closed, to_closed = _captions(planter, hidden=True)
    opened, to_opened = _captions(planter)
    to_others = "".join(f"A [word]({link}). " for link in to_closed)
    questions = json.dumps(planter.both(lambda: _question(planter)))
    front = f"audience: {audience}\n" if audience else ""
    return (
        f"---\n{front}questions: {questions}\ntitle: {planter.mark('FrontMatter.title')}\n"
        f"aliases: old/{planter.mark('FrontMatter.aliases')}.md\n---\n"
        f"# Heading\n\n## Another {{ aliases={planter.mark('heading alias')} }}\n\n"
        f"{planter.mark('page')} and an {USED}\n\n<!-- for: mentor -->\n"
        f"## {planter.mark('block', hidden=True)} {{ aliases={planter.mark('heading alias', hidden=True)} }}\n"
        f"[open](activity:other-activity)\n\n{closed}<!-- end for -->\n\nA [word](activity:closed-activity).\n"
        f"\n{opened}{to_others}\n\n{''.join(f'[]({link}) ' for link in to_opened[:3])}\n"
    )


@dataclass(frozen=True)
class Planted:
    """A handbook's files, and the marks in it that mentees are to see, and not to see, with the field of each."""

    files: Mapping[str, str]
    shown: Mapping[str, str]
    hidden: Mapping[str, str]
    fields: frozenset[str]
    banner: str
    """The value of the option of that name, in mkdocs.yml."""


def planted() -> Planted:
    """Plant a mark in each text of a handbook."""
    planter = Planter()
    parts: dict[str, Any] = {
        "journeys/open-journey.yaml": _journey(planter),
        "journeys/closed-journey.yaml": planter.for_mentors(lambda: _closed_journey(planter)),
        "toolkit/open-activity.yaml": _activity(planter),
        "toolkit/closed-activity.yaml": planter.for_mentors(lambda: _activity(planter) | _OF_CLOSED),
        "toolkit/other-activity.yaml": {"title": "Another one", "duration": "11 min"},
        "toolkit/workshops/open-workshop.yaml": _workshop(planter),
        "toolkit/workshops/closed-workshop.yaml": planter.for_mentors(lambda: _workshop(planter)),
    }
    glossary = _glossary(planter)
    banner = planter.fields("Banner", banner=planter.both(lambda: _passage(planter, "Banner.banner")))["banner"]
    pages = {
        "content/index.md": "# Home\n",
        "content/guide/index.md": _page(planter),
        "content/guide/one.md": _page(planter, audience="mentee"),
    }
    planter._depth += 1
    pages["content/guide/two.md"] = _page(planter, audience="mentor")
    pages["content/kept/index.md"] = _page(planter, audience="[mentor, facilitator]")
    pages["content/kept/inner.md"] = _page(planter)
    planter._depth -= 1
    files = {path: json.dumps(part) for path, part in parts.items()} | pages | {"mkdocs.yml": MKDOCS_YML}
    files |= {"glossary.yaml": json.dumps(glossary)} | planter.pictures
    return Planted(files, planter.shown, planter.hidden, frozenset(planter.seen_fields), json.dumps(banner))


def unplanted() -> set[str]:
    """Give the fields of the models that nobody has planted."""
    views = ("Drawing", "Plainly", "PathView", "FunnelView", "CycleView", "MapView")  # how things are drawn, not what
    known = {f"{model}.{name}" for model, names in FIELDS.items() if model not in views for name in names.split()}
    known |= {f"Banner.{name}" for name in Banner.model_fields}
    return known - planted().fields - {"Resource.file", "Block.start", "Block.activity"}
