"""What a handbook may add to its site's policy, in mkdocs.yml below `journeybook`.

A policy tells browsers what a page may load and run (Content Security Policy, level 3).
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from journeybook.model.base import Model
from journeybook.model.types import Many, fail, scalar
from journeybook.model.validate import validate
from journeybook.problems import Problem, say
from journeybook.source import Document

_INLINE, _DYNAMIC, NONE = "'unsafe-inline'", "'strict-dynamic'", "'none'"
_OF_EVERYBODY = ("*", "http:", "https:", "data:", "javascript:")
_WORDS = ("self", "unsafe-inline", "unsafe-eval", "unsafe-hashes", "wasm-unsafe-eval", "strict-dynamic")
_HASH = re.compile(r"sha(?:256-[\w+/-]{43}=?|384-[\w+/-]{64}|512-[\w+/-]{86}(?:==)?)", re.ASCII)
_NO_HOST = re.compile(r"none$|sha(?:256|384|512)-")
_SCHEMES = ("blob", "data", "filesystem", "http", "https", "mediastream", "ws", "wss")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII)
_HOST = re.compile(  # a word without a dot is a scheme without its colon, or a mistake
    r"(?:[a-z][a-z0-9+.-]*://[a-z0-9-]+|localhost|(?:[a-z][a-z0-9+.-]*://)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::(?:\d{1,5}|\*))?(?:/[\w.~!$&*+()=:@%/-]*)?",
    re.ASCII | re.IGNORECASE,
)


def _source(value: Any) -> str:
    """Read a source as a policy has it. YAML takes the quotes of `'self'` for its own, so they need not be there."""
    text = scalar(value).strip()
    bare = text.removeprefix("'").removesuffix("'")
    if bare in _WORDS or _HASH.fullmatch(bare):
        return f"'{bare}'"
    if text == "*" or _SCHEME.fullmatch(text) or (_HOST.fullmatch(text) and not _NO_HOST.match(text)):
        return text
    if bare in _SCHEMES:
        raise fail(say("‘{text}’ is nothing that a policy can add", text=text), say('write "{name}:"', name=bare))
    raise fail(
        say("‘{text}’ is nothing that a policy can add", text=text),
        say('write an address such as https://pictures.example.org, a scheme such as "blob:", or a hash (sha256-…)'),
    )


def _has_effect(sources: tuple[str, ...]) -> tuple[str, ...]:
    if _INLINE in sources:
        raise fail(
            say("browsers ignore ‘unsafe-inline’ here, beside the hashes of the theme’s scripts"),
            say("write the hash of the script (sha256-…), or put the script into a file"),
        )
    if _DYNAMIC in sources:
        raise fail(
            say("with ‘strict-dynamic’ browsers load none of the theme’s scripts"),
            say("take it out, and name the addresses of your scripts"),
        )
    if everybody := next((source for source in sources if source in _OF_EVERYBODY), None):
        raise fail(
            say("‘{text}’ lets scripts of everybody run, which is what the policy is against", text=everybody),
            say("name the addresses of your scripts, such as https://scripts.example.org"),
        )
    return sources


def _ancestor(value: Any) -> str:
    bare = scalar(value).strip().removeprefix("'").removesuffix("'")
    return NONE if bare == "none" else _source(value)


def _none_alone(sources: tuple[str, ...]) -> tuple[str, ...]:
    if NONE in sources and len(sources) > 1:
        raise fail(say("‘none’ stands beside others"), say("write `none` alone, or take it out"))
    return sources


PolicySource = Annotated[str, BeforeValidator(_source)]
Ancestor = Annotated[str, BeforeValidator(_ancestor)]


class Policy(Model):
    """Sources that a handbook adds, by the directive that they are added to."""

    script: Annotated[Many[PolicySource], AfterValidator(_has_effect)] = Field(default=(), alias="script-src")
    """Scripts."""
    style: Many[PolicySource] = Field(default=(), alias="style-src")
    """Stylesheets."""
    img: Many[PolicySource] = Field(default=(), alias="img-src")
    """Pictures."""
    font: Many[PolicySource] = Field(default=(), alias="font-src")
    """Faces of letters."""
    connect: Many[PolicySource] = Field(default=(), alias="connect-src")
    """What scripts ask for."""
    media: Many[PolicySource] = Field(default=(), alias="media-src")
    """Sound and video."""
    frame: Many[PolicySource] = Field(default=(), alias="frame-src")
    """Pages of others that are shown in a page, such as a video's."""
    worker: Many[PolicySource] = Field(default=(), alias="worker-src")
    """Workers."""
    form: Many[PolicySource] = Field(default=(), alias="form-action")
    """Where forms send what is typed."""
    ancestors: Annotated[Many[Ancestor], AfterValidator(_none_alone)] = Field(default=(), alias="frame-ancestors")
    """Whose pages may show the handbook inside of themselves."""

    def added(self) -> dict[str, tuple[str, ...]]:
        """Give the sources of each directive that has any."""
        return {directive: sources for directive, sources in self.model_dump(by_alias=True).items() if sources}


class _Options(Model):
    csp: Policy


def read_policy(document: Document) -> tuple[Policy | None, list[Problem]]:
    """Read what a document with the key `csp` adds, None where it does not fit."""
    options, problems = validate(document, _Options)
    return options.csp if options else None, problems
