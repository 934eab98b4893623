"""What is wrong with an address that looks whole and leads nowhere, and which one was meant."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from journeybook.markdown.addresses import is_readable, with_dots
from journeybook.markdown.meant import has_scheme, is_file, is_on_a_computer, whole
from journeybook.problems import Text, say

_WHOLE = re.compile(r"(?:https?://|mailto:)\S+", re.I)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TWICE = re.compile(r"https?:/*(?=(?:https?://|mailto:))", re.I)
_LABEL = r"[^\s\x00-,./:-@\[-^`{-\x7f\u2000-\u206f]+"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
_WITH_REMARK = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+?)[,;]?\s+(?:[(\[<–—-].*|(?:accessed|retrieved|last)\b.*)", re.I
)
_LAST_WORD = re.compile(r"(?:[/.?=&-][a-z0-9]+|[)\]])\.$")
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}


def wrong_address(text: str) -> tuple[Text, Text] | None:
    """Say what is wrong with a text in the place of an address, and what to write; None where nothing is."""
    message = say("‘{text}’ is not an address", text=text)
    if not _WHOLE.fullmatch(text) or not is_readable(text):
        return message, _instead(text)
    if _UNSEEN.search(text):
        return say("there are characters in this address that nobody sees"), _write(_UNSEEN.sub("", text))
    if twice := _TWICE.match(text):
        return message, _write(text[twice.end() :])
    if text.casefold().startswith("http") and not _has_host(text):
        meant = with_dots(text)
        return message, _write(meant) if meant else say("write it whole: https://… or mailto:…")
    bare = _without_stop(text)
    return None if bare == text else (message, _write(bare))


def _write(address: str) -> Text:
    return say("write `{code}`", code=address)


def _has_host(text: str) -> bool:
    """Tell whether a browser finds a host in an address, and a port that is a number."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return bool(_HOST.fullmatch(host)) or ":" in host


def _without_stop(text: str) -> str:
    """Take signs of the sentence away that end an address; `Inc.` may be the end of one, `tea.` is none."""
    opening = _CLOSING.get(text[-1])
    if text[-1] in ",;" or _LAST_WORD.search(text) or (opening and text.count(text[-1]) > text.count(opening)):
        return _without_stop(text[:-1])
    return text


def _instead(text: str) -> Text:
    if found := _WITH_REMARK.fullmatch(text):
        return _write(whole(found["address"]) or found["address"])
    if re.fullmatch(r"https?://[^\s/]+/\S*\s.*", text, re.I):
        return _write(re.sub(r"\s", "%20", text))
    meant = whole(text)
    if meant not in (None, text):
        return _write(str(meant))
    if is_on_a_computer(text):
        return say("nobody else has that file: put a copy beside this one, and give it under `resources:` as `file: …`")
    if is_file(text) and not has_scheme(text):
        return say("give the file under `resources:`, as `file: {file}`", file=text.removeprefix("./"))
    return say("write it whole: https://… or mailto:…")
