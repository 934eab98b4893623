"""What `find`, `rewrite` and `split_front_matter` promise beyond the golden cases."""

from __future__ import annotations

import pytest

from journeybook.markdown import scan, settings
from journeybook.markdown.references import DEFAULT, Edit, MarkdownSettings, find, rewrite, split_front_matter
from journeybook.markdown.tame import MOST_OPEN, tame

# The permanent and the well-known provisional schemes of IANA's registry, and what editors and browsers add.
SCHEMES = """
    about acap acct acr afp aim amss android appdata apt attachment aw barion bb beshare bitcoin blob bolo
    browserext callto cap cast casts chrome chrome-extension cid coap coaps content crid cvs dab data dav dict
    did dis dlna-playcontainer dns dntp doi dpp drm dtn dvb ed2k elsi ethereum example facetime fax feed
    feedready file finger fish fm ftp geo gg git gizmoproject go gopher graph gtalk h323 ham hcp http https hxxp
    hydrazone iax icap icon im imap info iotdisco ipfs ipn ipp ipps irc irc6 ircs iris isostore itms jabber jar
    javascript jms keyparc lastfm ldap ldaps leaptofrogans lvlt magnet mailserver mailto maps market matrix
    message mid mms modem mongodb moz ms-word msnim msrp mtqp mumble mupdate mvn news nfs ni nih nntp notes num
    obsidian onenote opaquelocktoken openid oid otpauth paparazzi payto pkcs11 platform pop pres proxy pwid psyc
    query quic-transport rediss reload res resource rmi rsync rtmfp rtmp rtsp s3 sarif secondlife service
    session sftp sgn shc sieve simpleledger sip sips skype slack smb sms smtp snews snmp soap.beep soldat
    spotify ssb ssh starknet steam stun stuns submit svn swh swid swidpath tag taler teamspeak teams tel
    teliaeid telnet tftp things thismessage thread tip tn3270 tool turn turns tv udp unreal urn ut2004 vbscript
    vemmi ventrilo view-source vnc vscode wais web3 webcal wpid ws wss wtai wyciwyg xcon xmlrpc.beep xmpp xri
    ymsgr z39.50 zoommtg zotero whatsapp tg viber sgnl
""".split()  # noqa: SIM905


@pytest.mark.parametrize("scheme", SCHEMES)
def test_schemes_of_the_web_are_left_alone(scheme: str) -> None:
    """No scheme that others use is taken for a misspelling of ours."""
    assert find(f"[x]({scheme}:thing)") == []


@pytest.mark.parametrize(
    "kind",
    [
        "activty", "actvity", "Activity", "ACTIVITY", "activities", "acitvity", "jurney", "journeys", "work-shop",
        "workshops", "chapters", "chaper", "tool-kit", "toolkits", "question", "questons", "hand-out", "handouts",
        "figur", "figures", "Figure", "tabel", "tables",
    ],
)  # fmt: skip
def test_near_misses_are_found_as_written(kind: str) -> None:
    """A misspelt kind is found, so that the check can say which was meant."""
    assert [(r.kind, r.target) for r in find(f"[x]({kind}:thing)")] == [(kind, "thing")]
    assert find(f"[x]({kind}://thing)") == []


