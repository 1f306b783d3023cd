"""Small files for the tests of intake: a header, a good row, and how to check them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from finance_monitor.intake.check import BatchHeader, Checked, check_file
from finance_monitor.intake.conversion import Cells, Context, Converted
from finance_monitor.intake.normalise import convert
from finance_monitor.ledgers.catalogue import ledgers
from finance_monitor.ledgers.headers import header_of
from finance_monitor.ledgers.model import Column, ColumnType
from finance_monitor.regions import regions

WULONG = "500156000000"
# Invented people: the region 999999 does not exist.
GOOD_ID = "999999199001011238"
OTHER_ID = "999999198502020023"
LOAN = {
    "loan_no": "JJ0001",
    "lender": "示范农商行",
    "product": "脱贫人口小额信贷",
    "household_no": "H001",
    "borrower": GOOD_ID,
    "borrower_name": "张三",
    "region_code": "仙女山街道",
    "amount_fen": "5",
    "balance_fen": "3.5",
    "overdue_fen": "0",
    "rate_pct": "4.35",
    "term_months": "36",
    "disbursed_on": "2023-03-08",
    "due_on": "2026-03-08",
    "settled_on": "",
}
INDICATORS = {"poverty_loan_balance": "脱贫人口贷款余额"}
TARGETS = {"T-A": "年度发放贷款", "T-B": "每县推荐5名", "T-C": "每县推荐5名"}


def headers(ledger_id: str = "loans", names: Sequence[str] = tuple(LOAN)) -> list[str]:
    """Return the headers of some columns as a template writes them."""
    ledger = ledgers()[ledger_id]
    return [header_of(ledger.column(name)) for name in names]


def loans_csv(path: Path, *rows: Mapping[str, str], encoding: str = "utf-8", mark: str = ",") -> Path:
    """Write loans as a delimited text: each row is the good loan with some cells changed."""
    lines = [headers(), *([str((LOAN | row)[name]) for name in LOAN] for row in rows)]
    path.write_text("\n".join(mark.join(line) for line in lines), encoding=encoding)
    return path


def text_csv(path: Path, text: str) -> Path:
    """Write a text as it is."""
    path.write_text(text, encoding="utf-8")
    return path


def checked(
    path: Path,
    ledger_id: str = "loans",
    *,
    demo: bool = True,
    period: str = "2023-11",
    region: str = WULONG,
) -> Checked:
    """Check a file as the organisation 示范农商行 for Wulong in November 2023."""
    return check_file(
        path,
        ledgers()[ledger_id],
        BatchHeader(ledger_id, "示范农商行", region, period),
        regions=regions(),
        known_indicators=INDICATORS,
        person_key=lambda number: f"key-{number[-4:]}",
        demo=demo,
        known_targets=TARGETS,
    )


def rules(result: Checked) -> list[str]:
    """Return the rules of all faults in their order."""
    return [fault.rule for fault in result.faults]


CONTEXT = Context(regions(), WULONG, INDICATORS, demo=True)


def converted(
    kind: ColumnType, *texts: str | None, unit: str | None = None, demo: bool = True, **more: object
) -> Converted:
    column = Column.model_validate({"name": "x", "zh": "列", "en": "x", "type": kind, "unit": unit} | more)
    context = Context(CONTEXT.regions, WULONG, CONTEXT.known_indicators, demo)
    return convert(Cells(column, pl.Series(texts, dtype=pl.String), unit=unit), context)


def found(result: Converted) -> list[str]:
    """Return the rules that hold somewhere."""
    return [problem.rule for problem in result.problems if problem.where.any()]
