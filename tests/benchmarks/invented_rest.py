"""The other ledgers the targets ask for, so that no target is answered out of an empty table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import polars as pl

from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.world import World
from tests.benchmarks.invented import DATA_DATE, SEED, townships, typed

NOBODY = "演示单位"
_YEARS = range(2016, 2024)


def rest(world: World, rows: int) -> Iterator[tuple[BatchHeader, pl.DataFrame]]:
    """Yield one national file of every ledger but loans and households; referrals are a tenth of the loans."""
    rng = np.random.default_rng([SEED, rows, 1])
    nation = next(code for code in world.regions.frame()["code"])
    frames = {
        "outlets": _outlets(rng, world),
        "devices": _devices(rng, world),
        "post_stations": _stations(rng, world),
        "referrals": _referrals(rng, world, rows // 10),
        "registers": _registers(world),
        "reported_figures": _figures(rng, world),
    }
    for ledger_id, frame in frames.items():
        period = "2023" if world.ledgers[ledger_id].mode != "register" else DATA_DATE.isoformat()
        yield BatchHeader(ledger_id, NOBODY, nation, period), typed(frame, world.ledgers[ledger_id], ())


def _outlets(rng: np.random.Generator, world: World) -> pl.DataFrame:
    frame = _anywhere(rng, world, 60_000, "opened_on", "closed_on", 0.1)
    kinds = rng.choice(["branch", "offline_bank", "convenience", "timed"], size=frame.height)
    return _numbered(frame, "outlet_no").with_columns(kind=pl.Series(kinds), bank=pl.lit(NOBODY), name=pl.lit(NOBODY))


def _devices(rng: np.random.Generator, world: World) -> pl.DataFrame:
    frame = _anywhere(rng, world, 60_000, "installed_on", "removed_on", 0.2)
    kinds = rng.choice(["atm", "crs", "pos", "kiosk"], size=frame.height)
    return _numbered(frame, "device_no").with_columns(kind=pl.Series(kinds), bank=pl.lit(NOBODY))


def _stations(rng: np.random.Generator, world: World) -> pl.DataFrame:
    """Half of those that close were suspended before; of those suspended some resume."""
    frame = _anywhere(rng, world, 20_000, "opened_on", "closed_on", 0.2)
    first, second = (pl.Series(rng.random(frame.height) < share) for share in (0.3, 0.5))
    suspended = pl.when(first).then(pl.col("opened_on").dt.offset_by("40d"))
    resumed = pl.when(first & second).then(pl.col("opened_on").dt.offset_by("70d"))
    return _numbered(frame, "station_no").with_columns(suspended_on=suspended, resumed_on=resumed, name=pl.lit(NOBODY))


def _referrals(rng: np.random.Generator, world: World, count: int) -> pl.DataFrame:
    frame = _anywhere(rng, world, count, "pushed_on", "unused", 0, first=date(2022, 7, 1))
    person = pl.Series(rng.integers(0, max(count // 2, 1), count)).cast(pl.String).str.zfill(32)
    return _numbered(frame, "referral_no").with_columns(
        person_key=person, eligible=pl.Series(rng.random(count) < 0.9), category=pl.lit("disabled")
    )


def _registers(world: World) -> pl.DataFrame:
    """One entry of every kind an indicator counts, in the region of every document."""
    kinds = [kind for i in world.indicators.values() if i.ledgers == ("registers",) for kind in i.kinds]
    places = [policy.region for policy in world.policies.values()]
    entries = [(kind, place, NOBODY, NOBODY, date(2019, 6, 1)) for kind in kinds for place in places]
    names = ["kind", "region_code", "organisation", "name", "from_on"]
    return pl.DataFrame(entries, schema=names, orient="row")


def _figures(rng: np.random.Generator, world: World) -> pl.DataFrame:
    """Every indicator nobody has records of, filled in by every county at the end of every year."""
    own = [i.id for i in world.indicators.values() if not i.ledgers]
    counties = world.regions.frame().filter((pl.col("level") == "county") & pl.col("valid_to").is_null())
    days = [min(date(year, 12, 31), DATA_DATE) for year in _YEARS]
    frame = counties.select(region_code="code").join(pl.DataFrame({"indicator": own}), how="cross")
    frame = frame.join(pl.DataFrame({"as_of": days}), how="cross").sort("indicator", "region_code", "as_of")
    return frame.with_columns(
        numerator=pl.Series(rng.integers(0, 1000, frame.height)),
        denominator=pl.Series(rng.integers(1000, 2000, frame.height)),
    )


def _anywhere(
    rng: np.random.Generator,
    world: World,
    count: int,
    opens: str,
    closes: str,
    share_closed: float,
    first: date = date(2015, 1, 1),
) -> pl.DataFrame:
    """Return rows that open somewhere on some day, and a share of them that close within five years."""
    towns = townships(world.regions)
    chosen = rng.choice(towns.height, size=count, p=(towns["weight"] / towns["weight"].sum()).to_numpy())
    started = pl.lit(first) + pl.duration(days=pl.lit(pl.Series(rng.integers(0, (DATA_DATE - first).days, count))))
    ended = pl.col(opens) + pl.duration(days=pl.lit(pl.Series(rng.integers(100, 1800, count))))
    closed = pl.Series(rng.random(count) < share_closed) & (ended <= pl.lit(DATA_DATE))
    frame = pl.DataFrame({"region_code": towns["region_code"].gather(chosen)}).with_columns(started.alias(opens))
    return frame.with_columns(pl.when(closed).then(ended).alias(closes))


def _numbered(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    number = pl.int_range(pl.len()).cast(pl.String).str.zfill(9)
    return frame.with_columns(number.alias(column))
