"""Find what a link or an embed of journeybook's leads to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from journeybook.ground.stopwatch import timed
from journeybook.handbook.aliases import current
from journeybook.handbook.book import Handbook
from journeybook.handbook.captions import Numbered
from journeybook.handbook.chapters import INDEXES, Chapter
from journeybook.handbook.entries import Entry, Shelf
from journeybook.handbook.meant_kinds import for_kind
from journeybook.handbook.meant_links import example, kinds_of
from journeybook.handbook.nearly_pages import OF_TEMPLATES, OTHER_THAN_TEMPLATES
from journeybook.handbook.titles import titles_of
from journeybook.markdown.captions import CAPTIONED, has_no_caption
from journeybook.markdown.references import Reference
from journeybook.model import Activity, Journey
from journeybook.model.base import Question
from journeybook.model.glossary import Term
from journeybook.model.handout import Handout
from journeybook.model.journey import Stage
from journeybook.model.types import slug
from journeybook.model.views import NAMED, VIEWS
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest

LINKS = ("activity", "journey", "workshop", "chapter", "handout", "term", *CAPTIONED)
EMBEDS = ("journey", "toolkit", "questions", "handout")


_OWN = {"handout": "activity", "toolkit": "chapter"}
"""The kind of what has the id behind a kind, where it has another name."""
_IS = {
    "activity": say("‘{id}’ is an activity", id=""),
    "journey": say("‘{id}’ is a journey", id=""),
    "workshop": say("‘{id}’ is a workshop", id=""),
    "chapter": say("‘{id}’ is a chapter", id=""),
    "figure": say("‘{id}’ is a figure", id=""),
    "table": say("‘{id}’ is a table", id=""),
    "term": say("‘{id}’ is a term of the glossary", id=""),
}


@dataclass(frozen=True)
class Wrong:
    """A reference that leads nowhere; `soft` where that is only advice."""

    message: Text
    hint: Text | None = None
    soft: bool = False


@dataclass(frozen=True)
class Target:
    """Where a reference leads: an entry, a chapter, a stage or a handout of it, a term, what has a caption.

    `view` is that of a journey's picture.
    """

    kind: str
    entry: Entry[Any] | None = None
    chapter: Chapter | None = None
    stage: Stage | None = None
    handout: Handout | None = None
    view: str = ""
    captioned: Numbered | None = None
    term: Term | None = None


@timed("link")
def resolve(book: Handbook, reference: Reference) -> Target | Wrong:
    """Find the target of a reference, or say what is wrong with it."""
    found = _found(book, reference)
    if isinstance(found, Wrong) and book.whole and isinstance(_found(book.whole, reference), Target):
        return Wrong(say("this is left out of the edition"), soft=True)
    return (
        (_of_another_kind(book, reference) or _of_a_part(book, reference) or found)
        if isinstance(found, Wrong)
        else found
    )


def _found(book: Handbook, reference: Reference) -> Target | Wrong:
    if (now := current(book, reference)) is not None:
        if reference.embed:
            return renamed(reference, now)
        reference = now
    kinds = EMBEDS if reference.embed else LINKS
    if reference.kind not in kinds:
        return _wrong_kind(book, reference, kinds)
    if reference.fragment and reference.kind != "journey" and not reference.target.startswith("journey/"):
        return _wrong_fragment(book, reference)
    match reference.kind:
        case "journey":
            return _journey(book, reference)
        case "activity":
            return _entry(book.activities, reference.target)
        case "workshop":
            return _entry(book.workshops, reference.target)
        case "chapter" | "toolkit":
            return _chapter(book, reference.target, reference.kind)
        case "term":
            return _term(book, reference.target)
        case "questions":
            return _questions(book, reference)
        case "figure" | "table":
            return _captioned(book, reference)
        case _:
            return _handout(book, reference.target)


def wrong_in_page(book: Handbook, reference: Reference) -> Wrong | None:
    """Say what is wrong with a reference in a page, where it stands included; None where it is right."""
    found = resolve(book, reference)
    if isinstance(found, Wrong):
        return found
    if reference.embed and not reference.alone:
        message = say("this is shown in place, so it needs a paragraph of its own")
        return Wrong(message, say("put it at the start of a line of its own, with an empty line above and below"))
    return None


def renamed(reference: Reference, now: Reference) -> Wrong:
    """Say what something is called by now that a reference names as it was before."""
    query = "&".join(f"{key}={value}" for key, value in now.query)
    ends = f"{f'?{query}' if query else ''}{f'#{now.fragment}' if now.fragment else ''}"
    destination = f"{now.kind}:{now.target}{ends}"
    message = say("‘{id}’ has another id by now", id=reference.source_destination.partition(":")[2])
    return Wrong(message, say("write `{code}`", code=destination))


def renamed_id(id: str, now: str) -> Wrong:
    """Say what an id is by now that a field names as it was before."""
    return Wrong(say("‘{id}’ has another id by now", id=id), say("write `{id}`", id=now))


def brought_in_problem(file: str, reference: Reference, wrong: Wrong) -> Problem:
    """Make a problem of a reference that a snippet, a hook or a plugin has brought into the page of a file."""
    hint = say("mend it where it comes from: a snippet, a hook or a plugin brings it into this page")
    line = reference.source.splitlines()[0]
    return Problem(file, 0, 1, "JB301", wrong.message, hint, source_line=line)


def is_of_kind(kind: str, id: str) -> Text:
    """Say what an id is of."""
    return say(_IS[kind].template, id=id)


def _of_another_kind(book: Handbook, reference: Reference) -> Wrong | None:
    """Say what is meant where an id stands behind another kind than that of what has it; None where nothing has it."""
    ids: dict[str, Collection[str]] = {
        "activity": book.activities.files,
        "journey": book.journeys.files,
        "workshop": book.workshops.files,
        "chapter": book.chapters,
        **{kind: [name for one, name in book.named_captions if one == kind] for kind in CAPTIONED},
        "term": book.glossary.by_id,
    }
    own = _OWN.get(reference.kind, reference.kind)
    kinds = [kind for kind, known in ids.items() if reference.target in known]
    if reference.kind in CAPTIONED:
        kinds.sort(key=lambda kind: kind not in CAPTIONED)
    if reference.kind == "questions" and (asking := _of_that_id(book, reference.target)):
        stage = f"#{reference.fragment}" if reference.fragment and asking == "journey" else ""
        target = f"{asking}/{reference.target}{stage}"
        return Wrong(is_of_kind(asking, reference.target), _write(reference, "questions", target, embed=True))
    embed = reference.embed and any(kind in EMBEDS for kind in kinds)
    meant = next((kind for kind in kinds if kind in (EMBEDS if embed else LINKS)), None)
    if meant is None or own in kinds or reference.kind not in (*LINKS, *EMBEDS):
        return None
    message = is_of_kind(meant, reference.target)
    form = _form(reference, meant, embed=embed)
    if reference.embed and not embed:
        return Wrong(message, say("write {form}, without the !", form=form))
    return Wrong(message, say("write {form}", form=form))


def _of_a_part(book: Handbook, reference: Reference) -> Wrong | None:
    """Say what is meant where a stage stands behind a slash, or a handout behind an activity; None for all else."""
    id, _, part = reference.target.partition("/")
    journey, activity = book.journeys.get(id), book.activities.get(id)
    if reference.kind == "journey" and journey and any(stage.key == part for stage in journey.model.stages):
        message = say("‘{part}’ is a stage of the journey ‘{id}’", part=part, id=id)
        return Wrong(message, _write(reference, "journey", f"{id}#{part}", embed=False))
    part = part or reference.fragment
    if reference.kind == "activity" and activity and any(handout.id == part for handout in activity.model.handouts):
        message = say("‘{part}’ is a handout of the activity ‘{id}’", part=part, id=id)
        return Wrong(message, _write(reference, "handout", f"{id}/{part}", embed=reference.embed))
    return None


def _write(reference: Reference, kind: str, target: str, *, embed: bool) -> Text:
    return say("write {form}", form=f"{'!' if embed else ''}[{reference.text}]({kind}:{target})")


def _wrong_fragment(book: Handbook, reference: Reference) -> Wrong:
    """Say what to write where something stands behind a `#`, and no stage is meant."""
    if reference.kind == "handout" and (told := _handout_after_hash(book, reference)):
        return told
    message = say("only a journey has stages to name after #")
    chapter = book.chapters.get(reference.target) if reference.kind == "chapter" else None
    if chapter is None or not chapter.pages:
        return Wrong(message, say("take ‘#{fragment}’ out", fragment=reference.fragment))
    section = f"{reference.target}/{reference.fragment}.md"
    titled = next((page.path for page in chapter.pages if slug(page.title) == reference.fragment), None)
    path = section if section in book.pages else titled or f"{chapter.pages[0].path}#{reference.fragment}"
    return Wrong(message, _by_its_file(path))


def _handout_after_hash(book: Handbook, reference: Reference) -> Wrong | None:
    """Say what is meant by `handout:talk#sheet`: an activity's handout stands behind a slash."""
    activity = book.activities.get(reference.target)
    ids = [handout.id or "" for handout in activity.model.handouts] if activity else []
    message = say("a handout stands behind /, and not behind #")
    if meant := nearest(reference.fragment, ids):
        return Wrong(message, _write(reference, "handout", f"{reference.target}/{meant}", embed=reference.embed))
    if len(ids) > 1:
        forms = ", ".join(f"handout:{reference.target}/{id}" for id in ids)
        return Wrong(message, say("name one of them: {forms}", forms=forms))
    other = book.activities.get(reference.fragment)
    if other and any(handout.id == reference.target for handout in other.model.handouts):
        target = f"{reference.fragment}/{reference.target}"
        return Wrong(message, _write(reference, "handout", target, embed=reference.embed))
    return None


