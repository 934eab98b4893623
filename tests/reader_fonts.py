"""The fonts that readers may have, as sets: tests that measure text run with one set and no other font."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from needs import Need

FONT_SETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Noto": {"fonts-noto-core": ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans Thai")},
    "other": {
        "fonts-dejavu-core": ("DejaVu Sans",),
        "fonts-freefont-ttf": ("FreeSans",),
        "fonts-khmeros": ("Khmer OS",),
        "fonts-tlwg-waree-ttf": ("Waree",),
        "fonts-wqy-microhei": ("WenQuanYi Micro Hei",),
    },
}
"""Debian's packages with families by which they are found: Noto, and for each script another font that is wide."""
_FAMILIES = {"Noto": r"Noto (Sans|Kufi|Looped|Serif Tibetan).*"}


def installed() -> Iterator[tuple[Path, set[str]]]:
    """Every font file that fontconfig knows, with its families; none where there is no fontconfig."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", "--format", r"%{file}\t%{family}\n"], capture_output=True, text=True)
        for line in listed.stdout.splitlines():
            file, _, families = line.partition("\t")
            yield Path(file), set(families.split(","))


def _has(families: tuple[str, ...]) -> bool:
    return set(families) <= {family for _, found in installed() for family in found}


def font_needs() -> list[Need]:
    """One for each package, and for the tool that finds them."""
    packages = {package: families for found in FONT_SETS.values() for package, families in found.items()}
    packages["fonts-liberation"] = ("Liberation Sans",)  # stands in where the site's own fonts are switched off
    return [
        Need("fc-list", lambda: bool(shutil.which("fc-list")), ("fontconfig",)),
        *(Need(f"the font {families[0]}", partial(_has, families), (name,)) for name, families in packages.items()),
    ]


def files_of(name: str) -> list[Path]:
    """The files of a set."""
    families = "|".join(family for found in FONT_SETS[name].values() for family in found)
    wanted = re.compile(_FAMILIES.get(name, families))
    return sorted(file for file, found in installed() if any(map(wanted.fullmatch, found)))


def only(name: str, folder: Path) -> dict[str, str]:
    """The environment in which a program sees the fonts of a set and no others; `folder` is for its use."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for number, file in enumerate(files_of(name)):
        (fonts / f"{number}-{file.name}").symlink_to(file)
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>", "utf-8")
    return {"FONTCONFIG_FILE": str(config)}
