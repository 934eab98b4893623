"""Say what to write in place of keys that are unknown, missing, or a level or a dash too far."""

from __future__ import annotations

import re
import typing
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from journeybook.markdown.meant import is_file
from journeybook.model import types
from journeybook.model.duration_forms import parse_minutes
from journeybook.model.fields_at import field_at, keys_of, model_at, model_in
from journeybook.model.keys_of_others import of_another_model
from journeybook.model.meant_items import braces
from journeybook.model.other_names import meant_choice, meant_status, other_name
from journeybook.model.walk import types_in
from journeybook.problems import Path, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document
from journeybook.source.quotes import in_quotes, without_hash

_KNOWN = say("known here: {known}", known="")
_MINUTES_OF_A_DAY = 24 * 60


def swallowed_note(document: Document, path: Path) -> tuple[Text, Text] | None:
    """Explain an item that is only a note to YAML, such as `- #start`."""
    mark = document.mark(path)
    rest = document.lines[mark.line][mark.column :].strip() if mark and mark.line < len(document.lines) else ""
    if not re.match(r"#+[ \t]*\S", rest):
        return None
    return say("what follows # is a note that nobody reads"), without_hash(rest)


def in_brackets(words: list[str]) -> Text | None:
    """Advise on braces around words, which make a list in brackets, and around keys without a space."""
    if any(re.match(r"[\w-]+:\S", word) for word in words):
        spaced = (re.sub(r"^([\w-]+):", r"\1: ", word) for word in words)
        return say("write `{shown}`", shown=f"{{{', '.join(spaced)}}}")
    return (
        say("write `[{words}]`", words=", ".join(words))
        if all(types.is_id(types.slug(word)) for word in words)
        else None
    )


def words_in_braces(document: Document, path: Path) -> list[str]:
    """Give what stands in braces as keys without a value, as in `{return, practice}`."""
    return [str(key[-1]) for key, no_colon in document.valueless() if no_colon and path[: len(key) - 1] == key[:-1]]


ALONE = say("‘{key}’ stands alone, because the comma before it ends a text here", key="").template
"""What is said of a key that is the rest of a text, or of a list, which a comma ends."""
_MOST_OF_LIST = 400
"""Characters beside a key in which its list is looked for."""
_CUT_LIST = re.compile(r".*?(?P<key>[a-z_]+):[ \t]+(?P<items>[^\[\]{}:\"']*[^\[\]{}:\"',\s]),[ \t]*")
_REST_OF_LIST = re.compile(r"(?:[^\[\]{}:\"',]+(?:,(?![^,{}]*:)|(?=\}|,)))+")


def list_without_brackets(document: Document, owner: type[BaseModel], path: Path) -> Text | None:
    """Say how `columns: What, When` is written between braces, where commas part keys; None where no list is meant."""
    mark = document.mark(path, at_key=True)
    line = document.lines[mark.line] if mark and mark.line < len(document.lines) else ""
    found = _CUT_LIST.fullmatch(line[: mark.column][-_MOST_OF_LIST:]) if mark else None
    rest = _REST_OF_LIST.match(line[mark.column :][:_MOST_OF_LIST]) if mark else None
    info = field_at(owner, found["key"]) if found else None
    if found is None or rest is None or info is None or not _is_list(info.annotation):
        return None
    items = [item.strip() for item in f"{found['items']},{rest[0]}".split(",") if item.strip()]
    return say("write `{key}: [{words}]`", key=found["key"], words=", ".join(items))


_ACTIVITY = re.compile(r"activity:[ \t]*(?P<id>[^\s,:{}\[\]]+)[ \t]*,[ \t]*")


def of_block(document: Document, owner: type[BaseModel], path: Path) -> Text | None:
    """Say what to write for `{break: Soup, 25}` and `{activity: talk, walk}`; None where neither may be meant."""
    known, beside, text = keys_of(owner), document.value(path[:-1]), str(path[-1])
    if not {"minutes", "title"} <= {*known} or not isinstance(beside, dict):
        return None
    if "minutes" not in beside and (minutes := parse_minutes(text)):
        if "break" in known and {*beside} <= {"title", "break", "activity", "lead", "start"}:
            return say(LONE_MINUTES.template, minutes=minutes)
        return say("write `minutes: {minutes}`; put a text that has a comma in quotes", minutes=minutes)
    mark = document.mark(path, at_key=True)
    before = document.lines[mark.line][: mark.column] if mark and mark.line < len(document.lines) else ""
    found = _ACTIVITY.search(before[-_MOST_OF_LIST:])
    if found is None or found.end() != len(before[-_MOST_OF_LIST:]) or not types.is_id(text):
        return None
    return say("write a block for each: `{blocks}`", blocks=f"- activity: {found['id']}`, `- activity: {text}")