def _by_its_file(path: str) -> Text:
    return say("link to it by its file: the way from this page to `{path}`", path=path)


def _wrong_kind(book: Handbook, reference: Reference, kinds: tuple[str, ...]) -> Wrong:
    if reference.kind in (*LINKS, *EMBEDS):
        if reference.embed:
            message = say("‘{kind}:’ is a link, not a thing to show in place", kind=reference.kind)
            return Wrong(
                message, say("write {form}, without the !", form=_form(reference, reference.kind, embed=False))
            )
        message = say("‘{kind}:’ is shown in place, not linked", kind=reference.kind)
        return Wrong(
            message, say("write {form}, with a ! before it", form=_form(reference, reference.kind, embed=True))
        )
    meant = nearest(reference.kind, kinds)
    message = say("unknown kind of link ‘{kind}:’", kind=reference.kind)
    there = kinds_of(book, reference.target)
    if not meant or (there and meant != "questions" and _OWN.get(meant, meant) not in there):
        hint = for_kind(book, reference.kind, reference.target, reference.text, embed=reference.embed)
        if hint and (there or not nearest(reference.kind, EMBEDS)):
            return Wrong(message, hint)
    if meant:
        message = say("unknown kind of link ‘{kind}:’; did you mean ‘{meant}:’?", kind=reference.kind, meant=meant)
        other = _of_another_kind(book, replace(reference, kind=meant))
        form = say("write {form}", form=_form(reference, meant, embed=reference.embed))
        return Wrong(message, other.hint if other else form)
    if shown := nearest(reference.kind, EMBEDS):
        return Wrong(message, say("write {form}", form=_form(reference, shown, embed=True)))
    if known := example(book, reference.target, kinds):
        return Wrong(message, say("write it as {form}", form=f"{'!' if reference.embed else ''}[]({known})"))
    return Wrong(message, say("the kinds are {kinds}", kinds=", ".join(f"{kind}:" for kind in kinds)))


