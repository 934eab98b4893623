"""Look up every character of a book in the fonts that it will be set in, before that begins.

What no font has would be printed as an empty box, while the text that is copied out of the PDF is right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
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


def refuse_boxes(texts: Iterable[str]) -> None:
    """Raise a PaperError where no font has a character of some texts; it says which package has one."""
    ours = frozenset[str]().union(*(characters(FACES[0].file(subset)) for subset in SUBSETS))
    others = {char for text in texts for char in text} - ours
    lacking = sorted(char for char in others if _is_seen(char) and not _drawn(char))
    if lacking:
        raise PaperError(str(_refusal(lacking)))


def _refusal(lacking: Sequence[str]) -> Text:
    """Say which characters no font has, and what to do."""
    shown = ", ".join([*map(_named, lacking[:_SHOWN]), *("…" for _ in lacking[_SHOWN : _SHOWN + 1])])
    packages = " ".join(sorted({_package(char) for char in lacking if unicodedata.category(char) != _PRIVATE}))
    if not packages:
        return say(
            "no font has {shown}, which would be printed as an empty box: it is a sign of a single font. Take it out",
            shown=shown,
        )
    return say(
        "no font of this system has {shown}, which would be printed as empty boxes. Install one that has: on Debian "
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
