"""Tell which keys of front matter, of a page or of a folder, are meant as `audience` and are not read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError

from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.role_words import is_name, names_only_roles
from journeybook.problems import Path
from journeybook.problems.nearest import nearest
from journeybook.source.document import compose

AUDIENCE = "audience"
_FOR = ("for", "for_whom", "for-whom", "readers")
"""What people call it."""
_SAYS_SOMETHING_ELSE = re.compile(
    r"(?:.*[\W_])?(?:(?:sub|short|nav)?titles?|descriptions?|summary|abstract|teaser|labels?|names?|ids?|headings?"
    r"|alias(?:es)?|class(?:es)?|keywords?|categor(?:y|ies)|tags?|topics?|authors?|owners?|editors?|leads?|contacts?|reviewers?|maintainers?|translators?|speakers?|persons?"
    r"|(?:written|made|reviewed|kept|edited|translated|owned|created|updated|published)[\W_]by|slug|layout|parent"
    r"|images?|icon|picture|photo|colou?r|lang|section|menu|order|style|theme|template|redirects?|redirect_from|licen[cs]e"
    r"|source|series|subject|links?|related)",
    re.I,
)
"""Keys that tell of a page, or of who has made it, by the name of a role."""
_YES = ("true", "yes", "on", "1", "y")
_NO = ("false", "no", "off", "0", "n")
_SWITCHES_OFF = ("private", "internal", "confidential", "secret", "restricted", "hidden", "unlisted")
_LOCKS = (
    *("password", "passwort", "passphrase", "protected", "password_protected", "locked", "lock", "login"),
    *("login_required", "requires_login", "auth", "authentication", "members_only", "members-only", "encrypted"),
)
"""What is to let in only whom somebody knows."""
_SWITCHES_ON = ("public", "visible")
_STATES = ("visibility", "access", "availability", "classification", "confidentiality")
"""Keys that switch a page off and on, and those that say how far it goes."""
_WHO = re.compile(
    r"(?:editions?|roles?|profiles?|permissions?|visible(?:[_-](?:to|for))?|shown?(?:[_-](?:to|for))?|only(?:[_-]for)?|access|hide[_-]from"
    r"|visibility|availability|classification|confidentiality|restricted(?:[_-]to)?|viewers?|seen[_-]by)"
)
"""What people call it, where the value names a role or an edition."""
_WHEN = re.compile(
    r"(?:when|conditions?|scope|targets?|include|exclude|restrict|(?:un)?publish(?:ed)?(?:[_-](?:to|for|in))?"
    r"|(?:un)?listed|share[ds]?(?:[_-](?:with|to))?|hidden|private|internal|confidential|protected|display)"
)
"""What says for whom something is where its value has names and nothing else."""
_OF_THE_THEME = ("hide", "status", "draft")
_BESIDE_A_ROLE = frozenset(("only", "for", "just", "visible", "show", "shown", "see", "hide", "hidden", "to", "from"))
_KEEPS_CATEGORIES = ("category", "categories")
_TOP = re.compile(r"\A\ufeff?\s*-{3,}[^\n]*\n(?P<yaml>(?:(?!(?:-{3,}|\.{3})[ \t]*$)[^\n]*\S[^\n]*(?:\n|\Z))*)", re.M)
"""Front matter, or what was to be some: up to a line of signs, or an empty one."""
_NO_FENCE = re.compile(r"\A\ufeff?\s*(?P<key>audience)[ \t]*[:=][ \t]*\[?(?P<value>[^\n\]]*)", re.I)
_OF_A_HEADER = re.compile(r"\W{0,8}[\w .+-]{1,40}[\"']?[ \t]*[:=].*|\W{0,8}\w{0,20}\W{0,8}")
_KEY_OF_A_HEADER = re.compile(
    r"\W{0,8}(?:x-|note[ \t]+)?(?P<key>audience)[\"']?[ \t]*[:=](?P<value>[^:=*]*)(?:\*/.*)?"
    r"|[ \t]*(?:/\*|//|#|%|;|--)[ \t]*(?P<note>for)[ \t]*:(?P<names>[^:=*]*)(?:\*/.*)?",
    re.I,
)
_PAIR_OF_JSON = re.compile(r"[{,]\s*\"(?P<key>audience)\"\s*:\s*(?P<value>\"[^\"\n]*\"|\[[^\]\n]*\])")
_ATTRIBUTE = re.compile(
    r"<meta\s+name=[\"']?(?P<key>audience)[\"']?\s+content=[\"']?(?P<value>[^\"'>]+)"
    r"|<[a-z][\w-]*\s[^<>]{0,400}?\b(?P<attribute>audience)=[\"']?(?P<names>[^\"'>]+)"
    r"|<(?:metadata|desc)\b[^<>]*>\s*audience\s*[:=](?P<said>[^<>]{1,200})<"
    r"|<(?:\w+:)?audience\b[^<>]*>(?P<element>[^<>]{1,200})<",
    re.I,
)
_NAMES = ("value", "names", "said", "element")
"""The groups of those that have the roles."""
_MOST_LINES, _LONGEST = 20, 200
_AT_A_LINE = re.compile(r"^\W*(?P<key>audien\w*)", re.M | re.I)


def is_nearly_audience(key: str) -> bool:
    """Tell whether a key is `audience`, or nearly so, or what people call it."""
    return key.strip().casefold() in _FOR or nearest(key.strip(), [AUDIENCE]) is not None


def says_roles_alone(key: str, value: Any, roles: tuple[str, ...]) -> bool:
    """Tell whether the value of a key is one role or several and nothing else, so that it says whom a page is for.

    `public` alone keeps the page from nobody; the category of a page, or the one who has written it, may be a role.
    """
    parts = value if isinstance(value, list) else [value]
    if any(isinstance(part, dict | list) for part in parts) or _SAYS_SOMETHING_ELSE.fullmatch(key.strip()):
        return False
    words = ", ".join(map(str, parts))
    return names_only_roles(words, roles) and words.strip().casefold() != "public"


def inside(value: Any, path: Path) -> Iterator[tuple[Path, str, Any]]:
    """Give every key inside a value, with its path and its value."""
    pairs = list(value.items()) if isinstance(value, dict) else []
    yield from (((*path, key), str(key), item) for key, item in pairs)
    items = pairs or (enumerate(value) if isinstance(value, list) else ())
    for place, item in items:
        yield from inside(item, (*path, place))


def names_some(key: str, value: Any, names: Collection[str]) -> bool:
    """Tell whether a key is to keep something for some of a handbook with editions: `visible_to: team`, `mentor: true`.

    `names` are those of its roles and editions. What is for the `public` is kept from nobody.
    """
    if key.casefold() in _STATES and str(value).strip().casefold() == "public":
        return False
    if _WHO.fullmatch(key) or key.startswith("<!--"):
        words = value if isinstance(value, list) else re.split(r"[\s,;]+", str(value))
        return any(is_name(str(word), names) for word in words)
    if _WHEN.fullmatch(key):
        words = value if isinstance(value, list) else re.split(r"[\s,;]+", str(value))
        return {*map(str, words)} - {"public"} != set() and all(is_name(str(word), names) for word in words)
    if str(value).strip().casefold() not in (*_YES, *_NO) or key.casefold() == "public":
        return False
    words = re.findall(r"[^\W_]+", key.casefold())
    is_whole = is_name(re.sub(r"[\W_]+", "-", key.casefold()), names)
    named = {word for word in words if is_name(word, names)}
    return is_whole or (bool(named) and {*words} - named <= _BESIDE_A_ROLE)


def is_of_the_theme_for_some(key: str, value: Any, names: Collection[str]) -> bool:
    """Tell whether a key that the theme reads names roles or editions: `hide: [mentee]`, `status: mentor`."""
    words = value if isinstance(value, list) else re.split(r"[\s,;]+", str(value))
    return key in _OF_THE_THEME and any(str(word) != "public" and is_name(str(word), names) for word in words)


def is_a_category_of_some(key: str, value: Any, names: Collection[str]) -> bool:
    """Tell whether a page is in a category that is called as a role or an edition and nothing else."""
    words = value if isinstance(value, list) else [value]
    return key.casefold() in _KEEPS_CATEGORIES and all(
        isinstance(word, str) and word in names and word != "public" for word in words
    )


def keys_at_top(
    text: str, roles: tuple[str, ...] = (), editions: Collection[str] = ()
) -> tuple[Collection[str], tuple[str, int] | None]:
    """Give the roles that the front matter of a text says it is for, and the first key that says so and is not read.

    The second has its line, from 1. Front matter that is none counts too: not closed, or below an empty line.
    """
    begun = _TOP.match(text)
    if begun is None:
        line = _NO_FENCE.match(text)
        is_meant = line and says_roles_alone(AUDIENCE, line["value"], (*roles, *editions))
        return (), (line["key"], text.count("\n", 0, line.start("key")) + 1) if line and is_meant else None
    front, above = begun["yaml"], text.count("\n", 0, begun.start("yaml"))
    read, _, _ = split_front_matter(text)
    try:
        meta = yaml.safe_load(read) if AUDIENCE in read else None
    except yaml.YAMLError:
        meta = None
    given = meta.get(AUDIENCE) if isinstance(meta, dict) else None
    found = {given} if isinstance(given, str) else set(map(str, given)) if isinstance(given, list) else set[str]()
    told = keys_for_some(front, roles, editions)
    wrong = [(key, above + line) for key, line in told if not (found and key == AUDIENCE)]
    return found, wrong[0] if wrong else None


def key_in_header(text: str, names: Collection[str]) -> tuple[str, int] | None:
    """Give the key that says for whom a file is in its first lines, or as JSON and HTML have it, and its line, from 1.

    `names` are those of roles and editions. The file is no page, and nobody reads it there.
    """
    if _TOP.match(text):  # it is front matter, or nearly so
        return None
    known, is_tags = tuple(names), text.lstrip()[:1] == "<"
    for number, line in enumerate(text.split("\n", _MOST_LINES)[:_MOST_LINES], 1):
        if is_tags or len(line) > _LONGEST or not _OF_A_HEADER.fullmatch(line.rstrip()):
            break
        found = _KEY_OF_A_HEADER.fullmatch(line.rstrip())
        if found and says_roles_alone(AUDIENCE, found["value"] or found["names"], known):
            return found["key"] or found["note"], number
    pattern = _ATTRIBUTE if is_tags else _PAIR_OF_JSON if text.lstrip()[:1] == "{" else None
    for found in pattern.finditer(text) if pattern else ():
        named = found.groupdict()
        if says_roles_alone(AUDIENCE, next((named[one] for one in _NAMES if named.get(one)), ""), known):
            return AUDIENCE, text.count("\n", 0, found.start()) + 1
    return None


def keys_for_some(text: str, roles: tuple[str, ...] = (), editions: Collection[str] = ()) -> list[tuple[str, int]]:
    """Give the keys of a YAML text that say for whom something is, or nearly so, each with its line, from 1.

    Of a text that is no YAML, they are the lines that begin so. `editions` are the names of the handbook's.
    """
    names = {*roles, *editions}
    try:
        node = compose(text)
    except YAMLError:
        return [(one["key"], text.count("\n", 0, one.start("key")) + 1) for one in _AT_A_LINE.finditer(text)]
    return [
        (key.value, key.start_mark.line + 1)
        for key, value in _pairs(node, set())
        if is_nearly_audience(key.value)
        or says_roles_alone(key.value, _plain(value), roles)
        or (editions and names_some(key.value, _plain(value), names))
    ]


def _pairs(node: Node | None, seen: set[int]) -> Iterator[tuple[ScalarNode, Node]]:
    """Give the keys and values of a tree of nodes, each once: an anchor may lead back to what is around it."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield key, value
            yield from _pairs(value, seen)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _pairs(item, seen)


def _plain(node: Node) -> Any:
    if isinstance(node, SequenceNode):
        return [str(item.value) for item in node.value]
    return node.value if isinstance(node, ScalarNode) else {}


def hides_by_another_key(key: str, value: Any) -> bool:
    """Tell whether a key is to keep a page from readers, and does not: `private: true`, `visibility: internal`."""
    word, said = key.strip().casefold(), str(value).strip().casefold()
    if word in _SWITCHES_OFF:
        return said in _YES
    if word in _SWITCHES_ON:
        return said in _NO
    if word in _LOCKS:
        return said not in (*_NO, "", "none", "null", "public")
    return word in _STATES and said in _SWITCHES_OFF
