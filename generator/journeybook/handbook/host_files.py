"""Files among the chapters that are looked for by their names, whatever a page says."""

from __future__ import annotations

import re
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
_LICENCE = r"(?:[\w.-]*[-_.])?(?:copying|fontlog|licen[cs]e|ofl)(?:[-_.][\w.-]*)?"
OF_HOSTS = re.compile(
    rf"{_TEXTS}|{_KEY}|{_OWNERS}|(?:404|index)\.html?|{_DATA}"
    r"|(?:[\w.-]*[-_.])?(?:authors|copying|fontlog|licen[cs]e|notice|ofl|readme)(?:[-_.][\w.-]*)?\.(?:txt|html?)"
    rf"|{_FOR_BUILDS}",
    re.I,
)
"""What hosts, search engines and machines look for, licences beside what they are of, and lists that builds read."""
_UNNAMED = re.compile(
    rf"{_TEXTS}|{_KEY}|{_OWNERS}|404\.html?|{_DATA}|{_FOR_BUILDS}|CNAME|_redirects|_headers|_routes\.json|\.nojekyll"
    r"|\.htaccess|web\.config|BingSiteAuth\.xml|browserconfig\.xml|site\.webmanifest",
    re.I,
)
_IS_LICENCE = re.compile(rf"{_LICENCE}(?:\.(?:txt|html?))?", re.I)


def goes_unnamed(path: str) -> bool:
    """Tell whether a file, by its path among the chapters, means something to hosts or browsers where it lies."""
    folder, _, name = path.rpartition("/")
    if folder:
        return path.startswith(".well-known/")
    return any(one.fullmatch(name) for one in (_UNNAMED, OF_BROWSERS, _IS_LICENCE))


def licences_beside(paths: Iterable[str], carried: Iterable[str]) -> set[str]:
    """Give those of some files that are the licence of one that is carried, which lies in the same folder."""
    folders = {PurePosixPath(path).parent for path in carried}
    return {
        one for one in paths if _IS_LICENCE.fullmatch(PurePosixPath(one).name) and PurePosixPath(one).parent in folders
    }
