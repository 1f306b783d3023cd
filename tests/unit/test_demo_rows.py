"""Rows of any ledger, told as data."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from finance_monitor.demo import make
from finance_monitor.demo.story import Story, load_story
from finance_monitor.demo.story_rows import RowsPart
from finance_monitor.errors import UserError
from finance_monitor.settings import DATA
from finance_monitor.store.batches import list_batches
from finance_monitor.world import world
from tests.unit.demo_store import number, readings_of

WULONG, HEILONGJIANG = "500156000000", "230000000000"
TOWNSHIPS = [region.code for region in world().regions.descendants(WULONG, "township")]
STATIONS = {
    "make": "rows",
    "ledger": "post_stations",
    "office": "{place}残联（演示）",
    "period": "2023",
    "style": "workbook",
    "region": WULONG,
    "units": {"region": WULONG, "level": "township"},
    "columns": {
        "station_no": {"number": "YZ{unit6}{n:03d}"},
        "name": {"number": "演示驿站{all}号"},
        "opened_on": {"day": [date(2023, 1, 1), date(2023, 6, 30)]},
    },
}
LOANS = {
    "make": "rows",
    "ledger": "loans",
    "office": "演示银行甲",
    "period": "2023",
    "style": "text",
    "region": WULONG,
    "units": {"regions": TOWNSHIPS[:2]},
    "count": {"total": 60, "fixed": {TOWNSHIPS[0]: 12}},
    "columns": {
        "loan_no": {"number": "JA{all:05d}"},
        "lender": {"is": "演示银行甲"},
        "product": {"one_of": {"惠农e贷": 3, "脱贫人口小额信贷": 1}},
        "borrower": {"person": True},
        "borrower_name": {"name_of": "borrower"},
        "amount_fen": {"yuan": [20000, 50000], "step": 1000},
        "balance_fen": {"same_as": "amount_fen"},
        "overdue_fen": {"yuan": {500: 1}, "share": 0.5},
        "rate_pct": {"decimal": [3.45, 4.2], "places": 2},
        "term_months": {"whole": [12, 36]},
        "disbursed_on": {"day": [date(2023, 1, 1), date(2023, 10, 31)]},
        "due_on": {"after": "disbursed_on", "days": [365, 365], "until": date(2030, 1, 1)},
        "settled_on": {"after": "disbursed_on", "days": [1, 400]},
    },
}


def told(*parts):
    """Return the files that parts make."""
    whole = load_story()
    place = whole.places["wulong"].model_copy(update={"parts": tuple(RowsPart.model_validate(part) for part in parts)})
    return list(make.deliveries(Story(whole.frame, whole.names, {"wulong": place}), world(), 1.0))


def rows_of(*parts):
    return [row for delivery in told(*parts) for row in delivery.rows]


def test_every_place_has_its_rows_numbered_within_the_county():
    (delivery,) = told({**STATIONS, "count": {"each": [1, 3]}})
    assert delivery.header.reported_by == "武隆区残联（演示）"
    counts = [sum(row["region_code"] == code for row in delivery.rows) for code in TOWNSHIPS]
    assert set(counts) == {1, 2, 3}
    numbers = [row["station_no"] for row in delivery.rows]
    assert len(set(numbers)) == len(numbers)
    assert numbers[0] == "YZ500156001"


def test_a_total_is_spread_and_fixed_counts_are_kept():
    found = rows_of(LOANS)
    assert [sum(row["region_code"] == code for row in found) for code in TOWNSHIPS[:2]] == [12, 48]


def test_columns_hold_what_is_told():
    found = rows_of(LOANS)
    assert {row["product"] for row in found} == {"惠农e贷", "脱贫人口小额信贷"}
    assert len({row["borrower"] for row in found}) == len(found)
    assert all(row["borrower_name"] for row in found)
    for row in found:
        assert 2_000_000 <= row["amount_fen"] <= 5_000_000
        assert row["amount_fen"] % 100_000 == 0
        assert row["balance_fen"] == row["amount_fen"]
        assert row["overdue_fen"] in (None, 50_000)
        assert Decimal("3.45") <= row["rate_pct"] <= Decimal("4.2")
        assert (row["due_on"] - row["disbursed_on"]).days == 365
        assert row["settled_on"] is None or row["disbursed_on"] < row["settled_on"] <= date(2023, 11, 20)
    settled = [row["settled_on"] for row in found]
    assert None in settled
    assert any(settled)
    assert {row["overdue_fen"] for row in found} == {None, 50_000}


def test_when_and_before_follow_other_columns():
    columns = {
        **STATIONS["columns"],
        "operator": {"is": "演示单位", "when": {"opened_on": {"from": date(2023, 4, 1), "to": date(2023, 6, 30)}}},
        "suspended_on": {"before": "opened_on", "days": [1, 5], "when": {"operator": None}},
    }
    found = rows_of({**STATIONS, "columns": columns})
    for row in found:
        assert (row["operator"] is not None) == (row["opened_on"] >= date(2023, 4, 1))
        assert (row["suspended_on"] is None) == (row["operator"] is not None)
    assert len({row["operator"] for row in found}) == 2


def outcomes(**for_each):
    return {
        "make": "rows",
        "ledger": "post_stations",
        "office": "演示单位",
        "period": "2023",
        "style": "workbook",
        "region": WULONG,
        "for_each": {"ledger": "loans", **for_each},
        "columns": {
            "station_no": {"number": "N{all}-{i}"},
            "name": {"of": "loan_no"},
            "opened_on": {"after": "disbursed_on", "days": [0, 0]},
        },
    }


def test_rows_are_made_for_the_rows_of_earlier_parts():
    made = [row for row in rows_of(LOANS, outcomes()) if "station_no" in row]
    loans = rows_of(LOANS)
    assert [(row["name"], row["region_code"], row["opened_on"]) for row in made] == [
        (loan["loan_no"], loan["region_code"], loan["disbursed_on"]) for loan in loans
    ]


def test_rows_are_chosen_by_what_the_others_hold():
    loans = rows_of(LOANS)
    span = {"from": date(2023, 3, 1), "to": date(2023, 5, 31)}
    wanted = outcomes(where={"disbursed_on": span}, unless={"product": "惠农e贷"}, times=2)
    made = [row for row in rows_of(LOANS, wanted) if "station_no" in row]
    fitting = [r for r in loans if span["from"] <= r["disbursed_on"] <= span["to"] and r["product"] != "惠农e贷"]
    assert [row["name"] for row in made] == [loan["loan_no"] for loan in fitting for _ in range(2)]
    assert {row["station_no"][-1] for row in made} == {"1", "2"}
    some = [row for row in rows_of(LOANS, outcomes(share=0.5, where={"product": ["惠农e贷"]})) if "station_no" in row]
    assert 0 < len(some) < sum(row["product"] == "惠农e贷" for row in loans)


def test_an_amount_of_the_other_row_may_be_a_part_of_it():
    paid = {**LOANS, "office": "演示银行乙", "for_each": {"ledger": "loans"}, "columns": dict(LOANS["columns"])}
    del paid["units"], paid["count"]
    paid["columns"]["amount_fen"] = {"of": "amount_fen", "times": 0.05}
    first, second = told(LOANS, paid)
    assert [row["amount_fen"] for row in second.rows] == [row["amount_fen"] // 20 for row in first.rows]


def test_files_are_handed_in_above_and_silent_ones_are_missing():
    part = {**STATIONS, "handed_in_by": "prefecture", "silent": ["232700000000"], "count": {"total": 120}}
    part["units"] = {"scope": "heilongjiang-rural-counties"}
    del part["region"]
    found = told(part)
    assert len(found) == 12
    assert sum(len(delivery.rows) for delivery in found) == 120
    for delivery in found:
        assert all(world().regions.covers(delivery.header.region_code, row["region_code"]) for row in delivery.rows)


def test_parts_of_one_file_are_put_together():
    entry = {**STATIONS, "ledger": "registers", "units": None, "columns": {}}
    entry["columns"] = {"organisation": {"is": "演示单位"}, "from_on": {"day": [date(2023, 1, 1), date(2023, 1, 1)]}}
    parts = [{**entry, "columns": {"kind": {"is": kind}, **entry["columns"]}} for kind in ("甲", "乙")]
    (delivery,) = told(*parts)
    assert [row["kind"] for row in delivery.rows] == ["甲", "乙"]


def test_the_same_seed_tells_the_same():
    assert told(LOANS, outcomes(share=0.5)) == told(LOANS, outcomes(share=0.5))


def test_many_rows_are_made_quickly():
    started = time.process_time()
    assert len(rows_of({**LOANS, "count": {"total": 15_000}})) == 15_000
    assert time.process_time() - started < 2


FAULTS = [
    ({"ledger": "nonsense"}, "ledger"),
    ({"style": "nonsense"}, "style"),
    ({"period": "2023-13"}, "period"),
    ({"region": "500999000000"}, "region"),
    ({"nonsense": 1}, "nonsense"),
    ({"units": {"scope": "nonsense"}}, "units.scope"),
    ({"units": {"region": WULONG}}, "units"),
    ({"units": {"regions": ["1"]}}, "units.regions"),
    ({"count": {"each": 1, "total": 3}}, "count"),
    ({"count": {"total": 3, "fixed": {"1": 1}}}, "count.fixed.1"),
    ({"for_each": {"ledger": "loans"}}, "parts[1]"),
    ({"units": None, "for_each": {"ledger": "x"}}, "for_each.ledger"),
    ({"units": None, "for_each": {"ledger": "loans", "where": {"x": 1}}}, "for_each.where.x"),
]
COLUMN_FAULTS = [
    {"x": {"is": 1}},
    {"operator": {"iz": 1}},
    {"operator": {"is": "演示", "share": 2}},
    {"operator": {"is": "演示", "x": 1}},
    {"operator": {"same_as": "x"}},
    {"operator": {"of": "x"}},
    {"operator": {"number": "{x}"}},
    {"operator": {"is": "演示", "when": {"x": 1}}},
    {"closed_on": {"after": "x", "days": [1, 2]}},
]


def refused(tmp_path, part):
    """Return the fault of a story with one part."""
    for path in (DATA / "demo").glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "wulong.yaml"
    file.write_text(yaml.safe_dump({"parts": [part]}, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with pytest.raises(UserError) as fault:
        load_story(tmp_path)
    assert fault.value.place.file == str(file) or Path(str(fault.value.place.file)).name == file.name
    lines = file.read_text(encoding="utf-8").splitlines()
    return fault.value, lines[fault.value.place.row - 1]


@pytest.mark.parametrize(("change", "field"), FAULTS)
def test_a_wrong_part_is_refused_at_its_line(tmp_path, change, field):
    part = {key: value for key, value in {**STATIONS, **change}.items() if value is not None}
    fault, line = refused(tmp_path, part)
    assert fault.values["field"].endswith(field)
    assert field.rsplit(".", 1)[-1] in line or field == "parts[1]"


@pytest.mark.parametrize("columns", COLUMN_FAULTS)
def test_a_wrong_column_is_refused_at_its_line(tmp_path, columns):
    fault, line = refused(tmp_path, {**STATIONS, "columns": {**STATIONS["columns"], **columns}})
    (name,) = columns
    assert f"columns.{name}" in fault.values["field"]
    told_words = [name, *columns[name], *columns[name].get("when", ())]
    assert any(word in line for word in told_words)


def test_a_choice_that_is_none_and_a_required_column_that_is_missing_are_refused(tmp_path):
    columns = {"outlet_no": {"number": "{all}"}, "bank": {"is": "演示银行甲"}, "name": {"is": "x"}}
    columns |= {"kind": {"is": "nonsense"}, "opened_on": {"day": [date(2023, 1, 1), date(2023, 1, 2)]}}
    outlets = {**STATIONS, "ledger": "outlets", "columns": columns}
    fault, _ = refused(tmp_path, outlets)
    assert (fault.key, fault.values["value"]) == ("yaml.not_a_choice", "nonsense")
    fault, _ = refused(tmp_path, {**STATIONS, "columns": {"name": {"is": "x"}}})
    assert (fault.key, fault.values["name"]) == ("yaml.missing_key", "station_no")


def test_what_is_told_is_brought_in_and_nobody_hands_in_nothing(tmp_path, monkeypatch):
    whole = load_story()
    empty = {**STATIONS, "region": "500154000000", "units": {"regions": ["500154000000"]}, "count": {"total": 0}}
    open_loans = {**LOANS, "columns": {name: spec for name, spec in LOANS["columns"].items() if name != "settled_on"}}
    parts = tuple(RowsPart.model_validate(part) for part in ({**STATIONS, "count": {"each": 2}}, open_loans, empty))
    place = whole.places["wulong"].model_copy(update={"parts": parts})
    monkeypatch.setattr(make, "load_story", lambda: Story(whole.frame, whole.names, {"wulong": place}))
    store = make.make_demo(tmp_path / "store")
    assert [(batch.ledger_id, batch.rows_quarantined) for batch in list_batches(store)] == [
        ("post_stations", 0),
        ("loans", 0),
    ]
    readings = readings_of(store)
    assert number(readings, "post_stations_open", WULONG) == 2 * len(TOWNSHIPS)
    assert number(readings, "post_stations_open", "500154000000") is None
