"""What an attacker, or a careless author, has found: nothing of it is in the mentees' site, or there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions.test_edition_sites import QUIET, ran, texts_of
from small import run, write

pytestmark = pytest.mark.slow
CONFIG = """\
site_name: Small
site_url: https://example.org/hb/
docs_dir: content
theme: {name: material, logo: files/q7logo4.png}
markdown_extensions: [footnotes, abbr, tables, attr_list, pymdownx.snippets]
%s
plugins:
  - search
  - journeybook:
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
%s
"""
MENTORS = "---\naudience: mentor\n---\n# Mentors\n\n"
SECRET = "q7bcd4"  # a mark, and no password
WAY = "title: Way\nstages:\n  - {title: One}\n  - {title: q7bcd4, audience: mentor}\n  - {title: Three}\n"
SHEETS = (
    "title: Talk\nhandouts:\n  - {title: A sheet, id: open, fields: [{label: a, lines: 1}]}\n"
    "  - {title: q7bcd4, id: q7bcd4, audience: mentor, fields: [{label: a, lines: 1}]}\n"
)
IN_PART = "# P\n\n## Open\n\n<!-- for: mentor -->\n\n<h2 id=q7bcd4>x</h2>\n\n## Two { #q7bcd4x }\n\n<!-- end for -->\n"
IDS = {"journeys/way.yaml": WAY, "toolkit/talk.yaml": SHEETS, "content/p.md": IN_PART}
FOLDER = {
    f"content/{SECRET}/index.md": MENTORS,
    f"content/{SECRET}/s.png": "x",
    f"toolkit/{SECRET}.yaml": "title: Hidden\naudience: mentor\n",
}
SEEN = {
    "a frame of a hidden page": {
        "content/index.md": f"# Home\n\nq7shwn4\n\n<object data='{SECRET}/'></object>\n\n"
        f"<video poster='{SECRET}/'></video>\n",
        f"content/{SECRET}.md": MENTORS,
    },
    "sources below the chapters": {
        "options": "      toolkit: content/toolkit",
        "content/toolkit/talk.yaml": f"title: Talk\nfacilitator_notes: {SECRET}\n",
        "content/toolkit/talk.yaml~": f"facilitator_notes: {SECRET}\n",
    },
    "a footnote, an address and a short form of a hidden block": {
        "content/index.md": "# Home\n\n<!-- for: mentor -->\n[a][k] b[^1] ![p][pic] QXV\n<!-- end for -->\n\nEnd.\n\n"
        f"[^1]: {SECRET} [f](files/f{SECRET}.pdf)\n\n    {SECRET}\n\n[k]: files/k{SECRET}.pdf\n"
        f"[pic]: files/p{SECRET}.png"
        f"\n\n*[QXV]: {SECRET}\n",
        **{f"content/files/{name}{SECRET}.{kind}": "x" for name, kind in (("f", "pdf"), ("k", "pdf"), ("p", "png"))},
    },
    "files in other writings": {
        "content/m.md": MENTORS + f"[a](files/my%20{SECRET}.pdf) [b](files/a&amp;{SECRET}.pdf) "
        f"[c](files/x\\_{SECRET}.pdf) [d](files/u\u0308{SECRET}.pdf) [e](%66iles/%71{SECRET[1:]}1.pdf)\n",
        **{f"content/files/{name}.pdf": SECRET for name in (f"my {SECRET}", f"a&{SECRET}", f"x_{SECRET}")},
        f"content/files/\u00fc{SECRET}.pdf": "x",
        f"content/files/{SECRET}1.pdf": "x",
    },
    "files of a hidden folder, and a site of its own": {
        "content/mentors/index.md": MENTORS + "[The deck](../deck/) and [more](../deck2/index.html)\n",
        **{f"content/mentors/plan.{kind}": SECRET for kind in ("txt", "docx", "html", "json", "md.bak")},
        **{f"content/{folder}/picture.png": SECRET for folder in ("deck", "deck2/img")},
    },
    "introductions of what is hidden": {
        "toolkit/talk.yaml": "title: Hidden\naudience: mentor\n",
        "content/toolkit/talk/index.md": f"# {SECRET}\n",
        "content/toolkit/talk/more.md": f"# {SECRET}\n",
        "journeys/way.yaml": "title: Hidden\naudience: mentor\nstages: [{title: One}, {title: Two}]\n",
        "content/journeys/way.md": f"# {SECRET}\n",
    },
    "files that say for whom they are": {
        "content/files/x.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
        "content/files/part.svg": f"<svg>\n<!-- for: mentor -->\n<text>{SECRET}</text>\n<!-- end for -->\n</svg>\n",
        "content/index.md": "# Home\n\n[x](files/x.txt)\n",
    },
    "parts of a snippet": {
        "content/index.md": '# Home\n\n--8<-- "inc.md:part"\n\n--8<-- "inc.md:4:8"\n\n```\n--8<-- "inc.md:part"\n```\n',
        "inc.md": f"One\n\n<!-- for: mentor -->\n\n<!-- --8<-- [start:part] -->\n{SECRET}\n"
        f"<!-- --8<-- [end:part] -->\n\n"
        "<!-- end for -->\n",
    },
    "an index in other capitals": {
        "content/g/Index.md": MENTORS,
        "content/g/next.md": f"# {SECRET}\n",
    },
    "introductions of workshops all of whose blocks are for others": {
        "toolkit/talk.yaml": "title: Hidden\naudience: mentor\n",
        "toolkit/workshops/one.yaml": "title: One\n"
        "days: [{start: '09:00', blocks: [{title: A, minutes: 5, audience: mentor}]}]\n",
        "toolkit/workshops/two.yaml": "title: Two\ndays: [{start: '09:00', blocks: [{activity: talk, minutes: 5}]}]\n",
        "content/toolkit/workshops/one/index.md": f"# {SECRET}\n",
        "content/toolkit/workshops/two.md": f"# {SECRET}\n",
        "content/toolkit/workshops/two/more.md": f"# {SECRET}\n",
    },
    "a page that has the address of a folder": {
        "content/mentors.md": MENTORS,
        "content/mentors/a.md": f"# {SECRET}\n",
        "content/mentors/plan.txt": SECRET,
    },
    "notes in other forms": {
        "content/index.md": "# Home\n\n<!-- for: mentor -->\nx[^1] y[^2] z[^3] QXV [k]\n"
        f"<!-- end for -->\n\nEnd `[^1]`\n\n"
        f"[^1]: The answer is\n{SECRET}\n\n!!! note\n\n    Text\n\n    [^2]: {SECRET}\n\n> Said\n>\n"
        f"> [^3]: a\n> {SECRET}\n\n"
        f"*[QXV]:\n{SECRET}\n\n[k]:\n  files/{SECRET}.pdf\n",
        f"content/files/{SECRET}.pdf": "x",
    },
    "notes in a snippet": {
        "content/index.md": '# Home\n\n<!-- for: mentor -->\nx[^s]\n<!-- end for -->\n\n--8<-- "notes.txt"\n',
        "notes.txt": f"Notes\n\n[^s]: {SECRET}\n",
    },
    "files that snippets name": {
        "content/index.md": '# Home\n\n<!-- for: mentor -->\n--8<-- "one.txt"\n<!-- end for -->\n\n--8<-- "two.txt"\n',
        "one.txt": f"[plan](files/{SECRET}1.pdf)\n",
        "two.txt": f"Two\n\n<!-- for: mentor -->\n[plan](files/{SECRET}2.pdf)\n<!-- end for -->\n",
        f"content/files/{SECRET}1.pdf": "x",
        f"content/files/{SECRET}2.pdf": "x",
    },
    "attributes of a link": {
        "content/index.md": f'# Home\n\n[x](m.md){{title="{SECRET}"}}\n',
        "content/m.md": MENTORS,
    },
    "attributes of links to entries": {
        f"toolkit/{SECRET}.yaml": "title: Hidden\naudience: mentor\n",
        "content/index.md": f'# Home\n\n[a](activity:{SECRET}){{ .md-button title="{SECRET}" }} '
        f"[b][h]{{ title='{SECRET}' }} [h]{{: title={SECRET} }}\n\n[h]: activity:{SECRET}\n",
    },
    "files with markers that look like code": {
        "content/files/a.txt": f"    <!-- for: mentor -->\n    {SECRET}\n    <!-- end for -->\n",
        "content/files/b.html": f"<pre>\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n</pre>\n",
    },
    "headings of a hidden block": {
        "content/index.md": f"# Home\n\n[below](#{SECRET}) [there](p.md#{SECRET}p)\n\n<!-- for: mentor -->\n"
        f"## {SECRET}\n<!-- end for -->\n",
        "content/p.md": f"# P\n\n<!-- for: mentor -->\n\n## {SECRET}p\n\n<!-- end for -->\n",
    },
    "ids of stages, handouts and headings, in every writing": {
        **IDS,
        "content/index.md": "# Home\n\n[a](journeys/way/index.md#q7bcd4) [b](journeys/way/#q7bcd4) "
        "[c](toolkit/talk/index.md#handout-q7bcd4) [d](p.md#q7bcd4) [e](p.md#q7bcd4x) [f](/hb/p/#q7bcd4) "
        "<a href='p/#q7bcd4'>g</a> <a href='journeys/way/#q7bcd4'>h</a> <a href='p/#%71&#55;bcd4'>i</a> "
        "[j](https://example.org/hb/toolkit/talk/#handout-q7bcd4-title)\n",
    },
    "ids in the navigation": {
        **IDS,
        "top": "nav:\n  - index.md\n  - One: /hb/p/#q7bcd4\n  - Two: p.md#q7bcd4x\n"
        "  - Three: journeys/way/#q7bcd4\n  - Four: journeys/way/index.md#q7bcd4\n",
    },
    "ids on lists of all": {
        f"content/{SECRET}/index.md": "---\naudience: mentor\nquestions: [Why]\n---\n# Hidden\n",
        "toolkit/talk.yaml": f"title: Talk\nchapter: {SECRET}\nquestions: [Why]\n",
        "content/index.md": f"# Home\n\n[a](toolkit/index.md#chapter-{SECRET}) "
        f"[b](questions/index.md#chapter-{SECRET})\n",
    },
    "what filters ask for": {
        "journeys/way.yaml": WAY,
        "toolkit/talk.yaml": "title: Talk\n",
        "toolkit/hidden.yaml": "title: Hidden\naudience: mentor\ntags: [q7bcd4t]\n",
        f"content/{SECRET}/index.md": MENTORS,
        "content/index.md": "# Home\n\n[a](toolkit/index.md?chapter=q7bcd4) [b](toolkit/?tag=q7bcd4t) "
        "[c](questions/#stage=way.q7bcd4&x=1) <a href='toolkit/?chapter=q7bcd4'>d</a>\n",
    },
    "links to entries whose colon is written in other signs": {
        f"toolkit/{SECRET}.yaml": "title: Hidden\naudience: mentor\n",
        "content/index.md": f"# Home\n\n[a](activity%3A{SECRET}) [b](activity&#58;{SECRET}) "
        f"[c](activity%3a{SECRET}#x) <a href='activity%3A{SECRET}'>x</a> [d][x]\n\n[x]: activity%3A{SECRET}\n",
    },
    "addresses in odd writings": {
        f"content/{SECRET}/index.md": MENTORS,
        "content/index.md": "# Home\n\n[a](q7bcd4%252Findex.html) [b](/hb//q7bcd4/) [c](./././q7bcd4/./) "
        "[d](https://a:b@example.org:443/hb/q7bcd4/) <a href='&#113;7bcd4\\index.html'>e</a> "
        "<https://www.example.org/HB/q7bcd4/>\n",
    },
    "addresses of another edition, and letters with signs in two forms": {
        **FOLDER,
        "content/o\u0308-q7bcd4/index.md": MENTORS,
        "top": "nav: [index.md, {q7bcd4: 'https://example.org/hb/team/q7bcd4/'}]\n",
        "content/index.md": "# Home\n\n[a](https://example.org/hb/team/q7bcd4/) [b](/hb/team/q7bcd4/index.html) "
        "<a href='../team/toolkit/q7bcd4/'>c</a> [d](\u00f6-q7bcd4/index.md) <a href='/hb/\u00f6-q7bcd4/'>e</a> "
        "[f](https:///example.org/hb/q7bcd4/)\n",
    },
    "copies of the YAML": {
        "toolkit/hidden.yaml": "title: Hidden\naudience: mentor\n",
        **{f"content/files/{name}": f"title: {SECRET}\naudience: mentor\n" for name in ("hidden.yaml", "x.txt")},
        "content/files/#hidden.yaml#": SECRET,
        "content/index.md": "# Home\n\n[a](files/hidden.yaml)\n",
    },
    "files of the theme's own folder": {
        "content/m.md": MENTORS + f"![p](/hb/assets/{SECRET}.png) ![p](/hb/assets/q7shwn4.png)\n",
        f"overrides/assets/{SECRET}.png": "x",
        "overrides/assets/q7shwn4.png": "x",
        "overrides/main.html": "{% extends 'base.html' %}<img src=\"{{ 'assets/q7shwn4.png' | url }}\">\n",
    },
    "a file of the theme that a page only mentions": {
        "content/m.md": MENTORS + "[a](answers.txt)\n",
        "content/index.md": "# Home\n\n- answers.txt\n",
        "overrides/answers.txt": SECRET,
    },
    "files of a folder of the theme that a hidden page names": {
        "content/m.md": MENTORS + "All in `assets/plans/`, the looks in `assets/`.\n",
        f"overrides/assets/plans/{SECRET}.txt": "x",
        "overrides/assets/plans/q7shwn4.txt": "x",
        "overrides/assets/q7shwn4/2.js": "x",
        "overrides/assets/images/favicon.png": "x q7shwn4",
        "overrides/main.html": "{% extends 'base.html' %}<a href='assets/plans/q7shwn4.txt'></a>"
        "<script>a(`assets/q7shwn4/2.js`)</script>\n",
    },
    "a folder that a hidden page names": {
        "content/m.md": MENTORS + "The plans lie in `plans/`.\n",
        f"content/plans/{SECRET}.pdf": "x",
    },
    "what only hidden files name": {
        "content/m.md": MENTORS + "[Slides](slides/deck.html) <script src='../js/x.js'></script>\n",
        "content/slides/deck.html": "<img src='q7bcd4.png'>",
        "content/slides/q7bcd4.png": "x",
        "content/js/x.js": "fetch('../data/q7bcd4.json')",
        "content/data/q7bcd4.json": "{}",
        "content/sec/index.md": MENTORS,
        "content/sec/x.txt": "See ../files/q7bcd4.pdf\n",
        "content/files/q7bcd4.pdf": "x",
        "content/files/own.txt": "---\naudience: mentor\n---\nfiles/q7bcd4.docx\n",
        "content/files/q7bcd4.docx": "x",
        "content/files/own.js": "'files/' + name; 'data/' + name; `slides/${name}`",
        "content/index.md": "# Home\n\n[x](files/own.js) [y](files/own.txt)\n",
    },
    "what nothing names": {
        "content/files/q7bcd4.pdf": "x",
        "content/q7bcd4.txt": "x",
        "content/deck/q7bcd4.html": "x",
    },
    "what a question for others names": {
        "content/index.md": "---\nquestions:\n  - {text: What is in q7bcd4.pdf?, audience: mentor}\n---\n# Home\n",
        "content/files/q7bcd4.pdf": "x",
    },
    "what drafts name, and copies of them": {
        "top": "draft_docs: later.md\n",
        "toolkit/talk.yaml": "title: T\nstatus: draft\naudience: mentor\nsummary: files/q7bcd4.pdf\n",
        "content/later.md": MENTORS + "[x](files/q7bcd4.docx)\n",
        "content/index.md": "# Home\n\nAll in `files/`. [x](<old/talk.yaml (copy)>)\n",
        "content/files/q7bcd4.pdf": "x",
        "content/files/q7bcd4.docx": "x",
        "content/old/talk.yaml (copy)": f"{SECRET}\n",
    },
    "a link of the navigation that is for others": {
        "top": "nav:\n  - index.md\n  - Deck: https://example.org/hb/decks/q7bcd4.html\n",
        "options": "      nav_audience: {'https://example.org/hb/decks/q7bcd4.html': [mentor]}",
        "content/decks/q7bcd4.html": "x",
    },
    "what hidden things name in odd writings": {
        "content/index.md": "# Home\n\nAll in `plans/`.\n",
        "content/m.md": MENTORS + "See q7bcd4 **plan**.pdf and q7bcd4<b>2</b>.pdf\n",
        "toolkit/talk.yaml": 'title: T\nfacilitator_notes: "q7bcd4-\\xfc.pdf, q7bcd4 \\\n  b.pdf"\n',
        "toolkit/later.yaml": 'title: T\nstatus: draft\nsummary: "q7bcd4\\x33.pdf"\n',
        "toolkit/more.yaml": "title: M\naudience: mentor\nresources: [{title: A, file: a.html}]\n",
        "toolkit/a.html": "<a href=/hb/plans/q7bcd4c.pdf>x</a>",
        **{f"content/plans/q7bcd4{name}.pdf": "x" for name in (" plan", "2", "-\u00fc", " b", "3", "c")},
    },
    "files of the theme's own folder that say for whom they are": {
        "overrides/note.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
        "overrides/a.svg": f"<svg>\n<!-- for: mentor -->\n<text>{SECRET}</text>\n<!-- end for -->\n</svg>\n",
        "overrides/a.css": f"a {{}}\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
        "overrides/a.yaml": f"audience: mentor\ntitle: {SECRET}\n",
        "overrides/a.md": f"---\naudience: mentor\n---\n{SECRET}\n",
        "overrides/page.html": f"<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
        "overrides/q7shwn4.txt": "Open\n",
    },
    "the id of a note": {
        "content/index.md": "# Home\n\n[a](p.md#fn:q7bcd4)\n",
        "content/p.md": "# P\n\n<!-- for: mentor -->\nx[^q7bcd4]\n<!-- end for -->\n\ny\n\n[^q7bcd4]: text\n",
    },
    "ids that snippets bring in": {
        "content/index.md": "# Home\n\n[a](p.md#q7bcd4)\n",
        "content/p.md": '# P\n\n-8<---- "inc.txt"\n',
        "inc.txt": "One\n\n<!-- for: mentor -->\n\n## q7bcd4\n\n<!-- end for -->\n",
    },
    "comments": {
        "content/index.md": "# Home\n\n<!-- see q7bcd4/index.md -->\n\n<div>\n<!-- or q7bcd4 -->\n</div>\n",
        "content/q7bcd4/index.md": MENTORS,
    },
    "definitions beside snippets": {
        "content/a.md": '# A\n\n--8<-- "ok.txt"\n\n<!-- for: mentor -->\n[x][r] [y][in]\n<!-- end for -->\n\n'
        f"[r]: files/{SECRET}1.pdf\n",
        "content/b.md": '# B\n\n```\n;--8<-- "x"\n```\n\n<!-- for: mentor -->\nx[^n]\n<!-- end for -->\n\n'
        f"[^n]: {SECRET}\n",
        "content/c.md": f'# C\n\n--8<-- "block.txt"\n\n[^n]: {SECRET}\n\n[r]: files/{SECRET}3.pdf\n',
        "content/d.md": f'# D\n\n-8<- "block.txt"\n\n[^n]: {SECRET}\n\n[r]: files/{SECRET}3.pdf\n',
        "ok.txt": f"Ok\n\n[in]: files/{SECRET}2.pdf\n",
        "block.txt": "Shown\n\n<!-- for: mentor -->\nx[^n] [y][r] z[^o]\n<!-- end for -->\n\n"
        f'--8<-- "ok.txt"\n\n[^o]: {SECRET}\n',
        **{f"content/files/{SECRET}{number}.pdf": "x" for number in (1, 2, 3)},
    },
    "headings and titles of pages whose addresses stay": {
        "top": f"nav:\n  - {SECRET} one: index.md\n  - {SECRET} two: toolkit/talk/index.md#{SECRET}\n"
        f"  - {SECRET} three: toolkit.md\n  - p.md\n",
        "toolkit/talk.yaml": "title: Talk\n",
        "journeys/way.yaml": "title: Way\nstages: [{title: One}, {title: Two}]\n",
        **{
            f"content/{path}": f"{MENTORS}## {SECRET}\n"
            for path in ("index.md", "toolkit.md", "toolkit/talk/README.md", "journeys/index.md", "journeys/way.md")
        },
        "content/p.md": f"# P\n\n[a](index.md#{SECRET}) [b](toolkit.md#{SECRET}) [c](toolkit/talk/index.md#{SECRET}) "
        f"[d](toolkit/talk/README.md#{SECRET}) [e](journeys/index.md#{SECRET}) [f](journeys/way.md#{SECRET}) "
        f"[g](/hb/toolkit/#{SECRET}) [h][i] <a href='../journeys/way/#{SECRET}'>j</a>\n\n"
        f'[i]: toolkit/talk/index.md#{SECRET} "{SECRET}"\n',
    },
    "keys that name what is hidden": {
        f"journeys/{SECRET}.yaml": "title: Hidden\naudience: mentor\nstages: [{title: One}, {title: Two}]\n",
        "content/index.md": f"---\njourney: {SECRET}\n---\n# Home\n",
        "content/one.md": f"---\nchapter: {SECRET}x\naudience: mentor\n---\n# One\n\n{SECRET}\n",
        "content/two.md": f"---\nchapter: {SECRET}x\n---\n# Two\n",
    },
    "the navigation": {
        "top": f"nav:\n  - index.md\n  - {SECRET} one: https://example.org/hb/mentors/in/\n"
        f"  - {SECRET} two: /hb/mentors/in/\n"
        f"  - {SECRET} three: mentors/in/\n  - {SECRET} four: mentors/in.md#x\n"
        f"  - {SECRET} five: /mentors/../mentors/in.md\n"
        f"  - {SECRET} six: toolkit/talk/\n",
        "content/mentors/in.md": MENTORS,
        "toolkit/talk.yaml": "title: Hidden\naudience: mentor\n",
    },
}  # fmt: skip
REFUSED = {
    "an id in a field": {
        **IDS,
        "toolkit/more.yaml": "title: More\nresources: [{title: More, url: 'https://example.org/hb/p/#q7bcd4'}]\n",
    },
    "an id of a stage in a source": {
        **IDS,
        "toolkit/more.yaml": "title: M\nsource: {title: More, url: 'https://example.org/hb/journeys/way/#q7bcd4'}\n",
    },
    "an id in mkdocs.yml": {**IDS, "top": "extra: {more: p.md#q7bcd4}\n"},
    **{
        f"HTML: {html}": {**FOLDER, "content/index.md": f"# Home\n\n{html}\n"}
        for html in (
            '<div style="background: url(q7bcd4/s.png)">x</div>',
            "<style>\n.x { background: url('q7bcd4/s.png') }\n</style>",
            "<img src='files/q7logo4.png' alt='' srcset='q7bcd4/s.png 2x'>",
            "<iframe srcdoc='<a href=\"q7bcd4/\">x</a>'></iframe>",
            "<div data-x='q7bcd4/s.png'>x</div>",
            "<meta http-equiv=refresh content='0;url=q7bcd4'>",
            "<form action='q7bcd4/'><input></form>",
            "<script>location = 'q7bcd4/'</script>",
            "<button onclick=\"location = 'q7bcd4/'\">x</button>",
            """<div data-x='{"to":"q7bcd4/"}'>x</div>""",
            '<style>a { background: image-set("q7bcd4/s.png" 1x) }</style>',
            "<a href='javascript:location=\"q7bcd4/\"'>x</a>",
            "<a href='data:text/html,<a href=/hb/q7bcd4/>'>x</a>",
            "[x](https://web.example/2020/https://example.org/hb/q7bcd4/)",
            "[x](https://web.example/?u=https%3A%2F%2Fexample.org%2Fhb%2Fq7bcd4%2F)",
            "See https://example.org/hb/q7bcd4/ there",
            "<select><option value='q7bcd4/'>x</option></select>",
            "<div hx-get='q7bcd4/'>x</div>",
            "<object><param name=a value='q7bcd4/s.png'></object>",
            "<a href='mailto:a@example.org?body=https://example.org/hb/q7bcd4/'>x</a>",
            "<span title='see ./q7bcd4/'>x</span>",
            "Look into `q7bcd4/index.md`",
            "See https://example.org/hb/team/q7bcd4/ there",
            "<div data-x='/hb/team/q7bcd4/'>x</div>",
            "<activity:q7bcd4>",
            '``` mermaid\ngraph TD\n A-->B\n click A "q7bcd4/"\n```',
        )
    },
    **{
        f"a file: {name}": {
            **FOLDER,
            "content/index.md": f"# Home\n\n[x](files/{name})\n",
            f"content/files/{name}": text,
        }
        for name, text in {
            "x.css": ".a { background: url(../q7bcd4/s.png) }",
            "y.css": "@import '../q7bcd4/s.png';",
            "x.js": "fetch('/hb/q7bcd4/')",
            "x.txt": "Look at https://example.org/hb/q7bcd4/.",
            "x.drawio": "<x to='q7bcd4/'/>",
            "x.csv": "a,q7bcd4/index.md\n",
            "_redirects": "/old /hb/q7bcd4/ 301\n",
            "x.json": '{"a": "q7bcd4\\/index.html"}',
            "x.html": '<a href="../q7bcd4/">x</a>',
            "x.svg": '<svg><a xlink:href="../toolkit/q7bcd4/">x</a></svg>',
        }.items()
    },
    "a link of ours in mkdocs.yml": {**FOLDER, "top": f"extra: {{more: 'activity:{SECRET}'}}\n"},
    "templates among the chapters": {
        "mkdocs.yml": (CONFIG % ("", "")).replace("{name: material,", "{name: material, custom_dir: content,"),
        "content/p.md": f"# P\n\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
    },
    "a link of ours whose colon is written in other signs": {
        **FOLDER,
        "content/index.md": f"# Home\n\n<b data-way='activity%3A{SECRET}'>x</b>\n",
    },
    "an attribute without quotes": {**FOLDER, "top": "copyright: '<a href=q7bcd4/>x</a>'\n"},
    "robots.txt": {**FOLDER, "content/robots.txt": "User-agent: *\nDisallow: /hb/q7bcd4/\n"},
    "an index that is no page, and its folder": {
        "top": "exclude_docs: sec/index.md\n",
        "content/sec/index.md": MENTORS,
        "content/sec/a.md": f"# {SECRET}\n",
    },
    "a draft that opens a folder": {
        "top": "draft_docs: sec.md\n",
        "content/sec.md": MENTORS,
        "content/sec/a.md": f"# {SECRET}\n",
    },
    "a snippet that is no page, in a folder for others": {
        "top": "exclude_docs: frag.md\n",
        "content/index.md": '# Home\n\n--8<-- "content/sec/frag.md"\n',
        "content/sec/index.md": MENTORS,
        "content/sec/frag.md": f"{SECRET}\n",
    },
    "an index that only MkDocs reads": {
        "content/g/index.markdown": MENTORS,
        "content/g/next.md": f"# {SECRET}\n",
    },
    "an address in a text of YAML": {
        **FOLDER,
        "toolkit/talk.yaml": "title: Talk\nsummary: See https://example.org/hb/q7bcd4/\n",
    },
    "a style of mkdocs.yml": {
        **FOLDER,
        "top": "extra_css: [files/x.css]\n",
        "content/files/x.css": ".a { background: url(../q7bcd4/s.png) }",
    },
    "a page beside the YAML": {
        **FOLDER,
        "toolkit/talk.yaml": "title: Talk\nresources: [{title: Sheet, file: x.html}]\n",
        "toolkit/x.html": '<a href="https://example.org/hb/q7bcd4/">x</a>',
    },
    "front matter of another page": {
        "content/index.md": "---\nlinks:\n  - More: mentors/in.md\n---\n# Home\n",
        "content/mentors/in.md": MENTORS,
    },
    "a picture that is for others in part": {
        "content/index.md": "# Home\n\n![y](files/part.svg)\n",
        "content/files/part.svg": f"<svg>\n<!-- for: mentor -->\n<text>{SECRET}</text>\n<!-- end for -->\n</svg>\n",
    },
    "mkdocs.yml with the site's own address": {
        "top": "extra:\n  homepage: https://example.org/hb/q7one4/\n",
        "content/q7one4.md": MENTORS,
    },
    "mkdocs.yml with another address": {
        "top": "copyright: <a href='/hb/Mentors/in/'>More</a>\n",
        "content/mentors/in.md": MENTORS,
    },
    "a field with the site's own address": {
        "toolkit/talk.yaml": "title: Talk\nresources:\n  - {title: More, url: 'https://example.org/hb/q7one4/'}\n",
        "content/q7one4.md": MENTORS,
    },
    "HTML in other forms": {
        "content/index.md": "# Home\n\n<blockquote cite='q7one4/'>x</blockquote>\n",
        "content/q7one4.md": MENTORS,
    },
    "a file beside the YAML that is for others": {
        "toolkit/talk.yaml": "title: Talk\nresources: [{title: Sheet, file: sheet.txt}]\n",
        "toolkit/sheet.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
    },
    "a source beside the YAML": {
        "toolkit/talk.yaml": "title: Talk\nresources: [{title: Sheet, file: other.yaml}]\n",
        "toolkit/other.yaml": f"title: Other\nfacilitator_notes: {SECRET}\n",
    },
    "a snippet of a hidden folder": {
        "content/index.md": '# Home\n\n--8<-- "content/mentors/x.txt"\n',
        "content/mentors/index.md": MENTORS,
        "content/mentors/x.txt": SECRET,
    },
    "a snippet of a draft": {
        "content/index.md": '# Home\n\n```\n--8<-- "toolkit/d.yaml"\n```\n',
        "toolkit/d.yaml": f"title: {SECRET}\nstatus: draft\naudience: mentor\n",
    },
    "a snippet of a hidden item's file": {
        "content/index.md": '# Home\n\n--8<-- "toolkit/notes.txt"\n',
        "toolkit/talk.yaml": "title: Talk\naudience: mentor\nresources: [{title: Notes, file: notes.txt}]\n",
        "toolkit/notes.txt": f"{SECRET}\n",
    },
    "a snippet of mkdocs.yml": {
        "content/index.md": '# Home\n\n```\n--8<-- "mkdocs.yml"\n```\n',
        "content/q7bcd4.md": MENTORS,
    },
    "a snippet for others among the chapters": {
        "content/index.md": '# Home\n\n--8<-- "content/inc/x.txt"\n',
        "content/inc/x.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
    },
    **{
        f"a snippet whose top is not read: {top}": {
            "content/index.md": '# Home\n\n--8<-- "inc.md"\n',
            "inc.md": f"{top}\n{SECRET}\n",
        }
        for top in (
            "---\naudience:\n---\n",
            "---\nAudience: mentor\n---\n",
            "---\nvisible_to: mentor\n---\n",
            "---\nmentor_only: true\n---\n",
            "---\nedition: team\n---\n",
            "---\naudience: mentor\n",
            "\n---\naudience: mentor\n---\n",
            "--- # meta\naudience: mentor\n---\n",
            "audience: mentor\n",
        )
    },
    **{
        f"a snippet with what is meant as a marker: {begin}": {
            "content/index.md": '# Home\n\n--8<-- "inc.md"\n',
            "options": "      roles: [mentee, mentor, public, board]",
            "inc.md": f"Open\n\n{begin}\n\n{SECRET}\n\n{end}\n",
        }
        for begin, end in (
            ("<!-- mentor -->", "<!-- /mentor -->"),
            ("[mentor only]", "[/mentor only]"),
            ("::: for mentor", ":::"),
            ("{% if mentor %}", "{% endif %}"),
            ("<!-- board only -->", "<!-- end board -->"),
            ('<div audience="board" markdown>', "</div>"),
            ("    <!-- for: mentor -->", "    <!-- end for -->"),
        )
    },
    "a snippet with half a block": {
        "content/index.md": '# Home\n\n--8<-- "inc.md:5:6"\n',
        "inc.md": f"One\n\n<!-- for: mentor -->\n\n{SECRET}\n",
    },
}


FAIR = {
    "something hidden that is called as something shown, or as a part of our own pages": (
        {
            "content/index.md": "# Home\n\nq7shwn4\n",
            "toolkit/talk.yaml": "title: Talk\n",
            "toolkit/trust.yaml": "title: Trust\naudience: mentor\ntags: [talk, w, toolkit]\n",
            "toolkit/workshops/w.yaml": 'title: W\ndays: [{start: "09:00", blocks: [{title: X, minutes: 9}]}]\n',
            "journeys/way.yaml": "title: Way\nstages: [One, "
            + ", ".join(f"{{title: {one}, audience: mentor}}" for one in ("Talk", "W", "Workshops", "Journeys"))
            + "]\n",
        },
        "toolkit/talk/index.html",
    ),
    "notes whose names differ in their capitals": (
        {
            "content/index.md": f"# Home\n\nOpen[^a]\n\n<!-- for: mentor -->\nMore[^A]\n<!-- end for -->\n\nEnd.\n\n"
            f"[^a]: q7shwn4\n[^A]: {SECRET}\n",
        },
        "index.html",
    ),
    "what is called like something hidden": (
        {
            "toolkit/talk.yaml": "title: Talk q7shwn4\n",
            "toolkit/closed.yaml": "title: Closed\naudience: mentor\ntags: [talk, workshops, toolkit]\n",
            "journeys/j.yaml": "title: J\nstages: [{title: One}, {title: Talk, audience: mentor}]\n",
            "journeys/talk.yaml": "title: Talk\naudience: mentor\nstages: [{title: One}]\n",
        },
        "toolkit/talk/index.html",
    ),
    "a page of an author's beside activities that are all for others": (
        {
            "toolkit/closed.yaml": "title: Closed\naudience: mentor\n",
            "content/toolkit/guide.md": "# Guide\n\nq7shwn4\n",
        },
        "toolkit/guide/index.html",
    ),
    "ids that are there, and ids of scripts": (
        IDS
        | {
            "content/index.md": "# Home\n\nq7shwn4 [a](p.md#open) [b](p.md#of-a-script) [c](journeys/way/#one) "
            "[d](toolkit/talk/index.md#handout-open)\n"
        },
        "index.html",
    ),
    "styles, scripts and data with addresses of their own": (
        {
            "top": "extra_css: [files/x.css]\nextra_javascript: [files/x.js]\n",
            "content/mentors/index.md": MENTORS,
            "content/index.md": "# Home\n\nq7shwn4 [x](files/x.json)\n\n<style>a { color: red }</style>\n\n"
            "<script>let both = 'mentors and/or mentees'</script>\n\n<!-- mentors see more -->\n",
            "content/files/x.css": ".mentors { background: url(q7logo4.png) }\n"
            ".x { background: url(data:image/png;base64,AA) }",
            "content/files/x.js": "let a = 'mentors', b = `for mentors/mentees both`, c = 'https://uni.example/mentors/'",
            "content/files/x.json": '{"mentors": ["a/b", "application/json"]}',
        },
        "files/x.css",
    ),
    "words with a slash, and another edition's first page": (
        {
            **FOLDER,
            "content/mentors/index.md": MENTORS,
            "content/index.md": "# Home\n\nq7shwn4 mentors/mentees, both/mentors/. `mentors` activity: x "
            "[x](https://example.org/hb/team/) <img alt='for mentors/mentees' src='files/q7logo4.png'> "
            "<span title='mentors/mentees' class='mentors' data-x='mentors'>x</span>\n",
        },
        "index.html",
    ),
    "a folder without an index": (
        {"content/guide/a.md": MENTORS, "content/guide/b.md": "# B\n\nq7shwn4\n", "content/guide/c.md": "# C\n"},
        "guide/b/index.html",
    ),
    "other hosts, and a site of that name": (
        {
            "top": "copyright: <a href='https://uni.example/mentors/'>q7shwn4</a>\n",
            "content/mentors/index.md": MENTORS,
        },
        "index.html",
    ),
    "a snippet that a hidden page takes in too": (
        {
            "content/index.md": '# Home\n\n--8<-- "content/inc/x.txt"\n\n--8<-- "y.txt"\n',
            "content/m.md": MENTORS + '--8<-- "content/inc/x.txt"\n\n--8<-- "y.txt"\n',
            "content/inc/x.txt": "q7shwn4\n",
            "y.txt": "![Picture](files/y.png)\n",
            "content/files/y.png": "x",
        },
        "index.html",
    ),
    "folders that are called as files": (
        {
            "content/m.md": MENTORS,
            "content/index.md": "# Home\n\nq7shwn4 <script src='reveal.js/deck.js'></script>\n",
            "content/reveal.js/deck.js": "x",
            "overrides/main.html": "{% extends 'base.html' %}\n",
            "overrides/x.html/y.txt": "x",
        },
        "reveal.js/deck.js",
    ),
    "names in words, and parts of names": (
        {
            "content/m.md": MENTORS + "Look at CNAME and robots.txt. ![Picture](files/11.png)\n",
            "content/index.md": "# Home\n\n<div style=\"background: url('files/1.png')\">q7shwn4</div>\n",
            "content/CNAME": "example.org",
            "content/files/1.png": "x",
            "content/files/11.png": "x",
        },
        "index.html",
    ),
    "pictures that a hidden page shows too": (
        {
            "content/index.md": '---\naudience: [mentee, mentor]\nimage: "files/a.png"\n---\n# Home\n\n'
            "<img src='files/a.png' srcset='files/a.png 1x, files/b.png 2x' alt='q7shwn4'>\n",
            "content/m.md": MENTORS + "![One](files/a.png) ![Two](files/b.png)\n",
            "content/files/a.png": "x",
            "content/files/b.png": "x",
        },
        "files/b.png",
    ),
    "an introduction that alone is for others": (
        {
            "toolkit/talk.yaml": "title: q7shwn4\n",
            "content/toolkit/talk.md": MENTORS,
            "content/index.md": "# Home\n\n[](activity:talk)\n",
        },
        "toolkit/talk/index.html",
    ),
    "words that are no markers, in pages, snippets and texts": (
        {
            "content/index.md": "# Home\n\n## For mentors\n\n**For mentors:**\n\n- q7shwn4\n\n"
            '<label for="mentor">a</label> <output for="mentor">b</output>\n\n**Audience:** mentors\n\n'
            "Dear <mentor>,\n\n::: tip\n\n```\n<!-- for: mentor -->\na\n<!-- end for -->\n```\n\n"
            '    ::: mentor\n\n--8<-- "inc.md"\n\n``` py\n--8<-- "inc.j2"\n```\n\n[t](files/t.txt) ![1](files/1.png)\n',
            "inc.md": "---\ntitle: For mentors\n---\n\n## Mentors\n\nFor: mentors and others\n",
            "inc.j2": "{% if mentor %}\na\n{% endif %}\n",
            "content/files/t.txt": "For: mentors\n\n---\n\nq7shwn4\n",
            "content/files/1.png": "x",
            "content/m.svg": "<svg><!-- a mentor --><!-- for IE --><text>a</text></svg>",
        },
        "files/t.txt",
    ),
    "a note of the page that only a hidden block of a snippet uses": (
        {
            "content/index.md": '# Home\n\n--8<-- "x.txt"\n\nq7shwn4[^b]\n\n[^a]: One\n[^b]: Two\n',
            "x.txt": "Shown\n\n<!-- for: mentor -->\nhidden[^a]\n<!-- end for -->\n",
        },
        "index.html",
    ),
    "headings of an introduction that what is made has too": (
        {
            "toolkit/talk.yaml": "title: Talk\nsteps: [{title: One}]\n",
            "content/toolkit/talk/index.md": MENTORS + "## Steps\n\n## Materials\n",
            "content/index.md": "# Home\n\nq7shwn4 [x](toolkit/talk/index.md#steps)\n",
        },
        "toolkit/talk/index.html",
    ),
    "files that nothing but readers needs": (
        {
            "top": "extra_css: [files/x.css]\nextra_javascript: [{path: files/x.mjs, type: module}]\n",
            "content/m.md": MENTORS,
            "content/index.md": "# Home\n\nq7shwn4 <img src='files/a.1.png'> "
            "<img srcset='files/b.1.png 2x' src='files/c.1.png'>\n\n"
            "| a |\n|---|\n| [x](files/d.1.png) |\n\n<div data-x='files/e.1.png'>x</div>\n\n"
            "<iframe src='deck/'></iframe>\n\n<video src='files/f.1.png'><track src='files/x.vtt'></video>\n\n"
            '--8<-- "inc.txt"\n\n![x](files/with blank.1.png) ![y](<files/with blank.1.png>)\n',
            "inc.txt": "[Plan](files/g.1.png)\n",
            "toolkit/talk.yaml": "title: Talk\nsummary: See files/h.1.png\nresources: [{title: A, file: a.html}]\n",
            "toolkit/a.html": "<img src='../../files/n.1.png'>",
            "content/deck/index.html": "<script src=deck.js></script><link rel=manifest href=site.webmanifest>",
            "content/deck/deck.js": "for (const n of names) load(`slides/${n}.html`)",
            "content/deck/slides/one.html": "<img src='../pics/i.1.png'>",
            "content/deck/pics/i.1.png": "x",
            "content/deck/site.webmanifest": '{"icons": [{"src": "j.1.png"}]}',
            "content/deck/j.1.png": "x",
            "content/files/x.css": ".a { background: url('k.1.png') }",
            "content/files/x.mjs": "fetch('../files/x.json')",
            "content/files/x.json": '{"all": ["files/l.1.png"]}',
            "content/files/x.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nm.1.png\n",
            **{f"content/files/{name}.1.png": "x" for name in (*"abcdefghklmn", "with blank")},
        },
        "deck/slides/one.html",
    ),
    "definitions that a snippet uses": (
        {
            "content/index.md": '# Home\n\n<!-- for: mentor -->\n[a][dr]\n<!-- end for -->\n\n--8<-- "x.txt"\n\n'
            "[dr]: https://q7shwn4.org/\n\n```\n[dr]: https://example.org\n```\n",
            "x.txt": "[drive][dr]\n",
        },
        "index.html",
    ),
}


def _written(folder: Path, files: dict[str, str]) -> Path:
    config = CONFIG % (files.get("top", ""), files.get("options", ""))
    if any(path.startswith("overrides/") for path in files):
        config = config.replace("{name: material,", "{name: material, custom_dir: overrides,")
    usual = {"mkdocs.yml": config, "content/index.md": "# Home\n", "content/files/q7logo4.png": "x"}
    return write(folder, usual | {path: text for path, text in files.items() if path not in ("top", "options")})


@pytest.mark.parametrize("name", SEEN)
def test_it_is_left_out(tmp_path: Path, name: str) -> None:
    """From a site, and from a folder; the team has it."""
    folder = _written(tmp_path, SEEN[name])
    for edition in ("mentee", "team"):
        ran(folder, "journeybook", "build", "--edition", edition, "-d", edition)
        told = [name for name, text in texts_of(folder / edition) if SECRET in text]
        assert bool(told) is (edition == "team"), told
        assert (folder / edition / "files/q7logo4.png").is_file()
    assert "title=" not in _article(folder / "mentee/index.html")
    shown = [path for path in SEEN[name] if path.startswith("overrides/") and "q7shwn4" in path]
    assert all((folder / "mentee" / path.removeprefix("overrides/")).is_file() for path in shown)
    ran(folder, "journeybook", "generate", "out", "--edition", "mentee")
    assert [name for name, text in texts_of(folder / "out") if SECRET in text] == []


def _article(page: Path) -> str:
    """Give what Markdown has made of a page, without the theme around it."""
    return page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(tmp_path: Path, name: str) -> None:
    """With a sentence, and no site; the team's is built, but where it is an error whoever reads it."""
    folder = _written(tmp_path, REFUSED[name])
    ended = run(folder, "journeybook", "build", "--edition", "mentee", **QUIET)
    assert ended.returncode != 0 and not (folder / "site").exists()
    said = ended.stdout + ended.stderr
    assert "Traceback" not in said
    assert any(
        words in said.casefold()
        for words in ("leaves", "not one of a pair", "is for others", "call this one", "is for some alone")
    )
    if "error JB" not in said:
        ran(folder, "journeybook", "build", "--edition", "team")


