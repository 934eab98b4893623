"""Signs of Markdown that readers would see, in fields of YAML and on pages, are told with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load
from pymdownx.superfences import fence_code_format

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.builders.config.settings import settings_of
from journeybook.cli.project import open_project
from journeybook.markdown.settings import MarkdownSettings
from small import MKDOCS_YML, SMALL, write

TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
NOTE = "take it out. A note of yours stands between `<!--` and `-->` on a page, and above a field"
UNCLOSED = "write two stars behind the words that are bold, as before them; or take these out"
FORMULA = "write it in letters and signs, such as `x²`; formulas need `pymdownx.arithmatex` and a script"
HALF = "write an underscore {} the words that are slanted, as {} them; or take it out"
STRUCK = "write `~~` behind the words that are struck out, as before them; or take these out"
BOTH = [
    ("** Listen ** first", 1, 1, "write `**Listen**`, with no blank inside the stars"),
    ("First **listen ** then", 1, 7, "write `**listen**`, with no blank inside the stars"),
    ("**Listen* first", 1, 1, "write `**Listen**`"),
    ("We ~~strike out~ this", 1, 4, "take the signs out"),
    ("We ~strike~~ this", 1, 4, "take the signs out"),
    ("We ~~strike this", 1, 4, STRUCK),
    ("_Note that this is open.", 1, 1, HALF.format("behind", "before")),
    ("So it is (_Perhaps not).", 1, 11, HALF.format("behind", "before")),
    ("Say it all._ Then go.", 1, 8, HALF.format("before", "behind")),
    ("And that is said_", 1, 13, HALF.format("before", "behind")),
    ("Ask _ why _ and wait.", 1, 5, "write `_why_`, with no blank inside the signs; or `____` for a gap to fill in"),
    ("Ask _why _ and wait.", 1, 5, "write `_why_`, with no blank inside the signs"),
    ("Ask _ why not_, and wait.", 1, 5, "write `_why not_`, with no blank inside the signs"),
    ("It`s so", 1, 3, "write `It’s`"),
    ("The mentor`s words.", 1, 11, "write `mentor’s`"),
    ("A talk\nI can`t forget", 2, 6, "write `can’t`"),
    ("Say `a` in the mentor`s word", 1, 22, "write `mentor’s`"),
    ("**L`ami** of all", 1, 4, "write `L’ami`"),
    ("Ask\n**and listen", 2, 1, "write two stars behind the words that are bold, as before them; or take these out"),
    ("| a | b |\n| 1 | 2 |", 1, 1, "write `|---|---|` below the first line"),
    ("| a | b |\n|---|\n| 1 | 2 |", 1, 1, "write `|---|---|` below the first line: as many columns as it has"),
    (f"Here:\n{TABLE}", 2, 1, "leave the line above it empty"),
    (f"{TABLE}\n| 3 | 4 | five |", 4, 11, r"give the first two lines as many columns, or write `\|` for a bar"),
    ("```\nA letter", 1, 1, "write ``` on a line of its own below the code, as above it"),
    ("'''\nA letter\n'''", 1, 1, "write ``` on a line of its own below the code, as above it"),
    ("1.) Pens\n2.) Paper", 1, 1, "write `1. Pens`, with an empty line above the list"),
    ("1 - Pens\n2 - Paper", 1, 1, "write `1. Pens`, with an empty line above the list"),
    ("No. 1: Pens\nNo. 2: Paper", 1, 1, "write `1. Pens`, with an empty line above the list"),
    ("» Pens\n» Paper", 1, 1, "write `- Pens`, with an empty line above the list"),
    ("• pens\n• paper", 1, 1, "write `- pens`, with an empty line above the list"),
    ("→ pens\n→ paper", 1, 1, "write `- pens`, with an empty line above the list"),
    ("§ pens\n§ paper", 1, 1, "write `- pens`, with an empty line above the list"),
    ("Ø Pens\nØ Paper", 1, 1, "write `- Pens`, with an empty line above the list"),
    ("We meet ~on Friday~ on Monday.", 1, 9, "take the signs out"),
    (f"{TABLE}\n\n| 3 | 4 |", 5, 1, "take the empty line above it out"),
    ("It is **quiet. See [this](https://example.org) too.", 1, 7, UNCLOSED),
    ("[Thanks]{.underline} to all", 1, 9, "take the signs out"),
    ("Two roads\\\nin a wood", 1, 9, "end the line with two blanks in place of the backslash, or leave a line empty"),
    ("**Note: **listen well", 1, 1, "write `**Note:** listen`, with the blank behind the stars"),
    ("> We say:\n> - a\n> - b", 2, 3, "write `>` alone on the line above this"),
    ("> We say\n- a\n- b", 2, 1, "leave the line above this empty"),
    ("> • a\n> • b", 1, 3, "write `- a`, with an empty line above the list"),
    ("> | a | b |\n> | 1 | 2 |", 1, 3, "write `|---|---|` below the first line"),
    ("> > | a | b |\n> > | 1 | 2 |", 1, 5, "write `|---|---|` below the first line"),
    ("Time\tWhat\n10 min\tTea", 1, 1, "write `| Time | What |`, `|---|---|` below it, and so the other rows"),
    ("a\tb\nc\td", 1, 1, "write `| a | b |`, `|---|---|` below it, and so the other rows"),
    ("1\t2,5\n3\t40%", 1, 1, "write `| 1 | 2,5 |`, `|---|---|` below it, and so the other rows"),
    ("1\tAnna\tA\n2\tBert\tB", 1, 1, "write `| 1 | Anna | A |`, `|---|---|---|` below it, and so the other rows"),
    (
        "Time;What;Who\n10 min;Tea;Anna",
        1,
        1,
        "write `| Time | What | Who |`, `|---|---|---|` below it, and so the other rows",
    ),
    ("|---|---|\n| 1 | 2 |", 1, 1, "write the line with the headings of the columns above it, as `| … | … |`"),
    (f"{TABLE}\nSource: our own.", 4, 1, "leave the line above this empty"),
    (f"{TABLE}\n| 3 | to\nask |", 4, 1, "write it on one line, with `<br>` where a new line is meant"),
    ("It is $x^2$ here", 1, 7, FORMULA),
    ("$$\na = b\n$$", 1, 1, FORMULA),
    ("Listen.\n=====\nThen talk.", 1, 1, "leave a line empty above them; for a heading, write `## Listen.`"),
    ("-pens\n-paper", 1, 1, "write `- pens`, with an empty line above the list"),
    ("– pens\n– paper", 1, 1, "write `- pens`, with an empty line above the list"),
    ("Bring:\na) pens\nb) paper", 2, 1, "write `1. pens`, with an empty line above the list"),
    ("(1) pens\n(2) paper", 1, 1, "write `1. pens`, with an empty line above the list"),
    ("i. pens\nii. paper", 1, 1, "write `1. pens`, with an empty line above the list"),
    ("- pens\n-paper\n- cups", 2, 1, "write `- paper`"),
    ("- pens\n-\u00a0paper", 2, 1, "write `- paper`"),
    ("-pens\n- paper", 1, 1, "write `- pens`"),
    ("1. Pens\n2.Paper", 2, 1, "write `2. Paper`"),
    ("-\u00a0pens\n-\u00a0paper", 1, 1, "write `- pens`, with an empty line above the list"),
    ("1.Pens\n2.Paper", 1, 1, "write `1. Pens`, with an empty line above the list"),
    ("- pens\n\u00a0\u00a0\u00a0\u00a0- red", 2, 5, "write blanks in their place"),
    ("- a\n- b\nThen go.", 3, 1, "leave the line above this empty; what belongs to the item begins further in"),
    ("Pens\n- and paper", 2, 1, "leave the line above this empty; if it is no list, take the sign out"),
    ("Listen first.\n---\nThen talk.", 1, 1, "leave a line empty above them; for a heading, write `## Listen first.`"),
    ("Ask\n\n    ## Listen first", 3, 5, "begin it at the start of its line"),
    ("```\nA letter\n``", 3, 1, "write ``` in their place"),
    ("## \n\nListen.", 1, 1, "write its text, or take the line out"),
    ("# reminder: bring pens", 1, 1, NOTE),
    ("## TODO pens", 1, 1, NOTE),
    ("#talk about it", 1, 1, "write `\\#talk`, or a space behind the sign if it is a heading"),
]
STAR = "write a star behind the words that are slanted, as before them; or take it out"
IN_CODE = "write `a|b` in its place: in code, a bar parts no cells"
BOTH += [
    ("| a | b |\n|---|---|\n| 1 | `a\\|b` |", 3, 7, IN_CODE),
    ("> | a | b |\n> |---|---|\n> | ``a\\|b`` | 2 |", 3, 5, IN_CODE),
    ("It is *important to come.", 1, 7, STAR),
    ("*Important to all who come.", 1, 1, STAR),
    ("Come (*early if you can).", 1, 7, STAR),
    ("It is *so* much *better to come.", 1, 17, STAR),
    ("* A bullet\n* It is *important", 2, 9, STAR),
    ("It is *good.\n\nIt is *better* so.", 1, 7, STAR),
]
BOTH += [
    ("Talk __first_ of all", 1, 6, "write `**first**`"),
    ("Talk _first__ of all", 1, 6, "write `**first**`"),
    ("Talk ***first** of all", 1, 6, "write `**first**`"),
    ("Ask &copy 2026", 1, 5, "write `&copy;`, with a semicolon"),
    ("‘‘‘\nA letter\n‘‘‘", 1, 1, "write ``` on a line of its own below the code, as above it"),
    ("Write `talk to begin.", 1, 7, "write a backtick behind the code, as before it; or take it out"),
]
IN_FIELDS = [
    ("- [] pens", 1, 1, "write `- pens`: no box is drawn here"),
    ("1. [ ] pens", 1, 1, "take the brackets out: no box is drawn here"),
    ("- [x] **pens**", 1, 1, "take the brackets out: no box is drawn here"),
    ("[ ] pens\n[ ] paper", 1, 1, "write `- pens`, and so the lines below it"),
    ("Listen. <!-- soon -->", 1, 9, "take it out: readers see it. A note of yours stands behind a # above the field"),
    ("To meet<br>and talk", 1, 8, "begin a new paragraph, with an empty line above it"),
    ("<b>To</b> <b>meet</b>", 1, 1, "write `**…**`"),
    ("<a href='https://example.org'>x</a>", 1, 1, "write `[…](https://…)`"),
    ("To ~~meet~~ talk", 1, 4, "take the signs out"),
    ("To ==meet==", 1, 4, "take the signs out"),
    ("To meet {: .wide }", 1, 9, "take the signs out"),
    ("> [!NOTE]\n> To meet", 1, 3, "write `**Note:** …`, or tell it in a chapter"),
    ("Word^[7]", 1, 5, "write the note in brackets where it belongs, or tell it in a chapter"),
    ("To meet\n---", 1, 1, "leave a line empty above them; for a heading, write `## To meet`"),
]
TICKED = "write `{}`, and `- pymdownx.tasklist` below `markdown_extensions:` in mkdocs.yml"
ADD = "write `- {}` below `markdown_extensions:` in mkdocs.yml, or take the signs out"
FURTHER_IN = "begin it four blanks further in than the item that it belongs to, and so on in this list"
NUMBER = "begin what belongs to an item four blanks further in, or write `- sane_lists` below `markdown_extensions:`"
APART = "write a line of text between the two, or `- sane_lists` below `markdown_extensions:`"
CELLS = r"give the first two lines as many columns, or write `\|` for a bar"
INCLUDE = 'copy the text itself; or write `--8<-- "a.md"`, for which mkdocs.yml has `pymdownx.snippets`'
NO_BLANK = "write `## Look`, with no blank before it"
ONE_LINE = "make them a list, with `- ` before each; or end each with two blanks"
OF_WORD = "write a link in its place, such as `[…](https://…)`, or take it out"
ON_PAGES = [
    ("## Loud¶\n\nGo.", 1, 1, "write `## Loud`: the sign comes from a page that was built"),
    ("A\n\n{questions}", 3, 1, "write `![](questions:)`"),
    ("Work.[1]\n\n[1]: Says everybody.", 3, 1, "write `[^1]: …`, and `[^1]` in place of `[1]` above"),
    ("Ask '''why''' first.", 1, 5, "write `**why**`"),
    ("See [https://example.org the page].", 1, 5, "write `[the page](https://example.org)`"),
    ("image::cup.png[A cup]", 1, 1, "write `![A cup](cup.png)`"),
    ("Ask \\textbf{why} first.", 1, 5, "write `**why**`"),
    (
        "{info}Come early.{info}",
        1,
        1,
        "write `!!! note`, and what belongs to it four blanks further in; or take the signs out",
    ),
    ("h2. Silence", 1, 1, "write `## Silence`"),
    ("It helps:contentReference[oaicite:0]{index=0}.", 1, 9, "take it out: a program has left it here"),
    ("It helps【4†source】.", 1, 9, "take it out: a program has left it here"),
    ("||No.||", 1, 1, 'hide it in a section to unfold, `??? note "…"`; or take the signs out'),
    ("Listen.\n\u00a0\nThen talk.", 2, 1, "delete what stands in it"),
    ("Bring:\n\u00a0\n- pens\n- paper", 2, 1, "delete what stands in it"),
    ("{{< youtube a >}}", 1, 1, "take it out, or write what it stands for: another program reads this"),
    ("- [] pens", 1, 1, TICKED.format("- [ ] pens")),
    ("- [ ]pens", 1, 1, TICKED.format("- [ ] pens")),
    ("-[x] pens", 1, 1, TICKED.format("- [x] pens")),
    ("- [\u00a0] **pens**", 1, 1, TICKED.format("- [ ] **pens**")),
    ("1. [x ] pens", 1, 1, TICKED.format("1. [x] pens")),
    ("> - [✓] pens", 1, 3, TICKED.format("- [x] pens")),
    ("[ ] pens\n[x] paper\n[ ] cups", 1, 1, "write `- [ ] pens`, and so the lines below it"),
    ("1. [ ] pens", 1, 1, ADD.format("pymdownx.tasklist")),
    ("- [x] **pens**", 1, 1, ADD.format("pymdownx.tasklist")),
    (
        "Talk first** of all.\n\n* Go",
        1,
        6,
        "write two stars before the words that are bold, as behind them; or take these out",
    ),
    ("Listen. <!-- to do", 1, 9, "end the note with `-->`, or take it out"),
    ("Listen. <!- to do ->", 1, 9, "write `<!-- … -->`"),
    ("**Time:** 9–12\n**Place:** Oslo\n**Bring:** a pen", 1, 1, ONE_LINE),
    ("Mentor: How are you?\nMentee: Fine.\nMentor: Really?", 1, 1, ONE_LINE),
    ("!!! tip\n    *When*: 9–12\n    *Where*: Oslo\n    *What*: a pen", 2, 5, ONE_LINE),
    ("Drink H~2~O.", 1, 8, ADD.format("pymdownx.tilde")),
    ("It is 10^2^ m.", 1, 9, ADD.format("pymdownx.caret")),
    ('{ HYPERLINK "https://example.org" }', 1, 1, OF_WORD),
    ("See Error! Reference source not found.", 1, 5, OF_WORD),
    (r"So \*\*listen\*\* now.", 1, 4, "write `**listen**`, with no backslashes"),
    ("It is 2*3*4.", 1, 7, "write `2×3×4`"),
    ("Ask.\n\n    The end deserves a party.", 3, 5, "begin it at the start of its line"),
    ("Ask.\n\n    we end our year with a party for all.", 3, 5, "begin it at the start of its line"),
    ("Ask.\n\n    Dear all, see [](journey:one).", 3, 5, "begin it at the start of its line"),
    ("Ask.\n\n    Come **soon**, and write `yes` to us.", 3, 5, "begin it at the start of its line"),
    ("Ask.\n\n    Dear mentors,\n    come at six.\n    Anna", 3, 5, "begin it at the start of its line"),
    ("Bring:\n\n    - Water\n    - **Paper** of all", 3, 5, "begin each of its lines at the start of the line"),
    ("> Ask\n>\n>     1. Water\n>     2. Paper", 3, 7, "take four of the blanks before it out"),
    ("!!! tip\n\n        The end deserves a party.", 3, 9, "take four of the blanks before it out"),
    ("- Ask\n\n        The end deserves a party.", 3, 9, "take four of the blanks before it out"),
    ("> Ask\n>\n>     The end deserves a party.", 3, 7, "take four of the blanks before it out"),
    ("Ask.\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |", 3, 5, "begin each of its lines at the start of the line"),
    ("Look at **the clock and let it *pass*.", 1, 9, UNCLOSED),
    ("Let it *pass.", 1, 8, "write a star behind the words that are slanted, as before them; or take it out"),
    ("At __the clock.", 1, 4, "write `__` behind the words that are bold, as before them; or take these out"),
    ("Mentor*innen und Kolleg*innen", 1, 1, r"write `Mentor\*innen`, and so the others"),
    ("- [ ] pens\n\nText", 1, 1, ADD.format("pymdownx.tasklist")),
    ("- one\n- two\n\n1. First\n2. Second", 4, 1, APART),
    ("1. First\n2. Second\n\n- one\n- two", 4, 1, APART),
    ("It is <b>quiet.\n\nAnd more.", 1, 7, "write `</b>` where it ends"),
    ("Bring:\n- pens\n- paper", 2, 1, "leave the line above this empty"),
    ("- One\n  - Two\n- Three\n  - Four", 2, 3, FURTHER_IN),
    ("!!! tip\n\n    - One\n      - Two", 4, 7, FURTHER_IN),
    ("1. One\n\nMore.\n\n2. Two", 5, 1, NUMBER),
    ("1. One\n\n> A quotation\n\n2. Two", 5, 1, NUMBER),
    ('1. One\n\n!!! tip "A"\n\n    Text\n\n2. Two', 7, 1, NUMBER),
    ("- One\n- Two\n\n> A quotation\n\n14. January is the day.", 6, 1, r"write `14\.`: it is no number of a list"),
    ("2026. That was a year.", 1, 1, r"write `2026\.`: it is no number of a list"),
    ("To ==meet==", 1, 4, ADD.format("pymdownx.mark")),
    ("Meet :smile:", 1, 6, ADD.format("pymdownx.emoji")),
    ("Meet.[^7]", 1, 6, "write the note below, as `[^7]: …`, or take the sign out"),
    ("!!! tip\n\n    | a | b |\n    | 1 | 2 |", 3, 5, "write `|---|---|` below the first line"),
    ('!!! tip "T"\n    | a | b |\n    |---|---|\n    | 1 | 2 | 3 |', 4, 15, CELLS),
    ("Meet [1].\n\n[^1]: In town.", 1, 6, "write `[^1]`"),
    ("Meet.[^ 1]\n\n[^1]: In town.", 1, 6, "write `[^1]`"),
    ("Meet.\n\n[^a]: In town.", 3, 1, "write `[^a]` where it belongs, or take the note out"),
    ('{% include "a.md" %}', 1, 1, INCLUDE),
    ("{!a.md!}", 1, 1, INCLUDE),
    ("{% if x %}", 1, 1, "take it out: no plugin of mkdocs.yml reads it"),
    ("A word.^[A *good* note.] Go.", 1, 8, "write `[^1]` in its place, and `[^1]: A *good* note.` below"),
    ("A word.[^A good note.] Go[^1].\n\n[^1]: x", 1, 8, "write `[^2]` in its place, and `[^2]: A good note.` below"),
    ("{# a note\nto me #}", 1, 1, "write `<!-- a note to me -->`"),
    ("/* a note */", 1, 1, "write `<!-- a note -->`"),
    ("%% a *note*\nto me %%", 1, 1, "write `<!-- a *note* to me -->`"),
    ("[^7]: a\n\n[^7]: b\n\nx[^7]", 1, 1, "give each note a name of its own"),
    ("Ask.\n\n  ## Look\n\nThere.", 3, 3, NO_BLANK),
    ("Ask.\n # Look\n ## Look\n\nThere.", 3, 2, NO_BLANK),
    ("- pens\n\n   ## Look\n\nThere.", 3, 4, NO_BLANK),
    ("!!! tip\n\n    In.\n\n     ## Look", 5, 6, NO_BLANK),
    ("1. pens\n\n    ## Look\n\nThere.", 3, 5, NO_BLANK),
    ("Call: --8<-- “contact.md”", 1, 7, ADD.format("pymdownx.snippets")),
]
OF_ANOTHER = "take it out, or write what it stands for: another program reads this"
IN_A_FIELD = "write `**Note:** …`, or tell it in a chapter"
BOX = "write `!!! {}`, and what belongs to it four blanks further in"
COLONS = f"{BOX}; or take these lines of colons out"
LABEL = "take it out: a heading has an address of its own, such as `#its-words`"
A_PAGE = "write a link in its place, such as `[…](….md)`, or take it out"
BOTH += [
    ("See {ref}`how to meet <meet>`.", 1, 5, A_PAGE),
    ("So it is {cite:p}`Smith2020`.", 1, 10, OF_ANOTHER),
]
IN_FIELDS += [
    ('Watch:\n\n{% include video.html\n  url="https://example.org" %}', 3, 1, OF_ANOTHER),
    (":::{tip}\nTo meet\n:::", 1, 1, IN_A_FIELD),
    ("::::::: {.challenge}\nTo meet\n:::::::", 1, 1, IN_A_FIELD),
    ("```{note}\nTo meet\n```", 1, 1, IN_A_FIELD),
]
ON_PAGES += [
    ("::::::::::::: challenge\n\nTry it.\n\n:::::::::::::", 1, 1, COLONS.format("challenge")),
    (":::note Be early\nTry it.\n:::", 1, 1, COLONS.format("note")),
    ("::: {.tip}\nTry it.\n:::", 1, 1, COLONS.format("tip")),
    (":::{Note}\nTry it.\n:::", 1, 1, COLONS.format("note")),
    ("(how-to-meet)=\n# How to meet", 1, 1, LABEL),
    (
        'Watch:\n\n{% include video.html\n  url="https://example.org" %}',
        3,
        1,
        "take it out: no plugin of mkdocs.yml reads it",
    ),
    ("```{figure} ../a.png\n---\nname: a\n---\nTwo people\n```", 1, 1, "write `![…](../a.png)`"),
    ("~~~{warning}\nTry it.\n~~~", 1, 1, BOX.format("warning")),
    ("```{admonition} Look\nTry it.\n```", 1, 1, BOX.format("note")),
    ("```{bibliography}\n:all:\n```", 1, 1, OF_ANOTHER),
]
BOTH += [
    ("• **Pens** for all\n• paper", 1, 1, "write `- **Pens** for all`, with an empty line above the list"),
    (
        "a) [pens](https://example.org)\nb) *paper*",
        1,
        1,
        "write `1. [pens](https://example.org)`, with an empty line above the list",
    ),
    ("→ *pens*\n→ paper", 1, 1, "write `- *pens*`, with an empty line above the list"),
    ("| **a** | [b](https://example.org) |\n| 1 | 2 |", 1, 1, "write `|---|---|` below the first line"),
    (
        "**Time**\n* **Short** as it is\n> Ask.",
        2,
        1,
        "leave the line above this empty; if it is no list, take the sign out",
    ),
    ("- a\n- b\n**Then** go.", 3, 1, "leave the line above this empty; what belongs to the item begins further in"),
    ("**Note**\\\nListen", 1, 9, "end the line with two blanks in place of the backslash, or leave a line empty"),
    ("(Note)\\\nListen", 1, 6, "end the line with two blanks in place of the backslash, or leave a line empty"),
]
ON_PAGES += [
    ("Bring:\n- **pens** and `paper`\n- cups", 2, 1, "leave the line above this empty"),
    ("Bring:\n- [pens](https://example.org)\n- cups", 2, 1, "leave the line above this empty"),
    ("Bring:\n- _pens_, *red*\n- cups", 2, 1, "leave the line above this empty"),
    ("Bring:\n- <https://example.org>\n- cups", 2, 1, "leave the line above this empty"),
]
AS_MARKDOWN = "write it as Markdown: an empty line between paragraphs, `- …` for an item, `**…**` for what is bold"
IN_FIELDS += [
    ("<li>Water</li>", 1, 1, "write `- …`"),
    ('<section class="a" markdown="1">\n\nWater\n\n</section>', 1, 1, "take it out: there is no HTML here"),
    ("<h3>Water</h3>", 1, 1, "write `### …`"),
    ("Bring:<br><ul><li><b>Water</b></li><li><b>Pens</b></li></ul>", 1, 7, AS_MARKDOWN),
]
BOTH += [
    ("Don\\'t wait, and don\\'t ask.", 1, 4, "write `'`, with no backslash, here and below"),
    ('Say \\"thank you\\", and go.', 1, 5, 'write `"`, with no backslash, here and below'),
]
ACROSS = "write `---` for a line across the page, with an empty line above it and below it; or take it out"
ON_ITS_OWN = "write `{: .wide }` right below the lines that it is for, with no empty line between; or take it out"
BOTH += [
    ("####### Deep\n\nText", 1, 1, "write `###### Deep`"),
    ("Text\n\n######## Deep", 3, 1, "write `###### Deep`"),
    ("Above\n\n===\n\nBelow", 3, 1, ACROSS),
    ("Above\n\n========", 3, 1, ACROSS),
    ("So *** this *** is.", 1, 4, "write `***this***`, with no blank inside the stars"),
    ("So __this__is.", 1, 4, "write `**this**`"),
    ("So {++this++} is.", 1, 4, "write `this`"),
    ("So {==this==} is.", 1, 4, "write `this`"),
    ("So {~~that~>this~~} is.", 1, 4, "write `this`"),
    ("So {--that--} is.", 1, 4, "take it out: readers see it"),
    (
        "See [the [talk](https://a.example/b) of it](https://a.example/).",
        1,
        5,
        "write `[the talk of it](https://a.example/)`: no link stands within another",
    ),
]
IN_FIELDS += [
    ("So {>>a note<<} is.", 1, 4, "take it out: readers see it. A note of yours stands behind a # above the field"),
]
ON_PAGES += [
    ("So {>>a *note*<<} is.", 1, 4, "write `<!-- a *note* -->`"),
    ("Text\n\n{.wide}\n\nMore", 3, 1, ON_ITS_OWN),
    ("Text\n\n{ .wide }", 3, 1, ON_ITS_OWN),
    ("{! a.md !}", 1, 1, INCLUDE),
    ('Text\n\n-- 8< -- "a.md"', 3, 1, ADD.format("pymdownx.snippets")),
    ("## ![A pot](pot.png)\n\nText", 1, 1, "write `## A pot`, and the picture below it"),
    ("### ![](pot.png){ width=20 } ###", 1, 1, "write `### …`, and the picture below it"),
]
RIGHT = [
    "A. Miller\nB. Smith",
    "1 - 0\n2 - 1",
    "18:00 Arrive\n18:30 Talk",
    "true || false || both",
    "h2. is the name of a pump",
    "{info} stands in a text",
    "» Pens «\n» Paper «",
    "It's the others' 'turn'.",
    "Breathe in  \n\u00a0\nand out.",
    "Listen.\n\n\u00a0\n\nThen talk.",
    "- Wait 10\u00a0min\n- z.\u00a0B. here",
    ';--8<-- "a.md"',
    "Text\n\n###### Deep\n\n`####### Deep` and\n\n```\n####### Deep\n===\n\n===\n```",
    "Above\n\n---\n\nBelow\n\n***\n\n- a\n- b",
    "[a [b] c](https://a.example/) and [![A pot](pot.png)](https://a.example/) and \\[the [talk](https://a.example/)](b)",
    "## Tea ![A pot](pot.png)\n\n![A pot](pot.png)",
    "`{++this++}`, {x++} and a set {a, b}",
    "Use snake_case, target=_blank, _Layout.cshtml, `_Note here`, _config.yml and file_a.png",
    "Opens in _blank windows",
    *("I am _ years and _ months old", "From _ until _", "I was _ when _.", "Ask _why_ and wait", "a _ b _ c"),
    *("Go {#there} and {# }", "`/* a note */`", "and/or */* 2"),
    *("It is 100 %% sure %", "In 5 %% of 10 %%", "%%%% and %%", "x^[a](b.md)", "`%% a note %%` and `^[a b]`"),
    "So _Anna and_ Ben, and _Carla too",
    "~~ Welcome ~~ all, it is ~5 km, so nice~~",
    "Great\n:D\n:) and so on",
    "We say:\n:nothing to see",
    "https://www.harbour.example/a_ and /a/b_",
    *(
        "```{python}\nx = 1\n```",
        "````md\n```{note}\nText\n```\n````",
        "`::: note`",
        "Ratio 1:::2",
        "f(x)= 2",
        "(a)= b",
    ),
    *("`{ref}` is a role", "The set {a} `b`", "Use {name} or {ref}."),
    *(
        "- [](https://example.org)",
        "- [pens](a.md) [ ]",
        "*[x] pens*",
        "- `[] pens`",
        "Yes [ ] No [ ]",
        "[ ] Yes [ ] No",
    ),
    *(
        "snake__case and _a_",
        "5 * 3",
        "Price* and time**\n\n\\* per head",
        "Time**\n\n** per day",
        "`__x_` and __init__ file",
    ),
    *("AT&T &copy; and R&D", "https://a.example/?a=1&copy=2 and R&lt=x", "‘‘quoted‘‘"),
    *(
        "He says `so' and goes.",
        "A ` alone",
        "several `div`s",
        "the`s` and n`items`",
        "``it`s``",
        "```\nit`s\n```",
        "**_both_** and ***a** b*",
    ),
    "1\tWater for all\n2\tPens",
    "a\tWater\nb\tPens",
    "Run:\n\n    cp -r one two three four five six seven.",
    "Ask:\n\n    git add these and all of those there",
    "Ask:\n\n    See [this](https://a.example) and come **now**.",
    "Write it in YAML:\n\n    - Water\n    - Paper",
    "Ask\n\n    - name: x\n    - name: y",
    "Ask\n\n    git add these\n    and commit them.",
    "Things\n\n- Water\n    - Paper\n    - Pens\n\n- Tea\n\n    Come **soon**, and write to all of us.",
    "- Ask\n\n    the end deserves a party of its own too.",
    "> Ask\n>\n> the end deserves a party of its own too.",
    *("Write `a\\|b` for a bar.", f"{TABLE}\n| `grep 'a\\|b'` | 2 |", f"{TABLE}\n| a\\|b | `a|b` |"),
    *("x = 3 *y", "f(*args)", "*nix systems", "docs/*name", "find *.md and *_test.py", "char *name;"),
    *("It costs 5 € *\n\n*per head", "The price* is high.\n\n*Without tax.", "*A text\nof two lines.*"),
    "**Bold** words, 5 * 3 * 2, 2 ** 3 and 4 ** 5, and Price**\n\n** without lunch",
    "§ 5 is short,\n§ 6 is long, ~20 km, ~an hour or ~two, ~anna/talks~old and \\~so~",
    "a == b, x==y==z, ~20, ~~, 12:30:45 and 10:20",
    f"{TABLE}\n| `x|y` | 2 |\n| 3 |",
    "```\n- code\n  - <b> :smile: **x\n| a | b |\n| c | d |\n```",
    "Listen *2*, and then 3*4.",
    "`:smile:` and `**x` and `| a |`",
    "- one\n- two\n  goes on\n\nAfter.",
    "A. Smith\nB. Jones",
    "–5 degrees\nat night",
    "a) one alone",
    "____________ writes\nher name",
    "# A heading\n- item",
    "# Notes\n\n## Remember the time\n\n### What you need to do",
    "Dear Anna,\nI write to you.",
    "Text\n\n---\n\nText",
    "1. a\n    - b\n    - c\n2. d",
    "- a long item that somebody has broken where it is as long\nAs a line can be.",
    "- Bring\n\n    ## Pens",
    "- Bring\n\n    ## Pens\n\n    A lot of them.\n\nAnd go.",
    "We sit in room\n # 3 of the house, and\n #tags.",
    "Ask\n\n    # a comment\n    x = 1",
    "- Bring pens.\nAnd bring paper.",
    "- one\n\nText between.\n\n1. First",
    "- one\n    1. First\n    2. Second\n- two",
    "Ask\n\n    x = f(1)\n\n    mkdocs serve",
    "- An item\n\n    Its second paragraph is long enough.",
    f"{TABLE}\n\n{TABLE}",
    f"- An item\n\n    {TABLE.replace(chr(10), chr(10) + '    ')}",
    "a | b\n---|---\n1 | 2\nthree",
    "Ask; listen\nWait; go\nSit; rest",
    "R&amp;D;x\nR&amp;D;y\nR&amp;D;z",
    "C:\\\\talks and a\\*b",
    "I < you & you > me",
    "> A word.\n> - Anna\n\n> - one\n> - two\n\n> one\n>\n> - two\n> - three",
    f"> {TABLE.replace(chr(10), chr(10) + '> ')}",
    "From $5 to $10, US$x = $3 and {{ name }}",
    "* pens\n*all* of them\n* paper",
    "- pens\n  -free of charge",
    "1. Walk\n2.5 km",
    r"10^6, 3~5 to 6~7, ~/home, 5\*, \*\* and Error! Try again.",
    "**Time:** 9–12  \n**Place:** Oslo  \n**Bring:** a pen",
    "- **Time:** 9–12\n- **Place:** Oslo\n- **Bring:** a pen",
    "**Time:** 9–12\n\n**Place:** Oslo\n\n**Bring:** a pen",
    "**Time:** 9–12 is what we\nsay: so be here, and\n**Bring:** a pen",
    "Alle Mentor*innen sind *wichtig*.",
    "Free for members *see below.\n\n*Ask us.",
    "Look at ***the clock*** and **let *it* pass**, as *a **b** c*.",
    "Name: ______ and __init__ and snake__case",
    "Do 3 *4 or x *.md and a* b",
    "un*believ*able",
    "1.\tPens\n2.\tPaper",
    "Time\tWhat",
    "\tx = 1\ty\n\tz = 1\ty",
    "**Ask!**and **talk**, **(a)**b **c**",
    *("## The sign ¶\n\nSee §¶.", "Write `{questions}`.", "All {questions} of ours", "```\n{questions}\n```"),
    *('See [1].\n\n[1]: index.md "A title"', "[1]: Says nobody.", "See [a][1].\n\n[1]: https://a.example/"),
    "[ ] is a box, [sic] and [1] https://example.org are texts",
]


def told(folder: Path, files: dict[str, str], **settings: object) -> list[tuple[str, int, int, str]]:
    """The file, line, column and hint of each JB444."""
    found = checks.run(book_of(folder, files, **settings))
    return [(one.file, one.line, one.column, str(one.hint)) for one in found if one.code == "JB444"]


def field(text: str) -> dict[str, str]:
    """An activity with this purpose, which begins at line 3, column 3."""
    lines = "".join(f"  {line}".rstrip(" ") + "\n" if not line.strip() else f"  {line}\n" for line in text.split("\n"))
    return {"toolkit/walk.yaml": f"title: A walk\npurpose: |2\n{lines}"}


def page(text: str) -> dict[str, str]:
    """A page with this text, which begins at line 3."""
    return {"content/index.md": f"# Welcome\n\n{text}\n"}


@pytest.mark.parametrize(("text", "line", "column", "hint"), [*BOTH, *IN_FIELDS])
def test_signs_of_a_field_are_told(tmp_path: Path, text: str, line: int, column: int, hint: str) -> None:
    """At the place where they stand."""
    assert told(tmp_path, field(text)) == [("toolkit/walk.yaml", line + 2, column + 2, hint)]


@pytest.mark.parametrize(("text", "line", "column", "hint"), [*BOTH, *ON_PAGES])
def test_signs_of_a_page_are_told(tmp_path: Path, text: str, line: int, column: int, hint: str) -> None:
    """As those of a field, and what a page reads otherwise; with the extension that it lacks."""
    markdown = MarkdownSettings(("tables", "fenced_code", "admonition", "footnotes"))
    assert told(tmp_path, page(text), markdown=markdown) == [("content/index.md", line + 2, column, hint)]


def test_each_backtick_for_an_apostrophe_is_told(tmp_path: Path) -> None:
    """Of two, Markdown makes code of what stands between them."""
    text = "The mentors` words, and the mentee`s words."
    hints = [hint for _, _, _, hint in told(tmp_path, field(text))]
    assert hints == ["write `mentors’`", "write `mentee’s`"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_no_sign_is_not_told(tmp_path: Path, text: str) -> None:
    """Sums, times, code, tables, lists, names, blanks to fill in."""
    assert told(tmp_path, field(text) | page(text)) == []


@pytest.mark.parametrize(
    ("text", "extensions"),
    [
        ("==x== ~~y~~ :smile: ++ctrl+c++", ("pymdownx.mark", "pymdownx.tilde", "pymdownx.emoji", "pymdownx.keys")),
        ("1. One\n\nMore.\n\n2. Two", ("sane_lists",)),
        ("# A {: #b }", ("attr_list",)),
    ],
)
def test_what_an_extension_of_the_site_reads_is_not_told(
    tmp_path: Path, text: str, extensions: tuple[str, ...]
) -> None:
    """Since readers see none of it."""
    assert told(tmp_path, page(text), markdown=MarkdownSettings(extensions)) == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("- [ ] pens", ""),
        ("1. [X] pens", ""),
        ("- [] pens", "write `- [ ] pens`"),
        ("+ [ ]pens", "write `+ [ ] pens`"),
        ("- [-] pens", "write `- [x] pens`"),
    ],
)
def test_boxes_that_an_extension_draws_are_right_and_what_is_nearly_one_is_told(
    tmp_path: Path, line: str, hint: str
) -> None:
    """A box of another program only beside one that is drawn."""
    settings = MarkdownSettings(("pymdownx.tasklist", "sane_lists"))
    found = told(tmp_path, page(f"{line}\n\nAnd:\n\n- [x] paper"), markdown=settings)
    assert [hint for *_, hint in found] == [hint] * bool(hint)


@pytest.mark.parametrize(
    ("text", "extension", "hint"),
    [
        (
            "Mentoring\n:Two people who meet",
            "def_list",
            "write `:   Two people who meet`, with blanks behind the colon",
        ),
        ("Mentoring\n:   Two people who meet", "def_list", ""),
        ("Mentoring\n:Two people who meet", "tables", ""),
        ("We meet.\n:heart: to all", "def_list", ""),
        ("We ~~meet~ here", "pymdownx.tilde", "write `~~meet~~`"),
        ("We ~meet here~~ often", "pymdownx.tilde", "write `~~meet here~~`"),
        ("H~2~O and ~~more~~", "pymdownx.tilde", ""),
    ],
)
def test_what_an_extension_would_read_is_told_where_a_sign_lacks(
    tmp_path: Path, text: str, extension: str, hint: str
) -> None:
    """A definition whose colon has no blank behind it, tildes of which one lacks."""
    found = told(tmp_path, page(text), markdown=MarkdownSettings((extension, "pymdownx.emoji")))
    assert [hint for *_, hint in found] == [hint] * bool(hint)


def test_a_diagram_that_nothing_draws_is_told(tmp_path: Path) -> None:
    """Where no extension does, and no hook may."""
    files = page("Look:\n\n```mermaid\ngraph LR\n```\n\n````md\n```mermaid\ngraph LR\n```\n````")
    ((*place, hint),) = told(tmp_path, files)
    assert place == ["content/index.md", 5, 1] and "custom_fences: [{name: mermaid," in hint
    ((*_, hint),) = told(tmp_path, files, markdown=MarkdownSettings(("pymdownx.superfences",)))
    assert hint.endswith("in place of the line that is there")
    (extension,) = yaml_load(hint.split("`")[1])  # it can be typed as it is said
    assert extension["pymdownx.superfences"]["custom_fences"][0]["format"] is fence_code_format
    fences = {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}}
    assert told(tmp_path, files, markdown=MarkdownSettings(("pymdownx.superfences",), fences)) == []
    assert told(tmp_path, files, extended=True) == []


def test_what_a_plugin_or_a_hook_may_read_is_not_told(tmp_path: Path) -> None:
    """Such as the plugin `macros`, which takes files in."""
    assert told(tmp_path, page('{% include "a.md" %}'), extended=True) == []


def test_a_note_that_something_brought_in_may_lead_to_is_not_told(tmp_path: Path) -> None:
    """A snippet may have its mark."""
    assert told(tmp_path, page('--8<-- "a.md"\n\n[^a]: In town.'), markdown=MarkdownSettings(("footnotes",))) == [
        ("content/index.md", 3, 1, ADD.format("pymdownx.snippets"))
    ]


def test_signs_have_their_place_whatever_ends_lines(tmp_path: Path) -> None:
    """As Windows does it, and behind tabs."""
    text = "# Welcome\r\n\r\n-pens\r\n-paper\r\n\r\n!!! tip\r\n\r\n\t- a\r\n\t  - b\r\n\r\nSo it is.\r\n---\r\n"
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_bytes(text.encode())
    assert [one[1:3] for one in told(tmp_path, {})] == [(3, 1), (9, 4), (11, 1)]


def test_signs_of_a_folded_text_have_their_place(tmp_path: Path) -> None:
    """Also where their line is folded in the file, and where the same stands before them."""
    text = "title: A walk\npurpose: >-\n  Do `==this==` and\n  listen to ==a long\n  thing== said.\n"
    assert [one[1:3] for one in told(tmp_path, {"toolkit/walk.yaml": text})] == [(4, 13)]


def test_so_many_signs_take_no_time(tmp_path: Path) -> None:
    """A hundred of a text are told."""
    assert len(told(tmp_path, field(":aa: " * 5000))) == 100


def test_html_is_not_told_where_it_is_trusted(tmp_path: Path) -> None:
    """With `html: trusted` it is HTML."""
    files = field("To <b>meet</b>")
    assert told(tmp_path, files, trusted=True) == []
    text = MKDOCS_YML.replace("[search, journeybook]", "[search, journeybook: {html: trusted}]")
    write(tmp_path, SMALL | files | {"mkdocs.yml": text})
    project = open_project(tmp_path / "mkdocs.yml")
    assert settings_of(project.config, project.options).trusted


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("See [it] (activity:walk).", "[it](activity:walk)"),
        ("See activity:walk.", "[](activity:walk)"),
        ("See <activity:walk>.", "[](activity:walk)"),
        ("See [it](activity:walk.", "[it](activity:walk)"),
        ("See (it)[activity:walk].", "[it](activity:walk)"),
        ("See {activity:walk}.", "[](activity:walk)"),
        ("See [[walk]].", "[](activity:walk)"),
        ("See [it][1].", "[it](https://…)"),
        ("See [it] (https://example.org/a).", "[it](https://example.org/a)"),
        ("See (it)[https://example.org/a].", "[it](https://example.org/a)"),
        ("See [it](https://example.org/a now.", "[it](https://example.org/a)"),
        ("See [it]: https://example.org/a now.", "[it](https://example.org/a)"),
        ("See [it]https://example.org/a now.", "[it](https://example.org/a)"),
    ],
)
def test_links_of_a_field_that_are_none_are_told(tmp_path: Path, text: str, form: str) -> None:
    """As those of a page (JB454)."""
    for files in (field(text), field("") | {"toolkit/walk.yaml": "title: A walk\n"} | page(text)):
        found = [one for one in checks.run(book_of(tmp_path, files)) if one.code == "JB454"]
        assert [str(one.hint).split("`")[1] for one in found] == [form]
        assert [one.line for one in found] == [3]


@pytest.mark.parametrize(
    "text", ["`activity:walk`", "[it](activity:walk)", "[1] https://example.org", "[a](https://example.org)", "[[x]]"]
)
def test_links_of_a_field_that_are_some_are_not_told(tmp_path: Path, text: str) -> None:
    """Nor code, nor a list of what was read."""
    assert [one for one in checks.run(book_of(tmp_path, field(text))) if one.code == "JB454"] == []


def test_signs_of_one_item_that_is_told_as_several_are_not_told_again(tmp_path: Path) -> None:
    """The remedy of JB440 takes them away."""
    files = {"toolkit/walk.yaml": "title: A walk\nsteps: |\n  a) Put on shoes\n  b) Go\n"}
    codes = [one.code for one in checks.run(book_of(tmp_path, files)) if one.code in ("JB440", "JB444")]
    assert codes == ["JB440"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("A word.^[A note.] And so on.", "A word.[^1] And so on.\n\n[^1]: A note."),
        ("Ask %% a note %% them.", "Ask <!-- a note --> them."),
        ("Ask {# a note #} them.", "Ask <!-- a note --> them."),
        ("Ask _ why _ and wait.", "Ask _why_ and wait."),
    ],
)
def test_what_is_written_as_told_is_quiet(tmp_path: Path, typed: str, written: str) -> None:
    """Notes and slanted words, with the extension that a page needs for them."""
    markdown = MarkdownSettings(("tables", "footnotes"))
    ((_, _, _, hint),) = told(tmp_path, page(typed), markdown=markdown)
    assert all(part in written for part in hint.split("`")[1::2] if part != "____")
    assert told(tmp_path, page(written), markdown=markdown) == []


def test_a_note_in_its_line_is_told_which_extension_lacks(tmp_path: Path) -> None:
    """Where the site has no footnotes."""
    ((*_, hint),) = told(tmp_path, page("A word.^[A note.]"), markdown=MarkdownSettings(("tables",)))
    assert hint == (
        "write `[^1]` in its place, `[^1]: A note.` below, and `- footnotes` below `markdown_extensions:` in mkdocs.yml"
    )


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("summary: Before activity:walk.", "write `A walk` in its place"),
        ("materials: [Pens, 'handout:walk/my-map']", "write `My map` in its place"),
        ("space: See handout:walk", "write its title in place of the address"),
        ("space: See activity:talks", None),
        ("summary: 'See [it](activity:walk).'", None),
        ("summary: 'Our activity: walk'", None),
    ],
)
def test_addresses_of_ours_in_plain_texts_are_told(tmp_path: Path, field: str, hint: str | None) -> None:
    """With the title that readers should see; of a whole link JB441 tells, and what is not there is a text."""
    walk = "title: A walk\nhandouts: {title: My map, fields: [A]}\n"
    files = {"toolkit/walk.yaml": walk, "toolkit/other.yaml": f"title: Other\n{field}\n"}
    found = [one for one in checks.run(book_of(tmp_path, files)) if one.code == "JB454"]
    assert [str(one.hint).startswith(hint or "") for one in found] == [True] * bool(hint)


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (("Who        When", "Mentor     Monday", "Buddy      Tuesday"), "| Who | When |"),
        (("Who     What    When", "Ann     Tea     Monday"), "| Who | What | When |"),
        (("We meet.   Then we talk.", "We drink.   And we go on."), None),
        (("Roses are red,     ", "   violets are blue,"), None),
        (("We meet on Monday   and", "talk on Tuesday   or so."), None),
        (("Go out.  And then", "look up.  In fact"), None),
        (("`Who        When`", "`Mentor     Monday`"), None),
    ],
)
def test_columns_that_blanks_make_are_told(tmp_path: Path, lines: tuple[str, ...], row: str | None) -> None:
    """Markdown makes one paragraph of them (JB444); blanks of sentences and in code are right."""
    yaml = "title: A walk\npurpose: |\n" + "".join(f"  {line}\n" for line in lines)
    files = {"toolkit/walk.yaml": yaml} | page("\n".join(lines))
    found = [str(one.hint) for one in checks.run(book_of(tmp_path, files)) if one.code == "JB444"]
    assert [hint.split("`")[1] for hint in found] == [row] * 2 * bool(row)
