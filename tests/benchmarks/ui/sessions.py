"""Real sessions over the websocket: each thinks, changes the filter, waits for the run to end."""

from __future__ import annotations

import asyncio
import os
import random
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.benchmarks.ui.shapes import PERIODS

THINK_S = 5.0
_OPENING_AT_ONCE = 8
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Crowd:
    """What many sessions at once saw; CPU is the server's per rerun, memory the server's after them."""

    sessions: int
    reruns: int
    p50_s: float
    p95_s: float
    cpu_ms: float
    bytes_a_filter: int
    rss_mb: int


def cpu_s(pid: int) -> float:
    """Return the CPU seconds a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def rss_mb(pid: int) -> int:
    """Return the resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def crowd(address: str, pid: int, query: str, sessions: int, seconds: float) -> Crowd:
    """Let many sessions work for a while."""
    return asyncio.run(_crowd(address, pid, query, sessions, seconds))


async def _crowd(address: str, pid: int, query: str, sessions: int, seconds: float) -> Crowd:
    begin = asyncio.Event()
    opening = asyncio.Semaphore(_OPENING_AT_ONCE)
    took: list[tuple[float, int]] = []
    opened: list[int] = []

    async def one(number: int) -> None:
        luck = random.Random(number)
        async with opening:
            link = await connect(_stream(address), subprotocols=[Subprotocol("streamlit")], max_size=None)
            widget, _ = await _run(link, query, None, 0)
            opened.append(number)
        await begin.wait()
        until = perf_counter() + seconds
        period = 0
        while perf_counter() < until:
            await asyncio.sleep(luck.uniform(0.4, 1.6) * THINK_S)
            period = (period + 1) % PERIODS
            before = perf_counter()
            _, received = await _run(link, query, widget, period)
            took.append((perf_counter() - before, received))
        await link.close()

    working = [asyncio.create_task(one(number)) for number in range(sessions)]
    while len(opened) < sessions:
        await asyncio.sleep(0.05)
    used_before = cpu_s(pid)
    begin.set()
    await asyncio.gather(*working)
    used = cpu_s(pid) - used_before
    p50, p95 = np.percentile(np.array([seconds for seconds, _ in took]), [50, 95])
    sent = int(np.median([received for _, received in took]))
    return Crowd(sessions, len(took), float(p50), float(p95), used * 1000 / len(took), sent, rss_mb(pid))


def _stream(address: str) -> str:
    return address.replace("http", "ws", 1) + "/_stcore/stream"


async def _run(link: ClientConnection, query: str, widget: str | None, period: int) -> tuple[str | None, int]:
    """Ask for a run and wait for its end; return the filter's widget and the bytes that came."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    if widget is not None:
        state = asked.rerun_script.widget_states.widgets.add()
        state.id, state.string_value = widget, str(period)
    await link.send(asked.SerializeToString())
    received = 0
    while True:
        packed = await link.recv()
        received += len(packed)
        told = ForwardMsg()
        told.ParseFromString(packed)  # type: ignore[arg-type]
        kind = told.WhichOneof("type")
        if kind == "delta" and told.delta.new_element.WhichOneof("type") == "selectbox":
            widget = told.delta.new_element.selectbox.id
        if kind == "script_finished":
            return widget, received
