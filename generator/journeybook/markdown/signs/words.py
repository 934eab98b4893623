"""Signs inside lines, such as `~~struck~~`, `** bold **` and `:smile:`, and sums that lose their stars."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from pymdownx import keymap_db

from journeybook.markdown.signs import tasks
from journeybook.markdown.signs.sign import Sign, Unseen, as_typed, short
from journeybook.problems import Text, say

_TAG_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|h[1-6]|hr|i|iframe|img"
    "|ins|kbd|li|mark|nav|ol|p"
    "|pre|s|script|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_LINKING = ("ref", "numref", "doc", "download", "any")
"""Words in braces by which MyST makes a link of the code behind them."""
_MOST_TAGS = 3
"""Tags of a field that are told one by one."""
_TAKEN_OUT = say("take the signs out")
_QUESTIONS = re.compile(r"(?:\A|(?<=\n\n))[ ]{0,3}(?P<typed>\{ ?questions ?\})[ \t]*(?=\n[ \t]*\n|\n?\Z)")
"""The place of a chapter’s questions, as other programs would have it."""
_SUM = re.compile(r"(?<![\w*])\d+(?:\*\d+){2,}(?![\w*])")


@dataclass(frozen=True, slots=True)
class _Kind:
    """Signs of one kind: what they look like, what to write, and the extension of mkdocs.yml that reads them."""

    pattern: re.Pattern[str]
    hint: Text | Callable[[re.Match[str]], Text]
    extension: str = ""


def _bold(found: re.Match[str]) -> Text:
    code = f"**{found['words'].strip()}**"
    if behind := found.groupdict().get("behind"):
        return say("write `{code}`, with the blank behind the stars", code=f"{code} {behind}")
    if found["words"] == found["words"].strip():
        return say("write `{code}`", code=code)
    return say("write `{code}`, with no blank inside the stars", code=code)


def _include(found: re.Match[str]) -> Text:
    code = f'--8<-- "{found["file"].strip()}"'
    return say("copy the text itself; or write `{code}`, for which mkdocs.yml has `pymdownx.snippets`", code=code)


def _bb(found: re.Match[str]) -> Text:
    codes = {"b": "**…**", "i": "*…*", "url": "[…](https://…)", "img": "![…](….png)", "quote": "> …"}
    code = codes.get(found["bb"])
    return say("write `{code}`", code=code) if code else _TAKEN_OUT


def _wiki_heading(found: re.Match[str]) -> Text:
    return say("write `{code}`", code=f"{'#' * len(found['level'])} {found['heading']}")


def _tag(found: re.Match[str]) -> Text:
    match found["tag"].lower():
        case "b" | "strong":
            return say("write `{code}`", code="**…**")
        case "i" | "em":
            return say("write `{code}`", code="*…*")
        case "a":
            return say("write `{code}`", code="[…](https://…)")
        case "br" | "p":
            return say("begin a new paragraph, with an empty line above it")
        case "li":
            return say("write `{code}`", code="- …")
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return say("write `{code}`", code="### …")
        case "code" | "kbd" | "tt":
            return say("write `{code}`", code="`…`")
        case _:
            return say("take it out: there is no HTML here")


def _role_of_myst(found: re.Match[str]) -> Text:
    if found["tag"] in _LINKING:
        return say("write a link in its place, such as `{code}`, or take it out", code="[…](….md)")
    return say("take it out, or write what it stands for: another program reads this")


def _are_keys(signs: str) -> bool:
    """Tell whether words between pluses are names of keys: `++ctrl+c++`."""
    names = signs.strip("+").split("+")
    return all(name.startswith('"') or name in keymap_db.keymap or name in keymap_db.aliases for name in names)


def _ins(found: re.Match[str]) -> Text:
    if _are_keys(found[0]):
        return _TAKEN_OUT
    return say(
        "take the signs out; for words that were put in, write `{code}`", code=f"<ins>{found[0].strip('+')}</ins>"
    )


_LAYOUT = re.compile(
    r":+[ ]*(?:\{[ ]*#|\{?[ ]*\.?(?:[\w-]+=|(?:columns?|column-\w+|incremental|notes|references|refs|csl-\w+|center"
    r"|landscape|section|line-block|hidden|content-\w+)\b))"
)
"""Fences of colons that say how something looks, and name no box."""


def _fence_of_colons(found: re.Match[str]) -> Text:
    if _LAYOUT.match(found["part"]):
        return say("take these lines of colons out: no part of a page begins or ends so")
    code = f"!!! {found['tag'].lower()}"
    return say(
        "write `{code}`, and what belongs to it four blanks further in; or take these lines of colons out", code=code
    )


_LINE_ACROSS = say("write `---` for a line across the page, with an empty line above it and below it; or take it out")


def _bold_and_slanted(found: re.Match[str]) -> Text:
    return say("write `{code}`, with no blank inside the stars", code=f"***{found['words'].strip()}***")


def _critic(found: re.Match[str]) -> Text:
    """Say what a change in CriticMarkup comes to: the words that were to be read in the end."""
    words = (found["new"] or found["mark"] or found["after"] or "").strip()
    return say("write `{code}`", code=short(words)) if words else say("take it out: readers see it")


def _link_in_link(found: re.Match[str]) -> Text:
    words = f"{found['words']}{found['inner']}{found['more']}"
    return say("write `{code}`: no link stands within another", code=f"[{words}]({found['address']})")


_KINDS = (
    _Kind(
        re.compile(r"(?<=[^\W\d_])\\(?P<tag>')(?=[^\W\d_])|(?:(?<=[\s(])|^)\\(?P<quote>\")(?=[^\W\d_])", re.M),
        lambda found: say("write `{code}`, with no backslash, here and below", code=found[0][1:]),
    ),
    _Kind(
        re.compile(r"(?<![;\w–—-])[-–—]{1,4} ?8< ?[-–—]+.*"),
        say("copy the text itself, or tell it in a chapter"),
        "pymdownx.snippets",
    ),
    _Kind(
        re.compile(r"\[\^(?P<note>[^\]\s]{1,40})\]|(?<=\w)\^\[(?P<other>[^\]\s]{1,40})\](?!\()"),
        say("write the note in brackets where it belongs, or tell it in a chapter"),
        "footnotes",
    ),
    _Kind(
        re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])"),
        say("paste the emoji itself, or take it out"),
        "pymdownx.emoji",
    ),
    _Kind(
        re.compile(r"^[ >]*(?:[-*+]|\d{1,3}\.) (?P<part>\[[ xX]\] (?:[^\W_]+|(?=\S)))[^\n]*", re.M),
        say("take the brackets out: no box is drawn here"),
        tasks.EXTENSION,
    ),
    _Kind(re.compile(rf"<(?P<tag>{_TAG_NAMES})(?:\s[^<>\n]{{0,300}})?/?>", re.I), _tag),
    _Kind(re.compile(r"(?<![\w~{])~~(?=[^\s~])[^~\n]{1,200}(?<=\S)~~(?![\w~])"), _TAKEN_OUT, "pymdownx.tilde"),
    _Kind(
        re.compile(r"(?<![\w~{\\])~(?=[^\W\d_])[^~\n]{0,100}(?<=[\w.!?])~(?![\w~])"),
        _TAKEN_OUT,
    ),
    _Kind(re.compile(r"(?<![\w={])==(?=[^\s=])[^=\n]{1,200}(?<=\S)==(?![\w=])"), _TAKEN_OUT, "pymdownx.mark"),
    _Kind(re.compile(r"(?<![+{])\+\+(?=[a-z])[\w+\"-]{1,40}\+\+(?!\+)"), _ins, "pymdownx.keys"),
    _Kind(re.compile(r"\{:[^{}\n]{1,100}\}"), _TAKEN_OUT, "attr_list"),
    _Kind(re.compile(r"(?<=\])\{(?:[.#][\w-]|(?!index=)[a-z-]{2,20}=[\"'\w])[^{}\n]{0,100}\}"), _TAKEN_OUT),
    _Kind(
        re.compile(r"(?P<part>(?:[^\s\\|`*_]|(?<=[*_]))\\)$(?=\n[^\n])", re.M),
        say("end the line with two blanks in place of the backslash, or leave a line empty"),
    ),
    _Kind(
        re.compile(
            r"(?<![\w&=?/])&(?:amp|auml|copy|eacute|euro|gt|hellip|laquo|lt|mdash|nbsp|ndash|ouml|quot|raquo|reg|shy"
            r"|szlig|trade|uuml)(?![\w;=])"
        ),
        lambda found: say("write `{code}`, with a semicolon", code=f"{found[0]};"),
    ),
    _Kind(re.compile(r"^\*\[\w[^\]\n]{0,40}\]:.*", re.M), _TAKEN_OUT, "abbr"),
    _Kind(re.compile(r"(?<![*\w])\*\*(?P<words> (?=[^\W\d])[^*\n]{1,200}?(?: |(?<=\S)))\*\*(?![*\w])"), _bold),
    _Kind(re.compile(r"(?<![*\w])\*\*(?P<words>[^\s*][^*\n]{0,200} )\*\*(?!\*)(?P<behind>\w+)?"), _bold),
    _Kind(re.compile(r"(?<![*\w\\])\*{3}(?P<words> [^*\n]{1,200} )\*{3}(?![*\w])"), _bold_and_slanted),
    _Kind(re.compile(r"(?<![\w_\\])__(?=[^\W_])(?P<words>[^_\n]{1,200}?)(?<=[^\s\\])__(?=[^\W_])"), _bold),
    _Kind(re.compile(r"(?:\A|(?<=\n\n)|(?<=\n \n))[ ]{0,3}(?P<part>={3,})[ \t]*(?=\n[ \t]*\n|\n?\Z)"), _LINE_ACROSS),
    _Kind(
        re.compile(
            r"\{(?:\+\+(?P<new>[^{}\n]{1,500}?)\+\+|--(?P<old>[^{}\n]{1,500}?)--"
            r"|==(?P<mark>[^{}\n]{1,500}?)==|~~(?P<before>[^{}~\n]{1,500})~>(?P<after>[^{}~\n]{1,500})~~)\}"
        ),
        _critic,
    ),
    _Kind(
        re.compile(
            r"(?<![!\\])\[(?P<words>[^\[\]\n]{0,200}(?<![!\\]))"
            r"(?P<part>\[(?P<inner>[^\[\]\n]{1,200})\]\((?!(?:activity|journey|workshop|chapter|handout):)[^\s()]{1,300}\))"
            r"(?P<more>[^\[\]\n]{0,200})\]\((?P<address>[^\s()]{1,300})\)"
        ),
        _link_in_link,
    ),
    _Kind(
        re.compile(r"(?<![*\w])(?P<part>\*\*(?=[^\s*])[^*\n\[`<]{1,60})[^*\n]{0,200}$", re.M),
        say("write two stars behind the words that are bold, as before them; or take these out"),
    ),
    _Kind(re.compile(r"(?<![*\w])\*(?P<part>\*(?P<words>[^\s*][^*\n]{0,200}))(?<=\S)\*(?!\*)"), _bold),
)
_HALF_BOLD = re.compile(r"(?<![*\w\\])\*(?![\s*])(?P<words>[^*\n]{1,200})(?<=[^\s\\])\*\*(?!\*)")
"""Words with one star before them and two behind, of which readers see one."""
_UNEVEN = (
    (re.compile(r"(?<![\w_\\])__(?=[^\W_])(?P<words>[^_\n]{1,200})(?<=[^\s\\])_(?![\w_])"), "_{words}"),
    (re.compile(r"(?<![\w_\\])_(?=[^\W_])(?P<words>[^_\n]{1,200})(?<=[^\s\\])__(?![\w_])"), "{words}_"),
    (re.compile(r"(?<![\w*\\])\*{3}(?=[^\s*])(?P<words>[^*\n]{1,200})(?<=[^\s\\])\*\*(?!\*)"), "*{words}"),
)
"""Bold words with more signs on one side than on the other, and what readers see of them."""
_FORMULA = _Kind(
    re.compile(
        r"(?<![\w$\\])\$(?=[^$\n]*(?:\^|\\[a-zA-Z]{2}|_\{|[a-z]_\d|[a-zA-Z] ?= ?\w))"  # more than a price
        r"[^\s$][^$\n]{0,200}(?<=[^\s\\])\$(?![\w$])"
        r"|^\$\$[ ]*\n[^$]{1,500}\n\$\$[ ]*$",
        re.M,
    ),
    say("write it in letters and signs, such as `x²`; formulas need `pymdownx.arithmatex` and a script"),
)
_NOTES_TO_ONESELF = (
    re.compile(r"(?<![%\w\\])(?<!\d[ ])%%(?=[^%]*[^\W\d_])(?!\{)(?P<note>(?P<begin>\s*\w*)[^%]{0,1000}?)%%(?![%\w])"),
    re.compile(r"(?<!\\)\{#(?P<note>(?P<begin>[ \n]+\w+)[^{}]{0,1000}?)#\}"),
    re.compile(r"(?<!\\)\{>>(?P<note>(?P<begin>\s*\w*)[^{}<>]{0,1000}?)<<\}"),
    re.compile(r"^/\*+(?P<note>(?P<begin>\s*\w+)[^*]{0,1000}?)\*+/(?=[ ]*$)", re.M),
)
"""Notes that nobody is to read, as Obsidian, templates and programs have them."""
_LETTERS = re.compile(r"(?<!\\)<(?P<end>/?)(?P<name>b|i|u|s|em|strong|small|mark)(?:\s[^<>\n]{0,300})?>", re.I)
_ROLE_OF_MYST = re.compile(r"(?P<part>\{(?P<tag>[a-z][a-z:-]{1,20})\})(?=`[^`\n]{1,300}`)")
_LABEL_OF_MYST = re.compile(r"^[ ]{0,3}(?P<tag>\()[^\W_][\w.:-]*\)=[ ]*$", re.M)
_LIQUID = re.compile(r"\{%-?[ ]*[a-z][^{}%]{0,300}%\}")
_IN_FIELDS = (
    _Kind(
        re.compile(r"<!-+ ?\S+"), say("take it out: readers see it. A note of yours stands behind a # above the field")
    ),
    _Kind(re.compile(r"^(?:!!!|\?\?\?\+?)[ ]+\w+.*", re.M), say("write `**Note:** …`, or tell it in a chapter")),
    _Kind(re.compile(r"\[!\w+\]"), say("write `**Note:** …`, or tell it in a chapter")),
    _Kind(
        re.compile(r"^:::+[ ]*(?:\{[^{}\n]{1,100}\}|\w).*", re.M), say("write `**Note:** …`, or tell it in a chapter")
    ),
    _Kind(_LIQUID, say("take it out, or write what it stands for: another program reads this")),
    _Kind(_ROLE_OF_MYST, _role_of_myst),
    _Kind(re.compile(r'^===[+!]?[ ]+".*', re.M), say("write the title as `**…**`, or tell it in a chapter")),
)
_FIELD_OF_WORD = say("write a link in its place, such as `{code}`, or take it out", code="[…](https://…)")
_ON_PAGES = (
    _Kind(
        re.compile(r"\[(?P<bb>b|i|u|url|img|quote|center|size|color)(?:=[^\[\]\n]{1,100})?\].{1,300}?\[/(?P=bb)\]"), _bb
    ),
    _Kind(re.compile(r"^(?P<level>={2,4})[ ]+(?P<heading>[^=\n]{1,100}?)[ ]+(?P=level)[ ]*$", re.M), _wiki_heading),
    _Kind(
        re.compile(r"(?<!')'{3}(?P<words>[^'\n]{1,200})'{3}(?!')"),
        lambda found: say("write `{code}`", code=f"**{found['words'].strip()}**"),
    ),
    _Kind(
        re.compile(r"(?<![\[!\]\\])\[(?P<address>https?://[^\s\[\]]{1,300})[ ](?P<words>[^\[\]\n]{1,200})\](?![(\[:])"),
        lambda found: say("write `{code}`", code=f"[{found['words'].strip()}]({found['address']})"),
    ),
    _Kind(
        re.compile(r"^image::?(?P<address>[^\s\[\]:][^\s\[\]]{0,300})\[(?P<words>[^\[\]\n]{0,200})\]", re.M),
        lambda found: say("write `{code}`", code=f"![{found['words']}]({found['address']})"),
    ),
    _Kind(
        re.compile(r"\[caption\b[^\[\]\n]{0,300}\].{0,300}?\[/caption\]"),
        say("write a picture as `![…](….png)`, and its caption on a line of its own"),
    ),
    _Kind(
        re.compile(
            r"^(?P<part>\{(?P<macro>info|note|tip|warning|panel|quote|expand)(?::[^{}\n]{0,100})?\})"
            r"(?:[^{}\n]*\{(?P=macro)\}|[ ]*$)",
            re.M,
        ),
        say("write `!!! note`, and what belongs to it four blanks further in; or take the signs out"),
    ),
    _Kind(
        re.compile(r"^h(?P<level>[1-6])\.[ ](?![a-z])(?P<heading>[^\n]{1,100})", re.M),
        lambda found: say("write `{code}`", code=f"{'#' * int(found['level'])} {found['heading'].strip()}"),
    ),
    _Kind(
        re.compile(
            r":contentReference\[[^\[\]\n]{1,40}\]\{[^{}\n]{0,40}\}|【\d+†[^【】\n]{0,60}】|\boai_citation:\d+‡?"
        ),
        say("take it out: a program has left it here"),
    ),
    _Kind(
        re.compile(
            r"^(?:(?:sure|certainly|of course|absolutely)(?:[!,.]| thing[!,.]) here(?:[’']s| is| are)\b[^\n]{0,200}:"
            r"|as an ai(?: language)? model,[^\n]{1,300}"
            r"|(?:let me know if you(?:[’']d| would) like|would you like me to)\b[^\n]{0,120}"
            r"\b(?:adjust|revise|expand|shorten|rewrite|refine|tweak|format|tailor|changes)\b[^\n]{0,120}[.!?]"
            r"|(?:natürlich|gerne|klar)! hier (?:ist|sind)\b[^\n]{0,200}:)[ ]*$",
            re.M | re.I,
        ),
        say("take it out: a chatbot has left it here"),
    ),
    _Kind(
        re.compile(r"(?<![|\w\\])\|\|(?=[^\s|])[^|\n]{1,200}(?<=[^\s|])\|\|(?![|\w])"),
        say('hide it in a section to unfold, `??? note "…"`; or take the signs out'),
    ),
    _Kind(
        re.compile(r"^(?P<part>import[ ]\w+[ ]from[ ])[\"'][^\"'\n]{1,200}[\"'];?", re.M),
        say("take it out: another program reads this"),
    ),
    _Kind(
        re.compile(r"^\.\.[ ]+(?:note|tip|hint|important|warning|caution|image|figure|code-block|contents)::.*", re.M),
        say("write it as Markdown, such as `**Note:** …`: this is reStructuredText"),
    ),
    _Kind(re.compile(r"(?<=\w)~[\w+-]{1,10}~(?![~\w])|(?<=[A-Z])~\d{1,3}~(?!~)"), _TAKEN_OUT, "pymdownx.tilde"),
    _Kind(re.compile(r"(?<=\w)\^[\w+-]{1,10}\^(?!\^)"), _TAKEN_OUT, "pymdownx.caret"),
    _Kind(
        re.compile(r"\{ ?(?:HYPERLINK|PAGEREF|REF|TOC|SEQ|INCLUDEPICTURE|MERGEFIELD)\b[^{}\n]{0,300}\}"), _FIELD_OF_WORD
    ),
    _Kind(
        re.compile(
            r"Error! (?:Reference source|Bookmark|Hyperlink reference|No bookmark|No text)[^.\n\]]{0,60}"
            r"|Fehler! (?:Verweisquelle|Textmarke|Hyperlink)[^.\n\]]{0,60}|Erreur ! Source du renvoi introuvable"
            r"|¡Error! No se encuentra el origen[^.\n\]]{0,60}"
        ),
        _FIELD_OF_WORD,
    ),
    _Kind(
        re.compile(
            r"(?:\A|(?<=\n\n)|(?<=\n \n))[ ]{0,3}(?P<part>\{:?[ ]*(?P<class>[.#][\w-][^{}\n]{0,100}?)[ ]*\})[ ]*"
            r"(?=\n[ \t]*\n|\n?\Z)"
        ),
        lambda found: say(
            "write `{code}` right below the lines that it is for, with no empty line between; or take it out",
            code=f"{{: {found['class']} }}",
        ),
    ),
    _Kind(re.compile(r"<!-(?!-)[^\n<>]{1,300}>"), say("write `{code}`", code="<!-- … -->")),
    _Kind(
        re.compile(r"\{\{[<%][ ]*[a-z][^{}\n]{0,200}[>%]\}\}"),
        say("take it out, or write what it stands for: another program reads this"),
    ),
    _Kind(re.compile(r"<!-+ ?\S+"), say("end the note with `-->`, or take it out")),
    _Kind(
        re.compile(r"(?<=\S[ ])(?P<part>\^(?=[\w-]*[a-z])[a-zA-Z0-9][a-zA-Z0-9-]{2,40})[ ]*(?=\n[ \t]*\n|\n?\Z)"),
        say("take it out: a heading has an address of its own, such as `#its-words`"),
    ),
    _Kind(
        re.compile(r"^[ ]{0,3}(?P<part>[a-z][a-z_-]{1,20}::)[ ]+\S[^\n]*(?=\n|\Z)", re.M),
        say("take it out: another program reads this"),
    ),
    _Kind(_ROLE_OF_MYST, _role_of_myst),
    _Kind(_LABEL_OF_MYST, say("take it out: a heading has an address of its own, such as `#its-words`")),
)
_READS_LATEX = {"pymdownx.arithmatex", "mdx_math", "markdown_katex"}
_LATEX = _Kind(
    re.compile(r"\\(?:textbf|emph|textit|underline|section|subsection|item|footnote)\{(?P<words>[^{}\n]{1,200})\}"),
    lambda found: say("write `{code}`", code=f"**{found['words'].strip()}**"),
)
"""Words of LaTeX, which an extension may read."""
_ESCAPED_BOLD = re.compile(r"(?<![\\*])\\\*\\\*(?P<words>(?=\S)[^*\\\n]{1,100}(?<=\S))\\\*\\\*(?!\*)")
"""Bold words as programs write them that do not know Markdown."""
_OF_PLUGINS = (
    _Kind(re.compile(r"\{%-?[ ]*include[ ]+[\"']?(?P<file>[^\s\"'{}%]{1,100})[\"']?[ ]*-?%\}"), _include),
    _Kind(re.compile(r"\{![ ]*(?P<file>[^\s{}!][^{}!\n]{0,100})!\}"), _include),
    _Kind(_LIQUID, say("take it out: no plugin of mkdocs.yml reads it")),
    _Kind(
        re.compile(
            r"^[ ]{0,3}(?P<part>:{3,}[ ]*(?:\{[ ]*[.#]?|[.#])?"
            r"(?!(?:audience|end|for|hide|not|only|show)\b)"  # told as markers
            r"(?P<tag>[^\W\d_][\w-]{0,40})[^\n]*)",
            re.M,
        ),
        _fence_of_colons,
    ),
)
OTHER_PLUGINS = "other plugins"
"""Stands among a page's extensions where plugins or hooks may read what Markdown does not."""


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such signs; `extensions` are those of pages, None for a field."""
    ends, tags = set[int](), dict[str, Sign]()
    of_plugins = _OF_PLUGINS if extensions is not None and OTHER_PLUGINS not in extensions else ()
    of_latex = (_LATEX,) if extensions is not None and _READS_LATEX.isdisjoint(extensions) else ()
    for kind in (*_KINDS, _FORMULA, *of_latex, *(_IN_FIELDS if extensions is None else _ON_PAGES), *of_plugins):
        for found in kind.pattern.finditer(text):
            tag = found.groupdict().get("tag") or found.groupdict().get("quote")
            if tag in tags:  # one of each name says all
                continue
            if found.start() in ends:  # stars that end words are no beginning of others
                continue
            if "words" in found.re.groupindex:
                ends.add(found.end("words"))
            sign = as_typed(found.start(), found[0].strip(), _hint(kind, found, extensions))
            part = found.groupdict().get("part")
            sign = replace(sign, seen=part) if part else sign
            if tag:
                tags[tag] = sign
            else:
                yield sign
    yield from _as_one(tags) if extensions is None else tags.values()
    yield from _lost_stars(text)
    for found in _HALF_BOLD.finditer(text):
        sign = as_typed(found.start(), found[0], say("write `{code}`", code=f"**{found['words']}**"))
        yield replace(sign, seen=f"{found['words']}*")
    for pattern, seen in _UNEVEN:
        for found in pattern.finditer(text):
            sign = as_typed(found.start(), found[0], say("write `{code}`", code=f"**{found['words']}**"))
            yield replace(sign, seen=seen.format(words=found["words"]))
    for found in _ESCAPED_BOLD.finditer(text) if extensions is not None else ():
        code = f"**{found['words']}**"
        yield as_typed(found.start(), code, say("write `{code}`, with no backslashes", code=code))
    if extensions is None or OTHER_PLUGINS not in extensions:
        yield from _notes_to_oneself(text, on_page=extensions is not None)
    if extensions is not None:
        yield from _unclosed(text)
    if extensions is not None and OTHER_PLUGINS not in extensions:
        for found in _QUESTIONS.finditer(text):
            code = "![](questions:)"
            yield as_typed(found.start("typed"), found["typed"], say("write `{code}`", code=code))


def _as_one(tags: dict[str, Sign]) -> Iterator[Sign]:
    """Give the signs of tags; those of a text that is HTML as one, at the first: they are mended together."""
    html = {tag: sign for tag, sign in tags.items() if sign.seen.startswith("<")}
    yield from (sign for tag, sign in tags.items() if tag not in html)
    if len(html) <= _MOST_TAGS:
        yield from html.values()
        return
    (first, sign), *more = sorted(html.items(), key=lambda one: one[1].start)
    message = say(
        "‘<{tag}>’ and other tags ({tags}) are shown as they are typed here",
        tag=first,
        tags=", ".join(tag for tag, _ in more),
    )
    hint = say("write it as Markdown: an empty line between paragraphs, `- …` for an item, `**…**` for what is bold")
    yield replace(sign, message=message, hint=hint)


def _notes_to_oneself(text: str, *, on_page: bool) -> Iterator[Sign]:
    for found in chain.from_iterable(form.finditer(text) for form in _NOTES_TO_ONESELF):
        code = f"<!-- {short(' '.join(found['note'].split()))} -->"
        hint = say("take it out: readers see it. A note of yours stands behind a # above the field")
        sign = as_typed(found.start(), found[0], say("write `{code}`", code=code) if on_page else hint)
        yield replace(sign, seen=found[0][: found.end("begin") - found.start()])


def _unclosed(text: str) -> Iterator[Sign]:
    """Find tags of letters that are bold, slanted or the like, and have no end: all below is so, too."""
    opened: dict[str, list[re.Match[str]]] = {}
    for found in _LETTERS.finditer(text):
        tags = opened.setdefault(found["name"].lower(), [])
        if not found["end"]:
            tags.append(found)
        elif tags:
            tags.pop()
    for tags in opened.values():
        for found in tags[:1]:
            message = say("‘{tag}’ has no end, so that it goes on to the end of the page", tag=found[0])
            yield Sign(found.start(), "", message, say("write `{code}` where it ends", code=f"</{found['name']}>"))


def _hint(kind: _Kind, found: re.Match[str], extensions: frozenset[str] | None) -> Text:
    is_ins = kind.extension == "pymdownx.keys" and extensions is not None and not _are_keys(found[0])
    if extensions is None or not kind.extension or is_ins:
        return kind.hint if isinstance(kind.hint, Text) else kind.hint(found)
    if kind.extension not in extensions:
        return say(
            "write `- {extension}` below `markdown_extensions:` in mkdocs.yml, or take the signs out",
            extension=kind.extension,
        )
    if kind.extension == "pymdownx.snippets":
        return say("write `{code}`, on a line of its own", code='--8<-- "…"')
    if kind.extension == "footnotes":
        return say(
            "write the note below, as `{code}`, or take the sign out", code=f"[^{found['note'] or found['other']}]: …"
        )
    return _TAKEN_OUT


def _lost_stars(text: str) -> Iterator[Sign]:
    """Find sums such as 2*3*4 of which the stars make letters slanted, as on pages."""
    for found in _SUM.finditer(text):
        message = say("readers do not see the stars of ‘{sum}’", sum=found[0])
        hint = say("write `{sum}`", sum=found[0].replace("*", "×"))
        yield Unseen(found.start(), "", message, hint, found[0])
