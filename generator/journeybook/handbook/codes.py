"""The problems of files that have no place in a handbook, and of links between the pages of one."""

from __future__ import annotations

from journeybook.problems import Code, Example

_MKDOCS_YML = "site_name: Small\ndocs_dir: content\ntheme: material\nplugins: [search, journeybook]\n"

CODES = (
    Code(
        "JB306",
        means=(
            "A file’s name is no id, is taken (`index`, `workshops`, `planner`, `cards`, `con` and other names "
            "that Windows keeps for itself), is too long, or does not end in `.yaml`, as a page or a document does not."
        ),
        remedy="Rename the file as proposed; write an activity as YAML, or name the document under `resources`.",
        example=Example(
            wrong="journeys/First visit.yaml",
            right="journeys/first-visit.yaml",
        ),
    ),
    Code(
        "JB322",
        means=(
            "A link or a picture of a page, or a style, a script or the logo in mkdocs.yml, leads to a file that is "
            "not there. Only `check` tells this; a build warns."
        ),
        remedy="Write the path that is offered, put the file there, or take the link out.",
        example=Example(
            wrong="# Welcome\n\nRead [the guide](giude.md).\n",
            right="# Welcome\n\nRead [the guide](guide.md).\n",
            file="content/index.md",
            beside={"content/guide.md": "# The guide\n"},
        ),
    ),
    Code(
        "JB323",
        means=("A link leads to a heading that its page does not have."),
        remedy="Write the id that is offered, or take what begins with `#` out.",
        example=Example(
            wrong="# Welcome\n\n## How to begin\n\nSee [below](#how-to-begn).\n",
            right="# Welcome\n\n## How to begin\n\nSee [below](#how-to-begin).\n",
            file="content/index.md",
        ),
    ),
    Code(
        "JB324",
        means=("The navigation in mkdocs.yml names a page that is not there."),
        remedy="Write the path that is offered, make the page, or take the entry out.",
        example=Example(
            wrong=f"{_MKDOCS_YML}nav:\n  - index.md\n  - giude.md\n",
            right=f"{_MKDOCS_YML}nav:\n  - index.md\n  - guide.md\n",
            file="mkdocs.yml",
            beside={"content/guide.md": "# The guide\n"},
        ),
    ),
    Code(
        "JB426",
        means=(
            "A script makes up the name of a file, as `'cards/' + n + '.png'` does, and a page or a block for others "
            "names that file: an edition with an `audience` has the script, and not the file."
        ),
        remedy=(
            "Write the whole name in the script, or in a list that it reads, such as a JSON; or leave it, where the "
            "file is for others alone."
        ),
        example=Example(
            wrong="for (const n of [1, 2]) show('cards/' + n + '.png')\n",
            right="for (const name of ['cards/1.png', 'cards/2.png']) show(name)\n",
            file="content/cards.js",
            beside={
                "content/cards/1.png": "A picture.",
                "content/cards/2.png": "A picture.",
                "content/answers.md": "---\naudience: mentor\n---\n# Answers\n\n![The answer](cards/1.png)\n",
                "content/index.md": "# Welcome\n\n<script src='cards.js'></script>\n",
                "mkdocs.yml": (
                    "site_name: Small\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n  - journeybook:\n"
                    "      edition: team\n      editions:\n        mentee: {title: For mentees, audience: mentee}\n"
                    "        team: {title: For the team}\n"
                ),
            },
        ),
    ),
    Code(
        "JB452",
        means=(
            "A dead link of which nobody can be sure: an address such as `guide/`, which is not the path of a "
            "file; one that `validation:` in mkdocs.yml sets to `info` or `ignore`; or one to what a plugin or a "
            "hook may add."
        ),
        remedy="Write the path of a Markdown file, or leave it as it is.",
        example=Example(
            wrong="# Welcome\n\nRead [the guide](guide/).\n",
            right="# Welcome\n\nRead [the guide](guide.md).\n",
            file="content/index.md",
            beside={"content/guide.md": "# The guide\n"},
        ),
    ),
    Code(
        "JB453",
        means=(
            "A page stands in no entry of `nav:` in mkdocs.yml, so that readers find it only by links and the search."
        ),
        remedy="Add it to `nav:`, or name it under `not_in_nav:`, where that is meant.",
        example=Example(
            wrong=f"{_MKDOCS_YML}nav:\n  - index.md\n",
            right=f"{_MKDOCS_YML}nav:\n  - index.md\n  - guide.md\n",
            file="mkdocs.yml",
            beside={"content/guide.md": "# The guide\n"},
        ),
    ),
    Code(
        "JB472",
        means=(
            "A page has two entries in `nav:` of mkdocs.yml, or the page that opens a chapter is not the first of it."
        ),
        remedy="Keep one entry for each page, and put the opening page first.",
        example=Example(
            wrong=f"{_MKDOCS_YML}nav:\n  - index.md\n  - guide.md\n  - The guide: guide.md\n",
            right=f"{_MKDOCS_YML}nav:\n  - index.md\n  - The guide: guide.md\n",
            file="mkdocs.yml",
            beside={"content/guide.md": "# The guide\n"},
        ),
    ),
    Code(
        "JB473",
        means=(
            "A pattern of `exclude_docs`, `draft_docs` or `not_in_nav` in mkdocs.yml matches no file, and one of "
            "nearly that name is there: what is to be left out is published."
        ),
        remedy="Write the name that is offered, as seen from the folder of the chapters, each on a line of its own.",
        example=Example(
            wrong=f"{_MKDOCS_YML}exclude_docs: |\n  giude.md\n",
            right=f"{_MKDOCS_YML}exclude_docs: |\n  guide.md\n",
            file="mkdocs.yml",
            beside={"content/guide.md": "# The guide\n"},
        ),
    ),
    Code(
        "JB330",
        means=(
            "A file looks like a journey, an activity or a workshop, and lies in the folder of another kind, or where "
            "none is looked for: beside `mkdocs.yml`, among the chapters, in a folder such as `Journeys`."
        ),
        remedy="Move it, or call its folder as the answer says.",
        example=Example(
            wrong='title: A day\ndays:\n  - start: "09:30"\n    blocks: [{title: Welcome, minutes: 15}]\n',
            right="title: A first visit\nstages: [Before, After]\n",
            file="journeys/day.yaml",
        ),
    ),
)
