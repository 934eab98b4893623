"""JB481: a number that an author has typed before the title of a page, a stage or an activity, or before a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Entry, Handbook
from journeybook.model import Activity, Journey
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB481",
        means=(
            "The title of a page, of a journey’s stage, of a step or of an activity begins with a number, and the page "
            "gets one from the navigation, the stage and the step from their places, the activity from its `number`: "
            "readers see both. So does a caption that begins with `Figure 2:` or the like, which is numbered by itself."
        ),
        remedy=(
            "Take the number out of the title; or, for pages, write `numbers: false` below `journeybook` in mkdocs.yml."
        ),
        example=Example(
            wrong="# 1. The first year\n",
            right="# The first year\n",
            file="content/year/index.md",
        ),
    ),
)

_NUMBERED = re.compile(r"(?:(?:\d{1,2}\.)*\d{1,2}[.):]?|(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})[.):])\s+(?=\D)")
_NAMED = re.compile(
    r"(?:chapter|section|part|module|unit|kapitel|abschnitt|teil|chapitre|section|partie|cap[íi]tulo|secci[óo]n|parte"
    r"|capitolo|sezione|hoofdstuk|kapittel|del|avsnitt|kapitola|rozdział|luku|глава)\s+"
    r"(?P<number>(?:\d{1,2}\.)*\d{1,2})(?:[.):]\s*|\s*[–—]\s*|\s+-\s+)(?=[^\W\d_]|[“„«\"'‘¿¡])",
    re.I,
)
"""A number with the name of what it counts, as in `Chapter 1: Meeting`."""
_ORDINALS = ("cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr")
"""Languages in which `2. Woche` is the second week."""
_ITEM = re.compile(r"\d{1,2}[.)]\s")
_MOST = 80
"""Characters of a title or a step that are shown."""
_STAGE = re.compile(
    r"(?:(?:stage|step|phase|part|stufe|schritt|etappe|étape|etapa|fase|paso)\s+)?(?P<number>\d{1,2})(?:[.):]|\s+[–—-])\s+"
    r"(?=[^\W\d])",
    re.I,
)
_ACTIVITY = re.compile(
    r"(?:(?:activity|exercise|tool|game|aktivität|übung|werkzeug|activité|exercice|actividad|ejercicio|atividade|exercício"
    r"|attività|esercizio|activiteit|oefening|øvelse|aktivitet|övning)\s+)?"
    r"(?:no\.?\s*|nr\.?\s*|#)?\d{1,3}(?:[.):]|\s+[–—-])\s+(?=[^\W\d]|[“„«\"'‘¿¡])",
    re.I,
)
_CAPTION = re.compile(
    r"(?:fig(?:ure|ura|uur|ur)?|table|tab|abb(?:ildung)?|bild|tabelle|tableau|tabla|tabella|tabela|tabell?)\.?\s*"
    r"\d{1,3}(?:[.-]\d{1,3})*(?:[.:)]|\s*[–—]|\s+-)\s+(?=\S)",
    re.I,
)
_ORDINAL = re.compile(r"\d+\.")
_SIGNED = re.compile(r"(?:#\s?|(?:no|nr)\.\s?)(?P<number>\d{1,3})\s+(?=[^\W\d_])", re.I)
"""A number behind the sign of one, as in `#2 The hard talk`."""
_BARE = re.compile(r"(?P<number>\d{1,3})\s+(?=[^\W\d_])")
"""A number alone, as in `2 The hard talk`; most, as in `2 truths and a lie`, count what follows them."""
_MEASURE = re.compile(
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tage?|wochen?|monate?|jahre?|karten?"
    r"|people|persons?|pairs?|cards?|rounds?|blatt|blätter|paare?|personen)\b",
    re.I,
)
"""What many a number before it counts."""
_COUNTS_NOTHING = re.compile(
    r"(?:The|An?|My|Your|Our|Their|How|What|Who|Whom|Whose|Why|When|Where|Which|Das|Der|Ein|Eine|Mein|Meine|Wie|Was|Wer"
    r"|Warum|Wo|Le|La|Une|Mon|Ma|Comment|Pourquoi|El|Mi|Cómo|Il|Lo|Come|Het|Een|Hoe)\s"
)
"""A first word that is counted by no number before it; in one of the languages in which it begins a title."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report titles whose number is the page's own, or looks like one."""
    for path, number in book.contents.numbers.items():
        page = book.pages[path]
        if told := numbered_twice(page.title, number):
            yield page.problem_at("JB481", *told, max(page.document.text.find(page.title), 0))
    for captions in book.captions.values():
        for one in captions:
            if one.number and one.what.is_own and (typed := _CAPTION.match(one.what.text)):
                told = _told(one.what.text, one.number, typed)
                yield book.pages[one.path].problem_at("JB481", *told, one.what.start)
    for journey in book.journeys:
        titles = [stage.title for stage in journey.model.stages]
        yield from _first_of(journey, "stages", titles, has_ordinals=_has_ordinals(book, journey))
    for activity in book.activities:
        texts = [step.title or _one_line(step.text or "") for step in activity.model.steps]
        has_ordinals = _has_ordinals(book, activity)
        yield from _first_of(activity, "steps", texts, has_ordinals=has_ordinals)
        own, title = activity.model.number, activity.model.title
        found = None if own is None or (has_ordinals and _ORDINAL.match(title)) else _ACTIVITY.match(title)
        found = found or (None if own is None else _with_bare_number(title, own))
        if found:
            yield activity.problem("JB481", *_told(title, str(own), found), path=("title",))


