"""A check passes on a good release and fires on a bad one."""

import polars as pl

from finance_monitor.store.queries import query
from finance_monitor.store.workbench import workbench


def tables(numerator):
    closure = pl.DataFrame(
        {"ancestor_code": ["0", "1", "0"], "ancestor_level": [0, 1, 0], "descendant_code": ["0", "1", "1"]}
    )
    day = pl.Series([20]).cast(pl.Date)
    deltas = pl.DataFrame({"indicator_id": ["x"], "region_code": ["1"], "above_level": [-1], "numerator": [7]})
    readings = pl.DataFrame({"indicator_id": ["x"], "region_code": ["0"], "numerator": [numerator]})
    return {
        "region_closure": closure,
        "rollup_days": pl.DataFrame({"as_of": day}),
        "deltas": deltas.with_columns(on_date=day),
        "readings": readings.with_columns(as_of=day, until_on=day + pl.duration(days=9)),
    }


def faults(tmp_path, numerator):
    with workbench(tmp_path / f"{numerator}.duckdb", []) as bench:
        for name, frame in tables(numerator).items():
            bench.keep(name, frame)
        return bench.run(query("checks/readings_sum"), {})


def test_readings_that_sum_pass(tmp_path):
    assert faults(tmp_path, 7) == []


def test_readings_that_do_not_sum_are_named(tmp_path):
    assert faults(tmp_path, 8) == [{"indicator_id": "x", "moved": 7, "said": 8}]
