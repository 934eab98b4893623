"""What the guide says of YAML, and every piece of YAML in it."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from docs.guide import PAGES, README, Fence, codes, fences, rows, section
from journeybook import checks
from journeybook.builders.config.options import Options
from journeybook.handbook import Settings, load
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.glossary import Glossary
from journeybook.model.validate import validate
from journeybook.source.read import parse, parse_list

BLOCKS = fences(language="yaml") + fences({"README.md": README}, "yaml")


def problems(text: str, model: type[BaseModel] = Activity) -> list[str]:
    """What is wrong with a YAML text, as code and message."""
    document, found = parse(text, "example.yaml")
    if document is not None:
        found = found + validate(document, model)[1]
    return [f"{problem.line}: {problem.code} {problem.message}" for problem in found]


def model_of(text: str) -> type[BaseModel]:
    """The model that a YAML text is meant for."""
    if re.search("^stages:", text, re.M):
        return Journey
    return Workshop if re.search("^days:", text, re.M) else Activity


@pytest.mark.parametrize("fence", BLOCKS, ids=str)
def test_yaml_examples_are_right(fence: Fence) -> None:
    """Every YAML example is a journey, an activity, a workshop, a part of an activity, a mkdocs.yml, or other YAML."""
    whole = re.search("^title:", fence.text, re.M)
    if re.search("^site_name:", fence.text, re.M):
        document, found = parse(fence.text, str(fence))
        assert document is not None and not found
        given = next((p for p in document.data["plugins"] if isinstance(p, dict) and "journeybook" in p), {})
        options = Options()
        options.load_dict({k: v for k, v in given.get("journeybook", {}).items() if isinstance(v, list)})
        assert given.get("journeybook", {}).keys() <= {name for name, _ in Options._schema}
        assert options.validate() == ([], [])
    elif fence.file == "glossary.yaml":
        document, found = parse_list(fence.text, fence.file, "terms")
        assert document is not None and not [*found, *validate(document, Glossary)[1]]
    elif fence.file and not whole:
        document, found = parse(fence.text, str(fence))
        assert document is not None and not found
    else:
        text = fence.text if whole else f"title: A part\n{fence.text}"
        assert problems(text, model_of(text)) == []


def test_the_readme_begins_with_a_journey() -> None:
    """The first YAML that a visitor sees is a journey."""
    first = fences({"README.md": README}, "yaml")[0]
    assert model_of(first.text) is Journey and problems(first.text, Journey) == []


def test_short_forms_say_the_same() -> None:
    """The long and the short form of the same journey are the same journey."""
    long, short = fences({"journeys.md": section("journeys.md", "Short forms")}, "yaml")
    assert long.text != short.text
    read = [parse(fence.text, "x.yaml")[0] for fence in (long, short)]
    models = [Journey.model_validate(document.data) for document in read if document]
    assert len(models) == 2 and models[0] == models[1]


def traps() -> list[list[str]]:
    """The rows of the table of traps."""
    return list(rows(section("yaml.md", "Traps in one line")))


@pytest.mark.parametrize("row", traps(), ids=lambda row: row[0])
def test_traps_are_traps_and_their_remedies_help(row: list[str], tmp_path: pytest.TempPathFactory) -> None:
    """The wrong line yields the code that the guide says, and the right one yields nothing."""
    (wrong,), (right,) = codes(row[0]), codes(row[2])
    code = re.match(r"(JB\d{3})\. ", row[1])
    assert code
    for line, expected in ((wrong, {code[1]}), (right, set())):
        folder = tmp_path / ("wrong" if expected else "right")  # type: ignore[operator]
        (folder / "toolkit").mkdir(parents=True)
        (folder / "toolkit" / "first-monday.yaml").write_text(f"title: A title\n{line}\n", encoding="utf-8")
        parts = {name: folder / name for name in ("content", "journeys", "toolkit")}
        found = checks.run(load(Settings(root=folder, **parts)))
        assert {problem.code for problem in found} == expected, line


def test_traps_of_the_margin_are_traps_and_their_remedies_help() -> None:
    """What is called wrong cannot be read, and what is called right can."""
    text = section("yaml.md", "Traps of the margin")
    pairs = re.findall(r"^(Wrong|Right)\b[^\n]*\n\n```text\n(.*?)^```$", text, re.M | re.S)
    assert [word for word, _ in pairs] == ["Wrong", "Right"] * 3
    for word, example in pairs:
        found = problems(f"title: A title\n{example}", model_of(example))
        assert bool(found) == (word == "Wrong"), example
        assert all(": JB1" in problem for problem in found), example


def test_values_are_read_as_the_guide_says() -> None:
    """Each line of the table is read as the text, the number or the nothing that stands beside it."""
    table = list(rows(section("yaml.md", "What is read as text")))
    for line, meaning in table:
        for code in codes(line) + [code for code in codes(meaning) if ":" in code]:
            name = code.partition(":")[0]
            document = parse(code if name == "title" else f"title: A title\n{code}", "x.yaml")[0]
            assert document is not None
            value = getattr(Activity.model_validate(document.data), name)
            if text := re.search("the text “(.*)”", meaning):
                assert value == text[1]
            elif number := re.search(r"the number (\d+)", meaning):
                assert value == int(number[1])
            else:
                assert meaning.startswith("left out") and value is None
    assert len(table) > 5


def test_every_page_has_an_example() -> None:
    """Each page has something to copy."""
    assert {fence.page for fence in fences() if fence.language in ("yaml", "markdown")} == set(PAGES)
