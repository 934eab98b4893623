"""Find what begins a part for some in another program: conditions of templates, directives, boxes and fences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from journeybook.markdown.attributes_for_some import (
    BESIDE,
    SAY_FOR_WHOM,
    has_names_alone,
    is_for_name,
    is_keyed,
    says_in_attributes,
    takes_from_others,
)
from journeybook.markdown.role_words import is_name
from journeybook.markdown.signs.fences import fences
from journeybook.markdown.words_of_hiding import hides_by_words

_CONDITION = re.compile(
    r"^[ \t>]{0,40}(?P<all>"
    r"\{%[-+]?[ \t]*comment[ \t]*[-+]?%\}(?P<note>[^{}\n]{1,100})\{%[-+]?[ \t]*endcomment[ \t]*[-+]?%\}"
    r"|\{%[-+]?(?P<block>[^%{}\n]{1,100})%\}"
    r"|\{\{[-~]?[ \t]*(?P<sign>[%<#^])?(?P<code>[^{}\n]{1,100})\}\}"
    r"|<%[-=]?(?P<erb>[^<>\n]{1,100})%>"
    r"|\{::?(?P<kramdown>[^{}\n]{1,100})\}"
    r"|\{/\*(?P<jsx>[^{}\n]{1,100})\*/\}"
    r"|@(?P<at>(?:if|unless|can|role|auth|only|for)\b[^\n]{1,100})"
    r"|\#(?P<hash>(?:if|ifdef|ifndef|unless)\b[^\n]{1,100})"
    r"|(?P<adoc>if(?:n?def|eval)::[^\n]{1,100})"
    r"|\\begin\{(?P<tex>[^{}\n]{1,40})\}"
    r"|\\if(?P<texif>[^\W\d_]{1,40})"
    r")[ \t]*$",
    re.M,
)
_CONTROL = frozenset(
    (
        *("ifdef", "ifndef", "ifeval", "elif", "elsif", "else", "when", "in", "is", "eq", "ne", "eval", "endcomment"),
        *("comment", "user", "reader", "page", "profile", "then", "has", "can", "auth", "equals", "includes"),
        *("contains", "current", "config", "extra", "site", "output", "target", "tag", "tags", "of"),
    )
)
_CONDITIONS = frozenset(
    ("if", "ifdef", "ifndef", "ifeval", "unless", "only", "for", "when", "show", "hide", "not", "can", "role", "auth")
)
_WORD = re.compile(r"[^\W_][\w-]*")
_DIRECTIVE = re.compile(r"^[ \t>]{0,40}(?P<all>\.\.[ ]+(?P<name>[\w-]+)::[ \t]+(?P<said>[^\n]{1,100}))$", re.M)
_BOX = re.compile(
    r"^[ \t>]{0,40}(?P<all>(?:!!!|\?\?\?\+?)[ \t]+(?P<name>[^\W_][\w-]*)[^\n]*"
    r"|(?<=>)[ ]?\[!(?P<callout>[^\]\n]{1,40})\][^\n]*)$",
    re.M,
)
"""The first line of a box of Material's, or of a callout."""
_FENCE = re.compile(
    r"^[ \t>]{0,40}(?P<all>(?::{3,}|/{3,})[ \t]*(?:\{[ \t]*)?(?P<signs>[.#])?(?P<name>[^\W_][\w-]*)(?P<said>[^\n]*))$",
    re.M,
)
"""The begin of a block of another program."""
_KEYS_BELOW = re.compile(
    r"^[ \t>]{0,40}/{3,}[^\n]*\n(?:[ \t>]+[\w-]+:[^\n]*\n){0,5}?"
    r"[ \t>]+(?P<all>(?P<key>[\w-]+):[ \t]*(?P<value>[^\n]+))$",
    re.M,
)
_INFO = re.compile(r"[ \t]*\{(?P<name>[\w-]+)\}[ \t]*(?P<said>[^\n]*)")


