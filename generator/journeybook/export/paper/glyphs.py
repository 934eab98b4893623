"""Look up every character of a book in the fonts that it will be set in, before that begins.

What no font has would be printed as an empty box, while the text that is copied out of the PDF is right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from journeybook.diagrams.files.forms.pdf import PaperError
from journeybook.problems import say
from journeybook.text.fonts import SUBSETS, characters
from journeybook.text.measure import FACES

_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
_SHOWN = 8


def refuse_boxes(texts: Iterable[str]) -> None:
    """Raise a PaperError where no font has a character of some texts; it says which package has one."""
    ours = frozenset[str]().union(*(characters(FACES[0].file(subset)) for subset in SUBSETS))
    others = {char for text in texts for char in text} - ours
    lacking = sorted(char for char in others if char.isprintable() and not char.isspace() and not _drawn(char))
    if lacking:
        shown = " ".join(f"{char} (U+{ord(char):04X})" for char in lacking[:_SHOWN])
        packages = " ".join(sorted({_package(char) for char in lacking}))
        raise PaperError(
            str(
                say(
                    "no font of this system has {shown}, which would be printed as empty boxes. Install one: on Debian "
                    "`apt-get install {packages}`, elsewhere the Noto fonts of Google",
                    shown=shown if len(lacking) <= _SHOWN else f"{shown} …",
                    packages=packages,
                )
            )
        )


def _package(char: str) -> str:
    """Give the package of Debian that has a font for a character."""
    name = unicodedata.name(char, "")
    if name.startswith(_CJK) or "IDEOGRAPH" in name:
        return "fonts-noto-cjk"
    return "fonts-noto-color-emoji" if ord(char) > 0x1F000 else "fonts-noto-core"


@cache
def _drawn(char: str) -> bool:
    """Tell whether a font of the system has a character, as Pango finds it."""
    ffi, pango, gobject, layout, unknown = _pango()
    text = char.encode()
    pango.pango_layout_set_text(layout, text, len(text))
    return not unknown(layout)


@cache
def _pango() -> tuple[Any, ...]:
    """Give a layout of Pango's, and what counts the characters in it that no font has."""
    from cffi import FFI
    from weasyprint.text.ffi import ffi, gobject, pango, pangoft2

    context = ffi.gc(
        pango.pango_font_map_create_context(ffi.cast("PangoFontMap *", pangoft2.pango_ft2_font_map_new())),
        gobject.g_object_unref,
    )
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    counted = FFI()
    counted.cdef("int pango_layout_get_unknown_glyphs_count(void *layout);")
    names = ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib")
    library = next(filter(None, (_opened(counted, name) for name in names)))

    def unknown(layout: Any) -> int:
        address = int(ffi.cast("uintptr_t", layout))
        return int(library.pango_layout_get_unknown_glyphs_count(counted.cast("void *", address)))

    return ffi, pango, gobject, (layout, context)[0], unknown


def _opened(ffi: Any, name: str) -> Any:
    try:
        return ffi.dlopen(name)
    except OSError:
        return None
