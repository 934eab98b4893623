# /// script
# requires-python = ">=3.11"
# dependencies = ["uharfbuzz>=0.45"]
# ///
"""Measure the common fonts of scripts that ours lack: how wide a reader's own font may make a text.

`python tests/diagrams/measure_fonts.py` on Debian, with uharfbuzz beside journeybook's own needs, writes what it finds
into widths.txt of the generator, and the widest of the sample labels into widest.txt beside this file. The packages
are fetched by apt-get and unpacked into a folder of their own; nothing is installed.

What is measured are free fonts: those that Debian installs for a language, and Noto, which is the font of Android and
ChromeOS. Those of Windows (Leelawadee UI, Nirmala UI …) and of macOS (Thonburi, Kohinoor …) may not be handed on, so
they are not measured; for them `SPARE` in font.py leaves some room.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import permutations
from math import ceil
from pathlib import Path
from statistics import mean

import uharfbuzz as hb

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from diagrams.scripts import SCRIPTS  # noqa: E402 (beside this file)
from journeybook.text import widest  # noqa: E402
from journeybook.text.font import in_our_font  # noqa: E402
from journeybook.text.widest import JOINER  # noqa: E402

# Debian's packages, and which of their files stand in for a sans-serif in text: none for headlines, none of one width.
FONTS: Mapping[str, str] = {
    "fonts-noto-core": r"Noto(Sans(?!Mono|Display|Math)\w*(?<!Slanted)|KufiArabic|NaskhArabic|Looped\w+|SerifTibetan)"
    r"-(Regular|Bold)",
    "fonts-noto-ui-core": r"Noto(Sans|Looped|Naskh)\w*UI-(Regular|Bold)",
    "fonts-noto-cjk": r"NotoSansCJK-(Regular|Bold)",
    "fonts-dejavu-core": r"DejaVuSans(-Bold)?",
    "fonts-freefont-ttf": r"FreeSans(Bold)?",
    "fonts-tlwg-garuda-ttf": r"Garuda(-Bold)?",
    "fonts-tlwg-laksaman-ttf": r"Laksaman(-Bold)?",
    "fonts-tlwg-loma-ttf": r"Loma(-Bold)?",
    "fonts-tlwg-umpush-ttf": r"Umpush(-Bold)?",
    "fonts-tlwg-waree-ttf": r"Waree(-Bold)?",
    "fonts-arundina": r"ArundinaSans(-Bold)?",
    "fonts-lao": r"Phetsarath.*",
    "fonts-lohit-deva": r"Lohit.*",
    "fonts-lohit-beng-bengali": r"Lohit.*",
    "fonts-lohit-guru": r"Lohit.*",
    "fonts-lohit-gujr": r"Lohit.*",
    "fonts-lohit-orya": r"Lohit.*",
    "fonts-lohit-taml": r"Lohit.*",
    "fonts-lohit-telu": r"Lohit.*",
    "fonts-lohit-knda": r"Lohit.*",
    "fonts-lohit-mlym": r"Lohit.*",
    "fonts-nakula": r"nakula",
    "fonts-smc-manjari": r"Manjari-(Regular|Bold)",
    "fonts-smc-meera": r"Meera.*",
    "fonts-lklug-sinhala": r"lklug",
    "fonts-khmeros": r"KhmerOS(sys|content|battambang|siemreap)?",
    "fonts-sil-padauk": r"Padauk-(Regular|Bold)",
    "fonts-sil-abyssinica": r"AbyssinicaSIL.*",
    "fonts-bpg-georgian": r"BPG_(Sans|Glaho)_GPL&GNU",
    "fonts-kacst": r"Kacst(Book|Naskh|Office)",
    "fonts-kacst-one": r"KacstOne(-Bold)?",
    "fonts-farsiweb": r"(homa|nazli|nazlib|roya|royab|terafik)",
    "fonts-droid-fallback": r"DroidSansFallback(Full)?",
    "fonts-ipafont-gothic": r"ipagp?",
    "fonts-vlgothic": r"VL-P?Gothic-Regular",
    "fonts-nanum": r"NanumGothic(Bold)?",
    "fonts-wqy-microhei": r"wqy-microhei",
    "fonts-wqy-zenhei": r"wqy-zenhei",
}
BLOCKS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "Armenian": ((0x0530, 0x058F),),
    "Hebrew": ((0x0590, 0x05FF),),
    "Arabic": ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF)),
    "Syriac, Thaana, N’Ko": ((0x0700, 0x074F), (0x0780, 0x07FF)),
    "Devanagari": ((0x0900, 0x097F), (0xA8E0, 0xA8FF)),
    "Bengali": ((0x0980, 0x09FF),),
    "Gurmukhi": ((0x0A00, 0x0A7F),),
    "Gujarati": ((0x0A80, 0x0AFF),),
    "Odia": ((0x0B00, 0x0B7F),),
    "Tamil": ((0x0B80, 0x0BFF),),
    "Telugu": ((0x0C00, 0x0C7F),),
    "Kannada": ((0x0C80, 0x0CFF),),
    "Malayalam": ((0x0D00, 0x0D7F),),
    "Sinhala": ((0x0D80, 0x0DFF),),
    "Thai": ((0x0E00, 0x0E7F),),
    "Lao": ((0x0E80, 0x0EFF),),
    "Tibetan": ((0x0F00, 0x0FFF),),
    "Myanmar": ((0x1000, 0x109F), (0xAA60, 0xAA7F)),
    "Georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    "Ethiopic": ((0x1200, 0x139F), (0x2D80, 0x2DDF)),
    "Cherokee": ((0x13A0, 0x13FF), (0xAB70, 0xABBF)),
    "Canadian syllabics": ((0x1400, 0x167F), (0x18B0, 0x18FF)),
    "Khmer": ((0x1780, 0x17FF),),
    "Mongolian": ((0x1800, 0x18AF),),
    "Tifinagh": ((0x2D30, 0x2D7F),),
    "Javanese": ((0xA980, 0xA9DF),),
    "Signs": ((0x2010, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF)),
}
_VIRAMA = 9  # canonical combining class of the signs that bind two letters
_SOME = 12  # letters on which two marks, and letters that are bound to them, are tried
_APART = 0.05  # em: by so much a letter with its mark is wider than the two are together, to be told on its own


@dataclass(frozen=True)
class Face:
    """A font that shapes text; widths are in em."""

    name: str
    bold: bool
    font: hb.Font
    letters: frozenset[str]

    def wide(self, text: str) -> float:
        """How wide the font makes a text."""
        line = hb.Buffer()
        line.add_str(text)
        line.flags = hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE  # no language has every mark on every letter
        line.guess_segment_properties()
        hb.shape(self.font, line)
        return float(sum(place.x_advance for place in line.glyph_positions)) / self.font.face.upem

    def adds(self, letters: Mapping[str, float], text: str) -> float:
        """How much wider a text makes letters, whose own width is known, in the mean; a fiftieth is nothing."""
        more = mean(self.wide(letter + text) - alone for letter, alone in letters.items())
        return more if more > 0.02 else 0


def is_vowel(char: str) -> bool:
    """Whether this is a vowel of its own or the sign for one, which never meet in one syllable."""
    return bool(re.search(r"VOWEL|LETTER (VOCALIC|CANDRA|SHORT|[AEIOU]+$)", unicodedata.name(char, "")))


def is_ra(char: str) -> bool:
    """Whether this is the letter that stands above the one to which it is bound, or after it."""
    return unicodedata.name(char, "").endswith("LETTER RA")


@dataclass
class Found:
    """The widest of what was measured, of a text for both weights."""

    regular: float = 0
    bold: float = 0
    by: str = ""

    def add(self, face: Face, wide: float) -> None:
        """A font without a bold one stands in for it too."""
        if face.bold:
            self.bold = max(self.bold, wide)
        elif wide > self.regular:
            self.regular, self.by = wide, face.name

    def row(self) -> str:
        """Hundredths of em, rounded up."""
        regular, bold = (ceil(round(wide * 100, 6)) for wide in (self.regular or self.bold, self.bold))
        return f"{regular}.{max(regular, bold)}"


@dataclass
class Block:
    """What was found in a script."""

    single: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    pairs: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    triples: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))

    def measure(self, face: Face, chars: Iterable[str]) -> None:
        """Every character alone, and what it adds to others: marks to letters, letters to those they are bound to."""
        here = [char for char in chars if char in face.letters]
        letters = {char: face.wide(char) for char in here if unicodedata.category(char)[0] == "L"}
        marks = [char for char in here if unicodedata.category(char) in ("Mn", "Mc")]
        for char in here:
            if unicodedata.category(char)[0] not in ("L", "M", "C"):
                self.single[char].add(face, face.wide(char))
        self._letters(face, letters)
        if letters:
            self._marks(face, letters, marks)

    def _letters(self, face: Face, letters: Mapping[str, float]) -> None:
        for char, wide in letters.items():
            self.single[char].add(face, max(wide, face.wide(JOINER + char)))
            joined = max(face.wide(char + JOINER), face.wide(JOINER + char + JOINER))
            if widest.is_arabic(char) and abs(joined - wide) > 0.01:
                self.pairs[char + JOINER].add(face, joined)

    def _marks(self, face: Face, letters: Mapping[str, float], marks: Iterable[str]) -> None:
        consonants = {char: wide for char, wide in letters.items() if not is_vowel(char)} or letters
        some = dict(list(consonants.items())[:: max(1, len(consonants) // _SOME)])
        for mark in marks:
            self.single[mark].add(face, face.adds(consonants, mark))
            for letter in consonants if is_vowel(mark) else letters:
                self.pairs[letter + mark].add(face, face.wide(letter + mark))
            for letter in consonants if unicodedata.combining(mark) == _VIRAMA else ():
                self.pairs[mark + letter].add(face, face.adds(some, mark + letter))
                for first in filter(is_ra, consonants):
                    self.triples[first + mark + letter].add(face, face.wide(first + mark + letter))
        spacing = [mark for mark in marks if not unicodedata.combining(mark)]
        for one, two in permutations(spacing, 2):
            if not (is_vowel(one) and is_vowel(two)):
                self.pairs[one + two].add(face, face.adds(some, one + two))

    def kept(self) -> Iterator[tuple[str, Found]]:
        """The pairs whose width the two characters do not tell: not all of those that join, marks only where wider."""
        for pair, found in sorted(self.pairs.items()):
            one, two = (self.single.get(char, Found()) for char in pair)
            over = [found.regular - one.regular - two.regular, found.bold - one.bold - two.bold]
            binds = unicodedata.combining(pair[0]) == _VIRAMA and max(map(abs, over)) > _APART
            if pair[1] == JOINER or binds or max(over) > _APART:
                yield pair, found
        for triple, found in sorted(self.triples.items()):
            one, two = self.single[triple[0]], self.pairs[triple[1:]]
            if max(found.regular - one.regular - two.regular, found.bold - one.bold - two.bold) > 2 * _APART:
                yield triple, found


def main() -> None:
    """Fetch the fonts, measure, and write both files."""
    with tempfile.TemporaryDirectory() as folder:
        versions = fetch(Path(folder))
        faces = [face for package, wanted in FONTS.items() for face in read(Path(folder, package), wanted)]
        write_widths(faces, versions)
        write_samples(faces)


def fetch(folder: Path) -> list[str]:
    """Unpack the packages, each into a folder of its name; gives their names with their versions."""
    subprocess.run(["apt-get", "-qq", "download", *FONTS], cwd=folder, check=True)
    versions = []
    for file in sorted(folder.glob("*.deb")):
        name, version, _ = file.name.split("_")
        subprocess.run(["dpkg", "-x", file, folder / name], check=True)
        versions.append(f"{name} {version}".replace("%3a", ":"))
    return versions


def read(folder: Path, wanted: str) -> Iterator[Face]:
    """The fonts in a package whose file has a name of that kind."""
    for file in sorted(folder.rglob("*.*t[fc]")):
        if not re.fullmatch(wanted, file.stem):
            continue
        data = file.read_bytes()
        count = int.from_bytes(data[8:12], "big") if data[:4] == b"ttcf" else 1
        for number in range(count):
            face = hb.Face(hb.Blob(data), number)
            bold = re.search(r"bold|[a-z]b$", file.stem, re.IGNORECASE) and "regular" not in file.stem.casefold()
            yield Face(file.stem, bool(bold), hb.Font(face), frozenset(map(chr, face.unicodes)))


def write_widths(faces: Iterable[Face], versions: Iterable[str]) -> None:
    """The widths of every script, for widest.py."""
    faces = list(faces)
    lines = [f"# Written by tests/{HERE.name}/{Path(__file__).name} from:"]
    lines += [f"#   {version}" for version in versions]
    for name, ranges in BLOCKS.items():
        chars = [chr(code) for first, last in ranges for code in range(first, last + 1)]
        chars = [char for char in chars if not in_our_font(char) and not widest.is_square(char)]
        block = Block()
        for face in faces:
            block.measure(face, chars)
        lines += ["", f"# {name}", *rows(block.single), *pair_lines(block)]
    (Path(widest.__file__).parent / widest.FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def rows(single: Mapping[str, Found]) -> Iterator[str]:
    """Sixteen characters a line, the first by its number; a dot for one that has no width or that no font has."""
    for start in sorted({ord(char) // 16 * 16 for char in single}):
        cells = [single.get(chr(code), Found()).row() for code in range(start, start + 16)]
        yield f"{start:04X} {' '.join('.' if cell == '0.0' else cell for cell in cells)}"


def pair_lines(block: Block) -> Iterator[str]:
    """Eight pairs a line."""
    found = ["+".join(f"{ord(char):04X}" for char in pair) + f"={wide.row()}" for pair, wide in block.kept()]
    for start in range(0, len(found), 8):
        yield " ".join(found[start : start + 8])


def write_samples(faces: Iterable[Face]) -> None:
    """How wide the widest font makes each sample label: language, regular, bold, text."""
    lines = ["# Written by measure_fonts.py: em in the widest regular and the widest bold font, and the former's name"]
    for language, texts in SCRIPTS.items():
        for text in texts:
            foreign = {char for char in text if not in_our_font(char)}
            found = Found()
            for face in faces:
                if foreign <= face.letters:
                    found.add(face, sum(face.wide(part) for part in text.split(" ")))
            lines.append(f"{language}\t{found.regular:.2f}\t{max(found.regular, found.bold):.2f}\t{found.by}\t{text}")
    (HERE / "widest.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
