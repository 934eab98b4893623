"""Find what was to be a key of YAML and its value, and is a line, or the end, of a text beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from journeybook.markdown.attributes_for_some import has_names_alone
from journeybook.markdown.signs.code import without_code

_LINE = re.compile(
    r"^ {0,3}(?:- +)?(?P<all>(?P<audience>audience):[ \t]*\[?(?P<roles>[^\n\]]+)\]?"
    r"|(?P<note>facilitator_notes|solution):.*)[ \t]*$",
    re.M | re.I,
)
_AROUND = re.compile(
    r"\A\s*(?P<before>[\[{](?:for|audience|only):[ \t]*(?P<first>[^\n\[\]{}]+)[\]}])"
    r"|(?P<behind>[\[{(]audience:[ \t]*(?P<last>[^\n\[\](){}]+)[\]})])\s*\Z"
    r"|[,;][ \t]*(?P<end>audience:[ \t]*(?P<named>[\w, -]+))\Z"
)


def keys_in(text: str, names: Collection[str], *, in_handout: bool = False) -> Iterator[tuple[int, str]]:
    """Give the place of each line of a text that was to be a key for some, and of a key before or behind the text.

    A capital begins a label that readers are to see, but for one on the first line with the very names of roles
    (`names`). `solution` is a key of handouts alone. The text is as it stands in the file, where lines are not folded.
    """
    typed = without_code(f"x\n{text}")[2:]  # hyphens at its top are no front matter here
    for one in _LINE.finditer(typed):
        if one["note"]:
            is_key = one["note"] == "facilitator_notes" or (one["note"] == "solution" and in_handout)
        else:
            is_exact = not typed[: one.start()].strip() and {*re.split(r"[,\s]+", one["roles"].strip())} <= {*names}
            is_key = (one["audience"].islower() or is_exact) and has_names_alone(one["roles"], names)
        if is_key:
            yield one.start("all"), one["all"].rstrip()
    if around := _AROUND.search(typed):
        said = around["first"] or around["last"] or around["named"]
        if has_names_alone(said, names):
            kind = "before" if around["first"] else "behind" if around["last"] else "end"
            yield around.start(kind), around[kind]


def begins_with_a_key(said: str) -> bool:
    """Tell whether what `keys_in` has found is a line that was to be a key."""
    return bool(_LINE.fullmatch(said))
