"""Look up every character of a book in the fonts that it will be set in, before that begins.

What no font has would be printed as an empty box, while the text that is copied out of the PDF is right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from journeybook.diagrams.files.forms.pdf import PaperError
from journeybook.problems import Text, say
from journeybook.text.fonts import SUBSETS, characters
from journeybook.text.measure import FACES

_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
_PRIVATE = "Co"
_SHOWN = 8
_LIBRARIES = (
    *("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0"),
    *("libpango-1.0.dylib", "libpango-1.0-0.dll"),
)
"""The names that Pango has on different systems, as WeasyPrint asks for them."""


def refuse_boxes(texts: Iterable[tuple[str, str]]) -> None:
    """Raise a PaperError where no font has a character of some texts, each with the title of its page.

    It says where each stands first, and which package has a font for it.
    """
    ours = frozenset[str]().union(*(characters(FACES[0].file(subset)) for subset in SUBSETS))
    lacking: dict[str, str] = {}
    for title, text in texts:
        others = sorted({*text} - ours - lacking.keys())
        lacking |= {char: title for char in others if _is_seen(char) and not _drawn(char)}
    if lacking:
        raise PaperError(str(_refusal(lacking)))


def _refusal(lacking: Mapping[str, str]) -> Text:
    """Say which characters no font has, where they stand, and what to do."""
    some = groupby(list(lacking.items())[:_SHOWN], key=lambda one: one[1])
    found = [
        say("{characters} in ‘{title}’", characters=", ".join(_named(char) for char, _ in one), title=title)
        for title, one in some
    ]
    shown = "; ".join([*map(str, found), *("…" for _ in list(lacking)[_SHOWN : _SHOWN + 1])])
    packages = " ".join(sorted({_package(char) for char in lacking if unicodedata.category(char) != _PRIVATE}))
    if not packages:
        return say(
            "no font has {shown}: an empty box would be printed, for it is a sign of a single font. Take it out",
            shown=shown,
        )
    return say(
        "no font of this system has {shown}: empty boxes would be printed. Install a font that has them: on Debian "
        "`apt-get install {packages}`, elsewhere the Noto fonts",
        shown=shown,
        packages=packages,
    )


def _is_seen(char: str) -> bool:
    """Tell whether a character is one that readers see: no space, and no sign for programs."""
    return (char.isprintable() and not char.isspace()) or unicodedata.category(char) == _PRIVATE


def _named(char: str) -> str:
    return f"{char if char.isprintable() else ''} U+{ord(char):04X}".strip()


def _package(char: str) -> str:
    """Give the package of Debian that has a font for a character."""
    name = unicodedata.name(char, "")
    if name.startswith(_CJK) or "IDEOGRAPH" in name:
        return "fonts-noto-cjk"
    return "fonts-noto-color-emoji" if 0x1F000 <= ord(char) < 0x1FB00 else "fonts-noto-core"


@cache
def _drawn(char: str) -> bool:
    """Tell whether a font of the system has a character, as Pango finds it."""
    pango, layout, count = _pango()
    text = char.encode()
    pango.pango_layout_set_text(layout, text, len(text))
    return not count()


@cache
def _pango() -> tuple[Any, Any, Callable[[], int]]:
    """Give Pango, a layout of its, and what counts the characters in that which no font has."""
    from cffi import FFI
    from weasyprint.text.ffi import ffi, gobject, pango, pangoft2

    fonts = ffi.gc(ffi.cast("PangoFontMap *", pangoft2.pango_ft2_font_map_new()), gobject.g_object_unref)
    context = ffi.gc(pango.pango_font_map_create_context(fonts), gobject.g_object_unref)
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    counting = FFI()  # what WeasyPrint declares of Pango has no such function
    counting.cdef("int pango_layout_get_unknown_glyphs_count(void *layout);")
    library = next(filter(None, (_opened(counting, name) for name in _LIBRARIES)))
    address = counting.cast("void *", int(ffi.cast("uintptr_t", layout)))
    return pango, layout, lambda: int(library.pango_layout_get_unknown_glyphs_count(address))


def _opened(ffi: Any, name: str) -> Any:
    try:
        return ffi.dlopen(name)
    except OSError:
        return None
