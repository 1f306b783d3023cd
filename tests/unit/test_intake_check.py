"""A file through the whole check: rows taken, held back, persons, sums, periods, sentences."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from finance_monitor.intake import report
from finance_monitor.intake.report import reason_sentences, sentence, sentences, summary
from finance_monitor.ledgers.catalogue import ledgers
from finance_monitor.ledgers.schema import table_schema
from finance_monitor.texts import LANGS, catalogue
from tests.unit.intake_cases import GOOD_ID, OTHER_ID, WULONG, checked, headers, loans_csv, rules, text_csv


def test_a_good_row(tmp_path: Path) -> None:
    result = checked(loans_csv(tmp_path / "a.csv", {}))
    assert dict(result.rows.schema) == {
        "source_row": result.rows.schema["source_row"],
        **table_schema(ledgers()["loans"]),
    }
    row = result.rows.row(0, named=True)
    assert row["amount_fen"] == 5_000_000
    assert row["balance_fen"] == 3_500_000
    assert row["borrower_key"] == "key-1238"
    assert row["source_row"] == 2
    assert result.faults == ()
    assert result.persons.rows() == [("key-1238", "borrower", GOOD_ID, "张三", None)]


@pytest.mark.parametrize(
    ("cells", "rule", "level"),
    [
        ({"due_on": "2023-03-08"}, "due_after_disbursed", "validity"),
        ({"balance_fen": "5.01"}, "balance_within_amount", "validity"),
        ({"settled_on": "2024-01-01"}, "settled_without_balance", "validity"),
        ({"overdue_fen": "3.6"}, "overdue_within_balance", "validity"),
        ({"term_months": "24"}, "term_agrees_with_dates", "quality"),
        ({"rate_pct": "0.0435"}, "rate_in_percent", "quality"),
        ({"balance_fen": "0"}, "settled_on_known", "quality"),
        ({"amount_fen": "10.01"}, "small_loan_within_limit", "quality"),
        ({"region_code": ""}, "required", "validity"),
        ({"region_code": "武隆区"}, "region", "validity"),
    ],
)
def test_checks_of_loans(tmp_path: Path, cells: dict[str, str], rule: str, level: str) -> None:
    result = checked(loans_csv(tmp_path / "a.csv", cells))
    assert [(fault.rule, fault.level) for fault in result.faults if fault.rule == rule] == [(rule, level)]
    assert result.quarantined.height == (level == "validity")


def test_what_cannot_be_told_passes(tmp_path: Path) -> None:
    result = checked(loans_csv(tmp_path / "a.csv", {"overdue_fen": "", "rate_pct": "", "term_months": ""}))
    assert (result.rows.height, result.faults) == (1, ())


def test_a_row_held_back_keeps_its_cells_masked_and_its_reasons_in_both_languages(tmp_path: Path) -> None:
    result = checked(loans_csv(tmp_path / "a.csv", {"borrower": "999999199001011239", "due_on": "2022-03-08"}))
    raw = result.quarantined["raw"][0]
    assert json.loads(raw)["借款人身份证号"] == "999999********1239"
    assert json.loads(raw)["借款人姓名"] == "张***"
    reasons = result.quarantined["reasons"][0]
    assert "999999199001011239" not in raw + reasons
    assert "到期日期不晚于放款日期" in reason_sentences(reasons, "zh")[1]
    assert "check digit" in reason_sentences(reasons, "en")[0]
    assert result.persons.is_empty()


def test_an_id_number_in_the_column_of_regions_is_not_repeated(tmp_path: Path) -> None:
    result = checked(loans_csv(tmp_path / "a.csv", {"region_code": GOOD_ID}))
    fault = result.faults[0]
    assert fault.key == "intake.unreadable"
    assert all(GOOD_ID not in sentence(fault, "a.csv", lang) for lang in LANGS)


def test_of_a_key_that_stands_twice_the_first_row_stays(tmp_path: Path) -> None:
    rows = [{"due_on": "2020-01-01"}, {"lender": "甲"}, {"lender": "乙"}]
    result = checked(loans_csv(tmp_path / "a.csv", *rows))
    assert result.rows["lender"].to_list() == ["甲"]
    assert [fault.row for fault in result.faults if fault.rule == "duplicate_key"] == [4]


def test_one_person_of_two_loans_is_one_person(tmp_path: Path) -> None:
    rows = [{"borrower_name": ""}, {"loan_no": "2"}, {"loan_no": "3", "borrower": OTHER_ID}]
    persons = checked(loans_csv(tmp_path / "a.csv", *rows)).persons
    assert persons["id_number"].to_list() == [GOOD_ID, OTHER_ID]
    assert persons["name"].to_list() == ["张三", "张三"]


FOOT = """
,,,
石桥乡小计,,,,,,,5,3.5
合 计,,,,,,,{amount},3.5
填报人：张三,,审核人：李四
"""


def test_sums_and_signatures_are_not_records(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {})
    path.write_text(path.read_text(encoding="utf-8") + FOOT.format(amount="5"), encoding="utf-8")
    result = checked(path)
    assert (result.rows_in, result.rows.height, result.rows_total, result.faults) == (1, 1, 2, ())
    assert "2行" in summary(result, "a.csv", "zh")[1]


def test_a_sum_that_differs_is_said(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {})
    path.write_text(path.read_text(encoding="utf-8") + FOOT.format(amount="6"), encoding="utf-8")
    result = checked(path)
    assert [(fault.level, fault.rule, fault.row) for fault in result.faults] == [("macro", "sum_differs", 5)]
    assert "合计行为6万元，各行相加为5万元" in sentence(result.faults[0], "a.csv", "zh")


def test_a_cell_beyond_the_header_holds_the_row_of_a_text_back(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {"lender": "甲,乙", "settled_on": "x"}, {"loan_no": "2"})
    result = checked(path)
    assert "stray_cell" in rules(result)
    assert result.rows["loan_no"].to_list() == ["2"]


def test_an_empty_list_is_said(tmp_path: Path) -> None:
    assert rules(checked(loans_csv(tmp_path / "a.csv"))) == ["no_rows"]


def test_rows_keep_their_numbers_across_blank_lines(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {})
    good = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(["武隆区台账", "", good[0], "", good[1], "", ""])
    assert checked(text_csv(tmp_path / "b.csv", text)).rows["source_row"].to_list() == [5]


REFERRAL = ["referral_no", "person", "category", "region_code", "pushed_on", "eligible"]


def referrals(path: Path, *days: str) -> Path:
    lines = [",".join(headers("referrals", REFERRAL))]
    lines += [f"TJ{number},{GOOD_ID},残疾人,仙女山街道,{day},是" for number, day in enumerate(days)]
    return text_csv(path, "\n".join(lines))


def test_events_outside_the_period_are_doubtful(tmp_path: Path) -> None:
    result = checked(referrals(tmp_path / "a.csv", "2023-11-01", "2023-12-01"), "referrals")
    assert [(fault.level, fault.rule, fault.row) for fault in result.faults] == [("quality", "outside_period", 3)]
    assert result.rows.height == 2


FIGURE = ["indicator", "region_code", "as_of", "numerator", "denominator", "unit", "denominator_unit"]


def test_reported_figures(tmp_path: Path) -> None:
    lines = [
        ",".join(headers("reported_figures", FIGURE)),
        "脱贫人口贷款余额,500156,2023-11-30,1.5,3,亿元,",
        "poverty_loan_balance,仙女山街道,2023-11-30,12,2,元,户",
        "脱贫人口贷款余额,500156,2022-11-30,1,,元,",
    ]
    result = checked(text_csv(tmp_path / "a.csv", "\n".join(lines)), "reported_figures")
    assert result.rows["numerator"].to_list() == [15_000_000_000, 1200]
    assert result.rows["denominator"].to_list() == [30_000_000_000, 2]
    assert set(result.rows["indicator"]) == {"poverty_loan_balance"}
    assert [(fault.level, fault.rule) for fault in result.faults] == [("validity", "outside_period")]


def test_the_report_shortens_what_repeats(tmp_path: Path) -> None:
    rows = [{"loan_no": str(number), "rate_pct": "0.04"} for number in range(5)]
    result = checked(loans_csv(tmp_path / "a.csv", *rows))
    for lang in LANGS:
        said = list(sentences(result.faults, "a.csv", lang, each=2))
        assert len(said) == 3
        assert "3" in said[-1]


def test_every_rule_can_be_said() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(report.__file__).parent.glob("*.py")]
    named = {key for text in sources for key in re.findall(r'(?:Problem\(|"intake\.)"?(\w+)"', text)}
    keys = {f"error.intake.{key}" for key in named - {"template", "report", "words", "kind", "region"}}
    assert len(keys) > 40
    assert keys | {f"{key}.remedy" for key in keys} <= set(catalogue())


def test_a_target_is_named_by_its_id_or_by_a_title_of_its_own(tmp_path: Path) -> None:
    header = ",".join(headers("sub_targets", ("target", "region_code", "node_on", "value")))
    rows = [f"{said},{WULONG},2023-12-31,10" for said in ("T-A", "年度发放贷款", "每县推荐5名", "T-X")]
    result = checked(text_csv(tmp_path / "a.csv", "\n".join([header, *rows])), "sub_targets")
    # The first two are the same target, one title is that of two targets, one id is nobody's.
    assert [fault.rule for fault in result.faults] == ["duplicate_key", "unknown_target", "unknown_target"]
    assert result.rows["target"].to_list() == ["T-A"]


def test_a_planned_day_may_lie_after_the_period(tmp_path: Path) -> None:
    header = ",".join(headers("sub_targets", ("target", "region_code", "node_on", "value")))
    result = checked(text_csv(tmp_path / "a.csv", f"{header}\nT-A,{WULONG},2025-12-31,10"), "sub_targets")
    assert result.faults == ()
