"""Words of progress: status with its symbol, units, levels."""

from __future__ import annotations

from decimal import Decimal

from finance_monitor.progress.light import is_soft
from finance_monitor.progress.model import Status
from finance_monitor.texts import Lang, catalogue, say


def status_word(status: Status, strictness: str | None, lang: Lang) -> str:
    """Return the word of a status; what was only to be aimed for (力争, 争取) and ended short is 未达预期."""
    soft = ".soft" if is_soft(strictness) and status in ("missed", "breached") else ""
    return say(f"progress.status.{status}{soft}", lang)


def symbol(status: Status, strictness: str | None = None) -> str:
    """Return the symbol that stands before the word of a status; it goes with the light, yellow for 未达预期."""
    soft = ".soft" if is_soft(strictness) and status == "breached" else ""
    return say(f"progress.symbol.{status}{soft}", "zh")


def unit_word(unit: str, lang: Lang, number: Decimal) -> str:
    """Return a unit as it stands right after a number; an unlisted one as the policy writes it."""
    key = f"progress.unit.{unit}"
    if number == 1 and f"{key}.one" in catalogue():
        return say(f"{key}.one", lang)
    if key in catalogue():
        return say(key, lang)
    return unit if lang == "zh" else f" {unit}"


def difference_word(unit: str, lang: Lang, number: Decimal) -> str:
    """Return the unit of a difference: two shares in % differ in percentage points."""
    return unit_word("百分点" if unit == "%" else unit, lang, number)


def level_word(level: str | None, count: int, lang: Lang) -> str:
    """Return the word for `count` units of a list, e.g. 县."""
    one = ".one" if count == 1 else ""
    return say(f"progress.level.{level or 'county'}{one}", lang)
