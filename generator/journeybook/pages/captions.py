"""Write figures and tables with their captions, so that any builder makes the same of them."""

from __future__ import annotations

import html

from journeybook.handbook.captions import Given, Numbered
from journeybook.language.words import Words
from journeybook.markdown.captions import Captioned, find_captions
from journeybook.markdown.references import MarkdownSettings
from journeybook.pages.artifact import Fills
from journeybook.pages.foreign import settle


def with_captions(words: Words, text: str, settings: MarkdownSettings, fills: Fills, given: Given) -> str:
    """Give a page's text with HTML around its pictures and tables with captions; what they say stays Markdown.

    The caption is a paragraph, so that links in it are the builder's; placeholders stand around it, which any
    extension leaves alone, and in a list or a box too.
    """
    pieces, done = list[str](), 0
    for one in find_captions(text, settings):
        if not one.is_lost:
            pieces += [text[done : one.start], _dressed(words, one, given.take(one.key), fills)]
            done = one.end
    return "".join([*pieces, text[done:]])


def _dressed(words: Words, one: Captioned, numbered: Numbered | None, fills: Fills) -> str:
    parts = [
        fills.inside(f'<figure class="jb-captioned jb-captioned--{one.kind}"{_id(one.name)}>', id=one.name),
        one.body,
        fills.inside("<figcaption>"),
        f"{label(words, numbered)}{one.text}",
        fills.inside("</figcaption></figure>"),
    ]
    return f"\n\n{one.before}".join(parts) + "\n"


def label(words: Words, numbered: Numbered | None) -> str:
    """Give the HTML of what stands before a caption, such as `Figure 2.3:`; nothing outside chapters."""
    if numbered is None or not numbered.number:
        return ""
    number = numbered.number
    is_figure = numbered.what.kind == "figure"
    said = words("Figure {number}:", number=number) if is_figure else words("Table {number}:", number=number)
    told = settle(html.escape(said), words.page)
    return f'<strong class="jb-number">{told}</strong> '


def _id(name: str) -> str:
    return f' id="{html.escape(name)}"' if name else ""