def test_no_candidate_no_rendering(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without anything like a reference costs no rendering, and a page seen before none either."""
    rendered: list[str] = []

    def counted(text: str, markdown: MarkdownSettings) -> str:
        rendered.append(text)
        return settings.render(text, markdown)

    monkeypatch.setattr(scan, "render", counted)
    assert find("# A [page](https://example.com) and activity: none") == []
    assert rendered == []
    once = find("[only here](activity:counted-once)")
    assert find("[only here](activity:counted-once)") == once
    assert len(rendered) == 1


def test_places_count_from_the_whole_text() -> None:
    """With an offset, places, lines and columns are those of the file."""
    text = "\ufeff---\na: '[x](activity:no)'\n---\n\n\nSee [x](activity:yes)."
    front, body, offset = split_front_matter(text)
    assert front == "a: '[x](activity:no)'\n"
    assert (body, text[offset:]) == ("See [x](activity:yes).", body)
    (reference,) = find(text, offset=offset)
    assert (reference.line, reference.column) == (6, 9)
    assert text[reference.start : reference.end] == reference.source == "[x](activity:yes)"


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("text", "", "text"),
        ("---\na: b\n---\ntext", "a: b\n", "text"),
        ("---\r\na: b\r\n...\r\n\r\ntext", "a: b\r\n", "text"),
        ("---\na: b\n", "", "---\na: b\n"),
        ("\n---\na: b\n---\n", "", "\n---\na: b\n---\n"),
        ("----\na: b\n----\n", "", "----\na: b\n----\n"),
        ("\ufefftext", "", "text"),
    ],
)
def test_front_matter(text: str, front: str, body: str) -> None:
    """Front matter is what MkDocs takes for it, with every line ending and with a byte order mark."""
    found = split_front_matter(text)
    assert found[:2] == (front, body)
    assert text[found[2] :] == body


def test_the_extensions_decide() -> None:
    """The same text has a link or a code block, as the site's extensions have it."""
    text = "!!! note\n\n    [x](activity:a)\n"
    assert find(text, DEFAULT) == []
    assert [r.target for r in find(text, MarkdownSettings(("admonition",)))] == ["a"]


def test_settings_are_equal_by_what_they_say() -> None:
    """Settings made anew for every build find what the last build kept."""
    assert MarkdownSettings(("toc",), {"toc": {"permalink": True}}) == MarkdownSettings(
        ("toc",), {"toc": {"permalink": True}}
    )
    assert MarkdownSettings(("toc",), {"toc": {"permalink": True}}) != MarkdownSettings(("toc",))


def test_rewriting_nested_references() -> None:
    """An image inside a link is edited along with the link; a text in the link's place takes both."""
    text = "[![a](toolkit:x)](activity:y) end"
    found = find(text)
    assert rewrite(text, found, lambda r: Edit(f"{r.target}.md")) == "[![a](x.md)](y.md) end"
    assert rewrite(text, found, lambda r: "LINK" if r.kind == "activity" else "IMAGE") == "LINK end"
    assert rewrite(text, found, lambda r: "IMAGE" if r.embed else None) == "[IMAGE](activity:y) end"
    assert rewrite(text, found, lambda r: None) == text


@pytest.mark.parametrize("address", ["a b(c).md", "a).md", "a>b", 'a"b', "a|b", "a[b]", "a\\_b", "a`b`", "a?b=1&lt;=2"])
@pytest.mark.parametrize(
    "source", ["[x](activity:a)", "[x](<activity:a>)", '<a href="activity:a">x</a>', "[x]\n\n[x]: activity:a"]
)
def test_addresses_are_fitted_to_their_place(source: str, address: str) -> None:
    """Whatever characters an address has, the link stays whole and the text around it too."""
    new = rewrite(f"before {source}", find(f"before {source}"), lambda _: Edit("journey:" + address))
    assert [r.kind for r in find(new)] == ["journey"]
    assert settings.render(new, DEFAULT).endswith("x</a></p>")


def test_source_destination() -> None:
    """A reference has its destination as the author wrote it."""
    (reference,) = find('[a](<activity:x> "title")')
    assert reference.source_destination == "activity:x"


def test_brackets_are_bounded() -> None:
    """However many brackets stay open, at most 32 of a paragraph reach Python-Markdown; ordinary text is untouched."""
    text = "[" * 500 + "\n\n" + "[a](b) " * 100
    assert tame(text).count("[") == MOST_OPEN + 100
    assert len(tame(text)) == len(text)
    assert tame("[a](b) " * 100) == "[a](b) " * 100
    assert [r.target for r in find("[" * 500 + "\n\n[a](activity:x)")] == ["x"]
    assert len(find("from [0, 1) to [a](activity:x)\n" * 100)) == 100
    assert tame("[" * 40 + "]" * 40).startswith("[" * 32 + "((((((((]")
