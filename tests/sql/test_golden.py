"""Each query of queries/read on the release made by hand equals a committed CSV, and its header its statement."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from finance_monitor.errors import UserError
from finance_monitor.store import queries
from finance_monitor.store.queries import all_queries, query
from tests.sql.conftest import COUNTY, DATA_DATE, NORTH, SOUTH

GOLDEN = Path(__file__).parent / "golden"
CODES = [COUNTY, NORTH, SOUTH]
ASKED = {
    "readings": [
        {"indicator_id": indicator, "as_of": date.fromisoformat(day), "region_codes": CODES}
        for indicator in ("outlets_branch_open", "outlets_closed", "poverty_loan_balance", "satisfaction_share")
        for day in ("2023-01-31", "2023-02-28", "2023-06-30", "2023-11-20")
    ],
    "readings_on_any_day": [
        {
            "indicator_ids": ["outlets_branch_open", "satisfaction_share"],
            "as_of": date.fromisoformat(day),
            "region_codes": CODES,
        }
        for day in ("2023-01-14", "2023-01-15", "2023-06-14", "2023-06-15", "2023-05-05")
    ],
    "readings_of_pairs": [
        {
            "indicator_ids": ["outlets_branch_open", "outlets_branch_open", "satisfaction_share"],
            "days": [date(2023, 1, 31), date(2023, 6, 30), date(2023, 6, 30)],
            "region_codes": CODES,
        }
    ],
    "allotments": [{}],
    "filled_in": [
        {"indicator_id": "satisfaction_share", "region_code": code, "as_of": date.fromisoformat(day)}
        for code in CODES
        for day in ("2023-05-04", "2023-05-05", "2023-11-20")
    ],
    "places": [
        {"region_code": code, "as_of": date.fromisoformat(day), "kinds": ["branch", "timed", "post_station"]}
        for code in (COUNTY, NORTH)
        for day in ("2023-02-14", "2023-06-14", "2023-06-15")
    ],
    "place_counts": [
        {"region_code": code, "as_of": date.fromisoformat(day), "since": date(2023, 2, 1)}
        for code in (COUNTY, SOUTH)
        for day in ("2023-02-14", "2023-06-14", "2023-06-15", "2023-11-20")
    ],
    "region_facts": [{"as_of": date.fromisoformat(day), "region_codes": CODES} for day in ("2023-03-30", "2023-11-20")],
    "trend": [
        {"indicator_id": indicator, "region_code": COUNTY, "as_of": DATA_DATE}
        for indicator in ("outlets_branch_open", "satisfaction_share")
    ],
}


def answer(read, name):
    """The answers to all questions as CSV, the question in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    asked = query(f"read/{name}")
    writer.writerow(["indicator_id", "asked_on", *asked.returns])
    for values in ASKED[name]:
        for row in read(COUNTY).run(asked, values):
            writer.writerow([values.get("indicator_id"), values.get("as_of"), *row.values()])
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(ASKED))
def test_the_answers_are_the_committed_ones(made, name):
    assert answer(made[2], name) == (GOLDEN / f"{name}.csv").read_text(encoding="utf-8")


def test_every_read_query_has_a_golden_file():
    assert {one.name.split("/")[1] for one in all_queries() if one.name.startswith("read/")} == set(ASKED)


def test_a_viewer_of_one_township_gets_nothing_of_the_other(made):
    rows = made[2](NORTH).run(query("read/readings"), ASKED["readings"][3])
    assert [row["region_code"] for row in rows] == [NORTH]


def test_every_header_agrees_with_its_statement():
    assert len(all_queries()) >= 19
    assert all(one.purpose for one in all_queries())


def text_of(*, params="", tables="scoped_readings", returns="a", source="scoped_readings"):
    header = f"-- purpose: x\n-- params: {params}\n-- tables: {tables}\n-- returns: {returns}\n"
    return f"{header}SELECT a FROM {source}"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (text_of(params="day DATE"), "params"),
        (text_of(tables="scoped_deltas"), "tables"),
        (text_of(returns="b"), "returns"),
        (text_of(tables="readings", source="readings"), "read"),
    ],
)
def test_a_header_that_disagrees_or_a_table_that_is_not_scoped_is_refused(tmp_path, monkeypatch, text, fault):
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "bad.sql").write_text(text, encoding="utf-8")
    monkeypatch.setattr(queries, "QUERIES", tmp_path)
    with pytest.raises(UserError) as refused:
        query.__wrapped__("read/bad")
    assert fault in str(refused.value.values["what"])
    assert refused.value.place.file == "bad.sql"


PORTABLE = [one for one in all_queries() if one.name.startswith(("rollup/", "indicators/"))]


@pytest.mark.parametrize("one", PORTABLE, ids=lambda one: one.name)
def test_what_builds_the_rollup_stays_in_the_portable_subset(one):
    statement = sqlglot.parse_one(one.sql, dialect="duckdb")
    forbidden = (exp.Interval, exp.TimestampTrunc, exp.DateTrunc, exp.IntDiv, exp.Qualify, exp.Unnest)
    assert not list(statement.find_all(*forbidden))
    assert "GROUP BY ALL" not in one.sql.upper()
    for dialect in ("spark", "postgres"):
        assert sqlglot.transpile(one.sql, read="duckdb", write=dialect, unsupported_level=sqlglot.ErrorLevel.RAISE)
