"""A page with what it takes in, such as snippets, divided into what an edition shows and what it does not.

A definition may stand in the page and be used in a snippet, or the other way round: only both texts together tell
whether anything uses it that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from journeybook.markdown.audience_blocks import find_blocks, hidden_text, without_blocks
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.orphans import defined, parted, without_definitions
from journeybook.markdown.settings import MarkdownSettings

Shows = Callable[[Collection[str]], bool]


def divided(text: str, markdown: MarkdownSettings, shows: Shows) -> tuple[str, str]:
    """Give what is shown of a text with all that extensions bring into it, and what is not.

    Definitions that only the one uses are with it. `text` is a page's without its front matter; errors of the
    extensions pass through.
    """
    whole = with_all_text(text, markdown)
    blocks = find_blocks(whole, markdown)
    hidden = hidden_text(whole, blocks, shows)
    left = without_blocks(whole, blocks, shows, definitions=True)
    return parted(left, hidden) if hidden else (left, "")


def without_hidden_definitions(left: str, whole: str, markdown: MarkdownSettings, shows: Shows) -> str:
    """Give what is left of a page, `whole`, without the definitions that nothing uses which is shown.

    What the page takes in is asked too, which need not be part of `left`. Where it cannot be read, `left` is given as
    it is: the build tells of that.
    """
    try:
        shown, hidden = divided(whole, markdown, shows)
    except Exception:  # extensions of others raise what they like
        return left
    return without_definitions(left, defined(hidden) - defined(shown))
