"""Tell whether a key and its value, an attribute or a class say for whom something is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from journeybook.markdown.role_words import is_name

SAY_FOR_WHOM = frozenset(
    (
        *("for", "only", "not", "if", "unless", "except", "hide", "hidden", "show", "shown", "audience", "end"),
        *("endif", "endunless", "restricted", "begin", "start", "für", "nur", "ende", "pour", "para", "solo", "fin"),
    )
)
BESIDE = frozenset(
    (
        *("from", "to", "the", "and", "or", "role", "roles", "edition", "editions", "block"),
        *("section", "part", "markdown", "here"),
    )
)
"""Words that may stand beside those that say for whom something is."""
_JOIN = frozenset(("and", "or", "und", "oder", "et", "ou", "y", "the", "only"))
WHOLE_NAME = re.compile(r"[^\W_](?:[\w-]|[:*·/](?=\w))*")
"""A name with what German has within words, as in `Mentor:innen`."""
KEYS = (
    r"(?:for|audiences?|editions?|unless|except|if|roles?|readers?|only(?:[ _-]for)?"
    r"|(?:seen|viewed|read)[ _-]by|(?:visible|shown?)[ _-](?:to|for|in)|hid(?:e|den)[ _-]from)"
)
"""What people write before a colon, or a sign of equality, and the names of those who see it."""
_KEYED = re.compile(
    rf"\W*(?:(?:note|nb|text|begin|start|block|section|part|content)\s+){{0,2}}{KEYS}\s*[:=]+\s*(?P<names>[^\n]+)",
    re.I,
)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<key>[^\W\d_][\w:.-]{0,40})\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^\s\"'>}\]]+))"
)
_BARE = re.compile(r"(?<![^\s])[^\W\d_][\w:.-]{0,40}(?![^\s/])(?!\s*=)")
"""An attribute without a value, where those with one are gone."""
_KEY = re.compile(KEYS, re.I)
_PREFIX = re.compile(r"(?:data|jb|x|v|ng|[\w-]+(?=:))[-:]", re.I)
_OF_A_KEY = frozenset(
    (
        *("show", "shown", "shows", "visible", "hide", "hides", "hidden", "only", "when", "if", "unless", "except"),
        *("audience", "audiences", "edition", "editions", "role", "roles", "reader", "readers", "viewers", "profile"),
        *("condition", "conditions", "conditional", "test", "access", "exclude", "visibility", "restrict"),
        *("restricted", "allow", "allowed", "deny", "omit", "skip", "permission", "permissions", "not", "for"),
    )
)
_FILL_A_KEY = frozenset(("to", "in", "from", "by", "meta", "content", "text", "is", "with", "the"))
_OF_A_VALUE = re.compile(r"\b(?:audience|role|edition|profile|user|reader)s?\b[.:=!]*|[+!]", re.I)
_CLASS = re.compile(
    r"(?<![\w-])(?P<key>class|id)\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^\s\"'>}]+))"
    r"|(?<![\w.])\.(?P<dot>[^\W\d][\w-]*)"
)
_TAKE_FROM_OTHERS = frozenset(("only", "hide", "hidden", "not", "except", "unless", "nur", "seulement", "solo"))
_TAKE_BY_CLASS = ("no", "non", "without", "never", "kein", "keine", "nicht", "ohne", "sans", "sin")
"""What begins a class that is to do so; an id may well be that of a heading."""
_BEGIN_A_CLASS = ("audience", "audiences", "edition", "role", "reader", "readers", "visible", "for", "show", "view")
_OF_THE_BROWSER = {"label": "for", "output": "for"}
"""Attributes of HTML that name another element, and not a role."""
_CONTROLS = ("a", "button", "input", "label", "option", "output", "select", "summary", "img", "iframe", "script")
"""Elements that show and hide others by scripts, or lead to them."""
BOXES = frozenset(
    (
        *("div", "section", "article", "aside", "details", "template", "fieldset", "blockquote", "p"),
        *("table", "ul", "ol"),
    )
)
"""Elements that a text stands in: of an anchor, an id is nothing more than its place."""
_ARIA = frozenset(
    (
        *("group", "list", "note", "form", "main", "search", "status", "timer", "table"),
        *("row", "cell", "tab", "menu", "feed", "figure", "term"),
    )
)


def is_keyed(said: str, names: Collection[str]) -> bool:
    """Tell whether a text is such as `for: mentor`, `audience = "mentor, team"` or `note for: mentors`."""
    keyed = _KEYED.fullmatch(said)
    return keyed is not None and has_names_alone(keyed["names"], names)


def has_names_alone(text: str, names: Collection[str]) -> bool:
    """Tell whether a text has names of roles or editions, and nothing but joining words beside them."""
    words = [word.casefold() for word in WHOLE_NAME.findall(text)]
    return any(is_name(word, names) for word in words) and all(is_name(word, names) or word in _JOIN for word in words)


def says_in_attributes(attributes: str, names: Collection[str], tag: str) -> bool:
    """Tell whether one of the attributes says for whom an element is; `tag` is empty for a list of Markdown's."""
    for one in _ATTRIBUTE.finditer(attributes):
        value, key = one["d"] or one["s"] or one["u"] or "", one["key"].casefold()
        is_other = _OF_THE_BROWSER.get(tag) == key or (key == "role" and value.casefold() in _ARIA)
        if not is_other and _says(key, value, names, tag):
            return True
    bare = _BARE.findall(_ATTRIBUTE.sub(" ", attributes)) if tag in (*BOXES, "span") else ()
    if any(takes_from_others(one, names) or is_for_name(one, names) for one in (_PREFIX.sub("", one) for one in bare)):
        return True
    return any(
        takes_from_others(name, names)
        or (is_class and (_is_without(name, names) or (tag in BOXES and is_for_name(name, names))))
        for name, is_class in _classes(attributes, tag)
    )


