"""Guess which ids somebody meant who wrote a file's name, a path, a link, a title, or several in one text."""

from __future__ import annotations

import re
from collections.abc import Collection

from journeybook.model.types import slug
from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest

NOT_AN_ID = say("‘{text}’ is not an id: ids have lower-case letters, digits and hyphens", text="")
TITLE_MEANT = say("the id alone is expected here, and ‘{text}’ is a title", text="")
LIST_MEANT = say("‘{text}’ is one text, and a list is meant", text="")
MOST_SHOWN = 8
_ENDING = re.compile(r"\.(?:ya?ml(?:\.txt)?|md|html?)$", re.I)
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]*)\)")
_WEB = re.compile(r"(?P<url>https?://[^\s\"]+)", re.I)
_LINK_TO_WEB = re.compile(r"\[(?P<title>[^\][{}:#,]+)\]\((?P<url>https?://[^\s()\"]+)\)", re.I)
_KIND = re.compile(r"(?:activity|journey|workshop|chapter|handout):", re.I)
_AND = re.compile(r"\s*(?:[,;&+\n]|\s/\s|\band\b)\s*")
_BETWEEN_ROLES = re.compile(r"(?:\s+[-–]\s+|[\s,;/|&+]+)(?:(?:and|or)\s+)?")
_LEFT_OUT = re.compile(
    r"(?:[-!^~–−]|(?:not|no|except|without|hid(?:e|den)(?: from)?|"
    r"(?:all|everyone|everybody) (?:but|except))\b(?: for)?)\s*(?P<role>\S.*)",
    re.I,
)
"""A role with a sign or a word before it that leaves it out."""
_BUT_NOT = re.compile(
    r"(?P<role>[\w-]+)[\s,;]*\(?\s*(?:but )?(?:not|no|without|except)\s+(?P<hidden>[\w-]+)\s*\)?", re.I
)
"""A role, and behind it one that does not see something: `mentor (not mentee)`."""
_FOR_SOME = re.compile(
    r"\b(?:only|just|for|exclusively|the|all|visible to|shown to|can see(?: this)?|eyes)\b(?!-)|[()]", re.I
)
"""What stands around the name of a role to say that they see something."""
_BULLETS = re.compile(r"(?:^|\s+)[•‣◦▪▫●○■□➢➤►✓✔❖·–—*+][ \t]+")
"""What people type in place of the dashes of a list."""
_APART = re.compile(r"\s*[,;\n]\s*")


def meant_id(text: str) -> str:
    """Make an id of what stands in the place of one: `first-monday` of `toolkit/first-monday.yaml`; may be empty."""
    link = _LINK.fullmatch(text)
    bare = _KIND.sub("", link["target"] if link else text)
    if not re.search(r"\s", bare):
        bare = re.split(r"[/\\]", bare.rstrip("/\\"))[-1]
    return slug(_ENDING.sub("", bare))


def parts_of(text: str) -> list[str]:
    """Part a text at its commas and semicolons, as somebody means it who writes a list in one line."""
    return [part for part in _APART.split(text.strip()) if part]


def no_id(text: str, *, in_list: bool, people: bool = False) -> tuple[Text, Text]:
    """Say that a text is no id, and what to write; `in_list` where the field takes several.

    Two `people` may have a word between them; a title may have it, too.
    """
    bullets = [part for part in _BULLETS.split(text.strip()) if part]
    if in_list and len(bullets) > 1 and _BULLETS.match(text.strip()):
        return as_list(text, [meant_id(part) or part for part in bullets])
    words = [part for part in _AND.split(text.strip()) if part]
    parts = words if people and len(words) > 1 and all(" " not in word for word in words) else parts_of(text)
    ids = [id for part in parts if (id := meant_id(part))]
    if in_list and len(ids) > 1:
        return as_list(text, ids)
    right = meant_id(text)
    hint = say("write `{id}`", id=right) if right else say("write a word such as `delivery`")
    return say(NOT_AN_ID.template, text=text), hint


def address_for_id(text: str) -> tuple[Text, Text] | None:
    """Say where an address stands that is written in the place of an activity's id; None of all else."""
    found = _LINK_TO_WEB.fullmatch(text.strip()) or _WEB.fullmatch(text.strip())
    if found is None:
        return None
    shown = f'{{title: {found.groupdict().get("title") or "…"}, url: "{found["url"]}"}}'
    message = say("‘{text}’ is an address, and no activity of this handbook", text=text)
    return message, say("write it as `resources: {shown}`", shown=shown)


def titled(text: str, *, in_list: bool) -> tuple[Text, Text]:
    """Say that a title with its key stands where an id alone belongs."""
    return say(TITLE_MEANT.template, text=text), alone(meant_id(text) or "…", in_list=in_list)


def to_journey(id: str) -> Text:
    """Advise on a way that leads out of its journey."""
    return say(
        "take the item out, and write `journey: {id}` in this stage: `next` leads to stages of this journey alone",
        id=id,
    )


def alone(id: str, *, in_list: bool) -> Text:
    """Advise to write nothing but an id, as the item of a list where it is one."""
    return say("write `- {id}`", id=id) if in_list else say("write `{id}`", id=id)


def meant_roles(text: str, roles: Collection[str]) -> tuple[Text, Text] | None:
    """Say which of a handbook's roles a text names: `Mentors`, `mentor/mentee`; None where it has other words."""
    if (left_out := _LEFT_OUT.fullmatch(text.strip())) and (role := role_meant(left_out["role"], roles)):
        message = say("‘{text}’ says who does not see this, and roles are those who see it", text=text)
        return message, say("write the roles that see it: {roles}", roles=", ".join(but_not([role], roles)))
    if (both := _BUT_NOT.fullmatch(text.strip())) and all(role_meant(both[one], roles) for one in ("role", "hidden")):
        return say(NOT_AN_ID.template, text=text), say("write `{id}`", id=role_meant(both["role"], roles))
    named = _FOR_SOME.sub(" ", text).strip() or text
    parts = [part for part in _BETWEEN_ROLES.split(named.strip()) if part]
    found = [role_meant(part, roles) for part in ([named] if role_meant(named, roles) else parts)]
    ids = list(dict.fromkeys(role for role in found if role))
    if not ids and roles and named != text.strip():  # an id of all its words would be no role either
        return say(NOT_AN_ID.template, text=text), say(
            "write the roles that see it: {roles}", roles=", ".join(but_not((), roles))
        )
    if not ids or not all(found):
        return None
    if len(ids) > 1:
        return as_list(text, ids)
    return say(NOT_AN_ID.template, text=text), say("write `{id}`", id=ids[0])


def but_not(hidden: Collection[str], roles: Collection[str]) -> list[str]:
    """Give the roles that are left where some do not see a thing; `public` is not, for it is everyone's."""
    return [role for role in roles if role not in hidden and role != "public"]


def role_meant(text: str, roles: Collection[str]) -> str | None:
    """Give the role that a text names, also as `Mentors` or with a letter wrong; None where it names none."""
    bare = slug(text)
    return next((role for role in roles if bare.removesuffix("s") == role.removesuffix("s")), None) or (
        nearest(bare, roles) if bare and "-" not in bare else None
    )


def as_list(text: str, items: list[str]) -> tuple[Text, Text]:
    """Say that one text stands where a list belongs, and show the list."""
    shown = " ".join(f"`- {item}`" for item in items[:MOST_SHOWN]) + (" …" if len(items) > MOST_SHOWN else "")
    return say(LIST_MEANT.template, text=text), say("write one a line, each with a dash: {shown}", shown=shown)
