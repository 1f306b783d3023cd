"""How a number is written for a reader: one way for sentences, pages, commands and files.

Thousands stand apart. Money has two decimals, or none where it is a whole amount: 27,982万元, 1,057.25万元. Everything
else keeps the decimals it is shown with: 91.0%, 61.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from finance_monitor.money import FEN_IN

NOTHING = "—"
_CENT = Decimal("0.01")


def is_money(unit: str) -> bool:
    """Say whether a unit is one of money, also a household's share of it (万元/户)."""
    return unit.split("/")[0] in FEN_IN


def number(value: Decimal | int | None, unit: str = "") -> str:
    """Write a number of a unit, without the unit; a sign where there is none."""
    if value is None or not Decimal(value).is_finite():
        return NOTHING
    exact = Decimal(value)
    if is_money(unit):
        cents = exact.quantize(_CENT, rounding=ROUND_HALF_UP)
        exact = cents.quantize(Decimal(1)) if cents == cents.to_integral_value() else cents
    return f"{exact:,f}".replace("-", "−")


def signed(value: Decimal) -> str:
    """Write a difference with its sign; nothing before a zero."""
    return number(value) if value <= 0 else f"+{number(value)}"


def trimmed(value: Decimal) -> Decimal:
    """Take the zeros off that a number does not need."""
    return value if not value.is_finite() else Decimal(f"{value.normalize():f}")
