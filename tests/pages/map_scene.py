"""A picture of the map as its files and orders are tested with, without a page."""

from __future__ import annotations

from dashboard import cache
from dashboard.address import Address
from dashboard.frame import View
from dashboard.map_cache import Asked, Scene
from dashboard.seat import Seat, store_now
from tests.pages.seed import DATA_DATE, HEILONGJIANG


def scene(**more: object) -> tuple[View, Scene]:
    place = Seat(str(store_now().folder), 1, "system", "0" * 12)
    view = View(place, cache.desk(place), Address(), HEILONGJIANG, DATA_DATE, "zh")
    asked = Asked("T-HLJ-16", None, HEILONGJIANG, None, "prefecture")
    given: dict[str, object] = {"look": "light", "compare": None, "ranked": False, "title": "每县平台推荐5名以上"}
    return view, Scene(asked=asked, as_of=DATA_DATE, lang="zh", **(given | more))  # type: ignore[arg-type]