def _form(reference: Reference, kind: str, *, embed: bool) -> str:
    """Write a reference as its author would with another kind, without what that kind does not have behind its id."""
    address = reference.source_destination.partition(":")[2]
    if kind == "journey" and embed:
        address = address.partition("#")[0]
    elif kind not in ("journey", "questions"):
        address = re.split("[?#]", address)[0]
    return f"{'!' if embed else ''}[{reference.text}]({kind}:{address})"


def unknown(kind: str, id: str, known: Iterable[str]) -> Wrong:
    """Say that no file has an id, with the nearest one that a file has."""
    known = list(known)
    if meant := nearest(id, known) or _begun(id, known):
        message = say("unknown {kind} ‘{id}’; did you mean ‘{meant}’?", kind=kind, id=id, meant=meant)
        return Wrong(message)
    message = say("unknown {kind} ‘{id}’", kind=kind, id=id) if id else say("no id stands behind the colon")
    some = ", ".join(sorted(known)[:8])
    return Wrong(message, say("known: {some}", some=some) if some else say("there is none yet"))


def _begun(id: str, known: list[str]) -> str | None:
    """Give the one id that begins with a shorter one, as `starting` does with `start`."""
    found = [one for one in known if one.startswith(id)] if len(id) >= 4 else []
    return found[0] if len(found) == 1 else None


