"""Fences of code are found as one pattern would find them, in time that grows with the text."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from journeybook.markdown.signs.code import without_code
from journeybook.markdown.signs.fences import fences

_WHOLE = re.compile(r"^[ ]*(?P<signs>`{3,}+|~{3,}+)[^\n`]*+\n(?P<code>.*?)^[ ]*(?P=signs)[ ]*$", re.M | re.S)


@given(st.lists(st.sampled_from(["```", "~~~", "````", " ```", "``` sh", "a", "", "```a`", "~~~ "])).map("\n".join))
def test_a_fence_ends_with_its_own_signs(text: str) -> None:
    """The next line that has nothing else; a fence without such a line is none."""
    found = [(one.start, one.end, one.signs, text[one.code : one.below]) for one in fences(text)]
    assert found == [(*one.span(), one["signs"], one["code"]) for one in _WHOLE.finditer(text)]


def test_many_that_nobody_has_closed_cost_little() -> None:
    """Each would be followed to the text's end: these took half a minute."""
    begun = time.process_time()
    without_code("```mermaid\ngraph TD\n" * 20_000)
    assert time.process_time() - begun < 5
