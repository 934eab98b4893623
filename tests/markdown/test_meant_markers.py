"""Lines that are meant as markers of a block for some, and are none, are found; notes and examples are not."""

from __future__ import annotations

import pytest

from journeybook.markdown.audience_blocks import find_blocks
from journeybook.markdown.html_blocks import parted_tag
from journeybook.markdown.meant_markers import meant_in, meant_markers, names_alone, wrong_marker
from journeybook.markdown.settings import DEFAULT, MarkdownSettings

NAMES = {"mentor", "mentee", "team"}


@pytest.mark.parametrize(
    "line",
    [
        "<!-- mentor only -->",
        "<!-- not for: mentee -->",
        "<!-- for: [mentor, mentee] -->",
        "<!-- if: mentors -->",
        "<!-- für: mentor -->",
        "<!— for: mentor —>",
        "< !-- for: team -->",
        "&lt;!-- for: mentor --&gt;",
        "{# for: mentor #}",
        "::: for mentor",
        "[for mentors only]",
        '<div audience="mentor" markdown>',
        "> <!-- hide: mentee -->",
        "<!-- edition: team -->",
        "<!-- unless mentee -->",
        "<!-- seen by: mentor -->",
        "<!-- NOTE for: mentor -->",
        "<\\!-- for: mentor -->",
        "&#x3c;!-- for: mentor --&#x3e;",
        '<section for="mentor" markdown>',
        '<div data-audience="mentor and team" markdown="1">',
        '<div class="mentor-only" markdown>',
        "<details for='mentors'>",
        "<for mentor>",
        "<?for: mentor?>",
        "::: mentor",
        ":::{.mentor}",
        "/// for: mentor",
        "/// mentor | Ask",
        "{{ for: mentor }}",
        "for: mentor",
        "-- for: mentor --",
        "**for: mentor, team**",
        "(for: mentor)",
        "---for: mentor---",
        "+++ for: mentor",
        "edition: team",
        "<!-- begin edition team -->",
        "<mentor-only>",
        "{{< for mentor >}}",
        "{ #x audience=mentor }",
        "{ audience=mentor }",
        "{: .mentor-only }",
        "{: .no-mentees }",
        '<div class="without-mentee" markdown>',
        "<!-- BEGIN MENTOR NOTES -->",
        "<!-- #region mentor -->",
        "<!-- omit mentee -->",
        "<!-- remove for mentees -->",
        "<!-- cut from mentee edition -->",
        "<!-- keep from mentees -->",
        "<!-- staff only -->",
        "<!-- notes for the mentor -->",
        "<!-- not in the mentee edition -->",
        "<!-- The following is for mentors only, please do not show it to mentees -->",
        "[//]: # (mentor notes begin)",
        '<?jb for="mentor"?>',
        "<?php if ($mentor): ?>",
        '<div data-show="mentor" markdown>',
        '<div data-visible="mentor">',
        '<div data-for-role="mentor">',
        '<div data-x="mentor-only">',
        '<div id="mentor-only" markdown>',
        '<div title="for: mentor">',
        '<div class="for-mentor" markdown>',
        '<if test="mentor">',
        '<Show when="mentor">',
        '<MadCap:conditionalText MadCap:conditions="mentor">',
        "::: {.for-mentor}",
        ":::{only} mentor",
        "/// html | div.mentor-only",
        "/// html | div[audience=mentor]",
        "/// admonition | for: mentor",
        '!!! mentor-only "Secret"',
        "??? for-mentor",
        ".. only:: mentor",
        ".. container:: mentor-only",
        "ifdef::mentor[]",
        'ifeval::["{audience}" == "mentor"]',
        "{{#mentor}}",
        "{% if 'mentor' in audience %}",
        "{% comment %}for: mentor{% endcomment %}",
        "{::for mentor}",
        "{/* for: mentor */}",
        "@if(mentor)",
        "#if mentor",
        "<% if mentor %>",
        "\\begin{mentor}",
        "\\ifmentor",
    ],
)
def test_what_is_meant_as_a_marker_is_found(line: str) -> None:
    """In its place; two comments that have a name alone are a pair."""
    ((at, said),) = meant_markers(f"Ask.\n\n{line}\n", NAMES)
    assert said == line.removeprefix("> ") and at == len("Ask.\n\n") + line.index(said)
    assert len([*meant_markers("<!-- mentor -->\nAsk.\n<!-- /mentor -->\n", NAMES)]) == 2


