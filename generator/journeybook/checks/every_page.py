"""JB336: a banner with what cannot stand on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.markdown import fields
from journeybook.markdown.references import find
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Problem, say

CODES = (
    Code(
        "JB336",
        means=(
            "The `banner` of mkdocs.yml shows something in place, such as a drawing, or has a heading. It stands above "
            "the title of every page, also on paper: there is room for a few lines."
        ),
        remedy="Link to what was to be shown, and make a heading a line in bold letters.",
        example=Example(
            wrong=(
                "site_name: Mentoring\ntheme: material\nplugins:\n  - journeybook:\n"
                "      banner: |\n        # Worried?\n\n        Call us.\n"
            ),
            right=(
                "site_name: Mentoring\ntheme: material\nplugins:\n  - journeybook:\n"
                "      banner: |\n        **Worried?** Call us.\n"
            ),
            file="mkdocs.yml",
        ),
    ),
)
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.S)
_TAG = re.compile(r"<[^<>]*>")


def check(book: Handbook) -> Iterator[Problem]:
    """Report what is shown in place in a banner, and headings in it."""
    entry = book.every_page.entry
    for path, text in markdown_fields(entry.model) if entry else ():
        assert entry is not None
        for reference in find(text, fields.FIELD_SETTINGS):
            if reference.embed:
                message = say("a banner shows nothing in place: it stands on every page")
                form = f"[{reference.text}]({reference.source_destination})"
                start, end = reference.destination
                needle, skip = text[start:end], text.count(text[start:end], 0, start)
                hint = say("write {form}, without the !", form=form)
                yield entry.document.problem_in("JB336", message, hint, path=path, needle=needle, skip=skip)
        if found := _HEADING.search(fields.render(text)):
            message = say("a banner has no heading: it stands above the title of every page")
            hint = say("write `{form}`", form=f"**{_TAG.sub('', found[1]).strip()}**")
            yield entry.problem("JB336", message, hint, path=path)
