"""What an indicator is, and what a reading of it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from finance_monitor.ledgers.model import Dimension
from finance_monitor.policy.model import Said

# count, money (fen): the value is the numerator. share: 100 x numerator / denominator, in %.
# average: numerator / denominator. average_money: the same with the numerator in fen.
Measure = Literal["count", "money", "share", "average", "average_money"]
# stock: what stands at a date. flow: what has happened up to a date; a window is a difference of two dates.
Nature = Literal["stock", "flow"]


class Indicator(BaseModel):
    """One indicator: `data/indicators/<id>.yaml`, and `queries/indicators/<id>.sql` where records give it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    name: Said
    measure: Measure
    nature: Nature
    unit: Said
    # The ledgers whose records give it. A unit has reported when the first of them covers it.
    ledgers: tuple[str, ...] = ()
    numerator: Said
    denominator: Said | None = None
    # What a share or an average is made of: persons, things (count) or fen (money).
    parts_are: Literal["count", "money"] = "count"
    # The unit in which the things of a numerator are counted, where one word fits them all.
    parts_unit: str = ""
    sensitivity: Literal["workload", "personal"]
    rankable: bool = True
    min_base: int = 1
    good: Literal["up", "down", "none"] = "up"
    decimals: int = 0
    # The statement of `queries/indicators/` that counts it, where it is not one of its own name.
    statement: str = ""
    # Values bound in the SQL beside the ledgers, e.g. the first day a person counts. `kind` is the one kind of entry
    # it counts of a general ledger, `kinds` several as |one|other|.
    params: dict[str, date | int | str] = Field(default_factory=dict)
    # The indicator that counts what is under way and will become part of this one.
    pipeline: str | None = None

    # A register tells it for the day of its newest list only: before that day nothing is known.
    from_list: bool = False
    # Dimensions whose values only leadership and the local system see by name (whose loans are overdue).
    masked: tuple[Dimension, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of entry it counts of a general ledger; none where it asks for no kind."""
        return tuple(word for name in ("kind", "kinds") for word in str(self.params.get(name, "")).split("|") if word)


@dataclass(frozen=True, slots=True)
class Reading:
    """Indicator x region x date. Missing is not zero: numerator None means nobody reported."""

    region_code: str
    as_of: date
    numerator: int | None
    denominator: int | None
    rows: int
    # How many of the rows are figures a unit filled in itself (单位填报) rather than records (明细计算).
    reported_rows: int = 0
    # How many records make up the numerator: of an overdue share the overdue loans, not all loans.
    numerator_rows: int = 0

    def less(self, earlier: Reading) -> Reading:
        """Return what happened between two dates (flows); a unit that had not begun to report had counted nothing."""
        if self.numerator is None:
            return Reading(self.region_code, self.as_of, None, None, self.rows)
        denominator = None
        if self.denominator is not None:
            denominator = self.denominator - (earlier.denominator or 0)
        return Reading(
            self.region_code,
            self.as_of,
            self.numerator - (earlier.numerator or 0),
            denominator,
            self.rows - earlier.rows,
            self.reported_rows - earlier.reported_rows,
            self.numerator_rows - earlier.numerator_rows,
        )


def value_of(measure: Measure, numerator: int | None, denominator: int | None) -> Decimal | None:
    """Turn summed parts into the value: counts as they are, money in fen, shares in %. None: cannot be said."""
    if numerator is None:
        return None
    if measure in ("count", "money"):
        return Decimal(numerator)
    if not denominator:
        return None
    scale = 100 if measure == "share" else 1
    return Decimal(numerator) * scale / Decimal(denominator)