LONE_MINUTES = say("write `minutes: {minutes}`", minutes=0)
"""What is said of a number of minutes without its key: that the block lacks them only follows from that."""


def _is_list(annotation: Any) -> bool:
    return typing.get_origin(annotation) is tuple or any(map(_is_list, typing.get_args(annotation)))


def missing_key(document: Document, path: Path) -> tuple[Text, Text]:
    """Say what to write where a key is missing, or has no value."""
    hint = say("write `{key}: …` here", key=path[-1])
    first = document.value((*path[:-1], "blocks", 0, "start")) if path[-1] == "start" else None
    if isinstance(first, str) and re.fullmatch(r"\d{1,2}[:.]\d\d", first):
        hint = say('write `start: "{time}"` here, when its first block begins', time=first)
    if path in {path for path, _ in document.valueless()}:
        return swallowed_note(document, path) or (say("nothing is written after ‘{key}:’", key=path[-1]), hint)
    return say("‘{key}’ is missing", key=path[-1]), hint


def for_empty_list(model: type[BaseModel], path: Path) -> Text:
    """Say what to write in place of a list without items."""
    info = field_at(model_at(model, path[:-1]) or model, path[-1])
    if info is None or info.is_required():
        return say("write at least one item")
    return say("write at least one item, or take the line out")


def unknown_key(model: type[BaseModel], path: Path, value: object, document: Document) -> tuple[str, Text, Text | None]:
    """Give the code, what is said of an unknown key, and what to write in its place."""
    key = str(path[-1])
    if key == "id" and len(path) == 1:
        return (
            "JB202",
            say("‘id’ is not written here"),
            say("the id is the file's name without .yaml; take the line out"),
        )
    known = keys_of(model_at(model, path[:-1]))
    if told := _switch(key, value, known):
        return "JB202", say("unknown key ‘{key}’", key=key), told
    if isinstance(value, dict) and len(value) > 1 and set(value) <= set(known):
        if _is_title(path, key, value, known):
            message = say("‘{key}’ is no field here, but seems to be an item", key=key)
            hint = say("write `- title: {key}`, and what belongs to it below `title`", key=key)
            return "JB203", message, hint
        message = say("‘{key}’ has what belongs to the level above it", key=key)
        return "JB202", message, say("take this line out, and begin the lines below it in its column")
    meant, other = nearest(key, known), other_name(key, known, value)
    of_its_words = meant is not None and bool(re.search(r"[ _-]", key)) and not re.search(r"[ _-]", meant)
    if meant and (not other or (meant[0].casefold() == key[0].casefold() and not of_its_words)):
        return "JB202", say("unknown key ‘{key}’; did you mean ‘{meant}’?", key=key, meant=meant), None
    if key in ("materials", "equipment", "supplies", "props") and {"bring", "days"} <= {*known}:
        message = say("a workshop has the materials of its activities, and no ‘{key}’ of its own", key=key)
        return "JB202", message, say("write them into the activities; what people bring themselves is `bring: …`")
    if (
        told := _of_another_entry(key, value, known, document)
        or _of_another_place(key, value, known)
        or _preparation(key, value, known, document.value(("duration",)))
        or _credits(key, value, known, document)
    ):
        return "JB202", say("unknown key ‘{key}’", key=key), told
    if told := _end_of_day(path, value, known, document) or _of_debrief(path, value, known):
        return "JB202", say("unknown key ‘{key}’", key=key), told
    if told := of_another_model(key, value, known):
        return "JB202", say("unknown key ‘{key}’", key=key), told
    there = document.value(path[:-1])
    if meant := other_name(key, [field for field in known if not (isinstance(there, dict) and field in there)], value):
        message = say("unknown key ‘{key}’; here it is called ‘{meant}’", key=key, meant=meant)
        if choice := meant_choice(meant, value):
            return "JB202", message, say("write `{meant}: {value}` in its place", meant=meant, value=choice)
        return "JB202", message, say("write `{meant}: …` in its place", meant=meant)
    if names_item(path) and "title" in known and not (isinstance(there, dict) and "title" in there):
        message = say("unknown key ‘{key}’; here it is called ‘{meant}’", key=key, meant="title")
        return "JB202", message, say("write `{meant}: …` in its place", meant="title")
    if inside := _below_sibling(model, path, document):
        message = say("‘{key}’ belongs to ‘{above}’", key=key, above=inside)
        return "JB202", message, say("begin it two spaces further in, below `{above}:`", above=inside)
    if inside := _list_with(model_at(model, path[:-1]), key):
        message = say("‘{key}’ belongs to an item of ‘{list}’", key=key, list=inside)
        return "JB202", message, say("write it below `{list}:`, in an item with a dash", list=inside)
    others = [field for field in known if field != "title"]
    if (meant := other_name(key, others, value)) and (mark := document.mark((*path[:-1], meant), at_key=True)):
        message = say("unknown key ‘{key}’; here it is called ‘{meant}’", key=key, meant=meant)
        hint = say("write it into `{meant}`, which stands in line {line}", meant=meant, line=mark.line + 1)
        return "JB202", message, hint
    if not known:
        hint = say("take it out: this has no settings")
    elif " " in key:
        hint = say("put a text that has a colon in quotes; known here: {known}", known=", ".join(known))
    else:
        hint = say(_KNOWN.template, known=", ".join(known))
    return "JB202", say("unknown key ‘{key}’", key=key), hint


