"""Explain why a template cannot be read, and what to write instead: Jinja's words in plain ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError

from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest
from journeybook.templates.tags import CLOSERS, KNOWN, Tag, place, tags, unclosed

_CURLY = "“”„‟«»‘’‚‛′″"
_USUAL = {"elseif": "elif", "elsif": "elif", "endfi": "endif", "foreach": "for", "unless": "if"}


@dataclass(frozen=True)
class Explanation:
    """What is wrong, and where; `sure`: not even an extension that a plugin has added could make it right."""

    line: int
    column: int
    message: Text
    hint: Text | None = None
    sure: bool = True


def told(text: str, error: TemplateSyntaxError, env: Environment) -> Explanation:
    """Explain what Jinja has found in a text, whose lines end with LF, when it read it with that environment."""
    reason = error.message or ""
    for pattern, explain in _KINDS:
        if match := re.match(pattern, reason):
            return explain(_Found(text, error.lineno, match, env))
    return _other(_Found(text, error.lineno, None, env), reason)


@dataclass(frozen=True)
class _Found:
    """A text, the line that Jinja names, and its words as they were matched."""

    text: str
    line: int
    match: re.Match[str] | None
    env: Environment

    def __getitem__(self, group: int) -> str:
        return (self.match and self.match[group]) or ""

    @property
    def tags(self) -> list[Tag]:
        return list(tags(self.text))

    def tag(self, name: str, rest: str = "", *, last: bool = False) -> tuple[int, int]:
        """Find the place of a tag on the line that Jinja names."""
        here = [tag for tag in self.tags if tag.name == name and tag.line == self.line and tag.rest.startswith(rest)]
        return (here[-1 if last else 0].line, here[-1 if last else 0].column) if here else (self.line, 1)

    def sign(self, sign: str) -> tuple[int, int]:
        """Find the last place of a sign up to the line that Jinja names."""
        end = [match.end() for match in re.finditer(r"\n|\Z", self.text)][: self.line][-1]
        return place(self.text, max(self.text.rfind(sign, 0, end), 0))

    def at_line(self, message: Text, hint: Text | None = None) -> Explanation:
        """Make an explanation at the first brace of the line, or at its beginning."""
        shown = self.text.split("\n")[self.line - 1 : self.line]
        return Explanation(self.line, max(shown[0].find("{"), 0) + 1 if shown else 1, message, hint)


def _shown(tag: Tag) -> str:
    return f"{{% {tag.name}{' ' if tag.rest else ''}{tag.rest} %}}"


def _never_closed(found: _Found) -> Explanation:
    name = found[1]
    waiting = [tag for tag in unclosed(found.tags) if tag.name == name] or [Tag(name, "", found.line, 1)]
    message = say("`{code}` is never closed", code=_shown(waiting[-1]))
    hint = say("write `{code}` below what belongs to it", code=f"{{% end{name} %}}")
    return Explanation(waiting[-1].line, waiting[-1].column, message, hint)


def _unknown_tag(found: _Found) -> Explanation:
    name, looking = found[1], re.search(r"needs to be closed is '(\w+)'", found.match.string if found.match else "")
    at = found.tag(name)
    code = f"{{% {name} %}}"
    if name not in KNOWN:
        return _misspelt(found, name, looking[1] if looking else "", at)
    if not looking:
        message = say("there is nothing here for `{code}` to close", code=code)
        return Explanation(*at, message, say("take it out, or write what it closes above it"))
    before = [tag for tag in found.tags if (tag.line, tag.column) < at]
    opened = next((tag for tag in reversed(unclosed(before)) if tag.name == looking[1]), None)
    message = say(
        "`{code}` comes before `{opened}` is closed", code=code, opened=_shown(opened) if opened else looking[1]
    )
    return Explanation(*at, message, say("write `{code}` above it", code=f"{{% end{looking[1]} %}}"))


def _misspelt(found: _Found, name: str, open_tag: str, at: tuple[int, int]) -> Explanation:
    tag = next((tag for tag in found.tags if (tag.line, tag.column) == at), None)
    parts = f"end{tag.rest.split()[0]}" if name == "end" and tag and tag.rest else ""
    meant = parts if parts in CLOSERS else f"end{open_tag}" if name == "end" and open_tag else _USUAL.get(name)
    meant = meant or nearest(name, KNOWN)
    message = say("there is no tag ‘{name}’", name=name)
    return Explanation(
        *at,
        message,
        say("write `{code}`", code=f"{{% {meant} %}}")
        if meant in CLOSERS
        else (say("write `{code}` in its place", code=meant) if meant else None),
        sure=meant is not None,
    )


def _character(found: _Found) -> Explanation:
    sign, offset = found[1][1:-1], int(found[2])
    at = place(found.text, offset)
    if sign in _CURLY:
        return Explanation(
            *at,
            say("the quotation mark {sign} means nothing in a template", sign=sign),
            say('use straight quotes: "…"'),
        )
    if sign.strip("\\") in ("'", '"'):
        return Explanation(*at, say("this quotation mark is never closed"), say("write the same one behind the text"))
    return Explanation(*at, say("‘{sign}’ means nothing between these braces", sign=sign), say("take it out"))


def _braces(opening: str, closing: str) -> Callable[[_Found], Explanation]:
    def explain(found: _Found) -> Explanation:
        message = say("`{code}` is never closed", code=opening)
        return Explanation(*found.sign(opening), message, say("write `{code}` where it ends", code=closing))

    return explain


def _other(found: _Found, reason: str) -> Explanation:
    """Explain with Jinja's own words; but braces that nothing closes make it stumble over what comes behind."""
    opened = [match for match in _OPEN.finditer(found.text) if place(found.text, match.start())[0] <= found.line]
    if opened:
        opening = opened[-1][1]
        return _braces(opening, "}}" if opening == "{{" else "%}")(found)
    return found.at_line(say("this template cannot be read: {reason}", reason=reason.rstrip(".")))


