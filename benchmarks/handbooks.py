"""Handbooks of any size for tests and benchmarks: invented, of realistic lengths and links, the same for a seed.

    python benchmarks/handbooks.py FOLDER --activities 1000 --journeys 100 --workshops 20 --chapters 50 --seed 1

A page of each kind is as long as those of the reference handbook: an activity has about 4 kB of YAML, a journey 12 kB
with all six views, a section 2 kB of Markdown. Every activity is used by a stage, and `journeybook check` finds
nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from invented import chapters, prose
from invented.activities import activity, activity_id
from invented.journeys import journey, journey_id
from invented.workshops import workshop


@dataclass(frozen=True)
class Sizes:
    """How many pages of each kind; chapters have so many sections each."""

    activities: int = 1_000
    journeys: int = 100
    workshops: int = 20
    chapters: int = 50
    sections: int = 3


class _Dumper(yaml.CSafeDumper):
    """YAML as people write it: keys in their order, texts of several lines below a bar."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def as_yaml(data: dict[str, Any]) -> str:
    """Write data as the text of a YAML file."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def handbook_files(sizes: Sizes, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Give the path and the text of every file of a handbook."""
    if sizes.chapters < 1:
        raise ValueError("a handbook has at least one chapter")
    parts = [chapters.chapter_id(number) for number in range(sizes.chapters)]
    ways = [journey_id(number) for number in range(sizes.journeys)]
    toolkit = {
        activity_id(number): activity(seed, number, activities=sizes.activities, chapters=parts, journeys=ways)
        for number in range(sizes.activities)
    }
    ids = list(toolkit)
    sheets = [id for id, made in toolkit.items() if "handouts" in made]
    yield "mkdocs.yml", _mkdocs_yml(sizes)
    yield "content/index.md", "# An invented handbook\n"
    for number, part in enumerate(parts):
        for name, text in chapters.pages(
            seed, number, sections=sizes.sections, activities=ids, handouts=sheets, journeys=ways
        ):
            yield f"content/{part}/{name}", text
    for number, way in enumerate(ways):
        shared = ids[number :: len(ways)]
        yield f"journeys/{way}.yaml", as_yaml(journey(seed, number, chapters=parts, activities=shared))
    for id, made in toolkit.items():
        yield f"toolkit/{made['chapter']}/{id}.yaml", as_yaml(made)
    for number in range(sizes.workshops):
        made = workshop(seed, number, chapters=parts, activities=toolkit)
        yield f"toolkit/workshops/{prose.slug(made['title'])}.yaml", as_yaml(made)


def _mkdocs_yml(sizes: Sizes) -> str:
    nav: list[Any] = [{"Home": "index.md"}]
    for number in range(sizes.chapters):
        part = chapters.chapter_id(number)
        names = ["index.md", *(f"section-{place}.md" for place in range(1, sizes.sections + 1))]
        nav.append({chapters.title(number): [f"{part}/{name}" for name in names]})
    return as_yaml(
        {
            "site_name": "An invented handbook",
            "site_url": "https://example.org/site/",
            "docs_dir": "content",
            "theme": "material",
            "plugins": ["search", "journeybook"],
            "nav": nav,
        }
    )


def write_handbook(folder: Path, sizes: Sizes, seed: int = 1) -> Path:
    """Write a handbook into a folder, and give the folder."""
    for name, text in handbook_files(sizes, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def main() -> None:
    """Write the handbook that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for name, default in vars(Sizes()).items():
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=f"{default} where it is left out")
    parser.add_argument("--seed", type=int, default=1)
    given = vars(parser.parse_args())
    folder, seed = given.pop("folder"), given.pop("seed")
    write_handbook(folder, Sizes(**given), seed)
    print(folder)


if __name__ == "__main__":
    main()