BLOG = {
    "mkdocs.yml": CONFIG.replace("plugins:\n", "plugins:\n  - blog\n") % ("", ""),
    "content/blog/posts/a.md": "---\ndate: 2026-05-05\naudience: mentor\nauthors: [ann]\ncategories: [q7bcd4c]\n---\n"
    "# q7bcd4\n",
    "content/index.md": "# Home\n\n[a](/hb/blog/2026/05/05/q7bcd4/) [b](blog/category/q7bcd4c/) "
    "[c](blog/archive/2026/)[d](blog/archive/2025/)\n",
    "content/blog/.authors.yml": "authors:\n  ann: {name: Ann, description: x, avatar: img/q7bcd4.png}\n"
    "  bo: {name: Bo, description: y, avatar: img/q7shwn4.png}\n",
    "content/img/q7bcd4.png": "x",
    "content/img/q7shwn4.png": "x",
}


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_blog_for_others_is_none(tmp_path: Path, builder: str) -> None:
    """Neither its first page nor its lists; where an edition has some of its posts, it has the blog."""
    alone = BLOG | {"content/blog/index.md": MENTORS, "content/index.md": "# Home\n\n[x](blog/index.md)\n"}
    folder = _written(tmp_path, alone)
    ran(folder, "journeybook", "build", "--edition", "mentee", "--builder", builder)
    assert [name for name, text in texts_of(folder / "site") if "blog" in name.split("/")[0] or SECRET in text] == []
    if builder == "mkdocs":
        ran(folder, "journeybook", "build", "--all-editions")
        assert (folder / "site/team/blog/2026/05/05/q7bcd4/index.html").is_file()