@pytest.mark.parametrize(
    "line",
    [
        "<!-- for: mentor -->",
        "<!-- ask the mentor -->",
        "<!-- mentor -->",
        "<!-- the mentor -->",
        "<!-- only here -->",
        '<div class="mentor">',
        '<div class="for mentor">',
        "[the mentor]",
        "- [mentor](activity:talk)",
        "A note <!-- mentor only -->",
        "## For mentors",
        "**For mentors:**",
        "For: mentors",
        "**Audience:** mentors",
        "Ask. for: mentor",
        '<label for="mentor">',
        '<output for="mentor">',
        '<div role="group">',
        '<p class="mentor">',
        "::: tip",
        "::: mentor.talks",
        "/// note",
        "/// note | For mentors",
        '!!! mentor "For mentors"',
        "Dear <mentor>,",
        "<mentor>",
        "{{ mentor }}",
        "{ .mentor }",
        "{#for-mentors}",
        "<!-- the team edition -->",
        "<!-- seen by a mentor in May -->",
        "<!-- TODO for: later -->",
        "<!-- internal -->",
        "<a href='mentor/'>",
        "<!-- TODO: ask the mentors for a photo -->",
        "<!-- prettier-ignore-start -->",
        "<!-- cspell:ignore mentee mentor -->",
        "<!-- mentor section -->",
        "<!-- section 2: mentor -->",
        "<!-- picture: mentor and mentee, May -->",
        "<!-- tested with mentors only in May -->",
        "<!-- remove the mentor section next year -->",
        "<!-- keep for mentors' training -->",
        "<!-- notes from the mentors -->",
        "<!-- if you change this, tell the mentors -->",
        "<!-- mentors start with this question -->",
        "<!-- why only mentors? -->",
        "<!-- end of list -->",
        "[//]: # (TODO: ask the mentors)",
        "[mentor]: #",
        '<a id="mentors-only"></a>',
        '<section id="for-mentors" markdown>',
        '<section id="no-mentors" markdown>',
        "{ .no-print }",
        '<button data-show="mentor">',
        '<div data-tab="mentor">',
        '<div data-x="mentor">',
        '<div aria-label="For mentors">',
        '<div title="For mentors">',
        '<img src="a.png" alt="for: mentor">',
        "## Only mentors { #only-mentors }",
        "[Join](a.md){ .md-button .for-mentors }",
        '!!! note "For mentors only"',
        "/// html | div.mentor",
        "/// details | For mentors only",
        "/// tab | Mentor",
        "> [!note]",
        ".. note:: mentor",
        ".. image:: mentor.png",
        "{{ mentor.name }}",
        "@mentors only text",
        "#mentors-only",
        "::: journeybook.mentor",
        "if mentors only knew",
    ],
)
def test_what_is_none_is_not_found(line: str) -> None:
    """A marker that is right, a note of one's own, HTML and links."""
    assert [*meant_markers(f"Ask.\n\n{line}\n", NAMES)] == []


@pytest.mark.parametrize(
    ("begin", "end", "is_found"),
    [
        ("internal", "/internal", True),
        ("internal:", "end internal", True),
        ("Private notes", "end of private notes", True),
        ("begin hidden", "end", True),
        ("hide", "show", True),
        ("hidden", "/hide", True),
        ("secret", "/", True),
        ("internal", "end of list", False),
        ("internal", "show", False),
        ("internal links", "end", False),
        ("hide the picture", "show", False),
        ("show", "hide", False),
        ("hide", "", False),
    ],
)
def test_comments_that_begin_and_end_what_is_hidden_are_found(begin: str, end: str, is_found: bool) -> None:
    """They name nobody; one alone is a remark."""
    text = f"<!-- {begin} -->\n\nAsk.\n\n<!-- {end} -->\n"
    assert [said for _, said in meant_markers(text, NAMES)] == [f"<!-- {begin} -->"] * is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        *((f"<!-- {name} -->", True) for name in ("mentor", "Mentors", "MENTOREN", "Mentor:innen", "mentor, mentee")),
        *(("> <!--team-->", True), ("<!-- mentoring -->", False), ("<!-- the mentor -->", False)),
        *(("Ask. <!-- mentor -->", False), ("<!-- mentor: Ann -->", False), ("<!-- -->", False)),
    ],
)
def test_a_comment_that_is_a_name_alone_is_found(line: str, is_found: bool) -> None:
    """Of a role or of an edition, in one or many, in a line of its own."""
    assert len([*names_alone(f"Ask.\n\n{line}\n", NAMES)]) == is_found


