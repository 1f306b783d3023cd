"""The hand-worked cases of tests/cases through the whole machine: workbook rows, intake, release, progress, JSON."""

import csv
from dataclasses import replace

import pytest

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_target
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.policy.model import Policy
from finance_monitor.releases.build import publish
from finance_monitor.releases.load import load_file
from finance_monitor.reports.element import element
from finance_monitor.store.store import create_store
from finance_monitor.world import world
from tests.unit.progress_cases import documents, exact, picked

CASES = {document["kind"]: document["ledger_case"] for document in documents()}


def write_rows(path, rows):
    header = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("kind", sorted(CASES))
def test_every_worked_case_comes_out_of_the_whole_machine(kind, tmp_path):
    case = CASES[kind]
    policy = Policy.model_validate(case["policy"])
    case_world = replace(world(), policies={policy.id: policy})
    store = create_store(tmp_path / "store", is_demo=True)
    for number, batch in enumerate(case["batches"]):
        path = tmp_path / f"{number}.csv"
        write_rows(path, batch["rows"])
        header = BatchHeader(batch["ledger"], batch["reported_by"], batch["region_code"], batch["period"])
        loaded = load_file(store, case_world, path, header)
        held = [fault for fault in loaded.checked.faults if fault.level == "validity"]
        assert not held, held
    publish(store, case_world, data_date=max(check["as_of"] for check in case["checks"]))
    desk = open_desk(store, case_world, system_viewer(case_world.regions))
    for check in case["checks"]:
        shown = show_target(desk, policy.targets[0].id, check["region"], check["as_of"])
        told = {**element(shown), "expected": element(shown)["expected_pct"]}
        for part in told["parts"]:
            part["expected"] = part["expected_pct"]
        expected = check["expected"]
        assert picked(told, expected) == exact(expected), (check["region"], check["as_of"], check["working"])
