"""What stands between Python-Markdown and a page, whatever Python-Markdown makes of a field one day."""

from __future__ import annotations

import pytest

from journeybook.markdown import fields, scan
from journeybook.markdown.fields import refused, render
from journeybook.markdown.settings import MarkdownSettings
from journeybook.markdown.tame import MOST_OPEN, tame

NUMBERS = iter(range(10_000))


def cleaned(html: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a field gives of which Python-Markdown would make this."""
    monkeypatch.setattr(fields, "render_markdown", lambda *_: html)
    return render(f"*a text* of its own, {next(NUMBERS)}")  # results are kept


HANDLED = ["class", "id", "style", "target", "onclick", "download", "ping", "name", "data-x", "title", "lang"]


@pytest.mark.parametrize("name", HANDLED)
@pytest.mark.parametrize("tag", ["a", "p", "h3", "td", "th", "li", "ol", "code"])
def test_attributes_are_those_of_the_list(tag: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class could take the look of something else, an id the place of a script's; themes show a title as HTML."""
    assert f"{name}=" not in cleaned(f'<{tag} {name}="x">text</{tag}>', monkeypatch)


@pytest.mark.parametrize("tag", ["script", "style", "img", "iframe", "form", "input", "svg", "object", "base", "meta"])
def test_tags_are_those_of_the_list(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All others go, and scripts and styles go with what is in them."""
    html = cleaned(f"<p>before <{tag}>inside</{tag}> after</p>", monkeypatch)
    assert f"<{tag}" not in html and html.startswith("<p>before ")
    assert tag not in ("script", "style") or "inside" not in html


@pytest.mark.parametrize("scheme", ["javascript", "data", "vbscript", "file", "ftp", "blob", "tel", "ws"])
@pytest.mark.parametrize("alone", [False, True])
def test_schemes_are_those_of_the_list(scheme: str, alone: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link of another scheme is text; the cleaner sees to that without what judges addresses, too."""
    if alone:
        monkeypatch.setattr(fields, "safe_address", lambda address: address)
    html = cleaned(f'<p><a href="{scheme}:x">text</a></p>', monkeypatch)
    assert f"{scheme}:" not in html and ">text<" in html


@pytest.mark.parametrize("text", ["![](*'](\\_", '[](<"](<*\\_', "[*`a`\na]('>](\\_", '![<https://a>]("](\\*'])
def test_no_mark_of_python_markdown_s_own_is_left(text: str) -> None:
    """It cuts through its own placeholders where quotes in a destination do not match."""
    assert not set(render(text)) & {"\x02", "\x03"}


@pytest.mark.parametrize("scheme", ["https:", "http:", "mailto:", "HTTPS:", "data:", ""])
def test_every_picture_of_a_field_is_told(scheme: str) -> None:
    """A picture from the web would tell another host who reads, whatever its scheme; a link there stays."""
    assert [link.embed for link in refused(f"See ![x]({scheme}//a.example/b.png).")] == [True]
    assert bool(refused(f"See [x]({scheme}//a.example/b.png).")) == (scheme in ("data:", ""))


def test_a_picture_is_told_though_a_link_leads_to_it() -> None:
    """The address is good; what it is loaded for is not."""
    address = "https://a.example/b.png"
    assert [link.embed for link in refused(f"See [x]({address}) and ![x]({address}).")] == [True]


def test_brackets_are_bounded_before_they_are_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as may be open stay, and a further one is text; so it is where links are looked for."""
    given: list[str] = []
    real = fields.render_markdown

    def spy(text: str, settings: MarkdownSettings) -> str:
        given.append(text)
        return real(text, settings)

    monkeypatch.setattr(fields, "render_markdown", spy)
    monkeypatch.setattr(scan, "render", spy)
    render("[" * (MOST_OPEN + 8) + " one")
    render("[" * (MOST_OPEN + 8) + " one", trusted=True)
    refused("[" * (MOST_OPEN + 8) + "[a](x.md)")
    open_ones = [text.count("[") - text.count("\\[") - text.count("[a]") for text in given]
    assert set(open_ones) == {MOST_OPEN} and len(open_ones) == 4


@pytest.mark.parametrize("sign", ["[", "[a]("])
def test_one_bracket_too_many_is_text(sign: str) -> None:
    """Thirty-two may be without a partner."""
    most = sign * MOST_OPEN
    assert tame(most) == most
    assert tame(most + sign) != most + sign and tame(most + sign).startswith(most)


def test_nested_brackets_are_bounded_too() -> None:
    """Thirty-two may be inside each other."""
    most, more = ("[" * n + "]" * n for n in (MOST_OPEN, MOST_OPEN + 1))
    assert tame(most) == most
    assert tame(more) == more.replace("[]", "(]")


def test_a_bracket_that_is_text_stays_text() -> None:
    """However many there are: a second backslash before one would make a link of what follows."""
    escaped = r"\[" * (2 * MOST_OPEN) + r"\[y](../z.md)"
    assert tame(escaped, r"\[") == escaped
    assert "<a" not in render(escaped) and refused(escaped) == []


def test_what_is_no_link_stays() -> None:
    """There is none without its first bracket; in code, a backslash would show."""
    code = "`" + "](" * (MOST_OPEN + 1) + "`"
    assert tame(code) == code


def test_lists_have_sixty_levels() -> None:
    """What a line is indented by beyond that is left out: Python-Markdown calls itself for each level."""
    assert tame("    " * 60 + "- a") == "    " * 60 + "- a"
    assert tame("    " * 61 + "- a") == "    " * 60 + "- a"