def test_addresses_of_posts_and_pictures_of_authors(tmp_path: Path) -> None:
    """Those that only posts for others have are in no site for some; what another post has is."""
    post = "---\ndate: 2025-05-05\nauthors: [bo]\ncategories: [q7shwn4]\n---\n# q7shwn4\n"
    folder = _written(tmp_path, BLOG | {"content/blog/index.md": "# Blog\n", "content/blog/posts/b.md": post})
    ran(folder, "journeybook", "build", "--edition", "mentee")
    assert [name for name, text in texts_of(folder / "site") if SECRET in name or SECRET in text] == []
    assert (folder / "site/img/q7shwn4.png").is_file() and "archive/2025" in _article(folder / "site/index.html")
    assert "archive/2026" not in _article(folder / "site/index.html")


def test_headings_of_parts_that_are_left_out(tmp_path: Path) -> None:
    """Such as that of a facilitator's notes; to what is there a link leads, also to an introduction's heading."""
    files = {
        "toolkit/talk.yaml": f"title: Talk\nsteps: [{{title: One}}]\nfacilitator_notes: {SECRET}\n",
        "toolkit/walk.yaml": f"title: Walk\nsteps: [{{title: One}}]\nfacilitator_notes: {SECRET}\n",
        "content/toolkit/walk/index.md": "# Walk\n\n## For the facilitator\n",
        "content/index.md": "# Home\n\n[a](toolkit/talk/index.md#for-the-facilitator) [b](toolkit/talk/index.md#steps) "
        "[d](/hb/toolkit/talk/#for-the-facilitator) "
        "[e](toolkit/walk/index.md#for-the-facilitator)\n",
    }
    folder = _written(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    page = _article(folder / "site/index.html")
    assert page.count("for-the-facilitator") == page.count("toolkit/walk/#for-the-facilitator") == 1
    assert "toolkit/talk/#steps" in page


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for some people alone")
def test_a_link_of_the_theme_leads_to_nothing_hidden(tmp_path: Path) -> None:
    """Neither among the chapters nor beside the YAML; to what is for all it does."""
    files = {
        "overrides/main.html": "{% extends 'base.html' %}\n",
        "content/sec/index.md": f"{MENTORS}[x](../priv/x.pdf), and all in `plans/`\n",
        "content/sec/x.css": f"/* {SECRET} */",
        "content/priv/x.pdf": SECRET,
        "content/plans/y.txt": SECRET,
        "content/m.md": f"{MENTORS}{SECRET}",
        "toolkit/talk.yaml": "title: T\naudience: mentor\nresources: [{title: A, file: notes.txt}]\n",
        "toolkit/notes.txt": SECRET,
        "content/css/open.css": "/* q7shwn4 */",
    }
    folder = _written(tmp_path, files)
    aims = [path for path in files if not path.startswith("overrides/")]
    for number, aim in enumerate(aims):
        (folder / f"overrides/{number}{Path(aim).suffix}").symlink_to(f"../{aim}")
    (folder / "overrides/all").symlink_to("../content/sec")
    ran(folder, "journeybook", "build", "--edition", "mentee")
    assert [name for name, text in texts_of(folder / "site") if SECRET in text] == []
    assert "q7shwn4" in (folder / f"site/{len(aims) - 1}.css").read_text("utf-8")


def test_a_dirty_build_is_refused(tmp_path: Path) -> None:
    """It would leave pages of the team's in the site."""
    folder = _written(tmp_path, {})
    ended = run(folder, "mkdocs", "build", "--dirty", JOURNEYBOOK_EDITION="mentee", **QUIET)
    assert ended.returncode != 0 and "--dirty would leave pages of another edition" in ended.stderr + ended.stdout


def test_folders_with_a_dot_keep_nothing_of_another_edition(tmp_path: Path) -> None:
    """MkDocs does not empty them; what no edition has put there stays."""
    files = {
        "top": "exclude_docs: '!.well-known'\n",
        "content/index.md": "# Home\n\n[x](.well-known/plan.txt) [y](.well-known/open.txt)\n",
        "content/.well-known/plan.txt": f"---\naudience: mentor\n---\n{SECRET}\n",
        "content/.well-known/open.txt": "q7shwn4\n",
        "content/.well-known/plan.md": f"{MENTORS}{SECRET}\n",
    }
    folder = _written(tmp_path, files)
    ran(folder, "mkdocs", "build", "-q", JOURNEYBOOK_EDITION="team")
    assert SECRET in (folder / "site/.well-known/plan.txt").read_text("utf-8")
    assert SECRET in (folder / "site/.well-known/plan/index.html").read_text("utf-8")
    (folder / "site/.well-known/other.txt").write_text("x", "utf-8")
    ran(folder, "mkdocs", "build", "-q", JOURNEYBOOK_EDITION="mentee")
    assert sorted(path.name for path in (folder / "site/.well-known").rglob("*") if path.is_file()) == [
        "open.txt",
        "other.txt",
    ]


def test_links_of_the_navigation_are_for_some(tmp_path: Path) -> None:
    """Where mkdocs.yml says so: neither their titles nor their addresses are for others."""
    files = {
        "top": "nav:\n  - index.md\n  - Open: https://example.org/open\n  - More:\n"
        "      - Drive q7bcd4: https://q7bcd4.org/team\n",
        "options": "      nav_audience: {https://q7bcd4.org/team: [mentor, coordinator]}",
    }
    folder = _written(tmp_path, files)
    for edition, shows in (("mentee", False), ("team", True)):
        ran(folder, "journeybook", "build", "--edition", edition, "-d", edition)
        ran(folder, "journeybook", "generate", f"out-{edition}", "--edition", edition)
        assert bool([name for name, text in texts_of(folder / edition) if SECRET in text]) is shows
        assert (SECRET in (folder / f"out-{edition}/mkdocs.yml").read_text("utf-8")) is shows
        assert "https://example.org/open" in (folder / edition / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", FAIR)
def test_what_is_for_all_is_there(tmp_path: Path, name: str) -> None:
    """Guards that are too strong would take it from mentees, or refuse their handbook."""
    files, page = FAIR[name]
    folder = _written(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    assert (folder / "site" / page).is_file()
    assert any("q7shwn4" in text for _, text in texts_of(folder / "site"))
    assert all(
        (folder / "site" / path.removeprefix("content/")).is_file()
        for path in files
        if path.endswith(("CNAME", "1.png")) and "11" not in path
    )


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"content/index.md": "# Home\n\n<blockquote cite='q7one4/'>x</blockquote>\n"},
         "leads to what the edition leaves out"),
        ({"toolkit/talk.yaml": "title: Talk\nresources: [{title: More, url: 'https://example.org/hb/q7one4/'}]\n"},
         "leads to what the edition leaves out"),
    ],
)  # fmt: skip
def test_other_builders_refuse_too(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """Zensical's site, and a folder."""
    folder = _written(tmp_path, files | {"content/q7one4.md": MENTORS})
    for command in (("build", "--builder", "zensical"), ("generate", "out")):
        ended = run(folder, "journeybook", *command, "--edition", "mentee", **QUIET)
        assert ended.returncode != 0 and said in ended.stderr + ended.stdout
        assert not (folder / "site").exists() and not (folder / "out").exists()


def test_zensical_takes_no_snippet_in_again(tmp_path: Path) -> None:
    """Neither one that is added to each page, ours included, which the team has, nor one beside an example of one."""
    files = {
        "toolkit/talk.yaml": "title: Talk\n",
        "content/index.md": '# Home\n\n```\n;--8<-- "x"\n```\n\n--8<-- "inc.txt"\n',
        "inc.txt": f"Shown q7shwn4\n\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
        "more.txt": f"*[ABC]: Alpha\n\n<!-- for: mentor -->\n{SECRET}\n<!-- end for -->\n",
    }
    folder = _written(tmp_path, files)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    auto = config.replace("pymdownx.snippets]", "{pymdownx.snippets: {auto_append: [more.txt]}}]")
    (folder / "mkdocs.yml").write_text(auto, "utf-8")
    for builder in ("mkdocs", "zensical"):
        ran(folder, "journeybook", "build", "--builder", builder, "--edition", "team")
        assert SECRET in (folder / "site/toolkit/talk/index.html").read_text("utf-8")
    ran(folder, "journeybook", "build", "--builder", "zensical", "--edition", "mentee")
    told = dict(texts_of(folder / "site"))
    assert [name for name, text in told.items() if SECRET in text] == []
    home = (folder / "site/index.html").read_text("utf-8")
    assert "q7shwn4" in home and ";--8" not in home


LINKED = {
    "content/sec/index.md": MENTORS,
    "content/sec/plan.txt": SECRET,
    "content/sec/in.md": f"# {SECRET}\n",
    "content/sec/deep/plan.txt": SECRET,
    "content/m.md": MENTORS + "[x](files/s.txt)\n",
    "content/files/s.txt": SECRET,
    "toolkit/talk.yaml": f"title: Talk\nfacilitator_notes: {SECRET}\n",
    "content/index.md": "# Home\n\n[x](files/c.txt) q7shwn4\n",
}
LINKS = {
    "open": "sec",
    "open2": "sec/deep",
    "files/c.txt": "../sec/plan.txt",
    "files/d.txt": "../sec/plan.txt",
    "files/t.txt": "s.txt",
    "c.md": "sec/in.md",
    "d.md": "m.md",
    "files/y.txt": "../../toolkit/talk.yaml",
}


@pytest.mark.skipif(os.name == "nt", reason="links of the file system want rights there")
def test_links_of_the_file_system_lead_to_nothing_hidden(tmp_path: Path) -> None:
    """Under no other name; and none beside the YAML."""
    folder = _written(tmp_path, LINKED)
    for link, to in LINKS.items():
        (folder / "content" / link).symlink_to(to)
    for command in (("build", "-d", "site"), ("generate", "out")):
        ran(folder, "journeybook", *command, "--edition", "mentee")
        assert [name for name, text in texts_of(folder / command[-1]) if SECRET in text] == []
    assert "q7shwn4" in (folder / "site/index.html").read_text("utf-8")
    (folder / "toolkit/talk.yaml").write_text("title: Talk\nresources: [{title: A, file: x.txt}]\n", "utf-8")
    (folder / "toolkit/x.txt").symlink_to("../content/sec/plan.txt")
    ended = run(folder, "journeybook", "build", "--edition", "mentee", **QUIET)
    assert ended.returncode != 0 and "toolkit/x.txt: this file is for others" in ended.stderr + ended.stdout


NUMBERED = """\
---
audience: [mentee, mentor]
questions: [a, b]
---
# P

line q7one4

<!-- for: mentor -->
q7bcd4 [^1]
<!-- end for -->

line q7two4

[^1]: q7bcd4
last q7thr4
"""


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("1:3", ""), ("5:7", "q7one4"), ("7", "q7one4 q7two4"), ("9:11", ""), ("10:10", ""), ("13:13", "q7two4"),
        ("14", ""), ("15:15", ""), ("7:7,13:13", "q7one4 q7two4"), ("-5:-4", "q7two4"),
    ],
)  # fmt: skip
def test_lines_of_a_page_are_those_of_the_whole(tmp_path: Path, lines: str, shown: str) -> None:
    """By their numbers, of a page that is there in part: none other than the team sees, and nothing hidden."""
    files = {"content/p.md": NUMBERED, "content/index.md": f'# Home\n\n--8<-- "content/p.md:{lines}"\n'}
    folder = _written(tmp_path, files)
    ran(folder, "journeybook", "build", "--edition", "mentee")
    home = (folder / "site/index.html").read_text("utf-8")
    assert " ".join(word for word in ("q7one4", "q7two4", "q7thr4", SECRET) if word in home) == shown