_OPEN = re.compile(r"(\{\{|\{%)(?>(?:(?!\}\}|%\}|\{\{|\{%).)*)(?=\Z|\{\{|\{%)", re.S)


def _one_brace(found: _Found) -> Explanation:
    return _other(found, (found.match and found.match.string) or "")


def _twice(found: _Found) -> Explanation:
    message = say("the block ‘{name}’ stands twice in this file", name=found[1])
    return Explanation(*found.tag("block", found[1], last=True), message, say("put what is in both into one of them"))


def _unknown_word(kind: str) -> Callable[[_Found], Explanation]:
    def explain(found: _Found) -> Explanation:
        name = found[1]
        known = found.env.filters if kind == "filter" else found.env.tests
        at = next(_words(found, name), (found.line, 1))
        meant = nearest(name, known)
        message = say("there is no {kind} ‘{name}’", kind=kind, name=name)
        if meant:
            message = say("there is no {kind} ‘{name}’; did you mean ‘{meant}’?", kind=kind, name=name, meant=meant)
        return Explanation(*at, message, sure=False)

    return explain


def _words(found: _Found, name: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"\b{re.escape(name)}\b", found.text):
        at = place(found.text, match.start())
        if at[0] >= found.line:
            yield at


def _equals(found: _Found) -> Explanation:
    return found.at_line(say("one `=` does not compare"), say("write `==`"))


def _hyphen(found: _Found) -> Explanation:
    return found.at_line(say("the name of a block cannot have a hyphen"), say("write _ in its place"))


_KINDS: list[tuple[str, Callable[[_Found], Explanation]]] = [
    (r"Unexpected end of template\. .*needs to be closed is '(\w+)'", _never_closed),
    (r"Encountered unknown tag '(\w+)'", _unknown_tag),
    (r"unexpected char (.+) at (\d+)$", _character),
    (r"unexpected end of template, expected 'end of print statement'", _braces("{{", "}}")),
    (r"unexpected end of template", _braces("{%", "%}")),
    (r"Missing end of comment tag", _braces("{#", "#}")),
    (r"Missing end of raw directive", _braces("{% raw %}", "{% endraw %}")),
    (r"unexpected '[}%]'", _one_brace),
    (r"block '(.+)' defined twice", _twice),
    (r"No filter named '(.+)'", _unknown_word("filter")),
    (r"No test named '(.+)'", _unknown_word("test")),
    (r"expected token 'end of statement block', got '='", _equals),
    (r"Block names in Jinja", _hyphen),
]
