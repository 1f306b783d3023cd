"""The ledgers that ship, and what makes a definition be refused."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from finance_monitor.errors import UserError
from finance_monitor.ledgers.batch import BatchHeader, period_days
from finance_monitor.ledgers.catalogue import ledger, ledger_faults, ledgers, load_ledgers
from finance_monitor.ledgers.conditions import compile_condition
from finance_monitor.ledgers.headers import spellings
from finance_monitor.ledgers.schema import key_fields, table_schema
from finance_monitor.settings import DATA
from finance_monitor.texts import LANGS, tell

SHIPPED = (
    "aggregate_balances compensation_claims credit_profiles credit_titles devices disabled_persons employment entities "
    "facility_subsidies fund_expenses grants guarantees households incentives income_benefits insurance_policies "
    "loan_balances loan_needs loans outlets post_stations referral_outcomes referrals region_facts registers relending "
    "reminders repayment_schedules repayments risk_fund_events rosters service_points sub_targets subsidy_batches "
    "subsidy_lines survey_responses training use_inspections visits"
)


def test_every_shipped_ledger_loads() -> None:
    assert sorted(ledgers()) == sorted([*SHIPPED.split(), "reported_figures"])


def test_a_table_has_keys_of_persons_and_nothing_personal() -> None:
    schema = table_schema(ledgers()["loans"])
    assert schema["borrower_key"] == pl.String()
    assert schema["amount_fen"] == pl.Int64()
    assert schema["due_on"] == pl.Date()
    assert not {"borrower", "borrower_name"} & set(schema)
    assert key_fields(ledgers()["loans"]) == ("loan_no",)


def test_an_unknown_ledger_names_those_there_are() -> None:
    with pytest.raises(UserError) as caught:
        ledger("loan")
    assert "referrals" in tell(caught.value, "zh")


def changed(tmp_path: Path, old: str, new: str, ledger_id: str = "loans") -> list[UserError]:
    """Return the faults of a shipped definition with one text replaced."""
    text = (DATA / "ledgers" / f"{ledger_id}.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / f"{ledger_id}.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = ledger_faults(path)
    assert isinstance(faults, list)
    return faults


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("id: loans", "id: loan", "ledgers.id_is_not_file_name"),
        ("zh: 贷款机构", "zh: 借据编号", "ledgers.header_twice"),
        ("levels: [township, village]", "levels: [hamlet]", "ledgers.no_levels"),
        ("name: amount_fen", "name: amount", "ledgers.money_name"),
        ("between: [10000, 100000000]", "between: [100000000, 10000]", "ledgers.bounds_reversed"),
        ("key: [reported_by, loan_no]", "key: [reported_by, household_no]", "ledgers.key_column"),
        ("mode: register", "mode: snapshot", "ledgers.snapshot_date"),
        ("id: balance_within_amount", "id: due_after_disbursed", "ledgers.check_twice"),
        ("column: due_on", "column: due", "ledgers.check_column"),
        ("due_on > disbursed_on", "due_on >", "ledgers.condition_unreadable"),
        ("due_on > disbursed_on", "due_on > borrower_name", "ledgers.condition_column"),
        ("due_on > disbursed_on", "due_on > 5", "ledgers.condition_types"),
        ("due_on > disbursed_on", "term_months + 1", "ledgers.condition_types"),
        ("person: borrower\n    required", "person: nobody\n    required", "ledgers.no_person"),
        ("    type: code", "    type: cod", "yaml.not_a_choice"),
    ],
)
def test_a_wrong_definition_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, key: str) -> None:
    faults = changed(tmp_path, old, new)
    assert key in {fault.key for fault in faults}
    for fault in faults:
        assert fault.place.file == "loans.yaml"
        assert fault.place.row
        assert all(tell(fault, lang) for lang in LANGS)


def test_load_raises_the_first_fault(tmp_path: Path) -> None:
    changed(tmp_path, "id: loans", "id: loan")
    with pytest.raises(UserError, match="id_is_not_file_name"):
        load_ledgers(tmp_path)


REFUSED = """
due_on > (SELECT 1)
abs(amount_fen) > 1
read_csv('x') IS NULL
loans.due_on > DATE '2023-01-01'
term_months IN (SELECT 1)
CAST(term_months AS TEXT) = '1'
EXTRACT(HOUR FROM due_on) > 1
TRUE; SELECT 1
due_on > 20230101
due_on > '2023-01-01'
due_on + 30 > due_on
term_months = '36'
term_months BETWEEN 1 AND DATE '2023-01-01'
lender IN (1, 2)
"""
TAKEN = """
due_on > DATE '2023-01-01' OR due_on IS NULL
NOT (term_months BETWEEN 1 AND 36) AND lender IN ('甲', '乙')
EXTRACT(YEAR FROM due_on) * 12 - term_months <= -amount_fen / 2 + 1
due_on = NULL
"""
SCHEMA = {"due_on": pl.Date(), "amount_fen": pl.Int64(), "term_months": pl.Int64(), "lender": pl.String()}


@pytest.mark.parametrize("text", REFUSED.strip().splitlines())
def test_a_condition_outside_the_allow_list_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        compile_condition(text, SCHEMA)


@pytest.mark.parametrize("text", TAKEN.strip().splitlines())
def test_a_condition_inside_it_runs(text: str) -> None:
    table = pl.DataFrame({name: [None] for name in SCHEMA}, schema=SCHEMA)
    holds = table.select(pl.sql_expr(compile_condition(text, SCHEMA)))
    assert holds.dtypes == [pl.Boolean()]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-11-20", date(2023, 11, 20), date(2023, 11, 20)),
    ],
)
def test_a_period_has_its_days(period: str, first: date, last: date) -> None:
    assert period_days(period) == (first, last)


@pytest.mark.parametrize("period", ["", "2023-13", "2023-02-30", "2023Q5", "23-11", "2023年11月", "0000"])
def test_no_period(period: str) -> None:
    with pytest.raises(UserError, match="not_a_period"):
        BatchHeader("loans", "示范农商行", "500156000000", period)


def test_a_batch_names_its_organisation() -> None:
    with pytest.raises(UserError, match="no_organisation"):
        BatchHeader("loans", "  ", "500156000000", "2023")


@pytest.mark.parametrize(
    "text",
    [
        "贷款金额（万元）",
        "贷款金额 (万元)",
        "*贷款 金额\n（万元）",
        "贷款金额：万元",
        "贷款金额万元",
        "贷款金额【万元】",
    ],
)
def test_a_header_reads_with_its_unit(text: str) -> None:
    assert ("贷款金额", "万元") in spellings(text)
