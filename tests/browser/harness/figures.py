"""Invented figures for every unit of a map: every state and every light occurs."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import Geometry
from finance_monitor.progress.model import Light, Status

LIT: tuple[tuple[Status, Light], ...] = (
    ("met", "green"),
    ("on_track", "green"),
    ("behind", "yellow"),
    ("far_behind", "red"),
    ("missed", "red"),
)
AS_OF = date(2024, 6, 30)


def figure(code: str, name: str, seed: int) -> Figure:
    luck = random.Random(f"{code}{seed}")
    status, light = luck.choice(LIT)
    value = (Decimal(luck.randrange(10, 400_000)) / 10) if luck.random() < 0.9 else Decimal(0)
    state = luck.choices(("shown", "missing", "hidden", "out_of_scope", "not_split"), (86, 5, 3, 3, 3))[0]
    shown = state == "shown"
    return Figure(
        region_code=code,
        name=name,
        as_of=AS_OF,
        state=state,
        value=value if state in ("shown", "not_split") else None,
        numerator=None,
        denominator=None,
        unit="万元",
        decimals=1,
        status=status if shown else None,
        light=light if shown else "none",
        completion_pct=Decimal(luck.randrange(0, 15000)) / 100 if shown else None,
    )


def figures(geometry: Geometry, seed: int) -> list[Figure]:
    return [figure(code, name, seed) for code, name in zip(geometry.codes, geometry.names, strict=True)]