def test_each_edition_lists_its_own_files(tmp_path: Path) -> None:
    """The hidden lists of one site tell nothing of another; what is no longer built goes, and a reader's file stays."""
    folder = _written(tmp_path, FOLDER)
    ran(folder, "journeybook", "build", "--all-editions")
    told = [name for name, text in texts_of(folder / "site") if SECRET in text]
    assert told and all(name.startswith("team/") for name in told)
    assert (folder / "site/team/q7bcd4/s.png").is_file()
    (folder / "site/mentee/own.txt").write_text("mine", "utf-8")
    (folder / "content/q7bcd4/s.png").unlink()
    ran(folder, "journeybook", "build", "--all-editions")
    assert not (folder / "site/team/q7bcd4/s.png").exists() and (folder / "site/mentee/own.txt").is_file()
    ran(folder, "journeybook", "build", "--edition", "mentee")
    assert not (folder / "site/team").exists() and (folder / "site/mentee/own.txt").is_file()
    assert [name for name, text in texts_of(folder / "site") if SECRET in text] == []


def test_all_editions_tell_nothing_of_each_other(tmp_path: Path) -> None:
    """By the addresses that their pages have beside them, or would have alone."""
    home = "# Home\n\n[a](/hb/q7bcd4/) [b](https://example.org/hb/team/q7bcd4/) <a href='../team/q7bcd4/'>c</a>\n"
    folder = _written(tmp_path, FOLDER | {"content/index.md": home})
    ran(folder, "journeybook", "build", "--all-editions")
    assert [name for name, text in texts_of(folder / "site/mentee") if SECRET in text] == []


