"""Which figures of few persons are hidden: asked alone, in a list of regions, or parted by a dimension.

They are judged in the table they could be taken out of: the regions beside each other and the one above, and the
values of the dimension beside each other and their sum. So a figure asked alone is hidden where a list would hide it.
Under two dimensions at once a region is told all of its table, or nothing of it: sums of it stand in other tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from finance_monitor.disclosure.margins import Place, Size, hide_in_table
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.small_counts import hide_with_complements, is_small
from finance_monitor.disclosure.windows import in_window, in_window_by_value
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.settings import settings
from finance_monitor.store.narrowing import NOT_FILLED_IN, Where

# value of the dimension -> region -> reading
_Table = Mapping[str | None, Mapping[str, Reading]]
# What is told elsewhere is not hidden here in place of another.
_TOLD = Size(0)
_MOST_DIMENSIONS = 2


def is_secret(
    desk: Desk, indicator: Indicator, region_code: str, day: date, where: Where = (), since: date | None = None
) -> bool:
    """Say whether a region's figure is hidden."""
    return region_code in secret_among(desk, indicator, [region_code], day, where, since)


def secret_among(
    desk: Desk,
    indicator: Indicator,
    codes: Iterable[str],
    day: date,
    where: Where = (),
    since: date | None = None,
) -> frozenset[str]:
    """Return the regions whose figures are hidden, each judged among those that hang on the same region."""
    if indicator.sensitivity != "personal":
        return frozenset()
    wanted, threshold = frozenset(codes), settings().disclosure.threshold
    families = families_of(desk, wanted)
    if not where:
        everybody = {code for _, children in families for code in children}
        readings = in_window(desk, indicator, (day,), everybody, (), since)[day]
        groups = [{code: readings[code] for code in children if code in readings} for _, children in families]
        hidden = [hide_with_complements(indicator, group, threshold, whole_is_shown=True) for group in groups]
        return wanted & frozenset[str]().union(*hidden)
    (dimension, value), *rest = where
    cells = secret_cells(desk, indicator, families, day, dimension, tuple(rest), since)
    return wanted & {code for hidden_value, code in cells if (hidden_value or NOT_FILLED_IN) == value}


def secret_values(
    desk: Desk,
    indicator: Indicator,
    region_code: str,
    day: date,
    dimension: str,
    where: Where = (),
    since: date | None = None,
) -> frozenset[str | None]:
    """Return the values of a dimension whose part of a region's figure is hidden; the whole is told."""
    if indicator.sensitivity != "personal":
        return frozenset()
    families = families_of(desk, [region_code])
    cells = secret_cells(desk, indicator, families, day, dimension, where, since)
    return frozenset(value for value, code in cells if code == region_code)


def secret_cells(
    desk: Desk,
    indicator: Indicator,
    families: Collection[tuple[str | None, tuple[str, ...]]],
    day: date,
    dimension: str,
    where: Where,
    since: date | None,
) -> frozenset[tuple[str | None, str]]:
    """Return (value, region) of what is hidden in the tables of value by region, one for each family of regions."""
    codes = {code for upper, children in families for code in (*children, *([upper] if upper else []))}
    table = in_window_by_value(desk, indicator, day, codes, dimension, where, since)
    if where:
        dimensions = (dimension, *(other for other, _ in where))
        crossed = _secret_crossed(desk, indicator, families, day, dimensions, since)
        return frozenset((value, code) for value in table for code in crossed)
    sums = in_window(desk, indicator, (day,), codes, (), since)[day]
    everybody = [code for _, children in families for code in children]
    told = secret_among(desk, indicator, everybody, day, (), since)
    hidden: set[tuple[str | None, str]] = set()
    for upper, children in families:
        hidden |= _in_table(indicator, table, sums, children, upper, told)
    return frozenset(hidden)


def _secret_crossed(
    desk: Desk,
    indicator: Indicator,
    families: Collection[tuple[str | None, tuple[str, ...]]],
    day: date,
    dimensions: Sequence[str],
    since: date | None,
) -> frozenset[str]:
    """Return the regions of whose records by two dimensions nothing is told; by more than two none is told.

    A cell of the table is small, or one of its sums is hidden, or the region would be what is left of the one above.
    """
    everybody = [code for _, children in families for code in children]
    if len(dimensions) > _MOST_DIMENSIONS:
        return frozenset(everybody)
    first, second = dimensions
    hidden = {code for one in dimensions for _, code in secret_cells(desk, indicator, families, day, one, (), since)}
    hidden |= secret_among(desk, indicator, everybody, day, (), since)
    threshold = settings().disclosure.threshold
    for value in in_window_by_value(desk, indicator, day, everybody, second, (), since):
        narrower = ((second, NOT_FILLED_IN if value is None else value),)
        for own in in_window_by_value(desk, indicator, day, everybody, first, narrower, since).values():
            hidden |= {code for code, reading in own.items() if is_small(indicator, reading, threshold)}
    sums = in_window(desk, indicator, (day,), everybody, (), since)[day]
    for upper, children in families:
        others = [code for code in children if code not in hidden and (one := sums.get(code)) and one.numerator]
        if upper and others and len(hidden.intersection(children)) == 1:
            hidden.add(min(others, key=lambda code: (sums[code].numerator or 0, code)))
    return frozenset(hidden)


def _in_table(
    indicator: Indicator,
    table: _Table,
    sums: Mapping[str, Reading],
    children: tuple[str, ...],
    upper: str | None,
    told_hidden: Collection[str],
) -> set[tuple[str | None, str]]:
    """Judge one table: a row a region, the one above last; a column a value, their sum last."""
    threshold = settings().disclosure.threshold
    values = list(table)
    sizes: dict[Place, Size] = {}
    small: set[Place] = set()
    for row, code in enumerate((*children, *([upper] if upper else []))):
        for column, value in enumerate((*values, None)):
            is_sum = column == len(values)
            reading = sums.get(code) if is_sum else table[value].get(code)
            place = Place(row, column)
            sizes[place] = _TOLD if is_sum or row == len(children) else _size(reading)
            if code in told_hidden if is_sum else row < len(children) and is_small(indicator, reading, threshold):
                small.add(place)
    found = hide_in_table(sizes, small, rows_sum=True, columns_sum=upper is not None)
    inner = [place for place in found if place.row < len(children) and place.column < len(values)]
    return {(values[place.column], children[place.row]) for place in inner}


def _size(reading: Reading | None) -> Size:
    if reading is None or reading.numerator is None:
        return _TOLD
    rest = None if reading.denominator is None else reading.denominator - reading.numerator
    return Size(reading.numerator, rest)


def families_of(desk: Desk, codes: Iterable[str]) -> list[tuple[str | None, tuple[str, ...]]]:
    """Return the regions above some regions, each with all that hang on it; a region without one stands alone."""
    found: dict[str, tuple[str | None, tuple[str, ...]]] = {}
    for code in codes:
        upper = next(iter(desk.regions.ancestors(code)), None)
        if upper is None or not desk.regions.covers(desk.viewer.region_code, upper.code):
            found[code] = (None, (code,))
        elif upper.code not in found:
            found[upper.code] = (upper.code, tuple(child.code for child in desk.regions.children(upper.code)))
    return list(found.values())
