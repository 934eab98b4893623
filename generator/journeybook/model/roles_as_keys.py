"""Say whom an `audience` means whose roles are keys with a yes or a no each, or stand below a word such as `not`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from journeybook.model.meant_ids import alone, as_list, but_not, role_meant
from journeybook.model.misread import Told, switched
from journeybook.model.types import slug
from journeybook.problems import say

_BUT = ("not", "no", "except", "without", "hide", "hidden", "hide_from", "exclude", "all_but", "deny")
_ONLY = ("only", "show", "shown", "see", "for", "include", "visible", "visible_to", "allow")
"""Keys above roles that do not see something, and above those that do."""
_ALL = ("all", "everyone", "everybody", "any", "public")


def roles_as_keys(
    fields: dict[str, object], others: Sequence[object], roles: Collection[str], *, in_list: bool, has_dash: bool
) -> Told | None:
    """Say what to write for a mapping where roles belong; None where it names none of them.

    A role with a no is never offered, for what was kept from it would be shown. `others` are the items beside it.
    """
    if (parted := _parted(fields)) is None:
        if not any(role_meant(key, roles) for key in fields):
            return None
        return say("roles are expected here, and no keys"), say("write the roles that see this, without keys")
    seen, hidden = ([role_meant(key, roles) or slug(key) or key for key in keys] for keys in parted)
    if hidden and {*seen} & {*_ALL}:  # all but these
        seen = []
    if seen:
        message = say("roles are expected here, and no keys")
        if in_list:
            return message, alone(seen[0], in_list=has_dash) if len(seen) == 1 else as_list("", seen)[1]
        return message, say("write `{meant}`", meant=f"[{', '.join(seen)}]" if len(seen) > 1 else seen[0])
    message = say("‘{text}’ says who does not see this, and roles are those who see it", text=", ".join(hidden))
    beside = [_parted(one) if isinstance(one, dict) else ([str(one)], []) for one in others]
    if any(one and one[0] for one in beside):
        return message, say("take it out: who is not named does not see this")
    gone = {*hidden, *(role_meant(key, roles) or key for one in beside if one for key in one[1])}
    left = ", ".join(but_not(gone, roles))
    if not left:
        return message, say("write the roles that see this, without keys")
    return message, say("write the roles that see it: {roles}", roles=left if in_list else f"`[{left}]`")


def _parted(fields: dict[str, object]) -> tuple[list[str], list[str]] | None:
    """Give the roles that see something and those that do not, as they are typed; None of all else."""
    if len(fields) == 1:
        key, value = next(iter(fields.items()))
        given = [value] if isinstance(value, str) else value
        names = [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
        word = slug(key).replace("-", "_")
        if names and word in (*_BUT, *_ONLY):
            return ([], names) if word in _BUT else (names, [])
    return switched(fields)