@pytest.mark.parametrize(
    "text",
    [
        "<mentor>\n\nAsk.\n\n</mentor>\n",
        "For: mentor\nAsk.\nEnd for\n",
        "<!-- internal -->\n\nAsk.\n\n<!-- /internal -->\n",
        "- One\n\n    ::: mentor\n\n    Ask.\n",
        'Ask <span audience="mentor">them</span>.\n',
        "<!-- mentor notes -->\n\nAsk.\n\n<!-- / -->\n",
        "<!-- mentor content -->\n\nAsk.\n\n<!-- end of content -->\n",
        "<!-- mentor -->\n\nAsk.\n\n<!-- end -->\n",
        "[mentor]: #\n\nAsk.\n\n[/mentor]: #\n",
        "{{< mentor >}}\n\nAsk.\n\n{{< /mentor >}}\n",
        "<!-- the following is for\nmentors only -->\n\nAsk.\n",
        "<!--\ntitle: x\naudience: mentor\n-->\n\n# A\n",
        "> [!mentor]\n> Ask.\n",
        "> [!mentor-only] Ask\n> Ask.\n",
        "/// note\n    attrs: {audience: mentor}\nAsk.\n///\n",
        "/// note\n    audience: mentor\n\nAsk.\n///\n",
        "- <!-- omit mentee -->\n\n    Ask.\n",
    ],
)
def test_what_its_end_tells_is_found(text: str) -> None:
    """And what stands in a list, or in a line."""
    assert len(meant_in(text, NAMES, DEFAULT)) == 1


@pytest.mark.parametrize(
    ("first", "number"),
    [
        *(
            (line, 1)
            for line in ("```{only} mentor", "```mentor", "``` { .text for=mentor }", '```text title="for: mentor"')
        ),
        *(
            (line, 0)
            for line in ("```yaml", '```text title="mentor.txt"', '```text title="For mentors"', "```{note} mentor")
        ),
    ],
)
def test_the_first_line_of_code_says_for_whom_it_is(first: str, number: int) -> None:
    """Of a fence; one that is shown in another one is an example."""
    assert len(meant_in(f"{first}\nAsk.\n```\n", NAMES, DEFAULT)) == number
    assert meant_in(f"````\n{first}\nAsk.\n```\n````\n", NAMES, DEFAULT) == []


@pytest.mark.parametrize(
    "text",
    [
        "<!-- mentor section -->\n\nAsk.\n\n<!-- mentee section -->\n",
        "<!-- mentor -->\n\n- Ask.\n\n<!-- end of list -->\n\n- More.\n",
        "<!--\nTODO\n- ask the mentors\n- photo only with consent\n-->\n",
        "[mentor]: #\n\nSee [mentor].\n",
        "```jinja\n{% if mentor %}\n```\n",
    ],
)
def test_labels_and_notes_are_not_found(text: str) -> None:
    """What nothing ends, and what is an author's own."""
    assert meant_in(text, NAMES, DEFAULT) == []


@pytest.mark.parametrize(
    "text",
    [
        "Write:\n\n    ::: mentor\n\nand go on.\n",
        '```\n<div audience="mentor">\n```\n',
        'Write `<div audience="mentor">` there.\n',
        "/// talk\n\nAsk.\n\n///\n",
    ],
)
def test_examples_and_boxes_of_the_site_are_not_found(text: str) -> None:
    """Code of any kind, and a box that is called after a role."""
    boxes = MarkdownSettings(configs={"pymdownx.blocks.admonition": {"types": [{"name": "talk"}]}})
    assert meant_in(text, {*NAMES, "talk"}, boxes) == []


