"""Measure loading, publishing and reading: `python -m tests.benchmarks.bench [--rows N …]`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from finance_monitor.settings import ROOT
from finance_monitor.store.store import create_store
from finance_monitor.world import World, world
from tests.benchmarks import writes
from tests.benchmarks.fill import add_others
from tests.benchmarks.invented import made
from tests.benchmarks.reads import reads
from tests.benchmarks.timing import Compared, peak_megabytes

SIZES = [100_000, 1_000_000]
# What a reader may be made to wait, in milliseconds.
LIMIT_MS = 300


@dataclass(frozen=True)
class Measured:
    """Everything measured at one size; `opened` in milliseconds."""

    loans: int
    households: int
    writes: list[writes.Write]
    opened: dict[str, float]
    reads: list[Compared]
    peak_mb: int


def measure(rows: int, known: World) -> Measured:
    """Fill a store, publish, read, bring in a little more, publish again; unequal answers raise AssertionError."""
    invented = made(known.regions, known.ledgers, rows)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = create_store(folder / "store", is_demo=True)
        done = [writes.intake(store, known, invented, folder), writes.batches(store, invented, folder)]
        add_others(store, known, invented, rows, folder)
        done.append(writes.first_release(store, known, rows))
        opened, compared = reads(store, known, invented.loans)
        done.append(writes.after_small_batch(store, known, invented, folder))
        done.append(writes.after_other_batch(store, known, folder))
        done.append(writes.from_scratch(store, known, rows))
    return Measured(rows, invented.households.height, done, opened, compared, peak_megabytes())


def machine() -> dict[str, str]:
    """Say what the numbers were measured on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": models[0] if models else platform.processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory:.0f} GiB",
        "load before": f"{os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        **{name: version(name) for name in ("duckdb", "polars")},
    }


def tell(found: Measured) -> None:
    """Print one size as two tables."""
    print(f"\n## {found.loans:,} loans, {found.households:,} rows of households, peak {found.peak_mb:,} MB\n")
    print(f"{'':42}{'rows':>10}{'seconds':>9}{'rows/s':>11}")
    for one in found.writes:
        pace = f"{one.rows_per_second:>11,.0f}" if one.rows > writes.SMALL_BATCH else ""
        print(f"{one.name:42}{one.rows:>10,}{one.seconds:>9.2f}{pace}")
        print("    " + ", ".join(f"{name} {_short(value)}" for name, value in one.more.items()))
    print(
        f"\n{'warm, milliseconds':38}{'rollup p50':>11}{'p95':>7}{'ledger p50':>11}{'p95':>7}{'ratio':>7}{'rounds':>7}"
    )
    for read in found.reads:
        late = f"  over {LIMIT_MS}" if read.rollup_p50 > LIMIT_MS else ""
        print(
            f"{read.name:38}{read.rollup_p50:>11.1f}{read.rollup_p95:>7.0f}{read.raw_p50:>11.1f}{read.raw_p95:>7.0f}"
            f"{read.ratio:>7.1f}{read.rounds:>7}{late}"
        )
    print("first sight of a release: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in found.opened.items()))


def _short(value: float) -> str:
    return f"{value:,.2f}" if value < 100 and not isinstance(value, int) else f"{value:,.0f}"


def tell_growth(smallest: Measured, largest: Measured) -> None:
    """Print how each read grew with the rows."""
    print(
        f"\nfrom {smallest.loans:,} to {largest.loans:,} loans every read took so many times longer (rollup / ledger)"
    )
    for before, after in zip(smallest.reads, largest.reads, strict=True):
        print(f"{after.name:38}{after.rollup_p50 / before.rollup_p50:>7.1f} /{after.raw_p50 / before.raw_p50:>5.1f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every size asked for, print it and write `bench/results.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES, help="numbers of loans (default: %(default)s)")
    sizes = parser.parse_args(arguments).rows
    about, known = machine(), world()
    print(", ".join(f"{name} {value}" for name, value in about.items()))
    results = []
    for rows in sizes:
        results.append(measure(rows, known))
        tell(results[-1])
    if len(results) > 1:
        tell_growth(results[0], results[-1])
    out = ROOT / "bench" / "results.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(
        json.dumps({"machine": about, "sizes": [asdict(one) for one in results]}, indent=1), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