_KINDS_OF_ITEMS = {"stages": ("phase", "step", "part"), "steps": ("part", "stage"), "days": ("part",)}
"""What people call an item of a list, besides by the name of the list."""


def names_item(path: Path) -> bool:
    """Tell whether a key of an item is what the item is, as in `- stage: Talk`: its name is meant."""
    key, lists = str(path[-1]).casefold(), [part for part in path[:-1] if isinstance(part, str)]
    if not lists or not isinstance(path[-2], int):
        return False
    return key == lists[-1].rstrip("s") or key in _KINDS_OF_ITEMS.get(lists[-1], ())


def _is_title(path: Path, key: str, value: dict[str, Any], known: list[str]) -> bool:
    """Tell whether a key is the title of an item that has all but that: `Morning:` below `days:`, and not `day:`."""
    lists = [part for part in path[:-1] if isinstance(part, str)]
    return (
        isinstance(path[-2:][0], int)
        and "title" in known
        and "title" not in value
        and types.slug(key).rstrip("s") not in ("item", types.slug(lists[-1]).rstrip("s"))
    )


_MEDIA = ("video", "videos", "film", "audio", "podcast", "recording", "movie")


def _of_another_entry(key: str, value: object, known: list[str], document: Document) -> Text | None:
    """Say in which other file that stands by which people tie things together; None for all other keys."""
    said, fields = key.casefold(), {*known}
    given = value if isinstance(value, list) else [value]
    are_ids = bool(given) and all(isinstance(one, str) and types.is_id(one) for one in given)
    if {"steps", "handouts"} <= fields and are_ids:
        is_stage = said in ("stage", "stages") and any("-" in str(one) for one in given)  # `[draw, talk]` are steps
        if is_stage or said in ("journey", "journeys"):
            return say("take it out: a stage of a journey names its activities, below `activities:`")
    if said == "participants" and "group_size" in fields and not re.search(r"\d", str(value)):
        if document.value(("group_size",)) is not None:
            return say("take it out: `group_size` says how many there are, and `summary` who they are")
        return say("write how many there are, such as `group_size: 20`; who they are is told in `summary`")
    if said in ("contact", "contacts") and "owner" in fields:
        return say("write it into `description`, which readers see; who keeps this page right is `owner`")
    return None