@pytest.mark.parametrize(
    ("robots", "is_for_all"),
    [
        ("---\naudience: mentor\n---\nDisallow: /q7bcd4/\n", False),
        ("User-agent: *\n# <!-- for: mentor -->\nDisallow: /q7bcd4/\n# <!-- end for -->\n", False),
        ("User-agent: *\nDisallow: /q7shwn4/\n", True),
    ],
)
def test_robots_beside_all_editions(tmp_path: Path, robots: str, is_for_all: bool) -> None:
    """Lie at the root where they are for all."""
    folder = _written(tmp_path, {"content/robots.txt": robots})
    ran(folder, "journeybook", "build", "--all-editions")
    assert [name for name, text in texts_of(folder / "site") if SECRET in text and not name.startswith("team")] == []
    assert (folder / "site/robots.txt").is_file() is is_for_all


def test_a_folder_forgets_what_another_edition_had(tmp_path: Path) -> None:
    """In its hidden list too."""
    folder = _written(tmp_path, FOLDER)
    for edition in ("team", "mentee"):
        ran(folder, "journeybook", "generate", "out", "--edition", edition)
    assert [name for name, text in texts_of(folder / "out") if SECRET in text] == []


@pytest.mark.parametrize(
    ("where", "option", "variable", "said"),
    [
        ("drafts", "mentee", None, "is no journey of this handbook"),
        ("drafts", None, "mentee", "is no journey of this handbook"),
        ("drafts", None, "", "is set, and empty"),
        ("drafts", None, None, "which edition?"),
        ("drafts", "team", None, None),
        ("drafts", None, "team", None),
        ("../elsewhere", "mentee", None, "belongs to no handbook"),
        ("../elsewhere", None, "mentee", "belongs to no handbook"),
        ("../elsewhere", None, "", "belongs to no handbook"),
        ("../elsewhere", None, None, None),
    ],
)
def test_a_drawing_from_elsewhere(
    tmp_path: Path, where: str, option: str | None, variable: str | None, said: str | None
) -> None:
    """Of a journey that no edition knows: whoever asks for one that leaves something out gets none."""
    folder = _written(tmp_path / "handbook", {})
    write(folder / where, {"way.yaml": WAY})
    asked = ("--edition", option) if option else ()
    given = {} if variable is None else {"JOURNEYBOOK_EDITION": variable}
    ended = run(folder, "journeybook", "diagram", f"{where}/way.yaml", "-o", "x.svg", *asked, **QUIET, **given)
    assert (ended.returncode == 0) is (said is None), ended.stderr
    assert (said or "") in ended.stderr and (folder / "x.svg").exists() is (said is None)


