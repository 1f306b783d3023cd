"""Figures as they are shown: half is rounded up, and the light follows what is shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

# Completions, growth rates, shares of units and gaps are shown with one decimal.
PERCENT_DECIMALS = 1
_UNFINISHED = Decimal("99.9")


def shown(value: Decimal, decimals: int) -> Decimal:
    """Round half up (away from zero); an infinite value stays as it is."""
    if not value.is_finite():
        return value
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """Return part / whole in %, rounded as shown; `whole` is not zero."""
    return shown(Decimal(part) * 100 / Decimal(whole), PERCENT_DECIMALS)


def completion(value: Decimal, number: Decimal, reached: bool) -> Decimal | None:
    """Return the completion in %; None where there is none. What is not reached is never shown as 100.0."""
    if number <= 0 or not value.is_finite():
        return None
    done = percent(value, number)
    return min(done, _UNFINISHED) if not reached and value <= number else done
