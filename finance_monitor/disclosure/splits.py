"""An indicator's figure parted by a dimension: by bank, product, category of person, use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import of_reading
from finance_monitor.disclosure.masking import asks_for_masked, is_masked, mask_of
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.secrecy import is_secret, secret_values
from finance_monitor.disclosure.told import Where, find_indicator, unmet_by
from finance_monitor.disclosure.windows import in_window_by_value
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Said
from finance_monitor.store.narrowing import NOT_FILLED_IN
from finance_monitor.texts import catalogue, say


@dataclass(frozen=True, slots=True)
class Split:
    """One part; `value` None: the rows in which the dimension is not filled in."""

    value: str | None
    word: Said
    figure: Figure


def split(
    desk: Desk,
    indicator_id: str,
    region_code: str,
    as_of: date | None,
    dimension: str,
    where: Where = (),
    since: date | None = None,
) -> tuple[Split, ...]:
    """Return the parts of a region's figure, one for each value that occurs in its records.

    Of a personal indicator small parts are hidden together with those that would give them away; a whole that is
    hidden is not parted.
    """
    desk.viewer.require(desk.regions, region_code)
    indicator, day = find_indicator(desk, indicator_id), desk.day(as_of)
    region, rest = desk.regions.get(region_code), tuple(one for one in where if one[0] != dimension)
    if unmet_by(desk, indicator, (*rest, (dimension, NOT_FILLED_IN))):
        return ()
    parts = in_window_by_value(desk, indicator, day, [region_code], dimension, rest, since)
    hidden = secret_values(desk, indicator, region_code, day, dimension, rest, since)
    if asks_for_masked(desk, indicator, rest) or is_secret(desk, indicator, region_code, day, rest, since):
        hidden = frozenset(parts)
    found = []
    for value, readings in parts.items():
        reading = readings.get(region_code)
        if reading is None or not (reading.numerator or reading.denominator):
            continue
        figure = of_reading(indicator, region, reading, day, is_hidden=value in hidden)
        found.append(_part(desk, indicator, dimension, value, figure))
    # In the order of what they are called, so that no order of names gives a letter away.
    return tuple(sorted(found, key=lambda one: (one.value is None, one.value or "")))


def _part(desk: Desk, indicator: Indicator, dimension: str, value: str | None, figure: Figure) -> Split:
    """Return one part; under a letter it has no parts of its own, which would name the bank by its size."""
    if value is None or not is_masked(desk, indicator, dimension, value):
        return Split(value, word_of(desk, dimension, value), figure)
    mask = mask_of(desk, indicator, dimension, value)
    return Split(mask.zh, mask, replace(figure, numerator=None, denominator=None))


def values_of(desk: Desk, dimension: str) -> tuple[tuple[str, Said], ...]:
    """Return the values of a dimension that occur in the viewer's records, with their words."""
    values = desk.readings.reader.values_of(desk.world.ledgers, dimension)
    return tuple((value, word_of(desk, dimension, value)) for value in values if value is not None)


def word_of(desk: Desk, dimension: str, value: str | None) -> Said:
    """Return the word of a value: of a choice in both languages, otherwise as it is written."""
    if value is None or value == NOT_FILLED_IN:
        return Said(zh=say("split.not_filled_in", "zh"), en=say("split.not_filled_in", "en"))
    for ledger in desk.world.ledgers.values():
        for column in ledger.columns:
            written = next((word for word, code in column.choices.items() if code == value), None)
            if column.dimension == dimension and written is not None:
                return Said(zh=written, en=_in_english(value))
    return Said(zh=value, en=value)


def _in_english(code: str) -> str:
    """Return the English word of a choice: the catalogue's, otherwise its code as words."""
    key = f"value.{code}"
    return say(key, "en") if key in catalogue() else code.replace("_", " ").capitalize()