def test_ids_of_headings_do_not_count_what_is_hidden(tmp_path: Path) -> None:
    """Of two headings of one title, the one that is left has the id that it would have alone."""
    page = "# P\n\n<!-- for: mentor -->\n\n## Same\n\nq7bcd4\n\n<!-- end for -->\n\n## Same\n\nq7shwn4\n"
    folder = _written(tmp_path, {"content/p.md": page, "content/index.md": "# Home\n\n[x](p.md#same_1)\n"})
    ran(folder, "journeybook", "build", "--edition", "mentee")
    assert 'id="same"' in (folder / "site/p/index.html").read_text("utf-8")
    assert [name for name, text in texts_of(folder / "site") if "same_1" in text] == []


def test_nothing_of_an_edition_stays_on_the_machine(tmp_path: Path) -> None:
    """The folder of its chapters goes with the builds, in a process that goes on too."""
    folder, temporary = _written(tmp_path / "handbook", {}), tmp_path / "temporary"
    temporary.mkdir()
    script = (
        "from pathlib import Path; import tempfile; from journeybook.api import build, open_project; "
        "build(open_project('mkdocs.yml', edition='mentee')); "
        "print([one.name for one in Path(tempfile.gettempdir()).iterdir()])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder, env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ended.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    """Beside pages, where texts are asked for whom they are, and for what they name."""
    folder = _written(tmp_path, {"content/m.md": MENTORS})
    for name in ("x.txt", "y.svg", ".meta.yml"):
        os.mkfifo(folder / "content" / name)
    for command in (["check"], ["build", "--edition", "mentee"], ["generate", "out", "--edition", "mentee"]):
        ended = run(folder, "journeybook", *command, **QUIET)
        assert ended.returncode == 1 and "content/x.txt: error JB101" in ended.stdout + ended.stderr
    assert not (folder / "site").exists() and not (folder / "out").exists()