def unknown_chapter(book: Handbook, id: str) -> Wrong:
    """Say that no chapter has an id, or that mkdocs.yml keeps back the one that has it."""
    settings = book.settings
    if now := book.names.ids["chapter"].get(id):
        return renamed_id(id, now)
    if (settings.content / id).is_dir() and any(settings.is_templates(f"{id}/{name}") for name in INDEXES):
        return Wrong(OF_TEMPLATES, OTHER_THAN_TEMPLATES)
    if (settings.content / id).is_dir() and any(settings.is_left_out(f"{id}/{name}") for name in INDEXES):
        message = say("the chapter ‘{id}’ is kept back by mkdocs.yml", id=id)
        return Wrong(message, say("take it out of `exclude_docs` and `draft_docs` there, or do not name it here"))
    if f"{id}.md" in book.pages:
        return Wrong(say("‘{id}’ is a page, and no chapter", id=id), _by_its_file(f"{id}.md"))
    if titled := {slug(chapter.title): chapter.id for chapter in book.chapters.values()}.get(slug(id)):
        message = say("unknown {kind} ‘{id}’; did you mean ‘{meant}’?", kind="chapter", id=id, meant=titled)
        return Wrong(message, say("write `{id}`, the id of what has this title", id=titled))
    if numbered := next((other for other, one in book.chapters.items() if one.number and str(one.number) == id), None):
        message = say("a chapter goes by its id here, and not by its number")
        return Wrong(message, say("write `{id}`", id=numbered))
    return unknown("chapter", id, book.chapters)


def _entry(shelf: Shelf[Any], id: str) -> Target | Wrong:
    entry = shelf.get(id)
    if entry is not None or shelf.closed or id in shelf.unreadable:  # what cannot be read is told once, where it stands
        return Target(shelf.kind, entry)
    if id in shelf.drafts:
        message = say("{kind} ‘{id}’ is a draft, so this link is left out", kind=shelf.kind, id=id)
        return Wrong(message, say("publish it with `status: current`, or take the link out"), soft=True)
    if titled := titles_of(shelf).get(slug(id)):
        message = say("unknown {kind} ‘{id}’; did you mean ‘{meant}’?", kind=shelf.kind, id=id, meant=titled)
        return Wrong(message, say("write `{id}`, the id of what has this title", id=titled))
    return unknown(shelf.kind, id, shelf.files)


