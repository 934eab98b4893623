"""What only a text that is gone has used goes with it; everything else stays as it is."""

from __future__ import annotations

import pytest

from journeybook.markdown.orphans import defined, parted, without_definitions, without_orphans, without_unused


@pytest.mark.parametrize(
    ("gone", "text", "left"),
    [
        ("[a][k]", "Text\n\n[k]: x.pdf\n[l]: y.pdf\n", "Text\n\n[l]: y.pdf\n"),
        ("![a][K k]", 'Text\n\n[k  K]: x.png\n  "Title"\n\nMore\n', "Text\n\n\nMore\n"),
        ("A[^1]", "Text\n\n[^1]: A note\n    of two lines\n\n    and a paragraph.\n\nMore\n", "Text\n\n\nMore\n"),
        ("A[^1]", "Text\r\n\r\n[^1]: A\r\n\r\n    B\r\n\r\nMore\r\n", "Text\r\n\r\n\r\nMore\r\n"),
        ("A[^1]", "Text[^1]\n\n[^1]: A note\n", "Text[^1]\n\n[^1]: A note\n"),
        ("A[^1]", "Text\n\n[^1]: See [k] and[^2]\n[^2]: Deep\n\n[k]: x.pdf\n", "Text\n\n\n"),
        ("A[^1]", "Text[^3]\n\n[^1]: A\n[^3]: See [^1]\n", "Text[^3]\n\n[^1]: A\n[^3]: See [^1]\n"),
        ("The QXV", "Text\n\n*[QXV]: A secret name\n*[HTML]: Another\n", "Text\n\n*[HTML]: Another\n"),
        ("nothing", "Text\n\n[k]: x.pdf\n", "Text\n\n[k]: x.pdf\n"),
        ("[a][k]", "> Text\n>\n> [k]: x.pdf\n", "> Text\n>\n"),
        ("A[^1]", "[^1]: They:\n\n    [Anna]: hello\n\n    Bo.\n\nMore\n", "\nMore\n"),
        ("A[^1]", "[^1]: A:\n    [drive]: https://x.org\n    *[HTML]: B\n\n    C.\n[^2]: D\n", "[^2]: D\n"),
        ("A[^1]", "[^1]: A:\n\n    ```\n    [^x]: B\n    ```\n\n    C.\n\nMore\n", "\nMore\n"),
        ("A[^1]", "> [^1]: A:\n>\n>     [^x]: B\n>\n>     C.\n>\n> More\n", ">\n> More\n"),
        ("A[^1]", "- a\n\n    [^1]: A:\n\n        [b]: B\n\n        C.\n\n    [c]: d\n", "- a\n\n\n    [c]: d\n"),
        ("A[^1] and[^2]", "Text\n\n[^1]: S, see [^2].\n[^2]: T, see [^1].\n[^3]: U\n", "Text\n\n[^3]: U\n"),
        ("A[^1]", "Text\n\n[^1]: S, see [^2].\n[^2]: T, see [^1].\n", "Text\n\n"),
        ("A[^1]", "Text\n\n[^1]: S (see also [^1])\n", "Text\n\n"),
        (
            "A[^1]",
            "Text[^2]\n\n[^1]: S, see [^2].\n[^2]: T, see [^1].\n",
            "Text[^2]\n\n[^1]: S, see [^2].\n[^2]: T, see [^1].\n",
        ),
        (
            "A[^1]",
            "[^3]: See [^2]\n[^1]: S, see [^2].\n[^2]: T[^1]\n",
            "[^3]: See [^2]\n[^1]: S, see [^2].\n[^2]: T[^1]\n",
        ),
        ("The QZ", "Text\n\n*[QZ]: The QZ is secret\n", "Text\n\n"),
        ("The QZ", "QZ\n\n*[QZ]: The QZ is secret\n", "QZ\n\n*[QZ]: The QZ is secret\n"),
        ("[plan]", 'Text\n\n[plan]: https://x.org "The [plan] of"\n', "Text\n\n"),
        ("A[^A]", "Text[^a]\n\n[^a]: S\n[^A]: T\n", "Text[^a]\n\n[^a]: S\n"),
        ("A[^1  a]", "Text[^1 a]\n\n[^1 a]: S\n[^1  a]: T\n", "Text[^1 a]\n\n[^1 a]: S\n"),
        ("A[^A]", "Text\n\n[^a]: S\n", "Text\n\n"),
        ("[x][K]", "[x][k]\n\n[K]: y.pdf\n", "[x][k]\n\n[K]: y.pdf\n"),
        ("[t][drive]", "The [drive](index.md)\n\n[drive]: https://x.org\n", "The [drive](index.md)\n\n"),
        ("[t][x]", "- [x] done\n\n[x]: https://x.org\n", "- [x] done\n\n"),
        ("A[^1]", '## H { title="[^1]" }\n\n[^1]: S\n', '## H { title="[^1]" }\n\n'),
        ("A[^1]", '[x](index.md "[^1]")\n\n[^1]: S\n', '[x](index.md "[^1]")\n\n'),
        ("A[^1]", "<b title='[^1]'>x</b>\n\n[^1]: S\n", "<b title='[^1]'>x</b>\n\n"),
        ("[t](x.md '[k]') [k]", "A [k] (b)\n\n[k]: x.pdf\n", "A [k] (b)\n\n[k]: x.pdf\n"),
        ("[k]", "[a [k] b](c.md)\n\n[k]: x.pdf\n", "[a [k] b](c.md)\n\n[k]: x.pdf\n"),
        ("[k]", "[k](open\n\n[k]: x.pdf\n", "[k](open\n\n[k]: x.pdf\n"),
        ("A[^1]", '{{ box("See [^1]") }} B[^2](c)\n\n[^1]: S\n', '{{ box("See [^1]") }} B[^2](c)\n\n[^1]: S\n'),
        ("A[^1]", "B[^1](c)\n\n[^1]: S\n", "B[^1](c)\n\n[^1]: S\n"),
        ("A[^2]", "[^1]: A:\n\n    [^2]: B\n\n    C.\n", "[^1]: A:\n\n\n    C.\n"),
    ],
)
def test_definitions_go_with_their_last_use(gone: str, text: str, left: str) -> None:
    """Those of links and pictures, footnotes with all their lines, and abbreviations."""
    assert without_orphans(text, gone) == left


def test_definitions_go_by_their_names() -> None:
    """Those of notes and short forms too; what has gone comes back with what its going has taken along."""
    text = "x\n\n[^a]: See [b]\n\n[b]: b.pdf\n\n*[HTML]: Long\n"
    assert defined(text) == {"^a", "b", "*HTML"}
    assert without_definitions(text, {"^a", "*HTML"}) == "x\n\n\n[b]: b.pdf\n\n"
    assert without_definitions("[^a]: A\n\n    [b]: B\n\n    C\n\nx\n", {"^a", "b"}) == "\nx\n"
    left, gone = parted(text, "y[^a]")
    assert defined(left) == {"*HTML"} and defined(gone) == {"^a", "b"}


def test_unused_definitions_go() -> None:
    """But for notes, which Markdown shows all; where it is asked where they lead to, only those."""
    text = "[x][a] y\n\n[a]: a.pdf\n[b]: b.pdf\n[c]: c.pdf\n[^n]: b.pdf\n"
    assert without_unused(text) == "[x][a] y\n\n[a]: a.pdf\n[^n]: b.pdf\n"
    assert without_unused(text, lambda value: value == "b.pdf") == text.replace("[b]: b.pdf\n", "")
