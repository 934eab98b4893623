"""Where an activity comes from is said on its page as a sentence with one full stop, and with its link."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook.assembly import build
from journeybook.language.words import Words
from journeybook.pages.site import Site


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("https://a.example/tea", 'Source: <a href="https://a.example/tea">https://a.example/tea</a>.'),
        ("'[Tea](https://a.example/tea)'", 'Source: <a href="https://a.example/tea">Tea</a>.'),
        ("{title: Tea, authors: J. Smith}", "Source: Tea, J. Smith."),
        ("{title: Tea, authors: ['Lee, K.', 'Smith, J.']}", "Source: Tea, Lee, K. and Smith, J."),
        ("{title: What is tea?}", "Source: What is tea?"),
        ("{title: Tea, authors: 'Smith, J.', licence: CC BY 4.0}", "Source: Tea, Smith, J., CC BY 4.0."),
    ],
)
def test_a_source_is_a_sentence(tmp_path: Path, source: str, said: str) -> None:
    """Initials and questions have a sign at their end already."""
    site = Site(book_of(tmp_path, {"toolkit/talk.yaml": f"title: A talk\nsource: {source}\n"}), Words("en"))
    (page,) = (one for one in build.build(site) if str(one.path) == "toolkit/talk/index.md")
    assert f"{said}</p>" in "".join(page.fills.blocks.values())
