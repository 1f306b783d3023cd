"""Money is whole fen. Units are shares of ten: 1 元 = 100 fen, 1 万元 = 1,000,000 fen, 1 亿元 = 10^10 fen."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from finance_monitor.errors import UserError

FEN_IN: dict[str, int] = {"分": 1, "元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


def fen_of(amount: str | Decimal | int, unit: str) -> int:
    """Turn an amount in `unit` into whole fen; raise UserError where a part of a fen would be lost."""
    try:
        fen = Decimal(amount) * FEN_IN[unit]
    except (InvalidOperation, KeyError) as fault:
        raise UserError("money.not_an_amount", amount=amount, unit=unit) from fault
    if fen != fen.to_integral_value():
        raise UserError("money.part_of_a_fen", amount=amount, unit=unit)
    return int(fen)


def amount_in(fen: int | Decimal, unit: str) -> Decimal:
    """Turn fen into an exact amount in `unit`."""
    return Decimal(fen) / FEN_IN[unit]
