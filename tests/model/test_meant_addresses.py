"""Addresses that look whole and lead nowhere, and what was meant by what is none."""

from __future__ import annotations

import pytest

from journeybook.model import Activity, Journey
from journeybook.model.validate import validate
from journeybook.source.read import parse

SOURCE = "title: x\nsource:\n  title: T\n  url: '{address}'\n"
COPY = "nobody else has that file: put a copy beside this one, and give it under `resources:` as `file: …`"


def hints_of(text: str) -> list[str]:
    """What an activity of that text is told to write."""
    document, problems = parse(text, "a.yaml")
    return [str(one.hint) for one in problems + (validate(document, Activity)[1] if document else [])]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("https://https://example.org", "write `https://example.org`"),
        ("http://https://example.org/a", "write `https://example.org/a`"),
        ("https://example..org/", "write it whole: https://… or mailto:…"),
        ("https://…", "write it whole: https://… or mailto:…"),
        ("https://example.org:80a/", "write it whole: https://… or mailto:…"),
        ("https://example.org/te\u200ba", "write `https://example.org/tea`"),
        ("https://example.org/tea\u200b", "write `https://example.org/tea`"),
        ("https://example.org/tea,", "write `https://example.org/tea`"),
        ("https://example.org/tea.", "write `https://example.org/tea`"),
        ("https://example.org/tea).", "write `https://example.org/tea`"),
        ("https://example.org/tea [12.3.2026]", "write `https://example.org/tea`"),
        ("https://example.org/tea (English)", "write `https://example.org/tea`"),
        ("www.example.org/tea, accessed 3 May", "write `https://www.example.org/tea`"),
        ("https://example.org/our rights.pdf", "write `https://example.org/our%20rights.pdf`"),
        ("doi:10.1000/xyz", "write `https://doi.org/10.1000/xyz`"),
        ("10.1000/xyz", "write `https://doi.org/10.1000/xyz`"),
        ("tea.pdf", "give the file under `resources:`, as `file: tea.pdf`"),
        ("C:\\tea.pdf", COPY),
        ("file:///home/tea.pdf", COPY),
    ],
)
def test_an_address_that_leads_nowhere_is_told_with_the_one_that_does(address: str, hint: str) -> None:
    """What is offered is no address that leads nowhere either."""
    assert hints_of(SOURCE.format(address=address)) == [hint]


@pytest.mark.parametrize(
    "address",
    [
        "https://en.wikipedia.org/wiki/Tea_(meal)",
        "https://en.wikipedia.org/wiki/Apple_Inc.",
        "https://en.wikipedia.org/wiki/Et_al.",
        "https://en.wikipedia.org/wiki/Yahoo!",
        "http://intranet/tea",
        "http://localhost:8000/",
        "https://192.168.0.1:8443/a",
        "http://[::1]/a",
        "https://müller.example/straße?q=1#a",
        "https://हिन्दी.भारत/",
        "https://example.org./",
        "https://user@example.org/",
        "https://example.org/a?next=https://example.net/b",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://example.org/a_b~c;d=1",
        "https://example.org/?",
        "mailto:anna@example.org",
        "mailto:anna@example.org?subject=Tea",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_addresses_that_are_right_are_right(address: str) -> None:
    """Stops and brackets that belong to them, hosts without a dot, and hosts in any script."""
    assert hints_of(SOURCE.format(address=address)) == []


RIGHTS = 'write `{title: "Your rights", url: "https://example.org/rights"}`'


@pytest.mark.parametrize(
    "item",
    [
        "[Your rights](https://example.org/rights)",
        '"[Your rights](https://example.org/rights)"',
        "Your rights: https://example.org/rights",
        "Your rights, https://example.org/rights",
        "Your rights (https://example.org/rights)",
        "Your rights – www.example.org/rights",
    ],
)
def test_a_resource_in_one_text_is_shown_as_two_keys(item: str) -> None:
    """A link of Markdown, a title with its address behind it."""
    shown = RIGHTS if "www" not in item else RIGHTS.replace("//ex", "//www.ex")
    assert hints_of(f"title: x\nresources:\n  - {item}\n") == [shown]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ('"C:\\rights.pdf"', "put a copy beside this YAML file"),
        ("../content/a.md", "put a copy beside this YAML file"),
        (".", "write the name of a file in it"),
        ("./", "write the name of a file in it"),
    ],
)
def test_a_path_that_is_no_file_beside_the_yaml_is_told_what_to_do(file: str, hint: str) -> None:
    """Whatever YAML makes of its backslashes."""
    (said,) = hints_of(f"title: x\nresources: {{title: a, file: {file}}}\n")
    assert said.startswith(hint)


def test_braces_behind_a_key_without_its_colon() -> None:
    """The colon is shown, and not quotation marks."""
    _, problems = parse("title: x\nviews:\n  - map {lanes: [goals]}\nstages: [a, b]\n", "a.yaml")
    assert [(one.line, one.column, str(one.hint)) for one in problems] == [(3, 8, "write `map: {lanes: [goals]}`")]
    document, problems = parse("title: x\nviews:\n  - map: {lanes: [goals]}\nstages: [a, b]\n", "a.yaml")
    assert document is not None and not validate(document, Journey)[1]
