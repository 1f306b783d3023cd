"""What a person sees: a real browser, its painted frames, its websocket's bytes."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
import numpy.typing as npt
from PIL import Image
from playwright.sync_api import CDPSession, Locator, Page, WebSocket

# The picture is done when it has not changed for so long.
_QUIET_S = 1.5
_LONGEST_S = 60.0
_CLICKS = 10
_ANSWER_S = 4.0
_AROUND = 6
_MAP = ".choropleth .stage svg.map, [data-testid=stDeckGlJsonChart], .js-plotly-plot"


@dataclass
class Frames:
    """The frames a page paints, as the browser casts them; only the map's part is compared."""

    page: Page
    kept: list[tuple[float, npt.NDArray[np.uint8]]] = field(default_factory=list)
    box: tuple[int, int, int, int] = (300, 200, 1300, 740)
    link: CDPSession | None = None

    def begin(self) -> None:
        """Start casting."""
        self.kept.clear()
        self.link = self.page.context.new_cdp_session(self.page)
        self.link.on("Page.screencastFrame", self._take)
        self.link.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})

    def _take(self, told: dict[str, object]) -> None:
        image = Image.open(io.BytesIO(base64.b64decode(str(told["data"])))).convert("RGB").crop(self.box)
        self.kept.append((perf_counter(), np.asarray(image)))
        if self.link:
            self.link.send("Page.screencastFrameAck", {"sessionId": told["sessionId"]})

    def last_change(self, since: float) -> float:
        """Wait until the map's part stands still; return the seconds from `since` to its last change."""
        until = since + _LONGEST_S
        changed = since
        seen = 0
        while perf_counter() < until:
            self.page.wait_for_timeout(50)
            for at in range(max(seen, 1), len(self.kept)):
                if np.abs(self.kept[at][1].astype(int) - self.kept[at - 1][1]).mean() > 0.3:
                    changed = self.kept[at][0]
            seen = len(self.kept)
            if changed > since and perf_counter() - changed > _QUIET_S:
                break
        if self.link:
            self.link.detach()
        return changed - since


@dataclass(frozen=True)
class Watched:
    """Seconds and bytes of one page at one size."""

    first_view_s: float
    filter_s: float
    filter_bytes: int
    click_s: float
    clicks_delivered: int
    clicks: int


class Bytes:
    """The bytes the server sends over the websocket."""

    def __init__(self, page: Page) -> None:
        self.sent = 0
        page.on("websocket", self._listen)

    def _listen(self, link: WebSocket) -> None:
        link.on("framereceived", self._add)

    def _add(self, payload: object) -> None:
        self.sent += len(payload) if isinstance(payload, str | bytes) else 0


def watch(page: Page, address: str, query: str) -> Watched:
    """Open a page, change its filter three times, click ten regions."""
    counted, frames = Bytes(page), Frames(page)
    page.goto("about:blank")
    frames.begin()
    begun = perf_counter()
    page.goto(f"{address}/?{query}")
    first = frames.last_change(begun)
    area = page.locator(_MAP).first
    area.wait_for(timeout=30_000)
    repaint, sent = zip(*(_filtered(page, frames, counted, period) for period in (1, 2, 3)), strict=True)
    clicks = _clicked(page, area)
    times = [one for one in clicks if one is not None]
    return Watched(
        first,
        float(np.median(repaint)),
        int(np.median(sent)),
        float(np.median(times)) if times else float("nan"),
        len(times),
        len(clicks),
    )


def _filtered(page: Page, frames: Frames, counted: Bytes, period: int) -> tuple[float, int]:
    page.locator("[data-testid=stSelectbox] input").click()
    choice = page.get_by_role("option", name=str(period), exact=True)
    choice.wait_for()
    page.wait_for_timeout(400)
    before = counted.sent
    frames.begin()
    page.wait_for_timeout(200)
    begun = perf_counter()
    choice.click()
    return frames.last_change(begun), counted.sent - before


def _clicked(page: Page, area: Locator) -> list[float | None]:
    spots = _spots(page, area)
    said = page.get_by_text("picked=")
    times: list[float | None] = []
    for x, y in spots:
        before = said.inner_text()
        begun = perf_counter()
        page.mouse.click(x, y)
        times.append(_until(page, lambda before=before: said.inner_text() != before, begun))  # type: ignore[misc]
        page.wait_for_timeout(1000)
    return times


def _until(page: Page, done: Callable[[], bool], begun: float) -> float | None:
    while perf_counter() - begun < _ANSWER_S:
        if done():
            return perf_counter() - begun
        page.wait_for_timeout(10)
    return None


def _spots(page: Page, area: Locator) -> list[tuple[float, float]]:
    """Choose points well inside ten different regions: blue, and of one colour all around."""
    box = area.bounding_box()
    assert box is not None
    image = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB")).astype(int)
    luck = np.random.default_rng(7)
    found: list[tuple[float, float]] = []
    colours: list[tuple[int, ...]] = []
    for _ in range(20_000):
        x = int(luck.uniform(box["x"] + _AROUND, min(box["x"] + box["width"], image.shape[1]) - _AROUND))
        y = int(luck.uniform(box["y"] + _AROUND, min(box["y"] + box["height"], image.shape[0]) - _AROUND))
        around = image[y - 2 : y + 3, x - 2 : x + 3].reshape(-1, 3)
        red, _, blue = around[0]
        far = all(abs(x - px) + abs(y - py) > 40 for px, py in found)
        if far and (around == around[0]).all() and blue - red > 20:
            found.append((x, y))
            colours.append(tuple(around[0]))
        if len(found) == _CLICKS:
            break
    return found
