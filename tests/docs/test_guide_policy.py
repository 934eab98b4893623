"""What the guide says of the policy for browsers."""

from __future__ import annotations

import yaml

from docs.guide import codes, fences, rows, section
from journeybook.model.policy import Policy, read_policy
from journeybook.source import Document

SECTION = section("publishing.md", "A policy for browsers")


def test_every_directive_is_told() -> None:
    """The table has every directive that can be added to, and no other."""
    told = [code for row in rows(SECTION) for code in codes(row[0]) if row[0].startswith("`")]
    assert sorted(told) == sorted(str(field.alias) for field in Policy.model_fields.values())


def test_the_example_is_right() -> None:
    """What it adds can be added, and all of it is."""
    (example,) = fences({"publishing.md": SECTION})
    given = yaml.safe_load(example.text)["plugins"][1]["journeybook"]["csp"]
    added, problems = read_policy(Document("mkdocs.yml", "", {"csp": given}))
    assert problems == [] and added is not None
    assert {name: len(sources) for name, sources in added.added().items()} == {
        name: 1 if isinstance(sources, str) else len(sources) for name, sources in given.items()
    }