def _journey(book: Handbook, reference: Reference) -> Target | Wrong:
    found = _entry(book.journeys, reference.target)
    if isinstance(found, Wrong) or found.entry is None:
        return found
    keys = ("view", "name") if reference.embed else ("view",)
    if odd := next((pair for pair in reference.query if pair[0] not in keys), None):
        message = say("‘?{key}=’ means nothing here", key=odd[0])
        if odd[0] == "name":
            name = odd[1] or "…"
            return Wrong(
                message, say("write {form}, which leads to the figure of that name", form=f"[](figure:{name})")
            )
        if reference.embed and nearest(odd[0], ["name"]):
            return Wrong(message, say("write `{form}`", form=f"name={odd[1]}"))
        view = _view_in("=".join(odd)) or "map"
        return Wrong(message, say("write `?view={view}`, without spaces, or take it out", view=view))
    view = dict(reference.query).get("view", "")
    if view == "compare" and found.entry.model.compares:
        message = say("the comparison with today is a page of its own, and no picture")
        return Wrong(message, _by_its_file(f"journeys/{found.entry.id}/compare/index.md"))
    if view and view not in NAMED:
        return unknown("view", view, NAMED)
    if view and (lack := VIEWS[view].lack(found.entry.model)):
        return Wrong(*lack)
    if reference.fragment and reference.embed:
        message = say("a stage cannot be shown by itself")
        return Wrong(
            message, say("take ‘#{fragment}’ out, or take the ! out, to link to it", fragment=reference.fragment)
        )
    if not reference.fragment:
        return Target("journey", found.entry, view=view)
    return _stage(found.entry, reference.fragment)


def _captioned(book: Handbook, reference: Reference) -> Target | Wrong:
    """Find a figure or a table by its name; places where it stands among unnamed ones are no names."""
    kind, name = reference.kind, reference.target
    found = book.named_captions.get((kind, name))
    if found is not None:
        return Target(kind, captioned=found)
    message = say("unknown {kind} ‘{id}’", kind=kind, id=name)
    if kind == "figure" and any(has_no_caption(page.document.text, name) for page in book.pages.values()):
        form = f'![…](….png "…"){{: #{name} }}'
        return Wrong(
            say("the picture ‘{name}’ has no caption, so it is no figure", name=name),
            say("write one behind its address, as in `{form}`", form=form),
        )
    known = [other for one, other in book.named_captions if one == kind]
    if known:
        return unknown(kind, name, known)
    if kind == "table":
        form = f"Table: … {{: #{name} }}"
        return Wrong(message, say("write `{form}` on a line of its own under the table that is meant", form=form))
    form = f'![…](….png "…"){{: #{name} }}'
    journey = f"![](journey:…?name={name})"
    return Wrong(message, say("name the figure that is meant: `{form}`, or `{journey}`", form=form, journey=journey))


def _view_in(typed: str) -> str | None:
    """Give the view that something typed in place of `view=map` names."""
    return next((word for word in re.split(r"\W+", typed.casefold()) if word in NAMED), None)


def _stage(entry: Entry[Journey], key: str) -> Target | Wrong:
    for stage in entry.model.stages:
        if stage.key == key:
            return Target("journey", entry, stage=stage)
    if titled := next((stage.key for stage in entry.model.stages if slug(stage.title) == slug(key)), None):
        message = say("unknown {kind} ‘{id}’; did you mean ‘{meant}’?", kind="stage", id=key, meant=titled)
        return Wrong(message, say("write `{id}`, the id of what has this title", id=titled))
    if key.isdecimal() and 0 < int(key) <= len(entry.model.stages):
        message = say("a stage goes by its id here, and not by its number")
        return Wrong(message, say("write `#{id}`", id=entry.model.stages[int(key) - 1].key))
    return unknown("stage", key, (stage.key for stage in entry.model.stages))


def _chapter(book: Handbook, id: str, kind: str) -> Target | Wrong:
    chapter = book.chapters.get(id)
    if not id and kind == "toolkit" and book.chapters:
        there = (entry.model.chapter for entry in book.activities if entry.model.chapter in book.chapters)
        form = f"![](toolkit:{next(there, None) or next(iter(book.chapters))})"
        message = say("no chapter is named behind the colon")
        return Wrong(message, say("write {form}; all activities are on the page `toolkit/index.md`", form=form))
    if chapter or id in book.contents.unreadable:
        return Target(kind, chapter=chapter)
    return unknown_chapter(book, id)


