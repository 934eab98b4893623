"""JB409: a sentence, a name or a thing in a list in brackets, which its comma cuts in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise, takewhile

import yaml

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB409",
        means=(
            "A comma cuts a sentence in brackets, a name such as `Smith, J.`, a text such as `Pens (blue, red)`, or a "
            "thing such as `A warm, dry jumper`, into two items."
        ),
        remedy="Put it in quotation marks, or write one item a line, with a dash.",
        example=Example(
            wrong="title: A first talk\nobjectives: [If we cannot say it, nobody can join.]\n",
            right='title: A first talk\nobjectives: ["If we cannot say it, nobody can join."]\n',
            file="toolkit/talk.yaml",
        ),
    ),
)

_IN_BRACKETS = re.compile(r"\([^()\]]{0,100},[^()\]]{0,100}\)[^\[\]]{0,400}\]")
"""Where a comma may stand in the round brackets of a text, which are within those of a list."""
_MOST_PARTS = 6
"""Items that a text in round brackets may be cut into."""
_END = (".", "!", "?", "…")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_ADJECTIVES = (
    "big|black|blank|blue|bright|brown|calm|cheap|clean|clear|cold|comfortable|cool|cosy|dark|dry|easy|empty|fresh|friendly"
    "|good|green|heavy|honest|hot|kind|large|light|little|long|narrow|new|nice|old|open|plain|quick|quiet|red|round|safe"
    "|sharp|short|simple|small|soft|spare|strong|sturdy|thick|thin|tidy|warm|white|wide|wooden|yellow|young"
)
_ADJECTIVE = re.compile(_ADJECTIVES, re.I)
_NO_THING = re.compile(
    rf"(?i:an?|the|your|my)[ ](?:very[ ])?(?i:{_ADJECTIVES})|(?i:k?eine?[nmrs]?)[ ][^\W\dA-ZÄÖÜ_]{{2,}}(?:e|e[nmrs])"
)
"""What names no thing yet: in German, things have a capital."""
_MAYBE_NO_THING = re.compile(rf"[\[,]\s*(?:{_NO_THING.pattern})\s*,")
_OF_ITS_OWN = re.compile(r"(?:an?|the|your|my|some|k?eine?[nmrs]?|der|die|das)\b|\W|\d", re.I)
_LAST = re.compile(r"[.!?…]\s*(?:#[^\n\r\x85\u2028\u2029]*\s+)*[],]")
"""Where an item of a list in brackets may end as a sentence does; in all other files there is nothing to look at."""
_GOES_ON = re.compile(r",\s+(?:if|when|because|unless|although|so that|but|who|which|wenn|weil|falls|si|porque)\s+\S")
"""Where an item of a list in brackets begins as no item does, and as the rest of a text behind a comma does."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report sentences such as `[If we cannot say it, nobody can join.]`, of which YAML reads two items."""
    for document, _ in book.sources():
        is_near = any(sign.search(document.text) for sign in (_LAST, _GOES_ON, _IN_BRACKETS, _MAYBE_NO_THING))
        for node in document.nodes() if is_near else ():
            for start, whole in chain(_cut(node), _cut_name(node), _cut_brackets(node), _cut_thing(node)):
                message = say("‘{whole}’ is read as several items, because of the comma", whole=whole)
                hint = say("put it in quotes, or write one item a line, with a dash")
                yield document.problem_at("JB409", message, hint, line=start.line + 1, column=start.column + 1)


def _cut(node: yaml.Node) -> Iterator[tuple[yaml.Mark, str]]:
    """Find each run of unquoted items that begins with a capital, goes on in lower case, and ends like a sentence."""
    if not (isinstance(node, yaml.SequenceNode) and node.flow_style):
        return
    run: list[yaml.Node] = []
    for item in node.value:
        if not isinstance(item, yaml.ScalarNode) or item.style or not item.value:
            run = []
            continue
        run = [*run, item] if run and item.value[0].islower() else [item]
        if item.value.endswith(_END) or (len(run) > 1 and _GOES_ON.match(f", {item.value}")):
            if len(run) > 1 and run[0].value[0].isupper():
                yield run[0].start_mark, ", ".join(part.value for part in run)
            run = []


def _cut_name(node: yaml.Node) -> Iterator[tuple[yaml.Mark, str]]:
    """Find the first name that is followed by initials, as in `[Smith, J., Lee, K.]`."""
    items = node.value if isinstance(node, yaml.SequenceNode) and node.flow_style else []
    plain = [item if isinstance(item, yaml.ScalarNode) and not item.style and item.value else None for item in items]
    for name, initials in pairwise(plain):
        if name and initials and _INITIALS.fullmatch(initials.value) and not _INITIALS.fullmatch(name.value):
            yield name.start_mark, f"{name.value}, {initials.value}"
            return


def _cut_brackets(node: yaml.Node) -> Iterator[tuple[yaml.Mark, str]]:
    """Find each text with commas in round brackets, as in `[Pens (blue, red), Paper]`."""
    items = node.value if isinstance(node, yaml.SequenceNode) and node.flow_style else []
    plain = [item if isinstance(item, yaml.ScalarNode) and not item.style else None for item in items]
    for place, item in enumerate(plain):
        if item is None or item.value.count("(") != item.value.count(")") + 1:
            continue
        parts = list(takewhile(lambda one: one is not None, plain[place : place + _MOST_PARTS]))
        texts = [", ".join(one.value for one in parts[:end] if one) for end in range(2, len(parts) + 1)]
        whole = next((text for text in texts if text.count("(") == text.count(")")), None)
        if whole and not whole.endswith(_END):
            yield item.start_mark, whole


def _cut_thing(node: yaml.Node) -> Iterator[tuple[yaml.Mark, str]]:
    """Find each thing whose words are parted, as in `[A warm, dry jumper]`: nobody brings `A warm`."""
    items = node.value if isinstance(node, yaml.SequenceNode) and node.flow_style else []
    texts = [item.value if isinstance(item, yaml.ScalarNode) and not item.style else "" for item in items]
    for place, text in enumerate(texts):
        rest = texts[place + 1 :]
        if not (_NO_THING.fullmatch(text) and rest and rest[0][:1].islower()) or _OF_ITS_OWN.match(rest[0]):
            continue
        more = len(list(takewhile(_ADJECTIVE.fullmatch, rest)))
        whole = [text, *rest[: more + 1]]
        if len(whole) == more + 2 and not whole[-1].endswith(_END):
            yield items[place].start_mark, ", ".join(whole)
