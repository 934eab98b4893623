"""Bytes of an activity's page, before compression, without and with its navigation, at 500 and at 2,000 activities.

The navigation is Material's: the tabs, and the tree beside the page. What stands next to an activity in its chapter,
and the contents of the page, count as the page.
"""

from __future__ import annotations

import statistics

from frame.bench import Bench
from frame.pages import activity_pages, navigation_bytes
from frame.results import Result

TITLE = "The weight of an activity’s page"
MOST = 40_000


def measure(bench: Bench) -> Result:
    """Give the heaviest page against the limit, and the growth of the median."""
    small, large = bench.sizes(activities=500), bench.sizes(activities=2_000)
    result = Result(TITLE, __doc__ or "", vars(large))
    rows = {sizes: f"{sizes.activities:,} activities" for sizes in (small, large)}
    for sizes, row in rows.items():
        for path in activity_pages(bench.site(sizes)):
            page = path.read_bytes()
            bare = len(page) - navigation_bytes(page)
            result.add(row, {"without navigation, kB": bare / 1000, "with navigation, kB": len(page) / 1000})
    first, last = (result.table[row] for row in rows.values())
    bare = [value * 1000 for values in (first, last) for value in values["without navigation, kB"]]
    result.compare("the heaviest page without navigation ÷ 40 kB", [max(bare) / MOST], 1)
    result.compare("the median page without navigation ÷ 40 kB", [statistics.median(bare) / MOST])
    whole = "with navigation, kB"
    grown = statistics.median(last[whole]) / statistics.median(first[whole])
    result.compare(f"with navigation, {rows[large]} ÷ {rows[small]} (medians)", [grown], 1.05)
    return result