def _of_another_place(key: str, value: object, known: list[str]) -> Text | None:
    """Say where that belongs for which people look in the wrong place; None for all other keys."""
    said = key.casefold()
    if said in ("end", "ends", "until", "to") and {"start", "minutes"} <= {*known} and "blocks" not in known:
        return say("write `minutes: …`, which is how long it takes")
    if said in ("license", "licence", "copyright") and "source" in known:
        return say("write `licence: …` below `source:`, beside its `title:`")
    if said in ("url", "link") and "source" in known:
        return say("write `url: …` below `source:`, or in an item of `resources:`")
    if said in _MEDIA and "resources" in known and isinstance(value, str):
        is_address = value.startswith(("http://", "https://"))
        shown = f"{{title: …, {'url' if is_address else 'file'}: {in_quotes(value) if is_address else value}}}"
        return say("write `resources: {shown}`", shown=shown)
    if said in types.PICTURES and "picture" in known and isinstance(value, str) and value.strip():
        return say("write `picture: {shown}`, with what it shows", shown=braces(file=value.strip(), alt="…"))
    if said in types.PICTURES and "resources" in known and "picture" not in known:
        return say(
            "pictures stand in chapters, activities and journeys; a file to download is "
            "`resources: {{title: …, file: …}}`"
        )
    if said in types.PICTURES and {"intro", "fields"} <= {*known}:  # a handout
        return say("pictures stand in journeys, stages, activities, steps and chapters: write it there, or take it out")
    return None


_CREDITS = ("credits", "credit", "ects", "cp", "credit_points", "ects_points", "lp")


def _credits(key: str, value: object, known: list[str], document: Document) -> Text | None:
    """Say where it stands what a course counts, such as `credits: 5 ECTS`: a source is credited in words."""
    if key.casefold() not in _CREDITS or "tags" not in known or not re.match(r"\d", str(value)):
        return None
    unit = key.upper() if len(key) < len("credit") else "credit" if value == "1" else "credits"
    tag = str(value) if re.search(r"[^\W\d]", str(value)) else f"{value} {unit}"
    if document.value(("tags",)) is not None:
        return say("take it out, and write `{tag}` as one more of the `tags`", tag=tag)
    return say("write `tags: [{tag}]`", tag=tag)


def _preparation(key: str, value: object, known: list[str], duration: object) -> Text | None:
    """Say that a preparation is a part of a duration, with the times that are there; None for all other keys."""
    if key.casefold() not in ("prep", "preparation", "setup") or not {"duration", "steps"} <= {*known}:
        return None
    takes = value if isinstance(value, str) and re.match(r"\d", value) else "…"
    rest = {"min": duration} if isinstance(duration, str) and not re.search(r"[-–—,]|\bto\b", duration) else duration
    parts = {"preparation": takes} | (rest if isinstance(rest, dict) else {"min": "…"})
    if rest == duration and isinstance(rest, str):  # a range: its two ends are two keys
        parts = {"preparation": takes, "min": "…", "max": "…"}
    return say("write `duration: {shown}`", shown=f"{{{', '.join(f'{name}: {one}' for name, one in parts.items())}}}")


def _end_of_day(path: Path, value: object, known: list[str], document: Document) -> Text | None:
    """Say when a day ends that has a duration; None for all other keys."""
    if str(path[-1]).casefold() not in ("duration", "length", "minutes") or not {"blocks", "start", "end"} <= {*known}:
        return None
    minutes, start = parse_minutes(str(value)), document.value((*path[:-1], "start"))
    begins = re.fullmatch(r"(\d{1,2})[:.](\d\d)", str(start))
    if not minutes or not begins or document.value((*path[:-1], "end")) is not None:
        return say("take it out: the minutes of the blocks make it, and `end:` says when it must end")
    ends = int(begins[1]) * 60 + int(begins[2]) + minutes
    if ends >= _MINUTES_OF_A_DAY:
        return None
    return say('write `end: "{time}"`, or take it out', time=f"{ends // 60:02}:{ends % 60:02}")


def _of_debrief(path: Path, value: object, known: list[str]) -> Text | None:
    """Say that a debrief which takes minutes is a step; None for all other keys."""
    minutes = parse_minutes(str(value))
    is_time = str(path[-1]).casefold() in ("minutes", "duration", "time", "length")
    if path[0] != "debrief" or not is_time or not minutes or "minutes" in known:
        return None
    return say("take it out, and write a last step: `- {{title: Debrief, minutes: {minutes}}}`", minutes=minutes)


def _below_sibling(model: type[BaseModel], path: Path, document: Document) -> str | None:
    """Give the key beside a wrong one that has no value, and whose own keys the wrong one is one of."""
    empty = [str(key[-1]) for key, _ in document.valueless() if key[:-1] == path[:-1]]
    return next((one for one in empty if path[-1] in keys_of(model_at(model, (*path[:-1], one)))), None)