_BLOCK = "<!-- for: mentor -->\nAsk.\n<!-- end for -->\n"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Text.\n\n    <!-- for: mentor -->\n\nAsk.\n\n    <!-- end for -->\n", 1),
        ("Text.\n\n\t<!-- for: mentor -->\n\nAsk.\n\n\t<!-- end for -->\n", 1),
        ("~~~\n<!-- for: mentor -->\n~~~\n\nAsk.\n\n~~~\n<!-- end for -->\n~~~\n", 1),
        ("``` mermaid\ngraph TD\n<!-- for: mentor -->\nA-->B\n<!-- end for -->\n```\n", 1),
        ("```\n<!-- for: mentor -->\nAsk.\n<!-- end for -->\n```\n", 0),
        ("Write:\n\n    <!-- for: mentor -->\n\n    Ask.\n\n    <!-- end for -->\n", 1),
        ("!!! note\n\n        <!-- for: mentor -->\n\n        Ask.\n\n        <!-- end for -->\n", 1),
        ("- a\n\n\t\t<!-- for: mentor -->\n\t\tAsk.\n\t\t<!-- end for -->\n", 1),
        ("a\n\n    <!-- for: mentor -->\n    Ask.\n", 1),
        ("> ```\n>     <!-- for: mentor -->\n>     Ask.\n>     <!-- end for -->\n> ```\n", 0),
        ("- a\n\n\t```md\n\t<!-- for: mentor -->\n\tAsk.\n\t<!-- end for -->\n\t```\n", 0),
        ("Write `x`:\n\n```\n    <!-- for: mentor -->\n    Ask.\n    <!-- end for -->\n```\n", 0),
        (f"```\na\n\n{_BLOCK}\n## H\n\n```\nb\n", 1),
        (f"~~~\na\n```\n\n{_BLOCK}\n~~~\nb\n```\n\n~~~\nc\n```\n", 1),
        (f"~~~\na\n```\n\n{_BLOCK}\n~~~\n", 1),
        (f"~~~\na\n\n{_BLOCK}\n```sh\nb\n\n~~~\n", 1),
        (f"```md\n# H\n\n{_BLOCK}\n## H\n```\n\nb\n", 0),
        (f"```\n# H\n\n{_BLOCK}\n## H\n\n```\n\nb\n", 0),
        (f"~~~md\n```\na\n```\n\n{_BLOCK}\n```sh\nb\n```\n~~~\n", 0),
        ("Write `<!-- for: mentor -->` and `<!-- end for -->`.\n", 0),
        ("```\n<!-- for: mentor -->\n```\n", 0),
        ("- the mentor`s\n    <!-- for: mentor -->\n    a\n    <!-- end for -->\n    the mentee`s\n", 1),
        ("- ``\n    <!-- for: mentor -->\n    a\n    <!-- end for -->\n    ``\n", 1),
        ("```text\na\n``\n\n<!-- for: mentor -->\n\n<!-- end for -->\n\n```text\nb\n```\n", 1),
        ("```text\na\n``\n\n<!-- for: mentor -->\n\n<!-- end for -->\n\n```\nb\n```\n", 1),
        ("- a\n\n    ```\n    <!-- for: mentor -->\n    a\n    <!-- end for -->\n    ```\n", 0),
        ("````md\n```text\na\n```\n<!-- for: mentor -->\nb\n<!-- end for -->\n````\n", 0),
        ("~~~\n```text\n<!-- for: mentor -->\nb\n<!-- end for -->\n~~~\n", 0),
        ("```md\n- a\n\n    ```sh\n    b\n    ```\n\n<!-- for: mentor -->\nb\n<!-- end for -->\n```\n", 0),
        ("```sh\na\n```\n\n```\n<!-- for: mentor -->\nb\n<!-- end for -->\n```\n\n```sh\nb\n```\n", 0),
    ],
)
def test_markers_in_code_are_examples_in_one_code_alone(text: str, number: int) -> None:
    """They were meant where a text between them is none, where they are in a drawing, or where a slip made the code."""
    assert len(find_blocks(text, DEFAULT).in_code) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"/// html | pre\n{_BLOCK}///\n", 1),
        (f"/// html | pre\n\n```\n{_BLOCK}```\n\n///\n", 0),
        (f"/// tab | A\n\n```md\n{_BLOCK}```\n///\n", 0),
        ('=== "A"\n\n    ```md\n    <!-- for: mentor -->\n    a\n    <!-- end for -->\n    ```\n', 0),
    ],
)
def test_markers_in_code_that_no_fence_makes_are_meant(text: str, number: int) -> None:
    """In a block of HTML, as in code of blanks; a fence in a block or a tab has examples."""
    names = ("pymdownx.superfences", "pymdownx.blocks.html", "pymdownx.blocks.tab", "pymdownx.tabbed")
    assert len(find_blocks(text, MarkdownSettings(names)).in_code) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Open.\n\n<!-- mentor -->\n\nAsk.\n\n<!-- /mentor -->\n", 1),
        ("Open.\n\n<!-- board only -->\n\nAsk.\n", 1),
        ("Open.\n\n    <!-- for: mentor -->\n\nAsk.\n\n    <!-- end for -->\n", 1),
        ("Open.\n\n<!-- for: mentor -->\n\nAsk.\n\n<!-- end for -->\n", 0),
        ("# For mentors\n\nAsk.\n", 0),
    ],
)
def test_a_text_for_itself_has_right_markers_or_is_refused(text: str, number: int) -> None:
    """As a snippet, whose roles are those of the handbook."""
    assert bool(wrong_marker(text, {*NAMES, "board"}, ("mentor", "board"))) is bool(number)


def test_much_that_begins_like_one_takes_no_long_time() -> None:
    """Every pattern is bounded."""
    for sign in (
        "<",
        "<div for=",
        "{ audience=",
        ":::",
        "///",
        "[",
        "for: mentor ",
        "<!-- ",
        "{{",
        "> ",
        "a.b-",
        "\\<",
        "{% if ",
        "/// a\n    b: c\n",
        "> [!",
        "```{only} ",
        ".. only:: ",
        "<? ",
        "[a]: # (",
    ):
        assert all(said for _, said in meant_markers(sign * 5000, NAMES))


@pytest.mark.parametrize(
    ("text", "name"),
    [("<div>a</div>", None), ("<div>a", "div"), ("a</details>", "details"), ("<div><div></div>", "div"), ("a", None)],
)
def test_a_tag_of_which_one_end_lacks_is_found(text: str, name: str | None) -> None:
    """That which is only opened, or only closed."""
    assert parted_tag(text) == name