def _has_ordinals(book: Handbook, entry: Entry[Journey] | Entry[Activity]) -> bool:
    return (entry.model.language or book.settings.language).partition("-")[0].casefold() in _ORDINALS


def _all_bare(titles: list[str]) -> bool:
    """Tell whether each title has its place before it, and none counts anything, as `1 Month`, `2 Months` do."""
    found = [_BARE.match(title) for title in titles]
    are_places = all(one and int(one["number"]) == place for place, one in enumerate(found, 1))
    rests = [title[one.end() :] for title, one in zip(titles, found, strict=True) if one]
    is_apart = len({rest[:3].casefold() for rest in rests}) == len(rests) > 1
    return are_places and is_apart and all(rest[0].isupper() and not _MEASURE.match(rest) for rest in rests)


def _with_bare_number(title: str, own: int) -> re.Match[str] | None:
    """Find the number of a stage, a step or an activity before a title in which it can count nothing."""
    found = _SIGNED.match(title) or _BARE.match(title)
    if found is None or int(found["number"]) != own:
        return None
    return found if found.re is _SIGNED or _COUNTS_NOTHING.match(title[found.end() :]) else None


def _one_line(text: str) -> str:
    """Give a text of one line; nothing of a longer one, which may begin with a list."""
    return text if "\n" not in text.strip() else ""


def _first_of(
    entry: Entry[Journey] | Entry[Activity], field: str, titles: list[str], *, has_ordinals: bool
) -> Iterator[Problem]:
    """Report the first stage or step whose text begins with its place in the list, as `1. Before`, `Stage 1:` do."""
    if all(_ITEM.match(title) for title in titles):  # JB440 tells of numbers before all items
        return
    all_bare = _all_bare(titles)
    for place, title in enumerate(titles, 1):
        found = _STAGE.match(title) or (_BARE.match(title) if all_bare else _with_bare_number(title, place))
        is_ordinal = has_ordinals and bool(_ORDINAL.match(title))
        if found and int(found["number"]) == place and not is_ordinal:
            key = "title" if getattr(entry.model, field)[place - 1].title else "text"
            yield entry.problem("JB481", *_told(title, str(place), found), path=(field, place - 1, key))
            return


def numbered_twice(title: str, number: str) -> tuple[Text, Text] | None:
    """Say that readers see two numbers before a title, and what to write; None where its own is none."""
    named = _NAMED.match(title)
    if named and named["number"] == number:
        return _told(title, number, named)
    found = _NUMBERED.match(title)
    if found is None or not _is_number_of(found[0], number):
        return None
    return _told(title, number, found)


def _told(title: str, number: str, found: re.Match[str]) -> tuple[Text, Text]:
    both = f"{number} {title}" if len(title) <= _MOST else f"{number} {title[:_MOST]}…"
    message = say("readers see ‘{title}’: the number comes by itself", title=both)
    rest = title[found.end() :]
    return message, say("write `{title}`", title=rest if len(rest) <= _MOST else f"{rest[:_MOST]}…")


def _is_number_of(typed: str, number: str) -> bool:
    """Tell whether something typed is the number, or ends like one; `3 questions` and `3.5 hours` are titles."""
    bare = typed.strip()
    return bare.rstrip(".):") == number or bare[-1] in ".):"
