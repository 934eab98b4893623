"""Files among the chapters that are looked for by their names, whatever a page says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

OF_BROWSERS = re.compile(r"(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned-tab)[\w.-]*", re.I)
"""What browsers look for."""
_KEY = r"(?=[0-9-]*[a-f])[0-9a-f-]{8,128}\.(?:txt|html)"
"""The key of a site with a search engine; figures alone are a date."""
_OWNERS = r"(?:google|pinterest-|yandex_|naver|baidu_verify_|wot-verification-?)[\w-]+\.html"
_TEXTS = r"(?:(?:app-)?ads|carbon|humans|llms(?:-full|-ctx)?|robots|security|trust)\.txt"
_DATA = r"(?:assetlinks|firebase|manifest|opensearch|sellers|staticwebapp\.config|tdmrep|vercel|versions)\.json"
_FOR_BUILDS = r"requirements[\w.-]*\.txt|mkdocs[\w.-]*\.ya?ml|(?:package(?:-lock)?|tsconfig)\.json"
OF_HOSTS = re.compile(
    rf"{_TEXTS}|{_KEY}|{_OWNERS}|(?:404|index)\.html?|{_DATA}"
    r"|(?:[\w.-]*[-_.])?(?:authors|copying|fontlog|licen[cs]e|notice|ofl|readme)(?:[-_.][\w.-]*)?\.(?:txt|html?)"
    rf"|{_FOR_BUILDS}|(?:bingsiteauth|browserconfig|crossdomain|atom|feed|opensearch|rss|sitemap[\w-]*)\.xml",
    re.I,
)
"""What hosts, search engines and machines look for, licences beside what they are of, and lists that builds read."""
_IMAGES_OF_BROWSERS = (
    r"(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned-tab)"
    r"(?:-\d+(?:x\d+)?|-dark|-light|-precomposed)*\.(?:gif|ico|jpe?g|png|svg|webp)"
)
_OWN_KEYS = (
    r"(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{12,128}\.(?:txt|html)|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(?:txt|html)"
    r"|(?:google|yandex_|naver)[0-9a-f]{12,64}\.html|pinterest-[0-9a-f]{5,64}\.html|baidu_verify_(?:code-|codeva-)?\w{8,32}\.html"
)
_UNNAMED = re.compile(
    rf"{_TEXTS}|{_OWN_KEYS}|{_IMAGES_OF_BROWSERS}|404\.html?|{_DATA}|CNAME|_redirects|_headers|_routes\.json|\.nojekyll"
    r"|requirements\.txt|(?:package(?:-lock)?|tsconfig)\.json"
    r"|\.htaccess|web\.config|BingSiteAuth\.xml|browserconfig\.xml|site\.webmanifest",
    re.I,
)
"""Whole names, or all signs of one: with a word more it may be the file of somebody else."""
_LICENCES = {"copying", "fontlog", "licence", "license", "ofl"}
_KINDS = {"apache", "bsd", "by", "cc", "cc0", "font", "fonts", "gpl", "icons", "mit", "mpl", "ofl", "sa"}


def goes_unnamed(path: str) -> bool:
    """Tell whether a file, by its path among the chapters, means something to hosts or browsers where it lies."""
    folder, _, name = path.rpartition("/")
    if folder:
        return path.startswith(".well-known/")
    return bool(_UNNAMED.fullmatch(name)) or _is_licence(name, ())


def licences_beside(paths: Iterable[str], carried: Iterable[str]) -> set[str]:
    """Give those of some files that are the licence of one that is carried, which lies in the same folder."""
    names = defaultdict[PurePosixPath, list[str]](list)
    for file in map(PurePosixPath, carried):
        names[file.parent].append(file.name)
    places = ((path, PurePosixPath(path)) for path in paths)
    return {path for path, place in places if place.parent in names and _is_licence(place.name, names[place.parent])}


def _is_licence(name: str, beside: Iterable[str]) -> bool:
    """Tell whether a file is called a licence and nothing more than its kind, or what it is of that lies beside it."""
    words = _words(re.sub(r"\.(?:txt|html?)$", "", name, flags=re.I))
    of = [word for word in words if word not in _LICENCES | _KINDS and not word.isdigit()]
    if _LICENCES.isdisjoint(words):
        return False
    return not of or any(_words(one)[: len(of)] == of for one in beside)


def _words(name: str) -> list[str]:
    return re.split(r"[-_.]", name.casefold())
