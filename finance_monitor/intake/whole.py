"""Judge a list as a whole: is there anything in it, and does the row of sums at its foot agree with the rows above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from finance_monitor.intake.amounts import plain
from finance_monitor.intake.body import Body
from finance_monitor.intake.conversion import Cells, Context, Converted
from finance_monitor.intake.faults import Fault
from finance_monitor.intake.header import Header
from finance_monitor.intake.normalise import convert
from finance_monitor.ledgers.model import Ledger
from finance_monitor.money import amount_in


def list_faults(
    ledger: Ledger,
    body: Body,
    header: Header,
    converted: Mapping[str, Converted],
    context: Context,
    sheet: str | None,
) -> Iterator[Fault]:
    """Yield a macro fault for an empty list, and for each sum of money that is not the sum of its column.

    Sums are judged where one row closes the whole list and every amount above it could be read.
    """
    if body.rows.is_empty():
        yield Fault("macro", "no_rows", "intake.no_rows", sheet)
    if body.grand_totals.height != 1:
        return
    row = body.grand_totals.row(0, named=True)
    for column in ledger.columns:
        if column.type != "money" or row.get(column.name) is None:
            continue
        values, texts = converted[column.name].values, body.rows[column.name]
        unbounded = column.model_copy(update={"between": None, "required": False})
        cells = Cells(unbounded, body.grand_totals[column.name], unit=header.units[column.name])
        written = convert(cells, context).values[0]
        if written is None or values.null_count() > texts.null_count() or written == values.sum():
            continue
        unit = str(header.units[column.name])
        told = {"sum": plain(amount_in(Decimal(values.sum()), unit)), "unit": unit}
        at = header.written[column.name]
        yield Fault("macro", "sum_differs", "intake.sum_differs", sheet, row["source_row"], at, row[column.name], told)
