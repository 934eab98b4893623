"""The problems of files that cannot be read."""

from __future__ import annotations

from journeybook.problems import Code, Example

CODES = (
    Code(
        "JB101",
        means=(
            "The file or folder cannot be opened, a link leads to what is not there, or git has made a file with its "
            "text of a link."
        ),
        remedy="Look whether it is still there, and whether you may read it. Mend the link, or take it out.",
        example=Example(
            wrong="content/slides.pdf is a link to ../old/slides.pdf, and no file is there any more.",
            right="content/slides.pdf is the file itself.",
        ),
    ),
    Code(
        "JB102",
        means="It is not UTF-8, the usual form of text today, or it is a document of a word processor (RTF, docx).",
        remedy="Save it again in your editor, with the encoding UTF-8; a document, as plain text.",
        example=Example(
            wrong="“Café”, saved as Windows-1252",
            right="“Café”, saved as UTF-8",
        ),
    ),
    Code(
        "JB103",
        means="It has an invisible control character, often from copying.",
        remedy="Delete it at the place that is shown, and type the word again.",
        example=Example(
            wrong="title: A first\x07 visit\nstages: [Before, After]\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB104",
        means=(
            "It is not YAML: a colon in a text, a quotation mark or bracket that is not closed, a tab, wrong "
            "indentation."
        ),
        remedy=(
            "Do what the answer says; see [the traps](yaml.md#traps-in-one-line). Often quotation marks around "
            "the text are enough."
        ),
        example=Example(
            wrong="title: A first visit: what to bring\nstages: [Before, After]\n",
            right='title: "A first visit: what to bring"\nstages: [Before, After]\n',
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB105",
        means="The same key stands twice in one place, often because a second item lacks its dash.",
        remedy="Keep one of them. For several values write a list, and begin each item with a dash.",
        example=Example(
            wrong="title: A first visit\nstages: [Before, After]\ntitle: A second visit\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB106",
        means="The file is larger than a megabyte.",
        remedy="Split it into several files.",
        example=Example(
            wrong="toolkit/all.yaml has three megabytes.",
            right="toolkit/first-talk.yaml and others have some kilobytes each.",
        ),
    ),
    Code(
        "JB107",
        means="Lists or brackets are nested too deep, or a thousand brackets of a chapter have no partner.",
        remedy="Write fewer levels. If the brackets belong to a text, put it in quotation marks.",
        example=Example(
            wrong="title: [[[[ …, some hundred brackets",
            right='title: "[[[[ …", with quotation marks around the brackets',
        ),
    ),
    Code(
        "JB120",
        means="A Markdown extension that mkdocs.yml asks for cannot read a page, such as a snippet that is not there.",
        remedy="Mend what the message names in the page, or take the extension out of `markdown_extensions`.",
        example=Example(
            wrong='--8<-- "gone.md", where no folder of `pymdownx.snippets` has that file',
            right='--8<-- "there.md"',
        ),
    ),
    Code(
        "JB108",
        means="Aliases (`*name`) repeat so much that the file becomes too large, or repeat themselves.",
        remedy="Write the values out.",
        example=Example(
            wrong="title: A first visit\nstages:\n  - title: Before\n    actions: &all [*all]\n  - After\n",
            right="title: A first visit\nstages:\n  - title: Before\n    actions: [Ask, Listen]\n  - After\n",
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB109",
        means=(
            "Something has a meaning in YAML that a handbook does not need: a text that begins with `!` or `&`, "
            "a key in brackets, `<<`."
        ),
        remedy="Put the text in quotation marks, or write the keys out.",
        example=Example(
            wrong="title: !Welcome\nstages: [Before, After]\n",
            right='title: "!Welcome"\nstages: [Before, After]\n',
            file="journeys/visit.yaml",
        ),
    ),
    Code(
        "JB110",
        means="The file is empty, has only notes, or has no keys.",
        remedy="Begin it with `title: …`.",
        example=Example(
            wrong="# to be written\n",
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/visit.yaml",
        ),
    ),
)