def _says(key: str, value: str, names: Collection[str], tag: str) -> bool:
    bare = _PREFIX.sub("", key)
    if _KEY.fullmatch(bare):
        return has_names_alone(value, names)
    words = {*re.findall(r"[^\W_]+", bare)}
    if words & _OF_A_KEY and words <= _OF_A_KEY | _FILL_A_KEY and tag not in _CONTROLS:
        return has_names_alone(_OF_A_VALUE.sub(" ", value), names)
    if key != "title" and not key.startswith("data-"):
        return False
    is_marker = value[:1].islower() and is_keyed(value, names)
    return is_marker or (key != "title" and takes_from_others(value, names))


def _classes(attributes: str, tag: str) -> Iterator[tuple[str, bool]]:
    """Give the classes of an element or a list, and the id of an element that a text stands in; True for a class."""
    for one in _CLASS.finditer(attributes):
        if (one["key"] == "id" and tag not in BOXES) or (one["dot"] is not None and tag):
            continue
        for name in (one["d"] or one["s"] or one["u"] or one["dot"] or "").split():
            yield name, one["key"] != "id"


def takes_from_others(name: str, names: Collection[str]) -> bool:
    """Tell whether a class, such as `mentor-only`, is to keep something from others."""
    words = re.findall(r"[^\W_]+", name.casefold())
    named = {word for word in words if is_name(word, names)}
    rest = {*words} - named
    return bool(named and rest & _TAKE_FROM_OTHERS) and rest <= SAY_FOR_WHOM | BESIDE | _TAKE_FROM_OTHERS


def _is_without(name: str, names: Collection[str]) -> bool:
    """Tell whether a class is such as `no-mentee`."""
    first, *rest = re.split(r"[-_]+", name.casefold())
    return first in _TAKE_BY_CLASS and bool(rest) and is_name("-".join(rest), names)


def names_in_class(name: str, names: Collection[str]) -> bool:
    """Tell whether a class is a role or an edition and nothing else, such as `mentor`, `audience-mentor`."""
    words = re.split(r"[-_]+", name.casefold())
    rest = words[1:] if words[0] in _BEGIN_A_CLASS else words
    return "-".join(rest) != "public" and bool(rest) and is_name("-".join(rest), names)


def classes_of(attributes: str, tag: str) -> list[str]:
    """Give the classes of an element, or of a list of Markdown's, for which `tag` is empty."""
    return [name for name, is_class in _classes(attributes, tag) if is_class]


def is_for_name(name: str, names: Collection[str]) -> bool:
    """Tell whether a class is such as `for-mentor` or `show-mentors`."""
    words = re.split(r"[-_]+", name.casefold())
    return len(words) > 1 and words[0] in ("for", "show") and all(is_name(word, names) for word in words[1:])