def _switch(key: str, value: object, known: list[str]) -> Text | None:
    """Say what to write for a switch that is a status, and for an author, who is one of a source."""
    if "status" in known and (status := meant_status(key, value)):
        if status == "current":
            return say("take the line out: without `status: draft`, everybody sees this")
        return say("write `status: {status}`", status=status)
    if "source" in known and key.casefold() in ("author", "authors", "written_by"):
        return say("write `authors: …` below `source:`, or `owner: …` for who keeps this page right")
    return None


def _list_with(model: type[BaseModel] | None, key: str) -> str | None:
    """Give the one list that a model must have of which the items know a key."""
    required = [(name, info) for name, info in model.model_fields.items() if info.is_required()] if model else []
    inner = ((name, model_in(info.annotation)) for name, info in required)
    return next((name for name, items in inner if items and key in keys_of(items)), None)


def listed_once(problems: list[Problem]) -> list[Problem]:
    """Give the problems with each long list of fields at the first key that is none of them, and not at the others.

    Of what a comma cuts off a list without brackets, only the first is told.
    """
    first: dict[Text, Problem] = {}
    told = []
    alone: set[tuple[int, Text | None]] = set()
    for problem in sorted(problems, key=lambda one: (one.line, one.column)):
        if problem.message.template == ALONE and problem.hint:  # the rest of one list
            if (problem.line, problem.hint) in alone:
                continue
            alone.add((problem.line, problem.hint))
        if problem.code == "JB202" and problem.hint and problem.hint.template == _KNOWN.template:
            listed = first.setdefault(problem.hint, problem)
            if listed is not problem:
                hint = say("take it out, or write one of the fields that are listed at line {line}", line=listed.line)
                problem = replace(problem, hint=hint)
        told.append(problem)
    return told


def keys_expected(model: type[BaseModel], path: Path, given: object) -> tuple[Text, Text]:
    """Say that keys are expected where a value stands, and for which it may be the value; a view may have none."""
    known, key = keys_of(model_at(model, path)), path[-1]
    if not known:
        return say("‘{key}’ has no settings", key=key), say("write its name alone: - {key}", key=key)
    message = say("keys are expected here, one a line")
    if isinstance(given, str) and {"date", "blocks"} <= {*known} and re.fullmatch(r"\d{4}-\d\d-\d\d", given.strip()):
        hint = say("write `- date: {date}`, and below it, further in, `start: …` and `blocks: …`", date=given.strip())
        return message, hint
    if isinstance(given, list) and len(known) == 1 and all(isinstance(item, str) for item in given):
        return message, say("write `{shown}`", shown=f"{{{known[0]}: [{', '.join(given)}]}}")
    if (
        isinstance(given, str)
        and ({"file", "fields"} & {*known})
        and is_file(given.strip())
        and " " not in given.strip()
    ):
        shown = f"{{title: …, file: {given.strip()}}}"
        if "file" in known:
            return message, say("write `{shown}`", shown=shown)
        return message, say("write `resources: {shown}` for a file to download", shown=shown)
    if isinstance(given, str) and path[0] == "handouts" and re.fullmatch(r"(?:handout:)?[\w-]+/[\w-]+", given.strip()):
        link = f"[](handout:{given.strip().removeprefix('handout:')})"
        return message, say("take it out, and write `{link}` in a text, such as `description:`", link=link)
    if path[0] == "views" and isinstance(given, str) and (setting := _setting(model, path, known, given)):
        return message, say("write `{shown}`", shown=f"{{{setting}}}")
    if isinstance(given, str) and "url" in known and re.match("https?://", given):
        return message, say("write `title: …` and `url: {address}`", address=given)
    return message, say("known here: {known}", known=", ".join(known))


def _setting(model: type[BaseModel], path: Path, known: list[str], given: str) -> str | None:
    """Give the setting of a view that has one, where its value stands alone, as in `map: touchpoints, feelings`."""
    view = model_at(model, path)
    info = field_at(view, known[0]) if view and len(known) == 1 else None
    words = [word for word in re.split(r"[\s,;]+", given) if word]
    if info is None or not words or not all(re.fullmatch(r"[a-z_]+", word) for word in words):
        return None
    if _is_list(info.annotation):
        return f"{known[0]}: [{', '.join(words)}]"
    if words == known:
        return f"{known[0]}: true"
    choices = [choice.value for kind in types_in(info.annotation, StrEnum) for choice in kind]
    return f"{known[0]}: {given.strip()}" if given.strip() in choices else None