def begins_in_another_program(text: str, names: Collection[str], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Give the place of each line that begins a part for some as another program has it, with what it says."""
    for one in _CONDITION.finditer(text, offset):
        if _is_a_condition(one, text, names):
            yield one.start("all"), one["all"].strip()
    for one in _DIRECTIVE.finditer(text, offset):
        if _is_a_directive(one["name"], one["said"], names):
            yield one.start("all"), one["all"].strip()
    for one in _BOX.finditer(text, offset):
        kind = one["callout"] or one["name"]
        is_whole = one["callout"] is not None and is_name(kind, names)
        if is_whole or _is_hiding(kind, names) or (one["callout"] and is_keyed(kind, names)):
            yield one.start("all"), one["all"].strip()
    for one in _FENCE.finditer(text, offset):
        if _is_a_fence(one["name"], one["said"], names, is_class=one["signs"] == "."):
            yield one.start("all"), one["all"].strip()
    for one in _KEYS_BELOW.finditer(text, offset):
        value = one["value"]
        if says_in_attributes(f"{one['key']}={value}", names, "") or (
            one["key"] == "attrs" and says_in_attributes(value.strip("{} ").replace(":", "="), names, "div")
        ):
            yield one.start("all"), one["all"].strip()


def fences_for_some(text: str, names: Collection[str], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Give the place of each fence of code whose first line says for whom it is; `text` is with its code."""
    for one in fences(text[offset:]):
        first = text[offset + one.info : offset + one.code - 1]
        info, directive = first.strip(), _INFO.fullmatch(first)
        if (
            says_in_attributes(info, names, "")
            or (directive and _is_a_directive(directive["name"], directive["said"], names))
            or (is_name(info, names) or _is_hiding(info, names))
        ):
            yield offset + one.at, f"{one.signs}{first}".strip()


def _is_a_condition(found: re.Match[str], text: str, names: Collection[str]) -> bool:
    if found["note"] or found["jsx"]:
        said = found["note"] or found["jsx"]
        return is_keyed(said, names) or hides_by_words(said, names)
    if name := found["tex"] or found["texif"]:
        return is_name(name, names) or _is_hiding(name, names)
    said = next(one for one in found.group("block", "code", "erb", "kramdown", "at", "hash", "adoc") if one)
    words = [word.casefold() for word in _WORD.findall(said)]
    named = {word for word in words if is_name(word, names)}
    rest = {*words} - named
    if not named or not rest <= SAY_FOR_WHOM | BESIDE | _CONTROL | _CONDITIONS:
        return bool(words) and all(_is_hiding(word, names) for word in words)
    if rest:
        return bool(rest & (_CONDITIONS | SAY_FOR_WHOM))
    ended = rf"\{{[{{%][-~<%]?[ \t]*(?:/|end)[ \t]*{re.escape(words[0])}\b"
    return found["sign"] in ("#", "^") or bool(re.search(ended, text[found.end() :], re.I))


def _is_a_directive(name: str, said: str, names: Collection[str]) -> bool:
    """Tell whether a directive of reStructuredText or MyST is such as `only:: mentor` or `container:: mentor-only`."""
    if _is_hiding(said.strip(), names):
        return True
    words = {word.casefold() for word in re.findall(r"[^\W_]+", name)}
    is_condition = bool(words & (_CONDITIONS | {"ifconfig", "audience", "edition"}))
    return (is_condition and has_names_alone(said.replace("not ", ""), names)) or is_name(name, names)


def _is_a_fence(name: str, said: str, names: Collection[str], *, is_class: bool) -> bool:
    rest = said.strip()
    if is_name(name, names):
        return not rest or rest[:1] in "|}"
    if _is_hiding(name, names) or (rest and _is_a_directive_in_braces(name, rest, names)):
        return True
    if is_class or not rest.startswith("|"):
        return False
    title = rest.strip("| ")
    classes = re.findall(r"[.#]([\w-]+)", title)
    inside = re.findall(r"\[([^\]\n]*)\]", title)
    return (
        any(_is_hiding(one, names) for one in classes)
        or any(says_in_attributes(one, names, "div") for one in inside)
        or (title[:1].islower() and is_keyed(title, names))
    )


def _is_a_directive_in_braces(name: str, rest: str, names: Collection[str]) -> bool:
    return rest.startswith("}") and _is_a_directive(name, rest[1:], names)


def _is_hiding(name: str, names: Collection[str]) -> bool:
    return " " not in name and (takes_from_others(name, names) or is_for_name(name, names))
