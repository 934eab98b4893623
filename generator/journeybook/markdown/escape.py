"""Escape plain text so that Markdown shows exactly that text."""

from __future__ import annotations

import re

# Backslashes where Python-Markdown always takes them, character references where it takes them only with an extension.
_ALWAYS = {
    **{c: "\\" + c for c in "\\`*_#"},
    "<": "&lt;",
    ">": "&gt;",
    **{c: f"&#{ord(c)};" for c in "[]{~^|$"},
}
_ANYWHERE = re.compile(
    r"""[\\`*_{\#<>\[\]~^|$]
      | :(?=//)|@(?=\w)|(?<=www)\.|(?<=mailto):  # bare addresses
      | &(?=\#|\w+;)              # would be a character reference
      | :(?=[\w+-]+:)             # :smile:
      | \+(?=[+/])|(?<=\+)\+      # ++ctrl++, +/-
      | =(?=[=/])|(?<=[=/])=      # ==mark==, =/=
      | \((?=(?:c|r|tm)\))        # (c)
      | (?<=[0-9c])/(?=[0-9o])    # 1/2, c/o
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What means something only at the start of a block: lists, rules, definitions, admonitions, tabs, blocks, quotes.
_START = re.compile(r"[-+:=!?/%;@\"]|\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?P<point>[.)])(?=\s|$)")
_END = re.compile(r"[-+:=!}]$")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_JOINER = "\u2060"


def escape(text: str) -> str:
    """Escape a text, on one line, so that Markdown shows it as it is: no markup, HTML, emoji or attribute list.

    For a heading, a paragraph, a list item, a table cell or the text of a link, with Python-Markdown and any of its
    usual extensions. Runs of blanks become one space; control characters are left out; it is `inert`. Two extensions
    still set some text their own way: smarty makes quotes and dashes typographic, smartsymbols raises the st of 1st.
    """
    line = inert(_CONTROL.sub("", _BLANKS.sub(" ", text)).strip())
    marked = {match.start() for match in _ANYWHERE.finditer(line)}
    edges = {match.start(match.lastgroup or 0) for match in (_START.match(line), _END.search(line)) if match}
    return "".join(
        _reference(c) if place in edges else _ALWAYS.get(c) or _reference(c) if place in marked else c
        for place, c in enumerate(line)
    )


def inert(text: str) -> str:
    """Give a text of which no tag comes even where a script puts it into a page as HTML.

    Material does so with headings and titles that are too long for their place (`content.tooltips`). A word joiner,
    which nobody sees, stands behind each `<` that could begin a tag.
    """
    return _TAG.sub(f"<{_JOINER}", text)


def typed(text: str) -> str:
    """Undo `inert`: give the text as it was."""
    return text.replace(f"<{_JOINER}", "<")


def _reference(character: str) -> str:
    return "&amp;" if character == "&" else f"&#{ord(character)};"
