"""JB341 to JB345, JB461, JB462, JB471, JB494: what mkdocs.yml asks for, and cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.problems import Code, Example, Problem

_RIGHT = "site_name: Mentoring\ntheme: material\nplugins: [search, journeybook]\n"

CODES = (
    Code(
        "JB341",
        means=(
            "`mkdocs.yml` names what is not there: a plugin or an extension that is not installed, a hook, a file to "
            "inherit, something of Python’s."
        ),
        remedy="Take the name that is offered, or install what is missing.",
        example=Example(
            wrong="site_name: Mentoring\ntheme: material\nplugins: [serach, journeybook]\n",
            right=_RIGHT,
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB342",
        means="A plugin in `mkdocs.yml` cannot work [beside journeybook](publishing.md#beside-other-plugins).",
        remedy="Do as the answer says: take it out, or take another one for the same.",
        example=Example(
            wrong="site_name: Mentoring\ntheme: material\nplugins: [search, journeybook, i18n]\n",
            right=_RIGHT,
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB343",
        means="`language` or `locale` in `mkdocs.yml` is no language that the theme or journeybook knows.",
        remedy="Write the tag that is offered, such as `de` or `pt-BR`.",
        example=Example(
            wrong="site_name: Mentoring\ntheme: {name: material, language: german}\nplugins: [search, journeybook]\n",
            right="site_name: Mentoring\ntheme: {name: material, language: de}\nplugins: [search, journeybook]\n",
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB344",
        means="`mkdocs.yml` has another theme than Material, or none.",
        remedy="Write `theme: material`.",
        example=Example(
            wrong="site_name: Mentoring\ntheme: readthedocs\nplugins: [search, journeybook]\n",
            right=_RIGHT,
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB345",
        means="`mkdocs.yml` or the front matter of a page names an icon that the theme has not.",
        remedy=(
            "Take the name that is offered, or one of "
            "[Material’s list](https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/)."
        ),
        example=Example(
            wrong=(
                "site_name: Mentoring\ntheme:\n  name: material\n  icon: {logo: material/librery}\n"
                "plugins: [search, journeybook]\n"
            ),
            right=(
                "site_name: Mentoring\ntheme:\n  name: material\n  icon: {logo: material/library}\n"
                "plugins: [search, journeybook]\n"
            ),
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB461",
        means="MkDocs would warn of something in `mkdocs.yml`: a key that it does not know, or an old one.",
        remedy="Take it out, or write what the answer says. Keys of your own go below `extra`.",
        example=Example(
            wrong="site_name: Mentoring\nour_motto: Step by step\ntheme: material\nplugins: [search, journeybook]\n",
            right=(
                "site_name: Mentoring\nextra:\n  our_motto: Step by step\n"
                "theme: material\nplugins: [search, journeybook]\n"
            ),
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB471",
        means=(
            "A key, a feature or a colour below `theme:` in `mkdocs.yml` is none of Material’s, and no template or "
            "style of your own names it, or it is of a search that no plugin makes: it has no effect. Or a setting of "
            "the theme needs another one, which is not there; the menu of languages leads this handbook’s own "
            "language elsewhere; or a style or a script is of `http://`, and the site of `https://`."
        ),
        remedy="Take the name that is offered, or take it out.",
        example=Example(
            wrong=(
                "site_name: Mentoring\ntheme:\n  name: material\n  palete: {scheme: slate}\n"
                "plugins: [search, journeybook]\n"
            ),
            right=(
                "site_name: Mentoring\ntheme:\n  name: material\n  palette: {scheme: slate}\n"
                "plugins: [search, journeybook]\n"
            ),
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB494",
        means=(
            "The host of `site_url` in `mkdocs.yml` has no dot, so that nobody outside of your own network can open "
            "it: links on printed cards, QR codes and calendars lead to it."
        ),
        remedy="Write the whole address. One of your own network is not told with its port, such as `:443`.",
        example=Example(
            wrong="site_name: Mentoring\nsite_url: https://harbour\ntheme: material\nplugins: [search, journeybook]\n",
            right=(
                "site_name: Mentoring\nsite_url: https://www.harbour.example/\n"
                "theme: material\nplugins: [search, journeybook]\n"
            ),
            file="mkdocs.yml",
        ),
    ),
    Code(
        "JB462",
        means=(
            "The handbook is in Chinese, and jieba, which parts Chinese words for the search, is not installed: words "
            "that are typed as one are found only where they stand so. Or what Material’s plugin `social` draws its "
            "pictures with is not installed, and its build warns of every page."
        ),
        remedy=(
            "Install it: `pip install jieba`, or journeybook with the extra `zh`; for `social`, "
            '`pip install "mkdocs-material[imaging]"`.'
        ),
        example=Example(
            wrong="The theme’s language is `zh`, and `jieba` is not installed.",
            right="`pip install jieba`",
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Give what was found as mkdocs.yml was read."""
    yield from book.settings.told