def _term(book: Handbook, word: str) -> Target | Wrong:
    term = book.glossary.named(word)
    if term is not None or book.glossary.unreadable:  # what cannot be read is told once, where it stands
        return Target("term", term=term)
    found = unknown("term", word, book.glossary.by_id)
    hint = say("write it into glossary.yaml, beside mkdocs.yml: `- term: {word}`", word=word)
    return found if len(book.glossary) else Wrong(found.message, hint)


def _questions(book: Handbook, reference: Reference) -> Target | Wrong:
    if not reference.target:
        return Target("questions")
    if found := _asks(book, reference):
        if isinstance(found, Target) and (found.entry or found.chapter) and not questions_of(found):
            return _no_questions(reference)
        return found
    message = say("‘{target}’ has no questions", target=reference.target)
    hint = say("write questions:, questions:chapter/…, questions:activity/… or questions:journey/…#stage")
    return Wrong(message, hint)


def _asks(book: Handbook, reference: Reference) -> Target | Wrong | None:
    """Find the chapter, activity, journey or stage whose questions are meant; None where no such kind is named."""
    kind, _, id = reference.target.partition("/")
    if kind == "chapter":
        return _chapter(book, id, "questions")
    if kind == "activity":
        return _entry(book.activities, id)
    if kind != "journey":
        return None
    found = _entry(book.journeys, id)
    if isinstance(found, Target) and found.entry and reference.fragment:
        return _stage(found.entry, reference.fragment)
    return found


def _no_questions(reference: Reference) -> Wrong:
    what = f"{reference.target}#{reference.fragment}" if reference.fragment else reference.target
    message = say("‘{target}’ has no questions", target=what)
    return Wrong(message, say("write `questions:` there, or take this out, which would show nothing"))


def questions_of(target: Target) -> list[Question]:
    """Give the questions that an embed shows: those of a chapter, an activity, a journey or a stage."""
    if target.chapter:
        return [question for page in target.chapter.pages for question in page.front.questions]
    if target.stage:
        return list(target.stage.questions)
    model = target.entry.model if target.entry else None
    if isinstance(model, Journey):
        return [question for stage in model.stages for question in stage.questions]
    return list(model.questions) if model else []


def _of_that_id(book: Handbook, id: str) -> str | None:
    """Give the kind of what has an id and can ask, such as `chapter`, rather one that does ask."""
    found = {
        "chapter": Target("chapter", chapter=book.chapters.get(id)),
        "activity": Target("activity", book.activities.get(id)),
        "journey": Target("journey", book.journeys.get(id)),
    }
    kinds = [kind for kind, target in found.items() if target.entry or target.chapter]
    return next((kind for kind in kinds if questions_of(found[kind])), next(iter(kinds), None))


def _with_handout(book: Handbook, id: str) -> str | None:
    """Give the one activity that has a handout of an id; None where none has, or several."""
    found = [entry.id for entry in book.activities if any(handout.id == id for handout in entry.model.handouts)]
    return found[0] if len(found) == 1 else None


def _handout(book: Handbook, target: str) -> Target | Wrong:
    id, _, sheet = target.partition("/")
    found = _entry(book.activities, id)
    if isinstance(found, Wrong) and not sheet and (owner := _with_handout(book, id)):
        message = say("‘{part}’ is a handout of the activity ‘{id}’", part=id, id=owner)
        return Wrong(message, say("write `{id}`", id=f"handout:{owner}/{id}"))
    if isinstance(found, Wrong) or found.entry is None:
        return found
    model: Activity = found.entry.model
    for handout in model.handouts:
        if handout.id == sheet or (not sheet and len(model.handouts) == 1):
            return Target("handout", found.entry, handout=handout)
    if not sheet and model.handouts:
        forms = ", ".join(f"handout:{id}/{handout.id}" for handout in model.handouts)
        return Wrong(
            say("‘{activity}’ has several handouts", activity=id), say("name one of them: {forms}", forms=forms)
        )
    if not model.handouts:
        message = say("‘{activity}’ has no handouts", activity=id)
        return Wrong(message, say("write `handouts:` in it, or take this out"))
    return unknown("handout", sheet, (handout.id or "" for handout in model.handouts))
