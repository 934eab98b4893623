"""Settings of Material that do nothing without another one, or beside one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from journeybook.builders.config.judged.draft import Draft
from journeybook.problems import Path, say

_NEEDED = {
    "navigation.tabs.sticky": "navigation.tabs",
    "navigation.instant.prefetch": "navigation.instant",
    "navigation.instant.progress": "navigation.instant",
}
"""Features with the one without which they have no effect."""
_AGAINST = {"navigation.prune": "navigation.expand"}
"""Features with the one that opens what they leave out of the menu."""
_OF_REPOSITORIES = ("content.action.edit", "content.action.view")


def judge_needs(draft: Draft) -> None:
    """Tell such settings, where no template, script or style of the handbook's own may read them."""
    theme, extra = draft.data.get("theme"), draft.data.get("extra")
    _judge_scheme(draft)
    if not isinstance(theme, dict) or "custom_dir" in theme:
        return
    _judge_features(draft, theme)
    _judge_repository(draft, theme)
    _judge_switch(draft, theme)
    if isinstance(extra, dict) and not draft.data.get("extra_javascript") and not draft.data.get("hooks"):
        _judge_extra(draft, extra)
    if isinstance(extra, dict):
        _judge_alternate(draft, theme, extra)


def _judge_features(draft: Draft, theme: dict[str, Any]) -> None:
    given = theme.get("features")
    features = [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
    for place, name in enumerate(given if isinstance(given, list) else ()):
        path: Path = ("theme", "features", place)
        needed, against = _NEEDED.get(str(name)), _AGAINST.get(str(name))
        if needed and needed not in features:
            message = say("‘{name}’ has no effect without `{needed}`", name=name, needed=needed)
            draft.tell("JB471", message, say("write `- {needed}` as well, or take this out", needed=needed), path=path)
        if against and against in features:
            message = say(
                "`{other}` opens the whole menu, and ‘{name}’ leaves parts of it out", other=against, name=name
            )
            draft.tell("JB471", message, say("take one of the two out"), path=path)
        if name in _OF_REPOSITORIES and not any(
            draft.data.get(key) for key in ("repo_url", "edit_uri_template", "edit_uri")
        ):
            message = say("‘{name}’ has no effect without `{needed}`", name=name, needed="repo_url")
            hint = say("write `repo_url: https://…` with the address of the repository, or take this out")
            draft.tell("JB471", message, hint, path=path)
        if name == "announce.dismiss":
            message = say("‘{name}’ has no effect: no template of yours has an announcement", name=name)
            hint = say("write `banner: …` below `- journeybook:` for a text above each page, and take this out")
            draft.tell("JB471", message, hint, path=path)


def _judge_scheme(draft: Draft) -> None:
    """Tell styles and scripts that browsers do not load, since the site is more secure than they are."""
    site = draft.data.get("site_url")
    if not isinstance(site, str) or not site.startswith("https://"):
        return
    for key in ("extra_css", "extra_javascript"):
        given = draft.data.get(key)
        for place, name in enumerate(given if isinstance(given, list) else ()):
            if isinstance(name, str) and name.startswith("http://"):
                message = say("browsers load nothing of `http://` on a site of `https://`")
                draft.tell("JB471", message, say("write `https://{rest}`", rest=name[7:]), path=(key, place))


def _judge_switch(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell a switch of a theme that has one palette: it changes nothing."""
    given = theme.get("palette")
    palettes = given if isinstance(given, list) else [given]
    if len(palettes) == 1 and isinstance(palettes[0], dict) and palettes[0].get("toggle"):
        message = say("this switch changes nothing: there is one palette alone")
        hint = say("take `palette` out: journeybook has one for light and one for dark, and a switch for both")
        path: Path = ("theme", "palette", 0) if isinstance(given, list) else ("theme", "palette")
        draft.tell("JB471", message, hint, path=(*path, "toggle"), at_key=True)


def _judge_repository(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell the name and the sign of a repository that has no address."""
    if draft.data.get("repo_url"):
        return
    icon = theme.get("icon")
    given: list[Path] = [("repo_name",)] if draft.data.get("repo_name") else []
    given += [("theme", "icon", "repo")] if isinstance(icon, dict) and icon.get("repo") else []
    for path in given:
        message = say("‘{name}’ has no effect without `{needed}`", name=path[-1], needed="repo_url")
        hint = say("write `repo_url: https://…` with the address of the repository, or take this out")
        draft.tell("JB471", message, hint, path=path, at_key=True)


def _judge_extra(draft: Draft, extra: dict[str, Any]) -> None:
    """Tell votes that nothing counts, and a question for cookies where there are none."""
    analytics, consent = extra.get("analytics"), extra.get("consent")
    if isinstance(analytics, dict) and analytics.get("feedback") and not analytics.get("provider"):
        message = say("‘{name}’ has no effect without `{needed}`", name="feedback", needed="provider")
        hint = say(
            "write `feedback: https://…` below `- journeybook:` for a link at the end of each page, and take this out"
        )
        draft.tell("JB471", message, hint, path=("extra", "analytics", "feedback"), at_key=True)
    if isinstance(consent, dict) and not analytics and not consent.get("cookies") and not draft.data.get("repo_url"):
        message = say("readers are asked to allow cookies, and this handbook has none")
        draft.tell("JB471", message, say("take `consent` out"), path=("extra", "consent"), at_key=True)


def _judge_alternate(draft: Draft, theme: dict[str, Any], extra: dict[str, Any]) -> None:
    """Tell an address of the handbook's own language, in the menu of languages, at which it is not."""
    given, site = extra.get("alternate"), draft.data.get("site_url")
    if not isinstance(given, list) or not isinstance(site, str) or draft.data.get("plugins") is None:
        return
    home, language = urlsplit(site).path.rstrip("/"), str(theme.get("language") or "en")
    for place, item in enumerate(given):
        link = item.get("link") if isinstance(item, dict) else None
        if (
            not isinstance(link, str)
            or item.get("lang") != language
            or not link.startswith("/")
            or link.startswith("//")
        ):
            continue
        if link.rstrip("/") != home:
            message = say(
                "‘{link}’ is not where this handbook is: `site_url` says `{home}`", link=link, home=f"{home}/"
            )
            hint = say("write `link: {home}`; or `site_url` with that folder, where it lies in one", home=f"{home}/")
            draft.tell("JB471", message, hint, path=("extra", "alternate", place, "link"))
