"""Faults as sentences: file, row, column, what is wrong, what to do."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from finance_monitor.errors import Place, UserError
from finance_monitor.intake.check import Checked
from finance_monitor.intake.faults import Fault
from finance_monitor.texts import Lang, say, tell


def sentence(fault: Fault, file: str, lang: Lang) -> str:
    """Say one fault."""
    return tell(fault.as_error(file), lang)


def summary(checked: Checked, file: str, lang: Lang) -> list[str]:
    """Say how many rows came in, were taken and held back, and how many rows of sums were passed over."""
    counts = {"taken": checked.rows.height, "held": checked.quarantined.height}
    said = [say("intake.report.head", lang, file=file, rows_in=checked.rows_in, **counts)]
    if checked.rows_total:
        said.append(say("intake.report.totals", lang, count=checked.rows_total))
    return said


def sentences(faults: Iterable[Fault], file: str, lang: Lang, *, each: int | None = None) -> Iterator[str]:
    """Say the faults in their order; with `each`, so many of one kind in one column and then how many more."""
    seen: dict[tuple[str, str | None], list[Fault]] = defaultdict(list)
    for fault in faults:
        alike = seen[(fault.rule, fault.column)]
        alike.append(fault)
        if each is None or len(alike) <= each:
            yield sentence(fault, file, lang)
    for alike in seen.values():
        more = len(alike) - (each or len(alike))
        if more > 0:
            yield say("intake.report.more", lang, count=more, sentence=sentence(alike[-1], file, lang))


def reason_sentences(reasons: str, lang: Lang) -> list[str]:
    """Say why a row was held back, from the JSON text kept with it."""
    return [
        tell(UserError(one["key"], Place(column=one["column"]), value=one["value"] or "", **one["values"]), lang)
        for one in json.loads(reasons)
    ]
